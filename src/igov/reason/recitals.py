"""What a recital repeats of the paragraph that it reports is told once."""

from __future__ import annotations

from collections.abc import Iterable

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
