"""HTML to its tree and its lines of text; the only door to lxml."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from lxml import etree, html
from msgspec import Struct, field
from msgspec.structs import replace

from extractor.language.patterns import regex_pattern
from extractor.model.errors import InputError
from extractor.reading.document import Options

# What stands on lines of its own; everything else runs on in the line.
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main "
    "nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
# What holds no text of an article, wherever it stands.
SILENT = frozenset(
    "script style noscript template iframe object embed svg math canvas select option optgroup datalist button textarea input nav footer menu dialog audio video map head frameset".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MOST_PARTS = 12  # paragraphs or items of a cell
MOST_SPANNED = 50  # columns or rows of a cell: more is a mistake
LONGEST_CELL = 300  # characters: longer ones are paragraphs of a page that is laid out with tables
_HIDDEN = regex_pattern(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", regex.IGNORECASE)
_BLANKS = regex_pattern(r"[ \t\n\r\f]+")
_BARE_NUMBER = regex_pattern(r"[\d.,\s%+-]*")
_TOO_DEEP = "Excessive depth"


Box = tuple[int, ...]  # the elements around a line, outermost first, by their numbers on the page


class Block(Struct, frozen=True):
    """A line of a page: a paragraph, a heading, a list item, a row of a table."""

    text: str
    tag: str
    linked: int = 0  # of its characters those within links
    box: Box = ()
    table: int = 0  # the number of the table that a row stands in

    @property
    def mostly_links(self) -> bool:
        """Whether it is an entry of a menu or of a list of other news."""
        return self.linked >= 0.8 * len(self.text)


def parse_html(source: str, *, where: str, options: Options) -> html.HtmlElement:
    """The tree of a page; an error where it holds no tags or too many within each other."""
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(source.encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"no HTML: {error}", where=where, todo="Scrape the page again.") from error
    if any(_TOO_DEEP in entry.message for entry in parser.error_log) or _depth(root) > options.max_depth:
        what = f"tags nested more than {options.max_depth:,} deep"
        raise InputError(what, where=where, todo="Scrape the page again, or raise --max-depth (at most 2000).")
    return root


def convert(root: html.HtmlElement, converter: Callable[[str], str]) -> None:
    """Changes every text of a tree."""
    for element in root.iter():
        if element.text:
            element.text = converter(element.text)
        if element.tail:
            element.tail = converter(element.tail)
        for name in ("content", "title", "alt"):
            if name in element.attrib:
                element.attrib[name] = converter(element.attrib[name])


def all_text(root: html.HtmlElement) -> str:
    """The text of a tree without its scripts."""
    return " ".join(block.text for block in blocks(root))


def blocks(root: html.HtmlElement, *, hidden: bool = False) -> list[Block]:
    """The lines of a page in order, without scripts and menus, with what is hidden or without; a row of figures is one line."""
    lines = _Lines()
    skipped: html.HtmlElement | None = None
    row: html.HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                lines.add(element.tail)
            continue
        tag = str(element.tag).lower()
        if event == "start":
            if tag in SILENT or (not hidden and _is_hidden(element)):
                skipped = element
                continue
            if tag == "table":
                lines.tables.append(HtmlTable(lines.opened + 1))
            if tag == "tr" and row is None and _is_row(element):
                lines.end("row")
                row = element
                lines.gaps = lines.tables[-1].gaps(element) if lines.tables else {}
            _start(lines, tag, row, element)
            lines.add(element.text)
        else:
            _end(lines, tag, row, element)
            if element is row:
                row = None
            if tag == "table" and lines.tables:
                lines.tables.pop()
            lines.add(element.tail)
    lines.end("body")
    return _with_linked_rows(lines.found)


def _with_linked_rows(lines: list[Block]) -> list[Block]:
    """The lines, in which a row of links counts as text where others of its table are: its cells lead to what they name."""
    unlinked = {(line.table, line.text.count("|")) for line in lines if line.tag == "row" and not line.mostly_links}
    return [replace(line, linked=0) if line.tag == "row" and line.linked and (line.table, line.text.count("|")) in unlinked else line for line in lines]


class HtmlTable(Struct):
    """A table that is being read: its number, and the rows that cells of former rows still reach into, by column."""

    number: int
    reach: dict[int, int] = field(default_factory=dict)

    def gaps(self, row: html.HtmlElement) -> dict[html.HtmlElement, tuple[int, int]]:
        """For each cell of a row how many empty ones stand before it and, as it is that wide, behind it."""
        found: dict[html.HtmlElement, tuple[int, int]] = {}
        column = 0
        reach = {at: left - 1 for at, left in self.reach.items() if left > 1}
        for cell in _cells(row):
            before = 0
            while self.reach.get(column):
                before, column = before + 1, column + 1
            wide = _number(cell.get("colspan"))
            found[cell] = before, wide - 1
            for at in range(column, column + wide):
                reach[at] = _number(cell.get("rowspan")) - 1
            column += wide
        self.reach = {at: left for at, left in reach.items() if left}
        return found


class _Lines(Struct):
    """The lines found so far, and the pieces of the one that is being read."""

    found: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0  # that are open
    boxes: list[int] = field(default_factory=list)  # that are open
    opened: int = 0
    verbatim: int = 0  # elements that are open in which a line's end is one
    headlines: int = 0  # that are open: their breaks are for the look
    tables: list[HtmlTable] = field(default_factory=list)  # that are open
    gaps: dict[html.HtmlElement, tuple[int, int]] = field(default_factory=dict)  # of the row that is open
    cell: int = 0  # the piece that the cell that is open begins with

    def add(self, text: str | None) -> None:
        """Takes a piece of text into the line."""
        if text and self.verbatim and "\n" in text:
            first, *others = text.split("\n")
            self.pieces.append(first)
            for other in others:
                self.end("br")
                self.pieces.append(other)
        elif text:
            self.pieces.append(text)
            if self.links:
                self.linked += len(_BLANKS.sub(" ", text))

    def part(self, tag: str) -> None:
        """Parts what stands in a cell from what follows in it: an item of a list, or a line with a number, from the next."""
        said = "".join(self.pieces[self.cell :]).strip()
        whole = said and said[-1] not in ".;:,!?|" and (tag == "li" or (any(map(str.isdigit, said)) and not _BARE_NUMBER.fullmatch(said)))
        self.pieces.append("; " if whole else " ")

    def end(self, tag: str) -> None:
        """Ends the line, which stands in an element of that tag."""
        text = _BLANKS.sub(" ", "".join(self.pieces)).replace("\u00a0", " ").strip()
        text = text.removesuffix("|").strip() if tag == "row" else text.strip(" |").strip()
        if text.strip(" |"):
            self.found.append(Block(text, tag, self.linked, tuple(self.boxes), self.tables[-1].number if self.tables else 0))
        self.pieces.clear()
        self.linked = 0


def _start(lines: _Lines, tag: str, row: html.HtmlElement | None, element: html.HtmlElement) -> None:
    if tag == "a":
        lines.links += 1
    elif row is not None and tag in ("td", "th"):
        lines.add("| " * lines.gaps.get(element, (0, 0))[0])
        lines.cell = len(lines.pieces)
    elif row is not None:
        if tag in BLOCKS or tag == "br":
            lines.part(tag)
    elif tag == "br" and lines.headlines:
        lines.add(" ")
    elif tag in BLOCKS or tag == "br":
        lines.end("br" if tag == "br" else "div")
        if tag in BLOCKS:
            lines.opened += 1
            lines.boxes.append(lines.opened)
            lines.verbatim += tag == "pre"
            lines.headlines += tag == "h1"


def _end(lines: _Lines, tag: str, row: html.HtmlElement | None, element: html.HtmlElement) -> None:
    if tag == "a":
        lines.links = max(0, lines.links - 1)
    elif row is not None:
        if tag in ("td", "th"):
            while lines.pieces[lines.cell :] and not lines.pieces[-1].strip(" ;"):
                lines.pieces.pop()
            lines.add(" | " * (1 + lines.gaps.get(element, (0, 0))[1]))
        elif element is row:
            lines.end("row")
        elif tag in BLOCKS:
            lines.part(tag)
    elif tag in BLOCKS:
        lines.end(tag)
        lines.boxes.pop()
        lines.verbatim -= tag == "pre"
        lines.headlines -= tag == "h1"


def _is_hidden(element: html.HtmlElement) -> bool:
    """Whether an element is not shown."""
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _is_row(row: html.HtmlElement) -> bool:
    """Whether a row holds data: two cells or more, none with a table, with long paragraphs or with a list of links."""
    cells = _cells(row)
    if len(cells) < 2:
        return False
    for cell in cells:
        length = sum(map(len, cell.itertext()))
        if length > LONGEST_CELL or next(cell.iter("table", "h1", "h2", "h3"), None) is not None:
            return False
        parts = sum(1 for _ in cell.iter("p", "div", "li"))
        linked = sum(len(text) for link in cell.iter("a") for text in link.itertext())
        if parts > MOST_PARTS or (parts > 1 and 2 * linked > length):
            return False
    return sum(1 for cell in cells if any(map(str.strip, cell.itertext()))) >= 2


def _cells(row: html.HtmlElement) -> list[html.HtmlElement]:
    return [cell for cell in row if str(cell.tag).lower() in ("td", "th")]


def _number(said: str | None) -> int:
    """How many columns or rows a cell takes up."""
    return min(int(said), MOST_SPANNED) if said and said.strip().isascii() and said.strip().isdigit() and int(said) > 0 else 1


def _depth(root: html.HtmlElement) -> int:
    """How many tags lie within each other."""
    depth = most = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        most = max(most, depth)
    return most


def values(root: html.HtmlElement, path: str) -> Iterator[str]:
    """The strings that an XPath finds, without blanks around them; empty ones are left out."""
    for found in root.xpath(path):
        text = " ".join(str(found if isinstance(found, str) else "".join(found.itertext())).split())
        if text:
            yield text
