"""The report: findings as a page for people."""
