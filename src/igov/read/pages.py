"""One file as it is read: what the run knows of all files, and the faults that are written down on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from igov.read.near import nearest
from igov.read.places import Items, Lost, Node, Table, span
from igov.terms.place import Diagnostic, Label, Span

SUGGESTIONS = 200
"""How many near misses are looked up in one run; beyond them the fault is told without a guess."""


@dataclass
class Known:
    """What the files of a run name, gathered before their values are read: terms of each axis, readings, ids."""

    terms: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    readings: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    instruments: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    """Provisions that stand in a file of their own instrument."""
    cites: set[str] = field(default_factory=set)
    """What may be cited: those, and what they report."""
    seen: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    """What the plain texts of a field mean that were read without a fault, by record, field and text."""
    guesses: int = 0
    _confusions: dict[str, dict[str, str]] = field(default_factory=dict)

    def guess(self, word: str, known: Iterable[str], confusions: Mapping[str, str] | None = None) -> str | None:
        """Return the nearest known word, as long as not too many were asked for."""
        self.guesses += 1
        return nearest(word, known, confusions) if self.guesses <= SUGGESTIONS else None

    def names(self, axis: str) -> dict[str, str]:
        """Return the everyday names of an axis, lower case, with the term each stands for."""
        if axis not in self._confusions:
            self._confusions[axis] = {name: term for term, names in self.terms.get(axis, {}).items() for name in names}
        return self._confusions[axis]


class Page:
    """One file as it is read: its name, what the run knows, and the faults found so far."""

    __slots__ = ("faults", "file", "known")

    def __init__(self, file: str, known: Known, faults: list[Diagnostic]) -> None:
        self.file = file
        self.known = known
        self.faults = faults

    def span(self, node: Node) -> Span:
        """Give the place of a node of this file."""
        return span(self.file, node)

    def fault(
        self,
        code: str,
        title: str,
        node: Node,
        *,
        label: str = "",
        remedy: str = "",
        note: str = "",
        others: tuple[Label, ...] = (),
    ) -> None:
        """Write a fault down, unless it is about a node whose fault is told already."""
        if not isinstance(node, Lost):
            self.faults.append(Diagnostic(code, title, span(self.file, node), label, others, note, remedy))

    def repeated(self, what: str, again: Node, first: Label) -> None:
        """Write down that an id is given twice by one origin."""
        self.fault(
            "IG210",
            f"{what} is given twice",
            again,
            label="again here",
            others=(first,),
            remedy="give one of them another id",
        )


def describe(node: Node) -> str:
    """Name the shape of a node."""
    if isinstance(node, Table):
        return "a mapping"
    return "a list" if isinstance(node, Items) else "text"


def shown(text: str) -> str:
    """Give a value as a title shows it, cut where it is long."""
    return text if len(text) <= 60 else text[:57] + "..."
