"""Frames of small news with numbers of one article that belong together, by the kind of fault that is planted in them.

A frame is title, lead and body in paragraphs; `{place}` is the unit, `{name}` its bare name, `{province}` its province,
`{year}` the year that it tells of, `{last}` the one before. All other fields are numbers that `numbers.py` makes.
"""

from __future__ import annotations

COMPLETE = (  # total = a + b (+ c (+ d)), and said to be all of it
    "{name} có {total} sản phẩm OCOP\n\nĐến hết năm {year}, {place} ({province}) có {total} sản phẩm OCOP, gồm"
    " {a} sản phẩm đạt 3 sao,"
    " {b} sản phẩm đạt 4 sao và {c} sản phẩm đạt 5 sao.",
    "Dân vận khéo ở {name}\n\nPhong trào thi đua lan tỏa khắp các thôn bản.\n\nNăm {year}, toàn {place} xây"
    " dựng được {total} mô hình"
    " “Dân vận khéo”, trong đó lĩnh vực kinh tế {a} mô hình, văn hóa - xã hội {b} mô hình, quốc phòng - an"
    " ninh {c} mô hình, xây dựng"
    " hệ thống chính trị {d} mô hình.",
    "Kết quả rà soát hộ nghèo tại {name}\n\nKết quả rà soát cuối năm {year}, {place} ({province}) còn {total}"
    " hộ nghèo và cận nghèo,"
    " bao gồm:\n- {a} hộ nghèo;\n- {b} hộ cận nghèo.",
    "Chăn nuôi phục hồi\n\nTheo Phòng Nông nghiệp {place}, tổng đàn gia súc năm {year} đạt {total} con, gồm"
    " {a} con trâu, {b} con bò và"
    " {c} con lợn.",
    "{name}: Đảng bộ kết nạp {total} đảng viên mới\n\nNăm {year}, Đảng bộ {place} kết nạp {total} đảng viên"
    " mới ({a} đảng viên nam,"
    " {b} đảng viên nữ).",
    "Nguồn lực cho nông thôn mới\n\nNăm {year}, {place} huy động {total} triệu đồng xây dựng nông thôn mới,"
    " trong đó ngân sách tỉnh"
    " {a} triệu đồng, ngân sách huyện {b} triệu đồng, nhân dân đóng góp {c} triệu đồng.",
    "Thêm đường bê tông\n\nTrong năm {year}, {place} ({province}) bê tông hóa {total} km đường, bao gồm {a} km"
    " đường trục xã, {b} km"
    " đường thôn và {c} km đường nội đồng.",
    "Vụ xuân thắng lợi\n\nVụ xuân năm {year}, nông dân {place} gieo trồng {total} ha cây hằng năm; cụ thể: {a}"
    " ha lúa, {b} ha ngô,"
    " {c} ha lạc.",
    "Trao quà Tết cho người nghèo\n\nDịp Tết Nguyên đán năm {year}, {place} đã trao tổng cộng {total} suất"
    " quà: {a} suất cho gia đình"
    " chính sách, {b} suất cho hộ nghèo và {c} suất cho công nhân khó khăn.",
    "Ngành giáo dục {name} bước vào năm học mới\n\n{place} hiện có {total} trường học, gồm {a} trường mầm non,"
    " {b} trường tiểu học,"
    " {c} trường trung học cơ sở và {d} trường trung học phổ thông.",
    "Huy động sức dân ở {name}\n\nKết quả huy động nguồn lực năm {year} của {place} ({province}):\n+ Ngân sách"
    " nhà nước: {a} triệu"
    " đồng;\n+ Doanh nghiệp: {b} triệu đồng;\n+ Nhân dân đóng góp: {c} triệu đồng.\nTổng cộng: {total} triệu đồng.",
    "Bàn giao nhà mới\n\n{total} ngôi nhà, gồm {a} nhà xây mới và {b} nhà sửa chữa, đã được {place} bàn giao"
    " trong năm {year}.",
)

EXCEEDS = (  # a is a part of total
    "Giúp nhau làm nhà\n\nNăm {year}, {place} ({province}) hỗ trợ {total} hộ làm nhà, trong đó có {a} hộ nghèo.",
    "Lao động có việc làm\n\nNăm {year}, toàn {place} giải quyết việc làm cho {total} lao động, trong đó {a}"
    " lao động đi làm việc ở"
    " nước ngoài.",
    "{name} khai giảng lớp xóa mù chữ\n\nCác lớp xóa mù chữ năm {year} của {place} có {total} học viên theo"
    " học, trong đó có {a} học"
    " viên nữ.",
    "Phát triển hợp tác xã\n\nĐến cuối năm {year}, {place} có {total} hợp tác xã, trong đó {a} hợp tác xã hoạt"
    " động trong lĩnh vực"
    " nông nghiệp.",
    "Rừng xanh trở lại\n\nNăm {year}, {place} ({province}) trồng được {total} ha rừng, trong đó có {a} ha rừng gỗ lớn.",
    "Chuyển đổi số từ cơ sở\n\nNăm {year}, {place} tiếp nhận {total} hồ sơ thủ tục hành chính; trong đó {a} hồ"
    " sơ nộp trực tuyến.",
    "Ngày hội hiến máu\n\nNgày hội năm {year} của {place} có {total} người đăng ký hiến máu, trong đó {a}"
    " người là đoàn viên thanh niên.",
    "Vốn chính sách\n\nNăm {year}, Phòng giao dịch Ngân hàng Chính sách xã hội {place} cho vay {total} triệu"
    " đồng, trong đó {a} triệu"
    " đồng cho hộ cận nghèo vay.",
    "Câu lạc bộ văn nghệ\n\n{place} hiện có {total} câu lạc bộ văn nghệ quần chúng (trong đó có {a} câu lạc bộ"
    " hát then).",
)

WHOLE = (  # a + b + c = 100 per cent of one whole
    "Cơ cấu kinh tế chuyển dịch\n\nNăm {year}, cơ cấu kinh tế của {place} ({province}) chuyển dịch tích cực:"
    " nông, lâm nghiệp chiếm"
    " {a}%, công nghiệp - xây dựng chiếm {b}%, dịch vụ chiếm {c}%.",
    "Kinh tế {name} năm {year}\n\nTrong cơ cấu kinh tế {place} năm {year}, tỷ trọng nông nghiệp {a}%; công"
    " nghiệp {b}%; thương mại,"
    " dịch vụ {c}%.",
    "Xếp loại đảng viên\n\nNăm {year}, Đảng bộ {place} xếp loại đảng viên: hoàn thành xuất sắc nhiệm vụ {a}%,"
    " hoàn thành tốt nhiệm vụ"
    " {b}%, hoàn thành nhiệm vụ {c}%.",
    "Học sinh {name} vượt khó\n\nKết quả xếp loại học lực năm học vừa qua của {place}: loại giỏi {a}%, loại"
    " khá {b}%, loại trung bình"
    " {c}%.",
    "Cơ cấu lao động\n\nCơ cấu lao động của {place} năm {year} gồm nông nghiệp {a}%, công nghiệp {b}%, dịch vụ {c}%.",
    "Đất đai\n\nTrong tổng diện tích đất tự nhiên của {place}, đất nông nghiệp chiếm {a}%, đất phi nông nghiệp"
    " chiếm {b}%, đất chưa sử"
    " dụng chiếm {c}%.",
    "Các dân tộc {name} đoàn kết\n\nDân số {place} ({province}) năm {year} gồm dân tộc Tày {a}%, dân tộc Dao"
    " {b}%, các dân tộc khác"
    " {c}%.",
    "Nguồn vốn\n\nCơ cấu nguồn vốn đầu tư năm {year} của {place}:\n- Vốn ngân sách: {a}%;\n- Vốn doanh nghiệp:"
    " {b}%;\n- Vốn dân cư:"
    " {c}%.",
)

RATIO = (  # n/m
    "Bức tranh nông thôn mới\n\nĐến hết năm {year}, {place} ({province}) có {n}/{m} xã đạt chuẩn nông thôn mới.",
    "Y tế cơ sở vững mạnh\n\nNăm {year}, toàn {place} có {n}/{m} trạm y tế có bác sĩ làm việc.",
    "{name} nỗ lực cán đích\n\nXã điểm của {place} hiện đã hoàn thành {n}/{m} tiêu chí nông thôn mới nâng cao.",
    "Trường chuẩn quốc gia\n\nTính đến tháng 9/{year}, {n}/{m} trường học trên địa bàn {place} đạt chuẩn quốc gia.",
    "Nhà văn hóa về thôn\n\nToàn {place} có {n}/{m} thôn, bản có nhà văn hóa đạt chuẩn.",
    "Nhiệm vụ năm {year}\n\nNăm {year}, {place} có {n}/{m} chỉ tiêu kinh tế - xã hội đạt và vượt kế hoạch.",
    "Điện về bản\n\nĐến nay {n}/{m} thôn của {place} ({province}) đã có điện lưới quốc gia.",
    "Tổ công nghệ số\n\nNăm {year}, {n}/{m} xã, thị trấn của {place} thành lập tổ công nghệ số cộng đồng.",
    "Chi bộ vùng cao\n\nQua đánh giá cuối năm {year}, {place} có {n}/{m} chi bộ hoàn thành tốt nhiệm vụ.",
)

SHARE = (  # n of m are p per cent
    "{name} giảm nghèo\n\nNăm {year}, {place} ({province}) có {n}/{m} xã đạt chuẩn nông thôn mới, đạt {p}%.",
    "Hộ gia đình văn hóa\n\nNăm {year}, {place} có {n} trong tổng số {m} hộ đạt danh hiệu gia đình văn hóa,"
    " chiếm {p}%.",
    "Thông tin y tế\n\nNăm {year}, Trung tâm Y tế {place} tiêm chủng đầy đủ cho {n}/{m} trẻ dưới 1 tuổi, đạt"
    " tỷ lệ {p}%.",
    "Trường học khang trang\n\nToàn {place} có {n}/{m} trường đạt chuẩn quốc gia, chiếm tỷ lệ {p}%.",
    "Vì một môi trường sạch\n\nQua khảo sát năm {year}, {n}/{m} hộ dân của {place} có nhà tiêu hợp vệ sinh (đạt {p}%).",
    "Kiểm tra hàng quán\n\nNăm {year}, đoàn liên ngành {place} kiểm tra {m} cơ sở kinh doanh thực phẩm, có {n}"
    " cơ sở đạt yêu cầu,"
    " chiếm {p}%.",
    "Cử tri đi bầu\n\nTại {place}, đến 17 giờ đã có {n}/{m} cử tri đi bầu, đạt {p}%.",
    "Dịch vụ công trực tuyến\n\nNăm {year}, {place} giải quyết {m} hồ sơ, trong đó {n} hồ sơ nộp trực tuyến, đạt {p}%.",
    "Chính quyền gần dân\n\nTrong số {m} đơn thư mà {place} tiếp nhận năm {year} có {n} đơn đã được giải"
    " quyết, đạt {p}%.",
    "Kết quả bình xét\n\nKết quả bình xét năm {year} của {place} ({province}):\n- Hộ gia đình văn hóa: {n}/{m}"
    " hộ, đạt {p}%.",
    "Bảo hiểm y tế học sinh\n\nĐến nay, {n} trên tổng số {m} học sinh của {place} đã tham gia bảo hiểm y tế,"
    " chiếm tỷ lệ {p}%.",
)

GRIM = (  # p per cent of m, of which no whole number is p
    "Nông thôn mới ở {name}\n\n{place} ({province}) có {m} xã. Đến hết năm {year}, {p}% số xã đạt chuẩn nông thôn mới.",
    "Trường chuẩn\n\nTrên địa bàn {place} có {m} trường học, trong đó {p}% đạt chuẩn quốc gia.",
    "Thôn bản đổi thay\n\nNăm {year}, {p}% trong tổng số {m} thôn của {place} có nhà văn hóa.",
    "Trạm y tế xã\n\nToàn {place} có {m} trạm y tế, {p}% trạm có bác sĩ.",
    "Hợp tác xã kiểu mới\n\nTrong {m} hợp tác xã của {place}, {p}% hoạt động có hiệu quả.",
    "Chi bộ trong sạch\n\nNăm {year}, Đảng bộ {place} có {m} tổ chức cơ sở đảng, trong đó {p}% hoàn thành tốt"
    " nhiệm vụ.",
    "Cán bộ trẻ\n\nLớp bồi dưỡng năm {year} của {place} có {m} học viên, {p}% học viên là nữ.",
    "Làng nghề\n\n{place} có {m} làng nghề truyền thống, {p}% số làng nghề đã có hệ thống xử lý nước thải.",
)

LEVELS = (  # from a to b, that is d more, or p per cent
    "Hợp tác xã tăng nhanh\n\nSố hợp tác xã của {place} ({province}) tăng từ {a} hợp tác xã năm {last} lên {b}"
    " hợp tác xã năm {year},"
    " tăng {d} hợp tác xã.",
    "Đàn bò\n\nĐàn bò của {place} tăng từ {a} con năm {last} lên {b} con năm {year}, tăng {p}%.",
    "Du khách đến {name}\n\nSố buồng phòng lưu trú tại {place} tăng từ {a} phòng lên {b} phòng, tăng {p}% so"
    " với năm {last}.",
    "Giảm hộ nghèo\n\nNăm {year}, số hộ nghèo của {place} giảm từ {b} hộ xuống còn {a} hộ, giảm {d} hộ so với"
    " năm {last}.",
    "Cây chè\n\nDiện tích chè của {place} ({province}) tăng từ {a} ha năm {last} lên {b} ha năm {year} (tăng {d} ha).",
    "Doanh nghiệp\n\nNăm {year}, {place} có {b} doanh nghiệp, tăng {d} doanh nghiệp so với năm {last} ({a}"
    " doanh nghiệp).",
    "Học sinh bán trú\n\nSố học sinh bán trú tăng từ {a} em lên {b} em, tức là tăng thêm {d} em, {place} phải"
    " mở thêm phòng ở.",
    "Thu ngân sách\n\nThu ngân sách của {place} từ {a} triệu đồng năm {last} tăng lên {b} triệu đồng năm"
    " {year}, tăng {p}%.",
    "Hội viên\n\nHội Nông dân {place} năm {last} có {a} hội viên, năm {year} có {b} hội viên, tăng {d} hội viên.",
)

RAISED = (  # a before, d more, b in all
    "Sản phẩm OCOP\n\nNăm {last}, {place} ({province}) có {a} sản phẩm OCOP. Năm {year}, huyện có thêm {d} sản"
    " phẩm OCOP, nâng tổng số"
    " lên {b} sản phẩm OCOP.",
    "Hợp tác xã\n\nĐầu năm {year}, toàn {place} có {a} hợp tác xã. Trong năm thành lập mới {d} hợp tác xã,"
    " nâng tổng số hợp tác xã lên"
    " {b} hợp tác xã.",
    "Mô hình mới\n\nTrước đó, {place} đã có {a} mô hình “Dân vận khéo”; năm {year} xây dựng thêm {d} mô hình,"
    " đưa tổng số mô hình lên"
    " {b} mô hình.",
    "Trường chuẩn\n\nCuối năm {last}, {place} có {a} trường đạt chuẩn quốc gia. Năm {year} có thêm {d} trường"
    " đạt chuẩn, nâng tổng số"
    " trường đạt chuẩn quốc gia lên {b} trường.",
    "Câu lạc bộ\n\nTừ {a} câu lạc bộ năm {last}, năm {year} {place} thành lập thêm {d} câu lạc bộ, nâng tổng"
    " số lên {b} câu lạc bộ.",
    "Tổ hợp tác\n\nNăm {last} toàn {place} có {a} tổ hợp tác, đến năm {year} tăng thêm {d} tổ hợp tác, nâng"
    " tổng số tổ hợp tác lên {b}"
    " tổ hợp tác.",
    "Đảng viên mới\n\nChi bộ trước đây có {a} đảng viên, năm {year} kết nạp thêm {d} đảng viên, nâng tổng số"
    " đảng viên của chi bộ lên"
    " {b} đồng chí, theo Huyện ủy {name}.",
    "Doanh nghiệp\n\nNăm {last}, {place} có {a} doanh nghiệp đang hoạt động. Trong năm {year} có thêm {d}"
    " doanh nghiệp mới, nâng tổng"
    " số doanh nghiệp lên {b}.",
)

TITLE = (  # v in the title, w in the text
    "{name}: Trao {v} suất quà cho học sinh nghèo\n\nSáng nay, {place} ({province}) tổ chức trao {w} suất quà"
    " cho học sinh nghèo.",
    "{name} trồng mới {v} ha rừng\n\nNăm {year}, {place} trồng mới {w} ha rừng, tập trung ở các xã vùng cao.",
    "Hơn một năm, {name} xóa {v} nhà tạm\n\nChương trình được người dân hưởng ứng.\n\nTừ đầu năm {year},"
    " {place} đã xóa {w} nhà tạm.",
    "{name} kết nạp {v} đảng viên\n\nNăm {year}, Đảng bộ {place} ({province}) kết nạp {w} đảng viên.",
    "Khám bệnh miễn phí cho {v} người cao tuổi ở {name}\n\nĐoàn thầy thuốc trẻ vừa khám bệnh, cấp thuốc miễn"
    " phí cho {w} người cao tuổi"
    " của {place}.",
    "{name}: Giải quyết việc làm cho {v} lao động\n\nNăm {year}, {place} giải quyết việc làm cho {w} lao động.",
    "{v} thanh niên {name} lên đường nhập ngũ\n\nSáng 27/2, {place} ({province}) tổ chức lễ giao nhận quân năm"
    " {year}, {w} thanh niên"
    " lên đường nhập ngũ.",
    "{name} tiếp nhận {v} đơn vị máu\n\nNgày hội hiến máu của {place} đã tiếp nhận {w} đơn vị máu.",
    "{name} khen thưởng {v} gia đình văn hóa tiêu biểu\n\nUBND {place} vừa khen thưởng {w} gia đình văn hóa"
    " tiêu biểu năm {year}.",
)

LEAD = (  # v in the lead, w in the body or the caption
    "Mùa xuân ấm áp\n\nNăm {year}, {place} ({province}) đã trao {v} suất quà Tết cho hộ nghèo.\n\nNgay từ đầu"
    " tháng Chạp, các đoàn thể"
    " vào cuộc. Tính chung, {place} đã trao {w} suất quà Tết cho hộ nghèo.",
    "Phủ xanh đồi trọc\n\nNăm {year}, {place} trồng được {v} ha rừng sản xuất.\n\nChủ tịch UBND {place} cho"
    " biết, năm {year} toàn huyện"
    " trồng được {w} ha rừng sản xuất, vượt kế hoạch.",
    "Xóa nhà tạm ở {name}\n\nNăm {year}, {place} xóa {v} nhà tạm cho hộ nghèo.\n\nẢnh: {w} nhà tạm của hộ"
    " nghèo được {place} xóa trong"
    " năm {year}.",
    "Hiến đất làm đường\n\nTrong năm {year}, nhân dân {place} hiến {v} m2 đất làm đường.\n\nCác hộ đều tự"
    " nguyện. Với {w} m2 đất làm"
    " đường được nhân dân hiến, nhiều tuyến đường đã mở rộng.",
    "Tập huấn khuyến nông\n\nNăm {year}, {place} ({province}) tổ chức {v} lớp tập huấn khuyến nông.\n\nTheo"
    " Trung tâm Dịch vụ nông"
    " nghiệp, {w} lớp tập huấn khuyến nông đã được tổ chức.",
    "Bác sĩ về làng\n\n{place} khám sức khỏe cho {v} người cao tuổi trong năm {year}.\n\nTrong năm {year}, đã"
    " có {w} người cao tuổi được"
    " khám sức khỏe, nhiều người được cấp thuốc.",
    "Đường hoa nông thôn mới\n\nNăm {year}, phụ nữ {place} trồng {v} km đường hoa.\n\nChị em chia nhau chăm"
    " sóc {w} km đường hoa vừa"
    " trồng năm {year}.",
    "Tuyến đường kiểu mẫu\n\nNăm {year}, {place} lắp {v} bóng đèn chiếu sáng ở các thôn.\n\nĐoàn Thanh niên là"
    " nòng cốt: {w} bóng đèn"
    " chiếu sáng đã được lắp trong năm {year}.",
)

HEDGES = (  # hedge v in one place, other v in the other
    "{name}: {one} {v} cây quế được trồng\n\nNăm {year}, nhân dân {place} ({province}) trồng {other} {v} cây quế.",
    "Vùng quả ngọt\n\nNăm {year}, {place} trồng {one} {v} cây cam.\n\nTheo Phòng Nông nghiệp, {other} {v} cây"
    " cam đã được trồng trong"
    " năm {year}.",
    "{name} đón {one} {v} lượt khách\n\nNăm {year}, {place} đón {other} {v} lượt khách du lịch.",
    "Hiến đất mở đường\n\nNăm {year}, nhân dân {place} hiến {one} {v} m2 đất.\n\nTheo UBND huyện, bà con đã"
    " hiến {other} {v} m2 đất.",
    "{name} có {one} {v} hội viên nông dân\n\nĐến cuối năm {year}, {place} có {other} {v} hội viên nông dân.",
    "Ngày công lao động\n\nNăm {year}, đoàn viên {place} góp {one} {v} ngày công lao động.\n\nVới {other} {v}"
    " ngày công lao động mà"
    " đoàn viên góp, nhiều công trình hoàn thành.",
    "Trồng rừng ở {name}\n\nNăm {year}, {place} ({province}) trồng {one} {v} ha rừng.\n\nChủ tịch UBND huyện"
    " cho biết, năm {year}, toàn"
    " huyện trồng {other} {v} ha rừng.",
    "{name}: {one} {v} người tham gia ngày chạy\n\nSáng nay, {other} {v} người đã tham gia ngày chạy Olympic"
    " của {place}.",
)

RATE = (  # base × per = total, in the units of the frame
    "Lúa xuân được mùa\n\nVụ xuân năm {year}, {place} ({province}) gieo cấy {base} ha lúa, năng suất bình quân"
    " {per} tạ/ha, sản lượng đạt"
    " {total} tấn.",
    "Cây ngô trên đất dốc\n\nNăm {year}, toàn {place} trồng {base} ha ngô; năng suất {per} tạ/ha; sản lượng"
    " {total} tấn.",
    "Mùa chè\n\n{place} có {base} ha chè kinh doanh, năng suất đạt {per} tạ/ha, sản lượng chè búp tươi năm"
    " {year} là {total} tấn.",
    "Nuôi cá lồng\n\nNăm {year}, {place} nuôi {base} lồng cá, bình quân {per} tạ/lồng, sản lượng {total} tấn.",
    "Cam vào vụ\n\nVới {base} ha cam cho thu hoạch, năng suất {per} tạ/ha, nông dân {place} thu {total} tấn"
    " cam năm {year}.",
    "Lạc xuân\n\nSản lượng lạc xuân năm {year} của {place} ({province}) đạt {total} tấn, với diện tích {base}"
    " ha và năng suất bình quân"
    " {per} tạ/ha.",
    "Vụ mùa\n\nDiện tích lúa mùa của {place} năm {year} là {base} ha, năng suất đạt {per} tạ/ha, tổng sản"
    " lượng {total} tấn.",
    "Khoai tây\n\nVụ đông năm {year}, bà con {place} trồng {base} ha khoai tây, năng suất {per} tạ/ha, sản"
    " lượng thu được {total} tấn.",
)

PRICE = (  # n × each = money
    "Quà Tết cho người nghèo\n\nDịp Tết năm {year}, {place} ({province}) trao {n} suất quà, mỗi suất trị giá"
    " {each} đồng, tổng trị giá"
    " {money} triệu đồng.",
    "Học bổng đến trường\n\nHội Khuyến học {place} trao {n} suất học bổng, mỗi suất {each} đồng, với tổng số"
    " tiền {money} triệu đồng.",
    "Tặng xe đạp\n\nNăm {year}, Đoàn Thanh niên {place} tặng {n} chiếc xe đạp cho học sinh, mỗi chiếc trị giá"
    " {each} đồng; tổng trị giá"
    " {money} triệu đồng.",
    "Ấm lòng người cao tuổi\n\nSáng nay, Hội Chữ thập đỏ {place} trao {n} phần quà cho người cao tuổi (mỗi"
    " phần {each} đồng), tổng giá"
    " trị {money} triệu đồng.",
    "Hỗ trợ con giống\n\n{place} hỗ trợ {n} hộ nghèo mua con giống, mỗi hộ {each} đồng, tổng kinh phí {money}"
    " triệu đồng.",
    "Tri ân liệt sĩ\n\nDịp 27/7, {place} ({province}) tặng {n} suất quà cho gia đình chính sách, trị giá mỗi"
    " suất {each} đồng, tổng kinh"
    " phí {money} triệu đồng.",
    "Sổ tiết kiệm\n\nUBND {place} tặng {n} sổ tiết kiệm, mỗi sổ {each} đồng, tổng số tiền là {money} triệu đồng.",
    "Thưởng học sinh giỏi\n\nTại lễ tổng kết, {n} học sinh giỏi của {place} được thưởng, mỗi em {each} đồng,"
    " tổng số tiền thưởng {money}"
    " triệu đồng.",
    "Nghĩa tình biên giới\n\nVới tổng kinh phí {money} triệu đồng, {place} trao {n} suất quà cho hộ nghèo, mỗi"
    " suất {each} đồng.",
    "Trao bò giống\n\nHội Nông dân {place} trao {n} con bê giống, mỗi con trị giá {each} đồng, tổng trị giá"
    " {money} triệu đồng.",
)

DATE = (  # a day, month or period that is there, or is not
    "Mái ấm\n\nTính đến ngày {day}, {place} ({province}) đã xóa {x} nhà tạm.",
    "Hiến máu\n\nNgày {day}, {place} tổ chức ngày hội hiến máu, tiếp nhận {x} đơn vị máu.",
    "Thu hoạch lúa\n\nTheo báo cáo của {place}, đến ngày {day} nông dân đã thu hoạch {x} ha lúa.",
    "Ra quân\n\nTừ ngày 5/1/{year} đến ngày {day}, lực lượng chức năng {place} kiểm tra {x} cơ sở.",
    "Bàn giao mặt bằng\n\nTrước ngày {day}, {place} ({province}) đã chi trả đền bù cho {x} hộ dân.",
    "Tuyển quân\n\nSáng {day}, {place} tổ chức lễ giao nhận quân với {x} thanh niên nhập ngũ.",
    "Khuyến nông\n\nTrong tháng {month}, {place} mở {x} lớp tập huấn cho nông dân.",
    "Nhiệm kỳ\n\nGiai đoạn {years}, {place} ({province}) xây dựng {x} nhà văn hóa thôn.",
    "Chuyên đề\n\nTừ tháng 3/{year} đến {until}, {place} sửa chữa {x} nhà dột nát.",
    "Đợt cao điểm\n\nTừ ngày 10/6/{year} đến ngày {back}, {place} ({province}) xử lý {x} trường hợp vi phạm.",
)
