"""Rules of pages, web archives and feeds."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, info, warning

BAD_RECORD: Final = error(
    "F050", "bad-archive-record",
    "A web archive is a row of records; the header of each is readable and states its length.",
    "Where a record ends is known by nothing but its header: what stands behind a bad one has to be searched for.",
    "Fetch the archive anew, or write it with a tool that follows ISO 28500.",
    bad="WARC/1.0, WARC-Type: response, and no Content-Length",
    good="WARC/1.0, WARC-Type: response, Content-Length: 5120",
)  # fmt: skip
WRONG_LENGTH: Final = error(
    "F051", "archive-record-length-wrong",
    "The length that a record of a web archive states is that of its block.",
    "One that is too long swallows the records behind it, one that is too short cuts an article.",
    "Write the archive anew; the records that could be found behind the wrong one were read.",
    bad="Content-Length: 900 before a block of 800 bytes",
    good="Content-Length: 800 before a block of 800 bytes",
)  # fmt: skip
CUT_ARCHIVE: Final = error(
    "F052", "archive-cut-short",
    "A web archive ends behind its last record.",
    "The article at the cut is not whole, and nobody knows how many stood behind it.",
    "Fetch the archive anew.",
    bad="pages.warc, cut in the middle of a transfer",
    good="pages.warc, whole",
)  # fmt: skip
DIGEST_DIFFERS: Final = error(
    "F053", "archive-digest-differs",
    "The digests that a record of a web archive states are those of its bytes.",
    "Something changed the bytes since they were fetched; no one can say what the page was.",
    "Fetch the archive anew, or write it with a tool that digests what it stores.",
    bad="WARC-Block-Digest: sha1:GAAAAAAA... over other bytes",
    good="a digest that matches",
)  # fmt: skip
NO_ARTICLE: Final = info(
    "F054", "archive-record-no-article",
    "Of a web archive the pages that were found (status 200, HTML) and the converted texts are articles.",
    "Requests, images, redirections and pages that were seen before would fill a corpus with what nobody wrote.",
    "Nothing: the record was passed over, and counted.",
    bad="a revisit record, whose payload stands in another record",
    good="a response with status 200 and an HTML page",
)  # fmt: skip
BAD_RESPONSE: Final = error(
    "F055", "stored-response-damaged",
    "A stored answer of a server can be unpacked as its own headers say.",
    "A page that is unpacked in part is not the article.",
    "Fetch the page or the archive anew.",
    bad="Content-Encoding: br, and a body that Brotli cannot read",
    good="Content-Encoding: br, and a body that it can",
)  # fmt: skip
BAD_FEED: Final = error(
    "F056", "bad-feed",
    "A feed is well-formed XML, of moderate depth, with items or entries.",
    "A reader that mends a feed guesses where an item ends.",
    "Mend the feed at the place that the message names; the items before it were read.",
    bad="<item><title>Ferry & port</title></item>",
    good="<item><title>Ferry &amp; port</title></item>",
)  # fmt: skip
FEED_ENTITIES: Final = error(
    "F057", "feed-declares-entities",
    "A feed declares no entities, of its own or of other files.",
    "Entities unfold without end, and can draw files of this machine into a text.",
    "Write out what the entities stand for, and take their declarations away.",
    bad='<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    good="<rss> without declarations",
)  # fmt: skip
TEASER: Final = error(
    "F058", "feed-item-teaser-alone",
    "An item of a feed carries the whole text: content:encoded, Atom content, or a description as long as an article.",
    "Counts over the first lines of articles are not counts over articles.",
    "Bring the page that the link leads to, or leave the item out.",
    bad="<description>The ferry stayed in port. Read more</description>",
    good="<content:encoded>the whole article</content:encoded>",
)  # fmt: skip
PAGE_WITHOUT_BODY: Final = error(
    "F070", "page-without-article",
    "A page holds the text of an article.",
    "A consent wall, an empty frame that scripts would fill, or an error page is no article, though it has words.",
    "Save the page as a reader sees it, after scripts have run and consent is given; or bring the text.",
    bad='<div id="root"></div><script src="app.js"></script>',
    good="<article><h1>...</h1><p>...</p><p>...</p></article>",
)  # fmt: skip
PAGE_TOO_DEEP: Final = error(
    "F071", "page-too-deep",
    "A page has at most 500 elements in one another, and at most 300,000 tags.",
    "Extractors give up on such pages without a word, or take minutes.",
    "Save the page anew, or bring its text.",
    bad="3,000 nested <div>",
    good="what publishers' pages have: 10 to 60",
)  # fmt: skip
PAGE_BYTES_LOST: Final = warning(
    "F072", "page-bytes-undecodable",
    "The bytes of a page are of the encoding that it declares.",
    "Each byte that is not became U+FFFD: what stood there is lost.",
    "Save the page in UTF-8, or correct the charset that it declares.",
    bad='<meta charset="utf-8"> and a byte 0xE9 alone',
    good='<meta charset="windows-1252"> and the byte 0xE9',
)  # fmt: skip
PARAGRAPHS_RESTORED: Final = info(
    "F073", "paragraphs-put-back",
    "The extractor of pages keeps every paragraph of the body.",
    "It takes paragraphs that are the same as others for boilerplate, and loses half of some articles whose body is "
    "parted by pictures; what stands in one row with what it kept was put back.",
    "Nothing, if the page prints them so.",
    bad="an article of 25 paragraphs, of which 3 are in the text",
    good="all 25 of them",
)  # fmt: skip
PAGE_ENCODING_WRONG: Final = warning(
    "F074", "page-encoding-declared-wrongly",
    "A page declares the encoding that its bytes are of.",
    "Read as it declares, its letters would be others; it was read as what its bytes can only be.",
    "Correct the charset that the page, its server or the sidecar declares.",
    bad='<meta charset="iso-8859-1"> and bytes that are UTF-8',
    good='<meta charset="utf-8">',
)  # fmt: skip
PAGE_LOCKED: Final = info(
    "F075", "page-not-free",
    "A page gives its whole article to whoever reads it.",
    "It says of itself that it does not: its text may end where the payment begins.",
    "Compare the end of the text with the article; bring the whole one if it is cut.",
    bad='"isAccessibleForFree": false',
    good='"isAccessibleForFree": true, or nothing said',
)  # fmt: skip
LIVE_BLOG: Final = warning(
    "F076", "live-blog",
    "A page is one article, written at one time.",
    "A live blog is many, and the day on which it began is not the day of each: what hangs on it may be wrong.",
    "Leave it out, or bring its entries one by one.",
    bad='"@type": "LiveBlogPosting"',
    good='"@type": "NewsArticle"',
)  # fmt: skip
