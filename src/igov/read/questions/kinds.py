"""What a question asks for, told by how it begins and by the words that mark its kind."""

from __future__ import annotations

import re

from igov.terms.question import Kind

_AUX = r"(?:is|are|was|were|be|do|does|did|has|have|had|may|can|could|might|must|should|shall|will|would|need|ought)"
_DOC = (
    r"(?:(?:the |these |this |both |two |any |adopted |draft )*(?:tunis(?: agenda)?|agenda|opinion|draft|texts?|clauses?|paragraphs?|para|provisions?|articles?"
    r"|footnote|recitals?|preamble|instruments?|documents?|sources?|resolutions?|[a-z]+-[a-z0-9.-]+|[0-9]+ ?[a-e]?)\b)"
)
_POLITE = re.compile(
    r"^(?:(?:please|so|and|but|well|now|ok|okay|then|hi|hello|hey|also|quick question|question)[ ,:;-]+)+"
    r"|^(?:can|could|would|will) (?:you|somebody|someone|anyone)(?: please)? (?=tell|explain|say|show|list|name|describe|give|remind|compare)"
    r"|^(?:tell|show|remind|explain to) (?:me|us)(?: please)?,? (?=who|what|which|why|how|whether|when|whose|if)"
    r"|^(?:do|does) (?:you|anyone|anybody) know (?=who|what|which|why|how|whether|whose|if)"
    r"|^(?:i|we) (?:want|need|would like|wonder|wish|am wondering|am asking|ask|do not know|would love)(?: to (?:know|ask|learn|understand))?,? "
    r"(?=who|what|which|why|how|whether|whose|if)"
    r"|^(?:explain|say|state|describe) (?=who|what|which|why|how|whether|whose)"
    r"|^(?:according to|under|in|going by|by|pursuant to|on the basis of|in the view of|from) "
    + _DOC
    + r"(?: for the information society)?,? "
    r"|^(?:and )?(?:exactly|precisely|in practice|formally|legally|then),? "
)
_WHETHER = re.compile(r"^(?:whether|if) ")
_WHY = re.compile(
    r"^(?:why|how come|how so|what for)\b|^(?:for|on) (?:what|which) (?:reasons?|grounds?)|^what(?: is|'s| are|) (?:the |)?(?:reasons?|grounds?|justification|rationale|basis)\b"
    r"|^what (?:justifies|explains|entitles)|^explain why|^because of what|^on the strength of (?:what|which)|^how (?:is|are) .* justified|^give (?:the |a )?reasons?"
)
_COMPARE = re.compile(
    r"\b(?:differences?|differ|differs|differing|differently|compare[sd]?|comparison|comparing|contrast|contrasts|versus|vs|distinguish(?:es|ed)?|distinction|alike|"
    r"unlike|tell .* apart|set(?:s)? .* apart|stand side by side|line up against|overlap|in common|as opposed to|"
    r"(?:greater|larger|bigger|smaller|stronger|weaker|higher|wider|narrower|further|longer|heavier) .*\bthan|than\b.*\b(?:greater|larger|bigger)|"
    r"more\b.*\bthan|less\b.*\bthan|as (?:much|strong|big|large|wide|great|far|many|important|active)\b.*\bas|go(?:es)? (?:further|beyond)|"
    r"the same (?:rights?|roles?|duties|responsibilit\w+|thing|part|place|say|powers?|position|footing|standing|way)?\b.*\b(?:as|and|for both)|equals?\b.* \b(?:and|to|with)|equal to|"
    r"sets? .* apart|equally|equal|the same|more say|who has more|who has the (?:bigger|larger|greater|stronger)|which is (?:stronger|wider|greater)|conflict|contradict|square with|relate to each other|on a par|on an equal footing with)\b"
)
_CLAUSE = re.compile(
    r"^(?:what|how|does|do|did|is|are|where|whether|which) .*\b(?:says?|said|state[sd]?|provides?|provided|mention(?:s|ed)?|contains?|reads?|tells?|told|have to say|addresse?[sd]?|speaks?|spoken|spoke|"
    r"treats?|covers?|covered|deals?|touch(?:es)?|refers?|concern(?:s|ed)?|words?|worded|wording|read like|written|content|meaning|means?|describe[sd]?|put it|require[sd]?|call(?:s|ed)? for)\b"
)
_SAYING = re.compile(
    rf"^what (?:do|does|did|would|is|are|has|have) {_DOC}.*\b(?:say|state|provide|mention|contain|read|tell|mean|have to say|address|speak|treat|cover|deal|refer|require|call for|express|lay down|hold)\b"
    rf"|^what (?:does|do) .*\b(?:say|have to say)\b|^what (?:is|was|has been|are) (?:being )?(?:said|written|stated|provided|mentioned|laid down|the wording|the content|the meaning)\b"
    rf"|^what (?:is|stands|are)(?: said| written)? in {_DOC}|^how (?:does|do|is|are) .*{_DOC}.*\b(?:treat|describe|put|word|read|deal|address|speak|refer|phrase|see|view|described|worded|phrased)\w*\b"
    rf"|^(?:does|do|did|is|are|has|have) {_DOC}.*\b(?:say|mention|speak|address|deal|refer|touch|cover|contain|have|anything|something|nothing|any)\b"
    rf"|^(?:is|are|was) (?:there )?(?:anything|something|any mention|a mention|a word|any word|mention)\b|^(?:is|are) .*\b(?:mentioned|addressed|dealt with|covered|touched on)\b"
    rf"|^what (?:about|of) |^where (?:do|does|is|are|in)\b|^(?:quote|show|cite|read|recite|summari[sz]e|paraphrase)\b|^what .*\bwords?\b.*\b(?:use|used)\b|^(?:the )?meaning of\b|^how (?:do|does) {_DOC}"
)
_WHO = re.compile(
    r"^(?:(?:to|by|for|with|from|on|of|in) )?(?:who|whom|whose)\b|^(?:which|what) (?:[a-z]+ ){0,2}?(?:body|actor|organi[sz]ation|institution|party|group|stakeholder|entity|agency|holder|sector|official|officer|country|state)\b(?! of)|^in whose|^by whom|^(?:at|on) whose\b|^under whose\b|^is there (?:anyone|anybody|someone|somebody)\b"
)
_LIST = re.compile(
    r"^(?:list|name|enumerate|give|count|set out|mention|show|tell|cite|identify|state)\b"
    r"|^which (?:[a-z]+ ){0,3}?(?!is\b|does\b|has\b|was\b)(?:[a-z]+s|criteria|people|bodies|fora|actors)\b"
    r"|^who (?:are|else)\b|^how many\b|^what (?:are|were) (?:all |the |some of the )+(?:[a-z]+ ){0,4}?[a-z]+s\b"
    r"|^what (?:[a-z]+ ){1,5}(?:are|is) (?:mentioned|named|listed|given|there|set out|foreseen)\b|^what (?:all|else)\b|\bwhose are they\b|^who (?:has|have|does|do|holds|plays) (?:which|what)\b"
)
_ONE_BODY = re.compile(
    r"^(?:which|what) (?:[a-z]+ ){0,1}?(?:sector|body|actor|organi[sz]ation|institution|party|group|stakeholder|entity|agency|holder|official|officer|country|state)\b(?! of| groups?)"
)
_MAY = re.compile(rf"^(?:and |but )?{_AUX}(?: not|n't)?\b")
_ROLES = re.compile(
    r"^(?:what|how|which|where|describe|tell|explain|outline|set out|give|summari[sz]e)\b|\b(?:roles?|tasks?|rights?|duties|responsibilit(?:y|ies)|powers|mandate|job)\b"
)


def plain(text: str) -> str:
    """Return the question as its kind is told by: lower case, single spaces, no greeting and no politeness before it."""
    line = " ".join(text.casefold().replace("’", "'").replace("what's", "what is").replace("who's", "who is").split())
    line = line.strip(" \"'“”?!.,;:")
    for _ in range(4):
        shorter = _POLITE.sub("", line, count=1)
        if shorter == line:
            break
        line = shorter
    return _WHETHER.sub("", line)


def kind_of(line: str, holders: int, texts: int) -> Kind | None:
    """Return the kind of a question given as `plain` has it, with how many holders and how many texts it names."""
    if _WHY.search(line):
        return Kind.WHY
    compares = _COMPARE.search(line) is not None
    if compares and (
        holders > 1 or texts > 1 or re.search(r"\bdiffer|\bcompar|\bcontrast|\balike|\bin common|\bdistinction", line)
    ):
        return Kind.COMPARE
    if _SAYING.search(line):
        return Kind.CLAUSE
    if _LIST.search(line) and not _ONE_BODY.search(line):
        return Kind.LIST
    if _WHO.search(line):
        return Kind.WHO_HOLDS
    if _MAY.search(line):
        return Kind.MAY_X
    if _ROLES.search(line):
        return Kind.ROLES_OF if holders else Kind.CLAUSE
    return None
