"""The marks of a text: what the lexicon finds in it, and its words; in them questions and provisions meet."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from igov.read.english.lexicon import Lexicon, Mark, lexicon_of
from igov.read.english.words import Word, cut, stem
from igov.read.questions.tables import NEAR, PASSED_OVER, TURNS
from igov.terms.assignment import UNSPECIFIED, Norm, Polarity
from igov.terms.base import KnowledgeBase, Vocabulary
from igov.terms.order import Axis
from igov.terms.question import Wording

TELLING = frozenset("HTAPQLJk")
"""The kinds of the lexicon's marks that tell what a text is about; the others join or colour."""

_PASSED = frozenset(stem(word) for word in PASSED_OVER)
_CLUSTERS: dict[str, tuple[str, ...]] = {}
for _mark, _words in TURNS.items():
    for _word in _words.split():
        _stem = stem(_word)
        if _mark not in _CLUSTERS.get(_stem, ()):
            _CLUSTERS[_stem] = (*_CLUSTERS.get(_stem, ()), _mark)


class Found(NamedTuple):
    """A phrase or word of a text: its words, and the marks it carries with how surely."""

    mark: Mark | None
    words: tuple[Word, ...]
    marks: dict[str, float]


def found_in(lexicon: Lexicon, words: Sequence[Word]) -> Iterator[Found]:
    """Yield the phrases and words of a text that tell something, from left to right."""
    for mark in lexicon.marks(list(words)):
        span = tuple(words[mark.first : mark.last])
        if mark.kind in TELLING:
            words_tell = 0.8 if mark.kind in {"H", "T"} else 1.0
            yield Found(mark, span, {**_of_words(span, words_tell), f"{mark.kind}:{mark.value}": 1.0})
        elif mark.kind == "G":
            yield Found(mark, span, {**_of_words(span, 0.8), "G:out": 1.0})
        elif mark.kind in {"N", "X", "Z", "E", "O", "S", "D", "M", "q"}:
            yield Found(mark, span, _of_words(span, 0.8))
        else:
            told = _of_words(span, 1.0)
            if told:
                yield Found(mark if mark.kind != "w" else None, span, told)


def _of_words(words: Iterable[Word], strength: float) -> dict[str, float]:
    told: dict[str, float] = {}
    for word in words:
        if not word.text.isalnum():
            continue
        clusters = _CLUSTERS.get(word.stem, ())
        for cluster in clusters:
            told[cluster] = strength
        if not clusters and word.stem not in _PASSED and not word.text.isdigit():
            told[f"w:{word.stem}"] = strength
    return told


def spread(vocabulary: Vocabulary, marks: dict[str, float]) -> dict[str, float]:
    """Return the marks with those that answer to them: wider and narrower terms, and what comes near."""
    wide: dict[str, float] = dict(marks)

    def add(mark: str, strength: float) -> None:
        if strength > wide.get(mark, 0):
            wide[mark] = strength

    for mark, strength in marks.items():
        for near, share in NEAR.get(mark, {}).items():
            value = near[2:]
            add(f"w:{stem(value)}" if near.startswith("w:") else near, strength * share)
        kind, _, value = mark.partition(":")
        if kind == "H":
            for topic in vocabulary.axes.get(Axis.TOPIC, {}):
                if topic.startswith(f"{value}-"):
                    add(f"T:{topic}", strength * 0.8)
        if kind in {"H", "T"}:
            axis = Axis.HOLDER if kind == "H" else Axis.TOPIC
            for other, share in _related(vocabulary, axis, value):
                add(f"{kind}:{other}", strength * share)
    return wide


@lru_cache(maxsize=4096)
def _related(vocabulary: Vocabulary, axis: Axis, term: str) -> tuple[tuple[str, float], ...]:
    """Return the terms above and below a term, each with how well it answers for it."""
    order = vocabulary.order(axis)
    related: dict[str, float] = {}
    level, share = {term}, 0.9 if axis is Axis.HOLDER else 0.7
    while level and share > 0.3:
        level = {step.above for one in level for step in (order.terms[one].steps if one in order.terms else ())}
        for above in level:
            related.setdefault(above, share)
        share *= 0.7
    if len(order.terms) and term in order.terms:
        for other in order.terms:
            if other != term and order.terms[other].kind != "country" and order.at_or_below(other, term):
                related.setdefault(other, 0.6)
    return tuple(related.items())


def wording_of(base: KnowledgeBase, instruments: tuple[str, ...] | None = None) -> Wording:
    """Return the marks of every norm and provision of some instruments (None: those that answer by default)."""
    usual = tuple(name for name, instrument in base.instruments.items() if instrument.default)
    return _wording(base, usual if instruments is None else tuple(sorted(set(instruments))))


@lru_cache(maxsize=8)
def _wording(base: KnowledgeBase, instruments: tuple[str, ...]) -> Wording:
    lexicon = lexicon_of(base.vocabulary)
    provisions: dict[str, dict[str, float]] = {}
    mentions: dict[str, tuple[str, ...]] = {}
    for provision in base.provisions.values():
        if provision.instrument not in instruments:
            continue
        marks: dict[str, float] = {}
        holders: list[str] = []
        words = cut(f"{provision.opening} : {provision.text}")
        for found in found_in(lexicon, words):
            _join(marks, found.marks)
            if found.mark is not None and found.mark.kind in {"H", "T"}:
                holders.append(found.mark.value.partition("=" if found.mark.kind == "H" else "-")[0])
        _join(marks, _traits(lexicon, words))
        if any(word.stem.startswith("multistakehold") for word in words):
            holders.append("all-stakeholders")
        provisions[provision.id] = marks
        mentions[provision.id] = tuple(
            holder for holder in dict.fromkeys(holders) if base.vocabulary.term(Axis.HOLDER, holder)
        )
    texts: dict[str, dict[str, float]] = {}
    norms: dict[str, dict[str, float]] = {}
    for norm in base.norms:
        if norm.provision not in provisions:
            continue
        if norm.words not in texts:
            opening = base.provisions[norm.provision].opening
            words = cut(f"{opening} : {norm.words}" if opening else norm.words)
            texts[norm.words] = marks = {}
            for found in found_in(lexicon, words):
                _join(marks, found.marks)
            _join(marks, _traits(lexicon, words))
        norms[norm.id] = _marks_of(lexicon, base.vocabulary, norm, texts[norm.words])
    return Wording(norms, provisions, _weights(provisions, norms, base), mentions)


def _traits(lexicon: Lexicon, words: list[Word]) -> dict[str, float]:
    return {f"Y:{name}": 1.0 for name in lexicon.traits(words) if name not in {"say", "true", "false", "according"}}


def _join(into: dict[str, float], marks: dict[str, float]) -> None:
    for mark, strength in marks.items():
        into[mark] = max(strength, into.get(mark, 0.0))


def _marks_of(lexicon: Lexicon, vocabulary: Vocabulary, norm: Norm, of_words: dict[str, float]) -> dict[str, float]:
    marks = {mark: strength * 0.9 for mark, strength in of_words.items() if mark[0] not in "HT"}
    marks |= {
        mark: strength * (0.9 if mark[0] == "H" else 0.7) for mark, strength in of_words.items() if mark[0] in "HT"
    }
    axes = {f"H:{norm.holder.term}": 1.0, f"P:{norm.position}": 1.0}
    axes |= {f"T:{term}": 1.0 for term in norm.topic}
    if norm.counterpart:
        axes[f"H:{norm.counterpart}"] = 0.9
    for limit in norm.limits:
        axes[f"L:{limit.id}"] = 1.0
    labels = [vocabulary.label(Axis.POSITION, norm.position)]
    if norm.activity != UNSPECIFIED:
        labels.append(vocabulary.label(Axis.ACTIVITY, norm.activity))
    for label in labels:
        for found in found_in(lexicon, cut(label)):
            _join(axes, {mark: strength for mark, strength in found.marks.items() if mark[0] in "APQwc"})
    if norm.polarity is Polarity.AGAINST:
        axes["G:out"] = 1.0
    if norm.position == "equal":
        axes["Q:equal"] = 1.0
    _join(marks, axes)
    return marks


def _weights(
    provisions: dict[str, dict[str, float]], norms: dict[str, dict[str, float]], base: KnowledgeBase
) -> dict[str, float]:
    """Return how much a mark tells: the fewer provisions have it, the more."""
    count: dict[str, set[str]] = {}
    for name, marks in provisions.items():
        for mark in marks:
            count.setdefault(mark, set()).add(name)
    for norm in base.norms:
        for mark in norms.get(norm.id, ()):
            count.setdefault(mark, set()).add(norm.provision)
    total = len(provisions) + 1
    return {mark: max(0.3, math.log(total / (len(names) + 0.5))) for mark, names in count.items()}
