"""Questions in plain English, as they were read, and the wording of the norms that they are held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from igov.terms.assignment import Force


class Kind(StrEnum):
    """What a question asks for."""

    WHO_HOLDS = "who-holds"
    ROLES_OF = "roles-of"
    MAY_X = "may-x"
    COMPARE = "compare"
    CLAUSE = "what-does-clause-say"
    WHY = "why"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Hint:
    """A word or phrase of a question: the marks that may meet it, each with how well, and how much it weighs unmet.

    A mark is a letter, a colon and a value: "H:states", "T:numbering", "A:assign", "w:reciproc".
    """

    words: str
    marks: Mapping[str, float]
    unmet: float = 2.0
    strange: bool = False
    """Whether it names a matter of which no provision speaks."""
    general: bool = False
    """Whether it asks for whatever there is ("role", "do")."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was read; `problem` says why it was not understood.

    `subjects` are the holders asked about, in order; `named` all holders in it, those of `besides` set apart;
    `hints` what else it says; `provisions` and `instruments` are those it names; `body` is the class that is asked
    for ("which organizations ..."), `toward` says that it asks with whom or for whom, `reported` that it asks whose
    view something is.
    """

    text: str
    kind: Kind | None
    subjects: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    provisions: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    force: Force | None = None
    negative: bool = False
    body: str | None = None
    toward: bool = False
    reported: bool = False
    in_field: bool = True
    problem: str | None = None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The marks of every norm and of every provision, each with how strongly it is there, and how much each tells."""

    norms: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    provisions: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The holders that the text of a provision names, in order."""
