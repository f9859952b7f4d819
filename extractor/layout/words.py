"""What pages carry besides the article, as tables: lines that end it, lines that stand between, marks of a caption."""

from __future__ import annotations

# From such a line on, nothing belongs to the article: "Các tin đã đưa", "Bài viết cùng chuyên mục", each word of the first table before each of the second.
NEWS = ("tin", "bài", "tin bài", "tin, bài", "bài viết", "tin tức", "bản tin")
OTHERS = ("khác", "đã đưa", "đã đăng", "cùng chuyên mục", "cùng chủ đề", "cùng loại", "mới hơn", "cũ hơn", "mới nhất", "mới", "mới đăng", "mới cập nhật", "nổi bật", "nổi bật khác", "đọc nhiều", "xem nhiều", "đọc nhiều nhất", "xem nhiều nhất",
          "tiếp theo", "kế tiếp", "trước đó", "trong tỉnh", "liên quan khác")  # fmt: skip
TAIL = ("cùng chuyên mục", "xem các tin đã đưa ngày", "xem tin theo ngày", "ý kiến bạn đọc", "đọc nhiều", "đọc nhiều nhất", "xem nhiều", "xem nhiều nhất", "có thể bạn chưa đọc",
        "chia sẻ bài viết", "thống kê truy cập", "số lượt truy cập", "lượt truy cập", "liên kết website", "liên kết web", "tin tức - sự kiện", "xem chi tiết tại đây",
        "bản đồ huyện", "thư viện video", "thư viện ảnh", "thư viện hình ảnh",
        "gửi bình luận", "viết bình luận", "trở về đầu trang", "về trang trước", "chuyên mục khác")  # fmt: skip
TAGS = ("tag", "tags", "từ khóa", "từ khoá", "keyword", "keywords")  # before a colon, or alone
TAIL_ALONE = ("bình luận", "danh mục", "quảng cáo", "tin ảnh")  # a line of an article may go on behind them: Tin ảnh: Thu Hà

# Such a line ends the article only where no more of it follows: pages put links and videos between paragraphs too.
ASIDES = ("xem thêm", "đọc thêm", "video", "tin liên quan", "bài liên quan", "tin bài liên quan", "bài viết liên quan", "tin tức liên quan", "các tin liên quan", "các bài liên quan", "có thể bạn quan tâm", "bạn có thể quan tâm", "mời xem thêm")
OWN_ASIDES = ("video",)  # those of them with lines of the article's own below: the caption of a film

# Lines with these at their head are boilerplate wherever they stand: no sentence begins so.
LINES = ("thống kê truy", "cỡ chữ", "xem cỡ chữ", "font size", "in trang", "in bài", "gửi email", "gửi bài viết", "đt:", "hotline", "gpxb", "số giấy phép", "®", "©", "copyright", "cơ quan chủ quản", "đăng nhập", "sơ đồ site",
         "[img]", "[ảnh]", "• loading", "thiết kế bởi", "phát triển bởi", "xem tin theo", "xem tin ngày", "tin trong:", "lên đầu trang", "chào mừng bạn đến", "nghe bài viết", "nghe đọc bài", "a-", "a+", "đánh giá bài viết", "click để",
         "tổng số điểm của bài viết", "google news", "-- liên kết", "viết bởi", "được viết bởi", "đăng bởi", "chuyên mục:", "tòa soạn:", "toà soạn:", "chia sẻ lên", "chia sẻ qua", "chia sẻ trên", "chia sẻ bài", "chia sẻ với bạn bè",
         "theo dõi chúng tôi", "theo dõi báo", "theo dõi trên", "theo dõi fanpage", "bình luận của bạn", "bình luận (tối đa", "bình luận facebook", "giấy phép số", "giấy phép thiết lập", "giấy phép hoạt động báo", "giấy phép xuất bản",
         "giấy phép trang thông tin", "bản quyền thuộc", "bản quyền của", "bản quyền ©", "giữ bản quyền", "liên hệ quảng cáo", "liên hệ tòa soạn", "liên hệ toà soạn", "trụ sở tòa soạn", "trụ sở toà soạn", "chế độ ban đêm", "chế độ tối", "chế độ đọc",
         "chịu trách nhiệm nội dung", "chịu trách nhiệm chính", "chịu trách nhiệm quản lý", "chịu trách nhiệm xuất bản", "người chịu trách nhiệm")  # fmt: skip
MORE = ("xem tiếp", "xem thêm", "xem chi tiết", "chi tiết", "đọc tiếp", "đọc thêm", "read more", "xem toàn bộ")  # from a summary to its article
# What a site writes in place of a page that is not there.
MISSING = ("không tìm thấy trang", "không tìm thấy bài viết", "trang không tồn tại", "bài viết không tồn tại", "trang bạn yêu cầu không tồn tại", "404", "lỗi 404", "error 404", "404 not found", "page not found", "not found", "access denied", "403 forbidden")  # fmt: skip
# Boilerplate alone and before a number: Lượt xem: 1.234. Sentences may begin so: Lượt khách đến …
COUNTERS = ("lượt đọc", "lượt xem", "số lượt xem", "số lần xem", "lượt truy cập", "đang truy cập", "đang online", "tổng lượt truy cập", "tổng truy cập", "số lượt truy cập", "số lượt đang online", "số lần đọc", "số lượt đọc",
            "số người xem", "số người đọc", "lượt tải", "lượt thích")  # fmt: skip
# Boilerplate before a colon and before a telephone number: Địa chỉ: …, Fax 0216 3845 123.
LABELS = ("email", "e-mail", "điện thoại", "fax", "tel", "địa chỉ", "trụ sở", "giấy phép", "bản quyền", "cơ quan quản lý", "tổng biên tập", "phó tổng biên tập", "ban biên tập", "trưởng ban biên tập", "liên hệ", "người đăng", "chịu trách nhiệm", "website")
# Boilerplate where a line has nothing else but these, numbers and signs: Hôm nay: 512, In bài | Gửi email, Chia sẻ.
BUTTONS = ("hôm nay", "hôm qua", "trong tuần", "trong tháng", "tất cả", "tuần này", "tháng này", "tuần trước", "tháng trước", "năm nay", "bình luận", "chia sẻ", "share", "tweet", "trang chủ", "trang nhất", "tiếng việt", "rss", "loading", "xem tin", "lên đầu",
           "đọc bài viết", "mã qr", "đã đọc", "đã xem", "theo dõi", "zalo", "thích", "facebook", "fanpage", "twitter", "youtube", "bình chọn", "xếp hạng", "đánh giá", "like", "in", "góp ý", "chế độ", "chào mừng bạn", "lưu bài", "lưu tin", "copy link",
           "quay lại", "gửi", "gửi mail", "view", "views")  # fmt: skip
COUNTED_ASIDE = ("lần", "lượt", "người", "phiếu", "phiếu bầu", "sao", "điểm", "khách")  # behind a number of those: Đã xem 350 lần
PATHS = ("trang chủ", "trang nhất", "home")  # before a sign they open the path to the article: Trang chủ › Kinh tế

# What a number before them counts on a page, and not in the news: 1.234 lượt xem.
COUNTED = ("lượt xem", "lượt đọc", "lượt truy cập", "lượt thích", "lượt chia sẻ", "lượt tải", "người xem", "người đọc", "lần xem", "lần đọc", "bình luận", "views", "view", "likes", "like", "shares", "comments")
# Before the date of a page: that of its posting is the article's, whatever was changed later.
POSTED = ("đăng", "được đăng", "đăng tin", "đăng bài", "đăng tải", "ngày đăng", "ngày đăng tin", "ngày đăng bài", "ngày tạo", "ngày xuất bản", "ngày phát hành", "ngày viết", "xuất bản",
          "post", "posted", "posted on", "published", "published on", "date published")  # fmt: skip
UPDATED = ("cập nhật", "ngày cập nhật", "cập nhật lần cuối", "cập nhật cuối", "cập nhật mới nhất", "lần cập nhật cuối", "sửa lần cuối", "chỉnh sửa", "ngày sửa", "ngày chỉnh sửa", "updated", "updated on", "last updated", "modified")  # fmt: skip
PICTURES = ("ảnh", "hình", "hình ảnh", "ảnh minh họa", "image", "img", "photo", "video", "clip")  # [Ảnh 2]

SITE_MARKS = ("trang thông tin điện tử", "cổng thông tin điện tử", "cổng thông tin", "báo điện tử", "đài phát thanh", "trang tin điện tử", "cổng ttđt", "trang ttđt")
SITE_OPENINGS = ("báo", "đài", "tạp chí", "cổng", "trang", "website")  # of a part of the window's title that is no headline
AUTHOR_MARKS = ("tác giả", "tin", "bài", "tin, ảnh", "bài, ảnh", "tin và ảnh", "bài và ảnh", "tin bài", "thực hiện", "người viết", "theo")
BYLINES = ("tác giả", "tác giả bài viết", "người viết", "viết bởi", "được viết bởi", "bài viết của")  # at the headline
# What sites write where the headline or the author's name should stand.
TITLES_OF_NOTHING = ("home", "home page", "trang chủ", "chi tiết", "chi tiết tin", "chi tiết bài viết", "tin tức", "tin tức sự kiện", "tin tức - sự kiện", "bài viết", "news detail", "untitled", "xem tin", "nội dung chi tiết", "pages", "index", "trang nhất", "bản in")
AUTHORS_OF_NOBODY = ("admin", "administrator", "quản trị", "quản trị viên", "quản trị hệ thống", "ban biên tập", "biên tập", "biên tập viên", "bbt", "editor", "webmaster", "user", "root", "tác giả", "system account", "super user", "superuser", "quản trị website")
