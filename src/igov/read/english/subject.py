"""Who a clause is about: before the verb, after it, after "by", or nobody that is known."""

from __future__ import annotations

from typing import NamedTuple

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import compiled, match, search
from igov.read.english.scene import Marks, Scene
from igov.read.english.shared import (
    Clause,
)
from igov.terms.assignment import APART

_GROUP = r"(?:E?[qX]*H(?:,?[cK],?[qXE]*[rwTF]?H|,[q]*[wTF]?H(?=[,cK]|$|[Mbdhlk]))*)"


class Found(NamedTuple):
    """Who was found to hold, and where the words about it are."""

    holders: list[Mark]
    rest: Marks
    passive: bool = False
    belongs: bool = False
    involved: bool = False
    subject: str = ""


_AFTER = (
    (True, r"P(?:Pi)?((?:[qX]*H[,cK]*)+)"),
    (False, r"y((?:O?[qX]*H[,cK]*)+)"),
    (False, r"[gG][Ooft]*((?:O?[qX]*H[,cK]*)+)"),
    (True, r"[PwQ]o((?:O?[qX]*H[,cK]*)+)"),
    (True, r"b(?:O|N)*[ovf]?((?:O?[qX]*H[,cK]*)+)(?:$|')"),
    (True, r"[wP][tifv]O?((?:[qX]*H[,cK]*)+)"),
    (False, r"O[ftyiv]?((?:[qX]*H[,cK]*)+)"),
)
"""Where a holder stands that is no subject, and whether only after the verb: involve X, by X, belongs to X."""


def subject(scene: Scene, clause: Clause) -> Found:
    """Find who a clause is about, and the words that are left to say what of them."""
    marks = clause.marks
    string = clause.kinds
    pivot = _pivot(scene, marks, string)
    best = _before(clause, string, pivot)
    if best:
        return _parted(marks, string, *best)
    if "Z" in string[:pivot]:
        return Found([Mark("H", "all-parties", marks[0].first, marks[0].last)], marks)
    if match(r"^[zkNO]*r", string) and clause.before:
        return Found([], marks)
    joint = match(r"^[zqJLMbwoi]*A[JL]*i?[vo]((?:q?H[,c]*)+)", string)
    if joint:
        group = [m for m in marks[joint.start(1) : joint.end(1)] if m.kind == "H"]
        return Found(group, [*marks[: joint.start(1)], *marks[joint.end(1) :]], passive=True)
    found = _after(marks, string, 0 if pivot == len(marks) else pivot)
    if found or (clause.before and match(r"^[zkN]*[MldhbGgA]", string)):
        return found or Found([], marks)
    named = [m for m in marks[:pivot] if m.kind in "wFTHPA"]
    return Found([], marks, subject=APART + scene.text(named[:3]) if named else "")


def _before(clause: Clause, string: str, pivot: int) -> tuple[list[Mark], int, int] | None:
    """Return the holders before the verb that no preposition governs, and where they stand."""
    best: tuple[list[Mark], int, int] | None = None
    group_here = compiled(_GROUP)  # compiled when a sentence first asks for it
    at = 0
    while at < pivot:
        found = group_here.match(string, at)
        if not found:
            at += 1
            continue
        before = string[at - 1] if at else ""
        group = [m for m in clause.marks[at : found.end()] if m.kind == "H"]
        narrower = best is not None and clause.order_above(group[0].value, best[0][-1].value)
        if best and before == "H" and clause.order_above(best[0][-1].value, group[0].value):
            best = (best[0], best[1], found.end())  # Microsoft and the Chinese government
        elif best and before in {"a", "o"}:  # civil society groups such as the APC, the government of Brazil
            if narrower and (before == "o" or group[0].value != best[0][-1].value):
                best = (group, best[1], found.end())
        elif (not before or before not in "oyivfgt") and not (best and before == ","):
            best = (group, at, found.end())
        at = found.end()
    return best


def _parted(marks: Marks, string: str, group: list[Mark], start: int, end: int) -> Found:
    """Part the holders from the rest; of a passive with an agent it is the agent that holds."""
    agent = search(r"b(A)[^,yHce]*y((?:q?H[,cK]*)+)", string[end:]) if "y" in string else None
    if agent and marks[end + agent.start(1)].value not in {"consult", "facilitate-discussion"}:
        first, last = end + agent.start(2), end + agent.end(2)
        # none of them is to be offered it by the Secretariat
        nay = [Mark("N", "not", group[0].first, group[0].first)] if group[0].count == "none" else []
        rest = [*marks[:first], *nay, *marks[last:]]
        return Found([m for m in marks[first:last] if m.kind == "H"], rest, passive=True)
    owns = string[end : end + 1] == "'"  # the States' right
    return Found(_narrowed(group), [*marks[:start], *marks[end + owns :]])


def _after(marks: Marks, string: str, late: int) -> Found | None:
    """Return the holder that stands after the verb, or in another place that is no subject."""
    for only_late, pattern in _AFTER:
        shift = late if only_late else 0
        found = compiled(pattern).search(string, shift)
        if found:
            first, last = found.span(1)
            group = [m for m in marks[first:last] if m.kind == "H"]
            more = [m for m in marks[first:last] if m.kind in "OXE"]
            owns = string[last : last + 1] == "'"
            belongs = (found[0][0] == "b" and "f" in found[0]) or found[0][0] == "G"
            rest = [*more, *marks[:first], *marks[last + owns :]]
            return Found(_narrowed(group), rest, passive=True, belongs=belongs, involved=found[0][0] == "P")
    return None


def _pivot(scene: Scene, marks: Marks, string: str) -> int:
    for at, mark in enumerate(marks):
        if mark.kind in "Mbdhl":
            return at
        if mark.kind == "k" and at and string[at - 1] in "HrNO":
            return at
        if (
            at
            and mark.kind in "AGgPVJwkTFQ"
            and (
                string[at - 1] in "Hr)"
                or (string[at - 1] == "O" and at > 1)
                or (string[at - 1] == "N" and at > 1 and string[at - 2] in "Hr")
            )
        ):
            if mark.kind in "TF" and not scene.words[mark.first].text.endswith(("es", "s", "ed")):
                continue
            return at
        if mark.kind == "e" and at and string[at - 1] == "H":
            return at
    return len(marks)


def _narrowed(group: list[Mark]) -> list[Mark]:
    """Leave out of a group what merely qualifies its neighbour."""
    return [
        m for i, m in enumerate(group) if not (i + 1 < len(group) and group[i + 1].first == m.last and m.kind == "H")
    ] or group
