"""Whole pages in the manner of the systems that portals and newspapers run: the text, and what is known of the article."""

from __future__ import annotations

import json

import pytest

from extractor import extract
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.sources import read_document

TITLE = "Vân Sơn mở mới 18,5 km đường thôn bản trong năm 2024"
LEAD = "UBND huyện Vân Sơn vừa tổng kết phong trào làm đường thôn bản năm 2024 với sự tham dự của 150 đại biểu các xã, thị trấn."
WORK = "Trong năm, nhân dân hiến 32.000 m2 đất, góp 5.600 ngày công và 4,2 tỷ đồng để mở mới 18,5 km đường."
COMMUNES = "Xã Nậm Lành dẫn đầu với 6,3 km; xã Phố Cáo làm được 4,1 km."
PLAN = "Ông Lò Văn Phù, Chủ tịch UBND huyện, cho biết năm 2025 huyện phấn đấu cứng hóa thêm 22 km và hỗ trợ 1.100 tấn xi măng."
TEXT = (LEAD, WORK, COMMUNES, PLAN)
CAPTION = "Người dân xã Nậm Lành góp 300 ngày công làm đường. Ảnh: Thu Hà"
LINKS = "".join(
    f"<li><a href='/{at}'>{name}</a> <span>({at}/10/2024)</span></li>"
    for at, name in (
        (11, "Xã Nậm Lành thu 120 tấn mận hậu đầu vụ"),
        (10, "Khám bệnh miễn phí cho 350 người cao tuổi"),
    )
)
TEASER = """<div><a href='/7'>Khám bệnh miễn phí cho 350 người cao tuổi</a><p>Đoàn y bác sĩ tình nguyện đã khám, cấp thuốc miễn phí cho 350 người
cao tuổi có hoàn cảnh khó khăn trên địa bàn huyện.</p></div>"""
FURNITURE = ("120", "350", "1.254", "5678901", "200 hộ", "5.000 m2", "0219", "12 phiếu", "4.5/5", "Tin cũ", "Xem thêm")
DAY, MOMENT = "2024-10-15", "2024-10-15T08:30:00+07:00"


def ps(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def linked(**more: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "datePublished": MOMENT} | more
    return f"<title>x</title><script type='application/ld+json'>{json.dumps(data)}</script>"


# name -> (head, body, what is known besides the title, other lines of the article)
Layout = tuple[str, str, dict[str, str | None], tuple[str, ...]]
LAYOUTS: dict[str, Layout] = {
    "a portal of portlets": (
        f"<title>{TITLE} - Tin tức - Cổng thông tin điện tử huyện Vân Sơn</title>",
        f"""<ul class="breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/kt">Kinh tế - Xã hội</a></li></ul><div><h3><span>{TITLE}</span></h3>
        <div><span>Thứ Ba, 15/10/2024, 08:30 (GMT+7)</span> <span>Lượt xem: 1.254</span></div><div><b>{LEAD}</b></div><div>{ps(WORK)}<table><tr><td><img src="a.jpg"></td></tr>
        <tr><td><i>{CAPTION}</i></td></tr></table>{ps(COMMUNES, PLAN)}<p style="text-align:right"><strong>Nguyễn Thu Hà</strong></p></div></div><div>Đánh giá: <span>4.5/5 (12 phiếu)</span></div>
        <div><h4>Tin cùng chuyên mục</h4><ul>{LINKS}</ul></div><div><div>Thống kê truy cập</div><div>Tất cả: 5678901</div></div>""",
        {"published": MOMENT, "author": "Nguyễn Thu Hà", "section": "Kinh tế - Xã hội", "site": "Cổng thông tin điện tử huyện Vân Sơn"},
        (CAPTION, "Nguyễn Thu Hà"),
    ),
    "a menu of rows at the left": (
        f"<title>Tin tức sự kiện - {TITLE}</title>",
        f"""<form><table><tr><td><table><tr><td><a href="/a">Văn bản mới</a></td></tr><tr><td><a href="/b">Thủ tục hành chính</a></td></tr></table></td><td><div>{TITLE}</div>
        <div>Ngày đăng: 15-10-2024 | 08:30</div><div>{LEAD}</div><div><div>{WORK}</div><div>&nbsp;</div><div>{COMMUNES}</div><div>{PLAN}</div><div align="right"><b><i>Hoàng Minh</i></b></div></div>
        <div><div>Các tin khác</div><table><tr><td>•</td><td><a href="/1">Xã Nậm Lành thu 120 tấn mận hậu đầu vụ</a></td><td>(12/10/2024)</td></tr></table></div></td></tr></table></form>""",
        {"published": MOMENT, "author": "Hoàng Minh", "section": None},
        ("Hoàng Minh",),
    ),
    "a blog": (
        f"<title>{TITLE} &#8211; Đài Vân Sơn</title><meta property='article:published_time' content='2024-10-15T01:30:00+00:00'>",
        f"""<header><h1><a href="/">Đài Vân Sơn</a></h1></header><main><article><header><span><a rel="category tag" href="/c/xh">Xã hội</a></span><h1>{TITLE}</h1><div><span>Đăng vào
        <time datetime="{MOMENT}">15 Tháng Mười, 2024</time></span> <span>bởi <a href="/author/admin">admin</a></span> <span><a href="#c">0 bình luận</a></span></div></header>
        <div>{ps(LEAD, WORK)}<figure><img src="1.jpg"><figcaption>{CAPTION}</figcaption></figure><p><strong>Xem thêm: <a href="/x">Phố Cáo hiến 5.000 m2 đất mở đường</a></strong></p>{ps(COMMUNES, PLAN)}</div>
        <footer>Thẻ: <a href="/t">đường</a></footer></article></main>""",
        {"published": MOMENT, "section": "Xã hội", "site": "Đài Vân Sơn"},
        (CAPTION,),
    ),
    "details under the headline": (
        f"<title>{TITLE}</title><meta name='author' content='Super User'>",
        f"""<ul><li><a href="/">Trang nhất</a></li></ul><div><h2 itemprop="headline">{TITLE}</h2><dl><dd>Viết bởi: <span>Lê Văn Tám</span></dd><dd>Chuyên mục: <a href="/c">Kinh tế</a></dd>
        <dd><time datetime="{MOMENT}">Được đăng: 15 Tháng 10 2024</time></dd><dd>Lượt xem: 1.254</dd></dl><div>{ps(*TEXT)}</div></div>""",
        {"published": MOMENT, "author": "Lê Văn Tám", "section": "Kinh tế"},
        (),
    ),
    "labels of a form": (
        "<title>:: Trang thong tin dien tu ::</title>",
        f"""<table><tr><td><a href=1>Trang chủ</a></td></tr><tr><td><span>{TITLE}</span><br><span>Cập nhật lúc: 8h30' 15/10/2024</span><br><br><span><b>{LEAD}</b></span><br><span>{ps(WORK, COMMUNES, PLAN)}</span>
        <br><span><b>Văn Hùng</b></span><br><a href=#>Trở lại</a> | <a href=#>In trang</a><div>Ý kiến bạn đọc (0)</div><div>Các tin đã đưa:</div><ul>{LINKS}</ul></td></tr></table>""",
        {"published": MOMENT, "author": "Văn Hùng"},
        ("Văn Hùng",),
    ),
    "a page for telephones": (
        linked(author={"@type": "Person", "name": "THU HÀ"}, publisher={"name": "Báo Vân Sơn"}, articleSection="Xã hội"),
        f"""<main><h1>{TITLE}</h1><div>15/10/2024 08:30 GMT+7</div><h2>{LEAD}</h2><div>{ps(WORK)}<p class="caption">{CAPTION}</p>{ps(COMMUNES, PLAN)}<p><b>THU HÀ</b></p></div>
        <div><p>Tin liên quan</p>{LINKS}</div></main>""",
        {"published": MOMENT, "author": "THU HÀ", "section": "Xã hội", "site": "Báo Vân Sơn"},
        (CAPTION, "THU HÀ"),
    ),
    "a print version": (
        "<title>Bản in</title>",
        f"""<div><div>BÁO VÂN SƠN ĐIỆN TỬ - https://vanson.example</div><hr><h2>{TITLE}</h2><div><i>Thứ Ba - 15/10/2024 08:30</i></div><div><b>{LEAD}</b></div>{ps(WORK, COMMUNES, PLAN)}
        <p align=right><b>Thanh Ba</b></p><hr><div>Đường dẫn bài viết: https://vanson.example/123.html</div><div>© Bản quyền Báo Vân Sơn 2024</div></div>""",
        {"published": MOMENT, "author": "Thanh Ba"},
        ("Thanh Ba",),
    ),
    "a head that names the site only": (
        "<title>Trang chủ</title><meta property='og:title' content='Cổng thông tin điện tử huyện Vân Sơn'><meta property='og:site_name' content='Trang chủ'>",
        f"""<div><span>Hôm nay, Thứ Sáu, 22/11/2024 - 10:15</span></div><div><h1>{TITLE}</h1><div>08:30 | 15/10/2024</div><div>{LEAD}</div><div>{ps(WORK, COMMUNES, PLAN)}
        <div style="text-align: right;"><em>Tin, ảnh: Phạm Quang</em></div></div></div><div><h3>Tin mới nhất</h3>{LINKS}</div>""",
        {"published": MOMENT, "author": "Phạm Quang", "site": None},
        ("Tin, ảnh: Phạm Quang",),
    ),
    "a line of date and author": (
        f"<title>{TITLE} | UBND huyện Vân Sơn</title>",
        f"<h1>{TITLE}</h1><p><span>Ngày xuất bản: 15/10/2024</span><span> | </span><span>Tác giả: Ngô Hạnh</span></p><p>{LEAD}</p><div>{ps(WORK, COMMUNES, PLAN)}</div>",
        {"published": DAY, "author": "Ngô Hạnh"},
        (),
    ),
    "a box with a teaser within": (
        f"<title>{TITLE} - Báo Vân Sơn</title>",
        f"""<div><a href="/xh">Xã hội</a></div><div>{TITLE}</div><div>Thứ ba, ngày 15/10/2024 08:30 <a>Cỡ chữ</a></div><div>{LEAD}</div><div><div>{WORK}</div><div><div>Đọc thêm</div>{TEASER}</div>
        <div>{COMMUNES}</div><div>{PLAN}</div></div><div><span>Từ khóa:</span><a>nông thôn</a></div><div>Bình luận (3)</div><div>Nguyễn A: Xã tôi 3 năm nay chưa có đường, mong huyện quan tâm 200 hộ chúng tôi.</div>""",
        {"published": MOMENT, "section": "Xã hội", "site": "Báo Vân Sơn"},
        (),
    ),
    "comments without a box": (
        f"<title>Báo Vân Sơn | {TITLE}</title>",
        f"<div><div>{ps(*TEXT)}</div><div>1 Bình luận</div><div><p>Tôi ở thôn 3 đây, cả thôn có 200 hộ mà mãi chưa thấy làm được đoạn đường nào cho bà con đi lại.</p></div></div>",
        {"site": "Báo Vân Sơn"},
        (),
    ),
    "newer and older news": (
        "<title>Chi tiết tin</title>",
        f"<div><p>{TITLE}</p><p>Thứ ba - 15/10/2024 08:30</p></div>{ps(*TEXT)}<div><strong>Những tin mới hơn</strong><ul>{LINKS}</ul><strong>Những tin cũ hơn</strong><ul>{LINKS}</ul></div>",
        {"published": MOMENT},
        (),
    ),
    "a headline of two lines": (
        f"<title>{TITLE}</title>",
        f"<div>Xây dựng nông thôn mới:</div><h1><span>Vân Sơn mở mới 18,5 km </span><br><span>đường thôn bản trong năm 2024</span></h1><time datetime='{MOMENT}'>2 tuần trước</time>{ps(*TEXT)}",
        {"published": MOMENT},
        (),
    ),
    "letters of a size": (
        f"<title>{TITLE}</title>",
        f"""<center><font size=2><a href=index.htm>Trang nhất</a> | <a href=kt.htm>Kinh tế</a></font></center><p><font size=4><b>{TITLE}</b></font><br><font size=1>Số 1254, ra ngày 15/10/2024</font></p>
        <p align=justify><font face=Arial>{"<br>".join(TEXT)}</font></p><p align=right><b>P.V</b></p><hr><font size=1>Tòa soạn: 12 phố Chợ, thị trấn Vân Sơn. ĐT: 0219.3888.999</font>""",
        {"published": DAY},
        ("P.V",),
    ),
}  # fmt: skip


def page(layout: Layout) -> Article:
    found = read_document(
        Document("test", f"<html><head>{layout[0]}</head><body>{layout[1]}</body></html>".encode(), form="html")
    )
    assert isinstance(found, Article), found
    return found


def article_of(found: Article) -> list[str]:
    """The lines of a text that are no boilerplate."""
    starts = [(at, line) for at, line in _lines(found.text) if line]
    return [line for at, line in starts if not any(start <= at < end for start, end in found.furniture)]


def _lines(text: str) -> list[tuple[int, str]]:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    return lines


@pytest.mark.parametrize("name", LAYOUTS)
class TestLayouts:
    """One article on pages of many makes."""

    def test_text(self, name: str) -> None:
        found = article_of(page(LAYOUTS[name]))
        whole = "\n".join(found)
        assert [line for line in (*TEXT, *LAYOUTS[name][3]) if line not in found] == []
        assert [words for words in FURNITURE if words in whole] == []

    def test_what_is_known(self, name: str) -> None:
        found, known = page(LAYOUTS[name]), LAYOUTS[name][2]
        assert found.title == TITLE
        assert {field: getattr(found, field) for field in known} == known

    def test_figures(self, name: str) -> None:
        values = {str(one.value) for one in extract(page(LAYOUTS[name])).figures}
        assert values >= {"18.5", "150", "32000", "5600", "4200000000", "6.3", "4.1", "22", "1100"}
        assert values <= {"18.5", "150", "32000", "5600", "4200000000", "6.3", "4.1", "22", "1100", "300"}
