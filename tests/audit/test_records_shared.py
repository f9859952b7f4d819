"""Records made from the development gold, half of them wrong on purpose: which verdicts on them are right."""

from __future__ import annotations

import json
import runpy
import sys
from collections import Counter
from pathlib import Path

import pytest

from extractor import read
from extractor.audit.auditing import findings
from extractor.audit.records import read_records
from extractor.dataset.merge.merging import merge
from extractor.extraction.pipeline import extract
from extractor.model.records import Article

SHARED = Path(__file__).parent.parent.parent.parent / "shared"
MAKER, GOLD = SHARED / "audit" / "records_from_gold.py", SHARED / "gold" / "dev"
LEAST_RIGHT, LEAST_DECIDED = 0.97, 0.55  # of the verdicts given, and of all figures that the records are about

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not MAKER.is_file(), reason="no ../shared beside the project")]


def test_verdicts_against_records_made_from_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [MAKER.name, str(GOLD), "--out", str(tmp_path)])
    runpy.run_path(str(MAKER), run_name="__main__")
    articles = [one for one in read([tmp_path / "in"]) if isinstance(one, Article)]
    figures = [figure for article in articles for figure in extract(article).figures]
    every = findings(articles, figures, merge(figures, articles), read_records(tmp_path / "records.csv"))
    verdict = {name: one.verdict for one in every if one.check == "record" for name in one.figures}
    stems = {article.id: Path(article.source).stem for article in articles}
    expected = [json.loads(line) for line in (tmp_path / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    seen: Counter[tuple[str, str]] = Counter()
    for one in expected:
        said = {
            verdict[figure.id]
            for figure in figures
            if stems[figure.article_id] == one["article"] and figure.start < one["end"] and one["start"] < figure.end
        }
        decided = next((name for name in ("refuted", "supported") if name in said), "not_enough_info")
        seen[one["verdict"], decided] += 1
    given = sum(count for (_, decided), count in seen.items() if decided != "not_enough_info")
    right = sum(count for (wanted, decided), count in seen.items() if wanted == decided != "not_enough_info")
    assert right >= LEAST_RIGHT * given
    assert given >= LEAST_DECIDED * len(expected)
