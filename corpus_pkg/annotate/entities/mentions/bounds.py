"""Where a name begins and ends: a model's stretch without what does not belong to the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_pkg.annotate.entities.names import strip_titles, trim_name
from corpus_pkg.annotate.gazetteer import default_gazetteer
from corpus_pkg.model.vocabulary import EntityType

# A dash with spaces or a stroke parts two names; a hyphen does not. A blank line, or an indented one, ends a paragraph.
_BREAK = re.compile(
    r"\s+[-–—]+\s+|\s*—\s*|(?<=[^\W\d_]{3})\s?/\s?(?=[^\W\d_]{3})|\n[ \t]*\n|\n[ \t]+|\s*[;:|]\s+|\s*[<>]"
)
_PLACE_BREAK = re.compile(_BREAK.pattern + r"|\s+(?:at|to)\s+(?=[A-Z])")
_PARTY = re.compile(r"[RDI]-(?=[A-Z])")
_SCORE = re.compile(r"\s+\d+-\d+\Z")
_WORD = re.compile(r"\S+")
_PARTICLES = frozenset(
    "de da do das dos di del della der den des du la le el al ul ur van von zu zum ten ter bin ibn bint abu "
    "af av y e i of the and for al- d’ d' v. vs. c/o a.d. und für et pour sur en on at in to à".split()
)
_EDGE = frozenset("& @ + The And Of".split())
_ROLE_ENDS = frozenset(
    "spokesman spokeswoman spokesperson spokespeople director governor senator president chairman chairwoman chief "
    "minister secretary official officials officer officers executive executives leader leaders representative "
    "administrator commissioner analyst analysts economist coach captain manager editor correspondent reporter "
    "lawmaker lawmakers member members mp mps ceo cfo".split()
)
_COMPOUND = re.compile(r"\w*(?:ed|ing|er|ern|like|style|era|born|held|run|led|built|made|wide|old|free|only|type)\Z")
_SUFFIX = re.compile(r"[-‐‑]([^\W\d_]+)(?![\w])")
_PREFIX = re.compile(r"(?<!\w)([A-Z][^\W\d_]*)[-‐‑]\Z")
# A surname that a model leaves out: `Bernard |d'Orville`, `Rosa |van der Hale`.
_PARTICLE = re.compile(
    r"[ ](?:d['’]|(?:de[ ]la|de[ ]los|van[ ]der|van[ ]den|van[ ]de|von[ ]der|von[ ]dem|de|del|da|dos|di|van|von|"
    r"bin|ibn|al|el)[ -])"
    r"[A-Z][^\W\d_]+(?![\w])"
)
_LONGEST_TAIL = 6


def name_bounds(text: str, start: int, end: int, kind: EntityType) -> Iterator[tuple[int, int]]:
    """The names in a model's stretch, without articles, titles, possessives, and words that only stand beside them.

    Args:
        text: the article's text.
        start: where the stretch starts.
        end: where it ends.
        kind: its coarse type.
    """
    low = start
    breaks = _PLACE_BREAK if kind == "LOC" else _BREAK
    for stop in [*(match.span() for match in breaks.finditer(text, start, end)), (end, end)]:
        bounds = _trimmed(text, low, stop[0], kind)
        if bounds is not None:
            yield from _parted(text, *bounds)
        low = stop[1]


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Two known names that a hyphen joins are two: `U.S.-Japan`."""
    first, hyphen, second = text[start:end].partition("-")
    if hyphen and default_gazetteer().type_of(first) and default_gazetteer().type_of(second):
        yield start, start + len(first)
        start += len(first) + 1
    yield start, end


def _trimmed(text: str, start: int, end: int, kind: EntityType) -> tuple[int, int] | None:
    start, end = trim_name(text, start, end)
    if kind == "LOC" and text[start:end].islower() and default_gazetteer().get(text[start:end].title(), "LOC"):
        return start, end  # who writes no capitals at all still names places
    if _PARTY.match(text, start, end):
        start += 2  # "Hale, D-Ohio": the state
    end = _closed(text, start, end)
    score = _SCORE.search(text, start, end)
    end = score.start() if score else end
    start, end = _inner(text, start, end, kind)
    start, end = trim_name(text, start, end)
    if kind == "PERSON":
        start = strip_titles(text, start, end)
    if start >= end or not any(each.isupper() or each.isdigit() for each in text[start:end]):
        return None
    if not any(each.isalpha() for each in text[start:end]):
        return None
    return _whole(text, start, end, kind)


def _closed(text: str, start: int, end: int) -> int:
    """Where the stretch ends when a bracket that it opens and does not close, or closes unopened, is left out."""
    surface = text[start:end]
    for opening, closing in ("()", "[]"):
        if surface.count(opening) != surface.count(closing):
            cut = min(index for index in (surface.find(opening), surface.find(closing)) if index >= 0)
            return start + len(surface[:cut].rstrip())
    return end


def _inner(text: str, start: int, end: int, kind: EntityType) -> tuple[int, int]:
    """The stretch without words at its edges that are written small, or name a person's part in a body."""
    words = list(_WORD.finditer(text, start, end))
    while words and _loose(words[-1][0], last=True):
        words.pop()
    while words and _loose(words[0][0], last=False):
        words.pop(0)
    if kind == "ORG":
        while len(words) > 1 and words[-1][0].lower().rstrip(".,") in _ROLE_ENDS:
            words.pop()
    return (words[0].start(), words[-1].end()) if words else (start, start)


def _loose(word: str, *, last: bool) -> bool:
    plain = word.strip(".,;:()'’\"“”")
    return not plain or word in _EDGE or (plain.islower() and (last or plain not in _PARTICLES))


def _whole(text: str, start: int, end: int, kind: EntityType) -> tuple[int, int]:
    """The stretch with the rest of a hyphenated name that it cuts: `Kwok|-wai`, `Wright|-Patterson`."""
    if kind == "MISC":
        return start, end
    suffix = _SUFFIX.match(text, end)
    if suffix and text[end - 1].isalpha():
        tail = suffix[1]
        small = kind == "PERSON" and tail.islower() and len(tail) <= _LONGEST_TAIL and not _COMPOUND.match(tail)
        if small or (kind != "LOC" and tail[0].isupper() and not tail.isupper()):
            end = suffix.end()
    behind = _PARTICLE.match(text, end) if kind == "PERSON" else None
    if behind:
        end = behind.end()
        start = strip_titles(text, start, end)
    prefix = _PREFIX.search(text, max(0, start - 20), start)
    if prefix and kind == "PERSON" and not prefix[1].isupper():
        start = prefix.start()
    return start, end
