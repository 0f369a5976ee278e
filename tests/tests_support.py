"""Texts and the day of conversion that several tests share."""

from __future__ import annotations

import datetime as dt

TODAY = dt.date(2026, 1, 1)
SUMMIT = (
    "MOMBASA, March 4, 2025 (Reuters) - “We will sign on Friday,” Anna Lindholm, who chairs the talks, told "
    "reporters. “The text is ready.”\n\n"
    "She said about 40% of the ships had left, and called the delay “a farce”.\n\n"
    "“He told me ‘go home’ and I went,” said Peter Okoro, a spokesman for Kenya’s Foreign Ministry.\n\n"
    "(Reporting by Rosa Winter; Editing by Karl Berg)\n"
)
HARBOUR = "Harbour reopens after storm\n\nDate: 2 September 2022\n\nSome 1,200 people returned to Lagos, Okoro said.\n"
SETTINGS = 'name = "sound"\nlicense = "CC0-1.0"\nlanguages = ["en"]\ncitation = "The tests (2026). Sound."\n'
