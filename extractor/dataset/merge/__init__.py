"""Figures to facts: each fact once, with everyone who states it."""
