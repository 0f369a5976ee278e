"""Words that end a noun phrase or say what a number is doing there. Closed classes, in lower case."""

from __future__ import annotations

from corpus_pkg.annotate.claims.word_lists import listed

PREPOSITIONS = listed("""
    about above across after against along alongside amid amidst among amongst around as at before behind below
    beneath beside besides between beyond by concerning despite down during except for from in including inside
    into like near of off on onto opposite out outside over past per plus regarding round since than through
    throughout till to toward towards under underneath unlike until up upon versus via vs with within without
    worth
""")
CONJUNCTIONS = listed("""
    and but or nor so yet because although though while whereas if unless when whenever where whether
""")
DETERMINERS = listed("""
    the a an this that these those his her its their our your my some any each every no all both another either
    neither such what which whose
""")
PRONOUNS = listed("""
    i you he she it we they me him us them himself herself itself themselves ourselves yourself myself who whom
    that there here someone anyone everyone nobody everybody something anything everything nothing others
""")
AUXILIARIES = listed("""
    am is are was were be been being has have had having do does did will would shall should can could may might
    must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot
    couldn't shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t
    can’t couldn’t shouldn’t it's it’s that's that’s he's he’s she's she’s they're they’re we're we’re i'm i’m
    you're you’re i've i’ve
""")
ADVERBS = listed("""
    now then also already still currently again once often always never ever just only even too very more most
    less ago later earlier before afterwards meanwhile however therefore thus instead respectively together
    apart away back down up ahead abroad overnight today yesterday tomorrow tonight soon recently previously
    nearly almost not n't combined alone each apiece overall altogether worldwide nationwide daily weekly
    monthly yearly annually else
""")
# Finite verbs that stand right behind a counted noun or a name often enough to matter.
VERBS = listed("""
    said say says told tell tells added asked called claimed warned reported announced confirmed insisted noted
    believe believed think thought know knew known came come comes go goes went gone get gets got give gives
    gave given take takes took taken make makes made see sees saw seen show shows showed shown want wants wanted
    need needs needed remain remains remained become becomes became began begin begins continue continues
    continued live lives lived died die dies dying fell fall falls rose rise rises grew grow grows led lead
    leads won win lost lose loses killed injured wounded arrested detained voted vote votes backed back
    supported support supports opposed oppose agreed agree agrees expect expects expected join joined joins left
    leave leaves arrive arrived arrives start started starts stop stopped include included includes hit hits pay
    pays paid spend spends spent cost costs work works worked use uses used face faces faced hold holds held set
    sets put puts keep keeps kept meet met sat sit sits stood stand stands ran run runs fled flee crossed
    gathered attended according compared ranging following based equals exceed exceeds exceeded reached reach
    reaches enter entered enters cover covers covered carry carries carried seem seems seemed appear appears
    appeared require requires represent represents represented account accounts accounted form forms formed play
    plays played sell sells sold buy buys bought help helps helped receive receives received happen happens
    happened occur occurs occurred survive survives survived suffer suffers suffered follow follows followed
    save saves saved let lets thinks wonder looks look looked turn turned turns turning
""")
# "-ed" and "-en" forms that open a clause behind a noun: "parts found in", "people killed by".
IRREGULAR_PARTICIPLES = listed("""
    found made held taken given built sold sent brought bought caught fought hit hurt kept led left lost paid
    put run seen set shot shown spent stolen struck taught thrown told torn won worn written driven born drawn
    grown known hidden broken chosen frozen stolen spoken taken
""")
BREAKS = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | AUXILIARIES | ADVERBS | VERBS
CLOSED = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | AUXILIARIES | ADVERBS

MONTHS = listed("""
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec
""")
WEEKDAYS = listed("""
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
""")
