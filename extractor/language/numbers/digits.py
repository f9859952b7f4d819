"""Runs of digits: the shapes that they are written in, and the value of each."""

from decimal import Decimal

from extractor.language.patterns import re_pattern

MOST_DIGITS = 28
"Longer runs of digits are codes and stay unread: Python's decimal arithmetic is exact up to here."


VIETNAMESE = str.maketrans(",", ".", ". ")  # a dot or a space groups, a comma marks decimals
FOREIGN = str.maketrans("", "", ",")  # a comma groups, a dot marks decimals

SHAPES = {
    "grouped": (r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?", VIETNAMESE),  # 1.234.567,8
    "spaced": (r"[1-9][0-9]{0,2}(?:\x20[0-9]{3})+(?:,[0-9]+)?", VIETNAMESE),  # 1 234
    "comma": (r"[0-9]+,[0-9]+", VIETNAMESE),  # 3,5
    "foreign": (r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:,[0-9]{3}|\.[0-9]+)", FOREIGN),  # 1,234,567 and 1,234.5
    "dot": (r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0+\.[0-9]{3}", FOREIGN),  # 12.5 in some papers; 0.123
    "plain": (r"[0-9]+", FOREIGN),  # 45, 02
}
SHAPE = re_pattern("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in SHAPES.items()))  # re: see below


def read_digits(text: str) -> Decimal | None:
    "The value of a run of digits, read as the shape that it is written in."
    match = SHAPE.fullmatch(text)
    if match is None or match.lastgroup is None:
        return None
    if len(text) > MOST_DIGITS and sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    if NOUGHTS.fullmatch(text):
        return None
    return Decimal(text.translate(SHAPES[match.lastgroup][1]))


NOUGHTS = re_pattern(r"000+")  # what is left of a number that was torn apart: 1500 000
