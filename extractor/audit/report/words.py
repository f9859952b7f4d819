"""What the report calls things, in Vietnamese and in English: verdicts, checks, fields, reasons, numbers, periods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import regex

from extractor.audit.numbers import bounds_in_english, bounds_written
from extractor.dataset.claims import Interval
from extractor.model.edtf import OPEN
from extractor.model.shapes import Check, Severity, Verdict


class Both(NamedTuple):
    """A text in both languages."""

    vi: str
    en: str


VERDICTS: Mapping[Verdict, Both] = {
    "refuted": Both("Không khớp", "Refuted"),
    "not_enough_info": Both("Chưa đủ căn cứ", "Not enough information"),
    "supported": Both("Khớp", "Supported"),
}
MEANINGS: Mapping[Verdict, Both] = {
    "refuted": Both("các con số không thể cùng đúng như đã viết", "the numbers cannot all be true as they are written"),
    "not_enough_info": Both(
        "có so sánh, nhưng chưa kết luận được; lý do được nêu rõ", "compared, but nothing can be concluded; it says why"
    ),
    "supported": Both(
        "con số phù hợp với những gì được đem ra so sánh", "the number agrees with what it was compared with"
    ),
}
SEVERITIES: Mapping[Severity, Both] = {
    "high": Both("Nghiêm trọng", "High"),
    "medium": Both("Vừa", "Medium"),
    "low": Both("Nhẹ", "Low"),
}
CHECKS: Mapping[Check, Both] = {
    "sum": Both("Tổng và các phần", "Parts and their total"),
    "share": Both("Số và tỷ lệ phần trăm", "Numbers and their share"),
    "ratio": Both("Số trên tổng số (n/m)", "So many of so many (n/m)"),
    "change": Both("Mức tăng, giảm", "A change and its two levels"),
    "repeat": Both("Một điều nói nhiều lần", "One thing said more than once"),
    "rate": Both("Mức bình quân", "A rate, its total and its base"),
    "price": Both("Đơn giá và thành tiền", "Price, number and amount"),
    "date": Both("Ngày tháng", "Dates and periods"),
    "series": Both("Chuỗi số theo thời gian", "A series over time"),
    "scale": Both("Lệch 10, 100, 1.000 lần", "Off by 10, 100 or 1,000 times"),
    "copied": Both("Số liệu chép lại", "Numbers taken over from elsewhere"),
    "record": Both("Đối chiếu số liệu chính thức", "Official records"),
}
FIELDS: Mapping[str, Both] = {
    "quantity": Both("con số và đơn vị", "number and unit"),
    "item": Both("đối tượng được đếm, đo", "what is counted or measured"),
    "place": Both("địa phương", "place"),
    "period": Both("thời gian", "period"),
    "status": Both("thực tế hay kế hoạch", "actual or planned"),
}
REASONS: Mapping[str, Both] = {
    "address": Both("địa chỉ", "address"),
    "age": Both("tuổi", "age"),
    "article": Both("“một” chỉ là mạo từ", "“một” is only an article"),
    "clock time": Both("giờ trong ngày", "clock time"),
    "code": Both("mã số, biển số", "code or plate"),
    "coordinate": Both("tọa độ", "coordinate"),
    "document number": Both("số văn bản", "document number"),
    "error": Both("lỗi của chương trình", "a fault of the program"),
    "furniture": Both("ngoài nội dung bài (menu, chú thích, bài khác)", "no part of the article (menus, other news)"),
    "idiom": Both("thành ngữ", "idiom"),
    "km post": Both("cột mốc (km)", "kilometre post"),
    "list number": Both("số thứ tự trong danh sách", "number of a list"),
    "motto": Both("khẩu hiệu, tên phong trào", "motto or name of a movement"),
    "name": Both("một phần của tên gọi", "part of a name"),
    "no unit": Both("không rõ đơn vị", "no unit found"),
    "ordinal": Both("số thứ tự", "ordinal"),
    "phone number": Both("số điện thoại", "phone number"),
    "rating": Both("điểm, hạng sao", "rating"),
    "score": Both("tỷ số", "score"),
    "time": Both("ngày, tháng, năm", "date or time"),
    "time span": Both("khoảng thời gian", "span of time"),
    "two readings": Both("đọc được theo hai cách", "two readings are possible"),
    "unreadable": Both("không đọc được", "cannot be read"),
}
# Numbers that may well be figures: they are told first. All others are no figures by what they are.
DOUBTFUL = ("two readings", "no unit", "unreadable", "error")

_DATE = regex.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")


def reason(name: str) -> Both:
    """Why a number is no figure; a reason that has no words here is told by its own name."""
    return REASONS.get(name, Both(name, name))


def number(one: Interval) -> Both:
    """The values that an interval holds, as each language writes numbers: trên 400 – dưới 500."""
    if one.low is not None and one.high is not None and (one.open_low or one.open_high):
        low, high = Interval(one.low, one.low), Interval(one.high, one.high)
        from_vi, from_en = ("trên ", "more than ") if one.open_low else ("", "")
        to_vi, to_en = ("dưới ", "less than ") if one.open_high else ("", "")
        return Both(
            f"{from_vi}{bounds_written(low)} – {to_vi}{bounds_written(high)}",
            f"{from_en}{bounds_in_english(low)} to {to_en}{bounds_in_english(high)}",
        )
    return Both(bounds_written(one), bounds_in_english(one))


def period(edtf: str | None) -> Both | None:
    """A period for people: 2023, 9/2023, đến 4/3/2024; in English as ISO 8601 writes it."""
    if edtf is None:
        return None
    first, slash, last = edtf.partition("/")
    if not slash:
        return Both(_date(first), first)
    if first in OPEN:
        return Both(f"đến {_date(last)}", f"up to {last}")
    if last in OPEN:
        return Both(f"từ {_date(first)}", f"since {first}")
    return Both(f"{_date(first)} – {_date(last)}", f"{first} – {last}")


def _date(text: str) -> str:
    """A date of ISO 8601 as Vietnamese writes it; a year, and what is no date, stays as it is."""
    found = _DATE.fullmatch(text)
    parts = (found["day"], found["month"]) if found else ()
    return "/".join((*(str(int(part)) for part in parts if part), found["year"])) if found else text
