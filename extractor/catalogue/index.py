"""The indicator of a figure, found by the words that it says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from extractor.catalogue.entries import Indicator, IndicatorGroup
from extractor.catalogue.words import PLAIN, WORD, alternatives, phrase, syllables
from extractor.language.tones import new_tones, old_tones
from extractor.model.records import FigureBase

_BASES = frozenset(("", "năm"))  # of a rate that every indicator may have: a year's sum is a sum


Row = list[list[str]]


class Wanted(Struct, frozen=True):
    """What an entry asks of a figure, in the spelling that is compared."""

    entry: Indicator
    units: frozenset[str]
    words: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    bases: frozenset[str]
    allowed: frozenset[str]  # syllables that an item may have where nothing else may be said

    @classmethod
    def of(cls, entry: Indicator) -> Wanted:
        """What an entry asks."""
        words = tuple(map(alternatives, entry.words))
        said = "".join((*(way for ways in words for way in ways), *map(phrase, entry.unit)))
        return cls(
            entry, frozenset(map(_unit, entry.unit)), words,
            tuple(one for name in entry.without for one in alternatives(name)),
            _BASES | {part.strip() for one in entry.per for part in one.lower().split("/")},
            PLAIN.union(said.split()) if entry.only else frozenset(),
        )  # fmt: skip

    @classmethod
    def of_row(cls, entry: Indicator, row: Row) -> Wanted:
        """What `row` has said of an entry."""
        units, words, without, bases, allowed = row
        return cls(
            entry, frozenset(units), tuple(tuple(ways.split("|")) for ways in words), tuple(without), frozenset(bases),
            PLAIN.union(allowed) if entry.only else frozenset(),
        )  # fmt: skip

    def row(self) -> Row:
        """All besides the entry, in lists of texts; the ways to say a word in one text."""
        words = ["|".join(ways) for ways in self.words]
        return [sorted(self.units), words, [*self.without], sorted(self.bases), sorted(self.allowed - PLAIN)]

    def takes(self, text: str, units: frozenset[str], figure: FigureBase) -> bool:
        """Whether a figure in any of the units is of this indicator; `text` is what it says, a blank on each side."""
        if self.units.isdisjoint(units):
            return False
        for ways in self.words:
            for way in ways:
                if way in text:
                    break
            else:
                return False
        for way in self.without:
            if way in text:
                return False
        if figure.per and not self.bases.issuperset(part.strip() for part in figure.per.lower().split("/")):
            return False
        return not (self.allowed and any(map(self._more, (figure.item, figure.action or "", figure.category or ""))))

    def _more(self, said: str) -> bool:
        """Whether a field says more than the entry; names and numbers do not count."""
        words = [word for word in WORD.findall(said) if not word.istitle() and not word.isdigit()]
        return any(new_tones(word.lower()) not in self.allowed for word in words)

    def covers(self, words: list[str]) -> frozenset[int]:
        """The places of the syllables of a figure that the entry asks for."""
        found: set[int] = set()
        for way in (way for ways in self.words for way in ways):
            wanted = way.split()
            for at in range(len(words) - len(wanted) + 1):
                if words[at : at + len(wanted)] == wanted:
                    found.update(range(at, at + len(wanted)))
        return frozenset(found)


class Catalogue:
    """Indicators with their groups, indexed by their rarest words."""

    def __init__(
        self,
        groups: tuple[IndicatorGroup, ...],
        indicators: tuple[Indicator, ...],
        digest: str = "",
        wanted: tuple[Wanted, ...] = (),
    ) -> None:
        """`digest` tells one catalogue from another; `wanted` is what the indicators ask, made where not given."""
        self.groups, self.indicators, self.digest = groups, indicators, digest
        self.wanted = wanted or tuple(map(Wanted.of, indicators))
        self._index = _indexed(self.wanted)
        self._spelling = _spellings(self.wanted)

    def __repr__(self) -> str:
        return f"Catalogue({self.digest})"

    def indicator_of(self, figure: FigureBase) -> str | None:
        """The id of the indicator that a figure is of, as `entry_of` finds it."""
        found = self.entry_of(figure)
        return found.id if found else None

    def entry_of(self, figure: FigureBase) -> Indicator | None:
        """The indicator that a figure is of.

        Of several, it is the one whose words cover all that each of the others covers, and more. A user's own entry
        also goes before one of ours that covers the same. Where none does, the figure has none.
        """
        by_word = self._index.get(figure.kind)
        if by_word is None:
            return None
        said = syllables(f"{figure.item}|{figure.action or ''}|{figure.category or ''}|{figure.unit}")
        hits = set(said).intersection(by_word)
        if not hits:
            return None
        words = [self._spelling.get(word, word) for word in said]
        text, units = f" {' '.join(words)} ", _units(figure.unit)
        found = {one.entry.id: one for word in hits for one in by_word[word] if one.takes(text, units, figure)}
        return _closest(list(found.values()), words) if found else None


@lru_cache(maxsize=1000)
def _units(unit: str) -> frozenset[str]:
    """A unit in the spelling that is compared, and each of a pair: mô hình, điển hình."""
    return frozenset(map(_unit, (unit, *unit.replace(" và ", ",").split(","))))


def _unit(unit: str) -> str:
    """A unit in the spelling that is compared; a sign such as % as it is."""
    return phrase(unit).strip() or unit


def _closest(found: list[Wanted], words: list[str]) -> Indicator | None:
    """The one that says most of the figure; None where two say different things of it."""
    if len(found) == 1:
        return found[0].entry
    covers = [(one.covers(words), one.entry.own) for one in found]
    for one, (covered, own) in zip(found, covers, strict=True):
        others = [cover for other, cover in zip(found, covers, strict=True) if other is not one]
        if all(covered > cover or (covered == cover and own and not theirs) for cover, theirs in others):
            return one.entry
    return None


def _indexed(wanted: Iterable[Wanted]) -> dict[str, dict[str, tuple[Wanted, ...]]]:
    """By kind and by one syllable of each way to say the first of its words, the rarest of the catalogue."""
    wanted = list(wanted)
    seen = Counter(word for one in wanted for ways in one.words for way in ways for word in way.split())
    index: dict[str, dict[str, dict[str, Wanted]]] = defaultdict(lambda: defaultdict(dict))
    for one in wanted:
        rarest = min(one.words, key=lambda ways: max(min(seen[word] for word in way.split()) for way in ways))
        for way in rarest:
            word = min(way.split(), key=lambda word: seen[word])
            for kind in one.entry.kind:
                for spelled in {word, old_tones(word)}:
                    index[kind][spelled][one.entry.id] = one
    return {kind: {word: tuple(ones.values()) for word, ones in words.items()} for kind, words in index.items()}


def _spellings(wanted: Iterable[Wanted]) -> dict[str, str]:
    """The syllables of the entries in the older spelling, with the newer one."""
    ways = {way for one in wanted for ways in (*one.words, one.without) for way in ways}
    words = {word for way in ways for word in way.split()}
    return {old: word for word in words if (old := old_tones(word)) != word}
