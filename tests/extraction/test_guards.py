"""What a quick look lets pass is all that the pattern behind it finds: on texts made from the patterns themselves."""

from __future__ import annotations

import pkgutil
import random
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from re import _constants, _parser
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor.extraction.rules.times import RULES, find_times
from extractor.extraction.steps import clean
from extractor.language import tones
from extractor.language.guarded import Guarded
from extractor.language.literals import beginnings_of, endings_of, needed_words
from extractor.language.patterns import LazyPattern, lowered, words_of

SAMPLES = 150
LONGEST_REPEAT = 2
_ANY = "aầ 3,"
_NAMED = regex.compile(r"\(\?P<\w+>")
_FOR_RE = (("(?P=sep)", "/"), (r"\p{Lu}", "[A-ZĐ]"), (r"\p{Ll}", "[a-zđ]"), (r"\p{L}", "[a-zđ]"))


def written(pattern: str, seed: int) -> Iterator[str]:
    """Texts that are mostly what a pattern reads: what it looks ahead or back for is left out."""
    plain = _NAMED.sub("(?:", pattern)
    for old, new in _FOR_RE:
        plain = plain.replace(old, new)
    tree, chance = _parser.parse(plain), random.Random(seed)
    for _ in range(SAMPLES):
        yield _said(tree, chance)


def _said(tree: Any, chance: random.Random) -> str:
    return "".join(_SAY[op](value, chance) for op, value in tree if op in _SAY)


def _one_of_set(items: Any, chance: random.Random) -> str:
    negated = items[0][0] is _constants.NEGATE
    if negated:
        barred = {chr(value) for op, value in items if op is _constants.LITERAL}
        return chance.choice([char for char in _ANY if char not in barred])
    op, value = chance.choice(items)
    if op is _constants.RANGE:
        return chr(chance.randint(*value))
    return chr(value) if op is _constants.LITERAL else _of_category(value, chance)


def _of_category(value: Any, chance: random.Random) -> str:
    name = str(value)
    return " " if "SPACE" in name else chance.choice("0123456789") if "DIGIT" in name else chance.choice("aầx")


def _repeated(value: Any, chance: random.Random) -> str:
    least, most, tree = value
    times = chance.randint(least, max(least, min(int(most), least + LONGEST_REPEAT)))
    return "".join(_said(tree, chance) for _ in range(times))


_SAY: dict[Any, Callable[[Any, random.Random], str]] = {
    _constants.LITERAL: lambda value, _: chr(value),
    _constants.NOT_LITERAL: lambda value, chance: chance.choice([char for char in _ANY if ord(char) != value]),
    _constants.ANY: lambda _, chance: chance.choice(_ANY),
    _constants.IN: _one_of_set,
    _constants.BRANCH: lambda value, chance: _said(chance.choice(value[1]), chance),
    _constants.SUBPATTERN: lambda value, chance: _said(value[3], chance),
    _constants.MAX_REPEAT: _repeated,
    _constants.MIN_REPEAT: _repeated,
}
_COMPILED = [(rule, regex.compile(rule.pattern)) for rule in RULES]


def _read_everywhere(text: str) -> list[tuple[str, int, int]]:
    """The expressions of time that the rules read, each asked at each word."""
    low, _, words = words_of(text)
    found: list[tuple[str, int, int]] = []
    for start in (word.start() for word in words):
        if found and start < found[-1][2]:
            continue
        matches = ((rule, match) for rule, pattern in _COMPILED if (match := pattern.match(low, start)))
        first = next(matches, None)
        if first and first[0].read(first[1]) is not None:
            found.append((first[0].name, *first[1].span()))
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_times_are_looked_for_wherever_a_rule_reads_one(rule: Any) -> None:
    read = 0
    for said in written(rule.pattern, seed=1):
        for text in (said, f"Xã có {said} được 5 hộ", f"({said})"):
            told = [(time.rule, time.start, time.end) for time in find_times(text)]
            assert told == _read_everywhere(text), text
            read += rule.name in (name for name, _, _ in told)
    assert read, "none of the texts is read by this rule"


def _guarded() -> list[Any]:
    """Each pattern of the package that owns its guard, named by its module."""
    names = [one.name for one in pkgutil.walk_packages(extractor.__path__, "extractor.") if "__main__" not in one.name]
    modules = map(import_module, names)
    return [
        pytest.param(value, id=f"{module.__name__.removeprefix('extractor.')}.{name}")
        for module in modules for name, value in vars(module).items() if isinstance(value, Guarded)
    ]  # fmt: skip


@pytest.mark.parametrize("guarded", _guarded())
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_what_a_pattern_finds_passes_its_own_guard(guarded: Guarded[Any], data: st.DataObject) -> None:
    said = data.draw(st.from_regex(re.compile(guarded.pattern.pattern, guarded.pattern.flags & re.IGNORECASE)))
    texts = [said, regex.sub(r"(\s)", r"\1\1", said)]
    if guarded.pattern.flags & re.IGNORECASE:
        texts += [text.upper() for text in texts]
    for text in texts:
        assert guarded.pattern.search(text, 0, len(text)) is None or guarded.may_find(text, 0, len(text)), text
        assert bool(guarded.search(text)) == bool(guarded.pattern.search(text, 0, len(text)))


@pytest.mark.parametrize(("pattern", "endings"), [
    (r"\b(?:tăng|hạ)\s*$", {"tăng", "hạ"}),
    (r"\b(?:tăng|cao\s+hơn)(?:\s+(?:thêm|được))*\s*\(?$", {"tăng", "hơn", "thêm", "được", "("}),
    (r"nhãn\s*(?:[:;]|là)?$", {":", ";", "là", "nhãn"}),
    (r"(?:xa)+$", {"xa"}),
    (r"số\s+(?!năm)(?:\d+\s+)?$", {""}),
])  # fmt: skip
def test_endings_are_read_from_a_pattern(pattern: str, endings: set[str]) -> None:
    assert ("" in endings) == ("" in endings_of(pattern))
    assert endings == {""} or endings_of(pattern) == endings


def test_a_pattern_that_anything_may_end_has_no_guard() -> None:
    with pytest.raises(ValueError, match="no words end"):
        Guarded(re.compile(r"tăng\s+\w+$")).search("tăng 5")


GUARDS: tuple[tuple[str, str, str, Callable[[str], object]], ...] = (
    ("clean.glued", clean._DATE_ENDS.pattern, "x {},5", clean._MAYBE_GLUED.search),
    ("tones.old", tones._OLD_TONE.pattern, "h{}", tones._MAYBE_OLD_TONE.search),
)  # fmt: skip


@pytest.mark.parametrize(("name", "pattern", "around", "lets_pass"), GUARDS, ids=[guard[0] for guard in GUARDS])
def test_a_guard_lets_pass_what_its_pattern_finds(
    name: str, pattern: str, around: str, lets_pass: Callable[[str], object]
) -> None:
    compiled = regex.compile(pattern, regex.IGNORECASE)
    found = 0
    for said in written(pattern, seed=2):
        text = lowered(around.format(said))
        if compiled.search(text, 0, len(text) - 2 * text.endswith(",5")):
            found += 1
            assert lets_pass(text), text
    assert found, "none of the texts is found by this pattern"


def test_the_writer_writes_what_patterns_read() -> None:
    assert {" ".join(text.split()) for text in written(r"\b(?:hai|ba)\s+xã$", seed=3)} == {"hai xã", "ba xã"}
    assert all(re.fullmatch(r"[0-9]{2,3}[^,]?", text) for text in written(r"[0-9]{2,3}[^,]?", seed=4))


@pytest.mark.parametrize(("pattern", "beginnings"), [
    (r"\b(?:tăng|hạ)\s", {"tăng", "hạ"}),
    (r"(?:từ\s+)?(?<!\d)(?:năm|tháng)\s+\d", {"từ", "năm", "tháng"}),
    (r"(?:1[89]|20)\d\d", {"18", "19", "20"}),
    (r"\d{2}\s+hộ", set("0123456789")),
    (r"[^,]*năm", {"", "năm"}),
])  # fmt: skip
def test_beginnings_are_read_from_a_pattern(pattern: str, beginnings: set[str]) -> None:
    assert beginnings_of(pattern) == beginnings


@pytest.mark.parametrize(("pattern", "words"), [
    (r"\b(?:mỗi|từng)\s+\p{L}+", {"mỗi", "từng"}),
    (r"(?:có\s+)?\d+\s+hộ nghèo", {"hộ nghèo"}),
    (r"(?:trong\s+)?(?P<n>\d+)(?P<n>\w)?", set()),
    (r"(?(DEFINE)(?P<a>b))(?&a)", set()),
    (r"ước(?!\s+mơ)\b|gần\b", {"ước", "gần"}),
    (r"(?:xã|\d)\s", set()),
])  # fmt: skip
def test_needed_words_are_read_from_a_pattern(pattern: str, words: set[str]) -> None:
    assert needed_words(pattern) == words


def _lazy() -> list[Any]:
    """Each module of the package that has patterns which are compiled when they are needed, with these."""
    names = [one.name for one in pkgutil.walk_packages(extractor.__path__, "extractor.") if "__main__" not in one.name]
    modules = ((name, vars(import_module(name)).values()) for name in names)
    found = [(name, [one for one in values if isinstance(one, LazyPattern)]) for name, values in modules]
    return [pytest.param(patterns, id=name) for name, patterns in found if patterns]


@pytest.mark.filterwarnings("ignore:Possible:FutureWarning")  # sets that are written for regex alone
@pytest.mark.parametrize("patterns", _lazy())
def test_what_a_pattern_finds_has_the_words_that_it_needs(patterns: list[LazyPattern]) -> None:
    for pattern in patterns:
        if not isinstance(pattern.pattern, str) or not pattern.words:
            continue
        try:
            texts = list(islice(written(pattern.pattern, seed=1), 12))
        except (re.error, KeyError):  # of regex alone
            continue
        for text in (*texts, *map(str.upper, texts)):
            low = text.casefold()
            assert not pattern.made.search(text) or any(word.casefold() in low for word in pattern.words), text
