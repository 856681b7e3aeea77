"""Two instruments holder by holder: norms on the same matter stand in one row."""

from __future__ import annotations

from typing import NamedTuple

from igov.reason.inforce import InForce, Options, asked_instruments
from igov.terms.assignment import Norm

Sides = tuple[tuple[Norm, ...], tuple[Norm, ...]]


class Compared(NamedTuple):
    """A holder, and row by row what the two instruments give it."""

    holder: str
    rows: tuple[Sides, ...]


def compared(in_force: InForce, left: str, right: str, holder: str | None = None) -> tuple[Compared, ...]:
    """Return what each of two instruments gives, the most general holders first; or one holder's only."""
    kept = in_force.holders.above(holder) if holder else None
    by_holder: dict[str, list[Norm]] = {}
    for norm in in_force.norms:
        if kept is None or norm.holder.term in kept:
            by_holder.setdefault(norm.holder.term, []).append(norm)
    terms = sorted(by_holder, key=lambda term: (len(in_force.holders.above(term)), by_holder[term][0].rank))
    if holder:
        terms.sort(key=lambda term: len(in_force.holders.path(holder, term)))
    one, other = (asked_instruments(in_force.base, Options(instruments=(name,))) for name in (left, right))
    rows = {term: _rows(by_holder[term], one, other - one) for term in terms}
    return tuple(Compared(term, found) for term, found in rows.items() if found)


def _rows(norms: list[Norm], left: set[str], right: set[str]) -> tuple[Sides, ...]:
    """Pair each norm of the one with those of the other on the same matter; the rest stand alone."""
    ours = [norm for norm in norms if norm.instrument in left]
    theirs = [norm for norm in norms if norm.instrument in right]
    rows: list[Sides] = []
    taken: set[str] = set()
    groups: dict[tuple[str, frozenset[str]], list[Norm]] = {}
    for norm in ours:
        groups.setdefault((norm.activity, norm.topic), []).append(norm)
    for members in groups.values():
        match = [other for other in theirs if other.id not in taken and _same_matter(members[0], other)]
        taken |= {other.id for other in match}
        rows.append((tuple(members), tuple(match)))
    rest = [other for other in theirs if other.id not in taken]
    rows += [((), (other,)) for other in rest]
    return tuple(rows)


def _same_matter(one: Norm, other: Norm) -> bool:
    return one.polarity is other.polarity and one.activity == other.activity and one.topic == other.topic
