"""From characters to words: normalising, cutting, stemming and mending single slips of the pen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from igov.read.english.rewriting import plainly

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
    ("is", r"is(e|ed|es|ing|ation|ations|er|ers|ational)$", r"iz\1"),
    ("our", r"our(s|al|able|ed|ing)?$", r"or\1"),
    ("ogramme", r"ogramme(s?)$", r"ogram\1"),
    ("re", r"(cent|fib|theat)re(s?)$", r"\1er\2"),
)
_KEPT = frozenset(
    [
        "quite",
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
        "agree": "agreed",
        "free": "freed",
        "guarantee": "guaranteed",
    }.items()
    for form in forms.split()
}


class Word(NamedTuple):
    """A word of the sentence, lower-cased, its stem and, where it was asked for, where it stands in the sentence."""

    text: str
    stem: str
    start: int = 0
    end: int = 0


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
            word = re.sub(pattern, into, word)
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
        plain = sentence if sentence.isprintable() else sentence.translate(_CONTROL)
        return plain.lower().replace("/", ",").replace("`", "'")
    text = unicodedata.normalize("NFKD", sentence.translate(_QUOTES))
    text = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text if not unicodedata.combining(c))
    return text.casefold()


def cut(sentence: str) -> list[Word]:
    """Cut a sentence into words and marks of punctuation; at most one word more than may be read is returned."""
    text = plainly(normalise(sentence))
    if len(text) > _USUAL:
        return list(chain.from_iterable(map(_words_of, _CUT.findall(text))))[: LONGEST + 1]
    return list(chain.from_iterable(map(_words_between_blanks, text.split())))


def placed(sentence: str) -> list[Word]:
    """Cut a sentence in the same way into words that know where they stand in it."""
    return [
        Word(word.text, word.stem, found.end() if word is _OWNER else found.start(), found.end())
        for found in _CUT.finditer(plainly(normalise(sentence)))
        for word in _words_of(found[0])
    ]


_OWNER = Word("'s", "'s")
"""What is left of an owner without the name."""


_USUAL = 2_000
"""The most characters of a sentence of which it is remembered how what stands between blanks was cut."""


@lru_cache(maxsize=1 << 14)
def _words_between_blanks(written: str) -> tuple[Word, ...]:
    """Return the words and marks of punctuation of what was written without a blank."""
    return tuple(chain.from_iterable(map(_words_of, _CUT.findall(written))))


@lru_cache(maxsize=1 << 14)
def _words_of(token: str) -> tuple[Word, ...]:
    """Return the words that were written as one; a hyphen parts two words and is none."""
    if "'" not in token:
        return (Word(token, stem(token)),) if token != "-" else ()  # noqa: S105  the sign, and no password
    base = token[:-2] if token.endswith("'s") else token.rstrip("'")
    word = Word(base, stem(base))
    return (word, _OWNER) if token.endswith(("'s", "'")) else (word,)


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
