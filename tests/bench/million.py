"""An archive of a million figures: the sample corpus again and again, each time varied, added and measured.

A variation has its own numbers, years, places, days and sources, and a part of its words is others of the word list;
of every twenty one is a copy of the one before it. The folder of the run, with the facts that `merge` makes of it, is
kept for the next time, so that adding alone is measured.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from hashlib import blake2b
from io import BytesIO
from itertools import count, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from tests.bench.corpus import CORPUS, peak_megabytes
from tests.bench.searching import measure_search

if TYPE_CHECKING:
    from extractor.extraction.pipeline import Extraction
    from extractor.model.records import Finding, Place

MILLION = 1_000_000
COPIES = 20  # one in so many is a copy of the one before
HOSTS, YEARS, FIRST, DAYS = 80, 12, date(2012, 1, 1), 5000
CHANGED = 0.3  # of the words that may be others
WORD = regex.compile(r"\p{L}+")
NUMBER = regex.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
YEAR = regex.compile(r"\b20[0-2]\d\b")
COMMONEST = 60  # words of an article that stay, as every text has them


class Slot(NamedTuple):
    """A piece of a text, and what it is in a variation: itself, a number, a year, a place's name or a word."""

    text: str
    kind: str  # literal, number, year, place, word
    of: int  # of a number or a place: which


class Base(NamedTuple):
    """An article of the sample corpus, ready to be varied."""

    article: dict[str, Any]
    figures: list[dict[str, Any]]
    passed: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    slots: list[Slot]
    offsets: list[int]  # where each slot begins, and the end
    numbers: list[str]  # as written
    scales: dict[int, tuple[int, Decimal]]  # of figures whose value follows: which number, and times what
    names: list[str]  # of places
    fixed: frozenset[str]  # words that stay


@cache
def syllables() -> tuple[str, ...]:
    """The syllables of the word list, the commonest first."""
    from extractor.language.dictionary import compound_words

    found = Counter(part for word in sorted(compound_words().words()) for part in word.split() if part.isalpha())
    return tuple(one for one, _ in found.most_common())


@cache
def places() -> Mapping[str, tuple[Place, ...]]:
    """Places by level, as articles of before the reform name them."""
    from extractor.places.gazetteer import all_units
    from extractor.places.records import place_record

    chosen = random.Random(1)
    units = [unit for unit in all_units() if unit.era == "before"]
    found: dict[str, list[Place]] = {}
    for unit in chosen.sample(units, min(len(units), 4000)):
        place = place_record(unit.name, unit.level, when=None, context=unit.province)
        found.setdefault(unit.level, []).append(place)
    return {level: tuple(some) for level, some in found.items()}


def bases() -> list[Base]:
    """The articles of the sample corpus that have figures."""
    from extractor.audit.auditing import findings
    from extractor.dataset.merge.merging import merge
    from extractor.extraction.pipeline import Extraction
    from extractor.runs.batch import extract_each

    found = [one for one in extract_each([CORPUS], stdin=BytesIO()) if isinstance(one, Extraction)]
    articles, figures = [one.article for one in found], [figure for one in found for figure in one.figures]
    said = [*findings(articles, figures, merge(figures, articles))]
    return [_base(one, [f for f in said if f.articles == (one.article.id,)]) for one in found if one.figures]


def _base(one: Extraction, said: list[Finding]) -> Base:
    text = one.article.text
    figures = [figure.model_dump() for figure in one.figures]
    passed = [number.model_dump() for number in one.passed]
    article = one.article.model_dump()
    names = sorted({_name(figure["place"]) for figure in figures if figure["place"]} - {""})
    spans: list[tuple[int, int, str, int]] = []
    numbers: list[str] = []
    scales: dict[int, tuple[int, Decimal]] = {}
    for at, figure in enumerate(figures):
        match = NUMBER.search(text, figure["start"], figure["end"])
        if match and figure["value"] and (written := _read(match[0])):
            scale = Decimal(figure["value"]) / written
            if scale == scale.to_integral_value():
                scales[at] = (len(numbers), scale)
                spans.append((match.start(), match.end(), "number", len(numbers)))
                numbers.append(match[0])
    spans += [(match.start(), match.end(), "year", 0) for match in YEAR.finditer(text)]
    for at, name in enumerate(names):
        spans += [(m.start(), m.end(), "place", at) for m in regex.finditer(rf"\b{regex.escape(name)}\b", text)]
    spans += [(match.start(), match.end(), "word", 0) for match in WORD.finditer(text)]
    edges = sorted(_edges(article, figures, passed) | {0, len(text)})
    slots, offsets = _slots(text, spans, edges)
    common = Counter(word.lower() for word in WORD.findall(text)).most_common(COMMONEST)
    kept = " ".join(str(figure[name]) for figure in figures for name in ("unit", "text", "per"))
    fixed = frozenset({word for word, _ in common} | set(WORD.findall(kept.lower())))
    findings = [finding.model_dump() for finding in said]
    return Base(article, figures, passed, findings, slots, offsets, numbers, scales, names, fixed)


def _name(place: Mapping[str, Any]) -> str:
    """A place's name without its level."""
    return str(place["name"]).removeprefix(str(place["level"] or "")).strip()


def _edges(article: Mapping[str, Any], figures: Iterable[Any], passed: Iterable[Any]) -> set[int]:
    """Every offset of the text that a record names."""
    spans = [*article["furniture"], article["title_span"], article["lead_span"]]
    spans += [(one["start"], one["end"]) for one in (*figures, *passed)]
    spans += [one["sentence"] for one in (*figures, *passed)]
    return {at for span in spans if span for at in span}


def _slots(text: str, spans: list[tuple[int, int, str, int]], edges: Sequence[int]) -> tuple[list[Slot], list[int]]:
    """The text in pieces, each offset that a record names between two of them."""
    taken: list[tuple[int, int, str, int]] = []
    free = bytearray(len(text))
    for start, end, kind, of in spans:
        if not any(free[start:end]) and bisect_left(edges, start + 1) == bisect_left(edges, end):
            free[start:end] = b"\1" * (end - start)
            taken.append((start, end, kind, of))
    bounds = sorted({*edges, *(start for start, *_ in taken), *(end for _, end, *_ in taken)})
    known = {start: (kind, of) for start, _, kind, of in taken}
    pieces = pairwise(bounds)
    return [Slot(text[a:b], *known.get(a, ("literal", 0))) for a, b in pieces], bounds


def _read(written: str) -> Decimal:
    return Decimal(written.replace(".", "").replace(",", "."))


class Variation:
    """One article again, with other numbers, years, places and words."""

    def __init__(self, base: Base, number: int) -> None:
        self.base, self.number = base, number
        like = number - 1 if number % COPIES == 1 else number
        self.like = like
        chosen = random.Random(like)
        self.shift = like % YEARS
        self.numbers = [_other_number(one, chosen) for one in base.numbers]
        self.words: dict[str, str] = {}
        self.places: dict[str, Any] = {}
        self.names = list(base.names)
        self.chosen = chosen
        for figure in base.figures:
            place = figure["place"]
            if place and place["name"] not in self.places:
                some = places().get(place["level"] or "")
                new = chosen.choice(some).model_dump() if some else place
                self.places[place["name"]] = new
                if _name(place) in self.names:
                    self.names[self.names.index(_name(place))] = _name(new)
        self.moved: dict[int, int] = {}

    def records(self) -> tuple[dict[str, Any], list[Any], list[Any], list[Any]]:
        """The article, its figures, the numbers passed over, and findings."""
        base, text = self.base, self._text()
        name = self._id(base.article["id"], "a")
        copied = self.like != self.number
        old = base.article
        span = old["title_span"]
        article = old | {
            "id": name, "source": f"{name}.html", "site": None,
            "url": f"https://bao{self.number % HOSTS}.example/{name}.html",
            "published": (FIRST + timedelta(self.like * 7 % DAYS)).isoformat(),
            "title": text[self._at(span[0]) : self._at(span[1])] if span else old["title"] and self._line(old["title"]),
            "text": text, "place": self._place(old["place"]),
            "furniture": [self._span(one) for one in old["furniture"]],
            "title_span": span and self._span(span), "lead_span": old["lead_span"] and self._span(old["lead_span"]),
            "same_as": self._id(old["id"], "a", self.like) if copied else None,
        }  # fmt: skip
        figures = [self._figure(at, one, text, name) for at, one in enumerate(base.figures)]
        passed = [self._placed(one, text) | {"article_id": name} for one in base.passed]
        return article, figures, passed, [self._finding(one, name) for one in base.findings]

    def _figure(self, at: int, one: dict[str, Any], text: str, article: str) -> dict[str, Any]:
        new = one | self._placed(one, text)
        if at in self.base.scales:
            which, scale = self.base.scales[at]
            value = _read(self.numbers[which]) * scale
            new["value"] = int(value) if value == value.to_integral_value() else value
        new |= {name: one[name] and self._line(one[name]) for name in ("item", "category", "action")}
        new |= {
            "id": self._id(one["id"], "f"), "article_id": article, "place": self._place(one["place"]),
            "period": one["period"] and YEAR.sub(lambda year: str(int(year[0]) - self.shift), one["period"]),
            "part_of": one["part_of"] and self._id(one["part_of"], "f"),
        }  # fmt: skip
        return new

    def _placed(self, one: dict[str, Any], text: str) -> dict[str, Any]:
        start, end = self._at(one["start"]), self._at(one["end"])
        return one | {"start": start, "end": end, "text": text[start:end], "sentence": self._span(one["sentence"])}

    def _finding(self, one: dict[str, Any], article: str) -> dict[str, Any]:
        sentences = [
            {"article": article, "start": self._at(s["start"]), "end": self._at(s["end"])} for s in one["sentences"]
        ]
        figures = [self._id(figure, "f") for figure in one["figures"]]
        changed = {"id": self._id(one["id"], "d"), "figures": figures, "facts": [], "articles": [article]}
        return one | changed | {"sentences": sentences}

    def _text(self) -> str:
        pieces, at = [], 0
        for slot, old in zip(self.base.slots, self.base.offsets, strict=False):
            self.moved[old] = at
            pieces.append(self._piece(slot))
            at += len(pieces[-1])
        self.moved[self.base.offsets[-1]] = at
        return "".join(pieces)

    def _piece(self, slot: Slot) -> str:
        if slot.kind == "number":
            return self.numbers[slot.of]
        if slot.kind == "year":
            return str(int(slot.text) - self.shift)
        if slot.kind == "place":
            return self.names[slot.of]
        return self._word(slot.text) if slot.kind == "word" else slot.text

    def _line(self, words: str) -> str:
        """Words of a field, changed as those of the text."""
        for old, new in zip(self.base.names, self.names, strict=True):
            words = words.replace(old, new)
        return WORD.sub(lambda word: self.words.get(word[0], word[0]), words)

    def _word(self, word: str) -> str:
        if word not in self.words:
            self.words[word] = self._other_word(word)
        return self.words[word]

    def _other_word(self, word: str) -> str:
        if word.lower() in self.base.fixed or word != word.lower() or self.chosen.random() > CHANGED:
            return word
        known = syllables()
        return known[int(len(known) * self.chosen.random() ** 3)]  # the common ones more often

    def _at(self, offset: int) -> int:
        return self.moved[offset]

    def _span(self, span: Sequence[int]) -> list[int]:
        return [self.moved[at] for at in span]

    def _place(self, place: Any) -> Any:
        return self.places.get(place["name"], place) if place else None

    def _id(self, old: str, letter: str, number: int | None = None) -> str:
        number = self.number if number is None else number
        return letter + blake2b(f"{old} {number}".encode(), digest_size=8).hexdigest()


def _other_number(written: str, chosen: random.Random) -> str:
    """A number with as many digits, written in the same way."""
    digits = iter([chosen.choice("123456789"), *(chosen.choice("0123456789") for _ in written)])
    return "".join(next(digits) if sign.isdigit() else sign for sign in written)


def write_run(folder: Path, figures: int) -> None:
    """A folder as `solieu run` leaves it, with at least so many figures."""
    from extractor.dataset.folder import merge_folder
    from extractor.model.writing import dumps

    folder.mkdir(parents=True, exist_ok=True)
    written, start = 0, time.monotonic()
    names = ("articles", "figures", "passed", "findings")
    files = {name: (folder / f"{name}.jsonl").open("w", encoding="utf-8") for name in names}
    for base, number in _turns(bases()):
        article, *others = Variation(base, number).records()
        for file, records in zip(files.values(), ([article], *others), strict=True):
            file.writelines(f"{dumps(record)}\n" for record in records)
        written += len(others[0])
        if written >= figures:
            break
    for file in files.values():
        file.close()
    print(f"{written:,} figures written in {time.monotonic() - start:,.0f} s", flush=True)
    start = time.monotonic()
    merged = merge_folder(folder)
    print(f"merged into {merged.facts.total():,} facts in {time.monotonic() - start:,.0f} s", flush=True)


def _turns(all_bases: list[Base]) -> Iterator[tuple[Base, int]]:
    """Every article, again and again; a copy of one has the number behind it."""
    return ((base, number) for number in count() for base in all_bases)


def add_measured(archive: Path, run: Path) -> None:
    """Adds the run to a new archive and prints what that took."""
    from extractor.archive import add_run

    archive.unlink(missing_ok=True)
    start, worked = time.monotonic(), time.process_time()
    added = add_run(archive, run)
    seconds, worked = time.monotonic() - start, time.process_time() - worked
    size = archive.stat().st_size
    print(
        f"{added.figures:,} figures of {added.articles:,} articles added in {seconds:,.0f} s, {worked:,.0f} s of a"
        f" processor: {added.figures / seconds:,.0f} a second; {size / (1 << 20):,.0f} MB,"
        f" {size / added.figures:,.0f} bytes a figure; peak memory {peak_megabytes():,.0f} MB",
        flush=True,
    )


def main() -> int:
    """Writes the run where it is missing, adds it to a new archive, and searches that."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--figures", type=int, default=MILLION)
    arguments.add_argument("--folder", type=Path, default=Path("build/archive"), help="where run and archive are kept")
    options = arguments.parse_args()
    run, archive = options.folder / f"run-{options.figures}", options.folder / f"{options.figures}.db"
    if not (run / "facts.jsonl").exists():
        shutil.rmtree(run, ignore_errors=True)
        write_run(run, options.figures)
    add_measured(archive, run)
    measure_search(archive, seed=1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
