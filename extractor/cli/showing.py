"""What people read of single results and of tables: explanations, facts, findings, scores, in colours on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.cli.printing import counted

if TYPE_CHECKING:
    from extractor.audit.explained import ExplainedFinding
    from extractor.catalogue import Catalogue
    from extractor.dataset.explained import ExplainedFact
    from extractor.evaluate.scores import Difference, Level, PrecisionRecall, Score
    from extractor.extraction.explain import Explained, Field
    from extractor.model.records import Article

LEAST_TOLD = 0.01  # what is less likely is not told of
NOTHING = "–"
VERDICTS = {"refuted": "bold red", "supported": "bold green", "not enough info": "bold yellow"}


def print_explained(
    console: Console, article: Article, numbers: Iterable[Explained], facts: Iterable[ExplainedFact]
) -> None:
    """Every number with its sentence, and its fields with their rules or why it is no figure; then the facts."""
    console.print(Text(f"{article.title or article.source}", style="bold"), soft_wrap=True)
    known = (article.source, article.published, article.place.name if article.place else None)
    console.print(Text(" · ".join(part for part in known if part)), soft_wrap=True)
    for at, number in enumerate(numbers, 1):
        console.print()
        console.print(_quoted(at, number), soft_wrap=True)
        for line in _reasons(number):
            console.print(line, soft_wrap=True)
    said_again = list(facts)
    if said_again:
        console.print(Text(f"\nStated more than once: {counted(len(said_again), 'fact')}\n", style="bold"))
        print_facts(console, said_again)


def _quoted(at: int, number: Explained) -> Text:
    """The sentence with its number marked, so that a pipe shows it too."""
    style = "bold green" if number.reason is None else "bold yellow"
    marked = (f"«{number.words}»", style)
    return Text.assemble(f"{at}. ", number.before, marked, number.after)


def _reasons(number: Explained) -> Iterator[Text]:
    """Why a number was read so: a line for each field, or one that says why it is no figure."""
    if number.reason is not None:
        yield Text.assemble("   no figure: ", (number.reason, "yellow"), f"  ({number.rule})")
        return
    width = max(len(one.value or NOTHING) for one in number.fields)
    for one in number.fields:
        yield Text.assemble(
            f"   {one.name:<9} ", (f"{one.value or NOTHING:<{min(width, 40)}}", "green"), f"  {one.rule}", _likely(one)
        )


def _likely(field: Field) -> str:
    """How likely a field is right, what it would be instead, and what told the two apart."""
    if field.likely is None:
        return ""
    likely = f"  {field.likely:.2f}"
    if field.instead is None or field.instead.likely < LEAST_TOLD:
        return likely
    why = ", ".join(f"{one.evidence} {one.weight:+.1f}" for one in field.because)
    return f"{likely}, not {field.instead.value or NOTHING} ({field.instead.likely:.2f}): {why}"


def print_facts(console: Console, facts: Iterable[ExplainedFact]) -> int:
    """Facts with their fields, and with the words that state them where they have any; what comes back counts them."""
    count = 0
    for count, fact in enumerate(facts, 1):
        if count > 1:
            console.print()
        console.print(Text.assemble((fact.id, "bold"), f"  {fact.about}"), soft_wrap=True)
        for name, text in fact.lines:
            console.print(Text.assemble(f"   {name:<9} ", (text, "green")), soft_wrap=True)
        for value in fact.values:
            console.print(Text.assemble("   said      ", (value.words, "bold green")), soft_wrap=True)
            for quote in value.quotes:
                console.print(Text(f"      {quote.where}:"), soft_wrap=True)
                words = (f"«{quote.words}»", "bold green")
                console.print(Text.assemble("      ", quote.before, words, quote.after), soft_wrap=True)
    return count


def print_finding(console: Console, finding: ExplainedFinding) -> None:
    """A finding: its verdict, what it says and by which sum, and each figure that it compares with its sentence."""
    style = VERDICTS.get(finding.verdict, "bold")
    said = Text.assemble((finding.id, "bold"), "  ", (finding.verdict, style), f"  {finding.about}")
    console.print(said, soft_wrap=True)
    for name, text in finding.lines:
        console.print(Text.assemble(f"   {name:<10} ", (text, "green")), soft_wrap=True)
    for at, one in enumerate(finding.figures):
        name = "in doubt" if at == 0 else "compared"
        console.print(Text.assemble(f"   {name:<10} ", (one.claims, "bold green"), f"  {one.about}"), soft_wrap=True)
        console.print(Text(f"      {one.where}:"), soft_wrap=True)
        console.print(Text.assemble("      ", one.before, (f"«{one.words}»", "bold green"), one.after), soft_wrap=True)


def print_sources(console: Console, sources: Iterable[tuple[str, int]]) -> None:
    """The sources of an archive with how many articles each has."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    for name, articles in sources:
        table.add_row(f"{articles:,}", Text(name))
    console.print(table, soft_wrap=True)


def print_catalogue(console: Console, catalogue: Catalogue) -> None:
    """The indicators by group: id, canonical unit, labels."""
    for group in catalogue.groups:
        console.print(Text(f"{group.vi} ({group.en})", style="bold"), soft_wrap=True)
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True)
        for one in (one for one in catalogue.indicators if one.group == group.id):
            table.add_row(Text(f"  {one.id}"), Text(one.unit[0]), Text(one.vi), Text(one.en))
        console.print(table)


def print_score(console: Console, score: Score) -> None:
    """Precision, recall and F1 overall, by kind and by field."""
    console.print(f"{counted(score.articles, 'article')}, {score.gold} gold figures, {score.found} found")
    overall: dict[str, PrecisionRecall] = {"figure": score.figure, "record": score.record}
    console.print(_ratios("overall", overall))
    console.print(_ratios("kind", score.kinds))
    console.print(_ratios("field", score.field_ratios, ("of figures found", score.fields)))
    others = {name: share for name, share in score.fields.items() if name not in score.field_ratios}
    for name, share in others.items():
        console.print(f"{name}: {share:.3f} of the figures found whose gold has it")
    if score.part_of_f1 is not None:
        console.print(f"part_of: F1 {score.part_of_f1:.3f} of the links from parts to totals")
    for part, levels in score.calibration.items():
        console.print(_calibration(part, levels))


def _calibration(part: str, levels: Iterable[Level]) -> Table:
    """How many of the figures at each level of confidence are right in what it speaks of."""
    table = Table(f"confidence of {part}", box=None, pad_edge=False)
    for heading in ("figures", "right", "share"):
        table.add_column(heading, justify="right")
    for level in levels:
        bounds, share = f"{level.low:.2f} to {level.high:.2f}", f"{level.right / level.found:.3f}"
        table.add_row(bounds, str(level.found), str(level.right), share)
    return table


def _ratios(
    name: str, rows: Mapping[str, PrecisionRecall], more: tuple[str, Mapping[str, float]] | None = None
) -> Table:
    table = Table(name, box=None, pad_edge=False)
    for heading in ("precision", "recall", "F1", *((more[0],) if more else ())):
        table.add_column(heading, justify="right")
    for row, ratio in rows.items():
        shares = [ratio.precision, ratio.recall, ratio.f1, *((more[1][row],) if more else ())]
        table.add_row(row, *(f"{share:.3f}" for share in shares))
    return table


def print_difference(console: Console, difference: Difference) -> None:
    """The figures gained and lost, and the false alarms new and gone."""
    groups = (("gained", difference.gained), ("lost", difference.lost),
              ("new false alarm", difference.new_alarms), ("false alarm gone", difference.gone_alarms))  # fmt: skip
    console.print(", ".join(f"{name}: {len(changes)}" for name, changes in groups))
    for name, changes in groups:
        for change in changes:
            console.print(Text(f"  {name}: {change.article}: {' '.join(change.text.split())}"), soft_wrap=True)
