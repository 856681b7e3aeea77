"""The finite partial orders in which axes are compared: what is narrower or weaker than what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from igov.terms.place import Span


class Axis(StrEnum):
    """The axes of an assignment, in the order in which they are told."""

    HOLDER = "holder"
    POSITION = "position"
    ACTIVITY = "activity"
    TOPIC = "topic"
    FORCE = "force"
    SCOPE = "scope"
    SHARE = "share"
    VOICE = "voice"
    COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the vocabulary, from a term up to a wider or stronger one, with what it rests on.

    `basis` says in words what it rests on ("usage", "OP-view-1", "ITU list of Member States");
    `cite` is a provision that says so; `reading` names the reading without which there is no such step.
    """

    above: str
    basis: str = "usage"
    cite: str | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the vocabulary: id, label, the names people use for it, and the steps up from it.

    `label` is the short usual name; `names` are further names in plain English (any case);
    `placed` is False for an actor that no class covers; `collective` says that what is said of it is not said of
    its parts; `kind` sorts terms for the reader ("class", "actor", "process", "quality", "aspect", "subject", ...).
    """

    id: str
    axis: Axis
    label: str
    names: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    kind: str = ""
    placed: bool = True
    collective: bool = False
    note: str = ""
    basis: str = "usage"
    span: Span | None = None


class Order:
    """The reflexive transitive closure of the steps between terms; an unknown term stands apart from all others."""

    __slots__ = ("_above", "terms")

    def __init__(self, terms: Mapping[str, Term], *, without: frozenset[str] = frozenset()) -> None:
        """Close the steps of `terms`, leaving out those of the readings in `without`."""
        self.terms = terms
        up = {t.id: [s.above for s in t.steps if s.reading is None or s.reading not in without] for t in terms.values()}
        above: dict[str, frozenset[str]] = {}
        for start in up:
            seen = {start}
            todo = [start]
            while todo:
                for higher in up.get(todo.pop(), ()):
                    if higher not in seen:
                        seen.add(higher)
                        todo.append(higher)
            above[start] = frozenset(seen)
        self._above = above

    def above(self, term: str) -> frozenset[str]:
        """Return the term and every term above it."""
        return self._above.get(term) or frozenset((term,))

    def at_or_below(self, narrow: str, wide: str) -> bool:
        """Say whether `narrow` is `wide` or something below it."""
        return narrow == wide or wide in self.above(narrow)

    def comparable(self, one: str, other: str) -> bool:
        """Say whether one of the two is at or below the other."""
        return self.at_or_below(one, other) or self.at_or_below(other, one)

    def path(self, narrow: str, wide: str, *, without: frozenset[str] = frozenset()) -> tuple[tuple[str, Step], ...]:
        """Return the shortest chain of steps from `narrow` up to `wide`, as (term, its step); empty if there is none."""
        came: dict[str, tuple[str, Step]] = {}
        todo = [narrow]
        for term in todo:
            if term == wide:
                break
            known = self.terms.get(term)
            for step in known.steps if known else ():
                if step.above not in came and step.above != narrow and step.reading not in without - {None}:
                    came[step.above] = (term, step)
                    todo.append(step.above)
        chain: list[tuple[str, Step]] = []
        at = wide
        while at != narrow:
            if at not in came:
                return ()
            below, step = came[at]
            chain.append((below, step))
            at = below
        return tuple(reversed(chain))
