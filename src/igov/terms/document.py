"""Documents and what is found in them: text, sentences with their places, and the verdicts on those that claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: where it starts and ends in its text, and its words without marks of layout."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read: its name, its text, its title where it has one, and its sentences in order."""

    name: str
    text: str
    sentences: tuple[Sentence, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a sentence of a document: its verdict and why, or the problem for which there is none.

    `claim` is the whole answer to the claim, as one object.
    """

    sentence: Sentence
    verdict: str | None
    axes: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    because: str = ""
    instead: str = ""
    standing: str | None = None
    problem: str | None = None
    claim: Mapping[str, object] = field(default_factory=dict)
