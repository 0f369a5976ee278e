"""The networks of a pipeline that embed tokens and look at their neighbours: found, and made faster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model

    from corpus_pkg.annotate.networks.decoder import NameDecoder

# What follows from a token's spelling and norm and the blank behind it.
_TOLD = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE", "LOWER", "ORTH", "SPACY", "IS_SPACE"})
_LAYERS = 2


def quicken(pipeline: Language) -> None:
    """Makes a pipeline keep the vectors of words, and multiply text by text.

    Its predictions are the same, but for the last bits of the scores that they rest on.

    Args:
        pipeline: one of spaCy's CNN pipelines; of others, the networks of another make are left as they are.
    """
    from corpus_pkg.annotate.networks.products import multiply_apart
    from corpus_pkg.annotate.networks.word_vectors import keep_word_vectors

    for network in networks(pipeline):
        network.layers[:] = [keep_word_vectors(network.layers[0], pipeline.vocab), multiply_apart(network.layers[1])]


def name_decoder(pipeline: Language) -> NameDecoder | None:
    """What decodes the names that a pipeline's recogniser sees; None where it is of another kind."""
    from corpus_pkg.annotate.networks.decoder import NameDecoder, decodes

    return NameDecoder(pipeline) if decodes(pipeline) else None


def networks(pipeline: Language) -> list[Model[Any, Any]]:
    """The networks of a pipeline that embed tokens, one at a time, and then let them look at their neighbours."""
    found = []
    for name, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        if name == "tok2vec":
            found.append(model)
        elif model is not None and model.has_ref("tok2vec") and model.get_ref("tok2vec").layers:
            found.append(model.get_ref("tok2vec").layers[0])
    return [each for each in found if each is not None and _known(each)]


def _known(network: Model[Any, Any]) -> bool:
    """Whether a network first knows of a token what `_TOLD` names and no more, and then looks around with margins."""
    if len(network.layers) != _LAYERS or "pad" not in network.layers[1].attrs:
        return False
    layers = {each.name: each for each in network.layers[0].walk()}
    columns = layers["extract_features"].attrs["columns"] if "extract_features" in layers else ["unknown"]
    return {"static_vectors", "ragged2list"} <= set(layers) and set(columns) <= _TOLD
