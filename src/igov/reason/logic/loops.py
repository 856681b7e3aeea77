"""Literals that rest on each other: the components of what is undecided, and which of a component are unfounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator

LiveRules = Callable[[int], Iterator[tuple[int, list[int]]]]
"""Gives the rules that may still support a literal, each with its undecided premises."""


class Loops:
    """The components of undecided literals in which some literal rests on itself.

    `members` lists them, those first on which others rest; `component` tells a literal's own. Literals outside every
    component cannot be in an unfounded set unless a premise of each of their rules is, which propagation finds.
    """

    def __init__(self, status: bytearray, live_rules: LiveRules) -> None:
        self._status = status
        self._live_rules = live_rules
        self.members: list[list[int]] = []
        self.component: dict[int, int] = {}
        self._find()

    def _premises(self, literal: int) -> Iterator[int]:
        for _, premises in self._live_rules(literal):
            yield from premises

    def _find(self) -> None:
        """Find the strongly connected components (Tarjan, SIAM Journal on Computing 1, 1972), without recursion."""
        number: dict[int, int] = {}
        lowest: dict[int, int] = {}
        stack: list[int] = []
        done: set[int] = set()
        for root in range(len(self._status)):
            if self._status[root] or root in number:
                continue
            number[root] = lowest[root] = len(number)
            stack.append(root)
            walk = [(root, self._premises(root))]
            while walk:
                literal, premises = walk[-1]
                for premise in premises:
                    if premise not in number:
                        number[premise] = lowest[premise] = len(number)
                        stack.append(premise)
                        walk.append((premise, self._premises(premise)))
                        break
                    if premise not in done:
                        lowest[literal] = min(lowest[literal], number[premise])
                else:
                    walk.pop()
                    if walk:
                        lowest[walk[-1][0]] = min(lowest[walk[-1][0]], lowest[literal])
                    if lowest[literal] == number[literal]:
                        members = [stack.pop()]
                        while members[-1] != literal:
                            members.append(stack.pop())
                        done.update(members)
                        self._keep(members)

    def _keep(self, members: list[int]) -> None:
        if len(members) > 1 or members[0] in self._premises(members[0]):
            for literal in members:
                self.component[literal] = len(self.members)
            self.members.append(sorted(members))

    def unfounded(self, component: int) -> tuple[list[int], dict[int, int]]:
        """Return the greatest unfounded set within a component, and for its other undecided members what founds each.

        Premises outside are taken to be founded: components are searched from those that rest on no other upwards,
        and again when a rule that founded a member fails.
        """
        status, of = self._status, self.component
        wanting: dict[int, int] = {}
        head: dict[int, int] = {}
        uses: dict[int, list[int]] = {}
        sources: dict[int, int] = {}
        todo: list[int] = []
        for literal in self.members[component]:
            if status[literal]:
                continue
            for rule, premises in self._live_rules(literal):
                inside = [premise for premise in premises if of.get(premise) == component]
                head[rule], wanting[rule] = literal, len(inside)
                for premise in inside:
                    uses.setdefault(premise, []).append(rule)
                if not inside and literal not in sources:
                    sources[literal] = rule
                    todo.append(literal)
        for founded in todo:
            for rule in uses.get(founded, ()):
                wanting[rule] -= 1
                if not wanting[rule] and head[rule] not in sources:
                    sources[head[rule]] = rule
                    todo.append(head[rule])
        return [
            literal for literal in self.members[component] if not status[literal] and literal not in sources
        ], sources
