"""What a source prints beside many articles is found over the corpus, in whatever order it comes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus_pkg.annotate.metadata.boilerplate import block_digest
from corpus_pkg.convert.repeated import RepeatedBlocks, edges_of, source_of
from corpus_pkg.intake.raw import Given, RawArticle

_NOTICE = "The Courier is owned by its readers in the four towns, who elect its editor."
_STREETS = ("Mill Lane", "Quay Road", "Hill Street", "North Gate", "Tower Walk", "Dock Row", "Weir Court")


def _raw(number: int, *blocks: str, source: str | None = "Harbour Courier") -> RawArticle:
    text = "\n\n".join(blocks)
    return RawArticle(path=f"{number}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain",
                      encoding="utf-8", encoding_provenance="utf-8", characters=text,
                      given=Given(source=source))  # fmt: skip


def _stories(count: int, *tail: str, source: str | None = "Harbour Courier") -> list[RawArticle]:
    return [
        _raw(number, f"A pipe burst in {street} on Monday night.",
             f"Water stood {number + 2} feet deep in the cellars of {street} before the council's men came, "
             "two hours after the first call.", *tail, source=source)
        for number, street in enumerate(_STREETS[:count])
    ]  # fmt: skip


def _told(articles: list[RawArticle], folder: Path) -> list[bool]:
    with RepeatedBlocks(folder) as blocks:
        sources = [source_of(each) for each in articles]
        for each, source in zip(articles, sources, strict=True):
            blocks.add([source], edges_of(each, source) if source else b"")
        blocks.settle()
        return [bool(blocks.of(each)) for each in sources]


def test_a_notice_beside_five_different_stories_is_one(tmp_path: Path) -> None:
    assert _told(_stories(5, _NOTICE), tmp_path) == [True] * 5
    assert _told(_stories(4, _NOTICE), tmp_path) == [False] * 4
    assert _told(_stories(5), tmp_path) == [False] * 5


def test_a_story_that_is_sent_again_is_none(tmp_path: Path) -> None:
    body = "Water stood four feet deep in the cellars before the council's men came, two hours after the first call."
    sent = [_raw(number, f"Update {number} from the council.", body, _NOTICE) for number in range(8)]
    assert _told(sent, tmp_path) == [False] * 8


def test_what_few_of_many_articles_end_with_is_none(tmp_path: Path) -> None:
    others = [_raw(100 + each, f"Story {each} begins.", f"And then {each} things happened in the town, one by one.")
              for each in range(40)]  # fmt: skip
    assert not any(_told([*_stories(5, _NOTICE), *others], tmp_path))


def test_each_source_has_its_own_and_one_that_is_not_known_has_none(tmp_path: Path) -> None:
    other = [_raw(50, "A tree fell.", "It took the men of the parish a day to saw it up.", _NOTICE, source="Hill Post")]
    assert _told([*_stories(6, _NOTICE), *other], tmp_path) == [True] * 6 + [False]
    assert not any(_told(_stories(7, _NOTICE, source=None), tmp_path))


def test_the_order_does_not_matter(tmp_path: Path) -> None:
    articles = [*_stories(7, _NOTICE), *_stories(7, "Another notice.", source="Hill Post")]
    mixed = sorted(articles, key=lambda each: each.sha256)
    found = dict(zip((each.characters for each in mixed), _told(mixed, tmp_path), strict=True))
    assert [found[each.characters] for each in articles] == _told(articles, tmp_path)


def test_many_are_counted_as_one_by_one(tmp_path: Path) -> None:
    articles = _stories(6, _NOTICE)
    sources = [source_of(each) for each in articles]
    found = []
    for step in (1, 6):
        with RepeatedBlocks(tmp_path) as blocks:
            for at in range(0, 6, step):
                some = zip(articles[at : at + step], sources[at : at + step], strict=True)
                blocks.add(sources[at : at + step], b"".join(edges_of(each, source) for each, source in some if source))
            blocks.settle()
            found.append(blocks.of(sources[0]))
    assert found[0] == found[1] == {block_digest(_NOTICE)}
