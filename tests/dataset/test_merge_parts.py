"""The parts of merging and export, each alone: keys, clusters, drafts of facts, the spill, and the tables' rows."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from extractor import extract
from extractor.dataset.export.columns import FACTS, SOURCES
from extractor.dataset.export.crosswalk import crosswalk
from extractor.dataset.export.package import package
from extractor.dataset.export.wide import Wide
from extractor.dataset.merge.across import facts_of
from extractor.dataset.merge.clusters import Link, clusters
from extractor.dataset.merge.compare import Claim
from extractor.dataset.merge.facts import Draft, FactRow, StatedRow, draft
from extractor.dataset.merge.keys import Origin, Statement, key, statement
from extractor.dataset.merge.spill import Spill
from extractor.dataset.merge.statements import groups
from extractor.model.records import Article, Fact, FigureBase, Stated
from extractor.model.writing import json_lines
from extractor.places.records import place_record
from tests.helpers import article

SAID = "Năm 2023, xã Minh Xuân có 421 hộ nghèo."
AGAIN = "Xã Minh Xuân năm 2023 còn 421 hộ nghèo, theo báo cáo."


def news(name: str, text: str) -> Article:
    return article(text).model_copy(update={"id": name, "published": "2023-12-20"})


def figures(name: str, text: str) -> tuple[FigureBase, ...]:
    return extract(news(name, text)).figures


def stated(name: str, text: str) -> Statement:
    (group,) = groups(Claim.of(figure) for figure in figures(name, text))
    return statement(group, Origin(name, "2023-12-20", name, "2023-12-20"))


def drafts(statements: Sequence[Statement]) -> list[Draft]:
    return [draft(joined) for joined in facts_of(statements)]


def test_stronger_links_go_first_and_what_is_apart_stays_apart() -> None:
    links = [Link(0, 1, 1), Link(1, 2, 2), Link(3, 3, 1)]
    assert clusters("abcd", links, lambda one, other: {one, other} == {"a", "c"}) == [
        ((0,), frozenset()),
        ((1, 2), frozenset({2})),
        ((3,), frozenset({1})),
    ]


def test_one_key_for_what_may_be_one_fact() -> None:
    assert key(stated("a", SAID)) == key(stated("b", AGAIN))
    assert key(stated("a", SAID)) != key(stated("b", SAID.replace("2023", "2022")))


def test_two_articles_state_one_fact() -> None:
    (found,) = drafts([stated("a", SAID), stated("b", AGAIN)])
    assert (found.fact.value, found.fact.unit, found.fact.articles) == (Decimal(421), "hộ nghèo", ("a", "b"))
    assert (found.fact.agreement, found.fact.sources, found.totals) == ("repeated", 2, ())


def test_what_cannot_both_be_true_conflicts() -> None:
    found = drafts([stated("a", SAID), stated("b", SAID.replace("421", "435"))])
    assert [one.fact.agreement for one in found] == ["conflicting"]
    assert sorted(value.value or 0 for one in found for value in one.fact.values) == [421, 435]


def contrary() -> list[Draft]:
    other = stated("c", "Năm 2023, xã Minh Xuân có 3,50 ha lúa.")
    return drafts([stated("a", SAID), stated("b", SAID.replace("421", "435")), other])


def test_a_row_has_the_fields_of_its_record_and_is_written_as_that() -> None:
    assert (FactRow._fields, StatedRow._fields) == (tuple(Fact.model_fields), tuple(Stated.model_fields))
    rows = [one.fact._replace(part_of=total) for one in contrary() for total in (None, "t")]
    rows += [row._replace(value=None, low=Decimal("0.50"), high=Decimal("2E+3"), place=None) for row in rows]
    assert len(rows) > 2
    assert [f"{row.line()}\n" for row in rows] == [json_lines([row.record()]) for row in rows]


def test_a_spill_gives_facts_back_as_they_were() -> None:
    with closing(Spill()) as spill:
        spill.put_drafts(contrary())
        assert [fact for fact, _ in spill.drafts()] == [one.fact for one in contrary()]


def test_a_spill_gives_back_what_it_took() -> None:
    first, second = figures("a", SAID), figures("b", AGAIN)
    with closing(Spill()) as spill:
        spill.put_articles([news("a", SAID), news("b", AGAIN).model_copy(update={"same_as": "a"})])
        spill.put_figures([*second, *first, *first])
        found = list(spill.by_article())
        spill.put_statements([("k", stated("a", SAID))])
        spill.put_drafts(drafts([stated("a", SAID)]))
        assert list(spill.by_key()) == [[stated("a", SAID)]]
        assert [(fact.value, totals) for fact, totals in spill.drafts()] == [(Decimal(421), [])]
    assert [(origin.article, origin.family) for origin, _ in found] == [("a", "a"), ("b", "a")]
    assert [claims for _, claims in found] == [[Claim.of(one) for one in first], [Claim.of(one) for one in second]]


def test_a_crosswalk_names_who_holds_a_place_today_and_what_that_holds() -> None:
    place = place_record("Yên Bình", "huyện", when=None, context="tỉnh Yên Bái")
    rows = list(crosswalk({place: 3}))
    assert {row.facts for row in rows if row.then == place} == {3}
    assert {row.name for row in rows if row.then == place} == {unit.name for unit in place.today}
    assert len(rows) == len(place.today) > 1


def test_a_package_says_what_columns_mean_and_where_they_lead() -> None:
    found = package([SOURCES, FACTS], bom=False)
    assert [table["path"] for table in found["resources"]] == ["sources.csv", "facts.csv"]
    schema = found["resources"][0]["schema"]
    assert schema["primaryKey"] == ["id"]
    assert all(field["description"] for field in schema["fields"])


@pytest.mark.parametrize("units", ["then", "today"])
def test_the_wide_table_has_a_column_a_year(units: str, tmp_path: Path) -> None:
    wide = Wide("today" if units == "today" else "then")
    for one in drafts([stated("a", SAID)]) + drafts([stated("b", SAID.replace("2023", "2022").replace("421", "435"))]):
        wide.add(one.fact)
    columns = [column.name for column in wide.write(tmp_path / "wide.csv", bom=False)]
    assert [name for name in columns if name.startswith("20")] == ["2022", "2022_note", "2023", "2023_note"]
    rows = (tmp_path / "wide.csv").read_text(encoding="utf-8").splitlines()
    assert ",435,,421,," in rows[1]
    assert len(rows) == 2
