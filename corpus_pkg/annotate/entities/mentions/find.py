"""Mentions of names: what the model labelled, repaired by what the whole document says."""

from __future__ import annotations

from collections.abc import Iterable

from corpus_pkg.annotate.entities.mentions.acronyms import add_acronyms
from corpus_pkg.annotate.entities.mentions.bounds import name_bounds
from corpus_pkg.annotate.entities.mentions.companies import extend_bodies, extend_companies, settle_companies
from corpus_pkg.annotate.entities.mentions.draft import TYPES, Draft, Named
from corpus_pkg.annotate.entities.mentions.evidence import settle_types
from corpus_pkg.annotate.entities.mentions.filing import add_filed
from corpus_pkg.annotate.entities.mentions.known import add_known, settle_known
from corpus_pkg.annotate.entities.mentions.ordinary import drop_ordinary
from corpus_pkg.annotate.entities.mentions.sports import settle_clubs
from corpus_pkg.annotate.entities.mentions.spread import spread
from corpus_pkg.annotate.entities.mentions.surnames import settle_surnames
from corpus_pkg.annotate.entities.mentions.titled import add_speakers, add_titled, settle_titled
from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.gazetteer import Gazetteer
from corpus_pkg.model.vocabulary import EntityType


def find_mentions(text: str, plain: str, labelled: Iterable[Labelled], gazetteer: Gazetteer) -> list[Named]:
    """The mentions of a text, by start and without overlap.

    Args:
        text: the article's text.
        plain: the same without capitals where whole lines have them, see `recase`.
        labelled: what the model labelled in it.
        gazetteer: what is known by which name.
    """
    draft = Draft(plain, gazetteer)
    here: EntityType
    for each in labelled:
        if each.label in TYPES:
            kind = TYPES[each.label]
            for start, end in name_bounds(plain, each.start, each.end, kind):
                # "Hale, D-N.Y.": a congressman's state.
                here = "LOC" if plain[max(0, start - 2) : start] in ("D-", "R-") else kind
                draft.put_if_free(Named(start, end, here, each.label, "model" if here == kind else "rule"))
    drop_ordinary(draft)
    extend_companies(draft)
    extend_bodies(draft)
    add_acronyms(draft)
    add_titled(draft)
    settle_titled(draft)
    add_known(draft)
    settle_types(draft)
    add_filed(draft, text)
    settle_known(draft)
    settle_companies(draft)
    settle_surnames(draft)
    add_speakers(draft)
    settle_clubs(draft)
    spread(draft)
    return list(draft)
