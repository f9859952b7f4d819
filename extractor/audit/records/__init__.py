"""The audit against official records: files of official figures, and the rows of them that figures are held against."""

from extractor.audit.records.reading import Records, Row, read_records

__all__ = ("Records", "Row", "read_records")
