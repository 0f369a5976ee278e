"""Verbs that report speech: their forms by lemma, and how surely each reports it."""

from __future__ import annotations

# Lemma, then its forms; the forms of regular verbs are derived. A star marks verbs that hardly ever do anything else.
_REGULAR_STRONG = (
    "add argue claim declare explain insist note reply respond state warn announce admit acknowledge concede conclude "
    "contend complain joke quip observe remark recall "
    "reiterate suggest tweet testify stress emphasize emphasise assert "
    "confirm caution exclaim shout whisper vow pledge counter retort lament opine muse quote murmur snap scoff comment"
)
_REGULAR = (
    "answer ask call allege accuse advise agree apologize apologise appeal assure blast boast brand cite charge "
    "characterize characterise condemn criticize criticise decry demand denounce depict deny describe dismiss dub "
    "estimate express hail hint imply inform instruct invoke label mention mock mutter order pen phrase point "
    "portray praise predict present proclaim promise pronounce propose protest question rail reassert reaffirm "
    "recount refer reject remind repeat report request reveal signal slam tout urge voice warrant welcome wonder "
    "yell cry continue interject threaten offer refuse rate deem reference paint type scrawl sum post publish "
    "chant deride lambast blame lambaste laud maintain"
)
_IRREGULAR = {
    "say": "said says saying", "tell": "told tells telling", "write": "wrote writes written writing",
    "speak": "spoke speaks spoken speaking", "begin": "began begins", "read": "reads", "put": "put puts",
    "swear": "swore swears", "sing": "sang sings", "think": "thought thinks", "feel": "felt feels",
    "find": "found finds", "know": "knows", "hope": "hoped hopes", "believe": "believed believes", "see": "saw sees",
    "want": "wanted wants", "learn": "learned", "consider": "considered considers", "liken": "likened",
}  # fmt: skip
_THOUGHT = frozenset("think feel find know hope believe see want learn consider begin warrant present".split())
_DOUBLING = {"quip": "quipp", "refer": "referr", "dub": "dubb", "admit": "admitt", "slam": "slamm", "snap": "snapp",
             "pen": "penn", "sum": "summ"}  # fmt: skip


def _forms(lemma: str) -> list[str]:
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x")) else lemma + "s"
    stem = _DOUBLING.get(lemma, lemma)
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma.endswith("e"):
        return [third, lemma + "d", lemma[:-1] + "ing"]
    return [third, stem + "ed", stem + "ing"]


LEMMAS: dict[str, str] = {
    form: lemma for lemma in (_REGULAR_STRONG + " " + _REGULAR).split() for form in _forms(lemma)
} | {form: lemma for lemma, forms in _IRREGULAR.items() for form in forms.split()}
"""Lemma of every form that may report speech; bare infinitives are left out, they assert nothing."""

BARE: dict[str, str] = {lemma: lemma for lemma in LEMMAS.values()}
"""The base forms: a cue only behind a plural, a pronoun or a modal (`officials say`, `she will say`)."""

STRONG: frozenset[str] = frozenset([*_REGULAR_STRONG.split(), "say", "tell", "write", "ask"])
"""Lemmas that report speech wherever they stand."""

SPEECH: frozenset[str] = frozenset(LEMMAS.values()) - _THOUGHT
"""Lemmas that report speech rather than thought."""

NAMING: frozenset[str] = frozenset(
    "call dub label brand describe denounce hail mock chant proclaim repeat characterize".split()
)
"""Lemmas whose fragment may be a name in capitals and is quoted all the same."""

DESCRIBING: frozenset[str] = frozenset(
    "call dub label brand describe denounce hail mock dismiss characterize condemn deride decry blast slam deny "
    "rate deem paint accuse".split()
)
"""Lemmas that quote a description: who describes speaks, whoever reports it."""

UTTERING: frozenset[str] = frozenset("say tell yell shout whisper chant ask tweet write cry exclaim".split())
"""Lemmas that only a person's words are the object of."""

REPORTING: frozenset[str] = STRONG | frozenset(
    "agree allege assure charge deny estimate hint imply indicate maintain mention point post predict promise "
    "propose reaffirm remind repeat report reveal swear advise inform instruct question wonder".split()
)
"""Lemmas whose object clause is reported speech."""

ASKING: frozenset[str] = frozenset("ask wonder question explain".split())
"""Lemmas whose object may be a question of who, when or where; behind others it is a relative clause."""

ADDRESSING: frozenset[str] = frozenset("tell ask assure inform remind warn advise instruct".split())
"""Lemmas that name whom one speaks to before what one says."""

CLAUSAL: frozenset[str] = frozenset("say argue contend insist".split())
"""Lemmas that hardly ever take a mere thing for an object: what follows is a clause."""

PARENTHETIC: frozenset[str] = frozenset(
    "say note report put explain argue suggest observe point warn predict write tell mention recall add".split()
)
"""Lemmas of `as Okoro noted, ...`."""

COMMITTING: frozenset[str] = frozenset("pledge vow promise swear threaten offer agree claim propose".split())
"""Lemmas whose infinitive says what the speaker will do: `pledged to oppose it`."""

DIRECTING: frozenset[str] = frozenset("urge ask tell call order advise instruct warn".split())
"""Lemmas whose infinitive says what another is to do: `urged the council to wait`, `called on voters to stay`."""
