"""Many articles: processes, checkpoints, near-duplicates."""
