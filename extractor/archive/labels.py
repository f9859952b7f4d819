"""What the values of facets are called, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.audit.report.words import VERDICTS, Both
from extractor.model.shapes import Agreement, Kind, Modifier, Status

KINDS: Mapping[Kind, Both] = {
    "count": Both("số đếm", "count"),
    "length": Both("độ dài", "length"),
    "area": Both("diện tích", "area"),
    "volume": Both("thể tích", "volume"),
    "mass": Both("khối lượng", "mass"),
    "money": Both("tiền", "money"),
    "percent": Both("tỷ lệ", "share"),
    "ratio": Both("số trên tổng số", "so many of so many"),
    "duration": Both("thời lượng", "duration"),
    "other": Both("số đo khác", "other measure"),
}
MODIFIERS: Mapping[Modifier, Both] = {
    "exact": Both("đúng số này", "just this number"),
    "more_than": Both("hơn, trên", "more than"),
    "less_than": Both("dưới", "less than"),
    "nearly": Both("gần", "nearly"),
    "approx": Both("khoảng", "about"),
    "at_least": Both("ít nhất", "at least"),
    "at_most": Both("nhiều nhất", "at most"),
}
STATUSES: Mapping[Status, Both] = {"actual": Both("thực tế", "actual"), "target": Both("kế hoạch", "target")}
AGREEMENTS: Mapping[Agreement, Both] = {
    "single": Both("nêu một lần", "said once"),
    "repeated": Both("nêu nhiều lần, như nhau", "said more than once, alike"),
    "rounded": Both("khác nhau do làm tròn", "differs by rounding"),
    "conflicting": Both("các số trái nhau", "conflicting"),
}
# The facets whose values are few and fixed.
CALLED: Mapping[str, Mapping[str, Both]] = {
    name: {str(value): both for value, both in table.items()}
    for name, table in (
        ("kind", KINDS), ("status", STATUSES), ("modifier", MODIFIERS), ("agreement", AGREEMENTS), ("verdict", VERDICTS)
    )
}  # fmt: skip
