"""A norm as a large base keeps it: who does which act over which subject, and what superiority turns on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """A norm as the index needs it: its id, three terms, its side, and what superiority turns on.

    `body` is the body that made the instrument, `draft` its status, `rank` and `date` (any ordered number) those of the
    instrument; `overrides` are ids of entries.
    """

    id: str
    holder: str
    activity: str
    topic: str
    against: bool
    body: int = 0
    draft: bool = False
    rank: int = 0
    date: int = 0
    overrides: tuple[str, ...] = ()


class Ordering(Protocol):
    """What an index asks of an order: its terms, and those at or above one of them."""

    @property
    def terms(self) -> Collection[str]:
        """The terms of the order."""

    def above(self, term: str) -> frozenset[str]:
        """Return the term and every term above it."""
