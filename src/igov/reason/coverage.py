"""How much of the texts the rules hold, who and what the norms speak of, and which terms nothing speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from igov.terms.assignment import UNSPECIFIED, Norm, Polarity
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis

_COUNTED_ONLY = frozenset({"actor", "country", "area", "organ", "subject"})
"""Kinds of terms that are there so that sentences may name them; those never used are counted and not listed."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The provisions of one instrument, by what is known of them; `paraphrased` counts by basis."""

    verbatim: int
    paraphrased: Mapping[str, int]
    nothing: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the norms of one holder use: how many there are, how many shut it out, and the different terms by axis."""

    norms: int
    against: int
    terms: Mapping[Axis, int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Provisions by instrument, norms by holder and axis, and terms that no norm, no test and nothing below them uses.

    `unused` lists them by axis; `unused_names` counts those of kinds that are there to be named in sentences.
    """

    instruments: Mapping[str, Encoded]
    holders: Mapping[str, Spoken]
    unused: Mapping[Axis, tuple[str, ...]]
    unused_names: int


def coverage(base: KnowledgeBase) -> Coverage:
    """Return how much of the texts the rules hold."""
    by_holder: dict[str, list[Norm]] = {}
    for norm in base.norms:
        by_holder.setdefault(norm.holder.term, []).append(norm)
    holders = {term: _spoken(norms) for term, norms in sorted(by_holder.items(), key=lambda item: -len(item[1]))}
    unused: dict[Axis, tuple[str, ...]] = {}
    names = 0
    for axis, terms in (*base.vocabulary.axes.items(), (Axis.SCOPE, base.vocabulary.limits)):
        used = _used(base, axis)
        never = [term for term in terms if term not in used]
        listed = tuple(term for term in never if terms[term].kind not in _COUNTED_ONLY and terms[term].placed)
        names += len(never) - len(listed)
        if listed:
            unused[axis] = listed
    return Coverage({name: _encoded(base, name) for name in base.instruments}, holders, unused, names)


def _encoded(base: KnowledgeBase, instrument: str) -> Encoded:
    provisions = [provision for provision in base.provisions.values() if provision.instrument == instrument]
    giving = [provision for provision in provisions if base.by_cite.get(provision.id)]
    nothing = sum(provision.assigns_nothing is not None for provision in provisions)
    return Encoded(
        verbatim=sum(not provision.paraphrase for provision in giving),
        paraphrased=Counter(provision.basis for provision in giving if provision.paraphrase),
        nothing=nothing,
        unknown=len(provisions) - len(giving) - nothing,
    )


def _spoken(norms: Iterable[Norm]) -> Spoken:
    held = tuple(norms)
    axes = (Axis.POSITION, Axis.ACTIVITY, Axis.TOPIC, Axis.SCOPE, Axis.COUNTERPART)
    return Spoken(
        norms=len(held),
        against=sum(norm.polarity is Polarity.AGAINST for norm in held),
        terms={axis: len({term for norm in held for term in _named(norm, axis)}) for axis in axes},
    )


def _named(norm: Norm, axis: Axis) -> Iterable[str]:
    """Return the terms of an axis that a norm names."""
    named: Mapping[Axis, Iterable[str | None]] = {
        Axis.HOLDER: (norm.holder.term, norm.counterpart),
        Axis.POSITION: (norm.position,),
        Axis.ACTIVITY: () if norm.activity == UNSPECIFIED else (norm.activity,),
        Axis.TOPIC: norm.topic,
        Axis.SCOPE: [limit.id for limit in norm.limits],
        Axis.COUNTERPART: (norm.counterpart,),
    }
    return [term for term in named.get(axis, ()) if term]


def _used(base: KnowledgeBase, axis: Axis) -> set[str]:
    """Return the terms of an axis that a norm or a test names, with all above them."""
    named = {term for norm in base.norms for term in _named(norm, axis)}
    for test in base.expectations:
        for part in test.claim.parts:
            match axis:
                case Axis.HOLDER:
                    named |= {holder.term for holder in part.holders} | {part.counterpart or ""}
                case Axis.POSITION:
                    named.add(part.position)
                case Axis.ACTIVITY:
                    named.add(part.activity)
                case Axis.TOPIC:
                    named |= part.topic
                case _:
                    named |= {*part.limits, *part.denied_limits}
    if axis is Axis.SCOPE:
        return named
    order = base.vocabulary.order(axis)
    return {above for term in named for above in order.above(term)}
