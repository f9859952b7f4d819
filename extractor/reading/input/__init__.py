"""Bytes of files, folders and standard input, and how far reading them has come."""
