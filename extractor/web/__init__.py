"""The archive in the browser: a Datasette plugin with pages, an API and feeds of ours."""

from __future__ import annotations
