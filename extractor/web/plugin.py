"""Datasette's hooks: our pages are routes of it, its connections read only, and no error tells of the server.

The hooks are called for every Datasette of the process; they answer for an `Archive` alone.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NamedTuple, get_args
from urllib.parse import unquote

import regex
from datasette import hookimpl
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError
from msgspec.structs import replace

from extractor.archive.database import open_archive
from extractor.archive.words import Field
from extractor.model.errors import SolieuError, TimeLimitError
from extractor.web.asking import AskingError, pairs_of
from extractor.web.assets import FOLDER, FOREVER, assets
from extractor.web.policy import DATABASE, App, guarded
from extractor.web.routes import ROUTES, route_of, told
from extractor.web.shapes import Answer, Asked, MissingError, Route
from extractor.web.speaking import COOKIE, PARAMETER, tongue_of

logger = logging.getLogger("solieu.web")
A_YEAR = 365 * 24 * 60 * 60
A_MINUTE = "public, max-age=60"
INTERRUPTED = "interrupted"
# Files of the machine that articles were read on.
MACHINES = {("articles", "read_from"), ("articles", "_origin"), ("sources", "_path")}
LONGEST_VALUE = 2_000_000  # bytes of a value that SQL of others may make
FORBIDDEN_FUNCTIONS = (
    "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "randomblob", "zeroblob", "printf", "format",
)


class Limits(NamedTuple):
    """How much an answer may take."""

    milliseconds: int  # of a search, and of each statement of Datasette's pages
    page: int  # milliseconds of a page of ours with all that it looks up and draws
    rows: int  # of Datasette's pages and its JSON
    threads: int


class ReadOnly(Database):
    """The file of the archive as Datasette opens it: for reading alone, whatever its path has in it."""

    def __init__(self, datasette: Datasette, path: Path) -> None:
        super().__init__(datasette, path=str(path), is_mutable=True)

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """A connection that cannot write."""
        if write:
            raise PermissionError("an archive is served for reading")
        connection = open_archive(Path(self.path))
        connection.execute("PRAGMA query_only = 1")
        self._all_file_connections.append(connection)
        return connection


class Archive(Datasette):
    """A Datasette that serves an archive with our pages."""

    def __init__(self, path: Path, limits: Limits, *, local: bool) -> None:
        self.limits, self.local = limits, local  # first: Datasette asks the hooks while it is made
        super().__init__(files=[], settings=_settings(limits), metadata=_METADATA)
        self.remove_database("_memory")
        self.add_database(ReadOnly(self, path), name=DATABASE)
        self._pages = ReadOnly(self, path)  # of our pages: none of Datasette's, so that it is bound by no authorizer
        self._pages.name = "pages"
        self._downloads = asyncio.Semaphore(1)  # one at a time, so that they leave the others room

    async def answer(self, route: Route, asked: Asked) -> Answer:
        """What a page answers; an error becomes an answer that tells of it."""

        asked = replace(asked, seconds=self.limits.milliseconds / 1000)

        def made(connection: sqlite3.Connection) -> Answer:
            with sqlite_timelimit(connection, self.limits.page):
                return route.page(connection, asked)

        try:
            async with self._downloads if route.download else nullcontext():
                answer: Answer = await self._pages.execute_fn(made)
        except MissingError as error:
            return route.told(asked, 404, "", error.where)
        except TimeLimitError:
            return route.told(asked, 503, "", "")
        except SolieuError as error:
            return route.told(asked, 400, _reason(error), error.where)
        except sqlite3.OperationalError as error:
            return route.told(asked, 503, "", "") if INTERRUPTED in str(error) else _failed(route, asked)
        except Exception:
            return _failed(route, asked)
        return answer


class Plugin:
    """The hooks."""

    __name__ = "solieu"  # Datasette looks for static files and templates in a package of this name: there is none

    @hookimpl
    def register_routes(self, datasette: Datasette) -> list[tuple[str, Any]]:
        """Our pages, which come before Datasette's."""
        if not isinstance(datasette, Archive):
            return []
        return [(f"{FOLDER}.*$", _asset_view()), *((f"{route.pattern}$", _view(route)) for route in ROUTES)]

    @hookimpl
    def asgi_wrapper(self, datasette: Datasette) -> Callable[[App], App]:
        """Our policy around everything."""
        if not isinstance(datasette, Archive):
            return lambda app: app
        return lambda app: guarded(app, _is_ours, _refused, local=datasette.local)

    @hookimpl
    def prepare_connection(self, conn: sqlite3.Connection, database: str, datasette: Datasette) -> None:
        """Lets SQL that others write see the tables and nothing of the machine."""
        if isinstance(datasette, Archive) and database == DATABASE:
            conn.set_authorizer(_authorize)
            conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)

    @hookimpl(hookwrapper=True)
    def handle_exception(self, datasette: Datasette, request: Request, exception: Exception) -> Iterator[None]:
        """An error page of ours for what Datasette could not answer, in place of its own and what that prints."""
        outcome: Any = yield
        if isinstance(datasette, Archive):
            outcome.force_result([_response_to(request, exception)])

    @hookimpl
    def menu_links(self, datasette: Datasette) -> list[dict[str, str]]:
        """The way back to our pages from Datasette's menu."""
        return [{"href": "/", "label": "Số liệu"}] if isinstance(datasette, Archive) else []


_INTERNAL = ("_rules", "_columns", "_state", *(f"_{field}_words" for field in get_args(Field)))
_METADATA = {
    "title": "solieu",
    "databases": {
        DATABASE: {
            "source": "solieu",
            "source_url": "/",
            "tables": {name: {"hidden": True} for name in _INTERNAL},
        }
    },
}


def register() -> None:
    """Makes the hooks known to Datasette, once in a process."""
    if not pm.has_plugin(Plugin.__name__):
        pm.register(Plugin(), Plugin.__name__)


def _settings(limits: Limits) -> dict[str, object]:
    return {
        "sql_time_limit_ms": limits.milliseconds, "max_returned_rows": limits.rows, "num_sql_threads": limits.threads,
        "facet_time_limit_ms": 200, "facet_suggest_time_limit_ms": 50, "allow_download": False,
        "allow_csv_stream": False, "max_csv_mb": 10, "trace_debug": False, "template_debug": False,
    }  # fmt: skip


def _authorize(action: int, one: str | None, two: str | None, schema: str | None, _: str | None) -> int:
    """What SQL may do on an archive, which cannot be written: neither learn where the file is nor reach another."""
    if action == sqlite3.SQLITE_READ and (one or "").lower() == "pragma_database_list" and two == "file":
        return sqlite3.SQLITE_IGNORE  # reads as NULL: Datasette asks for the rest of it
    if action == sqlite3.SQLITE_READ and (one, two) in MACHINES:
        return sqlite3.SQLITE_IGNORE
    reaches = action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH)
    forbidden = action == sqlite3.SQLITE_FUNCTION and two in FORBIDDEN_FUNCTIONS
    return sqlite3.SQLITE_DENY if reaches or forbidden else sqlite3.SQLITE_OK


def _asked(request: Request, parts: dict[str, str]) -> Asked:
    """A request as pages see it; its language is that of `?lang=` or of the cookie."""
    try:
        pairs = pairs_of(request.query_string)
    except AskingError:
        pairs = []
    choice = next((value for name, value in pairs if name == PARAMETER), None)
    tongue = tongue_of(choice, _cookie(request))
    return Asked(unquote(request.path), parts, request.query_string, pairs, tongue, home=_home(request))


def _home(request: Request) -> str:
    """The address by which the reader reached the archive; empty where it is none."""
    address = f"{request.scheme}://{request.host}"
    return address if regex.fullmatch(r"https?://[\w.-]+(?::\d+)?|https?://\[[\da-fA-F:]+\](?::\d+)?", address) else ""


def _cookie(request: Request) -> str | None:
    """The language that the cookie keeps; other cookies, which may be broken, are not read."""
    found = regex.search(rf"(?:^|;\s*){COOKIE}=(\w+)", request.headers.get("cookie", ""))
    return found[1] if found else None


def _response_to(request: Request, exception: Exception) -> Response:
    """What is told of an error of Datasette's pages: its reason where it is about the request."""
    status, said = 500, ""
    if isinstance(exception, Base400):
        status = exception.status
    elif isinstance(exception, DatasetteError):
        status, said = exception.status, "" if exception.message_is_html else str(exception.message)
    else:
        logger.error("a page failed: %s", request.path, exc_info=exception)
    return _response(told(request.path)(_asked(request, {}), status, said, ""))


def _is_ours(path: str) -> bool:
    return path in assets() or route_of(path) is not None


def _view(route: Route) -> Callable[..., Awaitable[Response]]:
    async def view(request: Request, datasette: Archive) -> Response:
        parts = {name: unquote(value) for name, value in request.url_vars.items() if value is not None}
        asked = _asked(request, parts)
        response = _response(await datasette.answer(route, asked))
        if asked.one(PARAMETER) == asked.tongue.lang:
            response.set_cookie(COOKIE, asked.tongue.lang, max_age=A_YEAR, httponly=True, samesite="lax")
        return response

    return view


def _asset_view() -> Callable[..., Awaitable[Response]]:
    async def view(request: Request) -> Response:
        asset = assets()[request.path]
        return Response(asset.body, headers={"cache-control": FOREVER}, content_type=asset.content_type)

    view._datasette_static = True  # type: ignore[attr-defined]  # its caching does not depend on cookies
    return view


def _response(answer: Answer) -> Response:
    caching = {"cache-control": A_MINUTE if answer.status < 400 else "no-store"}
    return Response(answer.body, answer.status, caching | dict(answer.headers), answer.content_type)


def _failed(route: Route, asked: Asked) -> Answer:
    logger.exception("a page failed: %s", asked.path)
    return route.told(asked, 500, "", "")


def _reason(error: SolieuError) -> str:
    """What an error says, without where."""
    return f"{error.what}. {error.todo}".strip()


async def _refused(scope: Any, receive: Any, send: Any) -> None:
    """Answers what is not open: another method than reading, or no page of the archive."""
    request = Request(scope, receive)
    reading = scope["method"] in ("GET", "HEAD")
    answer = told(request.path)(_asked(request, {}), 404 if reading else 405, "", "")
    response = _response(answer)
    if not reading:
        response.headers["allow"] = "GET, HEAD"
    await response.asgi_send(send)
