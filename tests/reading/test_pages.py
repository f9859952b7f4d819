"""HTML pages as district portals and papers build them: headline, date, author, section, captions, tables, other news."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.sources import read_document
from tests.reading.test_forms import LEAD, MORE, TITLE

THIRD = "Ban Dân vận Huyện ủy phối hợp với các xã, thị trấn ra quân 36 buổi, thu gom 12 tấn rác, sửa 5,6 km kênh mương nội đồng."
MENU = "<nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/kt'>Kinh tế - Xã hội</a></li><li><a href='/vh'>Văn hóa</a></li></ul></nav>"
OTHERS = """<div class="rel"><h3>Tin liên quan</h3><ul><li><a href="/1">Xã Tân Lĩnh trồng mới 50 ha quế hữu cơ trong năm 2023</a></li>
<li><a href="/2">Thị trấn Yên Thế có 15 tổ dân phố văn hóa được công nhận</a> <span>(18/12/2023)</span></li></ul></div>"""
FOOT = (
    "<footer><p>Cơ quan chủ quản: UBND huyện Lục Yên. Giấy phép số 12/GP-TTĐT. Điện thoại: 0216 3845 123</p></footer>"
)


def html(body: str, head: str = "<title>Home</title>") -> str:
    return f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body>{MENU}{body}{FOOT}</body></html>"


def page(body: str, head: str = "<title>Home</title>", url: str | None = None) -> Article:
    found = read_document(Document("test", html(body, head).encode(), form="html", url=url))
    assert isinstance(found, Article), found
    return found


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


BODY = paragraphs(LEAD, MORE, THIRD)
FULL = f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{THIRD}\n"

TEASERS = """<div class='item'><h3><a href='/3'>Hợp tác xã Đồng Tâm thu 45 tấn gạo nếp mỗi vụ</a></h3><p>Vụ mùa năm nay, 120 hộ thành viên của Hợp tác xã
Đồng Tâm thu được 45 tấn gạo nếp, bán với giá 28.000 đồng/kg cho các bếp ăn.</p><a href='/3'>Xem tiếp</a></div><div class='item'><h3><a href='/4'>Thị trấn
trao 60 suất học bổng đầu năm học</a></h3><p>Hội Khuyến học thị trấn vừa trao 60 suất học bổng, mỗi suất 1 triệu đồng, cho học sinh vượt khó học giỏi của địa
phương.</p><a href='/4'>Xem tiếp</a></div>"""

# Ways to build a page: the same text comes out of each.
BUILDS = {
    "headings": f"<article><h1>{TITLE}</h1>{BODY}</article>{OTHERS}",
    "title in a div": f"<div class='main'><div class='t'>{TITLE}</div><div>{BODY}</div></div>{OTHERS}",
    "lead in a heading": f"<div><h1>{TITLE}</h1><h2 class='sapo'>{LEAD}</h2><div>{paragraphs(MORE, THIRD)}</div></div>{OTHERS}",
    "layout by tables": f"<table><tr><td><table><tr><td>{MENU}</td></tr></table></td><td><table><tr><td><b>{TITLE}</b></td></tr>"
    f"<tr><td>{BODY}</td></tr></table></td><td><div>Lượt truy cập</div><div>12345678</div></td></tr></table>{OTHERS}",
    "breaks, no paragraphs": f"<div id='c'><span class='t'>{TITLE}</span><div>{LEAD}<br><br>{MORE}<br/>{THIRD}</div></div>{OTHERS}",
    "spans in spans": f"<div><h1><span><font>{TITLE}</font></span></h1><div>"
    + "".join(f"<p><span style='font-size:14px'><span>{text}</span></span></p>" for text in (LEAD, MORE, THIRD))
    + f"</div></div>{OTHERS}",
    "other news within": f"<article><h1>{TITLE}</h1>{paragraphs(LEAD)}<ul><li><a href='/9'>Lục Yên thu hút 30.000 lượt khách</a></li>"
    f"<li><a href='/8'>Khai mạc chợ đá quý với 120 gian hàng</a></li></ul>{paragraphs(MORE, THIRD)}</article>{OTHERS}",
    "buttons and counters": f"<article><h1>{TITLE}</h1><div>Thứ tư, 20/12/2023 - 09:00</div><div>Lượt xem: 1.234</div><div>"
    f"<a href='#'>In bài</a> | <a href='#'>Gửi email</a></div>{BODY}<div>Chia sẻ bài viết</div><div>5 sao</div></article>{OTHERS}",
    "the menu's banner is long": f"<div><a href='/x'>Chào mừng kỷ niệm 70 năm ngày thành lập huyện và 45 năm ngày tái lập huyện Lục Yên anh hùng</a></div>"
    f"<article><h1>{TITLE}</h1>{BODY}</article>{OTHERS}",
    "an archive's banner": f"<div id='wm-ipp'><p>The Wayback Machine - 45 captures, 3 Jan 2019 - 8 Aug 2023</p></div><h1>{TITLE}</h1>{BODY}{OTHERS}",
    "hidden parts": f"<article><h1>{TITLE}</h1>{paragraphs(LEAD)}<div style='display: none'><p>Mã 999 quản trị</p></div>{paragraphs(MORE, THIRD)}</article>{OTHERS}",
    "teasers with summaries before and after": f"<div class='left'>{TEASERS}</div><div class='main'><div>{TITLE}</div><div>{BODY}</div></div>{TEASERS}",
    "teasers and a heading": f"<div class='left'>{TEASERS}</div><div class='main'><h1>{TITLE}</h1><div>{BODY}</div></div><div>{TEASERS}</div>",
    "lead outside the body": f"<div>{TEASERS}</div><div><div>{TITLE}</div><div><p>{LEAD}</p></div><div><p>{MORE}</p><p>{THIRD}</p></div></div>{OTHERS}",
    "headline outside the body": f"<div><h1>{TITLE}</h1></div><div><div>{TEASERS}</div><div><div>{BODY}</div></div></div>{OTHERS}",
    "two bodies with an advert between": f"<div><div>{TITLE}</div><div><p>{LEAD}</p></div><a href='/ad'>Mua phân bón hữu cơ giá rẻ nhất tỉnh tại đây</a>"
    f"<div><p>{MORE}</p><p>{THIRD}</p></div></div>{OTHERS}",
    "a box of other news within": f"<article><h1>{TITLE}</h1>{paragraphs(LEAD)}<div><b>Tin liên quan</b><ul><li><a href='/9'>Lục Yên thu hút 30.000 lượt khách</a></li>"
    f"</ul></div>{paragraphs(MORE, THIRD)}</article>{OTHERS}",
    "shown by a script": f"<div style='display:none'><h1>{TITLE}</h1>{BODY}</div>{OTHERS}",
    "typed": f"<h1>{TITLE}</h1><pre>{LEAD}\n\n{MORE}\n{THIRD}</pre>{OTHERS}",
    "comments": f"<article><h1>{TITLE}</h1>{BODY}</article><div><h3>Bình luận</h3><p>Xã tôi có 300 hộ nghèo mà chưa thấy ai hỏi thăm gì cả, buồn quá các bác ạ.</p></div>",
}  # fmt: skip


def tight(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("build", BUILDS)
def test_the_same_text_comes_out(build: str) -> None:
    found = page(BUILDS[build])
    kept = [line for line in tight(found.text) if not _is_boilerplate(found, line)]
    assert kept == tight(FULL)
    assert found.title == TITLE
    values = [str(one.value) for one in extract(found).figures]
    assert values == ["24", "24", "23000000000", "1200", "421", "276", "12", "36", "12", "5.6"]


def _is_boilerplate(article: Article, line: str) -> bool:
    at = article.text.index(line)
    return any(start <= at < end for start, end in article.furniture)


LINKED = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Báo Yên Bái"}, {
    "@type": "NewsArticle", "headline": TITLE, "datePublished": "2023-12-20T02:15:00.000Z", "articleSection": "Dân vận",
    "author": {"@type": "Person", "name": "Thanh Chi"}, "publisher": {"@type": "Organization", "name": "Báo Yên Bái"}}]}  # fmt: skip


class TestHead:
    """What the head of a page says of its article."""

    def test_linked_data(self) -> None:
        script = f"<title>Home</title><script type='application/ld+json'>{json.dumps(LINKED)}</script>"
        found = page(f"<h1>{TITLE}</h1>{BODY}", script)
        assert (found.published, found.author) == ("2023-12-20T09:15:00+07:00", "Thanh Chi")
        assert (found.section, found.site) == ("Dân vận", "Báo Yên Bái")

    def test_meta(self) -> None:
        head = f"""<title>{TITLE} - Báo Yên Bái điện tử</title><meta property="og:site_name" content="Báo Yên Bái điện tử">
        <meta property="article:published_time" content="2023-12-20T09:15:00+0700"><meta name="author" content="Hoàng Nhung">
        <meta property="article:section" content="Xã hội"><link rel="canonical" href="https://baoyenbai.example/12/1.aspx">"""
        found = page(f"<div>{TITLE}</div>{BODY}", head, url="https://baoyenbai.example/12/1.aspx?utm_source=a")
        assert (found.title, found.published, found.author) == (TITLE, "2023-12-20T09:15:00+07:00", "Hoàng Nhung")
        assert (found.section, found.site) == ("Xã hội", "Báo Yên Bái điện tử")
        assert found.url == "https://baoyenbai.example/12/1.aspx"

    def test_title_of_the_window(self) -> None:
        found = page(BODY, f"<title>{TITLE} | Cổng thông tin điện tử huyện Lục Yên</title>")
        assert (found.title, found.site) == (TITLE, "Cổng thông tin điện tử huyện Lục Yên")

    @pytest.mark.parametrize(
        "nobody", ["admin", "Ban biên tập", "https://facebook.com/x", "Trang thông tin điện tử huyện"]
    )
    def test_nobodys_name_is_no_author(self, nobody: str) -> None:
        assert page(f"<h1>{TITLE}</h1>{BODY}", f"<meta name='author' content='{nobody}'>").author is None

    def test_a_sites_root_is_no_address_of_an_article(self) -> None:
        head = "<link rel='canonical' href='https://lucyen.example/'>"
        assert page(BODY, head, url="https://lucyen.example/tin/5").url == "https://lucyen.example/tin/5"

    def test_the_address_behind_an_archive(self) -> None:
        url = "http://web.archive.org/web/20190808085100/http://lucyen.example/tin/5"
        assert page(BODY, url=url).url == "http://lucyen.example/tin/5"

    def test_crumbs(self) -> None:
        crumbs = "<div class='breadcrumb'><a href='/'>Trang chủ</a> › <a href='/dv'>Dân vận</a></div>"
        assert page(f"{crumbs}<h1>{TITLE}</h1>{BODY}").section == "Dân vận"

    def test_time_of_day_at_the_headline(self) -> None:
        found = page(f"<h1>{TITLE}</h1><p>20/12/2023 09:15</p>{BODY}", "<meta name='date' content='2023-12-20'>")
        assert found.published == "2023-12-20T09:15:00+07:00"

    def test_dates_of_other_news_are_not_taken(self) -> None:
        assert page(f"<h1>{TITLE}</h1>{BODY}{OTHERS}").published is None


SOURCES = (
    ("<p><em>Tin Khánh Hiền – Thanh Tiến</em></p>", "Khánh Hiền – Thanh Tiến"),
    ("<p style='text-align:right'><strong>Thanh Chi</strong></p>", "Thanh Chi"),
    ("<div>Bài, ảnh: Nguyễn Văn Hải</div>", "Nguyễn Văn Hải"),
)


@pytest.mark.parametrize(("line", "author"), SOURCES, ids=[author for _, author in SOURCES])
def test_author_under_the_text(line: str, author: str) -> None:
    found = page(f"<article><h1>{TITLE}</h1>{BODY}{line}</article>{OTHERS}")
    assert found.author == author
    assert author in found.text


def test_a_source_that_is_a_link_is_kept() -> None:
    found = page(
        f"<h1>{TITLE}</h1>{BODY}<p>Theo <a href='http://baoyenbai.example'>http://baoyenbai.example</a></p>{OTHERS}"
    )
    assert found.text.endswith("Theo http://baoyenbai.example\n")


@pytest.mark.parametrize("mark", ["(BĐ) - ", "YênBái - ", "(TTV) – ", "<strong>YBĐT - </strong>"])
def test_marks_of_the_source_are_kept(mark: str) -> None:
    found = page(f"<h1>{TITLE}</h1><p>{mark}{LEAD}</p>{paragraphs(MORE, THIRD)}{OTHERS}")
    plain = mark.replace("<strong>", "").replace("</strong>", "")
    assert f"{plain}{LEAD}" in found.text


def test_captions_are_kept() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>Hội viên xã Minh Xuân trồng 200 cây hoa</figcaption></figure>"
    table = "<table><tr><td><img src='b.jpg'></td></tr><tr><td><em>Bà con dọn 3 km mương</em></td></tr></table>"
    found = page(f"<h1>{TITLE}</h1>{paragraphs(LEAD)}{figure}{paragraphs(MORE)}{table}{paragraphs(THIRD)}{OTHERS}")
    assert tight(found.text)[2] == "Hội viên xã Minh Xuân trồng 200 cây hoa"
    assert tight(found.text)[4] == "Bà con dọn 3 km mương"


def test_tables_are_kept_as_rows() -> None:
    rows = (("Xã", "Hộ nghèo", "Đường (km)"), ("Minh Xuân", "45", "3,2"), ("Tân Lĩnh", "61", "4,1"))
    cells = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in rows)
    found = page(f"<h1>{TITLE}</h1>{paragraphs(LEAD, MORE)}<table>{cells}</table>{paragraphs(THIRD)}{OTHERS}")
    assert "Xã | Hộ nghèo | Đường (km)\nMinh Xuân | 45 | 3,2\nTân Lĩnh | 61 | 4,1\n\n" in found.text


def test_blanks_are_those_that_a_reader_sees() -> None:
    found = page(
        f"<h1>{TITLE}</h1><p>Huyện\n   có&nbsp; 421\thộ nghèo, trong đó xã Minh Xuân có 45 hộ, xã Tân Lĩnh có 61 hộ và các xã khác.</p>"
    )
    assert "Huyện có  421 hộ nghèo" in found.text


def test_a_short_article() -> None:
    short = "Chiều 20/12, xã Minh Xuân trao 45 suất quà."
    assert page(f"<h1>{TITLE}</h1><p>{short}</p>{OTHERS}").text == f"{TITLE}\n\n{short}\n"


def test_a_page_without_an_article_is_an_error() -> None:
    found = read_document(Document("test", html("<p>Đăng nhập</p>").encode(), form="html"))
    assert isinstance(found, InputError)


@pytest.mark.parametrize("date", ["", "<span class='d'>19/12/2023</span>"])
def test_a_page_that_lists_articles_is_an_error(date: str) -> None:
    item = "<div><h3><a href='/{0}'>Xã số {0} trồng mới {0}0 ha rừng</a></h3>{1}<p>Năm nay, xã trồng mới {0}0 ha rừng, đạt {0}5% kế hoạch, thu nhập của người dân tăng thêm so với trước.</p></div>"
    found = read_document(
        Document("test", html("".join(item.format(at, date) for at in range(1, 9))).encode(), form="html")
    )
    assert isinstance(found, InputError)
    assert "list" in found.todo


PIECES = (
    "<div>", "</div>", "<p>", "</p>", "<table><tr><td>", "</td><td>", "</td></tr></table>", "<a href='x'>", "</a>", "<ul><li>", "</li></ul>", "<br>", "<h1>", "</h1>",
    "<form>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "&nbsp;", "&#0;", "&#xD800;", "<svg><p>", "<template>", "</body>", "<title>", "\x0b", LEAD, MORE, TITLE,
    "5 hộ", "<span style='display:none'>", "</span>", "<meta charset=utf-16>", "<base href='//['>", "<link rel=canonical href='http://[bad'>",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":[1,null],\"author\":[[\"a\"]]}</script>", "<meta property='og:url' content='http://[::1'>",
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    found = read_document(Document("test", "".join(pieces).encode(), form="html"))
    assert isinstance(found, Article | InputError)
