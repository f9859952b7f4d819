"""The audit: whether published numbers hold against each other, their own parts and official records."""
