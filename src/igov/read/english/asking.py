"""Questions and their answers: what is asked and answered is said."""

from __future__ import annotations

import re
from dataclasses import replace

from igov.read.english.mending import mended
from igov.read.english.patterns import match, search
from igov.read.english.scene import Framed, Marks, Scene, kinds

_INVERTED = r"^[B,]*([Mbdhl])(N?)(?=(r?)(q*H|r|e|T|A|P))"


def answered(scene: Scene, framed: Framed) -> None:
    """Question and answer: "Do X have a part, yes they do", "Who holds it, the answer is X"."""
    marks = framed.marks
    string = framed.kinds()
    who = next(
        (i for i, m in enumerate(marks) if m.kind == "e" and scene.words[m.first].text in {"who", "whose", "whom"}),
        None,
    )
    what = next((i for i, m in enumerate(marks[:3]) if m.kind == "w" and m.value in {"what", "which"}), None)
    if (who is None and _which(scene, framed)) or _where(scene, framed):
        marks = framed.marks
        string = framed.kinds()
        who = 0 if string[:1] == "e" else None
    if who == 0 and _not_them(framed):
        return
    # who ..., (the answer is) HOLDER (does)
    if who is not None:
        asked = who <= 3 or "=" in string or string.startswith("S")
        found = search(
            r"[,:?.;=]+(?:rb)?[bB,:e=y-]*(O?(?:q?H[,cK]*)+)(O?)(?:r?w)?([dbhlM]*)(?:,?c(?:XH|Z|z|X))?$", string[who:]
        )
        if asked and found:
            framed.marks = _told_who(marks, string, who, found)
            return
        found = match(r"^(?:=b?e?)[^:]*?:((?:q?H[,cK]*)+)$", string)
        if found:
            framed.marks = marks[found.start(1) :] + marks[who + 1 : string.index(":") - 1]
            return
        found = match(r"^=?[^e]*e(.*?)b?:((?:q?H[,cK]*)+)$", string)
        if found:
            framed.marks = marks[found.start(2) : found.end(2)] + marks[found.start(1) : found.end(1)]
            return
    if what is not None:
        return
    # whether ... is easily answered: they may
    start = 0
    if marks and marks[0].kind == "e" and scene.words[marks[0].first].text == "whether":
        start = 1
    tail = search(r"[,:?;.]+=?b?e?[,:]?([-+X]?)[,:]?(?:(r|Z|H)(M|b|d|h|l)(N?)r?|([-+X])|(r)(b)(?:N)?(M)(N?))?$", string)
    question = start or (marks and marks[0].kind in "Mbdhl") or match(_INVERTED, string)
    if question and tail and (tail.group(1) or tail.group(2) or tail.group(5)):
        nay = (
            (tail.group(1) in {"-", "X"}) or bool(tail.group(4)) or tail.group(2) == "Z" or tail.group(5) in {"-", "X"}
        )
        body = marks[start : tail.start()]
        cut = next(
            (
                i
                for i, m in enumerate(body)
                if m.kind == "=" or (m.kind == "b" and i + 1 < len(body) and body[i + 1].kind == "=")
            ),
            None,
        )
        if start and cut is not None:
            body = body[:cut]
        told = marks[tail.start(3)] if tail.group(3) == "M" else None
        if told is not None and body and body[0].kind == "M":  # must they? They should
            body = [replace(body[0], value=told.value), *body[1:]]
        framed.marks = body
        if nay and not (tail.group(1) and any(m.kind == "N" for m in body)):  # may they not? No
            framed.denied = not framed.denied
        return
    long = search(r"[,:?;.]+([-+X]),?", string)
    if question and long and long.end() < len(string):
        if long.group(1) in "-X":
            framed.denied = not framed.denied
        framed.marks = marks[start : long.start()]
        return
    found = search(r"[,:?;.]+=b?e?[,:]?(?:e|Z)*((?:X|Z|\+|-)(?:r)?[dbhM]?N?)?$", string)
    if question and found and found.group(1):
        framed.marks = marks[start : found.start()]
        if found.group(1)[0] in "XZ-":
            framed.denied = not framed.denied


def _told_who(marks: Marks, string: str, who: int, found: re.Match[str]) -> Marks:
    """Put who is named in the answer before what was asked."""
    group = marks[who + found.start(1) : who + found.end(1)] + marks[who + found.start(2) : who + found.end(2)]
    body = marks[who + 1 : who + found.start()]
    if body and body[-1].kind == "y":  # who is it run by? By them
        body.pop()
    while body and body[-1].kind in ",:?.;=b" and len(body) > 1 and (body[-1].kind != "b" or "=" in string):
        body.pop()
    return group + body


def _not_them(framed: Framed) -> bool:
    """Who sets it? Not ICANN: ICANN does not."""
    marks = framed.marks
    found = match(r"^e([Mhbl]?)([^?NXGe,]*)[?,:;.]+([-N])((?:q?H(?:[,cK]+N?)?)*q?H)$", framed.kinds())
    if not found:
        return False
    force, body, nay, group = (marks[found.start(n) : found.end(n)] for n in (1, 2, 3, 4))
    nay = [replace(m, kind="N", value="not") for m in nay]
    framed.marks = [*(m for m in group if m.kind != "N"), *force, *nay, *body]
    return True


def _which(scene: Scene, framed: Framed) -> bool:
    """Which body holds it? The ITU: who does."""
    marks = framed.marks
    if not match(r"^e(?:w|q?H)[MbdhlgkPAw]", framed.kinds()) or scene.words[marks[0].first].text != "which":
        return False
    framed.marks = [marks[0], *marks[2:]]
    return True


def _where(scene: Scene, framed: Framed) -> bool:
    """Where is it laid down? In the Constitution: the Constitution lays it down."""
    marks = framed.marks
    string = framed.kinds()
    if scene.words[marks[0].first].text != "where":
        return False
    held = match(r"^id((?:q?H[,cK]*)+h?[^?]*[PA])\?(i.*)$", string)
    if held:  # where do States have a right? In the field of public policy
        framed.marks = [*marks[held.start(1) : held.end(1)], *marks[held.start(2) :]]
        return True
    found = match(r"^ib([^?]*?)\?i((?:q?H[,cK]*)+)$", string)
    if not found:
        return False
    framed.marks = [*marks[found.start(2) :], *sorted(marks[2 : found.end(1)], key=lambda m: m.kind != "A")]
    return True


def leading(_: Scene, framed: Framed) -> None:
    """Leave out a yes or no that only opens the sentence."""
    if len(framed.marks) > 1 and framed.marks[0].kind in "+-" and framed.marks[1].kind in ",.:;!":
        framed.marks = framed.marks[2:]
    if len(framed.marks) > 2 and framed.marks[0].kind == "X" and framed.marks[1].kind in ",.:;!":
        framed.marks = framed.marks[2:]
    if framed.marks and framed.marks[0].kind in "+=":
        framed.marks = framed.marks[1:]


def asked(scene: Scene, framed: Framed) -> None:
    """Do governments have ...? Isn't it up to the ITU to ...?"""
    string = framed.kinds()
    found = match(_INVERTED, string)
    if not found:
        return
    auxiliary = framed.marks[found.start(1)]
    rest = framed.marks[found.end() :]
    if auxiliary.kind in "hdb" and rest[0].count == "all" and scene.words[rest[0].first].text == "any":
        rest = [replace(rest[0], count="several"), *rest[1:]]  # have any countries? Yes: some have
    if auxiliary.kind == "d" and rest[0].kind in "AP":
        framed.marks = rest
        return
    if found.group(2):  # "Isn't it ...?" takes it that it is
        pass
    length = 0
    while length < len(rest) and (
        rest[length].kind in "qHrT"
        or (rest[length].kind in "c,K" and length + 1 < len(rest) and rest[length + 1].kind in "qH")
    ):
        length += 1
        if rest[length - 1].kind in "rT":
            more = (
                match(r"(?:[Aw]o(?=T)|[oi](?=T)|T|A(?=i)|L)*", kinds(rest[length:]))
                if rest[length - 1].kind == "T"
                else None
            )
            length += more.end() if more else 0
            break
    given = auxiliary.kind == "b" and kinds(rest[length : length + 1]) == "g"  # is it a job for them?
    framed.marks = [*rest[:length], *([] if given else [auxiliary]), *rest[length:]]
    if given:
        mended(scene, framed)


def noes(_: Scene, framed: Framed) -> None:
    """A "no" that stands alone is an answer."""
    string = framed.kinds()
    for at, mark in enumerate(framed.marks):
        if (
            ((mark.kind == "q" and mark.value == "none") or mark.kind == "Z")
            and at
            and (at == 0 or string[at - 1] in ",:?;.")
            and (at + 1 == len(string) or string[at + 1] in ",.:;r!")
        ):
            framed.marks = [*framed.marks[:at], replace(mark, kind="-"), *framed.marks[at + 1 :]]


def fronted(scene: Scene, framed: Framed) -> None:
    """When governments develop policy, they should consult: the subject comes first."""
    marks = framed.marks
    found = match(r"^(?:i|a(?=[TJ]+[bA]))([^H,]*[MbA][^H,]*),(?=(?:(?:q?H[cK,]?)*q?H|Z)[Mbdhl])", framed.kinds())
    if found and scene.words[marks[0].first].text in {"when", "whenever", "where", "wherever", "in", "as"}:
        where = scene.words[marks[0].first].text in {"where", "wherever"}
        front = [m for m in marks[: found.end() - 1] if m.kind not in ("MbA" if where else "Mb")]
        front[0] = replace(front[0], kind="i")
        framed.marks = marks = [*marks[found.end() :], *front]
    found = match(r"^ir([^,HM]*),((?:q?H[cK,]?)*q?H)(.*)$", kinds(marks))
    if found and scene.words[marks[0].first].text in {"when", "whenever", "where", "wherever"}:
        framed.marks = [*marks[found.start(2) :], marks[0], *marks[found.start(1) : found.end(1)]]
        return
    found = match(r"^[iS]((?:q?H[cK,]?)*q?H)([^,H]*),(r)", kinds(marks))
    if found and scene.words[marks[0].first].text in {
        "when",
        "whenever",
        "where",
        "if",
        "before",
        "after",
        "while",
        "as",
    }:
        marks = [
            *marks[found.start(1) : found.end(1)],
            *marks[found.end() :],
            replace(marks[0], kind="i"),
            *marks[found.start(2) : found.end(2)],
        ]
        framed.marks = marks
