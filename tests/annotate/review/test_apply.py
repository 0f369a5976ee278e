"""Corrections over what the annotator found: what is meant is done, references follow, and the rest is a finding."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from review_support import article, document, place, reading, reviewed, stated

from corpus_pkg.annotate.review import apply_review
from corpus_pkg.findings import Finding
from corpus_pkg.model.annotations import Claim, Entity, Quote
from corpus_pkg.model.article import Article
from corpus_pkg.model.ids import record_id
from corpus_pkg.model.rows import to_row
from corpus_pkg.validate.columns.row import corrected_findings

SIGN, READY, FARCE, HE_TOLD, HOME = (
    "We will sign on Friday,",
    "The text is ready.",
    "a farce",
    "He told me ‘go home’ and I went,",
    "go home",
)
ANNA, PETER = "Anna Lindholm", "Peter Okoro"
_NAME_OF = {"kind": "name"}


def _quote(found: Article, words: str) -> Quote:
    return next(each for each in found.quotes if each.text == words)


def _entity(found: Article, name: str) -> Entity:
    return next(each for each in found.entities if each.name == name)


def _claim(found: Article) -> Claim:
    return next(each for each in found.claims if "40%" in each.text)


def _codes(findings: list[Finding]) -> list[str]:
    return [each.rule.code for each in findings]


def _done(folder: Path, *corrections: dict[str, Any]) -> Article:
    """The article with corrections that leave nothing to say."""
    done = reviewed(folder, *corrections)
    assert _codes(done.findings) == []
    assert _codes(corrected_findings(to_row(done.article))) == []
    return done.article


def test_the_article_is_what_the_tests_take_it_for() -> None:
    found = article()
    assert [each.text for each in found.quotes] == [SIGN, READY, FARCE, HE_TOLD, HOME]
    assert _quote(found, READY).group == _quote(found, SIGN).id
    assert _quote(found, HOME).nested_in == _quote(found, HE_TOLD).id
    assert {ANNA, PETER} <= {each.name for each in found.entities}
    assert {_quote(found, each).speaker_entity for each in (SIGN, READY, FARCE)} == {_entity(found, ANNA).id}
    assert corrected_findings(to_row(found)) == []


@pytest.mark.parametrize(
    ("config", "words"), [("quotes", FARCE), ("entities", ANNA), ("claims", "about 40%"), ("dates", "Friday")]
)
def test_a_confirmed_record_is_reviewed_and_certain(tmp_path: Path, config: str, words: str) -> None:
    before, after = to_row(article()), to_row(_done(tmp_path, stated("confirm", config, words)))
    changed = [(one, two) for one, two in zip(before[config], after[config], strict=True) if one != two]
    ((one, two),) = changed
    assert two == one | {"review": "reviewed"} | ({"confidence": 1.0} if "confidence" in one else {})
    assert {name for name in before if before[name] != after[name]} == {config, "corrections"}


def test_the_whole_article_is_confirmed(tmp_path: Path) -> None:
    found = _done(tmp_path, stated("confirm", "articles"))
    records = [*found.quotes, *found.entities, *found.claims, *found.dates]
    assert {each.review for each in (found, *records)} == {"reviewed"}
    assert {each.confidence for each in (*found.quotes, *found.claims)} == {1.0}
    assert [(each.config, each.record, each.start) for each in found.corrections] == [("articles", found.id, None)]


def test_corrections_are_kept_in_their_order(tmp_path: Path) -> None:
    found = _done(
        tmp_path,
        stated("add", "dates", "told", set={"type": "DATE", "value": "2025"}, on="2025-05-01", by="Bo", note="Why."),
        stated("remove", "quotes", HOME),
        stated("change", "claims", "about 40%", set={"of": "the ships", "measured": "ships"}),
        stated("confirm", "entities", PETER, note=None),
    )
    kept = found.corrections
    assert [(each.action, each.config, each.text) for each in kept] == [
        ("add", "dates", "told"),
        ("remove", "quotes", HOME),
        ("change", "claims", "about 40%"),
        ("confirm", "entities", PETER),
    ]
    assert [each.fields for each in kept] == [["type", "value"], [], ["measured", "of"], []]
    assert [each.record for each in kept] == [
        None,
        _quote(article(), HOME).id,
        _claim(article()).id,
        _entity(article(), PETER).id,
    ]
    assert (kept[0].by, kept[0].on, kept[0].note) == ("Bo", dt.date(2025, 5, 1), "Why.")
    assert (kept[1].by, kept[1].on, kept[1].note) == ("Ada", dt.date(2025, 6, 1), None)
    assert [(each.start, each.end) for each in kept[1:2]] == [(place(HOME)["start"], place(HOME)["end"])]


def test_a_quotation_is_added_with_its_speaker(tmp_path: Path) -> None:
    words = "about 40% of the ships had left"
    speaker = place("She") | {"kind": "pronoun"}
    found = _done(
        tmp_path, stated("add", "quotes", words, set={"kind": "indirect", "speaker": speaker, "cue": place("said")})
    )
    added = _quote(found, words)
    assert added.id == record_id("q", found.id, "quote", added.start, added.end)
    assert (added.group, added.rule, added.confidence, added.review) == (added.id, "reviewed", 1.0, "reviewed")
    assert (added.attribution, added.speaker_entity, added.speaker_name) == ("explicit", None, None)
    assert [each.start for each in found.quotes] == sorted(each.start for each in found.quotes)
    assert _claim(found).quote_id == added.id


def test_an_added_entity_is_found_by_an_added_speaker_wherever_the_two_stand(tmp_path: Path) -> None:
    speaker = place("the talks") | {"kind": "nominal"}
    found = _done(
        tmp_path,
        stated("add", "quotes", "chairs", set={"kind": "indirect", "speaker": speaker}),
        stated("add", "entities", "the talks", set={"name": "the talks", "type": "MISC"}),
    )
    added = _entity(found, "the talks")
    assert added.id == record_id("e", found.id, added.key, "MISC")
    assert (_quote(found, "chairs").speaker_entity, _quote(found, "chairs").speaker_name) == (added.id, "the talks")


def test_a_claim_is_added_with_its_sentence(tmp_path: Path) -> None:
    start = place("a spokesman")["start"]
    fields = {"kind": "count", "value": 1, "unit": "spokesman", "unit_text": "spokesman", "measured": "spokesman",
              "number": {"start": start, "end": start + 1}}  # fmt: skip
    found = _done(tmp_path, stated("add", "claims", "a spokesman", set=fields))
    added = next(each for each in found.claims if each.text == "a spokesman")
    assert added.id == record_id("c", found.id, "claim", added.start, added.end)
    assert added.sentence in found.sentences
    assert (added.quote_id, added.modifier, added.change, added.rule) == (None, "equal", "none", "reviewed")


def test_an_id_follows_the_stretch_and_references_follow_the_id(tmp_path: Path) -> None:
    found = _done(tmp_path, stated("change", "quotes", HE_TOLD, set={"end": place(HE_TOLD)["end"] - 1}))
    moved = next(each for each in found.quotes if each.start == place(HE_TOLD)["start"])
    assert moved.text == HE_TOLD[:-1]
    assert moved.id == record_id("q", found.id, "quote", moved.start, moved.end) != _quote(article(), HE_TOLD).id
    assert _quote(found, HOME).nested_in == moved.group == moved.id == found.corrections[0].record


def test_the_parts_of_an_utterance_follow_its_first(tmp_path: Path) -> None:
    found = _done(tmp_path, stated("change", "quotes", SIGN, set={"end": place(SIGN)["end"] - 1}))
    assert {each.group for each in found.quotes[:2]} == {found.quotes[0].id}


def test_speakers_follow_an_entity_that_has_another_key(tmp_path: Path) -> None:
    found = _done(tmp_path, stated("change", "entities", ANNA, set={"key": "person:lindholm", "name": "Lindholm"}))
    entity = _entity(found, "Lindholm")
    assert entity.id == record_id("e", found.id, "person:lindholm", "PERSON") != _entity(article(), ANNA).id
    for words in (SIGN, READY, FARCE):
        assert (_quote(found, words).speaker_entity, _quote(found, words).speaker_name) == (entity.id, "Lindholm")


def test_speakers_of_a_removed_entity_keep_their_words(tmp_path: Path) -> None:
    found = _done(tmp_path, stated("remove", "entities", ANNA))
    assert ANNA not in {each.name for each in found.entities}
    assert {_quote(found, each).speaker_entity for each in (SIGN, READY, FARCE)} == {None}
    speaker = _quote(found, SIGN).speaker
    assert speaker is not None
    assert speaker.text == ANNA


def test_another_speaker_is_another_entity(tmp_path: Path) -> None:
    found = _done(tmp_path, stated("change", "quotes", FARCE, set={"speaker": place(PETER) | _NAME_OF}))
    quote = _quote(found, FARCE)
    assert (quote.speaker_entity, quote.speaker_name, quote.attribution) == (
        _entity(found, PETER).id,
        PETER,
        "explicit",
    )
    none = _done(tmp_path, stated("change", "quotes", FARCE, set={"speaker": None}))
    quote = _quote(none, FARCE)
    assert (quote.speaker_entity, quote.speaker_name, quote.attribution) == (None, None, "none")


def test_a_part_with_another_speaker_leaves_its_utterance(tmp_path: Path) -> None:
    found = _done(tmp_path, stated("change", "quotes", READY, set={"speaker": place(PETER) | _NAME_OF}))
    assert _quote(found, READY).group == _quote(found, READY).id


def test_what_stood_in_a_removed_quotation_stands_alone(tmp_path: Path) -> None:
    found = _done(tmp_path, stated("remove", "quotes", HE_TOLD))
    assert (_quote(found, HOME).nested_in, _quote(found, HOME).group) == (None, _quote(found, HOME).id)


def test_a_claim_of_a_removed_quotation_is_the_articles_own(tmp_path: Path) -> None:
    words = "about 40% of the ships had left"
    speaker = place("She") | {"kind": "pronoun"}
    with_quote = _done(tmp_path, stated("add", "quotes", words, set={"kind": "indirect", "speaker": speaker}))
    assert _claim(with_quote).quote_id == _quote(with_quote, words).id
    review, _ = reading(tmp_path, document(stated("remove", "quotes", words)))
    assert review is not None
    without = apply_review(with_quote, review).article
    assert (_claim(without).quote_id, _claim(without).asserted_by) == (None, None)


def test_an_utterance_whose_first_part_is_removed_stays_one(tmp_path: Path) -> None:
    third = stated("add", "quotes", "reporters", set={"kind": "indirect", "speaker": place(ANNA) | _NAME_OF,
                                                      "group": _quote(article(), SIGN).id})  # fmt: skip
    found = _done(tmp_path, third)
    assert len({_quote(found, each).group for each in (SIGN, READY, "reporters")}) == 1
    review, _ = reading(tmp_path, document(stated("remove", "quotes", SIGN)))
    assert review is not None
    left = apply_review(found, review).article
    assert len({_quote(left, each).group for each in (READY, "reporters")}) == 1


def test_an_entity_that_is_removed_and_added_anew_keeps_its_speakers(tmp_path: Path) -> None:
    key = _entity(article(), ANNA).key
    add = stated("add", "entities", "the talks", set={"key": key, "type": "PERSON", "name": ANNA, "mentions": []})
    found = reviewed(tmp_path, stated("remove", "entities", ANNA), add).article
    assert _entity(found, ANNA).id == _entity(article(), ANNA).id == _quote(found, SIGN).speaker_entity


def test_stale_words_are_told_where_they_stand_now(tmp_path: Path) -> None:
    moved = stated("confirm", "quotes", FARCE) | {"start": 3, "end": 10}
    text = json.dumps({"schema_version": "0.1.0", "corrections": [moved]}, indent=2)
    review, findings = reading(tmp_path, text)
    assert review is not None
    assert findings == []
    (found,) = apply_review(article(), review).findings
    now = place(FARCE)
    assert found.rule.code == "R002"
    assert f"the words stand at [{now['start']}, {now['end']})" in found.message
    assert found.fix is not None
    assert text[found.fix.start : found.fix.end] == found.fix.old
    mended = text[: found.fix.start] + found.fix.new + text[found.fix.end :]
    assert json.loads(mended)["corrections"] == [moved | now]
    review, _ = reading(tmp_path, mended)
    assert review is not None
    assert apply_review(article(), review).findings == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("no such words", "no more in the article"),
        ("the", "again later"),
        ("sign on Fri", "stand at ["),
        ("alks", "stand at ["),
    ],
)
def test_stale_words_that_are_gone_or_doubtful_are_not_mended(tmp_path: Path, words: str, said: str) -> None:
    correction = stated("confirm", "quotes") | {"start": 0, "end": len(words), "text": words}
    done = reviewed(tmp_path, correction)
    assert done.article == article()
    (found,) = done.findings
    assert (found.rule.code, found.fix) == ("R002", None)
    assert said in found.message
    assert (found.place.line, found.place.pointer) == (1, "/corrections/0/start")


@pytest.mark.parametrize(("start", "end"), [(5, 2), (0, 0), (10**6, 10**6 + 7), (0, 10**9)])
def test_odd_places_are_stale(tmp_path: Path, start: int, end: int) -> None:
    done = reviewed(tmp_path, stated("confirm", "quotes", FARCE) | {"start": start, "end": end})
    assert _codes(done.findings) == ["R002"]


_ELSEWHERE = "q" + "0" * 16
_SINGLE = {
    "R003": stated("remove", "quotes", "told reporters"),
    "R005": stated("add", "quotes", FARCE, set={"kind": "direct"}),
    "R006": stated("confirm", "quotes", FARCE, id=_ELSEWHERE),
}


@pytest.mark.parametrize("code", _SINGLE)
def test_what_cannot_be_applied_is_a_finding_and_nothing_changes(tmp_path: Path, code: str) -> None:
    done = reviewed(tmp_path, _SINGLE[code])
    assert _codes(done.findings) == [code]
    assert done.article == article()
    assert done.findings[0].place.file == "summit.annotations.json"
    other = reviewed(tmp_path, _SINGLE[code], stated("confirm", "quotes", SIGN))
    assert _codes(other.findings) == [code]
    assert _quote(other.article, SIGN).review == "reviewed"


def test_a_record_near_by_is_named(tmp_path: Path) -> None:
    (found,) = reviewed(tmp_path, stated("confirm", "entities", "Lindholm")).findings
    assert found.rule.code == "R003"
    assert repr(ANNA) in found.message


def test_of_two_corrections_of_one_record_neither_holds(tmp_path: Path) -> None:
    removal, change = stated("remove", "quotes", FARCE), stated("change", "quotes", FARCE, set={"kind": "direct"})
    done = reviewed(tmp_path, removal, change, stated("confirm", "quotes", SIGN))
    assert _codes(done.findings) == ["R004"]
    assert done.findings[0].place.pointer == "/corrections/1"
    assert _quote(done.article, FARCE) == _quote(article(), FARCE)
    assert [each.text for each in done.article.corrections] == [SIGN]
    assert _codes(reviewed(tmp_path, removal, change, removal).findings) == ["R004", "R004"]
    two = [stated("add", "quotes", "told reporters", set={"kind": kind}) for kind in ("direct", "indirect")]
    assert _codes(reviewed(tmp_path, *two).findings) == ["R004"]


def test_two_mentions_of_one_entity_are_one_record(tmp_path: Path) -> None:
    entity = _entity(article(), ANNA)
    more = replace(entity.mentions[0], **place("She"))
    found = replace(article(), entities=[replace(each, mentions=[*each.mentions, more]) if each is entity else each
                                         for each in article().entities])  # fmt: skip
    review, _ = reading(tmp_path, document(stated("confirm", "entities", ANNA), stated("remove", "entities", "She")))
    assert review is not None
    assert _codes(apply_review(found, review).findings) == ["R004"]


def test_a_change_that_changes_nothing_is_told_and_the_record_is_reviewed(tmp_path: Path) -> None:
    done = reviewed(tmp_path, stated("change", "quotes", FARCE, set={"kind": "partial"}))
    assert _codes(done.findings) == ["R009"]
    assert _quote(done.article, FARCE).review == "reviewed"


def test_a_text_that_changed_since_is_told(tmp_path: Path) -> None:
    digest = hashlib.sha256(article().text.encode()).hexdigest()
    confirm = stated("confirm", "quotes", FARCE)
    assert reviewed(tmp_path, confirm, text_sha256=digest).findings == []
    done = reviewed(tmp_path, confirm, text_sha256="0" * 64)
    assert _codes(done.findings) == ["R001"]
    assert done.findings[0].place.pointer == "/text_sha256"
    assert _quote(done.article, FARCE).review == "reviewed"


@pytest.mark.parametrize("setting", [False, True])
def test_a_whole_number_with_a_point_is_a_whole_number(tmp_path: Path, *, setting: bool) -> None:
    start, end = (float(place(FARCE)[name]) for name in ("start", "end"))
    correction = (
        stated("change", "quotes", FARCE, set={"end": end - 2})
        if setting
        else stated("confirm", "quotes", FARCE, start=start)
    )
    _done(tmp_path, correction)


_INCOMPLETE = {
    "a claim without a kind": stated("add", "claims", "reporters", set={"value": 3}),
    "a time without a type": stated("add", "dates", "reporters", set={"value": "2025"}),
    "a time with nothing but alternatives": stated("add", "dates", "Anna", set={"alternatives": ["2025"]}),
}


@pytest.mark.parametrize("name", _INCOMPLETE)
def test_an_added_record_that_is_not_whole_is_not_sound(tmp_path: Path, name: str) -> None:
    done = reviewed(tmp_path, _INCOMPLETE[name])
    assert done.findings or corrected_findings(to_row(done.article))


@pytest.mark.parametrize(
    "correction",
    [
        stated("change", "claims", "about 40%", set={"value": 2**60 + 1}),
        stated("change", "claims", "about 40%", set={"number": {"start": 0, "end": 1e300}}),
    ],
)
def test_numbers_that_no_column_holds_are_findings(tmp_path: Path, correction: dict[str, Any]) -> None:
    done = reviewed(tmp_path, correction)
    assert done.findings or corrected_findings(to_row(done.article))


def test_two_records_do_not_become_one(tmp_path: Path) -> None:
    add = [stated("add", "quotes", words, set={"kind": "indirect"}) for words in ("the talks", "told")]
    both = _done(tmp_path, *add)
    target = {name: place("told")[name] for name in ("start", "end")}
    review, _ = reading(tmp_path, document(stated("change", "quotes", "the talks", set=target)))
    assert review is not None
    done = apply_review(both, review)
    ids = [each.id for each in done.article.quotes]
    assert len(set(ids)) == len(ids) or done.findings or corrected_findings(to_row(done.article))


def test_a_type_is_changed_alone(tmp_path: Path) -> None:
    _done(tmp_path, stated("change", "entities", ANNA, set={"type": "ORG"}))


def test_the_id_of_another_article_is_told(tmp_path: Path) -> None:
    assert _codes(reviewed(tmp_path, stated("confirm", "articles", id="a" + "0" * 16)).findings) == ["R006"]


_WORDS = st.sampled_from(
    [
        *(each.text for each in article().quotes),
        ANNA,
        PETER,
        "Kenya",
        "about 40%",
        "40%",
        "Friday",
        "She",
        "told",
        "said",
        "the ships",
        "“",
        "a spokesman for Kenya’s Foreign Ministry",
    ]
)
_PLACES = _WORDS.map(place)
_SPAN = _PLACES.map(lambda each: {name: each[name] for name in ("start", "end")})
_MENTION = _PLACES.map(lambda each: each | {"kind": "name", "provenance": "rule"})
_SPEAKER = st.none() | st.tuples(_PLACES, st.sampled_from(["name", "nominal", "pronoun"])).map(
    lambda pair: pair[0] | {"kind": pair[1]}
)
_IDS = st.sampled_from([*(each.id for each in (*article().quotes, *article().entities, *article().claims)), _ELSEWHERE])
_OFFSET = st.integers(0, len(article().text) + 2)
_AMOUNT = st.none() | st.integers(-9, 99) | st.floats(allow_nan=False, allow_infinity=False)
_WORD = st.none() | st.sampled_from(["%", "percent", "ships", "the ships", "x"])
_FIELDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "quotes": {
        "start": _OFFSET,
        "end": _OFFSET,
        "kind": st.sampled_from(["direct", "partial", "indirect"]),
        "speaker": _SPEAKER,
        "cue": st.none() | _PLACES,
        "speaker_entity": st.none() | _IDS,
        "speaker_name": st.sampled_from([None, ANNA, "x"]),
        "reporter": _SPEAKER,
        "reporter_entity": st.none() | _IDS,
        "attribution": st.sampled_from(["explicit", "carried", "none"]),
        "group": _IDS,
        "nested_in": st.none() | _IDS,
    },
    "entities": {
        "key": st.sampled_from(["person:x", "org:x", _entity(article(), ANNA).key]),
        "name": st.sampled_from([ANNA, PETER, "x"]),
        "type": st.sampled_from(["PERSON", "ORG", "LOC", "MISC"]),
        "aliases": st.lists(st.sampled_from([ANNA, "x"]), max_size=2),
        "country": st.sampled_from([None, "KE", "QQ"]),
        "mentions": st.lists(_MENTION, max_size=2),
        "metonym_of": st.sampled_from([None, "person:x"]),
    },
    "claims": {
        "start": _OFFSET,
        "end": _OFFSET,
        "number": _SPAN,
        "kind": st.sampled_from(["percent", "count", "money", "age"]),
        "value": _AMOUNT,
        "low": _AMOUNT,
        "high": _AMOUNT,
        "modifier": st.sampled_from(["equal", "about", "range"]),
        "unit": _WORD,
        "unit_text": _WORD,
        "dimension": _WORD,
        "measured": _WORD,
        "of": _WORD,
        "asserter": _SPEAKER,
        "asserted_by": st.none() | _IDS,
        "quote_id": st.none() | _IDS,
        "sentence": _SPAN,
        "exact": st.sampled_from([None, "40", "x/y"]),
        "change": st.sampled_from(["up", "none"]),
        "as_of": st.sampled_from([None, "2025", "x"]),
    },
    "dates": {
        "value": st.sampled_from([None, "2025-03-07", "x"]),
        "type": st.sampled_from(["DATE", "SET"]),
        "resolved": st.booleans(),
        "alternatives": st.lists(st.sampled_from(["2025", "x"]), max_size=2),
    },
}
_WHOLE = {
    "quotes": {"kind": "indirect"},
    "entities": {"type": "PERSON"},
    "claims": {"kind": "count", "value": 1},
    "dates": {"type": "DATE"},
}


@st.composite
def _corrections(draw: st.DrawFn) -> dict[str, Any]:
    config = draw(st.sampled_from(["articles", *_FIELDS]))
    if config == "articles":
        return stated("confirm", config)
    action = draw(st.sampled_from(["add", "change", "change", "remove", "confirm"]))
    correction = stated(action, config, draw(_WORDS))
    if action in {"add", "change"}:
        chosen = draw(st.fixed_dictionaries({}, optional=_FIELDS[config]))
        # What is added without a kind is a fault of its own.
        correction["set"] = (_WHOLE[config] if action == "add" or not chosen else {}) | chosen
    return correction


@given(st.lists(_corrections(), min_size=1, max_size=4))
@settings(max_examples=80)
def test_any_corrections_give_findings_or_a_sound_article(tmp_path: Path, corrections: list[dict[str, Any]]) -> None:
    review, findings = reading(tmp_path, document(*corrections))
    assert review is not None
    done = apply_review(article(), review)
    kept = {json.dumps([each.action, each.config, each.start]) for each in done.article.corrections}
    asked = [json.dumps([each["action"], each["config"], each.get("start")]) for each in corrections]
    said = findings + done.findings
    assert said or len(done.article.corrections) == len(corrections)
    assert kept <= set(asked)
    unsound = corrected_findings(to_row(done.article))
    if not unsound:
        _agrees(done.article)


def _agrees(found: Article) -> None:
    """What holds of every sound article, apart from the rules that judge it."""
    entities, quotes = {each.id: each for each in found.entities}, {each.id: each for each in found.quotes}
    for each in (
        *found.quotes,
        *found.claims,
        *found.dates,
        *(mention for one in found.entities for mention in one.mentions),
    ):
        assert found.text[each.start : each.end] == each.text
    for quote in found.quotes:
        assert quote.id == record_id("q", found.id, "quote", quote.start, quote.end)
        assert quotes[quote.group].start <= quote.start
        assert quote.nested_in is None or quote.nested_in in quotes
        assert quote.speaker_entity is None or entities[quote.speaker_entity].name == quote.speaker_name
    for claim in found.claims:
        assert claim.quote_id is None or claim.quote_id in quotes
        assert claim.asserted_by is None or claim.asserted_by in entities
