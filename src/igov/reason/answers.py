"""Answers to questions: which norms a question is about, whom they give what, and which provisions say so.

In come the texts in force, a question as it was read and the wording of the norms; out goes an answer with its holders
and its cites. Norms are ranked by how much of the question they answer to; its kind says whose norms count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from igov.reason.inforce import InForce
from igov.reason.ranking import (
    ENOUGH,
    NEARLY,
    OWN,
    Ranked,
    band,
    bears_on,
    best_of_each,
    class_of,
    gives_somebody,
    held_by,
    is_mixed,
    is_somebody,
    is_strange,
    label_of,
    ranked_norms,
    speaks_of,
)
from igov.terms.assignment import Force, Norm, Polarity, Share, Voice
from igov.terms.base import Status
from igov.terms.question import Kind, Question, Wording
from igov.terms.verdict import Judgement, Verdict

MOST = 6
"""The most provisions that an answer names."""

_TOO_LITTLE = 0.3
_STRONG_FIRST = {Force.MUST: 0, Force.SHOULD: 1, Force.MAY: 2, Force.IS: 3, Force.WAS: 4}


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a question: the norms, the best first, the holders they give it to, and their cites.

    `silent` says that no provision speaks of it; `nearest` are then the norms that come nearest.
    `more` counts the further provisions that would answer too.
    """

    kind: Kind
    holders: tuple[str, ...] = ()
    norms: tuple[Norm, ...] = ()
    cites: tuple[str, ...] = ()
    silent: bool = False
    nearest: tuple[Norm, ...] = ()
    more: int = 0


def answer(texts: InForce, question: Question, wording: Wording) -> Found:
    """Return what answers the question; the question must have a kind."""
    kind = question.kind
    assert kind is not None  # noqa: S101  whoever asks has looked at the problem first
    ranked = ranked_norms(texts, question, wording)
    match kind:
        case Kind.WHO_HOLDS:
            return _who(texts, question, ranked, wording)
        case Kind.ROLES_OF:
            return _roles(texts, question, ranked, wording)
        case Kind.MAY_X:
            return _may(texts, question, ranked)
        case Kind.COMPARE:
            return _compare(texts, question, ranked)
        case Kind.CLAUSE | Kind.LIST | Kind.WHY:
            return _about(texts, question, ranked, wording)
        case _:
            assert_never(kind)


def _team(texts: InForce, norm: Norm) -> tuple[Norm, ...]:
    """Return the norms that give the same to several holders under one verb, the norm itself among them."""
    text = texts.base.provisions[norm.provision].text.casefold() if norm.provision in texts.base.provisions else ""
    same = [
        other
        for other in texts.norms
        if other.provision == norm.provision
        and (other.position, other.activity, other.topic, other.force, other.polarity)
        == (norm.position, norm.activity, norm.topic, norm.force, norm.polarity)
        and (other.counterpart == norm.counterpart)
    ]
    direct = [other for other in same if f"through the {label_of(texts, other).casefold()}" not in text]
    return tuple(direct or same)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _made(kind: Kind, norms: Sequence[Norm], holders: Iterable[str], *, most: int = MOST) -> Found:
    if not norms:
        return Found(kind, silent=True)
    cites = _once(norm.cite for norm in norms)
    kept = cites[:most]
    return Found(
        kind,
        holders=_once(holders),
        norms=tuple(norm for norm in norms if norm.cite in kept),
        cites=kept,
        more=len(cites) - len(kept),
    )


def _nothing(kind: Kind, ranked: Sequence[Ranked]) -> Found:
    return Found(kind, silent=True, nearest=tuple(r.norm for r in best_of_each(ranked)[:2] if r.score > 0))


def _who(texts: InForce, question: Question, ranked: list[Ranked], wording: Wording) -> Found:
    """Answer who holds or does it: the holders of the norm that answers to most, and of those like it."""
    text = question.text.casefold()

    def wanted(one: Ranked) -> Ranked:
        share = 1.0
        if question.reported:
            share *= 1.0 if one.norm.voice is Voice.REPORTED else 0.5
        elif not gives_somebody(texts, one.norm):
            share *= 0.6
        against = one.norm.polarity is Polarity.AGAINST
        if against is not question.negative:
            share *= 0.6
        told = one.norm.holder.term in question.named or label_of(texts, one.norm).casefold() in text
        if told and one.norm.holder.term != question.body:
            share *= 0.7
        if (
            question.body
            and question.body != "organizations"
            and not texts.holders.comparable(one.norm.holder.term, question.body)
        ):
            share *= 0.5
        if question.body == "organizations" and one.norm.holder.term == "states":
            share *= 0.7
        if question.force is Force.MUST and one.norm.force is Force.MUST:
            share *= 1.05
        if question.force is None and one.norm.position == "act":
            share *= 1.01
        if any(hint.marks.get(f"A:{one.norm.activity}", 0.0) >= OWN for hint in question.hints):
            share *= 1.03
        return Ranked(one.norm, one.score * share)

    pool = ranked
    if question.negative and question.kind in {Kind.WHO_HOLDS, Kind.LIST}:  # who has no part: who is shut out of it
        pool = [one for one in ranked if one.norm.polarity is Polarity.AGAINST]
    fit = sorted((wanted(one) for one in pool), key=lambda one: (-one.score, one.norm.rank))
    if not speaks_of(question, ranked) or not fit or fit[0].score < 0.35:
        return _nothing(question.kind or Kind.WHO_HOLDS, ranked)
    if question.toward and (helped := _helped(question, fit)):
        return helped
    if question.kind is Kind.LIST:
        several = [norm for first in band(fit, 0.85) for norm in _team(texts, first)]
        return _made(Kind.LIST, several, [norm.holder.term for norm in several if gives_somebody(texts, norm)])
    team = _team(texts, fit[0].norm)
    holders = _once(norm.holder.term for norm in team if gives_somebody(texts, norm))
    if not holders:
        holders = wording.mentions.get(fit[0].norm.provision, ())[:1]
    alike = [one.norm for one in fit if one.score >= 0.8 * fit[0].score and one.norm.holder.term in holders]
    return _made(Kind.WHO_HOLDS, [*team, *alike], holders, most=4)


def _helped(question: Question, fit: Sequence[Ranked]) -> Found | None:
    """Answer with whom or for whom it is: the counterparts of the norms of the holder that the question names."""
    own = [one for one in fit if one.norm.counterpart and one.norm.holder.term in question.named]
    if not own:
        return None
    best = max(one.score for one in own)
    norms = [one.norm for one in own if one.score >= 0.9 * best]
    first = norms[0].provision
    norms = [norm for norm in norms if norm.provision == first]
    return _made(Kind.WHO_HOLDS, norms, [norm.counterpart for norm in norms if norm.counterpart], most=4)


def _as_asked(question: Question, own: list[Ranked]) -> list[Ranked]:
    """Return the norms that shut out, where that is asked for and there are some ("what may governments not do?")."""
    against = [one for one in own if one.norm.polarity is Polarity.AGAINST]
    return against if question.negative and against else own


def _roles(texts: InForce, question: Question, ranked: list[Ranked], wording: Wording) -> Found:
    """Answer what a holder has: its own norms on what is asked, or all of them where nothing narrower is asked."""
    subjects = [term for subject in question.subjects for term in class_of(texts, subject)]
    if question.subjects and not subjects:
        return _nothing(Kind.ROLES_OF, ())
    own = held_by(subjects, ranked)
    if not own:
        return _about(texts, question, ranked, wording, kind=Kind.ROLES_OF)
    own = _as_asked(question, own)
    commands = question.force in {Force.MUST, Force.SHOULD}

    def rank(one: Ranked) -> tuple[float, ...]:
        strong = _STRONG_FIRST[one.norm.force] if commands else 0
        return (-round(one.score, 2), strong, one.norm.rank)

    own.sort(key=rank)
    if is_strange(question) and own[0].score < ENOUGH:
        return _nothing(Kind.ROLES_OF, own)
    best = own[0].score
    kept = [one for one in own if one.score >= 0.6 * best] if best > 0.2 else own
    if not any(is_somebody(texts, subject) for subject in subjects):
        subjects += wording.mentions.get(kept[0].norm.provision, ())
    return _made(Kind.ROLES_OF, [one.norm for one in kept], subjects)


def _may(texts: InForce, question: Question, ranked: list[Ranked]) -> Found:
    """Answer whether a holder may or must: the norm of the holder, or the one that keeps it from the thing."""
    if question.subjects and not any(class_of(texts, subject) for subject in question.subjects):
        return _nothing(Kind.MAY_X, ranked)

    def wanted(one: Ranked) -> Ranked:
        return Ranked(one.norm, one.score * bears_on(texts, one.norm, question))

    fit = sorted((wanted(one) for one in ranked), key=lambda one: (-one.score, one.norm.rank))
    if not fit or fit[0].score < (0.75 if is_strange(question) else 0.45):
        return _nothing(Kind.MAY_X, ranked)
    team = _team(texts, fit[0].norm)
    own = [norm for norm in team if any(texts.holders.at_or_below(s, norm.holder.term) for s in question.subjects)]
    norms = list(own or team)
    holders = _asked_too(texts, question, [norm.holder.term for norm in norms])
    norms += [one.norm for one in fit if one.score >= 0.85 * fit[0].score and one.norm.holder.term in holders]
    return _made(Kind.MAY_X, norms, holders, most=4)


def judged_answer(texts: InForce, question: Question, judgement: Judgement, found: Found) -> Found:
    """Return the answer to a yes-or-no question by the norms that decide its sentence, others found after them."""
    norms = [bearing.norm for part in judgement.parts for bearing in part.bearings]
    if judgement.verdict is Verdict.SILENT or not norms:
        return found
    if set(found.cites) & set(judgement.cites) and set(found.holders) & set(question.subjects):
        return found
    holders = _asked_too(texts, question, [norm.holder.term for norm in norms])
    beside = [norm for norm in found.norms if norm.holder.term in holders and norm.cite not in judgement.cites]
    return _made(Kind.MAY_X, [*norms, *beside], holders, most=4)


def _asked_too(texts: InForce, question: Question, holders: Sequence[str]) -> list[str]:
    """Return the holders with the class that the question is about, where it is one among several of theirs.

    "All parties" are answered with "the private sector", if that is asked about; States are not with "rich countries".
    """
    told = list(_once(holders))
    for subject in question.subjects:
        known = texts.holders.terms.get(subject)
        if known is None or known.kind != "class" or not known.placed or subject in told:
            continue
        mixed = [holder for holder in told if holder in texts.holders.terms and is_mixed(texts.holders.terms[holder])]
        if any(texts.holders.at_or_below(subject, holder) for holder in mixed):
            told.append(subject)
    return told


def _compare(texts: InForce, question: Question, ranked: list[Ranked]) -> Found:
    """Answer a comparison: side by side, what each holder has on what is asked."""
    sides = [class_of(texts, subject) or (subject,) for subject in question.subjects]
    sides = list(dict.fromkeys(sides))
    norms: list[Norm] = []
    if is_strange(question) and not speaks_of(question, ranked):
        return _nothing(Kind.COMPARE, ranked)
    if len(question.provisions) > 1:
        norms = [one.norm for one in ranked if gives_somebody(texts, one.norm)]
        return _made(Kind.COMPARE, norms, [norm.holder.term for norm in norms])
    if len(sides) < 2 and len(question.instruments) > 1:
        return _compare_texts(texts, question, ranked, [term for side in sides for term in side])
    if len(sides) < 2:
        subjects = [term for side in sides for term in side]
        own = held_by(subjects, ranked) if subjects else [one for one in ranked if gives_somebody(texts, one.norm)]
        kept = band(own, 0.75)
        return _made(Kind.COMPARE, kept, subjects or [norm.holder.term for norm in kept])
    each = MOST // len(sides)
    for side in sides:
        own = held_by(side, ranked)
        if own and max(one.score for one in own) < _TOO_LITTLE:
            own = [Ranked(one.norm, 1.0) for one in own]
        own.sort(key=lambda one: (-round(one.score, 1), texts.status(one.norm) is Status.DRAFT, one.norm.rank))
        taken = _once(norm.cite for norm in band(own, 0.6))[: max(2, each)]
        norms += [one.norm for one in own if one.norm.cite in taken]
    return _made(Kind.COMPARE, norms, [term for side in sides for term in side])


def _compare_texts(texts: InForce, question: Question, ranked: list[Ranked], subjects: Sequence[str]) -> Found:
    """Answer how instruments compare on what is asked: what each gives the holder, or what it says."""
    above = {term for subject in subjects for term in texts.holders.above(subject)}
    norms: list[Norm] = []
    for instrument in question.instruments:
        here = [one for one in ranked if one.norm.instrument == instrument]
        own = held_by(subjects, here) or [one for one in here if one.norm.holder.term in above]
        own = own or [one for one in here if not subjects and gives_somebody(texts, one.norm)]
        own.sort(key=lambda one: (-round(one.score, 1), one.norm.rank))
        taken = _once(norm.cite for norm in band(own, 0.6))[: MOST // len(question.instruments)]
        norms += [one.norm for one in own if one.norm.cite in taken]
    return _made(Kind.COMPARE, norms, subjects or [norm.holder.term for norm in norms])


def _about(
    texts: InForce, question: Question, ranked: list[Ranked], wording: Wording, *, kind: Kind | None = None
) -> Found:
    """Answer what provisions say of a matter, why, or who and what is listed there."""
    kind = kind or question.kind or Kind.CLAUSE
    if kind is Kind.LIST and question.body is not None and not question.subjects and not question.provisions:
        return _who(texts, question, ranked, wording)
    pool = ranked
    if question.provisions:
        norms = [one.norm for one in ranked]
        if not norms:
            return Found(kind, cites=question.provisions[:MOST])
    else:
        pulled = (Ranked(one.norm, one.score * _pull(texts, one.norm, question)) for one in ranked)
        pool = sorted(pulled, key=lambda one: (-one.score, one.norm.rank))
        if not speaks_of(question, ranked):
            return _nothing(kind, ranked)
        first = max(ranked, key=lambda one: one.score)
        if first.norm.share is Share.ONLY and first.norm.holder.term in question.besides:
            return Found(kind, silent=True, nearest=(first.norm,))  # who else, where it is theirs alone
        if kind is Kind.LIST and question.subjects and question.body is None:
            own = held_by(question.subjects, pool)
            pool = own if own and own[0].score >= NEARLY * pool[0].score else pool
            pool = _as_asked(question, pool)
        norms = band(
            pool, (0.6 if question.subjects else 0.5) if kind is Kind.LIST else 0.6 if kind is Kind.CLAUSE else 0.7
        )
        if kind is Kind.WHY and pool[0].norm.polarity is Polarity.AGAINST:
            norms += [
                n
                for n in texts.norms
                if n.polarity is Polarity.FOR and n.topic == pool[0].norm.topic and n not in norms
            ]
    holders: list[str] = []
    for norm in norms:
        holders += [other.holder.term for other in _team(texts, norm)]
    if kind is Kind.LIST and question.body is not None:
        holders += [norm.counterpart for norm in norms if norm.counterpart and norm.holder.term in question.subjects]
        holders = [holder for holder in holders if holder not in question.subjects]
    cites = _once(norm.cite for norm in norms)[:MOST]
    for norm in norms:
        asked_for = kind is Kind.LIST and question.body is not None
        if (norm.cite in cites[:1] and not asked_for) or not gives_somebody(texts, norm):
            holders += wording.mentions.get(norm.provision, ())
    return _made(
        kind,
        norms,
        [holder for holder in holders if is_somebody(texts, holder) and holder not in question.besides],
        most=4 if kind is not Kind.LIST else MOST,
    )


def _pull(texts: InForce, norm: Norm, question: Question) -> float:
    """Return how much the holders that a question names speak for a norm."""
    if norm.holder.term in question.besides:
        return 0.5
    if question.kind is Kind.WHY and question.subjects:
        share = 0.6 if question.negative else 0.5
        return 1 - share + share * bears_on(texts, norm, question)
    return 1.0
