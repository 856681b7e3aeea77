"""Where norms meet that cannot both be followed, what settles it, and where superiority runs in a circle.

Two norms meet on a claim that the one bears out and the other forbids. No claim is given here: the widest that both
could speak of is built from their own terms and those below both, and put to the judge's own tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from igov.reason.bearing import excluded, forbids, supports
from igov.reason.inforce import InForce
from igov.reason.standing import inside_topic, settled
from igov.reason.superiority import ground
from igov.terms.assignment import UNSPECIFIED, Holder, Norm, Part, Polarity, Quantity, Share
from igov.terms.conflict import Circle, Conflict
from igov.terms.order import Order
from igov.terms.verdict import Ground

_DEONTIC = ("act", "responsibility", "right")


class _Below:
    """The terms at or below each term of an order, found once."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._found: dict[str, frozenset[str]] = {}

    def __call__(self, term: str) -> frozenset[str]:
        found = self._found.get(term)
        if found is None:
            found = frozenset(name for name in self._order.terms if term in self._order.above(name)) | {term}
            self._found[term] = found
        return found


class _Meetings:
    """Looks for claims on which two norms meet."""

    def __init__(self, texts: InForce) -> None:
        self.texts = texts
        self.holders = _Below(texts.holders)
        self.activities = _Below(texts.activities)
        self.topics = _Below(texts.topics)
        self._widest: dict[tuple[Holder, Holder, Polarity], tuple[Holder, ...]] = {}
        self._aspects = {name for name, term in texts.topics.terms.items() if term.kind == "aspect"}

    def covered(self, norm: Norm) -> frozenset[str]:
        """Return the terms of the holders that a norm speaks of; of a quantity or a collective, its own term."""
        known = self.texts.holders.terms.get(norm.holder.term)
        if norm.holder.quantity is not Quantity.ALL or (known is not None and known.collective):
            return frozenset({norm.holder.term})
        return self.holders(norm.holder.term)

    def meeting(self, gives: Norm, bars: Norm) -> Part | None:
        """Return the widest claim that the one norm bears out and the other forbids, or None where there is none."""
        positions = self._positions(gives, bars)
        if not positions or not self._acts_meet(gives, bars) or not self._topics_meet(gives.topic, bars.topic):
            return None
        ways = product(
            self._holders(gives, bars), positions, self._acts(gives, bars), self._topics(gives.topic, bars.topic)
        )
        for holder, position, activity, topic in ways:
            part = settled(self.texts, Part((holder,), position, activity, topic))
            borne = supports(self.texts, gives, part, holder)
            if borne is not None and not borne.axes and forbids(self.texts, bars, part, holder) is not None:
                return part
        return None

    def _holders(self, gives: Norm, bars: Norm) -> tuple[Holder, ...]:
        """Return the widest holders that the one norm speaks of and the other bars."""
        key = (gives.holder, bars.holder, bars.polarity)
        if key not in self._widest:
            common = self.covered(gives)
            if bars.polarity is Polarity.AGAINST:
                common &= self.covered(bars)
            else:
                common = frozenset(term for term in common if excluded(self.texts, bars, Holder(term)))
            above = self.texts.holders.above
            quantities = {gives.holder.quantity, bars.holder.quantity} - {Quantity.ALL}
            quantity = Quantity.ONE if quantities else Quantity.ALL
            widest = sorted(term for term in common if len(common & above(term)) == 1)
            self._widest[key] = tuple(Holder(term, quantity) for term in widest)
        return self._widest[key]

    def _positions(self, gives: Norm, bars: Norm) -> tuple[str, ...]:
        """Return the positions that may be borne out by the one norm and are at or above what the other bars."""
        alike = _DEONTIC if gives.position in _DEONTIC else ()
        found = dict.fromkeys((gives.position, bars.position, *alike))
        return tuple(name for name in found if self.texts.positions.at_or_below(bars.position, name))

    def _acts_meet(self, gives: Norm, bars: Norm) -> bool:
        """Say whether an act can be both; an unspecified one is every act where it is barred, else some act."""
        if UNSPECIFIED in {gives.activity, bars.activity}:
            return bars.activity == UNSPECIFIED or bars.polarity is Polarity.FOR
        return bool(self.activities(gives.activity) & self.activities(bars.activity))

    def _acts(self, gives: Norm, bars: Norm) -> tuple[str, ...]:
        common = self.activities(gives.activity) & self.activities(bars.activity)
        return tuple(dict.fromkeys((gives.activity, bars.activity, *sorted(common))))

    def _topics(self, mine: frozenset[str], theirs: frozenset[str]) -> tuple[frozenset[str], ...]:
        """Return topics inside both: either of them, what is narrowest in both, and what lies below a term of each."""
        both = mine | theirs
        least = frozenset(t for t in both if not any(o != t and t in self.texts.topics.above(o) for o in both))
        found = [mine, theirs]
        for one, other in product(sorted(mine), sorted(theirs)):
            common = self.topics(one) & self.topics(other)
            widest = sorted(term for term in common if len(common & self.texts.topics.above(term)) == 1)
            found += [least - {one, other} | {term} for term in widest]
        found.append(least)
        order = self.texts.topics
        return tuple(
            one for one in dict.fromkeys(found) if inside_topic(order, one, mine) and inside_topic(order, one, theirs)
        )

    def _topics_meet(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Say whether topics have a part in common, or one of them is an aspect that a subject can have."""
        mine, theirs = self._subjects(one), self._subjects(other)
        if not mine or not theirs:
            return True
        return all(any(self.topics(a) & self.topics(b) for b in theirs) for a in mine)

    def _subjects(self, topic: frozenset[str]) -> frozenset[str]:
        return frozenset(term for term in topic if not self._aspects & self.texts.topics.above(term))


def conflicts(texts: InForce) -> tuple[Conflict, ...]:
    """Return every pair of norms that meet, one that gives and one that forbids, in the order of the clauses."""
    meetings = _Meetings(texts)
    found: list[Conflict] = []
    for norm, other in _opposed(texts):
        part = meetings.meeting(norm, other)
        if part is not None:
            ours, theirs = ground(texts, norm, other), ground(texts, other, norm)
            winner = norm if ours else other if theirs else None
            drafted = texts.status(norm) is not texts.status(other)
            found.append(Conflict(norm, other, part, ours or theirs, winner, drafted))
    return tuple(sorted(found, key=lambda one: (one.gives.rank, one.forbids.rank)))


def _opposed(texts: InForce) -> Iterator[tuple[Norm, Norm]]:
    """Give every norm that gives something with every one that forbids something, whether they meet or not."""
    norms = texts.unfiltered.norms
    bars = [norm for norm in norms if norm.polarity is Polarity.AGAINST or norm.share is Share.ONLY]
    for norm in norms:
        if norm.polarity is Polarity.FOR:
            yield from ((norm, other) for other in bars if other.id != norm.id)


def circles(texts: InForce) -> tuple[Circle, ...]:
    """Return the shortest circles of superiority among norms that meet, where some holder is covered by all of them.

    Who prevails is looked at first, and only what could close a circle is asked whether it meets.
    """
    pairs: dict[tuple[str, str], tuple[Norm, Norm]] = {}
    below: dict[str, dict[str, Ground]] = {}
    for pair in _opposed(texts):
        for one, two in (pair, pair[::-1]):
            why = ground(texts, one, two)
            if why is not None:
                below.setdefault(one.id, {})[two.id] = why
                pairs[one.id, two.id] = pair
    meetings = _Meetings(texts)
    below = _peeled(below)
    for one_id, lower in below.items():
        for two_id in tuple(lower):
            if meetings.meeting(*pairs[one_id, two_id]) is None:
                del lower[two_id]
    below = _peeled(below)
    norms = {norm.id: norm for norm in texts.unfiltered.norms}
    told: dict[frozenset[str], Circle] = {}
    for start in below:
        path = _circle(below, start)
        members = tuple(norms[name] for name in path)
        covered = [meetings.covered(norm) for norm in members if norm.share is not Share.ONLY]
        if covered and frozenset.intersection(*covered):
            grounds = tuple(below[one][two] for one, two in zip(path, (*path[1:], path[0]), strict=True))
            told.setdefault(frozenset(path), Circle(members, grounds))
    return tuple(told.values())


def _peeled(below: Mapping[str, Mapping[str, Ground]]) -> dict[str, dict[str, Ground]]:
    """Return the part of a graph that is left when what beats nothing, or is beaten by nothing, is taken out."""
    left = {one: dict(lower) for one, lower in below.items()}
    while True:
        beaten = {two for lower in left.values() for two in lower}
        kept = {
            one: {two: why for two, why in lower.items() if two in left} for one, lower in left.items() if one in beaten
        }
        kept = {one: lower for one, lower in kept.items() if lower}
        if kept == left:
            return kept
        left = kept


def _circle(below: Mapping[str, Mapping[str, Ground]], start: str) -> list[str]:
    """Return the shortest way from a norm down to itself; empty where it lies between circles and in none."""
    came: dict[str, str] = {}
    todo = [start]
    for name in todo:
        for lower in below[name]:
            if lower == start:
                path = [name]
                while path[-1] != start:
                    path.append(came[path[-1]])
                return path[::-1]
            if lower not in came:
                came[lower] = name
                todo.append(lower)
    return []
