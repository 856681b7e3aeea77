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

    __slots__ = ("_above", "_paths", "_without", "terms")

    def __init__(self, terms: Mapping[str, Term], *, without: frozenset[str] = frozenset()) -> None:
        """Order `terms` by their steps, leaving out those of the readings in `without`; closed as it is asked."""
        self.terms = terms
        self._without = without
        self._above: dict[str, frozenset[str]] = {}
        self._paths: dict[tuple[str, str], tuple[tuple[str, Step], ...]] = {}

    def steps(self, term: str) -> tuple[Step, ...]:
        """Return the steps up from a term that are taken here; none from a term that is not known."""
        known = self.terms.get(term)
        if known is None:
            return ()
        if not self._without:
            return known.steps
        return tuple(step for step in known.steps if step.reading not in self._without)

    def above(self, term: str) -> frozenset[str]:
        """Return the term and every term above it."""
        found = self._above.get(term)
        if found is None:
            seen = {term}
            todo = [term]
            while todo:
                for step in self.steps(todo.pop()):
                    if step.above not in seen:
                        seen.add(step.above)
                        todo.append(step.above)
            found = frozenset(seen)
            if term in self.terms:
                self._above[term] = found
        return found

    def at_or_below(self, narrow: str, wide: str) -> bool:
        """Say whether `narrow` is `wide` or something below it."""
        return narrow == wide or wide in self.above(narrow)

    def comparable(self, one: str, other: str) -> bool:
        """Say whether one of the two is at or below the other."""
        return self.at_or_below(one, other) or self.at_or_below(other, one)

    def path(self, narrow: str, wide: str) -> tuple[tuple[str, Step], ...]:
        """Return the shortest chain of steps from `narrow` up to `wide`, as (term, its step); empty if none."""
        known = self._paths.get((narrow, wide))
        if known is None:
            if narrow == wide or not self.at_or_below(narrow, wide):
                return ()
            known = self._paths[narrow, wide] = self._search(narrow, wide)
        return known

    def chain(self, one: str, other: str) -> tuple[tuple[str, Step], ...]:
        """Return the shortest chain of steps between two terms, whichever is the lower; empty if there is none."""
        return self.path(one, other) or self.path(other, one)

    def _search(self, narrow: str, wide: str) -> tuple[tuple[str, Step], ...]:
        came: dict[str, tuple[str, Step]] = {}
        todo = [narrow]
        for term in todo:
            for step in self.steps(term):
                if step.above not in came and step.above != narrow:
                    came[step.above] = (term, step)
                    todo.append(step.above)
        chain: list[tuple[str, Step]] = []
        at = wide
        while at != narrow:
            below, step = came[at]
            chain.append((below, step))
            at = below
        return tuple(reversed(chain))
