"""The catalogue: every entry against its own sentences, what wins, users' files, every way in which one is wrong."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from typer.testing import CliRunner

from extractor.catalogue import Catalogue, Indicator, default, load, marked
from extractor.cli.app import app
from extractor.cli.exit import DONE, WRONG_USAGE
from extractor.extraction.pipeline import extract, load_catalogue
from extractor.model.errors import CatalogueError
from extractor.model.records import FigureBase
from tests.helpers import article, extracted

ROOT = Path(__file__).parents[2]
EXAMPLE_FILE = ROOT / "corpus" / "catalogue.toml"
GROUPS = {
    "mobilisation", "roads", "new-rural", "households", "housing", "support", "party", "agriculture", "forestry",
    "livestock", "budget", "education", "health", "security", "environment", "digital", "events",
}  # fmt: skip
LEAST = 120
SENTENCE = "Lễ hội trưng bày 120 tác phẩm bonsai."
GOOD = """
[[indicator]]
id = "own.bonsai"
vi = "Tác phẩm bonsai"
en = "Bonsai"
kind = "count"
unit = "tác phẩm"
words = ["bonsai"]
take = "Lễ hội trưng bày [120 tác phẩm] bonsai."
leave = "Lễ hội trưng bày [120 tác phẩm] nhiếp ảnh."
"""


def figure_of(example: str, catalogue: Catalogue | None = None) -> FigureBase:
    """The figure that an example marks."""
    text, start, end = marked(example)
    figures = extract(article(text), catalogue=catalogue).figures
    (figure,) = (one for one in figures if one.start < end and start < one.end)
    return figure


def cases(name: str) -> list[object]:
    return [
        pytest.param(entry, example, id=f"{entry.id}: {example}")
        for entry in default().indicators
        for example in getattr(entry, name)
    ]


@pytest.mark.parametrize(("entry", "example"), cases("take"))
def test_takes(entry: Indicator, example: str) -> None:
    figure = figure_of(example)
    assert (figure.indicator, figure.rule["indicator"]) == (entry.id, f"catalogue.{entry.group}")


@pytest.mark.parametrize(("entry", "example"), cases("leave"))
def test_leaves(entry: Indicator, example: str) -> None:
    assert figure_of(example).indicator != entry.id


def test_each_example_marks_the_words_of_its_figure() -> None:
    for entry in default().indicators:
        for example in (*entry.take, *entry.leave):
            text, start, end = marked(example)
            assert figure_of(example).text == text[start:end], example


def test_enough_indicators_in_every_group() -> None:
    entries = default().indicators
    assert len(entries) >= LEAST
    assert {group.id for group in default().groups} == GROUPS == {entry.group for entry in entries}


def test_ids_are_unique_and_begin_with_their_group() -> None:
    entries = default().indicators
    assert len({entry.id for entry in entries}) == len(entries)
    assert not [entry.id for entry in entries if entry.id.split(".")[0] != entry.group]


def test_figures_outside_the_catalogue_have_none_and_keep_their_item() -> None:
    (figure,) = extracted(SENTENCE).figures
    assert figure.indicator is None
    assert figure.item == "tác phẩm bonsai"
    assert "indicator" not in figure.rule


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", ["Toàn xã còn 421 hộ nghèo.", "TOÀN XÃ CÒN 421 HỘ NGHÈO."])
def test_how_letters_are_written_does_not_count(text: str, form: Literal["NFC", "NFD"]) -> None:
    assert [one.indicator for one in extracted(normalize(form, text)).figures] == ["households.poor"]


def test_where_the_tone_mark_stands_does_not_count() -> None:
    assert figure_of("Xã bê tông hoá [5 km] đường liên thôn.").indicator == "roads.concreted"
    assert figure_of("Xã bê tông hóa [5 km] đường liên thôn.").indicator == "roads.concreted"


def with_words(*entries: tuple[str, str]) -> str:
    """A file with entries of an id and words, without examples that could fail."""
    head = 'vi = "v"\nen = "e"\nkind = "count"\nunit = "tác phẩm"\ntake = "[5 hộ]."\nleave = "[5 hộ]."\n'
    return "".join(f'[[indicator]]\nid = "{id_}"\nwords = {words}\n{head}' for id_, words in entries)


@pytest.mark.parametrize(
    ("entries", "got"),
    [
        ([("own.a", '["bonsai"]'), ("own.b", '["tác phẩm bonsai"]')], "own.b"),
        ([("own.b", '["tác phẩm bonsai"]'), ("own.a", '["bonsai"]')], "own.b"),
        ([("own.a", '["tác phẩm"]'), ("own.b", '["bonsai"]')], None),
        ([("own.a", '["bonsai"]'), ("own.b", '["bonsai"]')], None),
        ([("own.a", '["bonsai", "nhiếp ảnh"]')], None),
        ([("own.a", '["nhiếp ảnh | bonsai"]')], "own.a"),
    ],
    ids=["the closer one", "in any order", "two different things", "two of the same", "a word fails", "one or other"],
)
def test_the_closest_wins_or_none(entries: list[tuple[str, str]], got: str | None, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(with_words(*entries), encoding="utf-8")
    (figure,) = extract(article(SENTENCE), catalogue=load(path)).figures
    assert figure.indicator == got


def test_an_own_entry_goes_before_one_of_ours_that_asks_the_same(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(with_words(("own.poor", '["hộ nghèo"]')).replace("tác phẩm", "hộ nghèo"), encoding="utf-8")
    (figure,) = extract(article("Toàn xã còn 421 hộ nghèo."), catalogue=load(path)).figures
    assert figure.indicator == "own.poor"


def test_an_own_entry_replaces_ours_of_the_same_id(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(GOOD.replace("own.bonsai", "households.poor"), encoding="utf-8")
    catalogue = load_catalogue(path)
    assert len(catalogue.indicators) == len(default().indicators)
    assert figure_of("Toàn xã còn [421 hộ nghèo].", catalogue).indicator is None
    assert figure_of("Lễ hội trưng bày [120 tác phẩm] bonsai.", catalogue).indicator == "households.poor"


def test_a_catalogue_goes_to_other_processes_and_is_told_from_another() -> None:
    catalogue = load_catalogue(EXAMPLE_FILE)
    again = pickle.loads(pickle.dumps(catalogue))
    assert figure_of("Lễ hội trưng bày [120 tác phẩm] bonsai.", again).indicator == "own.bonsai"
    assert repr(again) == repr(catalogue) != repr(default())


FAULTS = {
    "not TOML": (GOOD + "words = \n", 11, "not TOML"),
    "a quote that does not close": (GOOD.replace('en = "Bonsai"', 'en = "Bonsai'), 5, "not TOML"),
    "an unknown key": (GOOD + 'word = "bonsai"\n', 11, "unknown key word"),
    "an unknown table": ('[indicators]\nid = "a"\n', 1, "unknown key indicators"),
    "no entry": ("# nothing\n", 1, "no [[indicator]]"),
    "no label": (GOOD.replace('vi = "Tác phẩm bonsai"\n', ""), 3, "own.bonsai has no vi"),
    "an empty label": (GOOD.replace('"Bonsai"', '" "'), 5, "en must be a text"),
    "a label that is no text": (GOOD.replace('"Bonsai"', "5"), 5, "en must be a text"),
    "no example": (GOOD.replace("leave", "# leave"), 3, "own.bonsai has no leave"),
    "no id": (GOOD.replace('id = "own.bonsai"\n', ""), 2, "an indicator has no id"),
    "an id in other letters": (GOOD.replace("own.bonsai", "Cây cảnh"), 3, "the id Cây cảnh is not"),
    "an id twice": (GOOD + GOOD, 13, "stands already at"),
    "an unknown kind": (GOOD.replace('"count"', '"number"'), 6, "unknown kind number"),
    "a unit of another kind": (GOOD.replace('"count"', '"area"'), 7, "tác phẩm is no unit of area"),
    "words that are no texts": (GOOD.replace('["bonsai"]', "[5]"), 8, "words must be a text or a list of texts"),
    "no words": (GOOD.replace('["bonsai"]', "[]"), 8, "words must be a text or a list of texts"),
    "a flag that is none": (GOOD + 'only = "yes"\n', 11, "only must be true or false"),
    "a group without labels": ('[group]\nid = "x"\n' + GOOD, 1, "a [group] has id, vi and en"),
    "an example without brackets": (GOOD.replace("[120 tác phẩm] bonsai", "120 bonsai"), 9, "in brackets"),
    "brackets around no figure": (
        GOOD.replace("[120 tác phẩm] bonsai", "120 tác phẩm [bonsai]"), 3, "no figure stands",
    ),
    "brackets around two figures": (
        GOOD.replace("[120 tác phẩm] bonsai", "[120 tác phẩm, 5 chậu] bonsai"), 3, "more than one figure stands",
    ),
    "an example not taken": (GOOD.replace('["bonsai"]', '["hoa lan"]'), 3, "own.bonsai does not take"),
    "an example not left": (GOOD.replace("nhiếp ảnh", "bonsai mini"), 3, "which it should leave"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_file_is_refused_with_line_and_reason(fault: str, tmp_path: Path) -> None:
    text, line, what = FAULTS[fault]
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path)
    assert what in caught.value.what
    assert caught.value.where == f"{path}:{line}"
    assert caught.value.todo
    done = CliRunner().invoke(app, ["extract", "-", "--catalogue", str(path)], input=SENTENCE)
    assert done.exit_code == WRONG_USAGE
    assert (done.stdout, f"{path}:{line}: " in done.stderr) == ("", True)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"# one\n# t\xf3\n")
    with pytest.raises(CatalogueError, match="not UTF-8") as caught:
        load_catalogue(path)
    assert caught.value.where == f"{path}:2"
    with pytest.raises(CatalogueError, match="No such file"):
        load_catalogue(tmp_path / "missing.toml")


def test_the_command_line_takes_a_users_file(tmp_path: Path) -> None:
    given = ("--catalogue", str(EXAMPLE_FILE))
    done = CliRunner().invoke(app, ["extract", "-", *given], input=SENTENCE)
    assert [json.loads(line)["indicator"] for line in done.stdout.splitlines()] == ["own.bonsai"]
    done = CliRunner().invoke(app, ["explain", "-", *given], input=SENTENCE)
    assert "own.bonsai" in done.stdout
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    out = tmp_path / "out"
    command = ["extract", str(tmp_path / "a.txt"), "--out", str(out), "--jobs", "2", *given]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == DONE, done.output
    assert json.loads((out / "figures.jsonl").read_text(encoding="utf-8"))["indicator"] == "own.bonsai"


def test_the_indicators_are_listed() -> None:
    done = CliRunner().invoke(app, ["catalogue", "--catalogue", str(EXAMPLE_FILE)])
    assert done.exit_code == DONE
    for entry in (*default().indicators, *load(EXAMPLE_FILE).indicators):
        assert f" {entry.id} " in done.stdout
    done = CliRunner().invoke(app, ["catalogue", "--json"])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == [entry.id for entry in default().indicators]
    assert all(row["vi"] and row["en"] and row["unit"] for row in rows)


@pytest.mark.process
def test_the_catalogue_is_read_on_first_use() -> None:
    code = (
        "import extractor.extraction.pipeline, extractor.catalogue as c; before = c.default.cache_info().currsize;"
        "c.default(); print(before, c.default.cache_info().currsize)"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).split() == ["0", "1"]


@pytest.mark.process
def test_the_files_are_in_the_wheel(tmp_path: Path) -> None:
    from zipfile import ZipFile

    build = "from hatchling.builders.wheel import WheelBuilder; print(next(WheelBuilder('.').build(directory={!r})))"
    command = [sys.executable, "-c", build.format(str(tmp_path))]
    wheel = subprocess.check_output(command, cwd=ROOT, text=True).split()[-1]
    names = {name.removeprefix("extractor/catalogue/") for name in ZipFile(wheel).namelist() if name.endswith(".toml")}
    assert names == {f"{group}.toml" for group in GROUPS}
