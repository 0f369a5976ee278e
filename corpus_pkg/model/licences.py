"""SPDX licence identifiers, as far as data and news go; others are `LicenseRef-NAME`."""

from __future__ import annotations

import re
from typing import Final

_CREATIVE_COMMONS = re.compile(r"CC-BY(?:-NC)?(?:-ND|-SA)?-(?:1\.0|2\.0|2\.5|3\.0|4\.0)(?:-[A-Z]{2,4})?\Z")
_WRITTEN, _PARTED = re.compile(r"CC[ -]?(?:BY|0)[ A-Z0-9.-]{0,30}\Z", re.IGNORECASE), re.compile(r"[ -]+")
_NARROWED = re.compile("-N[CD]-")
_REFERENCE = re.compile(r"(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+\Z")
_KNOWN: Final = frozenset(
    """
    CC0-1.0 CC-PDDC PDDL-1.0 ODC-By-1.0 ODbL-1.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 OGL-Canada-2.0 OGC-1.0 NLOD-1.0
    NLOD-2.0 etalab-2.0 DL-DE-BY-2.0 DL-DE-ZERO-2.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0
    C-UDA-1.0 O-UDA-1.0 Community-Spec-1.0 GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3-only GFDL-1.3-or-later
    MIT MIT-0 Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD ISC Unlicense WTFPL MPL-2.0 EUPL-1.1 EUPL-1.2 Artistic-2.0
    GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only
    LGPL-3.0-or-later AGPL-3.0-only AGPL-3.0-or-later
    """.split()
)
_EITHER_CASE = {each.lower(): each for each in _KNOWN}


def is_spdx(licence: str) -> bool:
    """Whether a text is an SPDX identifier for data or text, in any case, or a `LicenseRef-`."""
    known = licence.lower() in _EITHER_CASE or _CREATIVE_COMMONS.match(licence.upper())
    return bool(known or _REFERENCE.match(licence))


def spelled(licence: str) -> str | None:
    """The identifier as SPDX spells it; None where it is none. `CC BY-NC 4.0` is how people write one."""
    licence = _PARTED.sub("-", licence.strip()) if _WRITTEN.match(licence.strip()) else licence
    if licence.lower() in _EITHER_CASE:
        return _EITHER_CASE[licence.lower()]
    return licence.upper() if _CREATIVE_COMMONS.match(licence.upper()) else None


def is_open(licence: str) -> bool:
    """Whether a licence, as SPDX spells it, lets anyone pass a text on for any purpose.

    Those that forbid commercial use or changes are not among them: a corpus is both used so and a change.
    """
    return licence in _KNOWN or bool(_CREATIVE_COMMONS.match(licence) and not _NARROWED.search(licence))
