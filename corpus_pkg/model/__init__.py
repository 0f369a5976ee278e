"""The records, declared once, and what is derived from them."""

from corpus_pkg.model.annotations import Claim, Cue, DateMention, Entity, Mention, Quote, Span, Speaker
from corpus_pkg.model.article import Article
from corpus_pkg.model.link import Link
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.provenance import Annotator, Edit, ModelUse, Region
from corpus_pkg.model.tables import TABLES, Table, table
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION

__all__ = [
    "PIPELINE_VERSION",
    "SCHEMA_VERSION",
    "TABLES",
    "Annotator",
    "Article",
    "Claim",
    "Cue",
    "DateMention",
    "Edit",
    "Entity",
    "Link",
    "Manifest",
    "Mention",
    "ModelUse",
    "Quote",
    "Region",
    "Span",
    "Speaker",
    "Table",
    "table",
]
