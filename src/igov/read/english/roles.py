"""The general construction: who, holding what, doing what, over what; active, passive and turned about."""

from __future__ import annotations

from dataclasses import replace

from igov.read.english.composing import compose
from igov.read.english.drafting import Draft
from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match, search
from igov.read.english.phrases import stems_of, values_of
from igov.read.english.scene import Marks, Scene, kinds
from igov.read.english.seeing import Seen, see, strange
from igov.read.english.shared import Clause, Parts, holder_of
from igov.read.english.subject import Found, subject
from igov.read.english.turning import echoed, left_out, turned
from igov.terms.assignment import Denies, Holder, Quantity, Share
from igov.terms.order import Axis


def roles(scene: Scene, clause: Clause) -> Parts | None:
    """Return the parts that a clause comes to, or None where nothing of it was understood."""
    plain = turned(scene, clause.marks)
    if plain is not clause.marks:
        clause.put(plain)
    _listed(clause)
    _one_of_them(clause)
    told = left_out(scene, clause) or echoed(scene, clause) or _relative(scene, clause)
    if told:
        return told
    found = subject(scene, clause)
    nobody = not found.holders and not clause.before
    if nobody and (not found.subject or not search(r"[MbdhglkNw]", clause.kinds[1:])):
        return None
    return _read(scene, clause, found)


def unqualified(scene: Scene, clause: Clause) -> None:
    """Member States that seek representation should elect a speaker: what they should do is the matter."""
    marks = clause.marks
    found = match(r"^((?:q?H[,cK]*)+)[eiP]", kinds(marks))
    if not found:
        return
    for at in range(found.end(), len(marks)):
        if marks[at].kind in ";c":
            return
        if marks[at].kind == "M":
            ahead = at + 1
            while ahead < len(marks) and (
                marks[ahead].kind in "Nbkh" or (marks[ahead].kind == "w" and not strange(scene, marks[ahead]))
            ):
                ahead += 1
            if ahead < len(marks) and (marks[ahead].kind in "w=" or _of_other_matters(scene, marks[ahead])):
                clause.put([*marks[: found.end(1)], *marks[at:]])
                return


def _of_other_matters(scene: Scene, mark: Mark) -> bool:
    """Say whether a mark is a topic of which the texts know nothing, such as taxation."""
    topic = scene.lexicon.vocabulary.term(Axis.TOPIC, mark.value) if mark.kind == "T" else None
    return topic is not None and topic.kind == "subject"


def _listed(clause: Clause) -> None:
    """APNIC is on the list of bodies the ITU is to work with: the act is the ITU's, with APNIC."""
    marks = clause.marks
    string = clause.kinds
    found = match(r"^(q?H)(?:a(?:q?H))?b(?:q?H)f(A)v(H)$", string) if string[-2:] == "vH" else None
    if found and marks[-1].value == "itu":  # one of the organizations for more collaboration with the ITU
        clause.put([marks[-1], marks[found.start(2)], marks[-2], *marks[: found.end(1)]])
        return
    if not marks or marks[-1].kind != "v":
        return
    found = match(r"^((?:q?H[,cK]*)+),?b[^HMhd]*(?:H)?e?((?:q?H)+)([MbhdlAkw].*)v$", kinds(marks))
    if found:
        between = marks[found.end(1) : found.start(2)]  # they are not among them, they are none of them
        nay = [replace(m, kind="N", value="not") for m in between if m.kind == "N" or m.count == "none"]
        modal = found.start(3) + (found.group(3)[0] in "Mbhdl")
        clause.put(
            [
                *marks[found.start(2) : found.end(2)],
                *marks[found.start(3) : modal],
                *nay,
                *marks[modal : found.end(3)],
                marks[-1],
                *marks[: found.end(1)],
            ]
        )


def _one_of_them(clause: Clause) -> None:
    """Companies have an important role; international organizations have one in standards, others none in policies."""
    if not clause.last:
        return
    string, who = clause.kinds, r"^(?:(?:q?H[,cK]*)+|r)N?"
    found = match(who + r"[Mk]*h([qZ])[io][AT]", string) or match(who + r"[Mkh]*([wA])(?:[io][AT]|L|$)", string)
    if not found:
        return
    at = found.start(1)
    mark = clause.marks[at]
    held = clause.last[-1].position
    role = replace(mark, kind="P", value=held)
    if mark.kind == "Z":
        role = replace(role, value="role" if held.endswith("-role") else held)  # not one of any sort
        if clause.scene.spelled([mark]) != ["none"] or clause.last[-1].denied:
            return
        nay = replace(mark, kind="N", value="not")
        clause.put([*clause.marks[: at - 1], nay, *clause.marks[at - 1 : at], role, *clause.marks[at + 1 :]])
    elif mark.value in {"one", "own"} or clause.scene.spelled([mark])[-1:] == ["own"]:
        clause.put([*clause.marks[:at], role, *clause.marks[at + 1 :]])


def _relative(scene: Scene, clause: Clause) -> Parts | None:
    """ICANN is the only organization with which the ITU is to explore collaboration: the act is the ITU's."""
    marks = clause.marks
    string = kinds(marks)
    if "b" not in string or "e" not in string:
        return None
    found = match(r"^((?:q?H[,cK]*)+)M?bN?([On]?)[^HMe]*(?:q?H)?v?e(P?)((?:q?H)+)(?=[MbdhlAkw])", string)
    if not found:
        return None
    only = marks[found.start(2) : found.end(2)]
    inner = Clause(scene, [*marks[found.start(4) : found.end(4)], *marks[found.end(4) :]], clause.voice)
    focus = [m.value.partition("=")[0] for m in marks[: found.end(1)] if m.kind == "H"]
    parts = roles(scene, inner)
    if not parts:
        return None
    clause.used |= inner.used | {m.first for m in only}
    beside = any(m.kind == "n" for m in only)
    denied = any(m.kind == "N" or m.count == "none" for m in marks[found.end(1) : found.start(4)])
    clause.use("Nn")
    share = Share.ONLY_WITH if only and not beside else Share.SOME
    if parts[0].activity == "consult":  # the only ones whom governments consult are the only ones who take part
        who = tuple(holder_of(m) for m in marks[: found.end(1)] if m.kind == "H")
        nay = Denies.POSITION if denied else None
        return (replace(parts[0], holders=who, share=Share.ONLY if only and not beside else Share.SOME, denied=nay),)
    return tuple(
        replace(p, counterpart=f, share=share, denied=Denies.POSITION if denied != (p.denied is not None) else None)
        for f in focus
        for p in parts[:1]
    )


def _read(scene: Scene, clause: Clause, found: Found) -> Parts | None:
    seen = see(scene, clause, found)
    _compared(clause, seen)
    if "E" in clause.kinds:
        clause.use("EK")
        if not any(m.kind == "E" for m in found.rest):
            seen.denied += 1
    if seen.force is None:
        seen.force = clause.force_before
    holders = (
        tuple(holder_of(m) for m in found.holders)
        or clause.before
        or ((Holder(found.subject),) if found.subject else ())
    )
    if any(m.count in {"none", "not-all"} for m in found.holders):
        seen.denied += 1
    if seen.denied % 2 == 0:  # none may be left out: all are in
        holders = (
            tuple(
                replace(holder, quantity=Quantity.ALL) if mark.count == "none" else holder
                for holder, mark in zip(holders, found.holders or (None,) * len(holders), strict=False)
                if mark is not None
            )
            or holders
        )
    said = _said_of_it(scene, clause.marks)
    if said and not seen.verb:
        seen.verb = said
    return compose(Draft(scene, clause, found, seen, holders))


def _said_of_it(scene: Scene, marks: Marks) -> str:
    """Return the unknown verb of a clause whose subject is an act: closer ties, the role X has, should be cleared."""
    string = kinds(marks)
    found = (match(r"^(?:q?H')?A[^MbdhgeN]*M[Nz]*b?", string)) or (
        match(r"^[AP](?:[io][TA]*)*e(?:q?H[,cK]*)+[^eMbH]*(?:q?H)?[^eMbHN]*M[Nz]*(?:b|(?=w))", string)
        if "e" in string
        else None
    )
    if not found or search(r"[APGQgNXT]", string[found.end() :]):
        return ""
    related = "e" in found[0]
    told = marks[found.end() :]
    if match(r"^w[if]+w", kinds(told)) and not strange(scene, told[0]):
        told = told[1:]  # come up for review
        told = told[next(at for at, m in enumerate(told) if m.kind == "w") :]
    rest = [m for m in told if m.kind != "w" or related or strange(scene, m)]
    return scene.words[rest[0].first].text if rest and rest[0].kind in "wF=" else ""


_COMPARED = stems_of("compared")
"""Words that show that a bigger role is bigger than another's."""


def _compared(clause: Clause, seen: Seen) -> None:
    """A bigger role is an unequal one only beside another's; alone it is a role."""
    stems = clause.stems
    if seen.quality == "unequal" and not (stems & _COMPARED or _of_some_states(clause)):
        seen.quality = ""
        seen.positions.insert(0, "participation" if "part" in stems else "role")
        seen.first = seen.first or "P"


_SMALLER = values_of("lessened")
_RANKED = values_of("ranked")


def _of_some_states(clause: Clause) -> bool:
    """Small countries should have a lesser role: a lesser one than other States."""
    scene = clause.scene
    less = bool(_SMALLER.intersection(scene.spelled(m for m in clause.marks if m.kind == "Q")))
    told = {text for m in clause.marks if m.kind in "wH" for text in scene.spelled([m])}
    for mark in clause.marks:
        if mark.kind != "H" or not clause.order_above(mark.value, "states"):
            continue
        if mark.count in {"several", "not-all"} or told & _RANKED or (less and mark.value != "states"):
            return True
    return False
