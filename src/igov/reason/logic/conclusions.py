"""What follows from a theory: the tags of its literals, and the proof of any tag, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import assert_never

from igov.reason.logic.network import OPEN, PROVED, REFUTED, Network
from igov.terms.place import Report
from igov.terms.theory import Because, Literal, Proof, Reply, Rule, Step, Tag, Theory

TAGS = {OPEN: Tag.UNDECIDED, PROVED: Tag.HOLDS, REFUTED: Tag.FAILS}


def conclude(theory: Theory) -> Conclusions:
    """Draw all conclusions of a theory; the same theory always gives the same tags and the same proofs.

    Raises a Report (IG502, IG503, IG504) where names are given twice or to no rule, or superiority runs in a circle.
    """
    faults = theory.faults()
    if faults:
        raise Report(faults)
    return Conclusions(theory)


class Conclusions:
    """The conclusions of one theory; a literal that the theory does not mention is neither certain nor holds."""

    def __init__(self, theory: Theory) -> None:
        self.theory = theory
        self._network = Network(theory)

    @cached_property
    def literals(self) -> tuple[Literal, ...]:
        """The literals that the theory mentions: their atoms in the order of their appearance, a negation after."""
        network = self._network
        seen = bytearray(len(network.certain))
        for numbers in (network.facts, network.head, network.premise):
            for number in numbers:
                seen[number] = 1
        return tuple(self._literal(number) for number, here in enumerate(seen) if here)

    def tag(self, literal: Literal) -> Tag:
        """Return HOLDS, FAILS or UNDECIDED."""
        number = self._number(literal)
        return TAGS[REFUTED if number is None else self._network.status[number]]

    def tags(self, literal: Literal) -> tuple[Tag, Tag]:
        """Return whether a literal is certain, and whether it holds."""
        number = self._number(literal)
        certain = number is not None and self._network.certain[number]
        return Tag.CERTAIN if certain else Tag.NOT_CERTAIN, self.tag(literal)

    def step(self, literal: Literal, tag: Tag | None = None) -> Step:
        """Return the last step to a tag of a literal, by default whether it holds; KeyError where it has another."""
        tags = self.tags(literal)
        tag = tag or tags[1]
        if tag not in tags:
            raise KeyError(f"{literal} is not tagged {tag}")
        number = self._number(literal)
        if number is None:
            return Step(literal, tag, Because.UNSUPPORTED)
        match tag:
            case Tag.CERTAIN:
                return self._certain(literal, number)
            case Tag.NOT_CERTAIN:
                return self._not_certain(literal)
            case Tag.HOLDS:
                return self._holds(literal, number)
            case Tag.FAILS:
                return self._fails(literal, number)
            case Tag.UNDECIDED:
                return self._undecided(literal, number)
            case _:
                assert_never(tag)

    def proof(self, literal: Literal, tag: Tag | None = None) -> Proof:
        """Return every step that leads to a tag of a literal, by default whether it holds; see `step`."""
        first = self.step(literal, tag)
        steps: list[Step] = []
        seen: set[tuple[Literal, Tag]] = set()
        todo = [(first.literal, first.tag)]
        while todo:
            asked = todo.pop()
            if asked in seen:
                continue
            step = self.step(*asked)
            steps.append(step)
            seen.update((member, step.tag) for member in step.circle or (step.literal,))
            todo.extend(reversed(step.rests_on))
        if first.tag is not Tag.UNDECIDED:
            steps.sort(key=self._depth)
        return Proof(first.literal, first.tag, tuple(steps))

    def _number(self, literal: Literal) -> int | None:
        atom = self._network.atoms.get(literal.atom)
        return None if atom is None else 2 * atom + literal.negated

    def _depth(self, step: Step) -> tuple[bool, int]:
        number = self._number(step.literal)
        definite = step.tag in {Tag.CERTAIN, Tag.NOT_CERTAIN}
        if number is None:
            return definite, 0
        return definite, -(self._found[number] if definite else self._settled[number])

    @cached_property
    def _found(self) -> list[int]:
        """For every literal, when it was found certain, or found not to be; a circle is one moment."""
        found = [0] * len(self._network.certain)
        for moment, number in enumerate(self._network.certain_trail):
            found[number] = moment
        refusals, circle = self._network.refusals()
        for moment, number in enumerate(refusals):
            found[number] = min(moment, circle)
        return found

    @cached_property
    def _settled(self) -> list[int]:
        """For every literal, when it was settled; an unfounded set is one moment, what is undecided never comes."""
        network = self._network
        settled = [len(network.trail)] * len(network.status)
        for moment, number in enumerate(network.trail):
            settled[number] = moment
        for start, stop in network.circles:
            for number in network.trail[start:stop]:
                settled[number] = start
        return settled

    @cached_property
    def _circles(self) -> dict[int, int]:
        """The moment of every literal that was refuted as unfounded."""
        trail = self._network.trail
        return {number: start for start, stop in self._network.circles for number in trail[start:stop]}

    def _rule(self, place: int) -> Rule:
        return self.theory.rules[place]

    def _literal(self, number: int) -> Literal:
        return Literal(self._atoms[number >> 1], bool(number & 1))

    @cached_property
    def _atoms(self) -> list[str]:
        return list(self._network.atoms)

    def _certain(self, literal: Literal, number: int) -> Step:
        if number in self._facts:
            return Step(literal, Tag.CERTAIN, Because.FACT)
        network, found = self._network, self._found

        def carries(rule: int) -> bool:
            premises = network.premises(rule)
            return all(network.certain[premise] and found[premise] < found[number] for premise in premises)

        return Step(literal, Tag.CERTAIN, Because.STRICT, self._rule(next(filter(carries, self._strict(number)))))

    def _not_certain(self, literal: Literal) -> Step:
        def refused(premise: int) -> bool:
            return not self._network.certain[premise]

        return self._unsupported(
            Step(literal, Tag.NOT_CERTAIN, Because.UNSUPPORTED), self._strict, refused, self._found
        )

    def _holds(self, literal: Literal, number: int) -> Step:
        if self._network.certain[number]:
            return Step(literal, Tag.HOLDS, Because.CERTAIN)
        moment = self._settled[number]
        team = [rule for rule in self._supporting(number) if self._applied(rule, moment)]
        members = frozenset(team)
        replies = []
        for rule in self._network.rules_for(number ^ 1):
            premise = self._failing(rule, moment)
            if premise is None:
                winners = members.intersection(self._network.beaten_by[rule])
                replies.append(Reply(self._rule(rule), None, self._rule(min(winners))))
            else:
                replies.append(Reply(self._rule(rule), self._literal(premise)))
        return Step(literal, Tag.HOLDS, Because.RULE, self._rule(team[0]), tuple(replies))

    def _fails(self, literal: Literal, number: int) -> Step:
        network, moment = self._network, self._settled[number]
        if network.certain[number ^ 1]:
            return Step(literal, Tag.FAILS, Because.OPPOSITE)
        lacking = (self._failing(rule, moment) for rule in self._supporting(number))
        if number in self._circles or None not in lacking:
            step = Step(literal, Tag.FAILS, Because.UNSUPPORTED)
            return self._unsupported(step, self._supporting, self._refuted, self._settled)

        def attacks(rule: int) -> bool:
            guards = network.beaten_by.get(rule, ())
            return self._applied(rule, moment) and None not in (self._failing(guard, moment) for guard in guards)

        attack = next(filter(attacks, network.rules_for(number ^ 1)))
        replies = []
        for guard in network.beaten_by.get(attack, ()):
            premise = self._failing(guard, moment)
            replies += [Reply(self._rule(guard), self._literal(premise))] if premise is not None else []
        return Step(literal, Tag.FAILS, Because.ATTACKED, self._rule(attack), tuple(replies))

    def _undecided(self, literal: Literal, number: int) -> Step:
        network, status = self._network, self._network.status
        against = (rule for rule in network.rules_for(number ^ 1) if not network.beaten[rule])
        replies = []
        for rule in (*self._supporting(number), *against):
            if not network.dead[rule]:
                waits = next((premise for premise in network.premises(rule) if status[premise] == OPEN), None)
                replies.append(Reply(self._rule(rule), None if waits is None else self._literal(waits)))
        return Step(literal, Tag.UNDECIDED, Because.OPEN, None, tuple(replies))

    def _unsupported(
        self, step: Step, rules: Callable[[int], Iterator[int]], refused: Callable[[int], bool], when: list[int]
    ) -> Step:
        """Give each rule for a literal with a premise refused before it, or else with it: then that one's rules."""
        start = self._number(step.literal)
        members = [] if start is None else [start]
        seen = set(members)
        replies: list[Reply] = []
        circular = False
        for member in members:
            for rule in rules(member):
                premises = [premise for premise in self._network.premises(rule) if refused(premise)]
                moment, premise = min((when[premise], premise) for premise in premises)
                replies.append(Reply(self._rule(rule), self._literal(premise)))
                if moment == when[member]:
                    circular = True
                    members += [] if premise in seen else [premise]
                    seen.add(premise)
        if not circular:
            return replace(step, replies=tuple(replies))
        circle = tuple(self._literal(member) for member in members)
        return replace(step, because=Because.CIRCLE, replies=tuple(replies), circle=circle)

    def _strict(self, number: int) -> Iterator[int]:
        return (rule for rule in self._network.rules_for(number) if self._network.strict[rule])

    def _supporting(self, number: int) -> Iterator[int]:
        return (rule for rule in self._network.rules_for(number) if self._network.supports[rule])

    def _refuted(self, premise: int) -> bool:
        return self._network.status[premise] == REFUTED

    def _failing(self, rule: int, before: int) -> int | None:
        """Return the premise of a rule that was refuted first, if before that moment."""
        settled = self._settled
        refuted = [(settled[p], p) for p in self._network.premises(rule) if self._refuted(p) and settled[p] < before]
        return min(refuted)[1] if refuted else None

    def _applied(self, rule: int, before: int) -> bool:
        """Say whether every premise of a rule was proved before that moment."""
        status, settled = self._network.status, self._settled
        return all(status[p] == PROVED and settled[p] < before for p in self._network.premises(rule))

    @cached_property
    def _facts(self) -> frozenset[int]:
        return frozenset(self._network.facts)
