"""Where norms meet that cannot both be followed, where superiority runs in a circle, and what a change would do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from igov.terms.assignment import Norm, Part
from igov.terms.verdict import Ground, Judgement


@dataclass(frozen=True, slots=True)
class Conflict:
    """A norm that gives and one that forbids, a claim on which they meet, and what settles it, if anything.

    `drafted` says that one of the two stands in a draft and the other does not, which is why nothing settles it.
    """

    gives: Norm
    forbids: Norm
    meeting: Part
    ground: Ground | None = None
    winner: Norm | None = None
    drafted: bool = False

    @property
    def head_on(self) -> bool:
        """Whether the matter of one lies wholly within the other's; else they meet only where a matter is of both."""
        return self.meeting.topic in {self.gives.topic, self.forbids.topic}

    @property
    def loser(self) -> Norm | None:
        """The norm that yields; None where nothing settles it."""
        return None if self.winner is None else self.forbids if self.winner is self.gives else self.gives


@dataclass(frozen=True, slots=True)
class Circle:
    """Norms each of which prevails over the next, and the last over the first, with the ground of each step."""

    norms: tuple[Norm, ...]
    grounds: tuple[Ground, ...]


class MoveKind(StrEnum):
    """What can be chosen otherwise: what the words mean, what is so, which texts answer."""

    READING = "reading"
    FACT = "fact"
    INSTRUMENT = "instrument"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """One choice made otherwise: a reading or a fact set, an instrument asked too, the drafts left out (`on` False)."""

    kind: MoveKind
    name: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Supposition:
    """The judgement of a claim before and after a move, and which norms bear only after it and only before it."""

    move: Move
    before: Judgement
    after: Judgement
    come: tuple[Norm, ...]
    go: tuple[Norm, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The least sets of moves under which a claim is supported; `already` where it is so as it stands.

    `tried` counts the moves looked through; `cut_off` says that there were more.
    """

    sets: tuple[tuple[Move, ...], ...]
    already: bool
    tried: int
    cut_off: bool
