"""Patterns on sentences and on kinds of marks, each compiled once, when a sentence first asks for it.

There are more of them than the standard library keeps compiled, and most sentences ask for few.
"""

from __future__ import annotations

import re
from functools import cache

compiled = cache(re.compile)


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Return where a pattern fits a text from its beginning."""
    return compiled(pattern).match(text)


def search(pattern: str, text: str) -> re.Match[str] | None:
    """Return the first place at which a pattern fits a text."""
    return compiled(pattern).search(text)


def sub(pattern: str, into: str, text: str) -> str:
    """Return a text with every place at which a pattern fits put otherwise."""
    return compiled(pattern).sub(into, text)
