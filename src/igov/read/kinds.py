"""The kinds of value a field may hold: how each is read, what is told where it cannot be, and its JSON Schema."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from igov.read.pages import Known, Page, describe, shown
from igov.read.places import Items, Node, Scalar

CONFUSED_VALUES = {
    "shall": "must", "can": "may", "could": "may", "ought": "should", "sole": "only", "exclusive": "only",
    "alone": "only",
    "proposed": "draft", "in force": "adopted", "final": "adopted", "con": "against", "pro": "for", "none": "nothing",
    "everyone": "everybody", "single": "one", "few": "several", "most": "many", "every": "all", "scope": "scope",
    "contradiction": "CONTRADICTED", "support": "SUPPORTED", "unknown": "SILENT",
}  # fmt: skip
"""What people write for a value, where the values of the field hold the other."""

_TEXT_JSON: dict[str, Any] = {"type": ["string", "number", "boolean"]}


class Kind:
    """How a field's value is read: `read` returns the typed value, or None with the fault written down."""

    @property
    def expects(self) -> str:
        """Name what is expected."""
        return "text"

    @property
    def recurs(self) -> bool:
        """Whether the same texts come again and again and mean the same wherever they stand."""
        return True

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
    recurs: bool = False

    def read(self, node: Node, page: Page) -> str | None:
        """Return the text."""
        text = self.scalar(node, page)
        if self.filled and text is not None and (not text or text.isspace()):
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
    recurs: bool = False

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
class Many(Kind):
    """One value or a list of them; the value read is a tuple. `some` where the list may not be empty."""

    of: Kind
    some: bool = True

    @cached_property
    def expects(self) -> str:
        """Name what the list holds."""
        return self.of.expects

    @cached_property
    def recurs(self) -> bool:
        """Whether what the list holds recurs."""
        return self.of.recurs

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
        read = self.of.read
        kept = tuple([value for item in items if (value := read(item, page)) is not None])
        return kept if kept or not items else None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of one or several."""
        one = self.of.json(known)
        return {"anyOf": [one, {"type": "array", "items": one, **({"minItems": 1} if self.some else {})}]}
