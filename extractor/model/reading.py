"""Records from JSON, as they were written: numbers keep their digits."""

from __future__ import annotations

import marshal
from decimal import Decimal
from typing import Any

import simplejson

from extractor.model.records import SCHEMAS, Place

PLACES = 4096  # that are held: most records are about few
DECODER = simplejson.JSONDecoder(parse_float=Decimal)


def loads(line: Any) -> Any:
    """What a line of JSON says; ValueError where it is none."""
    return DECODER.decode(line)


class RecordReader:
    """Records of one kind from their fields; those about one place share its record, as long as it is held."""

    def __init__(self, name: str) -> None:
        self._validated = SCHEMAS[name].validator.validate_python
        self._places: dict[bytes, Place] = {}

    def record(self, fields: dict[str, Any]) -> Any:
        """The record that has these fields, as JSON tells them; pydantic's ValueError where there can be none."""
        place = fields.get("place")
        return self._validated(fields | {"place": self._place(place)} if isinstance(place, dict) else fields)

    def _place(self, fields: dict[str, Any]) -> Place:
        written = marshal.dumps(fields, 2)  # the version whose bytes are the same for the same values
        if written not in self._places:
            if len(self._places) == PLACES:
                self._places.clear()
            self._places[written] = Place.model_validate(fields)
        return self._places[written]
