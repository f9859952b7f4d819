"""The command line: what each command prints and writes, its exit status, and what it says of bad inputs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extractor.cli.app import app
from extractor.cli.exit import BELOW_FLOOR, DONE, SOME_FAILED, WRONG_USAGE
from extractor.dataset.export.tables import FILES as EXPORTED

ROOT = Path(__file__).parents[2]
ARTICLES, GOLD = str(ROOT / "corpus" / "articles"), str(ROOT / "corpus" / "gold")
FILES = ("articles.jsonl", "errors.jsonl", "figures.jsonl", "passed.jsonl")
SENTENCE = "Toàn xã có 421 hộ nghèo."


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=given)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_extract_writes_four_files(tmp_path: Path) -> None:
    done = run("extract", ARTICLES, "--out", str(tmp_path / "new" / "out"))
    assert done.exit_code == DONE, done.output
    assert done.stdout == ""
    assert "30 articles" in done.stderr
    out = tmp_path / "new" / "out"
    assert sorted(path.name for path in out.iterdir()) == list(FILES)
    articles = {one["id"]: one for one in lines(out / "articles.jsonl")}
    assert len(articles) == 30
    assert lines(out / "errors.jsonl") == []
    for one in lines(out / "figures.jsonl") + lines(out / "passed.jsonl"):
        assert articles[one["article_id"]]["text"][one["start"] : one["end"]] == one["text"]


def test_extract_again_gives_the_same(tmp_path: Path) -> None:
    for _ in range(2):
        assert run("extract", ARTICLES, "--out", str(tmp_path)).exit_code == DONE
        written = {name: (tmp_path / name).read_bytes() for name in FILES}
        assert written == {name: (tmp_path / name).read_bytes() for name in FILES}
    once = (tmp_path / "figures.jsonl").read_bytes()
    run("extract", ARTICLES, ARTICLES, "--out", str(tmp_path))
    assert (tmp_path / "figures.jsonl").read_bytes() == once, "an article given twice is taken once"


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run over the sample corpus."""
    folder = tmp_path_factory.mktemp("run")
    assert run("extract", ARTICLES, "--out", str(folder)).exit_code == DONE
    return folder


def test_merge_writes_facts_beside_the_figures(results: Path) -> None:
    done = run("merge", str(results))
    assert (done.exit_code, done.stdout) == (DONE, ""), done.output
    assert "facts.jsonl" in done.stderr
    once = (results / "facts.jsonl").read_bytes()
    facts, figures = lines(results / "facts.jsonl"), lines(results / "figures.jsonl")
    assert sorted(one for fact in facts for one in fact["figures"]) == sorted(figure["id"] for figure in figures)
    assert {path.name for path in results.iterdir()} == {*FILES, "facts.jsonl", *EXPORTED}, "nothing else is left"
    assert run("merge", str(results)).exit_code == DONE
    assert (results / "facts.jsonl").read_bytes() == once, "merging twice changes nothing"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("figures.jsonl", None, "there is no figures.jsonl in it"),
        ("articles.jsonl", None, "there is no articles.jsonl in it"),
        ("figures.jsonl", '{"id": "a"}\n', "figures.jsonl:1: is no figure as this version of solieu writes it"),
        ("articles.jsonl", '{"id": "a", \n', "articles.jsonl:1: is no whole JSON object"),
        ("articles.jsonl", "\xff\xfe{}", "is not in UTF-8"),
        ("figures.jsonl", "[1]\n", "figures.jsonl:1: is no whole JSON object"),
    ],
)
def test_merge_says_what_is_wrong_with_a_folder(
    results: Path, tmp_path: Path, name: str, content: str | None, said: str
) -> None:
    for path in results.iterdir():
        if path.name != name:
            (tmp_path / path.name).write_bytes(path.read_bytes())
        elif content is not None:
            (tmp_path / name).write_bytes(content.encode("latin-1"))
    (tmp_path / "facts.jsonl").write_text("former\n")
    done = run("merge", str(tmp_path))
    assert done.exit_code == WRONG_USAGE
    assert said in done.stderr
    assert "solieu extract PATH... --out" in done.stderr
    assert (tmp_path / "facts.jsonl").read_text() == "former\n", "what was there stays"
    assert not list(tmp_path.glob(".facts*"))


@pytest.mark.parametrize(("name", "what"), [("nowhere", "no such folder"), ("README.md", "is no folder")])
def test_merge_of_no_folder(name: str, what: str) -> None:
    done = run("merge", str(ROOT / name))
    assert done.exit_code == WRONG_USAGE
    assert f"{name}: {what}. Name the folder of a run: solieu extract PATH... --out DIR." in done.stderr


def test_merge_where_nothing_may_be_written(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "facts.jsonl")

    monkeypatch.setattr("extractor.dataset.folder.os.fsync", refused)
    done = run("merge", str(results))
    assert done.exit_code == WRONG_USAGE
    assert "cannot be written: Permission denied" in done.stderr


def test_extract_prints_figures(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    done = run("extract", str(tmp_path / "a.txt"))
    assert done.exit_code == DONE
    (figure,) = map(json.loads, done.stdout.splitlines())
    assert (figure["value"], figure["kind"], figure["start"]) == (421, "count", 11)
    assert "hộ" in done.stdout, "Vietnamese is readable"


def test_decimals_keep_their_digits(tmp_path: Path) -> None:
    done = run("extract", "-", given="Sản lượng đạt 3,10 tấn, trị giá 123.456.789.012.345.678,25 đồng.")
    assert '"value": 3.10' in done.stdout or '"value": 3.1,' in done.stdout
    assert '"value": 123456789012345678.25' in done.stdout


@pytest.mark.parametrize(
    ("given", "source"),
    [(SENTENCE, "-"), (json.dumps({"text": SENTENCE}) + "\n", "-:1"), ("\n" + json.dumps({"text": SENTENCE}), "-:")],
    ids=["text", "JSON Lines", "JSON Lines behind a blank line"],
)
def test_standard_input(given: str, source: str, tmp_path: Path) -> None:
    assert run("extract", "-", "--out", str(tmp_path), given=given).exit_code == DONE
    (article,) = lines(tmp_path / "articles.jsonl")
    assert str(article["source"]).startswith(source)
    assert len(lines(tmp_path / "figures.jsonl")) == 1
    first = (tmp_path / "articles.jsonl").read_bytes()
    run("extract", "-", "--out", str(tmp_path), given=given)
    assert (tmp_path / "articles.jsonl").read_bytes() == first, "the id is stable"


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "latin.txt": "Öyleyse çok güzel bir gün".encode("latin-1"),
    "broken.jsonl": b"{broken\n",
    "page.pdf": b"%PDF",
    "surrogate.jsonl": b'{"text": "5 h\xe1\xbb\x99 \\ud800"}\n',
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_and_the_others_go_on(name: str, tmp_path: Path) -> None:
    bad, good, out = tmp_path / name, tmp_path / "good.txt", tmp_path / "out"
    content = BAD[name]
    if content is not None:
        bad.write_bytes(content)
    good.write_text(SENTENCE, encoding="utf-8")
    done = run("extract", str(bad), str(good), "--out", str(out))
    assert done.exit_code == SOME_FAILED
    (error,) = lines(out / "errors.jsonl")
    assert str(bad) in str(error["source"])
    assert error["what"]
    assert error["todo"]
    assert name in done.stderr
    assert len(lines(out / "figures.jsonl")) == 1


def test_one_id_for_two_articles_is_told(tmp_path: Path) -> None:
    texts = [{"id": "a", "text": "Có 5 hộ."}, {"id": "a", "text": "Có 6 hộ."}, {"id": "a", "text": "Có 5 hộ."}]
    given = "".join(json.dumps(one) + "\n" for one in texts)
    assert run("extract", "-", "--out", str(tmp_path), given=given).exit_code == SOME_FAILED
    assert len(lines(tmp_path / "articles.jsonl")) == 1
    assert [one["where"] for one in lines(tmp_path / "errors.jsonl")] == ["-:2"]


def test_a_fault_in_one_article_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.runs import batch

    def faulty(article: object, **_: object) -> object:
        raise RecursionError("too deep")

    monkeypatch.setattr(batch, "extract", faulty)
    assert run("extract", "-", "--out", str(tmp_path), given=SENTENCE).exit_code == SOME_FAILED
    (error,) = lines(tmp_path / "errors.jsonl")
    assert error["what"] == "unexpected RecursionError: too deep"


WRONG = (
    ("extract",),
    ("extract", "--nothing", ARTICLES),
    ("run", ARTICLES),
    ("run", ARTICLES, "--out", __file__),
    ("run", ARTICLES, "--out", "out", "--units", "tomorrow"),
    ("merge",),
    ("merge", "missing"),
    ("merge", ARTICLES),
    ("merge", __file__),
    ("explain",),
    ("schema",),
    ("schema", "nothing"),
    ("evaluate", "missing"),
    ("extract", ARTICLES, "--catalogue", "missing.toml"),
    ("explain", ARTICLES, "--catalogue", __file__),
    ("catalogue", "--catalogue", "missing.toml"),
    ("evaluate", ARTICLES),
    ("evaluate", GOLD),
    ("evaluate", GOLD, "--articles", ARTICLES, "--floors", "missing.toml"),
    ("evaluate", GOLD, "--articles", ARTICLES, "--against", "missing"),
    ("extract", ARTICLES, "--out", __file__),
    ("nothing",),
)


@pytest.mark.parametrize("arguments", WRONG, ids=lambda arguments: " ".join(Path(one).name for one in arguments))
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == WRONG_USAGE, done.output
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["", "run", "extract", "merge", "explain", "catalogue", "schema", "evaluate"])
def test_help_shows_an_example(command: str) -> None:
    done = run(*filter(None, (command, "--help")))
    assert done.exit_code == DONE
    assert "Example" in done.stdout
    assert f"solieu {command}" in done.stdout


def test_schema_is_printed() -> None:
    assert json.loads(run("schema", "figure").stdout)["$schema"].endswith("2020-12/schema")


def test_explain_tells_the_rule_of_every_number(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Năm 2023, huyện Yên Bình có 421 mô hình [mới] theo Nghị quyết số 25-NQ/TW.", encoding="utf-8")
    done = run("explain", str(path))
    assert done.exit_code == DONE
    blocks = done.stdout.split("\n\n")[1:]
    assert [block.split("«")[1].split("»")[0] for block in blocks] == ["2023", "421 mô hình", "25"]
    assert "no figure: time" in blocks[0]
    assert "[mới]" in blocks[1], "brackets of the text are no markup"
    for field in ("kind", "value", "item", "period", "place"):
        assert any(line.split()[:1] == [field] for line in blocks[1].splitlines()), field
    assert "no figure: document number" in blocks[2]


def test_evaluate_against_floors_and_a_saved_run(tmp_path: Path) -> None:
    run("extract", ARTICLES, "--out", str(tmp_path))
    kept = (tmp_path / "figures.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "figures.jsonl").write_text("".join(kept[1:]), encoding="utf-8")
    high, low = tmp_path / "high.toml", tmp_path / "low.toml"
    high.write_text("[all]\nfigure.f1 = 0.5\nfields.period = 1.01\n")
    low.write_text('[all]\nfigure.f1 = 0.5\n[some]\narticles = ["lak-giam-ngheo"]\nrecord.f1 = 0.1\n')
    common = ("evaluate", GOLD, "--articles", ARTICLES)
    assert run(*common, "--floors", str(low)).exit_code == DONE
    done = run(*common, "--floors", str(high), "--against", str(tmp_path))
    assert done.exit_code == BELOW_FLOOR
    assert "all fields.period" in done.stderr
    assert f"gained: lak-giam-ngheo: {json.loads(kept[0])['text']}" in done.stdout
    score = json.loads(run(*common, "--json").stdout)
    assert score["articles"] == 27
    assert {"precision", "recall", "f1"} == set(score["figure"]) == set(score["kinds"]["count"])


@pytest.mark.process
def test_version_and_module() -> None:
    by_name = "from extractor.cli.app import main; main()"
    for command in (["-m", "extractor", "--version"], ["-c", by_name, "--version"]):
        assert subprocess.check_output([sys.executable, *command], text=True).startswith("solieu ")


@pytest.mark.process
def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m extractor extract {ARTICLES} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


@pytest.mark.process
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "extractor", "extract", ARTICLES]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode != DONE
    assert "cannot be written: No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_date_that_is_not_understood_is_told(tmp_path: Path) -> None:
    dates = ("20/12/2023", "hôm qua", "n/a", "20/12/23")
    records = [{"id": str(at), "text": SENTENCE, "date": said} for at, said in enumerate(dates)]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in records), encoding="utf-8")
    for out in (["--out", str(tmp_path / "out")], []):
        done = run("extract", str(tmp_path / "a.jsonl"), *out)
        assert done.exit_code == SOME_FAILED
        assert "the date `hôm qua` is not understood: the article is read without one" in done.stderr
        assert "2 articles without the date that is given" in done.stderr
    assert [one["published"] for one in lines(tmp_path / "out" / "articles.jsonl")] == ["2023-12-20", None, None, None]
    told = lines(tmp_path / "out" / "errors.jsonl")
    assert [one["where"].rpartition(":")[2] for one in told] == ["2", "4"]
    assert "--date-field" in told[0]["todo"]


def test_short_options(tmp_path: Path) -> None:
    assert run("-h").exit_code == run("extract", "-h").exit_code == DONE
    article = tmp_path / "a.txt"
    article.write_text(SENTENCE, encoding="utf-8")
    assert run("extract", str(article), "-o", str(tmp_path / "out")).exit_code == DONE
    assert lines(tmp_path / "out" / "figures.jsonl")


def test_shells_can_complete_its_commands() -> None:
    assert "--install-completion" in run("--help").stdout


@pytest.mark.parametrize("address", ["https://baolaocai.vn/tin-1.html", "HTTP://laocai.gov.vn", "s3://news/2023"])
def test_an_address_is_answered(address: str, tmp_path: Path) -> None:
    done = run("extract", address, "--out", str(tmp_path))
    assert done.exit_code == SOME_FAILED
    assert "solieu fetches nothing" in done.stderr
    assert "Save the page" in done.stderr


@pytest.mark.parametrize("command", ["extract", "run"])
@pytest.mark.parametrize("arguments", [["nowhere.txt"], ["rows.csv", "--text-field", "nội dung"], ["empty"]])
def test_a_run_that_read_nothing_leaves_former_results(command: str, arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "rows.csv").write_text(f"text,title\n{SENTENCE},Tin\n", encoding="utf-8")
    out = tmp_path / "out"
    assert run("run", str(tmp_path / "rows.csv"), "--out", str(out)).exit_code == DONE
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    done = run(command, str(tmp_path / arguments[0]), *arguments[1:], "--out", str(out))
    assert done.exit_code == WRONG_USAGE
    assert "the results of the run before stay as they are" in done.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_first_run_that_read_nothing_says_why_in_its_files(tmp_path: Path) -> None:
    done = run("extract", str(tmp_path / "nowhere.txt"), "--out", str(tmp_path / "out"))
    assert done.exit_code == SOME_FAILED
    assert lines(tmp_path / "out" / "errors.jsonl")[0]["what"] == "no such file"
