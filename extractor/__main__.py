"""`python -m extractor` is `solieu`."""

from extractor.cli.app import main

if __name__ == "__main__":
    main()
