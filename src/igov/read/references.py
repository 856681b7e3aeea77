"""The kinds of value that name something: a term of the vocabulary, a reading, an instrument, a provision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from igov.read.kinds import INSTRUMENT_ID, TERM_ID, Kind
from igov.read.pages import Known, Page, shown
from igov.read.places import Node, Scalar
from igov.terms.assignment import APART, UNSPECIFIED


def _offered(names: Iterable[str], pattern: str) -> dict[str, Any]:
    """Return the schema of an id: those known, for completion, and any of the form."""
    return {"anyOf": [{"enum": sorted(names)}, {"type": "string", "pattern": pattern}]}


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
        return _offered(known.terms.get(self.axis, {}), "^[a-z0-9:-]+")


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
        return _offered(known.readings, f"^{TERM_ID.pattern}$")


@dataclass(frozen=True)
class ReadingOrFactOf(ReadingOf):
    """The id of a reading or of a fact of the case: both are named assumptions."""

    expects: str = "the id of a reading or a fact"

    def read(self, node: Node, page: Page) -> str | None:
        """Return the id of the reading or the fact."""
        if isinstance(node, Scalar) and node.text in page.known.facts:
            return node.text
        return super().read(node, page)

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of the id of a reading or a fact."""
        return _offered(known.readings | known.facts, f"^{TERM_ID.pattern}$")


@dataclass(frozen=True)
class ConditionOf(Kind):
    """What a norm is conditional on: a fact of the case, or a provision or a norm that must hold."""

    expects: str = "the id of a fact, or of a provision whose norms must hold"

    def read(self, node: Node, page: Page) -> str | None:
        """Return the id of the fact, the provision or the norm."""
        text = self.scalar(node, page)
        facts, cites = page.known.facts, page.known.cites
        if text is None or text in facts or text in cites or text.partition("#")[0] in cites:
            return text
        guess = page.known.guess(text, facts | cites)
        page.fault(
            "IG214",
            f'unknown condition "{shown(text)}"',
            node,
            label="neither a fact nor a provision",
            remedy=f'did you mean "{guess}"?' if guess else "declare the fact under `facts`",
        )
        return None

    def json(self, known: Known) -> dict[str, Any]:
        """Return the schema of a condition."""
        return {"anyOf": [{"enum": sorted(known.facts)}, {"type": "string"}]}


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
        return _offered(known.instruments, f"^{INSTRUMENT_ID.pattern}$")
