"""Whether the wording of an item gives its answer away, without a look at any clause.

An item is refused where
* the right choice is longer than every other by more than a half, or shorter than every other by more than a third;
* a content word of the question (four letters or more, its ending left out) stands in the right choice alone;
* a marked word ("only", "not", "no", "must", "never", "alone", "lead") stands in one choice alone, right or wrong;
* the question names a marked word that settles it: "only" where it asks on which point a sentence goes too far, or
  whether it is true or overstated and nothing else;
* a content word of what is to be matched stands in its own match alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MARKED = frozenset({"only", "not", "no", "must", "never", "alone", "lead"})
"""Words that make a sentence look too strong, or true, by themselves."""

_COMMON = """
which this that these those what whom whose does with from they them then than were have been being
such their there here into upon would should could will shall sentence texts text clause holder
holders true
"""
_UNCOUNTED = frozenset(_COMMON.split())


def words(text: str) -> set[str]:
    """Return the words of a text in lower case."""
    return set(re.findall(r"[^\W_]+", text.casefold()))


def content(text: str) -> set[str]:
    """Return the content words of a text, each without its ending."""
    return {_stem(word) for word in words(text) if len(word) >= 4 and word not in _UNCOUNTED}


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ities", "ity", "ing", "ies", "ed", "es", "al", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def lengths_tell(right: str, wrong: Sequence[str]) -> bool:
    """Say whether the right choice is by far the longest or by far the shortest."""
    return len(right) > 1.5 * max(map(len, wrong)) or len(right) * 1.5 < min(map(len, wrong))


def words_tell(prompt: str, right: str, wrong: Sequence[str]) -> bool:
    """Say whether a content word of the question stands in the right choice alone."""
    return bool(content(prompt) & content(right) - content(" ".join(wrong)))


def marked_alone(choices: Sequence[str]) -> bool:
    """Say whether one choice alone has a marked word."""
    found = [words(choice) & MARKED for choice in choices]
    return any(sum(mark in one for one in found) == 1 for mark in MARKED)


def gives_away(prompt: str, right: str, wrong: Sequence[str]) -> bool:
    """Say whether the wording of a question and its choices gives the right one away."""
    return lengths_tell(right, wrong) or words_tell(prompt, right, wrong) or marked_alone([right, *wrong])


def matches_away(pairs: Sequence[tuple[str, str]]) -> bool:
    """Say whether a word of something to be matched stands in its own match and in no other."""
    return any(
        content(left) & content(right) - content(" ".join(other for _, other in pairs if other != right))
        for left, right in pairs
    )
