"""The form of an input, from its first bytes; its name only helps where they leave it open."""

from __future__ import annotations

from typing import Literal

import regex

from extractor.language.patterns import regex_pattern

FileKind = Literal["gzip", "zip", "warc", "parquet", "html", "json array", "json", "table", "text", "empty"]

# What the first bytes of a form are (its specification).
MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"\x1f\x8b", "gzip"),  # RFC 1952, 2.3.1
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
UNREAD = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"II*\x00", "an image"), (b"MM\x00*", "an image"),
    (b"RIFF", "an image, sound or film"), (b"\x00\x00\x00\x18ftyp", "a film"), (b"\x00\x00\x00\x20ftyp", "a film"), (b"OggS", "sound or film"), (b"ID3\x03", "sound"), (b"ID3\x04", "sound"),
    (b"From: <Saved by", "a page saved as MHTML"), (b"MIME-Version:", "a message or a page saved as MHTML"), (b"%!PS", "a PostScript file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"), (b"{\\rtf", "an RTF document"),
    (b"BZh", "packed with bzip2"), (b"\xfd7zXZ", "packed with xz"), (b"\x28\xb5\x2f\xfd", "packed with zstd"), (b"7z\xbc\xaf", "packed with 7-Zip"), (b"Rar!\x1a", "packed with RAR"),
    (b"SQLite format 3\x00", "a SQLite database"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
)  # fmt: skip
TABLE_NAMES = (".csv", ".tsv", ".tab")
HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".aspx", ".asp", ".php", ".jsp")
JSON_NAMES = (".json", ".jsonl", ".ndjson")
SEPARATORS = ",;\t|"
MOST_CONTROLS = 0.01  # of the characters: text has none, but scrapes of forms hold a stray one
LEAST_PLAIN = 0.9  # of the characters that UTF-16 would give: in text nearly all are Latin letters and blanks

_TAGS = r"!doctype\s+html|html|head|body|title|meta|link|base|div|p|table|article|section|main|header|nav|h[1-6]|span|script|style|br|ul|ol|center|font|strong|b|i|em|a|img|form"
_OPENS = regex_pattern(rf"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:{_TAGS})\b", regex.IGNORECASE | regex.DOTALL)
_XML = regex_pattern(r"\s*<(?:\?xml|rss|feed|urlset)\b", regex.IGNORECASE)
_OBJECT = regex_pattern(r"\s*\{\s*(?:[\"}]|$)")
_HOLDS = regex_pattern(r"<(?:html|body)\b|</(?:p|div|span|strong|em|li|td|tr|h[1-6])>|<br\s*/?>", regex.IGNORECASE)
_CONTROLS = regex_pattern(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PLAIN = regex_pattern(r"[\p{Latin}\p{M}\s\x20-\x7e\u2000-\u206f₫]")
_ARRAY = regex_pattern(r"\s*\[\s*(?:[\[{\"\]\d-]|null|true|false|$)")


def kind_of(head: bytes, name: str) -> FileKind:
    """The form of an input that opens so and is called so; text where nothing else fits."""
    packed = next((kind for magic, kind in MAGIC if head.startswith(magic)), None)
    if packed:
        return packed
    text = structure(head)
    low = name.lower()
    if not text.strip():
        return "empty"
    if _OPENS.match(text) or (low.endswith(HTML_NAMES) and "<" in text) or regex.search(r"<(?:html|body)[\s>]", text, regex.IGNORECASE):
        return "html"
    if _ARRAY.match(text) and (low.endswith(JSON_NAMES) or text.lstrip()[1:].lstrip()[:1] in "{]"):
        return "json array"
    if _OBJECT.match(text) or low.endswith(JSON_NAMES):
        return "json"
    return "table" if low.endswith(TABLE_NAMES) else "text"


def unread(head: bytes) -> str | None:
    """What an input is that no article can be read from; None where one may."""
    known = next((what for magic, what in UNREAD if head.startswith(magic)), None)
    if known:
        return known
    if any(head.startswith(magic) for magic, _ in MAGIC) or utf16(head):
        return None
    if _XML.match(structure(head)) and not _OPENS.match(structure(head)):
        return "XML, but no page"
    controls = len(_CONTROLS.findall(head.decode("latin-1")))
    return "binary" if controls > MOST_CONTROLS * len(head) else None


def utf16(head: bytes) -> str | None:
    """The byte order of UTF-16, with its mark or without; None where the bytes are something else."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\x00" not in head[:400]:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) & ~1].decode(name, errors="replace")
        if len(_PLAIN.findall(text)) >= LEAST_PLAIN * len(text):
            return name
    return None


def structure(head: bytes, *, charset: str = "latin-1") -> str:
    """The head as text in which marks and ASCII letters stand where they do, whatever its encoding is."""
    wide = utf16(head)
    if wide:
        return head[: len(head) & ~1].decode(wide, errors="ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode(charset, errors="replace")


def is_html(text: str) -> bool:
    """Whether a text has tags, as the text fields of some scrapers do."""
    return "<" in text and (_OPENS.match(text) or _HOLDS.search(text)) is not None


def header_of(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The separator and the names of the columns that the first line of a table gives; None where it gives none."""
    line = text.lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")
    separator = max(SEPARATORS, key=line.count)
    names = tuple(name.strip().strip('"').strip() for name in line.split(separator))
    return (separator, names) if all(names) or len(names) > 1 else None
