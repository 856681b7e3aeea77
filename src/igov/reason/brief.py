"""What one delegation should know before it speaks: what it may ask for, what is too much, what is said against it.

The claims are made from the norms themselves, one step up at a time (a stronger force, a stronger position, "only", a
wider topic), and every verdict beside them is the judge's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from igov.reason.inforce import InForce
from igov.reason.judge import judge
from igov.reason.roles import Held, Roles, roles_of
from igov.reason.standing import is_quality
from igov.terms.assignment import Claim, Denies, Force, Holder, Norm, Part, Polarity, Share, Voice
from igov.terms.verdict import Ready, Verdict

MOST_CLAIMS = 6
"""How many claims of each kind fit the page."""

_RAISED = {Force.MAY: Force.SHOULD, Force.SHOULD: Force.MUST, Force.WAS: Force.SHOULD, Force.IS: Force.MUST}


class Brief(NamedTuple):
    """All that stands on one delegation's page.

    `allies` are holders that share a norm with it or are named with it, `tensions` those to whom the texts give
    something that they deny to it, or alone; each with the norms that say so.
    """

    roles: Roles
    asks: tuple[Ready, ...]
    overreach: tuple[Ready, ...]
    attacks: tuple[Ready, ...]
    allies: tuple[tuple[str, tuple[Norm, ...]], ...]
    tensions: tuple[tuple[str, tuple[Norm, ...]], ...]


def brief_of(texts: InForce, holder: str) -> Brief:
    """Return the page of a holder, given by its id."""
    roles = roles_of(texts, holder)
    held = [one.norm for one in (*roles.own, *roles.shared)]
    mine = [said_of(norm, holder) for norm in held if norm.voice is Voice.OWN and not is_quality(texts, norm.position)]
    asks = judged(texts, mine, {Verdict.SUPPORTED})
    raised = [up for part in mine for up in one_step_up(texts, part)]
    overreach = judged(texts, raised, {Verdict.OVERSTATED, Verdict.CONTRADICTED})
    denied = [replace(said_of(one.norm, holder), limits=()) for one in roles.excluded]
    against = [replace(part, share=Share.SOME, denied=None) for part in denied]
    attacks = judged(texts, against, {Verdict.CONTRADICTED, Verdict.DISPUTED})
    return Brief(
        roles=roles,
        asks=tuple(asks[:MOST_CLAIMS]),
        overreach=varied(overreach)[:MOST_CLAIMS],
        attacks=tuple(attacks[:MOST_CLAIMS]),
        allies=_allies(texts, holder, roles),
        tensions=_tensions(roles),
    )


def said_of(norm: Norm, holder: str) -> Part:
    """Return what a norm says, said of one holder."""
    return Part(
        holders=(Holder(holder, norm.holder.quantity),),
        position=norm.position,
        activity=norm.activity,
        topic=norm.topic,
        force=norm.force,
        limits=tuple(limit.id for limit in norm.limits),
        counterpart=norm.counterpart,
        denied=Denies.POSITION if norm.polarity is Polarity.AGAINST else None,
    )


def one_step_up(texts: InForce, part: Part) -> Iterator[Part]:
    """Give the claims that say one thing more than a part does."""
    if part.force in _RAISED and part.position != "authority":
        yield replace(part, force=_RAISED[part.force])
    if texts.positions.at_or_below(part.position, "lead") and part.position != "lead":
        yield replace(part, position="lead")
    yield replace(part, share=Share.ONLY)
    for limit in part.limits:
        yield replace(part, limits=tuple(one for one in part.limits if one != limit), denied_limits=(limit,))


def judged(texts: InForce, parts: Iterable[Part], wanted: set[Verdict]) -> list[Ready]:
    """Return the parts that get one of the verdicts, each once, in their order."""
    seen: list[Part] = []
    found: list[Ready] = []
    for part in parts:
        if part in seen:
            continue
        seen.append(part)
        judgement = judge(texts.base, Claim((part,)), texts.options)
        if judgement.verdict in wanted:
            found.append(Ready(part, judgement))
    return found


def varied(ready: list[Ready]) -> tuple[Ready, ...]:
    """Put claims that go too far in different ways, and beyond different provisions, before repetitions."""
    counts: dict[object, int] = {}
    ranked: list[tuple[int, int, Ready]] = []
    for place, one in enumerate(ready):
        keys = ((one.judgement.verdict, one.judgement.axes), one.judgement.cites)
        ranked.append((sum(counts.get(key, 0) for key in keys), place, one))
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    return tuple(one for _, _, one in sorted(ranked, key=lambda item: item[:2]))


def _allies(texts: InForce, holder: str, roles: Roles) -> tuple[tuple[str, tuple[Norm, ...]], ...]:
    """Return the other holders to whom the same words give the same, nearest to the holder's own norms first."""
    own = {(one.norm.provision, one.norm.words) for one in roles.own}
    found: dict[str, dict[str, Norm]] = {}
    for norm in texts.norms:
        other = norm.holder.term
        if (norm.provision, norm.words) in own and norm.polarity is Polarity.FOR and other != holder:
            found.setdefault(other, {}).setdefault(norm.cite, norm)
    for one in roles.towards:
        found.setdefault(one.norm.holder.term, {}).setdefault(one.norm.cite, one.norm)
    return tuple((other, tuple(norms.values())) for other, norms in found.items())


def _tensions(roles: Roles) -> tuple[tuple[str, tuple[Norm, ...]], ...]:
    """Return those to whom alone something is given that the holder may want."""
    found: dict[str, dict[str, Norm]] = {}
    for one in _for(roles.excluded):
        found.setdefault(one.norm.holder.term, {}).setdefault(one.norm.cite, one.norm)
    return tuple((other, tuple(norms.values())) for other, norms in found.items())


def _for(held: Iterable[Held]) -> Iterator[Held]:
    return (one for one in held if one.norm.polarity is Polarity.FOR)
