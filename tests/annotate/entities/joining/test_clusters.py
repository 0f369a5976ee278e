"""Names of an article joined; time grows with their number, not with its square."""

from __future__ import annotations

import time

from entity_support import marked
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.entities.joining.clusters import cluster_mentions
from corpus_pkg.annotate.entities.mentions.draft import Named
from corpus_pkg.annotate.gazetteer import Gazetteer, default_gazetteer
from corpus_pkg.model.vocabulary import EntityType


def _forms(text: str, gazetteer: Gazetteer | None = None) -> list[list[str]]:
    plain, labels = marked(text)
    names: dict[str, EntityType] = {"PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}
    mentions = [Named(each.start, each.end, names[each.label], each.label, "model") for each in labels]
    found = cluster_mentions(plain, mentions, gazetteer or default_gazetteer())
    return [[plain[each.start : each.end] for each in cluster.mentions] for cluster in found]


def test_a_short_form_joins_the_one_name_that_it_may_be_short_for() -> None:
    text = "[Anna Lindholm|PERSON], [Lindholm|PERSON]; [Harrow Water Board|ORG], [HWB|ORG]; [Board|ORG]"
    assert _forms(text) == [["Anna Lindholm", "Lindholm"], ["Harrow Water Board", "HWB", "Board"]]


def test_a_form_that_two_names_would_do_for_joins_neither() -> None:
    text = "[Harrow Journal|ORG] and [Norwood Journal|ORG]: the [Journal|ORG]"
    assert _forms(text) == [["Harrow Journal"], ["Norwood Journal"], ["Journal"]]


def test_a_bare_surname_is_of_the_one_who_has_been_named() -> None:
    text = "[Anna Berg|PERSON] left. [Berg|PERSON] paid. [Karl Berg|PERSON] came. [Berg|PERSON] slept."
    assert _forms(text) == [["Anna Berg", "Berg"], ["Karl Berg"], ["Berg"]]


def test_a_surname_goes_before_a_given_name() -> None:
    text = "[Rosa Warren|PERSON] met [Warren Hale|PERSON]. [Warren|PERSON] left."
    assert _forms(text) == [["Rosa Warren", "Warren"], ["Warren Hale"]]


def test_a_title_tells_two_of_one_surname_apart() -> None:
    text = "[Anna Berg|PERSON] and [Karl Berg|PERSON]: Mrs. [Berg|PERSON] left, Mr [Berg|PERSON] stayed."
    assert _forms(text) == [["Anna Berg", "Berg"], ["Karl Berg", "Berg"]]


def test_another_name_that_the_text_gives_is_joined() -> None:
    text = "[Karl Hale|PERSON], also known as [Hem|ORG], left. [Hem|ORG] paid. [Harrow|ORG] met [Norwood|ORG]."
    assert _forms(text) == [["Karl Hale", "Hem", "Hem"], ["Harrow"], ["Norwood"]]


def test_a_half_of_a_country_is_the_country() -> None:
    assert _forms("[North Korea|LOC] paid; the [North|LOC] left.") == [["North Korea", "North"]]
    assert _forms("The [North|LOC] of [Norwood|LOC].") == [["North"], ["Norwood"]]


def test_a_country_that_is_labelled_a_body_keeps_its_country() -> None:
    assert _forms("[Kenya|ORG] said; [Kenya|ORG] paid.") == [["Kenya", "Kenya"]]


def test_a_head_alone_is_read_with_what_follows_it() -> None:
    text = "[University|ORG] of Norwood; [University|ORG] of Harrow; [University|ORG] of Norwood"
    assert _forms(text) == [["University", "University"], ["University"]]


@given(
    st.lists(st.sampled_from(["Anna Berg", "Karl Berg", "Berg", "A. Berg", "HWB", "Harrow Water Board"]), max_size=9)
)
def test_every_mention_is_in_one_cluster(names: list[str]) -> None:
    text = "; ".join(f"[{name}|{'ORG' if name.startswith('H') else 'PERSON'}]" for name in names)
    assert sorted(form for cluster in _forms(text) for form in cluster) == sorted(names)


def test_many_names_take_time_by_their_number() -> None:
    def seconds(count: int) -> float:
        letters = "bcdfghklmnprstvz"
        syllables = [f"{one}a{two}o" for one in letters for two in letters]
        names = [f"{syllables[n % 256].title()} {syllables[n // 3 % 256].title()}{n}x" for n in range(count)]
        text, labels = marked("; ".join(f"[{name}|PERSON]" for name in names))
        mentions = [Named(each.start, each.end, "PERSON", None, "model") for each in labels]
        started = time.process_time()
        cluster_mentions(text, mentions, default_gazetteer())
        return time.process_time() - started

    seconds(200)
    few, many = min(seconds(400) for _ in range(3)), min(seconds(4800) for _ in range(2))
    # Twelve times as many; squared it would be 144 times the time.
    assert many < 90 * few
