"""The check against records: each value of each fact held against the row that is of the same thing, place and time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from extractor.audit.drafts import Draft, Part
from extractor.audit.numbers import claimed
from extractor.audit.records.choosing import Choice, choices, name_of
from extractor.audit.records.explaining import MOST_NAMED, arithmetic, explanation
from extractor.audit.records.matching import RowIndex, factor, official, questions
from extractor.audit.records.reading import Records, Row
from extractor.audit.store import Store
from extractor.dataset.claims import Said, is_shortened
from extractor.model.records import Fact, FigureBase, Stated

NOT_FOUND = Choice("none")
DECIDED_BY: tuple[Part, ...] = ("quantity", "item", "place", "period", "status")
OPEN_BY: tuple[Part, ...] = ("quantity",)


def check(store: Store, records: Records, index: RowIndex | None = None) -> Iterator[Draft]:
    """What official figures say of each fact: a draft for each value that is decided, else one that says why not."""
    index = index or RowIndex(records)
    found: dict[Hashable, list[Choice]] = defaultdict(list)
    for audited in store.by_article():
        asked = questions(index, audited.figures, audited.article.text, audited.article.published)
        for name, choice in choices(index, asked, audited.facts):
            if choice.why != "none":
                found[name].append(choice)
    for fact in store.facts():
        yield from _of_fact(fact, store, index, found)


def _of_fact(fact: Fact, store: Store, index: RowIndex, found: Mapping[Hashable, Sequence[Choice]]) -> Iterator[Draft]:
    """The drafts of one fact."""
    stated = [(value, [store.figure(name) for name in value.figures]) for value in _lengthened(fact)]
    chosen = [
        (figures, _joined([choice for one in figures for choice in found.get(name_of(one, _facts(fact)), ())]))
        for _, figures in stated
    ]
    decided = [(figures, choice) for figures, choice in chosen if choice.decided]
    for figures, choice in decided:
        yield _draft(figures, choice, (), index)
    if not decided:
        figures, choice = max(chosen, key=lambda pair: pair[1].why != "none")
        others = [figure for some, _ in chosen if some is not figures for figure in some]
        yield _draft([*figures, *others], *_with_nearest(figures[0], choice, store, index), index)


def _facts(fact: Fact) -> Mapping[str, str]:
    return dict.fromkeys(fact.figures, fact.id)


def _lengthened(fact: Fact) -> Iterator[Stated]:
    """The values of a fact; one that only lost its modifier (a title's 400 of trên 400) goes with the long form."""
    said = [Said(one.value, one.low, one.high, one.modifier) for one in fact.values]
    short: dict[Hashable, tuple[str, ...]] = {}
    for one, value in zip(said, fact.values, strict=True):
        if is_shortened(one, said):
            short[one.number] = value.figures
    for one, value in zip(said, fact.values, strict=True):
        if not is_shortened(one, said):
            yield value.model_copy(update={"figures": (*value.figures, *short.pop(one.number, ()))})


def _joined(every: Sequence[Choice]) -> Choice:
    """One choice of those in several articles: the decided one, where all that are decided are of one row."""
    decided = [choice for choice in every if choice.decided]
    if len({(choice.rows[0], choice.verdict) for choice in decided}) > 1:
        rows = dict.fromkeys(row for choice in decided for row in choice.rows)
        return Choice("several", tuple(rows), max(choice.score for choice in decided))
    return max(decided or every, key=lambda choice: choice.score, default=NOT_FOUND)


def _draft(figures: Sequence[FigureBase], choice: Choice, nearest: Sequence[Row], index: RowIndex) -> Draft:
    """The draft of a value's figures."""
    rows = [index.records.rows[number] for number in choice.rows[:MOST_NAMED]]
    first = figures[0]
    told = explanation(first, choice, rows, nearest)
    if choice.verdict is None:
        record = rows[0].official if rows and choice.why in ("contested", "unsure", "part") else None
        return Draft(
            "record", "not_enough_info", tuple(figures), told, stated=claimed(first), record=record,
            rests_on=OPEN_BY, severity="low",
        )  # fmt: skip
    row = rows[0]
    value = row.value * factor(row.measure.unit, first.unit)
    return Draft(
        "record", choice.verdict.verdict, tuple(figures), told, stated=claimed(first),
        expected=official(row, first.unit), arithmetic=arithmetic(first, choice.verdict, value), record=row.official,
        rests_on=DECIDED_BY,
    )  # fmt: skip


def _with_nearest(figure: FigureBase, choice: Choice, store: Store, index: RowIndex) -> tuple[Choice, list[Row]]:
    """The choice, with the rows that come nearest where none fits: those of the place that name most of its thing."""
    if choice.rows or not index.about(figure.place):
        return choice, []
    article = store.article(figure.article_id)
    (question,) = questions(index, (figure,), article.text, article.published)
    nearest = [row for row, like in index.nearest(question) if like.score > 0][:MOST_NAMED]
    moved = [row for row in nearest if index.moved(question, row)]
    return (Choice("borders"), moved) if moved else (choice, nearest)
