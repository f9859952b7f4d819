"""News for tests of engines: every form, near-copies far apart, inputs that fail, one place with most of the facts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner, Result

from extractor.cli.app import app
from extractor.dataset.folder import merge_folder
from tests.datasets import ROOT

HOUSES = "Năm {year}, huyện Yên Bình có {houses} hộ nghèo, {schools} trường học và {roads} km đường bê tông."
COPY = (
    "Xã Vĩnh Kiên hoàn thành {roads} km đường bê tông trong năm 2023, vượt kế hoạch đề ra từ đầu năm. Người dân hiến"
    " 1.200 m2 đất và góp 320 ngày công để mở rộng các tuyến đường liên thôn. Đến nay toàn xã có 12/14 thôn đạt chuẩn,"
    " thu nhập bình quân 45 triệu đồng một người. Trong năm tới xã làm thêm hai nhà văn hóa và một trạm y tế.\n"
)


class ByOne(NamedTuple):
    """News, and the folder of what one machine makes of it."""

    news: Path
    out: Path
    said: Result


class Both(NamedTuple):
    """The folders of a run on one machine and of one on Spark, and what the commands said."""

    one: Path
    many: Path
    said: tuple[Result, Result]


def by_one_machine(news: Path, out: Path) -> Result:
    """Extracts and merges on this machine alone."""
    done = CliRunner().invoke(app, ["extract", str(news), "--out", str(out)])
    merge_folder(out)
    return done


def mixed(folder: Path, skewed: int = 150) -> Path:
    """A folder with the sample corpus and what goes wrong, in files that are read by different tasks."""
    shutil.copytree(ROOT / "corpus" / "articles", folder / "b-corpus")
    (folder / "a-first.txt").write_text(COPY.format(roads=24), encoding="utf-8")
    (folder / "c-empty.txt").write_text("", encoding="utf-8")
    (folder / "d-broken.jsonl").write_text(
        '{"text": "Toàn xã có 421 hộ nghèo.", "id": "x"}\n{"text": \n', encoding="utf-8"
    )
    _lines(folder / "e-rows.jsonl", rows())
    _lines(folder / "f-skewed.jsonl", skew(skewed))
    (folder / "z-last.txt").write_text("Theo cổng thông tin.\n\n" + COPY.format(roads=24), encoding="utf-8")
    return folder


def rows() -> Iterator[dict[str, object]]:
    """Articles as scrapers write them: an id twice, with the same words and others, a date that is none, a copy."""
    text = "Toàn xã có 421 hộ nghèo, giảm 12 hộ so với năm 2022."
    yield {"id": "one", "title": "Giảm nghèo", "text": text, "date": "2023-12-20", "url": "https://news.example/1"}
    yield {"id": "one", "title": "Giảm nghèo", "text": text}
    yield {"id": "one", "title": "Giảm nghèo", "text": "Toàn xã có 19 hộ cận nghèo."}
    yield {"id": "undated", "text": "Huyện Lục Yên có 15 xã, 3 thị trấn.", "date": "hôm qua lúc nào đó"}
    yield {"id": "copy", "text": COPY.format(roads=24), "date": "2024-01-05"}
    yield {"id": "changed", "text": COPY.format(roads=24).replace("1.200", "9.900"), "date": "2024-01-06"}
    yield {"id": "nothing", "text": None}


def skew(count: int) -> Iterator[dict[str, object]]:
    """Articles of one place, many of which say the same, or round it."""
    for at in range(count):
        text = HOUSES.format(year=2015 + at % 9, houses=400 + at % 7, schools=20 + at % 3, roads=at % 40 + 1)
        yield {"id": f"s{at}", "text": text, "date": f"2024-{at % 12 + 1:02}-01"}


def _lines(path: Path, records: Iterator[dict[str, object]]) -> None:
    path.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records), encoding="utf-8")
