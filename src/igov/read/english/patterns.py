"""Patterns on sentences and on kinds of marks, each compiled once, when a sentence first asks for it.

There are more of them than the standard library keeps compiled, and most sentences ask for few.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_Finder = Callable[[str], re.Match[str] | None]

compiled = cache(re.compile)


_matchers: dict[str, _Finder] = {}
_searchers: dict[str, _Finder] = {}


def _matcher(pattern: str) -> _Finder:
    found = _matchers[pattern] = compiled(pattern).match
    return found


def _searcher(pattern: str) -> _Finder:
    """Return what searches for a pattern; one that fits at the beginning only is not tried at every letter."""
    found = _searchers[pattern] = compiled(pattern).match if anchored(pattern) else compiled(pattern).search
    return found


def anchored(pattern: str) -> bool:
    """Say whether a pattern fits at the beginning of a text only."""
    return pattern[0] == "^" and "|" not in _outside_groups(pattern)


def _outside_groups(pattern: str) -> str:
    """Return a pattern with a zero for each of its groups, classes and escapes."""
    left = re.sub(r"\\.|\[[^\]]*\]|\([^()]*\)", "0", pattern)
    return left if left == pattern else _outside_groups(left)


def required(pattern: str) -> str:
    """Return the longest run of letters that stands in every text in which a pattern fits; nothing where none need."""
    outside = _outside_groups(pattern)
    if "|" in outside:
        return ""
    runs = re.findall(r"[a-z' ,-]+(?![a-z' ,-])[?*{]?", outside)
    return max((run[:-2] if run[-1] in "?*{" else run for run in runs), key=len, default="")


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Return where a pattern fits a text from its beginning."""
    return (_matchers.get(pattern) or _matcher(pattern))(text)


def search(pattern: str, text: str) -> re.Match[str] | None:
    """Return the first place at which a pattern fits a text."""
    return (_searchers.get(pattern) or _searcher(pattern))(text)


def sub(pattern: str, into: str, text: str) -> str:
    """Return a text with every place at which a pattern fits put otherwise."""
    return compiled(pattern).sub(into, text)
