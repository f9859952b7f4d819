"""`make weights`: the tables of extractor/extraction/weights fitted from gold; `make held-out`: how they do unseen.

`python -m tests.weights GOLD` writes the tables. With `--held-out FOLDER` it writes no table: each article is read with
weights fitted without its fold, and FOLDER gets what `solieu extract --out` would write, to be merged and scored.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path

from extractor.evaluate.fitting import held_out, write_tables
from extractor.evaluate.scores import members_of
from extractor.evaluate.statements import gold_articles
from tests.examples import own_texts

FLOORS = tomllib.loads((Path(__file__).parents[1] / ".ci" / "floors.toml").read_text(encoding="utf-8"))


def main() -> None:
    """Fits, or fits and reads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="a folder with ID.json beside ID.txt")
    parser.add_argument("--held-out", type=Path, metavar="FOLDER")
    parser.add_argument("--by-group", action="store_true", help="hold out whole groups of sources")
    options = parser.parse_args()
    read = list(gold_articles(options.gold, None, stdin=sys.stdin.buffer))
    own = [*own_texts()]
    if options.held_out:
        held_out(read, own, options.held_out, by_group=options.by_group)
    else:
        late = members_of("new", FLOORS, [one.name for one in read])  # they came after the rules
        write_tables(read, own, frozenset(late))


if __name__ == "__main__":
    main()
