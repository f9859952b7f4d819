"""A cumulative series that falls: what is counted on and on from one day can only grow.

What there is of something (hộ nghèo, dân số, đàn lợn) may fall, and so may what is counted anew each year. A fall is
refuted only between numbers that say to be counted together (lũy kế) or tell of work done (đã bê tông hóa), both since
the same day, or within one year where none is said. In doubt is what must go for the rest to grow: the later of two.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import regex

from extractor.audit.across.telling import (
    are_sure,
    named_en,
    named_vi,
    same_era,
    sentence_of,
    time_en,
    time_vi,
    words_before,
)
from extractor.audit.across.things import level_of
from extractor.audit.drafts import Draft, confidence
from extractor.audit.numbers import claimed, overlap
from extractor.audit.store import Store
from extractor.dataset.claims import Interval
from extractor.dataset.merge.compare import canonical
from extractor.language.patterns import one_of
from extractor.model.edtf import days_of
from extractor.model.records import Article, Explanation, Fact, FigureBase

TOGETHER = ("lũy kế", "luỹ kế", "cộng dồn", "lũy tiến")
# Work that stays done: who does more of it has done more.
DONE = (
    "bê tông hóa", "cứng hóa", "kiên cố hóa", "nhựa hóa", "xây", "xây dựng", "xây mới", "làm mới", "làm", "xóa",
    "sửa chữa", "nâng cấp", "hoàn thành", "khánh thành", "bàn giao", "khởi công", "cấp", "cấp mới", "trao", "tặng",
    "trao tặng", "hỗ trợ", "vận động", "huy động", "quyên góp", "ủng hộ", "đóng góp", "góp", "hiến", "tiếp nhận",
    "giải ngân", "cho vay", "trồng", "trồng mới", "đào tạo", "tập huấn", "tổ chức", "tuyên truyền", "kết nạp", "tiêm",
    "khám", "giải quyết", "lắp đặt", "lắp", "đặt", "mở", "thu", "thu gom", "thu hút", "chi trả", "kéo", "đào",
    "nạo vét", "số hóa", "tạo việc làm", "phát",
)  # fmt: skip
# What may take back a number counted together, or makes it a count of what is there now.
BACK = (
    "còn", "đang", "thu hồi", "hủy", "điều chỉnh", "rà soát lại", "giảm", "loại bỏ", "bị thu", "chấm dứt", "giải thể",
    "sáp nhập", "đính chính", "ước", "dự kiến", "khoảng",
)  # fmt: skip
COUNTED_TOGETHER = regex.compile(rf"(?<![\p{{L}}]){one_of(TOGETHER)}(?![\p{{L}}])")
TAKEN_BACK = regex.compile(rf"(?<![\p{{L}}]){one_of(BACK)}(?![\p{{L}}])")
SINCE = regex.compile(
    r"(?<![\p{L}])từ (?P<since>(?:đầu )?(?:năm|tháng|quý|ngày) [\d/]+|đầu năm|đầu nhiệm kỳ|khi [\p{L} ]{3,60}?)"
    r"(?= (?:đến|tới)(?![\p{L}])|,)"
)
FROM_NEW_YEAR = "đầu năm"
LEAST_PERIOD = 0.7  # that a last day is right: beginnings are what a period gets wrong more often


class Running(NamedTuple):
    """A fact that is counted on and on, as one of its figures says it; since when, and until which day."""

    fact: Fact
    figure: FigureBase
    article: Article
    since: str | None
    until: date
    together: bool  # its sentence says lũy kế

    @property
    def counts_on(self) -> bool:
        """Whether its own words leave no room for a fall: counted together, or work done."""
        return self.together or bool(self.since and is_done(self.fact))


def check(store: Store) -> Iterator[Draft]:
    """Numbers counted on and on that are lower than an earlier one of the same thing."""
    for facts in store.facts_by(level_of):
        found = [one for fact in facts if fact.status == "actual" and (one := running(store, fact))]
        for series in _comparable(found):
            for doubtful, against in _falls(series):
                yield _draft(doubtful, against)


def is_done(fact: Fact) -> bool:
    """Whether a fact tells of work that stays done."""
    return bool(fact.action) and any(canonical(part) in _DONE for part in (fact.action or "").split(","))


_DONE = frozenset(map(canonical, DONE))


def running(store: Store, fact: Fact) -> Running | None:
    """The fact as it is counted on and on; None where its words do not say so."""
    first, last = days_of(fact.period)
    if last is None or fact.period is None or "/" not in fact.period or fact.agreement == "conflicting":
        return None
    figure = store.figure(fact.figures[0])
    article = store.article(figure.article_id)
    sentence = sentence_of(figure, article)
    if TAKEN_BACK.search(words_before(figure, article)):
        return None
    together = bool(COUNTED_TOGETHER.search(sentence))
    said = SINCE.search(sentence)
    since = _since(said["since"] if said else None, first, last)
    if not (together or is_done(fact)):
        return None
    return Running(fact, figure, article, since, last, together)


def _since(said: str | None, first: date | None, last: date) -> str | None:
    """From when it counts, as one word for it: the day of its period, the start that the sentence tells."""
    if first is not None:
        return first.isoformat()
    if said is None:
        return None
    if said == FROM_NEW_YEAR:
        return f"{last.year}-01-01"
    year = regex.fullmatch(r"(?:đầu )?năm (\d{4})", said)
    return f"{year[1]}-01-01" if year else said


def _comparable(found: list[Running]) -> Iterator[list[Running]]:
    """Those counted from one start, or in one year where none is said, by their last days."""
    starts: dict[tuple[str, int], list[Running]] = {}
    for one in found:
        starts.setdefault((one.since or "", 0 if one.since else one.until.year), []).append(one)
    for series in starts.values():
        days = [one.until for one in series]
        if len(series) > 1 and len(set(days)) == len(days) and same_era(days):
            yield sorted(series, key=lambda one: one.until)


def _falls(series: list[Running]) -> Iterator[tuple[Running, Running]]:
    """Each number that must go for the rest to grow, with the neighbour that it contradicts."""
    kept = _growing(series)
    for at, one in enumerate(series):
        if at in kept:
            continue
        earlier = [series[other] for other in kept if other < at and _falls_below(series[other], one)]
        later = [series[other] for other in kept if other > at and _falls_below(one, series[other])]
        if earlier or later:
            yield one, (earlier[-1] if earlier else later[0])


def _growing(series: list[Running]) -> list[int]:
    """The longest run of numbers of which none falls; of those as long the one with the earlier numbers."""
    best: list[list[int]] = []
    for at, one in enumerate(series):
        before = [run for run in best if not any(_falls_below(series[other], one) for other in run)]
        best.append([*max(before, key=len, default=[]), at])
    return max(best, key=len)


def _falls_below(earlier: Running, later: Running) -> bool:
    """Whether a number is surely lower than one before it."""
    before, after = claimed(earlier.figure), claimed(later.figure)
    if overlap(before, after) or before.low is None or after.high is None:
        return False
    return after.high <= before.low


def _draft(doubtful: Running, against: Running) -> Draft:
    earlier, later = sorted((doubtful, against), key=lambda one: one.until)
    figures = (doubtful.figure, against.figure)
    sure = _are_sure(figures) and earlier.counts_on and later.counts_on
    sure = sure and _one_start(earlier, later) and all(map(_is_over, (earlier, later)))
    fact = later.fact
    place_vi, place_en = (f" tại {fact.place.name}", f" in {fact.place.name}") if fact.place else ("", "")
    vi = (
        f"Số cộng dồn “{fact.item}”{place_vi} chỉ có thể tăng, nhưng {named_vi(earlier.article)} nêu"
        f" “{earlier.figure.text}” ({time_vi(earlier.fact.period)}) còn {named_vi(later.article)} chỉ nêu"
        f" “{later.figure.text}” ({time_vi(later.fact.period)})"
    )
    en = (
        f"The running total of “{fact.item}”{place_en} can only grow, yet {named_en(earlier.article)} gives"
        f" “{earlier.figure.text}” ({time_en(earlier.fact.period)}) and {named_en(later.article)} only"
        f" “{later.figure.text}” ({time_en(later.fact.period)})"
    )
    if not sure:
        vi += "; chưa rõ hai số có tính từ cùng một mốc hay không"
        en += "; whether both count from one start is not said"
    return Draft(
        check="series", verdict="refuted" if sure else "not_enough_info", figures=figures,
        explanation=Explanation(vi=f"{vi}.", en=f"{en}."), stated=claimed(doubtful.figure),
        expected=_expected(doubtful, against), rests_on=("quantity", "item", "place", "period", "status"),
    )  # fmt: skip


def _is_over(one: Running) -> bool:
    """Whether the article came when the time that it speaks of was over, so that it can have counted all of it."""
    return bool(one.article.published) and (one.article.published or "")[:10] >= one.until.isoformat()


def _expected(doubtful: Running, against: Running) -> Interval:
    """What it must be by the other: no less than what came before, no more than what comes after."""
    bound = claimed(against.figure)
    return Interval(bound.low, None) if against.until < doubtful.until else Interval(None, bound.high)


def _are_sure(figures: tuple[FigureBase, ...]) -> bool:
    """Whether place, status and last day are likely enough right; from when they count their sentences say."""
    return are_sure(figures, "place", "status") and confidence(figures, ("period",)) >= LEAST_PERIOD


def _one_start(earlier: Running, later: Running) -> bool:
    """Whether both are said to count from one start, or are counted together in one year and so may be."""
    return earlier.since == later.since and (earlier.since is not None or earlier.until.year == later.until.year)
