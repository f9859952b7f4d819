"""A session of Spark: the one that runs, or one of our own; what it lacks is told before anything is done."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.model.errors import MOST_SAID, EngineError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL = "local[*]"
TRIES = 4  # of a task, as on a cluster; without them one that ends its process would end a local run
LEAST_JAVA = 17  # of Spark 4
PATIENCE = 5.0  # seconds that a master is waited for
SUBMITTED = "PYSPARK_GATEWAY_PORT"  # in the environment of what spark-submit starts
INSTALL_JAVA = (
    f"Install Java {LEAST_JAVA} or newer (Debian: apt-get install openjdk-17-jre-headless), or set JAVA_HOME."
)
SETTINGS = {"spark.log.level": "FATAL", "spark.ui.showConsoleProgress": "false"}
_LOCAL = re.compile(r"local(?:\[(\*|\d+)\])?")
_MASTER = re.compile(r"spark://(.+)")
_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
_CAUSE = re.compile(r"^(?:[\w.]+(?:Error|Exception|Interrupt|Exit)): (?P<said>.+)$", re.MULTILINE)


@contextmanager
def spark_session(master: str | None = None) -> Iterator[SparkSession]:
    """A session on a master: a local one, `spark://HOST:PORT`, or what spark-submit has set where none is given.

    A session that runs already is taken, and stays; one of our own is stopped. EngineError where Spark or Java is
    missing, where nobody answers at the master's address, and where a job fails.
    """
    check_spark()
    running = running_session()
    if running is not None and master not in (None, running.sparkContext.master):
        what = f"a session of Spark runs already, on {running.sparkContext.master}"
        raise EngineError(what, where=str(master), todo="Stop it first, or give no master.")
    with _failures(master or "Spark"):
        session = running or _started(master)
        try:
            yield session
        finally:
            if running is None:
                session.stop()


def running_session() -> SparkSession | None:
    """The session of Spark that runs in this program."""
    from pyspark.sql import SparkSession

    return SparkSession.getActiveSession()


def check_spark() -> None:
    """Raises an EngineError where Spark or the Java that it runs on is missing."""
    if find_spec("pyspark") is None:
        raise EngineError("needs Spark", where="--engine spark", todo="Install it: pip install 'solieu[spark]'.")
    if SUBMITTED in os.environ:  # Java runs it
        return
    java = java_command()
    if java is None:
        raise EngineError("Spark needs Java, and there is none", where="--engine spark", todo=INSTALL_JAVA)
    version = java_version(java)
    if version is not None and version < LEAST_JAVA:
        what = f"Spark needs Java {LEAST_JAVA}, and this is Java {version}"
        raise EngineError(what, where=java, todo=INSTALL_JAVA)


def java_command() -> str | None:
    """The command that starts Java: that of JAVA_HOME, or that on the path; None where there is none."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which(Path(home, "bin", "java")) if home else shutil.which("java")


def java_version(java: str) -> int | None:
    """The version of a Java: 17; None where it does not say."""
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    except OSError:
        return None
    found = _VERSION.search(said)
    return int(found[1]) if found else None


def _started(master: str | None) -> SparkSession:
    """A session of our own."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("solieu")
    if SUBMITTED in os.environ and master is None:
        return builder.getOrCreate()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else python3, which may be another one
    settings = SETTINGS | _settings_for(master or LOCAL)
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _settings_for(master: str) -> dict[str, str]:
    """The settings by which the master and its workers find this program."""
    if local := _LOCAL.fullmatch(master):
        here = dict.fromkeys(("spark.driver.host", "spark.driver.bindAddress"), "127.0.0.1")
        return here | {"spark.master": f"local[{local[1] or 1},{TRIES}]", "spark.ui.enabled": "false"}
    if found := _MASTER.fullmatch(master):
        own = _address_towards(found[1], master)
        return {"spark.master": master} | ({} if "SPARK_LOCAL_IP" in os.environ else {"spark.driver.host": own})
    return {"spark.master": master}


def _address_towards(masters: str, given: str) -> str:
    """The address of this machine by which the first master that answers sees it; EngineError where none answers."""
    reason = "no HOST:PORT"
    for one in masters.split(","):
        host, _, port = one.rpartition(":")
        if not host or not port.isdigit():
            continue
        try:
            with socket.create_connection((host, int(port)), PATIENCE) as connection:
                return str(connection.getsockname()[0])
        except OSError as error:
            reason = error.strerror or str(error)
    todo = "Check the address (spark://HOST:PORT, as the master tells it) and that the master runs."
    raise EngineError(f"no master of Spark answers: {reason}", where=given, todo=todo)


@contextmanager
def _failures(where: str) -> Iterator[None]:
    """Says of a job that fails what its innermost error says."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        said = " ".join((_causes(str(error)) or str(error).strip().splitlines() or ["it does not say why"])[-1].split())
        todo = "See what the workers say; each needs this version of solieu, and the paths as they are here."
        raise EngineError(f"Spark gave up: {said[:MOST_SAID]}", where=where, todo=todo) from error


def _causes(said: str) -> list[str]:
    return [match["said"] for match in _CAUSE.finditer(said)]
