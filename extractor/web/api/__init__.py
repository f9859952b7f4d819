"""The archive for programs: results of a search as JSON, CSV, Parquet and Atom, records as JSON, and what there is."""

from __future__ import annotations
