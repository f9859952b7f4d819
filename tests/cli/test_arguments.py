"""Options that commands share: a bundle of them is taken apart for typer and put together for the command."""

from __future__ import annotations

from typing import Annotated

import typer
from msgspec import Struct
from typer.testing import CliRunner

from extractor.cli.arguments import ReadingOptions, with_options
from extractor.reading.document import Fields, Options

taken: list[tuple[str, int, bool]] = []


class Limits(Struct, frozen=True):
    most: Annotated[int, typer.Option(min=1, help="The most.")] = 7
    strict: Annotated[bool, typer.Option("--strict")] = False


app = typer.Typer()


@app.command()
@with_options
def count(name: str, *, limits: Limits) -> None:
    """Count."""
    taken.append((name, limits.most, limits.strict))


def test_each_field_of_a_bundle_is_an_option() -> None:
    taken.clear()
    for arguments in (["a"], ["b", "--most", "3", "--strict"]):
        assert CliRunner().invoke(app, arguments).exit_code == 0
    assert taken == [("a", 7, False), ("b", 3, True)]
    assert CliRunner().invoke(app, ["a", "--most", "0"]).exit_code == 2


def test_what_reading_takes_has_the_limits_and_names_that_were_given() -> None:
    assert ReadingOptions().with_catalogue(None) == Options()
    named = ReadingOptions(text_field="body", id_field="key", max_depth=9).with_catalogue(None)
    assert named == Options(Fields(text="body", id="key"), max_depth=9)
