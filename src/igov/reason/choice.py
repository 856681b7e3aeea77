"""Which norms to show: the closest that bear, the weakening that keeps most, the nearest that miss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from igov.reason.inforce import InForce
from igov.reason.standing import COMMANDS, VOICES, covers_topic, inside_holder, inside_topic, is_quality
from igov.terms.assignment import UNSPECIFIED, Force, Holder, Part, Polarity
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Standing

MOST_CITES = 3
NEAREST = 3


def closeness(in_force: InForce, part: Part, bearing: Bearing) -> tuple[int, ...]:
    """Rank how far a norm is from what was said: fewer vocabulary steps first, those of topic counting double."""
    norm = bearing.norm
    weight = {Axis.TOPIC: 2, Axis.POSITION: 0}
    return (
        sum(weight.get(step.axis, 1) for step in bearing.steps),
        0 if norm.force is part.force or part.force is None else 1,
        0 if norm.counterpart == part.counterpart else 1,
        0 if norm.topic == part.topic else 1,
        sum(1 for step in bearing.steps if step.axis is Axis.POSITION),
        0 if in_force.base.provisions[norm.provision].reports is None else 1,
    )


def best(bearings: Sequence[Bearing], rank: Callable[[Bearing], tuple[int, ...]]) -> tuple[Bearing, ...]:
    """Return the closest of some bearings, of which there is one at least: at most three, of provisions each once."""
    ranked = sorted(bearings, key=lambda b: (rank(b), b.norm.rank))
    least = rank(ranked[0])[:2]
    return minimal([bearing for bearing in ranked if rank(bearing)[:2] == least])[:MOST_CITES]


def minimal(bearings: Sequence[Bearing]) -> tuple[Bearing, ...]:
    """Return the bearings with every cite once."""
    seen: dict[str, Bearing] = {}
    for bearing in bearings:
        seen.setdefault(bearing.norm.cite, bearing)
    return tuple(seen.values())


def chosen_weakening(in_force: InForce, part: Part, holder: Holder, found: Sequence[Bearing]) -> list[Bearing]:
    """Order the norms that bear out something weaker by what of the claim they keep.

    Most shared activity, topic and counterpart first, then fewest axes, then own voice, then the strongest command,
    then the order of clauses.
    """

    def kept(bearing: Bearing) -> tuple[int, ...]:
        norm = bearing.norm
        return (
            0 if norm.activity == part.activity else 1,
            0 if bearing.standings[Axis.TOPIC] is Standing.WITHIN else 1,
            0 if norm.counterpart == part.counterpart else 1,
            len(bearing.axes),
            -VOICES[norm.voice],
            -COMMANDS.get(norm.force, -1),
            0 if inside_holder(in_force.holders, norm.holder, holder) else 1,
            0 if norm.topic == part.topic else 1,
            norm.rank,
        )

    return sorted(found, key=kept)


def wording_of(part: Part, holder: Holder, bearing: Bearing) -> Part:
    """Return the part with the axes on which it went too far brought back to what the norm says."""
    norm = bearing.norm
    changes: dict[str, object] = {"holders": (holder,)}
    dropped = [limit for limit in norm.limits if limit.id in part.denied_limits]
    for axis in bearing.axes:
        match axis:
            case Axis.HOLDER:
                changes["holders"] = (norm.holder,)
            case Axis.POSITION:
                changes["position"] = norm.position
                if part.denied is None and Axis.FORCE not in bearing.axes and part.force is not None:
                    changes["force"] = norm.force
            case Axis.TOPIC if not any(limit.axis is Axis.TOPIC for limit in dropped):
                changes["topic"] = norm.topic
            case Axis.FORCE:
                changes["force"] = Force.MAY if norm.position == "right" else norm.force
            case Axis.VOICE:
                changes["voice"] = norm.voice
            case Axis.COUNTERPART:
                changes["counterpart"] = norm.counterpart
            case _:
                pass
    restored = tuple(limit.id for limit in dropped)
    if restored:
        changes["limits"] = (*part.limits, *restored)
        changes["denied_limits"] = tuple(limit for limit in part.denied_limits if limit not in restored)
    return replace(part, **changes)  # type: ignore[arg-type]  # each value is of its own field


def nearest_norms(missing: Sequence[Bearing]) -> tuple[Bearing, ...]:
    """Return the norms that miss on fewest axes, of provisions each once."""

    def distance(bearing: Bearing) -> tuple[int, ...]:
        apart = [axis for axis, standing in bearing.standings.items() if standing is Standing.APART]
        return (
            len(apart) * 2 + len(bearing.axes),
            1 if Axis.HOLDER in apart else 0,
            1 if Axis.TOPIC in apart else 0,
            bearing.norm.rank,
        )

    useful = [
        b
        for b in missing
        if not {Axis.HOLDER, Axis.TOPIC} <= {a for a, s in b.standings.items() if s is Standing.APART}
    ]
    return minimal(sorted(useful, key=distance))[:NEAREST]


def what_is_given(in_force: InForce, part: Part, holder: Holder) -> Bearing | None:
    """Return the nearest thing that the texts do give that holder on that topic, or None."""
    found: list[tuple[tuple[int, ...], Bearing]] = []
    for norm in in_force.norms:
        if norm.polarity is not Polarity.FOR or is_quality(in_force, norm.position):
            continue
        if not inside_holder(in_force.holders, holder, norm.holder):
            continue
        covers = covers_topic(in_force.topics, norm, part.topic)
        if not covers and not inside_topic(in_force.topics, norm.topic, part.topic):
            continue
        standings = {
            Axis.HOLDER: Standing.WITHIN,
            Axis.TOPIC: Standing.WITHIN if covers else Standing.BEYOND,
        }
        distance = (
            len(in_force.holders.path(holder.term, norm.holder.term)),
            0 if norm.activity in {part.activity, UNSPECIFIED} else 1,
            0 if covers else 1,
            0 if in_force.base.provisions[norm.provision].reports is None else 1,
            0 if norm.force in {Force.SHOULD, Force.IS, Force.MUST} else 1,
            norm.rank,
        )
        found.append((distance, Bearing(norm, "gives", standings)))
    return min(found, key=lambda pair: pair[0])[1] if found else None
