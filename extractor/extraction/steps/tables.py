"""Rows of tables to statements: each cell with what the heads of its column and its row say of it.

A table is lines of cells between bars, the same number in each: `Xã | Diện tích (ha)` over `Nậm Lành | 120`. A cell is read in a
statement of its own (`Xã Nậm Lành: Diện tích 120 ha`), of which only the cell stands in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import regex
from msgspec import Struct

from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.compounds import COMPOUNDS
from extractor.lexicon.nouns import ALONE, CLASSIFIERS
from extractor.lexicon.table_heads import (
    BEFORE_NOUNS,
    CIRCUMSTANCES,
    GENERAL,
    ITEM_HEADS,
    LEVEL_HEADS,
    NUMBER_HEADS,
    PLACE_HEADS,
    TOTALS,
    UNIT_HEADS,
    YEARS,
)
from extractor.lexicon.units import MEASURES, MONEY
from extractor.model.shapes import Cell, Sentence

MOST_HEADS = 3  # lines of heads above a table
MOST_ABOVE = 3  # lines from the unit of a whole table to its first row
BARE, YEAR = regex_pattern(r"[-+]?\s?\d[\d.,  ]*(?:\s?[-–]\s?\d[\d.,  ]*)?"), regex_pattern(r"(?:19|20)\d\d")
_BAR = regex_pattern(r"[^\S\n]*\|[^\S\n]*")
_RULE = regex_pattern(r"[\s|:+=-]+")  # the line below the heads of a table in Markdown
_MARK = regex_pattern(r"^(?:[-+•*]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\)|[IVX]{1,4}\.?)\s+(?=\D)|^(?:trong đó|trong đó:)\s*", regex.IGNORECASE)
_SCALES = "nghìn|ngàn|triệu|tỷ|tỉ|1\\.?000|1\\.?000\\.?000"
_UNIT = rf"(?:(?:{_SCALES})\s*)?(?:{one_of((*MEASURES, *MONEY, *COMPOUNDS, *ALONE))}|tr\.?\s?đ(?:ồng)?|trđ|tỷ|triệu)(?:\s*/\s*[\p{{L}}]+(?:\s[\p{{L}}]+)?(?:/\p{{L}}+)?)?"
_PLAIN_UNIT = rf"(?:(?:{_SCALES})\s*)?(?:{one_of((*MEASURES, *MONEY, 'người', 'hộ', 'con'))})"
_VALUE = regex_pattern(rf"{BARE.pattern}\s*(?:{_UNIT})?", regex.IGNORECASE)
_UNIT_ONLY = regex_pattern(_UNIT, regex.IGNORECASE)
_IN_HEAD = regex_pattern(rf"\s*(?:\(\s*(?:(?:đvt|đơn vị(?: tính)?|tính)\s*:?\s*)?(?P<unit>{_UNIT})\s*\)|,\s*(?P<unit>{_PLAIN_UNIT})$|\s(?P<unit>%)$|^(?P<unit>%)(?=\s))", regex.IGNORECASE)
_OF_ALL = regex_pattern(rf"\b(?:đơn\s+vị(?:\s+tính)?|đvt)\s*:\s*(?P<unit>{_UNIT})[\s)./]*$", regex.IGNORECASE)
_THOUSAND = regex_pattern(r"^1\.?000(?:\.?000)?(?=\s*\D)")


class _Row(Struct, frozen=True):
    """A line of cells: where each begins in the clean text, and what it says."""

    start: int
    end: int
    cells: tuple[tuple[int, str], ...]

    def text(self, column: int) -> str:
        """What a cell says; nothing where the row is shorter."""
        return self.cells[column][1] if column < len(self.cells) else ""


def statements(text: str) -> dict[int, tuple[Sentence, ...]]:
    """The start of each line of a table -> what its cells state."""
    found: dict[int, tuple[Sentence, ...]] = {}
    if "|" not in text:
        return found
    for above, rows in _tables(text):
        for row, stated in _Table(rows, above).read():
            found[row.start] = stated
    return found


def _tables(text: str) -> Iterator[tuple[str | None, list[_Row]]]:
    """The tables of a text, each with the unit of all its cells that a line above it names."""
    rows: list[_Row] = []
    above: list[str] = []
    start = 0
    for line in (*text.split("\n"), ""):
        if line.count("|") and not (rows and not line.strip()):
            if not _RULE.fullmatch(line):
                rows.append(_row(line, start))
        elif rows:
            yield _unit_above(above), rows
            rows, above = [], []
        if line.strip() and not rows:
            above = [*above[1 - MOST_ABOVE :], line]
        start += len(line) + 1


def _unit_above(lines: Sequence[str]) -> str | None:
    return next((found["unit"] for line in reversed(lines) if (found := _OF_ALL.search(line))), None)


def _row(line: str, start: int) -> _Row:
    cells, at = [], 0
    for bar in (*_BAR.finditer(line), None):
        end = bar.start() if bar else len(line)
        piece = line[at:end]
        cells.append((start + at + len(piece) - len(piece.lstrip()), piece.strip()))
        at = bar.end() if bar else end
    return _Row(start, start + len(line), tuple(cells))


def _without_frame(row: _Row, width: int) -> _Row:
    """A row whose outer bars are the frame of the table, as Markdown has them."""
    if len(row.cells) == width + 2 and not row.cells[0][1] and not row.cells[-1][1]:
        return _Row(row.start, row.end, row.cells[1:-1])
    return row


class _Table:
    """Rows with what their columns are: the heads, the column that names the rows, that of their units."""

    def __init__(self, rows: list[_Row], unit: str | None) -> None:
        framed = all(not row.cells[0][1] and not row.cells[-1][1] and len(row.cells) > 2 for row in rows)
        self.width = max(len(row.cells) for row in rows) - 2 * framed
        self.rows = [_without_frame(row, self.width) for row in rows]
        self.unit = unit
        heads = 0
        while heads < min(MOST_HEADS, len(self.rows) - 1) and not any(map(_is_value, self._texts(heads))):
            heads += 1
        self.headings = [self._heads(column, heads) for column in range(self.width)]
        self.heads = [" ".join(said) for said in self.headings]
        self.body = self.rows[heads:]
        self.of_units = self._column(lambda head, texts: head in UNIT_HEADS and any(map(_UNIT_ONLY.fullmatch, texts)))
        self.of_numbers = self._column(lambda head, texts: head in NUMBER_HEADS)
        skipped = (self.of_units, self.of_numbers)
        named = [column for column in range(self.width) if column not in skipped and self._names(column)]
        self.of_names = named[0] if named else None
        self.of_classes = named[1:] if len(named) < self.width - sum(one is not None for one in skipped) else []

    def _texts(self, at: int) -> list[str]:
        return [text for _, text in self.rows[at].cells]

    def _column(self, fits: Callable[[str, list[str]], bool]) -> int | None:
        """The first column whose head and cells are so."""
        return next((column for column in range(self.width) if fits(self.heads[column].lower(), self._below(column))), None)

    def _below(self, column: int) -> list[str]:
        return [text for row in self.body if (text := row.text(column))]

    def _names(self, column: int) -> bool:
        """Whether a column names the rows: its cells are words, or years below a head that says so."""
        below = self._below(column)
        words = sum(1 for text in below if not _is_value(text) and not text[0].isdigit())
        return bool(below) and (2 * words > len(below) or (self.heads[column].lower() in YEARS and all(map(YEAR.fullmatch, below))))

    def _heads(self, column: int, heads: int) -> tuple[str, ...]:
        """The heads of a column from the top down; an empty one above others goes on from its left."""
        said: list[str] = []
        for at in range(heads):
            row = self.rows[at]
            text = row.text(column)
            if not text and at + 1 < heads and self.rows[at + 1].text(column):
                text = next((row.text(left) for left in range(column - 1, -1, -1) if row.text(left)), "")
            if text and text not in said and len(row.cells) == self.width:
                said.append(text)
        return tuple(said)

    def read(self) -> Iterator[tuple[_Row, tuple[Sentence, ...]]]:
        """Each row with the statements of its cells; heads are read as they stand."""
        for row in self.rows[: len(self.rows) - len(self.body)]:
            yield row, tuple(_alone(row, at, text) for at, text in row.cells if text)
        name = ""
        for row in self.body:
            fits = len(row.cells) == self.width
            name = (row.text(self.of_names) or name) if fits and self.of_names is not None else ""
            yield row, tuple(self._statement(row, column, name, fits=fits) for column in range(len(row.cells)) if row.text(column))

    def _statement(self, row: _Row, column: int, name: str, *, fits: bool) -> Sentence:
        at, text = row.cells[column]
        if not fits or column in (self.of_names, self.of_numbers, self.of_units):
            return _alone(row, at, text)
        said = _Said(self.headings[column], _MARK.sub("", name).strip(" :"), self.heads[self.of_names] if self.of_names is not None else "")
        if not _is_value(text):
            before, item, category, unit = f"{said.named()}: " if said.is_place and said.name else "", None, None, ""
        else:
            found = self._unit_of(row, said) if BARE.fullmatch(text) else ""
            if found is None:
                return _alone(row, at, text)
            before, item, category = said.around(found, ", ".join(row.text(one) for one in self.of_classes if row.text(one)))
            unit = found
        sentence = f"{before}{text}{f' {unit}' if unit else ''}"
        cell = Cell((len(before), len(before) + len(text)), (row.start, row.end), item, category)
        return Sentence(at - len(before), at - len(before) + len(sentence), sentence, at, cell=cell)

    def _unit_of(self, row: _Row, said: _Said) -> str | None:
        """The unit of a bare number: its row's, its head's, what its row or its head counts, or the whole table's.

        None where nothing gives one, or two things give different ones.
        """
        own = row.text(self.of_units) if self.of_units is not None and said.head_unit != "%" else ""
        given = [unit for unit in (own, said.head_unit, said.name_unit) if unit]
        if given:
            return _spelled(given[0]) if len({_spelled(unit) for unit in given}) == 1 else None
        counted = said.counted()
        if counted and self.unit and _spelled(self.unit) in (*MEASURES, *MONEY):
            return None
        return counted or (_spelled(self.unit) if self.unit else None)


class _Said:
    """What the heads of a cell's column and row say, parted into units, items and what stands around them."""

    def __init__(self, heads: tuple[str, ...], name: str, name_head: str) -> None:
        parted = [_parted(head) for head in heads]
        self.head_unit = next((unit for _, unit in reversed(parted) if unit), "")
        said = [head for head, _ in parted if head]
        self.when = " ".join(head for head in said if _is_circumstance(head))
        self.head = " ".join(_small(head) if at else head for at, head in enumerate(reversed([head for head in said if not _is_circumstance(head)])))
        self.name, self.name_unit = _parted(name)
        self.name_head = name_head.lower()
        self.is_total = self.name.lower() in TOTALS
        self.is_year = YEAR.fullmatch(self.name) is not None and self.name_head in YEARS
        self.is_place = self.name_head in PLACE_HEADS or self.name_head in LEVEL_HEADS

    @property
    def by_row(self) -> bool:
        """Whether the row says what is measured, and the head only when or how."""
        if not self.name or self.is_total or self.is_year or self.is_place:
            return False
        return not self.head or self.name_head in ITEM_HEADS or bool(self.name_unit)

    def counted(self) -> str:
        """The counted noun that the head or the row begins with: hộ nghèo of Số hộ nghèo."""
        words = (self.name if self.by_row else self.head).lower()
        opening = next((one for one in BEFORE_NOUNS if words.startswith(f"{one} ")), "")
        words = words[len(opening) :].strip()
        first = words.split(" ", 1)[0]
        known = first in (ALONE if opening else ALONE - CLASSIFIERS)
        return words if known or any(words == noun or words.startswith(f"{noun} ") for noun in COMPOUNDS) else ""

    def around(self, unit: str, classes: str) -> tuple[str, str | None, str | None]:
        """What stands before the cell in its statement, the item, and the class that the row is."""
        item = (self.name if self.by_row else self.head) or None
        parts = [self.when, self.head if self.by_row else self.named(), item or ""]
        if unit and item and item.lower().endswith(unit) and _spelled(unit) not in (*MEASURES, *MONEY):
            parts[-1] = ""  # it stands behind the number: 45 hộ nghèo
        if item and {"tăng", "giảm"} <= set(regex.findall(r"\w+", item.lower())):
            parts[-1] = ""  # its sign says which
        own = self.name if not (self.by_row or self.is_total or self.is_year or self.is_place) else ""
        return "".join(f"{part}: " for part in parts if part), item, ", ".join(part for part in (own, classes) if part) or None

    def named(self) -> str:
        """The row's name with its level where the head gives it: Xã Nậm Lành; Năm 2023."""
        level = LEVEL_HEADS.get(self.name_head)
        if self.is_year:
            return f"Năm {self.name}"
        if level and self.name and not self.is_total and not self.name.lower().startswith(tuple(LEVEL_HEADS)):
            return f"{level[0].upper()}{level[1:]} {self.name}"
        return self.name


def _is_circumstance(head: str) -> bool:
    """Whether a head says when or how, or only that something is counted, and not what."""
    low = head.lower()
    return low in GENERAL or YEAR.fullmatch(low) is not None or any(low == one or low.startswith(f"{one} ") for one in CIRCUMSTANCES)


def _small(head: str) -> str:
    """A head that stands behind another: lúa of Diện tích lúa; names stay."""
    return head if any(word[:1].isupper() for word in head.split()[1:]) else head[:1].lower() + head[1:]


def _is_value(text: str) -> bool:
    """Whether a cell is a number, with its unit or without, other than a year that heads a column."""
    return _VALUE.fullmatch(text) is not None and YEAR.fullmatch(text) is None


def _parted(head: str) -> tuple[str, str]:
    """A head without the unit that it gives, and the unit: Diện tích (ha)."""
    found = _IN_HEAD.search(head)
    return (" ".join((head[: found.start()] + head[found.end() :]).split()), found["unit"]) if found else (head, "")


def _spelled(unit: str) -> str:
    """A unit as sentences write it: 1.000 đ is nghìn đồng."""
    low = " ".join(unit.lower().split())
    low = _THOUSAND.sub(lambda found: "triệu " if len(found[0].replace(".", "")) > 4 else "nghìn ", low)
    low = regex.sub(r"\btr\.?\s?đ(?:ồng)?\b|\btrđ\b", "triệu đồng", low)
    return " ".join(regex.sub(r"(?<=nghìn |triệu |tỷ )đ$", "đồng", " ".join(low.split())).split())


def _alone(row: _Row, at: int, text: str) -> Sentence:
    """A cell that is read by itself."""
    return Sentence(at, at + len(text), text, at, cell=Cell((0, len(text)), (row.start, row.end), None, None))
