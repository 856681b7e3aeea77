"""An index over the orders: a question about a large base touches only the norms that cover it.

A point (holder, activity, topic) is looked up by the terms at or above each of the three: one hash for the activity,
one for the topic, and a meeting of the holders found there with those above the one asked. Who-holds reads the same lists
once and keeps, for every norm, the holders it covers as the bits of one integer; both sides are then settled for all
holders at a time. The answers are those of `reason.superiority`, norm by norm, for assertions of doing something: the
tests compare them with brute force.

The cost of a point grows with the number of terms above the three asked and with the norms that cover them, not with
the size of the base; that of who-holds with the norms that cover activity and topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from igov.terms.order import Order


class Side(StrEnum):
    """Which side of a question the norms are on."""

    FOR = "FOR"
    AGAINST = "AGAINST"
    DISPUTED = "DISPUTED"
    SILENT = "SILENT"


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


@dataclass(frozen=True, slots=True)
class Decision:
    """The side that prevails on a point, and the ids of the norms it rests on."""

    side: Side
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds: for every holder that some norm covers, the side that prevails, as sets in the bits of integers."""

    names: Sequence[str]
    held: int
    denied: int
    disputed: int

    def __iter__(self) -> Iterator[tuple[str, Side]]:
        """Yield every holder that is covered, with its side."""
        for side, mask in ((Side.FOR, self.held), (Side.AGAINST, self.denied), (Side.DISPUTED, self.disputed)):
            for name in members(self.names, mask):
                yield name, side

    def __len__(self) -> int:
        return (self.held | self.denied | self.disputed).bit_count()


def members(names: Sequence[str], mask: int) -> Iterator[str]:
    """Yield the names whose bits are set, lowest first."""
    while mask:
        low = mask & -mask
        yield names[low.bit_length() - 1]
        mask ^= low


class Index:
    """Norms by activity, topic and holder; built once, then only read."""

    __slots__ = (
        "_activity_above",
        "_below",
        "_entries",
        "_holder_above",
        "_holders",
        "_over",
        "_rows",
        "_topic_above",
    )

    def __init__(self, entries: Iterable[Entry], holders: Order, activities: Order, topics: Order) -> None:
        """Index the entries under the three orders."""
        self._holder_above, self._activity_above, self._topic_above = holders.above, activities.above, topics.above
        self._entries: list[Entry] = list(entries)
        self._rows: dict[str, dict[str, dict[str, tuple[int, ...]]]] = {}
        rows: dict[str, dict[str, dict[str, list[int]]]] = {}
        for i, entry in enumerate(self._entries):
            rows.setdefault(entry.activity, {}).setdefault(entry.topic, {}).setdefault(entry.holder, []).append(i)
        for activity, by_topic in rows.items():
            self._rows[activity] = {t: {h: tuple(ids) for h, ids in row.items()} for t, row in by_topic.items()}
        place = {entry.id: i for i, entry in enumerate(self._entries)}
        self._over: dict[int, frozenset[int]] = {
            place[e.id]: frozenset(place[o] for o in e.overrides if o in place) for e in self._entries if e.overrides
        }
        self._holders = tuple(holders.terms)
        bit = {name: 1 << i for i, name in enumerate(self._holders)}
        below = dict.fromkeys(self._holders, 0)
        for name in self._holders:
            for above in holders.above(name):
                below[above] |= bit[name]
        self._below = below

    def covering(self, holder: str, activity: str, topic: str) -> tuple[list[int], list[int]]:
        """Return the places of the norms for and against that cover a point."""
        ours: list[int] = []
        theirs: list[int] = []
        holders, topics, entries = self._holder_above(holder), self._topic_above(topic), self._entries
        for act in self._activity_above(activity):
            row = self._rows.get(act)
            if row is None:
                continue
            for subject in topics:
                named = row.get(subject)
                if named is None:
                    continue
                if len(named) < len(holders):
                    found = [ids for name, ids in named.items() if name in holders]
                else:
                    found = [named[name] for name in holders if name in named]
                for ids in found:
                    for i in ids:
                        (theirs if entries[i].against else ours).append(i)
        return ours, theirs

    def point(self, holder: str, activity: str, topic: str) -> Decision:
        """Decide whether a holder does an act over a topic, and by which norms."""
        ours, theirs = self.covering(holder, activity, topic)
        entries = self._entries
        if not theirs:
            return Decision(Side.FOR if ours else Side.SILENT, tuple(entries[i].id for i in ours))
        if not ours:
            return Decision(Side.AGAINST, tuple(entries[i].id for i in theirs))
        prevails = self._prevails
        hold = all(any(prevails(m, n) for m in ours) for n in theirs)
        fail = all(any(prevails(n, m) for n in theirs) for m in ours)
        if hold == fail:
            return Decision(Side.DISPUTED, tuple(entries[i].id for i in (*ours, *theirs)))
        won = ours if hold else theirs
        return Decision(Side.FOR if hold else Side.AGAINST, tuple(entries[i].id for i in won))

    def who(self, activity: str, topic: str) -> Holders:
        """Settle for every holder at once whether it does an act over a topic."""
        topics, entries, below = self._topic_above(topic), self._entries, self._below
        ours: list[int] = []
        theirs: list[int] = []
        for act in self._activity_above(activity):
            row = self._rows.get(act)
            if row is None:
                continue
            for subject in topics:
                for ids in row.get(subject, {}).values():
                    for i in ids:
                        (theirs if entries[i].against else ours).append(i)
        covered = self._union(ours)
        against = self._union(theirs)
        meet = covered & against
        if not meet:
            return Holders(self._holders, covered, against, 0)
        ours = [i for i in ours if below[entries[i].holder] & meet]
        theirs = [i for i in theirs if below[entries[i].holder] & meet]
        standing_against = standing_for = 0
        beaten = dict.fromkeys((*ours, *theirs), 0)
        prevails = self._prevails
        for n in theirs:
            there = below[entries[n].holder]
            for m in ours:
                shared = below[entries[m].holder] & there
                if shared:
                    if prevails(m, n):
                        beaten[n] |= shared
                    elif prevails(n, m):
                        beaten[m] |= shared
        for n in theirs:
            standing_against |= below[entries[n].holder] & ~beaten[n]
        for m in ours:
            standing_for |= below[entries[m].holder] & ~beaten[m]
        hold = covered & ~standing_against
        fail = against & ~standing_for
        every = covered | against
        disputed = every & ~(hold ^ fail)
        return Holders(self._holders, hold & ~disputed, fail & ~disputed, disputed)

    def _union(self, places: Sequence[int]) -> int:
        mask = 0
        for holder in {self._entries[i].holder for i in places}:
            mask |= self._below[holder]
        return mask

    def _prevails(self, m: int, n: int) -> bool:
        """Say whether one norm prevails over another of opposite side, as `reason.superiority.ground` has it."""
        mine, theirs = self._entries[m], self._entries[n]
        if mine.draft is not theirs.draft:
            return False
        over, under = n in self._over.get(m, ()), m in self._over.get(n, ())
        if over or under:
            return over and not under
        one_body = mine.body == theirs.body
        if one_body and mine.rank != theirs.rank:
            return mine.rank > theirs.rank
        special, general = self._within(mine, theirs), self._within(theirs, mine)
        if special is not general:
            return special
        return one_body and mine.date > theirs.date

    def _within(self, mine: Entry, theirs: Entry) -> bool:
        return (
            theirs.holder in self._holder_above(mine.holder)
            and theirs.activity in self._activity_above(mine.activity)
            and theirs.topic in self._topic_above(mine.topic)
        )
