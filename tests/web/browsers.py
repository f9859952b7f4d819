"""Chromium over a served archive, for tests; whatever a page asks for elsewhere, says or stumbles over is an error."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright

from extractor.web.serving import Server

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
EXPECTED = "Failed to load resource: the server responded with a status of 4"  # an error page says so in the console


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser."""
    assert CHROMIUM, "no Chromium: run `make browser`"
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, env=dict(os.environ))
        yield opened
        opened.close()


def served(path: Path) -> str:
    """Where an archive is served from now on until the tests end."""
    server = Server(path, port=0)
    threading.Thread(target=server.run, daemon=True).start()
    return server.address


@contextmanager
def opened(browser: Browser, base: str, **given: Any) -> Iterator[Page]:
    """A page at that address."""
    context = browser.new_context(
        base_url=base, **{"viewport": {"width": 1100, "height": 900}, "locale": "vi-VN"} | given
    )
    page, told = context.new_page(), list[str]()

    def asked(request: Request) -> None:
        if not request.url.startswith(base):
            told.append(request.url)

    page.on("request", asked)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda message: told.append(message.text) if not message.text.startswith(EXPECTED) else None)
    yield page
    context.close()
    assert told == []
