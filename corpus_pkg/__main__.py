"""`python -m corpus_pkg`."""

from corpus_pkg.cli import main

if __name__ == "__main__":
    main()
