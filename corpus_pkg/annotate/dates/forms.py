"""The forms of expressions of time: patterns over token classes, each with its reader.

Longer and surer forms stand first: tokens that a form has taken are not read again by a later one.
"""

from __future__ import annotations

import re
from typing import Final

from corpus_pkg.annotate.dates import absolute, clocks, days, lengths, periods, yearless, years
from corpus_pkg.annotate.dates.reading import Reader

_NAMED: Final = r"(?:(?:W|w\.?),?)?"
_MONTH: Final = r"(?P<m>M|J\.?)"
_OTHER_MONTH: Final = r"(?P<other>M|J\.?)"
_DAY: Final = r"(?P<d>[DO])"
_SPELLED: Final = r"(?P<d>[DOo]|1-o)"
_YEAR: Final = r"(?P<y>Y)"
_WITHIN: Final = r"(?:T?Bf)?"
_PHASE: Final = r"(?:T?e-?)?"
# A count: 3, twelve, twenty-four, two hundred, 12 to 18, a few, several, a couple of, half an.
_ONE: Final = r"(?:[DN4Y]9?|A?9|1(?:-?[19]){0,5}+)"
_COUNT: Final = rf"(?P<n>{_ONE}(?:[&-]{_ONE})?(?:-?&-?A-?H)?|A?q|A?\?f?|HA|AH|H|A)"
_MANY: Final = rf"(?P<n>{_ONE}(?:[&-]{_ONE})?|A?q|A?\?f?)"
_UNIT: Final = r"(?P<u>[UVQ])"
_SHIFT: Final = r"(?P<lead>[lnk]|i[pc]?)"
_AFTER_NUMBER: Final = r"(?!-?\+?[UVQH])"

_FORMS: Final[tuple[tuple[str, Reader], ...]] = (
    (r"I", absolute.iso_date),
    (r"/", absolute.slashed),
    (r"@", absolute.attacks),
    (r"(?P<h>[KD])(?P<half>C)(?P<zone>G)?", clocks.clock),
    (r"(?P<h>[KY4])(?P<zone>G)", clocks.clock),
    (r"(?P<h>[KL])", clocks.clock),
    (rf"{_MONTH}[DO]-{_DAY}(?:,?{_YEAR})?{_AFTER_NUMBER}", yearless.day_beside),
    (rf"{_MONTH}{_DAY}(?=-[DO],?{_YEAR})", absolute.full_date),
    (rf"{_DAY}[-&][DO]f?{_MONTH}(?:,?{_YEAR})?", yearless.day_beside),
    (rf"{_NAMED}{_MONTH}{_SPELLED},?{_YEAR}", absolute.full_date),
    (rf"{_NAMED}T?{_SPELLED}f?{_MONTH},?{_YEAR}", absolute.full_date),
    (rf"{_WITHIN}{_PHASE}{_MONTH},?f?{_YEAR}", absolute.month_year),
    (rf"{_MONTH}{_DAY}(?=[-&]{_OTHER_MONTH}[DO],?{_YEAR})", yearless.shared_year),
    (rf"{_DAY}{_MONTH}(?=[-&][DO]{_OTHER_MONTH},?{_YEAR})", yearless.shared_year),
    (rf"{_MONTH}(?=[-&]{_OTHER_MONTH}{_YEAR})", yearless.shared_year),
    (rf"{_NAMED}{_MONTH}{_SPELLED}{_AFTER_NUMBER}", yearless.month_day),
    (rf"{_NAMED}T?{_SPELLED}f?{_MONTH}", yearless.month_day),
    (
        rf"{_WITHIN}T?(?:F-?)?(?P<nth>[ol])-?(?P<size>[QH])(?:f?T?(?:F?U|F)?{_YEAR}|f(?P<lead>[iln])F?U)",
        periods.quarter,
    ),
    (r"(?P<lead>[iln])U'(?P<nth>o)-?(?P<size>Q)", periods.quarter),
    (rf"T?{_YEAR}F?(?P<nth>o)-?(?P<size>Q)", periods.quarter),
    (r"T?(?:F-?)?(?P<nth>o)-?(?P<size>Q)", periods.quarter),
    (rf"(?P<nth>5),?f?{_YEAR}", periods.quarter),
    (rf"{_YEAR}(?P<nth>5)", periods.quarter),
    (r"(?P<nth>5)", periods.quarter),
    (r"T?(?:e-?)?(?P<decade>E)", years.decade),
    (r"(?:T?e-?)?T?(?P<d>[Oo]|1-o)-?(?P<unit>U)", years.century),
    (rf"{_COUNT}-?{_UNIT}-?j", lengths.age),
    (r"y(?P<w>W)(?P<part>z)?", lengths.repeated),
    (r"(?P<w>P)(?P<part>[zZ])?", lengths.repeated),
    (r"(?P<w>W)(?P<part>Z)", lengths.repeated),
    (rf"y(?P<n>{_ONE}|x)?{_UNIT}", lengths.repeated),
    (r"y(?P<part>z)", lengths.repeated),
    (r"y(?P<m>M)(?![DO])", lengths.repeated),
    (r"T?s(?P<u>[UQm])(?:lU|AU[gr])", periods.same_as),
    (r"(?P<n>A)(?P<u>U)&(?:1|x)(?P<way>g)?", lengths.or_so),
    (r"T?(?P<u>U)-(?P<way>[gr])(?:(?P<nth>o)-?)?(?P<size>[QmU])", periods.year_ago),
    (rf"{_COUNT}-?\+?{_UNIT}(?P<way>[gr])", periods.ago),
    (r"(?P<u>[UV])-?(?P<way>g)", periods.ago),
    (r"(?P<u>U)-(?P<way>r)", periods.ago),
    (rf"T?[lpnvcko]{_MANY}-?\+?(?P<u>V)", lengths.window),
    (rf"T{_MANY}\+?(?P<u>V)", lengths.window),
    (rf"{_WITHIN}T?[er]?{_SHIFT}?(?P<s>S)(?:f?{_YEAR})?", periods.season),
    (r"[er]?(?P<lead>T?[lncv]|i[pc]?)(?P<w>W)(?P<part>z)?", days.weekday),
    (r"(?:e-?)?(?P<lead>[lni][pc]?)(?P<m>M)(?!D)", periods.month_of),
    (r"(?P<m>M)(?P<lead>[lni]U)", periods.month_of),
    (rf"{_WITHIN}[er]?(?P<lead>T?[lpnvcsk]|i[pc]?|h)F?(?P<u>[UQ])", periods.unit),
    (r"TU(?P<way>b)(?P<d>d)", days.two_days),
    (r"TBfTF?(?P<u>[UQ])(?!-)", periods.the_unit),
    (r"(?P<u>[UQ])-?B(?![UVM])", periods.the_end),
    (r"TUb(?=[.,;|]|$)", periods.of_the_story),
    (r"T(?P<u>[UQ])(?!-)", periods.the_unit),
    (r"[er]?(?P<w>W)(?P<part>z)?", days.weekday),
    (r"(?:e-?)?(?P<part>z)(?P<lead>d)", days.part_of_day),
    (r"[er]?(?P<d>d)(?P<part>z)?", days.deictic),
    (r"[er]?(?P<lead>[il])(?P<part>z)", days.part_of_day),
    (rf"{_YEAR}-(?P<end>[DN])(?![-D])", years.second_year),
    (r"(?P<n>1-?1(?:-1)?)(?![-1UVQ])", years.spoken_year),
    (rf"{_WITHIN}(?P<pre>T?F?U|F)?(?:e-?)?{_YEAR}", years.year),
    (rf"{_COUNT}-?\+?{_UNIT}(?P<half>&AH)?", lengths.duration),
    (r"(?P<lead>T?[upc])(?P<u>V)", lengths.many_units),
    (r"tV", lengths.wide_reference),
    (rf"{_WITHIN}(?:e-?)?{_MONTH}", yearless.bare_month),
    (r"(?P<u>V)", lengths.many_units),
    (r"(?P<w>X)", lengths.adverb),
    (r"\+?(?P<w>R)", lengths.reference),
    (r"Tp|T~?#|T~-?_|T%\$", lengths.wide_reference),
)
PATTERNS: Final = tuple((re.compile(form), reader) for form, reader in _FORMS)
