"""The kinds of value a field may hold: how each is read, what is told where it cannot be, and its JSON Schema."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from igov.read.near import nearest
from igov.read.places import Items, Lost, Node, Scalar, Table, span
from igov.terms.assignment import APART, UNSPECIFIED
from igov.terms.place import Diagnostic, Label, Span

SUGGESTIONS = 200
"""How many near misses are looked up in one run; beyond them the fault is told without a guess."""

CONFUSED_FIELDS = {
    "name": "label", "alias": "names", "aliases": "names", "synonyms": "names", "parent": "under", "parents": "under",
    "above": "under", "broader": "under", "quote": "words", "quotation": "words", "actor": "holder", "who": "holder",
    "stakeholder": "holder", "role": "position", "action": "activity", "act": "activity", "subject": "topic",
    "over": "topic", "about": "topic", "modality": "force", "limit": "limits", "scope": "limits", "counterpart": "with",
    "readings": "reading", "tests": "expect", "expects": "expect", "expected": "expect",
    "cite": "cites", "on_by_default": "default",
    "cites": "cite", "reason": "because", "sentence": "says", "claim": "says",
}  # fmt: skip
"""What people write for the name of a field, where the fields of the record hold the other."""

CONFUSED_VALUES = {
    "shall": "must", "can": "may", "could": "may", "ought": "should", "sole": "only", "exclusive": "only",
    "alone": "only",
    "proposed": "draft", "in force": "adopted", "final": "adopted", "con": "against", "pro": "for", "none": "nothing",
    "everyone": "everybody", "single": "one", "few": "several", "most": "many", "every": "all", "scope": "scope",
    "contradiction": "CONTRADICTED", "support": "SUPPORTED", "unknown": "SILENT",
}  # fmt: skip
"""What people write for a value, where the values of the field hold the other."""

_TEXT_JSON: dict[str, Any] = {"type": ["string", "number", "boolean"]}


@dataclass
class Known:
    """What the files of a run name, gathered before their values are read: terms of each axis, readings, ids."""

    terms: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    readings: set[str] = field(default_factory=set)
    instruments: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    """Provisions that stand in a file of their own instrument."""
    cites: set[str] = field(default_factory=set)
    """What may be cited: those, and what they report."""
    guesses: int = 0
    _confusions: dict[str, dict[str, str]] = field(default_factory=dict)

    def guess(self, word: str, known: Any, confusions: Mapping[str, str] | None = None) -> str | None:
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


def describe(node: Node) -> str:
    """Name the shape of a node."""
    if isinstance(node, Table):
        return "a mapping"
    return "a list" if isinstance(node, Items) else "text"


def shown(text: str) -> str:
    """Give a value as a title shows it, cut where it is long."""
    return text if len(text) <= 60 else text[:57] + "..."


class Kind:
    """How a field's value is read: `read` returns the typed value, or None with the fault written down."""

    @property
    def expects(self) -> str:
        """Name what is expected."""
        return "text"

    def read(self, node: Node, page: Page) -> Any:
        """Return the value of the node, typed, or None."""
        raise NotImplementedError

    def json(self, known: Known) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        raise NotImplementedError

    def scalar(self, node: Node, page: Page) -> str | None:
        """Return the text of the node, or None where it is no text."""
        if isinstance(node, Scalar):
            return node.text
        page.fault(
            "IG204", f"{describe(node)} where {self.expects} is expected", node, label=f"expected {self.expects}"
        )
        return None


@dataclass(frozen=True)
class Text(Kind):
    """Any text; `filled` where it may not be empty."""

    filled: bool = False
    expects: str = "text"

    def read(self, node: Node, page: Page) -> str | None:
        """Return the text."""
        text = self.scalar(node, page)
        if text is not None and self.filled and not text.strip():
            page.fault(
                "IG209",
                "nothing where text is expected",
                node,
                label="empty",
                remedy="write the text, or leave the field out",
            )
            return None
        return text

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of text."""
        del known
        return {**_TEXT_JSON, "minLength": 1} if self.filled else dict(_TEXT_JSON)


@dataclass(frozen=True)
class Choice(Kind):
    """One of a few words, with what each stands for."""

    values: Mapping[str, Any]

    @cached_property
    def expects(self) -> str:
        """Name the words."""
        words = list(self.values)
        return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]

    def read(self, node: Node, page: Page) -> Any:
        """Return what the word stands for."""
        text = self.scalar(node, page)
        if text is None:
            return None
        if text in self.values:
            return self.values[text]
        guess = page.known.guess(text, self.values, {k: v for k, v in CONFUSED_VALUES.items() if v in self.values})
        page.fault(
            "IG205",
            f'"{shown(text)}" is not one of the values of this field',
            node,
            label=f"expected {self.expects}",
            remedy=f'did you mean "{guess}"?' if guess else "",
        )
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of the words; a word of digits is a number to other readers of YAML."""
        del known
        return {"enum": [*self.values, *(int(word) for word in self.values if word.isdigit())]}


def choice(values: type[StrEnum], *words: str) -> Choice:
    """Make a choice among the members of an enumeration, or among some of them."""
    return Choice({member.value: member for member in values if not words or member.value in words})


class YesNo(Choice):
    """Yes or no, on or off."""

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of yes and no, which some readers of YAML take for booleans."""
        return {"enum": [*super().json(known)["enum"], True, False]}


YES_NO = YesNo({"yes": True, "no": False, "on": True, "off": False, "true": True, "false": False})


@dataclass(frozen=True)
class Number(Kind):
    """A whole number."""

    expects: str = "a whole number"

    def read(self, node: Node, page: Page) -> int | None:
        """Return the number."""
        text = self.scalar(node, page)
        if text is None:
            return None
        if re.fullmatch(r"-?[0-9]{1,6}", text):
            return int(text)
        page.fault("IG208", f'"{shown(text)}" is not a whole number', node, label="expected a number such as 0 or 10")
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of a number, which may be written as text."""
        del known
        return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]{1,6}$"}]}


@dataclass(frozen=True)
class Date(Kind):
    """A day, as 2005-11-18."""

    expects: str = "a date"

    def read(self, node: Node, page: Page) -> datetime.date | None:
        """Return the day."""
        text = self.scalar(node, page)
        if text is None:
            return None
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                pass
        page.fault("IG207", f'"{shown(text)}" is not a date', node, label="expected year-month-day, as 2005-11-18")
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of a date."""
        del known
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@dataclass(frozen=True)
class Id(Kind):
    """An id, of the form that its pattern gives."""

    pattern: str
    expects: str = "an id"

    @cached_property
    def form(self) -> Callable[[str], re.Match[str] | None]:
        """Return the test of the form."""
        return re.compile(self.pattern).fullmatch

    def read(self, node: Node, page: Page) -> str | None:
        """Return the id."""
        text = self.scalar(node, page)
        if text is None or self.form(text):
            return text
        page.fault("IG206", f'"{shown(text)}" is not the form of an id', node, label=f"expected {self.expects}")
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of an id."""
        del known
        return {"type": ["string", "number"], "pattern": f"^{self.pattern}$"}


TERM_ID = Id("[a-z0-9]+(?:-[a-z0-9]+)*", "lower-case words joined by hyphens")
INSTRUMENT_ID = Id("[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*", "letters, digits and hyphens, as TA")
PROVISION_ID = Id(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*", "letters, digits, hyphens and points, as 35a or instructs-3.1")


@dataclass(frozen=True)
class TermOf(Kind):
    """A term of an axis of the vocabulary; `apart` where a word outside it may be named, as `other:cooking`."""

    axis: str
    apart: bool = False

    @cached_property
    def expects(self) -> str:
        """Name the axis."""
        return f"the id of {'an' if self.axis == 'activity' else 'a'} {self.axis}"

    def read(self, node: Node, page: Page) -> str | None:
        """Return the id of the term."""
        terms = page.known.terms.get(self.axis, {})
        if isinstance(node, Scalar) and node.text in terms:
            return node.text
        text = self.scalar(node, page)
        if text is None:
            return None
        if (self.axis == "activity" and text == UNSPECIFIED) or (
            self.apart and text.startswith(APART) and text != APART
        ):
            return text
        guess = page.known.guess(text, terms, page.known.names(self.axis))
        page.fault(
            "IG203",
            f'unknown {self.axis} "{shown(text)}"',
            node,
            label=f"not in the vocabulary of {_PLURALS.get(self.axis, self.axis)}",
            remedy=f'did you mean "{guess}"?' if guess else f"`igov terms {self.axis}` lists what there is",
        )
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of a term: those known, for completion, and any of the form."""
        return {
            "anyOf": [{"enum": sorted(known.terms.get(self.axis, {}))}, {"type": "string", "pattern": "^[a-z0-9:-]+"}]
        }


_PLURALS = {
    "holder": "holders",
    "position": "positions",
    "activity": "activities",
    "topic": "topics",
    "limit": "limits",
}


@dataclass(frozen=True)
class ReadingOf(Kind):
    """The id of a reading."""

    expects: str = "the id of a reading"

    def read(self, node: Node, page: Page) -> str | None:
        """Return the id of the reading."""
        text = self.scalar(node, page)
        if text is None or text in page.known.readings:
            return text
        guess = page.known.guess(text, page.known.readings)
        page.fault(
            "IG211",
            f'unknown reading "{shown(text)}"',
            node,
            label="no reading has this id",
            remedy=f'did you mean "{guess}"?' if guess else "declare it under `readings`",
        )
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of a reading's id."""
        return {"anyOf": [{"enum": sorted(known.readings)}, {"type": "string", "pattern": f"^{TERM_ID.pattern}$"}]}


@dataclass(frozen=True)
class CiteOf(Kind):
    """The id of a provision, as TA-35a; `norm` where the id of a norm will do too, as TA-35a#1."""

    norm: bool = False
    code: str = "IG306"
    what: str = "cite"
    expects: str = "the id of a provision, as TA-35a"

    def read(self, node: Node, page: Page) -> str | None:
        """Return the id of the provision."""
        text = self.scalar(node, page)
        if text is None:
            return None
        cites = page.known.cites
        if text in cites or (self.norm and text.partition("#")[0] in cites) or not page.known.instruments:
            return text
        guess = page.known.guess(text, cites)
        page.fault(
            self.code,
            f'unknown {self.what} "{shown(text)}"',
            node,
            label="no provision has this id",
            remedy=f'did you mean "{guess}"?' if guess else "",
        )
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of a cite."""
        del known
        return {"type": "string"}


@dataclass(frozen=True)
class InstrumentOf(Kind):
    """The id of an instrument."""

    expects: str = "the id of an instrument, as TA"

    def read(self, node: Node, page: Page) -> str | None:
        """Return the id of the instrument."""
        text = self.scalar(node, page)
        if text is None or text in page.known.instruments:
            return text
        guess = page.known.guess(text, page.known.instruments)
        page.fault(
            "IG305",
            f'unknown instrument "{shown(text)}"',
            node,
            label="no instrument has this id",
            remedy=f'did you mean "{guess}"?' if guess else "load the instrument as well",
        )
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of an instrument's id."""
        return {
            "anyOf": [{"enum": sorted(known.instruments)}, {"type": "string", "pattern": f"^{INSTRUMENT_ID.pattern}$"}]
        }


@dataclass(frozen=True)
class Many(Kind):
    """One value or a list of them; the value read is a tuple. `some` where the list may not be empty."""

    of: Kind
    some: bool = True

    @cached_property
    def expects(self) -> str:
        """Name what the list holds."""
        return self.of.expects

    def read(self, node: Node, page: Page) -> tuple[Any, ...] | None:
        """Return the values that could be read."""
        if not isinstance(node, Items):
            value = self.of.read(node, page)
            return None if value is None else (value,)
        items = node.items
        if not items and self.some:
            page.fault(
                "IG209", "an empty list", node, label="nothing in it", remedy="write a value, or leave the field out"
            )
            return None
        values = [self.of.read(item, page) for item in items]
        kept = tuple(value for value in values if value is not None)
        return kept if kept or not values else None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of one or several."""
        one = self.of.json(known)
        return {"anyOf": [one, {"type": "array", "items": one, **({"minItems": 1} if self.some else {})}]}
