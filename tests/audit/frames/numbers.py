"""Numbers for frames: those that hold against each other, and the same with one of them changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import NamedTuple

TENTH = Decimal("0.1")


class Fields(NamedTuple):
    """What a frame is filled with where all holds, and what of it is otherwise where a fault is planted."""

    clean: dict[str, str]
    fault: dict[str, str]


def written(value: int | Decimal) -> str:
    """A number as news writes it: 1.234; 5,6."""
    whole, _, fraction = f"{Decimal(value):,f}".partition(".")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def misread(random: Random, value: int) -> int:
    """The number with one of its figures changed by three or more, so that it differs clearly."""
    figures = str(value)
    at = random.randrange(min(len(figures), 2))
    least = 1 if at == 0 else 0
    others = [figure for figure in range(least, 10) if abs(figure - int(figures[at])) >= 3]
    return int(f"{figures[:at]}{random.choice(others)}{figures[at + 1 :]}")


def _share(part: int, whole: int) -> Decimal:
    return (Decimal(100) * part / whole).quantize(TENTH, ROUND_HALF_UP)


def _parts(random: Random, count: int) -> list[int]:
    scale = random.choice((20, 90, 400, 1500))
    return [random.randint(scale // 2, scale * 2) for _ in range(count)]


def complete(random: Random, frame: str) -> Fields:
    """A total and all of its parts; the total or a part changed."""
    names = [name for name in "abcd" if f"{{{name}}}" in frame]
    parts = _parts(random, len(names))
    clean = dict(zip(names, parts, strict=True)) | {"total": sum(parts)}
    name = random.choice(("total", *names))
    return _numbers(clean, {name: misread(random, clean[name])})


def exceeding(random: Random, frame: str) -> Fields:
    """A total and a part of it; the part larger than the total."""
    total = random.randint(60, 3000)
    part = random.randint(total // 5, total * 4 // 5)
    return _numbers({"total": total, "a": part}, {"a": total + random.randint(total // 8, total // 2)})


def whole(random: Random, frame: str) -> Fields:
    """Shares of one whole; one changed by some points."""
    a = Decimal(random.randint(200, 450)) / 10
    b = Decimal(random.randint(200, 350)) / 10
    clean = {"a": a, "b": b, "c": 100 - a - b}
    name = random.choice("abc")
    off = Decimal(random.choice((-1, 1)) * random.randint(20, 90)) / 10
    return _numbers(clean, {name: clean[name] + off})


def ratio(random: Random, frame: str) -> Fields:
    """n of m; the other way round."""
    m = random.randint(11, 60)
    n = random.randint(m // 3, m - 1)
    return _numbers({"n": n, "m": m}, {"n": m, "m": n})


def share(random: Random, frame: str) -> Fields:
    """n of m with their share; the share or n changed."""
    m = random.randint(25, 900)
    n = random.randint(m // 4, m - m // 10)
    p = _share(n, m)
    if random.random() < 0.5:
        off = Decimal(random.randint(35, 120)) / 10
        return _numbers({"n": n, "m": m, "p": p}, {"p": p - off if p > 60 else p + off})
    other = next(value for value in iter(lambda: misread(random, n), None) if value < m and abs(value - n) * 25 > m)
    return _numbers({"n": n, "m": m, "p": p}, {"n": other})


def grim(random: Random, frame: str) -> Fields:
    """A share of a small total; one that no whole number of it is."""
    m = random.randint(13, 40)
    n = random.randint(m // 3, m - 2)
    between = (Decimal(100) * (2 * n + 1) / (2 * m)).quantize(TENTH, ROUND_HALF_UP)
    return _numbers({"m": m, "p": _share(n, m)}, {"p": between})


def levels(random: Random, frame: str) -> Fields:
    """Two levels and how far they lie apart, in number and in share; that changed."""
    a = random.randint(60, 2000)
    d = random.randint(a // 12, a // 2)
    p = _share(d, a)
    fault: dict[str, int | Decimal] = {"d": misread(random, d), "p": p + Decimal(random.randint(40, 150)) / 10}
    return _numbers(
        {"a": a, "b": a + d, "d": d, "p": p}, {name: fault[name] for name in "dp" if f"{{{name}}}" in frame}
    )


def raised(random: Random, frame: str) -> Fields:
    """A level, what came to it and the new level; the new level changed."""
    a, d = random.randint(20, 90), random.randint(4, 19)
    return _numbers({"a": a, "d": d, "b": a + d}, {"b": a + d + random.choice((-3, -2, 4, 7, 10))})


def twice(random: Random, frame: str) -> Fields:
    """One number stated twice; once changed."""
    v = random.randint(120, 3900)
    return _numbers({"v": v, "w": v}, {"w": misread(random, v)})


def hedged(random: Random, frame: str) -> Fields:
    """One number with one modifier twice; with one that excludes it."""
    below, above = random.choice(("gần", "ngót")), random.choice(("trên", "hơn"))
    one, other = random.choice(((below, above), (above, below)))
    v = written(random.randint(12, 95) * random.choice((100, 1000, 10000)))
    return Fields({"v": v, "one": one, "other": one}, {"other": other})


def rate(random: Random, frame: str) -> Fields:
    """Area, yield and what they make together, in tạ/ha and t; the product or the yield changed."""
    base, per = random.randint(120, 4800), Decimal(random.randint(280, 680)) / 10
    total = int((base * per / 10).quantize(Decimal(1), ROUND_HALF_UP))
    if random.random() < 0.5:
        return _numbers({"base": base, "per": per, "total": total}, {"total": misread(random, total)})
    return _numbers({"base": base, "per": per, "total": total}, {"per": per + random.choice((-9, 8, 12))})


def price(random: Random, frame: str) -> Fields:
    """How many, each at so much, and the money for all; the money changed."""
    each = random.choice((300_000, 500_000, 600_000, 1_000_000, 1_500_000, 2_000_000))
    n = random.choice((20, 30, 40, 50, 80, 120, 150, 200, 240, 350))
    money = Decimal(n * each) / 1_000_000
    return _numbers(
        {"n": n, "each": each, "money": money}, {"money": money + random.choice((9, 15, 30)) * (1 + money // 60)}
    )


def date(random: Random, frame: str) -> Fields:
    """A day, a month, a term; one that is in no calendar, or ends before it begins."""
    year = "{year}"
    clean = {"day": f"{random.randint(1, 28)}/{random.randint(2, 11)}/{year}", "years": "2021 - 2023",
             "month": f"{random.randint(1, 12)}/{year}", "until": f"tháng {random.randint(5, 12)}/{year}",
             "back": f"{random.randint(15, 28)}/6/{year}"}  # fmt: skip
    fault = {"day": f"{random.choice(('30/2', '31/4', '31/6', '31/9', '31/11', '32/5', '15/13'))}/{year}",
             "month": f"{random.choice((13, 14, 15))}/{year}", "years": "2025 - 2021",
             "until": f"tháng 11/{random.choice((2018, 2019))}",
             "back": f"{random.randint(2, 28)}/5/{year}"}  # fmt: skip
    return Fields(clean, {name: fault[name] for name in fault if f"{{{name}}}" in frame})


def running(random: Random, frame: str) -> Fields:
    """Numbers counted on and on; a later one below the first."""
    first = random.randint(150, 2500)
    second = first + random.randint(first // 10, first // 2)
    third = second + random.randint(second // 10, second // 2)
    fall = {"v3" if "{v3}" in frame else "v2": first - random.randint(first // 10, first // 3)}
    return _numbers({"v1": first, "v2": second, "v3": third}, fall)


def yearly(random: Random, frame: str) -> Fields:
    """A number of five years that is nearly as large in each; in one a power of ten away."""
    level = random.randint(1200, 9000)
    clean = {f"y{year}": level + random.randint(-level // 14, level // 14) for year in range(5)}
    name = f"y{random.randrange(5)}"
    power = random.choice((10, 100, 1000))
    value = clean[name] * power if power == 1000 or random.random() < 0.6 else max(clean[name] // power, 12)
    return _numbers(clean, {name: value})


def report(random: Random, frame: str) -> Fields:
    """Four numbers of a report, and those of another; the other's replaced by these."""
    mine = {name: _significant(random, 1000, 9000) for name in "abc"} | {"d": _significant(random, 112, 980)}
    own = {f"{name}_too": value + _significant(random, 31, 97) for name, value in mine.items()}
    return _numbers(mine | own, {f"{name}_too": value for name, value in mine.items()})


def innocent(random: Random, frame: str) -> Fields:
    """Numbers of a thing that hold: a total with its two parts, their shares, less than a part, and a few of some."""
    a, b = random.randint(420, 900), random.randint(210, 400)
    t, m = a + b, random.randint(15, 30)
    k, few, share = random.randint(9, m - 1), random.randint(2, 7), _share(a, t)
    clean: dict[str, int | Decimal] = {
        "a": a, "b": b, "t": t, "u": random.randint(b + 20, a), "s": random.randint(30, 190), "h": t // 100 * 100,
        "k": k, "m": m, "few": few, "p": share, "q": 100 - share, "low": int(share - TENTH),
        "rise": int(_share(b, a)) + 1, "money": k * Decimal("0.4"), "more": k + few * 2,
        "grain": t * Decimal("5.5") // 1,
    }  # fmt: skip
    return _numbers(clean, {})


def _significant(random: Random, low: int, high: int) -> int:
    """A number that does not end in 0."""
    return next(value for value in iter(lambda: random.randint(low, high), None) if value % 10)


def _numbers(clean: Mapping[str, int | Decimal], fault: Mapping[str, int | Decimal]) -> Fields:
    return Fields(*({name: written(value) for name, value in some.items()} for some in (clean, fault)))


Maker = Callable[[Random, str], Fields]
