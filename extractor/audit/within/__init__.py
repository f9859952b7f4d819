"""Checks of the figures of one article against each other, a module a check."""
