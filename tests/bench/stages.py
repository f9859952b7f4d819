"""What each stage of the whole path costs: the functions of the package are timed from outside while the bench runs.

A stage has the time of its functions without that of other stages which they call; what no stage has is `the run`.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from inspect import isgenerator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.corpus import Part, parts_of
from tests.bench.rows import Row, compared, each, in_turns, per_kb
from tests.bench.speed import whole_path

if TYPE_CHECKING:
    from extractor.model.records import Article

TURNS, ARTICLES = 6, 60
REST = "the run: order, checkpoints"
EXTRACTION = "extractor.extraction"
STAGES = {
    "reading": ("extractor.runs.batch:find_each", "extractor.runs.batch:read_one"),
    "sentences and tokens": (
        f"{EXTRACTION}.steps.clean:clean", f"{EXTRACTION}.steps.sentences:sentences",
        f"{EXTRACTION}.steps.tables:statements", f"{EXTRACTION}.steps.tokens:first_word",
    ),
    "numerals": (f"{EXTRACTION}.steps.numerals:read_numbers", f"{EXTRACTION}.rules.commas:convention_of"),
    "quantities": (f"{EXTRACTION}.steps.quantities:read_quantities",),
    "times": (f"{EXTRACTION}.rules.times:find_times",),
    "places": (
        "extractor.places.about:place_of", "extractor.places.mentions:find_places",
        "extractor.places.areas:holders_told", f"{EXTRACTION}.steps.following:located",
        f"{EXTRACTION}.rules.beside:shares", f"{EXTRACTION}.context.place.candidates:decide",
    ),
    "items": tuple(f"{EXTRACTION}.context.item:{name}" for name in ("decide", "complement", "predicate")),
    "other context and records": ("extractor.runs.batch:extract_one",),
    "sketches": ("extractor.runs.fingerprints:fingerprint", "extractor.runs.duplicates:SeenArticles.admit"),
    "writing": (
        "extractor.model.writing:json_lines", "extractor.runs.checkpoint:CheckpointedResults.write",
        "extractor.runs.checkpoint:CheckpointedResults.save", "extractor.runs.checkpoint:CheckpointedResults.finish",
    ),
}  # fmt: skip


class Clock:
    """The processor seconds of each stage; one that calls another stands still meanwhile."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._stack = [REST]
        self._since = time.process_time()

    def enter(self, stage: str) -> None:
        """From now on time is this stage's."""
        self._turn()
        self._stack.append(stage)

    def leave(self) -> None:
        """From now on time is that of the stage before."""
        self._turn()
        self._stack.pop()

    def _turn(self) -> None:
        now = time.process_time()
        self.spent[self._stack[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed; of a generator, each step."""

        @wraps(function)
        def call(*arguments: Any, **options: Any) -> Any:
            self.enter(stage)
            try:
                given = function(*arguments, **options)
            finally:
                self.leave()
            return self._each(stage, given) if isgenerator(given) else given

        return call

    def _each(self, stage: str, steps: Iterator[Any]) -> Iterator[Any]:
        while True:
            self.enter(stage)
            try:
                step = next(steps)
            except StopIteration:
                return
            finally:
                self.leave()
            yield step


@contextmanager
def clocked(clock: Clock) -> Iterator[None]:
    """The functions of all stages timed, under every name that a module of the package calls them by."""
    changed: list[tuple[object, str, object]] = []
    for stage, names in STAGES.items():
        for name in names:
            home, _, path = name.partition(":")
            owner, _, attribute = path.rpartition(".")
            module: object = import_module(home)
            function = getattr(getattr(module, owner) if owner else module, attribute)
            new = clock.timed(stage, function)
            for holder in [getattr(module, owner)] if owner else _modules():
                for called in [key for key, value in vars(holder).items() if value is function]:
                    changed.append((holder, called, function))
                    setattr(holder, called, new)
    try:
        yield
    finally:
        for holder, called, function in changed:
            setattr(holder, called, function)


def _modules() -> list[object]:
    return [module for name, module in sys.modules.items() if name.startswith("extractor.")]


def stages(articles: Sequence[Article], folder: Path) -> Iterator[Row]:
    """A row a stage, each beside the whole path; then what the clocks themselves cost."""
    turns: list[dict[str, float]] = []

    def timed(part: Part) -> None:
        clock = Clock()
        with clocked(clock):
            whole_path(part)
            clock.enter(REST)
        turns.append(clock.spent)

    parts = parts_of(articles, TURNS + 1, ARTICLES, folder / "stages")
    sizes = [part.kb for part in parts[1:]]
    taken = in_turns({"plain": whole_path, "timed": timed}, parts)
    whole = each([sum(spent.values()) for spent in turns[1:]], sizes)
    for stage in (*STAGES, REST):
        costs = each([spent[stage] for spent in turns[1:]], sizes)
        yield compared(f"stage: {stage}", costs, "the whole path", whole, show=per_kb)
    with_clocks, plain = each(taken["timed"], sizes), each(taken["plain"], sizes)
    yield compared("the whole path with the clocks of stages", with_clocks, "without them", plain, show=per_kb)
