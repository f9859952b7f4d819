"""The archive on the web: Datasette over one file, read-only, with our pages in front."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from extractor.archive.database import open_archive
from extractor.model.errors import SolieuError

if TYPE_CHECKING:
    from extractor.web.policy import App

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"
THREADS = 4  # that read at once
MOST_AT_ONCE = 200  # requests; of more the rest are told to come again
INSTALL = "Install it with: pip install 'solieu[web]'"


class ServingError(SolieuError):
    """An archive that cannot be served."""


def application(path: Path, *, public: bool = False) -> App:
    """The server over an archive as an ASGI application; `public` gives each answer less time and fewer rows.

    Raises ServingError where Datasette is not installed, and what `open_archive` raises of a file that is no archive.
    """
    open_archive(path).close()
    try:
        from extractor.web.plugin import Archive, Limits, register  # on use: Datasette is an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "extractor":
            raise
        raise ServingError(f"the page needs {error.name}", todo=INSTALL) from error
    register()
    limits = Limits(1_000, 5_000, 1_000, THREADS) if public else Limits(3_000, 10_000, 5_000, THREADS)
    served: App = Archive(path, limits, local=not public).app()
    return served


class Server:
    """An archive at an address of this machine: bound as soon as it is made, answered from `run` on.

    Raises ServingError where nothing can be served there, or where others could reach it and it is not `public`.
    """

    def __init__(self, path: Path, host: str = LOOPBACK, *, port: int, public: bool = False) -> None:
        if not public and not _is_loopback(host):
            todo = "Add --public to let them, or leave --host."
            raise ServingError("other machines could read the archive there", where=host, todo=todo)
        self._app = application(path, public=public)
        self._socket = _listening(host, port)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        host, port = self._socket.getsockname()[:2]
        shown = "127.0.0.1" if host == EVERYWHERE else "[::1]" if host == "::" else f"[{host}]" if ":" in host else host
        return f"http://{shown}:{port}/"

    def run(self) -> None:
        """Serves until it is stopped."""
        import uvicorn

        Thread(target=_warm, daemon=True).start()

        config = uvicorn.Config(
            self._app, log_level="warning", access_log=False, server_header=False, timeout_keep_alive=15,
            timeout_graceful_shutdown=2, limit_concurrency=MOST_AT_ONCE,
        )  # fmt: skip
        with self._socket:
            uvicorn.Server(config).run(sockets=[self._socket])


def _warm() -> None:
    """Reads and starts what takes seconds, so that the first reader need not wait for it."""
    from extractor.places.records import NATION, former_places
    from extractor.web.charts import warm

    former_places(NATION.name)
    warm()


def _is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    """A socket at that address."""
    where = f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.socket(family, kind, protocol)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(MOST_AT_ONCE)  # so that who asks at once waits until `run` answers
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        todo = "Give another --port, or stop what uses it." if port else "Give another --host."
        raise ServingError(f"nothing can be served here: {reason}", where=where, todo=todo) from error
    return opened
