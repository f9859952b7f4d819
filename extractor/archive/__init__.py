"""The archive: articles, figures, facts and findings of any number of runs in one SQLite file, and search over it."""

from __future__ import annotations
