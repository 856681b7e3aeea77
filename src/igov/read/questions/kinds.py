"""What a question asks for, told by how it begins and by the words that mark its kind."""

from __future__ import annotations

import re

from igov.terms.question import Kind

_AUXILIARY = (
    r"(?:is|are|was|were|be|do|does|did|has|have|had|may|can|could|might|must|should|shall|will|would|need|ought)"
)
_TEXT = (
    r"(?:(?:the |these |this |both |two |any |adopted |draft )*"
    r"(?:tunis(?: agenda)?|agenda|opinion|draft|texts?|clauses?|paragraphs?|para|provisions?|articles?|footnote"
    r"|recitals?|preamble|instruments?|documents?|sources?|resolutions?|[a-z]+-[a-z0-9.-]+|[0-9]+ ?[a-e]?)\b)"
)
_ASKING = r"(?=who|what|which|why|how|whether|when|whose|if)"
_TELL = r"(?=tell|explain|say|show|list|name|describe|give|remind|compare)"
_POLITE = re.compile(
    r"^(?:(?:please|so|and|but|well|now|ok|okay|then|hi|hello|hey|also|quick question|question)[ ,:;-]+)+"
    rf"|^(?:can|could|would|will) (?:you|somebody|someone|anyone)(?: please)? {_TELL}"
    rf"|^(?:tell|show|remind|explain to) (?:me|us)(?: please)?,? {_ASKING}"
    rf"|^(?:do|does) (?:you|anyone|anybody) know {_ASKING}"
    r"|^(?:i|we) (?:want|need|would like|wonder|wish|am wondering|am asking|ask|do not know|would love)"
    rf"(?: to (?:know|ask|learn|understand))?,? {_ASKING}"
    rf"|^(?:explain|say|state|describe) {_ASKING}"
    r"|^(?:according to|under|in|going by|by|pursuant to|on the basis of|in the view of|from) "
    rf"{_TEXT}(?: for the information society)?,? "
    r"|^(?:and )?(?:exactly|precisely|in practice|formally|legally|then),? "
)
_WHETHER = re.compile(r"^(?:whether|if) ")
_WHY = re.compile(
    r"^(?:why|how come|how so|what for)\b|^(?:for|on) (?:what|which) (?:reasons?|grounds?)"
    r"|^what(?: is| are|) (?:the |)?(?:reasons?|grounds?|justification|rationale|basis)\b"
    r"|^what (?:justifies|explains|entitles)|^explain why|^because of what|^on the strength of (?:what|which)"
    r"|^how (?:is|are) .* justified|^give (?:the |a )?reasons?"
)
_DIFFERING = re.compile(
    r"\bdiffer|\bcompar|\bcontrast|\balike|\bin common|\bdistinction|\bthe same as\b|\bcontradict|\bconflict"
)
_COMPARE = re.compile(
    r"\b(?:differences?|differ|differs|differing|differently|compare[sd]?|comparison|comparing|contrast|contrasts|versus|vs"
    r"|distinguish(?:es|ed)?|distinction|alike|unlike|tell .* apart|sets? .* apart|separates?|overlap|in common"
    r"|as opposed to"
    r"|(?:greater|larger|bigger|smaller|stronger|weaker|higher|wider|narrower|further|longer|heavier|more|less)\b.*\bthan"
    r"|as (?:much|strong|big|large|wide|great|far|many|important|active)\b.*\bas|go(?:es)? (?:further|beyond)"
    r"|the same|equal|equally|equals|more say|conflict|contradict|square with|relate to each other|on a par"
    r"|(?:has|have) (?:more|the (?:bigger|larger|greater|stronger|wider))|which is (?:stronger|wider|greater))\b"
)
_SAY = (
    r"(?:say|state|provide|mention|contain|read|tell|mean|have to say|address|speak|treat|cover|deal|refer|require"
    r"|call for|ask for|express|lay down|hold)"
)
_SAYING = re.compile(
    rf"^what (?:do|does|did|would|is|are|has|have) {_TEXT}.*\b{_SAY}\b|^what (?:does|do) .*\b(?:say|have to say)\b"
    r"|^what (?:is|was|has been|are) (?:being )?"
    r"(?:said|written|stated|provided|mentioned|laid down|the wording|the content|the meaning)\b"
    rf"|^what (?:is|stands|are)(?: said| written)? in {_TEXT}"
    rf"|^how (?:does|do|is|are) .*{_TEXT}.*"
    r"\b(?:treat|describe|put|word|read|deal|address|speak|refer|phrase|see|view)\w*\b"
    rf"|^(?:does|do|did|is|are|has|have) {_TEXT}(?: \w+){{0,2}} "
    r"\b(?:say|mention|speak|address|deal|refer|touch|cover|contain|have|anything|something|nothing|any|call|describe"
    r"|regard|define)\b"
    r"|^(?:is|are|was) (?:there )?(?:anything|something|any mention|a mention|a word|any word|mention)\b"
    r"|^(?:is|are) .*\b(?:said|called|described|defined) (?:to be|as|a|an)\b"
    r"|^(?:is|are) .*\b(?:mentioned|addressed|dealt with|covered|touched on)\b"
    r"|^what (?:about|of) |^where (?:do|does|is|are|in)\b|^(?:quote|show|cite|read|recite|summari[sz]e|paraphrase)\b"
    rf"|^what .*\bwords?\b.*\b(?:use|used)\b|^(?:the )?meaning of\b|^how (?:do|does) {_TEXT}"
)
_BODY = (
    r"(?:sector|body|actor|organi[sz]ation|institution|party|group|stakeholder|entity|agency|holder|official|officer"
    r"|country|state)\b(?! of| groups?)"
)
_ONE_BODY = re.compile(rf"^(?:which|what) (?:[a-z]+ )?{_BODY}")
_WHO = re.compile(
    r"^(?:(?:to|by|for|with|from|on|of|in|at|under) )?(?:who|whom|whose)\b"
    rf"|^(?:which|what) (?:[a-z]+ ){{0,2}}?{_BODY}|^is there (?:anyone|anybody|someone|somebody)\b"
)
_LIST = re.compile(
    r"^(?:list|name|enumerate|give|count|set out|mention|show|tell|cite|identify|state)\b"
    r"|^which (?:[a-z]+ ){0,3}?(?!is\b|does\b|has\b|was\b)(?:[a-z]+s|criteria|people|bodies|fora|actors)\b"
    r"|^who (?:are|else)\b|^how many\b|^what (?:are|were) (?:all |the |some of the )+(?:[a-z]+ ){0,4}?[a-z]+s\b"
    r"|^what (?:[a-z]+ ){1,5}(?:are|is) (?:mentioned|named|listed|given|there|set out|foreseen)\b|^what (?:all|else)\b"
    r"|\bwhose are they\b|^who (?:has|have|does|do|holds|plays) (?:which|what)\b"
)
_MAY = re.compile(rf"^(?:and |but )?{_AUXILIARY}(?: not|n't)?\b")
_ROLES = re.compile(
    r"^(?:what|how|which|where|describe|tell|explain|outline|set out|give|summari[sz]e)\b"
    r"|\b(?:roles?|tasks?|rights?|duties|responsibilit(?:y|ies)|powers|mandate|job)\b"
)


def plain(text: str) -> str:
    """Return the question as its kind is told by: lower case, single spaces, no greeting before it."""
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
    if _COMPARE.search(line) and (holders > 1 or texts > 1 or _DIFFERING.search(line)):
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
