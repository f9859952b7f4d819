"""What is answered at all, and under which headers: an ASGI layer around everything that the server sends."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import regex

from extractor.web.assets import FOLDER

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]
DATABASE = "data"
# Of Datasette itself: its tables, rows and SQL, and the files that these pages need. Its pages about the server stay
# shut: they tell paths, versions and settings.
OPEN = regex.compile(rf"/{DATABASE}(?:\.json)?|/{DATABASE}/.*|/-/static/[\w.-]+|/favicon\.ico")
METHODS = ("GET", "HEAD")
LOCAL = regex.compile(r"(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?")  # names of this machine
OURS = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_INLINE = regex.compile(r"<script>(.*?)</script>", regex.DOTALL)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@cache
def datasettes() -> str:
    """The policy of Datasette's own pages: of inline scripts those run that its templates have, and no other."""
    folder = files("datasette") / "templates"
    parts = ("_close_open_menus.html", "_codemirror_foot.html", "table.html")
    texts = [(folder / name).read_text(encoding="utf-8") for name in parts]
    found = [script for text in texts for script in _INLINE.findall(text)]
    scripts = [script.replace("{{ datasette_allow_facet }}", "true") for script in found]
    hashes = " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in scripts)
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def guarded(app: App, ours: Callable[[str], bool], refused: App, *, local: bool) -> App:
    """The application behind its policy: what is neither ours nor open, and what is not read, is `refused`.

    `local`: so is what is asked for by another name than those of this machine, as pages of others do it that have
    their name point here.
    """

    async def answer(scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        path = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0].decode("latin-1")
        mine = ours(path)
        named = not local or LOCAL.fullmatch(_host(scope)) is not None
        allowed = named and scope["method"] in METHODS and (mine or OPEN.fullmatch(path) is not None)
        policy = OURS if mine or not allowed else datasettes()

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _headers(message.get("headers", ()), policy, path)}
            await send(message)

        await (app if allowed else refused)(scope, receive, with_headers)

    return answer


def _host(scope: Message) -> str:
    """The name that a request asks for."""
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")


def _headers(given: Iterable[tuple[bytes, bytes]], policy: str, path: str) -> list[tuple[bytes, bytes]]:
    """The headers of an answer with ours; what Datasette says of caching does not hold for files that never change."""
    fixed = _HEADERS | {"content-security-policy": policy}
    kept = [(name, value) for name, value in given if name.decode("latin-1").lower() not in fixed]
    if path.startswith(FOLDER):
        kept = [(name, value) for name, value in kept if name.lower() != b"vary"]
    return kept + [(name.encode(), value.encode()) for name, value in fixed.items()]
