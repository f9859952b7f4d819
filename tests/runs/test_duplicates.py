"""The same article again: what is linked by same_as, and what only looks like it."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.model.records import Article, Failure
from extractor.reading.document import Document
from extractor.reading.sources import read_document
from extractor.runs.duplicates import SeenArticles
from extractor.runs.fingerprints import LONGEST, SYLLABLES, fingerprint, is_duplicate

TITLE = "Yên Hòa hoàn thành 12/19 tiêu chí nông thôn mới"
BODY = (
    "Năm 2023, xã Yên Hòa huy động 4,2 tỷ đồng để xây dựng nông thôn mới, trong đó nhân dân đóng góp 860 triệu đồng.",
    "Từ nguồn vốn này, xã đã bê tông hóa 7,5 km đường liên thôn, lắp 118 bóng điện và làm mới 3 nhà văn hóa.",
    "Bà con các thôn Đồng Tâm, Bản Chang và Nà Lốc hiến 2.450 m2 đất vườn, không ai đòi bồi thường.",
    "Thu nhập bình quân đầu người đạt 38,6 triệu đồng, tăng 3,1 triệu đồng so với năm 2022; tỷ lệ hộ nghèo còn 9,4%.",
    "Theo ông Lường Văn Pấng, Chủ tịch UBND xã, khó khăn nhất hiện nay là tiêu chí về môi trường và tiêu chí về chợ, "
    "bởi phần lớn hộ chăn nuôi còn để chuồng trại gần nhà, còn chợ phiên thì vẫn họp nhờ trên bãi bồi ven suối.",
    "Năm 2024, xã phấn đấu đạt thêm 2 tiêu chí, trồng mới 45 ha quế và đưa nước sạch đến 320 hộ ở 4 thôn vùng cao.",
)  # fmt: skip
DATELINE = "Thứ sáu, 12/01/2024 | 07:30"
ORIGINAL = "\n".join((TITLE, DATELINE, *BODY, "Thanh Chi"))
NEXT_YEAR = str.maketrans("123456789", "234567891")
ELSEWHERE = {"Yên Hòa": "Tân Phượng", "Đồng Tâm": "Khe Bín", "Bản Chang": "Khe Pháo", "Nà Lốc": "Bó Mi",
             "Lường Văn Pấng": "Hoàng Thị Mẩy", "nông thôn mới": "đô thị văn minh",
             "trồng mới 45 ha quế": "cấp 45 sổ hồng",
             "chợ phiên thì vẫn họp nhờ trên bãi bồi ven suối": "bến xe thì chưa có mái che cho khách chờ ngày mưa",
             "phần lớn hộ chăn nuôi còn để chuồng trại gần nhà": "rác của khu phố hai ngày mới được gom một lần",
             "môi trường và tiêu chí về chợ": "rác thải và tiêu chí về bến xe", "bê tông hóa": "trải nhựa",
             "đường liên thôn": "vỉa hè", "không ai đòi bồi thường": "để mở rộng hẻm"}  # fmt: skip


def page(text: str, source: str = "https://bao.example/tin", title: str | None = None) -> Article:
    article = read_document(Document(source, text, title=title))
    assert isinstance(article, Article)
    return article


def replaced(text: str, by: dict[str, str]) -> str:
    for old, new in by.items():
        assert old in text
        text = text.replace(old, new)
    return text


SAME = {
    "scraped twice": ORIGINAL,
    "in other spaces and in decomposed capitals": unicodedata.normalize("NFD", ORIGINAL.replace(" ", "  ")).upper(),
    "another headline, byline and dateline": "\n".join(
        ("Xã vùng cao vượt khó", "Chủ nhật, 14/01/2024 | 16:05", "(BĐ) - " + BODY[0], *BODY[1:], "Nguồn: Báo Yên Bái")
    ),
    "another dateline that is part of the text": "\n".join((TITLE, "TTXVN, 13/1 - " + BODY[0], *BODY[1:])),
    "cut to its first sentences": "\n".join((TITLE, *BODY[:4])),
    "without its second paragraph": "\n".join((TITLE, BODY[0], *BODY[2:])),
    "with a paragraph of its own at the end": ORIGINAL + "\nĐược biết, cuối tháng này huyện sẽ thẩm định hồ sơ của xã.",
    "with a word mended": ORIGINAL.replace("bồi thường", "đền bù"),
}  # fmt: skip
NOT_SAME = {
    "next year's report in the same words": "\n".join((TITLE, *BODY)).translate(NEXT_YEAR),
    "the same report with half of its numbers changed": "\n".join(
        (TITLE, *BODY[:3], *(one.translate(NEXT_YEAR) for one in BODY[3:]))
    ),
    "another commune in the same template": replaced("\n".join((TITLE, *BODY)), ELSEWHERE),
    "another commune with other numbers": replaced("\n".join((TITLE, *BODY)), ELSEWHERE).translate(NEXT_YEAR),
    "other diacritics are other words": "\n".join(BODY).translate(str.maketrans("ăôưđ", "aoud")),
    "one sentence of it": BODY[3],
    "another article": "Sáng nay, đội bóng đá nữ của tỉnh lên đường dự giải vô địch quốc gia tổ chức ở Quảng Ninh.",
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_the_same_article_again(name: str) -> None:
    assert is_duplicate(fingerprint(page(ORIGINAL)), fingerprint(page(SAME[name])))


@pytest.mark.parametrize("name", NOT_SAME)
def test_another_article(name: str) -> None:
    assert not is_duplicate(fingerprint(page(ORIGINAL)), fingerprint(page(NOT_SAME[name])))


def test_one_changed_number_in_a_short_report_is_another_report() -> None:
    reports = [f"Trong tháng, Công an huyện Lắk xử lý {count} trường hợp vi phạm nồng độ cồn." for count in (24, 31)]
    assert not is_duplicate(fingerprint(page(reports[0])), fingerprint(page(reports[1])))


@pytest.mark.parametrize("text", ["", "   ", "421", "Có 5 hộ.", "một " * (SYLLABLES - 1)])
def test_texts_too_short_for_a_shingle(text: str) -> None:
    assert is_duplicate(
        fingerprint(Article(id="a", source="a", text=text)), fingerprint(Article(id="b", source="b", text=text))
    )
    assert not is_duplicate(fingerprint(Article(id="a", source="a", text=text)), fingerprint(page(BODY[0])))


@given(st.text())
def test_any_text_is_itself_again(text: str) -> None:
    again = [fingerprint(Article(id=name, source=name, text=text)) for name in "ab"]
    assert again[0] == again[1]
    assert is_duplicate(*again)


def test_of_a_text_of_any_length_no_more_than_the_first_part_is_compared() -> None:
    long = " ".join(f"xã {at}" for at in range(LONGEST))
    one, other = (fingerprint(Article(id="a", source="a", text=text)) for text in (long, f"{long} hết"))
    assert one.size < LONGEST
    assert one.digest != other.digest
    assert is_duplicate(one, other)


@pytest.fixture
def known() -> SeenArticles:
    return SeenArticles(sqlite3.connect(""))


def linked(known: SeenArticles, article: Article) -> str | None:
    admitted = known.admit(article, fingerprint(article))
    assert isinstance(admitted, Article)
    assert admitted == article.model_copy(update={"same_as": admitted.same_as})
    return admitted.same_as


def test_every_copy_names_the_first(known: SeenArticles) -> None:
    first = page(ORIGINAL)
    assert linked(known, first) is None
    for at, (name, text) in enumerate(SAME.items()):
        assert linked(known, page(text, f"https://bao.example/tin?utm={at}")) == first.id, name
    for name, text in NOT_SAME.items():
        assert linked(known, page(text, name)) != first.id, name


def test_many_reports_of_one_template_are_told_apart(known: SeenArticles) -> None:
    text = "Ngày {0}/3, chợ Thương bán ra {1} tấn vải, {2} tấn nhãn và {3} tấn rau; giá vải {4} nghìn đồng/kg."
    reports = [page(text.format(day, 90 + day, 3 * day, 200 - day, day + 9), f"{day}") for day in range(1, 29)]
    assert [linked(known, one) for one in reports] == [None] * len(reports)
    again = [page(one.text, f"{one.source}?utm") for one in reports]
    assert [linked(known, one) for one in again] == [one.id for one in reports]


def test_an_article_with_the_same_id_and_text_is_taken_once(known: SeenArticles) -> None:
    article = page(ORIGINAL)
    assert known.admit(article, None) == article
    assert known.admit(article, None) is None
    clash = known.admit(article.model_copy(update={"text": "Có 5 hộ.", "source": "b.txt"}), None)
    assert isinstance(clash, Failure)
    assert article.source in clash.what
    assert clash.where == "b.txt"
