"""How much of a question each norm answers to, and how far it can answer for the holder that is asked about.

In come the texts in force, a question and the wording of the norms; out go the norms, those first that answer to most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from igov.reason.inforce import InForce
from igov.terms.assignment import UNSPECIFIED, Norm, Polarity, Share
from igov.terms.order import Term
from igov.terms.question import Hint, Kind, Question, Wording

ENOUGH = 0.5
"""The share of a question that a norm must answer to, so that the texts can be said to speak of it."""

ENOUGH_OF_STRANGE = 0.75
"""The same, where the question names a matter of which no provision has the words."""

NEARLY = 0.6
"""From what share of a mark on it is taken for the mark itself, or for nearly as good as the best."""

OWN = 0.99
"""The strength of the marks that a phrase has of itself, not by what comes near."""

_ALL_THERE_IS = frozenset({Kind.ROLES_OF, Kind.COMPARE})
_SUBJECT_APART = frozenset({Kind.ROLES_OF, Kind.MAY_X, Kind.COMPARE, Kind.WHY})
_WORD = 0.8
_BY_WORDS = 0.1
_HEAVIEST = 3.5
_AROUND = 0.5
_NOBODY = frozenset({"process", "instrument", "thing"})


class Ranked(NamedTuple):
    """A norm, and how much of the question it answers to, from nothing (0) to all of it (1)."""

    norm: Norm
    score: float


def ranked_norms(texts: InForce, question: Question, wording: Wording) -> list[Ranked]:
    """Return the norms that may answer, those first that answer to most of the question."""
    skip = set(question.subjects) if question.kind in _SUBJECT_APART else set()
    sides = max(len(question.subjects), len(question.instruments)) if question.kind is Kind.COMPARE else 0
    hints = [
        (hint, _weight(hint, wording))
        for hint in question.hints
        if not any(hint.marks.get(f"H:{subject}") == 1.0 for subject in skip)
        and not (
            hint.general and (question.kind in _ALL_THERE_IS or ("P:role" in hint.marks and len(question.hints) > 1))
        )
        and not (sides > 1 and hint.marks.get("Q:equal", 0.0) >= OWN)
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
    """Return how much a hint tells: as much as its most telling mark, or else what comes near, or what it is unmet."""
    marks = hint.marks.items()
    own = [wording.weights[mark] for mark, share in marks if share >= OWN and mark in wording.weights]
    near = [wording.weights.get(mark, 0.0) * share for mark, share in marks]
    if own:
        return min(max(own), _HEAVIEST)
    return hint.unmet if hint.strange else min(hint.unmet, max(near, default=0.0) or hint.unmet)


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
    return any(hint.marks.get(f"T:{topic}", 0.0) >= NEARLY for topic in norm.topic for hint in question.hints)


def _is_held_or_done(hint: Hint) -> bool:
    return any(mark[:2] in {"P:", "A:"} and strength >= OWN for mark, strength in hint.marks.items())


def _is_named(norm: Norm, provisions: Iterable[str]) -> bool:
    return any(
        name in {norm.cite, norm.provision} or (norm.cite.startswith(name) and norm.cite[len(name) :][:1].isalpha())
        for name in provisions
    )


def _of_instrument(texts: InForce, norm: Norm, instruments: Sequence[str]) -> bool:
    provision = texts.base.provisions.get(norm.provision)
    return norm.instrument in instruments or (provision is not None and provision.instrument in instruments)


def label_of(texts: InForce, norm: Norm) -> str:
    """Return the usual name of the holder of a norm."""
    known = texts.holders.terms.get(norm.holder.term)
    return known.label if known else norm.holder.term


def gives_somebody(texts: InForce, norm: Norm) -> bool:
    """Say whether the holder of a norm is somebody, and not a process, an instrument or a thing."""
    return is_somebody(texts, norm.holder.term)


def best_of_each(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the best norm of every cite."""
    seen: dict[str, Ranked] = {}
    for one in ranked:
        seen.setdefault(one.norm.cite, one)
    return list(seen.values())


def is_strange(question: Question) -> bool:
    """Say whether the question names a matter of which no provision has the words."""
    return any(hint.strange for hint in question.hints)


def speaks_of(question: Question, ranked: Sequence[Ranked]) -> bool:
    """Say whether the texts speak of what is asked."""
    if not ranked:
        return False
    return ranked[0].score >= (ENOUGH_OF_STRANGE if is_strange(question) else ENOUGH)


def held_by(subjects: Sequence[str], ranked: Iterable[Ranked]) -> list[Ranked]:
    """Return the norms whose holder is one of the subjects."""
    return [one for one in ranked if one.norm.holder.term in subjects]


def class_of(texts: InForce, subject: str) -> tuple[str, ...]:
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
            return tuple(dict.fromkeys(named))
        seen.update(level)
    return ()


def is_mixed(term: Term) -> bool:
    """Say whether a class holds groups of several kinds, as its label has it: "all stakeholders"."""
    return term.label.casefold().startswith("all ")


def bears_on(texts: InForce, norm: Norm, question: Question) -> float:
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
            best = max(best, 0.82 if is_mixed(order.terms[norm.holder.term]) else 0.9)
        elif order.at_or_below(norm.holder.term, subject):
            organ = order.terms[norm.holder.term].kind == "organ"
            best = max(best, 0.85 if organ else 0.7)
        elif norm.share is Share.ONLY and norm.polarity is Polarity.FOR:
            best = max(best, 0.9)
        elif norm.counterpart is not None and order.at_or_below(subject, norm.counterpart):
            best = max(best, 0.7)
    return best


def band(ranked: Sequence[Ranked], share: float) -> list[Norm]:
    """Return the norms that answer nearly as well as the best."""
    if not ranked:
        return []
    best = max(one.score for one in ranked)
    return [one.norm for one in ranked if one.score >= share * best]


def is_somebody(texts: InForce, holder: str) -> bool:
    """Say whether a holder is somebody, and not a process, an instrument or a thing."""
    known = texts.holders.terms.get(holder)
    return known is not None and known.kind not in _NOBODY
