"""What every process of a cluster is told once: by which version and options it works."""

from __future__ import annotations

from msgspec import Struct

from extractor import __version__
from extractor.model.errors import EngineError
from extractor.reading.document import Options


class Setup(Struct, frozen=True):
    """The options of a run, with the user's own indicators, and the version of the program that has started it."""

    options: Options
    version: str = __version__

    def checked(self) -> Setup:
        """The same, on a worker; EngineError where that has another version, which may read otherwise."""
        if self.version != __version__:
            what = f"a worker has solieu {__version__}, and this is {self.version}"
            raise EngineError(what, todo="Install the same version on all machines.")
        return self
