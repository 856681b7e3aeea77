"""A large base that is not in memory: what covers a question is fetched, and an index of it alone gives the answer.

The answers are those of `reason.index` over the whole base, because no other entry bears on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from igov.reason.index import Decision, Entry, Holders, Index


class Store(Protocol):
    """Where the entries lie: a compiled base, or anything else that can be asked the same."""

    def above(self, axis: str, term: str) -> Mapping[str, frozenset[str]]:
        """Return the terms at or above a term of an axis, each with those at or above it."""

    def holders(self) -> Mapping[str, frozenset[str]]:
        """Return all holders, each with those at or above it."""

    def entries(self, activity: str, topic: str, holders: Iterable[str] | None = None) -> Iterable[tuple[int, Entry]]:
        """Return the entries of just this act and topic, each with its place; of these holders, or of all."""


class _Closed:
    """An order of which everything is known already."""

    __slots__ = ("_above", "terms")

    def __init__(self, above: Mapping[str, frozenset[str]]) -> None:
        self._above = above
        self.terms = tuple(above)

    def above(self, term: str) -> frozenset[str]:
        """Return the term and every term above it."""
        return self._above.get(term) or frozenset((term,))


class StoredBase:
    """A base in a store, asked as an index is."""

    __slots__ = ("_store",)

    def __init__(self, store: Store) -> None:
        """Ask the store whatever a question needs."""
        self._store = store

    def point(self, holder: str, activity: str, topic: str) -> Decision:
        """Decide whether a holder does an act over a topic, and by which norms."""
        return self._index(self._store.above("holder", holder), activity, topic, narrow=True).point(
            holder, activity, topic
        )

    def who(self, activity: str, topic: str) -> Holders:
        """Settle for every holder at once whether it does an act over a topic."""
        return self._index(self._store.holders(), activity, topic, narrow=False).who(activity, topic)

    def _index(self, holders: Mapping[str, frozenset[str]], activity: str, topic: str, *, narrow: bool) -> Index:
        acts, topics = self._store.above("activity", activity), self._store.above("topic", topic)
        named = tuple(holders) if narrow else None
        found = [one for act in acts for subject in topics for one in self._store.entries(act, subject, named)]
        found.sort(key=lambda one: one[0])
        return Index((entry for _, entry in found), _Closed(holders), _Closed(acts), _Closed(topics))
