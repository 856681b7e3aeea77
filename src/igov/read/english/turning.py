"""Clauses that are turned about, and those that say again, of others, what was just said."""

from __future__ import annotations

from dataclasses import replace

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match, search
from igov.read.english.scene import Marks, Scene, kinds
from igov.read.english.shared import (
    FORCED,
    Clause,
    Parts,
    holder_of,
    part_of,
)
from igov.terms.assignment import Denies, Part, Share

_THINGS = frozenset(["something", "anything", "what", "where", "thing", "things", "part", "one"])
"""Words behind which a clause says what holders have to do with what stands before."""


def turned(scene: Scene, marks: Marks) -> Marks:
    """Reclamation is a matter in which Member States have no role; the time for X to act is over."""
    string = kinds(marks)
    found = (
        match(r"^([TAJoiPFcwqL,]+)(?:h?b|(M)k?b?)(N?)[^He]*[iofvty]e((?:q?H[,cK]*)+|r)([^e]*)$", string)
        if "e" in string
        else None
    )
    if found:
        nay = [m for group in (2, 3) for m in marks[found.start(group) : found.end(group)]]
        return [*marks[found.start(4) : found.end(4)], *nay, *marks[found.start(5) :], *marks[: found.end(1)]]
    found = (
        match(
            r"^((?:[TAJoiPQFcqL,fvyte'wgk]|q?H)+?)h?b(N?)q?([weri])o?[wr]?(i?e?(?:[TA](?=q?H))?)((?:q?H[,cK]*)+)(?=[MbdhlNgwPA])(.*?)[iofv]*$",
            string,
        )
        if "b" in string
        else None
    )
    if found and scene.words[marks[found.start(3)].first].text in _THINGS:
        possessed = [m for m in marks[found.start(4) : found.end(4)] if m.kind in "TA"]
        nay = marks[found.start(2) : found.end(2)]
        rest = marks[found.start(6) : found.end(6)]
        if nay and rest and rest[0].value == "should":  # not something that X should do
            nay, rest = [rest[0], *nay], rest[1:]
        return [*marks[found.start(5) : found.end(5)], *nay, *rest, *possessed, *marks[: found.end(1)]]
    found = match(r"^([TAJoiPFcqL,w]+)b([TJPwq]{2,}|[TJ])e((?:q?H)+)([hdM].*)$", string) if "e" in string else None
    if found and "T" in found.group(2):  # that is an operational matter that governments should stay out of
        matter = [m for m in marks[found.start(2) : found.end(2)] if m.kind in "TJ"]
        rest = [*marks[found.start(4) :]]
        return [*marks[found.start(3) : found.end(3)], *rest, *marks[: found.end(1)], *matter]
    found = match(r"^((?:[TAJoiPFcqL,t]|(?<=[of])H)+)b(P|w|q)e((?:q?H)+)([hdM].*)$", string) if "e" in string else None
    if found and marks[found.start(2)].kind in "Pq":
        held = marks[found.start(2) : found.end(2)] if found.group(2) == "P" else []
        told = marks[found.start(4) :]
        if marks[found.start(2)].value == "none":  # not one that they are invited to join
            told = [told[0], Mark("N", "not", told[0].last, told[0].last), *told[1:]]
        return [*marks[found.start(3) : found.end(3)], *told, *held, *marks[: found.end(1)]]
    found = match(r"^((?:[TAJoiPFcqL,w]|L)+?)b(N?)wf((?:q?H[,cK]*)+)t(.*?)[iofv]*$", string) if "wf" in string else None
    if found and scene.words[marks[found.start(3) - 2].first].text in _THINGS:  # it is something for X to do
        must = Mark("M", "should", marks[found.start(4) - 1].first, marks[found.start(4) - 1].last)
        return [
            *marks[found.start(3) : found.end(3)],
            *marks[found.start(2) : found.end(2)],
            must,
            *marks[found.start(4) : found.end(4)],
            *marks[: found.end(1)],
        ]
    found = match(r"^(q?P)o((?:q?H[,cK]*)+)", string) if string[:1] in "qP" else None
    if found and found.end() < len(marks) and marks[found.end() - 1].kind == "H":
        none = marks[0].kind == "X" or (marks[0].kind == "q" and marks[0].value == "none")
        nay = [Mark("N", "not", marks[0].first, marks[0].first)] if none else []
        return [*marks[found.start(2) : found.end(2)], *nay, marks[found.end(1) - 1], *marks[found.end() :]]
    found = match(r"^W?b?[Xq](M)[gwb]?[fi]?((?:q?r?H[,cK]*)+)t", string) if string[:1] in {"b", "X", "q", "W"} else None
    if found and marks[found.start(1)].value != "may":
        denial = Mark("N", "not", marks[0].first, marks[0].first)
        force = marks[found.start(1)]
        if scene.stems([force]) & {"need"}:  # no need to: they should not
            said = [Mark("M", "should", denial.first, denial.first + 1), denial]
        else:
            said = [denial, force]
        return [*marks[found.start(2) : found.end(2)], *said, *marks[found.end() :]]
    found = match(r"^(b?)(M)f?((?:q?r?H[,cK]*)+)t", string) if string[:1] in {"b", "M"} else None
    if found:
        return [*marks[found.start(3) : found.end(3)], marks[found.start(2)], *marks[found.end() :]]
    if (
        marks
        and marks[0].kind == "T"
        and marks[0].value == "itu-mandate"
        and "role" in scene.text(marks[:1])
        and "mandate" not in scene.text(marks[:1])
        and search("[AP]", string)
    ):
        return [replace(marks[0], kind="H", value="itu"), *marks[1:]]
    found = search(r"(g)[TcJLAio]+(O)$", string) if string[-1:] == "O" else None
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
    if string[:1] == "T" and marks[0].value == "itu-decision-making" and any(m.kind in "AG" for m in marks):
        return [Mark("H", "itu-secretary-general", marks[0].first, marks[0].first), *marks[1:], marks[0]]
    found = match(r"^w[fi](?=(?:q?H)+[th])", string) if string[:1] == "w" else None
    if found and scene.stems(marks[:1]) & {"time", "tim", "dai", "day", "moment", "era", "hour", "age", "ag"}:
        return marks[2:]
    return marks


def left_out(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """... and leave companies and NGOs out of it."""
    string = clause.kinds
    letting = clause.stems & {"allow", "permit", "let"}
    allowed = match(r"^(?:q?H[,cK]*)+M?([Mg])((?:q?H[,cK]*)+)(?:t|(?=[PA]))", string) if letting else None
    if allowed and scene.stems(clause.marks[allowed.start(1) : allowed.end(1)]) & {"allow", "permit", "let"}:
        may = replace(clause.marks[allowed.start(1)], kind="M", value="may")
        clause.put([*clause.marks[allowed.start(2) : allowed.end(2)], may, *clause.marks[allowed.end() :]])
        return None
    if "G" not in string or "H" not in string:
        return None
    found = match(r"^(?:q?H[,cK]*)+(M?N?)(G)((?:q?H[,cK]*)+)(?=[GiPA])", string) or match(
        r"^(?:q?H[,cK]*)+(M?N?)[kwgA]((?:q?H[,cK]*)+)(G)", string
    )
    away = (
        found is not None
        and string[found.end() : found.end() + 1] == "i"
        and scene.words[clause.marks[found.end()].first].text == "from"
    )
    if found and (away or "out" in {m.value for m in clause.marks if m.kind == "G"}):
        at = 3 if found.group(2) == "G" else 2
        marks = clause.marks
        gate = marks[found.start(2)] if at == 3 else marks[found.start(3)]
        clause.put(
            [
                *marks[found.start(at) : found.end(at)],
                *marks[found.start(1) : found.end(1)],
                gate,
                *[m for m in marks[found.end() :] if m.kind != "G"],
            ]
        )
        return None
    found = match(r"^(T[JoiT]*)(M?N?)[gkwA]((?:q?H[,cK]*)+)G$", string)
    if found:  # the governance of the Internet must not leave any of the parties out
        marks = clause.marks
        clause.put(
            [
                *marks[found.start(3) : found.end(3)],
                *marks[found.start(2) : found.end(2)],
                marks[-1],
                *marks[: found.end(1)],
            ]
        )
        return None
    found = match(r"^[Mbzt]*(?:g|k|w|A|G)((?:[qX]*H[,cK]*)+)G", string)
    if not found or not clause.last or clause.marks[found.end() - 1].value != "out":
        return None
    group = tuple(holder_of(m) for m in clause.marks[found.start(1) : found.end(1)] if m.kind == "H")
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


def echoed(scene: Scene, clause: Clause) -> Parts | None:
    """Return the parts of a clause that says the same of others: "and so should they", "and that goes for X too"."""
    if not clause.last:
        return None
    return (
        _theirs(clause)
        or _one_too(clause)
        or _not_so(clause)
        or _so_do(scene, clause)
        or _may_not(clause)
        or _remains(clause)
        or _same_goes(scene, clause)
    )


def _remains(clause: Clause) -> tuple[Part, ...] | None:
    """... and should remain so."""
    found = match(r"^[zr]*(M)(N?)[kbwdgzBhqtri]*$", clause.kinds)
    if not found or not clause.last or not clause.stems & {"remain", "stai", "continu", "so", "keep", "go"}:
        return None
    clause.use("N")
    denied = Denies.POSITION if found.group(2) else None
    return (replace(clause.last[-1], force=FORCED[clause.marks[found.start(1)].value], denied=denied),)


def _one_too(clause: Clause) -> Parts | None:
    """... and civil society has played one at community level."""
    found = match(r"^((?:q?H[,cK]*)+)[Mdbhk]*hq(L?)$", clause.kinds)
    if not found or clause.marks[found.end() - 1 - len(found.group(2))].value != "one":
        return None
    clause.use("qL")
    group = tuple(holder_of(m) for m in clause.marks[found.start(1) : found.end(1)] if m.kind == "H")
    limits = tuple(m.value for m in clause.marks[found.start(2) : found.end(2)])
    last = clause.last[-1]
    return (replace(last, holders=group, limits=limits, topic=frozenset({"internet"}), activity="unspecified"),)


def _theirs(clause: Clause) -> Parts | None:
    """..., since that belongs to States."""
    found = match(r"^[er]g((?:q?H[,cK]*)+)$", clause.kinds)
    if not found:
        return None
    group = tuple(holder_of(m) for m in clause.marks[1:] if m.kind == "H")
    return (replace(clause.last[-1], holders=group, denied=None),)


def _not_so(clause: Clause) -> Parts | None:
    """... though not the leading one."""
    found = match(r"^N(P)[wq]*$", clause.kinds)
    if not found:
        return None
    clause.use("N")
    position = clause.marks[found.start(1)].value
    return (replace(clause.last[-1], position=position, denied=Denies.POSITION),)


def _so_do(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """... and so should the relevant international organizations; nor should they."""
    marks = clause.marks
    found = match(r"^(K?)[Mdbhl]((?:L|q?r?H[,cK]*)*H)$", kinds(marks))
    if not found or not clause.last or marks[0].first == 0:
        return None
    before = scene.words[marks[0].first - 1].text
    nay = bool(found.group(1)) or before in {"nor", "neither"}
    if not nay and before != "so":
        return None
    clause.use("KL")
    group = tuple(holder_of(m) for m in marks if m.kind == "H")
    last = clause.last[-1]
    return (replace(last, holders=group, denied=last.denied or (Denies.POSITION if nay else None)),)


def _may_not(clause: Clause) -> Parts | None:
    """Companies may be members of it, NGOs may not; companies may not, but NGOs may."""
    found = match(r"^z?((?:q?H[,cK]*)+)[Md](N?)z?$", clause.kinds)
    last = clause.last[-1]
    if not found or (last.denied is None) != bool(found.group(2)):
        return None
    force = clause.marks[found.end(1)]
    if found.group(2) and force.value != "may" and clause.scene.stems([force]) & {"need", "have", "oblig"}:
        return None  # that they need not is another denial
    clause.use("N")
    group = tuple(holder_of(m) for m in clause.marks[found.start(1) : found.end(1)] if m.kind == "H")
    if any(m.count == "none" for m in clause.marks):
        return None
    if found.group(2):
        if last.position == "right" and "sovereign" in clause.scene.texts:  # another's would be the authority itself
            last = replace(last, position="authority")
        return (replace(last, holders=group, share=Share.SOME, denied=Denies.POSITION),)
    return (replace(last, holders=group, share=Share.SOME, denied=None, force=FORCED.get(force.value, last.force)),)


def _same_goes(scene: Scene, clause: Clause) -> tuple[Part, ...] | None:
    """... and that goes for the framework too."""
    string = clause.kinds
    found = match(r"^(?:e|r|w|z|q|b|i|c)*(?:g|w|h)+[fot]((?:[q]*H[,cK]*)+)", string)
    if (
        not found
        or not clause.last
        or not scene.stems(clause.marks[: found.start(1)]) & {"goe", "go", "appli", "hold", "same", "true"}
    ):
        return None
    group = tuple(holder_of(m) for m in clause.marks[found.start(1) : found.end(1)] if m.kind == "H")
    clause.use("q")
    last = clause.last[-1]
    topic = frozenset({"governance"}) if group[0].term == "framework-for-government-participation" else last.topic
    return (replace(last, holders=group, topic=topic),)
