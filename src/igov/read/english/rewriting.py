"""Turns of phrase that are put plainly before a sentence is cut: short forms, frames and asides.

They stand in `turns.txt` beside this file: the words of which one must occur before a pattern is tried, the pattern,
and what stands in its place.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

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


def plainly(text: str) -> str:
    """Return a normalised sentence with its turns of phrase put plainly."""
    for needle, pattern, into in _turns():
        if needle in text:  # patterns are compiled when a sentence first asks for them
            text = _if_left(re.sub(pattern, into, text), text)
    return text


def _if_left(turned: str, text: str) -> str:
    """Return what a turn leaves of a sentence, or the sentence where that is nothing."""
    return turned if turned.strip(" ,;:.?!") else text
