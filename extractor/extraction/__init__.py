"""The text of an article to its figures."""
