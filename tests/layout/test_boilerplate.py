"""Boilerplate of text files: it is marked and gives no figures, and no line of the article is marked with it."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.layout.lines import is_aside, is_odd, is_tail
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.sources import read_document
from tests.reading.test_forms import LEAD, MORE, TITLE

CAPTION = "Bà con xã Minh Xuân đổ bê tông 400 m đường vào thôn."
MORE_CAPTION = "Hội viên phụ nữ xã Tân Lĩnh trồng 200 cây hoa ven đường."
LINES = (
    "Thứ tư, 20/12/2023 - 09:00",
    "Cập nhật lúc: 09:00 20/12/2023",
    "Lượt xem: 1.234",
    "(Đã xem 350 lần)",
    "1.234 lượt xem",
    "25 bình luận",
    "Số lần đọc: 512",
    "Cỡ chữ A- A+ 100%",
    "[Ảnh 1]",
    "(Hình 2)",
    "DSC_0123.JPG",
    "![](anh-2023.png)",
    "Điện thoại: 0216 3845 123",
    "Fax 0216 3845 124",
    "Hôm nay: 1.234 | Tất cả: 5.678.901",
    "Hôm nay, Thứ Sáu, 22/11/2024 - 10:15",
    "Trang chủ › Tin tức › Nông thôn mới 2024",
    "Chia sẻ: 15 | Thích: 230",
    "Chia sẻ:",
    "Đánh giá: 4.5/5 (12 phiếu bầu)",
    "Bình luận (tối đa 500 ký tự)",
    ">> Xã Tân Lĩnh trồng mới 50 ha quế",
    "#nongthonmoi #ocop5sao",
    "Trang 4/8",
    "(Xem tiếp trang 7)",
)
TAILS = (
    "Chia sẻ bài viết", "Các tin khác", "TIN ĐÃ ĐƯA", "Tags: nông thôn mới, 24 km",
    "Từ khóa: OCOP 5 sao", "Bình luận", "Đọc nhiều", "TIN BÀI CÙNG CHUYÊN MỤC", "Bình luận (3)",
    "Thẻ: nông thôn mới, 24 km", "Từ khóa nông thôn mới, 24 km", "Những tin mới hơn:", "Bài viết cùng chủ đề",
    "Các tin đã đăng",
)  # fmt: skip
OTHERS = "Xã Tân Lĩnh trồng mới 50 ha quế (19/12/2023)\nThị trấn Yên Thế có 15 tổ dân phố văn hóa\n"
ASIDES = ("Tin liên quan", "Bài liên quan:", "Xem thêm", "Có thể bạn quan tâm")
ARTICLE_LINES = (
    "Diện tích: 120 ha",
    "Số hộ nghèo: 45",
    "- Hỗ trợ 5 hộ làm nhà",
    "1. Trồng mới 50 ha quế",
    "Hôm nay 20/12, huyện Lục Yên tổ chức hội nghị tổng kết 5 năm với 300 đại biểu dự.",
    "Xem trận chung kết có 1.200 người",
    "Tag Air, đơn vị vận hành 2 máy bay của đoàn, đã bay 14 chuyến tới các xã vùng cao.",
    "1.234 lượt khách",
    "12.000 lượt người",
    "Ảnh 2 năm trước và nay",
    "Video dài 5 phút quảng bá du lịch",
    "Năm 2023 có 25.000 lượt xem các tiết mục văn nghệ",
    "Tin liên quan đến 12 vụ cháy rừng",
    "Ảnh hưởng của bão khiến 120 hộ dân mất điện",
    "Hôm nay 12 xã hoàn thành bầu cử",
    "Hôm qua, 3 người bị thương",
    "Trong tháng 9 có 45 vụ tai nạn",
    "Tất cả 24 xã đạt chuẩn nông thôn mới",
    "Theo dõi 45 ca cách ly tại nhà",
    "Chia sẻ yêu thương: 300 suất quà đến vùng cao",
    "Trụ sở 12 xã được xây mới",
    "Địa chỉ đỏ đón 1.200 lượt khách",
    "Bình luận: 5 điểm nhấn của kỳ họp",
    "Liên hệ 45 hộ để tiêu thụ vải thiều",
    "Xếp hạng 12 sản phẩm OCOP 4 sao",
    "Giấy phép xây dựng: cấp 120 giấy trong quý I",
    "Điện thoại thông minh cho 45 học sinh nghèo",
    "Đã xem xét 15 hồ sơ",
    "Từ khóa tìm kiếm nhiều nhất năm 2023 có 3 triệu lượt",
    "Tin mới nhất: 5 người được cứu",
    "Tin ảnh: 300 người hiến máu",
    "Zalo hỗ trợ 45 hộ kinh doanh",
    "Lượt xem các tiết mục đạt 25.000",
    "Người đăng ký: 1.250",
    "Trang 4 của đề án nêu 12 giải pháp",
    "Thẻ: 1.200 chiếc",
    "Nhãn: 1.200 ha",
)


def read(text: str) -> Article:
    found = read_document(Document("test", text))
    assert isinstance(found, Article)
    return found


def values(text: str) -> list[str]:
    return [str(one.value) for one in extract(read(text)).figures]


BODY = f"{TITLE}\n\n{LEAD}\n\n{MORE}\n"


@pytest.mark.parametrize("line", LINES)
def test_a_line_between(line: str) -> None:
    assert is_odd(line)
    assert values(f"{TITLE}\n{line}\n{LEAD}\n{line}\n{MORE}\n") == values(BODY)


@pytest.mark.parametrize("line", TAILS)
def test_a_line_that_ends_the_article(line: str) -> None:
    assert is_tail(line)
    assert values(f"{BODY}{line}\n{OTHERS}") == values(BODY)


@pytest.mark.parametrize("line", ASIDES)
def test_a_box_of_other_news(line: str) -> None:
    assert is_aside(line)
    assert values(f"{BODY}{line}\n{OTHERS}") == values(BODY)


@pytest.mark.parametrize("line", ARTICLE_LINES)
def test_a_line_of_the_article(line: str) -> None:
    assert not is_odd(line)
    assert not is_tail(line)
    found = read(f"{BODY}{line}\n{MORE.replace('421', '422')}\n")
    at = found.text.index(line)
    assert not any(start <= at < end for start, end in found.furniture)


@pytest.mark.parametrize("heading", ["Tin liên quan", "ĐỌC THÊM:", "Có thể bạn quan tâm"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headlines_of_other_news_between_paragraphs(heading: str, gap: str) -> None:
    others = ("Xã Tân Lĩnh trồng mới 50 ha quế", "Thị trấn Yên Thế có 15 tổ dân phố văn hóa")
    lines = (TITLE, LEAD, heading, *others, MORE, LEAD)
    assert values(gap.join(lines)) == values(gap.join((TITLE, LEAD, MORE, LEAD)))


@pytest.mark.parametrize("line", ["Ba xã về đích:", "Xã A | 45 | 61", "Xã Tân Lĩnh trồng mới 50 ha quế."])
def test_other_lines_below_such_a_heading_are_kept(line: str) -> None:
    found = read("\n".join((TITLE, LEAD, "Đọc thêm", line, MORE, LEAD)))
    at = found.text.index(line)
    assert not any(start <= at < end for start, end in found.furniture)


def test_repeated_captions_count_once() -> None:
    text = f"{TITLE}\n\n{CAPTION}\n[img]\n{CAPTION}\n{LEAD}\n{MORE_CAPTION}\n{MORE_CAPTION.upper()}\n{MORE}\n"
    once = f"{TITLE}\n\n{CAPTION}\n{LEAD}\n{MORE_CAPTION}\n{MORE}\n"
    assert values(text) == values(once)
    found = read(text)
    first, second = text.index(CAPTION), text.rindex(CAPTION)
    marked = [any(start <= at < end for start, end in found.furniture) for at in (first, second)]
    assert marked == [False, True]


def test_a_caption_that_says_a_sentence_of_the_text_again_counts_again() -> None:
    assert values(f"{BODY}{CAPTION}\n{MORE}\n{CAPTION}\n").count("400") == 2


def test_lines_of_lists_may_be_alike() -> None:
    items = "Xã {}:\n- Hỗ trợ làm nhà cho 5 hộ nghèo\n"
    items = items.format("Minh Xuân") + items.format("Tân Lĩnh") + "Số hộ: 45\nSố hộ: 45\n"
    assert values(BODY + items)[-4:] == ["5", "5", "45", "45"]


@pytest.mark.parametrize("line", ["Tác giả: Ngô Hạnh", "Viết bởi: Ngô Hạnh"])
@pytest.mark.parametrize("day", ["", "Ngày đăng: 20/12/2023\n"])
def test_who_wrote_it_at_the_headline(line: str, day: str) -> None:
    found = read(f"{TITLE}\n{line}\n{day}{LEAD}\n\n{MORE}\n")
    assert (found.title, found.author) == (TITLE, "Ngô Hạnh")


@pytest.mark.parametrize("line", ["Ngô Hạnh", "THU HÀ", "Thu Hà - Văn Ba"])
def test_a_name_below_the_headline(line: str) -> None:
    assert read(f"{TITLE}\n{line}\n20/12/2023\n{LEAD}\n\n{MORE}\n").title == TITLE
