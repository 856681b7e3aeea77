"""The text of a theory becomes a theory, or every fault in it; one statement a line, `#` begins a comment.

    statement   = (facts | rule | superiority) ["."]
    facts       = ["fact:"] literal {"," literal}
    rule        = [name ":"] [literal {"," literal}] arrow literal
    superiority = name ">" name {">" name}
    arrow       = "->" (strict) | "=>" (defeasible) | "~>" (defeater)
    literal     = ["~" | "-" | "¬"] name

A name is letters, digits and underscores, with `-`, `.`, `/` or `'` inside, and may end in arguments: `bird(tweety)` is
a name like any other.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple, NoReturn

from igov.read.files import Source, read_bytes
from igov.read.places import decode
from igov.terms.place import Diagnostic, Report, Span
from igov.terms.theory import Kind, Literal, Prevails, Rule, Theory

FACT = "fact"
"""The one label that a fact may bear."""

_TOKEN = re.compile(
    r"[ \t]*(?:(?P<arrow>[-=~]>)|(?P<name>\w+(?:[-./']\w+)*(?:\([^()#]*\))?)|(?P<sign>[~¬-])|(?P<mark>[:,>.])"
    r"|(?P<comment>#.*)|(?P<other>\S))"
)


class Token(NamedTuple):
    """A piece of a line: its kind, its text, and where it stands."""

    kind: str
    text: str
    column: int
    length: int


def read_theory(path: str | Path) -> Theory:
    """Read the theory in a file; raises a Report where the file or anything in it cannot be read."""
    raw, faults = read_bytes(Source(str(path), str(path), 0))
    if raw is None:
        raise Report(faults)
    return parse_theory(raw, str(path))


def parse_theory(text: str | bytes, file: str = "theory") -> Theory:
    """Read the theory in a text, which goes by that name; raises a Report of all its faults.

    >>> parse_theory("r1: bird => flies").rules[0].head
    Literal(atom='flies', negated=False)
    """
    decoded, faults = decode(file, text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    if decoded is None:
        raise Report(faults)
    facts: list[Literal] = []
    rules: list[Rule] = []
    superiority: list[Prevails] = []
    for number, line in enumerate(decoded.split("\n"), 1):
        try:
            _Line(file, number, line).statement(facts, rules, superiority)
        except Report as report:
            faults += report.diagnostics
    theory = Theory(tuple(facts), tuple(rules), tuple(superiority))
    faults += theory.faults()
    if faults:
        raise Report(faults)
    return theory


def parse_literal(text: str) -> Literal:
    """Read one literal, as `~flies`; raises a Report where the text is no literal, or more than one."""
    line = _Line("literal", 1, text)
    literal = line.literal()
    if line.peek() is not line.end:
        line.refuse("the end of the literal")
    return literal


class _Line:
    """The tokens of one line, and how far they are read."""

    def __init__(self, file: str, number: int, line: str) -> None:
        self.file = file
        self.number = number
        self.tokens: list[Token] = []
        for found in _TOKEN.finditer(line):
            kind = found.lastgroup or ""
            if kind != "comment":
                start, stop = found.span(kind)
                self.tokens.append(Token(kind, found[kind], start + 1, stop - start))
        last = self.tokens[-1] if self.tokens else Token("", "", 1, 0)
        self.end = Token("end", "the end of the line", last.column + last.length, 1)
        self.at = 0

    def statement(self, facts: list[Literal], rules: list[Rule], superiority: list[Prevails]) -> None:
        """Read a statement = (facts | rule | superiority) ["."]."""
        if not self.tokens:
            return
        first, second = self.peek(), self.peek(1)
        if first.kind == "name" and second.text == ">":
            superiority += self.superiority()
        else:
            label = None
            if first.kind == "name" and second.text == ":":
                label = first
                self.at = 2
            literals = () if self.peek().kind == "arrow" else self.literals()
            if self.peek().kind == "arrow":
                rules.append(self.rule(label, literals, first))
            elif label is None or label.text == FACT:
                facts += literals
            else:
                self.named_fact(label)
        if self.peek().text == ".":
            self.at += 1
        if self.peek() is not self.end:
            self.refuse("the end of the statement")

    def superiority(self) -> list[Prevails]:
        """Read a superiority = name ">" name {">" name}."""
        winner = self.name("the name of a rule")
        pairs: list[Prevails] = []
        while self.peek().text == ">":
            self.at += 1
            loser = self.name("the name of a rule")
            pairs.append(Prevails(winner.text, loser.text, self.span(winner, loser)))
            winner = loser
        return pairs

    def rule(self, label: Token | None, premises: tuple[Literal, ...], first: Token) -> Rule:
        """Read a rule = [name ":"] [literals] arrow literal; what stands before the arrow is read."""
        kind = Kind(self.peek().text)
        self.at += 1
        head = self.literal()
        return Rule(label.text if label else "", kind, premises, head, self.span(first, self.tokens[self.at - 1]))

    def literals(self) -> tuple[Literal, ...]:
        """Read literals = literal {"," literal}."""
        found = [self.literal()]
        while self.peek().text == ",":
            self.at += 1
            found.append(self.literal())
        return tuple(found)

    def literal(self) -> Literal:
        """Read a literal = ["~" | "-" | "¬"] name."""
        negated = self.peek().kind == "sign"
        self.at += negated
        return Literal("".join(self.name("a literal").text.split()), negated)

    def name(self, expected: str) -> Token:
        """Read a name."""
        token = self.peek()
        if token.kind != "name":
            self.refuse(expected)
        self.at += 1
        return token

    def peek(self, ahead: int = 0) -> Token:
        """Return the next token, or one further on."""
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else self.end

    def span(self, first: Token, last: Token) -> Span:
        """Return the place from one token to another."""
        return Span(self.file, self.number, first.column, last.column + last.length - first.column)

    def refuse(self, expected: str) -> NoReturn:
        """Say what was expected at the next token."""
        token = self.peek()
        found = token.text if token is self.end else f'"{token.text[:40]}"'
        remedy = "a line holds a fact (penguin.), a rule (r1: bird, ~penguin => flies) or a superiority (r2 > r1)"
        if token.text == ">" and self.peek(1).text == ">":
            remedy = "a fact is a literal alone: penguin."
        place = self.span(token, token)
        raise Report([Diagnostic("IG501", f"expected {expected}, found {found}", place, help=remedy)])

    def named_fact(self, label: Token) -> NoReturn:
        """Refuse a fact that bears a name, as a rule does whose arrow was forgotten."""
        title = f'"{label.text}" has no arrow'
        remedy = f"a rule has one ({label.text}: premises => conclusion); a fact has no name (penguin.)"
        raise Report([Diagnostic("IG505", title, self.span(label, self.tokens[-1]), help=remedy)])
