"""What a page prints around an article becomes a region, and the way back to the raw characters stays whole."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.body import Body, part_body
from corpus_pkg.annotate.metadata.boilerplate import block_digest, block_role
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.text.edits import restore

_LINES = (
    "Read more: Port reopens after storm", "READ MORE", "Also read: A day on the quay", "Related articles",
    "Sign up for our daily newsletter and never miss a story.", "Subscribe to our morning briefing here",
    "Follow us on Twitter and Facebook", "Share | Tweet | Print | Email", "Share this article", "Advertisement",
    "Story continues below advertisement", "Download our app for alerts",
    "© 2025 Harbour Courier. All rights reserved.",
    "Copyright 2025 Harbour Courier", "This material may not be published, broadcast or rewritten.",
    "Click here to see the photos", "Log in to continue reading", "You may also like", "Most read",
)  # fmt: skip
_PROSE = (
    "Read more slowly, the judge told the clerk, and the hall laughed for the first time that day.",
    "Share prices fell by 3% on Monday after the port had closed, traders in the town said.",
    "Subscribers left in their thousands when the paper doubled its price, its owners said on Friday.",
    "Sign language was taught in two of the schools, and more were to follow, the council said.",
    "Follow the money, the auditor said, and it leads to a warehouse behind the fish market.",
    "Copyright was the subject of the trial, which ended in a settlement on Thursday.",
    "Photographs of the ship showed a hole in her side, three metres long.",
    "“Read more: that is all the advice I have,” the librarian said.",
    "Print shops along the river stood under water on Wednesday.",
)


@pytest.mark.parametrize("line", _LINES)
def test_lines_of_the_page_are_told(line: str) -> None:
    assert block_role(line) == "boilerplate"


@pytest.mark.parametrize("line", _PROSE)
def test_prose_that_begins_alike_is_text(line: str) -> None:
    assert block_role(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Rosa Winter", "Image credit: Harbour Archive", "Ships wait outside the port. [Anna Moor/Reuters]",
        "The crane after its fall on Tuesday (Photo by Ben Hall)", "File photo: the old quay",
    ],
)  # fmt: skip
def test_captions_are_told(line: str) -> None:
    assert block_role(line) == "caption"


def _parted(text: str, repeated: frozenset[bytes] = frozenset()) -> Body:
    raw = RawArticle(path="a.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain",
                     encoding="utf-8", encoding_provenance="utf-8", characters=text, repeated=repeated)  # fmt: skip
    return part_body(raw)


_BODY = (
    "The ferry stayed in port on Monday after the river had fallen, its owners said.",
    "About 300 passengers waited in the hall until the evening, and were brought tea.",
    "It left a day later, when rain in the hills had raised the water again.",
)


def test_a_block_within_the_body_is_taken_out_and_kept_as_a_region() -> None:
    text = f"{_BODY[0]}\n\nRead more: Port reopens\n\n{_BODY[1]}\n\nAdvertisement\n\nShare this article\n\n{_BODY[2]}\n"
    body = _parted(text)
    assert body.text == "\n\n".join(_BODY)
    assert [each.role for each in body.regions] == ["boilerplate"] * 3
    assert [text[each.raw_start : each.raw_end] for each in body.regions] == [
        "Read more: Port reopens", "Advertisement", "Share this article",
    ]  # fmt: skip
    assert restore(body.text, body.edits) == text


def test_blocks_above_and_below_do_not_hide_byline_and_tail() -> None:
    text = (f"Ferry stays in port\nShare | Tweet\nBy Anna Moor\n\n{_BODY[0]}\n\n{_BODY[1]}\n\n"
            "(Reporting by Ben Hall)\n\nSubscribe to our newsletter\n")  # fmt: skip
    body = _parted(text)
    assert body.text == "\n\n".join(_BODY[:2])
    assert [each.role for each in body.regions] == ["title", "boilerplate", "byline", "tail", "boilerplate"]
    assert body.layout.bylines[0].authors == ("Anna Moor",)
    assert restore(body.text, body.edits) == text


def test_what_a_source_repeats_is_taken_out() -> None:
    notice = "The Courier is owned by its readers in the four towns."
    text = "\n\n".join([*_BODY, notice])
    assert _parted(text).text == text
    body = _parted(text, frozenset({block_digest(notice.upper())}))
    assert (body.text, body.regions[-1].text) == ("\n\n".join(_BODY), notice)


_BLOCKS = st.lists(
    st.sampled_from([*_BODY, *_LINES, "Photo: Rosa Winter", "By Anna Moor", "A line", "“Yes.”", "   ", "AFP", "x"]),
    max_size=12,
)


@given(_BLOCKS, st.sampled_from(["\n\n", "\n", "\n \n\n", "\r\n\r\n"]))
def test_whatever_is_taken_out_can_be_put_back(blocks: list[str], separator: str) -> None:
    text = separator.join(blocks)
    body = _parted(text)
    assert restore(body.text, body.edits) == text
    assert body.text == body.text.strip() or not body.text.strip()
    for each in body.regions:
        assert " ".join(text[each.raw_start : each.raw_end].split()) == " ".join(each.text.split())
