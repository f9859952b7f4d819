"""What the pages call things, in Vietnamese and in English, beside what archive and report have words for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from extractor.archive.shapes import Sort
from extractor.audit.report.words import Both
from extractor.model.shapes import Change, Units

CHANGES: Mapping[Change, Both] = {"increase": Both("mức tăng", "increase"), "decrease": Both("mức giảm", "decrease")}
UNITS: Mapping[Units, Both] = {
    "then": Both("theo địa giới lúc đó", "by the units of the time"),
    "today": Both("theo địa giới từ 1/7/2025", "by the units since 1 July 2025"),
}
SORTS: Mapping[Sort, Both] = {
    "relevance": Both("sát nhất", "closest"),
    "-value": Both("giá trị giảm dần", "largest value"),
    "value": Both("giá trị tăng dần", "smallest value"),
    "-date": Both("mới nhất", "newest"),
    "date": Both("cũ nhất", "oldest"),
}
FACETS: Mapping[str, Both] = {
    "place": Both("Địa phương", "Place"),
    "year": Both("Năm", "Year"),
    "indicator": Both("Chỉ tiêu", "Indicator"),
    "kind": Both("Loại số", "Kind of number"),
    "unit": Both("Đơn vị", "Unit"),
    "status": Both("Thực tế hay kế hoạch", "Actual or planned"),
    "modifier": Both("Cách nói", "How exact"),
    "source": Both("Nguồn", "Source"),
    "agreement": Both("Các nguồn có khớp", "Agreement"),
    "verdict": Both("Kết quả kiểm tra", "Verdict"),
}
FILTER_OF = {"year": "period"}  # the filter that a value of a facet is, where it is not called as the facet
FILTERS: Mapping[str, Both] = {
    **FACETS,
    "period": Both("Thời gian", "Period"),
    "least": Both("Ít nhất", "At least"),
    "most": Both("Nhiều nhất", "At most"),
    "confidence": Both("Độ tin cậy từ", "Confidence from"),
    "units": Both("Địa giới", "Units"),
}
EXAMPLES = (  # searches that the home page offers: as people type, without marks, a number as a condition, a phrase
    "hộ nghèo",
    "duong giao thong",
    "hơn 5 tỷ",
    "trên 20 km đường",
    "từ 100 đến 200 hộ",
    "“lượt khách”",
)


class Problem(NamedTuple):
    """An answer that is no page: what is said at the top, and what to do."""

    title: Both
    todo: Both


PROBLEMS: Mapping[int, Problem] = {
    400: Problem(
        Both("Không hiểu yêu cầu này", "This cannot be asked"),
        Both("Hãy sửa phần được nêu ở trên, hoặc tìm lại từ đầu.", "Mend what is named above, or search anew."),
    ),
    403: Problem(
        Both("Trang này không mở", "This is not open"),
        Both("Kho lưu trữ chỉ cho đọc.", "The archive can only be read."),
    ),
    404: Problem(
        Both("Không có trang này", "There is no such page"),
        Both(
            "Địa chỉ có thể đã gõ nhầm, hoặc bản ghi đã được thay khi bài viết được cập nhật. Hãy tìm lại.",
            "The address may be mistyped, or the record was replaced when its article was updated. Search for it.",
        ),
    ),
    405: Problem(
        Both("Kho lưu trữ chỉ cho đọc", "The archive can only be read"),
        Both("Chỉ dùng được phương thức GET và HEAD.", "Only GET and HEAD are answered."),
    ),
    500: Problem(
        Both("Trang này có lỗi", "This page failed"),
        Both("Lỗi là của chương trình. Hãy thử lại, hoặc báo cho người quản trị.", "The fault is ours. Try again."),
    ),
    503: Problem(
        Both("Câu hỏi này tốn quá nhiều thời gian", "This takes too long"),
        Both("Hãy thêm từ hoặc bộ lọc cho hẹp lại.", "Add words or filters to narrow it."),
    ),
}  # fmt: skip
