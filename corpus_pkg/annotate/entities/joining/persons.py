"""Whether two names are of one person: surname, first name, initials, nicknames and spellings."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from corpus_pkg.annotate.entities.names import loose, parts, strip_titles
from corpus_pkg.annotate.entities.roles import HEADS

# Short forms by the given name that they stand for; those of several names stand with each.
_NICKNAMES = (
    "abraham abe|albert al bert|alexander alex sandy alec|alexandra alex sandra|alfred al fred|andrew andy drew|"
    "anthony tony|antonio tony|arthur art|barbara barb|benjamin ben benny bibi|bernard bernie|bradley brad|"
    "catherine cathy kate katie|charles charlie chuck chas|christina chris tina|christine chris|christopher chris kit|"
    "clifford cliff|cynthia cindy|daniel dan danny|david dave|deborah debbie deb|dennis denny|dmitry dima|donald don|"
    "dorothy dot|douglas doug|edward ed eddie ted ned|edwin ed|elizabeth liz beth betty lizzie eliza|"
    "eugene gene|ferdinand bongbong|francis frank|franklin frank|frederick fred freddie|gabriel gabe|geoffrey geoff|"
    "gerald gerry jerry|gilbert gil|gregory greg|harold harry hal|henry hank harry|herbert herb|hubert bert|isaac ike|"
    "jacob jake|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|jeremy jerry|jerome jerry|john jack johnny|"
    "jonathan jon|joseph joe joey|joshua josh|judith judy|katherine kathy kate katie kathryn|kenneth ken kenny|"
    "lawrence larry|leonard len lenny leo|leslie les|lewis lew|louis lou|margaret maggie meg peggy|martin marty|"
    "matthew matt|maurice moe|melvin mel|michael mike mick mickey|mikhail misha|mitchell mitch|mohammed mo|"
    "nathaniel nat nathan|nicholas nick|norman norm|oliver ollie|pamela pam|patricia pat patty|patrick pat paddy|"
    "peter pete|philip phil|randall randy|raymond ray|rebecca becky|richard dick rick rich ricky|robert bob bobby rob "
    "robbie bert|roderick rod|roger rodge|ronald ron ronnie|rudolph rudy|russell russ|samuel sam sammy|sergei seryozha|"
    "stanley stan|stephen steve|steven steve|stuart stu|susan sue susie|suzanne sue|sylvester sly|terence terry|"
    "theodore ted teddy theo|theresa terry tess|thomas tom tommy|timothy tim|victoria vicky|victor vic|vincent vince|"
    "vladimir volodya|volodymyr vova|walter walt|wilfred wilf|william bill billy will willie|zachary zach"
)
_STANDS_FOR: dict[str, frozenset[str]] = {}
for _names in _NICKNAMES.split("|"):
    for _name in _names.split():
        _STANDS_FOR[_name] = _STANDS_FOR.get(_name, frozenset()) | {_names.split()[0]}
_LEAST_SPELLED = 5


@lru_cache(maxsize=16_384)
def person_parts(name: str) -> tuple[str, ...]:
    """The folded words of a person's name, without the titles and functions before it."""
    return parts(bare_name(name))


def bare_name(name: str) -> str:
    """A person's name without the titles and functions before it."""
    words = name.split()
    last = len(words) - 1
    while last > 0 and not parts(words[last]):
        last -= 1  # "King" of "Martin Luther King Jr." is no title
    titles = [index for index, word in enumerate(words[:last]) if word.lower().rstrip(".,") in HEADS]
    bare = " ".join(words[titles[-1] + 1 :]) if titles else name
    return bare[strip_titles(bare, 0, len(bare)) :]


def same_person(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name may be a shorter or other form of a person's.

    Args:
        full: the words of the longer name, see `person_parts`.
        short: those of the other.
    """
    if not full or not short:
        return False
    if len(short) == 1:
        return len(full) > 1 and loose(short[0]) in (loose(full[-1]), loose(full[0]))
    if 1 < len(short) < len(full) and full[-len(short) :] == short:
        return True  # a surname of several words: Van Craeyveld
    if loose(full[-1]) != loose(short[-1]):
        return _near(full[-1], short[-1]) and full[:-1] == short[:-1]
    return _same_given(full[0], short[0])


def kept_keys(full: tuple[str, ...]) -> list[Hashable]:
    """Under what a name is kept, so that whatever `same_person` may find to be a form of it asks for one of these."""
    if not full:
        return []
    ends = [("word", loose(full[-1])), ("word", loose(full[0])), ("last", loose(full[-1]))]
    return [*ends, ("near", full[:-1], full[-1][0])]


def asked_keys(short: tuple[str, ...]) -> list[Hashable]:
    """Where a name looks for those that it may be a form of: one word at either end, several by the last one."""
    if len(short) <= 1:
        return [("word", loose(each)) for each in short]
    return [("last", loose(short[-1])), ("near", short[:-1], short[-1][0])]


def _same_given(first: str, other: str) -> bool:
    if loose(first) == loose(other) or (1 in (len(first), len(other)) and first[0] == other[0]):
        return True
    if _STANDS_FOR.get(first, {first}) & _STANDS_FOR.get(other, {other}):
        return True
    return _near(first, other)


def _near(one: str, two: str) -> bool:
    """Whether two long words differ in one letter, left out, added or changed inside."""
    if min(len(one), len(two)) < _LEAST_SPELLED or one[0] != two[0] or abs(len(one) - len(two)) > 1:
        return False
    if len(one) == len(two):
        return sum(a != b for a, b in zip(one, two, strict=True)) == 1
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    # A letter left out at the end is another name: Hale and Hales.
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(1, len(longer) - 1))
