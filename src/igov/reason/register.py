"""The norms of a large base, each a line of which little is kept: its strength is a number, its terms are shared.

In come entries and the orders of their axes; out go the lines by act and topic, and what prevails over what.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from igov.reason.precedence import ground
from igov.terms.entry import Entry, Ordering

__all__ = ["Found", "Line", "Register"]

Thing = TypeVar("Thing")


class Found(dict[str, Thing], Generic[Thing]):
    """What belongs to a term, found when the term is first asked, and kept where the term is known."""

    __slots__ = ("_find", "_known")

    def __init__(self, known: Collection[str], find: Callable[[str], Thing]) -> None:
        """Begin with no term."""
        super().__init__()
        self._known, self._find = known, find

    def __missing__(self, term: str) -> Thing:
        found = self._find(term)
        if term in self._known:
            self[term] = found
        return found


class Made(NamedTuple):
    """What precedence asks of a norm apart from its terms and its words."""

    body: int
    draft: bool
    rank: int
    date: int


class Line(NamedTuple):
    """A norm: its strength, what it was made by, its side (1 against), its id, its terms.

    A strength tells rank and then date: those of one rank have the same quotient by `Register.dates`.
    """

    strength: int
    source: int
    side: int
    id: str
    holder: str
    act: str
    topic: str


class Register:
    """The norms, and for those that overrides concern which of the other side they override and are overridden by.

    `one_estate` says whether all are of one body, and all adopted or all drafts. `above` has, for each axis, the terms
    at or above a term, `upward` the same in the order of their names. `acts_stand` and `topics_stand` have, for a term,
    how others stand to it: 2 where within it, 1 where around it, 3 where both (the same), 0 where apart.
    """

    __slots__ = (
        *("_made", "above", "acts_stand", "dates", "lines", "linked"),
        *("one_estate", "over", "overriders", "topics_stand", "upward"),
    )

    def __init__(self, entries: Iterable[Entry], holders: Ordering, activities: Ordering, topics: Ordering) -> None:
        """Enter the norms; little is kept of what is read."""
        orders = (holders, activities, topics)
        self.above = tuple(Found(order.terms, order.above) for order in orders)
        self.upward = tuple(Found(order.terms, _upward(order)) for order in orders)
        self.acts_stand, self.topics_stand = (
            Found(order.terms, _standing(order, above)) for order, above in zip(orders[1:], self.above[1:], strict=True)
        )
        made: dict[Made, int] = {}
        words: dict[str, tuple[str, ...]] = {}
        columns: list[list[Any]] = [[], [], [], [], [], []]
        for entry in entries:
            source = made.setdefault(Made(entry.body, entry.draft, entry.rank, entry.date), len(made))
            row = (source, int(entry.against), entry.id, entry.holder, entry.activity, entry.topic)
            for column, value in zip(columns, row, strict=True):
                column.append(value)
            if entry.overrides:
                words[entry.id] = entry.overrides
        self._made = tuple(made)
        self.one_estate = len({(made.body, made.draft) for made in self._made}) <= 1
        strength = self._strength()
        self.lines: list[Line] = [Line(strength[row[0]], *row) for row in zip(*columns, strict=True)]
        self._link(words)

    def _strength(self) -> list[int]:
        """Return the strength of everything that norms were made by, by rank and then by date."""
        ranks = {rank: number for number, rank in enumerate(sorted({made.rank for made in self._made}))}
        dates = {date: number for number, date in enumerate(sorted({made.date for made in self._made}))}
        self.dates = max(1, len(dates))
        return [ranks[made.rank] * self.dates + dates[made.date] for made in self._made]

    def _link(self, words: Mapping[str, Iterable[str]]) -> None:
        """Find which norms override which of the other side."""
        named = {name for names in words.values() for name in names}
        lines = {line.id: line for line in self.lines if line.id in named or line.id in words}
        self.over: dict[str, list[Line]] = {}
        self.overriders: dict[str, list[Line]] = {}
        for winner, names in words.items():
            for loser in [name for name in names if name in lines and lines[name].side != lines[winner].side]:
                self.over.setdefault(winner, []).append(lines[loser])
                self.overriders.setdefault(loser, []).append(lines[winner])
        self.linked = frozenset(self.over.keys() | self.overriders.keys())

    def prevails(self, one: Line, other: Line) -> bool:
        """Say whether one norm prevails over another of the other side."""

        def special() -> int:
            return self._within(one, other) - self._within(other, one)

        over, under = other in self.over.get(one.id, ()), one in self.over.get(other.id, ())
        mine, theirs = self._made[one.source], self._made[other.source]
        return ground(mine, theirs, over=over, under=under, special=special) is not None

    def _within(self, one: Line, other: Line) -> bool:
        """Say whether all three terms of one norm are at or below those of another."""
        holders, acts, topics = self.above
        return other.holder in holders[one.holder] and other.act in acts[one.act] and other.topic in topics[one.topic]


def _upward(order: Ordering) -> Callable[[str], tuple[str, ...]]:
    """Return what gives the terms at or above a term of an order, by name."""
    return lambda term: tuple(sorted(order.above(term)))


def _standing(order: Ordering, above: Mapping[str, Collection[str]]) -> Callable[[str], Found[int]]:
    """Return what gives, for a term of an order, how others stand to it."""
    return lambda term: Found(order.terms, lambda other: 2 * (term in above[other]) + (other in above[term]))
