"""The catalogue out of its table is that of the files."""

import json
from pathlib import Path

import pytest

from extractor.catalogue import built


def test_the_table_says_what_the_files_say() -> None:
    ours, files = built.read(), built.parsed(built._files())
    assert (ours.groups, ours.indicators) == (files.groups, files.indicators)
    assert (ours.digest, ours.wanted) == (files.digest, files.wanted)


def test_files_that_have_changed_are_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = json.loads(built.TABLE.read_text(encoding="utf-8")) | {"files": "of others", "indicators": []}
    (tmp_path / "built.json").write_text(json.dumps(said), encoding="utf-8")
    for name, text in built._files()[:2]:
        (tmp_path / name).write_bytes(text)
    monkeypatch.setattr(built, "TABLE", tmp_path / "built.json")
    assert {one.group for one in built.read().indicators} == {"agriculture", "budget"}
