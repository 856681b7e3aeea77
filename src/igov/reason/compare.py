"""What a later instrument does to an earlier one, found from the norms of both.

Every norm of the later one is set beside the norm of the earlier one on the same matter that it comes closest to: of
the same polarity, with a holder and a topic of which one is inside the other, and no other act. On each axis the two
then differ, or not. A norm with nothing beside it is added; a norm of the earlier one beside which nothing stands is
dropped. A recital that reports a paragraph restates it. Norms under the same words are told together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from igov.reason.inforce import InForce, Options, asked_instruments, in_force
from igov.reason.standing import QUANTITIES, VOICES, inside_topic, is_quality
from igov.reason.wording import word_changes
from igov.terms.assignment import UNSPECIFIED, Force, Norm, Quantity, Share
from igov.terms.base import KnowledgeBase, Vocabulary
from igov.terms.difference import Change, Difference, Quotation, Shift
from igov.terms.order import Axis, Order

_STRENGTH = {Force.WAS: 0, Force.IS: 1, Force.MAY: 1, Force.SHOULD: 2, Force.MUST: 3}
_Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two norms on one matter, how far they are apart, and on which axes they differ."""

    before: Norm
    after: Norm
    distance: float
    shifts: tuple[Shift, ...]


def differences(
    base: KnowledgeBase, before: str, after: str, options: Options | None = None, *, holder: str | None = None
) -> tuple[Difference, ...]:
    """Return what instrument `after` does to instrument `before`, in the order of clauses, what is dropped last.

    Both are ids of instruments in the base, each with what it includes. `options` chooses readings; the instruments in
    it count for nothing. With `holder` only norms of that holder, of a class it is in or of a part of it are compared.
    """
    chosen = options or Options()
    theirs = _with_included(base, before) - {after}
    ours = _with_included(base, after) - theirs
    texts = in_force(base, Options(chosen.assume, chosen.without, (*sorted(theirs), *sorted(ours))))
    earlier = [norm for norm in texts.norms if norm.instrument in theirs and not _twice(base, norm, ours)]
    later = [norm for norm in texts.norms if _home(base, norm) in ours]
    if holder is not None:
        earlier = [norm for norm in earlier if texts.holders.comparable(norm.holder.term, holder)]
        later = [norm for norm in later if texts.holders.comparable(norm.holder.term, holder)]
    names = (_name(base, before), _name(base, after))
    restated = [norm for norm in later if norm.instrument in theirs]
    found = [*_restated(texts, restated, earlier, names), *_compared(texts, earlier, later, restated, names)]
    found.sort(key=lambda one: base.provisions[one.after.provision].rank if one.after else len(base.provisions))
    return tuple(found)


def latest(texts: InForce, norm: Norm, earlier: Sequence[Norm]) -> tuple[Norm, tuple[Shift, ...]] | None:
    """Return the norm among `earlier` on the same matter that comes closest, with the shifts to `norm`, or None.

    Among those that come as close the last one counts.
    """
    pairs = [pair for other in earlier if (pair := _paired(texts, other, norm))]
    best = min(reversed(pairs), key=lambda pair: pair.distance, default=None)
    return (best.before, best.shifts) if best else None


def chief(shifts: Sequence[Shift]) -> Change:
    """Return the change by which several shifts together are told: the first in the order of telling."""
    found = {shift.change for shift in shifts}
    return next((change for change in Change if change in found), Change.RESTATED)


def quotation(base: KnowledgeBase, norms: Sequence[Norm]) -> Quotation:
    """Return norms under the same words as one side of a difference."""
    first = norms[0]
    provision = base.provisions[first.provision]
    return Quotation(
        cite=first.cite,
        provision=first.provision,
        instrument=first.instrument,
        words=first.words,
        norms=tuple(norms),
        paraphrase=provision.paraphrase,
        basis=provision.basis,
    )


def gist(texts: InForce, norms: Sequence[Norm]) -> str:
    """Return what norms say in labels alone: who, what, on what."""
    vocabulary = texts.base.vocabulary

    def labels(axis: Axis, terms: Iterable[str]) -> str:
        return ", ".join(dict.fromkeys(vocabulary.label(axis, term) for term in terms))

    who = labels(Axis.HOLDER, (norm.holder.term for norm in norms))
    held = labels(Axis.POSITION, (norm.position for norm in norms if norm.position != "act"))
    acts = labels(Axis.ACTIVITY, (norm.activity for norm in norms if norm.activity != UNSPECIFIED))
    topics = labels(Axis.TOPIC, (term for norm in norms for term in sorted(norm.topic)))
    against = "not " if norms[0].polarity == "against" else ""
    what = " to ".join(text for text in (held, acts) if text)
    return f"{who}, {against}{what}, on {topics}" if topics else f"{who}, {against}{what}"


def _with_included(base: KnowledgeBase, instrument: str) -> frozenset[str]:
    return asked_instruments(base, Options(instruments=(instrument,)))


def _home(base: KnowledgeBase, norm: Norm) -> str:
    return base.provisions[norm.provision].instrument


def _twice(base: KnowledgeBase, norm: Norm, ours: frozenset[str]) -> bool:
    """Say whether a norm is reported by a third instrument although its paragraph has a provision of its own."""
    return base.provisions[norm.provision].reports in base.provisions and _home(base, norm) not in ours


def _name(base: KnowledgeBase, instrument: str) -> str:
    """Return the usual name of an instrument, with its article where it has several words."""
    name = base.instruments[instrument].short or instrument
    return f"the {name}" if " " in name else name


def _compared(
    texts: InForce, earlier: Sequence[Norm], later: Sequence[Norm], restated: Sequence[Norm], names: tuple[str, str]
) -> list[Difference]:
    """Tell what the later instrument says for itself, and what of the earlier one it leaves out."""
    found: list[Difference] = []
    reported = {norm.id for norm in restated}
    paragraphs = {_paragraph(texts.base, norm) for norm in restated}
    taken: set[_Words] = set()
    for members in _by_words(norm for norm in later if norm.id not in reported).values():
        pairs = [pair for norm in members if (pair := _closest(texts, norm, earlier))]
        groups = _by_pair(pairs)
        taken |= groups.keys()
        found += [_matched(texts, group, names) for group in groups.values()]
        matched = {pair.after.holder for pair in pairs}
        alone = [norm for norm in members if norm.holder not in matched]
        if alone:
            found.append(_added(texts, alone, earlier, names))
    for members in _by_words(norm for norm in earlier if norm.id not in reported).values():
        first = members[0]
        if (first.cite, first.words) not in taken and _paragraph(texts.base, first) not in paragraphs:
            side = quotation(texts.base, members)
            found.append(Difference(Change.DROPPED, side, None, *names, gist=gist(texts, members)))
    return found


def _restated(
    texts: InForce, restated: Sequence[Norm], earlier: Sequence[Norm], names: tuple[str, str]
) -> list[Difference]:
    """Tell what the later instrument reports of the earlier one's paragraphs: as they are, otherwise, in two readings.

    A reported norm is set beside those of the same paragraph alone. What is restated as it is is told once a paragraph.
    """
    found: list[Difference] = []
    same: dict[tuple[str, str], tuple[list[Norm], list[Norm]]] = {}
    own = {norm.id for norm in restated}
    for members in _by_words(restated).values():
        first = members[0]
        beside = [
            norm
            for norm in earlier
            if norm.id not in own and _paragraph(texts.base, norm) == _paragraph(texts.base, first)
        ]
        pairs = [pair for norm in members if (pair := _closest(texts, norm, beside))]
        plain = True
        for group in _by_pair(pairs).values():
            if any(pair.shifts for pair in group):
                plain = False
                found.append(_matched(texts, group, names, reported=True))
        if plain and _readings(members):
            side = quotation(texts.base, members)
            before = quotation(texts.base, [pair.before for pair in pairs]) if pairs else side
            found.append(Difference(Change.RESTATED, before, side, *names, readings=_readings(members), reported=True))
        elif plain:
            kept = same.setdefault((first.cite, first.provision), ([], []))
            kept[0].extend(pair.before for pair in pairs)
            kept[1].extend(members)
    for ours, theirs in same.values():
        after = _whole(texts.base, theirs)
        before = _whole(texts.base, ours) if ours else after
        shown = ours and not (before.paraphrase or after.paraphrase)
        gone, new = word_changes(before.words, after.words) if shown else ((), ())
        found.append(Difference(Change.RESTATED, before, after, *names, gone=gone, new=new, reported=True))
    return found


def _whole(base: KnowledgeBase, norms: Sequence[Norm]) -> Quotation:
    """Return a whole provision as one side of a difference."""
    return replace(quotation(base, norms), words=base.provisions[norms[0].provision].text)


def _paragraph(base: KnowledgeBase, norm: Norm) -> str:
    """Return the number of the paragraph that a norm is of, without its instrument."""
    provision = base.provisions[norm.provision]
    if provision.reports:
        return provision.reports.rpartition("-")[2]
    return provision.id.removeprefix(f"{provision.instrument}-")


def _by_pair(pairs: Iterable[_Pair]) -> dict[_Words, list[_Pair]]:
    groups: dict[_Words, list[_Pair]] = {}
    for pair in pairs:
        groups.setdefault((pair.before.cite, pair.before.words), []).append(pair)
    return groups


def _by_words(norms: Iterable[Norm]) -> dict[_Words, list[Norm]]:
    groups: dict[_Words, list[Norm]] = {}
    for norm in norms:
        groups.setdefault((norm.cite if norm.cite == norm.provision else norm.provision, norm.words), []).append(norm)
    return groups


def _matched(texts: InForce, pairs: Sequence[_Pair], names: tuple[str, str], *, reported: bool = False) -> Difference:
    """Tell the pairs of two runs of words as one difference."""
    before = quotation(texts.base, list({pair.before.id: pair.before for pair in pairs}.values()))
    after = quotation(texts.base, [pair.after for pair in pairs])
    least = min(pair.distance for pair in pairs)
    shifts = tuple(dict.fromkeys(shift for pair in pairs if pair.distance <= least + 2 for shift in pair.shifts))
    own = not (before.paraphrase or after.paraphrase)
    gone, new = word_changes(before.words, after.words) if own else ((), ())
    return Difference(
        chief(shifts),
        before,
        after,
        *names,
        shifts=shifts,
        gone=gone,
        new=new,
        readings=_readings(norm for pair in pairs for norm in (pair.before, pair.after)),
        reported=reported,
    )


def _readings(norms: Iterable[Norm]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading for norm in norms for reading in norm.readings))


def _added(texts: InForce, members: Sequence[Norm], earlier: Sequence[Norm], names: tuple[str, str]) -> Difference:
    near = _nearest(texts, members[0], earlier)
    return Difference(
        Change.ADDED,
        None,
        quotation(texts.base, members),
        *names,
        nearest=quotation(texts.base, [near[0]]) if near else None,
        apart=near[1] if near else (),
        gist=gist(texts, members),
    )


def _nearest(texts: InForce, norm: Norm, earlier: Iterable[Norm]) -> tuple[Norm, tuple[Axis, ...]] | None:
    """Return the norm of a like holder that misses on fewest of act, topic and kind of position, with those axes."""
    best: tuple[tuple[int, int, int], Norm, tuple[Axis, ...]] | None = None
    for other in earlier:
        if other.polarity is not norm.polarity or not texts.holders.comparable(norm.holder.term, other.holder.term):
            continue
        misses = []
        if is_quality(texts, norm.position) != is_quality(texts, other.position):
            misses.append(Axis.POSITION)
        if _activity(texts, other, norm) is None:
            misses.append(Axis.ACTIVITY)
        if not _meet(texts.topics, other.topic, norm.topic):
            misses.append(Axis.TOPIC)
        rank = (len(misses), int(other.holder != norm.holder), other.rank)
        if best is None or rank < best[0]:
            best = (rank, other, tuple(misses))
    return (best[1], best[2]) if best else None


def _closest(texts: InForce, norm: Norm, earlier: Iterable[Norm]) -> _Pair | None:
    pairs = [pair for other in earlier if (pair := _paired(texts, other, norm))]
    return min(pairs, key=lambda pair: (pair.distance, pair.before.rank), default=None)


def _paired(texts: InForce, before: Norm, after: Norm) -> _Pair | None:
    """Set two norms side by side, or return None where they are not on one matter."""
    if before.polarity is not after.polarity or not _meet(texts.topics, before.topic, after.topic):
        return None
    if not texts.holders.comparable(before.holder.term, after.holder.term):
        return None
    quality = is_quality(texts, before.position)
    if quality != is_quality(texts, after.position):
        return None
    if quality and not texts.positions.comparable(before.position, after.position):
        return None
    act = _activity(texts, before, after)
    if act is None:
        return None
    if before.counterpart and after.counterpart and not texts.holders.comparable(before.counterpart, after.counterpart):
        return None
    far = (
        act
        + 2.0 * _steps(texts.holders, before.holder.term, after.holder.term)
        + 2.0 * sum(min(_steps(texts.topics, one, other) for one in before.topic) for other in after.topic)
        + (
            0
            if before.position == after.position
            else 1
            if texts.positions.comparable(before.position, after.position)
            else 2
        )
        + (0 if before.force is after.force else 0.5 + 0.5 * abs(_STRENGTH[before.force] - _STRENGTH[after.force]))
        + (0 if before.counterpart == after.counterpart else 1)
        + 0.5 * len({limit.id for limit in before.limits} ^ {limit.id for limit in after.limits})
    )
    return _Pair(before, after, far, _shifts(texts, before, after))


def _meet(order: Order, one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other:
        return one == other
    return inside_topic(order, one, other) or inside_topic(order, other, one)


def _steps(order: Order, one: str, other: str) -> int:
    """Return the number of steps between two terms; a long way where there is none."""
    if one == other:
        return 0
    return len(order.path(one, other)) or len(order.path(other, one)) or 9


def _activity(texts: InForce, before: Norm, after: Norm) -> float | None:
    """Return how far two acts are apart, None for another act; one not named is any where positions are equal."""
    one, other = before.activity, after.activity
    if one == other:
        return 0.0
    if UNSPECIFIED in {one, other}:
        return 3.0 if before.position == after.position != "act" else None
    return 2.0 if texts.activities.comparable(one, other) else None


def _shifts(texts: InForce, before: Norm, after: Norm) -> tuple[Shift, ...]:
    """Return the axes on which one norm differs from another, in the order of axes."""
    vocabulary = texts.base.vocabulary
    found: list[Shift] = []

    def told(axis: Axis, change: Change | None, one: str, other: str) -> None:
        if change is not None:
            found.append(Shift(axis, change, one, other))

    def named(axis: Axis, term: str | None) -> str:
        return vocabulary.label(axis, term) if term else ""

    if before.holder != after.holder:
        change = _breadth(texts.holders, before.holder.term, after.holder.term)
        if change is None:
            wider = QUANTITIES[after.holder.quantity] > QUANTITIES[before.holder.quantity]
            change = Change.WIDENED if wider else Change.NARROWED
        told(Axis.HOLDER, change, _holder(vocabulary, before), _holder(vocabulary, after))
    if before.position != after.position:
        weaker = texts.positions.at_or_below(after.position, before.position)
        change = Change.WEAKENED if weaker else Change.STRENGTHENED
        told(Axis.POSITION, change, named(Axis.POSITION, before.position), named(Axis.POSITION, after.position))
    if before.activity != after.activity:
        if before.activity == UNSPECIFIED:
            told(Axis.ACTIVITY, Change.NARROWED, "", named(Axis.ACTIVITY, after.activity))
        elif after.activity == UNSPECIFIED:
            told(Axis.ACTIVITY, Change.WIDENED, named(Axis.ACTIVITY, before.activity), "")
        else:
            change = _breadth(texts.activities, before.activity, after.activity)
            told(Axis.ACTIVITY, change, named(Axis.ACTIVITY, before.activity), named(Axis.ACTIVITY, after.activity))
    if before.topic != after.topic:
        narrower = inside_topic(texts.topics, after.topic, before.topic)
        topics = [" and ".join(named(Axis.TOPIC, term) for term in sorted(norm.topic)) for norm in (before, after)]
        told(Axis.TOPIC, Change.NARROWED if narrower else Change.WIDENED, topics[0], topics[1])
    if before.force is not after.force:
        step = _STRENGTH[after.force] - _STRENGTH[before.force]
        change = Change.STRENGTHENED if step > 0 else Change.WEAKENED if step < 0 else Change.RESTATED
        told(Axis.FORCE, change, str(before.force), str(after.force))
    ours, theirs = ([limit.id for limit in norm.limits] for norm in (after, before))
    for limit in theirs:
        told(Axis.SCOPE, Change.WIDENED if limit not in ours else None, named(Axis.SCOPE, limit), "")
    for limit in ours:
        told(Axis.SCOPE, Change.NARROWED if limit not in theirs else None, "", named(Axis.SCOPE, limit))
    if before.share is not after.share:
        change = Change.WEAKENED if before.share is Share.ONLY else Change.STRENGTHENED
        told(
            Axis.SHARE,
            change,
            "alone" if before.share is Share.ONLY else "",
            "alone" if after.share is Share.ONLY else "",
        )
    if before.voice is not after.voice:
        change = Change.STRENGTHENED if VOICES[after.voice] > VOICES[before.voice] else Change.WEAKENED
        told(Axis.VOICE, change, f"{before.voice} view", f"{after.voice} view")
    if before.counterpart != after.counterpart:
        beside = [
            f"with or for {named(Axis.COUNTERPART, n.counterpart)}" if n.counterpart else "" for n in (before, after)
        ]
        told(Axis.COUNTERPART, Change.NARROWED if after.counterpart else Change.WIDENED, beside[0], beside[1])
    return tuple(found)


def _holder(vocabulary: Vocabulary, norm: Norm) -> str:
    name = vocabulary.label(Axis.HOLDER, norm.holder.term)
    return name if norm.holder.quantity is Quantity.ALL else f"{norm.holder.quantity} of {name}"


def _breadth(order: Order, before: str, after: str) -> Change | None:
    if before == after:
        return None
    return Change.NARROWED if order.at_or_below(after, before) else Change.WIDENED
