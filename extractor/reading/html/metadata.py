"""What the head of a page says of its article: headlines, date, author, site, section, address."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import jsonlines
import regex
from msgspec import Struct

from extractor.language.patterns import one_of, regex_pattern
from extractor.layout.timestamps import timestamp
from extractor.layout.words import AUTHORS_OF_NOBODY, SITE_MARKS, SITE_OPENINGS, TITLES_OF_NOTHING
from extractor.reading.html.selection import squeezed
from extractor.reading.html.tree import values

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DATES = ("article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "cxenseparse:recs:publishtime")  # fmt: skip
ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage")  # types of schema.org
LEAST_HEADLINE = 4  # words
LONGEST_SITE = 6  # words

_PARTS = regex_pattern(r"\s+[|–—»:-]\s+|\s*[|»]\s*")
_SITE = regex_pattern(rf"\b{one_of(SITE_MARKS)}\b", regex.IGNORECASE)
_OPENS_SITE = regex_pattern(rf"(?i:{one_of(SITE_OPENINGS)})\s+\p{{Lu}}")  # Báo Yên Bái, but not: Báo động lũ
_FIRST_SITE = regex_pattern(rf"\s*(?P<site>{_OPENS_SITE.pattern}[^|»]{{0,40}}?)\s*[|»]\s*")
_ARCHIVED = regex_pattern(r"^https?://web\.archive\.org/web/\d+(?:[a-z]{2}_)?/(?P<url>https?://.+)$")


class Head(Struct, frozen=True):
    """What a page says of its article outside its text; titles the surest first.

    `headings` may stand on the page as they are; `titles` are without the names of site and section.
    """

    headings: tuple[str, ...]
    titles: tuple[str, ...]
    published: str | None
    author: str | None
    site: str | None
    section: str | None
    url: str | None
    named: tuple[str, ...] = ()  # what its window and its first headings say as it stands


def head_of_page(root: HtmlElement, url: str | None, *, shown: Container[str] = ()) -> Head:
    """What the head of a page says of its article; of several values the surest. `shown` are the page's visible lines, squeezed."""
    meta = _meta(root)
    data = list(_linked_data(root))
    named = (meta.get("og:site_name"), *_of(data, "publisher"), meta.get("application-name"))
    site = next((one for one in named if one and squeezed(one) not in _NOTHING), None)
    titles = [*_of(data, "headline"), meta.get("og:title"), meta.get("twitter:title"), *values(root, "//*[@itemprop='headline']"), *values(root, "//h1"), *values(root, "//head/title")]
    dates = [*(meta.get(name) for name in DATES[:2]), *_of(data, "datePublished"), *values(root, "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime"),
             *(meta.get(name) for name in DATES[2:]), *_only(values(root, "//time/@datetime"))]  # fmt: skip
    authors = [*_of(data, "author"), meta.get("article:author"), meta.get("author"), meta.get("dc.creator")]
    crumbs = [*_of(data, "articleSection"), meta.get("article:section"), *_crumbs(root, shown)]
    return Head(
        headings=tuple(dict.fromkeys(title for title in titles if title and len(title.split()) >= LEAST_HEADLINE and headline(title, site))),
        titles=tuple(dict.fromkeys(one for title in titles if title and (one := headline(title, site)))),
        published=next((found for date in dates if (found := timestamp(date))), None),
        author=next((one for one in authors if one and _is_name(one, site)), None),
        site=site or next((part for title in values(root, "//head/title") for part in _sites(title)), None),
        section=_first(crumbs),
        url=_address(root, meta, url),
        named=tuple(values(root, "//head/title | //h1")),
    )


def headline(title: str, site: str | None) -> str | None:
    """The headline of a page's title, without the names of site and section; None where nothing of it is one."""
    first = _FIRST_SITE.match(title)
    title = title[first.end() :] if first else title
    aside = {squeezed(site)} if site else set()
    if squeezed(title) in aside:
        return None
    parts = [part for part in _PARTS.split(title) if part and squeezed(part) not in aside and not _SITE.search(part)]
    while len(parts) > 1 and len(parts[-1].split()) < LEAST_HEADLINE:
        parts.pop()
    if not parts:
        return None
    start = title.find(parts[0])
    found = title[start : title.rfind(parts[-1]) + len(parts[-1])].strip()
    return found if len(found.split()) >= LEAST_HEADLINE and squeezed(found) not in _NOTHING else None


def _sites(title: str) -> list[str]:
    """The parts of a window's title that name a site: Cổng thông tin điện tử …; behind the first also Báo …"""
    first = _FIRST_SITE.match(title)
    parts = _PARTS.split(title)
    return [first["site"]] if first else [part for at, part in enumerate(parts) if _SITE.search(part) or (at and _OPENS_SITE.match(part) and len(part.split()) <= LONGEST_SITE)]


_NOTHING = frozenset(map(squeezed, TITLES_OF_NOTHING))
_NOBODY = frozenset(map(squeezed, AUTHORS_OF_NOBODY))


def _meta(root: HtmlElement) -> dict[str, str]:
    """The names of meta tags to their content; of tags with one name the first."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _linked_data(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of schema.org that describe an article."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = jsonlines.Reader([f'{{"@graph": {" ".join(script.text.split())}}}']).read(type=dict)
        except (jsonlines.InvalidLineError, RecursionError):
            continue
        yield from (one for one in _objects(data, 0) if {*_list(one.get("@type"))} & {*ARTICLES})


def _objects(data: object, depth: int) -> Iterator[dict[str, Any]]:
    for one in _list(data):
        if isinstance(one, dict):
            yield one
            if depth < 4:
                yield from _objects(one.get("@graph"), depth + 1)
                yield from _objects(one.get("mainEntity"), depth + 1)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _of(data: Iterable[dict[str, Any]], name: str) -> list[str]:
    """The values of a property as strings; of an object its name."""
    found = []
    for one in data:
        for value in _list(one.get(name)):
            said = value.get("name") if isinstance(value, dict) else value
            if isinstance(said, str) and said.strip():
                found.append(" ".join(said.split()))
    return found


def _crumbs(root: HtmlElement, shown: Container[str]) -> list[str]:
    """The last section of the path that a page shows over its article: Trang chủ › Kinh tế."""
    links = tuple(values(root, "//*[contains(translate(concat(@class, ' ', @id), 'BCRDUM', 'bcrdum'), 'breadcrumb')]//a"))
    trail = squeezed("".join(links))  # on one line, or a line each
    named = [link for link in links if squeezed(link) not in _NOTHING and len(link.split()) <= 6 and (squeezed(link) in shown or trail in shown)]
    return named[-1:]


def _first(said: Iterable[str | None], *more: str | None) -> str | None:
    return next((one for one in (*said, *more) if one), None)


def _only(said: Iterable[str]) -> list[str]:
    """What is said if one thing is said: where a page has several times, others are those of other news."""
    different = list(dict.fromkeys(said))
    return different if len(different) == 1 else []


def _is_name(said: str, site: str | None) -> bool:
    """Whether an author's field names a person, and not the site or who runs it."""
    if "://" in said or len(said) > 80 or (site and squeezed(said) == squeezed(site)):
        return False
    return squeezed(said) not in _NOBODY and not _SITE.search(said)


def _address(root: HtmlElement, meta: dict[str, str], url: str | None) -> str | None:
    """The article's own address: the canonical one, unless that is only the site's."""
    for said in (*values(root, "//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href"), meta.get("og:url"), url):
        found = _whole(said, url) if said else None
        if found:
            return found
    return url


def _whole(said: str, url: str | None) -> str | None:
    """An address with its site's name and without an archive's around it; None for what is no address of a page."""
    try:
        whole = urljoin(url, said) if url else said
        archived = _ARCHIVED.match(whole)
        whole = archived["url"] if archived else whole
        parts = urlsplit(whole)
    except ValueError:  # http://[::1
        return None
    is_page = parts.path.strip("/") or parts.query or said == url
    return whole if parts.scheme in ("http", "https") and parts.netloc and is_page else None
