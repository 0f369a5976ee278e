"""Languages by the names and codes that dumps write: to tags of BCP 47."""

from __future__ import annotations

import re

_NAMES = """
afrikaans af albanian sq arabic ar armenian hy azerbaijani az basque eu belarusian be bengali bn bosnian bs bulgarian bg
burmese my catalan ca chinese zh croatian hr czech cs danish da dutch nl english en estonian et finnish fi french fr
galician gl georgian ka german de greek el gujarati gu hausa ha hebrew he hindi hi hungarian hu icelandic is
indonesian id irish ga italian it japanese ja kazakh kk khmer km korean ko kurdish ku latvian lv lithuanian lt
macedonian mk malay ms malayalam ml maltese mt marathi mr mongolian mn nepali ne norwegian no pashto ps persian fa
polish pl portuguese pt punjabi pa romanian ro russian ru serbian sr sinhala si slovak sk slovenian sl somali so
spanish es swahili sw swedish sv tagalog tl tamil ta telugu te thai th tigrinya ti turkish tr ukrainian uk urdu ur
uzbek uz vietnamese vi welsh cy yoruba yo zulu zu
""".split()
_TAGS = dict(zip(_NAMES[::2], _NAMES[1::2], strict=True))
# ISO 639-2, in both of its forms, where a dump writes three letters.
_LONG = dict(
    zip(*[iter("""
ara ar bul bg cat ca ces cs cze cs chi zh zho zh dan da deu de ger de ell el gre el eng en est et fas fa per fa fin fi
fra fr fre fr heb he hin hi hrv hr hun hu ind id ita it jpn ja kor ko lav lv lit lt nld nl dut nl nor no pol pl por pt
ron ro rum ro rus ru slk sk slo sk slv sl spa es srp sr swa sw swe sv tha th tur tr ukr uk urd ur vie vi
""".split())] * 2, strict=True)
)  # fmt: skip
_REGION, _SCRIPT = 2, 4
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*\Z")


def language_tag(value: str) -> str | None:
    """The BCP 47 tag of a language by name, by code of ISO 639 or by locale; None for what is none.

    Args:
        value: `english`, `eng`, `en`, `en_GB`, `en-GB`.
    """
    word = value.strip()
    lower = word.lower()
    if lower in _TAGS:
        return _TAGS[lower]
    if not _TAG.match(word):
        return None
    first, *rest = re.split("[-_]", word)
    return "-".join([_LONG.get(first.lower(), first.lower()), *map(_cased, rest)])


def _cased(subtag: str) -> str:
    """A script, region or variant as RFC 5646 (2.1.1) writes it: Latn, GB, valencia."""
    if len(subtag) == _SCRIPT and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == _REGION else subtag.lower()
