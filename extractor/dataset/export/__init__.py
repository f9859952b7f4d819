"""Facts to tables: CSV, frames, a data package."""
