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
from typing import NamedTuple

from igov.terms.entry import Entry, Ordering

__all__ = ["Decision", "Entry", "Holders", "Index", "Lines", "Side", "members"]

_BITS = bytes(chr(c) == "1" for c in range(256))
_NONE: frozenset[int] = frozenset()


class Side(StrEnum):
    """Which side of a question the norms are on."""

    FOR = "FOR"
    AGAINST = "AGAINST"
    DISPUTED = "DISPUTED"
    SILENT = "SILENT"


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


class Team(NamedTuple):
    """The norms of one side with the same terms, by their places, and those of them that a contest turns on.

    A norm that is highest and then latest prevails wherever one of the same terms does, overrides apart.
    """

    places: tuple[int, ...]
    strongest: int | None
    plain: int | None
    overriding: tuple[int, ...]


class Cell(NamedTuple):
    """The norms of one holder, act and topic, for and against."""

    ours: Team
    theirs: Team


_EMPTY: dict[str, int | Cell] = {}


class Index:
    """Norms by activity, topic and holder; built once, then only read."""

    __slots__ = (
        "_above",
        "_activity_above",
        "_below",
        "_bit",
        "_entries",
        "_families",
        "_holder_above",
        "_holders",
        "_one_estate",
        "_over",
        "_overriders",
        "_rows",
        "_topic_above",
    )

    def __init__(self, entries: Iterable[Entry], holders: Ordering, activities: Ordering, topics: Ordering) -> None:
        """Index the entries under the three orders."""
        self._holder_above, self._activity_above, self._topic_above = holders.above, activities.above, topics.above
        self._entries: list[Entry] = list(entries)
        rows: dict[str, dict[str, dict[str, list[int]]]] = {}
        for i, entry in enumerate(self._entries):
            rows.setdefault(entry.activity, {}).setdefault(entry.topic, {}).setdefault(entry.holder, []).append(i)
        place = {entry.id: i for i, entry in enumerate(self._entries)}
        self._over: dict[int, frozenset[int]] = {
            place[e.id]: frozenset(place[o] for o in e.overrides if o in place) for e in self._entries if e.overrides
        }
        overriders: dict[int, set[int]] = {}
        for m, beaten in self._over.items():
            for n in beaten:
                overriders.setdefault(n, set()).add(m)
        self._overriders = {n: frozenset(found) for n, found in overriders.items()}
        self._rows: dict[str, dict[str, dict[str, int | Cell]]] = {
            activity: {topic: {h: self._cell(ids) for h, ids in row.items()} for topic, row in by_topic.items()}
            for activity, by_topic in rows.items()
        }
        self._families: tuple[dict[str, dict[str, tuple[int, int]]], ...] = ({}, {}, {})
        self._one_estate = len({(entry.body, entry.draft) for entry in self._entries}) <= 1
        self._holders = tuple(holders.terms)
        bit = {name: 1 << i for i, name in enumerate(self._holders)}
        below = dict.fromkeys(self._holders, 0)
        for name in self._holders:
            for above in holders.above(name):
                below[above] |= bit[name]
        self._bit, self._below = bit, below
        self._above = {name: sum(bit[above] for above in holders.above(name)) for name in self._holders}

    def _cell(self, ids: list[int]) -> int | Cell:
        """Return what is kept of the norms of one holder, act and topic: the norm itself where there is but one."""
        if len(ids) == 1:
            return ids[0]
        sides = [[i for i in ids if self._entries[i].against is against] for against in (False, True)]
        return Cell(*(Team(tuple(side), *self._strongest(side)) for side in sides))

    def _strongest(self, side: list[int]) -> tuple[int | None, int | None, tuple[int, ...]]:
        """Return the norm that is highest and then latest; that of those that no override concerns; and the others."""
        plain = [i for i in side if i not in self._over and i not in self._overriders]
        others = tuple(i for i in side if i in self._over or i in self._overriders)
        best = [max(found, key=self._strength) if found else None for found in (side, plain)]
        return best[0], best[1], others

    def _strength(self, place: int) -> tuple[int, int]:
        entry = self._entries[place]
        return entry.rank, entry.date

    def _hits(self, holder: str, activity: str, topic: str) -> list[int | Cell]:
        """Return what is kept of the norms that cover a point."""
        holders, topics, rows = self._holder_above(holder), self._topic_above(topic), self._rows
        acts = [rows[act] for act in self._activity_above(activity) if act in rows]
        near = [row[subject] for row in acts for subject in topics if subject in row]
        near = [named for named in near if not named.keys().isdisjoint(holders)]
        return [named[name] for named in near for name in named.keys() & holders]

    def _sides(self, hits: Iterable[int | Cell]) -> tuple[list[int], list[int]]:
        ours: list[int] = []
        theirs: list[int] = []
        for hit in hits:
            if isinstance(hit, int):
                (theirs if self._entries[hit].against else ours).append(hit)
            else:
                ours += hit[0][0]
                theirs += hit[1][0]
        ours.sort()
        theirs.sort()
        return ours, theirs

    def point(self, holder: str, activity: str, topic: str) -> Decision:
        """Decide whether a holder does an act over a topic, and by which norms."""
        hits = self._hits(holder, activity, topic)
        ours, theirs = self._sides(hits)
        if not theirs:
            return Decision(Side.FOR if ours else Side.SILENT, self._ids(ours))
        if not ours:
            return Decision(Side.AGAINST, self._ids(theirs))
        if self._one_estate:
            mine, other = self._contest(hits, holder, activity, topic)
            hold, fail = self._beat(mine, other, ours), self._beat(other, mine, theirs)
        else:
            hold, fail = self._beats_all(ours, theirs), self._beats_all(theirs, ours)
        if hold == fail:
            return Decision(Side.DISPUTED, self._ids((*ours, *theirs)))
        return Decision(Side.FOR, self._ids(ours)) if hold else Decision(Side.AGAINST, self._ids(theirs))

    def _contest(self, hits: Iterable[int | Cell], holder: str, activity: str, topic: str) -> tuple[Contest, Contest]:
        """Draw up both sides of what covers a point, all of one body and status."""
        sides = Contest([], [], []), Contest([], [], [])
        entries = self._entries
        holders, acts, topics = self._family(0, holder), self._family(1, activity), self._family(2, topic)

        def line(place: int) -> Line:
            norm = entries[place]
            (h, above_h), (a, above_a), (t, above_t) = holders[norm.holder], acts[norm.activity], topics[norm.topic]
            return norm.rank, norm.date, h | a | t, above_h | above_a | above_t

        for hit in hits:
            if isinstance(hit, int):
                made = line(hit)
                side = sides[entries[hit].against]
                side.lines.append(made)
                if hit in self._over or hit in self._overriders:
                    side.overriding.append((hit, made))
                else:
                    side.plain.append(made)
                continue
            for side, team in zip(sides, hit, strict=True):
                if team.strongest is None:
                    continue
                made = line(team.strongest)
                side.lines.append(made)
                if team.plain is not None:
                    side.plain.append(made if team.plain == team.strongest else line(team.plain))
                side.overriding.extend([(place, line(place)) for place in team.overriding])
        return sides

    def _family(self, lane: int, term: str) -> dict[str, tuple[int, int]]:
        """Return, for each term above one, its bit and the bits of those at or above it, in the lane of its axis."""
        found = self._families[lane].get(term)
        if found is None:
            above = (self._holder_above, self._activity_above, self._topic_above)[lane]
            names = above(term)
            bits = {name: 1 << (3 * number + lane) for number, name in enumerate(names)}
            found = {name: (bits[name], sum([bits[wide] for wide in above(name)])) for name in names}
            self._families[lane][term] = found
        return found

    def _beat(self, team: Contest, others: Contest, places: Sequence[int]) -> bool:
        """Say whether every norm of the others is prevailed over by some norm of the team."""
        top = max(team.lines)[0]
        lines = [line for line in team.lines if line[0] == top]
        lines.sort(reverse=True)
        for norm in others.plain:
            if norm[0] >= top and not _beaten(norm, top, lines):
                return False
        members = frozenset(places) if others.overriding else _NONE
        for n, norm in others.overriding:
            if not self._over.get(n, _NONE).isdisjoint(members):
                if not any(self._prevails(m, n) for m in places):
                    return False
            elif self._overriders.get(n, _NONE).isdisjoint(members) and not _beaten(norm, top, lines):
                return False
        return True

    def _ids(self, places: Iterable[int]) -> tuple[str, ...]:
        entries = self._entries
        return tuple([entries[i].id for i in places])

    def _beats_all(self, team: Sequence[int], others: Iterable[int]) -> bool:
        """Say whether every one of the others is prevailed over by some of the team."""
        return all(any(self._prevails(m, n) for m in team) for n in others)

    def who(self, activity: str, topic: str) -> Holders:
        """Settle for every holder at once whether it does an act over a topic."""
        topics, entries, below = self._topic_above(topic), self._entries, self._below
        hits: list[int | Cell] = []
        for act in self._activity_above(activity):
            row = self._rows.get(act)
            if row is None:
                continue
            for subject in topics:
                hits.extend(row.get(subject, _EMPTY).values())
        ours, theirs = self._sides(hits)
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


Line = tuple[int, int, int, int]
"""A norm in a contest: its rank and date, its three terms as bits, and those at or above them."""


class Contest(NamedTuple):
    """One side at a point, its terms' strongest norms standing for all, and those that overrides concern."""

    lines: list[Line]
    plain: list[Line]
    overriding: list[tuple[int, Line]]


def _beaten(norm: Line, top: int, lines: list[Line]) -> bool:
    """Say whether a norm is lower than `top`, or one of these lines of that rank is more special than it or later."""
    rank, date, own, above = norm
    if rank != top:
        return rank < top
    for _, later, terms, wider in lines:
        if own & wider == own and own != terms:
            return True
        if later > date and (terms & above != terms or own == terms):
            return True
    return False
