"""Frames of small groups of news about one thing: each frame is the articles of a group, with the fields of"
" `within.py`."""

from __future__ import annotations

CONFLICT = (  # v and w: one fact, told by two
    ("Giảm nghèo ở {name}\n\nNăm {year}, {place} ({province}) có {v} hộ nghèo.",
     "Nhìn lại một năm\n\nTheo UBND {place} ({province}), năm {year} trên địa bàn có {w} hộ nghèo."),
    ("Thêm đường bê tông\n\nNăm {year}, {place} ({province}) bê tông hóa {v} km đường giao thông nông thôn.",
     "Diện mạo mới ở {name}\n\nTrong năm {year}, toàn {place} đã bê tông hóa được {w} km đường giao thông nông thôn."),
    ("Xóa nhà tạm\n\nNăm {year}, {place} ({province}) xóa được {v} nhà tạm.",
     "Mái ấm ở {name}\n\nBáo cáo của Mặt trận Tổ quốc {place} nêu, năm {year} đã xóa {w} nhà tạm."),
    ("Công tác đảng viên\n\nNăm {year}, Đảng bộ {place} ({province}) kết nạp {v} đảng viên mới.",
     "{name} chăm lo phát triển đảng\n\nNăm {year}, Đảng bộ {place} đã kết nạp {w} đảng viên mới."),
    ("Phủ xanh đất trống\n\nNăm {year}, {place} ({province}) trồng mới {v} ha rừng sản xuất.",
     "Kinh tế rừng {name}\n\nTrong năm {year}, {place} trồng mới được {w} ha rừng sản xuất."),
    ("Việc làm cho lao động nông thôn\n\nNăm {year}, {place} ({province}) giải quyết việc làm cho {v} lao động"
     " nông thôn.",
     "{name} chăm lo an sinh\n\nNăm {year}, toàn {place} đã giải quyết việc làm cho {w} lao động nông thôn."),
    ("Chuyện học ở vùng cao\n\nTính đến ngày 31/12/{year}, {place} ({province}) có {v} học sinh bán trú.",
     "Bữa cơm bán trú\n\nTheo Phòng Giáo dục và Đào tạo, đến ngày 31/12/{year} toàn {place} có {w} học sinh bán trú."),
    ("Tiêm phòng đàn vật nuôi\n\nNăm {year}, {place} ({province}) có {v} con trâu được tiêm phòng.",
     "Giữ đàn trâu\n\nNăm {year}, toàn {place} có {w} con trâu được tiêm phòng."),
    ("Sản lượng thủy sản\n\nNăm {year}, sản lượng thủy sản của {place} ({province}) đạt {v} tấn.",
     "{name} làm giàu từ mặt nước\n\nNăm {year}, sản lượng thủy sản {place} đạt {w} tấn."),
    ("Bảo hiểm y tế\n\nNăm {year}, {place} ({province}) có {v} người tham gia bảo hiểm xã hội tự nguyện.",
     "Lưới đỡ an sinh\n\nNăm {year}, số người tham gia bảo hiểm xã hội tự nguyện của {place} là {w} người."),
    ("{name}: Dấu ấn một năm\n\nNăm {year}, kinh tế - xã hội {place} ({province}) có nhiều khởi sắc. Toàn huyện"
     " gieo trồng {v} ha lúa"
     " lai, vượt kế hoạch đề ra.",
     "Nông nghiệp {name} thắng lợi kép\n\nThời tiết thuận lợi giúp nông dân được mùa.\n\nTrong năm {year}, diện"
     " tích lúa lai của {place}"
     " ({province}) đạt {w} ha."),
    ("Chăm lo người có công\n\nNăm {year}, {place} ({province}) đã trao {v} suất quà cho người có công.",
     "Nghĩa tình {name}\n\nÔng Trần Văn Nam, Trưởng phòng Nội vụ {place} ({province}), cho biết: Năm {year},"
     " huyện đã trao {w} suất quà"
     " cho người có công."),
    ("Hiến đất mở đường\n\nNăm {year}, nhân dân {place} ({province}) hiến {v} m2 đất làm đường giao thông nông thôn.",
     "Sức dân ở {name}\n\nPhong trào hiến đất lan rộng ở {place} ({province}).\n\nRiêng năm {year}, người dân đã"
     " hiến {w} m2 đất làm"
     " đường giao thông nông thôn."),
    ("Xuất khẩu lao động\n\nTrong năm {year}, {place} ({province}) có {v} lao động đi làm việc ở nước ngoài.",
     "{name}: Thoát nghèo từ xuất khẩu lao động\n\nNăm {year}, toàn huyện {name} ({province}) đưa {w} lao động"
     " đi làm việc ở nước"
     " ngoài."),
)  # fmt: skip

SERIES = (  # v1 ≤ v2 ≤ v3: counted on and on
    ("Xóa nhà tạm\n\nLũy kế đến ngày 31/3/{year}, {place} ({province}) đã xóa {v1} nhà tạm.",
     "Tiến độ xóa nhà tạm\n\nLũy kế đến ngày 30/6/{year}, toàn {place} đã xóa {v2} nhà tạm.",
     "{name} về đích xóa nhà tạm\n\nLũy kế đến ngày 30/9/{year}, {place} đã xóa {v3} nhà tạm."),
    ("Cấp sổ đỏ\n\nLũy kế đến hết tháng 4/{year}, {place} ({province}) đã cấp {v1} giấy chứng nhận quyền sử dụng đất.",
     "Đất đai minh bạch\n\nLũy kế đến hết tháng 10/{year}, {place} đã cấp {v2} giấy chứng nhận quyền sử dụng đất."),
    ("Đường nông thôn\n\nTừ đầu năm đến ngày 30/6/{year}, {place} ({province}) đã bê tông hóa {v1} km đường giao"
     " thông nông thôn.",
     "Đường nông thôn mới\n\nTừ đầu năm đến ngày 30/11/{year}, {place} đã bê tông hóa {v2} km đường giao thông"
     " nông thôn."),
    ("Trồng rừng\n\n6 tháng đầu năm {year}, {place} ({province}) trồng mới {v1} ha rừng sản xuất.",
     "Rừng gỗ lớn\n\n9 tháng đầu năm {year}, {place} trồng mới {v2} ha rừng sản xuất."),
    ("Quỹ Vì người nghèo\n\nLũy kế đến ngày 31/5/{year}, {place} ({province}) đã vận động {v1} triệu đồng ủng hộ"
     " Quỹ Vì người nghèo.",
     "Chung tay vì người nghèo\n\nLũy kế đến ngày 31/10/{year}, {place} đã vận động {v2} triệu đồng ủng hộ Quỹ"
     " Vì người nghèo."),
    ("Dạy nghề\n\nTừ đầu năm đến hết tháng 5/{year}, {place} ({province}) đã đào tạo nghề cho {v1} lao động nông thôn.",
     "Học nghề, có việc\n\nTừ đầu năm đến hết tháng 9/{year}, {place} đã đào tạo nghề cho {v2} lao động nông thôn."),
    ("Kết nạp đảng viên\n\nLũy kế từ đầu năm đến ngày 15/6/{year}, Đảng bộ {place} ({province}) đã kết nạp {v1}"
     " đảng viên mới.",
     "Lớp đảng viên trẻ\n\nLũy kế từ đầu năm đến ngày 15/11/{year}, Đảng bộ {place} đã kết nạp {v2} đảng viên mới."),
    ("Tiêm phòng dại\n\nCộng dồn đến ngày 30/4/{year}, {place} ({province}) đã tiêm {v1} liều vắc xin dại cho đàn chó.",
     "Phòng bệnh dại\n\nCộng dồn đến ngày 31/8/{year}, {place} đã tiêm {v2} liều vắc xin dại cho đàn chó."),
    ("Nhà văn hóa\n\nTừ năm 2021 đến hết tháng 6/{year}, {place} ({province}) đã xây dựng {v1} nhà văn hóa thôn.",
     "Nhà văn hóa khang trang\n\nTừ năm 2021 đến hết tháng 12/{year}, {place} đã xây dựng {v2} nhà văn hóa thôn."),
    ("Phong trào hiến máu\n\nTừ đầu năm {year} đến ngày 20/5/{year}, {place} ({province}) tiếp nhận {v1} đơn vị máu.",
     "Giọt máu nghĩa tình\n\nTừ đầu năm {year} đến ngày 20/9/{year}, {place} ({province}) tiếp nhận {v2} đơn vị máu."),
    ("Giải ngân vốn chính sách\n\nLũy kế đến 31/3/{year}, Ngân hàng Chính sách xã hội {place} ({province}) cho"
     " vay {v1} triệu đồng.",
     "Đòn bẩy giảm nghèo\n\nLũy kế đến 31/8/{year}, Ngân hàng Chính sách xã hội {place} ({province}) cho vay"
     " {v2} triệu đồng."),
    ("Lắp camera an ninh\n\nTính từ đầu năm đến hết tháng 3/{year}, toàn {place} ({province}) lắp đặt được {v1}"
     " mắt camera an ninh.",
     "Bình yên thôn xóm\n\nTính từ đầu năm đến hết tháng 8/{year}, {place} ({province}) đã lắp đặt {v2} mắt"
     " camera an ninh."),
)  # fmt: skip

SCALE = (  # v in a year, told the year after; w of other words for every second article
    ("Giảm nghèo năm {year}\n\nNăm {year}, {place} ({province}) có {v} hộ nghèo.",
     "Nhìn lại năm {year}\n\nTheo báo cáo, năm {year} toàn {place} ({province}) có {v} hộ nghèo."),
    ("Lúa {name}\n\nNăm {year}, sản lượng lúa của {place} ({province}) đạt {v} tấn.",
     "Thóc về sân\n\nSản lượng lúa năm {year} của {place} ({province}) là {v} tấn."),
    ("Học sinh bán trú\n\nNăm {year}, {place} ({province}) có {v} học sinh bán trú.",
     "Bữa cơm vùng cao\n\nTrong năm {year}, toàn {place} ({province}) có {v} học sinh bán trú."),
    ("Đảng bộ {name}\n\nNăm {year}, Đảng bộ {place} ({province}) có {v} đảng viên.",
     "Xây dựng Đảng\n\nTính chung năm {year}, toàn Đảng bộ {place} ({province}) có {v} đảng viên."),
    ("Đàn bò\n\nNăm {year}, đàn bò của {place} ({province}) có {v} con.",
     "Chăn nuôi {name}\n\nĐàn bò năm {year} của {place} ({province}) có {v} con."),
    ("Thủy sản\n\nNăm {year}, sản lượng thủy sản của {place} ({province}) đạt {v} tấn.",
     "Mặt nước sinh lời\n\nSản lượng thủy sản của {place} ({province}) năm {year} đạt {v} tấn."),
    ("Chè {name}\n\nNăm {year}, {place} ({province}) có {v} ha chè kinh doanh.",
     "Vùng chè\n\nDiện tích chè kinh doanh của {place} ({province}) năm {year} là {v} ha."),
    ("Hội viên\n\nNăm {year}, Hội Nông dân {place} ({province}) có {v} hội viên nông dân.",
     "Hội Nông dân\n\nTrong năm {year}, toàn {place} ({province}) có {v} hội viên nông dân."),
    ("Thu ngân sách\n\nNăm {year}, thu ngân sách của {place} ({province}) đạt {v} triệu đồng.",
     "Ngân sách {name}\n\nThu ngân sách năm {year} của {place} ({province}) đạt {v} triệu đồng."),
    ("Dân số {name}\n\nTheo niên giám năm {year}, dân số {place} ({province}) là {v} người.",
     "{name} hôm nay\n\nNăm {year}, {place} ({province}) có dân số {v} người."),
    ("Hợp tác xã\n\nNăm {year}, doanh thu bình quân của các hợp tác xã {place} ({province}) đạt {v} triệu đồng.",
     "Kinh tế tập thể {name}\n\nDoanh thu bình quân của các hợp tác xã năm {year} ở {place} ({province}) là {v}"
     " triệu đồng."),
    ("Bảo hiểm xã hội\n\nNăm {year}, {place} ({province}) có {v} người tham gia bảo hiểm xã hội bắt buộc.",
     "Vì an sinh\n\nSố người tham gia bảo hiểm xã hội bắt buộc năm {year} của {place} ({province}) là {v} người."),
)  # fmt: skip

REPORTS = (  # four numbers of a year, told in two ways
    ("{name} năm {year}\n\nNăm {year}, {place} ({province}) gieo trồng {a} ha ngô lai. Năm {year}, huyện trồng"
     " mới {b} ha rừng sản xuất,"
     " giải quyết việc làm cho {c} lao động nông thôn. Đảng bộ {place} năm {year} kết nạp {d} đảng viên mới.",
     "Nhìn lại một năm ở {name}\n\nTrong năm {year}, toàn {place} ({province}) đã tạo việc làm cho {c} lao"
     " động nông thôn. Diện tích ngô"
     " lai gieo trồng năm {year} là {a} ha. Năm {year}, {place} trồng mới được {b} ha rừng sản xuất; kết nạp {d}"
     " đảng viên mới."),
    ("Bức tranh kinh tế {name}\n\nNăm {year}, sản lượng thủy sản của {place} ({province}) đạt {a} tấn. Sản lượng"
     " lúa năm {year} đạt {b}"
     " tấn. Năm {year}, {place} đón {c} lượt khách du lịch, cấp mới {d} giấy phép kinh doanh.",
     "{name} khởi sắc\n\nNăm {year}, {place} ({province}) đón {c} lượt khách du lịch. Cùng năm {year}, huyện"
     " cấp mới {d} giấy phép kinh"
     " doanh. Sản lượng lúa của {place} năm {year} là {b} tấn, sản lượng thủy sản là {a} tấn."),
    ("An sinh ở {name}\n\nNăm {year}, {place} ({province}) cấp {a} thẻ bảo hiểm y tế cho người nghèo; hỗ trợ tiền"
     " điện cho {b} hộ nghèo."
     " Trong năm {year}, {place} chi trả trợ cấp cho {c} đối tượng bảo trợ xã hội và tặng {d} suất quà cho"
     " người có công.",
     "Không để ai bị bỏ lại phía sau\n\nTrong năm {year}, {c} đối tượng bảo trợ xã hội của {place}"
     " ({province}) được chi trả trợ cấp."
     " Năm {year}, {place} tặng {d} suất quà cho người có công. Năm {year}, huyện cấp {a} thẻ bảo hiểm y tế"
     " cho người nghèo, hỗ trợ tiền"
     " điện cho {b} hộ nghèo."),
    ("Giáo dục {name}\n\nNăm {year}, {place} ({province}) có {a} trẻ mẫu giáo đến lớp, {b} học sinh tiểu học, {c}"
     " học sinh trung học cơ"
     " sở. Năm {year}, {place} có {d} giáo viên đạt chuẩn trình độ.",
     "Ngành học {name} vượt khó\n\nNăm {year}, toàn {place} ({province}) có {d} giáo viên đạt chuẩn trình độ."
     " Số học sinh tiểu học năm"
     " {year} của {place} là {b} học sinh. Năm {year}, huyện có {a} trẻ mẫu giáo đến lớp và {c} học sinh trung"
     " học cơ sở."),
    ("Chăn nuôi {name}\n\nNăm {year}, đàn trâu của {place} ({province}) có {a} con. Đàn bò năm {year} có {b} con."
     " Năm {year}, đàn lợn của"
     " {place} có {c} con, đàn dê có {d} con.",
     "Làm giàu từ chăn nuôi\n\nTheo thống kê năm {year}, {place} ({province}) có {c} con lợn. Năm {year}, đàn"
     " bò của {place} có {b} con,"
     " đàn trâu có {a} con. Cũng năm {year}, đàn dê có {d} con."),
    ("Y tế {name}\n\nNăm {year}, Trung tâm Y tế {place} ({province}) khám bệnh cho {a} lượt người. Năm {year},"
     " {place} tiêm chủng đầy đủ"
     " cho {b} trẻ em, khám thai cho {c} phụ nữ và khám sức khỏe cho {d} người cao tuổi.",
     "Chăm sóc sức khỏe nhân dân\n\nNăm {year}, {b} trẻ em của {place} ({province}) được tiêm chủng đầy đủ."
     " Trong năm {year}, {d} người cao"
     " tuổi được khám sức khỏe. Năm {year}, Trung tâm Y tế {place} khám bệnh cho {a} lượt người, khám thai cho"
     " {c} phụ nữ."),
    ("Nông dân {name} thi đua\n\nNăm {year}, {place} ({province}) có {a} hộ sản xuất kinh doanh giỏi. Năm {year},"
     " Hội Nông dân {place} kết"
     " nạp {b} hội viên mới, dạy nghề cho {c} hội viên, tín chấp cho {d} hộ vay vốn.",
     "Phong trào nông dân\n\nTrong năm {year}, Hội Nông dân {place} ({province}) dạy nghề cho {c} hội viên."
     " Năm {year}, {place} có {a} hộ"
     " sản xuất kinh doanh giỏi. Năm {year}, hội tín chấp cho {d} hộ vay vốn và kết nạp {b} hội viên mới."),
    ("Hạ tầng {name}\n\nNăm {year}, nhân dân {place} ({province}) góp {a} ngày công, hiến {b} m2 đất làm đường."
     " Năm {year}, {place} lắp"
     " {c} bóng đèn chiếu sáng, trồng {d} cây xanh.",
     "Sức dân ở {name}\n\nNăm {year}, {place} ({province}) trồng {d} cây xanh ven đường. Nhân dân {place} năm"
     " {year} hiến {b} m2 đất làm"
     " đường, góp {a} ngày công. Năm {year}, huyện lắp {c} bóng đèn chiếu sáng."),
)  # fmt: skip

AUTHORS = ("Hoàng Lý", "Tin, ảnh: Minh Tâm", "Nguyễn Thị Thu", "Theo Cổng thông tin điện tử huyện")

FILLERS = (  # what else an article tells; x is a number of its own
    "Câu lạc bộ dưỡng sinh của {place} duy trì sinh hoạt đều đặn với {x} thành viên.",
    "Thời gian tới, cấp ủy, chính quyền địa phương tiếp tục quan tâm chăm lo đời sống nhân dân.",
    "Nhiều cách làm hay được nhân rộng, góp phần củng cố khối đại đoàn kết toàn dân tộc.",
    "Đội bóng chuyền hơi của {name} thi đấu {x} trận giao hữu trong mùa hè.",
    "Trung tâm văn hóa lưu giữ {x} hiện vật dân tộc học.",
    "Đồng chí Bí thư nhấn mạnh vai trò nêu gương của cán bộ chủ chốt.",
    "Thư viện bổ sung {x} đầu sách phục vụ bạn đọc nhỏ tuổi.",
    "Bà con phấn khởi trước những đổi thay của quê hương.",
    "Ban tổ chức nhận được {x} bức tranh dự thi của các em thiếu nhi.",
    "Các cơ quan truyền thông tăng thời lượng phát sóng chuyên mục này.",
    "Hội thi thu hút {x} tiết mục văn nghệ đặc sắc.",
    "Công tác tuyên truyền được đổi mới cả về nội dung và hình thức.",
)
