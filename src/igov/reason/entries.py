"""Which norms of a base a large index can hold, and as what entries.

In comes what is in force; out go the entries, in the order of the norms, and the number of norms that are left out.
"""

from __future__ import annotations

from typing import NamedTuple

from igov.reason.inforce import InForce
from igov.terms.assignment import UNSPECIFIED, Norm, Polarity, Quantity, Share
from igov.terms.base import Status
from igov.terms.entry import Entry


class Plain(NamedTuple):
    """The norms of a base that an index can hold, each with its entry, and the number of those it cannot."""

    entries: tuple[Entry, ...]
    norms: tuple[Norm, ...]
    left_out: int


def plain(in_force: InForce) -> Plain:
    """Return the entries of the norms that give or forbid the plain doing of an act over one subject.

    The others, left out, hold more than an index compares: another position, several subjects or none, an act unsaid, a
    limit, a counterpart, a share, a quantity, a condition, or a collective term.
    """
    bodies: dict[str, int] = {}
    norms = tuple(norm for norm in in_force.norms if _is_plain(in_force, norm))
    ids: dict[str, list[str]] = {}
    for norm in norms:
        for name in {norm.id, norm.cite}:
            ids.setdefault(name, []).append(norm.id)
    entries: list[Entry] = []
    for norm in norms:
        instrument = in_force.base.instruments[norm.instrument]
        entries.append(
            Entry(
                id=norm.id,
                holder=norm.holder.term,
                activity=norm.activity,
                topic=next(iter(norm.topic)),
                against=norm.polarity is Polarity.AGAINST,
                body=bodies.setdefault(instrument.body, len(bodies)),
                draft=instrument.status is Status.DRAFT,
                rank=instrument.rank,
                date=instrument.date.toordinal(),
                overrides=tuple(sorted({other for name in norm.overrides for other in ids.get(name, ())})),
            )
        )
    return Plain(tuple(entries), norms, len(in_force.norms) - len(norms))


def _is_plain(in_force: InForce, norm: Norm) -> bool:
    terms = (
        (in_force.holders, norm.holder.term),
        (in_force.activities, norm.activity),
        *((in_force.topics, topic) for topic in norm.topic),
    )
    return (
        norm.position == "act"
        and norm.activity != UNSPECIFIED
        and len(norm.topic) == 1
        and norm.holder.quantity is Quantity.ALL
        and norm.share is Share.SOME
        and not (norm.limits or norm.counterpart or norm.readings or norm.when or norm.unless or norm.whole)
        and all(term in order.terms and not order.terms[term].collective for order, term in terms)
    )
