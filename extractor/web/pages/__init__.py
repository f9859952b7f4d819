"""The pages: each is looked up, and written by its template."""
