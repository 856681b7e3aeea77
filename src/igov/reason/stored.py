"""A large base that is not in memory: what covers a question is fetched, and an index of it alone gives the answer.

The answers are those of `reason.index` over the whole base, because no other entry bears on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from igov.reason.index import Decision, Entry, Holders, Index
from igov.reason.inforce import InForce
from igov.terms.assignment import UNSPECIFIED, Norm, Polarity, Quantity, Share
from igov.terms.base import Status


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


class Plain(NamedTuple):
    """The norms of a base that an index can hold, each with its entry, and the number of those it cannot."""

    entries: tuple[Entry, ...]
    norms: tuple[Norm, ...]
    left_out: int


def plain(in_force: InForce) -> Plain:
    """Return the entries of the norms that give or forbid the plain doing of an act over one subject.

    The others, left out, hold more than an index compares: another position, several subjects or none, an act unsaid, a
    limit, a counterpart, a share, a quantity, a condition, or a collective term.
    """
    bodies: dict[str, int] = {}
    norms = tuple(norm for norm in in_force.norms if _is_plain(in_force, norm))
    ids: dict[str, list[str]] = {}
    for norm in norms:
        for name in {norm.id, norm.cite}:
            ids.setdefault(name, []).append(norm.id)
    entries: list[Entry] = []
    for norm in norms:
        instrument = in_force.base.instruments[norm.instrument]
        entries.append(
            Entry(
                id=norm.id,
                holder=norm.holder.term,
                activity=norm.activity,
                topic=next(iter(norm.topic)),
                against=norm.polarity is Polarity.AGAINST,
                body=bodies.setdefault(instrument.body, len(bodies)),
                draft=instrument.status is Status.DRAFT,
                rank=instrument.rank,
                date=instrument.date.toordinal(),
                overrides=tuple(sorted({other for name in norm.overrides for other in ids.get(name, ())})),
            )
        )
    return Plain(tuple(entries), norms, len(in_force.norms) - len(norms))


def _is_plain(in_force: InForce, norm: Norm) -> bool:
    terms = (
        (in_force.holders, norm.holder.term),
        (in_force.activities, norm.activity),
        *((in_force.topics, topic) for topic in norm.topic),
    )
    return (
        norm.position == "act"
        and norm.activity != UNSPECIFIED
        and len(norm.topic) == 1
        and norm.holder.quantity is Quantity.ALL
        and norm.share is Share.SOME
        and not (norm.limits or norm.counterpart or norm.readings or norm.when or norm.unless or norm.whole)
        and all(term in order.terms and not order.terms[term].collective for order, term in terms)
    )
