"""The running order of a debate: who speaks when, so that it ends on the minute."""

from __future__ import annotations

from collections.abc import Sequence

from igov.terms.debate import CONTRA, PRO, Card, Phase, Slot

SHORTEST = 10
"""A debate of fewer minutes has no time for all its phases."""

_STEP = 15
"""A speaker's time is told in quarters of a minute."""


def running_order(cards: Sequence[Card], minutes: int) -> tuple[Slot, ...]:
    """Return the phases of a debate that fill the minutes, at least ten; those who speak for and against take turns."""
    speakers = _in_turn(cards)
    number = max(1, len(speakers))
    weights = {
        Phase.OPENING: 3,
        Phase.CARDS: 5,
        Phase.STATEMENTS: 2 * number,
        Phase.QUESTIONS: 2 * number,
        Phase.CAUCUS: 5,
        Phase.CLOSING: number,
        Phase.VOTE: 2,
        Phase.VERDICT: 8,
    }
    slots: list[Slot] = []
    at = 0
    for phase, length in _shared_out(weights, minutes).items():
        each = length * 60 // number // _STEP * _STEP
        if phase in {Phase.STATEMENTS, Phase.QUESTIONS}:
            slots.append(Slot(at, at + length, phase, speakers, each))
        elif phase is Phase.CLOSING:
            slots.append(Slot(at, at + length, phase, speakers[::-1], each))
        else:
            slots.append(Slot(at, at + length, phase))
        at += length
    return tuple(slots)


def _in_turn(cards: Sequence[Card]) -> tuple[str, ...]:
    """Return the delegations as they speak: for and against in turn, then those who may go either way."""
    pro = [card.holder for card in cards if card.stance in PRO]
    contra = [card.holder for card in cards if card.stance in CONTRA]
    rest = [card.holder for card in cards if card.stance not in PRO | CONTRA]
    turns: list[str] = []
    for place in range(max(len(pro), len(contra))):
        turns += [*pro[place : place + 1], *contra[place : place + 1]]
    return (*turns, *rest)


def _shared_out(weights: dict[Phase, int], minutes: int) -> dict[Phase, int]:
    """Share whole minutes out by weight, one at least to each, the largest remainders first."""
    spare = minutes - len(weights)
    total = sum(weights.values())
    shares = {phase: 1 + spare * weight // total for phase, weight in weights.items()}
    left = minutes - sum(shares.values())
    for phase in sorted(weights, key=lambda one: -(spare * weights[one] % total))[:left]:
        shares[phase] += 1
    return shares
