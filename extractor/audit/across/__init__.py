"""Checks of facts across articles, a module a check."""
