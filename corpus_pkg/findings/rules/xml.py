"""Rules of the XML and SGML in which agencies send and archives keep articles."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, info

BAD_XML: Final = error(
    "F059", "bad-news-xml",
    "A file of NITF, NewsML or TEI is well-formed XML, of moderate depth, with at least one article.",
    "A reader that mends XML guesses where an article ends.",
    "Mend the file at the place that the message names; the articles before it were read.",
    bad="<p>Ferry & port</p>",
    good="<p>Ferry &amp; port</p>",
)  # fmt: skip
XML_ENTITIES: Final = error(
    "F060", "news-xml-declares-entities",
    "A file of NITF, NewsML or TEI declares no entities, of its own or of other files.",
    "Entities unfold without end, and can draw files of this machine into a text.",
    "Write out what the entities stand for, and take their declarations away.",
    bad='<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    good="<nitf> without declarations",
)  # fmt: skip
NO_STORY: Final = info(
    "F061", "news-item-no-article",
    "An item of an agency is an article: it has its text with it, and was not withdrawn.",
    "Pictures, packages, planning items and advisories would fill a corpus with what nobody wrote; what an agency "
    "withdrew it does not stand for.",
    "Nothing: the item was passed over, and counted.",
    bad='<pubStatus qcode="stat:canceled"/>',
    good='<pubStatus qcode="stat:usable"/> and an inlineXML with the text',
)  # fmt: skip
BAD_SGML: Final = error(
    "F062", "bad-news-sgml",
    "A file of SGML is a row of documents (<REUTERS> or <DOC>), each closed before the next begins.",
    "Where an article that is not closed ends is a guess.",
    "Close the document at the line that the message names; those before and behind it were read.",
    bad="<REUTERS ...> ... <REUTERS ...>",
    good="<REUTERS ...> ... </REUTERS> <REUTERS ...> ... </REUTERS>",
)  # fmt: skip
