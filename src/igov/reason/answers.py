"""Answers to questions: which norms a question is about, whom they give what, and which provisions say so.

In come the texts in force, a question as it was read and the wording of the norms; out goes an answer with its holders
and its cites. Norms are ranked by how much of the question they answer to; its kind says whose norms count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from igov.reason.inforce import InForce
from igov.terms.assignment import UNSPECIFIED, Force, Norm, Polarity, Share
from igov.terms.base import Status
from igov.terms.order import Term
from igov.terms.question import Hint, Kind, Question, Wording
from igov.terms.verdict import Judgement, Verdict

ENOUGH = 0.5
"""The share of a question that a norm must answer to, so that the texts can be said to speak of it."""

MOST = 6
"""The most provisions that an answer names."""

_ALL_THERE_IS = frozenset({Kind.ROLES_OF, Kind.COMPARE})
_OWN = 0.99
_NEARLY = 0.6
_WORD = 0.8
_BY_WORDS = 0.1
_HEAVIEST = 3.5
_AROUND = 0.5
_NOBODY = frozenset({"process", "instrument", "thing"})
_STRONG_FIRST = {Force.MUST: 0, Force.SHOULD: 1, Force.MAY: 2, Force.IS: 3, Force.WAS: 4}


class Ranked(NamedTuple):
    """A norm, and how much of the question it answers to, from nothing (0) to all of it (1)."""

    norm: Norm
    score: float


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
    ranked = _ranked(texts, question, wording)
    match kind:
        case Kind.WHO_HOLDS:
            return _who(texts, question, ranked, wording)
        case Kind.ROLES_OF:
            return _roles(texts, question, ranked)
        case Kind.MAY_X:
            return _may(texts, question, ranked)
        case Kind.COMPARE:
            return _compare(texts, question, ranked)
        case Kind.CLAUSE | Kind.LIST | Kind.WHY:
            return _about(texts, question, ranked, wording)


def _ranked(texts: InForce, question: Question, wording: Wording) -> list[Ranked]:
    """Return the norms that may answer, those first that answer to most of the question."""
    skip = set(question.subjects) if question.kind in {Kind.ROLES_OF, Kind.MAY_X, Kind.COMPARE, Kind.WHY} else set()
    sides = max(len(question.subjects), len(question.instruments)) if question.kind is Kind.COMPARE else 0
    hints = [
        (hint, _weight(hint, wording))
        for hint in question.hints
        if not any(hint.marks.get(f"H:{subject}") == 1.0 for subject in skip)
        and not (
            hint.general and (question.kind in _ALL_THERE_IS or ("P:role" in hint.marks and len(question.hints) > 1))
        )
        and not (sides > 1 and hint.marks.get("Q:equal", 0.0) >= _OWN)
    ]
    total = sum(weight for _, weight in hints)
    found: list[Ranked] = []
    for norm in texts.norms:
        if question.provisions and not _is_named(norm, question.provisions):
            continue
        if not question.provisions and _stands_elsewhere(texts, norm):
            continue
        if (
            question.instruments
            and question.kind is not Kind.COMPARE
            and not _of_instrument(texts, norm, question.instruments)
        ):
            continue
        own, around = wording.norms.get(norm.id, {}), wording.provisions.get(norm.provision, {})
        shut = question.kind in {Kind.MAY_X, Kind.WHY} and _shuts_out_of(norm, question)
        score = sum(
            weight if shut and _is_held_or_done(hint) else _met(hint, weight, own, around, wording)
            for hint, weight in hints
        )
        found.append(Ranked(norm, score / total if total else 1.0))
    found.sort(key=lambda ranked: (-ranked.score, ranked.norm.rank))
    return found


def _weight(hint: Hint, wording: Wording) -> float:
    """Return how much a hint tells: as much as its own most telling mark, or what it weighs unmet."""
    own = [
        wording.weights[mark] for mark, strength in hint.marks.items() if strength >= _OWN and mark in wording.weights
    ]
    return min(max(own), _HEAVIEST) if own else hint.unmet


def _met(hint: Hint, heaviest: float, own: Mapping[str, float], around: Mapping[str, float], wording: Wording) -> float:
    """Return how much of a hint is met by the marks of a norm and, less, by those of the provision around it.

    The best mark counts, and a little how many of the very words are there.
    """

    def there(mark: str) -> float:
        return max(own.get(mark, 0.0), _AROUND * around.get(mark, 0.0))

    weights = wording.weights
    marks = hint.marks.items()
    best = max((share * there(mark) * min(weights.get(mark, 0.0), heaviest) for mark, share in marks), default=0.0)
    words = [mark for mark, share in marks if mark[:2] in {"w:", "c:"} and share >= _WORD]
    if not words:
        return best
    said = sum(map(there, words)) / len(words)
    return (1 - _BY_WORDS) * best + _BY_WORDS * said * min(heaviest, best or heaviest)


def _stands_elsewhere(texts: InForce, norm: Norm) -> bool:
    """Say whether a norm only reports a provision that is loaded itself."""
    provision = texts.base.provisions.get(norm.provision)
    return provision is not None and provision.reports in texts.base.provisions


def _shuts_out_of(norm: Norm, question: Question) -> bool:
    """Say whether a norm shuts its holder out of a matter that the question names, whatever else it says."""
    if norm.polarity is not Polarity.AGAINST or norm.activity != UNSPECIFIED:
        return False
    return any(hint.marks.get(f"T:{topic}", 0.0) >= _NEARLY for topic in norm.topic for hint in question.hints)


def _is_held_or_done(hint: Hint) -> bool:
    return any(mark[:2] in {"P:", "A:"} and strength >= _OWN for mark, strength in hint.marks.items())


def _is_named(norm: Norm, provisions: Iterable[str]) -> bool:
    return any(
        name in {norm.cite, norm.provision} or (norm.cite.startswith(name) and norm.cite[len(name) :][:1].isalpha())
        for name in provisions
    )


def _of_instrument(texts: InForce, norm: Norm, instruments: Sequence[str]) -> bool:
    provision = texts.base.provisions.get(norm.provision)
    return norm.instrument in instruments or (provision is not None and provision.instrument in instruments)


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
    direct = [other for other in same if f"through the {_label(texts, other).casefold()}" not in text]
    return tuple(direct or same)


def _label(texts: InForce, norm: Norm) -> str:
    known = texts.holders.terms.get(norm.holder.term)
    return known.label if known else norm.holder.term


def _somebody(texts: InForce, norm: Norm) -> bool:
    known = texts.holders.terms.get(norm.holder.term)
    return known is None or known.kind not in _NOBODY


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _made(kind: Kind, norms: Sequence[Norm], holders: Iterable[str], *, most: int = MOST) -> Found:
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
    return Found(kind, silent=True, nearest=tuple(r.norm for r in _best_of_each(ranked)[:2] if r.score > 0))


def _best_of_each(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the best norm of every cite."""
    seen: dict[str, Ranked] = {}
    for one in ranked:
        seen.setdefault(one.norm.cite, one)
    return list(seen.values())


def _is_strange(question: Question) -> bool:
    return any(hint.strange for hint in question.hints)


def _speaks(question: Question, ranked: Sequence[Ranked]) -> bool:
    """Say whether the texts speak of what is asked."""
    if not ranked:
        return False
    return ranked[0].score >= (0.75 if _is_strange(question) else ENOUGH)


def _who(texts: InForce, question: Question, ranked: list[Ranked], wording: Wording) -> Found:
    """Answer who holds or does it: the holders of the norm that answers to most, and of those like it."""

    def wanted(one: Ranked) -> Ranked:
        share = 1.0
        if not _somebody(texts, one.norm):
            share *= 0.6
        against = one.norm.polarity is Polarity.AGAINST
        if against is not question.negative:
            share *= 0.6
        if one.norm.holder.term in question.named and one.norm.holder.term != question.body:
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
        return Ranked(one.norm, one.score * share)

    fit = sorted((wanted(one) for one in ranked), key=lambda one: (-one.score, one.norm.rank))
    if not _speaks(question, ranked) or not fit or fit[0].score < 0.35:
        return _nothing(Kind.WHO_HOLDS, ranked)
    if question.toward and (helped := _helped(question, fit)):
        return helped
    team = _team(texts, fit[0].norm)
    holders = _once(norm.holder.term for norm in team if _somebody(texts, norm))
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


def _held_by(subjects: Sequence[str], ranked: Iterable[Ranked]) -> list[Ranked]:
    return [one for one in ranked if one.norm.holder.term in subjects]


def _class_of(texts: InForce, subject: str) -> tuple[str, ...]:
    """Return the nearest holders above a subject that norms speak of, itself first."""
    held = {norm.holder.term for norm in texts.norms}
    if subject in held:
        return (subject,)
    level, seen = [subject], {subject}
    while level:
        steps = [step for term in level if (known := texts.holders.terms.get(term)) for step in known.steps]
        level = [step.above for step in steps if step.reading not in texts.off and step.above not in seen]
        named = [term for term in level if term in held]
        if named:
            return _once(named)
        seen.update(level)
    return ()


def _roles(texts: InForce, question: Question, ranked: list[Ranked]) -> Found:
    """Answer what a holder has: its own norms on what is asked, or all of them where nothing narrower is asked."""
    subjects = [term for subject in question.subjects for term in _class_of(texts, subject)]
    if question.subjects and not subjects:
        return _nothing(Kind.ROLES_OF, ())
    own = _held_by(subjects, ranked)
    if not own:
        return _about(texts, question, ranked, Wording(), kind=Kind.ROLES_OF)
    commands = question.force in {Force.MUST, Force.SHOULD}

    def rank(one: Ranked) -> tuple[float, ...]:
        strong = _STRONG_FIRST[one.norm.force] if commands else 0
        return (-round(one.score, 2), strong, one.norm.rank)

    own.sort(key=rank)
    if _is_strange(question) and own[0].score < ENOUGH:
        return _nothing(Kind.ROLES_OF, own)
    best = own[0].score
    kept = [one for one in own if one.score >= 0.6 * best] if best > 0.2 else own
    return _made(Kind.ROLES_OF, [one.norm for one in kept], subjects)


def _may(texts: InForce, question: Question, ranked: list[Ranked]) -> Found:
    """Answer whether a holder may or must: the norm of the holder, or the one that keeps it from the thing."""
    if question.subjects and not any(_class_of(texts, subject) for subject in question.subjects):
        return _nothing(Kind.MAY_X, ranked)

    def wanted(one: Ranked) -> Ranked:
        return Ranked(one.norm, one.score * _bears_on(texts, one.norm, question))

    fit = sorted((wanted(one) for one in ranked), key=lambda one: (-one.score, one.norm.rank))
    if not fit or fit[0].score < (0.75 if _is_strange(question) else 0.45):
        return _nothing(Kind.MAY_X, ranked)
    team = _team(texts, fit[0].norm)
    own = [norm for norm in team if any(texts.holders.at_or_below(s, norm.holder.term) for s in question.subjects)]
    norms = list(own or team)
    holders = _asked_too(texts, question, [norm.holder.term for norm in norms])
    norms += [one.norm for one in fit if one.score >= 0.85 * fit[0].score and one.norm.holder.term in holders]
    return _made(Kind.MAY_X, norms, holders, most=4)


def judged_answer(texts: InForce, question: Question, judgement: Judgement, found: Found) -> Found:
    """Return the answer to a yes-or-no question by the norms that decide its sentence, others found after them."""
    if judgement.verdict is Verdict.SILENT:
        return found
    norms = [bearing.norm for part in judgement.parts for bearing in part.bearings]
    if not norms:
        return found
    holders = _asked_too(texts, question, [norm.holder.term for norm in norms])
    beside = [norm for norm in found.norms if norm.holder.term in holders and norm.cite not in judgement.cites]
    return _made(Kind.MAY_X, [*norms, *beside], holders, most=4)


def _asked_too(texts: InForce, question: Question, holders: Sequence[str]) -> list[str]:
    """Return the holders with the class that the question is about, where it is one among several of theirs.

    "All parties" are answered with "the private sector", where that is asked about; States are not with "rich countries".
    """
    told = list(_once(holders))
    for subject in question.subjects:
        known = texts.holders.terms.get(subject)
        if known is None or known.kind != "class" or not known.placed or subject in told:
            continue
        mixed = [holder for holder in told if holder in texts.holders.terms and _is_mixed(texts.holders.terms[holder])]
        if any(texts.holders.at_or_below(subject, holder) for holder in mixed):
            told.append(subject)
    return told


def _is_mixed(term: Term) -> bool:
    """Say whether a class holds groups of several kinds, as its label has it: "all stakeholders"."""
    return term.label.casefold().startswith("all ")


def _bears_on(texts: InForce, norm: Norm, question: Question) -> float:
    """Return how far a norm can answer for the subject of a question."""
    if not question.subjects:
        return 0.9
    order = texts.holders
    best = 0.45
    if norm.holder.term in question.named and norm.holder.term not in question.subjects:
        return 0.55
    for subject in question.subjects:
        if norm.holder.term == subject:
            best = max(best, 1.0)
        elif order.at_or_below(subject, norm.holder.term):
            best = max(best, 0.9)
        elif order.at_or_below(norm.holder.term, subject):
            organ = order.terms[norm.holder.term].kind == "organ"
            best = max(best, 0.85 if organ else 0.7)
        elif norm.share is Share.ONLY and norm.polarity is Polarity.FOR:
            best = max(best, 0.9)
        elif norm.counterpart is not None and order.at_or_below(subject, norm.counterpart):
            best = max(best, 0.7)
    return best


def _compare(texts: InForce, question: Question, ranked: list[Ranked]) -> Found:
    """Answer a comparison: side by side, what each holder has on what is asked."""
    sides = [_class_of(texts, subject) or (subject,) for subject in question.subjects]
    sides = list(dict.fromkeys(sides))
    norms: list[Norm] = []
    if len(sides) < 2 and len(question.instruments) > 1:
        return _compare_texts(texts, question, ranked, [term for side in sides for term in side])
    if len(sides) < 2:
        subjects = [term for side in sides for term in side]
        own = _held_by(subjects, ranked) if subjects else [one for one in ranked if _somebody(texts, one.norm)]
        kept = _band(own, 0.75)
        return _made(Kind.COMPARE, kept, subjects or [norm.holder.term for norm in kept])
    each = MOST // len(sides)
    for side in sides:
        own = _held_by(side, ranked)
        own.sort(key=lambda one: (-round(one.score, 1), texts.status(one.norm) is Status.DRAFT, one.norm.rank))
        taken = _once(norm.cite for norm in _band(own, 0.6))[: max(2, each)]
        norms += [one.norm for one in own if one.norm.cite in taken]
    if not norms:
        return _nothing(Kind.COMPARE, ranked)
    return _made(Kind.COMPARE, norms, [term for side in sides for term in side])


def _compare_texts(texts: InForce, question: Question, ranked: list[Ranked], subjects: Sequence[str]) -> Found:
    """Answer how instruments compare on what is asked: what each gives the holder, or what it says."""
    above = {term for subject in subjects for term in texts.holders.above(subject)}
    norms: list[Norm] = []
    for instrument in question.instruments:
        here = [one for one in ranked if one.norm.instrument == instrument]
        own = _held_by(subjects, here) or [one for one in here if one.norm.holder.term in above]
        own = own or [one for one in here if not subjects and _somebody(texts, one.norm)]
        own.sort(key=lambda one: (-round(one.score, 1), one.norm.rank))
        taken = _once(norm.cite for norm in _band(own, 0.6))[: MOST // len(question.instruments)]
        norms += [one.norm for one in own if one.norm.cite in taken]
    if not norms:
        return _nothing(Kind.COMPARE, ranked)
    return _made(Kind.COMPARE, norms, subjects or [norm.holder.term for norm in norms])


def _band(ranked: Sequence[Ranked], share: float) -> list[Norm]:
    """Return the norms that answer nearly as well as the best."""
    if not ranked:
        return []
    best = max(one.score for one in ranked)
    return [one.norm for one in ranked if one.score >= share * best]


def _about(
    texts: InForce, question: Question, ranked: list[Ranked], wording: Wording, *, kind: Kind | None = None
) -> Found:
    """Answer what provisions say of a matter, why, or who and what is listed there."""
    kind = kind or question.kind or Kind.CLAUSE
    pool = ranked
    if question.provisions:
        norms = [one.norm for one in ranked]
        if not norms:
            return Found(kind, cites=question.provisions[:MOST])
    else:
        pull: Callable[[Ranked], float] = lambda one: one.score * _pull(texts, one.norm, question)  # noqa: E731
        pool = sorted((Ranked(one.norm, pull(one)) for one in ranked), key=lambda one: (-one.score, one.norm.rank))
        if not _speaks(question, ranked):
            return _nothing(kind, ranked)
        if kind is Kind.LIST and question.subjects and question.body is None:
            own = _held_by(question.subjects, pool)
            pool = own if own and own[0].score >= _NEARLY * pool[0].score else pool
        norms = _band(pool, (0.6 if question.subjects else 0.5) if kind is Kind.LIST else 0.7)
        if kind is Kind.WHY and pool[0].norm.polarity is Polarity.AGAINST:
            norms += [
                n
                for n in texts.norms
                if n.polarity is Polarity.FOR and n.topic == pool[0].norm.topic and n not in norms
            ]
    holders: list[str] = []
    for norm in norms:
        holders += [other.holder.term for other in _team(texts, norm)]
    cites = _once(norm.cite for norm in norms)[:MOST]
    for norm in norms:
        asked_for = kind is Kind.LIST and question.body is not None
        if (norm.cite in cites[:1] and not asked_for) or not _somebody(texts, norm):
            holders += wording.mentions.get(norm.provision, ())
    return _made(
        kind,
        norms,
        [holder for holder in holders if _is_somebody(texts, holder) and holder not in question.besides],
        most=4 if kind is not Kind.LIST else MOST,
    )


def _is_somebody(texts: InForce, holder: str) -> bool:
    known = texts.holders.terms.get(holder)
    return known is not None and known.kind not in _NOBODY


def _pull(texts: InForce, norm: Norm, question: Question) -> float:
    """Return how much the holders that a question names speak for a norm."""
    if norm.holder.term in question.besides:
        return 0.5
    if question.kind is Kind.WHY and question.subjects:
        share = 0.6 if question.negative else 0.4
        return 1 - share + share * _bears_on(texts, norm, question)
    return 1.0
