"""Runs added to an archive: whatever comes in whatever order, it holds what one run over all of it would give."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from extractor.archive import add_run, open_archive, remove_source
from extractor.archive.adding import sources_of
from extractor.archive.reading import Records
from extractor.dataset.folder import read_articles, read_facts, read_figures, read_findings
from extractor.extraction.pipeline import Extraction
from extractor.model.errors import ArchiveError, DatasetError
from extractor.model.records import Fact
from tests.archive.archives import again, content, facts_of, sample, write_run

DAYS = (None, "2022-11-02", "2023-03-04T08:00:00+07:00", "2023-03-20", "2024-01-05")
SEEDS = range(3)
ROUNDS = 3


def facts_in(path: Path) -> list[Fact]:
    connection = open_archive(path)
    try:
        return sorted(Records(connection).facts(), key=lambda one: one.id)
    finally:
        connection.close()


def generation(path: Path) -> int:
    connection = open_archive(path)
    try:
        return int(connection.execute("SELECT generation FROM _state").fetchone()[0])
    finally:
        connection.close()


def fresh(folder: Path, said: list[Extraction]) -> Path:
    """An archive of one run over these articles."""
    path = folder / "fresh.db"
    path.unlink(missing_ok=True)
    add_run(path, write_run(folder / "fresh", said, audited=False))
    return path


def news(chosen: random.Random) -> list[Extraction]:
    """Some articles, each said again by others, which are near-copies or not; some figures without a period."""
    found: list[Extraction] = []
    for one in chosen.sample(sample(), 4):
        figures = tuple(
            figure.model_copy(update={"period": None}) if chosen.random() < 0.5 else figure for figure in one.figures
        )
        base, first = replace(one, figures=figures), None
        for turn in range(chosen.randint(2, 3)):
            name = f"{one.article.id}-{turn}"
            copied: str | None = chosen.choice((None, first))
            url = chosen.choice((f"https://{name}.example/1", f"https://site{turn}.example/{name}", None))
            found.append(again(base, name, published=chosen.choice(DAYS), same_as=copied, url=url))
            first = first or name
    return found


def some_of(said: list[Extraction], chosen: random.Random) -> list[Extraction]:
    """About half of the articles, one with fewer figures and one of another day."""
    some = [one for one in said if chosen.random() < 0.5] or said[:2]
    at, other = chosen.randrange(len(some)), chosen.randrange(len(some))
    some[at] = replace(some[at], figures=tuple(one for one in some[at].figures if chosen.random() < 0.6))
    article = some[other].article.model_copy(update={"published": "2021-07-08"})
    some[other] = replace(some[other], article=article)
    return some


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_added_and_removed_in_whatever_order(seed: int, tmp_path: Path) -> None:
    chosen, archive, held = random.Random(seed), tmp_path / "archive.db", dict[str, Extraction]()
    said = news(chosen)
    for turn in range(ROUNDS):
        some = some_of(said, chosen)
        folder = write_run(tmp_path / str(turn), some, audited=False)
        add_run(archive, folder)
        held |= {one.article.id: one for one in some}
        assert facts_in(archive) == facts_of(held.values())
        assert content(archive) == content(fresh(tmp_path, list(held.values())))
        before = generation(archive)
        added = add_run(archive, folder)
        assert (added.articles, added.updated, added.figures, added.unchanged) == (0, 0, 0, len(some))
        assert generation(archive) == before, "what is there already changes nothing"
    connection = open_archive(archive)
    source = chosen.choice(sources_of(connection))[0]
    ids = connection.execute(
        "SELECT id FROM articles JOIN sources ON sources.number = source WHERE name = ?", (source,)
    ).fetchall()
    connection.close()
    articles, rest = remove_source(archive, source)
    assert articles == len(ids)
    for (name,) in ids:
        del held[name]
    assert rest.articles == len(held)
    assert facts_in(archive) == facts_of(held.values())
    assert content(archive) == content(fresh(tmp_path, list(held.values())))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_run(tmp_path_factory.mktemp("run"), sample())


def test_every_record_comes_back_as_it_was(run: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    held = add_run(archive, run).held
    connection = open_archive(archive)
    records = Records(connection)
    articles, figures = [*read_articles(run)], [*read_figures(run)]
    facts, findings = [*read_facts(run)], [*read_findings(run)]
    assert [records.article(one.id) for one in articles] == articles
    assert [records.figure(one.id) for one in figures] == figures
    assert [records.fact(one.id) for one in facts] == facts
    assert [records.finding(one.id) for one in findings] == findings
    assert held == (len(articles), len(figures), len(facts), len(findings))
    connection.close()


def test_whatever_the_order_of_the_files(run: Path, tmp_path: Path) -> None:
    add_run(tmp_path / "one.db", run)
    other = tmp_path / "other"
    other.mkdir()
    for path in run.iterdir():
        lines = path.read_bytes().splitlines(keepends=True)
        random.Random(1).shuffle(lines)
        (other / path.name).write_bytes(b"".join(lines))
    add_run(tmp_path / "other.db", other)
    one, two = content(tmp_path / "one.db"), content(tmp_path / "other.db")
    digests = ("articles",)
    assert {name: rows for name, rows in one.items() if name not in digests} == {
        name: rows for name, rows in two.items() if name not in digests
    }
    assert [row[:-1] for row in one["articles"]] == [row[:-1] for row in two["articles"]]


def two_articles() -> tuple[Extraction, Extraction]:
    return sample()[0], sample()[1]


def ids_in(archive: Path) -> set[str]:
    return {row[0] for row in content(archive)["articles"]}


def test_an_updated_article_takes_the_place_of_the_former(tmp_path: Path) -> None:
    archive, (one, other) = tmp_path / "archive.db", two_articles()
    url = "https://bao.example/1"
    before, after = again(one, "before", url=url), again(one, "after", url=url)
    add_run(archive, write_run(tmp_path / "a", [before, again(other, "other")]))
    added = add_run(archive, write_run(tmp_path / "b", [after]))
    assert (added.articles, added.updated, added.unchanged) == (0, 1, 0)
    assert ids_in(archive) == {"after", "other"}
    add_run(archive, write_run(tmp_path / "a", [before, again(other, "other")]))
    assert ids_in(archive) == {"before", "other"}, "what is added last holds"


def test_two_articles_of_one_run_with_one_address_both_stay(tmp_path: Path) -> None:
    archive, (one, other) = tmp_path / "archive.db", two_articles()
    url = "https://bao.example/1"
    add_run(archive, write_run(tmp_path / "a", [again(one, "one", url=url), again(other, "other", url=url)]))
    assert ids_in(archive) == {"one", "other"}


@pytest.mark.parametrize("source", ["-", "scraped.jsonl:12"])
def test_what_is_read_from_a_collection_takes_no_place(source: str, tmp_path: Path) -> None:
    archive, (one, other) = tmp_path / "archive.db", two_articles()
    add_run(archive, write_run(tmp_path / "a", [again(one, "one", url=None, source=source)]))
    add_run(archive, write_run(tmp_path / "b", [again(other, "other", url=None, source=source)]))
    assert ids_in(archive) == {"one", "other"}


def test_findings_follow_their_figures(tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    folder = write_run(tmp_path / "a", sample())
    add_run(archive, folder)
    found = content(archive)["findings"]
    compared = content(archive)["compared"]
    assert found
    doubted = {row[0]: row[-1] for row in content(archive)["figures"] if row[-1]}
    assert doubted
    name = next(row[1] for row in content(archive)["figures"] if row[0] == compared[0][2])
    one = next(one for one in sample() if one.article.id == name)
    add_run(archive, write_run(tmp_path / "b", [replace(one, figures=one.figures[:1])], audited=False))
    left = content(archive)
    figures = {row[0] for row in left["figures"]}
    assert {row[2] for row in left["compared"]} <= figures
    assert compared[0][0] not in {row[0] for row in left["findings"]}
    in_doubt = {row[2] for row in left["compared"] if row[1] == 0}
    assert {row[0] for row in left["figures"] if row[-1]} <= in_doubt


def test_another_audit_of_the_same_run_takes_the_place_of_the_former(tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive.db", write_run(tmp_path / "a", sample())
    add_run(archive, folder)
    lines = (folder / "findings.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "findings.jsonl").write_bytes(b"".join(lines[1:]))
    add_run(archive, folder)
    assert len(content(archive)["findings"]) == len(lines) - 1
    (folder / "findings.jsonl").unlink()
    assert add_run(archive, folder).held.findings == len(lines) - 1, "no audit says nothing of findings"
    (folder / "findings.jsonl").write_bytes(b"".join(lines))
    assert add_run(archive, folder).findings == 1
    assert content(archive) == content(fresh_of(tmp_path / "fresh.db", folder))


def fresh_of(path: Path, folder: Path) -> Path:
    add_run(path, folder)
    return path


def test_an_unknown_source_is_told_with_some_that_are_there(run: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    add_run(archive, run)
    before = content(archive)
    with pytest.raises(ArchiveError, match=r"no source is called 'nobody': there are example\.org, "):
        remove_source(archive, "nobody")
    assert content(archive) == before
    with pytest.raises(ArchiveError, match="no such archive"):
        remove_source(tmp_path / "none.db", "nobody")
    assert not (tmp_path / "none.db").exists()


def without(folder: Path, name: str, line: int) -> None:
    """Takes a line out of a file."""
    lines = (folder / f"{name}.jsonl").read_bytes().splitlines(keepends=True)
    del lines[line]
    (folder / f"{name}.jsonl").write_bytes(b"".join(lines))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("articles", r"a figure is of article .*, which is not among the articles"),
        ("figures", r"figure f.* is stated by a fact, but is not among the figures"),
        ("facts", r"figure f.* of article .* is stated by none of the facts"),
    ],
)
def test_what_is_not_of_one_run_is_refused(name: str, said: str, tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive.db", write_run(tmp_path / "a", sample())
    add_run(archive, write_run(tmp_path / "b", [again(sample()[0], "other")]))
    before = content(archive)
    (folder / "findings.jsonl").unlink()
    without(folder, name, 0)
    with pytest.raises(DatasetError, match=said):
        add_run(archive, folder)
    assert content(archive) == before
    with pytest.raises(DatasetError, match=said):
        add_run(tmp_path / "new.db", folder)


@pytest.mark.parametrize("name", ["articles", "figures", "passed", "facts", "findings"])
@pytest.mark.parametrize("damage", ["{broken", "[]", '{"id": "x", "article_id": "x"}', "\xff"])
def test_a_damaged_line_is_told(name: str, damage: str, tmp_path: Path) -> None:
    archive, folder = tmp_path / "archive.db", write_run(tmp_path / "a", sample()[:2])
    path = folder / f"{name}.jsonl"
    path.write_bytes(path.read_bytes() + f"{damage}\n".encode("latin-1"))
    with pytest.raises(DatasetError, match=rf"{name}.jsonl:\d+: is no|is not in UTF-8|not among"):
        add_run(archive, folder)


def test_a_run_that_is_not_merged_is_refused(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "a", sample()[:1])
    (folder / "facts.jsonl").unlink()
    with pytest.raises(DatasetError, match=r"no facts\.jsonl in it\. Merge its figures first"):
        add_run(tmp_path / "archive.db", folder)
    assert not (tmp_path / "archive.db").exists()


def test_an_article_that_stands_twice_is_refused(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "a", sample()[:1])
    for name in ("articles", "findings"):
        path = folder / f"{name}.jsonl"
        path.write_bytes(path.read_bytes() * 2)
    with pytest.raises(DatasetError, match="stands in it twice"):
        add_run(tmp_path / "archive.db", folder)
