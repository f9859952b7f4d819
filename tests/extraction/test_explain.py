"""Explanations: every number of an article once, in order, with its sentence and with a rule for each field."""

from __future__ import annotations

import re

from extractor import Article
from extractor.extraction.explain import MOST_AROUND, explain
from extractor.extraction.pipeline import extract
from extractor.model.records import FigureBase
from tests.helpers import extracted

TEXT = (
    "Huyện Yên Bình sơ kết công tác dân vận\n\n"
    "Năm 2023, huyện Yên Bình (Yên Bái) xây dựng được 421 mô hình “Dân vận khéo”, trong đó có 91 mô hình lĩnh vực "
    "kinh tế. Xã Đại Minh làm 2 - 3 buổi/tháng, 24/24 xã, thị trấn tham gia. " + "Rất dài, " * 60 + "có 5 hộ."
)


def test_every_number_once_and_in_order() -> None:
    extraction = extracted(TEXT)
    explained = list(explain(extraction))
    assert len(explained) == len(extraction.figures) + len(extraction.passed)
    assert [number for one in explained for number in re.findall(r"\d+", one.words)] == re.findall(r"\d+", TEXT)


def test_what_was_chosen_among_is_kept_only_on_close_reading() -> None:
    article = Article(id="a", source="a", text=TEXT)
    close, plain = extract(article, closely=True), extract(article)
    assert set(close.choices) == {figure.id for figure in close.figures}
    assert plain.choices == {}
    assert plain.figures == close.figures


def test_each_figure_has_its_fields_with_rules() -> None:
    figures = [one for one in explain(extracted(TEXT)) if one.reason is None]
    for one in figures:
        assert {"kind", "value", "unit", "item", "status", "period", "place"} <= {field.name for field in one.fields}
        assert all(field.rule for field in one.fields)


def test_fields_explained_are_those_of_the_record() -> None:
    explained = {field.name for one in explain(extracted(TEXT)) for field in one.fields}
    apart = {"id", "article_id", "start", "end", "text", "sentence", "low", "high", "rule", "confidence"}
    assert explained == set(FigureBase.model_fields) - apart


def test_values_are_in_words_for_a_reader() -> None:
    said = {one.words: {field.name: field.value for field in one.fields} for one in explain(extracted(TEXT))}
    assert said["2 - 3 buổi/tháng"]["value"] == "2 to 3"
    assert said["24/24 xã, thị trấn"]["total"] == "24"
    assert said["91 mô hình"]["part_of"] == "421 mô hình"


def test_long_sentences_are_cut_next_to_the_number() -> None:
    last = list(explain(extracted(TEXT)))[-1]
    assert last.before.startswith("… ")
    assert last.before.endswith("có ")
    assert len(last.before) <= MOST_AROUND + 3


def test_a_choice_is_told_with_what_it_was_chosen_over_and_why() -> None:
    text = "Toàn huyện có 421 mô hình, trong đó 150 mô hình lĩnh vực kinh tế."
    read = extract(Article(id="a", source="a", text=text), closely=True)
    part = {field.name: field for field in list(explain(read))[1].fields}["part_of"]
    assert part.value == "421 mô hình"
    assert part.likely is not None
    assert part.instead is not None
    assert part.instead.value is None
    assert part.instead.likely < part.likely
    assert "trong đó" in " ".join(one.evidence for one in part.because)


def test_a_field_that_a_rule_decides_tells_how_likely_it_is() -> None:
    fields = {field.name: field for one in explain(extracted(TEXT)) for field in one.fields}
    assert fields["status"].likely is not None
    assert fields["status"].instead is None
