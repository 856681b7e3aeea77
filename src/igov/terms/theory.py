"""The nouns of the logic alone: literals, rules, a theory of them, the tags it gives, and the steps of a proof.

A theory knows nothing of norms. Its text, one statement a line, is what `str` gives and what the reader reads back.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from enum import StrEnum

from igov.terms.place import Diagnostic, Label, Span


class Kind(StrEnum):
    """How a rule concludes, by its arrow: a strict rule always, a defeasible one unless defeated, a defeater never."""

    STRICT = "->"
    DEFEASIBLE = "=>"
    DEFEATER = "~>"


class Tag(StrEnum):
    """What the logic says of a literal: certain or not (D), holding or not (d), or that d is undecided."""

    CERTAIN = "+D"
    NOT_CERTAIN = "-D"
    HOLDS = "+d"
    FAILS = "-d"
    UNDECIDED = "?d"


class Because(StrEnum):
    """By which clause of the proof conditions a step stands."""

    FACT = "it is a fact"
    STRICT = "a strict rule has certain premises"
    CERTAIN = "it is certain"
    RULE = "a rule applies and all that stands against it is answered"
    OPPOSITE = "its opposite is certain"
    UNSUPPORTED = "no rule for it is left"
    ATTACKED = "a rule against it applies and nothing for it prevails"
    CIRCLE = "what speaks for it rests on itself"
    OPEN = "it hangs on what attacks it"


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A named proposition, or its negation."""

    atom: str
    negated: bool = False

    def __invert__(self) -> Literal:
        return Literal(self.atom, not self.negated)

    def __str__(self) -> str:
        return f"~{self.atom}" if self.negated else self.atom


@dataclass(frozen=True, slots=True)
class Rule:
    """Premises, an arrow, a conclusion; only a rule with a name can be superior or inferior to another."""

    name: str
    kind: Kind
    premises: tuple[Literal, ...]
    head: Literal
    span: Span | None = field(default=None, compare=False)

    def __str__(self) -> str:
        label = f"{self.name}: " if self.name else ""
        premises = ", ".join(map(str, self.premises))
        return f"{label}{premises}{' ' if premises else ''}{self.kind} {self.head}"


@dataclass(frozen=True, slots=True)
class Prevails:
    """That one rule is superior to another, by their names."""

    winner: str
    loser: str
    span: Span | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.winner} > {self.loser}"

    def place_of(self, name: str) -> Span | None:
        """Return where one of the two names stands: the statement begins with the winner and ends with the loser."""
        if self.span is None:
            return None
        further = 0 if name == self.winner else self.span.length - len(name)
        return Span(self.span.file, self.span.line, self.span.column + further, len(name))


@dataclass(frozen=True, slots=True)
class Theory:
    """Facts, rules in their order, and which rule prevails over which."""

    facts: tuple[Literal, ...] = ()
    rules: tuple[Rule, ...] = ()
    superiority: tuple[Prevails, ...] = ()

    def __str__(self) -> str:
        lines = [f"{fact}." for fact in self.facts]
        lines += map(str, self.rules)
        lines += map(str, self.superiority)
        return "".join(f"{line}\n" for line in lines)

    def faults(self) -> list[Diagnostic]:
        """Return what makes the theory meaningless: a name given twice, an unknown one, superiority in a circle."""
        found: list[Diagnostic] = []
        named: dict[str, Rule] = {}
        for rule in self.rules:
            first = named.get(rule.name)
            if first is not None:
                found.append(
                    Diagnostic(
                        "IG502",
                        f'two rules are named "{rule.name}"',
                        rule.span,
                        others=(Label(first.span, "the first of them"),) if first.span else (),
                        help="give each rule a name of its own",
                    )
                )
            elif rule.name:
                named[rule.name] = rule
        for pair in self.superiority:
            for name in dict.fromkeys((pair.winner, pair.loser)):
                if name not in named:
                    near = difflib.get_close_matches(name, named, n=1)
                    found.append(
                        Diagnostic(
                            "IG503",
                            f'no rule is named "{name}"',
                            pair.place_of(name),
                            help=f'did you mean "{near[0]}"?'
                            if near
                            else "name the rule: name: premises => conclusion",
                        )
                    )
        circle = superiority_circle(self.superiority)
        if circle:
            others = tuple(Label(pair.span, str(pair)) for pair in circle[1:] if pair.span)
            shown = " > ".join((*(pair.winner for pair in circle), circle[0].winner))
            found.append(
                Diagnostic(
                    "IG504",
                    "superiority runs in a circle",
                    circle[0].span,
                    label=shown,
                    others=others,
                    note="a rule cannot prevail over itself, not even by way of others",
                    help="take one of these statements out",
                )
            )
        return found


def superiority_circle(pairs: tuple[Prevails, ...]) -> tuple[Prevails, ...]:
    """Return the first circle of superiority found, as its statements in turn; empty where there is none.

    One walk down from every name, in the order of the statements; linear in their number.
    """
    below: dict[str, list[Prevails]] = {}
    for pair in pairs:
        below.setdefault(pair.winner, []).append(pair)
    done: set[str] = set()
    for start, stated in below.items():
        path: list[Prevails] = []
        on_path = {start: 0}
        todo = [iter(stated if start not in done else ())]
        while todo:
            for pair in todo[-1]:
                if pair.loser in on_path:
                    return (*path[on_path[pair.loser] :], pair)
                if pair.loser not in done:
                    path.append(pair)
                    on_path[pair.loser] = len(path)
                    todo.append(iter(below.get(pair.loser, ())))
                    break
            else:
                todo.pop()
                left = path.pop().loser if path else start
                del on_path[left]
                done.add(left)
    return ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What becomes of one rule: a premise of it is wanting (or open), another rule beats it, or neither: it applies."""

    rule: Rule
    premise: Literal | None = None
    beaten_by: Rule | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a proof: what is concluded, by which clause, with which rule, and the replies to the others.

    RULE, STRICT: `rule` carries the conclusion; under RULE `replies` answers every rule for the opposite.
    UNSUPPORTED: `replies` has every rule for the literal with the premise it lacks.
    ATTACKED: `rule` is the attack, `replies` the rules that would beat it with the premise each lacks.
    CIRCLE: `circle` is a set none of whose rules has premises from outside that could hold, `replies` all its rules.
    OPEN: `replies` has the rules for and against that are left, with the premise each waits for.
    """

    literal: Literal
    tag: Tag
    because: Because
    rule: Rule | None = None
    replies: tuple[Reply, ...] = ()
    circle: tuple[Literal, ...] = ()

    @property
    def rests_on(self) -> tuple[tuple[Literal, Tag], ...]:
        """The conclusions that this step takes from elsewhere, in order, each once."""
        found: list[tuple[Literal, Tag]] = []
        definite = self.tag in {Tag.CERTAIN, Tag.NOT_CERTAIN}
        proved, refuted = (Tag.CERTAIN, Tag.NOT_CERTAIN) if definite else (Tag.HOLDS, Tag.FAILS)
        if self.because is Because.OPEN:
            refuted = Tag.UNDECIDED
        if self.because is Because.CERTAIN:
            found.append((self.literal, Tag.CERTAIN))
        if self.because is Because.OPPOSITE:
            found.append((~self.literal, Tag.CERTAIN))
        if self.because is Because.RULE:
            found.append((~self.literal, Tag.NOT_CERTAIN))
        if self.tag is Tag.FAILS:
            found.extend((member, Tag.NOT_CERTAIN) for member in self.circle or (self.literal,))
        found.extend((premise, proved) for premise in (self.rule.premises if self.rule else ()))
        for reply in self.replies:
            if reply.premise is not None and reply.premise not in self.circle:
                found.append((reply.premise, refuted))
            if reply.beaten_by is not None:
                found.extend((premise, proved) for premise in reply.beaten_by.premises)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Proof:
    """The steps that lead to a tag, the conclusion first; each rests on later ones only, UNDECIDED apart."""

    literal: Literal
    tag: Tag
    steps: tuple[Step, ...]
