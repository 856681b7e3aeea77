"""What an answer is made of: standings, grounds, the derivation, the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from igov.terms.assignment import Claim, Norm, Part
from igov.terms.order import Axis, Step


class Verdict(StrEnum):
    """What a claim is worth; exactly one of them, or none where the sentence was not understood."""

    SUPPORTED = "SUPPORTED"
    OVERSTATED = "OVERSTATED"
    CONTRADICTED = "CONTRADICTED"
    DISPUTED = "DISPUTED"
    SILENT = "SILENT"


class Standing(StrEnum):
    """How a claim stands to a norm on one axis: says no more, goes further, or speaks of something else."""

    WITHIN = "within"
    BEYOND = "beyond"
    APART = "apart"


class Ground(StrEnum):
    """Why one norm prevails over another."""

    EXPLICIT = "explicit"
    SUPERIOR = "lex superior"
    SPECIALIS = "lex specialis"
    POSTERIOR = "lex posterior"


@dataclass(frozen=True, slots=True)
class VocabularyStep:
    """A step taken: "Brazil is a Member State", on what basis."""

    axis: Axis
    narrow: str
    step: Step


@dataclass(frozen=True, slots=True)
class Bearing:
    """What one norm does for or against a part of the claim.

    `side` is "supports", "opposes", "denies" (a norm against that bears out a denial) or "would support" (of the
    weakened claim); `standings` has one entry an axis; `steps` are the vocabulary steps that led from claim to norm;
    `readings` and `limits` are what the bearing rests on; `axes` are those on which the claim goes beyond the norm.
    """

    norm: Norm
    side: str
    standings: Mapping[Axis, Standing]
    steps: tuple[VocabularyStep, ...] = ()
    readings: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    axes: tuple[Axis, ...] = ()


@dataclass(frozen=True, slots=True)
class Defeat:
    """That one norm prevails over another, and the ground."""

    winner: Norm
    loser: Norm
    ground: Ground


@dataclass(frozen=True, slots=True)
class PartJudgement:
    """The verdict on one holder of one part, with what bears on it.

    `bearings` are those that decide it, the best first; `others` bear the same way and were not needed;
    `nearest` are norms that miss, for SILENT, each with the axes on which it misses.
    """

    part: Part
    verdict: Verdict
    axes: tuple[Axis, ...] = ()
    bearings: tuple[Bearing, ...] = ()
    others: tuple[Bearing, ...] = ()
    defeats: tuple[Defeat, ...] = ()
    nearest: tuple[Bearing, ...] = ()
    wording: Part | None = None
    """The weaker part that the text does bear out, for OVERSTATED."""
    instead: Bearing | None = None
    """The nearest thing the texts do give that holder on that topic, for CONTRADICTED."""
    unplaced: tuple[str, ...] = ()
    """Holders that no class covers."""
    hangs_on: tuple[str, ...] = ()
    """The cites of norms on which it hangs, and of which it is undecided whether they apply: DISPUTED for that."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a claim, and the derivation it comes from.

    `standing` is "adopted", "draft", "both" or None; `rests_on` are readings that are on and decide it;
    `without` gives, for every reading that would change the answer, the verdict with it switched.
    """

    claim: Claim
    verdict: Verdict
    axes: tuple[Axis, ...]
    cites: tuple[str, ...]
    parts: tuple[PartJudgement, ...]
    standing: str | None
    rests_on: tuple[str, ...] = ()
    without: Mapping[str, Verdict] | None = None
    limits: tuple[str, ...] = ()
    adopted_only: Verdict | None = None
    """What the adopted texts alone say, where an adopted text and a draft meet."""
    assumed: Mapping[str, bool] | None = None
    """Every reading and whether it was on."""
    instruments: tuple[str, ...] = ()
    holds_if: tuple[tuple[str, ...], ...] = ()
    """The least sets of facts of the case that settle the verdict; a fact that must be false is written "not X"."""
    otherwise: Verdict | None = None
    """The verdict where the facts are the other way about."""
    cut_off: bool = False
    """Whether there were too many facts to look through them all."""


class Ready(NamedTuple):
    """A claim ready to be spoken, and what the judge says of it."""

    part: Part
    judgement: Judgement
