"""What two instruments do differently: a typed value, with both cites and both quotations, that explains itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from igov.terms.assignment import Norm
from igov.terms.order import Axis


class Change(StrEnum):
    """What became of a norm of the first instrument in the second; the order is that of telling."""

    ADDED = "added"
    STRENGTHENED = "strengthened"
    WIDENED = "widened"
    WEAKENED = "weakened"
    NARROWED = "narrowed"
    RESTATED = "restated"
    DROPPED = "dropped"


_MISSES = {Axis.POSITION: "another position", Axis.ACTIVITY: "another act", Axis.TOPIC: "another topic"}

_VERBS = {
    Change.STRENGTHENED: "strengthens",
    Change.WIDENED: "widens",
    Change.WEAKENED: "weakens",
    Change.NARROWED: "narrows",
    Change.RESTATED: "restates",
}


@dataclass(frozen=True, slots=True)
class Shift:
    """The change on one axis, with what stood there before and after in words; an empty text is nothing at all."""

    axis: Axis
    change: Change
    before: str
    after: str

    def __str__(self) -> str:
        if self.axis is Axis.SCOPE:
            return f"drops the limit “{self.before}”" if self.before else f"adds the limit “{self.after}”"
        if not self.before:
            return f"adds “{self.after}”"
        if not self.after:
            return f"drops “{self.before}”"
        return f"“{self.after}” for “{self.before}”"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One side of a difference: the words, where they stand, whose paragraph answers for them, and the norms they give.

    `paraphrase` is True where the words are ours; `basis` says then what they rest on.
    """

    cite: str
    provision: str
    instrument: str
    words: str
    norms: tuple[Norm, ...]
    paraphrase: bool = False
    basis: str = "seen"

    @property
    def place(self) -> str:
        """The cite, and where it is reported if the words stand elsewhere."""
        return self.cite if self.cite == self.provision else f"{self.cite} as reported in {self.provision}"

    @property
    def mark(self) -> str:
        """The mark of a paraphrase, empty for the instrument's own words."""
        return f"paraphrase, {self.basis}: check against the text" if self.paraphrase else ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one run of words in the second instrument does to one in the first, or that either stands alone.

    `shifts` has one entry for every axis on which the norms differ; `gone` and `new` are the words that only the first
    and only the second has, where both are the instruments' own; `readings` are those that the words of either bear;
    `nearest` is, for what is added, the norm of the first instrument that comes closest, and `apart` the axes on which
    it misses; `gist` says what stands alone.
    """

    change: Change
    before: Quotation | None
    after: Quotation | None
    before_name: str
    after_name: str
    shifts: tuple[Shift, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    reported: bool = False
    nearest: Quotation | None = None
    apart: tuple[Axis, ...] = ()
    gist: str = ""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every kind of change in it, in the order of telling."""
        found = {shift.change for shift in self.shifts} | {self.change}
        return tuple(change for change in Change if change in found)

    @property
    def goes_beyond(self) -> bool:
        """Whether the second instrument says more than the first: something added, strengthened or widened."""
        return bool({Change.ADDED, Change.STRENGTHENED, Change.WIDENED} & set(self.changes))

    @property
    def sentence(self) -> str:
        """The difference as an English sentence."""
        if self.before is None and self.after is not None:
            text = f"{self.after.provision} has no basis in {self.before_name}: {self.gist}"
            if self.nearest is not None:
                text += f"; nearest is {self.nearest.cite}"
                text += f" ({', '.join(_MISSES[axis] for axis in self.apart)})" if self.apart else ""
            return f"{text}."
        if self.after is None and self.before is not None:
            return f"{self.before.cite} has nothing like it in {self.after_name}: {self.gist}."
        if self.before is None or self.after is None:  # pragma: no cover  one of the two always stands
            return ""
        if self.reported and not self.shifts:
            text = f"{self.after.provision} restates {self.before.cite}"
            if self.before.provision == self.after.provision:
                text += ", which is known here only so"
        else:
            text = f"{self.after.provision} {self._told(self.before.cite)}"
        if self.readings and self.reported:
            text += "; the words bear two readings"
        return f"{text}."

    def _told(self, cite: str) -> str:
        by_change: dict[Change, list[str]] = {}
        for shift in self.shifts:
            by_change.setdefault(shift.change, []).append(str(shift))
        told = []
        for number, change in enumerate(self.changes):
            shifts = f": {', '.join(by_change[change])}" if change in by_change else ""
            told.append(f"{_VERBS[change]} {'it' if number else cite}{shifts}")
        return "; it ".join(told)
