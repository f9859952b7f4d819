"""Bytes to text without a guess: what is decoded reads as Vietnamese, what does not is an error."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from io import BufferedIOBase

import regex
from msgspec import Struct

from extractor.language.patterns import regex_pattern
from extractor.language.syllables import SAMPLE, syllable_share
from extractor.model.errors import InputError
from extractor.reading.encoding.legacy import LEGACY
from extractor.reading.input.sniff import utf16

LEAST_WORDS = 3  # with marks: fewer do not tell one encoding from another
CLEAN = 0.6  # of its words are Vietnamese: one other encoding looks like that (the corpus in TCVN3 or VNI comes to 0.25)
LEAST_GAINED = 0.15  # by reading anew what was windows-1258, of which short texts come to 0.75; clean text gains nothing
CERTAIN = 0.85  # names and foreign words are the rest: each of 3,000 articles has more
LIKELY = 0.4  # no other language comes to half of that: French read as TCVN3 has 0.1, German and Czech none
SAMPLE_BYTES = 1 << 18  # that a sample of words is taken from
CONVERT = "Convert the file to UTF-8."
WESTERN = "windows-1252"
MOJIBAKE = "utf-8 read as windows-1252"
MISREAD = "windows-1258 read as windows-1252"
MOJIBAKE_MARKS = ("áº", "á»")  # in every line of it: the first bytes of most letters with a tone, which no text has side by side

_TAG = regex_pattern(r"<[^<>]*>")
_META = regex_pattern(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", regex.IGNORECASE)


# Latin-1 with the dashes and quotes that Windows has in place of control characters, and with no byte undefined.
_WINDOWS = {code: char for code in range(0x80, 0xA0) if (char := bytes((code,)).decode("cp1252", "ignore"))}


class Decoded(Struct, frozen=True):
    """A text and the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes, *, where: str, charset: str | None = None) -> Decoded:
    """The text of bytes; letters of TCVN3 and VNI are left as the Latin-1 characters that they look like."""
    wide = utf16(data)
    if wide:
        return _strict(data, wide, where)
    if b"\x00" in data:
        raise InputError(f"a NUL byte at byte {data.index(0)}", where=where, todo="Scrape the page again: text has none.")
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(_strict(data, "utf-8-sig", where).text, "utf-8-sig")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _eight_bits(data, error, where, charset)


def declared(data: bytes) -> str | None:
    """The encoding that a page's head names."""
    found = _META.search(data, 0, 4096)
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def converter_of(found: Decoded, *, where: str) -> tuple[str, Callable[[str], str]] | None:
    """The encoding that a text's letters are in though they should be Unicode, with what converts it; None for clean text.

    That are UTF-8 read as windows-1252, TCVN3 and VNI; an error where a text is in none of them for certain.
    """
    text = found.text
    own = syllable_share(text)
    if own.part >= CLEAN and any(mark in text for mark in MOJIBAKE_MARKS):
        return MOJIBAKE, _mend_lines
    if found.encoding.startswith("utf-16") or own.words < LEAST_WORDS or own.part >= CERTAIN:
        return None
    sample = text[:SAMPLE_BYTES]
    tried = {name: (syllable_share(convert(sample)), convert) for name, convert in CONVERTERS.items()}
    if own.part >= CLEAN:
        gained = tried[MISREAD][0].part - own.part
        return (MISREAD, from_misread) if tried[MISREAD][0].part >= CERTAIN and gained >= LEAST_GAINED else None
    best = max(tried, key=lambda name: tried[name][0].part)
    reached, convert = tried[best]
    if reached.part >= CERTAIN and reached.words >= LEAST_WORDS:
        return best, convert
    if reached.part >= max(LIKELY, 2 * own.part):
        what = f"looks like {best}, but only {reached.part:.0%} of its words read as Vietnamese then"
        raise InputError(what, where=where, todo=CONVERT)
    if found.encoding == WESTERN:
        raise InputError("not certainly Vietnamese in any encoding", where=where, todo=CONVERT)
    return None


def from_mojibake(text: str) -> str:
    """The text with UTF-8 that was read as windows-1252 or Latin-1 read anew."""
    from ftfy import fix_encoding  # on use: hardly any text needs it

    return str(fix_encoding(text))


def _mend_lines(text: str) -> str:
    """The text with the lines of it read anew that were read wrong."""
    return "\n".join(from_mojibake(line) if any(mark in line for mark in MOJIBAKE_MARKS) else line for line in text.split("\n"))


def from_misread(text: str) -> str:
    """The text with windows-1258 that was read as windows-1252 read anew: the two differ in the tone marks and few letters."""
    return text.translate(_MISREAD)


_LETTERS = ((_WINDOWS.get(code, chr(code)), bytes((code,)).decode("cp1258", "ignore")) for code in range(0x80, 0x100))
_MISREAD = {ord(look): letter for look, letter in _LETTERS if letter and letter != look}
CONVERTERS: dict[str, Callable[[str], str]] = {MOJIBAKE: from_mojibake, MISREAD: from_misread, **LEGACY}


def recoded(stream: BufferedIOBase, out: BufferedIOBase, *, where: str, by_line: bool) -> str | None:
    """The encoding of a stream that is in another than UTF-8, so that `out` has it in that now; None where it is in UTF-8.

    What is read by the line is left as it is where lines can be told, since each may be in an encoding of its own, and so
    is what is in no encoding as a whole: a row of a table may be at fault.
    """
    head = stream.read(SAMPLE_BYTES)
    wide = utf16(head)
    if not wide and (by_line or _is_utf8(head)):
        return None
    encoding = wide
    try:
        encoding = decode(head[: len(head) & ~1], where=where).encoding
        _recode(head, stream, out, encoding)
    except (UnicodeError, InputError) as error:
        if not wide:
            return None
        if isinstance(error, InputError):
            raise
        raise InputError(f"not {encoding} throughout: {error}", where=where, todo=CONVERT) from error
    return encoding


def _is_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, of which the last letter may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _recode(head: bytes, stream: BufferedIOBase, out: BufferedIOBase, encoding: str) -> None:
    """Writes a stream whose head was read in UTF-8."""
    decoder = None if encoding == WESTERN else codecs.getincrementaldecoder(encoding)()
    while head:
        out.write((decoder.decode(head) if decoder else _western(head)).encode())
        head = stream.read(SAMPLE_BYTES)
    out.write(decoder.decode(b"", final=True).encode() if decoder else b"")


def _western(data: bytes) -> str:
    return data.decode("latin-1").translate(_WINDOWS)


def _strict(data: bytes, codec: str, where: str) -> Decoded:
    try:
        return Decoded(data.decode(codec).removeprefix("\ufeff"), codec)
    except UnicodeDecodeError as error:
        raise InputError(f"not {codec} at byte {error.start}: {error.reason}", where=where, todo="Scrape the page again.") from error


def _eight_bits(data: bytes, wrong: UnicodeDecodeError, where: str, charset: str | None) -> Decoded:
    """The text of bytes that are no UTF-8: windows-1258, or Latin-1 where that is TCVN3 or VNI."""
    latin = _western(data)
    candidates = {WESTERN: latin}
    for name in filter(None, (charset, "windows-1258")):
        try:
            candidates.setdefault(codecs.lookup(name).name, data.decode(name))
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    candidates.pop("utf-8", None)
    read = {name: syllable_share(_sample(text)) for name, text in candidates.items()}
    for name in sorted(read, key=lambda name: read[name].part, reverse=True):
        if name != WESTERN and read[name].words >= LEAST_WORDS and read[name].part >= CERTAIN:
            return Decoded(candidates[name], "windows-1258" if name == "cp1258" else name)
    if any(syllable_share(convert(_sample(latin))).part >= CERTAIN and read[WESTERN].words >= LEAST_WORDS for convert in LEGACY.values()):
        return Decoded(latin, WESTERN)
    raise InputError(f"not UTF-8 at byte {wrong.start}, and not Vietnamese in another encoding{_likely(data)}", where=where, todo=CONVERT)


def _sample(text: str) -> str:
    """Enough of a text, without its tags, to tell its encoding."""
    return _TAG.sub(" ", text[:SAMPLE_BYTES]) if "<" in text else text[: SAMPLE * 100]


def _likely(data: bytes) -> str:
    """What charset-normalizer takes bytes for, for the one who has to convert them."""
    from charset_normalizer import from_bytes  # on use: only errors need it

    best = from_bytes(data[:SAMPLE_BYTES]).best()
    return f" (perhaps {best.encoding})" if best else ""
