"""Which of two norms that meet on a claim prevails, and on what ground.

The order of the grounds is that of `reason.precedence`; here is what it asks of norms: the words of one override the
other, by its id or its cite; one is more special, its holder, activity and topic all within the other's.
"""

from __future__ import annotations

from collections.abc import Sequence

from igov.reason import precedence
from igov.reason.inforce import InForce
from igov.reason.standing import inside_holder, inside_topic
from igov.terms.assignment import UNSPECIFIED, Norm, Polarity
from igov.terms.verdict import Defeat, Ground


def overrides(winner: Norm, loser: Norm) -> bool:
    """Say whether the words of one norm override another, named by its id or its cite."""
    return loser.id in winner.overrides or loser.cite in winner.overrides


def more_special(in_force: InForce, one: Norm, other: Norm) -> bool:
    """Say whether holder, activity and topic of one norm are all within the other's, and not the other way about too.

    What lies each within the other is the same: a topic that names a subject and one above it is the subject.
    """
    return _within(in_force, one, other) and not _within(in_force, other, one)


def _within(in_force: InForce, one: Norm, other: Norm) -> bool:
    return (
        inside_holder(in_force.holders, one.holder, other.holder)
        and _act_within(in_force, one, other)
        and inside_topic(in_force.topics, one.topic, other.topic)
    )


def _act_within(in_force: InForce, one: Norm, other: Norm) -> bool:
    """Say whether one act is within the other; unspecified, it is every act in a norm against."""
    if UNSPECIFIED in {one.activity, other.activity}:
        return one.activity == other.activity or (other.activity == UNSPECIFIED and other.polarity is Polarity.AGAINST)
    return in_force.activities.at_or_below(one.activity, other.activity)


def ground(in_force: InForce, one: Norm, other: Norm) -> Ground | None:
    """Return the ground on which one norm prevails over another of opposite polarity, or None where it does not."""
    instruments = in_force.base.instruments
    return precedence.ground(
        instruments[one.instrument],
        instruments[other.instrument],
        over=overrides(one, other),
        under=overrides(other, one),
        special=lambda: more_special(in_force, one, other) - more_special(in_force, other, one),
    )


def contest(in_force: InForce, ours: Sequence[Norm], theirs: Sequence[Norm]) -> tuple[bool, bool, tuple[Defeat, ...]]:
    """Set two sides against each other, as teams.

    A side holds when every norm of the other is prevailed over by some norm of it. Returns whether ours holds, whether
    theirs holds, and the defeats that were found; where both or neither hold the matter is disputed.
    """
    defeats: list[Defeat] = []
    beaten: set[str] = set()
    for one in (*ours, *theirs):
        for other in theirs if one in ours else ours:
            why = ground(in_force, one, other)
            if why is not None:
                beaten.add(other.id)
                defeats.append(Defeat(one, other, why))
    ours_hold = bool(ours) and all(norm.id in beaten for norm in theirs)
    theirs_hold = bool(theirs) and all(norm.id in beaten for norm in ours)
    return ours_hold, theirs_hold, tuple(defeats)
