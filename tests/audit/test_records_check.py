"""What official records say of articles: which rows support, which refute, and what stays open."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.audit.auditing import findings
from extractor.audit.drafts import finding
from extractor.audit.records import Records, read_records
from extractor.audit.records.check import check
from extractor.audit.records.matching import RowIndex
from extractor.audit.store import Store
from extractor.dataset.merge.merging import merge
from extractor.extraction.pipeline import extract
from extractor.model.records import Article, FigureBase, Finding

HEADER = "Địa phương;Chỉ tiêu;Thời gian;Giá trị;Đơn vị\n"
PLACE = "huyện Yên Bình, tỉnh Yên Bái"


def records_of(folder: Path, rows: str) -> Records:
    path = folder / "records.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return read_records(path)


def extracted(texts: list[str], published: str | None) -> tuple[list[Article], list[FigureBase]]:
    articles = [
        Article(id=f"a{at}", source=f"a{at}.txt", text=text, published=published) for at, text in enumerate(texts)
    ]
    return articles, [figure for article in articles for figure in extract(article).figures]


def found(
    folder: Path, rows: str, *texts: str, published: str | None = "2024-03-04T08:00:00+07:00"
) -> list[tuple[str, Finding]]:
    """The findings against records, each with the words of the figure in doubt."""
    articles, figures = extracted(list(texts), published)
    words = {figure.id: figure.text for figure in figures}
    every = findings(articles, figures, list(merge(figures, articles)), records_of(folder, rows))
    return [(words[one.figures[0]], one) for one in every if one.check == "record"]


def verdicts(found: list[tuple[str, Finding]]) -> dict[str, str]:
    return {text: one.verdict for text, one in found}


def row(item: str, value: str, unit: str, *, place: str = PLACE, period: str = "2023") -> str:
    return f"{place};{item};{period};{value};{unit}\n"


MODELS = "Năm 2023, huyện Yên Bình, tỉnh Yên Bái có {} mô hình dân vận khéo."
# What an article says, a row beside it, and what that says of the figure.
CASES = (
    (MODELS.format("421"), row("Số mô hình dân vận khéo", "421", "mô hình"), "421 mô hình", "supported"),
    (MODELS.format("421"), row("Số mô hình dân vận khéo", "422", "mô hình"), "421 mô hình", "refuted"),
    (MODELS.format("trên 400"), row("Mô hình dân vận khéo", "421", "mô hình"), "trên 400 mô hình", "supported"),
    (MODELS.format("trên 400"), row("Mô hình dân vận khéo", "380", "mô hình"), "trên 400 mô hình", "refuted"),
    (MODELS.format("trên 400"), row("Mô hình dân vận khéo", "900", "mô hình"), "trên 400 mô hình", "not_enough_info"),
    (MODELS.format("gần 900"), row("Mô hình dân vận khéo", "899", "mô hình"), "gần 900 mô hình", "supported"),
    (MODELS.format("gần 900"), row("Mô hình dân vận khéo", "901", "mô hình"), "gần 900 mô hình", "refuted"),
    (
        "Năm 2023, huyện Yên Bình, tỉnh Yên Bái thu hoạch 12.500 tấn quả bưởi.",
        row("Quả bưởi thu hoạch", "12,5", "nghìn tấn"), "12.500 tấn", "supported",
    ),
    (
        "Năm 2023, huyện Yên Bình, tỉnh Yên Bái thu hoạch 12.500 kg quả bưởi.",
        row("Quả bưởi thu hoạch", "12,5", "tấn"), "12.500 kg", "supported",
    ),
    (
        "Năm 2023, tổng thu ngân sách của huyện Yên Bình, tỉnh Yên Bái đạt 3,5 tỷ đồng.",
        row("Tổng thu ngân sách", "3.480", "triệu đồng") + row("Chi khác", "1,5", "triệu đồng"),
        "3,5 tỷ đồng", "supported",
    ),
    (
        "Năm 2023, tổng thu ngân sách của huyện Yên Bình, tỉnh Yên Bái đạt 3,5 tỷ đồng.",
        row("Tổng thu ngân sách", "4,2", "tỷ đồng"), "3,5 tỷ đồng", "refuted",
    ),
    (
        "Năm 2023, tỷ lệ hộ nghèo của huyện Yên Bình, tỉnh Yên Bái là 5,2%.",
        row("Tỷ lệ hộ nghèo", "5,18", "%"), "5,2%", "supported",
    ),
    (
        "Năm 2023, tỷ lệ hộ nghèo của huyện Yên Bình, tỉnh Yên Bái là 5,2%.",
        row("Tỷ lệ hộ nghèo", "5,32", "%"), "5,2%", "refuted",
    ),
    (  # what stood at the end of the year is the year's
        "Đến 31/12/2023, huyện Yên Bình, tỉnh Yên Bái có 421 mô hình dân vận khéo.",
        row("Mô hình dân vận khéo", "421", "mô hình", period="năm 2023"), "421 mô hình", "supported",
    ),
    (  # what was reached by June is not
        "Đến 30/6/2023, huyện Yên Bình, tỉnh Yên Bái có 421 mô hình dân vận khéo.",
        row("Mô hình dân vận khéo", "450", "mô hình", period="năm 2023"), "421 mô hình", "not_enough_info",
    ),
    (
        "Trong 9 tháng năm 2023, huyện Yên Bình, tỉnh Yên Bái có 421 mô hình dân vận khéo.",
        row("Mô hình dân vận khéo", "450", "mô hình", period="9 tháng đầu năm 2023"), "421 mô hình", "refuted",
    ),
)  # fmt: skip
OPEN = (
    # another place, level, period, unit, thing, a plan, a change, a rate
    row("Mô hình dân vận khéo", "380", "mô hình", place="huyện Lục Yên, tỉnh Yên Bái"),
    row("Mô hình dân vận khéo", "380", "mô hình", place="tỉnh Yên Bái"),
    row("Mô hình dân vận khéo", "380", "mô hình", place="xã Yên Bình, tỉnh Lào Cai", period="2025"),
    row("Mô hình dân vận khéo", "380", "mô hình", period="2022"),
    row("Mô hình dân vận khéo", "380", "mô hình", period="2021-2023"),
    row("Hộ tham gia mô hình dân vận khéo", "380", "hộ"),
    row("Mô hình chăn nuôi gia súc", "380", "mô hình"),
    row("Kế hoạch mô hình dân vận khéo", "380", "mô hình"),
    row("Tăng mô hình dân vận khéo", "380", "mô hình"),
    row("Mô hình dân vận khéo", "380", "mô hình/xã"),
    row("Mô hình dân vận khéo lĩnh vực kinh tế", "380", "mô hình", place="thành phố Yên Bái, tỉnh Yên Bái"),
    # several rows that differ
    row("Mô hình dân vận khéo", "380", "mô hình") + row("Số mô hình dân vận khéo", "390", "mô hình"),
)


@pytest.mark.parametrize(("text", "rows", "words", "verdict"), CASES)
def test_verdict(tmp_path: Path, text: str, rows: str, words: str, verdict: str) -> None:
    assert verdicts(found(tmp_path, rows, text)) == {words: verdict}


@pytest.mark.parametrize("rows", OPEN)
def test_a_row_of_something_else_decides_nothing(tmp_path: Path, rows: str) -> None:
    assert verdicts(found(tmp_path, rows, MODELS.format("421"))) == {"421 mô hình": "not_enough_info"}


def test_revenue_is_not_spending(tmp_path: Path) -> None:
    text = "Năm 2023, tổng thu ngân sách của huyện Yên Bình, tỉnh Yên Bái đạt 3,5 tỷ đồng."
    every = found(tmp_path, row("Tổng chi ngân sách", "4,2", "tỷ đồng"), text)
    assert verdicts(every) == {"3,5 tỷ đồng": "not_enough_info"}


# What an article says of some, and a row that counts all there are, or the other way round.
PARTS = (
    ("có 90 mô hình dân vận khéo trong lĩnh vực kinh tế", row("Mô hình dân vận khéo", "421", "mô hình")),
    ("hỗ trợ 20 hộ nghèo xây nhà", row("Số hộ nghèo", "120", "hộ")),
    ("có 20 hộ nghèo được hỗ trợ xây nhà", row("Số hộ nghèo", "120", "hộ")),
    ("tặng quà cho 120 học sinh nghèo vượt khó", row("Số học sinh", "5400", "học sinh")),
    ("trồng mới 250 ha rừng", row("Diện tích rừng", "3000", "ha")),
    ("có thêm 2 xã đạt chuẩn nông thôn mới", row("Số xã đạt chuẩn nông thôn mới", "20", "xã")),
    ("có 5 xã đạt chuẩn nông thôn mới nâng cao", row("Số xã đạt chuẩn nông thôn mới", "20", "xã")),
    ("có 350 người tham gia lễ ra quân", row("Số người tham gia bảo hiểm xã hội", "11200", "người")),
    ("thu ngân sách từ đất đạt 90 tỷ đồng", row("Tổng thu ngân sách", "350", "tỷ đồng")),
    ("có sản lượng lúa vụ xuân đạt 23.000 tấn", row("Sản lượng lúa", "45,5", "nghìn tấn")),
    ("có 200 con lợn bị chết do dịch", row("Số con lợn", "45000", "con")),
    ("công nhận mới 3 trường đạt chuẩn quốc gia", row("Số trường đạt chuẩn quốc gia", "30", "trường")),
    ("thành lập mới 5 hợp tác xã", row("Số hợp tác xã", "45", "hợp tác xã")),
    ("xảy ra 4 vụ tai nạn giao thông do nồng độ cồn", row("Số vụ tai nạn giao thông", "33", "vụ")),
    ("bê tông hóa 24 km đường giao thông nông thôn", row("Đường giao thông nông thôn", "600", "km")),
    ("kết nạp 120 đảng viên mới", row("Số đảng viên", "4500", "đảng viên")),
    ("có tỷ lệ hộ nghèo đồng bào dân tộc thiểu số là 12,5%", row("Tỷ lệ hộ nghèo", "5,2", "%")),
    ("có tỷ lệ hộ cận nghèo là 12,5%", row("Tỷ lệ hộ nghèo", "5,2", "%")),
    ("có 15 trường mầm non", row("Số trường học", "62", "trường")),
    ("đón 120.000 lượt khách du lịch quốc tế", row("Lượt khách du lịch", "450000", "lượt khách")),
    ("đón 450.000 lượt khách du lịch", row("Lượt khách du lịch quốc tế", "120000", "lượt khách")),
    ("thu ngân sách đạt 95% dự toán", row("Thu ngân sách", "12", "%")),
    ("xóa 30 nhà tạm", row("Số nhà tạm", "150", "nhà")),
    ("có 1.250 người cao tuổi được chúc thọ", row("Người cao tuổi", "9800", "người")),
    ("có 12 công trình chậm tiến độ", row("Số công trình đầu tư", "80", "công trình")),
    ("bàn giao 15 căn nhà cho hộ nghèo", row("Căn nhà hộ nghèo", "300", "căn nhà")),
    ("có 85% số hộ dùng nước sạch", row("Tỷ lệ hộ dùng nước hợp vệ sinh", "97", "%")),
    ("có thu nhập bình quân đầu người vùng cao đạt 28 triệu đồng", row("Thu nhập bình quân đầu người", "45", "triệu đồng/người/năm")),
    ("huy động 12 tỷ đồng xã hội hóa làm đường", row("Tổng vốn huy động", "85", "tỷ đồng")),
    ("chi 35 tỷ đồng cho giáo dục", row("Chi ngân sách", "420", "tỷ đồng")),
    ("xuất khẩu 3.400 tấn chè khô", row("Sản lượng chè", "18000", "tấn")),
    ("có 30 học sinh giỏi cấp tỉnh", row("Học sinh giỏi", "420", "học sinh")),
    ("có 18 sản phẩm OCOP 4 sao", row("Sản phẩm OCOP", "56", "sản phẩm")),
    ("có 12 sản phẩm OCOP được công nhận", row("Sản phẩm OCOP 4 sao", "5", "sản phẩm")),
    ("xảy ra 12 vụ cháy rừng", row("Số vụ cháy", "30", "vụ")),
    ("có 5 doanh nghiệp giải thể", row("Số doanh nghiệp", "120", "doanh nghiệp")),
    ("có 350 hộ thoát nghèo", row("Số hộ nghèo", "900", "hộ")),
    ("giảm 350 hộ nghèo", row("Số hộ nghèo", "900", "hộ")),
)  # fmt: skip
# What an article says, and a row of the very same thing.
WHOLES = (
    ("có 350 hộ nghèo", row("Số hộ nghèo", "300", "hộ"), "refuted"),
    ("có thu nhập bình quân đầu người đạt 45 triệu đồng/năm", row("Thu nhập bình quân đầu người", "45", "triệu đồng/người/năm"), "supported"),
    ("có 56 sản phẩm OCOP", row("Số sản phẩm OCOP", "52", "sản phẩm"), "refuted"),
    ("có tỷ lệ che phủ rừng đạt 63,5%", row("Tỷ lệ che phủ rừng", "63,5", "%"), "supported"),
    ("thu ngân sách đạt trên 350 tỷ đồng", row("Tổng thu ngân sách nhà nước trên địa bàn", "356,2", "tỷ đồng"), "supported"),
    ("có 22/22 xã đạt chuẩn nông thôn mới", row("Số xã đạt chuẩn nông thôn mới", "22", "xã"), "supported"),
    ("kết nạp 120 đảng viên", row("Số đảng viên mới kết nạp", "118", "đảng viên"), "refuted"),
    ("thành lập mới 25 doanh nghiệp", row("Doanh nghiệp thành lập mới", "25", "doanh nghiệp"), "supported"),
    ("đón 120.000 lượt khách du lịch", row("Lượt khách du lịch", "98000", "lượt khách"), "refuted"),
    ("trồng mới 250 ha rừng", row("Diện tích rừng trồng mới", "310", "ha"), "refuted"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), PARTS)
def test_a_part_is_not_held_against_the_whole(tmp_path: Path, text: str, rows: str) -> None:
    every = found(tmp_path, rows, f"Năm 2023, huyện Yên Bình, tỉnh Yên Bái {text}.")
    assert every
    assert {one.verdict for _, one in every} == {"not_enough_info"}


@pytest.mark.parametrize(("text", "rows", "verdict"), WHOLES)
def test_the_same_is_held_against_its_row(tmp_path: Path, text: str, rows: str, verdict: str) -> None:
    every = found(tmp_path, rows, f"Năm 2023, huyện Yên Bình, tỉnh Yên Bái {text}.")
    assert [one.verdict for _, one in every] == [verdict]


def test_a_part_is_held_against_a_row_that_names_it(tmp_path: Path) -> None:
    text = "Năm 2023, huyện Yên Bình, tỉnh Yên Bái bê tông hóa 24 km đường giao thông nông thôn."
    rows = row("Bê tông hóa đường giao thông nông thôn", "26", "km")
    assert verdicts(found(tmp_path, rows, text)) == {"24 km": "refuted"}


def test_rows_that_say_the_same_are_no_contradiction(tmp_path: Path) -> None:
    rows = row("Mô hình dân vận khéo", "421", "mô hình") + row("Số mô hình dân vận khéo", "421", "mô hình")
    assert verdicts(found(tmp_path, rows, MODELS.format("421"))) == {"421 mô hình": "supported"}


def test_a_refuted_figure_is_told_with_its_row_and_the_sum(tmp_path: Path) -> None:
    ((_, one),) = found(tmp_path, row("Mô hình dân vận khéo", "380", "mô hình"), MODELS.format("trên 400"))
    assert one.record is not None
    assert (one.record.file, one.record.row, one.record.value) == ("records.csv", 2, Decimal(380))
    assert (one.arithmetic, one.expected) == ("380 < 400", Decimal(380))
    assert one.severity in ("medium", "low")
    assert "trên 400 mô hình" in one.explanation.vi
    assert "dòng 2" in one.explanation.vi
    assert "row 2" in one.explanation.en
    assert "100%" in one.explanation.en  # how like the names are


def test_what_stays_open_names_the_nearest_rows(tmp_path: Path) -> None:
    rows = row("Mô hình dân vận khéo", "380", "mô hình", period="2022")
    ((_, one),) = found(tmp_path, rows, MODELS.format("421"))
    assert (one.severity, one.record) == ("low", None)
    assert "dòng 2" in one.explanation.vi
    assert "2022" in one.explanation.en


def test_an_article_that_says_a_thing_twice_is_one_finding(tmp_path: Path) -> None:
    text = f"{MODELS.format('421')}\n\nNhư vậy, 421 mô hình dân vận khéo của huyện đã được công nhận trong năm 2023."
    every = found(tmp_path, row("Mô hình dân vận khéo", "421", "mô hình"), text)
    (one,) = [one for _, one in every if one.verdict == "supported"]
    assert len(one.figures) == 2


def test_articles_that_give_different_numbers_are_held_each_against_the_row(tmp_path: Path) -> None:
    every = found(tmp_path, row("Mô hình dân vận khéo", "421", "mô hình"), MODELS.format("421"), MODELS.format("412"))
    assert verdicts(every) == {"421 mô hình": "supported", "412 mô hình": "refuted"}


TWO = "Năm 2023, huyện Yên Bình, tỉnh Yên Bái có {} mô hình {} và {} mô hình {}."


def test_a_row_that_another_figure_of_the_article_fits_refutes_nothing(tmp_path: Path) -> None:
    text = TWO.format("135", "trồng rừng", "286", "trồng rừng gỗ lớn")
    every = verdicts(found(tmp_path, row("Mô hình trồng rừng gỗ lớn", "286", "mô hình"), text))
    assert every["286 mô hình"] == "supported"
    assert every["135 mô hình"] == "not_enough_info"


def test_two_figures_that_may_both_be_of_a_row_are_left_open(tmp_path: Path) -> None:
    text = TWO.format("135", "trồng rừng", "286", "trồng rừng")
    every = found(tmp_path, row("Mô hình trồng rừng", "300", "mô hình"), text)
    assert set(verdicts(every).values()) == {"not_enough_info"}


def test_a_telling_number_is_found_though_the_names_differ(tmp_path: Path) -> None:
    text = "Năm 2023, huyện Yên Bình, tỉnh Yên Bái có 12.457 hộ dân được dùng nước sạch."
    rows = row("Hộ sử dụng nguồn nước hợp vệ sinh", "{}", "hộ")
    assert verdicts(found(tmp_path, rows.format("12457"), text))["12.457 hộ dân"] == "supported"
    assert verdicts(found(tmp_path, rows.format("13457"), text))["12.457 hộ dân"] == "not_enough_info"


def test_a_province_that_others_were_joined_to(tmp_path: Path) -> None:
    rows = row("Mô hình dân vận khéo", "380", "mô hình", place="tỉnh Lào Cai", period="{}")
    text = "Năm {}, tỉnh Lào Cai có 421 mô hình dân vận khéo."

    def of(year: int, published: str) -> Finding:
        ((_, one),) = found(tmp_path, rows.format(year), text.format(year), published=published)
        return one

    assert of(2023, "2024-03-04T08:00:00+07:00").verdict == "refuted"
    unsure = of(2024, "2025-12-04T08:00:00+07:00")  # of the old province, or of the new one?
    assert unsure.verdict == "not_enough_info"
    assert "địa giới" in unsure.explanation.vi


def test_figures_of_no_place_or_time_are_told_so(tmp_path: Path) -> None:
    every = found(
        tmp_path, row("Mô hình dân vận khéo", "380", "mô hình"), "Đã có 421 mô hình dân vận khéo.", published=None
    )
    ((_, one),) = every
    assert one.verdict == "not_enough_info"
    assert "nơi nào" in one.explanation.vi


def test_without_records_nothing_is_held_against_them() -> None:
    articles, figures = extracted([MODELS.format("421")], None)
    assert not [one for one in findings(articles, figures, list(merge(figures, articles))) if one.check == "record"]


def test_the_sample_corpus_shows_all_verdicts() -> None:
    from extractor import read

    corpus = Path(__file__).parent.parent.parent / "corpus"
    articles = [one for one in read([corpus / "articles"]) if isinstance(one, Article)]
    figures = [figure for article in articles for figure in extract(article).figures]
    every = findings(articles, figures, list(merge(figures, articles)), read_records(corpus / "records.csv"))
    by_row = {(one.record.row, one.verdict) for one in every if one.record}
    supported = {row for row, verdict in by_row if verdict == "supported"}
    assert {row for row, verdict in by_row if verdict == "refuted"} == {3, 8, 16, 21}  # those that differ on purpose
    assert supported == {2, 4, 5, 6, 7, 9, 10, 13, 14, 15, 18, 19, 20}
    assert (17, "not_enough_info") in by_row


def compared(folder: Path, times: int) -> tuple[int, int]:
    """Pairs of a figure and a row that are looked at with so many times the rows and articles, and the findings."""
    units = ("mô hình", "hộ", "km", "ha", "%")
    rows = "".join(
        row(f"{item} loại {at}", str(100 + at), unit, period=str(2000 + at % 20))
        for at in range(20 * times)
        for item, unit in zip(("Mô hình", "Hộ nghèo", "Đường mới", "Rừng trồng", "Tỷ lệ sống"), units, strict=True)
    )
    texts = [MODELS.format(200 + at) for at in range(5)] * times
    articles, figures = extracted(texts, "2024-03-04T08:00:00+07:00")
    records = records_of(folder, rows)
    index = RowIndex(records)
    with closing(Store()) as store:
        store.put_articles(articles)
        store.put_figures(figures)
        store.put_facts(merge(figures, articles))
        number = len([finding(draft, {}) for draft in check(store, records, index)])
    return index.compared, number


def test_cost_grows_with_rows_and_figures_and_not_with_their_product(tmp_path: Path) -> None:
    once, _ = compared(tmp_path, 20)
    more, _ = compared(tmp_path, 80)
    assert more <= 5 * once
