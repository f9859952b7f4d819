"""The same extraction and merge on Spark: `run` reads what all machines see, or a data frame, and writes Parquet."""

from extractor.engines.spark.running import Distributed, run

__all__ = ["Distributed", "run"]
