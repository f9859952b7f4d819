"""Small news of our own with one planted fault each, and the same without it: what the audit must find, and must not.

The same seed makes the same articles. Sentences, nouns and numbers are ours; places are of the gazetteer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

import regex

from extractor.audit.auditing import findings
from extractor.dataset.merge.merging import merge
from extractor.extraction.pipeline import extract
from extractor.model.records import Article, FigureBase, Finding
from extractor.places.gazetteer import AdminUnit, all_units, key_of
from extractor.reading.text import completed
from tests.audit.frames import across, within
from tests.audit.frames import innocent as nothing
from tests.audit.frames import numbers as made

SEED = 13
DRAWS = 2  # of numbers and place for each frame
COMMUNES = 0.3  # of articles are of 2025 and of a commune of today
OPEN, CLOSE = "⟦", "⟧"  # around what is planted, while a text is made
OPENING = regex.compile(r"(?m)(?:^|(?<=[.] ))(?:huyện|xã|toàn)(?= )")  # a level that opens a sentence
MARKED = regex.compile(f"{OPEN}(.*?){CLOSE}")

WITHIN: dict[str, tuple[made.Maker, tuple[str, ...]]] = {
    "sum complete": (made.complete, within.COMPLETE),
    "part above total": (made.exceeding, within.EXCEEDS),
    "percent of a whole": (made.whole, within.WHOLE),
    "n of m": (made.ratio, within.RATIO),
    "number and share": (made.share, within.SHARE),
    "share of no number": (made.grim, within.GRIM),
    "change and levels": (made.levels, within.LEVELS),
    "raised to": (made.raised, within.RAISED),
    "title and text": (made.twice, within.TITLE),
    "lead and body": (made.twice, within.LEAD),
    "modifiers": (made.hedged, within.HEDGES),
    "rate": (made.rate, within.RATE),
    "price": (made.price, within.PRICE),
    "date": (made.date, within.DATE),
}


class Planted(NamedTuple):
    """Articles with a fault and without it; where it stands: the article's place among them, and the span."""

    kind: str
    frame: str
    faulty: tuple[Article, ...]
    clean: tuple[Article, ...]
    at: int
    span: tuple[int, int]


class Told(NamedTuple):
    """A text with the day of its publication."""

    text: str
    day: str


class Score(NamedTuple):
    """How many planted faults of each kind were found, of how many; what was not; and the false refutations."""

    found: dict[str, int]
    of: dict[str, int]
    missed: list[Planted]
    false: list[Finding]
    clean: int  # articles without a fault


def planted(seed: int = SEED) -> Iterator[Planted]:
    """All frames of all kinds, each with numbers and places drawn anew."""
    for kind, (maker, frames) in WITHIN.items():
        random = Random(f"{seed} {kind}")  # of each kind its own: a frame more does not change the others
        for at, frame in enumerate(frames):
            for _ in range(DRAWS):
                yield _within(random, kind, f"{kind} {at}", frame, maker)
    groups = (("conflict", across.CONFLICT), ("falling series", across.SERIES), ("scale", across.SCALE),
              ("last year's numbers", across.REPORTS), ("another place's numbers", across.REPORTS))  # fmt: skip
    for kind, sets in groups:
        random = Random(f"{seed} {kind}")
        for at, texts in enumerate(sets):
            for _ in range(DRAWS):
                yield _across(random, kind, f"{kind} {at}", texts)


@cache
def _districts() -> tuple[AdminUnit, ...]:
    """Districts of before the reform whose names no other district has."""
    districts = [unit for unit in all_units() if unit.level == "huyện" and unit.era == "before"]
    times = Counter(key_of(unit.name) for unit in districts)
    return tuple(unit for unit in districts if times[key_of(unit.name)] == 1)


@cache
def _communes() -> tuple[AdminUnit, ...]:
    """Communes of today whose names few other units have."""
    times = Counter(key_of(unit.name) for unit in all_units())
    return tuple(
        unit for unit in all_units() if unit.level == "xã" and unit.era == "after" and times[key_of(unit.name)] < 3
    )


def _commune(random: Random) -> dict[str, str]:
    unit = random.choice(_communes())
    return {"place": unit.full_name, "name": unit.name, "province": unit.province.removeprefix("tỉnh ")}


def _place(random: Random, *, other_than: str = "") -> dict[str, str]:
    unit = random.choice([unit for unit in _districts() if unit.full_name != other_than])
    return {"place": unit.full_name, "name": unit.name, "province": unit.province.removeprefix("tỉnh ")}


def _filled(frame: str, fields: dict[str, str], fault: dict[str, str]) -> str:
    """The frame with its fields, what is planted between marks."""
    marked = {name: f"{OPEN}{value}{CLOSE}" for name, value in fault.items()}
    text = frame.format(**fields | marked)
    return OPENING.sub(lambda found: found[0].capitalize(), text.replace("{year}", fields["year"]))


def _with_fillers(text: str, fillers: Sequence[str], where: dict[str, str]) -> str:
    """The text with two paragraphs more of other things, each of which has a number of its own."""
    first, second, third = (
        filler.format(x=Random(f"{filler} {where['place']} {where.get('year')}").randint(11, 89), **where)
        for filler in fillers
    )
    return f"{text}\n\n{first} {second}\n\n{third}"


def _dressed(random: Random, text: str, day: str) -> str:
    """The text as one of the forms that portals deliver: with a line for its day, a name below it, a title in"
    " capitals."""
    title, blank, rest = text.partition("\n\n")
    year, month, date = day.split("-")
    if random.random() < 0.3:
        title = f"{title}\n{date}/{month}/{year} | 08:30"
    if random.random() < 0.3:
        rest = f"{rest}\n\n{random.choice(across.AUTHORS)}"
    return f"{title}{blank}{rest}"


def _within(random: Random, kind: str, name: str, frame: str, maker: made.Maker) -> Planted:
    commune = "uyện" not in frame and random.random() < COMMUNES
    year = 2025 if commune else random.randint(2021, 2024)
    numbers = maker(random, frame)
    where = _commune(random) if commune else _place(random)
    fields = where | {"year": str(year), "last": str(year - 1), "x": str(random.randint(21, 340))} | numbers.clean
    day = f"{year + 1}-01-{random.randint(10, 28)}"
    text = _dressed(random, _with_fillers(frame, random.sample(across.FILLERS, 3), where), day)
    return _pair(kind, name, [Told(_filled(text, fields, numbers.fault), day)], [Told(_filled(text, fields, {}), day)])


def _across(random: Random, kind: str, name: str, texts: Sequence[str]) -> Planted:
    year = random.randint(2022, 2023)
    where = _place(random) | {"year": str(year), "last": str(year - 1)}
    maker = {"conflict": made.twice, "falling series": made.running, "scale": made.yearly}.get(kind, made.report)
    numbers = maker(random, " ".join(texts))
    frames: list[tuple[str, dict[str, str], str]]  # with their fields and days
    if kind == "scale":
        frames = [
            (texts[at % 2].replace("{v}", f"{{y{at}}}"), {"year": str(2019 + at)}, f"{2020 + at}-01-15")
            for at in range(5)
        ]
    elif kind in ("conflict", "falling series"):
        frames = [(text, {}, f"{year + 1}-0{at + 1}-15") for at, text in enumerate(texts)]
        if kind == "falling series":
            frames = [(text, fields, _day_after(text.format(**where | numbers.clean))) for text, fields, _ in frames]
    else:
        later = {"year": str(year + 1)} if kind == "last year's numbers" else _place(random, other_than=where["place"])
        own = regex.sub(r"\{([abcd])\}", r"{\1_too}", texts[1])
        frames = [
            (texts[0], {}, f"{year + 1}-01-15"),
            (own, later, f"{year + 2}-01-20" if "year" in later else f"{year + 1}-02-20"),
        ]
    faulty, clean = [], []
    for frame, fields, day in frames:
        text = _dressed(random, _with_fillers(frame, random.sample(across.FILLERS, 3), where | fields), day)
        faulty.append(Told(_filled(text, where | fields | numbers.clean, numbers.fault), day))
        clean.append(Told(_filled(text, where | fields | numbers.clean, {}), day))
    return _pair(kind, name, faulty, clean)


def _day_after(text: str) -> str:
    """A day of the month after the last one that a text names, or after the months that it sums up."""
    if said := regex.search(r"(\d) tháng đầu năm (\d{4})", text):
        return f"{said[2]}-{int(said[1]) + 1:02}-05"
    month, year = regex.findall(r"(?<=/| tháng )(\d{1,2})/(\d{4})", text)[-1]
    return f"{int(year) + (int(month) == 12)}-{int(month) % 12 + 1:02}-05"


def _pair(kind: str, frame: str, faulty: Sequence[Told], clean: Sequence[Told]) -> Planted:
    """The articles of a fault; its span is the first that is marked."""
    at, first = next((at, mark) for at, one in enumerate(faulty) if (mark := MARKED.search(one.text)))
    name = frame.replace(" ", "-")
    return Planted(
        kind, frame,
        tuple(_article(f"{name}-f{number}", one) for number, one in enumerate(faulty)),
        tuple(_article(f"{name}-c{number}", one) for number, one in enumerate(clean)),
        at, (first.start(), first.end() - len(OPEN + CLOSE)),
    )  # fmt: skip


def _article(name: str, told: Told) -> Article:
    text = MARKED.sub(r"\1", told.text)
    return completed(Article(id=name, source=f"{name}.txt", text=text, published=f"{told.day}T08:00:00+07:00"))


def innocent(seed: int = SEED) -> Iterator[tuple[Article, ...]]:
    """Articles, and groups of them, that look as if something were wrong with them and are right."""
    random = Random(f"{seed} innocent")
    for at, texts in enumerate((*((frame,) for frame in nothing.ALONE), *nothing.GROUPS)):
        for draw in range(DRAWS):
            year, where = random.randint(2022, 2024), _place(random)
            fields = where | {"year": str(year), "last": str(year - 1)} | made.innocent(random, "").clean
            told = (
                Told(_dressed(random, _filled(text, fields, {}), day), day)
                for number, text in enumerate(texts, start=1)
                for day in (f"{year + 1}-0{number}-18",)
            )
            yield tuple(_article(f"innocent-{at}-{draw}-{number}", one) for number, one in enumerate(told))


def audit(articles: Sequence[Article]) -> tuple[dict[str, FigureBase], list[Finding]]:
    """The figures of articles by id, and what the audit finds."""
    figures = [figure for one in articles for figure in extract(one).figures]
    return {figure.id: figure for figure in figures}, list(findings(articles, figures, merge(figures, articles)))


def score(faults: Iterable[Planted], others: Iterable[tuple[Article, ...]]) -> Score:
    """How many of the planted faults are refuted where they stand, and what is refuted where there is none.

    That is in the same articles without a fault, and in others that are right.
    """
    result = Score(defaultdict(int), defaultdict(int), [], [], 0)
    right = list(others)
    for one in faults:
        figures, found = audit(one.faulty)
        result.of[one.kind] += 1
        if any(finding.verdict == "refuted" and _tells_of(one, finding, figures) for finding in found):
            result.found[one.kind] += 1
        else:
            result.missed.append(one)
        right.append(one.clean)
    for group in right:
        result.false.extend(finding for finding in audit(group)[1] if finding.verdict == "refuted")
    return result._replace(clean=sum(map(len, right)))


def _tells_of(one: Planted, finding: Finding, figures: dict[str, FigureBase]) -> bool:
    """Whether a finding compares the planted number; of a date, which is no figure, whether it quotes its sentence."""
    article, (start, end) = one.faulty[one.at].id, one.span
    compared = [figures[name] for name in finding.figures]
    if any(figure.article_id == article and figure.start < end and start < figure.end for figure in compared):
        return True
    quoted = any(said.article == article and said.start <= start and end <= said.end for said in finding.sentences)
    return finding.check == "date" and quoted


def told(result: Score) -> Iterator[str]:
    """The score in lines: recall by kind and in all, false refutations, then what was missed and what is false."""
    for kind, of in result.of.items():
        yield f"{result.found.get(kind, 0):3} of {of:3}  {kind}"
    found, of_all, false = sum(result.found.values()), sum(result.of.values()), len(result.false)
    yield f"recall {found / of_all:.3f}"
    yield f"{100 * false / result.clean:.2f} false refutations per 100 of {result.clean} articles without a fault"
    for one in result.missed:
        start, end = one.span
        text = one.faulty[one.at].text
        yield f"missed: {one.frame}, {text[start:end]}: {' / '.join(text.splitlines())}"
    for finding in result.false:
        yield f"false: {finding.articles[0]}, {finding.check}: {finding.explanation.vi}"


if __name__ == "__main__":  # python -m tests.audit.faults
    print(*told(score(planted(), innocent())), sep="\n")
