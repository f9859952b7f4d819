"""`make screenshot`: the picture of the page in the README, taken of the archive of the sample corpus."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from tests.archives import sample_archive
from tests.web.browsers import chromium, opened, served

PICTURE = Path(__file__).parent.parent / "docs" / "search.png"
SEARCH = "lượt khách"
WIDTH, HEIGHT = 1180, 860


def take(picture: Path) -> None:
    """Writes the picture of a page of results."""
    with (
        chromium() as browser,
        opened(
            browser, served(sample_archive()), viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light"
        ) as page,
    ):
        page.goto(f"/search?q={quote(SEARCH)}")
        page.screenshot(path=picture)


if __name__ == "__main__":
    take(PICTURE)
