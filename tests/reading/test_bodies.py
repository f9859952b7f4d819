"""The article on text made of whole pages: it is the densest stretch of Vietnamese prose, whatever stands around it."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import extract
from extractor.cli.app import app
from extractor.language.prose import is_unreadable
from extractor.layout.bounds import bounds_of
from extractor.layout.lines import is_odd
from extractor.reading.document import Document, Reading
from extractor.runs.batch import left_out, read_one
from tests.layout.test_layouts import COMMUNES, DAY, LEAD, PLAN, TITLE, WORK, article_of

DATE = "Ngày đăng: 15/10/2024"
BODY = (LEAD, WORK, COMMUNES, PLAN)
NOTICE = "Please enable JavaScript in your browser to view all 24 features of this page. Some of them will not work until it is enabled, and you may be redirected within 5 seconds."
COOKIES = "This website uses cookies to give you the best experience for 365 days. By continuing to use the site you agree to our privacy policy and to the use of cookies."
MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Thủ tục hành chính", "Thư viện ảnh", "English", "Liên hệ")
TEASERS = (
    "Xã Nậm Lành thu 120 tấn mận hậu đầu vụ",
    "Vụ mận năm nay, 85 hộ của xã Nậm Lành thu được 120 tấn quả, bán với giá từ 15.000 đồng mỗi kg cho thương lái các tỉnh miền xuôi.",
    "Khám bệnh miễn phí cho 350 người cao tuổi",
    "Đoàn y bác sĩ tình nguyện đã khám, cấp thuốc miễn phí cho 350 người cao tuổi có hoàn cảnh khó khăn trên địa bàn huyện.",
)
LINKS = ("Xã Phố Cáo có 3 sản phẩm mới đạt 4 sao", "(12/10/2024)", "Tập huấn cho 60 thú y viên cơ sở", "(11/10/2024)")
FOOT = (
    "Cơ quan chủ quản: UBND huyện Vân Sơn",
    "Giấy phép số 12/GP-TTĐT ngày 5/6/2020",
    "Điện thoại: 0219 3888 999",
    "SỐ LƯỢT TRUY CẬP",
    "1254678",
)

TOPS = {
    "nothing": (),
    "an English notice": (NOTICE,),
    "two notices and a menu": (COOKIES, *MENU, NOTICE),
    "a menu and a section": (*MENU, "TIN TỨC - SỰ KIỆN"),
    "a notice and a section": (NOTICE, "TIN TỨC - SỰ KIỆN"),
    "a menu between notice and section": (NOTICE, *MENU, "Thư viện video", "Tin nổi bật"),
    "links of other news": ("Tin liên quan", *LINKS, "Kinh tế - Xã hội"),
    "summaries of other news": ("Tin nổi bật", *TEASERS, "TIN TỨC - SỰ KIỆN"),
    "summaries above a menu": ("Đọc nhiều", *TEASERS, *MENU),
    "a path": ("Trang chủ › Tin tức › Kinh tế",),
    "a clock and its menu": ("Thứ Hai, 30/11/2026", *MENU, "Danh mục"),
}  # fmt: skip
BOTTOMS = {
    "nothing": (),
    "other news": ("Các tin khác", *LINKS),
    "summaries": ("Tin cùng chuyên mục", *TEASERS),
    "related summaries": ("Tin liên quan:", *TEASERS),
    "two lists and the foot": ("TIN ĐÃ ĐƯA", *LINKS, "Xem nhiều nhất", *TEASERS, *FOOT),
    "a notice at the foot": ("Tin khác", *LINKS, *FOOT, NOTICE),
}


def reading(text: str, form: str = "text") -> Reading:
    found = read_one(Document("test", text.encode(), form="html" if form == "html" else "text"))
    assert isinstance(found, Reading), found
    return found


def kept(text: str) -> list[str]:
    return article_of(reading(text).article)


@pytest.mark.parametrize(("top", "bottom"), list(product(TOPS, BOTTOMS)))
def test_body(top: str, bottom: str) -> None:
    found = reading("\n".join((*TOPS[top], TITLE, DATE, *BODY, *BOTTOMS[bottom])))
    assert article_of(found.article) == [TITLE, *BODY]
    assert found.article.title == TITLE
    assert found.article.published == DAY
    assert left_out(found) is None


@pytest.mark.parametrize("top", TOPS)
def test_date_above_the_headline(top: str) -> None:
    found = reading("\n\n".join((*TOPS[top], "Kinh tế", DATE, TITLE, *BODY, "Các tin khác", *LINKS)))
    assert [line for line in article_of(found.article) if line in (TITLE, *BODY)] == [TITLE, *BODY]
    assert found.article.published == DAY


@pytest.mark.parametrize(
    "mark", ["Tin liên quan", "Xem thêm", "Video", "Tin nổi bật", "TIN TỨC - SỰ KIỆN", "Đọc nhiều"]
)
def test_a_mark_does_not_close_before_more_prose(mark: str) -> None:
    links = LINKS[:1] if mark == "Video" else (*LINKS[::2], "Trồng mới 25 ha quế tại xã Phố Cáo")
    lines = kept("\n".join((TITLE, DATE, LEAD, mark, *links, WORK, COMMUNES, PLAN, WORK.replace("2024", "2023"))))
    assert {LEAD, WORK, COMMUNES, PLAN} <= set(lines)


def test_a_mark_closes_behind_more_prose() -> None:
    comments = (
        "Nguyễn A",
        "Tôi ở thôn 3 đây, cả thôn có 200 hộ mà mãi chưa thấy làm được đoạn đường nào cho bà con đi lại.",
    )
    assert kept("\n".join((TITLE, *BODY, "Bình luận (3)", *comments))) == [TITLE, *BODY]


HTML_TOPS = {
    "notice": f"<div>{NOTICE}</div>",
    "notice and section": f"<div><p>{NOTICE}</p></div><div><h4>TIN TỨC - SỰ KIỆN</h4></div>",
    "summaries": "<div><h4>Tin nổi bật</h4>" + "".join(f"<div><h3><a href='/x'>{name}</a></h3><p>{said}</p></div>" for name, said in (TEASERS[:2], TEASERS[2:])) + "</div>",
}  # fmt: skip


@pytest.mark.parametrize("top", HTML_TOPS)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_body_of_a_page(top: str, tag: str) -> None:
    body = "".join(f"<{tag}>{line}</{tag}>" for line in BODY)
    others = "<div><h4>Các tin khác</h4>" + "".join(f"<p><a href='/y'>{one}</a></p>" for one in LINKS[::2]) + "</div>"
    found = reading(
        f"<html><body>{HTML_TOPS[top]}<div><h1>{TITLE}</h1><div>{DATE}</div>{body}</div>{others}</body></html>", "html"
    )
    assert article_of(found.article) == [TITLE, *([DATE] if DATE in article_of(found.article) else []), *BODY]
    assert left_out(found) is None


def other(at: int) -> str:
    """A paragraph of another article, as long as those of this one."""
    return f"Trong tháng {at}, các xã của huyện đã tu sửa {at}5 km kênh mương, trồng mới {at}2 ha rừng và làm xong {at} nhà văn hóa thôn cho người dân."


THREE = [
    [
        f"Huyện Vân Sơn báo cáo kết quả công tác tháng {at}",
        f"Ngày đăng: {at}/10/2024",
        *(other(at * 3 + i) for i in range(3)),
    ]
    for at in (1, 2, 3)
]


class TestLeftOut:
    """More than half of the running prose left out is told, and the article is read."""

    def test_told(self) -> None:
        found = reading("\n".join([*THREE[0], "Tin khác", *THREE[1], "Tin mới", *THREE[2]]))
        told = left_out(found)
        assert told is not None
        assert "66% of the prose" in told.what
        assert told.todo
        assert len(article_of(found.article)) == 4

    @pytest.mark.parametrize("form", ["text", "html"])
    def test_line_of_errors(self, form: str, tmp_path: Path) -> None:
        lines = [*THREE[0], "Tin khác", *THREE[1], "Tin mới", *THREE[2]]
        text = "\n".join(lines)
        if form == "html":
            parts = ("".join(f"<p>{line}</p>" for line in one) for one in THREE)
            text = "<html><body>" + "".join(f"<div>{part}</div><h4>Tin khác</h4>" for part in parts) + "</body></html>"
        path = tmp_path / f"page.{'txt' if form == 'text' else 'html'}"
        path.write_text(text, encoding="utf-8")
        done = CliRunner().invoke(app, ["extract", str(path), "--out", str(tmp_path / "out")])
        assert done.exit_code == 1
        (error,) = (
            json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").read_text(encoding="utf-8").splitlines()
        )
        assert "of the prose is left out" in error["what"]
        assert len((tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()) == 1
        assert "1 article without most of the prose around" in done.output


UNREADABLE = (
    NOTICE, COOKIES, "12 comments", "Skip to main content", "Loading...", "Copyright © 2024. All rights reserved.", "Powered by Disqus: 25 comments",
    "Your session will expire in 30 minutes", "4buj4bq4w7p04bqhaSB4w6Mg4bqhbiBow6Bh", "data: iVBORw0KGgoAAAANSUhEUgAAAAUA12AAAAFCAYAAACNbyblAAAAHElEQVQI12P4",
    "Tong so 3,5 ty dong, 120 ho ngheo", "Unfortunately, several members could not attend", "4f 6b 1c 22 3a 9f 0c 12 8b 7d",
)  # fmt: skip
READABLE = (
    "24/24 xã", "Lai Vung: 12 ha", "Covid-19", "Cao su 12 ha", "- 3,5 ha", "TP HCM: 45", "Mark Zuckerberg và Elon Musk đến xã", "Ngô lai LVN10: 12 ha", "Hoa mai 5 canh",
    "Chương trình We Are The World gây quỹ 12 triệu đồng", "Xuan Lai, Tan Huong", "USD 34,6", "Giống lúa J02, TBR225: 120 ha", "45 | 3,2",
)  # fmt: skip


@pytest.mark.parametrize("line", UNREADABLE)
def test_no_figures_of_what_is_no_vietnamese(line: str) -> None:
    assert is_unreadable(line)
    assert is_odd(line)
    found = reading("\n".join((TITLE, LEAD, line, WORK, COMMUNES)))
    start = found.article.text.index(line)
    assert [one.text for one in extract(found.article).figures if start <= one.start < start + len(line)] == []


@pytest.mark.parametrize("line", READABLE)
def test_lines_of_articles(line: str) -> None:
    assert not is_unreadable(line)


def test_bounds_take_time_by_the_line() -> None:
    """Ten times the page takes no more than some ten times as long; by the square it would be a hundred."""
    from time import perf_counter

    def took(times: int) -> float:
        lines = [*(*TEASERS, "Tin khác", TITLE, "15/10/2024", *BODY, "Xem thêm") * times]
        odd = [is_odd(line) for line in lines]
        start = perf_counter()
        bounds_of(lines, odd)
        return perf_counter() - start

    took(10)
    assert took(1000) < 40 * max(took(100), 0.005)
