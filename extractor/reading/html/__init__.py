"""A page to the text of its article and what the page says of it."""
