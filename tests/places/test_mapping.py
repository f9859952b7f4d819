"""The tables of units that are shipped are those that are made of underthesea's."""

import pytest

from extractor.places import gazetteer, mapping


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return mapping.tables()


def test_the_tables_are_those_that_are_made(made: dict[str, str]) -> None:
    for name, text in made.items():
        assert (gazetteer.TABLES / name).read_text(encoding="utf-8") == text, f"{name}: run `make tables`"
    assert {path.name for path in gazetteer.TABLES.iterdir()} == set(made)


def test_names_that_the_source_lacks_are_put_in(made: dict[str, str]) -> None:
    rows = [row.split("\t") for row in made[gazetteer.UNITS].splitlines()[1:]]
    assert all(name for _, name, *_ in rows)
    for level, name in (("xã", "Phú Thạnh"), ("huyện", "Hoành Bồ"), ("tỉnh", "Thừa Thiên Huế")):
        assert [row for row in rows if row[:2] == [level, name]], name
