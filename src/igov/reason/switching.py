"""Which readings can bear on a claim, so that it is worth judging it with them switched."""

from __future__ import annotations

from collections.abc import Iterator

from igov.reason.inforce import InForce
from igov.reason.standing import near, settled
from igov.terms.assignment import Claim, Share
from igov.terms.order import Axis


def bearing_readings(texts: InForce, claim: Claim) -> tuple[str, ...]:
    """Return the readings that change a norm of the matter of a claim, or a step of its holders, in their order."""
    found = set(_of_norms(texts, claim))
    return tuple(name for name in texts.assumed if name in found or _moves_a_holder(texts, claim, name))


def _of_norms(texts: InForce, claim: Claim) -> Iterator[str]:
    """Yield the readings of the norms near a claim; where they change limits alone, the claim must speak of limits."""
    for part in claim.parts:
        limited = bool(part.limits or part.denied_limits)
        for norm in near(texts, settled(texts, part)):
            for reading, changes in norm.readings.items():
                if limited or changes.keys() != {"limits"}:
                    yield reading


def _moves_a_holder(texts: InForce, claim: Claim, reading: str) -> bool:
    """Say whether a reading makes or takes a step that a holder of a claim may stand on."""
    conditional = texts.base.vocabulary.steps_of(reading)
    if not conditional:
        return False
    every = texts.base.vocabulary.order(Axis.HOLDER)
    for part in claim.parts:
        terms = [holder.term for holder in part.holders] + ([part.counterpart] if part.counterpart else [])
        if part.share is not Share.SOME or any(
            low in every.above(term) or term in every.above(high) for low, high in conditional for term in terms
        ):
            return True
    return False
