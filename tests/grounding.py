"""Theories with variables made propositional, so that suites written for other engines can be put to the logic."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from igov.terms.theory import Kind, Literal, Prevails, Rule, Theory

Row = tuple[str, ...]

_LITERAL = re.compile(r"(~?)\s*([\w:]+)\s*(?:\((.*)\))?")
_ANYTHING = itertools.count()
"""Numbers that tell one `_` from another."""

_TERM = re.compile(r'\s*("(?:[^"]*)"|-?[\w.]+)\s*(?:,|$)')


class NotGroundable(Exception):  # noqa: N818  it is no error: another logic is needed
    """A rule says something that facts and rules without variables cannot: negation as failure, arithmetic."""


class Pattern(NamedTuple):
    """A literal with variables: its predicate, the sign in front of it, and its arguments."""

    predicate: str
    arguments: tuple[str, ...]
    variables: tuple[bool, ...]


class GroundRule(NamedTuple):
    """A rule as the suite has it, and the patterns it is made of."""

    name: str
    kind: Kind
    body: tuple[Pattern, ...]
    head: Pattern


def pattern(text: str, *, lower_case_variables: bool) -> Pattern:
    """Read a literal with variables; a variable begins with a capital or `_`, or, in Soufflé's manner, is unquoted."""
    found = _LITERAL.fullmatch(text.strip())
    if not found:
        raise NotGroundable(text)
    sign, predicate, inside = found.groups()
    arguments: list[str] = []
    variables: list[bool] = []
    at = 0
    while inside and at < len(inside):
        term = _TERM.match(inside, at)
        if not term:
            raise NotGroundable(text)
        written = term[1]
        named = written[0].isalpha() or written[0] == "_"
        variable = named and (lower_case_variables or written[0].isupper() or written[0] == "_")
        arguments.append(f"_{next(_ANYTHING)}" if written == "_" else written.strip('"'))
        variables.append(variable)
        at = term.end()
    return Pattern(sign + predicate, tuple(arguments), tuple(variables))


class Atoms:
    """Ground atoms by predicate, each with a table for every choice of bound places that was asked for."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[Row, None]] = defaultdict(dict)
        self._tables: dict[tuple[str, tuple[int, ...]], dict[Row, list[Row]]] = {}

    def add(self, predicate: str, row: Row) -> bool:
        """Add an atom, and say whether it is new."""
        if row in self.rows[predicate]:
            return False
        self.rows[predicate][row] = None
        for (of, places), table in self._tables.items():
            if of == predicate:
                table[tuple(row[place] for place in places)].append(row)
        return True

    def matching(self, predicate: str, places: tuple[int, ...], key: Row) -> Sequence[Row]:
        """Return the rows that have those values in those places."""
        table = self._tables.get((predicate, places))
        if table is None:
            table = defaultdict(list)
            for row in self.rows[predicate]:
                table[tuple(row[place] for place in places)].append(row)
            self._tables[predicate, places] = table
        return tuple(table.get(key, ()))


def _bindings(body: Sequence[Pattern], atoms: Atoms) -> Iterator[dict[str, str]]:
    todo: list[tuple[int, dict[str, str]]] = [(0, {})]
    while todo:
        place, bound = todo.pop()
        if place == len(body):
            yield bound
            continue
        wanted = body[place]
        known = [
            (at, bound.get(argument) if variable else argument)
            for at, (argument, variable) in enumerate(zip(wanted.arguments, wanted.variables, strict=True))
        ]
        places = tuple(at for at, value in known if value is not None)
        key = tuple(value for _, value in known if value is not None)
        for row in atoms.matching(wanted.predicate, places, key):
            if len(row) != len(wanted.arguments):
                continue
            new = dict(bound)
            if all(new.setdefault(wanted.arguments[at], row[at]) == row[at] for at, value in known if value is None):
                todo.append((place + 1, new))


def _ground(wanted: Pattern, bound: Mapping[str, str]) -> Row:
    try:
        return tuple(
            bound[argument] if variable else argument
            for argument, variable in zip(wanted.arguments, wanted.variables, strict=True)
        )
    except KeyError as unbound:
        raise NotGroundable(str(wanted)) from unbound


def literal(predicate: str, row: Iterable[object]) -> Literal:
    """Return the literal of a predicate, with the sign in front of it, and its arguments."""
    arguments = ",".join(map(str, row))
    atom = predicate.removeprefix("~")
    return Literal(f"{atom}({arguments})" if arguments else atom, predicate.startswith("~"))


def ground(theory: Mapping[str, Any], *, lower_case_variables: bool = False) -> Theory:
    """Make a theory of the suite propositional: every instance of a rule whose premises some rules could reach."""
    rules = [
        GroundRule(
            rule["id"],
            kind,
            tuple(pattern(text, lower_case_variables=lower_case_variables) for text in rule.get("body") or ()),
            pattern(rule["head"], lower_case_variables=lower_case_variables),
        )
        for section, kind in (
            ("strict_rules", Kind.STRICT),
            ("defeasible_rules", Kind.DEFEASIBLE),
            ("defeaters", Kind.DEFEATER),
        )
        for rule in theory.get(section) or ()
    ]
    atoms = Atoms()
    facts = [
        (predicate, tuple(map(str, row))) for predicate, rows in (theory.get("facts") or {}).items() for row in rows
    ]
    for fact in facts:
        atoms.add(*fact)
    instances: dict[tuple[int, Row, tuple[Row, ...]], Rule] = {}
    grown = True
    while grown:
        grown = False
        for number, rule in enumerate(rules):
            for bound in _bindings(rule.body, atoms):
                head = _ground(rule.head, bound)
                body = tuple(_ground(premise, bound) for premise in rule.body)
                if (number, head, body) not in instances:
                    grown = True
                    premises = tuple(literal(p.predicate, row) for p, row in zip(rule.body, body, strict=True))
                    name = f"{rule.name}#{len(instances)}"
                    made = Rule(name, rule.kind, premises, literal(rule.head.predicate, head))
                    instances[number, head, body] = made
                    atoms.add(rule.head.predicate, head)
    by_name: dict[str, list[Rule]] = defaultdict(list)
    for (number, _, _), made in instances.items():
        by_name[rules[number].name].append(made)
    superiority = tuple(
        Prevails(winner.name, loser.name)
        for above, below in theory.get("superiority") or ()
        for winner in by_name[above]
        for loser in by_name[below]
        if winner.head == ~loser.head
    )
    return Theory(tuple(literal(*fact) for fact in facts), tuple(instances.values()), superiority)
