"""Whose view a statement is, whether it is called true, good or needful."""

from __future__ import annotations

from dataclasses import replace

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match, search
from igov.read.english.phrases import stems_of
from igov.read.english.scene import Framed, Marks, Scene, kinds
from igov.terms.assignment import Voice

_ASKING = {
    "invit": "may",
    "ask": "should",
    "instruct": "must",
    "urg": "may",
    "encourag": "may",
    "requir": "must",
    "tel": "must",
    "oblig": "must",
    "requ": "must",
    "forc": "must",
    "cal": "may",
    "allow": "may",
    "permit": "may",
    "request": "may",
    "want": "should",
    "bind": "must",
    "order": "must",
    "direct": "must",
    "wish": "should",
    "expect": "should",
    "have": "",
    "let": "may",
    "compel": "must",
    "forbid": "-",
    "bar": "-",
    "tell": "must",
}


_OPINIONS = frozenset(
    {"view", "opinion", "convinc", "belief", "mind", "agre", "unit", "unanimous", "accord", "sur", "persuad"}
)
_TIES = frozenset({"explore", "cooperate", "agree"})
"""What the ITU alone is said to do in a sentence that names only with whom."""


def _ties(framed: Framed, verb: Mark, after: Marks) -> bool:
    """The resolutions speak of exploring closer ties with the IETF: they are the ITU's."""
    act = match(r"^[oti]*(A)", kinds(after))
    named = {m.value for m in after if m.kind == "H"}
    if not act or verb.kind not in "wPAMhgG" or after[act.start(1)].value not in _TIES or "itu" in named:
        return False
    framed.marks = [replace(verb, kind="H", value="itu", count=""), *after[act.start(1) :]]
    return True


def attributed(scene: Scene, framed: Framed) -> None:
    """Under the opinion ..., the draft says that ..., Tunis gives ..., the draft would have X do Y."""
    marks = framed.marks
    string = framed.kinds()
    found = match(r"^i(?:q?H[cK]?)+,", string)
    if found and scene.words[marks[0].first].text == "according":
        framed.marks = marks[found.end() :]
        return
    found = match(r"^(?:i|S|a)(?:w|D|J|P|T)?o?D(?:[iof]?[DF])*[,]?", string)
    if found and found.end() < len(marks) and marks[0].kind in "iSa" and "H" not in string[: found.end()]:
        marks = framed.marks = marks[found.end() :]
        string = framed.kinds()
    found = match(r"^H?'?D(?:[iof]?[D])*(?:,?[ac]D)*", string)
    if not found or found.end() >= len(marks):
        return
    if string[:1] == "H" and not match(r"^H'?D", string):
        return
    at = found.end()
    rest = marks[at:]
    skip = 0
    while skip < len(rest) and rest[skip].kind in "ldzNr":
        skip += 1
    negated = any(m.kind == "N" for m in rest[:skip])
    if skip >= len(rest):
        return
    verb = scene.words[rest[skip].first].stem
    after = rest[skip + 1 :]
    tail = kinds(after)
    that = match(r"^[^HTe]{0,4}e", tail)
    if that:
        framed.marks = after[that.end() :]
        framed.denied ^= negated
        return
    if (rest[skip].kind in "gM" and tail.startswith(("q", "H"))) or (
        rest[skip].kind in "hgMGkwA" and tail.startswith("H") and (rest[skip].kind != "A" or verb in _ASKING)
    ):
        group = match(r"^((?:q?H[,cK]*)+)t?", tail)
        if group:
            holders = after[: group.end(1)]
            more = after[group.end() :]
            if not more:
                return
            framed.denied ^= negated
            force = _ASKING.get(verb, "")
            if rest[skip].kind == "G" or force == "-":
                framed.denied ^= True
                force = ""
            if force or rest[skip].kind == "M":
                framed.marks = [*holders, replace(rest[skip], kind="M", value=force or rest[skip].value), *more]
            elif more[0].kind == "A" or (rest[skip].kind == "h" and more[0].kind not in "PQ"):
                framed.marks = [*holders, *more]
            else:
                framed.marks = [*holders, replace(rest[skip], kind="h", value="have"), *more]
            return
    if _ties(framed, rest[skip], after):
        framed.denied ^= negated ^ (rest[skip].kind == "G")
        return
    if (
        rest[skip].kind in "wPAMbh"
        and after
        and (after[0].kind in "HTqXPZO")
        and search(r"[MbhdNg]", tail)
        and verb != "be"
    ):
        framed.marks = after
        framed.denied ^= negated


def reported(scene: Scene, framed: Framed) -> None:
    """Some Member States consider that ..., in the view of some Member States ..., all agree that ..."""
    marks = framed.marks
    string = framed.kinds()
    found = match(r"^(?:i?)((?:q?H[,c]?)+)(?:[dlz]|h(?=[wAP]))*", string)
    saying = False
    if found and found.end() < len(marks):
        here = marks[found.end() : found.end() + 2]
        verb = scene.words[here[0].first].stem
        saying = here[0].kind in "wAPhg" and (
            verb
            in {
                "consider",
                "believ",
                "think",
                "maintain",
                "argu",
                "say",
                "claim",
                "insist",
                "hold",
                "agre",
                "regard",
                "feel",
                "view",
                "deem",
                "assert",
                "accept",
                "acknowledg",
                "recogniz",
                "conced",
                "admit",
                "contend",
                "concur",
                "affirm",
            }
        )
        if saying and here[-1].kind == "e" and len(here) == 2:
            voiced(framed, marks[found.start(1)])
            framed.marks = marks[found.end() + 2 :]
            return
        if (
            saying
            and verb in {"consider", "believ", "think", "argu", "say", "claim", "insist", "maintain"}
            and here[-1].kind in "HTqPA"
        ):
            voiced(framed, marks[found.start(1)])
            framed.marks = marks[found.end() + 1 :]
            return
        if (
            here[0].kind in "wAPhg"
            and verb in {"regard", "view", "consider", "deem", "see", "treat"}
            and here[-1].kind in "TAP"
            and (verb != "see" or "a" in string)
        ):
            voiced(framed, marks[found.start(1)])
            framed.marks = marks[found.end() + 1 :]
            return
    if (
        string[:1] == "i"
        and len(marks) > 2
        and marks[1].kind in "wD"
        and scene.stems(marks[1:2]) & {"view", "eye", "opinion"}
    ):
        found = match(r"^i[wD]o((?:q?H[,c]?)+),?", string)
        if found:
            voiced(framed, marks[found.start(1)])
            framed.marks = marks[found.end() :]
            return
    if "e" not in string and string[-1:] not in "Hhlwr":
        return
    found = match(r"^r?b[wD]o((?:q?H[,c]?)+)e", string)  # it is the view of all Member States that
    if found and scene.stems(marks[: found.start(1)]) & {"view", "opinion", "belief", "convict", "conviction"}:
        voiced(framed, marks[found.start(1)])
        framed.marks = marks[found.end() :]
        return
    found = match(r"^((?:q?H[,c]?)+)b[oi]?q?[wD]e", string)
    if found and scene.stems(marks[found.end(1) : found.end()]) & _OPINIONS:
        voiced(framed, marks[found.start(1)])
        framed.marks = marks[found.end() :]
        return
    found = search(r",?(?:i|a)(?:w?o)?(q?H)[hl]?(w?)r?$", string)
    if (
        found
        and framed.voice is Voice.OWN
        and marks[found.start(1)].kind == "H"
        and marks[found.start(1)].count in {"several", "many"}
        and (found.group(2) or "o" in found.group(0))
    ):
        voiced(framed, marks[found.start(1)])
        framed.marks = marks[: found.start()]


def voiced(framed: Framed, who: Mark) -> None:
    """Note whose view it is: of some, of all, or of none."""
    if who.count == "none":
        framed.denied ^= True
        framed.voice = Voice.REPORTED
        return
    framed.voice = (
        Voice.EVERYBODY
        if who.count == "all"
        or who.value in {"all-parties", "all-stakeholders"}
        or (not who.count and who.value == "states")
        else Voice.REPORTED
    )


def trailing(_: Scene, framed: Framed) -> None:
    """..., says the opinion; ..., according to the Tunis Agenda."""
    string = framed.kinds()
    found = search(r"[,]?(?:[ai]D|a?wD|aDw|wD|rw|aD[dwh]|,D[wP]|iD[ao]D)$", string)
    if found and found.start() > 2:
        framed.marks = framed.marks[: found.start()]


def seen_so(scene: Scene, framed: Framed) -> None:
    """T is regarded by some Member States as ..."""
    marks = framed.marks
    found = match(r"^([^H]*)(?:h?b)([wgAP])(?:y|i|v)((?:q?H[,cK]*)+)(?:a|tb)", framed.kinds())
    agreed = match(r"^r?b(w|A|i)[yi]((?:q?H[,cK]*)+)e", framed.kinds())
    if agreed and scene.stems(marks[: agreed.end(1)]) & {
        "agre",
        "accept",
        "recogniz",
        "hold",
        "believ",
        "think",
        "thought",
        "said",
        "say",
    }:
        voiced(framed, marks[agreed.end(2) - 1])
        framed.marks = marks[agreed.end() :]
        return
    if found and scene.stems(marks[found.start(2) : found.end(2)]) & {
        "regard",
        "see",
        "consid",
        "consider",
        "view",
        "deem",
        "treat",
        "held",
        "hold",
        "think",
    }:
        voiced(framed, marks[found.end(3) - 1] if marks[found.end(3) - 1].kind == "H" else marks[found.start(3)])
        framed.marks = [
            *marks[: found.end(1)],
            replace(marks[found.start(2)], kind="b", value="be"),
            *marks[found.end() :],
        ]


_DOUBTS = stems_of("doubts")


_ASSENTS = stems_of("assents")


def called_true(scene: Scene, framed: Framed) -> None:
    """It is not true that ...; that ... is a myth."""
    marks = framed.marks
    string = framed.kinds()
    found = match(r"^(?:r|z)?(b)(N|X)?([^eH]{1,3}?)(e)", string)
    if found:
        span = marks[: found.end()]
        true, false = scene.has("true", span), scene.has("false", span)
        if true or false:
            none = any(m.kind == "q" and m.value == "none" for m in span)  # it is no fairy tale
            framed.denied ^= (bool(found.group(2)) or none) ^ false
            framed.marks = marks[found.end() :]
            return
        if scene.has("say", span) and not found.group(2) and "T" not in found.group(3):
            framed.marks = marks[found.end() :]
            return
    said = next((i for i, m in enumerate(marks[:8]) if m.kind != "H" and scene.words[m.first].text == "say"), None)
    if said is not None and match(r"^rb[^HTA]*$", string[: said + 1]) and string[said + 1 : said + 2] != "e":
        framed.denied ^= scene.has("false", marks[: said + 1])
        framed.marks = marks[said + 1 :]
        return
    found = match(r"^([^eHTA]*)(e)", string)
    if found and scene.words[marks[found.start(2)].first].text == "that":
        stems = scene.stems(marks[: found.end()])
        nay = bool(search("[NXqZ]", found.group(1)))
        if stems & _DOUBTS:
            if nay:
                framed.marks = marks[found.end() :]
            else:
                framed.problem = scene.text(marks[: found.end()])
            return
        if stems & _ASSENTS and not nay:
            framed.marks = marks[found.end() :]
            return
    found = search(r"(b)(N|X)?([wSi]{1,2})$", string)
    if found and string.startswith("e"):
        span = marks[found.start() :]
        true, false = scene.has("true", span), scene.has("false", span)
        if true or false:
            framed.denied ^= bool(found.group(2)) ^ false
            framed.marks = marks[1 : found.start()]


_GOOD = stems_of("good")


_PRESSING = stems_of("pressing")


def called_good(scene: Scene, framed: Framed) -> None:
    """It is essential that X lead; it is compulsory, forbidden, not the task of X to do so."""
    marks = framed.marks
    string = framed.kinds()
    found = match(r"^(?:r?b)?(N?)(?:[MPw]c)?([MGPwLq])e((?:q?H[,cK]*)+)M?", string)
    stems = scene.stems(marks[: found.start(3)]) if found else set()
    if found and (stems & (_GOOD | _PRESSING) or marks[found.start(2)].kind == "M"):
        head = marks[found.start(2)]
        known = "must" if stems & (_PRESSING | {"must"}) else head.value if head.kind == "M" else "should"
        force = replace(head, kind="M", value=known)
        nay = [Mark("N", "not", force.first, force.first)] if found.group(1) else []
        framed.marks = [*marks[found.start(3) : found.end(3)], force, *nay, *marks[found.end() :]]
        return
    found = match(r"^r?b?(N?)([MGPwL])[fo]((?:q?H[,cK]*)+)t", string)
    if found:
        head = marks[found.start(2)]
        group = marks[found.start(3) : found.end(3)]
        rest = marks[found.end() :]
        stems = scene.stems([head])
        nay = marks[found.start(1) : found.end(1)]
        if head.kind == "M":
            framed.marks = [*group, *nay, replace(head, value="must" if head.value == "must" else head.value), *rest]
        elif head.kind == "G":
            framed.marks = [*group, head, *nay, *rest]
        elif stems & (_GOOD | _PRESSING):
            framed.marks = [
                *group,
                replace(head, kind="M", value="must" if stems & _PRESSING else "should"),
                *nay,
                *rest,
            ]
        return
    found = match(r"^rb(N?)(T)t", string)
    if found and marks[found.start(2)].value == "itu-mandate":
        head = marks[found.start(2)]
        framed.marks = [
            replace(head, kind="H", value="itu"),
            replace(head, kind="M", value="should"),
            *marks[found.end() :],
        ]
        framed.denied ^= bool(found.group(1))
