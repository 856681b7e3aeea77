"""How a claim stands to a norm, axis by axis: it says no more, it goes further, or it speaks of something else.

The relation is DESIGN's "says no more than". A claim is one part with one holder; a norm is taken as the readings have
it. Activity is never BEYOND: a different act is a different matter.
"""

from __future__ import annotations

from dataclasses import replace

from igov.reason.inforce import InForce, keep
from igov.terms.assignment import UNSPECIFIED, Force, Holder, Norm, Part, Polarity, Quantity, Share, Voice
from igov.terms.order import Axis, Order
from igov.terms.verdict import Standing

W, B, A = Standing.WITHIN, Standing.BEYOND, Standing.APART
FOR, AGAINST = Polarity.FOR, Polarity.AGAINST
SOME, ONLY = Share.SOME, Share.ONLY
ALL, IS, MUST, WAS = Quantity.ALL, Force.IS, Force.MUST, Force.WAS
HOLDER, POSITION, ACTIVITY, TOPIC, FORCE, SCOPE, SHARE, VOICE, COUNTERPART = Axis
"""Members that every norm is asked for: up to Python 3.11 looking them up in their class takes ten times as long."""

QUANTITIES = {Quantity.ONE: 0, Quantity.SEVERAL: 1, Quantity.MANY: 2, Quantity.ALL: 3}
VOICES = {Voice.REPORTED: 0, Voice.OWN: 1, Voice.EVERYBODY: 2}
COMMANDS = {Force.MAY: 0, Force.SHOULD: 1, Force.MUST: 2}
CONSTITUTIVE = frozenset({"authority", "right", "responsibility", "role", "equal"})
"""Positions that an "is" gives, and does not merely describe."""
DEONTIC = {"right": Force.MAY, "responsibility": Force.SHOULD}
"""A right is a may, a responsibility a should, of doing it."""
BY_FORCE = frozenset({"act", *DEONTIC})
"""Positions that differ by force alone."""
POLICY = frozenset({"public-policy", "international-public-policy", "national-public-policy"})
"""Public policy itself, and not the subjects that it is about."""
MERE = frozenset({"role", "participation", "act"})
"""Positions of which any participation is a share."""


def sets_policy(in_force: InForce, position: str) -> bool:
    """Say whether a position is policy authority, or control of the thing itself, which is more."""
    return in_force.positions.at_or_below("authority", position)


def brought_topic(in_force: InForce, position: str, topic: frozenset[str]) -> frozenset[str]:
    """Return the topic with the aspect public policy that policy authority brings to a subject inside the Internet."""
    order = in_force.topics
    if not sets_policy(in_force, position) or any(order.at_or_below(t, "public-policy") for t in topic):
        return topic
    if topic and all(order.at_or_below(t, "internet") for t in topic):
        # governance and the Internet as a whole add nothing to public policy, which lies inside them
        return frozenset(t for t in topic if not order.at_or_below("public-policy", t)) | {"public-policy"}
    return topic


def settled(in_force: InForce, part: Part) -> Part:
    """Return the part with what its position brings along: policy authority is over public policy, and sets it."""
    if not sets_policy(in_force, part.position) or part.activity not in {UNSPECIFIED, "set-policy"}:
        return part
    # control of public policy itself is authority over it, and no more
    position = "authority" if part.topic <= POLICY else part.position
    return replace(part, position=position, activity="set-policy", topic=brought_topic(in_force, position, part.topic))


def inside_holder(order: Order, narrow: Holder, wide: Holder) -> bool:
    """Say whether one holder is inside another; a quantity of a class is inside a larger one of the same class only."""
    if narrow.term == wide.term:
        return wide.quantity is ALL or QUANTITIES[narrow.quantity] <= QUANTITIES[wide.quantity]
    if wide.quantity is not ALL or wide.term not in order.above(narrow.term):
        return False
    return not _collective(order, wide.term)


def inside_topic(order: Order, narrow: frozenset[str], wide: frozenset[str]) -> bool:
    """Say whether one meeting of subjects is inside another: each term of the wide has a narrow one at or below it."""
    for term in wide:
        if term in narrow:
            continue
        if _collective(order, term) or not [one for one in narrow if term in order.above(one)]:
            return False
    return True


def _collective(order: Order, term: str) -> bool:
    known = order.terms.get(term)
    return known is not None and known.collective


def inside_activity(order: Order, narrow: str, wide: str) -> bool:
    """Say whether a named act is inside a named act; an unspecified one is inside itself alone."""
    if UNSPECIFIED in {narrow, wide}:
        return narrow == wide
    return order.at_or_below(narrow, wide)


def is_quality(in_force: InForce, position: str) -> bool:
    """Say whether a position is a quality, which stands in no order with roles."""
    known = in_force.positions.terms.get(position)
    return known is None or known.kind == "quality"


def deontic(part_position: str, part_force: Force | None, norm: Norm) -> tuple[str, Force | None, str, Force]:
    """Return the positions and forces to compare: a right, a responsibility and doing it differ by force alone.

    A claimed right needs a right, and that somebody has had a responsibility is no command: they are compared as they
    stand.
    """
    past = part_position == "responsibility" and part_force is WAS
    if (
        past
        or part_position in {norm.position, "right"}
        or part_position not in BY_FORCE
        or norm.position not in BY_FORCE
    ):
        return part_position, part_force, norm.position, norm.force
    norm_force = DEONTIC.get(norm.position, norm.force)
    least = DEONTIC.get(part_position)
    if least is not None and COMMANDS.get(part_force or Force.MAY, 0) < COMMANDS[least]:
        part_force = least
    return "act", part_force, "act", norm_force


def holder_standing(in_force: InForce, norm: Norm, holder: Holder) -> Standing:
    """Compare holders."""
    if inside_holder(in_force.holders, holder, norm.holder):
        return W
    return B if inside_holder(in_force.holders, norm.holder, holder) else A


def position_standing(in_force: InForce, claimed: str, given: str) -> Standing:
    """Compare positions: roles share a least one, participation, so one role is never apart from another."""
    if in_force.positions.at_or_below(claimed, given):
        return W
    if is_quality(in_force, claimed) or is_quality(in_force, given):
        return B if in_force.positions.at_or_below(given, claimed) else A
    return B


def activity_standing(in_force: InForce, norm: Norm, part: Part) -> Standing:
    """Compare acts: one that is not named is some act, and which is not known."""
    if part.activity == UNSPECIFIED:
        return W if norm.activity == UNSPECIFIED or norm.topic == part.topic else A
    if norm.activity == UNSPECIFIED:
        return A
    return W if in_force.activities.at_or_below(part.activity, norm.activity) else A


def covers_topic(order: Order, norm: Norm, topic: frozenset[str]) -> bool:
    """Say whether what a norm says holds of a topic: of its own and, unless it is meant as a whole, of the parts."""
    return topic == norm.topic or (not norm.whole and inside_topic(order, topic, norm.topic))


def topic_standing(in_force: InForce, norm: Norm, part: Part) -> Standing:
    """Compare topics."""
    if covers_topic(in_force.topics, norm, part.topic):
        return W
    return B if inside_topic(in_force.topics, norm.topic, part.topic) else A


def force_standing(claimed: Force | None, given: Force, norm: Norm) -> Standing:
    """Compare forces; a bare present is force unsaid, a command bears out no past unless its words say "continue"."""
    if claimed is None or claimed is IS:
        return W
    if claimed is WAS:
        return W if given in {WAS, IS} or norm.continues else A
    if given in COMMANDS:
        return W if COMMANDS[claimed] <= COMMANDS[given] else B
    if given is IS and norm.position in CONSTITUTIVE and claimed is not MUST:
        return W
    return B


def share_standing(in_force: InForce, norm: Norm, part: Part, holder: Holder) -> Standing:
    """Compare "only" with a norm: it follows from "only" for the same holder and a position at or above."""
    if (
        norm.share is part.share
        and holder == norm.holder
        and in_force.positions.at_or_below(norm.position, part.position)
    ):
        return W
    return B


def counterpart_standing(in_force: InForce, norm: Norm, claimed: str) -> Standing:
    """Compare a counterpart that is named with a norm's."""
    if norm.counterpart is None:
        return A
    if in_force.holders.at_or_below(claimed, norm.counterpart):
        return W
    return B if in_force.holders.at_or_below(norm.counterpart, claimed) else A


def denied_limit_axes(norm: Norm, part: Part) -> tuple[Axis, ...]:
    """Return the axes on which the part goes too far by denying a limit of the norm."""
    return tuple(limit.axis for limit in norm.limits if limit.id in part.denied_limits)


def standings(in_force: InForce, norm: Norm, part: Part, holder: Holder, *, apart: bool = True) -> dict[Axis, Standing]:
    """Compare a part that asserts with a norm on every axis; without `apart`, nothing where it is apart on one."""
    if part.position == norm.position:
        at_position, claimed_force, given_force = W, part.force, norm.force
    else:
        claimed, claimed_force, given, given_force = deontic(part.position, part.force, norm)
        at_position = W if claimed == given else position_standing(in_force, claimed, given)
    at_holder = holder_standing(in_force, norm, holder)
    if not apart and (at_position is A or at_holder is A):
        return {}
    found = {
        HOLDER: at_holder,
        POSITION: at_position,
        ACTIVITY: activity_standing(in_force, norm, part),
        TOPIC: W if part.topic == norm.topic else topic_standing(in_force, norm, part),
        FORCE: W if claimed_force is None else force_standing(claimed_force, given_force, norm),
        SCOPE: W,
        SHARE: W if part.share is SOME else share_standing(in_force, norm, part, holder),
        VOICE: W if VOICES[part.voice] <= VOICES[norm.voice] else B,
        COUNTERPART: W if part.counterpart is None else counterpart_standing(in_force, norm, part.counterpart),
    }
    if not apart and A in found.values():
        return {}
    if part.denied_limits:
        for axis in denied_limit_axes(norm, part):
            if found[axis] is W:
                found[axis] = B
    return found


def near(in_force: InForce, part: Part) -> tuple[Norm, ...]:
    """Return the norms that are not plainly of another matter: acts comparable or unspecified, topics one in the other.

    Whatever bears on the part, or on a weakening of it, is among them.
    """
    key = (part.activity, part.topic)
    found = in_force.near.get(key)
    if found is not None:
        return found
    activities, topics = in_force.activities, in_force.topics
    acts = {norm.activity for norm in in_force.norms}
    if part.activity != UNSPECIFIED:
        acts = {act for act in acts if act == UNSPECIFIED or activities.comparable(act, part.activity)}
    about = {
        topic
        for topic in {norm.topic for norm in in_force.norms if norm.activity in acts}
        if inside_topic(topics, part.topic, topic) or inside_topic(topics, topic, part.topic)
    }
    return keep(in_force.near, key, tuple(n for n in in_force.norms if n.activity in acts and n.topic in about))


def reach(in_force: InForce, holder: str) -> frozenset[str]:
    """Return the holders of norms that are at, above or below one: what others are given says nothing of it."""
    found = in_force.reach.get(holder)
    if found is not None:
        return found
    named = {norm.holder.term for norm in in_force.norms}
    return keep(in_force.reach, holder, frozenset(n for n in named if in_force.holders.comparable(n, holder)))


def sharing(in_force: InForce, part: Part) -> tuple[Norm, ...]:
    """Return the norms that share holder and act with a part, whatever their topic."""
    return tuple(
        norm
        for norm in in_force.norms
        if norm.activity == part.activity
        and any(in_force.holders.comparable(norm.holder.term, holder.term) for holder in part.holders)
    )


def sides(in_force: InForce, part: Part) -> tuple[tuple[Norm, ...], tuple[Norm, ...]]:
    """Return, of the norms near an assertion, those for whose act it is, and those that can forbid it."""
    key = (part.activity, part.topic)
    found = in_force.sides.get(key)
    if found is not None:
        return found
    close = near(in_force, part)
    giving = tuple(n for n in close if n.polarity is FOR and activity_standing(in_force, n, part) is W)
    barring = tuple(n for n in close if n.polarity is AGAINST or n.share is ONLY)
    return keep(in_force.sides, key, (giving, barring))
