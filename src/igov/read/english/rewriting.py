"""Turns of phrase that are put plainly before a sentence is cut: short forms, frames and asides.

They stand in `turns.txt` beside this file: the words of which one must occur before a pattern is tried, the pattern,
and what stands in its place.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from igov.read.english.patterns import search, sub

_FILE = Path(__file__).with_name("turns.txt")


@cache
def _turns() -> tuple[tuple[str, str, str], ...]:
    """Return the turns in their order, one for each word that may call for it."""
    lines = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if line and line[0] not in "#="]
    return tuple(
        (needle.strip()[1:-1], pattern[4:], into[7:-1])
        for needles, pattern, into in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
        for needle in needles.split(" | ")
    )


@cache
def _parts() -> dict[str, list[tuple[str, int]]]:
    """Return, by its first two letters, the longest of the words that call for each turn, and the turn's number.

    A word has the spaces before and behind it.
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for number, (needle, _, _) in enumerate(_turns()):
        part = max(re.findall(r" ?[^ ]+ ?|^ +$", needle), key=len)
        found.setdefault(part[:2], []).append((part, number))
    return found


@lru_cache(maxsize=1 << 14)
def _called_for(word: str) -> frozenset[int]:
    """Return the numbers of the turns that a word may call for."""
    alone, parts = f" {word} ", _parts()
    return frozenset(
        number
        for at in range(len(alone))
        for length in (1, 2)
        for part, number in parts.get(alone[at : at + length], ())
        if alone.startswith(part, at)
    )


def plainly(text: str) -> str:
    """Return a normalised sentence with its turns of phrase put plainly, one after the other."""
    turns, done = _turns(), -1
    changed = True
    while changed:
        changed = False
        for number in sorted(frozenset().union(*map(_called_for, text.split(" ")))):
            needle, pattern, into = turns[number]
            if number > done and needle in text and search(pattern, text):
                text, done = _if_left(sub(pattern, into, text), text), number
                changed = True
                break
    return text


def _if_left(turned: str, text: str) -> str:
    """Return what a turn leaves of a sentence, or the sentence where that is nothing."""
    return turned if turned.strip(" ,;:.?!") else text
