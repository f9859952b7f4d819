"""Word tables as text: a row a word, a remark behind #."""

from __future__ import annotations


def rows(table: str) -> tuple[str, ...]:
    """The words of a table, one from each line; a word that stands in it twice is an error."""
    words = tuple(word for line in table.splitlines() if (word := line.partition("#")[0].strip()))
    if twice := sorted({word for word in words if words.count(word) > 1}):
        raise ValueError(f"written twice in one table: {', '.join(twice)}; leave one of the rows")
    return words
