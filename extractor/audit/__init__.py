"""The audit: whether published numbers hold against each other, their own parts and official records."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.audit.auditing import findings as findings
    from extractor.audit.folder import Audit as Audit
    from extractor.audit.folder import audit_folder as audit_folder
    from extractor.audit.records import read_records as read_records

__all__ = ["Audit", "audit_folder", "findings", "read_records"]

# Where each public name lives: imported on first use.
_HOMES = {
    "Audit": "extractor.audit.folder",
    "audit_folder": "extractor.audit.folder",
    "findings": "extractor.audit.auditing",
    "read_records": "extractor.audit.records",
}


def __dir__() -> list[str]:
    """The public names, those too that are not imported yet."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """The public object of that name."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
