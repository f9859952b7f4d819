"""Figures against gold: what was found, field by field, by kind, against floors and against a saved run."""
