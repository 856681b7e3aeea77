"""Sentences that put the act, the question or the praise first, and the holder after it."""

from __future__ import annotations

import re
from dataclasses import replace

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match, search
from igov.read.english.scene import Framed, Marks, Scene, kinds
from igov.read.english.shapes import said_and_denied
from igov.read.english.views import voiced

_ERRANDS = {
    "invitation": "may",
    "invit": "may",
    "instruction": "must",
    "instruct": "must",
    "order": "must",
    "request": "should",
    "advic": "should",
    "duti": "must",
    "task": "must",
}
_AFFAIRS = frozenset({"busi", "business", "job", "task", "concern", "affair", "cal", "call", "responsibl"})
_WRONG = frozenset({"mistak", "mistake", "error", "wrong", "folli", "folly"})
_TASKS = frozenset({"task", "job", "duti", "duty", "mission", "assignment", "busi", "business", "work"})
_EYES = frozenset({"eye", "ey", "view", "opinion", "mind"})


def doubled(_: Scene, framed: Framed) -> None:
    """There is no Member State that is not ...: every one is."""
    marks = framed.marks
    string = framed.kinds()
    found = search(r"(H)[wgL]?(e)[bdhlM]*(N)", string)
    if found and marks[found.start(1)].count == "none":
        holder = replace(marks[found.start(1)], count="all")
        kept = marks[found.end(2) : found.start(3)]
        framed.marks = [*marks[: found.start(1)], holder, *kept, *marks[found.end() :]]
        return
    found = search(r"([qX])[^qXHN]*(e)[bdhlM]*(N)", string)
    if found and (marks[found.start(1)].value == "none" or found.group(1) == "X"):
        every = replace(marks[found.start(1)], kind="q", value="all")
        framed.marks = [
            *marks[: found.start(1)],
            every,
            *marks[found.end(1) : found.start(2)],
            *marks[found.end(2) : found.start(3)],
            *marks[found.end() :],
        ]


def acts_first(scene: Scene, framed: Framed) -> None:
    """To take measures is compulsory for Armenia; setting policy is not a right that Tunisia has."""
    marks = framed.marks
    string = framed.kinds()
    found = match(r"^t?([APT][^bMdher]*?)(l?h?b)?(N?)w?([MGw])(?:[ftoi]|(?<=M))((?:q?H[,cK]*)+O?)'?$", string)
    if found:
        head = marks[found.start(4)]
        if head.kind == "w" and scene.stems([head]) & _WRONG:  # to consult them would be a mistake for X
            head = replace(head, kind="G", value="stop")
        act = list(marks[found.start(1) : found.end(1)])
        nay = marks[found.start(3) : found.end(3)]
        group = marks[found.start(5) : found.end(5)]
        if head.kind in {"M", "G"}:
            framed.marks = [*group, *nay, head, *_stripped(act, group)]
        return
    if _no_task(scene, framed, string):
        return
    found = match(r"^(T[^bMderH]*?)b(N)f((?:q?H[,cK]*)+)t[PAwdg][iofv]*$", string)
    if found:  # such matters are not for governments to deal with
        gate = replace(marks[found.start(2)], kind="G", value="out")
        framed.marks = [*marks[found.start(3) : found.end(3)], gate, *marks[: found.end(1)]]
        return
    found = match(r"^t?([APT][^bMder]*?)b(N?)(P)e((?:q?H[,cK]*)+)([hdM][N]?)[bh]*$", string)
    if found:
        act = marks[found.start(1) : found.end(1)]
        group = marks[found.start(4) : found.end(4)]
        nay = [
            *marks[found.start(2) : found.end(2)],
            *(m for m in marks[found.start(5) : found.end()] if m.kind == "N"),
        ]
        verb = replace(marks[found.start(5)], kind="h") if marks[found.start(5)].kind != "M" else marks[found.start(5)]
        position = marks[found.start(3)]
        framed.marks = [*group, *nay, verb, position, *_stripped(act, group)]
    found = match(r"^D[wgAPM][toi]?(A)[^HM]*?v(H)c(r?(?:q?H).*)$", string)
    if found and marks[found.start(1)].value in {"explore", "coordinate", "cooperate"}:
        # the resolutions resolve to explore ties between A and B
        between = replace(marks[found.start(2) - 1], kind="v", value="with")
        ties = replace(marks[found.start(1)], value="explore")
        framed.marks = [marks[found.start(2)], ties, between, *marks[found.start(3) :]]
        return
    found = match(r"^(A)(Mb|hb|M|b)A?v(H)c((?:q?H[,cK]*)+)$", string)
    if found and marks[found.start(1)].value == "explore":  # closer ties are to be sought between A and B
        between = replace(marks[found.start(3) - 1], kind="v", value="with")
        framed.marks = [
            marks[found.start(3)],
            *(m for m in marks[found.start(2) : found.end(2)] if m.kind == "M"),
            marks[0],
            between,
            *marks[found.start(4) :],
        ]
        return
    found = match(r"^(P[^bMder]*?)(bN?)(Q)[iv]((?:q?H[,cK]*)+)$", string)
    if found:  # responsibilities for it are unequal among Member States
        framed.marks = [
            *marks[found.start(4) :],
            *marks[found.start(2) : found.end(3)],
            *marks[found.start(1) : found.end(1)],
        ]
        return
    found = match(r"^t?([APT][^bMder]*?)b(?:w|r)?([iv])e((?:q?H[,cK]*)+)([Mhd].*)$", string)
    if found:
        act = marks[found.start(1) : found.end(1)]
        framed.marks = [*marks[found.start(3) :], marks[found.start(2)], *act]


def _no_task(scene: Scene, framed: Framed, string: str) -> bool:
    """To support them is no task of X; measures are within a State's rights; issues are not to be discussed there."""
    marks = framed.marks
    found = match(r"^t?(A[^bMder]*?)b([Xq])([PMwg])[of]?((?:q?H[,cK]*)+)$", string)
    if (
        found
        and (found.group(2) == "X" or marks[found.start(2)].value == "none")
        and scene.stems(marks[found.start(3) : found.end(3)]) & _AFFAIRS
    ):  # to support them is no task of X
        gate = replace(marks[found.start(2)], kind="G", value="out")
        framed.marks = [*marks[found.start(4) : found.end(4)], gate, *marks[found.start(1) : found.end(1)]]
        return True
    found = match(r"^t?(A[^bMder]*?)b(N?)([PMwg])[go]((?:q?H[,cK]*)+)$", string)
    if found and scene.stems(marks[found.start(3) : found.end(3)]) & _TASKS:  # to support them is a task of X
        should = replace(marks[found.start(3)], kind="M", value="should")
        framed.marks = _turned_round(marks, found, 4, should, [])
        return True
    found = match(r"^(A[^bMderP]*?)(?:b(N?)k?|k|(?=P))P?T$", string)
    if found and marks[-1].value in {"itu-affairs", "itu-mandate"}:
        # to facilitate talks is no longer the ITU's business, no longer a task of the ITU, part of its mandate
        itu = replace(marks[-1], kind="H", value="itu")
        framed.marks = [
            itu,
            replace(itu, kind="M", value="should"),
            *marks[slice(*found.span(2))],
            *marks[: found.end(1)],
        ]
        return True
    found = match(r"^(A[^bMde]*?)b(N)f((?:q?H)+)t([PA])$", string)
    if found:  # talks are no longer for the ITU to facilitate
        should = replace(marks[found.start(2)], kind="M", value="should")
        framed.marks = _turned_round(marks, found, 3, should, marks[-1:])
        return True
    found = match(r"^(A[^bMder]*?)b(N?)i((?:q?H)+)'(P)$", string)
    if found:  # measures to keep it secure are within a State's rights
        has = replace(marks[found.end(1)], kind="h", value="have")
        framed.marks = _turned_round(marks, found, 3, has, marks[-1:])
        return True
    found = match(r"^(T)(?:b(N)t?b?|M(N)?b)(A)i(H)$", string)
    if found and marks[found.start(4)].value == "discuss" and marks[-1].value == "itu":
        # issues are not to be discussed within the ITU: by its members
        nay = [m for m in marks[found.end(1) : found.start(4)] if m.kind in "MN"]
        who = replace(marks[-1], value="states")
        framed.marks = [who, *nay, marks[found.start(4)], marks[0], *marks[-2:]]
        return True
    return False


def _turned_round(marks: Marks, found: re.Match[str], who: int, verb: Mark, more: Marks) -> Marks:
    """Put who does it, and a verb with the denial (group 2) and what more there is, before the act (group 1)."""
    denial, act = marks[found.start(2) : found.end(2)], marks[found.start(1) : found.end(1)]
    return [*marks[found.start(who) : found.end(who)], verb, *denial, *more, *act]


def _stripped(act: Marks, group: Marks) -> Marks:
    """Leave out of an act whom it is done for where that is who does it, and note that it is done at home."""
    values = {m.value for m in group}
    kept: Marks = []
    for mark in act:
        if mark.kind == "H" and mark.value in values:
            if kept and kept[-1].kind in "fio":
                kept.pop()
            continue
        kept.append(mark)
    return kept


def errands(scene: Scene, framed: Framed) -> None:
    """The invitation that goes out to Member States is a double one: to do this, and to do that."""
    marks = framed.marks
    found = match(r"^([MwP])t([AP].*?)b?g((?:q?H[,cK]*)+)(O?)$", framed.kinds())
    if found:  # the invitation to support them is addressed to Member States only
        force = next((_ERRANDS[s] for s in sorted(scene.stems(marks[:1])) if s in _ERRANDS), "")
        if force:
            framed.marks = [
                *marks[found.start(4) : found.end(4)],
                *marks[found.start(3) : found.end(3)],
                replace(marks[0], kind="M", value=force),
                *marks[found.start(2) : found.end(2)],
            ]
        return
    found = match(r"^([MwPA])[ewgio]*[tfv]((?:q?H[,cK]*)+)b[^HTAPM]*?[:,]?t", framed.kinds())
    if not found:
        return
    force = next((_ERRANDS[s] for s in sorted(scene.stems(marks[:1])) if s in _ERRANDS), "")
    if not force:
        return
    told = replace(marks[0], kind="M", value=force)
    rest = marks[found.end() :]
    string = kinds(rest)
    out: Marks = []
    for at, mark in enumerate(rest):
        again = mark.kind == "t" and string[at - 1 : at] == "c" and string[at + 1 : at + 2] in {"A", "h", "P", "k"}
        out.append(replace(told, first=mark.first, last=mark.last) if again else mark)
    framed.marks = [*marks[found.start(2) : found.end(2)], told, *out]


def whose(scene: Scene, framed: Framed) -> None:
    """Whose business is it? That of governments, and nobody else's."""
    marks = framed.marks
    found = match(
        r"^e([HPwG])b(.*?)[?:;,.]+[erbz=]*o?((?:q?H[,cK]*)*q?H)'?(?:[,c]*(O|XH|Z)w?'?)?(?:[bd])?$", framed.kinds()
    )
    if not found or scene.words[marks[0].first].text != "whose" or not scene.stems(marks[1:2]) & _AFFAIRS:
        return
    group = marks[found.start(3) : found.end(3)]
    body = [m for m in marks[found.start(2) : found.end(2)] if m.kind not in "rt"]
    share = [Mark("O", "only", marks[-1].first, marks[-1].last)] if found.group(4) else []
    given = replace(marks[1], kind="g", value="give")
    framed.marks = [*body, replace(given, kind="b", value="be"), given, *share, *group]


def eyed(scene: Scene, framed: Framed) -> None:
    """There are Member States in whose eyes ...: it is their view."""
    marks = framed.marks
    found = match(r"^W?b?((?:q?H)+)ie([wDP])", framed.kinds())
    if found and scene.stems(marks[found.start(2) : found.end(2)]) & _EYES:
        who = marks[found.end(1) - 1]
        voiced(framed, who if who.count else replace(who, count="several"))
        framed.marks = marks[found.end() :]


def supported(scene: Scene, framed: Framed) -> None:
    """X should get no support from Y: Y should give X none."""
    marks = framed.marks
    found = search(r"((?:q?H[,cK]*)+)([Ml]?)([dN]*)([wgh]?)([qX]?)(A)[^HMb]?[iyo]((?:q?H)+)", framed.kinds())
    if not found or marks[found.start(6)].value not in {"support", "capacity"}:
        return
    verbs = scene.stems(marks[found.start(2) : found.end(6)])
    if not verbs & {"get", "receiv", "enjoi", "draw", "obtain", "have", "see", "given", "giv"}:
        return
    nay = [m for m in marks[found.start(2) : found.end(5)] if m.kind in "NX" or (m.kind == "q" and m.value == "none")]
    framed.marks = [
        *marks[: found.start()],
        *marks[found.start(7) : found.end(7)],
        *marks[found.start(2) : found.end(2)],
        *(replace(m, kind="N", value="not") for m in nay[:1]),
        marks[found.start(6)],
        *marks[found.start(1) : found.end(1)],
        *marks[found.end() :],
    ]


def nowhere(_: Scene, framed: Framed) -> None:
    """Nowhere in the processes are governments given a chance: they are given none."""
    marks = framed.marks
    found = match(r"^(N)(i?[^HMbdhe,]*)([bdhM])((?:q?H)+(?:,?cq?r?H)*)(.*)$", framed.kinds())
    if found:
        framed.marks = [
            *marks[found.start(4) : found.end(4)],
            *marks[found.start(3) : found.end(3)],
            marks[0],
            *marks[found.start(5) :],
            *marks[found.start(2) : found.end(2)],
        ]


def far_from(scene: Scene, framed: Framed) -> None:
    """Far from playing a role, X has ...: X plays none, and what follows is another clause."""
    marks = framed.marks
    found = match(r"^(N)([^H,;]+),((?:q?H[,cK]*)+)", framed.kinds())
    if found and scene.words[marks[0].first].text == "far":
        holder = marks[found.start(3) : found.end(3)]
        stop = Mark(";", ";", holder[0].first, holder[0].first)
        front, rest = marks[found.start(2) : found.end(2)], marks[found.start(3) :]
        topic = [] if any(m.kind == "T" for m in front) else [m for m in rest if m.kind == "T"][:1]
        framed.marks = [*holder, marks[0], *front, *topic, stop, *rest]


def offered(_: Scene, framed: Framed) -> None:
    """For IBM there should be a role in it; there should be a role in it for IBM."""
    marks = framed.marks
    string = framed.kinds()
    found = match(r"^f((?:q?H[,cK]*)+),?W?([MhlzN]*)([kz]*)b?(q?P.*)$", string)
    if found and "H" not in found.group(4):
        framed.marks = [
            *marks[found.start(1) : found.end(1)],
            *marks[found.start(2) : found.end(2)],
            *marks[found.start(4) :],
        ]
        return
    found = match(r"^f((?:q?H[,cK]*)+),?(?:rb?|W)(N?)(M)t?(.*)$", string)
    if found and "M" not in found.group(4):  # for Chile there is no way round it
        framed.marks = [
            *marks[found.start(1) : found.end(1)],
            *marks[found.start(2) : found.end(3)],
            *marks[found.start(4) :],
        ]
        return
    found = match(r"^W?([Ml][Nz]*)([kz]*)b?(q?P[^HMb]*?)f((?:q?H[,cK]*)+)$", string)
    if found:
        framed.marks = [
            *marks[found.start(4) :],
            *marks[found.start(1) : found.end(1)],
            *marks[found.start(3) : found.end(3)],
        ]


def praised(_: Scene, framed: Framed) -> None:
    """Robust and dynamic: that is what the arrangements have made of it."""
    marks = framed.marks
    found = match(r"^([^:;HMb]+)[:,]e?b(?:w|e)((?:q?H).*)$", framed.kinds())
    if found:
        framed.marks = [*marks[found.start(2) :], *marks[found.start(1) : found.end(1)]]


def chosen(_: Scene, framed: Framed) -> None:
    """It is X and not Y that holds it: X does, and Y does not."""
    marks = framed.marks
    found = match(r"^(?:rb)((?:q?H[,cK]?)*q?H),?[cB]?(N)((?:q?H[,cK]?)*q?H),?e(.*)$", framed.kinds()) or match(
        r"^(?:rb)(N)((?:q?H[,cK]?)*q?H),?B((?:q?H[,cK]?)*q?H),?e(.*)$", framed.kinds()
    )
    if not found:
        _for_whom(framed)
        return
    ours, theirs = (1, 3) if found.group(2) == "N" else (3, 2)
    framed.marks = said_and_denied(marks, found.span(ours), found.span(theirs), marks[found.start(4) :])


def _for_whom(framed: Framed) -> None:
    """It is for X and not for Y to hold it; it is not for Y but for X."""
    marks = framed.marks
    string = framed.kinds()
    found = match(r"^rbf((?:q?H)+),?[cB]?(N)f((?:q?H)+)t(.*)$", string)
    yes, no = (1, 3) if found else (3, 2)
    found = found or match(r"^rb(N)f((?:q?H)+),?Bf((?:q?H)+)t(.*)$", string)
    if found:
        framed.marks = said_and_denied(marks, found.span(yes), found.span(no), marks[found.start(4) :])


def both(scene: Scene, framed: Framed) -> None:
    """It is not just A; B is part of it too: both are."""
    marks = framed.marks
    found = search(r"n[^;.:,H]*T([;.:,])c?T[^;.:,H]*$", framed.kinds())
    if found and {w.text for w in scene.words[marks[found.start(1)].last :]} & {"too", "also", "well", "equally"}:
        framed.marks = [
            *(m for m in marks[: found.start(1)] if m.kind != "n"),
            replace(marks[found.start(1)], kind="c"),
            *marks[found.end(1) :],
        ]
