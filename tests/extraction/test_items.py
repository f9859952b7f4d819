"""Each rule for items against its own texts."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from extractor.extraction.context.item import ItemRule, counted, measured
from extractor.model.records import FigureBase
from tests.helpers import extracted

RULES = (*counted.RULES, *measured.RULES)


class Text(NamedTuple):
    """A sentence and the words of the number in it."""

    sentence: str
    words: str


def figure_at(text: Text) -> FigureBase:
    """The figure that the words stand for."""
    return next(one for one in extracted(text.sentence).figures if one.text == text.words)


@pytest.mark.parametrize(
    ("rule", "text", "item"),
    [
        pytest.param(rule, Text(sentence, words), item, id=f"{rule.name}: {sentence} [{words}]")
        for rule in RULES
        for sentence, words, item in rule.yes
    ],
)
def test_reads_item(rule: ItemRule, text: Text, item: str) -> None:
    figure = figure_at(text)
    assert (figure.rule["item"], figure.item) == (rule.name, item)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param(rule, Text(sentence, words), id=f"{rule.name}: {sentence} [{words}]")
        for rule in RULES
        for sentence, words in rule.no
    ],
)
def test_leaves_item_alone(rule: ItemRule, text: Text) -> None:
    assert figure_at(text).rule["item"] != rule.name


def test_each_rule_has_texts_of_both_kinds() -> None:
    assert not [rule.name for rule in RULES if not (rule.yes and rule.no)]


def test_no_two_rules_have_one_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
