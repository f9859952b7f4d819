"""The steps from an article's text to its figures; no step imports another, only `pipeline` knows their order."""
