"A writer of numbers, made for the tests of the reader: it knows nothing of the tables of the extractor."

from collections.abc import Callable, Sequence
from decimal import Decimal

from hypothesis import strategies as st
from msgspec import Struct

FIGURES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


class Manner(Struct, frozen=True):
    "Which of the words for one thing a writer uses."

    zero: str = "linh"  # or lẻ
    thousand: str = "nghìn"  # or ngàn
    billion: str = "tỷ"  # or tỉ
    one: str = "mốt"  # or một, after mươi
    four: str = "tư"  # or bốn, after mươi
    five: str = "lăm"  # or nhăm, after mươi and mười
    seven: str = "bảy"  # or bẩy
    zero_groups: bool = False  # một triệu không nghìn hai trăm


MANNERS = st.builds(
    Manner,
    zero=st.sampled_from(("linh", "lẻ")),
    thousand=st.sampled_from(("nghìn", "ngàn")),
    billion=st.sampled_from(("tỷ", "tỉ")),
    one=st.sampled_from(("mốt", "một")),
    four=st.sampled_from(("tư", "bốn")),
    five=st.sampled_from(("lăm", "nhăm")),
    seven=st.sampled_from(("bảy", "bẩy")),
    zero_groups=st.booleans(),
)


def _figure(figure: int, manner: Manner) -> str:
    "A single figure."
    return manner.seven if figure == 7 else FIGURES[figure]


def _below_hundred(number: int, manner: Manner) -> str:
    "A number from 1 to 99."
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _figure(ones, manner)
    if tens == 1:
        last = manner.five if ones == 5 else _figure(ones, manner)
        return "mười" + (f" {last}" if ones else "")
    last = {1: manner.one, 4: manner.four, 5: manner.five}.get(ones, _figure(ones, manner))
    return f"{_figure(tens, manner)} mươi" + (f" {last}" if ones else "")


def _group(number: int, manner: Manner, *, first: bool) -> str:
    "A number from 1 to 999; its hundreds are said, even none, where it is not the first group."
    hundreds, rest = divmod(number, 100)
    if hundreds == 0 and first:
        return _below_hundred(rest, manner)
    words = f"{_figure(hundreds, manner)} trăm"
    if rest == 0:
        return words
    return f"{words} {manner.zero} {_figure(rest, manner)}" if rest < 10 else f"{words} {_below_hundred(rest, manner)}"


def _groups(number: int, say: Callable[[int, bool], str], manner: Manner) -> str:
    "A number below 10^9, or a first group of that size, from the groups of three figures in it."
    scales: Sequence[tuple[int, str]] = ((10**6, "triệu"), (10**3, manner.thousand), (1, ""))
    parts: list[str] = []
    for scale, name in scales:
        group = number // scale % 1000
        if group:
            parts.append(f"{say(group, not parts)} {name}".strip())
        elif parts and name and manner.zero_groups and number % scale:
            parts.append(f"không {name}")
    return " ".join(parts)


USUAL = Manner()


def in_words(number: int, manner: Manner = USUAL) -> str:
    "A whole number from 0 to 10^18, said in full."
    if number == 0:
        return "không"
    if number == 10**18:
        return f"một {manner.billion} {manner.billion}"
    billions, rest = divmod(number, 10**9)
    above = _groups(billions, lambda group, first: _group(group, manner, first=first), manner)
    below = _groups(rest, lambda group, first: _group(group, manner, first=first and not billions), manner)
    return " ".join(filter(None, (f"{above} {manner.billion}" if billions else "", below)))


def in_digits(number: Decimal) -> str:
    "A number in Vietnamese digits: a dot groups, a comma marks decimals."
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))


def in_both(number: int) -> str:
    "A whole number from 1000 to 10^12 in digits and words: 1 tỷ 200 triệu."
    scales = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
    return " ".join(f"{number // scale % 1000} {name}" for scale, name in scales if number // scale % 1000)
