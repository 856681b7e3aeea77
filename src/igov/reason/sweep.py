"""Who holds, settled for all holders at once: a set of holders is the bits of one integer.

In come the norms that cover an act and a topic, by the act and topic of their own; out go the holders of whom it is
held, of whom it is denied and of whom it is disputed.

Norms of one act and topic and of one strength stand to any norm alike but for their holders, so that what prevails over
a norm is found once for each of these, as sets of holders, and then narrowed to those at, above or below its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import NamedTuple, TypeVar

from igov.reason.register import Line, Register
from igov.terms.entry import Ordering

Thing = TypeVar("Thing")

SPARSE = 16
"""Where fewer than one bit in so many is set, bits are found one by one."""

_BITS = bytes(chr(c) == "1" for c in range(256))

_NONE: dict[int, int] = {}

Strengths = Mapping[int, int]
"""Holders by the strength of their norms."""


def members(of: Sequence[Thing], mask: int) -> Iterator[Thing]:
    """Return those of a sequence whose bits are set in a mask, lowest first."""
    return compress(of, f"{mask:b}"[::-1].encode().translate(_BITS))


class Masks:
    """For every holder, its bit, the bits of those at or above it and of those at or below it."""

    __slots__ = ("_below", "_bit", "above", "below", "bit", "names")

    def __init__(self, order: Ordering, lines: Iterable[Line]) -> None:
        """Give the holders of an order their bits, and then those of norms that the order does not know."""
        self.names = tuple(dict.fromkeys((*order.terms, *[line.holder for line in lines])))
        self.bit = {name: 1 << number for number, name in enumerate(self.names)}
        self.above = dict(self.bit)
        self.below = dict(self.bit)
        for low, bit in self.bit.items():
            for high in order.above(low) & self.bit.keys():
                self.above[low] |= self.bit[high]
                self.below[high] |= bit
        self._bit, self._below = tuple(self.bit.values()), tuple(self.below.values())

    def cover(self, mask: int) -> int:
        """Return the holders at or below any of those in a mask."""
        below, bit, found = self._below, self._bit, 0
        if mask.bit_count() * SPARSE <= mask.bit_length():
            while mask:
                number = mask.bit_length() - 1
                mask ^= bit[number]
                found |= below[number]
            return found
        for wide in members(below, mask):
            found |= wide
        return found


class Row(NamedTuple):
    """The norms of one act and topic.

    For each side, `holders` has those of its norms, `twice` those with several norms of a strength, and `best` the
    strongest norm of each holder that no override concerns; `concerned` are the norms of both sides that one does.
    """

    act: str
    topic: str
    lines: tuple[Line, ...]
    holders: tuple[Strengths, Strengths]
    twice: tuple[Strengths, Strengths]
    best: tuple[tuple[Line, ...], tuple[Line, ...]]
    concerned: tuple[Line, ...]


def drawn_up_row(register: Register, masks: Masks, lines: Sequence[Line]) -> Row:
    """Draw up the norms of one act and topic, of which there is one at least."""
    if len(lines) == 1 and lines[0].id not in register.linked:
        return _alone(lines[0], masks.bit[lines[0].holder])
    holders: tuple[dict[int, int], dict[int, int]] = ({}, {})
    twice: tuple[dict[int, int], dict[int, int]] = ({}, {})
    best: tuple[dict[str, Line], dict[str, Line]] = ({}, {})
    concerned: list[Line] = []
    for line in lines:
        strength, _, side, name, holder, _, _ = line
        bit, own = masks.bit[holder], holders[side].get(strength, 0)
        if own & bit:
            twice[side][strength] = twice[side].get(strength, 0) | bit
        holders[side][strength] = own | bit
        if name in register.linked:
            concerned.append(line)
        elif best[side].setdefault(holder, line)[0] < strength:
            best[side][holder] = line
    tops = tuple(best[0].values()), tuple(best[1].values())
    again = twice[0] or _NONE, twice[1] or _NONE
    return Row(lines[0].act, lines[0].topic, tuple(lines), holders, again, tops, tuple(concerned))


def _alone(line: Line, bit: int) -> Row:
    strength, _, side, _, _, act, topic = line
    own = (_NONE, {strength: bit}) if side else ({strength: bit}, _NONE)
    return Row(act, topic, (line,), own, (_NONE, _NONE), ((), (line,)) if side else ((line,), ()), ())


class Beating(NamedTuple):
    """What prevails over the norms of one act, topic and strength, as holders.

    `surely` are those covered by what prevails whatever the holders; the others are the holders of norms that prevail
    where they are below the norm's holder; strictly below it; not strictly above it; not at or above it.
    """

    surely: int
    below: int
    strictly_below: int
    not_strictly_above: int
    not_above: int


class Facing:
    """A side as it faces an act and topic: its holders by strength, by how their act and topic stand to these."""

    __slots__ = ("_beatings", "_dates", "_masks", "_standings")

    def __init__(self, register: Register, masks: Masks, rows: Iterable[tuple[str, str, Strengths]], at: Row) -> None:
        """Sort the rows of a side by what is within, around, the same as, and apart from, an act and topic."""
        self._masks, self._dates = masks, register.dates
        self._beatings: dict[int, Beating] = {}
        self._standings: tuple[dict[int, int], ...] = ({}, {}, {}, {})
        acts, topics = register.acts_stand[at.act], register.topics_stand[at.topic]
        for act, topic, holders in rows:
            standing = self._standings[acts[act] & topics[topic]]
            for strength, own in holders.items():
                standing[strength] = standing.get(strength, 0) | own

    def beating(self, strength: int) -> Beating:
        """Return what of this side prevails over norms of that act and topic and this strength."""
        found = self._beatings.get(strength)
        if found is None:
            found = self._beatings[strength] = self._beating(strength)
        return found

    def _beating(self, strength: int) -> Beating:
        apart, around, within, same = self._standings
        floor = strength - strength % self._dates
        ceiling = floor + self._dates
        surely = below = strictly_below = not_strictly_above = not_above = 0
        for other, own in apart.items():
            if other > strength:
                surely |= own
        for other, own in within.items():
            if other > strength:
                surely |= own
            elif other >= floor:
                below |= own
        for other, own in same.items():
            if other >= ceiling:
                surely |= own
            elif other >= floor:
                strictly_below |= own
                if other > strength:
                    not_strictly_above |= own
        for other, own in around.items():
            if other >= ceiling:
                surely |= own
            elif other > strength:
                not_above |= own
        return Beating(self._masks.cover(surely), below, strictly_below, not_strictly_above, not_above)


def _of(holders: Strengths, least: int) -> int:
    """Return the holders of norms that have some strength at least."""
    found = 0
    for strength, own in holders.items():
        if strength >= least:
            found |= own
    return found


def _all_there(norms: Sequence[Line], row: Row, strength: int, holder: str) -> bool:
    """Say whether all norms of a row, a strength and a holder, of which there are several, are among some of a side."""
    if len(norms) < 2:
        return False
    alike = [line for line in row.lines if line[0] == strength and line[4] == holder and line[2] == norms[0].side]
    return all(line in norms for line in alike)


class Sweep:
    """The rows that cover an act and a topic, and the holders that both sides cover."""

    __slots__ = ("_acts", "_covers", "_masks", "_meet", "_register", "_rows", "_sides", "_topics")

    def __init__(self, register: Register, masks: Masks, asked: tuple[str, str], rows: Sequence[Row]) -> None:
        """Take the act and topic asked, and the rows."""
        self._register, self._masks, self._rows = register, masks, rows
        _, acts, topics = register.above
        self._acts, self._topics = acts[asked[0]], topics[asked[1]]
        self._sides = [
            [(row.act, row.topic, row.holders[side]) for row in rows if row.holders[side]] for side in (0, 1)
        ]
        self._covers: dict[int, int] = {}
        self._meet = 0

    def settle(self) -> tuple[int, int, int]:
        """Return the holders of whom it is held, of whom it is denied, and of whom it is disputed."""
        teams = self._by_strength(0), self._by_strength(1)
        covered, against = (self._masks.cover(_of(team, 0)) for team in teams)
        self._meet = covered & against
        if not self._meet:
            return covered, against, 0
        if self._register.one_estate:
            theirs, ours = self._unbeaten(1, teams[0]), self._unbeaten(0, teams[1])
        else:
            theirs, ours = self._unbeaten_each(1), self._unbeaten_each(0)
        hold, fail = covered & ~theirs, against & ~ours
        disputed = (covered | against) & ~(hold ^ fail)
        return hold & ~disputed, fail & ~disputed, disputed

    def _by_strength(self, side: int) -> dict[int, int]:
        found: dict[int, int] = {}
        for _, _, holders in self._sides[side]:
            for strength, own in holders.items():
                found[strength] = found.get(strength, 0) | own
        return found

    def _unbeaten(self, side: int, team: Strengths) -> int:
        """Return the holders, of those that both cover, at which some norm of a side is prevailed over by none there.

        `team` are the holders of the other side.
        """
        below, dates = self._masks.below, self._register.dates
        reach: dict[int, int] = {}
        found = 0
        for row in self._rows:
            facing: Facing | None = None
            for line in row.best[side]:
                strength, holder = line[0], line[4]
                rank = strength // dates
                if rank not in reach:
                    reach[rank] = self._meet & ~self._masks.cover(_of(team, (rank + 1) * dates))
                left = below[holder] & reach[rank] & ~found
                if left:
                    facing = facing or self._facing(row, 1 - side)
                    found |= self._standing(facing.beating(strength), holder, left)
            for line in row.concerned:
                left = below[line.holder] & self._meet & ~found if line.side == side else 0
                if left:
                    facing = facing or self._facing(row, 1 - side)
                    found |= self._concerned(line, left, row, facing)
        return found

    def _facing(self, row: Row, side: int) -> Facing:
        return Facing(self._register, self._masks, self._sides[side], row)

    def _standing(self, beating: Beating, holder: str, left: int) -> int:
        """Return those holders, of some, at which nothing prevails over a norm of this holder."""
        left &= ~beating.surely
        if not left:
            return 0
        masks = self._masks
        bit, above, below = masks.bit[holder], masks.above[holder], masks.below[holder]
        own = (
            below & beating.below
            | below & ~bit & beating.strictly_below
            | beating.not_strictly_above & ~(above & ~bit)
            | beating.not_above & ~above
        )
        cover = self._covers.get(own)
        if cover is None:
            cover = self._covers[own] = masks.cover(own)
        return left & ~cover

    def _concerned(self, line: Line, left: int, row: Row, facing: Facing) -> int:
        """Return those holders, of some, at which nothing prevails over a norm that overrides concern."""
        below = self._masks.below
        beats = self._near(self._register.over.get(line.id, ()))
        for other in self._near(self._register.overriders.get(line.id, ())):
            if other not in beats:
                left &= ~below[other.holder]
        found = self._standing(facing.beating(line.strength), line.holder, left)
        again = 0
        for other in beats:
            again |= below[other.holder]
        left &= again & ~found
        if left:
            dropped = self._without(beats)
            rows = [
                (act, topic, dropped.get((act, topic), holders)) for act, topic, holders in self._sides[1 - line.side]
            ]
            facing = Facing(self._register, self._masks, rows, row)
            found |= self._standing(facing.beating(line.strength), line.holder, left)
        return found

    def _near(self, lines: Iterable[Line]) -> list[Line]:
        """Return those of some norms that cover the act and the topic."""
        return [line for line in lines if line.act in self._acts and line.topic in self._topics]

    def _without(self, norms: Sequence[Line]) -> dict[tuple[str, str], Strengths]:
        """Return, by act and topic, the holders of one side without some norms, where any of them are."""
        found: dict[tuple[str, str], Strengths] = {}
        for row in self._rows:
            gone = [norm for norm in norms if norm.act == row.act and norm.topic == row.topic]
            holders = dict(row.holders[gone[0].side]) if gone else {}
            for strength, _, side, _, holder, _, _ in gone:
                bit = self._masks.bit[holder]
                if row.twice[side].get(strength, 0) & bit and not _all_there(gone, row, strength, holder):
                    continue
                holders[strength] &= ~bit
            if gone:
                found[row.act, row.topic] = holders
        return found

    def _unbeaten_each(self, side: int) -> int:
        """Return the same, norm by norm: what `_unbeaten` does for norms of several bodies, or drafts among them."""
        below, prevails = self._masks.below, self._register.prevails
        lines = [line for row in self._rows for line in row.lines]
        found = 0
        for line in lines:
            if line.side == side:
                left = below[line.holder] & self._meet & ~found
                for other in lines:
                    if other.side != side and below[other.holder] & left and prevails(other, line):
                        left &= ~below[other.holder]
                found |= left
        return found
