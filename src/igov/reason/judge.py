"""The judge: a claim and the norms in force go in, a verdict with its derivation comes out.

Every holder of every part is judged alone; joined holders and joined clauses are then put together (rulings 3 and 9
of the guide to verdicts). The order of test is DISPUTED, CONTRADICTED, SUPPORTED, OVERSTATED, SILENT.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from igov.reason.bearing import (
    bears_denial,
    forbids,
    gives_another_counterpart,
    gives_others_a_part,
    misses,
    opposing,
    said_by,
    supporting,
    supports,
)
from igov.reason.choice import (
    best,
    chosen_weakening,
    closeness,
    enough,
    going_round,
    joined_wording,
    keeping,
    left_standing,
    nearest_norms,
    once,
    placed,
    standing_of,
    useful,
    what_is_given,
    wording_of,
)
from igov.reason.inforce import InForce, Options, in_force, keep, only
from igov.reason.standing import B, near, reach, settled, sharing, sides
from igov.reason.superiority import contest
from igov.reason.switching import bearing_readings
from igov.terms.assignment import UNSPECIFIED, Claim, Denies, Holder, Norm, Part, Polarity, Share
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Defeat, Judgement, PartJudgement, Standing, Verdict

WORST_FIRST = (Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.OVERSTATED, Verdict.SILENT, Verdict.SUPPORTED)
"""A joined claim is as good as its worse half (ruling 9)."""


def judge(base: KnowledgeBase, claim: Claim, options: Options | None = None, *, explain: bool = True) -> Judgement:
    """Judge a claim under the options, and say which readings it rests on and what it would be without them.

    A claim has at least one part, and each part at least one holder. Without `explain` there is the verdict alone, with
    its axes, its cites and the norms that bear; what a page adds is not looked for: the verdicts without a reading and
    by adopted texts alone, the norms nearest to a silence, what the texts give instead. Nothing is raised.
    """
    options = options or Options()
    if base.facts:
        return _on_facts(base, claim, options, explain=explain)
    return _judge(base, claim, options, explain=explain)


def _on_facts(base: KnowledgeBase, claim: Claim, options: Options, *, explain: bool) -> Judgement:
    """Judge a claim as it takes the facts that nobody stated, and say which of them settle the verdict."""
    from igov.reason.conditions import MOST_FACTS, facts_behind, settling, stated, ways  # noqa: PLC0415  rules with facts only

    every = in_force(base, options).unfiltered
    close = [
        (norm, (norm.polarity is Polarity.FOR) is (part.denied is None))
        for part in claim.parts
        for norm in near(every, settled(every, part))
    ]
    known = options.assume | options.without
    granted = {name: so for name, so in facts_behind(every, close).items() if name not in known}
    found = _judge(base, claim, stated(options, granted), explain=explain)
    if not granted:
        return found
    if len(granted) > MOST_FACTS:
        return replace(found, cut_off=True)
    verdicts = {
        way: decide(in_force(base, stated(options, dict(zip(granted, way, strict=True)))), claim).verdict
        for way in ways(len(granted))
    }
    holds_if, otherwise = settling(granted, verdicts)
    return replace(found, holds_if=holds_if, otherwise=otherwise)


def _judge(base: KnowledgeBase, claim: Claim, options: Options, *, explain: bool) -> Judgement:
    """Judge a claim on the facts as stated, with what it would be were a reading switched."""
    texts = in_force(base, options)
    plain = decide(texts, claim)
    if not explain:
        return plain
    without = {}
    for reading in bearing_readings(texts, claim):
        switched = in_force(base, options.switched(reading, on=not texts.assumed[reading]))
        judged, verdict = _judge_parts(switched, claim)
        if (verdict, _axes_of(judged, verdict)) != (plain.verdict, plain.axes):
            without[reading] = verdict
    adopted_only = None
    if plain.standing in {"both", "draft"} and plain.verdict is Verdict.DISPUTED:
        adopted_only = decide(in_force(base, replace(options, adopted_only=True)), claim).verdict
    return replace(
        plain,
        parts=tuple(_explained(texts, part) for part in plain.parts),
        without=without,
        rests_on=tuple(name for name in without if texts.assumed[name]),
        adopted_only=adopted_only,
    )


def _explained(texts: InForce, judged: PartJudgement) -> PartJudgement:
    """Add the norms nearest to a silence, and to a contradiction what the texts do give that holder on that topic."""
    part = settled(texts, judged.part)
    if judged.verdict is Verdict.SILENT:
        found = (*near(texts, replace(part, activity=UNSPECIFIED)), *sharing(texts, part))
        close = {norm.id: norm for norm in found}.values()
        missed = [misses(texts, norm, part, part.holders[0]) for norm in close]
        return replace(judged, nearest=nearest_norms(missed))
    if judged.verdict is Verdict.CONTRADICTED and judged.instead is None:
        worst = next(
            (h for h in part.holders if _judge_holder(texts, part, h).verdict is judged.verdict), part.holders[0]
        )
        return replace(judged, instead=what_is_given(texts, part, worst))
    return judged


def decide(texts: InForce, claim: Claim) -> Judgement:
    """Judge a claim under one choice of readings, on the norms in force and nothing else."""
    judged, verdict = _judge_parts(texts, claim)
    bearings: Sequence[Bearing] = judged[0].bearings
    if len(judged) > 1:
        bearings = [bearing for part in judged if part.verdict is verdict for bearing in part.bearings]
    if bearings and (len(judged) > 1 or len(claim.parts[0].holders) > 1):
        judged, bearings = _decisive(texts, claim, judged, verdict)
    statuses = {texts.status(bearing.norm) for bearing in bearings}
    limits: tuple[str, ...] = ()
    if verdict in {Verdict.SUPPORTED, Verdict.DISPUTED}:
        limits = tuple(dict.fromkeys(limit for bearing in bearings for limit in bearing.limits))
    return Judgement(
        claim=claim,
        verdict=verdict,
        axes=_axes_of(judged, verdict),
        cites=tuple(dict.fromkeys(bearing.norm.cite for bearing in bearings)),
        parts=tuple(judged),
        standing=standing_of(statuses),
        limits=limits,
        assumed=texts.assumed,
        instruments=texts.instruments,
    )


def _judge_parts(texts: InForce, claim: Claim) -> tuple[list[PartJudgement], Verdict]:
    """Judge the parts of a claim, which is as good as the worst of them."""
    judged = [_judge_clause(texts, settled(texts, part)) for part in claim.parts]
    if len(judged) == 1:
        return judged, judged[0].verdict
    return judged, min((part.verdict for part in judged), key=WORST_FIRST.index)


def _axes_of(judged: Iterable[PartJudgement], verdict: Verdict) -> tuple[Axis, ...]:
    """Return the axes on which the parts that decide go too far."""
    if verdict is not Verdict.OVERSTATED:
        return ()
    return _axes(axis for part in judged if part.verdict is verdict for axis in part.axes)


def _judge_clause(texts: InForce, part: Part) -> PartJudgement:
    """Judge one clause; one that says the same as an earlier one, in whatever words, is judged as that was."""
    known = texts.judged.get(part)
    if known is None:
        known = once(texts, _judge_part(texts, part))
        if texts.open:
            from igov.reason.conditions import hanging  # noqa: PLC0415  rules with conditions only

            known = hanging(texts, known, lambda other: once(other, _judge_part(other, part)))
        return keep(texts.judged, part, known)
    wording = known.wording and replace(known.wording, words=part.words)
    return replace(known, part=part, wording=wording)


def _decisive(
    texts: InForce, claim: Claim, judged: Sequence[PartJudgement], verdict: Verdict
) -> tuple[list[PartJudgement], list[Bearing]]:
    """Return of a joined claim the parts with those norms alone that decide it, and what these do."""
    deciding = [bearing for part in judged if part.verdict is verdict for bearing in part.bearings]
    further = sorted((b for part in judged for b in (*part.bearings, *part.others)), key=lambda b: b.norm.rank)
    kept = texts.deciding.get(claim.parts)
    if kept is None:
        kept = keep(texts.deciding, claim.parts, _deciding(texts, claim, judged, verdict, deciding, further))
    parts = [keeping(part, kept) if part.verdict is verdict else part for part in judged]
    found: dict[str, Bearing] = {}
    for bearing in (*deciding, *further):
        if bearing.norm.id in kept:
            found.setdefault(bearing.norm.id, bearing)
    return parts, list(found.values())


def _deciding(
    texts: InForce,
    claim: Claim,
    judged: Sequence[PartJudgement],
    verdict: Verdict,
    deciding: Sequence[Bearing],
    further: Sequence[Bearing],
) -> frozenset[str]:
    """Return the norms that give a joined claim its verdict by themselves, none of them there for nothing."""
    if verdict is Verdict.SUPPORTED and not any(part.defeats for part in judged):
        units = [(settled(texts, part), holder) for part in claim.parts for holder in part.holders]
        return useful(
            {
                norm.id: frozenset(
                    number for number, (part, holder) in enumerate(units) if _supports_alone(texts, norm, part, holder)
                )
                for norm in {bearing.norm.id: bearing.norm for bearing in deciding}.values()
            }
        )
    return frozenset(enough(verdict, deciding, further, lambda norms: _judge_parts(only(texts, norms), claim)[1]))


def _supports_alone(texts: InForce, norm: Norm, part: Part, holder: Holder) -> bool:
    """Say whether one norm by itself supports what is said of a holder."""
    if part.denied is None and part.share is Share.SOME:
        found = supports(texts, norm, part, holder)
        return found is not None and not found.axes
    return _judge_holder(only(texts, [norm]), part, holder).verdict is Verdict.SUPPORTED


def _axes(axes: Iterable[Axis]) -> tuple[Axis, ...]:
    """Return axes once each, in the order of the table."""
    found = set(axes)
    return tuple(axis for axis in Axis if axis in found)


def _judge_part(texts: InForce, part: Part) -> PartJudgement:
    """Judge the holders of a part one by one, and put them together."""
    unplaced = tuple([holder.term for holder in part.holders if not placed(texts, holder)])
    if len(part.holders) == 1:
        only_one = _judge_holder(texts, part, part.holders[0])
        return replace(only_one, unplaced=unplaced) if unplaced else only_one
    alone = [_judge_holder(texts, part, holder) for holder in part.holders]
    verdicts = [one.verdict for one in alone]
    worst = min(verdicts, key=WORST_FIRST.index)
    if worst is Verdict.SILENT and Verdict.SUPPORTED in verdicts:
        given = [one for one in alone if one.verdict is Verdict.SUPPORTED]
        holders = tuple(
            holder for holder, one in zip(part.holders, alone, strict=True) if one.verdict is Verdict.SUPPORTED
        )
        return PartJudgement(
            part=part,
            verdict=Verdict.OVERSTATED,
            axes=(Axis.HOLDER,),
            bearings=tuple(bearing for one in given for bearing in one.bearings),
            others=tuple(bearing for one in given for bearing in one.others),
            wording=replace(part, holders=holders),
            unplaced=unplaced,
        )
    deciding = [one for one in alone if one.verdict is worst]
    return PartJudgement(
        part=part,
        verdict=worst,
        axes=_axes(axis for one in deciding for axis in one.axes),
        bearings=tuple(bearing for one in deciding for bearing in one.bearings),
        others=tuple(bearing for one in alone for bearing in one.others),
        defeats=tuple(defeat for one in deciding for defeat in one.defeats),
        wording=joined_wording([one.wording for one in deciding if one.wording]),
        instead=deciding[0].instead,
        unplaced=unplaced,
    )


def _judge_holder(texts: InForce, part: Part, holder: Holder) -> PartJudgement:
    """Judge one holder's part by what it is: an assertion, an assertion of "only", or a denial."""
    if part.denied is Denies.SHARE:
        return _judge_not_only(texts, replace(part, denied=None), holder)
    if part.denied is not None:
        return _judge_denial(texts, part, holder)
    if part.share is Share.SOME:
        return _judge_assertion(texts, part, holder)
    return _judge_only(texts, part, holder)


def _judge_assertion(texts: InForce, part: Part, holder: Holder) -> PartJudgement:
    """Judge an assertion: norms for that cover it against norms that forbid it, then a weakening of it."""
    giving, barring = sides(texts, part)
    within = reach(texts, holder.term)
    said = [(n, so) for n in giving if n.holder.term in within and (so := said_by(texts, n, part, holder))]
    ours = [supporting(texts, norm, part, holder, so) for norm, so in said if B not in so.values()]
    theirs = [bearing for norm in barring if (bearing := forbids(texts, norm, part, holder))]
    if ours or theirs:
        return _contested(texts, part, ours, theirs)
    less = [supporting(texts, norm, part, holder, so) for norm, so in said]
    ranked = chosen_weakening(texts, part, holder, less)
    chosen = next((bearing for bearing in ranked if _stands(texts, part, holder, bearing)), None)
    if chosen is None:
        return PartJudgement(part, Verdict.SILENT)
    peers = [b for b in ranked if b.axes == chosen.axes and (b is chosen or _stands(texts, part, holder, b))]
    place = {bearing.norm.id: number for number, bearing in enumerate(peers)}
    bearings = best(peers, lambda b: (*closeness(texts, part, b)[:2], place[b.norm.id]))
    return PartJudgement(
        part,
        Verdict.OVERSTATED,
        axes=chosen.axes,
        bearings=bearings,
        others=tuple(peers),
        wording=wording_of(texts, part, holder, bearings[0]),
    )


def _stands(texts: InForce, part: Part, holder: Holder, bearing: Bearing) -> bool:
    """Say whether what a norm bears out of a part is opposed by nothing, or by nothing that prevails."""
    wording = settled(texts, wording_of(texts, part, holder, bearing))
    if not any(forbids(texts, norm, wording, wording.holders[0]) for norm in sides(texts, wording)[1]):
        return True
    return _judge_assertion(texts, wording, wording.holders[0]).verdict is Verdict.SUPPORTED


def _contested(texts: InForce, part: Part, ours: Sequence[Bearing], theirs: Sequence[Bearing]) -> PartJudgement:
    """Decide between norms that bear a part out and norms that oppose it, as teams."""
    defeats: tuple[Defeat, ...] = ()
    ours_hold, theirs_hold = bool(ours), bool(theirs)
    if ours and theirs:
        ours_hold, theirs_hold, defeats = contest(texts, [b.norm for b in ours], [b.norm for b in theirs])

    def close(bearing: Bearing) -> tuple[int, ...]:
        return closeness(texts, part, bearing)

    mine, yours = left_standing(ours, theirs, defeats)
    if ours_hold == theirs_hold:
        if ours_hold:
            bearings = going_round(sorted(ours, key=close), sorted(theirs, key=close), defeats)
        else:
            bearings = (*best(mine, close), *best(yours, close))
        return PartJudgement(part, Verdict.DISPUTED, bearings=bearings, others=(*ours, *theirs), defeats=defeats)
    return PartJudgement(
        part,
        Verdict.SUPPORTED if ours_hold else Verdict.CONTRADICTED,
        bearings=best(mine if ours_hold else yours, close),
        others=tuple(ours if ours_hold else theirs),
        defeats=defeats,
    )


def _judge_denial(texts: InForce, part: Part, holder: Holder) -> PartJudgement:
    """Judge a denial: norms against that bear it out against norms for that oppose it, then a narrower denial."""
    found = [bearing for norm in sides(texts, part)[1] if (bearing := bears_denial(texts, norm, part, holder))]
    ours = [bearing for bearing in found if not bearing.axes]
    theirs = opposing(texts, part, holder)
    if ours or theirs:
        return _contested(texts, part, ours, theirs)
    for bearing in sorted(found, key=lambda b: (len(b.axes), closeness(texts, part, b))):
        wording = wording_of(texts, part, holder, bearing)
        if (
            not opposing(texts, wording, wording.holders[0])
            or _judge_denial(texts, wording, wording.holders[0]).verdict is Verdict.SUPPORTED
        ):
            return PartJudgement(
                part,
                Verdict.OVERSTATED,
                axes=bearing.axes,
                bearings=(bearing,),
                others=tuple(found),
                wording=wording,
            )
    return PartJudgement(part, Verdict.SILENT)


def _judge_only(texts: InForce, part: Part, holder: Holder) -> PartJudgement:
    """Judge "only X": contradicted by a share of somebody else's, else as good as X alone, less the "only"."""
    if part.share is Share.ONLY:
        others = [bearing for norm in near(texts, part) if (bearing := gives_others_a_part(texts, norm, part))]
    else:
        others = [
            bearing for norm in near(texts, part) if (bearing := gives_another_counterpart(texts, norm, part, holder))
        ]
    if others:
        return PartJudgement(
            part,
            Verdict.CONTRADICTED,
            bearings=best(others, lambda b: closeness(texts, part, b)),
            others=tuple(others),
        )
    alone = _judge_assertion(texts, replace(part, share=Share.SOME), holder)
    if alone.verdict not in {Verdict.SUPPORTED, Verdict.OVERSTATED}:
        return replace(alone, part=part)
    follows = tuple(
        bearing
        for norm in sides(texts, part)[0]
        if (bearing := supports(texts, norm, part, holder))
        and bearing.standings[Axis.SHARE] is Standing.WITHIN
        and set(bearing.axes) <= set(alone.axes)
    )
    if follows:
        return replace(alone, part=part, bearings=best(follows, lambda b: closeness(texts, part, b)), others=follows)
    return replace(
        alone,
        part=part,
        verdict=Verdict.OVERSTATED,
        axes=_axes((*alone.axes, Axis.SHARE)),
        wording=alone.wording or replace(part, share=Share.SOME, holders=(holder,)),
    )


def _judge_not_only(texts: InForce, part: Part, holder: Holder) -> PartJudgement:
    """Judge "not only X", the mirror of "only X"."""
    mirrored = _judge_only(texts, part, holder)
    denied = replace(part, denied=Denies.SHARE)
    if mirrored.verdict is Verdict.SUPPORTED:
        return replace(mirrored, part=denied, verdict=Verdict.CONTRADICTED, instead=mirrored.bearings[0])
    others = any(bearing.side == "opposes" and Axis.SHARE in bearing.axes for bearing in mirrored.bearings)
    if mirrored.verdict is Verdict.CONTRADICTED and others:
        return replace(mirrored, part=denied, verdict=Verdict.SUPPORTED, instead=None)
    return PartJudgement(denied, Verdict.SILENT)
