"""The norms that a list shows: those under conditions too, unless these are said not to hold; repetitions once."""

from __future__ import annotations

from collections.abc import Iterable

from igov.reason.inforce import InForce
from igov.terms.assignment import Norm

Assigned = tuple[object, ...]


def assigned(norm: Norm) -> Assigned:
    """Return what a norm assigns and for which instrument: the same for a paragraph and a recital that repeats it."""
    return (
        norm.instrument,
        norm.holder,
        norm.position,
        norm.activity,
        norm.topic,
        norm.force,
        norm.polarity,
        norm.counterpart,
    )


def told_once(norms: Iterable[Norm]) -> tuple[Norm, ...]:
    """Return the norms without those that repeat an earlier one."""
    seen: dict[Assigned, Norm] = {}
    for norm in norms:
        seen.setdefault(assigned(norm), norm)
    return tuple(seen.values())


def possible(in_force: InForce) -> tuple[Norm, ...]:
    """Return the norms that apply, and those under conditions that nobody said are not met."""
    if in_force.every is None:
        return in_force.norms
    applying = {norm.id for norm in in_force.norms}
    assume, without = in_force.options.assume, in_force.options.without
    return tuple(
        norm
        for norm in in_force.every.norms
        if norm.id in applying or not (without.intersection(norm.when) or assume.intersection(norm.unless))
    )
