"""What the table of guards says is what the patterns themselves tell."""

import subprocess
import sys

import pytest

from extractor.language import guards
from extractor.language.literals import endings_of, needed_words
from extractor.language.patterns import LazyPattern, regex_pattern


@pytest.mark.process
def test_the_tables_are_those_that_would_be_made() -> None:
    """In a process of its own: tests make patterns too."""
    command = [sys.executable, "-m", "tests.tables", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_a_pattern_that_is_not_in_the_table_is_read_itself() -> None:
    pattern = regex_pattern(r"(?:bưởi|cam)\s+xanh$")
    assert isinstance(pattern, LazyPattern)
    assert pattern.words == needed_words(pattern.pattern) == {"xanh"}
    assert guards.known(endings_of, r"(?:bưởi|cam)$") == {"bưởi", "cam"}


def test_the_table_answers_what_it_was_asked() -> None:
    text = guards.table([(needed_words, "bưởi|cam", 0), (endings_of, "cam$", 0)])
    assert text.count("\n") == 4
    assert '["bưởi", "cam"]' in text
