"""Who holds a position over a topic, who is shut out of it, and where the two meet."""

from __future__ import annotations

from typing import NamedTuple

from igov.reason.inforce import InForce, under_readings
from igov.reason.listing import possible, told_once
from igov.reason.standing import brought_topic, covers_topic, inside_holder, inside_topic, is_quality
from igov.reason.superiority import ground
from igov.terms.assignment import UNSPECIFIED, Force, Norm, Polarity, Share
from igov.terms.verdict import Ground

_NOBODY = frozenset({"process", "instrument", "thing"})
_COMMANDS = frozenset({Force.IS, Force.MAY, Force.SHOULD, Force.MUST})


class Shut(NamedTuple):
    """A norm that shuts holders out, all but `others_than` where it gives the thing to one alone.

    `readings` are those that decide it or say how far it goes; `now` is False where it would, were a reading switched.
    """

    norm: Norm
    readings: tuple[str, ...]
    others_than: str | None
    now: bool = True


class Meeting(NamedTuple):
    """A norm that gives and a norm that shuts out, the topic where both speak, and what settles it, if anything."""

    gives: Norm
    shuts: Norm
    topic: frozenset[str]
    ground: Ground | None
    winner: Norm | None
    here: bool


class Who(NamedTuple):
    """Norms that give the thing over just this topic, over a wider one, over part of it; and those that shut out."""

    topic: frozenset[str]
    holds: tuple[Norm, ...]
    wider: tuple[Norm, ...]
    part: tuple[Norm, ...]
    shut: tuple[Shut, ...]
    meetings: tuple[Meeting, ...]


def who_holds(in_force: InForce, position: str | None, topic: frozenset[str], activity: str | None) -> Who:
    """Return who holds a position (None: any) over a topic doing an act (None: any), most general first."""
    asked = brought_topic(in_force, position or "", topic)
    holds: list[Norm] = []
    wider: list[Norm] = []
    part: list[Norm] = []
    for norm in possible(in_force):
        if norm.polarity is not Polarity.FOR or not _matches(in_force, norm, position, activity) or not norm.topic:
            continue
        if covers_topic(in_force.topics, norm, asked):
            (holds if norm.topic <= asked else wider).append(norm)
        elif inside_topic(in_force.topics, norm.topic, asked):
            part.append(norm)
    shut = _shut(in_force, position, asked, activity)
    size = _generality(in_force)
    for norms in (holds, wider, part):
        norms.sort(key=lambda norm: (-size.get(norm.holder.term, 1), norm.rank))
    return Who(
        topic=asked,
        holds=told_once(holds),
        wider=told_once(wider),
        part=told_once(part),
        shut=shut,
        meetings=_meetings(in_force, position, asked, activity, shut),
    )


def _matches(in_force: InForce, norm: Norm, position: str | None, activity: str | None) -> bool:
    holder = in_force.holders.terms.get(norm.holder.term)
    if position is None:
        if (holder is not None and holder.kind in _NOBODY) or is_quality(in_force, norm.position):
            return False
    elif not in_force.positions.at_or_below(position, norm.position):
        return False
    return activity is None or (
        norm.activity != UNSPECIFIED and in_force.activities.at_or_below(activity, norm.activity)
    )


def _generality(in_force: InForce) -> dict[str, int]:
    """Return how many holders stand at or below each holder."""
    size: dict[str, int] = {}
    for term in in_force.holders.terms:
        for above in in_force.holders.above(term):
            size[above] = size.get(above, 0) + 1
    return size


def _shut(in_force: InForce, position: str | None, asked: frozenset[str], activity: str | None) -> tuple[Shut, ...]:
    original = {norm.id: norm for norm in in_force.base.norms}
    found: list[Shut] = []
    seen: set[tuple[str, str]] = set()
    for norm in possible(in_force):
        plain = original.get(norm.id, norm)
        reaches = _reaches(in_force, norm, position, asked, activity)
        if not reaches or (norm.cite, norm.holder.term) in seen:
            continue
        now = _shuts(norm)
        deciding = tuple(
            reading
            for reading in plain.readings
            if _shuts(under_readings(plain, {**in_force.assumed, reading: not in_force.assumed.get(reading, False)}))
            != now
        )
        if not now and not deciding:
            continue
        seen.add((norm.cite, norm.holder.term))
        others = norm.holder.term if norm.polarity is Polarity.FOR else None
        found.append(Shut(norm, deciding or tuple(plain.readings), others, now))
    return tuple(found)


def _shuts(norm: Norm) -> bool:
    return norm.polarity is Polarity.AGAINST or norm.share is Share.ONLY


def _reaches(in_force: InForce, norm: Norm, position: str | None, asked: frozenset[str], activity: str | None) -> bool:
    """Say whether a norm that shuts out reaches the thing asked: its position at or below, its topic the same."""
    if position is not None and not in_force.positions.at_or_below(norm.position, position):
        return False
    if position is None and is_quality(in_force, norm.position):
        return False
    if activity is not None and norm.activity not in {UNSPECIFIED, activity}:
        return False
    return inside_topic(in_force.topics, asked, norm.topic) or inside_topic(in_force.topics, norm.topic, asked)


def _meetings(
    in_force: InForce, position: str | None, asked: frozenset[str], activity: str | None, shut: tuple[Shut, ...]
) -> tuple[Meeting, ...]:
    """Return where a norm that gives meets one that shuts out: on the topic asked, or on it and another subject."""
    found: list[Meeting] = []
    seen: set[tuple[str, str]] = set()
    for against in (one.norm for one in shut if one.now and one.norm.polarity is Polarity.AGAINST):
        for norm in possible(in_force):
            if (
                norm.polarity is not Polarity.FOR
                or norm.force not in _COMMANDS
                or (norm.cite, against.cite) in seen
                or is_quality(in_force, norm.position)
                or (activity is not None and not in_force.activities.at_or_below(activity, norm.activity))
                or (position is not None and not in_force.positions.at_or_below(position, norm.position))
                or not in_force.positions.at_or_below(against.position, norm.position)
                or not _same_holders(in_force, norm, against)
            ):
                continue
            here = inside_topic(in_force.topics, norm.topic, asked)
            if not here and not _another_subject(in_force, norm, asked):
                continue
            seen.add((norm.cite, against.cite))
            ours, theirs = ground(in_force, norm, against), ground(in_force, against, norm)
            winner = norm if ours else against if theirs else None
            found.append(Meeting(norm, against, asked | norm.topic, ours or theirs, winner, here))
    return tuple(sorted(found, key=lambda meeting: (not meeting.here, meeting.gives.rank)))


def _same_holders(in_force: InForce, one: Norm, other: Norm) -> bool:
    return inside_holder(in_force.holders, one.holder, other.holder)


def _another_subject(in_force: InForce, norm: Norm, asked: frozenset[str]) -> bool:
    """Say whether the norm gives a part in a named act on a subject that can be one with the topic asked."""
    order = in_force.topics
    aspects = [term.id for term in order.terms.values() if term.kind == "aspect"]
    return (
        norm.activity != UNSPECIFIED
        and norm.position != "act"
        and norm.force is not Force.MAY
        and bool(norm.topic)
        and not any(order.at_or_below(mine, aspect) for mine in norm.topic for aspect in aspects)
        and not any(order.comparable(mine, theirs) for mine in norm.topic for theirs in asked)
    )
