"""The checks within an article take time in proportion to it: long sentences and articles cost no more a figure."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest

from extractor.audit.auditing import WITHIN
from extractor.audit.drafts import Audited
from extractor.extraction.pipeline import extract
from tests.helpers import article

MOST_SECONDS = 6.0  # about four times what it takes on a slow machine; what grows with the square takes a minute


def one_sentence() -> str:
    random = Random(7)
    crops = ("hộ trồng chè", "con bò", "cây cam", "người khá giả", "xã nghèo")
    return "Huyện có " + ", ".join(f"{random.randint(10, 9999)} {random.choice(crops)}" for _ in range(400)) + "."


def many_lines() -> str:
    random = Random(7)
    return "\n".join(
        f"Thôn {at} có {random.randint(1000, 9999)} hộ, trong đó có {random.randint(10, 999)} hộ nghèo."
        for at in range(1500)
    )


@pytest.mark.parametrize("text", [one_sentence(), many_lines()], ids=["one sentence", "many lines"])
def test_long_texts_are_checked_in_time(text: str) -> None:
    news = article(text)
    audited = Audited(news, tuple(extract(news).figures), {})
    start = process_time()
    for check in WITHIN:
        list(check(audited))
    assert process_time() - start < MOST_SECONDS
