"""Frames of news that look as if something were wrong and are right: what a careful reader would not hold against it.

Their numbers hold (see `numbers.innocent`): `t` = `a` + `b`, `s` is less than `a`, `h` hundreds about `t`; `p` is the
share of `a` in `t` (`low`: without its fraction), `q` that of `b`, `rise` about what `t` is above `a`; `k` and `m` are
some dozens, `few` less, `money` and `more` what `k` cost, `grain` what `t` ha may yield.
"""

from __future__ import annotations

ALONE = (
    # parts that overlap, or are not all
    "Hội viên nông dân\n\nHội Nông dân {place} có {t} hội viên, trong đó có {a} hội viên nữ và {u} hội viên là"
    " người dân tộc"
    " thiểu số.",
    "Giải quyết việc làm\n\nNăm {year}, {place} ({province}) giải quyết việc làm cho {t} lao động, trong đó xuất"
    " khẩu lao động"
    " {s} người.",
    "Nhà ở\n\nNăm {year}, {place} hỗ trợ làm nhà cho {t} hộ, riêng xã vùng cao có {s} hộ; ngoài ra còn sửa chữa"
    " nhà cho {a} hộ.",
    # rounded, hedged
    "{name} trồng hơn {h} ha rừng\n\nNăm {year}, {place} trồng {t} ha rừng, trong đó {a} ha rừng sản xuất và {b}"
    " ha rừng phòng hộ.",
    "Gần một nửa là nữ\n\nLớp tập huấn năm {year} của {place} có {t} học viên ({a} nam, {b} nữ).",
    "Cơ cấu kinh tế\n\nNăm {year}, cơ cấu kinh tế của {place} gồm: nông nghiệp chiếm 33,3%, công nghiệp chiếm"
    " 33,3%, dịch vụ chiếm"
    " 33,3%.",
    "Tỷ lệ\n\nNăm {year}, {place} có {a} trong tổng số {t} hộ đạt danh hiệu gia đình văn hóa, chiếm {p}%, còn"
    " lại {q}% chưa đạt.",
    # two times, two places, plan and actual
    "Kết nạp đảng viên\n\nNăm {last}, Đảng bộ {place} kết nạp {a} đảng viên. Năm {year}, Đảng bộ {place} kết nạp"
    " {b} đảng viên.",
    "Kế hoạch và kết quả\n\nNăm {year}, {place} ({province}) đặt mục tiêu trồng {a} ha rừng, kết quả trồng được"
    " {b} ha rừng.",
    "{name} thu hoạch lúa\n\nĐến nay, nông dân {place} thu hoạch {a} ha lúa trong tổng số {t} ha lúa đã gieo cấy.",
    "Xóa nhà tạm\n\nTháng 6/{year}, {place} xóa {s} nhà tạm. Tính chung 6 tháng đầu năm {year}, {place} xóa {t}"
    " nhà tạm.",
    "Nông thôn mới\n\n{place} có {k}/{m} xã đạt chuẩn nông thôn mới, trong đó có {few} xã đạt chuẩn nâng cao.",
    # more than all, and why
    "Vượt kế hoạch\n\nNăm {year}, thu ngân sách {place} đạt {t} triệu đồng, bằng 112,5% dự toán tỉnh giao và"
    " bằng 104,2% dự toán"
    " huyện giao.",
    "Năng suất\n\nNăm {year}, {place} có {t} ha lúa, trong đó lúa chất lượng cao {a} ha; năng suất lúa chất"
    " lượng cao đạt 62,5"
    " tạ/ha.",
    "Tăng trưởng\n\nSố doanh nghiệp của {place} tăng từ {a} doanh nghiệp lên {t} doanh nghiệp trong 5 năm, bình"
    " quân mỗi năm tăng"
    " 8,5%.",
    "Quà Tết\n\n{place} trao {k} suất quà, mỗi suất gồm 500.000 đồng tiền mặt và một túi hàng, tổng trị giá {t}"
    " triệu đồng.",
    "Giảm nghèo\n\nTỷ lệ hộ nghèo của {place} giảm từ 12,5% năm {last} xuống còn 9,8% năm {year}, bình quân giảm"
    " 2,7%/năm.",
    "Năm nhuận\n\nNgày 29/2/2024, {place} ({province}) trao {k} suất quà cho hộ nghèo.",
    "Nhiệm kỳ\n\nGiai đoạn 2021 - 2025, {place} xây dựng {k} nhà văn hóa; riêng năm 2023 xây dựng {few} nhà văn hóa.",
    # shares that are hedged, or of something else
    "Nước sạch\n\nKhoảng 50% trong số {m} thôn của {place} ({province}) có nước sạch tập trung.",
    "Gia đình văn hóa\n\nNăm {year}, {place} có {a}/{t} hộ đạt danh hiệu gia đình văn hóa, chiếm hơn {low}%.",
    "Thôn văn hóa\n\nNăm {year}, {place} có {k}/{m} thôn đạt chuẩn văn hóa, tăng 5% so với năm {last}.",
    "Tiêm chủng\n\nNăm {year}, {place} tiêm chủng cho {a}/{t} trẻ; tỷ lệ tiêm vắc xin sởi đạt 95,2%.",
    "Giải quyết hồ sơ\n\nNăm {year}, {place} tiếp nhận {t} hồ sơ, đã giải quyết {a} hồ sơ, tỷ lệ đúng hạn đạt 99,1%.",
    "Tín dụng\n\nDư nợ tín dụng chính sách của {place} đạt {t} triệu đồng, tăng 8,4% so với năm {last}, nợ quá"
    " hạn chiếm 0,12%.",
    # money for several things, prices of a range
    "Quà cho học sinh\n\n{place} trao {k} suất quà, mỗi suất trị giá từ 300.000 đến 500.000 đồng, tổng trị giá"
    " {money} triệu đồng.",
    "Học bổng và xe đạp\n\n{place} trao {k} suất học bổng, mỗi suất 1.000.000 đồng, và {few} chiếc xe đạp; tổng"
    " trị giá {more}"
    " triệu đồng.",
    # yields of a part, of another crop; levels of other years
    "Vụ xuân\n\nNăm {year}, {place} gieo cấy {t} ha lúa; riêng {b} ha lúa lai cho năng suất 68,5 tạ/ha; tổng sản"
    " lượng lúa đạt"
    " {grain} tấn.",
    "Sản phẩm OCOP\n\nNăm 2019, {place} chỉ có {few} sản phẩm OCOP. Năm {year}, huyện có thêm 4 sản phẩm, nâng"
    " tổng số lên {m} sản"
    " phẩm OCOP.",
    "Đàn lợn\n\nĐàn lợn của {place} tăng từ {a} con lên {t} con, tăng gần {rise}% so với năm {last}.",
    "Doanh thu\n\nDoanh thu du lịch của {place} năm {year} đạt {t} triệu đồng, gấp 1,5 lần năm {last}, vượt 12%"
    " kế hoạch.",
    # days that are there
    "Tết đến\n\nNgày 30 tháng Chạp, {place} ({province}) trực 100% quân số với {k} cán bộ.",
    "Khai giảng\n\nTừ ngày 31/8/{year} đến ngày 5/9/{year}, {place} đón {t} học sinh lớp 1 tựu trường.",
    "Từ năm này sang năm khác\n\nTừ tháng 11/{last} đến tháng 3/{year}, {place} trồng {k} ha cây vụ đông.",
)

GROUPS = (
    # a stock that falls; revised plans; provisional and final
    ("Giảm nghèo\n\nTính đến ngày 31/12/{last}, {place} ({province}) có {t} hộ nghèo.",
     "Giảm nghèo\n\nTính đến ngày 31/12/{year}, {place} ({province}) có {a} hộ nghèo."),
    ("Kế hoạch trồng rừng\n\nNăm {year}, {place} ({province}) phấn đấu trồng {a} ha rừng.",
     "Trồng rừng vượt kế hoạch\n\nNăm {year}, {place} ({province}) trồng được {t} ha rừng."),
    ("Ước kết quả\n\nNăm {year}, thu ngân sách của {place} ({province}) ước đạt {a} triệu đồng.",
     "Kết quả\n\nNăm {year}, thu ngân sách của {place} ({province}) đạt {t} triệu đồng."),
    # month and year, rounded, increase and level
    ("Việc làm\n\nTrong tháng 5/{year}, {place} ({province}) giải quyết việc làm cho {s} lao động nông thôn.",
     "Việc làm\n\nNăm {year}, {place} ({province}) giải quyết việc làm cho {t} lao động nông thôn."),
    ("Khách du lịch\n\nNăm {year}, {place} ({province}) đón hơn {h} lượt khách du lịch.",
     "Khách du lịch\n\nNăm {year}, {place} ({province}) đón {t} lượt khách du lịch."),
    ("Hợp tác xã\n\nNăm {year}, {place} ({province}) tăng {k} hợp tác xã.",
     "Hợp tác xã\n\nNăm {year}, {place} ({province}) có {m} hợp tác xã."),
    # of other classes; the whole and the rest
    ("Sản phẩm OCOP\n\nNăm {year}, {place} ({province}) có {k} sản phẩm OCOP đạt 3 sao.",
     "Sản phẩm OCOP\n\nNăm {year}, {place} ({province}) có {few} sản phẩm OCOP đạt 4 sao."),
    ("Xóa nhà tạm\n\nLũy kế đến ngày 30/6/{year}, {place} ({province}) đã xóa {a} nhà tạm.",
     "Xóa nhà tạm\n\nĐến ngày 30/9/{year}, {place} ({province}) còn {s} nhà tạm cần xóa."),
    ("Tiêm phòng\n\nLũy kế đến ngày 30/11/{last}, {place} ({province}) đã tiêm {t} liều vắc xin cho đàn gia súc.",
     "Tiêm phòng\n\nLũy kế đến ngày 31/3/{year}, {place} ({province}) đã tiêm {a} liều vắc xin cho đàn gia súc."),
    # one number again of itself
    ("Bác sĩ về làng\n\nNăm {last}, {place} ({province}) khám bệnh cho {t} người cao tuổi.",
     "Nhìn lại\n\nNăm {last}, {place} ({province}) đã khám bệnh cho {t} người cao tuổi; năm {year} khám cho {a}"
     " người cao tuổi."),
    ("Dịch bệnh\n\nNăm {last}, {place} ({province}) ghi nhận {k} ca sốt xuất huyết.",
     "Dịch bệnh\n\nNăm {year}, {place} ({province}) ghi nhận {t} ca sốt xuất huyết."),
)  # fmt: skip
