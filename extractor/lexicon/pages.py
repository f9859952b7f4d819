"""What pages carry besides the article, as tables: lines that end it, lines that stand between, marks of a caption."""

from __future__ import annotations

# From such a line on, nothing belongs to the article.
TAIL = ("các tin khác", "tin khác", "tin đã đưa", "các tin đã đưa", "các bài viết khác",
        "bài viết khác", "tin cùng chuyên mục", "cùng chuyên mục", "tin cùng loại", "các bài khác", "tin mới hơn", "tin cũ hơn", "các tin mới hơn", "các tin cũ hơn", "những tin mới hơn", "những tin cũ hơn", "tin tức khác", "bài viết mới", "bài viết mới nhất",
        "tin mới nhất", "tin nổi bật khác", "xem các tin đã đưa ngày", "xem tin theo ngày", "ý kiến bạn đọc", "bình luận", "đọc nhiều", "tin đọc nhiều", "xem nhiều", "tin xem nhiều",
        "chia sẻ bài viết", "thống kê truy cập", "số lượt truy cập", "lượt truy cập", "liên kết website", "liên kết web", "tin nổi bật", "tin tức - sự kiện", "xem chi tiết tại đây",
        "bản đồ huyện", "thư viện video", "thư viện ảnh", "thư viện hình ảnh", "tin ảnh", "tags", "từ khóa", "tag", "các tin bài khác", "tin tiếp theo",
        "tin bài khác", "gửi bình luận", "viết bình luận", "danh mục", "quảng cáo", "trở về đầu trang", "về trang trước", "bài mới nhất", "tin trong tỉnh", "chuyên mục khác")  # fmt: skip

# Such a line ends the article only where no more of it follows: pages put links and videos between paragraphs too.
ASIDES = ("xem thêm", "đọc thêm", "video", "tin liên quan", "bài liên quan", "tin bài liên quan", "bài viết liên quan", "có thể bạn quan tâm", "bạn có thể quan tâm")

# Lines with these at their head are furniture wherever they stand.
LINES = ("lượt đọc", "lượt xem", "số lượt xem", "số lần xem", "lượt truy cập", "đã xem", "đang truy cập", "đang online", "hôm nay", "hôm qua", "trong tuần", "trong tháng", "tất cả", "tuần này", "tháng này",
         "tổng lượt truy cập", "tổng truy cập", "thống kê truy", "cỡ chữ", "bình luận", "xem cỡ chữ", "font size", "chia sẻ", "share", "tweet", "in trang", "in bài", "gửi email", "email", "e-mail", "điện thoại", "đt:", "fax", "tel", "hotline",
         "địa chỉ", "trụ sở", "giấy phép", "gpxb", "số giấy phép", "®", "©", "bản quyền", "copyright", "chịu trách nhiệm", "cơ quan chủ quản", "cơ quan quản lý", "tổng biên tập", "ban biên tập", "trang chủ",
         "tiếng việt", "đăng nhập", "liên hệ", "sơ đồ site", "rss", "loading", "[img]", "[ảnh]", "• loading", "số lượt truy cập", "số lượt đang online", "thiết kế bởi", "phát triển bởi",
         "xem tin", "tin trong:", "lên đầu", "chào mừng bạn", "đọc bài viết", "nghe bài viết", "nghe đọc bài", "a-", "a+", "mã qr", "đánh giá bài viết", "tổng số điểm", "click để", "lượt thích",
         "đã đọc", "số lần đọc", "số lượt đọc", "số người xem", "số người đọc", "lượt tải", "views", "view", "người đăng", "chế độ", "google news", "theo dõi", "zalo", "facebook", "bình chọn", "xếp hạng", "like", "-- liên kết",
         "trang nhất", "viết bởi", "được viết bởi", "đăng bởi", "chuyên mục:", "tòa soạn:", "toà soạn:")  # fmt: skip

# What a number before them counts on a page, and not in the news: 1.234 lượt xem.
COUNTED = ("lượt xem", "lượt đọc", "lượt truy cập", "lượt thích", "lượt chia sẻ", "lượt tải", "người xem", "người đọc", "lần xem", "lần đọc", "bình luận", "views", "view", "likes", "like", "shares", "comments")
PICTURES = ("ảnh", "hình", "hình ảnh", "ảnh minh họa", "image", "img", "photo", "video", "clip")  # [Ảnh 2]

SITE_MARKS = ("trang thông tin điện tử", "cổng thông tin điện tử", "cổng thông tin", "báo điện tử", "đài phát thanh", "trang tin điện tử", "cổng ttđt", "trang ttđt")
SITE_OPENINGS = ("báo", "đài", "tạp chí", "cổng", "trang", "website")  # of a part of the window's title that is no headline
AUTHOR_MARKS = ("tác giả", "tin", "bài", "tin, ảnh", "bài, ảnh", "tin và ảnh", "bài và ảnh", "tin bài", "thực hiện", "người viết", "theo")
BYLINES = ("tác giả", "tác giả bài viết", "người viết", "viết bởi", "được viết bởi", "bài viết của")  # at the headline
# What sites write where the headline or the author's name should stand.
TITLES_OF_NOTHING = ("home", "home page", "trang chủ", "chi tiết", "chi tiết tin", "chi tiết bài viết", "tin tức", "tin tức sự kiện", "tin tức - sự kiện", "bài viết", "news detail", "untitled", "xem tin", "nội dung chi tiết", "pages", "index", "trang nhất", "bản in")
AUTHORS_OF_NOBODY = ("admin", "administrator", "quản trị", "quản trị viên", "quản trị hệ thống", "ban biên tập", "biên tập", "biên tập viên", "bbt", "editor", "webmaster", "user", "root", "tác giả", "system account", "super user", "superuser", "quản trị website")
