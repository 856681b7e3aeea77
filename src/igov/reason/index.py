"""An index over the orders: a question about a large base touches only the norms that cover it.

A point (holder, activity, topic) is looked up by the terms at or above each of the three: one hash for the activity,
one for the topic, and a meeting of the holders found there with those above the one asked. Who-holds reads the same
lists once and keeps, for every norm, the holders it covers as the bits of one integer; both sides are then settled for
all holders at a time. The answers are those of `reason.superiority`, norm by norm, for assertions of doing something:
the tests compare them with brute force.

The cost of a point grows with the number of terms above the three asked and with the norms that cover them, not with
the size of the base; that of who-holds with the norms that cover activity and topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress, repeat

from igov.terms.order import Order

_BITS = bytes(chr(c) == "1" for c in range(256))
_NONE: frozenset[int] = frozenset()
_EMPTY: dict[str, tuple[int, ...]] = {}


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
            yield from zip(members(self.names, mask), repeat(side))

    def __len__(self) -> int:
        return (self.held | self.denied | self.disputed).bit_count()


def members(names: Sequence[str], mask: int) -> Iterator[str]:
    """Return the names whose bits are set, lowest first."""
    return compress(names, f"{mask:b}"[::-1].encode().translate(_BITS))


class Index:
    """Norms by activity, topic and holder; built once, then only read."""

    __slots__ = (
        "_above",
        "_activity_above",
        "_below",
        "_bit",
        "_entries",
        "_holder_above",
        "_holders",
        "_one_estate",
        "_over",
        "_overriders",
        "_rank",
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
        overriders: dict[int, set[int]] = {}
        for m, beaten in self._over.items():
            for n in beaten:
                overriders.setdefault(n, set()).add(m)
        self._overriders = {n: frozenset(found) for n, found in overriders.items()}
        self._rank = [entry.rank for entry in self._entries]
        self._one_estate = len({(entry.body, entry.draft) for entry in self._entries}) <= 1
        self._holders = tuple(holders.terms)
        bit = {name: 1 << i for i, name in enumerate(self._holders)}
        below = dict.fromkeys(self._holders, 0)
        for name in self._holders:
            for above in holders.above(name):
                below[above] |= bit[name]
        self._bit, self._below = bit, below
        self._above = {name: sum(bit[above] for above in holders.above(name)) for name in self._holders}

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
            return Decision(Side.FOR if ours else Side.SILENT, tuple([entries[i].id for i in ours]))
        if not ours:
            return Decision(Side.AGAINST, tuple([entries[i].id for i in theirs]))
        hold, fail = self._beats_all(ours, theirs), self._beats_all(theirs, ours)
        if hold == fail:
            return Decision(Side.DISPUTED, tuple([entries[i].id for i in (*ours, *theirs)]))
        won = ours if hold else theirs
        return Decision(Side.FOR if hold else Side.AGAINST, tuple([entries[i].id for i in won]))

    def _beats_all(self, team: list[int], others: list[int]) -> bool:
        """Say whether every one of the others is prevailed over by some of the team, the hardest to reach first."""
        rank = self._rank
        top = max([rank[m] for m in team])
        return all(self._beaten(n, team, top) for n in sorted(others, key=rank.__getitem__, reverse=True))

    def _beaten(self, n: int, team: list[int], top: int) -> bool:
        """Say whether some of a team, whose highest rank is `top`, prevails over a norm.

        Where all norms are of one body and status, rank settles it but for what is overridden or of the same rank.
        """
        if self._one_estate and n not in self._over:
            if self._rank[n] < top or not self._overriders.get(n, _NONE).isdisjoint(team):
                return True
            if self._rank[n] > top:
                return False
        return any(self._prevails(m, n) for m in team)

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
                for ids in row.get(subject, _EMPTY).values():
                    for i in ids:
                        (theirs if entries[i].against else ours).append(i)
        covered, against = self._union(ours), self._union(theirs)
        meet = covered & against
        if not meet:
            return Holders(self._holders, covered, against, 0)
        ours = [i for i in ours if below[entries[i].holder] & meet]
        theirs = [i for i in theirs if below[entries[i].holder] & meet]
        hold = covered & ~self._unbeaten(theirs, ours)
        fail = against & ~self._unbeaten(ours, theirs)
        disputed = (covered | against) & ~(hold ^ fail)
        return Holders(self._holders, hold & ~disputed, fail & ~disputed, disputed)

    def _unbeaten(self, side: list[int], team: list[int]) -> int:
        """Return the holders at which some norm of a side covers and none of the team's there prevails over it."""
        entries, below = self._entries, self._below
        lines = Lines(self, team) if self._one_estate else None
        of_team = frozenset(team)
        unbeaten = 0
        seen: set[tuple[str, str, str, int, int]] = set()
        for n in side:
            norm = entries[n]
            left = below[norm.holder] & ~unbeaten
            if not left:
                continue
            overriders = self._overriders.get(n, _NONE)
            if lines is None or n in self._over:
                for m in team:
                    if below[entries[m].holder] & left and self._prevails(m, n):
                        left &= ~below[entries[m].holder]
            else:
                key = (norm.holder, norm.activity, norm.topic, norm.rank, norm.date)
                if not overriders:
                    if key in seen:
                        continue
                    seen.add(key)
                for m in overriders & of_team:
                    left &= ~below[entries[m].holder]
                left = lines.left(norm, left)
            unbeaten |= left
        return unbeaten

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
        over, under = n in self._over.get(m, _NONE), m in self._over.get(n, _NONE)
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

    def lines_of(self, team: Sequence[int]) -> dict[int, dict[tuple[str, str], dict[int, int]]]:
        """Return a team by rank, by activity and topic, by date: the holders of each line as a mask."""
        lines: dict[int, dict[tuple[str, str], dict[int, int]]] = {}
        for m in team:
            norm = self._entries[m]
            dates = lines.setdefault(norm.rank, {}).setdefault((norm.activity, norm.topic), {})
            dates[norm.date] = dates.get(norm.date, 0) | self._bit[norm.holder]
        return lines

    def cover(self, own: int) -> int:
        """Return the holders at or below any of those in a mask."""
        found = 0
        for name in members(self._holders, own):
            found |= self._below[name]
        return found

    def relation(self, act: str, topic: str, norm: Entry) -> tuple[bool, bool]:
        """Say whether an act and topic are within a norm's, and whether the norm's are within them."""
        return (
            norm.activity in self._activity_above(act) and norm.topic in self._topic_above(topic),
            act in self._activity_above(norm.activity) and topic in self._topic_above(norm.topic),
        )

    def family(self, holder: str) -> tuple[int, int, int]:
        """Return a holder's own bit, those at or above it and those at or below it."""
        return self._bit[holder], self._above[holder], self._below[holder]


class Lines:
    """A team drawn up for who-holds: by rank, by activity and topic, by date, each line with the holders it covers.

    Norms of one line stand to any norm alike but for their holders, so they are compared with it all at once.
    """

    __slots__ = ("_covers", "_index", "_unions")

    def __init__(self, index: Index, team: Sequence[int]) -> None:
        """Draw up the team; all its norms are of one body and status, and what they override is left to the index."""
        self._index = index
        self._unions: dict[int, int] = {}
        self._covers = {
            rank: [
                (act, topic, [(date, own, self._cover(own)) for date, own in dates.items()])
                for (act, topic), dates in row.items()
            ]
            for rank, row in index.lines_of(team).items()
        }

    def _cover(self, own: int) -> int:
        found = self._unions.get(own)
        if found is None:
            found = self._unions[own] = self._index.cover(own)
        return found

    def left(self, norm: Entry, left: int) -> int:
        """Return those of the holders in `left` at which no norm of the team prevails over `norm`."""
        for rank, row in self._covers.items():
            if rank > norm.rank:
                for _, _, dates in row:
                    for _, _, cover in dates:
                        left &= ~cover
        if not left or norm.rank not in self._covers:
            return left
        itself, above, below = self._index.family(norm.holder)
        for act, topic, dates in self._covers[norm.rank]:
            narrower, wider = self._index.relation(act, topic, norm)
            for date, own, cover in dates:
                if not cover & left:
                    continue
                if date > norm.date:
                    # the later prevails, but over one more special: wider in act and topic, and at or above its holder
                    stronger = own & ~(above & ~itself if narrower else above) if wider else own
                    left &= ~(cover if stronger == own else self._cover(stronger))
                    if wider and narrower:
                        left &= ~self._cover(own & below & ~itself)
                elif narrower:
                    left &= ~self._cover(own & (below & ~itself if wider else below))
            if not left:
                break
        return left
