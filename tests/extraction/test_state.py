"""One article leaves nothing behind for the next: the same records in any order, and shapes that cannot change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct

from extractor import Article, extract, read
from extractor.extraction import discourse
from extractor.extraction.pipeline import Extraction
from extractor.model import shapes

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "articles"
NAMES = ("ly-son-toi-du-lich.txt", "con-cuong-mua-lu.txt", "bac-ha-duong-nong-thon.txt", "dong-hy-dang-vien-moi.txt")
MUTABLE = (list, dict, set, bytearray)


def articles() -> list[Article]:
    found = [one for one in read([str(CORPUS / name) for name in NAMES]) if isinstance(one, Article)]
    assert len(found) == len(NAMES)
    return found


def records(extraction: Extraction) -> tuple[object, ...]:
    return extraction.figures, extraction.passed, extraction.failures


def test_an_article_extracted_twice_gives_the_same_records() -> None:
    for one in articles():
        assert records(extract(one)) == records(extract(one))


def test_the_order_of_articles_does_not_matter() -> None:
    forwards = [records(extract(one)) for one in articles()]
    backwards = [records(extract(one)) for one in reversed(articles())]
    assert forwards == backwards[::-1]


def shapes_of(module: ModuleType) -> Iterator[type]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Struct) and value.__module__ == module.__name__:
            yield value


SHAPES = [shape for module in (shapes, discourse) for shape in shapes_of(module)]


def mutable_in(hint: object) -> bool:
    """Whether a declared type is or holds a container that can be changed."""
    return (get_origin(hint) or hint) in MUTABLE or any(map(mutable_in, get_args(hint)))


def test_mutable_containers_are_told() -> None:
    assert mutable_in(dict[str, int])
    assert mutable_in(tuple[list[int], ...])
    assert not mutable_in(tuple[str, ...] | None)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_a_shape_is_frozen_and_holds_nothing_that_changes(shape: type) -> None:
    assert shape.__struct_config__.frozen  # type: ignore[attr-defined]
    assert [name for name, hint in get_type_hints(shape).items() if mutable_in(hint)] == []
