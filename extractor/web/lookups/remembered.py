"""What is counted over a whole archive is counted once for each of its states."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast

from extractor.archive.database import state_of

T = TypeVar("T")
MOST = 64  # answers that are kept
_known: OrderedDict[tuple[object, ...], object] = OrderedDict()
_lock = Lock()


def remembered(connection: sqlite3.Connection, make: Callable[[sqlite3.Connection], T], *about: object) -> T:
    """What `make` counts; taken from memory where it was counted since the archive last changed."""
    key = (*state_of(connection), make.__qualname__, *about)
    with _lock:
        if key in _known:
            _known.move_to_end(key)
            return cast(T, _known[key])
    made = make(connection)
    with _lock:
        _known[key] = made
        while len(_known) > MOST:
            _known.popitem(last=False)
    return made
