"""When an article was published: its own line, not the site's clock; the day of its posting, not that of a change."""

from __future__ import annotations

import pytest

from extractor.layout.dateline import read_dateline
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.sources import read_document
from tests.layout.test_layouts import COMMUNES, LEAD, TITLE, WORK

MORNING = "2024-10-15T08:30:00+07:00"
DAY = "2024-10-15"
# The lines above the text, with T for the headline -> the date
HEADS = (
    ("Thứ Hai, 30/11/2026 / Trang chủ / Tin tức / T / 15/10/2024 08:30", MORNING),
    ("Thứ Hai, 30/11/2026 / T / 15/10/2024", DAY),
    ("Thứ Hai, 30/11/2026 / T / Cập nhật: 15/10/2024 08:30", MORNING),
    ("Thứ Hai, 30/11/2026 10:15:23 / Kinh tế / 15/10/2024 08:30 / T", MORNING),
    ("Hôm nay: Thứ Hai, ngày 30/11/2026 / T / Thứ Ba, 15/10/2024, 08:30 (GMT+7)", MORNING),
    ("30/11/2026 | 10:15:23 / T / Tác giả: Lê Hà - Ngày đăng: 15/10/2024", DAY),
    ("Thứ Hai, 30/11/2026 / T / Thu Hà - 15/10/2024", DAY),
    ("Bây giờ là 10:15, 30/11/2026 / T / Lượt xem: 120 | Đăng ngày: 15/10/2024", DAY),
    ("T / Cập nhật: 20/10/2024 / Đăng ngày: 15/10/2024", DAY),
    ("T / Đăng ngày: 15/10/2024 / Cập nhật lần cuối: 20/10/2024 09:00", DAY),
    ("T / Cập nhật: 20/10/2024 09:00 | Ngày xuất bản: 15/10/2024 08:30", MORNING),
    ("Cập nhật 20/10/2024 / T / Ngày đăng tin 15/10/2024", DAY),
    ("T / Last updated: 20/10/2024 - Posted on 15/10/2024", DAY),
    ("thứ ba, 15 10 2024 08:30 / T", MORNING),
    ("Kinh tế Chính trị / thứ ba, 15 10 2024 08:30 / T", MORNING),
    ("T / thứ ba,  15  10  2024  08:30", MORNING),
    ("T / 10/15/2024 8:30:00 AM", MORNING),
    ("T / Ngày đăng: 15/10/2024 8:30:00 SA", MORNING),
    ("Tin liên quan / Xã Nậm Lành thu 120 tấn mận hậu / (19/3/2024) / T / 15/10/2024", DAY),
    # Nothing tells a date at the top of a page from its clock but what stands between: a menu, or seconds.
    ("Thứ Hai, 30/11/2026 / Trang chủ / Tin tức / T", None),
    ("Thứ Hai, 30/11/2026 10:15:23 / T", None),
    ("Hôm nay: 30/11/2026 / T", None),
    ("30/11/2026 | 10:15:23 / Trang chủ › Tin tức / T", None),
    ("Thứ Ba, 15/10/2024 / T", DAY),
)  # fmt: skip
LINES = (
    ("8/1/2019 8:15:00 AM", "2019-08-01T08:15:00+07:00"),
    ("1/8/2019 3:15 PM", "2019-01-08T15:15:00+07:00"),
    ("Posted: 8/1/2019 8:15 AM", "2019-08-01T08:15:00+07:00"),
    ("12/20/2023 9:00 AM", "2023-12-20T09:00:00+07:00"),
    ("8:15 AM 8/1/2019", "2019-08-01T08:15:00+07:00"),
    ("Thursday, 8/1/2019 8:15:00 AM", "2019-08-01T08:15:00+07:00"),
    # Vietnamese settings, whatever they write behind the time.
    ("8/1/2019 8:15:00 SA", "2019-01-08T08:15:00+07:00"),
    ("8/1/2019 2:15:00 CH", "2019-01-08T14:15:00+07:00"),
    ("8/1/2019 8:15:00", "2019-01-08T08:15:00+07:00"),
    ("20/12/2023 9:00 AM", "2023-12-20T09:00:00+07:00"),
    ("8/1/2019 15:15 PM", "2019-01-08T15:15:00+07:00"),
    ("8.1.2019 8:15 AM", "2019-01-08T08:15:00+07:00"),
    ("Thứ ba, 8/1/2019 8:15 AM", "2019-01-08T08:15:00+07:00"),
    ("Cập nhật: Thứ tư, 7/2/2024 | 9:23:43 AM", "2024-02-07T09:23:43+07:00"),
    ("thứ năm, 01 08 2019 08:15", "2019-08-01T08:15:00+07:00"),
    ("Thứ Năm 01 08 2019", "2019-08-01"),
)  # fmt: skip


def lines(head: str) -> list[str]:
    return [TITLE if line == "T" else line for line in head.split(" / ")]


@pytest.mark.parametrize(("head", "date"), HEADS)
class TestHeads:
    """The lines around a headline."""

    def test_text(self, head: str, date: str | None) -> None:
        found = read_document(Document("test", "\n".join((*lines(head), LEAD, WORK, COMMUNES))))
        assert isinstance(found, Article)
        assert (found.title, found.published) == (TITLE, date)

    def test_page(self, head: str, date: str | None) -> None:
        above = "".join(f"<h1>{line}</h1>" if line == TITLE else f"<div>{line}</div>" for line in lines(head))
        body = "".join(f"<p>{line}</p>" for line in (LEAD, WORK, COMMUNES))
        found = read_document(
            Document("test", f"<html><body>{above}<div>{body}</div></body></html>".encode(), form="html")
        )
        assert isinstance(found, Article)
        assert (found.title, found.published) == (TITLE, date)


@pytest.mark.parametrize(("line", "date"), LINES)
def test_line(line: str, date: str) -> None:
    found = read_dateline(line)
    assert found is not None
    assert found.published == date


def test_the_head_of_a_page_goes_before_its_clock() -> None:
    meta = "<meta property='article:published_time' content='2024-10-15'>"
    body = f"<div>Thứ Hai, 30/11/2026 10:15:23</div><h1>{TITLE}</h1><p>{LEAD}</p><p>{WORK}</p>"
    found = read_document(
        Document("test", f"<html><head>{meta}</head><body>{body}</body></html>".encode(), form="html")
    )
    assert isinstance(found, Article)
    assert found.published == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 26/9/2023, Huyện đoàn trao 50 suất quà cho học sinh nghèo.",
        "Ngày 12/7/2023, xã trồng 12 ha quế.",
        "Ngày 5/8/2024, thôn Khe Rồng trồng 1.200 cây.",
    ],
)
def test_a_sentence_that_opens_with_a_day_is_no_date_line(line: str) -> None:
    assert read_dateline(line) is None


@pytest.mark.parametrize("line", ["26/09/2023 Đã xem 350 lần", "26/09/2023 - 15:01. Lượt xem: 123."])
def test_a_date_line_with_a_counter_is_one(line: str) -> None:
    assert read_dateline(line)
