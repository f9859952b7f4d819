"""Pages that list articles, or say that there is none, are refused; short articles among summaries are not."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.sources import read_document

OTHERS = (
    ("Xã Nậm Lành thu 120 tấn mận hậu đầu vụ", "Nhờ chăm sóc tốt, các hộ của xã Nậm Lành đã thu 120 tấn quả, bán với "
     "giá trung bình 15.000 đồng mỗi cân."),
    ("Khám bệnh cho 350 người cao tuổi", "Đoàn y bác sĩ tình nguyện đã khám, cấp thuốc miễn phí cho 350 người cao tuổi "
     "có hoàn cảnh khó khăn của huyện."),
    ("Phố Cáo hiến 5.000 m2 đất mở đường", "Vận động khéo, 45 hộ ở Phố Cáo đã hiến 5.000 m2 đất để mở con đường dài "
     "3 km vào bản xa nhất của xã."),
    ("Lễ hội xuân đón 12.000 lượt khách", "Ba ngày hội xuân, huyện đón 12.000 lượt khách, doanh thu từ dịch vụ đạt gần "
     "3 tỷ đồng, tăng 15% so với năm trước."),
)  # fmt: skip
ITEMS = {
    "a link": "<div><h3><a href='/'>{0}</a></h3><p>{1}</p></div>",
    "a link, a date, the rest": "<div><a href='/'>{0}</a><i>15/10/2024</i><p>{1}</p><a href='/'>Xem tiếp</a></div>",
    "a date before the link": "<div><span>15/10/2024</span><a href='/'>{0}</a><div>{1}</div></div>",
    "a link around all": "<a href='/'><h3>{0}</h3><p>{1}</p></a>",
    "a link at the end": "<div><h3>{0}</h3><p>{1} <a href='/'>[Xem tiếp]</a></p></div>",
    "rows": "<table><tr><td><img></td><td><a href='/'><b>{0}</b></a><br>{1}</td></tr></table>",
    "much between": "<h2><a href='/'>{0}</a></h2><div>15/10/2024 bởi admin</div><div>Xã hội</div><p>{1}</p>",
    "a search": "<div><a href='/'>{0}</a><br>... {1} ...<br><i>15/10/2024</i></div>",
}  # fmt: skip
TITLE = "Phố Cáo trao 25 con bò giống cho hộ nghèo"
TEXT = "Ngày 3/11, UBND xã Phố Cáo trao 25 con bò giống cho 4 thôn, mỗi con trị giá 15 triệu đồng."


def read(body: str, title: str) -> Article | InputError:
    page = f"<html><head><title>{title}</title></head><body><div><a href=/>Trang chủ</a></div>{body}</body></html>"
    return read_document(Document("test", page.encode(), form="html"))


def listed(item: str) -> str:
    return "".join(ITEMS[item].format(*other) for other in OTHERS)


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("opening", ["<h1>Tin tức</h1>", "<h1>Tin tức - sự kiện trong huyện Vân Sơn</h1>", ""])
def test_a_list(item: str, opening: str) -> None:
    found = read(opening + listed(item), "Tin tức - Cổng thông tin điện tử huyện Vân Sơn")
    assert isinstance(found, InputError)
    assert "list" in found.todo


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("heading", ["", "<h3>Tin liên quan</h3>"])
def test_a_short_article_among_summaries(item: str, heading: str) -> None:
    body = f"<div><h1>{TITLE}</h1><p>{TEXT}</p></div><div>{heading}{listed(item)}</div>"
    for before in ("", f"<div>{listed(item)}</div>"):
        found = read(before + body, TITLE)
        assert isinstance(found, Article), found
        assert found.title == TITLE
        assert [str(one.value) for one in extract(found).figures] == ["25", "25", "4", "15000000"]


@pytest.mark.parametrize("said", ["Không tìm thấy trang", "404", "Bài viết không tồn tại"])
def test_a_page_that_is_missing(said: str) -> None:
    text = "Trang bạn tìm có thể đã bị xóa hoặc đổi tên. Vui lòng quay lại trang chủ hoặc gọi 0219 3888 999."
    for title, heading in ((said, "Thông báo"), ("Cổng thông tin", said)):
        assert isinstance(read(f"<h1>{heading}</h1><p>{text}</p>", title), InputError)


def test_questions_and_answers_are_no_list() -> None:
    body = "".join(f"<p><b>{name}?</b></p><p>{text}</p>" for name, text in OTHERS)
    assert isinstance(read(f"<h1>Giải đáp kiến nghị của cử tri</h1>{body}", "Hỏi đáp"), Article)
