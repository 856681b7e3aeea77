"""The knowledge base: instruments, their provisions and norms, the vocabulary and the readings, as loaded."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache

from igov.terms.assignment import Claim, Norm
from igov.terms.order import Axis, Order, Term
from igov.terms.place import Span


class Status(StrEnum):
    """What became of an instrument."""

    ADOPTED = "adopted"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text with a title, a body that made it, a date and a status; `rank` orders instruments of one body."""

    id: str
    title: str
    short: str
    symbol: str
    body: str
    date: datetime.date
    status: Status
    force: str
    note: str = ""
    default: bool = True
    """Whether it answers when no instrument is named."""
    rank: int = 0
    span: Span | None = None
    includes: tuple[str, ...] = ()
    """Instruments that answer with it when it is named: those that hold the rest of its text."""

    @property
    def draft(self) -> bool:
        """Whether it was never adopted."""
        return self.status is Status.DRAFT


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of an instrument: its words, and that it gives norms or, with the reason, that it assigns nothing.

    `reports` is the id of a provision of another instrument whose content it reports (OP-recalling-4 reports TA-69).
    `opening` is the phrase that opens it ("recalling", "is of the view"); `part` is "preamble" or "operative".
    `paraphrase` is True where `text` is our own summary and not the words of the instrument.
    """

    id: str
    instrument: str
    text: str
    opening: str = ""
    part: str = ""
    reports: str | None = None
    assigns_nothing: str | None = None
    paraphrase: bool = False
    basis: str = "seen"
    note: str = ""
    rank: int = 0
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A named assumption under which the words are read; `default` says whether it is on when nobody chooses."""

    id: str
    label: str
    default: bool
    on: str
    """What the words mean with it, a sentence."""
    off: str
    """What the words mean without it, a sentence."""
    who: str = ""
    """Who reads it so, and why."""
    cites: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the case that norms name as a condition; a fact nobody stated is unknown, not false."""

    id: str
    label: str
    note: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """A test that a rules file carries: a claim by axes, and the verdict and cites it must get."""

    claim: Claim
    verdict: str
    cites: tuple[str, ...]
    says: str
    axes: tuple[str, ...] = ()
    assume: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The terms of every axis."""

    axes: Mapping[Axis, Mapping[str, Term]]
    limits: Mapping[str, Term] = field(default_factory=dict)

    def term(self, axis: Axis, term: str) -> Term | None:
        """Return the term with that id on that axis, or None."""
        return self.axes.get(axis, {}).get(term)

    def label(self, axis: Axis, term: str) -> str:
        """Return the label of a term; a term that is not in the vocabulary is its own label."""
        named = Axis.HOLDER if axis is Axis.COUNTERPART else axis
        table = self.limits if axis is Axis.SCOPE else self.axes.get(named, {})
        known = table.get(term)
        return known.label if known else term.removeprefix("other:")

    def steps_of(self, reading: str) -> tuple[tuple[str, str], ...]:
        """Return the steps of holders, from and to, that are taken only under a reading."""
        return _steps_of(self, reading)

    def order(self, axis: Axis, *, without: frozenset[str] = frozenset()) -> Order:
        """Return the order of an axis with the steps of the readings in `without` left out."""
        return _order(self, Axis.HOLDER if axis is Axis.COUNTERPART else axis, without)


@lru_cache(maxsize=64)
def _steps_of(vocabulary: Vocabulary, reading: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (term.id, step.above)
        for term in vocabulary.axes.get(Axis.HOLDER, {}).values()
        for step in term.steps
        if step.reading == reading
    )


@lru_cache(maxsize=64)
def _order(vocabulary: Vocabulary, axis: Axis, without: frozenset[str]) -> Order:
    return Order(vocabulary.axes.get(axis, {}), without=without)


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """Everything that was loaded; nothing in it changes."""

    vocabulary: Vocabulary
    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, Provision]
    norms: tuple[Norm, ...]
    readings: Mapping[str, Reading]
    expectations: tuple[Expectation, ...] = ()
    files: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @cached_property
    def by_cite(self) -> Mapping[str, tuple[Norm, ...]]:
        """The norms of every cite and of every provision."""
        found: dict[str, list[Norm]] = {}
        for norm in self.norms:
            for name in {norm.cite, norm.provision}:
                found.setdefault(name, []).append(norm)
        return {name: tuple(norms) for name, norms in found.items()}

    def text_of(self, cite: str) -> Provision | None:
        """Return the provision that holds the words of a cite: its own, or the one that reports it."""
        if cite in self.provisions:
            return self.provisions[cite]
        return next((p for p in self.provisions.values() if p.reports == cite), None)
