"""A part in the making: what is held, with what force, by whom alone, and what of it is denied."""

from __future__ import annotations

from itertools import pairwise

from igov.read.english.canon import POLICY
from igov.read.english.phrases import values_of
from igov.read.english.scene import Scene
from igov.read.english.seeing import Seen
from igov.read.english.shared import Clause, part_of, tense_of
from igov.read.english.subject import Found
from igov.terms.assignment import UNSPECIFIED, Denies, Force, Holder, Part, Share
from igov.terms.order import Axis

_CONSTITUTIVE = values_of("constitutive")
"""Positions that a present tense constitutes, so that it counts as said."""


_MADE = frozenset({"economic-development", "technical-development", "standards"})
"""Topics that are something being made."""


class Draft:
    """A part in the making."""

    __slots__ = (
        *("act", "against", "clause", "counterpart", "found", "holders"),
        *("limits", "position", "scene", "seen", "topics"),
    )

    def __init__(self, scene: Scene, clause: Clause, found: Found, seen: Seen, holders: tuple[Holder, ...]) -> None:
        """Begin with who holds and what was seen."""
        self.scene, self.clause, self.found, self.seen, self.holders = scene, clause, found, seen, holders
        self.position, self.act = "", UNSPECIFIED
        self.counterpart: str | None = None
        self.topics: frozenset[str] = frozenset()
        self.limits: tuple[str, ...] = ()
        self.against: tuple[str, ...] = ()

    @property
    def terms(self) -> set[str]:
        """The terms of those who hold."""
        return {h.term for h in self.holders}

    @property
    def others(self) -> set[str]:
        """The terms of the others who are named."""
        return {m.value.partition("=")[0] for _, m in self.seen.others}

    def party(self, term: str) -> bool:
        """Say whether somebody is one of all parties."""
        return "all-parties" in self.scene.lexicon.vocabulary.order(Axis.HOLDER).above(term)

    def part(self, position: str, topic: frozenset[str]) -> Part:
        """Return the part with one position and one topic."""
        force, share, denied = _said(self)
        if force is None:
            tense = tense_of(self.scene, self.clause.marks)
            force = tense if tense is Force.WAS else Force.IS if position in _CONSTITUTIVE else None
        holders = self.holders
        if self.seen.quality == "unequal" and position == "equal":
            denied = None if self.seen.denied % 2 else Denies.POSITION
            if topic <= _WHOLE and all(self.clause.order_above(term, "states") for term in self.terms):
                holders = (Holder("states"),)  # it is States that are not equal then
        return part_of(
            self.scene,
            self.clause,
            holders,
            position,
            topic,
            activity=self.act,
            force=force,
            limits=self.limits,
            denied_limits=self.against,
            share=share,
            counterpart=self.counterpart,
            denied=denied,
        )


_WHOLE = frozenset({"governance", "internet"})


def position_of(draft: Draft) -> str:
    """Return what is held, by the first or the strongest word for it."""
    seen = draft.seen
    told = _told_position(seen)
    if draft.found.involved and "participation" in seen.positions and told == "act":
        return "participation"
    duties = (m.kind == "M" and draft.scene.stems([m]) & {"duti", "obligation"} for m in draft.found.rest)
    if told in {"", "right"} and not seen.acts and any(duties):
        seen.positions.append("responsibility")
        seen.force = None
        return told or "responsibility"
    deciding = draft.clause.stems & {"decid", "determin"}
    if told == "act" and deciding and (seen.given or seen.topics & POLICY):
        return "authority"
    if (
        told == "act"
        and seen.acts[:1] == ["develop"]
        and draft.terms == {"itu"}
        and seen.denied % 2
        and seen.topics <= {"internet"}
    ):
        return "constructive-role"  # what stands in the way of the development plays no such role in it
    if told == "act" and (seen.acts[:1] == ["develop"] or seen.topics & _MADE) and _contributing(draft):
        return "participation"
    if told == "act" and seen.acts == ["contribute"] and "multistakeholder-fora" in seen.topics:
        return "participation"
    if told == "act" and seen.denied % 2 and _left_without(draft):
        return "participation"
    if not told and draft.found.passive and (draft.found.belongs or seen.only):
        return "participation"
    return told


def _contributing(draft: Draft) -> bool:
    """Say whether somebody other than States, who are invited to, contributes to the development."""
    act = next((m for m in draft.found.rest if m.kind == "A"), None)
    if act is None or "contribut" not in draft.scene.stems([act]):
        return False
    return not any(draft.clause.order_above(term, "states") for term in draft.terms)


def _left_without(draft: Draft) -> bool:
    """It should be developed without companies: they should have no part in it."""
    return any(
        mark.kind == "G" and after.kind == "H" and after.value in draft.terms and draft.scene.text([mark]) == "without"
        for mark, after in pairwise(draft.clause.marks)
    )


def _told_position(seen: Seen) -> str:
    if seen.quality and ("authority" not in seen.positions or seen.quality == "unequal"):
        return "equal"
    if seen.out:
        return "participation"
    order = seen.positions
    if order[:1] == ["role"]:
        order = [next((p for p in order[1:] if p.endswith("-role") or p in {"lead", "right", "authority"}), "role")]
    if seen.nothing or (seen.helped and not order):
        return "participation"
    acts = {*seen.acts} - {"contribute"}
    fora = {"multistakeholder-fora", "multistakeholder-processes"} if seen.force is Force.MAY else set()
    if not order and seen.topics & {"national-delegations", "itu-membership", *fora} and not acts:
        return "participation"
    if order[:1] == ["role"] and seen.denied % 2:
        order = ["participation", *order[1:]]
    if not order:
        return "act" if seen.acts or seen.first else ""
    if "authority" in order and order[0] in {"right", "responsibility", "authority", "role"}:
        return "authority"
    boosted = seen.acts == ["boost"] and not seen.others  # who needs enhanced participation needs to take part
    if seen.first == "A" and order[0] in {"participation", "role", "responsibility"} and not boosted:
        return "act"
    return order[0]


def _said(draft: Draft) -> tuple[Force | None, Share, Denies | None]:
    """Return the force, the share and what is denied."""
    seen, marks = draft.seen, draft.clause.marks
    odd = seen.denied % 2 == 1
    denied: Denies | None = Denies.POSITION if odd else None
    share = Share.SOME
    if seen.only:
        share = Share.ONLY_WITH if seen.focus and draft.counterpart else Share.ONLY
    told = draft.clause.kinds
    not_alone = "HO" in told or "N" in told[: told.find("O")]  # not only X, and X alone does not
    if seen.only and odd and "N" in told and not_alone and not ("G" in told or "X" in told):
        odd, denied, seen.not_only = False, None, True
    if seen.not_only and not odd:
        share = Share.ONLY_WITH if seen.focus and draft.counterpart else Share.ONLY
        denied = Denies.SHARE
    gates = "G" in told
    free = "P" in told and any(m.kind == "P" and draft.scene.stems([m]) & {"liberti", "fre", "free"} for m in marks)
    force = Force.MAY if free and seen.force is None else seen.force
    if force is Force.MAY and seen.denied and not odd and gates:  # none may do without: all must have
        force = Force.MUST
    if seen.needless:
        denied = Denies.FORCE
    return force, share, denied
