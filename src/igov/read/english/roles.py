"""The general construction: who, holding what, doing what, over what; active, passive and turned about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from igov.read.english.canon import POLICY, act_of, topic_of
from igov.read.english.lexicon import Mark
from igov.read.english.scene import LIGHT, NEUTRAL, Marks, Scene, kinds
from igov.read.english.words import stem
from igov.read.english.shared import FORCED, Clause, limits_of, part_of, tense_of
from igov.terms.assignment import APART, UNSPECIFIED, Denies, Force, Holder, Part, Quantity, Share
from igov.terms.order import Axis

CONSTITUTIVE = frozenset({"authority", "right", "responsibility", "role", "important-role", "facilitating-role", "constructive-role", "active-role", "equal", "lead", "participation"})  # fmt: skip
_GROUP = re.compile(r"(?:E?[qX]*H(?:,?[cK],?[qXE]*H|,[q]*H(?=[,cK]|$|[Mbdhlk]))*)")
_BODIES = ("icann", "rirs", "ripe-ncc", "ietf", "isoc", "w3c", "international-organizations")
_BANS = frozenset(
    {
        "ban",
        "exclud",
        "prohibit",
        "forbid",
        "bar",
        "prevent",
        "stop",
        "end",
        "limit",
        "restrict",
        "reduc",
        "curtail",
        "deni",
        "drop",
        "cut",
    }
)
_JOINT = frozenset({"cooperate", "explore-cooperation", "conclude-agreement"})
_HARMLESS_FIELD = frozenset(
    "web net online user users digital data network networks multistakeholder stakeholder tech ict content platform phone computer device devices video".split()
)


@dataclass(slots=True)
class Found:
    """Who was found to hold, and where the words about it are."""

    holders: list[Mark] = field(default_factory=list)
    rest: Marks = field(default_factory=list)
    passive: bool = False
    belongs: bool = False
    subject: str = ""


def roles(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """Return the parts that a clause comes to, or None where nothing of it was understood."""
    clause.marks = _turned(scene, clause.marks)
    turned = (
        _left_out(scene, clause)
        or _so_do(scene, clause)
        or _remains(scene, clause)
        or _same_goes(scene, clause)
        or _relative(scene, clause)
    )
    if turned:
        return turned
    found = _subject(scene, clause)
    if not found.holders and not clause.before and not found.subject:
        return None
    if not found.holders and not clause.before and not re.search(r"[MbhdglkN]|w", kinds(clause.marks)[1:]):
        return None
    return _read(scene, clause, found)


def _turned(scene: Scene, marks: Marks) -> Marks:
    """Reclamation is a matter in which Member States have no role; where policy is coordinated; the time for X to act is over."""
    string = kinds(marks)
    found = re.match(r"^([TAJoiPFcwq,]+)h?bN?[^He]*[iofv]e((?:q?H|r)[^e]*)$", string)
    if found:
        return [*marks[found.start(2) :], *marks[: found.end(1)]]
    found = re.match(r"^((?:[TAJoiPFcqL,]|q?H)+?)h?b(w|e)e?((?:q?H)+(?=[MbdhlN]).*)$", string)
    if found and scene.words[marks[found.start(2)].first].text in {"something", "what", "anything"}:
        return [*marks[found.start(3) :], *marks[: found.end(1)]]
    found = re.match(r"^(q?P)o((?:q?H[,cK]*)+)", string)
    if found and found.end() < len(marks) and marks[found.end() - 1].kind == "H":
        return [*marks[found.start(2) : found.end(2)], marks[found.end(1) - 1], *marks[found.end() :]]
    found = re.match(r"^b?X(M)f?((?:q?H[,cK]*)+)t", string)
    if found and marks[found.start(1)].value != "may":
        return [
            *marks[found.start(2) : found.end(2)],
            Mark("N", "not", marks[0].first, marks[0].first),
            marks[found.start(1)],
            *marks[found.end() :],
        ]
    found = re.match(r"^(b)(M)f?((?:q?H[,cK]*)+)t", string)
    if found:
        return [*marks[found.start(3) : found.end(3)], marks[found.start(2)], *marks[found.end() :]]
    if (
        marks
        and marks[0].kind == "T"
        and marks[0].value == "itu-mandate"
        and "role" in scene.text(marks[:1])
        and "mandate" not in scene.text(marks[:1])
        and re.search("[AP]", string)
    ):
        return [replace(marks[0], kind="H", value="itu"), *marks[1:]]
    found = re.search(r"(g)[TcJLA]+(O)$", string)
    if (
        found
        and scene.stems(marks[found.start(1) : found.end(1)]) & {"leav"}
        and scene.words[marks[-1].first].text == "alone"
    ):
        return [
            *marks[: found.start(1)],
            replace(marks[found.start(1)], kind="G", value="out"),
            *marks[found.end(1) : -1],
        ]
    if re.match(r"^T", string) and marks[0].value == "itu-decision-making" and any(m.kind in "AG" for m in marks):
        return [Mark("H", "itu-secretary-general", marks[0].first, marks[0].first), *marks[1:], marks[0]]
    found = re.match(r"^w[fi](?=(?:q?H)+[th])", string)
    if found and scene.stems(marks[:1]) & {"time", "tim", "dai", "day", "moment", "era", "hour", "age", "ag"}:
        return marks[2:]
    return marks


def _left_out(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """... and leave companies and NGOs out of it."""
    string = kinds(clause.marks)
    found = re.match(r"^(?:q?H[,cK]*)+(M?N?)(G)((?:q?H[,cK]*)+)(?=[GiPA])", string) or re.match(
        r"^(?:q?H[,cK]*)+(M?N?)[kwgA]((?:q?H[,cK]*)+)(G)", string
    )
    if found and "out" in {m.value for m in clause.marks if m.kind == "G"}:
        at = 3 if found.group(2) == "G" else 2
        marks = clause.marks
        gate = marks[found.start(2)] if at == 3 else marks[found.start(3)]
        clause.marks = [
            *marks[found.start(at) : found.end(at)],
            *marks[found.start(1) : found.end(1)],
            gate,
            *[m for m in marks[found.end() :] if m.kind != "G"],
        ]
        return None
    found = re.match(r"^[Mbzt]*(?:g|k|w|A|G)((?:[qX]*H[,cK]*)+)G", string)
    if not found or not clause.last or clause.marks[found.end() - 1].value != "out":
        return None
    group = tuple(_holder(m) for m in clause.marks[found.start(1) : found.end(1)] if m.kind == "H")
    last = clause.last[-1]
    clause.use("GqX")
    return (
        part_of(
            scene,
            clause,
            group,
            "participation",
            last.topic,
            activity=last.activity,
            force=last.force,
            denied=Denies.POSITION,
        ),
    )


def _remains(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """... and should remain so."""
    found = re.match(r"^[zr]*(M)(N?)[kbwdgzBhq]*$", kinds(clause.marks))
    if (
        not found
        or not clause.last
        or not scene.stems(clause.marks) & {"remain", "stay", "continu", "so", "keep", "go"}
    ):
        return None
    clause.use("N")
    denied = Denies.POSITION if found.group(2) else None
    return (replace(clause.last[-1], force=FORCED[clause.marks[found.start(1)].value], denied=denied),)


def _so_do(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """... and so should the relevant international organizations; nor should they."""
    marks = clause.marks
    found = re.match(r"^(K?)[Mdbhl]((?:L|q?H[,cK]*)*H)$", kinds(marks))
    if not found or not clause.last or marks[0].first == 0:
        return None
    before = scene.words[marks[0].first - 1].text
    nay = bool(found.group(1)) or before in {"nor", "neither"}
    if not nay and before != "so":
        return None
    clause.use("KL")
    group = tuple(_holder(m) for m in marks if m.kind == "H")
    last = clause.last[-1]
    return (replace(last, holders=group, denied=last.denied or (Denies.POSITION if nay else None)),)


def _same_goes(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """... and that goes for the framework too."""
    string = kinds(clause.marks)
    found = re.match(r"^(?:e|r|w|z|q|b|i|c)*(?:g|w|h)+[fot]((?:[q]*H[,cK]*)+)", string)
    if (
        not found
        or not clause.last
        or not scene.stems(clause.marks[: found.start(1)]) & {"goe", "go", "appli", "hold", "same", "true"}
    ):
        return None
    group = tuple(_holder(m) for m in clause.marks[found.start(1) : found.end(1)] if m.kind == "H")
    clause.use("q")
    last = clause.last[-1]
    topic = frozenset({"governance"}) if group[0].term == "framework-for-government-participation" else last.topic
    return (replace(last, holders=group, topic=topic),)


def _relative(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """ICANN is the only organization with which the ITU is to explore collaboration; it is the ITU's act that is told."""
    marks = clause.marks
    string = kinds(marks)
    found = re.match(r"^((?:q?H[,cK]*)+)M?bN?(O?)[^HMe]*(?:q?H)?v?e(P?)((?:q?H)+)(?=[MbdhlAkw])", string)
    if not found:
        return None
    only = marks[found.start(2) : found.end(2)]
    inner = Clause(scene, [*marks[found.start(4) : found.end(4)], *marks[found.end(4) :]], clause.voice)
    focus = [m.value.partition("=")[0] for m in marks[: found.end(1)] if m.kind == "H"]
    parts = roles(scene, inner)
    if not parts:
        return None
    clause.used |= inner.used | {m.first for m in only}
    denied = any(m.kind == "N" for m in marks[: found.start(4)])
    clause.use("N")
    share = Share.ONLY_WITH if only else Share.SOME
    return tuple(
        replace(p, counterpart=f, share=share, denied=Denies.POSITION if denied != (p.denied is not None) else None)
        for f in focus
        for p in parts[:1]
    )


def _pivot(scene: Scene, marks: Marks) -> int:
    string = kinds(marks)
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


def _group(marks: Marks, start: int) -> tuple[list[Mark], int]:
    found = _GROUP.match(kinds(marks), start)
    if not found:
        return [], start
    return [m for m in marks[found.start() : found.end()] if m.kind == "H"], found.end()


def _subject(scene: Scene, clause: Clause) -> Found:
    marks = clause.marks
    string = kinds(marks)
    pivot = _pivot(scene, marks)
    late = 0 if pivot == len(marks) else pivot
    best: tuple[list[Mark], int, int] | None = None
    at = 0
    while at < pivot:
        found = _GROUP.match(string, at)
        if found and found.start() < pivot:
            before = string[found.start() - 1] if found.start() else ""
            group = [m for m in marks[found.start() : found.end()] if m.kind == "H"]
            if before not in "oyivfgt" or not before:
                if not (before == "a" and best):
                    if not (best and before == ","):
                        best = (group, found.start(), found.end())
                elif clause.order_above(group[0].value, best[0][-1].value) and group[0].value != best[0][-1].value:
                    best = (group, best[1], found.end())  # civil society groups such as the APC
            elif before == "o" and best and clause.order_above(group[0].value, best[0][-1].value):
                best = (group, best[1], found.end())  # the government of Brazil
            elif before == "o" and best and best[0][-1].value.startswith(APART):
                pass
            at = found.end()
            continue
        at += 1
    if best:
        group, start, end = best
        agent = re.search(r"b(A)[^,yHce]*y((?:q?H[,cK]*)+)", string[end:])
        if agent and marks[end + agent.start(1)].value not in {"consult", "facilitate-discussion"}:
            first, last = end + agent.start(2), end + agent.end(2)
            return Found([m for m in marks[first:last] if m.kind == "H"], [*marks[:first], *marks[last:]], passive=True)
        group = _narrowed(clause, group)
        rest = [*marks[:start], *marks[end:]]
        if string[end : end + 1] == "'":  # the States' right
            rest = [*marks[:start], *marks[end + 1 :]]
        lead = string[:start]
        if lead in {"Z", "zZ"} or (start and string[start - 1] == "Z"):
            pass
        if re.search(r"^[PAT]", lead) and not re.search(r"[,]", lead) and "b" in string[end:] and False:
            return Found([], marks)
        return Found(group, rest)
    if "Z" in string[:pivot]:
        return Found([Mark("H", "all-parties", marks[0].first, marks[0].last)], marks)
    if re.match(r"^[zkNO]*r", string) and clause.before:
        return Found([], marks)
    joint = re.match(r"^[zqJLMbwoi]*A[JL]*i?[vo]((?:q?H[,c]*)+)", string)
    if joint:
        group = [m for m in marks[joint.start(1) : joint.end(1)] if m.kind == "H"]
        return Found(group, [*marks[: joint.start(1)], *marks[joint.end(1) :]], passive=True)
    # turned about: the holder stands after the verb
    for pattern in (
        r"P(?:Pi)?((?:[qX]*H[,cK]*)+)",
        r"y((?:O?[qX]*H[,cK]*)+)",
        r"[gG][Ooft]*((?:O?[qX]*H[,cK]*)+)",
        r"[Pw]o((?:O?[qX]*H[,cK]*)+)",
        r"b(?:O|N)*[ovf]?((?:O?[qX]*H[,cK]*)+)(?:$|')",
        r"[wP][tifv]O?((?:[qX]*H[,cK]*)+)",
        r"O[ftyiv]?((?:[qX]*H[,cK]*)+)",
    ):
        turned = re.search(pattern, string[late:] if pattern[0] in "P[b" and "gG" not in pattern else string)
        if turned:
            shift = late if pattern[0] in "P[b" and "gG" not in pattern else 0
            first, last = turned.start(1) + shift, turned.end(1) + shift
            group = [m for m in marks[first:last] if m.kind == "H"]
            rest = [*marks[:first], *marks[last:]]
            if string[last : last + 1] == "'":
                rest = [*marks[:first], *marks[last + 1 :]]
            more = [m for m in marks[first:last] if m.kind in "OXE"]
            return Found(
                _narrowed(clause, group),
                [*more, *rest],
                passive=True,
                belongs=pattern[0] == "b" and "f" in turned.group(0) or turned.group(0)[0] == "G",
            )
    if clause.before and re.match(r"^[zkN]*[MldhbGgA]", string):
        return Found([], marks)
    subject = [m for m in marks[:pivot] if m.kind in "wFTHPA"]
    return Found([], marks, subject=APART + scene.text(subject[:3]) if subject else "")


def _narrowed(clause: Clause, group: list[Mark]) -> list[Mark]:
    """Leave out of a group what merely qualifies its neighbour."""
    return [
        m for i, m in enumerate(group) if not (i + 1 < len(group) and group[i + 1].first == m.last and m.kind == "H")
    ] or group


@dataclass(slots=True)
class Seen:
    """What the words of a predicate say, axis by axis."""

    positions: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)
    adjectives: set[str] = field(default_factory=set)
    fields: list[str] = field(default_factory=list)
    verb: str = ""
    force: Force | None = None
    denied: int = 0
    needless: bool = False
    out: bool = False
    stop: bool = False
    only: bool = False
    not_only: bool = False
    others: list[tuple[str, Mark]] = field(default_factory=list)
    sovereign: bool = False
    given: bool = False
    first: str = ""
    quality: str = ""
    nothing: bool = False
    focus: bool = False
    helped: bool = False
    strange: list[str] = field(default_factory=list)


def _read(scene: Scene, clause: Clause, found: Found) -> tuple[Part, ...] | None:
    seen = _see(scene, clause, found)
    _compared(scene, clause, seen)
    if any(m.kind == "E" for m in clause.marks):
        clause.use("EK")
        if not any(m.kind == "E" for m in found.rest):
            seen.denied += 1
    if seen.force is None:
        seen.force = clause.force_before
    holders = (
        tuple(_holder(m) for m in found.holders) or clause.before or ((Holder(found.subject),) if found.subject else ())
    )
    if any(m.count == "none" for m in found.holders):
        seen.denied += 1
    if any(m.count == "not-all" for m in found.holders):
        seen.denied += 1
    return _compose(scene, clause, found, seen, holders)


def _holder(mark: Mark) -> Holder:
    term, _, single = mark.value.partition("=")
    if mark.count in {"all", "many", "several", "one"}:
        return Holder(term, Quantity(mark.count))
    return Holder(term, Quantity.ONE if mark.count == "none" else Quantity.ALL)


def _see(scene: Scene, clause: Clause, found: Found) -> Seen:
    seen = Seen()
    marks = found.rest
    string = kinds(marks)
    subject_end = found.holders[-1].last if found.holders and not found.passive else -1
    for at, mark in enumerate(marks):
        after = string[at + 1 : at + 2]
        before = string[at - 1 : at] if at else ""
        words = [w.text for w in scene.words[mark.first : mark.last]]
        match mark.kind:
            case "M":
                force = FORCED[mark.value]
                nay = before == "N" or (before and at > 1 and string[at - 2 : at] in {"Nb", "Nd"})
                if nay and force is not Force.MAY:
                    seen.needless = True
                    seen.force = seen.force or Force.MUST
                elif after == "N" and words[0] in {"need"}:
                    seen.needless = True
                    seen.force = Force.MUST
                elif seen.force is None:
                    seen.force = force
            case "N" | "X" | "Z" | "E" | "G" | "q" | "K":
                _deny(scene, clause, seen, mark, marks, at)
            case "n":
                seen.not_only = True
                clause.take(mark)
            case "O":
                seen.only = True
                seen.focus = seen.focus or (
                    before in {"M", "b"} and after in {"A", "v"} and words[0] in {"only", "exclusively", "solely"}
                )
                clause.take(mark)
            case "P":
                seen.positions.append(mark.value)
                seen.first = seen.first or "P"
                if "sovereign" in words:
                    seen.sovereign = True
            case "S" if words[0] == "than" and (seen.quality or "uniquely-qualified" in seen.positions):
                clause.take(mark)
            case "Q":
                seen.quality = seen.quality or mark.value
            case "A":
                if mark.value == "implement" and after == "P":
                    continue
                if (
                    seen.acts == ["support"]
                    and not after.startswith("v")
                    and before in "tAvi"
                    and not seen.others
                    and mark.value not in {"capacity"}
                ):
                    seen.acts.clear()
                    seen.helped = True
                seen.acts.append(mark.value)
                seen.first = seen.first or "A"
            case "T":
                seen.topics.add(mark.value)
                if mark.value == "day-to-day" and {"operation", "operations", "running"} & set(words) and not seen.acts:
                    seen.acts.append("operate")
                if mark.value == "national-public-policy" or "national" in words:
                    seen.adjectives.add("national")
            case "J":
                seen.adjectives.add(mark.value)
            case "i" if words[0].startswith(("relat", "pertain", "connect")):
                seen.adjectives.add("related")
            case "F":
                if words[0] not in _HARMLESS_FIELD:
                    seen.fields.append(" ".join(words))
            case "g":
                seen.given = True
            case "H":
                seen.others.append((before, mark))
            case "w":
                _unknown(scene, seen, mark, before, at, marks, subject_end)
            case _:
                pass
    return seen


def _unknown(scene: Scene, seen: Seen, mark: Mark, before: str, at: int, marks: Marks, subject_end: int) -> None:
    word = scene.words[mark.first]
    if word.stem in {"sovereign"}:
        seen.sovereign = True
    if word.text in NEUTRAL or word.stem in LIGHT or word.stem in NEUTRAL:
        return
    seen.strange.append(word.text)
    verbish = (
        (before and before in "MNldktbOh")
        or mark.first == subject_end
        or (before == "r" and at < 4)
        or (before == "" and subject_end < 0)
    )
    if verbish and not seen.verb and not seen.first and not word.text.endswith("ly"):
        seen.verb = word.text
    elif before and before in "ioftv" or (before == "A" and at + 1 == len(marks)):
        seen.fields.append(word.text)
    elif before == "w" and seen.fields:
        seen.fields.append(word.text)


def _deny(scene: Scene, clause: Clause, seen: Seen, mark: Mark, marks: Marks, at: int) -> None:
    after = marks[at + 1] if at + 1 < len(marks) else None
    if mark.kind == "q":
        if mark.value == "none":
            seen.denied += 1
            clause.take(mark)
        elif mark.value in {"all", "one"} or (after is not None and after.kind in "TwPAFJL"):
            clause.take(mark)
        return
    clause.take(mark)
    if mark.kind == "K":
        return
    if mark.kind == "N":
        if after is not None and after.kind == "O":
            seen.not_only = True
            return
        if after is not None and after.kind == "L" and seen.denied:
            return
        if (
            after is not None
            and after.kind == "M"
            and after.value != "may"
            or (at and marks[at - 1].kind == "M" and scene.words[marks[at - 1].first].text == "need")
        ):
            return
        if (
            after is not None
            and after.kind in "bd"
            and at + 2 < len(marks)
            and marks[at + 2].kind == "M"
            and marks[at + 2].value != "may"
        ):
            return
        seen.denied += 1
        return
    if mark.kind == "Z" and at and scene.words[mark.first].text == "nothing":
        seen.nothing = True
    if (
        mark.kind == "G"
        and at
        and marks[at - 1].kind in "MH"
        and after is not None
        and after.kind in "wF"
        and scene.words[mark.first].stem in _BANS
    ):
        seen.verb = seen.verb or scene.words[mark.first].text
        return
    if mark.kind == "G":
        seen.denied += 1
        if mark.value == "out":
            seen.out = True
        seen.nothing |= bool({"no"} & {w.text for w in scene.words[mark.first : mark.last]}) and mark.value == "lack"
        if mark.value == "stop":
            seen.stop = True
            seen.nothing |= bool(
                scene.stems([mark])
                & {"hinder", "imped", "obstruct", "hamper", "oppos", "withdraw", "retir", "pul", "pull"}
            )
        return
    seen.denied += 1


_COMPARED = frozenset(stem(w) for w in "than other others rest".split())
_UNFAIR = frozenset(
    stem(w)
    for w in "privileged special unequal few handful powerful leading second equal outrank over above precedence junior first before different".split()
)


def _compared(scene: Scene, clause: Clause, seen: Seen) -> None:
    """A bigger role is an unequal one only beside another's; alone it is a role."""
    stems = scene.stems(clause.marks)
    if seen.quality == "unequal" and not stems & (_COMPARED | _UNFAIR):
        seen.quality = ""
        seen.positions.insert(0, "participation" if "part" in stems else "role")
        seen.first = seen.first or "P"


def _compose(
    scene: Scene, clause: Clause, found: Found, seen: Seen, holders: tuple[Holder, ...]
) -> tuple[Part, ...] | None:
    terms = {h.term for h in holders}
    limits, against = limits_of(clause)
    position = _position(seen)
    if seen.given and scene.stems(clause.marks) & {"decid", "determin"} and position == "act":
        position = "authority"
    if not position and found.passive and (found.belongs or seen.only):
        position = "participation"
    if seen.verb and not seen.quality:
        act, position, topic = (
            APART + seen.verb,
            "act",
            frozenset(seen.topics or {APART + " ".join(seen.fields or [seen.verb])}),
        )
        if seen.denied % 2:
            topic = frozenset({act})
        return (_part(scene, clause, holders, position, topic, act, seen, limits, against, None),)
    if not position:
        seen.fields = (
            seen.fields
            or seen.strange
            or [scene.text([m]) for m in found.rest if m.kind in "FTA"][:2]
            or [f"be {m.value}" for _, m in seen.others]
        )
        if not seen.fields:
            return None
        position = "act"
        act = APART + " ".join(seen.fields)
        return (
            _part(
                scene,
                clause,
                holders,
                position,
                frozenset({APART + " ".join(seen.fields)}),
                act,
                seen,
                limits,
                against,
                None,
            ),
        )
    others = {m.value for _, m in seen.others}
    if (
        clause.last
        and seen.acts == ["ensure"]
        and not seen.topics
        and not seen.positions
        and not seen.others
        and not seen.fields
    ):
        return (replace(clause.last[-1], holders=holders, force=seen.force or clause.last[-1].force),)
    if any(m.kind == "h" and scene.stems([m]) & {"shar"} for m in found.rest):
        holders = (*holders, *(_holder(m) for before, m in seen.others if before == "v"))
    raws = [*seen.acts, *(["conducive"] if "conducive-to-innovation" in limits else [])]
    topics = set(seen.topics) or ({APART + " ".join(seen.fields)} if seen.fields else set())
    if seen.fields and topics <= {"internet", "public-policy"} | {t for t in topics if t.startswith(APART)}:
        topics = {APART + " ".join(seen.fields)}
    if not topics and clause.topic_before:
        topics = set(clause.topic_before)
    told = (
        "sovereign"
        if seen.sovereign
        and position == "right"
        and topics & POLICY
        and "international" not in seen.adjectives
        and "international-public-policy" not in topics
        else position
    )
    if "delegate" in raws and "authority" in seen.positions:
        raws.append("authority")
    act = act_of(raws, topics, told, terms, others)
    if terms & {"itu-secretary-general"} and "ensure" in raws and "itu" in others and "active-role" in seen.positions:
        act, position = "ensure-active-role", "act"
    if "delegate" in raws and position not in {"authority", "act"}:
        seen.denied += 1
    if act == "facilitate-discussion" and position == "facilitating-role":
        position = "act"
    if act == UNSPECIFIED and seen.out and not topics and (terms | others) & {"itu", *_BODIES}:
        act, position = "cooperate", "act"
    if position == "participation" and not topics and "itu" in others and "itu" not in terms and act == UNSPECIFIED:
        topics = {"itu-membership"}
    if position == "participation" and topics == {"itu-affairs"}:
        topics = {"itu-membership"}
    if act == "cooperate" and "itu" in terms | others and (terms | others) & set(_BODIES):
        act = "explore-cooperation"
    if "secret" in seen.acts and act == "promote-openness":
        seen.denied += 1
    if (
        act in {"regulate", "implement-policy"}
        and "operating-agencies" in terms
        and topics <= {"stability", "telecommunications"}
    ):
        act, topics = "implement-measures", {"telecommunication-services-security"}
    if "consult" in raws and not terms & {"states"} and not act.startswith(APART):
        act = "consult"
    if act == "consult" and (position in {"act", "participation"} or seen.stop):
        return _consulted(scene, clause, found, seen, holders, limits, against)
    topic = topic_of(topics, seen.adjectives, act, position, scene.lexicon.vocabulary)
    counterpart = _counterpart(seen, act, position)
    if act in _JOINT and len(holders) > 1 and counterpart is None and any(h.term == "itu" for h in holders):
        counterpart = next(h.term for h in holders if h.term != "itu")
        holders = tuple(h for h in holders if h.term == "itu")
    if act in {"build-capacity", "support"} and counterpart is None and "developing-countries" in others:
        counterpart = "developing-countries"
    if "conducive" in raws:
        act, topic = (
            ("establish-policy" if {"set", "create", "develop"} & set(raws) else "promote-policy"),
            frozenset({"internet"}),
        )
    if not topic and not seen.given and position not in {"participation"} and act == UNSPECIFIED:
        topic = frozenset({"internet"}) if False else topic
    if not topic:
        if act.startswith(APART):
            topic = frozenset({APART + (" ".join(seen.fields) or act.removeprefix(APART))})
        elif act == UNSPECIFIED and seen.strange:
            topic = frozenset({APART + " ".join(seen.strange[:3])})
        elif act == UNSPECIFIED and any(
            h.term.startswith(APART) or not _placed(scene, h.term) or _actor(scene, h.term) for h in holders
        ):
            topic = frozenset({APART + scene.text([m for m in found.rest if m.kind in "wFrA"][:3])})
        elif act == UNSPECIFIED:
            return None
    both = [position]
    if position in {"right", "responsibility"} and not act.startswith(APART):
        both = [p for p in dict.fromkeys(seen.positions) if p in {"right", "responsibility"}] or both
    if act == "cooperate" and counterpart in {"all-parties", "all-stakeholders", "other-stakeholders"}:
        counterpart = None
    if act.startswith(APART) and seen.denied % 2:
        topic = frozenset({APART + act.removeprefix(APART)})
    return tuple(
        _part(scene, clause, holders, p, t, act, seen, limits, against, counterpart)
        for p in both
        for t in _joined_topics(found.rest, topic)
    )


def _joined_topics(marks: Marks, topic: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Technical and public policy matters are two topics, not one that is both."""
    string = kinds(marks)
    for found in re.finditer(r"T[J]?c[J]?T", string):
        pair = {marks[found.start()].value, marks[found.end() - 1].value}
        if len(pair) > 1 and pair <= topic and "day-to-day" not in pair:
            return tuple(frozenset((topic - pair) | {one}) for one in sorted(pair))
    return (topic,)


def _placed(scene: Scene, term: str) -> bool:
    return "all-parties" in scene.lexicon.vocabulary.order(Axis.HOLDER).above(term)


def _actor(scene: Scene, term: str) -> bool:
    known = scene.lexicon.vocabulary.term(Axis.HOLDER, term)
    return (
        known is not None
        and known.kind == "actor"
        and "private-sector" in scene.lexicon.vocabulary.order(Axis.HOLDER).above(term)
    )


def _position(seen: Seen) -> str:
    if seen.quality and "authority" not in seen.positions:
        return "equal"
    if seen.out:
        return "participation"
    order = seen.positions
    if len(order) > 1 and order[0] in {"role", "participation"}:
        order = (
            [next((p for p in order[1:] if p.endswith("-role") or p in {"lead", "right", "authority"}), order[0])]
            if order[0] == "role"
            else order
        )
    if seen.nothing or (seen.helped and not order):
        return "participation"
    if not order and seen.topics & {"national-delegations", "itu-membership"} and not seen.acts:
        return "participation"
    if order[:1] == ["role"] and seen.denied % 2:
        order = ["participation", *order[1:]]
    if not order:
        return "act" if seen.acts or seen.first else ""
    if "authority" in order and order[0] in {"right", "responsibility", "authority", "role"}:
        return "authority"
    if seen.first == "A" and order[0] in {"participation", "role", "responsibility"}:
        return "act"
    return order[0]


def _counterpart(seen: Seen, act: str, position: str) -> str | None:
    if not seen.others:
        return None
    if act in {
        "cooperate",
        "explore-cooperation",
        "conclude-agreement",
        "support",
        "build-capacity",
        "assist-national-model",
        "discuss",
    }:
        for _, mark in seen.others:
            return mark.value.partition("=")[0]
    del position
    return None


def _consulted(
    scene: Scene,
    clause: Clause,
    found: Found,
    seen: Seen,
    holders: tuple[Holder, ...],
    limits: tuple[str, ...],
    against: tuple[str, ...],
) -> tuple[Part, ...]:
    """Governments need not consult anybody: whom they consult is who takes part."""
    passive = (
        found.passive
        or bool(re.search(r"bz?A", kinds(found.rest)))
        or not any(h.term == "states" or clause.order_above(h.term, "states") for h in holders)
    )
    asked = tuple(_holder(m) for before, m in seen.others) if not passive else holders
    asked = asked or (Holder("all-stakeholders"),)
    if seen.needless:
        seen.denied, seen.needless, seen.force = 1, False, Force.SHOULD
    seen.force = seen.force if seen.force is not Force.MUST or not seen.denied else Force.SHOULD
    if "necessary" in against:
        seen.denied, seen.force = 1, Force.SHOULD
    topic = topic_of(set(seen.topics), seen.adjectives, "consult", "participation", scene.lexicon.vocabulary)
    return (
        _part(
            scene,
            clause,
            asked,
            "participation",
            topic,
            "consult",
            seen,
            tuple(x for x in limits if x != "consult-all"),
            against,
            None,
        ),
    )


def _part(scene: Scene, clause: Clause, holders: tuple[Holder, ...], position: str, topic: frozenset[str], act: str, seen: Seen, limits: tuple[str, ...], against: tuple[str, ...], counterpart: str | None) -> Part:  # fmt: skip
    odd = seen.denied % 2 == 1
    denied: Denies | None = Denies.POSITION if odd else None
    share = Share.ONLY_WITH if seen.only and seen.focus and counterpart else Share.ONLY if seen.only else Share.SOME
    if seen.only and odd and any(m.kind == "N" for m in clause.marks) and not any(m.kind in "GX" for m in clause.marks):
        odd, denied, seen.not_only = False, None, True
    if seen.not_only and not odd:
        share, denied = Share.ONLY, Denies.SHARE
    if (
        seen.force is Force.MAY
        and seen.denied
        and not odd
        and any(m.kind == "G" and m.value in {"lack", "out"} for m in clause.marks)
    ):
        seen.force = Force.MUST
    if seen.needless:
        denied = Denies.FORCE
    if seen.quality == "unequal" and position == "equal":
        denied = None if odd else Denies.POSITION
    force = seen.force
    if force is None:
        tense = tense_of(scene, clause.marks)
        force = tense if tense is Force.WAS else Force.IS if position in CONSTITUTIVE else None
    return part_of(
        scene,
        clause,
        holders,
        position,
        topic,
        activity=act,
        force=force,
        limits=limits,
        denied_limits=against,
        share=share,
        counterpart=counterpart,
        denied=denied,
    )


__all__ = ["Axis", "roles"]
