"""Sources to articles: each form that scrapers deliver has a reader of its own."""
