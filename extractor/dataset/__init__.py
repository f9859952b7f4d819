"""The dataset: facts made from the figures of articles, and the tables that they are handed on in."""
