"""Items of counts: the noun behind the number with its complement, or what the words before it say of a bare noun."""

from __future__ import annotations

from extractor.extraction.context.item.view import (
    ANY_VERB,
    DIGITS,
    SAYS_NOTHING,
    UNIT_ITSELF,
    ItemRule,
    View,
    as_written,
    clause_before,
    clip,
    small,
    verbs_in,
    without_each,
)
from extractor.extraction.rules.clauses import clause_span, segments, strip_stating
from extractor.extraction.rules.phrases import ANY_ACTION, cut
from extractor.language.patterns import by_first, lowered, re_pattern
from extractor.lexicon.nouns import CLASSIFIERS
from extractor.model.shapes import Frame

MOST_SECTION = 4  # syllables of a heading that names what its section counts
MOST_LABEL = 8  # syllables before a bare noun that may say which: Trong đó khai thác lâm sản trái phép 03 vụ

_NUMBER_OF = re_pattern(r"(?:tổng\s+)?số\s+(?:lượng\s+)?(?!tiền\b)(?=[^\W\d_])")
_SUM_OF = re_pattern(r"(?<!\w)(?<!trong )(?<!trên )(?:tổng\s+)?số\s+(?:lượng\s+)?(?!tiền\b)(?=[^\W\d_](?:(?!\sđó\b|\snày\b)[^:;.()\d])+$)")
_STATED = re_pattern(r"(?:\b(?:là|đạt|tới|đến|có|còn|lên)|:)\s*$")
_MERIT = re_pattern(r"\s*(?P<words>(?:có|đạt|lập)\s+(?:nhiều\s+)?thành\s+tích(?:\s+xuất\s+sắc)?|(?:tiêu\s+biểu|xuất\s+sắc|điển\s+hình|làm\s+tốt)\b)")
_AWARD = r"(?:bằng\s+khen|giấy\s+khen|huân\s+chương|kỷ\s+niệm\s+chương|danh\s+hiệu|cờ\s+thi\s+đua)"
_AWARD_BEFORE = re_pattern(rf"(?:trao\s+tặng|tặng\s+thưởng|trao|tặng)\s+(?P<words>{_AWARD}[^,;:.\d]*?)\s+cho\b[^;:.]*$")
_AWARD_BEHIND = re_pattern(rf"[^;.]*?\b(?:nhận|được\s+(?:nhận|tặng|trao(?:\s+tặng)?))\s+(?P<words>{_AWARD})\b")
_DONE = re_pattern(rf".*?{by_first(('tổ chức', 'thực hiện', 'triển khai', 'tiến hành'))}\s+(?:được\s+)?(?P<words>{ANY_ACTION}\s[^,;:()\d]+)$")
_TO = re_pattern(r"\b(?:cho|tại|ở)(?:\s+(?:cả|hơn|gần|trên|khoảng))?\s*$")
_FOUND = re_pattern(r"\b(?:phát hiện|xử lý|bắt|bắt giữ|khởi tố|ghi nhận|tiếp nhận|giải quyết|kiểm tra|tổ chức)(?:\s+(?:được|và\s+xử\s+lý))?\s*$")
_TOPIC = re_pattern(r"\s*(?:về|đối với|ở|trong|trên)\s+(?:(?:công tác|lĩnh vực|mảng|nội dung)\s+)*(?P<words>[^,;:.()\d]{3,50}),")
_NO_TOPIC = re_pattern(r"(?:đó|năm|tháng|quý|ngày|tuần|dịp|đợt|thời|giai|khi|địa|phía|cùng|kỳ|toàn|tỉnh|huyện|xã)\b")
_APART = re_pattern(r"^\s*(?:[,;(]|gồm|bao gồm|trong đó|và)|[,;:.(]\s")  # the figure before it does not stand in the same breath
_MEMBERS = ("người", "thành viên", "ủy viên", "đồng chí", "đại biểu", "đảng viên", "hội viên")
_BODY = re_pattern(r"(?<!\w)(?:ban|hội|đoàn|đội|tổ|ủy ban|hội đồng|danh sách|gia đình|nhóm|lớp|trường|đảng bộ|chi bộ|thường trực|bộ máy|đội ngũ)\b(?:\s+[^\W\d_]+){0,4}")


def _label(view: View) -> str | None:
    """The words before the number where its noun stands there: số đại biểu phải bầu thêm: 0."""
    if view.quantity.unit_end > view.quantity.amount.end:
        return None
    label = _own(view.frame)
    if view.previous and view.quantity.basis == "list" and not _NUMBER_OF.match(lowered(label)):
        return view.previous
    return label or view.quantity.unit


def _awarded(view: View) -> str | None:
    """The award that people or groups of merit were given."""
    frame, shared = view.frame, view.known.shared
    merit = _MERIT.match(frame.low_rest) or (_MERIT.match(lowered(shared)) if shared else None)
    if not merit:
        return None
    said = "" if merit["words"].startswith("làm") else merit["words"]
    if before := _AWARD_BEFORE.search(frame.low_head):
        return cut(f"{view.quantity.unit} được tặng {as_written(before, frame.head)} {said}")
    behind = _AWARD_BEHIND.match(frame.low_rest)
    return cut(f"{view.quantity.unit} nhận {as_written(behind, frame.rest)} {said}") if behind else None


def _headed(view: View) -> str | None:
    """A noun right behind a heading's colon, with the heading."""
    unit, heading = view.quantity.unit, view.heading
    extra = len(view.phrase.split()) - len(unit.split())
    if not heading or not view.frame.head.rstrip().endswith(":") or extra > (unit.lower() not in CLASSIFIERS):
        return None
    same = heading.lower().split()[: len(unit.split())] == unit.lower().split()
    return cut(heading if same else f"{view.phrase} {small(heading)}")


def _after(view: View) -> str | None:
    """The noun with the complement behind it."""
    return view.phrase if view.phrase != view.quantity.unit else None


def _shared(view: View) -> str | None:
    """The noun with the complement that the last of its list gives them all."""
    return cut(f"{view.phrase} {view.known.shared}") if view.known.shared else None


def _named_before(view: View) -> str | None:
    """The noun as the clause before the number names it."""
    again = f" {view.low_clause} ".find(f" {view.quantity.unit.lower()} ")
    return cut(view.clause[again:]) if 0 <= again < len(view.clause) - len(view.quantity.unit) else None


def _number_of(view: View) -> str | None:
    """What the number is said to be the number of."""
    if numbered := _NUMBER_OF.match(lowered(view.lead_in)):
        return cut(view.lead_in[numbered.end() :])
    summed = _SUM_OF.search(view.low_clause) if _STATED.search(view.frame.low_before) else None
    return cut(view.clause[summed.end() :]) if summed else None


def _done(view: View) -> str | None:
    """The noun with the action that it counts."""
    done = _DONE.match(view.low_clause)
    return cut(f"{view.phrase} {as_written(done, view.clause)}") if done else None


def _recipient(view: View) -> str | None:
    """Those counted with what they were given or had done, or what was done there."""
    to = _TO.search(view.frame.low_before)
    given = to is not None and to[0].startswith("cho")
    words = view.frame.before[: to.start()] if to else ""
    verbs = verbs_in(lowered(words), ANY_VERB)
    if not verbs:
        return None
    action = DIGITS.sub("", words[verbs[-1].start() :]).split()
    room = 2 * len(view.quantity.unit.split())  # what was done says less of the things counted than their noun does
    said = " ".join(action) if len(action) <= room or not given else verbs[-1][0]
    return cut(f"{view.phrase} {'được ' if given else ''}{said}")


def _topic(view: View) -> str | None:
    """Cases with what the sentence says that it is about."""
    frame = view.frame
    start, _ = clause_span(frame.head, frame.low_head)
    topic = _TOPIC.match(frame.low_head, start) if _FOUND.search(frame.low_before) else None
    if not topic or _NO_TOPIC.match(topic["words"]) or not frame.head[topic.start("words")].islower():
        return None
    return cut(f"{view.phrase} {as_written(topic, frame.head).strip()}")


def _with_verb(view: View) -> str | None:
    """The noun with the verb before the number."""
    return f"{view.phrase} {' '.join(view.verb['verb'].split())}" if view.verb else None


def _of_section(view: View) -> str | None:
    """A bare noun under the heading of its section: 3. Kỹ thuật … mở 198 lớp."""
    return cut(f"{view.phrase} {small(view.known.section)}") if 0 < len(view.known.section.split()) <= MOST_SECTION else None


def _class_before(view: View) -> str | None:
    """A classifier with the noun or the action that stands before the number."""
    own, unit = without_each(view.lead_in), view.quantity.unit
    low = lowered(own)
    if (
        " " in unit
        or "(" in own
        or not 1 < len(own.split()) <= MOST_LABEL
        or own[1:] != low[1:]
        or UNIT_ITSELF.match(low)
        or SAYS_NOTHING.fullmatch(low)
    ):
        return None
    if view.frame.previous and not _APART.search(view.frame.low_before):
        return None
    return cut(f"{unit.split()[0].lower()} {small(own)}")


def _of_body(view: View) -> str | None:
    """People with the body that they make up."""
    said = (
        strip_stating(_pieces(view.frame)[-1])
        if lowered(view.quantity.unit) in _MEMBERS and _pieces(view.frame)
        else ""
    )
    body = None if DIGITS.search(said) else _BODY.search(lowered(said))
    return cut(f"{view.phrase} {said[slice(*body.span())]}") if body else None


def _under_heading(view: View) -> str | None:
    """A bare noun in a line that a heading opens."""
    return cut(f"{view.phrase} {view.heading}") if view.heading else None


def _same_unit(view: View) -> str | None:
    """A bare noun as the paragraph named it before."""
    unit = view.quantity.unit
    return view.known.items.get(unit.lower()) if " " not in unit else None


def _own(frame: Frame) -> str:
    """The content of the number's own segment, without what only states the number."""
    pieces = _pieces(frame)
    return clip(strip_stating(pieces[-1])) if pieces else ""


def _pieces(frame: Frame) -> list[str]:
    """The segments of the clause before the number."""
    return segments(clause_before(frame))


RULES = (
    ItemRule("item.counted_label", _label,
             (("Số ca sốt rét: 0.", "0", "Số ca sốt rét"),),
             (("Xã có 12 ca sốt rét.", "12 ca"),)),
    ItemRule("item.awarded", _awarded,
             (("Huyện trao tặng Bằng khen cho 2 tập thể có thành tích.", "2 tập thể", "tập thể được tặng Bằng khen có thành tích"),
              ("Dịp này, 10 tập thể tiêu biểu đã nhận giấy khen.", "10 tập thể", "tập thể nhận giấy khen tiêu biểu")),
             (("Biểu dương 5 tập thể có thành tích xuất sắc.", "5 tập thể"),)),
    ItemRule("item.heading", _headed,
             (("+ Cho trẻ mầm non: 176 suất, gồm tiền mặt.", "176 suất", "suất cho trẻ mầm non"),),
             (("Kết quả: 41 sản phẩm OCOP.", "41 sản phẩm"),)),
    ItemRule("item.counted", _after,
             (("Xã có 421 con bò cái sinh sản và 12 con dê.", "421 con", "con bò cái sinh sản"), ("Có 12 hộ đã được hỗ trợ nhà ở.", "12 hộ", "hộ đã được hỗ trợ nhà ở"),
              ("Có 13 cây pơmu bị chặt có khối lượng hơn 15,3 m3.", "13 cây", "cây pơmu bị chặt"), ("Có 25 hồ xuống dưới mực nước chết.", "25 hồ", "hồ xuống dưới mực nước chết"), ("Huyện có 8 hộ dân ở xã Minh Tân đã khiếu nại.", "8 hộ dân", "hộ dân đã khiếu nại"),
              ("Công bố 2 xã Tân Lập và Minh Tân đạt chuẩn nông thôn mới.", "2 xã", "xã đạt chuẩn nông thôn mới"), ("Lũ làm 37 người chết và mất tích.", "37 người", "người chết và mất tích"),
              ("Có 35 hộ trong số này được hỗ trợ nhà ở.", "35 hộ", "hộ được hỗ trợ nhà ở")),
             (("Công an làm rõ 51 vụ trong tháng 7.", "51 vụ"), ("Dịch xảy ra ở 5 xã của huyện Minh Tân.", "5 xã"), ("Khảo sát 20 bản cho thấy nhiều tiến bộ.", "20 bản"), ("Hội nghị cử bổ sung 7 ủy viên vào Ủy ban.", "7 ủy viên"), ("Cấp tiểu học tăng 23 lớp thiếu 35 giáo viên.", "23 lớp"),
              ("“Năm 2017 tăng lên 8.000 quả”, ông Phúc nói.", "8.000 quả"), ("Vườn cho 5.500 quả, bán được 600 triệu đồng.", "5.500 quả"),
              ("Huyện đón 121.500 lượt khách, doanh thu đạt 82 tỷ đồng.", "121.500 lượt khách"), ("Chuyện ‘1 thỏi kẹo cõng 13 giấy phép’ hay chuyện nuôi gà.", "13 giấy phép"))),
    ItemRule("item.shared", _shared,
             (("Dịp này, 9 cá nhân, 2 tập thể được khen thưởng.", "9 cá nhân", "cá nhân được khen thưởng"), ("Có khoảng 130 hộ với 1.900 tấn cá bị thiệt hại.", "khoảng 130 hộ", "hộ bị thiệt hại")),
             (("Thành lập 23 doanh nghiệp, 12 hợp tác xã.", "23 doanh nghiệp"), ("Danh sách có 120 hộ, 35 hộ trong số này được hỗ trợ nhà ở.", "120 hộ"))),
    ItemRule("item.named_before", _named_before,
             (("Tổng lượt khách du lịch đến huyện khoảng 86.000 lượt khách.", "khoảng 86.000 lượt khách", "lượt khách du lịch đến huyện"),),
             (("Huyện đón 86.000 lượt khách.", "86.000 lượt khách"),)),
    ItemRule("item.number_of", _number_of,
             (("Số đoàn viên, thanh niên góp mặt lên tới 1.000 người.", "1.000 người", "đoàn viên, thanh niên góp mặt"),),
             (("Đây là số cá của 53 hộ dân.", "53 hộ dân"), ("Số tiền phạt được đưa ra sau khi xử lý 63 vụ.", "63 vụ"))),
    ItemRule("item.done", _done,
             (("Hội đã thực hiện tư vấn pháp luật miễn phí được 1.273 cuộc.", "1.273 cuộc", "cuộc tư vấn pháp luật miễn phí"),),
             (("Hội đã tổ chức 12 cuộc.", "12 cuộc"),)),
    ItemRule("item.recipient", _recipient,
             (("Trạm y tế tiêm vắc xin cho 987 trẻ.", "987 trẻ", "trẻ được tiêm"), ("Tỉnh phát triển điện gió tại 12 điểm.", "12 điểm", "điểm phát triển điện gió")),
             (("Kinh phí cho 12 hộ là 5 triệu đồng.", "12 hộ"),), vague=True),
    ItemRule("item.topic", _topic,
             (("Về ma túy, đơn vị phát hiện 22 vụ.", "22 vụ", "vụ ma túy"),),
             (("Trong năm 2024, đơn vị phát hiện 22 vụ.", "22 vụ"),)),
    ItemRule("item.of_section", _of_section,
             (("Kết quả như sau.\n2. Vay tín chấp\nNgân hàng cùng các cấp Hội cho vay đến 2.421 hộ.", "2.421 hộ", "hộ vay tín chấp"),),
             (("Kết quả như sau.\nNgân hàng cùng các cấp Hội cho vay đến 2.421 hộ.", "2.421 hộ"),)),
    ItemRule("item.with_verb", _with_verb,
             (("Công an làm rõ 51 vụ trong tháng 7.", "51 vụ", "vụ làm rõ"), ("Hội nghị cử bổ sung 7 ủy viên vào Ủy ban.", "7 ủy viên", "ủy viên bổ sung")),
             (("Huyện có 15 xã.", "15 xã"),), vague=True),
    ItemRule("item.class_before", _class_before,
             (("Trong đó khai thác lâm sản trái phép 03 vụ, cất giữ lâm sản 01 vụ.", "03 vụ", "vụ khai thác lâm sản trái phép"), ("Tai nạn giao thông xảy ra 33 vụ.", "33 vụ", "vụ tai nạn giao thông")),
             (("Toàn huyện có 33 vụ.", "33 vụ"), ("Mỗi ngày có 33 vụ.", "33 vụ"), ("Lớp đông (bình quân mỗi lớp 29,7 trẻ).", "29,7 trẻ"), ("Lớp đông, tuy nhiên chỉ có 2 em.", "2 em"))),
    ItemRule("item.of_body", _of_body,
             (("Ban Chấp hành Đảng bộ có 52 người.", "52 người", "người Ban Chấp hành Đảng bộ"),),
             (("Huyện có 52 người.", "52 người"),)),
    ItemRule("item.under_heading", _under_heading,
             (("- HĐND cấp huyện: 75 đơn vị bầu cử; 458 ứng cử viên; 303 đại biểu.", "303 đại biểu", "đại biểu HĐND cấp huyện"),),
             (("Huyện có 303 đại biểu.", "303 đại biểu"),)),
    ItemRule("item.same_unit", _same_unit,
             (("Cả huyện có 35 vụ vi phạm, giảm 5 vụ so với năm trước.", "5 vụ", "vụ vi phạm"),),
             (("Giảm 5 vụ so với năm trước.", "5 vụ"),), vague=True),
)  # fmt: skip
