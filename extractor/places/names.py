"The name of a unit as it stands at some place of a text: its syllables, its end, whether the tables know it."


from msgspec import Struct

from extractor.lexicon.levels import DISTRICT, HAMLETS, LEVELS, NUMBERED
from extractor.places.gazetteer import key_of, rank_keys
from extractor.places.patterns import (
    ENDINGS,
    FAMILY_NAMES,
    ORDINARY,
    RARER_NAMES,
    READ_BLANK_AND_RUN,
    READ_DASH,
    READ_ITEM_NUMBER,
    READ_KNOWN_SERIAL,
    READ_NUMBER,
    READ_RUN,
    READ_SERIAL,
    READ_SYLLABLE,
    SMALL_LETTER_NEXT,
)

CITIES = ("TP", "Tp", "TX", "Tx")  # open the name of another unit


class Name(Struct, frozen=True):
    "A name read at some place of the text."

    start: int
    end: int
    text: str
    level: str
    known: bool


def words_before(text: str, position: int, after: int = 0) -> list[str]:
    "The last words before that place on the same line, and after the other."
    return text[max(after, position - 30) : position].rpartition("\n")[2].split()


def _longest_known(text: str, spans: list[tuple[int, int]], level: str) -> int:
    "How many of the syllables make the longest name of that level; 0 for none."
    keys = rank_keys(level)
    for count in range(min(len(spans), 6), 0, -1):
        if key_of(text[spans[0][0] : spans[count - 1][1]]) in keys:
            return count
    return 0


def _joined_end(text: str, start: int, end: int, level: str) -> int | None:
    "Where a known name ends that goes on behind a dash or with a number: Bà Rịa - Vũng Tàu, Sơn Kim 2."
    dash = READ_DASH.match(text, end)
    reader = READ_SYLLABLE if dash else READ_KNOWN_SERIAL
    stop, best = (dash.end() if dash else end), None
    for _ in range(3):
        part = reader.match(text, stop)
        if part is None:
            break
        if key_of(text[start : part.end()]) in rank_keys(level):
            best = part.end()
        stop = part.end() + 1
    return best


def before_person(text: str, spans: list[tuple[int, int]], first: int) -> int:
    "How many syllables stand before a person's name: Phước Bình Nguyễn Văn An → 2."
    for index in range(first, len(spans) - 1):
        if text[slice(*spans[index])].capitalize() in FAMILY_NAMES:
            return index
    return len(spans)


def _unknown_end(text: str, spans: list[tuple[int, int]], level: str) -> int | None:
    "Where a name ends that the tables lack: at a person's name, after four syllables at most; None for no name."
    count = min(before_person(text, spans, 2), 4)
    end = spans[count - 1][1]
    first, name = text[slice(*spans[0])], text[spans[0][0] : end]
    single = count == 1 and SMALL_LETTER_NEXT.match(text, end) is not None
    if first in ORDINARY and (single or first.isupper()):
        return None
    if (name.isupper() and len(name) > 4) or (single and level not in HAMLETS):
        return None
    if first.capitalize() in (FAMILY_NAMES | RARER_NAMES) and count > (1 if DISTRICT in LEVELS.get(level, ()) else 2):
        return None  # Chủ tịch UBND huyện Phan Thành Đông
    serial = READ_SERIAL.match(text, end) if level in HAMLETS else None
    return serial.end() if serial else end


def _read_number_name(text: str, start: int, levels: list[str], *, item: bool) -> Name | None:
    "A name that is or begins with a number: quận 12, phường 1 Bảo Lộc."
    level = next((level for level in levels if level in NUMBERED), None)
    number = (READ_ITEM_NUMBER if item else READ_NUMBER).match(text, start)
    if level is None or number is None:
        return None
    end = number.end()
    run = READ_BLANK_AND_RUN.match(text, end)
    if run and key_of(text[start : run.end()]) in rank_keys(level):
        end = run.end()
    name = text[start:end]
    return Name(start, end, name, level, key_of(name) in rank_keys(level))


def read_name(text: str, start: int, levels: list[str], *, item: bool = False) -> Name | None:
    "The name that begins there: the longest that the tables know at one of the levels, else the run of capitals."
    run = READ_RUN.match(text, start)
    if run is None:
        return _read_number_name(text, start, levels, item=item)
    spans = [part.span() for part in READ_SYLLABLE.finditer(text, start, run.end())]
    if len(spans) > 1 and text[slice(*spans[0])] in CITIES:
        return None  # các xã, phường TP Vinh
    for level in levels:
        joined = _joined_end(text, start, run.end(), level)
        if joined:
            return Name(start, joined, text[start:joined], level, True)
    count, level = max(((_longest_known(text, spans, level), level) for level in levels), key=lambda found: found[0])
    left = len(spans) - count
    if count and left and count < before_person(text, spans, 1):
        commune = max(LEVELS[level]) > 2
        if count == 1 or (left == 1 and (commune or text[slice(*spans[-1])] in ENDINGS)):
            count = 0  # xã Hưng Yên Nam: not the known Hưng Yên
    if count:
        end = spans[count - 1][1]
        return Name(start, end, text[start:end], level, True)
    unknown = _unknown_end(text, spans, levels[0])
    return None if unknown is None else Name(start, unknown, text[start:unknown], levels[0], False)
