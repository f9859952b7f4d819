"""`make tables`: the tables that are made from others, written beside the modules that read them."""

from __future__ import annotations

import gc
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import extractor
from extractor.catalogue import built
from extractor.language import compiled, guards
from extractor.language.guarded import Guarded
from extractor.language.literals import beginnings_of, endings_of, needed_words
from extractor.language.patterns import LazyPattern
from extractor.places import gazetteer, mapping


def main() -> int:
    """Writes each; with --check it only names those that are not what would be written, and ends with 1."""
    texts = dict(made())
    stale = [path for path, text in texts.items() if not path.exists() or not _is_current(path, text)]
    if "--check" in sys.argv:
        print(*(f"{path.name}: run `make tables`" for path in stale), sep="\n")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(texts[path], encoding="utf-8")
    return 0


def _is_current(path: Path, text: str) -> bool:
    """Whether a table says what it would say now; what a pattern is compiled to is not in one order each time."""
    former = path.read_text(encoding="utf-8")
    return former == text or (path == compiled.TABLE and compiled.names(former) == compiled.names(text))


def made() -> Iterator[tuple[Path, str]]:
    """The path and the text of each table."""
    for name, text in mapping.tables().items():
        yield gazetteer.TABLES / name, text
    yield built.TABLE, built.table()
    yield guards.TABLE, guards.table(asked())
    of_regex = ((text, flags) for text, flags, engine in patterns() if engine is compiled.compiled)
    yield compiled.TABLE, compiled.table(of_regex)


def patterns() -> Iterator[tuple[str, int, object]]:
    """The patterns of all modules that are text, with their flags and with what compiles them."""
    _import_all()
    for found in gc.get_objects():
        if isinstance(found, LazyPattern) and isinstance(found.pattern, str):
            yield found.pattern, int(found.given), found.engine


def asked() -> Iterator[guards.Asked]:
    """What the patterns of all modules are asked when they first meet a text."""
    from extractor.extraction.rules.time_rules import RULES

    for text, flags, _ in patterns():
        yield needed_words, text, flags
    for rule in RULES:
        yield beginnings_of, rule.pattern, 0
    for found in gc.get_objects():
        if isinstance(found, Guarded):
            yield endings_of, found.pattern.pattern, 0


def _import_all() -> None:
    for one in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if one.name.rpartition(".")[2] != "__main__":
            import_module(one.name)


if __name__ == "__main__":
    sys.exit(main())
