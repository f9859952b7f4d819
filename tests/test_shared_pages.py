"""The four portal pages beside the project: what the gold says of them is read, and nothing of their boilerplate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor import extract, read
from extractor.layout.lines import is_tail
from extractor.model.records import Article
from extractor.reading.html.selection import squeezed

SHARED = Path(__file__).parent.parent.parent / "shared"
PAGES = sorted((SHARED / "pages").glob("portal-*.html"))
NAMES = [page.stem for page in PAGES]

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not PAGES, reason="no ../shared beside the project")]


def article(path: Path) -> Article:
    (found,) = read([path])
    assert isinstance(found, Article), found
    return found


def page(name: str) -> Article:
    return article(SHARED / "pages" / f"{name}.html")


def twin(name: str) -> Article:
    return article(SHARED / "gold" / "dev" / f"{name}.txt")


def gold(name: str) -> dict[str, object]:
    return json.loads((SHARED / "gold" / "dev" / f"{name}.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", NAMES)
class TestPortals:
    def test_every_context_is_in_the_text(self, name: str) -> None:
        text = page(name).text
        figures = gold(name)["figures"]
        assert isinstance(figures, list)
        assert [one["context"] for one in figures if one["context"] not in text] == []

    def test_same_figures_as_the_text_twin(self, name: str) -> None:
        ours, theirs = (
            [(one.kind, one.value, one.low, one.high, one.unit, one.modifier) for one in extract(of(name)).figures]
            for of in (page, twin)
        )
        assert ours
        assert ours == theirs

    def test_no_sentence_is_lost(self, name: str) -> None:
        text, found = twin(name).text, squeezed(page(name).text)
        lines = text[text.index(page(name).title or "") :].split("\n")
        told = [line for line in lines if line.strip()]
        body = told[: next(at for at, line in enumerate(told) if is_tail(line.strip()))]
        assert [line for line in body if squeezed(line) not in found] == []

    def test_nothing_of_the_boilerplate_is_read(self, name: str) -> None:
        text = page(name).text
        for words in ("TIN ĐÃ ĐƯA", "LƯỢT TRUY CẬP", "Giấy phép", "Liên kết", "archive.org", "Email"):
            assert words.lower() not in text.lower()

    def test_what_is_known_of_it(self, name: str) -> None:
        found, told = page(name), gold(name)
        assert found.title == told["title"]
        assert (found.published or "")[:10] == told["published"]
        assert found.published == twin(name).published
        assert found.author == twin(name).author
        assert found.place == twin(name).place
        assert "trang thông tin điện tử huyện" in (found.site or "").lower()


def test_sections() -> None:
    assert [page(name).section for name in NAMES] == ["Kinh tế Chính trị", "Kinh tế", "An ninh Quốc phòng", None]
