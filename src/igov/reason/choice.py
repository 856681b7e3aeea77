"""Which norms to show: the closest that bear, the weakening that keeps most, the nearest that miss."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from igov.reason.inforce import InForce
from igov.reason.standing import COMMANDS, VOICES, covers_topic, deontic, inside_holder, inside_topic, is_quality, reach
from igov.terms.assignment import UNSPECIFIED, Force, Holder, Norm, Part, Polarity
from igov.terms.base import Status
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Defeat, PartJudgement, Standing, Verdict

MOST_CITES = 3
NEAREST = 3


def closeness(in_force: InForce, part: Part, bearing: Bearing) -> tuple[int, ...]:
    """Rank how far a norm is from what was said: fewer vocabulary steps first, those of topic counting double.

    The order of clauses comes last.
    """
    norm = bearing.norm
    weight = {Axis.TOPIC: 2, Axis.POSITION: 0}
    return (
        sum(weight.get(step.axis, 1) for step in bearing.steps),
        0 if norm.force is part.force or part.force is None else 1,
        0 if norm.counterpart == part.counterpart else 1,
        0 if norm.topic == part.topic else 1,
        sum(1 for step in bearing.steps if step.axis is Axis.POSITION),
        0 if in_force.base.provisions[norm.provision].reports is None else 1,
        norm.rank,
    )


def best(bearings: Sequence[Bearing], rank: Callable[[Bearing], tuple[int, ...]]) -> tuple[Bearing, ...]:
    """Return the closest of some bearings, of which there is one at least: at most three, of provisions each once."""
    if len(bearings) == 1:
        return tuple(bearings)
    ranks = [rank(bearing) for bearing in bearings]
    least = min(ranks)[:2]
    closest = sorted((place, number) for number, place in enumerate(ranks) if place[:2] == least)
    return minimal([bearings[number] for _, number in closest])[:MOST_CITES]


def left_standing(
    ours: Sequence[Bearing], theirs: Sequence[Bearing], defeats: Sequence[Defeat]
) -> tuple[list[Bearing], list[Bearing]]:
    """Return of two sides those norms that nothing prevails over."""
    if not defeats:
        return list(ours), list(theirs)
    lost = {defeat.loser.id for defeat in defeats}
    mine, yours = ([bearing for bearing in side if bearing.norm.id not in lost] for side in (ours, theirs))
    return mine, yours


def going_round(ours: Sequence[Bearing], theirs: Sequence[Bearing], defeats: Sequence[Defeat]) -> tuple[Bearing, ...]:
    """Return of two sides, closest first, each of which prevails over the whole of the other, the fewest that show it.

    Two norms of which neither prevails over the other or, where there are none, two of each side that prevail over one
    another in turn: in a bipartite tournament that has a circle there is one of four.
    """
    beats = {(defeat.winner.id, defeat.loser.id) for defeat in defeats}
    for one, other in product(ours, theirs):
        names = (one.norm.id, other.norm.id)
        if names not in beats and names[::-1] not in beats:
            return one, other
    below = {one.norm.id: {y.norm.id for y in theirs if (one.norm.id, y.norm.id) in beats} for one in ours}
    one, two = next(
        pair for pair in combinations(ours, 2) if not _nested(below[pair[0].norm.id], below[pair[1].norm.id])
    )
    first = next(y for y in theirs if y.norm.id in below[one.norm.id] - below[two.norm.id])
    second = next(y for y in theirs if y.norm.id in below[two.norm.id] - below[one.norm.id])
    return one, two, first, second


def _nested(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def enough(
    verdict: Verdict, first: Sequence[Bearing], further: Sequence[Bearing], alone: Callable[[Iterable[Norm]], Verdict]
) -> frozenset[str]:
    """Return the ids of norms that by themselves give the verdict on a joined claim, none of them there for nothing.

    `alone` judges the claim by some norms only. Of those that decide, each is kept that gives the verdict by itself;
    where none does, or where one of them bears on a clause that others save, all that bears is thinned out until
    nothing can be left out.
    """
    kept = {bearing.norm.id: bearing.norm for bearing in first}
    if alone(kept.values()) is verdict:
        single = frozenset(name for name, norm in kept.items() if alone([norm]) is verdict)
        if single:
            return single
    else:
        kept |= {bearing.norm.id: bearing.norm for bearing in further}
    before = 0
    while before != len(kept):
        before = len(kept)
        for name in reversed(tuple(kept)):
            if alone(norm for norm in kept.values() if norm.id != name) is verdict:
                del kept[name]
    return frozenset(kept)


def useful(covers: Mapping[str, frozenset[int]]) -> frozenset[str]:
    """Return the norms that some set has which supports a joined claim and from which nothing can be left out.

    `covers` has for every norm the clauses and holders, by number, that it supports alone. A norm is in such a set
    where one of its clauses is its own there: all that it does not cover is covered by norms that leave that one out.
    """

    def covered(clause: int, without: int) -> bool:
        return any(clause in other and without not in other for other in covers.values())

    every = frozenset[int]().union(*covers.values())
    return frozenset(
        name for name, mine in covers.items() if any(all(covered(v, own) for v in every - mine) for own in mine)
    )


def keeping(part: PartJudgement, kept: frozenset[str]) -> PartJudgement:
    """Return the part with those of its norms that were kept, all of them where none was."""
    mine = [bearing for bearing in part.bearings if bearing.norm.id in kept]
    mine = mine or [bearing for bearing in part.others if bearing.norm.id in kept]
    return replace(part, bearings=tuple(mine) or part.bearings)


def minimal(bearings: Sequence[Bearing]) -> tuple[Bearing, ...]:
    """Return the bearings with every cite once."""
    seen: dict[str, Bearing] = {}
    for bearing in bearings:
        seen.setdefault(bearing.norm.cite, bearing)
    return tuple(seen.values())


def placed(in_force: InForce, holder: Holder) -> bool:
    """Say whether some class covers a holder."""
    known = in_force.holders.terms.get(holder.term)
    return known is not None and known.placed


def standing_of(statuses: set[Status]) -> str | None:
    """Say what kind of text an answer rests on."""
    if not statuses:
        return None
    return next(iter(statuses)).value if len(statuses) == 1 else "both"


def once(in_force: InForce, judged: PartJudgement) -> PartJudgement:
    """Leave out a recital that reports a paragraph which is itself among the deciding: the two count once."""
    if len(judged.bearings) < 2:
        return judged
    provisions = in_force.base.provisions
    reported = {b.norm.id: provisions[b.norm.provision].reports for b in judged.bearings}
    if not any(reported.values()):
        return judged
    cites = {(bearing.side, bearing.norm.cite) for bearing in judged.bearings}
    kept = tuple(b for b in judged.bearings if (b.side, reported[b.norm.id]) not in cites - {(b.side, b.norm.cite)})
    return replace(judged, bearings=kept)


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


def wording_of(in_force: InForce, part: Part, holder: Holder, bearing: Bearing) -> Part:
    """Return the part with the axes on which it went too far brought back to what the norm says.

    A denied limit of topic is restored, and the topic left as it is where the norm holds of it; a responsibility that
    is not even one that should be met is what the norm has instead, a right or doing it.
    """
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
            case Axis.TOPIC if not covers_topic(in_force.topics, norm, part.topic):
                changes["topic"] = norm.topic
            case Axis.FORCE:
                claimed, _, _, force = deontic(part.position, part.force, norm)
                if part.position == "responsibility" != claimed and COMMANDS.get(force, 0) == 0:
                    changes["position"] = norm.position
                changes["force"] = norm.force if changes.get("position") == norm.position else force
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


def joined_wording(wordings: Sequence[Part]) -> Part | None:
    """Return the first wording with the holders of all that say the same of theirs."""
    if not wordings:
        return None
    first = wordings[0]
    alike = [one.holders for one in wordings if replace(one, holders=first.holders) == first]
    return replace(first, holders=tuple(dict.fromkeys(holder for holders in alike for holder in holders)))


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
    within = reach(in_force, holder.term)
    for norm in in_force.norms:
        if norm.polarity is not Polarity.FOR or norm.holder.term not in within:
            continue
        if not inside_holder(in_force.holders, holder, norm.holder):
            continue
        if is_quality(in_force, norm.position):
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
