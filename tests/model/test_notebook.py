"""What a notebook shows of a record: one line that is cut, a table without empty fields, text that stays text."""

from __future__ import annotations

from decimal import Decimal

from extractor.model.notebook import LONGEST_LINE, LONGEST_TEXT, one_line, paragraphs, table


def test_a_line_leaves_out_what_is_empty_and_is_cut() -> None:
    assert one_line(("421  mô hình", None, "", (), "2023")) == "421 mô hình · 2023"
    long = one_line(["chữ"] * LONGEST_LINE)
    assert len(long) == LONGEST_LINE
    assert long.endswith("…")


def test_a_table_has_the_fields_that_hold_something() -> None:
    shown = table("Count", (("value", Decimal("1E+3")), ("item", None), ("unit", "<b>"), ("parts", ("a", "b"))))
    assert "1000" in shown
    assert "item" not in shown
    assert "&lt;b&gt;" in shown
    assert "a<br>b" in shown


def test_paragraphs_are_the_beginning_of_a_text() -> None:
    assert paragraphs("một <b>\n\nhai") == "<p>một &lt;b&gt;</p><p>hai</p>"
    assert paragraphs("x" * (LONGEST_TEXT + 1)) == f"<p>{'x' * LONGEST_TEXT}…</p>"
