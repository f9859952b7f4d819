"""The dataset: each fact once, with everyone who states it, made from the figures of articles."""

from extractor.dataset.merging import merge

__all__ = ["merge"]
