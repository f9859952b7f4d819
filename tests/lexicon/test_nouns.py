"""Each row of the compounds is counted whole, so that a row needs no text of its own."""

from __future__ import annotations

import pytest

from extractor.extraction.rules.counts import noun_end
from extractor.lexicon.compounds import COMPOUNDS


@pytest.mark.parametrize("noun", COMPOUNDS)
def test_a_compound_is_counted_whole(noun: str) -> None:
    assert noun_end(f" {noun}.", 0) == len(noun) + 1
