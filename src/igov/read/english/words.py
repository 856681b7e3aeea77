"""From characters to words: normalising, cutting, stemming and mending single slips of the pen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 5_000
"""The most words that a sentence may have."""

_CUT = re.compile(r"[a-z0-9]+(?:[&.'][a-z0-9]+)*'?|[,;:.?!()\"-]")
_QUOTES = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "–": ",",
        "—": ",",
        "‑": "-",
        "‐": "-",
        "…": " ",
        "/": ",",
    }
)
_VOWELS = frozenset("aeiouy")
_SPELLINGS = (
    ("is", re.compile(r"is(e|ed|es|ing|ation|ations|er|ers|ational)$"), r"iz\1"),
    ("our", re.compile(r"our(s|al|able|ed|ing)?$"), r"or\1"),
    ("ogramme", re.compile(r"ogramme(s?)$"), r"ogram\1"),
    ("re", re.compile(r"(cent|fib|theat)re(s?)$"), r"\1er\2"),
)
_KEPT = frozenset(
    [
        "regarding",
        "concerning",
        "including",
        "pertaining",
        "this",
        "these",
        "those",
        "his",
        "its",
        "is",
        "was",
        "has",
        "us",
        "as",
        "yes",
        "thus",
        "does",
        "during",
        "being",
        "thing",
        "nothing",
        "anything",
        "something",
        "everything",
        "need",
        "needs",
        "bring",
        "king",
        "string",
        "ring",
        "spring",
        "outstanding",
        "internet",
        "us",
        "less",
        "unless",
        "always",
        "perhaps",
        "across",
        "business",
        "process",
        "access",
        "press",
        "address",
        "congress",
        "bus",
        "our",
        "four",
        "hour",
        "your",
    ]
)
IRREGULAR = {
    form: stem
    for stem, forms in {
        "be": "is are was were been being am",
        "have": "has had having",
        "do": "does did done doing",
        "take": "took taken",
        "hold": "held",
        "give": "gave given",
        "make": "made",
        "keep": "kept",
        "leave": "left",
        "lead": "led",
        "run": "ran running",
        "get": "got gotten getting",
        "build": "built",
        "draw": "drew drawn",
        "go": "went gone goes going",
        "set": "setting",
        "let": "letting",
        "put": "putting",
        "sit": "sat sitting",
        "bring": "brought",
        "come": "came coming",
        "meet": "met",
        "tell": "told",
        "think": "thought",
        "pay": "paid",
        "say": "said",
        "seek": "sought",
        "fall": "fell fallen",
        "lay": "laid",
        "write": "wrote written",
        "speak": "spoke spoken",
        "stand": "stood",
        "show": "shown",
        "grow": "grew grown growth",
        "become": "became",
        "shut": "shutting",
        "choose": "chose chosen",
        "see": "saw seen",
        "hear": "heard",
        "know": "knew known",
        "find": "found",
        "do without": "",
        "business": "businesses",
        "process": "processes processed",
        "address": "addresses",
        "access": "accesses",
        "party": "parties",
        "state": "states",
        "firm": "firms",
        "work": "works worked working",
        "woman": "women",
        "person": "people",
        "bind": "bound",
        "buy": "bought",
        "sell": "sold",
        "teach": "taught",
        "break": "broke broken",
        "forbid": "forbade forbidden",
        "mean": "meant",
        "forum": "fora forums",
        "body": "bodies",
        "use": "used uses using",
    }.items()
    for form in forms.split()
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sentence, lower-cased, its stem, and where it stands in the sentence."""

    text: str
    stem: str
    start: int
    end: int


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Strip the endings of inflection; lexicon and sentence both pass here, so what is left need not be a word."""
    if word in IRREGULAR:
        word = IRREGULAR[word]
        if " " not in word:
            return _soft(word)
    if word in _KEPT or len(word) < 4:
        return word
    for needle, pattern, into in _SPELLINGS:
        if needle in word:
            word = pattern.sub(into, word)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = (
            word[:-3] + "y"
            if word.endswith("ies") and len(word) > 4
            else word[:-2]
            if word.endswith(("sses", "shes", "ches", "xes"))
            else word[:-1]
        )
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= 3 and not _VOWELS.isdisjoint(root):
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "sl" else root
            break
    return _soft(word)


def _soft(word: str) -> str:
    if len(word) > 3:
        if word.endswith("e"):
            return word[:-1]
        if word.endswith("y"):
            return word[:-1] + "i"
        if word.endswith("ll"):
            return word[:-1]
    return word


_CONTROL = dict.fromkeys((*range(32), 127), " ")


def normalise(sentence: str) -> str:
    """Fold accents, quotation marks and control characters; keep the length of nothing, the meaning of everything."""
    if sentence.isascii():
        return sentence.translate(_CONTROL).lower().replace("/", ",").replace("`", "'")
    text = unicodedata.normalize("NFKD", sentence.translate(_QUOTES))
    text = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text if not unicodedata.combining(c))
    return text.casefold()


_CONTRACTED: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        (
            "cannot",
            "can't",
        ),
        r"\bcan(?:no|')t\b",
        "can not",
    ),
    (("cant",), r"\bcant\b", "can not"),
    (
        (
            "won't",
            "wont",
        ),
        r"\bwon'?t\b(?= )",
        "will not",
    ),
    (("shan",), r"\bshan'?t\b", "shall not"),
    (
        (
            "ain't",
            "aint",
        ),
        r"\bain'?t\b",
        "is not",
    ),
    (
        (
            "n't",
            "nt ",
        ),
        r"\b(is|are|was|were|do|does|did|has|have|had|should|would|could|must|need|ought|may|might)n'?t\b",
        r"\1 not",
    ),
    (("'s",), r"\b(it|that|there|what|who|here|he|she)'s\b", r"\1 is"),
    (("its ",), r"^its (?=the |up |not |only )", "it is "),
    (("theres",), r"\btheres\b", "there is"),
    (("'ve",), r"\b(they|we|you|i)'ve\b", r"\1 have"),
    (("'re",), r"\b(they|we|you)'re\b", r"\1 are"),
    (
        (
            "'d",
            "'ll",
        ),
        r"\b(they|we|you|i|he|she|it)'(?:d|ll)\b",
        r"\1 will",
    ),
    (("shld",), r"\bshld\b", "should"),
    (("esp",), r"\besp\b", "especially"),
    (("intl",), r"\bintl\b", "international"),
    (("ppl",), r"\bppl\b", "people"),
    (("cld",), r"\bcld\b", "could"),
    (
        (
            "mustnt",
            "musnt",
        ),
        r"\b(?:mustnt|musnt)\b",
        "must not",
    ),
    (("w,o",), r"\bw/o\b", "without"),
    (("gotta", "gotto", "hafta", "havta"), r"\b(?:gott[ao]|ha[fv]ta)\b", "have to"),
    (("oughta",), r"\boughta\b", "ought to"),
    (("needa",), r"\bneeda\b", "need to"),
    (("outta",), r"\boutta\b", "out of"),
    (("wanna",), r"\bwanna\b", "want to"),
    (("lotsa",), r"\blotsa\b", "lots of"),
    (("osnt", "osn't", "esnt"), r"\b(?:do?e?snt|dosn't|dosent|doesent)\b", "does not"),
    (
        ("dnt", "dn't"),
        r"\b(?:sho?u?l?dn'?t|shudent)\b",
        "should not",
    ),
    (("itus",), r"\bitus\b", "itu's"),
    ((" r ",), r" r (?=[a-z])", " are "),
    ((" em ",), r" '?em\b", " them"),
    (
        ("time that", "time for"),
        r"\b(?:it is|there is) (?:high |about )?time (?:that|for)\b",
        "it is necessary that",
    ),
    (
        ("apart from", "other than", "except", "save for", "but for", "besides", "exception of", "barring"),
        r"^(?:apart from|other than|except(?: for)?|save(?: for)?|but for|besides|barring|with the exception of)"
        r" ([^,;:.]+?),? (?:nobody|no one|noone|none|no other \w+|no \w+)(?: else)?\b(?= (?:has|have|is|are|may|can|must|should|shall|will|holds?|do|does))",
        r"only \1",
    ),
    (("sho", "shu", "sould", "shd"), r"\b(?:shd|shu?o?[du]d|shuld|shoul|sould|shoudl|sholud)\b", "should"),
    (("cud", "coud", "culd"), r"\b(?:cu?o?ud|cud|culd)\b", "could"),
    (("wud", "woud", "wuld"), r"\b(?:woud|wud|wuld)\b", "would"),
    (("mus ",), r"\bmus\b", "must"),
    (("cos", "cuz", "coz", "b,c"), r"\b(?:'?cos|'?cuz|coz|b,c)\b", "because"),
    (("thru",), r"\bthru\b", "through"),
    ((" n ",), r" n (?=[a-z])", " and "),
    (("hav ",), r"\bhav\b", "have"),
    (("for nothing",), r"\bcount(ed|s)? for nothing\b", r"do not count for anything"),
    (
        ("bystander", "spectator", "onlooker"),
        r"\b(?:mere |just |only |no more than |nothing but )?(?:bystander|spectator|onlooker)s?\b",
        "not involved",
    ),
    (("lookout",), r"\bon the lookout for\b", "looking for"),
    (("search of", "quest of"), r"\bin (?:search|quest) of\b", "looking for"),
    (
        ("known that", "record that", "plain that"),
        r"\b(?:ha[sd]|have) (?:let it be known|made it known|gone on record|put on record|made it plain) that\b",
        "says that",
    ),
    (("w,",), r"\bw,(?= )", "with"),
    (("sec",), r"\bsec(?:y|retary)?[ -]gen(?:eral)?\b", "secretary general"),
    (("mgmt",), r"\bmgm?t\b", "management"),
    (("orgs",), r"\borgs\b", "organizations"),
    (("civ",), r"\bciv(?:il)? soc\b", "civil society"),
    (("dev ",), r"\bdev (?=countries)", "developing "),
    (("gonna",), r"\bgonna\b", "going to"),
    (
        (
            "gov",
            "gvt",
            "gvmt",
        ),
        r"\bgov(?:'?t|mt)?s?\b|\bgvm?ts?\b",
        "governments",
    ),
    (("u.s.",), r"\bu\.s\.(?:a\.)?", "usa"),
    (("u.k.",), r"\bu\.k\.", "uk"),
    (("u.n.",), r"\bu\.n\.", "un"),
    (
        (
            "e.g.",
            "i.e.",
        ),
        r"\be\.g\.|\bi\.e\.",
        "such as",
    ),
    (("day",), r"\bday[ -](?:to|2)[ -]day\b", "daytoday"),
    (("mail",), r"\be-?mails?\b", "email"),
    (("multi-",), r"\bmulti-stakeholder", "multistakeholder"),
    (("stakholder",), r"\bmultistakholder", "multistakeholder"),
    (("co-",), r"\bco-(?=[a-z])", "co"),
    (("self-",), r"\bself-", "self "),
    (("non-",), r"\bnon-(?=[a-z])", "non"),
    (("inter-",), r"\binter-(?=[a-z])", "inter"),
    (("developed ",), r"(?<!least )\bdeveloped (?=countr|nation|state|world|econom)", "industrialized "),
)


def cut(sentence: str) -> list[Word]:
    """Cut a sentence into words and marks of punctuation; at most one word more than may be read is returned."""
    text = normalise(sentence)
    for needles, pattern, into in _CONTRACTED:
        if any(needle in text for needle in needles):
            text = re.sub(pattern, into, text)
    words: list[Word] = []
    for found in _CUT.finditer(text):
        token = found[0]
        if token == "-":  # noqa: S105  a hyphen parts two words
            continue
        owner = token.endswith(("'s", "'")) and len(token) > 1
        base = token[:-2] if token.endswith("'s") else token.rstrip("'")
        words.append(Word(base, stem(base), found.start(), found.end()))
        if owner:
            words.append(Word("'s", "'s", found.end(), found.end()))
        if len(words) > LONGEST:
            break
    return words


def neighbours(word: str) -> Iterable[str]:
    """Yield the word and the words with one letter left out."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def one_slip(one: str, other: str) -> bool:
    """Say whether two words differ by one letter added, dropped, changed or exchanged with its neighbour."""
    if abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    a, b = one[head:], other[head:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def two_slips(one: str, other: str) -> bool:
    """Say whether two words differ by two letters added, dropped, changed or exchanged with their neighbours."""
    if len(set(one) ^ set(other)) > _MOST_STRANGE:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    a, b = one[head:], other[head:]
    if a[:2] == b[1::-1] and one_slip(a[2:], b[2:]):
        return True
    return one_slip(a[1:], b[1:]) or one_slip(a[1:], b) or one_slip(a, b[1:])


_MOST_STRANGE = 4
"""The most letters that stand in only one of two words two slips apart."""
