"""Turns of phrase that are put plainly before a sentence is cut: short forms, frames and asides.

They stand in `turns.txt` beside this file: the words of which one must occur before a pattern is tried, the pattern,
and what stands in its place.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from igov.read.english.patterns import anchored, match, required, search, sub
from igov.read.kept import pack, unpack

_FILE = Path(__file__).with_name("turns.txt")


_COMMON = (
    *("the", "internet", "of", "to", "in", "a", "should", "is", "for", "have", "governance", "on", "that", "and"),
    *("itu", "policy", "role", "public", "states", "member", "international", "are", "not", "no", "governments"),
    *("has", "its", "be", "it", "an", "with", "technical", "must", "their", "development", "countries", "as"),
    *("organizations", "all", "right", "part", "national", "important", "multistakeholder", "take", "developing"),
    *("matters", "society", "at", "every", "civil", "may", "by", "participation", "they", "one", "any", "standards"),
    *("companies", "day-to-day", "other", "keep", "from", "support", "private", "do", "invited", "own", "security"),
)
"""The words that most sentences have, the commonest first: they call for a turn where none of its words is rarer."""

_LONGEST = 4_000
"""The most letters of a sentence in which turns are looked for: some of them try every word with every other."""

_MOST_KNOWN = 10_000
"""The most words of which it is remembered what they call for."""

_Turn = tuple[str, str, str]
"""The pattern of a turn, what stands in its place, and the letters that the pattern cannot do without."""

_Calls = dict[str, dict[str, list[int]]]
"""By its first two letters, the longest of the words that call for a needle, of those that few sentences have, and the
numbers of the needles; a word has the spaces before and behind it, and the first of a sentence a sign before it."""


class _Made(NamedTuple):
    """The turns in their order; of the words of which one must occur, each with the number of its turn; what calls."""

    turns: list[_Turn]
    needles: list[str]
    owners: list[int]
    calls: _Calls


@cache
def _made() -> _Made:
    """Return the turns and what calls for them, as they were kept or from their table."""
    from igov.read.english.phrases import kept_parts  # noqa: PLC0415  phrases are cut into words, put plainly first

    parts = kept_parts()
    if parts:
        return _Made(*unpack(parts[2]))
    lines = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if line and line[0] not in "#="]
    made = _Made([], [], [], {})
    for words, line, into in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        pattern = line[4:]
        first = _first_words(pattern)
        for needle in [word.strip()[1:-1] for word in words.split(" | ")]:
            for part in first or [max(re.findall(r" ?[^ ]+ ?|^ +$", needle), key=_rarity)]:
                made.calls.setdefault(part[:2], {}).setdefault(part, []).append(len(made.needles))
            made.needles.append(needle)
            made.owners.append(len(made.turns))
        made.turns.append((pattern, into[7:-1], required(pattern)))
    return made


_BEGINNING = r"\^(?:\((?:\?:)?([a-z' |]+)\)|([a-z']+))(?= )"
"""A pattern that begins with words, in a group or not."""


def _rarity(part: str) -> tuple[float, int]:
    """Return how rare it is that a word begins, ends or is spelled so, of equally rare ones the longer being rarer."""
    return -sum(1 / rank for rank, word in enumerate(_COMMON, 1) if part in f" {word} "), len(part)


def _first_words(pattern: str) -> list[str]:
    """Return the words, as the first of a sentence, with which a pattern may begin; none where that tells little."""
    found = match(_BEGINNING, pattern) if anchored(pattern) else None
    words = [words.partition(" ")[0] for words in (found[1] or found[2]).split("|")] if found else []
    return [f"^{word} " for word in dict.fromkeys(words)] if all(words) and "the" not in words else []


def turns_to_keep() -> bytes:
    """Return the turns as they are kept."""
    return pack(tuple(_made()))


_known: dict[str, tuple[tuple[int, str, str], ...]] = {}
"""The needles that a word may call for, of the words that were met: number, needle, what its pattern cannot lack."""


def _called_for(word: str) -> tuple[tuple[int, str, str], ...]:
    """Return the needles that a word may call for, each with its number and what its pattern cannot do without."""
    made, alone = _made(), f" {word} "
    numbers = {
        number
        for at in range(len(alone))
        for length in (1, 2)
        for part, needles in made.calls.get(alone[at : at + length], {}).items()
        if alone.startswith(part, at)
        for number in needles
    }
    called = tuple([(n, made.needles[n], made.turns[made.owners[n]][2]) for n in sorted(numbers)])
    if len(_known) < _MOST_KNOWN:
        _known[word] = called
    return called


def _due(text: str, after: int) -> list[int]:
    """Return the numbers of the needles, behind one of them, that stand in a sentence."""
    words = text.split(" ")
    words.append(f"^{words[0]}")
    padded = f" {text} "
    due: set[int] = set()
    for word in words:
        called = _known.get(word)
        if called is None:
            called = _called_for(word)
        for number, needle, needed in called:
            if needle in padded and number > after and needed in padded:
                due.add(number)
    return sorted(due)


def plainly(text: str) -> str:
    """Return a normalised sentence with its turns of phrase put plainly in their order; a very long one as it is."""
    made, due = _made(), _due(text, -1) if len(text) <= _LONGEST else []
    while due:
        number = due.pop(0)
        pattern, into, _ = made.turns[made.owners[number]]
        if search(pattern, text):
            text = _if_left(sub(pattern, into, text), text)
            due = _due(text, number)
    return text


def _if_left(turned: str, text: str) -> str:
    """Return what a turn leaves of a sentence, or the sentence where that is nothing."""
    return turned if turned.strip(" ,;:.?!") else text
