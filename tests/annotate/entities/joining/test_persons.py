"""Whether two names are of one person."""

from __future__ import annotations

import pytest

from corpus_pkg.annotate.entities.joining.persons import person_parts, same_person


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
