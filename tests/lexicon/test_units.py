"""Each unit of the tables works everywhere, a new row too: pattern, reader, model, schema."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from extractor.extraction.pipeline import Extraction
from extractor.lexicon.units import DURATIONS, GLUED_ONLY, IN_BASE, MEASURES, MONEY
from tests.extraction.test_figures import BENT, HOLDS_NONE, PERIODS, RATES, READS
from tests.helpers import extracted

OF_AGE = "tháng tuổi"  # says how old somebody is, which is no figure


def _behind(number: str, words: str) -> str:
    return f"{number}{'' if words in GLUED_ONLY else ' '}{words}."


MEASURED = [(f"Xã đạt {_behind('25', words)}", unit.symbol, unit.kind) for words, unit in MEASURES.items()]
PAID = [(f"Xã chi {_behind('25 triệu', words)}", symbol, "money") for words, symbol in MONEY.items()]
LASTED = [(f"Việc sửa đường kéo dài 25 {words}.", words, "duration") for words in DURATIONS if words != OF_AGE]
ADD_ONE = """
from extractor.lexicon import units
units.MEASURES["sải"] = units.Unit("sải", "length")
from extractor.model.writing import schema_text
from tests.helpers import extracted
(figure,) = extracted("Sợi dây dài 12 sải.").figures
print(figure.kind, figure.unit, figure.value, '"sải"' in schema_text("figure"))
"""


@pytest.mark.parametrize(("text", "symbol", "kind"), [*MEASURED, *PAID, *LASTED], ids=lambda value: str(value))
def test_a_unit_of_the_tables_makes_a_figure(text: str, symbol: str, kind: str) -> None:
    (figure,) = extracted(text).figures
    assert (figure.unit, figure.kind) == (symbol, kind)


def test_a_row_more_works_everywhere() -> None:
    ran = subprocess.run([sys.executable, "-c", ADD_ONE], capture_output=True, text=True, encoding="utf-8", check=True)
    assert ran.stdout.split() == ["length", "sải", "12", "True"]


SAID = (*READS, *HOLDS_NONE, *BENT, *RATES, *PERIODS)


def told(extraction: Extraction) -> list[dict[str, Any]]:
    """The figures without their offsets, and a total by its place among them."""
    places = {"id", "article_id", "start", "end", "text", "sentence"}
    at = {figure.id: index for index, figure in enumerate(extraction.figures)}
    return [
        one.model_dump(exclude=places) | {"part_of": at[one.part_of] if one.part_of else None}
        for one in extraction.figures
    ]


@pytest.mark.parametrize("text", SAID)
def test_doubled_blanks_change_nothing(text: str) -> None:
    doubled = extracted(text.replace(" ", "  "))
    assert told(doubled) == told(extracted(text))
    assert [one.reason for one in doubled.passed] == [one.reason for one in extracted(text).passed]


# Their size differs by region, or nobody adds them to others.
WITHOUT_BASE = {"hải lý", "inch", "dặm", "sào", "công", "mẫu"}


def test_each_symbol_that_is_measured_has_its_base() -> None:
    symbols = {unit.symbol for unit in MEASURES.values() if unit.kind in ("length", "area", "volume", "mass")}
    assert symbols - IN_BASE.keys() == WITHOUT_BASE
    assert symbols >= IN_BASE.keys()
