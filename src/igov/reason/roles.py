"""What one holder has: what is its own, what it shares and by which step, where it is shut out, what it is owed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from igov.reason.inforce import InForce, under_readings
from igov.reason.listing import Assigned, assigned, possible
from igov.terms.assignment import Force, Norm, Polarity, Quantity, Share
from igov.terms.base import Status
from igov.terms.order import Step

_STRENGTH = {Force.WAS: 0, Force.MAY: 1, Force.IS: 2, Force.SHOULD: 2, Force.MUST: 3}
_NOBODY = frozenset({"process", "instrument", "thing"})


class Held(NamedTuple):
    """A norm that touches a holder, the steps of the vocabulary from one to the other, and the readings it hangs on."""

    norm: Norm
    steps: tuple[tuple[str, Step], ...] = ()
    readings: tuple[str, ...] = ()


class Roles(NamedTuple):
    """Everything the texts say of a holder.

    `own` names it, `shared` names a class it is in, `excluded` shuts it out, `excluded_if` would were a reading
    switched, `parts` name only some of it, `towards` name it as the one with or for whom others act. `draft_only` are
    the ids of norms, own or shared, whose like no adopted text gives.
    """

    own: tuple[Held, ...]
    shared: tuple[Held, ...]
    excluded: tuple[Held, ...]
    excluded_if: tuple[Held, ...]
    parts: tuple[Held, ...]
    towards: tuple[Held, ...]
    draft_only: frozenset[str]


def roles_of(in_force: InForce, holder: str) -> Roles:
    """Return what the norms in force say of a holder, nearest holders first, then in the order of clauses."""
    above = in_force.holders.above(holder)
    own: list[Held] = []
    shared: list[Held] = []
    excluded: list[Held] = []
    excluded_if: list[Held] = []
    parts: list[Held] = []
    towards: list[Held] = []
    original = {norm.id: norm for norm in in_force.base.norms if norm.readings}
    for norm in possible(in_force):
        term = norm.holder.term
        shut = shuts_out(in_force, norm, holder)
        if shut or norm.readings:
            deciding = _deciding(in_force, original.get(norm.id, norm), holder)
            if shut:
                excluded.append(Held(norm, _steps(in_force, holder, term), deciding or tuple(norm.readings)))
            elif deciding and norm.polarity is Polarity.FOR and term not in above:
                excluded_if.append(Held(norm, (), deciding))
        if norm.counterpart is not None and norm.counterpart in above and norm.polarity is Polarity.FOR:
            towards.append(Held(norm, _steps(in_force, holder, norm.counterpart)))
        if norm.polarity is not Polarity.FOR:
            continue
        if term == holder:
            own.append(Held(norm))
        elif term in above:
            if norm.holder.quantity is Quantity.ALL and not _collective(in_force, term):
                steps = _steps(in_force, holder, term)
                shared.append(Held(norm, steps, tuple(step.reading for _, step in steps if step.reading)))
        elif in_force.holders.at_or_below(term, holder):
            parts.append(Held(norm, _steps(in_force, term, holder)))
    shared.sort(key=lambda held: (len(held.steps), held.norm.rank))
    draft_only = _draft_only(in_force, (*own, *shared))
    return Roles(
        own=_once(own),
        shared=_once(shared),
        excluded=_once(excluded),
        excluded_if=_once(excluded_if),
        parts=_once(parts),
        towards=_once(towards),
        draft_only=draft_only,
    )


def shuts_out(in_force: InForce, norm: Norm, holder: str) -> bool:
    """Say whether a norm forbids or denies something to a holder, or gives it to others alone."""
    order = in_force.holders
    if norm.polarity is Polarity.AGAINST:
        return norm.holder.quantity is Quantity.ALL and order.at_or_below(holder, norm.holder.term)
    if norm.share is not Share.ONLY or order.comparable(holder, norm.holder.term):
        return False
    known = order.terms.get(holder)
    return known is None or known.kind not in _NOBODY


def _deciding(in_force: InForce, original: Norm, holder: str) -> tuple[str, ...]:
    """Return the readings of a norm that decide whether it shuts the holder out."""
    found = []
    for reading in original.readings:
        outcomes = {
            shuts_out(in_force, under_readings(original, {**in_force.assumed, reading: on}), holder)
            for on in (True, False)
        }
        if len(outcomes) == 2:
            found.append(reading)
    return tuple(found)


def _steps(in_force: InForce, narrow: str, wide: str) -> tuple[tuple[str, Step], ...]:
    return in_force.holders.path(narrow, wide)


def _collective(in_force: InForce, term: str) -> bool:
    known = in_force.holders.terms.get(term)
    return known is not None and known.collective


def _once(held: Iterable[Held]) -> tuple[Held, ...]:
    """Leave out what a recital repeats of the paragraph that it reports."""
    seen: dict[Assigned, Held] = {}
    for one in held:
        seen.setdefault(assigned(one.norm), one)
    return tuple(seen.values())


def _draft_only(in_force: InForce, held: Iterable[Held]) -> frozenset[str]:
    """Return the norms of drafts that say more than every norm of an adopted text does."""
    adopted: list[Norm] = []
    drafts: list[Norm] = []
    for one in held:
        (adopted if in_force.status(one.norm) is Status.ADOPTED else drafts).append(one.norm)
    return frozenset(norm.id for norm in drafts if not any(_as_much(in_force, other, norm) for other in adopted))


def _as_much(in_force: InForce, one: Norm, other: Norm) -> bool:
    """Say whether one norm gives at least what the other gives."""
    return (
        in_force.positions.at_or_below(other.position, one.position)
        and one.activity == other.activity
        and all(any(in_force.topics.at_or_below(narrow, wide) for narrow in other.topic) for wide in one.topic)
        and _STRENGTH[one.force] >= _STRENGTH[other.force]
        and (other.counterpart is None or other.counterpart == one.counterpart)
    )
