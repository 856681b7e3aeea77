"""A point at which norms of both sides meet: whether a side holds against the other.

In come the norms that cover the point, all of one body and status, those of the same terms together; out go whether
each side prevails over the whole of the other. Of norms of the same terms the highest and then latest stands for all,
as it prevails wherever one of them does; only those that the words of another override, or that override another, are
looked at one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from igov.reason.register import Line, Register

STRENGTH = itemgetter(0)


class Cell(NamedTuple):
    """The norms with the same three terms: the ids of those for and against, and what a contest turns on.

    `mine` and `other` are the highest and then latest of each side. Where overrides concern that one, `spare` has the
    highest and then latest of its side that none concerns; `concerned` are all that overrides concern.
    """

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    mine: Line | None
    other: Line | None
    spare: tuple[Line, ...]
    concerned: tuple[Line, ...]


def drawn_up(register: Register, lines: Sequence[Line]) -> Cell:
    """Draw up the norms with the same three terms."""
    sides = [[line for line in lines if line.side == side] for side in (0, 1)]
    best = [max(side, key=STRENGTH, default=None) for side in sides]
    plain = [[line for line in side if line.id not in register.linked] for side in sides]
    spare = [max(side, key=STRENGTH) for side in plain if side]
    return Cell(
        tuple([line.id for line in sides[0]]),
        tuple([line.id for line in sides[1]]),
        best[0],
        best[1],
        tuple([line for line in spare if line not in best]),
        tuple([line for line in lines if line.id in register.linked]),
    )


def settle(
    register: Register, asked: tuple[str, str, str], alone: Sequence[Sequence[Line]], cells: Sequence[Cell]
) -> tuple[bool, bool]:
    """Say of both sides at a point whether every norm of the other is prevailed over by some norm of it.

    `alone` are the norms of both sides that are alone with their terms, `cells` have the others.
    """
    linked = register.linked
    ours = [*alone[0], *[cell[2] for cell in cells if cell[2]]]
    theirs = [*alone[1], *[cell[3] for cell in cells if cell[3]]]
    ours.sort(key=STRENGTH, reverse=True)
    theirs.sort(key=STRENGTH, reverse=True)
    hold, fail = _beat(register, ours, theirs, linked), _beat(register, theirs, ours, linked)
    if not (hold or fail):
        return False, False
    concerned = [line for lines in alone for line in lines if line[3] in linked]
    others: list[Line] = []
    for cell in cells:
        if cell[5]:
            hold = hold and _beat(register, ours, [line for line in cell.spare if line.side])
            fail = fail and _beat(register, theirs, [line for line in cell.spare if not line.side])
            concerned += cell[5]
            others += cell[4] + cell[5]
    terms = [above[term] for above, term in zip(register.above, asked, strict=True)]
    for line in concerned:
        if line.side:
            hold = hold and _beat_concerned(register, terms, (ours, others), line)
        else:
            fail = fail and _beat_concerned(register, terms, (theirs, others), line)
    return hold, fail


def _beat(register: Register, team: Sequence[Line], others: Iterable[Line], but: Collection[str] = ()) -> bool:
    """Say whether a team prevails over all of the others but some, overrides apart; both strongest first."""
    holders, acts, topics = register.above
    top = team[0][0] if team else -1
    floor = top - top % register.dates
    ceiling = floor + register.dates
    for own, _, _, n, h, a, t in others:
        if own < floor:
            return True
        if n in but:
            continue
        if own >= ceiling:
            return False
        for strong, _, _, _, i, b, u in team:
            if strong < floor:
                return False
            if strong > own:
                if i not in holders[h] or b not in acts[a] or u not in topics[t] or (i == h and b == a and u == t):
                    break
            elif t in topics[u] and h in holders[i] and a in acts[b] and (i != h or b != a or u != t):
                break
        else:
            return False
    return True


def _beat_concerned(
    register: Register, terms: Sequence[Collection[str]], team: tuple[Sequence[Line], Sequence[Line]], norm: Line
) -> bool:
    """Say whether some of a team prevail over this norm, which overrides concern.

    The team is its best norms, strongest first, and others of both sides that count where the best are overridden.
    """
    holders, acts, topics = terms
    best, others = team

    def covering(lines: Iterable[Line]) -> list[Line]:
        return [m for m in lines if m[5] in acts and m[6] in topics and m[4] in holders]

    beats = covering(register.over.get(norm.id, ()))
    if any(m not in beats for m in covering(register.overriders.get(norm.id, ()))):
        return True
    if not beats:
        return _beat(register, best, (norm,))
    if _beat(register, [m for m in best if m not in beats], (norm,)):
        return True
    rest = [m for m in others if m.side != norm.side and m not in beats]
    return _beat(register, sorted(rest, key=STRENGTH, reverse=True), (norm,))
