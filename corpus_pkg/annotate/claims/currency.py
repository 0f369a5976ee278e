"""Money: symbols and codes before a number, currency nouns behind it. The canonical unit is the ISO 4217 code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_SYMBOLS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₪": "ILS",
    "₩": "KRW",
    "₺": "TRY",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₸": "KZT",
    "₵": "GHS",
    "₿": "BTC",
}
# Letters before a dollar sign. One letter must touch the sign: "a $40 fine" is no Australian fine.
_DOLLARS = {
    "US": "USD",
    "USD": "USD",
    "U.S.": "USD",
    "A": "AUD",
    "AU": "AUD",
    "AUD": "AUD",
    "C": "CAD",
    "CA": "CAD",
    "CAN": "CAD",
    "Can": "CAD",
    "CAD": "CAD",
    "Cdn": "CAD",
    "NZ": "NZD",
    "HK": "HKD",
    "S": "SGD",
    "SG": "SGD",
    "NT": "TWD",
    "R": "BRL",
    "MX": "MXN",
    "TT": "TTD",
    "J": "JMD",
    "BZ": "BZD",
    "Z": "ZWL",
}
_CODES = listed("""
    USD EUR GBP JPY CNY RMB CHF CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN RSD TRY RUB UAH KZT BYN GEL AMD
    AZN ILS EGP SAR AED QAR KWD OMR BHD IRR IQD INR PKR LKR BDT NPR IDR MYR SGD THB VND PHP KRW TWD HKD BRL ARS
    CLP COP PEN MXN UYU VES ZAR NGN KES GHS TZS UGX ETB MAD TND DZD XAF XOF BTC ETH
""")
# Prefixes in letters that are no codes. "Y=", "PS" and "EUR" are how ASCII transliteration prints the yen, the pound
# and the euro; they touch the number there.
_LETTERED = {
    "Rs": "INR",
    "RM": "MYR",
    "Rp": "IDR",
    "Tk": "BDT",
    "Dh": "AED",
    "Dhs": "AED",
    "kr": "SEK",
    "PS": "GBP",
    "R": "ZAR",
}
_TOUCHING = frozenset({"R", "PS", "kr", "Dh"})
_PAIRS = {"Y=": "JPY", "Rs.": "INR"}
# What a currency in letters may touch on its left; "PLX-R18" is no rand.
_OPENING = frozenset({"(", "[", "“", "‘", '"', "—", "–", "/"})
_RENAMED = {"RMB": "CNY"}

_NOUNS = {
    "USD": "dollar|dollars|us dollar|us dollars|u.s. dollar|u.s. dollars|american dollars|buck|bucks",
    "EUR": "euro|euros|€",
    "GBP": "£|pounds sterling|pound sterling|british pounds|sterling|quid",
    "JPY": "yen|japanese yen",
    "CNY": "yuan|chinese yuan|renminbi",
    "AUD": "australian dollar|australian dollars",
    "CAD": "canadian dollar|canadian dollars",
    "NZD": "new zealand dollars|new zealand dollar",
    "HKD": "hong kong dollar|hong kong dollars",
    "SGD": "singapore dollar|singapore dollars",
    "TWD": "taiwan dollars|new taiwan dollars",
    "CHF": "swiss franc|swiss francs",
    "RUB": "ruble|rubles|rouble|roubles|russian rubles|russian roubles",
    "UAH": "hryvnia|hryvnias|hryvnya|ukrainian hryvnia|ukrainian hryvnias",
    "INR": "indian rupee|indian rupees",
    "PKR": "pakistani rupees|pakistan rupees",
    "KRW": "won|south korean won|korean won",
    "TRY": "turkish lira|turkish liras",
    "ILS": "shekel|shekels|israeli shekels|new israeli shekels",
    "SEK": "swedish crown|swedish crowns|swedish kronor|kronor",
    "NOK": "norwegian crown|norwegian crowns|norwegian kroner",
    "DKK": "danish crown|danish crowns|danish krone|danish kroner",
    "CZK": "czech crown|czech crowns|koruna|czech koruna",
    "PLN": "zł|zloty|zlotys|zloties|polish zlotys",
    "HUF": "forint|forints|hungarian forints",
    "BRL": "real|reais|brazilian reais|brazilian real",
    "MXN": "mexican peso|mexican pesos",
    "ARS": "argentine peso|argentine pesos|argentinian pesos",
    "PHP": "philippine peso|philippine pesos",
    "ZAR": "rand|rands",
    "THB": "baht|thai baht",
    "MYR": "ringgit|malaysian ringgit",
    "IDR": "rupiah|rupiahs",
    "VND": "dong|vietnamese dong",
    "NGN": "naira|nairas",
    "KES": "kenyan shillings",
    "SAR": "saudi riyal|saudi riyals",
    "AED": "uae dirham|uae dirhams|emirati dirhams",
    "BDT": "taka",
    "BTC": "bitcoin|bitcoins|btc",
    # Nouns that several states share have no code of their own.
    "peso": "peso|pesos",
    "rupee": "rupee|rupees",
    "lira": "lira|liras",
    "riyal": "riyal|riyals",
    "dirham": "dirham|dirhams",
    "franc": "franc|francs",
    "crown": "crown|crowns|krone|kroner",
    "dinar": "dinar|dinars",
    "shilling": "shilling|shillings",
    "mark": "deutsche marks|deutschmarks|d-marks",
    "Finnish markka": "markka|markkaa|finnish markka",
    # Subunits keep their own names: a cent of which dollar is seldom said.
    "cent": "cent|cents",
    "penny": "pence|penny|pennies",
    "sen": "sen",
    "kopeck": "kopeck|kopecks|kopek|kopeks",
}
CURRENCY_NAMES = {surface: unit for unit, surfaces in _NOUNS.items() for surface in surfaces.split("|")}
CURRENCY_NOUNS = frozenset(CURRENCY_NAMES) | {"pounds", "pound"} | {code.lower() for code in _CODES}
CURRENCY_CODES = {code: _RENAMED.get(code, code) for code in _CODES}


def read_prefix(words: Words, index: int) -> tuple[int, str] | None:
    """Read a currency that ends at an index, before a number.

    Args:
        words: The sentence.
        index: The token before the number.

    Returns:
        The first token of the currency and its unit, or None where there is none.
    """
    form = words.form(index)
    if form in _SYMBOLS:
        return _symbol(words, index, form)
    if form in _DOLLARS and words.form(index - 1) == "$" and words.glued(index) and words.glued(index + 1):
        return index - 1, _DOLLARS[form]
    if form in {"=", "."} and words.glued(index):
        pair = _PAIRS.get(words.form(index - 1) + form)
        return None if pair is None or (form == "=" and not words.glued(index + 1)) else (index - 1, pair)
    if words.glued(index) and words.form(index - 1) not in _OPENING:
        return None
    code = CURRENCY_CODES.get(form) or _LETTERED.get(form)
    return None if code is None or (form in _TOUCHING and not words.glued(index + 1)) else (index, code)


def _symbol(words: Words, index: int, form: str) -> tuple[int, str]:
    """Take in the letters before a currency sign."""
    before = words.form(index - 1)
    if form == "$" and before in _DOLLARS and (words.glued(index) or len(before) > 1 or before == "C"):
        return index - 1, _DOLLARS[before]
    if form in "£€¥" and before in CURRENCY_CODES:
        return index - 1, CURRENCY_CODES[before]
    if form == "£" and before in {"E", "GB"} and words.glued(index):
        return index - 1, "EGP" if before == "E" else "GBP"
    if form == "¥" and before == "CN" and words.glued(index):
        return index - 1, "CNY"
    if form == "$" and before == "." and words.surface(index - 4, index) == "U.S." and words.glued(index):
        return index - 4, "USD"
    return index, _SYMBOLS[form]


def is_prefix(words: Words, index: int) -> bool:
    """Whether a currency ends at an index."""
    return index >= 0 and read_prefix(words, index) is not None
