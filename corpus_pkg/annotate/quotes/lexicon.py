"""Closed classes of English words, and forms of finite verbs: what finding a clause without a parse needs."""

from __future__ import annotations

from corpus_pkg.annotate.quotes.verbs import LEMMAS

PRONOUNS = frozenset("he she they it i we you".split())
RELATIVES = frozenset("who which whom whose what".split())
OBJECTS = frozenset(
    "him them me us himself herself themselves itself myself ourselves yourself reporters journalists lawmakers".split()
)
SUBORDINATORS = frozenset(
    "when while as because if but although though whether where after before since so yet until unless than whereas "
    "how why".split()
)
PREPOSITIONS = frozenset(
    "in on at during with about from by via outside inside through amid under over following ahead despite without "
    "into against among within upon to toward towards across near behind beyond between per like alongside".split()
)
LINKS = frozenset("of for".split())
CONJUNCTIONS = frozenset("and or but nor".split())
DETERMINERS = frozenset(
    "the a an his her their its my our your this these those another some several many both other most few no any "
    "every all each one two three four five six seven eight nine ten".split()
)
AUXILIARIES = frozenset(
    "has have had having is are was were be been being am cannot will would can could may might must should shall did "
    "does do isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t hasn't hasn’t haven't haven’t hadn't hadn’t "
    "won't won’t wouldn't wouldn’t can't can’t couldn't couldn’t didn't didn’t doesn't doesn’t don't don’t "
    "shouldn't shouldn’t mustn't mustn’t needn't needn’t 'd 'll 're 've 'm 's ’d ’ll ’re ’ve ’m ’s".split()
)
BE = frozenset("is are was were be been being am ’re 're ’m 'm ’s 's isn't isn’t aren't aren’t wasn't wasn’t".split())
ADVERBS = frozenset(
    "not never also then later once still again already just only even now further instead first soon often always "
    "meanwhile however moreover too both earlier ago almost ever there here back together perhaps thus else early late "
    "nonetheless nevertheless once".split()
)
NOT_ADVERBS = frozenset("daily weekly monthly quarterly ally family assembly reply supply anomaly monopoly bully fly "
                        "early only likely friendly elderly lonely".split())  # fmt: skip
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week month year weekend morning "
    "afternoon evening night january february march april june july august september october november "
    "december hours days weeks months years".split()
)
_PAST = (
    "said told wrote spoke began put swore sang thought felt found knew saw heard came went took made gave got "
    "held met won lost ran kept sent stood sat led became brought bought broke built caught chose cut did drew "
    "drove fell fought flew forgot grew hid hit hurt laid left let meant paid quit read rose sold set shook shot "
    "showed shut slept spent spread struck stuck swept taught threw understood woke wore withdrew arose beat bent "
    "bore burst cast clung dealt dug fed fled froze hung knelt lent lit overcame overtook rang rode sank sought "
    "shrank slid sprang stole strove swam swung tore undertook upheld wound reiterated remained"
)
_PRESENT = (
    "says tells writes speaks thinks feels knows sees hears comes goes takes makes gives gets holds meets loses "
    "runs keeps sends stands sits leads becomes brings buys begins believes seems seeks appears remains needs "
    "wants hopes expects includes contains suggests adds argues insists explains responds agrees allows asks "
    "becomes believes brings considers continues describes denies faces follows happens helps hopes insists "
    "involves knows lives looks loses means opens pays plays prefers provides puts reaches refers refuses relies "
    "requires responds returns rises sends serves speaks spends starts stays stops supports takes targets tries "
    "turns warns wins works wants defends thanks accuses acknowledges admits announces applauds asserts blames "
    "campaigns concedes condemns criticizes decries denounces dismisses emphasizes predicts promises proposes "
    "pushes rejects slams tweets vows attacks"
)
_VERBS = frozenset((_PAST + " " + _PRESENT + " say think believe know argue suggest agree want").split())
# Third persons that are plural nouns as often: a verb only where nothing speaks against it.
NOUNS = frozenset(
    "claims reports comments notes calls charges demands states posts pens orders promises labels brands answers "
    "questions requests signals protests reads points presents appeals jokes hints blasts boasts quotes finds targets "
    "estimates cries remarks vows pledges counters cautions whispers shouts holds sums terms goes supports needs "
    "attacks tweets thanks campaigns looks plays stops starts turns works hopes faces returns stays cuts runs shows "
    "proposals plans chants details charges insults rates prices costs profits "
    "sales gains losses talks votes moves".split()
)
_NOT_PAST = frozenset(
    "need speed indeed hundred united seed feed breed exceed proceed succeed red bed shed led unprecedented so-called "
    "armed alleged limited supposed sacred naked wicked advanced beloved".split()
)
_NOT_PARTICIPLE = frozenset(
    "king ring thing something nothing anything everything during morning evening meeting building spring string wing "
    "hearing briefing filing ruling funding spending housing wedding beijing rating polling".split()
)


def tag(low: str, capital: bool, first: bool) -> str:  # noqa: C901, FBT001, PLR0911, PLR0912  a class a line
    """The class of a word, as one letter.

    `P` personal pronoun, `O` object, `W` relative or interrogative, `T` that, `S` subordinator, `I` preposition, `o` of
    or for, `c` conjunction, `D` determiner, `X` auxiliary, `A` adverb, `t` time, `V` finite verb, `E` past tense or
    participle of a regular verb, `G` -ing form, `N` name, `n` any other word, `#` number.

    Args:
        low: the word in lower case.
        capital: whether it begins with a capital letter.
        first: whether its capital is that of the sentence.
    """
    if low in PRONOUNS:
        return "P"
    if low in DETERMINERS:
        return "D"
    if low in PREPOSITIONS:
        return "I"
    if low in LINKS:
        return "o"
    if low in CONJUNCTIONS:
        return "c"
    if low == "that":
        return "T"
    if low in AUXILIARIES:
        return "X" if not capital or first else "N"
    if low in RELATIVES:
        return "W"
    if low in SUBORDINATORS:
        return "S"
    if low in OBJECTS and not capital:
        return "O"
    if low in TIMES:
        return "t"
    if low in ADVERBS or (low.endswith("ly") and (not capital or first) and low not in NOT_ADVERBS and len(low) > 4):  # noqa: PLR2004
        return "A"
    if low[0].isdigit():
        return "#"
    if capital and not first:
        return "N"
    if low in _VERBS or (low in LEMMAS and not low.endswith(("ed", "ing"))):
        return "V" if not capital else "N"
    if low.endswith("ed") and len(low) > 3 and low not in _NOT_PAST:  # noqa: PLR2004
        return "E"
    if low.endswith("ing") and len(low) > 4 and low not in _NOT_PARTICIPLE:  # noqa: PLR2004
        return "G"
    return "N" if capital else "n"
