"""Lines in capitals, as headlines of wires are: written anew for a recogniser that goes by capital letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from corpus_pkg.annotate.entities.mentions.filing import filed
from corpus_pkg.annotate.gazetteer import default_gazetteer

# Neither the suffix of a number (4TH), nor a possessive S, nor an abbreviation with full stops, nor a ticker.
_WORD = re.compile(r"(?<![\w.<'’])[^\W\d_]+(?!\.[^\W\d_]\.)(?![\w>])")
_POSSESSIVE = re.compile(r"(?<=[’'])S(?!\w)")
_VOWEL = re.compile("[AEIOUY]")
_ENDING = re.compile(
    r"\w{3}(?:ing|ings|tion|tions|ment|ments|ness|ates?|izes?|ised?|ized|ed|able|ive|ism|ility|ously)\Z"
)
_LINE = re.compile(r"[^\n]+")
_LEAST_LETTERS = 5
_LEAST_SHARE = 0.8
# Two small words near the beginning, and a line is prose.
_LOWER = re.compile(r"(?<!\w)[a-z]+ [a-z]+(?!\w)")
_GLANCE = 60
_LONGEST_ACRONYM = 4
# What headlines are made of besides names: words that keep no capital when the line is written anew.
_SMALL = frozenset(
    "a about above accept accepts accord accords accounts accused across act acts add adds adopt after again against "
    "agree agreed agreement agrees ahead aid aide aides aims air airline airlines all allow allows ally almost "
    "along also am amid among an analyst analysts and angry announce announces annual another any appeal appeals "
    "approve approved approves are area arms army arrest arrested arrests as ask asked asks assets at attack "
    "attacked attacks auction average away back backed backs bail ban bank banker bankers banks bans bar bars "
    "base battle be beat beaten beats before begin begins behind below best better between bid bids big bigger "
    "biggest bill billion bills bln blast blames block blocks board body bomb bombs bond bonds border both boost "
    "boosts bourse boss break breaks budget build building business but buy buying buys by cabinet call calls "
    "calm campaign can capital car cars case cash cattle cause ceasefire central cents chairman champion "
    "champions chance change changes charge charged charges cheer chief child children claim claims clash clashes "
    "clear clears close closed closer closes club coach coal cocoa coffee cold comeback coming commodities "
    "company computer concern concerns conference confirms consider considers consumer contract control copper "
    "corn cost costs cotton could coup court crash crashes crisis critical crop crops crowd crude crush cup "
    "currency cut cuts data date day days dead deadline deal dealers deals death deaths debt decide decision "
    "decline declines declares decree defeat defeats defence defend defends defense deficit delay delayed delays "
    "demand demands denied denies deny deputy despite detained did die died dies discuss dispute dividend "
    "division do does dollar dollars domestic doubt down draft draw draws drop drops due during early earnings "
    "earthquake ease eases easier economic economist economists economy edge elected election elections emergency "
    "end ended ends energy enter enters estate european exchange exit expands expect expected expects explosion "
    "export exporters exports extend extends extra face faces fail fails fall falling falls farm farmers fear "
    "fears federal feud few fifth fight fighting fights file files final finance financial find finds fire fired "
    "fires firm firmer firms first fiscal five flat flee flood floods food football for force forced forces "
    "foreign former found four free freed fresh from fund funds future futures gain gains game gas get gets give "
    "gives global go goal goals goes gold good government governor grain group groups grow growth guerrillas "
    "guilty gulf gunmen had half halt halts has have he head heads health hear held help helps her high higher "
    "highest his hit hits hold holds home homes hope hopes hospital hostage hostages hours house housing how hurt "
    "if import imports in income increase increases index industrial industry inflation injured inside insurance "
    "interest international into investment investor investors invite is issue issues it its jail jailed job jobs "
    "join joins joint jump jumps keep keeps key kill killed killing kills labor labour land last late later law "
    "laws lawyer lead leader leaders leading leads league leave leaves left less let level levels lifts like "
    "likely limit link list little live lending loan loans local long look lose loses loss losses lost low lower "
    "lowest major make makes man many march market markets match may measures media meet meeting meets men merger "
    "metal militants military million mine miners minister ministers ministry missing mixed mln money month "
    "monthly more mortgage most move moves much murder must name named names nation national near nears net new "
    "news next night no nominee not note now nuclear of off offer offers office officer official officials oil "
    "old on once one only open opens opposition or order orders out output over overnight own pact panel "
    "parliament part party past pay payments pays peace pct pension people peso plan plane plans plant plea plead "
    "pledge pledges plunge poised police policy poll polls port post power prepares presidency president press "
    "pressure price prices prime prison private privatisation privatization pro probe producer producers "
    "production profit profits program project protest protesters protests public pullout purchase push qtr quake "
    "quarter quarterly quit quits quotes race raid rail rain rains raise raises rally rallies ranks rate rates re "
    "reach reaches ready rebel rebels record refugees reject rejects release released releases report reported "
    "reports rescue research reserve reserves resign resigns result results resume retail retire return returns "
    "revised right rise rises rising rival rivals rose round row rule ruled rules ruling run runs safe said sale "
    "sales says seat second sector security see seeks seen sees seize seized sell selling sells send sends series "
    "set sets settle seven shake share shareholders shares sharply she ship shipping ships shoot shot show shows "
    "sign signal signed signs silver six slightly slow slows small soar soccer some soon soft south soybean "
    "spending split spokesman spot spread stake stand start starts state states steady steel step still stock "
    "stocks stop stops storm strike strikes strong study sue sues sugar suffer suffers summary summit support "
    "surge surplus survey suspect suspected suspects suspended take takeover takes talk talks target tariff tax "
    "team tells ten tennis term terms test than that the their them there they third this threat threaten "
    "threatens three through tie ties time title to today told toll ton tonnes tons top tops total tough tour "
    "town trade trader traders trading train treasury treaty trial trim trims trip troops two unchanged under "
    "union unit unions up urge urges use vote voters votes wage wages wants war warn warned warning warns was way "
    "we week weekly weeks well were what wheat when who why will win wins winner with without woman women won "
    "work worker workers world worry upset upsets lucky surprise stun stuns rout routs thrash sweep sweeps grab "
    "grabs grind blank blanks downs fightback thriller double treble hat trick century wicket wickets innings "
    "cricket rugby hockey baseball basketball golf cycling athletics boxing skiing skating swimming racing motor "
    "standings scores schedule scorers premier victory squad injury injuries fit fitness captain skipper striker "
    "keeper playoff playoffs overtime season opener finale would wounded year years yen yesterday yield yields "
    "you young".split()
)


def in_capitals(line: str) -> bool:
    """Whether a line is written in capitals throughout."""
    if _LOWER.search(line, 0, _GLANCE):
        return False
    letters = sum(map(str.isalpha, line))
    return letters >= _LEAST_LETTERS and sum(map(str.isupper, line)) >= _LEAST_SHARE * letters


@lru_cache(maxsize=64)
def recase(text: str) -> str:
    """A text with its lines in capitals written as its other lines are; as many characters as before.

    A word takes the form that it has in the other lines; words of headlines are written small, and what is left is
    taken for names. So are the places where copy was filed.
    """
    places = [match.span("place") for match in filed(text)]
    if not places and not any(in_capitals(line) for line in _LINE.findall(text)):
        return text
    # A place that is written in capitals because copy was filed there says nothing of how it is written elsewhere.
    prose = list(text)
    for start, end in places:
        prose[start:end] = " " * (end - start)
    forms, (names, spelt) = _usual_forms("".join(prose)), _long_names()
    for start, end in places:
        text = text[:start] + _WORD.sub(lambda word: _form(word[0], forms), text[start:end]) + text[end:]

    def written(line: re.Match[str]) -> str:
        if not in_capitals(line[0]):
            return line[0]
        plain = _POSSESSIVE.sub("s", _WORD.sub(lambda word: _form(word[0], forms), line[0]))
        return names.sub(lambda name: spelt[name[0].lower()], plain)

    return _LINE.sub(written, text)


def _usual_forms(text: str) -> Mapping[str, str]:
    """How a text writes its words where it does not write in capitals: by the word in capitals."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in _LINE.findall(text):
        if any(each.islower() for each in line) and not in_capitals(line):
            for word in _WORD.findall(line):
                counts[word.upper()][word] += 1
    return {upper: max(forms, key=lambda form: (forms[form], form)) for upper, forms in counts.items()}


def _form(word: str, forms: Mapping[str, str]) -> str:
    """A word in capitals as it would be written elsewhere."""
    plain = word.lower()
    if not word.isupper() or len(plain) != len(word):
        return word
    form = forms.get(word)
    if form is not None and len(form) == len(word):
        return form
    if plain in _SMALL:
        return plain
    if len(word) <= _LONGEST_ACRONYM and (default_gazetteer().type_of(word) or not _VOWEL.search(word)):
        return word
    name = word[0] + plain[1:]
    return plain if _ENDING.search(plain) and default_gazetteer().type_of(name) is None else name


@cache
def _long_names() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The gazetteer's names of several words, whatever their capitals, and how each is spelt."""
    names = (name for name in default_gazetteer().names() if " " in name)
    spelt = {name.lower(): name for name in names if len(name.lower()) == len(name)}
    longest_first = "|".join(map(re.escape, sorted(spelt, key=len, reverse=True)))
    return re.compile(rf"\b(?:{longest_first})\b", re.IGNORECASE), spelt
