"""What an address asks for: its parameters as a Query of the archive, and a Query as parameters again.

The names of parameters are those of the fields of `Query` and `Filters`, with `q` for the words; a filter that takes
several values is given several times.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import parse_qsl, urlencode

from msgspec.structs import fields, replace

from extractor.archive.search.checking import check
from extractor.archive.shapes import MOST_OF_A_PAGE, PAGE, Filters, Query
from extractor.model.errors import SolieuError

Pairs = list[tuple[str, str]]
TEXT = "q"
MANY = ("indicator", "kind", "unit", "modifier", "status", "source", "agreement", "verdict")
NUMBERS = ("least", "most")
FILTERS = tuple(one.name for one in fields(Filters))
PARAMETERS = (TEXT, *FILTERS, "sort", "page", "size")
PASSED_BY = ("lang", "passed", "utm_", "fbclid", "gclid")  # of the page, and what others hang on to links
MOST_VALUES = 50  # of one filter
LONGEST_VALUE = 300  # characters
LONGEST_QUERY = 8_000  # characters of all parameters together
DEEPEST_PAGE = 1_000_000
LARGEST, MOST_DECIMALS = Decimal("1e30"), 30  # of a number


class AskingError(SolieuError):
    """A request whose parameters cannot be taken; `where` is the parameter."""


def pairs_of(query_string: str) -> Pairs:
    """The parameters of an address in their order; blank ones, which forms send for empty fields, are left out."""
    if len(query_string) > LONGEST_QUERY:
        raise AskingError(f"longer than {LONGEST_QUERY} characters", where="?", todo="Ask for less at once.")
    return [(name, value) for name, value in parse_qsl(query_string, errors="replace") if value.strip()]


def query_of(pairs: Iterable[tuple[str, str]]) -> Query:
    """The query that parameters ask for.

    Raises AskingError where one is unknown or no value of its sort, ArchiveError where the query cannot be answered.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in PARAMETERS:
            given.setdefault(name, []).append(value)
        elif not name.startswith(PASSED_BY):
            raise AskingError("no such parameter", where=name[:50], todo=f"Take one of {', '.join(PARAMETERS)}.")
    filters: dict[str, Any] = {}
    for name in FILTERS:
        if name in given:
            values = _checked(name, given[name])
            filters[name] = values if name in MANY else _single(name, values[0])
    size = _whole(given, "size", PAGE, MOST_OF_A_PAGE)
    sort: Any = given.get("sort", [Query().sort])[0]
    words = " ".join(given.get(TEXT, ()))
    query = Query(words, Filters(**filters), sort, _whole(given, "page", 1, DEEPEST_PAGE), size)
    check(query)
    return query


def pairs_for(query: Query) -> Pairs:
    """The parameters that ask for a query; what is as nothing is said stays unsaid."""
    said: Pairs = [(TEXT, query.text)] if query.text.strip() else []
    for name, default in ((one.name, one.default) for one in fields(Filters)):
        value = getattr(query.filters, name)
        if value != default:
            said += [(name, one) for one in value] if name in MANY else [(name, _written(value))]
    others = (("sort", query.sort, Query().sort), ("page", query.page, 1), ("size", query.size, PAGE))
    return said + [(name, str(value)) for name, value, default in others if value != default]


def address(path: str, query: Query) -> str:
    """The path with the parameters of a query."""
    said = urlencode(pairs_for(query))
    return f"{path}?{said}" if said else path


def with_filter(query: Query, name: str, value: str) -> Query:
    """The first page of a query with a value of a filter added: the other values of that filter stay."""
    now = getattr(query.filters, name)
    changed: Any = _single(name, value)
    if name in MANY:
        changed = now if value in now else (*now, value)
    return _with(query, name, changed)


def without_filter(query: Query, name: str, value: str | None = None) -> Query:
    """The first page of a query less a value of a filter, or less all of it."""
    now = getattr(query.filters, name)
    left = tuple(one for one in now if one != value) if name in MANY and value is not None else getattr(Filters(), name)
    return _with(query, name, left)


def _with(query: Query, name: str, value: Any) -> Query:
    """The first page of a query with another value of a filter."""
    return replace(query, filters=replace(query.filters, **{name: value}), page=1)


def _checked(name: str, values: list[str]) -> tuple[str, ...]:
    """The distinct values, each short enough to be looked for."""
    if len(values) > MOST_VALUES:
        raise AskingError(f"more than {MOST_VALUES} values", where=name, todo="Ask for fewer.")
    for value in values:
        if len(value) > LONGEST_VALUE or "\0" in value:
            raise AskingError("no value that can be looked for", where=name, todo="Give a shorter one.")
    return tuple(dict.fromkeys(values))


def _single(name: str, value: str) -> Any:
    """The value of a filter that has one."""
    if name in NUMBERS:
        return _number(name, value)
    return float(_number(name, value)) if name == "confidence" else value


def _number(name: str, value: str) -> Decimal:
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -MOST_DECIMALS or abs(number) > LARGEST:
        raise AskingError(f"{value[:50]!r} is no number", where=name, todo="Write it as 1234.5.")
    return number


def _whole(given: dict[str, list[str]], name: str, default: int, most: int) -> int:
    """A whole number from 1 to `most`."""
    if name not in given:
        return default
    number = _number(name, given[name][0])
    if number != number.to_integral_value() or not 1 <= number <= most:
        raise AskingError(f"not a whole number from 1 to {most}", where=name, todo="Give one of these.")
    return int(number)


def _written(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
