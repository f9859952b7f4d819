"""The page of an audit: what it says, in which words and order, and that hostile text stays text."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from base64 import b64encode
from collections import Counter
from decimal import Decimal
from functools import partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import lxml.html
import pytest

from extractor.audit.report import plotting
from extractor.audit.report.gathering import gather
from extractor.audit.report.page import write_report
from extractor.audit.report.quoting import MOST_AROUND, Quotes, source_of
from extractor.audit.report.shapes import Report
from extractor.audit.report.showing import per_cent
from extractor.audit.report.words import CHECKS, REASONS, SEVERITIES, VERDICTS, number, period
from extractor.dataset.claims import Interval
from extractor.extraction.rules import passed
from extractor.model.records import Article, Finding
from extractor.model.shapes import Check, Severity, Verdict
from tests.findings import HOSTILE, OFFICIAL, exactly, figures_of, made, one_of_each, run

Page = Any  # an element of lxml, which has no types


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run(tmp_path_factory.mktemp("run"))


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    return gather(folder, partial(one_of_each, folder), records=OFFICIAL)


@pytest.fixture(scope="module")
def page(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return written(report, tmp_path_factory.mktemp("page") / "report.html")


def written(report: Report, path: Path) -> Page:
    write_report(path, report)
    return lxml.html.fromstring(path.read_bytes())


def said(element: Page, language: str = "vi") -> str:
    """The text of an element as a reader of that language sees it."""
    hidden = {"vi": "en", "en": "vi"}[language]
    parts = element.xpath(f".//text()[not(ancestor::*[@class='{hidden}'])][not(ancestor::style or ancestor::script)]")
    return " ".join("".join(parts).split())


def card(page: Page, check: str, verdict: str = "refuted") -> list[Page]:
    return list(page.xpath(f"//article[@data-check='{check}'][@data-verdict='{verdict}']"))


def test_what_is_refuted_comes_first_and_the_gravest_of_it(page: Page) -> None:
    order = [(one.get("data-verdict"), one.get("data-severity")) for one in page.xpath("//article")]
    assert [verdict for verdict, _ in order] == ["refuted"] * 3 + ["not_enough_info", "supported"]
    assert [severity for _, severity in order[:3]] == ["high", "medium", "low"]


def test_counts_by_verdict_and_by_check_and_severity(page: Page) -> None:
    tiles = [said(one) for one in page.xpath("//*[contains(@class, 'tile ')]")]
    assert tiles == ["3 Không khớp", "1 Chưa đủ căn cứ", "1 Khớp"]
    rows = {said(row[0]): [said(cell) for cell in row[1:]] for row in page.xpath("//table[@class='counts']/tbody/tr")}
    assert rows[CHECKS["sum"].vi] == ["0", "1", "1", "0", "1"]
    assert rows[CHECKS["record"].vi] == ["0", "0", "0", "1", "0"]
    assert [said(cell) for cell in page.xpath("//table[@class='counts']/tfoot/tr/*")] == ["Cộng", *"11111"]


def test_it_says_how_many_figures_were_compared_with_nothing(page: Page) -> None:
    assert "1 trong 15 con số không có gì để so sánh" in said(page)
    assert "1 of 15 figures were compared with nothing" in said(page, "en")


def test_a_sum_is_worked_out_figure_by_figure(page: Page) -> None:
    (one,) = [found for found in card(page, "sum") if "917" in said(found)]
    rows = [said(row) for row in one.xpath(".//table[@class='sum']/tbody/tr")]
    assert len(rows) == 4
    assert rows[0].startswith("917 mô hình")
    assert "số bị xét" in rows[0]
    assert not [row for row in rows[1:] if "số bị xét" in row]
    assert "huyện Yên Bình" in rows[0]
    foot = [said(row) for row in one.xpath(".//table[@class='sum']/tfoot/tr")]
    assert foot == ["Phép tính312 + 405 + 198 = 915", "Đã viết917 mô hình", "Phải là915 mô hình"]
    assert "but its three fields add up to 915 only" in said(one, "en")
    assert "Độ tin cậy" in said(one)


def test_quotes_are_the_words_of_the_article_with_the_numbers_marked(page: Page, folder: Path) -> None:
    (one,) = [found for found in card(page, "sum") if "917" in said(found)]
    (quote,) = one.xpath(".//blockquote/p")
    assert quote.text_content().startswith("Năm 2023, toàn huyện Yên Bình (Yên Bái) có 917 mô hình “Dân vận khéo”")
    marks = [mark.text_content() for mark in quote.xpath("./mark")]
    assert marks == [figure.text for figure in figures_of(folder, "khe-ngoai")[:4]]
    assert [mark.text_content() for mark in quote.xpath("./mark[@class='doubt']")] == [marks[0]]


def test_sources_are_linked_where_they_are_of_the_web_only(page: Page) -> None:
    links = {link.get("href") for link in page.xpath("//a[@href]")}
    assert "https://example.com/ly-son-2023" in links
    assert all(link.startswith(("#", "https://example.com/", "http://example.com/")) for link in links)
    (one,) = [found for found in card(page, "sum") if "130" in said(found)]
    assert not one.xpath(".//blockquote//a")
    assert "1/10/2023" in said(one.xpath(".//blockquote/footer")[0])


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//a.vn", "file:///etc",
    "https://a.vn/ onclick=x", 'https://a.vn/"x', "https://a.vn/<b>", "java\nscript:x", "",
])  # fmt: skip
def test_what_is_no_address_of_the_web_is_no_link(url: str) -> None:
    assert source_of(Article(id="1", source="a.txt", text="x", url=url)).url is None


def test_numbers_stand_in_the_manner_of_each_language(page: Page) -> None:
    (one,) = card(page, "scale")
    assert "Phải là56.000 lượt khách" in said(one)
    assert "Expected56,000 lượt khách" in said(one, "en")
    (undecided,) = card(page, "record", "not_enough_info")
    assert "1.240 hộ" in said(undecided)
    assert "records.csv, dòng 7" in said(undecided)


def test_official_rows_that_could_not_be_used_are_told(page: Page) -> None:
    summary, unread = page.get_element_by_id("summary"), page.get_element_by_id("unread")
    assert "records.csv (6 dòng). 1 dòng không dùng được" in said(summary)
    assert "(6 rows). 1 rows could not be used" in said(summary, "en")
    (row,) = [one for one in unread.xpath(".//ul[@class='failures']/li") if "records.csv:8" in said(one)]
    assert f"{HOSTILE!r} is no number. Use figures." in said(row, "en")


def test_what_is_stated_stands_in_its_words_where_these_leave_something_open(folder: Path, tmp_path: Path) -> None:
    (figure,) = figures_of(folder, "khach-2022")
    hedged = made([figure], check="record", stated=Interval(Decimal(51_000), Decimal(52_000)), expected=exactly(61_000))
    text = said(written(gather(folder, lambda: [hedged]), tmp_path / "report.html"))
    assert "Đã viếtgần 52.000 lượt khách (51.000 – 52.000)" in text
    assert "Phải là61.000 lượt khách" in text


def test_several_sentences_have_numbers_that_the_table_refers_to(page: Page) -> None:
    (one,) = card(page, "scale")
    assert [said(found) for found in one.xpath(".//span[@class='of']")] == ["[1]", "[2]", "[3]", "[4]"]
    assert [said(found) for found in one.xpath(".//span[@class='at']")] == ["[1]", "[2]", "[3]", "[4]"]
    years = [said(found).split(", ")[-1] for found in one.xpath(".//blockquote/footer")]
    assert years == ["28/12/2023", "28/12/2022", "28/12/2021", "28/12/2020"]


def test_a_series_is_plotted_and_the_page_says_what_the_plot_shows(page: Page) -> None:
    (figure,) = page.xpath("//figure[@class='plot']")
    (drawn,) = figure.xpath(".//svg")
    assert drawn.get("aria-hidden") == "true"
    assert len(drawn.xpath(".//*[local-name()='path'][contains(@transform, 'translate')]")) >= 5
    assert "Các con số ở bảng trên theo thời gian" in said(figure.xpath("./figcaption")[0])
    assert figure.getparent().get("data-check") == "scale"
    for attribute in ("href", "xlink:href", "onload"):
        assert attribute not in lxml.html.tostring(drawn, encoding="unicode")


def test_one_period_is_no_series(folder: Path) -> None:
    figures = tuple(figures_of(folder, "khe-ngoai")[:2])
    one = gather(folder, lambda: [made(figures, check="repeat")]).shown[0]
    assert one.plot is None
    assert plotting.plot(made(figures[:1], check="series"), figures[:1]) is None


def test_hostile_text_stays_text(page: Page) -> None:
    text = lxml.html.tostring(page, encoding="unicode")
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //iframe | //object | //link | //base")
    assert not [one for element in page.iter() for one in element.attrib if one.lower().startswith("on")]
    assert HOSTILE in said(page)
    assert f"Hộ nghèo {HOSTILE}" in said(page)
    assert "document.title" not in page.xpath("//script")[0].text
    assert "<script>document" not in text


def test_the_policy_allows_the_one_script_and_nothing_from_elsewhere(report: Report, tmp_path: Path) -> None:
    write_report(tmp_path / "report.html", report)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    page = lxml.html.fromstring(text)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    script = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)[-1]
    assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "http" not in policy
    assert not re.findall(r"@import|url\((?!#)", text)
    assert not page.xpath("//*[@src]")


def test_both_languages_stand_side_by_side(page: Page) -> None:
    assert page.get("lang") == "vi"
    vietnamese, english = (page.xpath(f"//span[@class='{one}']") for one in ("vi", "en"))
    assert len(vietnamese) == len(english) > 100
    assert {one.get("lang") for one in vietnamese} == {"vi"}
    assert {one.get("lang") for one in english} == {"en"}


def test_a_page_for_those_who_listen(page: Page) -> None:
    assert [len(page.xpath(f"//{one}")) for one in ("main", "nav", "h1")] == [1, 1, 1]
    levels = [int(one.tag[1]) for one in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert not page.xpath("//table[not(.//th[@scope])]")
    names = page.xpath("//*[@id]/@id")
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert set(page.xpath("//@aria-labelledby")) <= set(names)
    assert set(page.xpath("//label/@for")) <= set(names)
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(names)


def test_what_was_not_read(page: Page) -> None:
    (unread,) = page.xpath("//section[@id='unread']")
    text = said(unread)
    assert "1 lỗi; tất cả ở trong errors.jsonl." in text
    assert "broken.txt" in text
    assert "Thư ngỏ gửi bà con" in text
    assert "1 trong 15 con số không có gì để so sánh" in text
    reasons = [said(one) for one in unread.xpath(".//dl[@class='passed']//dt")]
    assert [one.split()[-1] for one in reasons] == sorted((one.split()[-1] for one in reasons), key=int, reverse=True)
    assert REASONS["time"].vi in reasons[0]
    assert unread.xpath(".//dd//mark")[0].text_content() == "2023"


def test_a_number_with_two_readings_is_told_before_dates(tmp_path: Path) -> None:
    text = "Năm 2023, xã Tân Lĩnh xây 17,015 m2 sân. Ngày 5/3/2023, xã họp. Xã có 35 hộ nghèo."
    folder = run(tmp_path, {"id": "san", "title": "Sân", "text": text})
    first, *others = gather(folder, lambda: ()).unread.passed or ()
    assert (first.reason, first.doubtful, first.total) == (REASONS["two readings"], True, 1)
    assert "".join(piece.text for piece in first.examples[0].pieces if piece.kind) == "17,015"
    assert not [one for one in others if one.doubtful]


def test_fields_that_are_little_sure_are_counted_and_the_least_sure_listed(folder: Path, tmp_path: Path) -> None:
    lines = (folder / "figures.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    for at, likely in enumerate((0.55, 0.2, 0.59, 0.3, 0.4, 0.5)):
        lines[at] = re.sub(r'("confidence": \{.*"place": )[\d.]+', rf"\g<1>{likely}", lines[at])
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "figures.jsonl").write_text("".join(lines), encoding="utf-8")
    (field,) = [one for one in gather(tmp_path, lambda: ()).unread.unsure if one.name.en == "place"]
    assert field.total == 6
    assert [one.likely for one in field.least] == ["20%", "30%", "40%", "50%", "55%"]
    assert "Yên Bình" in field.least[0].value.vi
    assert "mô hình" in "".join(piece.text for piece in field.least[0].quote.pieces)


def test_a_run_without_its_lists_is_told_so(folder: Path, tmp_path: Path) -> None:
    for name in ("articles", "figures", "facts"):
        (tmp_path / f"{name}.jsonl").write_bytes((folder / f"{name}.jsonl").read_bytes())
    report = gather(tmp_path, lambda: ())
    assert (report.unread.passed, report.unread.failures) == (None, None)
    text = said(written(report, tmp_path / "report.html"))
    assert "không có passed.jsonl" in text
    assert "không có errors.jsonl" in text
    assert "15 trong 15 con số không có gì để so sánh" in text
    assert "Điều đó không có nghĩa là chúng đúng" in text


def test_of_very_many_findings_the_page_shows_the_gravest(folder: Path, tmp_path: Path) -> None:
    report = gather(folder, partial(one_of_each, folder), most=2)
    assert [one.verdict for one in report.shown] == ["refuted", "refuted"]
    assert sum(report.counts.values()) == 5
    assert report.read.alone == 1, "what is not shown is counted too"
    text = said(written(report, tmp_path / "report.html"))
    assert "Trang này trình bày 2 trong 5 phát hiện" in text
    assert "findings.jsonl" in text


def test_a_figure_without_a_row_was_compared_with_nothing(folder: Path) -> None:
    poor = figures_of(folder, "khe-ngoai")[4]
    without = made([poor], check="record", verdict="not_enough_info")
    report = gather(folder, lambda: [without], records=OFFICIAL)
    assert not report.shown
    assert not report.counts
    assert (report.read.alone, report.read.undecided) == (15, 0)
    open_sum = made([poor], verdict="not_enough_info")
    assert gather(folder, lambda: [without, open_sum]).read.undecided == 1


def test_examples_of_one_reason_are_of_several_articles(page: Page) -> None:
    (dates, *_) = page.xpath("//dl[@class='passed']/div")
    sources = [said(one) for one in dates.xpath(".//small")]
    assert len(sources) == len(set(sources)) == 3


def test_a_finding_of_many_figures_shows_the_first(folder: Path) -> None:
    figures = figures_of(folder, "khe-ngoai")
    one: Finding = made(figures * 30, check="copied", verdict="not_enough_info")
    (shown,) = gather(folder, lambda: [one]).shown
    assert len(shown.lines) == 60
    assert shown.more == len(figures) * 30 - 60


def test_a_sentence_without_an_end_is_cut_around_its_numbers() -> None:
    text = f"{'a ' * 900}421 hộ {'b ' * 900}35 hộ{' c' * 900}"
    quotes, end = Quotes(), len(text)
    quotes.want("1", (0, end))
    quotes.see(Article(id="1", source="a.txt", text=text))
    first, second = text.index("421"), text.index("35")
    quote = quotes.quote("1", (0, end), [((second, second + 2), "figure"), ((first, first + 3), "doubt")])
    assert [piece.text for piece in quote.pieces if piece.kind] == ["421", "35"]
    assert sum(len(piece.text) for piece in quote.pieces) < 5 * MOST_AROUND
    assert quote.pieces[0].text.startswith(" … ")
    assert quote.pieces[-1].text.endswith(" … ")


def test_marks_that_overlap_or_lie_elsewhere_break_nothing() -> None:
    text = "Có 2 - 3 buổi."
    quotes = Quotes()
    quotes.want("1", (0, len(text)))
    quotes.see(Article(id="1", source="a.txt", text=text))
    quote = quotes.quote("1", (0, len(text)), [((3, 8), "doubt"), ((7, 8), "figure"), ((90, 99), "figure")])
    assert [piece for piece in quote.pieces if piece.kind] == [("2 - 3", "doubt")]
    assert "".join(piece.text for piece in quote.pieces) == text
    assert quotes.quote("elsewhere", (0, 3), []).source.title == "elsewhere"


@pytest.mark.parametrize(("edtf", "vietnamese", "english"), [
    ("2023", "2023", "2023"), ("2023-09", "9/2023", "2023-09"), ("2024-03-04", "4/3/2024", "2024-03-04"),
    ("2021/2025", "2021 – 2025", "2021 – 2025"), ("../2024-03-04", "đến 4/3/2024", "up to 2024-03-04"),
    ("2023-09/..", "từ 9/2023", "since 2023-09"),
])  # fmt: skip
def test_periods_in_words(edtf: str, vietnamese: str, english: str) -> None:
    assert period(edtf) == (vietnamese, english)
    assert period(None) is None


@pytest.mark.parametrize(("interval", "vietnamese", "english"), [
    (Interval(Decimal(1234), Decimal(1234)), "1.234", "1,234"),
    (Interval(Decimal(400), Decimal(500)), "400 – 500", "400 to 500"),
    (Interval(Decimal(400), Decimal(500), True, True), "trên 400 – dưới 500", "more than 400 to less than 500"),
    (Interval(Decimal(810), Decimal(900), False, True), "810 – dưới 900", "810 to less than 900"),
    (Interval(None, Decimal(5)), "≤ 5", "at most 5"),
    (Interval(Decimal("0.5"), None, True), "> 0,5", "more than 0.5"),
])  # fmt: skip
def test_intervals_in_words(interval: Interval, vietnamese: str, english: str) -> None:
    assert number(interval) == (vietnamese, english)


def test_everything_that_can_be_said_has_words() -> None:
    assert set(CHECKS) == set(get_args(Check))
    assert set(VERDICTS) == set(get_args(Verdict))
    assert set(SEVERITIES) == set(get_args(Severity))
    assert {rule.reason for rule in passed.RULES} <= set(REASONS)


@pytest.mark.parametrize(("share", "written"), [(1.0, "100%"), (0.999, "99%"), (0.934, "93%"), (0.0, "0%")])
def test_what_is_not_certain_is_not_said_to_be(share: float, written: str) -> None:
    assert per_cent(share) == written


def test_plots_of_one_page_share_no_name_and_come_out_the_same(folder: Path) -> None:
    figures = tuple(figures_of(folder, f"khach-{year}")[0] for year in (2021, 2022))
    one, other = made(figures, check="series"), made(figures, check="scale")
    assert plotting.plot(one, figures) == plotting.plot(one, figures)
    names = [set(re.findall(r' id="([^"]+)"', plotting.plot(found, figures) or "")) for found in (one, other)]
    assert not names[0] & names[1]


def test_a_range_is_plotted_by_its_middle(folder: Path) -> None:
    figures = tuple(figures_of(folder, f"khach-{year}")[0] for year in (2021, 2022))
    drawn = plotting.plot(made(figures, check="series", expected=Interval(Decimal(1), None)), figures)
    assert drawn is not None
    assert drawn.startswith("<svg ")


@pytest.mark.process
def test_a_built_package_has_the_templates(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = root / "extractor" / "audit" / "report" / "templates"
    assert {f"extractor/audit/report/templates/{one.name}" for one in templates.iterdir()} <= names
