"""The closed vocabularies of the records. Values are plain strings in the data; these are their only spellings."""

from __future__ import annotations

from typing import Literal

DatePrecision = Literal["day", "month", "year"]
DateProvenance = Literal["given", "header", "byline", "url", "dateline", "markup", "tail", "none"]
DateJudgement = Literal["taken", "agrees", "differs", "refused", "incomplete"]
SourceKind = Literal["agency", "outlet", "person", "body"]
SourceProvenance = Literal["given", "header", "byline", "url", "dateline", "markup", "tail", "none"]
RightsBasis = Literal["license", "public_domain", "permission"]
RightsProvenance = Literal["given", "corpus", "markup"]
LanguageProvenance = Literal["given", "corpus", "markup", "identified", "none"]
CandidateField = Literal["title", "source", "agency", "authors", "url", "language"]
CandidateProvenance = Literal["given", "markup", "header", "title", "byline", "dateline", "tail"]
Layer = Literal["quotes", "entities", "claims", "dates"]
RegionRole = Literal["header", "title", "byline", "dateline", "tail", "boilerplate", "caption"]
EncodingProvenance = Literal["bom", "declared", "utf-8", "utf-16", "cp1252"]
Mode = Literal["full", "fast"]
Review = Literal["auto", "reviewed"]
CorrectionAction = Literal["add", "change", "remove", "confirm"]
Corrected = Literal["articles", "quotes", "entities", "claims", "dates"]

QuoteKind = Literal["direct", "partial", "indirect"]
ScareKind = Literal["title", "name", "nickname", "scare", "aside"]
SpeakerKind = Literal["name", "nominal", "pronoun"]
Attribution = Literal["explicit", "carried", "none"]

EntityType = Literal["PERSON", "ORG", "LOC", "MISC"]
MentionKind = Literal["name", "nominal"]
MentionProvenance = Literal["model", "rule", "gazetteer"]

ClaimKind = Literal["percent", "money", "count", "measure", "fraction", "ratio", "multiple", "age", "score"]
Modifier = Literal["equal", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "range"]
Change = Literal["up", "down", "none"]
ChangeKind = Literal["by", "from", "to"]

DateType = Literal["DATE", "TIME", "DURATION", "SET"]
LinkKind = Literal["near_duplicate", "same_event", "same_quote"]
