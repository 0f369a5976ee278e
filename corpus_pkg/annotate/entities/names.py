"""Forms of names: folded for comparison, trimmed of articles, titles and possessives, parted into words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TITLES = frozenset(
    "President Premier Prime Minister Chancellor Secretary Senator Sen Rep Representative Congressman Congresswoman "
    "Governor Gov Mayor King Queen Prince Princess Pope "
    "Cardinal Archbishop Bishop Father Sister Rabbi Imam Ayatollah Sheikh "
    "Sultan Emir General Gen Colonel Col Captain Capt Lieutenant "
    "Lt Major Maj Sergeant Sgt Admiral Adm Commander Cmdr Judge "
    "Justice Professor Prof Doctor Dr Mr Mrs Ms Miss Sir Dame Lord Lady Baroness Ambassador Deputy Vice Chief Director "
    "Chairman Chairwoman Chair Speaker Foreign Finance Defense Defence Interior Detective Inspector Superintendent "
    "Constable Officer Coach Messrs Rev Reverend Hon Brigadier Marshal Sheik Attorney Congressmen Senators "
    "Presidents Ministers Judges Generals Archdeacon Monsignor Mayoress Councillor Cllr Corporal "
    "Chancellor-elect Prosecutor Lawyer Spokesman Spokeswoman Administrator".split()
)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
# Names that the press romanises in half a dozen ways: surnames in -sky, and some of the commonest Arabic names.
_ROMANISED = (
    (re.compile(r"sk(?:iy|yy|yi|ii|ij|yj|i|y)\Z"), "sky"),
    (re.compile(r"\A(?:g|gh|k|kh|q)(?:ad+h?|adhdh)af[iy]\Z"), "gadhafi"),
    (re.compile(r"\Am[uo]'?am+[ae]r\Z"), "muammar"),
    (re.compile(r"\Am[uo]ham+[ae]d\Z"), "muhammad"),
    (re.compile(r"\Ahus+[ae][iy]n\Z"), "hussein"),
    (re.compile(r"\A[uo]ss?ama\Z"), "osama"),
    (re.compile(r"\Aabd(?:ul|el|al)\Z"), "abdul"),
)
_DOUBLE = re.compile(r"(.)\1+")


def trim_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a name without leading article, titles and trailing possessive.

    A title that is all there is stays: "the President" is no name, but its stretch is not emptied.
    """
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:"“”‘([-–—'):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:\"“”‘’'([-–—"):
        start += 1
    article = _ARTICLE.match(text, start, end)
    if article and article.end() < end:
        start = article.end()
    possessive = _POSSESSIVE.search(text, start, end)
    if possessive and possessive.start() > start and possessive.end() == end and not text[start:end].endswith("s’s"):
        end = possessive.start()
    return start, end


def strip_titles(text: str, start: int, end: int) -> int:
    """Where a person's name starts when titles are left out."""
    words = list(_WORD.finditer(text, start, end))
    for index, word in enumerate(words[:-1]):
        if not all(part in TITLES for part in word[0].rstrip(".").split("-")):
            return words[index].start()
    return words[-1].start() if words else start


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """A word for comparison: lower case, without accents, the romanisations of common names united."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(each for each in plain if each.isalnum())
    for pattern, spelling in _ROMANISED:
        plain = pattern.sub(spelling, plain)
    return plain


@lru_cache(maxsize=16_384)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name, folded, suffixes like Jr. left out."""
    words = (fold(each) for each in _WORD.findall(name))
    return tuple(each for each in words if each and each not in ("jr", "sr", "ii", "iii"))


def loose(word: str) -> str:
    """A folded word looser still, for spellings that differ in one romanised vowel or a doubled letter."""
    return _DOUBLE.sub(r"\1", word.replace("y", "i").replace("j", "i").replace("kh", "h").replace("iu", "yu"))


def slug(name: str) -> str:
    """A name as the readable part of a key."""
    return "-".join(parts(name.replace("-", " "))) or "unnamed"
