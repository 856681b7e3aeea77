"""What there is to ask about: norms as claims, what follows from them, and what goes one step beyond them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from random import Random

from igov.reason.inforce import InForce
from igov.reason.quiz.asked import Words, part_of
from igov.reason.standing import is_quality
from igov.terms.assignment import Force, Holder, Norm, Part, Polarity, Share, Voice
from igov.terms.base import Status
from igov.terms.order import Order

_RAISED = {Force.MAY: Force.SHOULD, Force.SHOULD: Force.MUST, Force.WAS: Force.SHOULD, Force.IS: Force.MUST}
_LOWERED = {Force.MUST: Force.SHOULD, Force.SHOULD: Force.MAY}
_HELD_AS_IT_IS = frozenset({"authority", "right"})
"""Positions of which "must have" says nothing more in English."""

_WEAKER = frozenset({"important-role", "role", "participation"})
"""Positions that anybody sees to be weaker; that a lead is also an active role is for lawyers."""

_NOBODY = frozenset({"process", "instrument", "thing"})


@dataclass(slots=True)
class Source:
    """The norms and the holders that can be asked about, at each level and on the topic chosen."""

    texts: InForce
    say: Words
    random: Random
    topic: str | None = None
    pools: dict[bool, tuple[Norm, ...]] = field(default_factory=dict)
    """By whether only adopted texts are asked."""
    clauses: dict[bool, list[list[Norm]]] = field(default_factory=dict)
    holders: dict[bool, tuple[str, ...]] = field(default_factory=dict)
    countries: list[str] = field(default_factory=list)
    parts: dict[str, Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Choose the norms and the holders."""
        texts = self.texts
        people = [
            norm
            for norm in texts.norms
            if norm.polarity is Polarity.FOR
            and norm.voice is Voice.OWN
            and not is_quality(texts, norm.position)
            and self._somebody(norm.holder.term)
        ]
        for adopted in (False, True):
            some = [norm for norm in people if not adopted or texts.status(norm) is Status.ADOPTED]
            self.holders[adopted] = tuple(dict.fromkeys(norm.holder.term for norm in some))
            self.pools[adopted] = tuple(norm for norm in some if self.on_topic(norm.topic))
            by_clause: dict[str, list[Norm]] = {}
            for norm in self.pools[adopted]:
                by_clause.setdefault(norm.cite, []).append(norm)
            self.clauses[adopted] = list(by_clause.values())
        known = texts.holders.terms.values()
        self.countries = [term.id for term in known if term.kind == "country" and term.label[-1] != "s"]

    def _somebody(self, holder: str) -> bool:
        """Say whether a holder is one that acts, and has a name that says who it is."""
        known = self.texts.holders.terms.get(holder)
        return known is not None and known.kind not in _NOBODY and self.say.holder(Holder(holder)) != ""

    def on_topic(self, topic: Iterable[str]) -> bool:
        """Say whether a topic is the one chosen, or a part of it."""
        return self.topic is None or any(self.texts.topics.at_or_below(term, self.topic) for term in topic)

    def pool(self, level: int) -> tuple[Norm, ...]:
        """Return the norms that are asked about at a level; the first keeps to adopted texts."""
        return self.pools[level == 1]

    def norm(self, level: int) -> Norm:
        """Draw a clause, and one of its norms, so that a clause of many norms is not asked more often."""
        return self.random.choice(self.random.choice(self.clauses[level == 1]))

    def part(self, norm: Norm) -> Part:
        """Return what a norm says as a claim."""
        if norm.id not in self.parts:
            self.parts[norm.id] = part_of(norm, self.say)
        return self.parts[norm.id]

    def said_of_others(self, part: Part, level: int, most: int) -> list[Part]:
        """Return a claim said of other holders, drawn anew; of nobody with or for whom it is."""
        names = self.holders[level == 1]
        mine = part.holders[0].term
        drawn = [name for name in self.random.sample(names, min(most, len(names))) if not self._stands_for(mine, name)]
        return [one for one in (self.of(part, name) for name in drawn) if not self._with_itself(one)]

    def _stands_for(self, holder: str, other: str) -> bool:
        """Say whether a holder is another, or an organ through which the other acts."""
        return holder == other or (self._is_organ(holder) and self.texts.holders.at_or_below(holder, other))

    def _is_organ(self, holder: str) -> bool:
        return self.texts.holders.terms[holder].kind == "organ"

    def _with_itself(self, part: Part) -> bool:
        return part.counterpart is not None and self.texts.holders.comparable(part.counterpart, part.holders[0].term)

    def of(self, part: Part, holder: str) -> Part:
        """Return a claim said of another holder."""
        return replace(part, holders=(Holder(holder),))

    def beyond(self, part: Part) -> list[Part]:
        """Return claims one step beyond a part: in force, position, share, topic or holder."""
        found = self.alone(part)
        if part.force in _RAISED and part.position not in _HELD_AS_IT_IS:
            found.append(replace(part, force=_RAISED[part.force]))
        if part.position != "lead" and self.texts.positions.at_or_below(part.position, "lead"):
            found.append(replace(part, position="lead"))
        for term in sorted(part.topic):
            steps = self.texts.topics.steps(term)
            found += [replace(part, topic=part.topic - {term} | {step.above}) for step in steps]
        mine = part.holders[0].term
        above = () if self._is_organ(mine) else self.texts.holders.steps(mine)
        found += [self.of(part, step.above) for step in above if self._somebody(step.above)]
        return [one for one in found if not self._with_itself(one)]

    def alone(self, part: Part) -> list[Part]:
        """Return a claim with "only", where that makes a sentence that somebody might say."""
        return [] if part.force is Force.MUST or part.denied else [replace(part, share=Share.ONLY)]

    def short_of(self, part: Part) -> list[Part]:
        """Return claims one step short of a part: in force, position or topic, or of one among the holders."""
        found = [replace(part, force=_LOWERED[part.force])] if part.force in _LOWERED and part.position == "act" else []
        below = _below(self.texts.positions, part.position)
        found += [replace(part, position=name) for name in below if name in _WEAKER]
        for term in sorted(part.topic):
            found += [replace(part, topic=part.topic - {term} | {name}) for name in _below(self.texts.topics, term)]
        return [one for one in (*found, *self._of_some(part)) if not self._with_itself(one)]

    def _of_some(self, part: Part) -> list[Part]:
        """Return a claim said of those among its holders that are named too, but of no organ; and of one country."""
        mine, known = part.holders[0].term, self.texts.holders
        named = [name for name in self.holders[False] if name != mine and not self._is_organ(name)]
        named += [self.random.choice(self.countries)] if self.countries else []
        return [self.of(part, name) for name in named if known.at_or_below(name, mine)]

    def near_reading(self, name: str) -> Part | None:
        """Draw a claim that a reading may turn: of a norm that it changes, or of a holder that it places."""
        steps = self.texts.base.vocabulary.steps_of(name)
        highs = {high for _, high in steps}
        changed = [n for n in self.texts.norms if name in n.readings and self.on_topic(n.topic)]
        placed = [norm for norm in self.pools[False] if norm.holder.term in highs]
        if not changed and not placed:
            return None
        norm = self.random.choice([*changed, *placed])
        part = self.part(norm)
        if norm.holder.term in highs:
            return self.of(part, self.random.choice([norm.holder.term, *(low for low, _ in steps)]))
        part = replace(part, limits=())
        denied = tuple(limit.id for limit in norm.limits)
        below = [one for one in self.holders[False] if self.texts.holders.comparable(one, part.holders[0].term)]
        other, anybody = self.random.choice(below), self.random.choice(self.holders[False])
        ways = [
            part,
            replace(part, denied_limits=denied),
            replace(part, denied=None, force=Force.SHOULD, denied_limits=denied),
            self.of(part, anybody),
            self.of(part, other),
            *self.alone(part),
            *self.alone(self.of(part, anybody)),
        ]
        return self.random.choice(ways)


@lru_cache(maxsize=512)
def _below(order: Order, term: str) -> list[str]:
    """Return the terms one step below a term."""
    return [name for name in order.terms if any(step.above == term for step in order.steps(name))]
