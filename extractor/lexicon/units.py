"""Units of measure and money as tables: how they are written, the symbol that a record carries, the factor to it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from extractor.lexicon.rows import rows
from extractor.model.shapes import Kind


class Unit(NamedTuple):
    """A way to write a unit: the symbol in records, its kind and what one of it is in that symbol."""

    symbol: str
    kind: Kind
    factor: Decimal = Decimal(1)


MEASURES: dict[str, Unit] = {
    "km": Unit("km", "length"),
    "ki-lô-mét": Unit("km", "length"),
    "kilomet": Unit("km", "length"),
    "kilômét": Unit("km", "length"),
    "cây số": Unit("km", "length"),
    "ki lô mét": Unit("km", "length"),
    "m": Unit("m", "length"),
    "mét": Unit("m", "length"),
    "met": Unit("m", "length"),
    "mét dài": Unit("m", "length"),
    "md": Unit("m", "length"),  # running metres
    "cm": Unit("cm", "length"),
    "xentimét": Unit("cm", "length"),
    "centimet": Unit("cm", "length"),
    "dm": Unit("dm", "length"),
    "mm": Unit("mm", "length"),
    "milimét": Unit("mm", "length"),
    "hải lý": Unit("hải lý", "length"),
    "inch": Unit("inch", "length"),
    "dặm": Unit("dặm", "length"),
    "km2": Unit("km2", "area"),
    "km²": Unit("km2", "area"),
    "ki-lô-mét vuông": Unit("km2", "area"),
    "cây số vuông": Unit("km2", "area"),
    "m2": Unit("m2", "area"),
    "m²": Unit("m2", "area"),
    "mét vuông": Unit("m2", "area"),
    "m 2": Unit("m2", "area"),
    "cm2": Unit("cm2", "area"),
    "ha": Unit("ha", "area"),
    "héc ta": Unit("ha", "area"),
    "hecta": Unit("ha", "area"),
    "héc-ta": Unit("ha", "area"),
    "hécta": Unit("ha", "area"),
    "sào": Unit("sào", "area"),
    "công đất": Unit("công", "area"),
    "công ruộng": Unit("công", "area"),
    "mẫu đất": Unit("mẫu", "area"),
    "mẫu ruộng": Unit("mẫu", "area"),
    "mẫu ao": Unit("mẫu", "area"),
    "mẫu vườn": Unit("mẫu", "area"),
    "mẫu lúa": Unit("mẫu", "area"),
    "công vườn": Unit("công", "area"),
    "công lúa": Unit("công", "area"),
    "m3": Unit("m3", "volume"),
    "m³": Unit("m3", "volume"),
    "mét khối": Unit("m3", "volume"),
    "khối": Unit("m3", "volume"),
    "cm3": Unit("cm3", "volume"),
    "lít": Unit("l", "volume"),
    "l": Unit("l", "volume"),
    "ml": Unit("ml", "volume"),
    "mililít": Unit("ml", "volume"),
    "tấn": Unit("t", "mass"),
    "kg": Unit("kg", "mass"),
    "ki-lô-gam": Unit("kg", "mass"),
    "kilôgam": Unit("kg", "mass"),
    "kilogam": Unit("kg", "mass"),
    "ký": Unit("kg", "mass"),
    "kí": Unit("kg", "mass"),
    "ki lô": Unit("kg", "mass"),
    "gam": Unit("g", "mass"),
    "gram": Unit("g", "mass"),
    "g": Unit("g", "mass"),
    "mg": Unit("mg", "mass"),
    "tạ": Unit("tạ", "mass"),
    "yến": Unit("yến", "mass"),
    "lạng": Unit("lạng", "mass"),
    "kwh": Unit("kWh", "other"),
    "mwh": Unit("MWh", "other"),
    "gwh": Unit("GWh", "other"),
    "kw": Unit("kW", "other"),
    "mw": Unit("MW", "other"),
    "mwp": Unit("MWp", "other"),
    "kwp": Unit("kWp", "other"),
    "wp": Unit("Wp", "other"),
    "kv": Unit("kV", "other"),
    "kva": Unit("kVA", "other"),
    "mva": Unit("MVA", "other"),
    "cv": Unit("CV", "other"),
    "w": Unit("W", "other"),
    "km/h": Unit("km/h", "other"),
    "km/giờ": Unit("km/h", "other"),
    "m/s": Unit("m/s", "other"),
    "m/giây": Unit("m/s", "other"),
    "mhz": Unit("MHz", "other"),
    "ghz": Unit("GHz", "other"),
    "khz": Unit("kHz", "other"),
    "hz": Unit("Hz", "other"),
    "độ c": Unit("°C", "other"),
    "°c": Unit("°C", "other"),
    "ºc": Unit("°C", "other"),
    "oc": Unit("°C", "other"),
    "độ": Unit("độ", "other"),
    "độ richter": Unit("độ Richter", "other"),
    "mã lực": Unit("mã lực", "other"),
    "%": Unit("%", "percent"),
    "phần trăm": Unit("%", "percent"),
    "điểm phần trăm": Unit("điểm %", "percent"),
    "điểm %": Unit("điểm %", "percent"),
    "‰": Unit("‰", "percent"),
    "phần nghìn": Unit("‰", "percent"),
}

# A letter alone is a unit only where it is glued to the number or nothing else could be meant.
GLUED_ONLY = ("l", "g", "w", "h", "k", "đ")

MONEY: dict[str, str] = {
    "đồng": "VND",
    "vnđ": "VND",
    "vnd": "VND",
    "đ": "VND",
    "đồng việt nam": "VND",
    "usd": "USD",
    "đô la mỹ": "USD",
    "đô la": "USD",
    "đôla": "USD",
    "đô-la": "USD",
    "đô la my": "USD",
    "dollar": "USD",
    "đô": "USD",
    "euro": "EUR",
    "eur": "EUR",
    "bảng anh": "GBP",
    "nhân dân tệ": "CNY",
    "tệ": "CNY",
    "yên": "JPY",
    "yên nhật": "JPY",
    "yen": "JPY",
    "won": "KRW",
    "baht": "THB",
    "rupee": "INR",
    "kíp": "LAK",
    "rúp": "RUB",
    "đô la úc": "AUD",
    "đôla mỹ": "USD",
    "đô la singapore": "SGD",
    "franc": "CHF",
    "cny": "CNY",
    "ndt": "CNY",
    "sgd": "SGD",
    "jpy": "JPY",
    "gbp": "GBP",
    "aud": "AUD",
    "krw": "KRW",
    "thb": "THB",
    "đô la new zealand": "NZD",
    "đô new zealand": "NZD",
    "nzd": "NZD",
    "đô úc": "AUD",
    "đô la canada": "CAD",
    "đô canada": "CAD",
    "cad": "CAD",
    "đô singapore": "SGD",
    "đô la hồng kông": "HKD",
    "đô hồng kông": "HKD",
    "hkd": "HKD",
}

# Currencies that may stand before their number: USD 34,6 triệu, $12.500.
CODES_BEFORE: dict[str, str] = {
    "us$": "USD",
    "usd": "USD",
    "$": "USD",
    "eur": "EUR",
    "€": "EUR",
    "gbp": "GBP",
    "£": "GBP",
    "jpy": "JPY",
    "¥": "JPY",
    "vnd": "VND",
    "vnđ": "VND",
    "cny": "CNY",
    "ndt": "CNY",
    "aud": "AUD",
    "sgd": "SGD",
    "krw": "KRW",
    "thb": "THB",
}

# What one of a symbol is in the base of its kind: m, m2, m3, kg. Customary units that differ by region have none.
IN_BASE: dict[str, Decimal] = {
    "km": Decimal(1000),
    "m": Decimal(1),
    "dm": Decimal("0.1"),
    "cm": Decimal("0.01"),
    "mm": Decimal("0.001"),
    "km2": Decimal(10**6),
    "ha": Decimal(10**4),
    "m2": Decimal(1),
    "cm2": Decimal("0.0001"),
    "m3": Decimal(1),
    "l": Decimal("0.001"),
    "cm3": Decimal("0.000001"),
    "ml": Decimal("0.000001"),
    "t": Decimal(1000),
    "tạ": Decimal(100),
    "yến": Decimal(10),
    "kg": Decimal(1),
    "lạng": Decimal("0.1"),
    "g": Decimal("0.001"),
    "mg": Decimal("0.000001"),
}

DURATIONS = rows("""
năm
tháng
tuần
ngày đêm
ngày
hôm
giờ
tiếng đồng hồ
tiếng
phút
giây
quý
thập kỷ
thế kỷ
đêm
giờ đồng hồ
tháng tuổi
ngày nghỉ
ngày phép
""")

# How many of a shorter time make a longer one, where that is fixed: 3 giờ 30 phút, 2 năm 6 tháng.
PARTS_OF_TIMES: dict[tuple[str, str], int] = {
    ("năm", "tháng"): 12,
    ("tuần", "ngày"): 7,
    ("ngày", "giờ"): 24,
    ("ngày", "tiếng"): 24,
    ("giờ", "phút"): 60,
    ("tiếng", "phút"): 60,
    ("phút", "giây"): 60,
}

# What makes of a time word a counted noun: 1.200 ngày công, 45 giờ học.
COUNTED_TIME = rows("""
ngày công
công
ngày giường
ngày hội
tháng lương
năm tuổi
giờ công
tiết
ca trực
công lao động
ngày lao động
ngày công lao động
giờ học
giờ giảng
giờ bay
tiếng nói
năm kinh nghiệm
""")

# Words whose first syllable looks like a unit: "2 đô thị" is no money, "3 tấn công" no mass.
NOT_UNITS = rows("""
đô thị
tấn công
ký kết
ký túc
yến sào
độ tuổi
lần lượt
khối lượng
khối thi đua
khối đại đoàn kết
khối lớp
tệ nạn
đồng chí
đồng bào
đồng đội
đồng phạm
đồng nghiệp
đồng ruộng
đồng loạt
yên ổn
đô vật
đồng hồ
đồng minh
khối nông nghiệp
giờ giấc
tháng lương
ký hiệu
ký tự
ký giả
khối phố
khối cơ quan
sào huyệt
đô đốc
đồng diễn
đồng sáng lập
yến tiệc
khối doanh nghiệp
đồng phục
đồng thời
đồng đều
đồng lúa
tuần lễ
năm học
quý khách
tiếng anh
tiếng việt
tiếng nói
phút giây
độ che phủ
ngày hội
ngày lễ
""")

SYMBOLS_ONLY = ("length", "area", "volume", "mass", "money", "percent")  # the other kinds have words, too


def symbols_of(kind: str) -> tuple[str, ...]:
    """The symbols that records of a kind may carry, in the order of the tables; none where any word may stand."""
    if kind not in SYMBOLS_ONLY:
        return ()
    symbols = MONEY.values() if kind == "money" else (unit.symbol for unit in MEASURES.values() if unit.kind == kind)
    return tuple(dict.fromkeys(symbols))
