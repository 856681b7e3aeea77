"""What each norm does for or against one holder's part of a claim: it supports, opposes, or would support less."""

from __future__ import annotations

from dataclasses import replace

from igov.reason.inforce import Asked, InForce, keep
from igov.reason.standing import (
    ACTIVITY,
    AGAINST,
    COMMANDS,
    COUNTERPART,
    DEONTIC,
    FOR,
    HOLDER,
    MERE,
    ONLY,
    POSITION,
    SCOPE,
    SHARE,
    SOME,
    TOPIC,
    VOICES,
    A,
    B,
    W,
    activity_standing,
    covers_topic,
    denied_limit_axes,
    holder_standing,
    inside_activity,
    inside_holder,
    inside_topic,
    is_quality,
    near,
    position_standing,
    reach,
    standings,
    topic_standing,
)
from igov.terms.assignment import UNSPECIFIED, Denies, Force, Holder, Norm, Part
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Standing, VocabularyStep


def bearing(
    in_force: InForce, norm: Norm, part: Part, holder: Holder, side: str, found: dict[Axis, Standing]
) -> Bearing:
    """Make the record of what a norm does, with the vocabulary steps and the limits that it takes for granted."""
    limits: tuple[str, ...] = ()
    if norm.limits:
        said = (*part.limits, *part.denied_limits)
        limits = tuple([limit.id for limit in norm.limits if limit.id not in said])
    beyond = tuple([axis for axis, standing in found.items() if standing is B]) if B in found.values() else ()
    return Bearing(norm, side, found, steps_taken(in_force, norm, part, holder), (), limits, beyond)


def steps_taken(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> tuple[VocabularyStep, ...]:
    """Return the steps of the vocabulary between what was claimed and what the norm says, in either direction."""
    taken: tuple[VocabularyStep, ...] = ()
    if holder.term != norm.holder.term:
        taken += _steps(in_force, HOLDER, holder.term, norm.holder.term)
    if part.position != norm.position:
        taken += _steps(in_force, POSITION, part.position, norm.position)
    if part.activity != norm.activity:
        taken += _steps(in_force, ACTIVITY, part.activity, norm.activity)
    if part.topic != norm.topic:
        taken += _steps(in_force, TOPIC, part.topic, norm.topic)
    if part.counterpart and norm.counterpart:
        taken += _steps(in_force, COUNTERPART, part.counterpart, norm.counterpart)
    return taken


def _steps(in_force: InForce, axis: Axis, claimed: Asked, given: Asked) -> tuple[VocabularyStep, ...]:
    """Return the steps between two terms, or between the nearest two subjects of which one is in each topic alone."""
    key = (axis, claimed, given)
    found = in_force.steps.get(key)
    if found is not None:
        return found
    order = in_force.orders[axis]
    if isinstance(claimed, str) and isinstance(given, str):
        chain = order.chain(claimed, given)
    else:
        pairs = [(one, other) for other in sorted({*given} - {*claimed}) for one in sorted(claimed)]
        # the nearest two subjects, whatever their names
        chain = min(filter(None, [order.chain(*pair) for pair in pairs]), key=len, default=())
    return keep(in_force.steps, key, tuple(VocabularyStep(axis, term, step) for term, step in chain))


def supports(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> Bearing | None:
    """Return how a norm for bears out an assertion, or would bear out less (axes not empty), or None."""
    found = said_by(in_force, norm, part, holder)
    if not found:
        return None
    return supporting(in_force, norm, part, holder, found)


def said_by(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> dict[Axis, Standing]:
    """Return how an assertion stands to a norm for on every axis, nothing where it is apart on one."""
    return standings(in_force, norm, part, holder, apart=False) if norm.polarity is FOR else {}


def supporting(in_force: InForce, norm: Norm, part: Part, holder: Holder, found: dict[Axis, Standing]) -> Bearing:
    """Return how a norm for bears out an assertion that stands to it so, or would bear out less."""
    side = "would support" if B in found.values() else "supports"
    return bearing(in_force, norm, part, holder, side, found)


def excluded(in_force: InForce, norm: Norm, holder: Holder) -> bool:
    """Say whether a norm that gives a thing to one holder only forbids it to this one: neither above nor below.

    Of an actor that no class covers nothing is guessed: it is not excluded either.
    """
    known = in_force.holders.terms.get(holder.term)
    if norm.share is not ONLY or known is None or not known.placed:
        return False
    return not in_force.holders.comparable(holder.term, norm.holder.term)


def forbids(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> Bearing | None:
    """Return how a norm against, or the exclusion in a norm for one alone, opposes an assertion, or None."""
    if norm.polarity is AGAINST:
        if not inside_holder(in_force.holders, holder, norm.holder):
            return None
        act = norm.activity == UNSPECIFIED or inside_activity(in_force.activities, part.activity, norm.activity)
    elif excluded(in_force, norm, holder):
        act = activity_standing(in_force, norm, part) is W
    else:
        return None
    if (
        not act
        or topic_standing(in_force, norm, part) is not W
        or not in_force.positions.at_or_below(norm.position, part.position)
        or denied_limit_axes(norm, part)
        or VOICES[norm.voice] < VOICES[part.voice]
    ):
        return None
    found = dict.fromkeys((HOLDER, POSITION, ACTIVITY, TOPIC), W)
    return bearing(in_force, norm, part, holder, "opposes", found)


def bears_denial(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> Bearing | None:
    """Return how a norm against bears out a denial as wide and as weak as it, or a narrower one (axes), or None."""
    if part.denied is not Denies.POSITION:
        return None
    if norm.polarity is AGAINST:
        at_holder = holder_standing(in_force, norm, holder)
    elif excluded(in_force, norm, holder):
        at_holder = W
    else:
        return None
    if part.activity == UNSPECIFIED:
        act = norm.activity == UNSPECIFIED
    else:
        act = norm.activity == UNSPECIFIED or inside_activity(in_force.activities, part.activity, norm.activity)
    at_topic = topic_standing(in_force, norm, part)
    if (
        not act
        or A in {at_holder, at_topic}
        or is_quality(in_force, part.position) != is_quality(in_force, norm.position)
    ):
        return None
    if in_force.positions.at_or_below(norm.position, part.position):
        at_position = W
    elif in_force.positions.at_or_below(part.position, norm.position):
        at_position = B
    else:
        return None
    found = {HOLDER: at_holder, POSITION: at_position, ACTIVITY: W, TOPIC: at_topic, SCOPE: W}
    for axis in denied_limit_axes(norm, part):
        found[axis] = B
    side = "would deny" if B in found.values() else "denies"
    return bearing(in_force, norm, part, holder, side, found)


def opposes_denial(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> Bearing | None:
    """Return how a norm for opposes a denial: all inside what is denied, or all containing it; or None."""
    if norm.polarity is not FOR or VOICES[norm.voice] < VOICES[part.voice]:
        return None
    if not _position_denied(in_force, norm, part):
        return None
    holders = in_force.holders
    below, above = inside_holder(holders, norm.holder, holder), inside_holder(holders, holder, norm.holder)
    if not (below or above):
        return None
    if part.denied is Denies.FORCE:
        given = DEONTIC.get(norm.position, norm.force)
        if COMMANDS.get(given, -1) < COMMANDS.get(part.force or Force.MUST, 2):
            return None
    activities, topics = in_force.activities, in_force.topics
    inside = (
        below
        and (part.activity == UNSPECIFIED or inside_activity(activities, norm.activity, part.activity))
        and inside_topic(topics, norm.topic, part.topic)
    )
    contains = (
        above and inside_activity(activities, part.activity, norm.activity) and covers_topic(topics, norm, part.topic)
    )
    if not (inside or contains):
        return None
    if part.counterpart and norm.counterpart and not holders.comparable(part.counterpart, norm.counterpart):
        return None
    if {limit.id for limit in norm.limits} & set(part.denied_limits):
        return None
    found = dict.fromkeys((HOLDER, POSITION, ACTIVITY, TOPIC), W)
    return bearing(in_force, norm, part, holder, "opposes", found)


def opposing(in_force: InForce, part: Part, holder: Holder) -> list[Bearing]:
    """Return what norms for do against a denial."""
    within = reach(in_force, holder.term)
    return [
        bearing
        for norm in near(in_force, part)
        if norm.holder.term in within and (bearing := opposes_denial(in_force, norm, part, holder))
    ]


def _position_denied(in_force: InForce, norm: Norm, part: Part) -> bool:
    """Say whether the norm gives what is denied or more; "may not" denies a right, "has no right" what may be done."""
    if in_force.positions.at_or_below(part.position, norm.position):
        return True
    if part.position == "act":
        return norm.position in DEONTIC
    if norm.position != "act":
        return False
    return part.position == "right" or (part.position == "responsibility" and norm.force in {Force.SHOULD, Force.MUST})


def gives_others_a_part(in_force: InForce, norm: Norm, part: Part) -> Bearing | None:
    """Return how a norm contradicts "only": it gives a holder not inside the named ones a part in the same matter.

    Activity, topic and scope lie inside the claim's, and the position is at the claim's or above; for a role,
    participation or a plain act any participation will do. A share in a wider whole does not count.
    """
    if norm.polarity is not FOR or any(inside_holder(in_force.holders, norm.holder, holder) for holder in part.holders):
        return None
    if part.position in MERE:
        position = not is_quality(in_force, norm.position)
    else:
        position = in_force.positions.at_or_below(part.position, norm.position)
    if not (
        position
        and (part.activity == UNSPECIFIED or inside_activity(in_force.activities, norm.activity, part.activity))
        and inside_topic(in_force.topics, norm.topic, part.topic)
        and set(part.limits) <= {limit.id for limit in norm.limits}
        and VOICES[norm.voice] >= VOICES[part.voice]
    ):
        return None
    if part.counterpart and norm.counterpart and not in_force.holders.comparable(part.counterpart, norm.counterpart):
        return None
    found = dict.fromkeys((ACTIVITY, TOPIC, SCOPE), W)
    return bearing(in_force, norm, part, part.holders[0], "opposes", {**found, SHARE: B})


def gives_another_counterpart(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> Bearing | None:
    """Return how a norm contradicts "only with X": it names the same matter with somebody not inside X."""
    if (
        norm.polarity is not FOR
        or norm.counterpart is None
        or part.counterpart is None
        or in_force.holders.at_or_below(norm.counterpart, part.counterpart)
        or holder_standing(in_force, norm, holder) is not W
        or activity_standing(in_force, norm, part) is not W
        or topic_standing(in_force, norm, part) is not W
    ):
        return None
    found = dict.fromkeys((HOLDER, ACTIVITY, TOPIC), W)
    return bearing(in_force, norm, part, holder, "opposes", {**found, SHARE: B})


def misses(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> Bearing:
    """Return a norm that does not bear, with the axes on which it misses or falls short."""
    plain = part if part.share is SOME else replace(part, share=SOME)
    found = standings(in_force, norm, plain, holder)
    if norm.polarity is AGAINST:
        found[POSITION] = position_standing(in_force, norm.position, part.position)
    return bearing(in_force, norm, plain, holder, "misses", found)
