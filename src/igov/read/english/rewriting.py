"""Turns of phrase that are put plainly before a sentence is cut: short forms, frames and asides.

They stand in `turns.txt` beside this file: the words of which one must occur before a pattern is tried, the pattern,
and what stands in its place.
"""

from __future__ import annotations

import marshal
import re
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from igov.read.english.patterns import search, sub

_FILE = Path(__file__).with_name("turns.txt")


_Turns = tuple[tuple[str, str, str], ...]


@cache
def _made() -> tuple[_Turns, tuple[str, ...]]:
    """Return the turns in their order, one for each word that may call for it, and of each such word its longest part.

    A part has the spaces before and behind it.
    """
    from igov.read.english.phrases import kept_parts  # noqa: PLC0415  phrases are cut into words, put plainly first

    parts = kept_parts()
    if parts:
        turns, called = marshal.loads(parts[2])  # noqa: S302  its sum is right, and plain values run nothing
        return turns, called
    lines = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if line and line[0] not in "#="]
    turns = tuple(
        (needle.strip()[1:-1], pattern[4:], into[7:-1])
        for needles, pattern, into in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
        for needle in needles.split(" | ")
    )
    return turns, tuple(max(re.findall(r" ?[^ ]+ ?|^ +$", needle), key=len, default="") for needle, _, _ in turns)


def turns_to_keep() -> bytes:
    """Return the turns as they are kept."""
    return marshal.dumps(_made())


@lru_cache(maxsize=1 << 14)
def _called_for(word: str) -> tuple[int, ...]:
    """Return the numbers of the turns that a word may call for."""
    alone = f" {word} "
    return tuple(number for number, part in enumerate(_made()[1]) if part in alone)


def plainly(text: str) -> str:
    """Return a normalised sentence with its turns of phrase put plainly, one after the other."""
    turns, done = _made()[0], -1
    changed = True
    while changed:
        changed = False
        for number in sorted({*chain.from_iterable(map(_called_for, text.split(" ")))}):
            needle, pattern, into = turns[number]
            if number > done and needle in text and search(pattern, text):
                text, done = _if_left(sub(pattern, into, text), text), number
                changed = True
                break
    return text


def _if_left(turned: str, text: str) -> str:
    """Return what a turn leaves of a sentence, or the sentence where that is nothing."""
    return turned if turned.strip(" ,;:.?!") else text
