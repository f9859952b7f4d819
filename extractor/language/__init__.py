"""Letters, patterns and numbers of Vietnamese."""
