"""Whether two names are of one person."""

from __future__ import annotations

from itertools import product

import pytest

from corpus_pkg.annotate.entities.joining.persons import asked_keys, kept_keys, person_parts, same_person


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Anna Lindholm", "Lindholm"),
        ("Anna Lindholm", "Anna"),
        ("Guo Wenli", "Guo"),
        ("Anna Lindholm", "A. Lindholm"),
        ("Lawrence Hale", "Larry Hale"),
        ("William Hale", "Bill Hale"),
        ("Kristin Wilkes", "Kristen Wilkes"),
        ("Harold Maurer", "Harold Mauer"),
        ("Liesbeth Van Craen", "Van Craen"),
        ("Volodymyr Zelensky", "Zelenskiy"),
        ("Muammar Gadhafi", "Moammar Kadafi"),
        ("Muammar Gaddafi", "Qaddafi"),
        ("Environment Minister Rosa Hale", "Rosa Hale"),
        ("NASA Administrator Rosa Hale", "Hale"),
        ("Peter Okoro Jr.", "Okoro"),
        ("Stephen King Jr.", "King"),
    ],
)
def test_forms_of_one_name(full: str, short: str) -> None:
    assert same_person(person_parts(full), person_parts(short))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Anna Lindholm", "Karl Lindholm"),
        ("Anna Lindholm", "Lindgren"),
        ("Lindholm", "Lindholm"),
        ("Joan Hale", "John Hale"),
        ("Anna Berg", "Anna Borg"),
        ("Peter Hales", "Peter Hale"),
        ("Harold Hale", "William Hale"),
        ("", "Hale"),
    ],
)
def test_names_of_two_people(full: str, short: str) -> None:
    assert not same_person(person_parts(full), person_parts(short))


_WORDS = "a larry lawrence halle hale marlow marlov".split()
_NAMES = [name for count in (1, 2, 3) for name in product(_WORDS, repeat=count)]


def test_a_form_of_a_name_finds_it_by_a_key() -> None:
    asked = {short: set(asked_keys(short)) for short in _NAMES}
    for full in _NAMES:
        kept = set(kept_keys(full))
        missed = [short for short in _NAMES if not kept & asked[short] and same_person(full, short)]
        assert not missed, full
