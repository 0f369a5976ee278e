"""The words of cues that report speech, not thought or perception.

Gold sets of reported speech also hold what people think, want and see. Indirect speech is measured on attributions
whose cue holds one of these words. The list is part of the measure, not of the pipeline: to change it changes what
every figure before meant.
"""

from __future__ import annotations

import re

_SPEECH = frozenset(
    """
    according accuse accused accuses accusing acknowledge acknowledged acknowledges acknowledging add added adding
    adds admit admits admitted agree agreed agrees allege alleged alleges announce announced announces announcing
    argue argued argues arguing ask asked asking asks assert asserted asserts boast boasted brag call called calling
    calls caution cautioned cautions charge charged charges claim claimed claiming claims comment commented comments
    complain complained complains concede conceded concedes conclude concluded concludes confirm confirmed confirms
    contend contended contends continue continued continues criticize criticized declare declared declares demand
    demanded demands denied denies deny denying describe described describes describing dismiss dismissed emphasize
    emphasized exclaim explain explained explaining explains express expressed expresses inform informed insist
    insisted insisting insists interview joke joked jokes maintain maintained maintains mention mentioned mentions
    mock mocked note noted notes noting observe observed observes pledge pledged pledges point pointed points post
    posted praise praised predict predicted predicts promise promised promises propose proposed proposes put puts
    question questioned quip quipped quote quoted quoting rail rant read reads recall recalled recalls recount
    recounted refer referred refers reiterate reiterated remark remarked remarks repeat repeated repeats replied
    replies reply report reported reporting reports respond responded responds retort retorted reveal revealed
    reveals rip said say saying says shout shouted slam slammed speak speaks spoke state stated statement statements
    states stating stress stressed stresses suggest suggested suggesting suggests swear talk talked talking talks
    tell telling tells testified testify told tout touted tweet tweeted tweeting tweets urge urged urges vow vowed
    vows warn warned warning warns write writes writing written wrote
    """.split()
)
_WORD = re.compile(r"\w+")


def words(text: str | None) -> set[str]:
    """The words of a text in lower case, none for None."""
    return {each.lower() for each in _WORD.findall(text or "")}


def reports_speech(cue: str | None) -> bool:
    """Whether a cue holds a word of speech."""
    return not words(cue).isdisjoint(_SPEECH)
