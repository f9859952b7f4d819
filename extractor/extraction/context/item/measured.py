"""Items of measures, money and shares: the noun behind the number, else its label, its subject or its action before it."""

from __future__ import annotations

from extractor.extraction.context.item import labelled, sizes
from extractor.extraction.context.item.labelled import OF_WHAT
from extractor.extraction.context.item.view import (
    LABEL_ONLY,
    VERB,
    ItemRule,
    View,
    as_written,
    object_of,
    verbs_in,
)
from extractor.extraction.rules.clauses import find_label, strip_stating
from extractor.extraction.rules.phrases import ANY_ACTION, cut, phrase_after
from extractor.language.dictionary import compound_words
from extractor.language.patterns import lowered, re_pattern, regex_pattern

_NOT_ITEM_AFTER_SHARE = re_pattern(
    r"\s*(?:[,.;:)(/\"]|$|(?:dự\s+toán|kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|so\s+với|so|tổng|nghị\s+quyết|trở|và|mỗi|cùng|yêu\s+cầu|công\s+suất|định\s+mức|nhu\s+cầu|tham\s+gia|kh|của|giá\s+trị)\b)"
)
_LEVELS_LINK = re_pattern(r"\s*(?:%|\w+)?\s*(?:xuống|lên|còn|thành|so\s+với|,?\s*đạt|,?\s*tăng|,?\s*giảm|,?\s*bằng|,?\s*vượt|,?\s*chiếm)(?:\s+(?:còn|mức|thành|trên|gần|hơn|khoảng|thêm|tới|đến|tỷ\s+lệ|tỉ\s+lệ))*\s*")
_SHARE_LINK = re_pattern(r"[\s,(]*(?:(?:chiếm|đạt|tức|tương\s+ứng|tương\s+đương|bằng)\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?(?:trên|hơn|gần|khoảng)?\s*")
_MORE_OF_IT = re_pattern(r"(?:[^;.:\d]|\b\d{4}\b){0,40}?(?:,|\bvà|\bthì)\s+(?:đã\s+)?(?:tăng|giảm|vượt|bằng)(?:\s+(?:thêm|gần|hơn|trên|khoảng))*\s*$")
_EACH_ONLY = re_pattern(r"[^,;.]*[,;]?\s*mỗi\s+\w+\s+(?:trị\s+giá\s+|là\s+|được\s+|gồm\s+)?")
_IS = regex_pattern(r"\s+là\s+(?=\p{Ll})")
_ALL = re_pattern(r"^\s*(?:các|những|toàn\s+bộ|tổng\s+số)(?=\s)")
_DIMENSION = re_pattern(r"\b(?:diện\s+tích|(?:chiều|bề)\s+\w+|dài|rộng|cao|sâu|dày|nặng|khối\s+lượng|trọng\s+lượng|quy\s+mô|công\s+suất|dung\s+tích|cách|mực\s+nước|đỉnh)\s*(?:là|đạt|:)?\s*$")
_THEN = re_pattern(r"\s*(?:(?:vào|của|trong)\s+)?(?:(?:cuối|đầu|giữa|hết)\s+)?(?:năm|tháng|quý)\s+\d")
_AND = re_pattern(r"(?:[;,]|\bvà|\bcòn|\btrong\s+đó|\bnhưng\b[^;,\d]*)\s*(?:đã\s+)?(?:có\s+|là\s+)?$")
_PREDICATE = re_pattern(rf"\s*(?P<words>(?:đã\s+|đang\s+|bị\s+|được\s+|đạt\s+|{ANY_ACTION}\s?)[^,;.:()]*)")
_NUMBERED = re_pattern(r"([^\W\d_]+)\s\d{1,2}")
_PLACE_ONLY = regex_pattern(r"(?:(?:riêng|tiếp\s+đến\s+là|đến\s+là|cao\s+nhất\s+là|thấp\s+nhất\s+là|là|ở|tại)\s+)?(?:(?:xã|huyện|tỉnh|phường|thị\s+trấn|thị\s+xã|thành\s+phố|TP\.?|TX\.?|quận)\s+)?(?:\p{Lu}[\p{L}'’]*\s*){1,5}(?:dẫn\s+đầu)?")
_THE_FIGURE = re_pattern(r"\b(?:con\s+)?số\s+này(?:\s+đã)?$|\bcon\s+số$")
_THAN = re_pattern(r"(?:chia|tính)(?:\s+(?:ra|bình\s+quân))?$|(?:cao|thấp|nhiều|ít|lớn)\s+hơn\b|(?:(?:có\s+)?(?:nơi|xã|hộ|người|đơn\s+vị)\s+)?(?:cao|thấp|nhiều|ít|lớn|nhỏ)\s+nhất$")
_JOINED = re_pattern(r"[^,;.]*?(?:\s+và|,|\s+cùng|\s+với)\s+")
_ONLY_VERB = re_pattern(rf"(?:(?:còn|đã|được|phải|mới|chưa|đang|bị)\s+)*{ANY_ACTION}(?:\s+(?:và\s+)?{ANY_ACTION})*(?:\s+(?:được|thêm))?")
_VERBS_LAST = re_pattern(rf"(?P<words>{ANY_ACTION}(?:\s+(?:và\s+)?{ANY_ACTION})*)(?:\s+(?:được|thêm|lại))*$")
_SUFFERS = re_pattern(r"(?:bị|được|phải|chịu|lãnh)\b")
_SUFFERED = re_pattern(r"\bbị\s+$")
_OUTCOMES = frozenset("chết thương tích sập ngập hỏng trôi mái vong".split())  # the last syllables of what happened to somebody
_QUOTED_TO_HERE = re_pattern(r"\s*[\"”]\s*,")  # " … khoảng 40 ha ", một cán bộ nói
_ROUTE = re_pattern(r"(?<=\w\w)\s+(?:từ|nối|chạy\s+từ|đi\s+từ)\s+\S.*\b(?:đến|tới|với)\s")  # Tuyến đường | từ … tới …
_LONG = re_pattern(r"\b(?:dài|rộng|cao|sâu|dày)(?:\s+(?:khoảng|hơn|gần|trên|tới|đến))?\s*$")
_OF_ALL = re_pattern(r"\s*(?:tổng\s+)?số(?!\s+(?:này|đó|ấy|trên)\b)(?=\s)")
OF_KIND = {"money": "số tiền", "percent": "tỷ lệ", "area": "diện tích", "length": "chiều dài", "mass": "khối lượng", "volume": "thể tích"}


# ---- what the figure before it measures ----


def _share_of_counted(view: View) -> str | None:
    """A percentage that only gives the share that the count before it is."""
    before, frame = view.frame.previous, view.frame
    if (
        not view.previous
        or before is None
        or view.quantity.kind != "percent"
        or before.kind not in ("count", "ratio")
        or before.per
    ):
        return None
    return (
        f"tỷ lệ {view.previous}"
        if _SHARE_LINK.fullmatch(frame.low_before) and _NOT_ITEM_AFTER_SHARE.match(frame.low_after)
        else None
    )


def _level(view: View) -> str | None:
    """Another level of the same thing, or how far it went: giảm từ 12% xuống 8%."""
    before, low = view.frame.previous, view.frame.low_before
    if not view.previous or before is None:
        return None
    alike = view.quantity.unit == before.unit
    if (alike or view.quantity.kind == "percent") and _LEVELS_LINK.fullmatch(low):
        return view.previous
    return (
        view.previous
        if alike and view.quantity.kind in OF_KIND and _MORE_OF_IT.match(low) and not _measured_behind(view)
        else None
    )


def _worth_of_each(view: View) -> str | None:
    """What each of the things counted before is worth."""
    before, per = view.frame.previous, view.quantity.per
    if not view.previous or view.quantity.kind != "money" or before is None or before.kind not in ("count", "ratio"):
        return None
    head = before.unit.split()[0].lower()
    of_each = per is not None and per.lower().split("/")[0] == head
    only_each = _EACH_ONLY.fullmatch(view.frame.before) and head in view.frame.low_before
    return cut(f"giá trị {view.previous}") if of_each or only_each else None


# ---- the words behind the number ----


def _is_what(view: View) -> str | None:
    """What a sum or a share is said to be."""
    copula = _IS.match(view.frame.rest) if view.quantity.kind in ("money", "percent") else None
    return (phrase_after(view.frame.rest[copula.end() :]) or None) if copula else None


def _measured_behind(view: View) -> bool:
    """Whether the thing measured may stand behind the number."""
    kind = view.quantity.kind
    return kind not in ("money", "duration", "other") and not (
        kind == "percent" and _NOT_ITEM_AFTER_SHARE.match(view.frame.low_after)
    )


def _parallel(view: View) -> str | None:
    """The thing measured before, of which something else is said now."""
    before, frame = view.frame.previous, view.frame
    if (
        not view.previous
        or before is None
        or before.unit != view.quantity.unit
        or not _measured_behind(view)
        or not _AND.search(frame.low_before)
    ):
        return None
    said = _PREDICATE.match(frame.low_rest)
    if not said:
        return None
    return (
        view.previous
        if view.quantity.kind == "percent"
        else cut(f"{_head_noun(view.previous)} {as_written(said, frame.rest)}")
    )


def _head_noun(item: str) -> str:
    """The noun that an item begins with: lúa of lúa mất trắng."""
    words = item.split()
    return " ".join(words[:2]) if " ".join(words[:2]).lower() in compound_words() else words[0]


def _behind(view: View) -> str | None:
    """The noun phrase behind the number."""
    quantity, rest = view.quantity, view.frame.rest
    if quantity.kind == "duration" and " " in quantity.unit:
        return phrase_after(rest, unit=quantity.unit)
    if not _measured_behind(view) or _DIMENSION.search(view.frame.low_head) or _QUOTED_TO_HERE.match(rest):
        return None
    if _THEN.match(view.frame.low_rest):
        return None  # tăng từ 350 ha năm 2021 lên …
    every = _ALL.match(view.frame.low_rest)
    return phrase_after(rest[every.end() :] if every else rest) or None


# ---- the subject or the action before the number ----


def _numbered(view: View) -> str | None:
    """One of several things that the paragraph named before."""
    numbered = _NUMBERED.fullmatch(view.own)
    return view.known.items.get(numbered[1].lower()) if numbered else None


def _of_place(view: View) -> str | None:
    """What the sentence measured before, now for another place or in comparison."""
    if not view.previous or not (_THAN.match(view.low_own) or _PLACE_ONLY.fullmatch(view.own)):
        return None
    label = (
        find_label(view.frame.low_head)
        if view.frame.previous and view.frame.previous.kind in ("count", "ratio")
        else None
    )
    return (phrase_after(view.frame.head[label[0] :]) if label else "") or view.previous


def _listed_sum(view: View) -> str | None:
    """A sum in a list's line, behind those that it went to, with the heading of the line."""
    before = view.frame.previous
    if view.quantity.kind != "money" or not view.frame.sentence.listed or before is None or before.kind != "count":
        return None
    return cut(view.heading) or None


def _joined(view: View) -> str | None:
    """A sum in a list with other things, or another sum of the same."""
    frame = view.frame
    if view.quantity.kind != "money" or frame.previous is None or not _JOINED.fullmatch(frame.before):
        return None
    source = OF_WHAT.match(frame.low_rest)
    if (
        view.previous
        and not source
        and frame.previous.kind == "money"
        and not any(char.isalpha() for char in frame.before)
    ):
        return view.previous
    return cut(f"tiền {as_written(source, frame.rest)}") if source else "tiền"


def _the_figure(view: View) -> str | None:
    """What the words "this figure" stand for."""
    return view.previous if view.previous and _THE_FIGURE.search(view.low_own) else None


def _paid(view: View) -> str | None:
    """A sum with what was done with it."""
    if view.quantity.kind != "money":
        return None
    action = strip_stating(view.frame.before) if view.frame.previous else view.own
    if _ONLY_VERB.fullmatch(lowered(action)):
        return f"số tiền {action}"
    verbs = None if view.previous and _ONLY_VERB.fullmatch(view.low_own) else _VERBS_LAST.search(lowered(action))
    if not verbs or _SUFFERED.search(lowered(action), 0, verbs.start()):
        return None
    if verbs["words"].split()[-1] in _OUTCOMES:
        return _given_to(action, view)
    doer = action[: verbs.start()].removesuffix("được ").split()
    named = len(doer) > 1 and all(map(str.istitle, doer))  # Hà Tĩnh | được cấp
    short = len(doer) <= LABEL_ONLY and not named  # the doer may stay: Chị em | góp lại
    return cut(f"số tiền {action if short else action[verbs.start() :]} {view.base}".strip())


def _given_to(action: str, view: View) -> str | None:
    """What was done with a sum for those to whom something happened: hỗ trợ gia đình có người chết 5 triệu, người bị thương 2 triệu."""
    own = [verb for verb in verbs_in(lowered(action)) if verb[0].split()[-1] not in _OUTCOMES]
    if own:
        return cut(action[own[-1].start() :])
    given = VERB.match(lowered(view.previous)) if view.previous else None
    return cut(f"{given[0]} {action}") if given else None


def _then_done(view: View) -> str | None:
    """What the figure before measures, with what was done to it further on."""
    if not view.previous or not _ONLY_VERB.fullmatch(view.low_own):
        return None
    return view.previous if lowered(view.previous).endswith(view.low_own) else cut(f"{view.previous} {view.own}")


def _suffered(view: View) -> str | None:
    """Whom the clause is about, with what happened to him."""
    if len(view.pieces) < 2 or not _SUFFERS.match(view.low_own) or len(view.own.split()) > LABEL_ONLY:
        return None
    return cut(f"{strip_stating(view.pieces[0])} {view.own}")


def _before(view: View) -> str | None:
    """The subject before the number, or what its verb acts on."""
    if any(char.isalpha() for char in view.own):
        if view.quantity.kind == "length" and (route := _ROUTE.search(view.low_own)):
            return cut(view.own[: route.start()])
        said = cut(view.own) if view.headed else object_of(view.own)
        long = view.quantity.kind == "length" and _LONG.search(view.frame.low_head) and len(said.split()) > sizes.MOST_OF_LONG
        return " ".join(view.own.split()[-sizes.MOST_OF_LONG:]) if long else said
    if view.previous:
        return view.previous
    return next((object_of(said) for piece in reversed(view.pieces[:-1]) if (said := strip_stating(piece))), None)


def _of_all(view: View) -> str | None:
    """The whole that a share at the head of its clause is of."""
    of_all = _OF_ALL.match(view.frame.rest)
    return phrase_after(view.frame.rest[of_all.end() :] if of_all else view.frame.rest) or None


RULES = (
    ItemRule("item.share", _share_of_counted,
             (("Toàn xã có 788 hộ, chiếm 99,98%.", "99,98%", "tỷ lệ hộ"),),
             (("Huyện có 12 xã, 98% hộ dùng nước sạch.", "98%"),)),
    ItemRule("item.level", _level,
             (("Tỷ lệ hộ nghèo giảm từ 12% xuống 8%.", "8%", "Tỷ lệ hộ nghèo"), ("Tổng thu ngân sách đạt 658 tỷ đồng, bằng 91% dự toán.", "91%", "Tổng thu ngân sách")),
             (("Thu ngân sách đạt 658 tỷ đồng; chi ngân sách 600 tỷ đồng.", "600 tỷ đồng"),)),
    ItemRule("item.worth_of_each", _worth_of_each,
             (("Trao 350 suất quà (120.000 đồng/suất).", "120.000 đồng/suất", "giá trị suất quà trao"),),
             (("Trao 350 suất quà, tổng kinh phí 42 triệu đồng.", "42 triệu đồng"),)),
    ItemRule("item.is", _is_what,
             (("Trong đó 50% là đất nông nghiệp.", "50%", "đất nông nghiệp"),),
             (("Kinh phí là 50 triệu đồng.", "50 triệu đồng"),)),
    sizes.LAND_USE,
    ItemRule("item.parallel", _parallel,
             (("Có 4.400 ha lúa mất trắng và 5.000 ha ngập sâu.", "5.000 ha", "lúa ngập sâu"),),
             (("Có 4.400 ha lúa mất trắng và 500 ha ngô ngập sâu.", "500 ha"),)),
    sizes.THING,
    ItemRule("item.behind", _behind,
             (("Huyện cứng hóa 24 km đường giao thông nông thôn.", "24 km", "đường giao thông nông thôn"), ("Đã có 98% hộ dân dùng nước sạch.", "98%", "hộ dân dùng nước sạch")),
             (("Tuyến đường dài 24 km.", "24 km"), ("Thu ngân sách đạt 98% dự toán.", "98%"))),
    *labelled.RULES,
    ItemRule("item.numbered", _numbered,
             (("Tuyến có 4 trục đường ngang gồm: trục 1: 350 m, trục 2: 746 m.", "746 m", "trục đường ngang"),),
             (("Chiều rộng: 3 m.", "3 m"),)),
    ItemRule("item.of_place", _of_place,
             (("Tỷ lệ giải ngân toàn tỉnh đạt 40%, huyện Minh Tân 23,6%.", "23,6%", "Tỷ lệ giải ngân"),),
             (("Tỷ lệ giải ngân đạt 40%, tỷ lệ hộ nghèo 3%.", "3%"),)),
    ItemRule("item.listed_sum", _listed_sum,
             (("- Vốn khởi sự kinh doanh: 71 hội viên được trao, cộng lại 1,5 tỷ đồng.", "1,5 tỷ đồng", "Vốn khởi sự kinh doanh"),),
             (("Vốn khởi sự kinh doanh: 1,5 tỷ đồng.", "1,5 tỷ đồng"),)),
    ItemRule("item.joined", _joined,
             (("Huyện phân bổ 1.850 tấn xi măng và 4,3 tỷ đồng từ ngân sách tỉnh.", "4,3 tỷ đồng", "tiền từ ngân sách tỉnh"),),
             (("Huyện phân bổ 4,3 tỷ đồng.", "4,3 tỷ đồng"),), vague=True),
    ItemRule("item.this_figure", _the_figure,
             (("Năm 2013, nợ đọng của huyện 125 tỷ đồng và đến năm 2015 con số này đã gần 400 tỷ đồng.", "gần 400 tỷ đồng", "nợ đọng của huyện"),),
             (("Nợ đọng của huyện 125 tỷ đồng.", "125 tỷ đồng"),)),
    sizes.TERM,
    ItemRule("item.paid", _paid,
             (("Chị em góp lại được 3,4 tỷ đồng.", "3,4 tỷ đồng", "số tiền Chị em góp lại"), ("Trong đó đã chuyển trả 29 tỷ đồng.", "29 tỷ đồng", "số tiền chuyển trả"),
              ("Tỉnh hỗ trợ gia đình có người chết 5 triệu đồng, người bị thương 2 triệu đồng.", "2 triệu đồng", "hỗ trợ người bị thương"),
              ("Hà Tĩnh được cấp 560 tỷ đồng.", "560 tỷ đồng", "số tiền cấp"),
              ("Đoàn hỗ trợ mỗi nạn nhân 5 triệu đồng.", "5 triệu đồng", "số tiền Đoàn hỗ trợ nạn nhân")),
             (("Nợ đọng của huyện 125 tỷ đồng.", "125 tỷ đồng"),), vague=True),
    ItemRule("item.then_done", _then_done,
             (("Tuyến đường huyện có tổng chiều dài 20 km đã được nhựa hóa 15 km.", "15 km", "Tuyến đường huyện nhựa hóa"),),
             (("Tuyến đường huyện dài 20 km.", "20 km"),)),
    ItemRule("item.suffered", _suffered,
             (("Bị cáo Trần Văn Sâm, nguyên cán bộ phòng, bị tuyên 10 năm tù.", "10 năm", "Bị cáo Trần Văn Sâm bị tuyên"),),
             (("Xã bị ngập 10 ngày.", "10 ngày"),)),
    sizes.AREA_OF,
    sizes.ROAD,
    sizes.MOVED,
    sizes.SOMEWHERE,
    ItemRule("item.before", _before,
             (("Hợp tác xã thực hiện dự án lúa giống 100 ha.", "100 ha", "dự án lúa giống"), ("Nợ đọng của huyện 125 tỷ đồng.", "125 tỷ đồng", "Nợ đọng của huyện"),
              ("Huyện đã trả được cho các doanh nghiệp 30 tỷ đồng.", "30 tỷ đồng", "trả cho các doanh nghiệp"),
              ("Tỉnh giao 60% hộ dùng nước sạch, tuy nhiên đến nay mới đạt 36,6%.", "36,6%", "hộ dùng nước sạch")),
             (("Tổng kinh phí hỗ trợ nhà ở là 30 tỷ đồng.", "30 tỷ đồng"),)),
    ItemRule("item.of_all", _of_all,
             (("60% số tiền thu được từ việc bán đấu giá.", "60%", "tiền thu được từ việc bán đấu giá"),),
             (("Tỷ lệ này là 60%.", "60%"),), vague=True),
)  # fmt: skip
