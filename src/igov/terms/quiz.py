"""What a quiz is made of: items, their choices or pairs, and what the judge was asked about each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from igov.terms.assignment import Part
from igov.terms.order import Axis
from igov.terms.verdict import Verdict


class Kind(StrEnum):
    """What an item asks."""

    WHO = "who"
    VERDICT = "verdict"
    MATCH = "match"
    CLAUSE = "clause"
    PICK = "pick"
    AXIS = "axis"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be answered, whether it is right, and why or why not, with the clauses that say so.

    One of `part`, `verdict`, `axis` and `clause` is set: what the choice says, for the judge to prove.
    """

    text: str
    right: bool
    feedback: str
    cites: tuple[str, ...] = ()
    part: Part | None = None
    verdict: Verdict | None = None
    axis: Axis | None = None
    clause: str | None = None
    before: Verdict | None = None
    """The verdict before a reading is switched, `verdict` being the one after."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A holder and the role to match with it; the judge bears out `part` and no other joining of the item."""

    left: str
    right: str
    feedback: str
    cites: tuple[str, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class Item:
    """A question with exactly one right choice, or with pairs that match in exactly one way.

    `part` is the claim that the question is about, if there is one; `sought` the verdict that the right choice alone
    gets; `reading` the one that the question switches.
    """

    id: str
    kind: Kind
    level: int
    prompt: str
    explanation: str
    cites: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    pairs: tuple[Pair, ...] = ()
    part: Part | None = None
    sought: Verdict | None = None
    reading: str | None = None

    @property
    def answer(self) -> int:
        """The place of the right choice."""
        return next(place for place, choice in enumerate(self.choices) if choice.right)
