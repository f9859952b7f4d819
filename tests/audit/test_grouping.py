"""The store gives facts by what they speak of, and articles by the numbers that they share, whatever their number."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal

import pytest

from extractor.audit.store import MOST_OF_A_KEY, MOST_WITH_A_NUMBER, Shared, Store
from extractor.model.records import Article, Confidence, FigureBase
from tests.datasets import fact


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store()) as made:
        yield made


def news(count: int, *, same_as: str | None = None) -> list[Article]:
    """Articles 0, 1, 2 …"""
    return [Article(id=str(at), source="x.txt", text=f"{at}", same_as=same_as) for at in range(count)]


def figure(article: str, value: int) -> FigureBase:
    """A count of hộ in an article."""
    likely = Confidence(quantity=0.9, item=0.9, place=0.9, period=0.9, status=0.9)
    return FigureBase(
        id=f"{article}-{value}", article_id=article, start=value, end=value + 1, text="x", kind="count",
        value=Decimal(value), unit="hộ", item="hộ", sentence=(0, 1), rule={}, confidence=likely,
    )  # fmt: skip


def test_facts_of_a_key_come_together(store: Store) -> None:
    store.put_facts([fact("a", item="x"), fact("b", item="y"), fact("c", item="x"), fact("d", item="z")])
    assert [[one.id for one in group] for group in store.facts_by(lambda one: one.item)] == [["a", "c"]]


def test_facts_without_a_key_are_left_out(store: Store) -> None:
    store.put_facts([fact("a"), fact("b")])
    assert list(store.facts_by(lambda one: None)) == []


def test_crowd_of_a_key_is_left_out(store: Store) -> None:
    store.put_facts(fact(str(at)) for at in range(MOST_OF_A_KEY + 1))
    assert list(store.facts_by(lambda one: one.item)) == []


def test_keys_of_one_question_are_not_those_of_the_next(store: Store) -> None:
    store.put_facts([fact("a", item="x", unit="u"), fact("b", item="x", unit="v")])
    assert len(list(store.facts_by(lambda one: one.item))) == 1
    assert list(store.facts_by(lambda one: one.unit)) == []


def value_of(one: FigureBase) -> str:
    return str(one.value)


def test_articles_that_share_numbers(store: Store) -> None:
    store.put_articles(news(3))
    store.put_figures([figure("0", 5), figure("0", 7), figure("1", 7), figure("1", 5), figure("2", 7)])
    found = list(store.sharing(value_of, least=2))
    assert found == [Shared("0", "1", (("0-5", "1-5"), ("0-7", "1-7")))]


def test_copies_share_nothing(store: Store) -> None:
    store.put_articles([*news(1), *(one.model_copy(update={"id": "1"}) for one in news(1, same_as="0"))])
    store.put_figures([figure("0", 5), figure("1", 5)])
    assert list(store.sharing(value_of, least=1)) == []


def test_number_of_everybody_is_shared_by_nobody(store: Store) -> None:
    store.put_articles(news(MOST_WITH_A_NUMBER + 1))
    store.put_figures(figure(str(at), 5) for at in range(MOST_WITH_A_NUMBER + 1))
    assert list(store.sharing(value_of, least=1)) == []
