"""`python -m corpus_pkg.evaluate`, which `scripts/bench` calls."""

from corpus_pkg.evaluate.command import main

if __name__ == "__main__":
    main()
