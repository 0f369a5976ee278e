"""Each quotation's speaker: the frames in which news copy attributes what it quotes, the surest first."""

from __future__ import annotations

from dataclasses import replace

from corpus_pkg.annotate.quotes.beside import behind, introduced, turn
from corpus_pkg.annotate.quotes.sentence import Attribution, Sentence
from corpus_pkg.annotate.quotes.verbs import DESCRIBING, LEMMAS
from corpus_pkg.annotate.quotes.within import according, closing, inside, parallel, resumed


def described(sentence: Sentence, quote: int) -> Attribution | None:
    """`Okoro called it “...”, Sousa said`: who describes speaks, and the clause behind reports it."""
    if not sentence.embedded(quote):
        return None
    governed, reported = inside(sentence, quote), behind(sentence, quote)
    if governed is None or reported is None or governed.cue is None or governed.rule != "inside":
        return None
    verb = LEMMAS.get(sentence.source[slice(*governed.cue)].lower())
    between = sentence.source[governed.cue[1] : sentence.tokens[quote].start]
    return replace(governed, reporter=reported.speaker) if verb in DESCRIBING and "," not in between else None


_FRAMES = (turn, described, behind, introduced, resumed, inside, closing, according, parallel, Sentence.subject)


def attribute(sentence: Sentence, quote: int) -> Attribution | None:
    """The attribution of a quotation; None if no frame holds it.

    Args:
        sentence: the sentence; what was found for its earlier quotations is taken up.
        quote: the quotation's token.
    """
    for frame in _FRAMES:
        found = frame(sentence, quote)
        if found:
            sentence.done[quote] = found
            return found if found.reporter else replace(found, reporter=_reporter(sentence, quote, found))
    return None


def _reporter(sentence: Sentence, quote: int, found: Attribution) -> tuple[int, int] | None:
    """Who reports that the speaker said so (`Okoro said, according to Nordwire`, `..., the Courier reported`)."""
    named = according(sentence, quote) or (closing(sentence, quote) if found.rule.startswith("inside") else None)
    return named.speaker if named and found.speaker and named.speaker != found.speaker else None
