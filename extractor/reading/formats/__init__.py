"""Forms that hold many articles: tables, JSON, WARC."""
