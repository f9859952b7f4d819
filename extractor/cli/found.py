"""What people read of a search: how the query was read, a table of figures, facets; and the same for programs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.archive.shapes import Condition, FacetValue, Histogram, Hit, Results
from extractor.archive.telling import hit_told
from extractor.model.writing import dumps

AROUND = 70  # characters of a sentence that are shown on either side of its number
WIDTH = 160  # columns of a table that goes to no terminal
MOST_VALUES = 8  # of a facet
LONGEST_BAR = 40
NOTHING = "–"


def print_read(console: Console, results: Results) -> None:
    """How the query was read, and how much was found."""
    read = results.understood
    said = [f'"{one}"' for one in read.phrases] + [" ".join(read.words)] * bool(read.words)
    said += [_condition(one) for one in read.conditions] + [f"period {one}" for one in read.periods]
    if said:
        console.print(f"read as: {'; '.join(said)}", soft_wrap=True)
    first = (results.query.page - 1) * results.query.size + 1
    shown = f", {first:,} to {first + len(results.hits) - 1:,} shown" if results.hits else ""
    articles = f"; {_counted(results.articles_total, 'article')} with the words" if results.articles_total else ""
    console.print(f"{_counted(results.total, 'figure')} found{shown}{articles}", soft_wrap=True)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _condition(one: Condition) -> str:
    """A condition as a formula: > 5,000,000,000 VND; from 100 to 200 hộ."""
    unit = f" {one.unit}" if one.unit else ""
    if one.low is not None and one.low == one.high:
        total = f"/{one.total:,}" if one.total is not None else ""
        return f"= {one.low:,}{total}{unit}"
    low = f"{'>' if one.open_low else '≥'} {one.low:,}" if one.low is not None else ""
    high = f"{'<' if one.open_high else '≤'} {one.high:,}" if one.high is not None else ""
    return " and ".join(filter(None, (low, high))) + unit


def print_results(console: Console, results: Results) -> None:
    """The figures as a table; then what was asked for besides, and articles that say the words."""
    if not console.is_terminal:
        console.width = WIDTH
    if results.hits:
        console.print(_table(results.hits))
    for name, values in results.facets.items():
        if values:
            console.print(Text.assemble((f"{name}: ", "bold"), ", ".join(_values(values))), soft_wrap=True)
    if results.histogram:
        for line in _bars(results.histogram):
            console.print(line, soft_wrap=True)
    if results.articles:
        console.print(Text("\narticles with the words", style="bold"))
    for article in results.articles:
        said = " · ".join(filter(None, (article.article.title, article.source, article.article.published)))
        console.print(Text(said, style="bold"), soft_wrap=True)
        console.print(Text(f"   {_one_line(article.passage)}"), soft_wrap=True)


def _table(hits: tuple[Hit, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name, ratio in (("value", 3), ("item", 4), ("place", 3), ("period", 2), ("sentence", 9), ("source", 2)):
        table.add_column(name, ratio=ratio, overflow="fold")
    table.add_column("day", no_wrap=True)
    for hit in hits:
        figure = hit.figure
        cells = (_one_line(figure.text), figure.item, figure.place.name if figure.place else NOTHING)
        day = (hit.article.published or NOTHING)[: len("2024-03-04")]
        table.add_row(*map(Text, cells), Text(figure.period or NOTHING), _marked(hit), Text(hit.source), Text(day))
    return table


def _marked(hit: Hit) -> Text:
    """The sentence around its number, which is marked so that a pipe shows it too."""
    start, end = hit.mark
    before, after = hit.sentence[:start], hit.sentence[end:]
    if len(before) > AROUND:
        before = f"…{before[-AROUND:].partition(' ')[2]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]}…"
    number = f"«{_one_line(hit.sentence[start:end])}»"
    return Text.assemble(_flat(before).lstrip(), (number, "bold green"), _flat(after).rstrip())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


def _values(values: tuple[FacetValue, ...]) -> Iterator[str]:
    for one in values[:MOST_VALUES]:
        name = one.vi if one.vi == one.value else f"{one.vi} ({one.value})"
        yield f"{name} {one.figures:,}"
    if len(values) > MOST_VALUES:
        yield f"and {len(values) - MOST_VALUES} more"


def _bars(histogram: Histogram) -> Iterator[Text]:
    """A line for each bin."""
    most = max(one.figures for one in histogram.bins)
    scale = ", logarithmic" if histogram.log else ""
    yield Text(f"values in {histogram.unit}{scale}:", style="bold")
    for one in histogram.bins:
        bar = "█" * round(LONGEST_BAR * one.figures / most) or ("▏" if one.figures else "")
        yield Text(f"   {_number(one.low):>20} {one.figures:>8,} {bar}")


def _number(value: float) -> str:
    """A number with all its digits: 10,000,000,000."""
    return f"{Decimal(repr(value)).normalize():,f}"


def json_of(results: Results) -> str:
    """The figures as JSON Lines."""
    return "".join(f"{dumps(hit_told(hit).model_dump())}\n" for hit in results.hits)
