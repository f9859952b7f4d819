"""Results of a search as an Atom feed (RFC 4287): an entry for each figure, the newest first."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from extractor.archive.shapes import Hit
from extractor.model.records import Article

ATOM = "http://www.w3.org/2005/Atom"
VIETNAM = timezone(timedelta(hours=7))
NOT_XML = {code: None for code in range(32) if code not in (9, 10, 13)} | dict.fromkeys((0xFFFE, 0xFFFF))


def feed(hits: tuple[Hit, ...], *, title: str, home: str, own: str, page: str, added: str) -> bytes:
    """The feed; `home` is the address of the archive, `own` that of the feed, `page` that of the page of results.

    `added`: when the archive was last added to, which stands for the day of an article that does not say its own.
    """
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "vi"})
    _text(root, "id", own)
    _text(root, "title", title)
    _text(root, "updated", max((_published(hit.article) or added for hit in hits), default=added))
    _link(root, own, "self", "application/atom+xml")
    _link(root, page, "alternate", "text/html")
    for hit in hits:
        _entry(root, hit, home, added)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: Element, hit: Hit, home: str, added: str) -> None:
    figure, article = hit.figure, hit.article
    entry = SubElement(root, "entry")
    address = f"{home}/figures/{figure.id}"
    _text(entry, "id", address)
    place = f" · {figure.place.name}" if figure.place else ""
    _text(entry, "title", f"{figure.text}: {figure.item}{place}")
    published = _published(article)
    _text(entry, "updated", published or added)
    if published:
        _text(entry, "published", published)
    author = SubElement(entry, "author")
    _text(author, "name", article.author or hit.source)
    _link(entry, address, "alternate", "text/html")
    _text(entry, "summary", f"{hit.sentence} ({article.title or hit.source})")


def _published(article: Article) -> str | None:
    """When an article was published, as RFC 3339 writes it; of Vietnam's time where no zone is said."""
    try:
        said = datetime.fromisoformat(article.published or "")
    except ValueError:
        return None
    return (said if said.tzinfo else said.replace(tzinfo=VIETNAM)).isoformat(timespec="seconds")


def _text(parent: Element, name: str, text: str) -> None:
    child = SubElement(parent, name)
    child.text = text.translate(NOT_XML).encode("utf-8", "replace").decode()


def _link(parent: Element, address: str, relation: str, form: str) -> None:
    SubElement(parent, "link", rel=relation, href=address, type=form)
