"""Figures become facts: what is joined and what is not, and that order, repetition and parts make no difference."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from extractor import merge
from extractor.extraction.pipeline import Extraction, extract
from extractor.model.records import Article, Fact, FigureBase
from extractor.model.writing import dumps, schema_text
from extractor.runs.batch import extract_each

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
DAY = "2023-12-20"


def news(name: str, text: str, *, published: str | None = DAY, same_as: str | None = None) -> Extraction:
    """An article of a text about huyện Lý Sơn."""
    body = f"Toàn cảnh huyện Lý Sơn (Quảng Ngãi)\n\n{text}"
    return extract(Article(id=name, source=name, text=body, published=published, same_as=same_as))


def merged(*extractions: Extraction) -> list[Fact]:
    figures = [figure for one in extractions for figure in one.figures]
    return list(merge(figures, [one.article for one in extractions]))


def shown(facts: Sequence[Fact]) -> list[tuple[str, int, str]]:
    """Of each fact its value, how many figures state it, and how they agree."""
    return sorted((f"{fact.value:f}", len(fact.figures), fact.agreement) for fact in facts if fact.value is not None)


# One article each: its sentences, and the facts that come of them.
ONE_ARTICLE = (
    (
        "Năm 2023, huyện xây dựng được trên 400 mô hình dân vận khéo. "
        "Đến cuối năm, huyện có 421 mô hình dân vận khéo.",
        [("421", 2, "rounded")],
    ),
    (
        "Năm 2023, huyện trồng gần 900.000 cây xanh phân tán. Cả năm, huyện trồng được trên 900.000 cây xanh phân tán.",
        [("900000", 2, "conflicting")],
    ),
    ("Vụ tai nạn làm 2 người chết, 2 người bị thương.", [("2", 1, "single"), ("2", 1, "single")]),
    ("Năm 2022, huyện trồng 45 ha tỏi. Năm 2023, huyện trồng 45 ha tỏi.", [("45", 1, "single"), ("45", 1, "single")]),
    ("Huyện hỗ trợ 12 hộ nghèo. Huyện khen thưởng 12 cán bộ.", [("12", 1, "single"), ("12", 1, "single")]),
    ("Huyện trồng 35 ha tỏi. Mục tiêu của huyện là trồng 35 ha tỏi.", [("35", 1, "single"), ("35", 1, "single")]),
    (
        "Hơn 300 hộ dân hiến đất mở đường. Năm nay, đã có 317 hộ dân tự nguyện hiến hơn 2 ha đất.",
        [("2", 1, "single"), ("317", 2, "rounded")],
    ),
    ("Huyện bắt 64 vụ trộm cắp. Huyện có 64 tuyến đường hoa.", [("64", 1, "single"), ("64", 1, "single")]),
    ("Lớp học có 827 chị em vay vốn. Huyện giúp 827 hội viên vay vốn.", [("827", 2, "repeated")]),
    (
        "Huyện có trên 400 mô hình sinh kế. Xã An Hải có 421 mô hình sinh kế.",
        [("400", 1, "single"), ("421", 1, "single")],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), ONE_ARTICLE, ids=[text for text, _ in ONE_ARTICLE])
def test_facts_of_one_article(text: str, facts: list[tuple[str, int, str]]) -> None:
    assert shown(merged(news("a", text))) == facts


SAID = "Năm 2023, huyện trồng được {} cây dừa xiêm ven biển."


@pytest.mark.parametrize(
    ("first", "second", "facts"),
    [
        ("12.450", "12.450", [("12450", 2, "repeated")]),
        ("12.450", "trên 12.000", [("12450", 2, "rounded")]),
        ("12.450", "13.900", [("12450", 2, "conflicting")]),
    ],
)
def test_facts_of_two_articles(first: str, second: str, facts: list[tuple[str, int, str]]) -> None:
    made = merged(news("a", SAID.format(first)), news("b", SAID.format(second), published="2024-01-05"))
    assert shown(made) == facts
    (fact,) = made
    assert (fact.sources, fact.first_published, fact.last_published) == (2, DAY, "2024-01-05")
    assert len(fact.values) == (1 if first == second else 2), "every value is kept"


def test_a_place_has_one_name_whatever_its_spelling() -> None:
    text = "Toàn cảnh huyện {} (Đắk Nông)\n\nNăm 2023, huyện {} làm được 24,6 km đường giao thông nông thôn."
    made = merged(
        *(
            extract(Article(id=name, source=name, text=text.format(name, name), published=DAY))
            for name in ("Đăk R’lấp", "Đắk R'Lấp")
        )
    )
    assert [(len(fact.figures), fact.place and fact.place.name) for fact in made] == [(2, "huyện Đắk R'Lấp")]


def test_next_years_report_in_the_same_words_is_another_fact() -> None:
    text = "Hiện nay, huyện có 421 mô hình dân vận khéo."
    assert len(merged(news("a", text), news("b", text, published="2024-12-20"))) == 2
    text = "Huyện khen thưởng 125 hộ sản xuất giỏi."
    assert len(merged(news("a", text), news("b", text, published="2024-12-20"))) == 2


def test_a_reprint_is_one_source() -> None:
    text = "Hiện nay, huyện có 421 mô hình dân vận khéo."
    (fact,) = merged(news("a", text), news("b", text, published="2024-01-20", same_as="a"))
    assert (fact.sources, len(fact.articles), fact.period) == (1, 2, f"../{DAY}")


def test_a_rounded_number_that_two_others_round_to_stays_alone() -> None:
    texts = ("421", "435", "trên 400")
    made = merged(*(news(one, SAID.format(one).replace("cây", "ha"), published=None) for one in texts))
    rounded = next(fact for fact in made if fact.modifier == "more_than")
    assert rounded.agreement == "single"


def test_small_numbers_of_bare_nouns_are_not_joined_across_articles() -> None:
    text = "Năm 2023, huyện có 2 người."
    assert len(merged(news("a", text), news("b", text))) == 2


def test_part_of_is_the_fact_of_the_total() -> None:
    text = "Năm 2023, huyện có 421 mô hình dân vận khéo, trong đó có 91 mô hình kinh tế."
    facts = {fact.value: fact for fact in merged(news("a", text))}
    assert facts[Decimal(91)].part_of == facts[Decimal(421)].id


def test_the_best_value_is_the_most_exact_that_the_others_allow() -> None:
    text = "Toàn huyện có 18.000 hộ dùng nước sạch. Cả huyện có hơn 18.000 hộ dùng nước sạch."
    (fact,) = merged(news("a", text))
    assert (fact.value, fact.modifier, fact.agreement) == (Decimal(18000), "more_than", "rounded")


def test_an_indicator_joins_what_words_do_not() -> None:
    texts = ("Năm 2023, huyện có 1.245 hộ nghèo.", "Năm 2023, huyện còn 1.254 hộ nghèo theo chuẩn mới.")
    found = [news(name, text) for name, text in zip("ab", texts, strict=True)]
    figures = [figure.model_copy(update={"indicator": "poor"}) for one in found for figure in one.figures]
    (fact,) = merge(figures, [one.article for one in found])
    assert (fact.indicator, fact.agreement, len(fact.values)) == ("poor", "conflicting", 2)


def test_without_articles() -> None:
    figures = news("a", "Huyện có 421 mô hình.").figures
    (fact,) = merge(figures)
    assert (fact.first_published, fact.sources, fact.articles) == (None, 1, ("a",))


def test_nothing_gives_nothing() -> None:
    assert list(merge(())) == []


@cache
def corpus() -> tuple[tuple[FigureBase, ...], tuple[Article, ...]]:
    """The figures of the sample corpus, and of each article a second one: another paper's, some numbers changed."""
    figures: list[FigureBase] = []
    articles: list[Article] = []
    for number, outcome in enumerate(extract_each([CORPUS], stdin=BytesIO())):
        assert isinstance(outcome, Extraction)
        article = outcome.article
        again = article.model_copy(update={"id": f"{article.id}-2", "same_as": article.id if number % 3 else None})
        articles += [article, again]
        for figure in outcome.figures:
            shift = figure.value is not None and int(figure.id, 36) % 3 == 0
            value = figure.value + 1 if shift and figure.value is not None else figure.value
            changed = {"id": f"{figure.id}-2", "article_id": again.id, "value": value}
            figures += [figure, figure.model_copy(update=changed)]
    return tuple(figures), tuple(articles)


@cache
def at_once() -> list[Fact]:
    return list(merge(*corpus()))


@st.composite
def some_articles(draw: st.DrawFn) -> frozenset[str]:
    return draw(st.frozensets(st.sampled_from([article.id for article in corpus()[1]]), max_size=12))


@settings(deadline=None, max_examples=10)
@given(st.randoms(use_true_random=False))
def test_order_makes_no_difference(chance: random.Random) -> None:
    figures, articles = map(list, corpus())
    chance.shuffle(figures)
    chance.shuffle(articles)
    assert list(merge(figures, articles)) == at_once()  # type: ignore[arg-type]


@settings(deadline=None, max_examples=10)
@given(some_articles())
def test_what_comes_twice_makes_no_difference(twice: frozenset[str]) -> None:
    figures, articles = corpus()
    more = [figure for figure in figures if figure.article_id in twice]
    again = [article for article in articles if article.id in twice]
    assert list(merge([*figures, *more], [*articles, *again])) == at_once()


@settings(deadline=None, max_examples=10)
@given(some_articles())
def test_new_articles_on_top_of_old_ones_are_all_at_once(new: frozenset[str]) -> None:
    figures, articles = corpus()

    def part(*, of_new: bool) -> tuple[Iterator[FigureBase], Iterator[Article]]:
        chosen = (figure for figure in figures if (figure.article_id in new) == of_new)
        return chosen, (article for article in articles if (article.id in new) == of_new)

    (old_figures, old_articles), (new_figures, new_articles) = part(of_new=False), part(of_new=True)
    together = merge([*old_figures, *new_figures], [*old_articles, *new_articles])
    assert list(together) == at_once()


def test_every_figure_is_in_one_fact_with_its_value() -> None:
    figures, _ = corpus()
    facts = at_once()
    assert Counter(one for fact in facts for one in fact.figures) == Counter(figure.id for figure in figures)
    assert len({fact.id for fact in facts}) == len(facts)
    by_id = {figure.id: figure for figure in figures}
    for fact in facts:
        assert sorted(one for stated in fact.values for one in stated.figures) == list(fact.figures)
        for stated in fact.values:
            for one in stated.figures:
                figure = by_id[one]
                assert (stated.value, stated.low, stated.modifier) == (figure.value, figure.low, figure.modifier)
        assert fact.sources <= len(fact.articles)
        assert (fact.agreement == "single") == (len(fact.figures) == 1)
    kinds = Counter(fact.agreement for fact in facts)
    assert set(kinds) == {"single", "repeated", "rounded", "conflicting"}, "the corpus must show all"


def test_facts_hold_to_their_schema() -> None:
    check = Draft202012Validator(json.loads(schema_text("fact")))
    for fact in at_once():
        check.validate(json.loads(dumps(fact.model_dump())))
