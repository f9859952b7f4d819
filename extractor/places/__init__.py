"""Administrative units: their names, their mentions, what holds what, then and now."""
