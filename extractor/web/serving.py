"""The archive on the web: Datasette over one file, read-only, with our pages in front."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.archive.database import open_archive
from extractor.model.errors import SolieuError

if TYPE_CHECKING:
    from extractor.web.policy import App

LOOPBACK, EVERYWHERE, PORT = "127.0.0.1", "0.0.0.0", 8010  # noqa: S104
THREADS = 4
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
    limits = Limits(1_000, 1_000, THREADS) if public else Limits(3_000, 5_000, THREADS)
    served: App = Archive(path, limits).app()
    return served


def serve(path: Path, *, host: str = LOOPBACK, port: int = PORT, public: bool = False) -> None:
    """Serves an archive until it is stopped; raises ServingError where it cannot begin."""
    app = application(path, public=public)
    import uvicorn

    listening = _listening(host, port)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, timeout_keep_alive=15)
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket at that address."""
    where = f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.socket(family, kind, protocol)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        todo = "Give another --port, or stop what uses it." if port else "Give another --host."
        raise ServingError(f"nothing can be served here: {reason}", where=where, todo=todo) from error
    return opened
