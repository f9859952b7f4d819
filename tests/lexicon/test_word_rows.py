"""Word tables as text: a row a word."""

from __future__ import annotations

import pytest

from extractor.lexicon.rows import rows


def test_a_row_is_a_word_and_a_remark_is_none() -> None:
    assert rows("\n  hộ nghèo\n# heading\n  xã   # a unit\n\n") == ("hộ nghèo", "xã")


def test_a_word_that_stands_twice_is_named() -> None:
    with pytest.raises(ValueError, match="hộ"):
        rows("hộ\nxã\nhộ")
