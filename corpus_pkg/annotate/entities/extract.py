"""The entities of an article: mentions found, joined, and given their keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus_pkg.annotate.entities.joining.clusters import Cluster, cluster_mentions
from corpus_pkg.annotate.entities.joining.keys import Identity, identify
from corpus_pkg.annotate.entities.mentions.capitals import recase
from corpus_pkg.annotate.entities.mentions.draft import Named
from corpus_pkg.annotate.entities.mentions.find import find_mentions
from corpus_pkg.annotate.entities.names import slug
from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.entities.roles import role_before
from corpus_pkg.annotate.gazetteer import Gazetteer, agencies, bodies, default_gazetteer
from corpus_pkg.model.annotations import Entity, Mention
from corpus_pkg.model.ids import record_id


def find_entities(article: str, text: str, labelled: Iterable[Labelled], agency: str | None = None,
                  gazetteer: Gazetteer | None = None) -> list[Entity]:  # fmt: skip
    """The entities of an article, by first mention.

    Args:
        article: the article's id.
        text: its text.
        labelled: what a recogniser labelled in it.
        agency: the agency that supplied the copy; an entity too, though the text may not name it.
        gazetteer: what is known by which name; None for the one that the package ships.
    """
    plain = recase(text)
    gazetteer = gazetteer or default_gazetteer()
    mentions = find_mentions(text, plain, labelled, gazetteer)
    return _entities(article, text, cluster_mentions(plain, mentions, gazetteer), agency)


def join_mentions(article: str, text: str, mentions: Sequence[Named], agency: str | None = None,
                  gazetteer: Gazetteer | None = None) -> list[Entity]:  # fmt: skip
    """Mentions joined into entities, by first mention.

    Args:
        article: the article's id.
        text: its text.
        mentions: the mentions of names in it.
        agency: the agency that supplied the copy; an entity too, though the text may not name it.
        gazetteer: what is known by which name; None for the one that the package ships.
    """
    clusters = cluster_mentions(recase(text), mentions, gazetteer or default_gazetteer())
    return _entities(article, text, clusters, agency)


def _entities(article: str, text: str, clusters: Sequence[Cluster], agency: str | None) -> list[Entity]:
    found: dict[tuple[str, str], Entity] = {}
    for cluster in clusters:
        entity = _entity(article, text, cluster, identify(cluster, text, article))
        same = found.get((entity.key, entity.type))
        found[entity.key, entity.type] = _united(same, entity) if same else entity
    entities = list(found.values())
    supplier = _supplier(article, agency) if agency else None
    if supplier is not None and not any(each.key == supplier.key for each in entities):
        entities.append(supplier)
    return entities


def _entity(article: str, text: str, cluster: Cluster, identity: Identity) -> Entity:
    labels = Counter(each.label for each in cluster.mentions if each.label is not None)
    ranked = sorted(labels, key=lambda label: (-labels[label], label))
    person = cluster.type == "PERSON"
    roles = {role_before(text, each.start) for each in cluster.mentions} if person else set()
    return Entity(
        id=record_id("e", article, identity.key, cluster.type), key=identity.key, name=cluster.name, type=cluster.type,
        subtype=ranked[0] if ranked else None, aliases=sorted(set(cluster.forms) - {cluster.name}),
        roles=sorted(each for each in roles if each), country=identity.country, wikidata=identity.wikidata,
        metonym_of=identity.metonym_of,
        mentions=[Mention(start=each.start, end=each.end, text=text[each.start : each.end], kind="name",
                          provenance=each.provenance)
                  for each in cluster.mentions],
        review="auto",
    )  # fmt: skip


def _united(one: Entity, two: Entity) -> Entity:
    """Two clusters that turned out to have one key."""
    name = max((one.name, two.name), key=lambda form: (len(form.split()), len(form)))
    forms = {one.name, two.name, *one.aliases, *two.aliases}
    return Entity(
        id=one.id, key=one.key, name=name, type=one.type, subtype=one.subtype or two.subtype,
        aliases=sorted(forms - {name}), roles=sorted({*one.roles, *two.roles}), country=one.country,
        wikidata=one.wikidata, metonym_of=one.metonym_of,
        mentions=sorted([*one.mentions, *two.mentions], key=lambda each: each.start), review="auto",
    )  # fmt: skip


def _supplier(article: str, agency: str) -> Entity | None:
    """The agency as an entity without mentions: the tail or dateline names it, the text does not."""
    body = agencies().get(agency) or bodies().get(agency)
    key = f"org:{slug(body.name if body else agency)}"
    return Entity(
        id=record_id("e", article, key, "ORG"), key=key, name=agency, type="ORG", subtype=None,
        aliases=[body.name] if body and body.name != agency else [], roles=["agency"],
        country=body.country if body else None, wikidata=body.wikidata if body else None, metonym_of=None, mentions=[],
        review="auto",
    )  # fmt: skip
