"""`make tables`: the tables that are made from others, written beside the modules that read them."""

from __future__ import annotations

from extractor.places import gazetteer, mapping


def main() -> None:
    """Writes each."""
    gazetteer.TABLES.mkdir(exist_ok=True)
    for name, text in mapping.tables().items():
        (gazetteer.TABLES / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
