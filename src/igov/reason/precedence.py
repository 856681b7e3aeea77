"""The order of the grounds on which one of two norms of opposite sides prevails; told here once, for norms and entries.

A draft neither beats nor is beaten by an adopted text. Then, in this order: the words of one override the other; its
instrument ranks higher; it is more special; its instrument is later. Rank and date count within one body.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from igov.terms.verdict import Ground


class Made(Protocol):
    """What precedence asks of that which holds a norm: its instrument, or an entry itself."""

    @property
    def body(self) -> str | int:
        """The body that made it."""

    @property
    def draft(self) -> bool:
        """Whether it was never adopted."""

    @property
    def rank(self) -> int:
        """Its rank among the instruments of its body."""

    @property
    def date(self) -> Any:
        """When it was made; any ordered value."""


def ground(mine: Made, theirs: Made, *, over: bool, under: bool, special: Callable[[], int]) -> Ground | None:
    """Return the ground on which one norm prevails over another of opposite side, or None where it does not.

    `over` and `under` say whether the first overrides the second and the second the first; `special` is asked only
    where it matters, and is above zero where the first is more special, below where the second is.
    """
    if mine.draft is not theirs.draft:
        return None
    if over or under:
        return None if under else Ground.EXPLICIT
    one_body = mine.body == theirs.body
    if one_body and mine.rank != theirs.rank:
        return Ground.SUPERIOR if mine.rank > theirs.rank else None
    narrower = special()
    if narrower:
        return Ground.SPECIALIS if narrower > 0 else None
    return Ground.POSTERIOR if one_body and mine.date > theirs.date else None
