"""What a claim would be worth were something chosen otherwise, and what would have to be for it to be supported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from igov.reason.conditions import facts_behind
from igov.reason.inforce import Options, asked_instruments, in_force
from igov.reason.judge import judge
from igov.reason.standing import near, settled
from igov.terms.assignment import Claim, Norm, Polarity
from igov.terms.base import KnowledgeBase, Status
from igov.terms.conflict import Move, MoveKind, Supposition, Ways
from igov.terms.verdict import Judgement, Verdict

MOST_MOVES = 14
"""How many moves are looked through: all their sets of up to three are judged."""
LARGEST_SET = 3


def moved(base: KnowledgeBase, options: Options, move: Move) -> Options:
    """Return the options with one choice made otherwise."""
    match move.kind:
        case MoveKind.INSTRUMENT:
            asked = options.instruments
            if asked is None:
                asked = tuple(name for name, instrument in base.instruments.items() if instrument.default)
            return replace(options, instruments=(*asked, move.name))
        case MoveKind.DRAFTS:
            return replace(options, adopted_only=not move.on)
        case _:
            return options.switched(move.name, on=move.on)


def what_if(base: KnowledgeBase, claim: Claim, options: Options, name: str) -> tuple[Supposition, ...]:
    """Return what a claim is worth with a reading switched or a fact stated.

    A fact that nobody stated is tried both ways, one that is stated the other way; the name is known.
    """
    stated = name in options.assume | options.without
    if name in base.facts:
        moves = [Move(MoveKind.FACT, name, on) for on in (True, False)]
        if stated:
            moves = [Move(MoveKind.FACT, name, name in options.without)]
    else:
        moves = [Move(MoveKind.READING, name, not in_force(base, options).assumed[name])]
    before = judge(base, claim, options)
    return tuple(_supposed(base, claim, before, moved(base, options, move), move) for move in moves)


def _supposed(base: KnowledgeBase, claim: Claim, before: Judgement, options: Options, move: Move) -> Supposition:
    after = judge(base, claim, options)
    was, now = _bearing(before), _bearing(after)
    come = tuple(norm for name, norm in now.items() if name not in was)
    return Supposition(move, before, after, come, tuple(norm for name, norm in was.items() if name not in now))


def _bearing(judgement: Judgement) -> dict[str, Norm]:
    """Return the norms that bear on a claim either way, by their ids."""
    return {b.norm.id: b.norm for part in judgement.parts for b in (*part.bearings, *part.others)}


def moves_for(base: KnowledgeBase, claim: Claim, options: Options) -> tuple[Move, ...]:
    """Return the choices that could bear on a claim: readings, facts, drafts left out, and instruments not asked.

    An instrument could bear where one of its norms is near the claim; one that is included in another is asked with it.
    """
    asked = asked_instruments(base, options)
    everything = in_force(base, replace(options, instruments=tuple(base.instruments))).unfiltered
    close = [norm for part in claim.parts for norm in near(everything, settled(everything, part))]
    found = [
        Move(MoveKind.READING, name, not on)
        for name, on in everything.assumed.items()
        if base.vocabulary.steps_of(name) or any(name in norm.readings for norm in close)
    ]
    asserted = [(norm, (norm.polarity is Polarity.FOR) is (claim.parts[0].denied is None)) for norm in close]
    for name in facts_behind(everything, asserted):
        found += [Move(MoveKind.FACT, name, on=on) for on in (True, False) if not _stated(options, name, on=on)]
    if not options.adopted_only and any(base.instruments[name].status is Status.DRAFT for name in asked):
        found.append(Move(MoveKind.DRAFTS, "", on=False))
    near_by = {norm.instrument for norm in close}
    found += [Move(MoveKind.INSTRUMENT, name) for name in base.instruments if name in near_by - asked]
    return tuple(found)


def _stated(options: Options, name: str, *, on: bool) -> bool:
    """Say whether a fact is stated to be so, or not to be so; what is both is not so."""
    return name in options.without if not on else name in options.assume - options.without


def ways_to_hold(base: KnowledgeBase, claim: Claim, options: Options) -> Ways:
    """Return the least sets of up to three choices under which a claim is supported, each judged afresh."""
    if judge(base, claim, options, explain=False).verdict is Verdict.SUPPORTED:
        return Ways((), already=True, tried=0, cut_off=False)
    every = moves_for(base, claim, options)
    moves = every[:MOST_MOVES]
    least: list[frozenset[Move]] = []
    for size in range(1, LARGEST_SET + 1):
        for chosen in combinations(moves, size):
            if _at_odds(chosen) or any(smaller <= set(chosen) for smaller in least):
                continue
            changed = options
            for move in chosen:
                changed = moved(base, changed, move)
            if judge(base, claim, changed, explain=False).verdict is Verdict.SUPPORTED:
                least.append(frozenset(chosen))
    return Ways(tuple(tuple(sorted(one)) for one in least), False, len(moves), len(every) > len(moves))


def _at_odds(chosen: Sequence[Move]) -> bool:
    """Say whether a fact is both so and not so among the choices."""
    return len({(move.kind, move.name) for move in chosen}) < len(chosen)
