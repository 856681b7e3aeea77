"""Holders by topics: what the judge says of every position that a holder could claim over a topic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from igov.terms.assignment import Norm
from igov.terms.verdict import Verdict

Topic = frozenset[str]


class Rung(NamedTuple):
    """One position said of one holder over one topic: its verdict, and the norms for and against that decide it."""

    position: str
    verdict: Verdict
    gives: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one holder may and may not say it holds over one topic, the strongest position first."""

    rungs: tuple[Rung, ...]

    @property
    def held(self) -> Rung | None:
        """The strongest position that the texts bear out."""
        return self._first(Verdict.SUPPORTED)

    @property
    def disputed(self) -> Rung | None:
        """The strongest position on which the texts meet and nothing settles it."""
        return self._first(Verdict.DISPUTED)

    @property
    def barred(self) -> Rung | None:
        """The strongest position that the texts deny."""
        return self._first(Verdict.CONTRADICTED)

    @property
    def kind(self) -> str:
        """What the cell says in a word: held, disputed, barred, or only in part."""
        if self.held:
            return "held"
        return "disputed" if self.disputed else "barred" if self.barred else "part"

    def _first(self, verdict: Verdict) -> Rung | None:
        return next((rung for rung in self.rungs if rung.verdict is verdict), None)


class Setting(NamedTuple):
    """Which texts answer (by their place among the choices), drafts or none, and which readings are on."""

    texts: int
    adopted_only: bool
    on: frozenset[str]


@dataclass(frozen=True, eq=False)
class Matrix:
    """The cells of every setting, row by row; None where the texts say nothing of a holder over a topic.

    `positions` come strongest first, each with its height: how many stand in the longest chain down from it. `texts`
    are the choices of instruments, the first of them all together; `opened` is the setting that was asked for;
    `left_out` are holders and topics for which there was no room.
    """

    holders: tuple[str, ...]
    topics: tuple[Topic, ...]
    positions: tuple[tuple[str, int], ...]
    texts: tuple[tuple[str, ...], ...]
    readings: tuple[str, ...]
    cells: Mapping[Setting, tuple[Cell | None, ...]]
    norms: Mapping[Setting, Mapping[str, Norm]]
    opened: Setting
    left_out: tuple[int, int] = (0, 0)

    def cell(self, setting: Setting, holder: str, topic: Topic) -> Cell | None:
        """Return what a holder has over a topic in a setting."""
        return self.cells[setting][self.holders.index(holder) * len(self.topics) + self.topics.index(topic)]
