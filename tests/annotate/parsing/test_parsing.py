"""Parses: offsets, one sentence independent of the others, and what they tell of claims."""

from __future__ import annotations

import pytest
from claim_support import claims, only

from corpus_pkg.annotate.claims import refine, wants_parse
from corpus_pkg.annotate.parsing import SentenceParser, Tree, open_parser
from corpus_pkg.annotate.parsing.parser import LONGEST

SENTENCES = [
    "Exports fell by 3 percent to 281,000 tonnes in the first half.",
    "The river is 40 metres deep.",
    "“It came to $4.5 million,” he said.",
    "Ministers approved a $40 million bridge that will be 1.2 kilometres long.",
]


@pytest.fixture(scope="module")
def parser() -> SentenceParser:
    return open_parser()


def test_tokens_lie_where_they_say(parser: SentenceParser) -> None:
    for sentence, tree in parser.parse(SENTENCES).items():
        assert tree.text == sentence
        assert "".join(sentence[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)) == sentence.replace(" ", "")
        assert all(0 <= head < len(tree.starts) for head in tree.heads)


def test_a_tree_does_not_depend_on_its_neighbours(parser: SentenceParser) -> None:
    together = open_parser().parse([*SENTENCES, *(f"Clerk {n} counted {n} boats in the bay." for n in range(200))])
    for sentence in SENTENCES:
        assert open_parser_once(parser, sentence) == together[sentence]


def open_parser_once(parser: SentenceParser, sentence: str) -> Tree:
    return parser.parse([sentence])[sentence]


def test_a_table_is_not_parsed(parser: SentenceParser) -> None:
    assert parser.parse(["4 " * LONGEST]) == {}


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Exports fell by 3 percent.", ["Exports"]),
        ("The river is 40 metres deep.", ["river"]),
        ("The bridge cost £2.4bn and is 1.2 km long.", ["bridge", "bridge"]),
        ("Ministers approved a $40 million bridge that will be 1.2 kilometres long.", ["bridge", "bridge"]),
        ("The bank agreed a loan of €5 million.", ["loan"]),
        ("It will raise annual capacity by 40%.", ["annual capacity"]),
        ("The asteroid, 100 metres wide, will pass.", ["asteroid"]),
        ("Defence spending should be at least 2.5% of output.", ["Defence spending"]),
        ("She bought it for $40.", [None]),
    ],
)
def test_a_tree_tells_what_is_measured(parser: SentenceParser, text: str, measured: list[str | None]) -> None:
    tree = open_parser_once(parser, text)
    assert [refine(each, tree).measured for each in claims(text)] == measured


def test_a_plural_that_falls_to_a_number_is_what_it_counts(parser: SentenceParser) -> None:
    text = "Burglaries fell from 1,910 to 1,644."
    tree = open_parser_once(parser, text)
    assert [refine(each, tree).unit for each in claims(text)] == ["burglary", "burglary"]


def test_what_the_words_tell_is_not_parsed_again(parser: SentenceParser) -> None:
    text = "They hired 40 armed guards."
    claim = only(text)
    assert not wants_parse(claim)
    assert refine(claim, open_parser_once(parser, text)) == claim
