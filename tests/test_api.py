"""The package from Python: articles made by hand, ids, and how a notebook shows records."""

from __future__ import annotations

from pathlib import Path

import pytest

import extractor
from extractor import Article, extract, merge, read
from extractor.model.errors import InputError
from extractor.model.records import Place, Record
from tests.helpers import extracted

ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
TEXTS = sorted(ARTICLES.glob("*.txt"))
LONGEST_LINE = 120
HOSTILE = '<script>alert("số liệu")</script>'


def was_read(path: Path) -> Article:
    (article,) = read([path])
    assert isinstance(article, Article)
    return article


def test_article_is_exported() -> None:
    assert "Article" in extractor.__all__


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_an_article_made_in_python_gets_the_records_of_one_that_was_read(path: Path) -> None:
    article = was_read(path)
    bare = Article(id=article.id, source=article.source, text=article.text)
    titled = Article(id=article.id, source=article.source, text=article.text, title=article.title, place=article.place)
    expected = extract(article)
    for made in (bare, titled):
        extraction = extract(made)
        assert (extraction.figures, extraction.passed) == (expected.figures, expected.passed)
    assert extract(bare).article == article.model_copy(update={"encoding": "utf-8"})


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_an_article_that_a_former_version_wrote_gets_the_spans_of_its_title_and_lead(path: Path) -> None:
    article = was_read(path)
    former = Article.model_validate(article.model_dump(exclude={"title_span", "lead_span"}))
    assert extract(former).article == article
    assert article.title_span
    assert article.text[slice(*article.title_span)].strip() == article.title


def test_the_span_of_a_title_that_its_maker_gives_stays() -> None:
    made = Article(id="1", source="notes", text="Tin mới\nToàn xã có 421 hộ.\n", title="Tin mới", title_span=None)
    assert extract(made).article.title_span is None


def test_what_its_maker_says_goes_first() -> None:
    text = "Huyện Lục Yên họp\n\nNăm 2023, huyện Lục Yên có 421 mô hình.\nToàn xã còn 35 hộ nghèo.\n"
    elsewhere = Article(id="1", source="notes", text=text, place=Place(name="xã Tân Lĩnh", level="xã"))
    assert extract(elsewhere).article.place == elsewhere.place
    nowhere = Article(id="1", source="notes", text=text, place=None)
    assert extract(nowhere).article.place is None


def test_what_is_no_article_is_told_how_to_make_one() -> None:
    with pytest.raises(InputError, match=r"Article\(id="):
        extract("Toàn xã có 421 hộ.")  # type: ignore[arg-type]


def test_ids_begin_with_a_letter() -> None:
    articles = [one for one in read([ARTICLES]) if isinstance(one, Article)]
    figures = [figure for article in articles for figure in extract(article).figures]
    facts = list(merge(figures, articles))
    assert {figure.id[0] for figure in figures} == {"f"}
    assert {fact.id[0] for fact in facts} == {"t"}
    assert {was_read(path).id[0] for path in TEXTS} == {"a"}


def shown() -> list[Record]:
    text = f"Xã {HOSTILE} thi đua\n\nNăm 2023, xã có 421 hộ nghèo {HOSTILE}, trong đó 35 hộ mới.\n"
    article = Article(id="1", source=HOSTILE, text=text, title=HOSTILE)
    extraction = extract(article)
    facts = merge(extraction.figures, [extraction.article])
    return [extraction.article, *extraction.figures, *extraction.passed, *facts]


@pytest.mark.parametrize("record", shown(), ids=lambda record: type(record).__name__)
def test_a_notebook_shows_a_record(record: Record) -> None:
    line, page = repr(record), record._repr_html_()
    assert len(line) < LONGEST_LINE
    assert "\n" not in line
    assert line.startswith(f"<{type(record).__name__} ")
    assert "<table>" in page
    assert "<script>" not in page


def test_the_line_of_a_figure_says_what_it_is() -> None:
    (figure,) = extracted("Năm 2023, huyện Lục Yên (Yên Bái) có 421 mô hình.").figures
    assert repr(figure) == "<Count 421 mô hình · mô hình · huyện Lục Yên · 2023 · actual>"
