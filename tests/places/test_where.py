"""Where figures are: the place of each figure of a short article, and the rule that found it."""

from pathlib import Path

import pytest

from extractor import extract, read
from extractor.model.records import Article

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
    "a district before its province": (
        "Trường xa nhà\n\nCô giáo Mai dạy ở trường tiểu học (Mù Cang Chải, Yên Bái).\nTrường có 46 giáo viên.\n",
        (("46 giáo viên", "huyện Mù Cang Chải"),),
    ),
    "the unit that its own sentence named before": (
        "Lũ phá trường học\n\nMưa lũ lan rộng ở huyện Văn Chấn, tỉnh Yên Bái.\n"
        "Tại huyện Lục Yên, lũ làm hỏng 10 trường học của huyện gồm 6 trường mầm non và 4 trường tiểu học.\n",
        (("6 trường", "huyện Lục Yên"), ("4 trường", "huyện Lục Yên")),
    ),
    "a line broken behind TP.": (
        "Mưa đá ở Lào Cai\n\nMưa đá trút xuống tỉnh Lào Cai.\nTại TP.\nLào Cai có 2 trận mưa.\n",
        (("2 trận", "thành phố Lào Cai"),),
    ),
    "a title that goes on about two provinces": (
        "Phú Yên, Bình Định ngập sâu\n\nLũ lên nhanh trong đêm. Hơn 3.000 ngôi nhà ngập.\n",
        (("Hơn 3.000 ngôi nhà", "Việt Nam"),),
    ),
    "a mean of the whole country": (
        "Bến Tre dẫn đầu\n\nTỉnh Bến Tre đứng đầu.\n"
        "Điểm của cả nước đạt trung bình, điểm cấp tỉnh từ 5,52 đến 7,61 điểm.\n",
        (("từ 5,52 đến 7,61 điểm", "Việt Nam"),),
    ),
    "a stretch between two provinces": (
        "Sạt lở trên tuyến đường\n\nTỉnh Gia Lai có nhiều điểm sạt lở.\n"
        "Tuyến từ huyện Kbang (Gia Lai) đến huyện Kon Plông (Kon Tum) có 28 điểm sạt lở.\n",
        (("28 điểm", "Việt Nam"),),
    ),
    "a stretch within one province": (
        "Làm đường ven biển\n\nTỉnh Nghệ An làm đường ven biển.\n"
        "Tuyến từ cảng cá (thị xã Hoàng Mai) đi xã Nghi Thạch, huyện Nghi Lộc, dài 21 km.\n",
        (("21 km", "tỉnh Nghệ An"),),
    ),
    "the province that a sentence opens with holds the districts behind": (
        "Vỡ đập ở Đắk Nông\n\nTỉnh Đắk Nông sơ tán dân.\n"
        "Tại Đắk Lắk, 800 căn nhà ở huyện Ea Súp và Buôn Đôn bị ngập.\n",
        (("800 căn", "tỉnh Đắk Lắk"),),
    ),
    "a country abroad": (
        "Phòng bệnh sởi\n\nTỉnh Yên Bái tiêm vắc xin sởi.\n"
        "Bệnh lan rộng, đặc biệt tại Philippines đã ghi nhận 12.736 ca mắc. "
        "Năm nay huyện có 45 người làm việc tại Nhật Bản.\n",
        (("12.736 ca mắc", "Philippines"), ("45 người", "tỉnh Yên Bái")),
    ),
    "a commune of a name that others have, in its district": (
        "Làm đường\n\nDân góp sức.\nXã Sơn Kim 1 của huyện Hương Sơn (Hà Tĩnh) hiến 12.500 m2 đất.\n",
        (("12.500 m2", "xã Sơn Kim 1"),),
    ),
    "a way that people go is no stretch": (
        "Tặng quà ở Lục Yên\n\nHuyện Lục Yên, tỉnh Yên Bái có tin vui.\n"
        "Từ huyện Lục Yên, đoàn đến xã Minh Xuân tặng 50 suất quà.\n",
        (("50 suất quà", "xã Minh Xuân"),),
    ),
    "a market abroad": (
        "Trồng quế ở Yên Bái\n\nTỉnh Yên Bái trồng nhiều quế.\nQuế được bán ở Nhật Bản, giúp 45 hộ thoát nghèo.\n",
        (("45 hộ", "tỉnh Yên Bái"),),
    ),
    "a farmer who begins something is no case of the police": (
        "Nuôi cá trên sông\n\nTỉnh Hà Tĩnh có nghề cá.\n"
        "Ông Minh (trú xã Thạch Sơn, huyện Thạch Hà) bắt đầu thả cá.\nÔng thả 1.000 con cá.\n",
        (("1.000 con", "xã Thạch Sơn"),),
    ),
    "how far it is": (
        "Huyện Krông Pa có nhà máy mới\n\nNhà máy mới ở huyện Krông Pa, tỉnh Gia Lai.\n"
        "Nhà máy cách thành phố Tuy Hòa, tỉnh Phú Yên 90 km.\n",
        (("90 km", "huyện Krông Pa"),),
    ),
    "the district that an office of it stands for": (
        "Thiếu phòng học ở xã Xuân Thắng\n\nXã Xuân Thắng, tỉnh Thanh Hóa thiếu phòng học.\n"
        "Theo phòng giáo dục huyện Thường Xuân, bậc mầm non của huyện còn 63 phòng học tạm.\n",
        (("63 phòng học", "huyện Thường Xuân"),),
    ),
    "one of those in the country": (
        "Quảng Nam thu ngân sách lớn\n\nTỉnh Quảng Nam là một trong 16 địa phương có thu về trung ương. "
        "Thu nhập đạt 53 triệu đồng, vượt bình quân cả nước.\n",
        (("16 địa phương", "Việt Nam"), ("53 triệu đồng", "tỉnh Quảng Nam")),
    ),
    "a region of the country": (
        "Sơ tán ở Đắk Lắk\n\nTỉnh Đắk Lắk sơ tán dân.\nĐêm nay ở Tây Nguyên mưa 80 mm.\n",
        (("80 mm", "Việt Nam"),),
    ),
    "a district in brackets": (
        "Đồng Nai siết kiểm dịch\n\nTỉnh Đồng Nai siết kiểm dịch.\n"
        "Trạm kiểm dịch trên quốc lộ (Xuân Lộc) còn 400 con heo.\n",
        (("400 con", "huyện Xuân Lộc"),),
    ),
    "a farm lies where its farmer lives": (
        "Cá chết trên sông\n\nCá nuôi ở tỉnh Hà Tĩnh chết nhiều.\n"
        "Sáng qua, ông Minh (62 tuổi, trú xã Thạch Sơn, huyện Thạch Hà) ra thăm lồng.\n"
        "Ông đếm được 1.000 con cá nổi.\n",
        (("1.000 con", "xã Thạch Sơn"),),
    ),
    "a story of several communes is their district's": (
        "Dưa không ai mua\n\nNông dân lao đao.\nDưa của huyện Đức Linh, tỉnh Bình Thuận đã chín.\n"
        "Xã Mê Pu và thị trấn Võ Xu chất đầy dưa. Dân thị trấn Võ Xu chờ thương lái.\nGiá còn 1.500 đồng/kg.\n",
        (("1.500 đồng/kg", "huyện Đức Linh"),),
    ),
    "where somebody lives is no scene": (
        "Yên Bái xử phạt lái xe\n\n"
        "Công an tỉnh Yên Bái xử phạt một lái xe, trú tại xã Mường Lai, huyện Lục Yên.\n"
        "Mức phạt là 5 triệu đồng.\n",
        (("5 triệu đồng", "tỉnh Yên Bái"),),
    ),
    "an example of a school is no scene": (
        "Tỉnh Bắc Ninh thiếu giáo viên\n\nTỉnh Bắc Ninh rà soát đội ngũ giáo viên.\n"
        "Nhiều trường thiếu giáo viên như tại trường tiểu học (xã Hán Quảng, huyện Quế Võ).\n"
        "Sở đã tuyển 120 giáo viên.\n",
        (("120 giáo viên", "tỉnh Bắc Ninh"),),
    ),
    "an example of a road is no scene": (
        "Thành phố Cần Thơ sửa đường\n\nThành phố Cần Thơ kiểm tra các tuyến đường.\n"
        "Nhiều nơi ngập nặng như tại đoạn đường gần chợ (phường An Bình, quận Ninh Kiều).\n"
        "Đội thoát nước đã nạo vét 15 tuyến cống.\n",
        (("15 tuyến", "thành phố Cần Thơ"),),
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


def test_a_name_that_many_have_is_told_by_what_holds_it() -> None:
    (figure,) = extract(
        Article(id="x", source="x", text="Xã Hòa Bình, huyện Chi Lăng, tỉnh Lạng Sơn có 12 hộ nghèo.")
    ).figures
    assert figure.place is not None
    assert (figure.place.province, [one.name for one in figure.place.today]) == ("tỉnh Lạng Sơn", ["xã Vạn Linh"])
