"""Where two texts differ in their words: the runs of words that only the one and only the other has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "in",
        "is",
        "it",
        "its",
    }
    | {"of", "on", "or", "so", "such", "that", "the", "their", "they", "to", "was", "were", "which", "with"}
)
_Run = list[tuple[str, str]]


def word_changes(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the runs of words that only the one and only the other text has, wherever the common words stand.

    The longest common runs are taken out one after the other (greedy tiling, Wise 1993); runs of small words alone are
    left out. Texts that share less than half the words of the shorter do not say one thing: nothing is returned.
    """
    ours, theirs = ([(word, re.sub(r"\W", "", word).casefold()) for word in text.split()] for text in (before, after))
    left: list[_Run] = [ours]
    right: list[_Run] = [theirs]
    while True:
        best = (0, 0, 0, 0, 0)
        for at, one in enumerate(left):
            for beside, other in enumerate(right):
                words, others = ([word for _, word in run] for run in (one, other))
                match = SequenceMatcher(None, words, others, autojunk=False).find_longest_match()
                if match.size > best[0]:
                    best = (match.size, at, beside, match.a, match.b)
        size, at, beside, start, begin = best
        if not size:
            break
        left[at : at + 1] = [run for run in (left[at][:start], left[at][start + size :]) if run]
        right[beside : beside + 1] = [run for run in (right[beside][:begin], right[beside][begin + size :]) if run]
    shorter = min(len(ours), len(theirs))
    shared = len(ours) - sum(map(len, left))
    return (_told(left), _told(right)) if 2 * shared >= shorter else ((), ())


def _told(runs: Iterable[Sequence[tuple[str, str]]]) -> tuple[str, ...]:
    """Return runs of words as texts, without small words and marks at their ends; small words alone are left out."""
    told = []
    for run in runs:
        last = max((at for at, (_, word) in enumerate(run, 1) if word not in _SMALL), default=0)
        if last:
            told.append(" ".join(word for word, _ in run[:last]).strip(" ,;:."))
    return tuple(told)
