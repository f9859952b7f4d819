"""Scores: what counts as found and as right, on small cases made for it and on the sample corpus."""

from __future__ import annotations

import io
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from extractor.evaluate.agreement import ALWAYS, agrees, same_value
from extractor.evaluate.scores import Score, Sure, below_floors, compare, match, members_of, score
from extractor.evaluate.statements import WORDED, Case, ComparedFigure, load_cases
from extractor.extraction.reliability import of_rules

ROOT = Path(__file__).parents[2]
CONFIDENT, LEAST_RIGHT = 0.9, 0.97  # as the README says


def stated(
    start: int = 0, value: str = "5", label: str = "a", part_of: str | None = None, period: str | None = None
) -> ComparedFigure:
    plain: dict[str, str | None] = dict.fromkeys(WORDED)
    plain |= {
        "kind": "count",
        "unit": "hộ",
        "item": "hộ nghèo",
        "modifier": "exact",
        "status": "actual",
        "period": period,
    }
    return ComparedFigure(start, start + 4, f"{value} hộ", Decimal(value), None, None, None, plain, label, part_of)


def share_right(reached: Score) -> float:
    """Of the quantities that are given so much confidence, the share that is right."""
    sure = [level for level in reached.calibration["quantity"] if level.low >= CONFIDENT]
    return sum(level.right for level in sure) / sum(level.found for level in sure)


def likely(share: float) -> dict[str, float]:
    return dict.fromkeys(("quantity", "item", "place", "period", "status"), share)


def worded(field: str, words: str | None) -> ComparedFigure:
    plain = stated()
    return replace(plain, worded={**plain.worded, field: words})


def test_a_hit_overlaps_and_has_the_value() -> None:
    gold = (stated(0), stated(10), stated(20))
    found = (stated(2), stated(10, "6"), stated(30))
    matched = match(Case("a", gold, found))
    assert [one.start for one, _ in matched.hits] == [0]
    assert [one.start for one in matched.missed] == [10, 20]
    assert [one.start for one in matched.false_alarms] == [10, 30]


def test_optional_gold_counts_neither_way() -> None:
    optional = replace(stated(0), optional=True)
    for found in ((), (stated(0),), (stated(0, "6"),)):
        reached = score([Case("a", (optional,), found)])
        assert (reached.gold, reached.found) == (0, 0)


def test_one_figure_is_one_hit() -> None:
    assert score([Case("a", (stated(0), stated(1)), (stated(0),))]).figure.recall == 0.5


@pytest.mark.parametrize(
    ("field", "gold", "found", "right"),
    [
        ("unit", "tấn", "t", True),
        ("unit", "lượt người", "lượt", True),
        ("unit", "hộ", "xã", False),
        ("per", "ha", "héc ta", True),
        ("per", None, "ha", False),
        ("item", "hộ nghèo", "hộ nghèo của xã", True),
        ("item", "hộ nghèo", "xã đạt chuẩn", False),
        ("place", "huyện Yên Bình", "Yên Bình", True),
        ("place", "xã Hoà Bình", "xã Hòa Bình, tỉnh Hòa Bình", True),
        ("place", "TP HCM", "thành phố Hồ Chí Minh", True),
        ("place", "huyện Yên Bình", None, False),
        ("period", "2023", "2023-09", False),
        ("period", "2018/2018-09-19", "2018-01/2018-09-19", True),
        ("period", "../2023", "2023", False),
        ("period", None, "2023", False),
        ("change", None, None, True),
        ("action", "tu sửa, phát dọn", "tu sửa", True),
    ],
)
def test_field_agrees(field: str, gold: str | None, found: str | None, right: bool) -> None:
    assert agrees(field, worded(field, gold), worded(field, found)) is right


def test_values_of_ranges_agree_end_by_end() -> None:
    one = replace(stated(), value=None, low=Decimal(2), high=Decimal(3))
    assert same_value(one, replace(one, low=Decimal("2.0000000001")))
    assert not same_value(one, replace(one, high=Decimal("3.1")))
    assert not same_value(one, stated())


def test_parts_are_links_to_the_right_total() -> None:
    gold = (stated(0, label="all"), stated(10, label="part", part_of="all"), stated(20, label="other", part_of="all"))
    found = (stated(0, label="f1"), stated(10, label="f2", part_of="f1"), stated(20, label="f3", part_of="f2"))
    assert score([Case("a", gold, found)]).part_of_f1 == 0.5


def test_fields_are_shares_of_what_was_found() -> None:
    reached = score([Case("a", (stated(0), stated(10), stated(20)), (stated(0), stated(10, period="2023")))])
    assert reached.fields["period"] == 0.5
    assert reached.field_ratios["period"].recall == pytest.approx(1 / 3)
    assert reached.record.precision == 0.5
    assert set(reached.fields) == set(ALWAYS)


def test_gained_and_lost() -> None:
    gold = (stated(0), stated(10), stated(20))
    difference = compare(
        [Case("a", gold, (stated(0), stated(10), stated(40)))], {"a": (stated(10), stated(20), stated(50))}
    )
    found = [[one.text for one in group] for group in (difference.gained, difference.lost)]
    assert found == [["5 hộ"], ["5 hộ"]]
    assert len(difference.new_alarms) == len(difference.gone_alarms) == 1


def test_nothing_to_score() -> None:
    assert score([]).figure.f1 == 0.0


@cache
def corpus() -> tuple[Case, ...]:
    return load_cases(ROOT / "corpus" / "gold", ROOT / "corpus" / "articles", stdin=io.BytesIO())


def test_corpus_reaches_its_floors() -> None:
    assert below_floors(corpus(), ROOT / "tests" / "floors.toml") == ()


@pytest.mark.parametrize(("group", "members"), [("all", ["a", "b", "c"]), ("old", ["a"]), ("new", ["b", "c"])])
def test_a_group_of_floors(group: str, members: list[str]) -> None:
    groups: dict[str, dict[str, object]] = {
        "all": {"figure": {"f1": 0.9}},
        "old": {"articles": ["a"]},
        "new": {"articles": "others"},
    }
    assert members_of(group, groups, ["a", "b", "c"]) == members


def test_calibration_counts_what_is_right_at_each_level() -> None:
    sure, unsure = replace(stated(0), confidence=likely(0.99)), replace(stated(10), confidence=likely(0.7))
    alarm = replace(stated(20), confidence=likely(0.99))
    levels = score([Case("a", (stated(0), stated(10)), (sure, unsure, alarm))]).calibration
    assert [(level.low, level.found, level.right) for level in levels["quantity"]] == [(0.98, 2, 1), (0.5, 1, 1)]
    assert [(level.low, level.found, level.right) for level in levels["item"]] == [(0.98, 1, 1), (0.5, 1, 1)]


def test_sure_figures_are_counted_with_those_that_are_right() -> None:
    sure, unsure = replace(stated(0), confidence=likely(0.99)), replace(stated(10), confidence=likely(0.7))
    wrong = replace(worded("item", "xe"), start=20, end=24, confidence={**likely(0.95), "place": 0.3})
    reached = score([Case("a", (stated(0), stated(10), stated(20)), (sure, unsure, wrong))]).sure
    assert reached["item"] == Sure(2 / 3, 0.5)
    assert reached["place"] == Sure(1 / 3, 1.0)
    assert reached["record"] == Sure(1 / 3, 1.0)


def test_a_figure_with_a_wrong_unit_is_not_right() -> None:
    found = replace(worded("unit", "xã"), confidence=likely(0.99))
    levels = score([Case("a", (stated(),), (found,))]).calibration
    assert [level.right for level in levels["quantity"]] == [0]
    assert [level.right for level in levels["place"]] == [1]


def test_reliability_counts_each_rule() -> None:
    rules = {"value": "count.noun", "modifier": "modifier.none", "item": "item.behind", "kind": "not counted"}
    alarm = replace(stated(20), rules={"value": "count.noun", "item": "item.none"})
    right = replace(stated(0), rules=rules)
    wrong = replace(worded("item", "xe"), start=40, end=44, rules={"item": "item.behind"})
    reached = score([Case("a", (stated(0), stated(40)), (right, alarm, wrong))])
    assert reached.rules == {"count.noun": (1, 2), "item.behind": (1, 2), "modifier.none": (1, 1)}


def test_confidence_is_that_of_the_least_reliable_rule() -> None:
    assert of_rules(["count.noun", "modifier.none"]) > of_rules(["count.noun", "count.inherited"])
    assert of_rules(["never seen"]) == 0.5


def test_confident_figures_of_the_corpus_are_right() -> None:
    assert share_right(score(corpus())) >= LEAST_RIGHT


def test_gold_of_the_corpus_finds_itself() -> None:
    perfect = score(
        [Case(case.name, case.gold, tuple(one for one in case.gold if not one.optional)) for case in corpus()]
    )
    assert perfect.figure.f1 == perfect.record.f1 == perfect.figure.recall == 1.0
    assert set(perfect.fields.values()) == {1.0}
