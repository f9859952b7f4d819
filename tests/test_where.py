"""Where figures are: the place of each figure of a short article, and the rule that found it."""

from pathlib import Path

import pytest

from extractor import extract, read
from extractor.records import Article

Told = tuple[tuple[str, str], ...]  # words of a figure and the name of its place

ARTICLES: dict[str, tuple[str, Told]] = {
    "units lie in what holds them": (
        "Yên Bái xếp thứ hạng cao\n\nKết quả khảo sát tại tỉnh Yên Bái được công bố. "
        "Báo cáo đánh giá 63 tỉnh, thành dựa trên 8 lĩnh vực.\n",
        (("63 tỉnh, thành", "Việt Nam"), ("8 lĩnh vực", "tỉnh Yên Bái")),
    ),
    "one unit is not held by another": (
        "Huyện Lục Yên có xã nông thôn mới\n\nHuyện Lục Yên, tỉnh Yên Bái vừa có thêm 1 xã đạt chuẩn.\n",
        (("1 xã", "huyện Lục Yên"),),
    ),
    "communes of one district": (
        "Đồng Tháp trao học bổng\n\nTỉnh Đồng Tháp trao học bổng cho học sinh.\n"
        "Dự án xây 7 phòng học ở hai xã Long Khánh A và Long Khánh B.\n",
        (("7 phòng học", "huyện Hồng Ngự"), ("hai xã", "huyện Hồng Ngự")),
    ),
    "the only district that the opening places the story in": (
        "Người dân Yên Bái dựng lều giữ rừng\n\nNgười dân lo rừng bị chặt phá.\n"
        "Sáng 5/7, người dân ở xã Mường Lai và Vĩnh Lạc (huyện Lục Yên, Yên Bái) dựng lều.\nHọ giữ lại 60 ha rừng.\n",
        (("60 ha", "huyện Lục Yên"),),
    ),
    "the people of a commune are where it is": (
        "Lũ cô lập nhiều hộ\n\nMưa lớn kéo dài ở tỉnh Yên Bái.\n"
        "Người dân xã Mường Lai, huyện Lục Yên đã góp 25 tấn gạo.\n",
        (("25 tấn", "xã Mường Lai"),),
    ),
    "where somebody lives is no scene": (
        "Yên Bái xử phạt lái xe\n\n"
        "Công an tỉnh Yên Bái xử phạt một lái xe, trú tại xã Mường Lai, huyện Lục Yên.\n"
        "Mức phạt là 5 triệu đồng.\n",
        (("5 triệu đồng", "tỉnh Yên Bái"),),
    ),
    "an example is no scene": (
        "Thành phố Hồ Chí Minh thu hồi nhà đất\n\nThành phố Hồ Chí Minh rà soát nhà đất công.\n"
        "Nhiều nơi sai phạm như tại số nhà trên đường lớn (phường Bình Thọ, quận Thủ Đức).\n"
        "Thanh tra thu hồi 3 mặt bằng.\n",
        (("3 mặt bằng", "thành phố Hồ Chí Minh"),),
    ),
    "the seat of a firm is not where": (
        "Ngư dân Bình Định đòi bồi thường\n\n"
        "Chủ tàu tỉnh Bình Định có tàu đóng tại Công ty Đại Dương Xanh, Nam Định yêu cầu đền bù 5 tỷ đồng.\n",
        (("5 tỷ đồng", "tỉnh Bình Định"),),
    ),
    "a city that is a province holds its districts": (
        "Thành phố Hà Nội thu gom rác\n\nUBND thành phố Hà Nội cho biết rác ùn lại ở 12 quận.\n",
        (("12 quận", "thành phố Hà Nội"),),
    ),
    "no place but the country's own offices": (
        "Thủ tướng yêu cầu chống dịch\n\n"
        "Thủ tướng giao Bộ Nông nghiệp và Bộ Tài chính hỗ trợ. Chính phủ hỗ trợ 80% giá thị trường.\n",
        (("80%", "Việt Nam"),),
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_where(name: str, tmp_path: Path) -> None:
    text, told = ARTICLES[name]
    path = tmp_path / "article.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    places = {figure.text: figure.place.name if figure.place else None for figure in extract(article).figures}
    assert {words: places.get(words, "no such figure") for words, _ in told} == dict(told)
