"""`solieu explain` of facts: those of an article, those of a merged folder, and one in full."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor.cli.app import app
from extractor.cli.exit import DONE, WRONG_USAGE
from extractor.dataset.explained import ExplainedField, facts_in, joined_facts
from extractor.model.records import Stated
from tests.datasets import fact, with_facts
from tests.helpers import extracted

ARTICLE = (
    "Huyện Yên Bình (Yên Bái): hơn 400 mô hình “Dân vận khéo”\n\n"
    "Năm 2023, huyện Yên Bình (Yên Bái) xây dựng được 421 mô hình “Dân vận khéo”, trao 15 suất quà.\n"
)
OTHER = "Yên Bình tổng kết.\n\nCả năm 2023, huyện Yên Bình (Yên Bái) xây dựng được 421 mô hình “Dân vận khéo”.\n"
NEWS = (
    {"id": "first", "title": "Hơn 400 mô hình", "published": "2024-01-05", "text": ARTICLE},
    {"id": "second", "title": "Tổng kết", "published": "2024-01-09", "text": OTHER},
)


def explained(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, arguments)], input=given)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dataset")
    (folder / "news.json").write_text(json.dumps(NEWS), encoding="utf-8")
    done = CliRunner().invoke(app, ["run", str(folder / "news.json"), "--out", str(folder / "out")])
    assert done.exit_code == DONE, done.output
    return folder / "out"


def test_facts_of_an_article_are_those_said_more_than_once() -> None:
    (one,) = facts_in(extracted(ARTICLE))
    assert [value.words for value in one.values] == ["more than 400 mô hình", "421 mô hình"]
    assert ExplainedField("agreement", "rounded") in one.lines
    assert ExplainedField("place", "huyện Yên Bình, tỉnh Yên Bái") in one.lines
    assert ExplainedField("period", "2023") in one.lines
    assert dict(one.lines)["why"].startswith("2 figures of 1 article: ")


def test_words_stand_where_their_numbers_are_explained() -> None:
    said = explained("-", given=ARTICLE).stdout
    (one,) = facts_in(extracted(ARTICLE))
    for quote in (quote for value in one.values for quote in value.quotes):
        number = quote.where.split(",")[0].removeprefix("number ")
        (line,) = (line for line in said.splitlines() if line.startswith(f"{number}. "))
        assert f"«{quote.words}»" in line
        start, end = map(int, quote.where.split("characters ")[1].split(" to "))
        assert ARTICLE[start:end] == quote.words
        assert f"{quote.where}:\n      «{quote.words}»" in said


def test_nothing_is_said_of_facts_where_each_is_said_once() -> None:
    done = explained("-", given="Huyện Yên Bình có 421 mô hình và 15 hộ nghèo.\n")
    assert done.exit_code == DONE
    assert "421 mô hình" in done.stdout
    assert "more than once" not in done.stdout


def test_a_folder_lists_its_facts_of_several_figures(dataset: Path) -> None:
    done = explained(dataset)
    assert done.exit_code == DONE
    assert "values    more than 400 mô hình; 421 mô hình (2 figures)" in done.stdout
    assert "why       3 figures of 2 articles: " in done.stdout
    assert "suất quà" not in done.stdout
    assert f"1 fact with more than one figure: one in full is shown by solieu explain {dataset}" in done.stderr


def test_one_fact_in_full(dataset: Path) -> None:
    (one,) = joined_facts(dataset)
    done = explained(dataset, "--fact", one.id[:5])
    assert done.exit_code == DONE, done.output
    for shown in (
        one.id,
        "indicator mobilisation.models",
        "today     phường Văn Phú, tỉnh Lào Cai (part); ",
        "published 2024-01-05 to 2024-01-09",
        "sources   2 of 2 articles, copies counted as one",
        "agreement rounded",
        "Hơn 400 mô hình · 2024-01-05 · ",
        "Huyện Yên Bình (Yên Bái): «hơn 400 mô hình» “Dân vận khéo”",
        "Tổng kết · 2024-01-09 · ",
        "Cả năm 2023, huyện Yên Bình (Yên Bái) xây dựng được «421 mô hình» “Dân vận khéo”.",
    ):
        assert shown in done.stdout


def test_copies_are_told_and_a_part_names_its_total(tmp_path: Path) -> None:
    values = (Stated(value=Decimal(2), figures=("figure-part",)),)
    part = fact("part", part_of="all", values=values, low=None, unit="m", per="hộ", total=Decimal(9))
    folder = with_facts(tmp_path, [part, fact("all")])
    article = json.loads((folder / "articles.jsonl").read_text(encoding="utf-8"))
    article |= {"same_as": "elsewhere", "title": "Tin"}
    (folder / "articles.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    said = explained(folder, "--fact", "part").stdout
    assert "Tin · 2024-03-04 · a.txt · a copy of elsewhere, characters 0 to 11:" in said
    assert "part_of   all mô hình, 421 mô hình" in said
    assert "said      2 of 9 m/hộ" in said


def test_an_id_may_be_the_beginning_of_another(tmp_path: Path) -> None:
    folder = with_facts(tmp_path, [fact("ab"), fact("abc")])
    assert explained(folder, "--fact", "ab").stdout.startswith("ab  ")
    assert explained(folder, "--fact", "abc").stdout.startswith("abc  ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("zz", "no fact has an id that begins with 'zz'. Take an id of facts.csv"),
        ("a", "several facts have an id that begins with 'a': a1, a2, a3, a4, a5 …. Give more of the id."),
    ],
)
def test_an_id_that_is_unknown_or_ambiguous(name: str, said: str, tmp_path: Path) -> None:
    folder = with_facts(tmp_path, [fact(f"a{at}") for at in range(1, 8)])
    done = explained(folder, "--fact", name)
    assert done.exit_code == WRONG_USAGE
    assert (done.stdout, said in done.stderr) == ("", True)


@pytest.mark.parametrize("options", [(), ("--fact", "a")], ids=["all", "one"])
def test_a_folder_that_was_not_merged(options: tuple[str, ...], tmp_path: Path) -> None:
    (with_facts(tmp_path, [fact("a")]) / "facts.jsonl").unlink()
    done = explained(tmp_path, *options)
    assert done.exit_code == WRONG_USAGE
    assert f"{tmp_path}/facts.jsonl: cannot be read: No such file or directory. Write it anew" in done.stderr
    assert f": solieu merge {tmp_path}." in done.stderr


@pytest.mark.parametrize(
    ("name", "known", "todo"),
    [
        ("facts", "a", "solieu merge"),
        ("figures", "figure-a", "solieu extract PATH... --out"),
        ("articles", "article", "solieu extract PATH... --out"),
    ],
)
@pytest.mark.parametrize(
    "line", ['{"id": "half', '{"id": "KNOWN", "other": 5}', "\ud800"], ids=["half", "other", "bytes"]
)
def test_a_damaged_line(name: str, known: str, todo: str, line: str, tmp_path: Path) -> None:
    folder = with_facts(tmp_path, [fact("abc"), fact("a")])
    path = folder / f"{name}.jsonl"
    damaged = line.replace("KNOWN", known) + "\n"
    path.write_bytes(damaged.encode("utf-8", "surrogatepass") + path.read_bytes())
    done = explained(folder, "--fact", "a")
    assert done.exit_code == WRONG_USAGE
    assert f"{path}" in done.stderr
    assert f"{todo} {folder}." in done.stderr


@pytest.mark.parametrize("name", ["figures", "articles"])
def test_facts_of_another_run(name: str, tmp_path: Path) -> None:
    folder = with_facts(tmp_path, [fact("a")])
    (folder / f"{name}.jsonl").write_text("", encoding="utf-8")
    done = explained(folder, "--fact", "a")
    assert done.exit_code == WRONG_USAGE
    assert "fact a is of another run: there is no figure or article" in done.stderr
    assert f"Merge again: solieu merge {folder}." in done.stderr


def test_options_that_do_not_fit(dataset: Path) -> None:
    article = explained("-", "--fact", "a", given=ARTICLE)
    assert article.exit_code == WRONG_USAGE
    assert "--fact" in article.stderr
    catalogue = explained(dataset, "--catalogue", "corpus/catalogue.toml")
    assert catalogue.exit_code == WRONG_USAGE
    assert "--catalogue" in catalogue.stderr


def test_a_dataset_without_joined_facts(tmp_path: Path) -> None:
    done = explained(with_facts(tmp_path, [fact("a")]))
    assert (done.exit_code, done.stdout) == (DONE, "")
    assert "0 facts with more than one figure" in done.stderr
