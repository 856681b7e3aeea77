"""A debate on a motion: what the texts let every delegation say, what it can cite, and what it must expect.

The stance of a delegation follows from two things: the judge's verdict on the motion, and whether the motion gives the
delegation something, takes something from it, or is about others. Every claim on a card has its verdict from the judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from igov.reason.brief import judged, one_step_up, said_of, varied
from igov.reason.inforce import InForce, Options, asked_instruments, in_force
from igov.reason.judge import judge
from igov.reason.roles import Held, Roles, roles_of, shuts_out
from igov.reason.standing import is_quality, near, settled
from igov.reason.suppose import moved, what_if
from igov.terms.assignment import UNSPECIFIED, Claim, Denies, Force, Holder, Norm, Part, Polarity, Share, Voice
from igov.terms.base import KnowledgeBase, Status
from igov.terms.debate import Aim, Attack, Bound, Card, Citable, Kit, Stance, Switched, Tie, Use, Weakness
from igov.terms.verdict import Bearing, Judgement, Ready, Verdict

GROUPS = (
    *("states", "private-sector", "civil-society"),
    *("intergovernmental-organizations", "international-organizations"),
    *("technical-community", "academic-community"),
)
"""The groups of stakeholders in the order in which paragraph 35 has them; those of which the texts speak are seated."""
BODIES = frozenset({"class", "actor", "country", "organ"})
"""Kinds of holders that can sit at a table."""

MOST_SPOKEN, MOST_CITED, MOST_ATTACKS, MOST_OVERREACH = 4, 5, 4, 3
"""How many of each fit a card."""

_STANCES = {
    Verdict.SUPPORTED: {Tie.GIVES: Stance.FOR, Tie.TAKES: Stance.CONCEDE, Tie.OTHERS: Stance.FOR},
    Verdict.OVERSTATED: {Tie.GIVES: Stance.LESS, Tie.TAKES: Stance.AMEND, Tie.OTHERS: Stance.AMEND},
    Verdict.CONTRADICTED: {Tie.GIVES: Stance.INSTEAD, Tie.TAKES: Stance.AGAINST, Tie.OTHERS: Stance.AGAINST},
    Verdict.DISPUTED: {Tie.GIVES: Stance.CONTEND, Tie.TAKES: Stance.AGAINST, Tie.OTHERS: Stance.EITHER},
    Verdict.SILENT: dict.fromkeys(Tie, Stance.OPEN),
}
_BORNE = frozenset({Verdict.SUPPORTED, Verdict.DISPUTED})


def kit_of(base: KnowledgeBase, claim: Claim, options: Options, seats: Sequence[str]) -> Kit:
    """Return the kit of a debate on a motion among the delegations seated, given by their ids; without its order."""
    texts = in_force(base, options)
    judgement = judge(base, claim, options)
    readings = []
    before = {seat: stance_of(texts, judgement, seat) for seat in seats}
    for name in judgement.without or {}:
        supposed = what_if(base, claim, options, name)[0]
        switched = in_force(base, moved(base, options, supposed.move))
        after = {seat: stance_of(switched, supposed.after, seat) for seat in seats}
        changed = tuple((seat, stance) for seat, stance in after.items() if stance is not before[seat])
        readings.append(Switched(supposed, changed))
    adopted, draft = _by_kind(base, claim, options)
    cards = tuple(_card(texts, judgement, seat, tuple(seats)) for seat in seats)
    return Kit(claim, judgement, adopted, draft, tuple(readings), cards, ())


def _by_kind(base: KnowledgeBase, claim: Claim, options: Options) -> tuple[Judgement | None, Judgement | None]:
    """Return the judgements by the adopted texts alone and by the drafts alone, where both kinds were asked."""
    asked = asked_instruments(base, options)
    drafts = tuple(name for name in base.instruments if name in asked and base.instruments[name].status is Status.DRAFT)
    if not drafts or len(drafts) == len(asked):
        return None, None
    return (
        judge(base, claim, replace(options, adopted_only=True)),
        judge(base, claim, replace(options, instruments=drafts)),
    )


def seated(texts: InForce, claim: Claim, named: Sequence[str], number: int | None) -> tuple[str, ...]:
    """Return the delegations: those named, filled up to a number where one is given, else the groups spoken of.

    Groups that the motion names or shuts out come first where not all are seated; then those of whom most norms speak.
    """
    counts: dict[str, int] = {}
    for norm in texts.norms:
        known = texts.holders.terms.get(norm.holder.term)
        if norm.polarity is Polarity.FOR and known is not None and known.kind in BODIES and not known.collective:
            counts[norm.holder.term] = counts.get(norm.holder.term, 0) + 1
    groups = [group for group in GROUPS if group in counts]
    ranked = sorted((term for term in counts if term not in groups), key=lambda term: -counts[term])
    if len(groups) < 2:
        groups = [*groups, *ranked][:5]
    if number is None:
        return tuple(dict.fromkeys(named)) or tuple(groups)
    judgement = judge(texts.base, claim, texts.options, explain=False)
    touched = sorted(groups, key=lambda group: tie_of(texts, judgement, group) is Tie.OTHERS)
    found = tuple(dict.fromkeys((*named, *touched, *ranked)))[: max(number, len(named))]
    order = [*named, *GROUPS, *ranked]
    return tuple(sorted(found, key=order.index))


def tie_of(texts: InForce, judgement: Judgement, holder: str) -> Tie:
    """Return what a motion is to a delegation; what it takes weighs more than what it gives."""
    ties = [_tie(texts, settled(texts, part), holder) for part in judgement.claim.parts]
    if Tie.TAKES in ties or (Tie.GIVES not in ties and _lost(texts, judgement, holder)):
        return Tie.TAKES
    return Tie.GIVES if Tie.GIVES in ties else Tie.OTHERS


def _tie(texts: InForce, part: Part, holder: str) -> Tie:
    about = any(texts.holders.comparable(holder, one.term) for one in part.holders)
    towards = part.counterpart is not None and texts.holders.comparable(holder, part.counterpart)
    if part.denied is Denies.POSITION:
        return Tie.TAKES if about or towards else Tie.OTHERS
    if part.denied is Denies.SHARE:
        return Tie.TAKES if about else Tie.GIVES
    if about:
        return Tie.GIVES
    if part.share is Share.ONLY:
        return Tie.TAKES
    return Tie.GIVES if towards else Tie.OTHERS


def _lost(texts: InForce, judgement: Judgement, holder: str) -> bool:
    """Say whether a motion takes what a text gives to a delegation alone, or denies what a text gives to it."""
    return any(
        bearing.norm.polarity is Polarity.FOR and texts.holders.comparable(holder, bearing.norm.holder.term)
        for bearing in _bearings(judgement)
        if bearing.side == "opposes" and bearing.norm.share is Share.ONLY
    )


def stance_of(texts: InForce, judgement: Judgement, holder: str) -> Stance:
    """Return what the texts let a delegation do about a motion."""
    return _STANCES[judgement.verdict][tie_of(texts, judgement, holder)]


def _bearings(judgement: Judgement) -> list[Bearing]:
    """Return the norms that decide a motion, of every part."""
    return [bearing for part in judgement.parts for bearing in part.bearings]


def _card(texts: InForce, judgement: Judgement, holder: str, seats: tuple[str, ...]) -> Card:
    tie = tie_of(texts, judgement, holder)
    stance = _STANCES[judgement.verdict][tie]
    roles = roles_of(texts, holder)
    matter = _matter(texts, judgement.claim)
    held = _ranked(texts, judgement.claim, [*roles.own, *roles.shared], matter)
    citable = _citable(judgement, stance, held)
    mine = [said_of(norm, holder) for norm in _asking([one.norm for one in held if _sayable(texts, one.norm)])]
    speak = _spoken(texts, judgement, stance, holder, mine)
    return Card(
        holder=holder,
        tie=tie,
        stance=stance,
        of_you=_of_you(texts, judgement, holder) if tie is not Tie.GIVES else None,
        speak=speak,
        citable=citable,
        attacks=_attacks(texts, judgement, stance, holder, (roles, matter, seats)),
        bounds=tuple(_bounds(texts, holder, roles, citable)),
        overreach=_overreach(texts, judgement, holder, mine),
    )


def _sayable(texts: InForce, norm: Norm) -> bool:
    """Say whether a norm gives its holder something to ask for, and not a quality or the view of others."""
    return norm.voice is not Voice.REPORTED and not is_quality(texts, norm.position)


def _asking(norms: Sequence[Norm]) -> list[Norm]:
    """Return the norms without those that only tell of the past what the same provision also asks for."""
    asked = {(norm.cite, norm.position, norm.activity) for norm in norms if norm.force is not Force.WAS}
    return [n for n in norms if n.force is not Force.WAS or (n.cite, n.position, n.activity) not in asked]


def _matter(texts: InForce, claim: Claim) -> frozenset[str]:
    """Return the ids of the norms in the matter of a motion, whatever their act."""
    parts = [replace(settled(texts, part), activity=UNSPECIFIED) for part in claim.parts]
    return frozenset(norm.id for part in parts for norm in near(texts, part))


def _ranked(texts: InForce, claim: Claim, held: Iterable[Held], matter: frozenset[str]) -> list[Held]:
    """Return what is held in the matter of a motion, the nearest to it first; everything where nothing is in it."""
    parts = [settled(texts, part) for part in claim.parts]
    acts = {part.activity for part in parts}
    topics = {part.topic for part in parts}

    def distance(one: Held) -> tuple[int, ...]:
        return (
            0 if one.norm.topic in topics else 1,
            0 if one.norm.activity in acts else 1,
            0 if texts.status(one.norm) is Status.ADOPTED else 1,
            len(one.steps),
            1 if one.norm.force is Force.WAS else 0,
            one.norm.rank,
        )

    every = list(held)
    return sorted([one for one in every if one.norm.id in matter] or every, key=distance)


def _citable(judgement: Judgement, stance: Stance, held: Iterable[Held]) -> tuple[Citable, ...]:
    """Return the norms that serve a stance: those that bear on the motion on its side, then what is held."""
    found: dict[str, Citable] = {}
    for bearing in _bearings(judgement):
        use = _use(judgement, stance, bearing)
        if use is not None:
            found.setdefault(bearing.norm.id, Citable(bearing.norm, use))
    for one in held:
        if one.norm.voice is not Voice.REPORTED:
            found.setdefault(one.norm.id, Citable(one.norm, Use.YOURS))
    quotations: list[tuple[str, str]] = []
    kept = []
    for citable in found.values():
        cite, words = citable.norm.cite, citable.norm.words
        if any(cite == other and words != whole and words in whole for other, whole in quotations):
            continue
        if (cite, words) not in quotations:
            quotations.append((cite, words))
        if len(quotations) <= MOST_CITED:
            kept.append(citable)
    return tuple(kept)


def _use(judgement: Judgement, stance: Stance, bearing: Bearing) -> Use | None:
    """Return what a norm that bears on the motion is good for under a stance; None where it serves the other side."""
    opposes = bearing.side == "opposes"
    if judgement.verdict is Verdict.OVERSTATED:
        return Use.FALLS_SHORT
    if opposes:
        return Use.OPPOSES if stance in {Stance.AGAINST, Stance.EITHER} else None
    return Use.BEARS_OUT if stance in {Stance.FOR, Stance.CONTEND, Stance.EITHER} else None


def _spoken(
    texts: InForce, judgement: Judgement, stance: Stance, holder: str, mine: Sequence[Part]
) -> tuple[Ready, ...]:
    """Return what a delegation can say: on the motion first, then of itself in its matter."""
    on_it: list[Part] = []
    for judged_part in judgement.parts:
        if stance in {Stance.FOR, Stance.CONTEND}:
            on_it.append(judged_part.part)
        elif stance in {Stance.LESS, Stance.AMEND} and judged_part.wording is not None:
            on_it.append(judged_part.wording)
        elif stance is Stance.INSTEAD and judged_part.instead is not None:
            on_it.append(said_of(judged_part.instead.norm, holder))
        elif stance is Stance.AGAINST:
            on_it += [stated(b.norm) for b in judged_part.bearings if b.side == "opposes"]
            on_it.append(opposite(judged_part.part))
    first = judged(texts, on_it, set(_BORNE))
    said = [one.part for one in first]
    second = judged(texts, [part for part in mine if part not in said], {Verdict.SUPPORTED})
    return (*first, *second)[:MOST_SPOKEN]


def stated(norm: Norm) -> Part:
    """Return what a norm says, as a part of a claim."""
    return replace(said_of(norm, norm.holder.term), share=norm.share, voice=norm.voice)


def opposite(part: Part) -> Part:
    """Return the part turned round: denied where it asserts, asserted where it denies."""
    if part.denied is not None:
        return replace(part, denied=None)
    denies = Denies.POSITION if part.share is Share.SOME else Denies.SHARE
    return replace(part, denied=denies)


def _of_you(texts: InForce, judgement: Judgement, holder: str) -> Ready | None:
    """Return the first part of a motion said of a delegation itself, as what it has, and the verdict on that."""
    part = replace(judgement.claim.parts[0], holders=(Holder(holder),), share=Share.SOME, denied=None, words={})
    if part.counterpart == holder:
        return None
    return Ready(part, judge(texts.base, Claim((part,)), texts.options))


Found = tuple[Roles, frozenset[str], tuple[str, ...]]
"""The roles of a delegation, the ids of the norms in the matter, and all who are seated."""


def _attacks(texts: InForce, judgement: Judgement, stance: Stance, holder: str, found: Found) -> tuple[Attack, ...]:
    """Return what others will say: on the motion, with what shuts the delegation out, and with what they hold."""
    roles, matter, seats = found
    others = tuple(seat for seat in seats if seat != holder)
    norms: list[tuple[Aim, Norm]] = [
        (Aim.MOTION, bearing.norm) for bearing in _bearings(judgement) if _turned(judgement, stance, bearing)
    ]
    norms += [(Aim.SHUT_OUT, one.norm) for one in roles.excluded if one.norm.id in matter]
    norms += [(Aim.THEIRS, norm) for norm in _theirs(texts, holder, others, matter)]
    norms += [(Aim.SHUT_OUT, one.norm) for one in roles.excluded]
    attacks: list[Attack] = []
    seen: set[tuple[str, str]] = set()
    for aim, norm in norms:
        said = judged(texts, [stated(norm)], set(_BORNE))
        if said and (norm.cite, norm.words) not in seen:
            seen.add((norm.cite, norm.words))
            attacks.append(Attack(_by(texts, norm, others), aim, norm, said[0]))
    return tuple(attacks[:MOST_ATTACKS])


def _turned(judgement: Judgement, stance: Stance, bearing: Bearing) -> bool:
    """Say whether a norm that bears on the motion is turned against a delegation of that stance."""
    if stance in {Stance.EITHER, Stance.OPEN}:
        return False
    if judgement.verdict is Verdict.OVERSTATED:
        return True
    if stance in {Stance.AGAINST, Stance.CONCEDE}:
        return bearing.side != "opposes"
    return bearing.side == "opposes"


def _theirs(texts: InForce, holder: str, others: Iterable[str], matter: frozenset[str]) -> Iterator[Norm]:
    """Give, for each of the others, the first thing in the matter that is its own and not the delegation's."""
    for other in others:
        for norm in texts.norms:
            if norm.id not in matter or norm.holder.term != other or norm.polarity is not Polarity.FOR:
                continue
            if norm.force is Force.WAS or not _sayable(texts, norm) or texts.holders.comparable(holder, other):
                continue
            if not judged(texts, [said_of(norm, holder)], {Verdict.SUPPORTED}):
                yield norm
                break


def _by(texts: InForce, norm: Norm, others: Sequence[str]) -> tuple[str, ...]:
    """Return who will cite a norm: those to whom it gives something, else all whom it does not shut out; nobody: any.

    Where it is every one of the others, none is named.
    """
    if norm.polarity is Polarity.FOR:
        exact = tuple(other for other in others if other == norm.holder.term)
        found = exact or tuple(other for other in others if texts.holders.comparable(other, norm.holder.term))
    else:
        found = tuple(other for other in others if not shuts_out(texts, norm, other))
    return found if len(found) < len(others) or len(others) == 1 else ()


def _bounds(texts: InForce, holder: str, roles: Roles, citable: Iterable[Citable]) -> Iterator[Bound]:
    """Give what a delegation must not hide about the clauses in its hand."""
    norms = [one.norm for one in citable]
    limits: dict[str, dict[str, None]] = {}
    for norm in norms:
        limits.setdefault(norm.cite, {}).update(dict.fromkeys(limit.id for limit in norm.limits))
    for cite, names in limits.items():
        if names:
            yield Bound(Weakness.LIMITS, tuple(names), (cite,))
    kinds = (
        (Weakness.DRAFT, [norm for norm in norms if texts.status(norm) is Status.DRAFT]),
        (Weakness.REPORTED, [norm for norm in norms if norm.voice is Voice.REPORTED]),
        (Weakness.PAST, _nothing_but(norms, Force.WAS)),
        (Weakness.MAY, _nothing_but(norms, Force.MAY)),
    )
    for weakness, found in kinds:
        if found:
            yield Bound(weakness, (), tuple(dict.fromkeys(norm.cite for norm in found)))
    shown = {norm.id for norm in norms}
    readings: dict[str, list[str]] = {}
    for one in (*roles.own, *roles.shared, *roles.excluded_if):
        for reading in one.readings:
            if one.norm.id in shown:
                readings.setdefault(reading, []).append(one.norm.cite)
    for reading, cites in readings.items():
        yield Bound(Weakness.READING, (reading,), tuple(dict.fromkeys(cites)))
    known = texts.holders.terms.get(holder)
    if known is None or not known.placed:
        yield Bound(Weakness.UNPLACED, (), ())


def _nothing_but(norms: Sequence[Norm], force: Force) -> list[Norm]:
    """Return the norms of provisions that speak with one force alone."""
    forces: dict[str, set[Force]] = {}
    for norm in norms:
        forces.setdefault(norm.cite, set()).add(norm.force)
    return [norm for norm in norms if forces[norm.cite] == {force}]


def _overreach(texts: InForce, judgement: Judgement, holder: str, mine: Sequence[Part]) -> tuple[Ready, ...]:
    """Return claims that would be too much: the motion for the delegation itself or alone, and its own one step up."""
    asserted = [replace(part, denied=None, words={}, holders=(Holder(holder),)) for part in judgement.claim.parts]
    raised = [replace(part, share=Share.SOME) for part in asserted]
    raised += [replace(part, share=Share.ONLY) for part in asserted]
    raised += [up for part in mine for up in one_step_up(texts, part)]
    return varied(judged(texts, raised, {Verdict.OVERSTATED, Verdict.CONTRADICTED}))[:MOST_OVERREACH]
