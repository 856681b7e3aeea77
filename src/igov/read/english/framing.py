"""What stands around a statement: whose view it is, whether it is called true, and questions with their answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from igov.read.english.lexicon import Mark
from igov.read.english.scene import Marks, Scene, kinds
from igov.read.english.words import stem
from igov.terms.assignment import Voice


@dataclass(slots=True)
class Framed:
    """A statement out of its frame."""

    marks: Marks
    voice: Voice = Voice.OWN
    denied: bool = False
    problem: str | None = None


_INVERTED = re.compile(r"^[B,]*([Mbdhl])(N?)(?=(r?)(q*H|r|e|T|A|P))")
_TAIL = re.compile(r"[,:?;.=(b]+([-+XN]?),?(?:(r|H)?b?e?([Mbdhl]+)(N?)r?)?[).]*$")


def unframe(scene: Scene, marks: Marks) -> Framed:
    """Take a statement out of its frame."""
    framed = Framed(marks)
    if len(marks) > 1 and marks[0].kind == "w" and marks[0].value == "why":
        if "?" not in kinds(marks[1:-1]):
            framed.problem = "why"
            return framed
        framed.marks = marks[1:]
    while framed.marks and framed.marks[-1].kind in ".!?,;:":
        framed.marks.pop()
    for step in (
        _noes,
        _whethers,
        _called_good,
        _contrast,
        _seen_so,
        _whereas,
        _fronted,
        _effected,
        _joined,
        _concessive,
        _answered,
        _leading,
        _asked,
        _attributed,
        _reported,
        _attributed,
        _trailing,
        _called_true,
        _cleft,
        _inner_cleft,
        _apposed,
    ):
        step(scene, framed)
        while framed.marks and framed.marks[0].kind in ",:;.!":
            framed.marks.pop(0)
    return framed


def _noes(_: Scene, framed: Framed) -> None:
    """A "no" that stands alone is an answer."""
    string = kinds(framed.marks)
    for at, mark in enumerate(framed.marks):
        if (
            ((mark.kind == "q" and mark.value == "none") or mark.kind == "Z")
            and at
            and (at == 0 or string[at - 1] in ",:?;.")
            and (at + 1 == len(string) or string[at + 1] in ",.:;r!")
        ):
            framed.marks[at] = replace(mark, kind="-")


def _whethers(scene: Scene, framed: Framed) -> None:
    """Whether or not it falls within its mandate; necessary or not: the limit is denied."""
    marks = framed.marks
    string = kinds(marks)
    found = re.search(r"e(?:c?N)?[^L,]*?(L)(?:c?N)?", string)
    if found and "N" in found.group(0) and scene.words[marks[found.start()].first].text == "whether":
        limit = marks[found.start(1)]
        framed.marks = [
            *marks[: found.start()],
            replace(limit, value="-" + limit.value.removeprefix("-")),
            *marks[found.end() :],
        ]
        return
    found = re.search(r"(L)cN(?=[,.]|$)", string)
    if found:
        limit = marks[found.start(1)]
        framed.marks = [
            *marks[: found.start()],
            replace(limit, value="-" + limit.value.removeprefix("-")),
            *marks[found.end() :],
        ]


_GOOD = frozenset(
    {
        "essenti",
        "essential",
        "vital",
        "crucial",
        "important",
        "right",
        "good",
        "necessari",
        "desirabl",
        "proper",
        "fit",
        "best",
        "high",
        "appropri",
        "appropriat",
        "advis",
        "advisabl",
    }
)
_PRESSING = frozenset({"imper", "imperat", "imperativ", "indispensabl", "mandatori", "compulsori", "obligatori"})


def _called_good(scene: Scene, framed: Framed) -> None:
    """It is essential that X lead; it is compulsory, forbidden, not the task of X to do so."""
    marks = framed.marks
    string = kinds(marks)
    found = re.match(r"^r?b(N?)([MGPwLq])e((?:q?H[,cK]*)+)M?", string)
    stems = scene.stems(marks[: found.start(3)]) if found else set()
    if found and stems & (_GOOD | _PRESSING):
        force = replace(marks[found.start(2)], kind="M", value="must" if stems & _PRESSING else "should")
        nay = [Mark("N", "not", force.first, force.first)] if found.group(1) else []
        framed.marks = [*marks[found.start(3) : found.end(3)], force, *nay, *marks[found.end() :]]
        return
    found = (
        re.match(r"^r?b?(N?)([MGPwL])f((?:q?H[,cK]*)+)t", string)
        or re.match(r"^r?(M)?(N?)()f((?:q?H[,cK]*)+)t", "")
        or re.match(r"^r(M)f()((?:q?H[,cK]*)+)t", "")
    )
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
    found = re.match(r"^rb(N?)(T)t", string)
    if found and marks[found.start(2)].value == "itu-mandate":
        head = marks[found.start(2)]
        framed.marks = [
            replace(head, kind="H", value="itu"),
            replace(head, kind="M", value="should"),
            *marks[found.end() :],
        ]
        framed.denied ^= bool(found.group(1))


def _contrast(_: Scene, framed: Framed) -> None:
    """..., not with companies."""
    string = kinds(framed.marks)
    found = re.match(r"^a[^,MbdhAP]*,(?=(?:q?H))", string)
    if found and framed.marks[0].kind == "a":
        del framed.marks[: found.end()]
    found = re.search(r",a(?:q?H|r)w*$", kinds(framed.marks))
    if found:
        del framed.marks[found.start() :]
    found = re.search(r",c?N[ovfytg]?(?:q?H[,cK]*)+$", kinds(framed.marks))
    if found and re.search(r"[Mbdhg]", kinds(framed.marks[: found.start()])):
        framed.marks = framed.marks[: found.start()]


def _seen_so(scene: Scene, framed: Framed) -> None:
    """T is regarded by some Member States as ..."""
    marks = framed.marks
    found = re.match(r"^([^H]*)(?:h?b)([wgAP])(?:y|i|v)((?:q?H[,cK]*)+)(?:a|tb)", kinds(marks))
    agreed = re.match(r"^r?b(w|A|i)y((?:q?H[,cK]*)+)e", kinds(marks))
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
        _voiced(framed, marks[agreed.end(2) - 1])
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
        _voiced(framed, marks[found.end(3) - 1] if marks[found.end(3) - 1].kind == "H" else marks[found.start(3)])
        framed.marks = [
            *marks[: found.end(1)],
            replace(marks[found.start(2)], kind="b", value="be"),
            *marks[found.end() :],
        ]


def _fronted(scene: Scene, framed: Framed) -> None:
    """When governments develop policy, they should consult: the subject comes first."""
    marks = framed.marks
    found = re.match(r"^[iS]((?:q?H[cK,]?)*q?H)([^,H]*),(r)", kinds(marks))
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


def _effected(_: Scene, framed: Framed) -> None:
    """Governance is effected through shared principles that governments develop."""
    marks = framed.marks
    found = re.match(r"^[^H,]*e((?:q?H[,cK]*)+)(?=[MAbhd])", kinds(marks))
    if found and any(m.kind == "T" and m.value == "principles" for m in marks[: found.start(1)]):
        framed.marks = [*marks[found.start(1) :], next(m for m in marks if m.kind == "T" and m.value == "principles")]


def _whereas(scene: Scene, framed: Framed) -> None:
    """... where public policy is coordinated, when it comes to policy, as far as policy is concerned."""
    marks = framed.marks
    found = re.search(r"i[TJoif]*(b)(?=[iAwP])", kinds(marks))
    if found and scene.words[marks[found.start()].first].text in {"where", "when", "whenever", "wherever", "as"}:
        framed.marks = [*marks[: found.start(1)], *marks[found.end(1) :]]


def _joined(scene: Scene, framed: Framed) -> None:
    """Not just A but B: both of them; nobody but A: only A."""
    marks = framed.marks
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
            framed.marks = marks = [
                *marks[:nobody],
                *marks[nobody + 1 : but],
                replace(marks[but], kind="O", value="only"),
                *marks[but + 1 :],
            ]
            if marks[nobody].kind == "'":
                del marks[nobody]
    for at, mark in enumerate(marks):
        if mark.kind == "n":
            but = next((i for i in range(at + 1, len(marks)) if marks[i].kind in "B;."), None)
            if but is not None and marks[but].kind == "B":
                framed.marks = [
                    *marks[:at],
                    *(m for m in marks[at + 1 : but] if m.kind != ","),
                    replace(marks[but], kind="c"),
                    *marks[but + 1 :],
                ]
            return


def _concessive(scene: Scene, framed: Framed) -> None:
    """Whatever the critics may say, ..."""
    first = framed.marks[0] if framed.marks else None
    comma = next((i for i, m in enumerate(framed.marks) if m.kind == ","), 0)
    if (
        first is not None
        and comma
        and scene.words[first.first].text
        in {"whatever", "despite", "notwithstanding", "whoever", "however", "although", "though"}
        and not any(
            m.kind in "TM" or (m.kind == "H" and m.value != "users")
            for m in framed.marks[:comma]
            if scene.words[m.first].text != "may"
        )
    ):
        del framed.marks[: comma + 1]


def _inner_cleft(_: Scene, framed: Framed) -> None:
    """In fostering it, it is the ITU that ..."""
    string = kinds(framed.marks)
    found = re.search(r"(?<=.)(r[M]?b)(O?(?:q?H[,cK]?)+O?)(e)", string)
    if found:
        framed.marks = [
            *framed.marks[: found.start(1)],
            *framed.marks[found.start(2) : found.end(2)],
            *framed.marks[found.end(3) :],
        ]


def _apposed(scene: Scene, framed: Framed) -> None:
    """RIPE NCC, being a registry, ...; France, like any other country, ..."""
    string = kinds(framed.marks)
    found = re.search(r"H(,(?:b|w|a|q)[^,MbdhlN]*H[^,MbdhlN]*,)", string)
    if found and (
        scene.words[framed.marks[found.start(1) + 1].first].text in {"being", "like", "as", "unlike"}
        or string[found.start(1) + 1] == "q"
    ):
        del framed.marks[found.start(1) : found.end(1)]


def _leading(_: Scene, framed: Framed) -> None:
    if len(framed.marks) > 1 and framed.marks[0].kind in "+-" and framed.marks[1].kind in ",.:;!":
        del framed.marks[:2]
    if len(framed.marks) > 2 and framed.marks[0].kind == "X" and framed.marks[1].kind in ",.:;!":
        del framed.marks[:2]
    if framed.marks and framed.marks[0].kind in "+=":
        del framed.marks[:1]


def _answered(scene: Scene, framed: Framed) -> None:
    """Question, answer: "Do X have a part, yes they do", "Who holds it, the answer is X", "Whether X may is clear: they may"."""
    marks = framed.marks
    string = kinds(marks)
    who = next(
        (i for i, m in enumerate(marks) if m.kind == "e" and scene.words[m.first].text in {"who", "whose", "whom"}),
        None,
    )
    what = next((i for i, m in enumerate(marks[:3]) if m.kind == "w" and m.value in {"what", "which"}), None)
    # who ..., (the answer is) HOLDER (does)
    if who is not None:
        asked = who <= 3 or "=" in string or string.startswith("S")
        found = re.search(
            r"[,:?.;=]+[bB,:e=-]*(O?(?:q?H[,cK]*)+)(O?)(?:r?w)?([dbhlM]*)(?:,?c(?:XH|Z|z|X))?$", string[who:]
        )
        if asked and found:
            group = marks[who + found.start(1) : who + found.end(1)] + marks[who + found.start(2) : who + found.end(2)]
            body = marks[who + 1 : who + found.start()]
            while body and body[-1].kind in ",:?.;=b" and len(body) > 1 and (body[-1].kind != "b" or "=" in string):
                body.pop()
            framed.marks = group + body
            return
        found = re.match(r"^(?:=b?e?)[^:]*?:((?:q?H[,cK]*)+)$", string)
        if found:
            framed.marks = marks[found.start(1) :] + marks[who + 1 : string.index(":") - 1]
            return
        found = re.match(r"^=?[^e]*e(.*?)b?:((?:q?H[,cK]*)+)$", string)
        if found:
            framed.marks = marks[found.start(2) : found.end(2)] + marks[found.start(1) : found.end(1)]
            return
    if what is not None:
        return
    # whether ... is easily answered: they may
    start = 0
    if marks and marks[0].kind == "e" and scene.words[marks[0].first].text == "whether":
        start = 1
    tail = re.search(
        r"[,:?;.]+=?b?e?[,:]?([-+X]?)[,:]?(?:(r|Z|H)(M|b|d|h|l)(N?)r?|([-+X])|(r)(b)(?:N)?(M)(N?))?$", string
    )
    question = start or (marks and marks[0].kind in "Mbdhl") or _INVERTED.match(string)
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
        framed.marks = body
        if nay:
            framed.denied = not framed.denied
        return
    long = re.search(r"[,:?;.]+([-+X]),?", string)
    if question and long and long.end() < len(string):
        if long.group(1) in "-X":
            framed.denied = not framed.denied
        framed.marks = marks[start : long.start()]
        return
    found = re.search(r"[,:?;.]+=b?e?[,:]?(?:e|Z)*((?:X|Z|\+|-)(?:r)?[dbhM]?N?)?$", string)
    if question and found and found.group(1):
        framed.marks = marks[start : found.start()]
        if found.group(1)[0] in "XZ-":
            framed.denied = not framed.denied


def _asked(_: Scene, framed: Framed) -> None:
    """Do governments have ...? Isn't it up to the ITU to ...?"""
    string = kinds(framed.marks)
    found = _INVERTED.match(string)
    if not found:
        return
    auxiliary = framed.marks[found.start(1)]
    rest = framed.marks[found.end() :]
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
            break
    framed.marks = [*rest[:length], auxiliary, *rest[length:]]


def _reported(scene: Scene, framed: Framed) -> None:
    """Some Member States consider that ..., in the view of some Member States ..., all agree that ..."""
    marks = framed.marks
    string = kinds(marks)
    found = re.match(r"^(?:i?)((?:q?H[,c]?)+)(?:[dlz]|h(?=[wAP]))*", string)
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
            }
        )
        if saying and here[-1].kind == "e" and len(here) == 2:
            _voiced(framed, marks[found.start(1)])
            framed.marks = marks[found.end() + 2 :]
            return
        if (
            saying
            and verb in {"consider", "believ", "think", "argu", "say", "claim", "insist", "maintain"}
            and here[-1].kind in "HTqP"
        ):
            _voiced(framed, marks[found.start(1)])
            framed.marks = marks[found.end() + 1 :]
            return
        if (
            here[0].kind in "wAPhg"
            and verb in {"regard", "view", "consider", "deem", "see", "treat"}
            and here[-1].kind == "T"
            and (verb != "see" or "a" in string)
        ):
            _voiced(framed, marks[found.start(1)])
            framed.marks = marks[found.end() + 1 :]
            return
    if (
        string[:1] == "i"
        and len(marks) > 2
        and marks[1].kind == "w"
        and scene.words[marks[1].first].stem in {"view", "eye", "opinion"}
    ):
        found = re.match(r"^iwo((?:q?H[,c]?)+),?", string)
        if found:
            _voiced(framed, marks[found.start(1)])
            framed.marks = marks[found.end() :]
            return
    found = re.search(r",?(?:i|a)(?:w?o)?(q?H)[hl]?(w?)r?$", string)
    if (
        found
        and framed.voice is Voice.OWN
        and marks[found.start(1)].kind == "H"
        and marks[found.start(1)].count in {"several", "many"}
        and (found.group(2) or "o" in found.group(0))
    ):
        _voiced(framed, marks[found.start(1)])
        framed.marks = marks[: found.start()]


def _voiced(framed: Framed, who: Mark) -> None:
    if who.count == "none":
        framed.denied ^= True
        framed.voice = Voice.REPORTED
        return
    framed.voice = (
        Voice.EVERYBODY
        if who.count == "all"
        or who.value in {"all-parties", "all-stakeholders"}
        or not who.count
        and who.value == "states"
        else Voice.REPORTED
    )


_GIVING = frozenset("giv grant giv confer accord leav reserv entrust assign".split())
_ASKING = {"invit": "may", "ask": "should", "instruct": "must", "urg": "may", "encourag": "may", "requir": "must", "tel": "must", "oblig": "must", "requ": "must", "forc": "must", "cal": "may", "allow": "may", "permit": "may", "request": "may", "want": "should", "bind": "must", "order": "must", "direct": "must", "wish": "should", "expect": "should", "have": "", "let": "may", "compel": "must", "forbid": "-", "bar": "-", "tell": "must"}  # fmt: skip


def _attributed(scene: Scene, framed: Framed) -> None:
    """Under the opinion ..., the draft says that ..., Tunis gives ..., the draft would have X do Y."""
    marks = framed.marks
    string = kinds(marks)
    found = re.match(r"^(?:i|S|a)(?:w|D|J|P|T)?o?D(?:[iof]?[DF])*[,]?", string)
    if found and found.end() < len(marks) and marks[0].kind in "iSa" and "H" not in string[: found.end()]:
        marks = framed.marks = marks[found.end() :]
        string = kinds(marks)
    found = re.match(r"^H?'?D(?:[iof]?[D])*(?:,?[ac]D)*", string)
    if not found or found.end() >= len(marks):
        return
    if string[:1] == "H" and not re.match(r"^H'?D", string):
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
    if after and after[0].kind == "e":
        framed.marks = after[1:]
        framed.denied ^= negated
        return
    if (
        rest[skip].kind in "gM"
        and tail.startswith(("q", "H"))
        or (rest[skip].kind in "hgMGkwA" and tail.startswith("H") and (rest[skip].kind != "A" or verb in _ASKING))
    ):
        group = re.match(r"^((?:q?H[,cK]*)+)t?", tail)
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
            elif more[0].kind in "A" or (rest[skip].kind == "h" and more[0].kind not in "PQ"):
                framed.marks = (
                    [
                        *holders,
                        replace(rest[skip], kind="M", value="may" if rest[skip].kind == "h" and False else "must"),
                        *more,
                    ]
                    if verb == "have" and False
                    else [*holders, *more]
                )
            else:
                framed.marks = [*holders, replace(rest[skip], kind="h", value="have"), *more]
            return
    if (
        rest[skip].kind in "wPAMbh"
        and after
        and (after[0].kind in "HTqXPZO")
        and re.search(r"[MbhdNg]", tail)
        and verb not in {"be"}
    ):
        framed.marks = after
        framed.denied ^= negated


def _trailing(scene: Scene, framed: Framed) -> None:
    """..., says the opinion; ..., according to the Tunis Agenda."""
    string = kinds(framed.marks)
    found = re.search(r"[,]?(?:[ai]D|a?wD|aDw|wD|rw|aD[dwh]|,D[wP]|iD[ao]D)$", string)
    if found and found.start() > 2:
        framed.marks = framed.marks[: found.start()]


_DOUBTS = frozenset(
    stem(w)
    for w in "forget forgotten deny denied denying doubt doubtful dispute disputed question unclear uncertain unlikely overlooked ignored".split()
)
_ASSENTS = frozenset(
    stem(w)
    for w in "clear remember recall stress stressed note noted obvious certain agreed agree recognized known plain sure fact say said saying true understood bear mind think believe accepted settled undisputed".split()
)


def _called_true(scene: Scene, framed: Framed) -> None:
    """It is not true that ...; that ... is a myth."""
    marks = framed.marks
    string = kinds(marks)
    found = re.match(r"^(?:r|z)?(b)(N|X)?([^eH]{1,3}?)(e)", string)
    if found:
        span = marks[: found.end()]
        true, false = scene.has("true", span), scene.has("false", span)
        if true or false:
            framed.denied ^= bool(found.group(2)) ^ false
            framed.marks = marks[found.end() :]
            return
        if scene.has("say", span) and not found.group(2):
            framed.marks = marks[found.end() :]
            return
    found = re.match(r"^([^eHTA]*)(e)", string)
    if found and scene.words[marks[found.start(2)].first].text == "that":
        stems = scene.stems(marks[: found.end()])
        nay = bool(re.search("[NXqZG]", found.group(1)))
        if stems & _DOUBTS:
            if nay:
                framed.marks = marks[found.end() :]
            else:
                framed.problem = scene.text(marks[: found.end()])
            return
        if stems & _ASSENTS and not nay:
            framed.marks = marks[found.end() :]
            return
    found = re.search(r"(b)(N|X)?([wSi]{1,2})$", string)
    if found and string.startswith("e"):
        span = marks[found.start() :]
        true, false = scene.has("true", span), scene.has("false", span)
        if true or false:
            framed.denied ^= bool(found.group(2)) ^ false
            framed.marks = marks[1 : found.start()]


def _cleft(scene: Scene, framed: Framed) -> None:
    """It is companies that hold ...; it is not for France to ...; it is up to the ITU to ..."""
    marks = framed.marks
    string = kinds(marks)
    found = re.match(r"^r(M?)b(N?)(O?)((?:[EXKqH,c]|H)*H)(O?)(?:,[^,]*,)?e", string)
    if found:
        negation = marks[found.start(2) : found.end(2)]
        group = marks[found.start(3) : found.end(5)]
        framed.marks = [*group, *marks[found.end() :]]
        if negation:
            framed.denied ^= True
        return
    found = re.match(r"^r(M?)(?:b|l)*(N?)(?:w|P|z|O)?[fg]?(O?(?:E?q?H[,cK]*)+)('?)(?:P|w|A|O)*(t)", string)
    if found and (("f" in string[: found.start(3)]) or "g" in string[: found.start(3)] or found.group(4)):
        group = marks[found.start(3) : found.end(3)]
        only = [m for m in (*marks[: found.start(3)], *marks[found.end(3) : found.end()]) if m.kind == "O"]
        rest = marks[found.end() :]
        verb = kinds(rest)[:1]
        given = replace(marks[0], kind="g", value="for")
        framed.marks = [*only, *group, given, *rest] if verb in "APwGdhbk" else framed.marks
        if found.group(2):
            framed.denied ^= True
    found = re.match(r"^(?:wb|T?b)e", string)
    del found
