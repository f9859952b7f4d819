"""The fields of an article as tables and JSON name them, and the document that a row or an object is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from extractor.language.patterns import regex_pattern
from extractor.model.errors import InputError
from extractor.reading.document import Document, Options
from extractor.reading.encoding.entities import decoded
from extractor.reading.input.sniff import is_html
from extractor.reading.input.streams import too_large

# The usual names of each field, the ones that are surest first; compared in lower case, with _ for blanks and hyphens.
NAMES = {
    "text": ("text", "content", "body", "article", "full_text", "fulltext", "maintext", "main_text", "article_text", "content_text", "plain_text",
             "articlebody", "noi_dung", "noidung", "nội_dung", "html", "content_html", "body_html", "raw_html"),
    "title": ("title", "headline", "tieu_de", "tieude", "tiêu_đề"),
    "published": ("published", "date", "published_at", "publish_date", "published_date", "date_published", "datepublished", "date_publish", "pubdate", "pub_date",
                  "publishedat", "publisheddate", "publish_time", "published_time", "created_at", "timestamp", "ngay_xuat_ban", "ngày_xuất_bản",
                  "time", "datetime", "ngay", "ngay_dang", "ngày_đăng", "ngày"),
    "url": ("url", "link", "href", "canonical_url", "source_url", "original_url"),
    "id": ("id", "_id", "guid", "doc_id"),
    "author": ("author", "authors", "tac_gia", "tác_giả"),
    "site": ("site", "site_name", "sitename", "publisher"),
    "section": ("section", "category", "chuyen_muc", "chuyên_mục"),
}  # fmt: skip
# What only solieu writes: lines and files with these fields are no articles of others.
OWN_ARTICLE = frozenset({"source", "text", "furniture", "encoding"})  # articles.jsonl
OWN = (
    OWN_ARTICLE,
    frozenset({"article_id", "start", "end"}),  # figures.jsonl, passed.jsonl
    frozenset({"source", "what", "where", "todo"}),  # errors.jsonl
    frozenset({"id", "figures"}),  # gold
    frozenset({"$schema"}),
)
_BLANKS = regex_pattern(r"[\s\-]+")
_SURROGATE = regex_pattern("[\ud800-\udfff]")

Value = object
NamedValues = Mapping[str, Value]


def plain_name(name: str) -> str:
    """A field's name as NAMES spells it."""
    return _BLANKS.sub("_", name.strip()).lower()


def chosen(names: Iterable[str], options: Options) -> dict[str, str]:
    """The field of an article -> the name that stands for it among those of a table or object."""
    given = {"text": options.fields.text, "title": options.fields.title, "published": options.fields.date, "url": options.fields.url, "id": options.fields.id}
    there = list(names)
    by_plain = {plain_name(name): name for name in reversed(there)}
    found = {}
    for field, usual in NAMES.items():
        named = given.get(field)
        name = (named if named in there else None) if named else next((by_plain[one] for one in usual if one in by_plain), None)
        if name is not None:
            found[field] = name
    return found


def is_own(record: NamedValues) -> bool:
    """Whether an object is one that solieu wrote, or gold."""
    return any(keys <= record.keys() for keys in OWN)


def is_article(record: NamedValues) -> bool:
    """Whether an object is an article that solieu wrote, which can be read again."""
    return record.keys() >= OWN_ARTICLE


def no_text(names: Iterable[str], where: str, options: Options) -> InputError:
    """The error of a table or an object that has no text."""
    there = ", ".join(names) or "none"
    wanted = f"`{options.fields.text}`" if options.fields.text else "`text`"
    return InputError(f"no text in the field {wanted}; fields: {there[:200]}", where=where, todo="Name the field of the text with --text-field.")


def document_of(record: NamedValues, where: str, options: Options, *, encoding: str = "utf-8") -> Document | InputError:
    """The document of one row or object, or what is wrong with it."""
    fields = chosen(record, options)
    text = record.get(fields.get("text", ""))
    if "text" not in fields:
        return no_text(record, where, options)
    if text is None or (isinstance(text, str) and not text.strip()):
        return InputError(f"the field `{fields['text']}` is empty", where=where, todo="Give its text or leave the article out.")
    if not isinstance(text, str):
        return InputError(f"the field `{fields['text']}` is no text", where=where, todo="Name the field of the text with --text-field.")
    if len(text) > options.max_bytes:
        return too_large(where, options)
    if "\x00" in text:
        return InputError(f"a NUL at character {text.index(chr(0))} of the text", where=where, todo="Scrape the page again: text has none.")
    if _SURROGATE.search(text):
        return InputError("half a character (a lone surrogate) in the text", where=where, todo="Scrape the page again as UTF-8.")
    if not is_html(text):
        text = decoded(text)
    said = {field: record[name] for field, name in fields.items() if field != "text"}
    wrong = [fields[name] for name, value in said.items() if not isinstance(value, str | None | _may_be(name))]
    if wrong:
        return InputError(f"not a string: {', '.join(wrong)}", where=where, todo="Give strings or leave the fields out.")
    words = {name: _word(value) for name, value in said.items()}
    words |= {name: decoded(word) for name, word in words.items() if word and name != "id"}
    return Document(where, text, form="html" if is_html(text) else "text", encoding=encoding, **words)


def _may_be(field: str) -> type:
    """What a field may be besides a string."""
    return {"id": int, "published": int | date, "author": list}.get(field, str)  # type: ignore[return-value]


def _word(value: Value) -> str | None:
    """A field's value as a string; None where it says nothing."""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value) or None
    if isinstance(value, datetime | date):
        return value.isoformat()
    return None if value is None else str(value).strip() or None
