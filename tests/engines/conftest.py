"""One session of Spark for all tests, and one process: without Java, or Spark, they are skipped and say so."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli.app import app
from extractor.cli.exit import SOME_FAILED
from extractor.engines.spark.session import check_spark
from extractor.model.errors import EngineError
from tests.datasets import ROOT
from tests.engines.corpora import Both, ByOne, by_one_machine, mixed

QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"  # a Java that is started for seconds of work


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.xdist_group("spark"))


@pytest.fixture(scope="session")
def has_spark() -> None:
    """Skips where Spark cannot run."""
    try:
        check_spark()
    except EngineError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def by_one(tmp_path_factory: pytest.TempPathFactory) -> ByOne:
    """News of every form with what goes wrong, and what one machine makes of it."""
    place = tmp_path_factory.mktemp("by-one")
    news = mixed(place / "in")
    return ByOne(news, place / "out", by_one_machine(news, place / "out"))


@pytest.fixture(scope="session")
def session(has_spark: None) -> Iterator[object]:
    """A session with two processors."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    builder = SparkSession.builder.master("local[2,4]").appName("tests")
    for name, value in {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.driver.extraJavaOptions": QUICK,
        "spark.ui.enabled": "false",
        "spark.log.level": "ERROR",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.shuffle.partitions": "4",
    }.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    yield spark
    spark.stop()


@pytest.fixture(scope="session")
def both(session: object, by_one: ByOne, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The same news by the command that uses Spark."""
    many = tmp_path_factory.mktemp("out") / "on [spark] {1}"  # marks that patterns of paths have
    done = CliRunner().invoke(app, ["run", str(by_one.news), "--engine", "spark", "--out", str(many)])
    assert done.exit_code == SOME_FAILED, done.output
    return Both(by_one.out, many, (by_one.said, done))
