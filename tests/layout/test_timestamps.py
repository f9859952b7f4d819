"""Dates as data give them: each comes out in ISO 8601, times in Vietnam's zone."""

from __future__ import annotations

import pytest

from extractor.layout.timestamps import is_said, timestamp

MOMENTS = (
    ("2023-12-20", "2023-12-20"),
    ("2023-12-20T09:00:00+07:00", "2023-12-20T09:00:00+07:00"),
    ("2023-12-20T02:00:00Z", "2023-12-20T09:00:00+07:00"),
    ("2023-12-20T02:00:00.000Z", "2023-12-20T09:00:00+07:00"),
    ("2023-12-20T09:00:00+0700", "2023-12-20T09:00:00+07:00"),
    ("2023-12-20 09:00", "2023-12-20T09:00:00+07:00"),
    ("2023-12-20T23:30:00-01:00", "2023-12-21T07:30:00+07:00"),
    ("Wed, 20 Dec 2023 02:00:00 GMT", "2023-12-20T09:00:00+07:00"),
    ("1703037600", "2023-12-20T09:00:00+07:00"),
    ("1703037600000", "2023-12-20T09:00:00+07:00"),
    ("20/12/2023 9:00:00 SA", "2023-12-20T09:00:00+07:00"),
    ("Thứ tư, 20/12/2023", "2023-12-20"),
    (" 2023-12-20 ", "2023-12-20"),
    ("2023-12-20 02:00:00 UTC", "2023-12-20T09:00:00+07:00"),
    ("2023/12/20 09:00", "2023-12-20T09:00:00+07:00"),
    ("20231220", "2023-12-20"),
    ("20231220090000", "2023-12-20T09:00:00+07:00"),
    ("Dec 20, 2023", "2023-12-20"),
    ("December 20, 2023 9:00 AM", "2023-12-20T09:00:00+07:00"),
    ("20 Dec 2023 09:00", "2023-12-20T09:00:00+07:00"),
    ("Wed, 20 December 2023", "2023-12-20"),
)
NO_MOMENTS = ("", None, "hôm qua", "2023-02-31", "32/12/2023", "99999999999999", "Wed, 99 Dec 2023", "12:30",
              "20231320", "Dec 20", "20/12/23", "12/20/2023", "2 giờ trước", "45280")  # fmt: skip


@pytest.mark.parametrize(("said", "found"), MOMENTS)
def test_timestamp(said: str, found: str) -> None:
    assert timestamp(said) == found


@pytest.mark.parametrize("said", NO_MOMENTS)
def test_no_timestamp(said: str | None) -> None:
    assert timestamp(said) is None


@pytest.mark.parametrize("said", ["", None, " N/A ", "null", "0000-00-00 00:00:00", "không rõ"])
def test_nothing_is_said(said: str | None) -> None:
    assert not is_said(said)


@pytest.mark.parametrize("said", ["hôm qua", "20/12/23", "2023-12-20"])
def test_something_is_said(said: str) -> None:
    assert is_said(said)
