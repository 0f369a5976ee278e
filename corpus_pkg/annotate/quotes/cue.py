"""A cue of reported speech."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_pkg.annotate.quotes.clauses import Phrase

ACCORDING = "according to"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb (or `according to`) that reports speech.

    Attributes:
        first, last: its words.
        lemma: what it is a form of.
        subject: the words that name who speaks; None where the sentence does not say.
        inverted: the subject stands after it (`said Okoro`).
        reporter: the words that name who quotes the subject (`Nordwire quoted Okoro as saying`).
        pronoun: the token of `who` or `which` if it stands in a relative clause.
    """

    first: int
    last: int
    lemma: str
    subject: Phrase | None
    inverted: bool = False
    pronoun: int | None = None
    reporter: Phrase | None = None
