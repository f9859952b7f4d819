"""The levels of administrative units and hamlets: their words, their ranks, how they are written short."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.lexicon.rows import rows

PROVINCE, DISTRICT, COMMUNE = 1, 2, 3

LEVELS: Mapping[str, tuple[int, ...]] = {  # the ranks that a level can have
    "tỉnh": (PROVINCE,),
    "thành phố": (PROVINCE, DISTRICT),  # thành phố Hà Nội; thành phố Vinh
    "huyện": (DISTRICT,),
    "quận": (DISTRICT,),
    "thị xã": (DISTRICT,),
    "xã": (COMMUNE,),
    "phường": (COMMUNE,),
    "thị trấn": (COMMUNE,),
    "đặc khu": (COMMUNE,),
}

HAMLETS = ("thôn", "bản", "ấp", "xóm", "buôn", "bon", "làng", "khóm", "khu phố", "tổ dân phố")  # below the commune
NUMBERED = frozenset(("quận", "phường", *HAMLETS))  # quận 12, thôn 5

LEVEL_WORDS: Mapping[str, str] = {word: word for word in (*LEVELS, *HAMLETS)} | {
    "huyện ủy": "huyện",
    "tỉnh ủy": "tỉnh",
    "thành ủy": "thành phố",
    "thị ủy": "thị xã",
    "quận ủy": "quận",
    "huyện uỷ": "huyện",
    "tỉnh uỷ": "tỉnh",
    "thành uỷ": "thành phố",
    "thị uỷ": "thị xã",
    "quận uỷ": "quận",
    "huyện đoàn": "huyện",
    "tỉnh đoàn": "tỉnh",
    "thành đoàn": "thành phố",
}
SHORT_LEVELS: Mapping[str, str] = {  # only before a name that the tables know, or a number
    "TP": "thành phố",
    "T.P": "thành phố",
    "Tp": "thành phố",
    "TX": "thị xã",
    "Tx": "thị xã",
    "TT": "thị trấn",
    "Tt": "thị trấn",
    "H.": "huyện",
    "Q.": "quận",
    "P.": "phường",
    "X.": "xã",
}

COMMUNE_LEVELS = tuple(level for level, ranks in LEVELS.items() if COMMUNE in ranks)
BELOW_PROVINCE = (*(level for level, ranks in LEVELS.items() if PROVINCE not in ranks), *HAMLETS)
LOCAL_WORDS = (*COMMUNE_LEVELS, *HAMLETS)
UNIT_WORDS = (*LEVELS, *HAMLETS)  # all of them: what a unit of any rank is called

# Several provinces together, or a part of the country: các tỉnh Tây Nguyên.
REGIONS = rows("""
tây nguyên
tây bắc
đông bắc
việt bắc
nam bộ
đông nam bộ
tây nam bộ
trung bộ
nam trung bộ
bắc trung bộ
bắc bộ
miền trung
miền bắc
miền nam
miền tây
đồng bằng sông hồng
đồng bằng sông cửu long
đbscl
""")
