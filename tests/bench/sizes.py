"""Cost a KB of articles from 1 KB to 10 MB, and the peak memory of the process that extracts one of each size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, cycle
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.corpus import KB
from tests.bench.rows import Row, compared, each, in_turns, per_kb, short
from tests.big_runs import measured

if TYPE_CHECKING:
    from extractor.model.records import Article

SIZES = (1, 10, 100, 1000)  # KB
LARGE = 10_000
TURNS = 2  # each over another text of the largest size
USUAL = 10


def text_of(articles: Sequence[Article], kb: int, *, skipped: int = 0) -> list[str]:
    """The lines of so many KB of articles, one after another, behind so many KB of them."""
    lines = (line for article in cycle(articles) for line in article.text.splitlines() if line.strip())
    found: list[str] = []
    at = 0
    for line in lines:
        at += len(line.encode()) + 1
        if at > (skipped + kb) * KB:
            return found
        if at > skipped * KB:
            found.append(line)
    return found


def cut(lines: Sequence[str], kb: int) -> list[str]:
    """The same lines as texts of about so many KB."""
    ends = accumulate(len(line.encode()) + 1 for line in lines)
    texts: dict[int, list[str]] = {}
    for line, end in zip(lines, ends, strict=True):
        texts.setdefault((end - 1) // (kb * KB), []).append(line)
    return ["\n".join(some) for some in texts.values()]


def whole(kb: int, lines: Sequence[str]) -> None:
    """The work of one process on texts of a size: reading, extraction, sketch, JSON."""
    from extractor.model.records import Failure
    from extractor.reading.document import DEFAULTS, Document
    from extractor.runs.runner import results_of

    for at, text in enumerate(cut(lines, kb)):
        done = results_of(Document(f"{at}.txt", text.encode()), options=DEFAULTS, fingerprinted=True)
        if isinstance(done, Failure):
            raise SystemExit(f"{done.where}: {done.what}")


def sizes(articles: Sequence[Article]) -> Iterator[Row]:
    """Cost a KB from 1 KB to 1 MB, of the same text cut smaller and larger."""
    texts = [text_of(articles, 100), *(text_of(articles, SIZES[-1], skipped=at * SIZES[-1]) for at in range(TURNS))]
    yield from _sizes(texts, SIZES)


def large_size(articles: Sequence[Article]) -> Iterator[Row]:
    """Cost a KB at 10 MB, and peak memory."""
    yield from _sizes([text_of(articles, 100), text_of(articles, LARGE)], (USUAL, LARGE))


def _sizes(texts: Sequence[Sequence[str]], at: Sequence[int]) -> Iterator[Row]:
    """The first text warms up."""
    taken = in_turns({str(kb): partial(whole, kb) for kb in at}, texts)
    amounts = [sum(len(line.encode()) for line in lines) / KB for lines in texts[1:]]
    costs = {kb: each(taken[str(kb)], amounts) for kb in at}
    for kb in [kb for kb in at if kb != USUAL]:
        usual = f"articles of {_size(USUAL)}"
        yield compared(f"articles of {_size(kb)}", costs[kb], usual, costs[USUAL], show=per_kb)


def memory(articles: Sequence[Article], folder: Path, kbs: Sequence[int] = SIZES) -> Iterator[Row]:
    """Peak memory of `solieu extract` with one article of each size beside that of the usual one."""

    def peak(kb: int) -> float:
        file = folder / f"{kb}.txt"
        file.write_text("\n".join(text_of(articles, kb)), encoding="utf-8")
        return measured(file, jobs=1).main

    usual = peak(USUAL)
    for kb in [kb for kb in kbs if kb != USUAL]:
        ours = peak(kb)
        more = f"{short((ours - usual) * (1 << 20) / ((kb - USUAL) * KB))} bytes a byte more" if kb > USUAL else ""
        yield Row(
            f"peak memory: an article of {_size(kb)}", f"{ours:,.0f} MB", f"one of {_size(USUAL)}", f"{usual:,.0f} MB",
            short(ours / usual), more,
        )  # fmt: skip


def _size(kb: int) -> str:
    return f"{kb // 1000} MB" if kb >= 1000 else f"{kb} KB"
