"""Whose an article is, and what may be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_pkg.model.declare import declared
from corpus_pkg.model.vocabulary import RightsBasis, RightsProvenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The rights in one article; what nothing states is null, and a text of unknown rights is not passed on."""

    statement: str | None = declared("The words that state them, as they stand there.", min_length=1)
    license: str | None = declared("SPDX identifier of the licence, where it is one that SPDX knows.", min_length=1)
    holder: str | None = declared("Who holds them.", min_length=1)
    redistributable: bool | None = declared("Whether the text may be passed on to anyone; null where nothing says so.")
    tdm_reserved: bool | None = declared(
        "Whether text and data mining is reserved (TDM Reservation Protocol, W3C 2024); null where nothing says so."
    )
    basis: RightsBasis | None = declared("On what ground the text may be passed on.")
    provenance: RightsProvenance = declared("Where they were read, the strongest where several state them.")
