"""The command line: it calls, prints and ends."""
