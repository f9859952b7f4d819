"""Checks against files of official figures."""
