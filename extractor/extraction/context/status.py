"""Status: reported as done or true (actual), or a plan, goal or forecast (target)."""

from __future__ import annotations

from extractor.extraction.rules.plans import NO_PLAN, PLAN
from extractor.language.patterns import one_of, re_pattern
from extractor.model.shapes import Decided, Frame, Status

_DONE = re_pattern(
    r"\b(?:đã|đạt\s+được|thực\s+hiện\s+được|hoàn\s+thành\s+được|kết\s+quả|đến\s+nay|hiện\s+nay|(?<!thực\s)hiện|(?<!mưa\s)vừa|ước\s+đạt|đang|cho\s+biết|cho\s+hay|trúng\s+cử|với\s+tổng\s+mức|xây\s+dựng\s+được|cụ\s+thể\s+hóa|khiến)\b"
)
_LEAVES = re_pattern(r"\(\s*$|,\s*(?:do|vì|bởi|gây\s+ra|làm)\s")  # what is planned is told; yêu cầu công ty (100% vốn nhà nước) hủy …
_RESULT = re_pattern(
    r"\s*(?:/\s?\w+)?\s*[;,(:–-]?\s*(?:(?:nhưng|song|mà|và|còn)\s+)?(?:[^\W\d_]+\s+){0,3}?"
    r"(?:thực\s+hiện|thực\s+tế|thực\s+thu|thực\s+chi|kết\s+quả|giải\s+ngân|đã|nay|hiện|đến\s+nay|ước|mới|đạt\s+được|[^\W\d_]+\s+được)\b"
)
_GIVERS = (
    "năm", "cả năm", "tỉnh", "huyện", "xã", "thành phố", "thị xã", "trung ương", "cấp trên", "hđnd", "ubnd", "vốn", "được", "giao", "đề ra", "đặt ra",
    "là", "ban đầu", "đầu năm", "của", "cho", "quý", "tháng", "nhiệm kỳ", "trồng", "thu", "theo", "mới", "tăng", "giảm", "từ", "đến",
)  # fmt: skip
# The size of a plan: kế hoạch năm 2024: |120 ha|; chỉ tiêu huyện giao |45 tấn|; but vượt kế hoạch 5%.
_SIZE_OF_PLAN = re_pattern(
    rf"(?P<beaten>\b(?:vượt|đạt|hoàn\s+thành|tăng|hụt|bằng|thành|trước|(?:sớm|chậm|nhanh|cao|thấp|muộn)\s+hơn)\s+(?:(?:so\s+với|mức)\s+)?)?\b(?:kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|dự\s+toán|kh)"
    rf"(?:\s+(?:{one_of(_GIVERS)}|(?:19|20)\d\d))*\s*:?\s*$"
)
# The same with what is planned: chỉ tiêu tuyển sinh 450 em, đã tuyển 432 em.
_PLAN_OF_SOME = re_pattern(r"\b(?:kế\s+hoạch|chỉ\s+tiêu)(?:\s+(?!vượt\b|đạt\b|và\b|đã\b)[^\W\d_]+){1,4}\s+$")
_CLAUSE_MARK = re_pattern(r"[,;:]")
# It is there sooner than planned: về đích trước mục tiêu năm 2025.
_REACHED = re_pattern(r"\b(?:sớm\s+hơn|trước\s+(?:thời\s+)?hạn|trước\s+(?:kế\s+hoạch|mục\s+tiêu|lộ\s+trình|chỉ\s+tiêu)|về\s+đích\s+(?:sớm|trước)|vượt|tính\s+đến|lũy\s+kế|luỹ\s+kế)\b")
_WILL = re_pattern(r"[^,;.:()\d]{0,40}?\bsẽ\s(?!không)")
_ASKS = ("yêu cầu", "đề nghị", "kiến nghị")  # right before a count, of those who are asked: yêu cầu 2 nhà máy nộp phạt
_CLAUSE = re_pattern(r";\s")
_NONE: Decided[Status] = Decided("actual", "status.none")


def decide(frame: Frame, *, announced: bool) -> Decided[Status]:
    """Target where a word of plan governs the figure; `announced` says that its list opens under such a word."""
    if _carries_out(frame):
        return Decided("actual", "status.carried_out")
    size = _SIZE_OF_PLAN.search(frame.low_head)
    if (size and not size["beaten"] and frame.quantity.kind != "duration") or _is_carried_out(frame):
        return Decided("target", "status.size_of_plan")
    return _by_words(frame, announced=announced)


def _carries_out(frame: Frame) -> bool:
    """Whether the figure before is the size of a plan, and this one what became of it: kế hoạch 120 ha; thực hiện 85 ha."""
    planned = frame.previous
    if planned is None or planned.unit != frame.quantity.unit or not _RESULT.match(frame.low_before):
        return False
    size = _SIZE_OF_PLAN.search(frame.low_head[: planned.start])
    return size is not None and not size["beaten"]


def _is_carried_out(frame: Frame) -> bool:
    """Whether what is planned, which the words before the number say, is told again as done right behind."""
    done = frame.following
    if done is None or done.unit != frame.quantity.unit or not _PLAN_OF_SOME.search(frame.low_head):
        return False
    return _RESULT.match(frame.low_after) is not None


def is_reached(frame: Frame) -> bool:
    """Whether the sentence says that what it tells is there already, whenever it was planned for."""
    after = _CLAUSE_MARK.split(frame.low_after, maxsplit=1)[0]
    said = _DONE.search(frame.low_head) or _DONE.search(after) or _REACHED.search(frame.low)
    return said is not None


def _by_words(frame: Frame, *, announced: bool) -> Decided[Status]:
    head = frame.low_head
    for boundary in _CLAUSE.finditer(head):
        last = boundary.end()
        if not PLAN.search(head, 0, last) or PLAN.search(head, last):
            head = frame.low_head[last:]
            break
    head = NO_PLAN.sub(" ", head)
    plans = list(PLAN.finditer(head))
    if plans:
        rest = head[plans[-1].end() :]
        if plans[-1][0] in _ASKS and not rest.strip() and frame.quantity.kind == "count":
            return Decided("actual", "status.asked")
        if not _DONE.search(rest) and not _LEAVES.search(rest):
            return Decided("target", f"status.{'_'.join(plans[-1][0].split()[:2])}")
        return Decided("actual", "status.done_since")
    if _WILL.match(frame.low_after):
        return Decided("target", "status.will")
    if announced and not _DONE.search(head):
        return Decided("target", "status.announced")
    return _NONE


def announces(low: str) -> bool:
    """Whether a sentence in lower case opens a list of plans: Mục tiêu năm 2025:"""
    return (low.rstrip().endswith(":") and bool(PLAN.search(low)) and not _DONE.search(low)) or heads_plans(low)


# A line that heads others: it is short, tells no figure and is no sentence.
_HEAD_OF_PLANS = re_pattern(
    r"\W*(?:(?:phần\s+)?(?:thứ\s+)?(?:[ivx\d]+|một|hai|ba|nhất|[a-zđ])\s*[.):/-]\s*)?(?:về\s+|một\s+số\s+|các\s+|những\s+)*"
    r"(?:chỉ\s+tiêu|mục\s+tiêu(?!\s+(?:quốc\s+gia|qg))|phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch|định\s+hướng|dự\s+kiến)\b"
)
_NOT_AHEAD = re_pattern(r"\b(?:kết\s+quả|đã|thực\s+hiện\s+được|đạt\s+được|qua|vừa\s+rồi|tình\s+hình|hoàn\s+thành)\b")
_REPORTS = re_pattern(
    r"\W*(?:nhân\s+dịp|dịp\s+này|tại\s|cùng\s+ngày|phát\s+biểu|hội\s+nghị|đại\s+hội|buổi\s|sau\s|kết\s+luận|lãnh\s+đạo|đồng\s+chí|ông\s|bà\s|trước\s+đó|"
    r"hiện|đến\s+nay|[^\W\d_]+\s+qua\b|nhiệm\s+kỳ\s+qua|cũng\s+tại|ngày\s+\d|(?:sáng|chiều|tối)\s)"
)
LONGEST_HEADING, LONGEST_ITEM = 16, 20  # words of a heading, and of a line below it that is one of its items


def is_heading(low: str) -> bool:
    """Whether a line in lower case may head others: short, and without the stop of a sentence."""
    line = low.rstrip()
    return len(line.split()) <= LONGEST_HEADING and line[-1:] not in (".", ";", ",", "!", "?")


def mark_of(low: str) -> str:
    """How a line in lower case is numbered: by digits, Roman numerals or letters; "" where it is not."""
    mark = _MARK.match(low)
    return mark.lastgroup or "" if mark else ""


_MARK = re_pattern(r"\s*(?:(?P<digits>\d{1,2})|(?P<roman>[ivx]{1,5})|(?P<letter>[a-zđ]))[.)]\s")


def heads_plans(low: str) -> bool:
    """Whether a line in lower case heads plans: Chỉ tiêu nhiệm kỳ 2020-2025; II. Nhiệm vụ, giải pháp."""
    return is_heading(low) and _HEAD_OF_PLANS.match(low) is not None and not _NOT_AHEAD.search(low)


def may_be_item(low: str) -> bool:
    """Whether a line in lower case may be one of a list without marks: short, and it reports nothing as done."""
    return len(low.split()) <= LONGEST_ITEM and not _DONE.search(low) and not _REPORTS.match(low)


_OPENS_PLAN = re_pattern(
    r"[\s\"+\-]*(?:nhiệm\s+vụ|phương\s+hướng|mục\s+tiêu(?!\s+quốc\s+gia)|(?:trong\s+)?thời\s+gian\s+tới|kế\s+hoạch|về\s+(?:nhiệm\s+vụ|phương\s+hướng|mục\s+tiêu)|bước\s+sang|định\s+hướng)\b"
)


def plans(low: str) -> bool:
    """Whether a sentence in lower case turns its paragraph to plans: Nhiệm vụ 6 tháng cuối năm 2019, huyện …"""
    return bool(_OPENS_PLAN.match(low))


EXAMPLES: tuple[tuple[str, Status], ...] = (
    ("phấn đấu đạt |5 xã|", "target"), ("dự kiến trồng |20 ha|", "target"), ("đã trồng |20 ha|", "actual"),
    ("tổng nợ phải trả là |2 tỷ đồng|", "actual"), ("chủ xe phải trả |2 triệu đồng|", "target"),
    ("thực hiện 2 chương trình mục tiêu quốc gia, có |7 xã|", "actual"), ("theo kế hoạch năm 2019 là |650 tấn|", "target"),
    ("vượt kế hoạch, đạt |5 xã|", "actual"), ("yêu cầu doanh nghiệp (|100%| vốn nhà nước) dừng bán đất", "actual"), ("đề nghị không chủ quan, do vùng này có |2 triệu hộ| nuôi heo", "actual"),
    ("đêm nay và ngày mai có mưa vừa (lượng mưa |80 mm|)", "target"), ("mưa trong hai ngày tới hơn |500 mm|", "actual"), ("đề nghị |2 nhà máy| nộp phạt", "actual"), ("xin khai thác |5 ha| rừng", "target"),
    ("kế hoạch 120 ha; thực hiện |85 ha|", "actual"), ("chỉ tiêu giao |50 hộ|", "target"), ("chỉ tiêu tuyển sinh |450 em|, đã tuyển 432 em", "target"), ("vượt kế hoạch |12%|", "actual"), ("thông xe sớm hơn kế hoạch |45 ngày|", "actual"), ("chỉ tiêu tỉnh giao 45 tấn, xã thực hiện |51 tấn|", "actual"),
    ("tưởng |3 người| sẽ không qua khỏi", "actual"), ("đòi 27 tỷ đồng (trước đây là |36 tỷ đồng|)", "target"), ("|3 xã| sẽ về đích", "target"),
)  # fmt: skip
