"""What is typed in a debate: who speaks, what is claimed, or a command to the judge."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from igov.read.names import folded, resolve
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

COMMANDS = {
    "speaker": "/speaker NAME: who speaks from here on; NAME: alone does the same",
    "undo": "/undo: take the last claim back",
    "why": "/why: the last verdict in full",
    "score": "/score: the score so far",
    "help": "/help: this list",
    "end": "/end: end with the score; so do Ctrl-D and Ctrl-C",
}
"""The commands, each with its line of help; any beginning of one that fits no other will do."""

_LONGEST_NAME = 60
_MOST_WORDS = 6
_SAYING = frozenset(
    (
        *("says", "say", "said", "that", "is", "are", "was", "should", "must", "may", "as", "because", "has", "have"),
        *("not", "only", "if", "clear", "namely", "resolved", "motion"),
    )
)
"""Words that stand in a sentence before a colon, and not in a name."""
_WE = re.compile(r"^\s*we\b(?=\s)", re.IGNORECASE)


class Spoken(NamedTuple):
    """One line: who speaks, where it says so; the claim; or a command with what stands behind it."""

    speaker: str | None = None
    claim: str | None = None
    command: str | None = None
    rest: str = ""


def spoken(line: str, vocabulary: Vocabulary, speakers: Container[str] = ()) -> Spoken:
    """Read a line of a debate; `speakers` are the folded names of those who have spoken, whatever they are.

    A line is `Speaker: claim`, `Speaker:` alone, a claim, or a command that begins with a slash.
    """
    text = " ".join(line.split())
    if text.startswith("/"):
        word, _, rest = text[1:].partition(" ")
        fits = [name for name in COMMANDS if word and name.startswith(word.casefold())]
        return Spoken(command=fits[0] if len(fits) == 1 else f"/{word}", rest=rest.strip())
    name, colon, claim = text.partition(":")
    name = name.strip()
    if not colon or not _is_name(name, vocabulary, speakers):
        return Spoken(claim=text or None)
    return Spoken(speaker=name, claim=claim.strip() or None)


def _is_name(name: str, vocabulary: Vocabulary, speakers: Container[str]) -> bool:
    if not name or len(name) > _LONGEST_NAME:
        return False
    wanted = folded(name)
    if wanted in speakers or delegation_of(name, vocabulary) is not None:
        return True
    words = wanted.split()
    return 0 < len(words) <= _MOST_WORDS and not _SAYING.intersection(words)


def delegation_of(speaker: str, vocabulary: Vocabulary) -> str | None:
    """Return the holder that a speaker's name stands for, or None."""
    return resolve(vocabulary, Axis.HOLDER, speaker).term


def in_their_name(claim: str, name: str) -> str:
    """Return a claim that begins with "we" with the name of the speakers in its place; others as they are.

    >>> in_their_name("We should set policy", "States")
    'States should set policy'
    """
    return _WE.sub(lambda _: name, claim, count=1)
