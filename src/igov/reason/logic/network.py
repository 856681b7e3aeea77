"""A theory as flat tables of whole numbers, and the counters and queues that settle its literals.

A literal is twice the number of its atom, plus one if negated, so that `literal ^ 1` is its opposite; a rule is its
place in the theory. Lists of rules are threaded through two tables (first, next) and end in -1: nothing here nests, so
a theory of a million rules costs what its size says.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from igov.reason.logic.loops import Loops
from igov.terms.theory import Kind, Theory

OPEN, PROVED, REFUTED = 0, 1, 2


class Network:
    """The tables of a theory, and, once made, what is certain and what each literal's status is.

    `certain_trail` holds the certain literals in the order in which they were found, `trail` all those proved or
    refuted defeasibly; `circles` are the stretches of `trail` that were refuted together, as unfounded.
    """

    def __init__(self, theory: Theory) -> None:
        self.atoms: dict[str, int] = {}
        self._number(theory)
        literals = 2 * len(self.atoms)
        self._thread(literals)
        self._superiority(theory)
        self.certain = bytearray(literals)
        self.certain_trail: list[int] = []
        self._find_certain()
        self.status = bytearray(literals)
        self.trail: list[int] = []
        self.circles: list[tuple[int, int]] = []
        self._find_defeasible(literals)

    def _number(self, theory: Theory) -> None:
        atoms = self.atoms
        number = atoms.setdefault
        self.facts = [2 * number(fact.atom, len(atoms)) + fact.negated for fact in theory.facts]
        head: list[int] = []
        premise: list[int] = []
        owner: list[int] = []
        start = [0]
        strict = bytearray(len(theory.rules))
        supports = bytearray(len(theory.rules))
        for index, rule in enumerate(theory.rules):
            literals = [2 * number(given.atom, len(atoms)) + given.negated for given in rule.premises]
            if len(literals) > 1:
                literals = list(dict.fromkeys(literals))
            premise += literals
            owner += [index] * len(literals)
            start.append(len(premise))
            head.append(2 * number(rule.head.atom, len(atoms)) + rule.head.negated)
            if rule.kind is not Kind.DEFEATER:
                supports[index] = 1
                strict[index] = rule.kind is Kind.STRICT
        self.head, self.premise, self.owner, self.start = head, premise, owner, start
        self.strict, self.supports = strict, supports

    def _thread(self, literals: int) -> None:
        """Thread the rules of every head, and the places in `premise` where every literal is used."""
        self.first_rule, self.next_rule = _threads(self.head, literals)
        self.first_use, self.next_use = _threads(self.premise, literals)

    def _superiority(self, theory: Theory) -> None:
        """Keep the pairs that can matter: a supporting rule over a rule for the opposite."""
        places = {rule.name: index for index, rule in enumerate(theory.rules)} if theory.superiority else {}
        self.beats: dict[int, list[int]] = {}
        self.beaten_by: dict[int, list[int]] = {}
        pairs = dict.fromkeys((places[pair.winner], places[pair.loser]) for pair in theory.superiority)
        for winner, loser in pairs:
            if self.supports[winner] and self.head[winner] == self.head[loser] ^ 1:
                self.beats.setdefault(winner, []).append(loser)
                self.beaten_by.setdefault(loser, []).append(winner)

    def rules_for(self, literal: int) -> Iterator[int]:
        """Give the rules for a literal, in their order, defeaters among them."""
        rule = self.first_rule[literal]
        while rule >= 0:
            yield rule
            rule = self.next_rule[rule]

    def premises(self, rule: int) -> list[int]:
        """Give the premises of a rule, each once."""
        return self.premise[self.start[rule] : self.start[rule + 1]]

    def _wanting(self) -> list[int]:
        start = self.start
        return [start[rule + 1] - start[rule] for rule in range(len(self.head))]

    def _find_certain(self) -> None:
        """Close the facts under the strict rules."""
        certain, trail, head = self.certain, self.certain_trail, self.head
        first_use, next_use, owner, strict = self.first_use, self.next_use, self.owner, self.strict
        wanting = self._wanting()
        for literal in self.facts:
            if not certain[literal]:
                certain[literal] = 1
                trail.append(literal)
        for rule, count in enumerate(wanting):
            if strict[rule] and not count and not certain[head[rule]]:
                certain[head[rule]] = 1
                trail.append(head[rule])
        for literal in trail:
            use = first_use[literal]
            while use >= 0:
                rule = owner[use]
                wanting[rule] -= 1
                if not wanting[rule] and strict[rule] and not certain[head[rule]]:
                    certain[head[rule]] = 1
                    trail.append(head[rule])
                use = next_use[use]

    def refusals(self) -> tuple[list[int], int]:
        """Give the literals that are not certain, each after those its refusal rests on, and where the circle begins.

        Those from that place on are a greatest unfounded set: every strict rule for one of them has a premise there
        or before.
        """
        left = [0] * len(self.certain)
        for rule, literal in enumerate(self.head):
            left[literal] += self.strict[rule]
        dead = bytearray(len(self.head))
        trail = [literal for literal, count in enumerate(left) if not count and not self.certain[literal]]
        for literal in trail:
            use = self.first_use[literal]
            while use >= 0:
                rule = self.owner[use]
                if self.strict[rule] and not dead[rule]:
                    dead[rule] = 1
                    left[self.head[rule]] -= 1
                    if not left[self.head[rule]] and not self.certain[self.head[rule]]:
                        trail.append(self.head[rule])
                use = self.next_use[use]
        circle = len(trail)
        trail.extend(literal for literal, count in enumerate(left) if count and not self.certain[literal])
        return trail, circle

    def _find_defeasible(self, literals: int) -> None:
        """Settle what propagation settles; then refute unfounded sets, a component at a time, until none is left."""
        self.wanting = self._wanting()
        self.dead = bytearray(len(self.head))
        self.beaten = bytearray(len(self.head))
        self.supported = bytearray(literals)
        against = [0] * literals
        left = [0] * literals
        for rule, literal in enumerate(self.head):
            against[literal ^ 1] += 1
            left[literal] += self.supports[rule]
        self._against, self._left = against, left
        self._guards = {rule: len(winners) for rule, winners in self.beaten_by.items()}
        self._source: dict[int, int] = {}
        self._lost: list[int] = []
        self._begin()
        settled = self._settle(0)
        if settled < literals:
            self._refute_unfounded(settled)

    def _begin(self) -> None:
        status, trail, certain = self.status, self.trail, self.certain
        for literal in self.certain_trail:
            status[literal] = PROVED
            trail.append(literal)
        for literal, left in enumerate(self._left):
            if not certain[literal] and (certain[literal ^ 1] or not left):
                status[literal] = REFUTED
                trail.append(literal)
        for rule, count in enumerate(self.wanting):
            if not count:
                self._apply(rule)

    def _apply(self, rule: int) -> None:
        """Take in that every premise of a rule is proved: it beats its inferiors, and attacks where nothing guards."""
        literal = self.head[rule]
        if self.supports[rule]:
            self.supported[literal] = 1
            for loser in self.beats.get(rule, ()):
                if not self.beaten[loser]:
                    self.beaten[loser] = 1
                    if not self.dead[loser]:
                        self._against[literal] -= 1
            if not self._against[literal] and not self.status[literal]:
                self.status[literal] = PROVED
                self.trail.append(literal)
        if not self.status[literal ^ 1] and not self._guards.get(rule):
            self.status[literal ^ 1] = REFUTED
            self.trail.append(literal ^ 1)

    def _fail(self, rule: int) -> None:
        """Take in that a premise of a rule is refuted: it neither supports, nor attacks, nor guards any more."""
        self.dead[rule] = 1
        literal = self.head[rule]
        opposite = literal ^ 1
        if not self.beaten[rule]:
            self._against[opposite] -= 1
            if not self._against[opposite] and self.supported[opposite] and not self.status[opposite]:
                self.status[opposite] = PROVED
                self.trail.append(opposite)
        if not self.supports[rule]:
            return
        self._left[literal] -= 1
        unguarded = False
        for loser in self.beats.get(rule, ()):
            self._guards[loser] -= 1
            unguarded |= not self._guards[loser] and not self.wanting[loser]
        if not self.status[literal]:
            if unguarded or not self._left[literal]:
                self.status[literal] = REFUTED
                self.trail.append(literal)
            elif self._source.get(literal) == rule:
                self._lost.append(literal)

    def _settle(self, at: int) -> int:
        """Propagate from that place of the trail to its end, which is returned."""
        trail, status, wanting, dead = self.trail, self.status, self.wanting, self.dead
        first_use, next_use, owner = self.first_use, self.next_use, self.owner
        while at < len(trail):
            literal = trail[at]
            at += 1
            use = first_use[literal]
            if status[literal] == PROVED:
                while use >= 0:
                    rule = owner[use]
                    wanting[rule] -= 1
                    if not wanting[rule]:
                        self._apply(rule)
                    use = next_use[use]
            else:
                while use >= 0:
                    if not dead[owner[use]]:
                        self._fail(owner[use])
                    use = next_use[use]
        return at

    def _refute_unfounded(self, settled: int) -> None:
        loops = Loops(self.status, self._live_rules)
        waiting = list(range(len(loops.members)))
        queued = set(waiting)
        while waiting:
            component = heapq.heappop(waiting)
            queued.discard(component)
            unfounded, sources = loops.unfounded(component)
            self._source.update(sources)
            if unfounded:
                self.circles.append((settled, settled + len(unfounded)))
                for literal in unfounded:
                    self.status[literal] = REFUTED
                self.trail += unfounded
                settled = self._settle(settled)
            for literal in self._lost:
                component = loops.component[literal]
                if not self.status[literal] and component not in queued:
                    queued.add(component)
                    heapq.heappush(waiting, component)
            self._lost.clear()

    def _live_rules(self, literal: int) -> Iterator[tuple[int, list[int]]]:
        """Give the rules that may still support a literal, each with the premises it waits for."""
        for rule in self.rules_for(literal):
            if self.supports[rule] and not self.dead[rule]:
                yield rule, [premise for premise in self.premises(rule) if not self.status[premise]]


def _threads(keys: list[int], count: int) -> tuple[list[int], list[int]]:
    """Thread the places of each key, in their order: where it first occurs, and after each place the next one."""
    first = [-1] * count
    following = [-1] * len(keys)
    for place in range(len(keys) - 1, -1, -1):
        key = keys[place]
        following[place] = first[key]
        first[key] = place
    return first, following
