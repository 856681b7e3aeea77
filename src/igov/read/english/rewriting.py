"""Turns of phrase that are put plainly before a sentence is cut: contractions, short forms, frames and asides.

Each row: words of which one must occur before the pattern is tried, the pattern, and what stands in its place.
"""

from __future__ import annotations

import re

_Rows = tuple[tuple[tuple[str, ...], str, str], ...]

_SHORT: _Rows = (
    (("cannot", "can't"), "\\bcan(?:no|')t\\b", "can not"),
    (("cant",), "\\bcant\\b", "can not"),
    (("won't", "wont"), "\\bwon'?t\\b(?= )", "will not"),
    (("shan",), "\\bshan'?t\\b", "shall not"),
    (("ain't", "aint"), "\\bain'?t\\b", "is not"),
    (
        ("n't", "nt "),
        "\\b(is|are|was|were|do|does|did|has|have|had|should|would|could|must|need|ought|may|might)n'?t\\b",
        "\\1 not",
    ),
    (("'s",), "\\b(it|that|there|what|who|here|he|she)'s\\b", "\\1 is"),
    (("its ",), "^its (?=the |up |not |only )", "it is "),
    (("thats",), "\\bthats\\b", "that is"),
    (("theres",), "\\btheres\\b", "there is"),
    (("'ve",), "\\b(they|we|you|i)'ve\\b", "\\1 have"),
    (("'re",), "\\b(they|we|you)'re\\b", "\\1 are"),
    (("'d", "'ll"), "\\b(they|we|you|i|he|she|it)'(?:d|ll)\\b", "\\1 will"),
    (("shld",), "\\bshld\\b", "should"),
    (("esp",), "\\besp\\b", "especially"),
    (("intl",), "\\bintl\\b", "international"),
    (("ppl",), "\\bppl\\b", "people"),
    (("cld",), "\\bcld\\b", "could"),
    (("mustnt", "musnt"), "\\b(?:mustnt|musnt)\\b", "must not"),
    (("w,o",), "\\bw/o\\b", "without"),
    (("gotta", "gotto", "hafta", "havta"), "\\b(?:gott[ao]|ha[fv]ta)\\b", "have to"),
    (("oughta",), "\\boughta\\b", "ought to"),
    (("needa",), "\\bneeda\\b", "need to"),
    (("outta",), "\\boutta\\b", "out of"),
    (("wanna",), "\\bwanna\\b", "want to"),
    (("lotsa",), "\\blotsa\\b", "lots of"),
    (("osnt", "osn't", "esnt"), "\\b(?:do?e?snt|dosn't|dosent|doesent)\\b", "does not"),
    (("dnt", "dn't"), "\\b(?:sho?u?l?dn'?t|shudent)\\b", "should not"),
    (("itus",), "\\bitus\\b", "itu's"),
    ((" r ",), " r (?=[a-z])", " are "),
    ((" em ",), " '?em\\b", " them"),
    (
        ("apart from", "other than", "except", "save for", "but for", "besides", "exception of", "barring"),
        "^(?:apart from|other than|except(?: for)?|save(?: for)?|but for|besides|barring|with the exception of) ([^,;:.]+?),? (?:nobody|no one|noone|none|no other \\w+|no \\w+)(?: else)?\\b(?= (?:has|have|is|are|may|can|must|should|shall|will|holds?|do|does))",
        "only \\1",
    ),
    (("sho", "shu", "sould", "shd"), "\\b(?:shd|shu?o?[du]d|shuld|shoul|sould|shoudl|sholud)\\b", "should"),
    (("cud", "coud", "culd"), "\\b(?:cu?o?ud|cud|culd)\\b", "could"),
    (("wud", "woud", "wuld"), "\\b(?:woud|wud|wuld)\\b", "would"),
    (("mus ",), "\\bmus\\b", "must"),
    (("cos", "cuz", "coz", "b,c"), "\\b(?:'?cos|'?cuz|coz|b,c)\\b", "because"),
    (("thru",), "\\bthru\\b", "through"),
    ((" n ",), " n (?=[a-z])", " and "),
    (("hav ",), "\\bhav\\b", "have"),
    (("for nothing",), "\\bcount(ed|s)? for nothing\\b", "do not count for anything"),
    (
        ("bystander", "spectator", "onlooker"),
        "\\b(?:mere |just |only |no more than |nothing but )?(?:bystander|spectator|onlooker)s?\\b",
        "not involved",
    ),
    (("lookout",), "\\bon the lookout for\\b", "looking for"),
    (("search of", "quest of"), "\\bin (?:search|quest) of\\b", "looking for"),
    (
        ("known that", "record that", "plain that"),
        "\\b(?:ha[sd]|have) (?:let it be known|made it known|gone on record|put on record|made it plain) that\\b",
        "says that",
    ),
    (("w,",), "\\bw,(?= )", "with"),
    (("sec",), "\\bsec(?:y|retary)?[ -]gen(?:eral)?\\b", "secretary general"),
    (("mgmt",), "\\bmgm?t\\b", "management"),
    (("orgs",), "\\borgs\\b", "organizations"),
    (("civ",), "\\bciv(?:il)? soc\\b", "civil society"),
    (("dev ",), "\\bdev (?=countries)", "developing "),
    (("gonna",), "\\bgonna\\b", "going to"),
    (("gov", "gvt", "gvmt"), "\\bgov(?:'?t|mt)?s?\\b|\\bgvm?ts?\\b", "governments"),
    (("u.s.",), "\\bu\\.s\\.(?:a\\.)?", "usa"),
    (("u.k.",), "\\bu\\.k\\.", "uk"),
    (("u.n.",), "\\bu\\.n\\.", "un"),
    (("e.g.", "i.e."), "\\be\\.g\\.|\\bi\\.e\\.", "such as"),
    (("day",), "\\bday[ -](?:to|2)[ -]day\\b", "daytoday"),
    (("mail",), "\\be-?mails?\\b", "email"),
    (("multi-",), "\\bmulti-stakeholder", "multistakeholder"),
    (("stakholder",), "\\bmultistakholder", "multistakeholder"),
    (("co-",), "\\bco-(?=[a-z])", "co"),
    (("self-",), "\\bself-", "self "),
    (("non-",), "\\bnon-(?=[a-z])", "non"),
    (("inter-",), "\\binter-(?=[a-z])", "inter"),
    (("developed ",), "(?<!least )\\bdeveloped (?=countr|nation|state|world|econom)", "industrialized "),
)

_FRAMES: _Rows = (
    (
        ("doubt",),
        r"\b(?:left|leaves?|leaving|has left|have left) no (?:shadow of a )?doubt (?:that|about it that)\b",
        "says that",
    ),
    (
        ("doubt", "question"),
        r"^(?:there is|there can be) no (?:doubt|question)(?: at all| whatsoever)?(?: but)? that\b",
        "",
    ),
    (
        ("surpris", "astonish", "shock", "escape"),
        r"^it (?:will|should|can|may|must|would) (?:surprise|astonish|shock|escape) (?:nobody|no one|none)[^,;.]*? that\b",
        "",
    ),
    (
        ("surprise", "saying", "secret"),
        r"^it (?:comes as|is) no (?:surprise|secret)[^,;.]*? that\b|^it goes without saying that\b",
        "",
    ),
    (("needless",), r"\bneedless to (?:say|add|repeat)\b,?", ""),
    (("follows",), r"\b(?:and )?it follows\b(?:, [^,;.]*,)? (?:from this |from that )?that\b", "and"),
    (
        (", i ", ", we "),
        r", (?:i|we) (?:(?:would|must|dare|can only|will) )?(?:to )?(?:submit|say|think|believe|suggest|add|repeat|argue|insist|hold|fear|hope|understand|gather|suppose|trust)\b[^,]{0,12}(?:,|$)",
        "",
    ),
    (
        ("recall", "remember", "know", "see", "aware"),
        r"^as [^,]{1,60}? (?:will|may|must|should|all|well|surely)? ?(?:recall|remember|know|knows|see|sees|is aware|are aware)\b[^,]{0,30}, ",
        "",
    ),
    (
        (" i ", " we "),
        r"^as (?:the |a |an )?(?:delegate|representative|minister|ambassador|citizen|engineer|student|teacher|lawyer|journalist|user)\b[^,]*?,? (?:i|we) (?:(?:can only|can|must|would|wish to|want to|would like to|have to) )?(?:repeat|say|add|stress|insist|recall|note|emphasi[sz]e|argue|submit)(?: here| again)? that ",
        "",
    ),
    (
        ("truth is", "fact is", "point is", "matter is"),
        r"(?:^|[,;:] )(?:and |and yet |but |yet )?the (?:plain |simple |sad |whole )?(?:truth|fact|point|fact of the matter) is,? that\b",
        ";",
    ),
    (("may be",), r"^[^,;.]{1,40}\b(?:though|as) (?:it|they) (?:may|might) be, ", ""),
    (
        ("whatever", "however", "no matter", "regardless", "whoever"),
        r"(?:^|, )(?:and )?(?:whatever|however|no matter (?:what|how)|regardless of what|whoever) (?!its? mandate|their mandate)[^,;:.]*?\b(?:may|might|thinks?|says?|likes?|believes?|feels?|wants?|prefers?|complains?|claims?)\b(?! impact)[^,;:.]*?(?:, |(?=[;:.])|$)",
        " ",
    ),
    ((" or not",), r",? be (?:it|they|that|these) [^,;.]{1,50} or not\b", ""),
    (("be it ", "be they "), r", be (?:it|they) [^,;.]{1,40} or [^,;.]{1,40}(?=[,;.]|$)", ""),
    (
        (
            "comes of",
            "owe",
            "due to",
            "thanks to",
            "results from",
            "stems from",
            "result of",
            "down to",
            "consequence of",
        ),
        r"^that ((?:the )?(?:inter)?net\b[^,;]*?) (?:comes of|owes (?:something|much|a lot|a great deal|everything) to|is owed to|is due to|is thanks to|results from|stems from|is (?:a|the) (?:result|consequence) of|is down to) (.*)$",
        r"\1; \2",
    ),
    (
        (" time",),
        r"\b(?:it is|there is) (?:high |about )?time (?:that |for )?(?!to\b)",
        "it is necessary that ",
    ),
    (
        ("it is", "it would"),
        r"^it (?:is|would be) (?:only )?(?:fair|right|worth|fitting|important|useful) (?:to (?:say|add|recall|note|remember|stress)|recalling|noting|adding|saying|remembering|stressing) that\b",
        "",
    ),
    (
        ("let me", "let us", "allow me", "permit me"),
        r"^(?:let me|let us|allow me to|permit me to) (?:be clear|repeat|add|say|recall|remind you|stress|note|begin by saying)[^,:;.]{0,30}?(?: that|:|,) ",
        "",
    ),
    (
        ("or not",),
        r", (?!(?:whether )?(?:relevant|necessary|appropriate|need|want|telecom|related|within|in good|deemed|requested|reciprocated|inside|it |they ))"
        r"(?:whether )?(?:[a-z-]+ ){1,3}or not(?=[,.;!?]|$)",
        "",
    ),
    (
        (" had", " played"),
        r"^([^,;:]+?) (ha(?:s|ve) (?:had|played)),? (?:and|but) ((?:should|must|may|shall|ought to|can|will) (?:continue to )?(?:have|play)),? (.*)$",
        r"\1 \2 \4, and \1 \3 \4",
    ),
    (("resolution",), r"\bresolutions? (?:101|102|133)(?:,? ?(?:and )?(?:101|102|133))*\b", "guadalajara resolutions"),
    (
        (" it, ",),
        r"^(?:as|the way) ((?:some|several|many|certain|all|most|a few|a number of) [a-z -]+?) (?:see|sees|put|puts|view|views|understand|read|have) it, ",
        r"\1 consider that ",
    ),
    (("how many",), r"^how many ([^?]*)\?,? (?:not (?:a single )?one|none|zero|not any)\b.*$", r"no \1"),
    (("how many",), r"^how many ([^?]*)\?,? (all|every one|each one)\b.*$", r"all \1"),
    (("how many",), r"^how many ([^?]*)\?,? (many|most|some|several|a few|quite a few)\b.*$", r"\2 \1"),
    (("forget",), r"^forget (?:about )?[^,;.:]+[,;:] ", ""),
    (
        ("other than", "but ", "except", "besides", "apart from", "save "),
        r"^no (?:other )?(?:[a-z]+ ){0,2}?(?:organi[sz]ation|body|agency|actor|party|stakeholder|one|institution|group|entity|state|country|government)s?"
        r" (?:other than|but|except|besides|apart from|save) (?=[a-z])",
        "only ",
    ),
    (("territory", "soil"), r"\bon (?!its|their|own|the)[a-z]+ (?:territory|soil)\b", "within its territory"),
    (("if you",), r",? if you (?:read|look|listen|think|ask|consider)[^,;.]*(?:,|$)", ""),
    (
        ("point", "aim", "purpose", "idea", "goal", "object"),
        r"^the (?:whole |main |very )?(?:point|aim|purpose|idea|goal|object) of enhanced cooperation is "
        r"(?:to (?:let|enable|allow|help|make)|that|for)\b",
        "enhanced cooperation lets",
    ),
    (
        ("as ",),
        r"^as [^,]{1,40}?,? (?:i|we) (?:have to|must|would|can only|can|should|want to|wish to) "
        r"(?:point out|say|add|remark|repeat|observe|stress|note) that ",
        "",
    ),
    (("point out",), r"^(?:i|we) (?:have to|must|would|should|want to|wish to) point out that ", ""),
    (
        ("though", "while", "even if"),
        r"^(?:though|although|while|even if) [^,;]*\b(?:like|hear|admit|believe|say|agree|enjoy|welcome)\b"
        r"(?: to (?:hear|admit|say))?(?: it| this| that| so)?, ",
        "",
    ),
    (("nothing but",), r"\b(is|are) nothing but\b", r"\1"),
    (("nothing but",), r"\b(?:has|have|does|do|did|had) (?:done )?nothing but\b", "did"),
    (("gets to", "get to"), r"(?<!have )(?<!has )\bgets? to (?=[a-z])(?!know\b|be\b)", "may "),
    (("in its own name", "own name", "own voice"), r",? in (?:its|their) own (?:name|voice|words)\b", ""),
)


_TRIED = tuple((needle, pattern, into) for needles, pattern, into in (*_SHORT, *_FRAMES) for needle in needles)


def plainly(text: str) -> str:
    """Return a normalised sentence with its turns of phrase put plainly."""
    for needle, pattern, into in _TRIED:
        if needle in text:  # patterns are compiled when a sentence first asks for them
            text = re.sub(pattern, into, text)
    return text
