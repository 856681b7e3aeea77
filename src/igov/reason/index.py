"""An index over the orders: a question about a large base touches only the norms that cover it.

A point (holder, activity, topic) is looked up by the terms at or above each of the three: first the holders, then the
topics of each, then the acts where a topic has several. Who-holds reads the norms of every act and topic at or above
those asked, and settles both sides for all holders at a time. The answers are those of `reason.superiority`, norm by
norm, for assertions of doing something: the tests compare them with brute force.

The cost of a point grows with the number of terms above the three asked and with the norms that cover them, not with
the size of the base; that of who-holds with the norms that cover activity and topic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from igov.reason.meeting import Cell, drawn_up, settle
from igov.reason.register import Found, Line, Register
from igov.reason.sweep import Masks, Row, Sweep, drawn_up_row, members
from igov.terms.entry import Entry, Ordering

__all__ = ["Decision", "Entry", "Holders", "Index", "Side"]


class Side(StrEnum):
    """Which side of a question the norms are on."""

    FOR = "FOR"
    AGAINST = "AGAINST"
    DISPUTED = "DISPUTED"
    SILENT = "SILENT"


_FOR, _AGAINST, _DISPUTED, _SILENT = Side


class Decision(NamedTuple):
    """The side that prevails on a point, and the ids of the norms it rests on, in no order of the files."""

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
        return iter(self.sides().items())

    def sides(self) -> dict[str, Side]:
        """Return every holder that is covered with its side."""
        found = dict.fromkeys(members(self.names, self.held), _FOR)
        for side, mask in ((_AGAINST, self.denied), (_DISPUTED, self.disputed)):
            if mask:
                found |= dict.fromkeys(members(self.names, mask), side)
        return found

    def __len__(self) -> int:
        return (self.held | self.denied | self.disputed).bit_count()


HOLDER, ACT, TOPIC = (attrgetter(name) for name in ("holder", "act", "topic"))


def _sorted(lines: Iterable[Line], *keys: Callable[[Line], str]) -> list[Line]:
    """Return lines by keys, the last first; those alike in all of them as they were."""
    found = list(lines)
    for key in keys:
        found.sort(key=key)
    return found


def _by(key: Callable[[Line], str], lines: Iterable[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Yield lines that are sorted by a key, those alike in it together."""
    for value, alike in groupby(lines, key):
        yield value, list(alike)


_Row = dict[str, Line | dict[str, Line | Cell]]
"""The norms of a holder by topic, and by act where a topic has several; one that is alone with its terms is itself."""


class Index:
    """Norms by holder, topic and act, and by act and topic; built once, then only read."""

    __slots__ = ("_by_act", "_masks", "_register", "_rows")

    def __init__(self, entries: Iterable[Entry], holders: Ordering, activities: Ordering, topics: Ordering) -> None:
        """Index the entries under the three orders."""
        self._register = register = Register(entries, holders, activities, topics)
        self._masks = Masks(holders, register.lines)
        above = register.upward[0]
        rows: dict[str, _Row] = {}
        for holder, lines in _by(HOLDER, _sorted(register.lines, ACT, TOPIC, HOLDER)):
            rows[holder] = {topic: self._acts(of) for topic, of in _by(TOPIC, lines)}
        self._rows = Found(holders.terms, lambda holder: tuple([rows[name] for name in above[holder] if name in rows]))
        self._by_act: dict[str, dict[str, Line | Row]] = {}
        for act, lines in _by(ACT, _sorted(register.lines, TOPIC, ACT)):
            self._by_act[act] = {
                topic: of[0] if len(of) == 1 else drawn_up_row(register, self._masks, of)
                for topic, of in _by(TOPIC, lines)
            }

    def _acts(self, lines: Sequence[Line]) -> Line | dict[str, Line | Cell]:
        """Return the norms of one holder and topic by their acts; a norm alone as it is."""
        if len(lines) == 1:
            return lines[0]
        return {act: of[0] if len(of) == 1 else drawn_up(self._register, of) for act, of in _by(ACT, lines)}

    def point(self, holder: str, activity: str, topic: str) -> Decision:
        """Decide whether a holder does an act over a topic, and by which norms."""
        register = self._register
        _, activities, topics = register.upward
        acts, subjects = activities[activity], topics[topic]
        alone: tuple[list[Line], list[Line]] = ([], [])
        cells: list[Cell] = []
        for row in self._rows[holder]:
            for subject in subjects:
                if subject in row:
                    found = row[subject]
                    if isinstance(found, Line):
                        if found[5] in acts:
                            alone[found[2]].append(found)
                        continue
                    for act in acts:
                        if act in found:
                            there = found[act]
                            if isinstance(there, Line):
                                alone[there[2]].append(there)
                            else:
                                cells.append(there)
        ours, theirs = [line[3] for line in alone[0]], [line[3] for line in alone[1]]
        for mine, other, _, _, _, _ in cells:
            ours += mine
            theirs += other
        if not theirs:
            return Decision(_FOR if ours else _SILENT, tuple(ours))
        if not ours:
            return Decision(_AGAINST, tuple(theirs))
        if register.one_estate:
            hold, fail = settle(register, (holder, activity, topic), alone, cells)
        else:
            hold, fail = self._set_against(holder, self._near(activity, topic))
        if hold == fail:
            return Decision(_DISPUTED, (*ours, *theirs))
        return Decision(_FOR, tuple(ours)) if hold else Decision(_AGAINST, tuple(theirs))

    def _set_against(self, holder: str, near: Iterable[Row]) -> tuple[bool, bool]:
        """Say of both sides whether every norm of the other is prevailed over by some of it, norm by norm."""
        holders = self._register.above[0][holder]
        found = [line for row in near for line in row.lines if line.holder in holders]
        ours, theirs = ([line for line in found if line.side == side] for side in (0, 1))
        return self._beats_all(ours, theirs), self._beats_all(theirs, ours)

    def _beats_all(self, team: Sequence[Line], others: Iterable[Line]) -> bool:
        """Say whether every one of the others is prevailed over by some of the team."""
        return all(any(self._register.prevails(m, n) for m in team) for n in others)

    def _near(self, activity: str, topic: str) -> list[Row]:
        """Return the norms that cover an act over a topic, whoever holds."""
        _, acts, topics = self._register.upward
        subjects = topics[topic]
        near: list[Row] = []
        for of in [self._by_act[act] for act in acts[activity] if act in self._by_act]:
            for subject in subjects:
                if subject in of:
                    found = of[subject]
                    if isinstance(found, Line):
                        found = drawn_up_row(self._register, self._masks, (found,))
                    near.append(found)
        return near

    def who(self, activity: str, topic: str) -> Holders:
        """Settle for every holder at once whether it does an act over a topic."""
        sweep = Sweep(self._register, self._masks, (activity, topic), self._near(activity, topic))
        return Holders(self._masks.names, *sweep.settle())
