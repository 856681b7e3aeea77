"""Shapes of sentences that say the plain thing otherwise: clefts, contrasts, pairs, appositions."""

from __future__ import annotations

from dataclasses import replace

from igov.read.english.asides import without
from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match, search
from igov.read.english.scene import Framed, Marks, Scene, kinds
from igov.terms.order import Axis


def whethers(scene: Scene, framed: Framed) -> None:
    """Whether or not it falls within its mandate; necessary or not: the limit is denied."""
    marks = framed.marks
    string = framed.kinds()
    found = search(r"e(?:c?N)?[^L,]*?(L)(?:c?N)?", string)
    if found and "N" in found.group(0) and scene.words[marks[found.start()].first].text == "whether":
        limit = marks[found.start(1)]
        framed.marks = [
            *marks[: found.start()],
            replace(limit, value="-" + limit.value.removeprefix("-")),
            *marks[found.end() :],
        ]
        return
    found = search(r"(L)cN(?=[,.]|$)", string)
    if found:
        limit = marks[found.start(1)]
        framed.marks = [
            *marks[: found.start()],
            replace(limit, value="-" + limit.value.removeprefix("-")),
            *marks[found.end() :],
        ]


def nobodys(scene: Scene, framed: Framed) -> None:
    """Its security is none of any government's business."""
    marks = framed.marks
    found = match(r"^q(T[TJ]*)g((?:q?H)+)$", framed.kinds())
    if found and marks[0].value == "none":  # no technical matter is the business of governments
        gate = replace(marks[found.end(1)], kind="G", value="out")
        every = replace(marks[0], value="all")
        framed.marks = [*marks[found.start(2) :], gate, every, *marks[found.start(1) : found.end(1)]]
        return
    found = match(r"^(.*?)b[ZXq]o?((?:q?H)+)(?:'H|'?[wP]*)$", framed.kinds())
    if not found:
        found = match(r"^(.*?)b(H)'?[HwP]$", framed.kinds())  # none of the governments' business
        if found and marks[found.start(2)].count == "none":
            marks = [*marks[: found.start(2)], replace(marks[found.start(2)], count=""), *marks[found.end(2) :]]
        else:
            found = None
    if found and scene.stems(marks[found.end(1) :]) & {"busi", "business", "concern", "affair", "job", "task"}:
        gate = Mark("G", "out", marks[found.end(1)].first, marks[found.end(1)].last)
        framed.marks = [*marks[found.start(2) : found.end(2)], gate, *marks[: found.end(1)]]


_GROUP = r"((?:q?H'?[,cK]?)*q?H)"
_ONE_NOT_THE_OTHER = rf"^(r?g|M|d)?{_GROUP},?c?N[fotvg]?{_GROUP},?(?=t?[MbhlgAP]|wP)"
_NOT_ONE_BUT_THE_OTHER = rf"^N{_GROUP},?B{_GROUP},?(?=[MbhlgPA]|w[PA])"


def said_and_denied(marks: Marks, one: tuple[int, int], other: tuple[int, int], verb: Marks) -> Marks:
    """Say of the holders in one place what the verb says, and deny it of those in the other, with the first denial."""
    if not verb:
        return marks
    nay = next(m for m in marks if m.kind == "N")
    stop = Mark(";", ";", verb[0].first, verb[0].first)
    modal = verb[:1] if verb[0].kind == "M" else []
    return [*marks[slice(*one)], *verb, stop, *marks[slice(*other)], *modal, nay, *verb[len(modal) :]]


def one_and_not_the_other(_: Scene, framed: Framed) -> None:
    """Companies, not States, have it; not States but companies have it: said of the one, denied of the other."""
    marks = framed.marks
    string = framed.kinds()
    found = match(_ONE_NOT_THE_OTHER, string)
    if found:
        one, other = found.span(2), found.span(3)
    else:
        found = match(_NOT_ONE_BUT_THE_OTHER, string)
        if not found or marks[0].value != "not":
            return
        one, other = found.span(2), found.span(1)
    verb = marks[found.end() :]
    if string[0] in "rgMd":  # it is for them to set it, it falls to them to set it, should they set it, do they?
        lead = [m for m in marks[min(one) - 1 : min(one)] if m.kind != "d"]
        verb = [*lead, *(verb[1:] if verb[0].kind == "t" else verb)]
    framed.marks = said_and_denied(marks, one, other, verb)


def there_are(scene: Scene, framed: Framed) -> None:
    """There are Member States that have adopted principles."""
    marks = framed.marks
    found = match(r"^W(?:iw)?b?((?:q?H)+)e", framed.kinds())
    if found and scene.words[marks[0].first].text == "there":
        group = [m if m.count else replace(m, count="several") for m in marks[found.start(1) : found.end(1)]]
        framed.marks = [*group, *marks[found.end() :]]


def contrast(scene: Scene, framed: Framed) -> None:
    """..., not with companies."""
    if kinds(framed.marks[:1]) in {"a", "v", "c", "w"}:
        _leading_contrast(scene, framed)
    _trailing_contrast(framed)


def _leading_contrast(scene: Scene, framed: Framed) -> None:
    string = framed.kinds()
    found = match(r"^a[Fw]*H(?=(?:q?H)+[Mbdhl])", string)
    if found and framed.marks[found.end() - 1].value == "organizations":
        framed.marks = framed.marks[found.end() :]
    string = framed.kinds()
    found = match(
        r"^(?:a(?:q?H)?[^,MbdhAPH]*,(?=(?:q?H))|a[^,MbdhAPH]*(?=(?:q?H))|[avc](?:q?H)+,(?=(?:q?H)+[Mbdhl])|wcN,)",
        string,
    )
    beside = set(scene.spelled(framed.marks[:1]))
    if found and string[0] in "vca" and beside & {"alongside", "together", "along", "well", "besides", "like"}:
        first = [m for m in framed.marks[1 : found.end()] if m.kind in "qH"]
        if first:  # alongside Member States, operating agencies have the right
            rest = framed.marks[found.end() :]
            framed.marks = [*first, replace(framed.marks[0], kind="c", value="and"), *rest]
            found = None
    if found:
        framed.marks = framed.marks[found.end() :]


def _trailing_contrast(framed: Framed) -> None:
    string = framed.kinds()
    found = search(r",a(?:q?H|r)w*$", string) if ",a" in string else None
    if found:
        framed.marks = framed.marks[: found.start()]
        string = framed.kinds()
    if "N" not in string:
        return
    found = match(r"^(P[^HM]*)(b?g)((?:q?H'?(?:o[FT](?=,?c?N))?[,cK]*)+),?c?N[tvf]?((?:q?H[,cK]*)+)$", string)
    if found:  # it belongs to users and not to States
        marks = framed.marks
        held = marks[found.start(1) : found.end(1)]
        nay = next(m for m in marks[found.end(3) :] if m.kind == "N")
        has = replace(marks[found.end(2) - 1], kind="h", value="have")
        stop = Mark(";", ";", nay.first, nay.first)
        framed.marks = [*marks[: found.end(3)], stop, *marks[found.start(4) :], nay, has, *held]
        return
    found = search(r",c?N[ovfytg]?(?:q?H[,cK]*)+$", string)
    if found and search(r"[MbdhgkPA]", string[: found.start()]):
        framed.marks = framed.marks[: found.start()]


def effected(scene: Scene, framed: Framed) -> None:
    """Governance is effected through shared principles that governments develop, or with them joining in that."""
    marks = framed.marks
    found = match(r"^T(M)bw([vG])((?:q?H[,cK]*)+)(?=[PA])", framed.kinds())
    if found and any(m.kind == "T" and m.value == "principles" for m in marks[found.end() :]):
        how = marks[found.start(2)]
        if how.kind == "v" or scene.spelled([how]) == ["without"]:
            nay = [replace(how, kind="N", value="not")] if how.kind == "G" else []
            framed.marks = [*marks[found.start(3) : found.end(3)], marks[1], *nay, *marks[found.end() :]]
        return
    found = match(r"^(?:[^H,]|,(?=T))*e((?:q?H[,cK]*)+)(?=[MAbhd])", framed.kinds())
    front = marks[: found.start(1)] if found else []
    if any(m.kind == "M" for m in front) and any(m.kind == "D" for m in front):
        return  # they must include a provision under which governments develop them
    if found and any(m.kind == "T" and m.value == "principles" for m in marks[: found.start(1)]):
        framed.marks = [*marks[found.start(1) :], next(m for m in marks if m.kind == "T" and m.value == "principles")]


def whereas(scene: Scene, framed: Framed) -> None:
    """... where public policy is coordinated, when it comes to policy, as far as policy is concerned."""
    marks = framed.marks
    found = search(r"i[TJoif]*(b)(?=[iAwP]|$)", framed.kinds())
    if found and scene.words[marks[found.start()].first].text in {"where", "when", "whenever", "wherever", "as"}:
        framed.marks = [*marks[: found.start(1)], *marks[found.end(1) :]]


def _goes_further(scene: Scene, less: Marks, more: Marks) -> bool:
    """Say whether what follows "but" holds all topics before it: not just in operations but in all of governance."""
    order = scene.lexicon.vocabulary.order(Axis.TOPIC)
    narrow, wide = ([m.value for m in side if m.kind == "T"] for side in (less, more))
    return bool(narrow and wide) and all(any(n != w and order.at_or_below(n, w) for w in wide) for n in narrow)


def joined(scene: Scene, framed: Framed) -> None:
    """Not just A but B: both of them; nobody but A: only A."""
    marks = framed.marks
    left = match(r"^(?:q?H)+(B)(?:q?H)+[Mbdhl]", framed.kinds())
    if left and scene.words[marks[left.start(1)].first].text == "but":
        framed.problem = scene.text(marks[: left.end()])
        return
    nobody = next((i for i, m in enumerate(marks) if m.kind == "Z" and scene.words[m.first].text != "nothing"), None)
    if nobody is not None:
        but = next(
            (
                i
                for i in range(nobody + 1, len(marks) - 1)
                if marks[i].kind in "BS"
                and marks[i + 1].kind in "qH"
                and scene.words[marks[i].first].text in {"but", "except", "other", "apart", "besides", "save"}
            ),
            None,
        )
        if but is not None:
            owner = marks[nobody + 1].kind == "'"
            framed.marks = marks = [
                *marks[:nobody],
                *marks[nobody + 1 + owner : but],
                replace(marks[but], kind="O", value="only"),
                *marks[but + 1 :],
            ]
    for at, mark in enumerate(marks):
        if mark.kind == "n":
            but = next((i for i in range(at + 1, len(marks)) if marks[i].kind in "B;."), None)
            if but is not None and marks[but].kind == "B" and _goes_further(scene, marks[at:but], marks[but:]):
                framed.marks = [*marks[:at], *marks[but + 1 :]]
            elif but is not None and marks[but].kind == "B":
                framed.marks = [
                    *marks[:at],
                    *(m for m in marks[at + 1 : but] if m.kind != ","),
                    replace(marks[but], kind="c"),
                    *marks[but + 1 :],
                ]
            return


def concessive(scene: Scene, framed: Framed) -> None:
    """Whatever the critics may say, ..."""
    first = framed.marks[0] if framed.marks else None
    comma = next((i for i, m in enumerate(framed.marks) if m.kind == ","), 0)
    if (
        first is not None
        and comma
        and scene.words[first.first].text
        in {"whatever", "despite", "notwithstanding", "whoever", "however", "although", "though"}
        and not any(
            m.kind in "TML" or (m.kind == "H" and m.value != "users")
            for m in framed.marks[:comma]
            if scene.words[m.first].text != "may"
        )
    ):
        framed.marks = framed.marks[comma + 1 :]


def inner_cleft(_: Scene, framed: Framed) -> None:
    """In fostering it, it is the ITU that ..."""
    string = framed.kinds()
    found = search(r"(?<=.)(r[M]?b)(O?(?:q?H[,cK]?)+O?)(?:,?c?N(?:q?H[,cK]?)+)?(e)", string)
    if found:
        framed.marks = [
            *framed.marks[: found.start(1)],
            *framed.marks[found.start(2) : found.end(2)],
            *framed.marks[found.end(3) :],
        ]


def apposed(scene: Scene, framed: Framed) -> None:
    """RIPE NCC, being a registry, ...; France, like any other country, ..."""
    string = framed.kinds()
    found = search(r"H(,(?:b|w|a|q)[^,MbdhlN]*H[^,MbdhlN]*,)", string)
    if found and (
        scene.words[framed.marks[found.start(1) + 1].first].text in {"being", "like", "as", "unlike"}
        or string[found.start(1) + 1] == "q"
    ):
        framed.marks = without(framed.marks, found, 1)


def cleft(_: Scene, framed: Framed) -> None:
    """It is companies that hold ...; it is not for France to ...; it is up to the ITU to ..."""
    marks = framed.marks
    string = framed.kinds()
    found = match(r"^r(M?)b([Nn]?)(O?)((?:[EXKqH,c]|w(?=q?H))*H)(O?)(?:,?c?N(?:q?H[,cK]?)+)?(?:,[^,]*,)?e", string)
    if found:
        negation = marks[found.start(2) : found.end(2)]
        group, rest = marks[found.start(3) : found.end(5)], marks[found.end() :]
        forced = [] if "M" in kinds(rest) else marks[found.start(1) : found.end(1)]  # it must be they that lead
        framed.marks = [*group, *forced, *rest]
        if negation and negation[0].kind == "n":
            framed.marks = [*negation, *framed.marks]
        elif negation:
            framed.denied ^= True
        return
    found = match(r"^r(?:M)?b(O?i[^eHMbdhl]*[TFLJw]|L)e((?:q?H).*)$", string)
    if found:  # it is in the technical field that business has had a role
        framed.marks = [*marks[found.start(2) :], *marks[found.start(1) : found.end(1)]]
        return
    found = match(r"^rM?b(N?)(O?(?:A[oi]?)?[TJ][TJcoiA,]*)e((?:q?H[,cK]*)+[^e]*)$", string)
    if found:  # it is standards that the IETF has a role in developing
        framed.marks = [*marks[found.start(3) :], *marks[found.start(2) : found.end(2)]]
        framed.denied ^= bool(found.group(1))
        return
    found = match(r"^rb(N?)i((?:q?H)+)'(P)t", string)  # it is within a State's rights to
    if found:
        framed.marks = [
            *marks[found.start(2) : found.end(2)],
            *marks[found.start(1) : found.end(1)],
            replace(marks[1], kind="h", value="have"),
            *marks[found.start(3) :],
        ]
        return
    found = match(r"^r(M?)(?:b|l)*(N?)(?:w|P|z|O)?[fg]?(O?(?:E?q?H[,cK]*)+)('?)(?:P|w|A|O)*(t)", string)
    if found and (("f" in string[: found.start(3)]) or "g" in string[: found.start(3)] or found.group(4)):
        group = marks[found.start(3) : found.end(3)]
        only = [m for m in (*marks[: found.start(3)], *marks[found.end(3) : found.end()]) if m.kind == "O"]
        rest = marks[found.end() :]
        verb = kinds(rest)[:1]
        given = replace(marks[0], kind="g", value="for")
        turns = verb in "APwGdhbkg"
        framed.marks = [*only, *group, given, *rest] if turns else framed.marks
        if found.group(2) and turns:
            framed.denied ^= True
