"""A debate on a motion: what it is to a delegation, what the texts let it say, and what was said and judged."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from igov.terms.assignment import Claim, Norm
from igov.terms.conflict import Supposition
from igov.terms.verdict import Judgement, Ready, Verdict


class Tie(StrEnum):
    """What a motion is to a delegation: it gives it something, takes something from it, or is about others."""

    GIVES = "gives"
    TAKES = "takes"
    OTHERS = "others"


class Stance(StrEnum):
    """What the texts let a delegation do about a motion."""

    FOR = "for"
    CONTEND = "contend"
    """For it, with clauses on its side and others against it."""
    LESS = "for less"
    INSTEAD = "instead"
    """It cannot be held; something else is given."""
    AMEND = "amend"
    """Against it as it is worded."""
    AGAINST = "against"
    CONCEDE = "concede"
    """It cannot be denied; what the delegation does have stands beside it."""
    EITHER = "either"
    OPEN = "open"
    """The texts are silent."""


PRO = frozenset({Stance.FOR, Stance.CONTEND, Stance.LESS, Stance.INSTEAD})
"""Who speaks for a motion, or for something of it."""
CONTRA = frozenset({Stance.AMEND, Stance.AGAINST, Stance.CONCEDE})
"""Who speaks against it, or has something to lose by it."""


class Use(StrEnum):
    """What a clause is good for to the one who cites it."""

    BEARS_OUT = "bears the motion out"
    OPPOSES = "opposes the motion"
    FALLS_SHORT = "gives less than the motion"
    YOURS = "gives you a part"


class Citable(NamedTuple):
    """A norm that a delegation can cite, and what for."""

    norm: Norm
    use: Use


class Aim(StrEnum):
    """Why an attack is to be expected."""

    MOTION = "motion"
    """The clause bears on the motion itself, on the other side."""
    SHUT_OUT = "shut out"
    """The clause shuts the delegation out."""
    THEIRS = "theirs"
    """The clause gives others what the delegation has not."""


class Attack(NamedTuple):
    """What others will say, with the norm they cite; `by` are delegations, none where any of them may."""

    by: tuple[str, ...]
    aim: Aim
    norm: Norm
    ready: Ready


class Weakness(StrEnum):
    """What weakens a clause in the hand of the one who cites it."""

    LIMITS = "limits"
    DRAFT = "draft"
    REPORTED = "reported"
    PAST = "past"
    MAY = "may"
    READING = "reading"
    UNPLACED = "unplaced"


class Bound(NamedTuple):
    """One thing that a delegation must not hide: its kind, the limits or readings it is about, and the provisions."""

    weakness: Weakness
    names: tuple[str, ...]
    cites: tuple[str, ...]


class Card(NamedTuple):
    """What one delegation has in its hand.

    `of_you` is the verdict on the motion said of the delegation itself, where it is about others.
    """

    holder: str
    tie: Tie
    stance: Stance
    of_you: Ready | None
    speak: tuple[Ready, ...]
    citable: tuple[Citable, ...]
    attacks: tuple[Attack, ...]
    bounds: tuple[Bound, ...]
    overreach: tuple[Ready, ...]


class Switched(NamedTuple):
    """A reading switched that would change the verdict, and the delegations whose stance would change with it."""

    supposed: Supposition
    stances: tuple[tuple[str, Stance], ...]


class Phase(StrEnum):
    """What happens at a time of the running order."""

    OPENING = "opening"
    CARDS = "cards"
    STATEMENTS = "statements"
    QUESTIONS = "questions"
    CAUCUS = "caucus"
    CLOSING = "closing"
    VOTE = "vote"
    VERDICT = "verdict"


class Slot(NamedTuple):
    """A stretch of the running order in minutes from the start; `seconds` are those of each speaker."""

    start: int
    end: int
    phase: Phase
    speakers: tuple[str, ...] = ()
    seconds: int = 0


class Kit(NamedTuple):
    """All that a debate on a motion needs.

    `adopted` and `draft` judge it by the texts of one kind alone, where texts of both kinds were asked.
    """

    claim: Claim
    judgement: Judgement
    adopted: Judgement | None
    draft: Judgement | None
    readings: tuple[Switched, ...]
    cards: tuple[Card, ...]
    order: tuple[Slot, ...]


class Sitting(NamedTuple):
    """Under which rules claims are judged: the igov, the digest of the rules files, and what was chosen."""

    igov: str
    digest: str
    instruments: tuple[str, ...]
    assume: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    adopted_only: bool = False


class Ruling(NamedTuple):
    """A claim as it was spoken, and what it was worth; without a verdict it was not understood, and `problem` says why.

    `delegation` is the term that the speaker's name stands for, where it stands for one; `read_as` is the sentence that
    was judged, where it is not the one that was spoken ("we" is the speaker).
    """

    speaker: str
    delegation: str | None
    claim: str
    verdict: Verdict | None
    axes: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    draft: bool = False
    because: str = ""
    read_as: str | None = None


class Opening(NamedTuple):
    """What a record begins with: the motion, where there is one, and the delegations that were seated."""

    motion: str | None = None
    seats: tuple[str, ...] = ()


class Event(NamedTuple):
    """One line of a record: the opening, a ruling, a ruling taken back, other rules, or lines set aside.

    `undoes` is the number of the ruling that is taken back; `sitting` are the rules from here on; `aside` are the lines
    of the file that cannot be read.
    """

    number: int
    at: str
    opening: Opening | None = None
    ruling: Ruling | None = None
    undoes: int | None = None
    sitting: Sitting | None = None
    aside: tuple[int, ...] = ()


class Record(NamedTuple):
    """A debate as it was recorded: what happened, in its order, and the lines at its end that are torn."""

    events: tuple[Event, ...] = ()
    torn: tuple[int, ...] = ()

    @property
    def opening(self) -> Opening:
        """The motion and the delegations with which it was opened."""
        return next((event.opening for event in self.events if event.opening is not None), Opening())

    @property
    def sitting(self) -> Sitting | None:
        """The rules under which the last claims were judged."""
        return next((event.sitting for event in reversed(self.events) if event.sitting is not None), None)

    @property
    def standing(self) -> tuple[tuple[int, Ruling], ...]:
        """The rulings that were not taken back, with their numbers, in their order."""
        undone = {event.undoes for event in self.events}
        return tuple(
            (event.number, event.ruling)
            for event in self.events
            if event.ruling is not None and event.number not in undone
        )

    def then(self, event: Event) -> Record:
        """Return the record with one more event."""
        return Record((*self.events, event))


class Score(NamedTuple):
    """What the claims of one speaker came to: a count for each verdict, and of those not understood (None)."""

    speaker: str
    delegation: str | None
    counts: tuple[tuple[Verdict | None, int], ...]

    @property
    def total(self) -> int:
        """How many claims were spoken."""
        return sum(count for _, count in self.counts)
