"""What is in force for one question: the norms of the instruments asked, as the chosen readings have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from igov.terms.assignment import Norm, Part
from igov.terms.base import KnowledgeBase, Status
from igov.terms.order import Axis, Order
from igov.terms.verdict import PartJudgement, VocabularyStep

MOST_KEPT = 4096

Asked = str | frozenset[str]
"""A term, or the subjects of a topic."""
K = TypeVar("K")
V = TypeVar("V")


def keep(kept: dict[K, V], key: K, value: V) -> V:
    """Keep an answer for the next question of the same kind; all that was kept is thrown away when it has grown."""
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept[key] = value
    return value


@dataclass(frozen=True, slots=True)
class Options:
    """What the asker chose: readings switched, instruments (None: those that answer by default), adopted texts only."""

    assume: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    instruments: tuple[str, ...] | None = None
    adopted_only: bool = False

    def switched(self, reading: str, *, on: bool) -> Options:
        """Return the same options with one reading set."""
        if on:
            return replace(self, assume=self.assume | {reading}, without=self.without - {reading})
        return replace(self, assume=self.assume - {reading}, without=self.without | {reading})


@dataclass(frozen=True, eq=False)
class InForce:
    """The norms and orders that a question is answered from.

    `assumed` says of every reading whether it is on; `off` are those that are not.
    """

    base: KnowledgeBase
    options: Options
    norms: tuple[Norm, ...]
    assumed: Mapping[str, bool]
    off: frozenset[str]
    holders: Order
    positions: Order
    activities: Order
    topics: Order
    instruments: tuple[str, ...]
    """Those that give norms."""
    every: InForce | None = None
    """The same with the norms that do not apply on the facts; None where no norm is under a condition."""
    open: tuple[Norm, ...] = ()
    """Norms of which the conditions leave it undecided whether they apply."""
    near: dict[tuple[str, frozenset[str]], tuple[Norm, ...]] = field(init=False, default_factory=dict)
    """Norms by the act and topic asked; filled by `reason.standing.near` as questions come, empty in a copy."""
    sides: dict[tuple[str, frozenset[str]], tuple[tuple[Norm, ...], tuple[Norm, ...]]] = field(
        init=False, default_factory=dict
    )
    """The same, by what they can do to an assertion; filled by `reason.standing.sides`."""
    steps: dict[tuple[Axis, Asked, Asked], tuple[VocabularyStep, ...]] = field(init=False, default_factory=dict)
    """The steps between what was asked and what a norm says; filled by `reason.bearing.steps_taken`."""
    reach: dict[str, frozenset[str]] = field(init=False, default_factory=dict)
    """By the holder asked, the holders of norms at, above or below it; filled by `reason.standing.reach`."""
    judged: dict[Part, PartJudgement] = field(init=False, default_factory=dict)
    """Clauses as they were judged, whatever the words that said them; filled by `reason.judge`."""
    deciding: dict[tuple[Part, ...], frozenset[str]] = field(init=False, default_factory=dict)
    """Of joined claims, the norms that decide them; filled by `reason.judge`."""

    @property
    def unfiltered(self) -> InForce:
        """What is in force and what would be on other facts."""
        return self.every or self

    @property
    def orders(self) -> Mapping[Axis, Order]:
        """The orders by their axes."""
        return {
            Axis.HOLDER: self.holders,
            Axis.POSITION: self.positions,
            Axis.ACTIVITY: self.activities,
            Axis.TOPIC: self.topics,
            Axis.COUNTERPART: self.holders,
        }

    def status(self, norm: Norm) -> Status:
        """Return the status of the instrument that answers for a norm."""
        return self.base.instruments[norm.instrument].status


def assumed_readings(base: KnowledgeBase, options: Options) -> dict[str, bool]:
    """Say of every reading whether it is on; what is both assumed and switched off is off."""
    return {
        name: (reading.default or name in options.assume) and name not in options.without
        for name, reading in base.readings.items()
    }


def asked_instruments(base: KnowledgeBase, options: Options) -> frozenset[str]:
    """Return the ids of the instruments that answer: those named with what they include, else the default ones."""
    if options.instruments is None:
        named = {name for name, instrument in base.instruments.items() if instrument.default}
    else:
        named = set()
        todo = [name for name in options.instruments if name in base.instruments]
        while todo:
            name = todo.pop()
            if name not in named:
                named.add(name)
                todo.extend(other for other in base.instruments[name].includes if other in base.instruments)
    if options.adopted_only:
        named = {name for name in named if base.instruments[name].status is Status.ADOPTED}
    return frozenset(named)


@lru_cache(maxsize=64)
def in_force(base: KnowledgeBase, options: Options) -> InForce:
    """Return what is in force under `options`; the same object for the same base and options."""
    assumed = assumed_readings(base, options)
    off = frozenset(name for name, on in assumed.items() if not on)
    asked = asked_instruments(base, options)
    norms = tuple(under_readings(norm, assumed) for norm in base.norms if norm.instrument in asked)
    order = {
        axis: base.vocabulary.order(axis, without=off)
        for axis in (Axis.HOLDER, Axis.POSITION, Axis.ACTIVITY, Axis.TOPIC)
    }
    every = InForce(
        base=base,
        options=options,
        norms=norms,
        assumed=assumed,
        off=off,
        holders=order[Axis.HOLDER],
        positions=order[Axis.POSITION],
        activities=order[Axis.ACTIVITY],
        topics=order[Axis.TOPIC],
        instruments=tuple(dict.fromkeys(norm.instrument for norm in norms)),
    )
    if not any(norm.when or norm.unless for norm in norms):
        return every
    from igov.reason.conditions import applicable  # noqa: PLC0415  only norms under conditions need the logic

    applying, undecided = (tuple(norm for norm in norms if norm.id in ids) for ids in applicable(every))
    return replace(every, norms=applying, open=undecided, every=every)


def only(texts: InForce, norms: Iterable[Norm]) -> InForce:
    """Return the same with some of the norms alone; whether they apply is as decided as it was."""
    if not texts.open:
        return replace(texts, norms=tuple(norms))
    some = tuple(norms)
    undecided = {norm.id for norm in texts.open}
    plain, hanging = (tuple(n for n in some if (n.id in undecided) is so) for so in (False, True))
    return replace(texts, norms=plain, open=hanging)


def under_readings(norm: Norm, assumed: Mapping[str, bool]) -> Norm:
    """Return the norm as the readings that are on have it."""
    for reading, changes in norm.readings.items():
        if assumed.get(reading):
            norm = replace(norm, **changes)  # type: ignore[arg-type]  # the reader of rules checks every field
    return norm
