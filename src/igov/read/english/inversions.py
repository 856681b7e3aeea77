"""What is held or done comes first, and who holds or does it after: turns that put it in plain order.

Each turn takes the marks and where its pattern was found, and returns new marks, or None where the words are others
than it looked.
"""

from __future__ import annotations

from dataclasses import replace

from igov.read.english.asides import Found, without
from igov.read.english.beginnings import Turn
from igov.read.english.canon import POLICY
from igov.read.english.scene import Marks, Scene

_PARTS = frozenset({"participation", "role", "important-role", "responsibility"})
_DEPRIVING = frozenset({"depriv", "strip", "rob", "divest"})
_COMING = frozenset({"ariz", "exist", "com", "come", "occur", "emerg", "be"})


def both_of_them(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """A task in which governments and businesses both have a role: the word adds nothing."""
    return without(marks, found, 1) if scene.spelled(marks[found.start(1) : found.end(1)]) == ["both"] else None


def part_played(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """On the economic side, the part that X have played is an important one: X have played an important one there."""
    if marks[found.start(2)].value not in _PARTS:
        return None
    front = [m for m in marks[found.start(1) : found.end(1)] if m.kind != ","]
    return [
        *(m for group in (3, 4, 7, 8, 5, 9) for m in marks[found.start(group) : found.end(group)]),
        *front,
    ]


def matter_split(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """It is not only standards but also policies that X have a role in developing: X have one in developing both."""
    nay, also = marks[found.start(1) : found.end(1)], marks[found.start(2) : found.end(2)]
    if nay and any(m.kind == "B" for m in marks[found.start(3) : found.end(3)]):
        return None
    matter = [replace(m, kind="c") if m.kind == "B" else m for m in marks[found.start(3) : found.end(3)]]
    if not also and any(m.kind == "B" for m in marks[found.start(3) : found.end(3)]):
        return None
    verb = marks[found.start(5) : found.end(5)]
    modal = verb[:1] if verb[0].kind in "Mdhb" else []
    return [*marks[found.start(4) : found.end(4)], *modal, *nay, *verb[len(modal) :], *matter]


def bound_first(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """If there are relevant issues, they may discuss them: the condition is a bound."""
    if scene.spelled(marks[:1])[0] not in {"if", "where", "when", "whenever", "wherever"}:
        return None
    bounds = marks[found.start(1) : found.end(1)]
    verb = marks[found.start(2) : found.end(2)]
    if any(m.value.startswith("-") for m in bounds) or (verb and not scene.stems(verb) & _COMING):
        return None
    return [*marks[found.end() :], *bounds]


def in_its_mandate(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """It is no longer part of the ITU's mandate to facilitate them: the ITU should not; is it? Should the ITU?"""
    if marks[found.start(3)].value not in {"itu-mandate", "itu-affairs"}:
        return None
    who = replace(marks[found.start(3)], kind="H", value="itu")
    should, nay = replace(who, kind="M", value="should"), marks[found.start(2) : found.end(2)]
    first = [should, who] if found.group(1) == "br" else [who, should]
    return [*first, *nay, *marks[found.end() :]]


def unless_beyond(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Unless it falls outside its mandate, it must: within its mandate it must."""
    bound = marks[found.start(1)]
    if scene.spelled(marks[:1]) != ["unless"] or not bound.value.startswith("-"):
        return None
    return [*marks[found.end() :], replace(bound, value=bound.value.removeprefix("-"))]


def as_for_them(scene: Scene, marks: Marks, _: Found) -> Marks | None:
    """In the case of civil society, a role has been played: as for civil society."""
    if scene.spelled(marks[:1]) != ["in", "case"] and scene.spelled(marks[:1]) != ["in", "the", "case"]:
        return None
    return [replace(marks[0], kind="a", value="as"), replace(marks[1], kind="f", value="for"), *marks[2:]]


def falls_to(_: Scene, marks: Marks, found: Found) -> Marks:
    """The support of developing countries' participation falls to X: X should support it."""
    should = replace(marks[found.start(2)], kind="M", value="should")
    return [*marks[found.start(3) : found.end(3)], should, *marks[found.start(1) : found.end(1)]]


def to_them(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """To the private sector falls the lead; to States, and to nobody else, belongs authority: they have it."""
    verb = marks[found.start(3)]
    if not scene.stems([verb]) & {"fal", "fall", "belong", "go", "goe", "lie", "li"}:
        return None
    only = [replace(verb, kind="O", value="only")] if found.group(2) else []
    has, nay = replace(verb, kind="h", value="have"), marks[found.start(4) : found.end(4)]
    return [*only, *marks[found.start(1) : found.end(1)], *nay, has, *marks[found.start(5) :]]


def having_played(_: Scene, marks: Marks, found: Found) -> Marks:
    """Having played an important role, X should continue to play it."""
    return [*marks[found.start(2) : found.end(3)], *marks[found.start(1) : found.end(1)]]


def case_of(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """In the case of domain names: in domain names."""
    at = found.start()
    if scene.spelled(marks[at : at + 1])[-1] != "case":
        return None
    return [*marks[:at], replace(marks[at], kind="i", value="in"), *marks[found.end() :]]


def deprived(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Companies may deprive States of authority: States are not to have it; nobody may deprive them: they have it."""
    verb = marks[found.start(3)]
    if not scene.stems([verb]) & _DEPRIVING:
        return None
    kept = found.group(2) == "N" or found.group(1).startswith("Z") or marks[0].count == "none"
    has, nay = replace(verb, kind="h", value="have"), replace(verb, kind="N", value="not")
    return [*marks[found.start(4) : found.end(4)], *([] if kept else [nay]), has, *marks[found.end() :]]


def be_deprived(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """States may not be deprived of authority: they have it; they may be: they are not to have it."""
    verb = marks[found.start(3)]
    if not scene.stems([verb]) & _DEPRIVING:
        return None
    kept = bool(found.group(2)) != (marks[found.end(1) - 1].count == "none")
    has, nay = replace(verb, kind="h", value="have"), replace(verb, kind="N", value="not")
    group = [replace(m, count="all") if m.count == "none" else m for m in marks[: found.end(1)]]
    return [*group, *([] if kept else [nay]), has, *marks[found.end() :]]


def only_within(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """Only within its mandate must the ITU facilitate them: the ITU must, within its mandate."""
    if marks[found.start(1)].value.startswith("-"):
        return None
    return [
        *marks[found.start(3) : found.end(3)],
        *marks[found.start(2) : found.end(2)],
        *marks[found.end(3) :],
        *marks[found.start(1) : found.end(1)],
    ]


def part_of_its_mandate(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """Setting policy is part of the ITU's mandate, and ...: the ITU should set it."""
    mandate = marks[found.start(3)]
    if mandate.value != "itu-mandate":
        return None
    itu = replace(mandate, kind="H", value="itu")
    nay, act = marks[found.start(2) : found.end(2)], marks[found.start(1) : found.end(1)]
    return [itu, replace(itu, kind="M", value="should"), *nay, *act, *marks[found.end() :]]


def left_to_them(_: Scene, marks: Marks, found: Found) -> Marks:
    """Public policy should not be left to States, not be made by them: they should not set it."""
    topics, verb = marks[found.start(1) : found.end(1)], marks[found.start(2) : found.end(2)]
    given = marks[found.start(3)]
    policy = any(mark.value in POLICY for mark in topics)
    done = replace(given, kind="A", value="create") if policy else replace(given, kind="P", value="role")
    return [*marks[found.start(4) : found.end(4)], *(m for m in verb if m.kind != "b"), done, *topics]


def agent_apart(_: Scene, marks: Marks, found: Found) -> Marks:
    """They should be helped, through the Secretariat, to take part: they should be helped through it to take part."""
    first, second = found.start(1), found.start(2)
    return [*marks[:first], *marks[first + 1 : second], *marks[second + 1 :]]


def everyday(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """Taking back names is everyday work, so States should stay out: they should not take them back day to day."""
    daily, told = marks[found.start(2)], marks[found.start(4) : found.end(4)]
    if daily.value != "day-to-day" or any(m.kind in "TAH" for m in told):
        return None
    kept_out = sum(m.kind in "NGX" or m.value == "none" for m in told) % 2
    should, nay = replace(daily, kind="M", value="should"), replace(daily, kind="N", value="not")
    group = marks[found.start(3) : found.end(3)]
    return [*group, should, *([nay] if kept_out else []), *marks[found.start(1) : found.end(1)], daily]


def for_them(_: Scene, marks: Marks, found: Found) -> Marks:
    """Setting standards is not for governments only: not only governments should set them."""
    act, nay, group, only = (marks[found.start(n) : found.end(n)] for n in (1, 2, 3, 4))
    should = replace(group[0], kind="M", value="should")
    if nay and only:
        return [replace(nay[0], kind="n", value="notonly"), *group, should, *act]
    return [*only, *group, should, *nay, *act]


def not_theirs(_: Scene, marks: Marks, found: Found) -> Marks:
    """Authority belongs not to States but to companies: companies have it, States do not."""
    what, given, nay, one, other = (marks[found.start(n) : found.end(n)] for n in (1, 2, 3, 4, 5))
    has, stop = replace(given[0], kind="h", value="have"), replace(given[0], kind=";", value=";")
    return [*other, has, *what, stop, *one, *nay, has, *what]


def made_by(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Public policy is made by governments: it is created by them."""
    at = found.start(1)
    if scene.spelled(marks[at : at + 1]) != ["made"]:
        return None
    return [*marks[:at], replace(marks[at], kind="A", value="create"), *marks[at + 1 :]]


INVERSIONS: tuple[tuple[str, str, Turn], ...] = (
    (",y", r"b[kz]*A(,)y(?:q?H)+(,)", agent_apart),
    ("c", r"(?<=H)(c)(?=[Mbdhl])", both_of_them),
    ("gy", r"T[^H]*b(g)(?=y(?:q?H))", made_by),
    ("bf", r"^(A[^HMbdhe]*T[^HMbdhe]*)b()f((?:q?H[,cK]*)+)(O?)$", for_them),
    ("bN", r"^(A[^HMbdhe]*T[^HMbdhe]*)b(N)f((?:q?H[,cK]*)+)(O?)$", for_them),
    ("gN", r"^(q?P[^HMbdhe]*)(g)(N)t((?:q?H[,cK]*)+)B?t((?:q?H[,cK]*)+)$", not_theirs),
    ("^A", r"^(A[wqJr]*T[TJw]*)b(T)[wT]*(?:,?B|,|[;:]|i?e)((?:q?H[,cK]*)+)([^,;:]*)$", everyday),
    ("Pe", r"^(i[^He]*,)?(q?P)e((?:q?H[,cK]*)+)([Mhkd]+)([^bH]*?)(b)(N?)(P)q?(i[^HMbde]*)?$", part_played),
    ("^r", r"^rM?b(N?)(n?)(T(?:'A)?[TJLoic,]*(?:,?BT[TJLoi]*)?)e((?:q?H[,cK]*)+)([^,;HN]*[Aiofv])$", matter_split),
    ("L", r"^[Si]W?(L)(w?),(?=q?H)", bound_first),
    ("L", r"^Sr?(L),(?=q?H)", unless_beyond),
    ("S", r"^So(?=(?:q?H[,cK]*)+,)", as_for_them),
    ("^t", r"^t((?:q?H[,cK]*)+?)(,?c?t?[ZO],?)?([gw])(N?)(q?P.*)$", to_them),
    ("^h", r"^hh?(q?P[^H,MbdN]*),((?:q?H[,cK]*)+)(Mk?h?)r$", having_played),
    ("S", r"^So(?=T)", case_of),
    ("G", r"^(Z|(?:q?H[,cK]*)+)[Mdl]?(N?)l?(G)((?:q?H[,cK]*)+)o(?=P)", deprived),
    ("G", r"^((?:q?H[,cK]*)+)M(N?)b(G)o?(?=P)", be_deprived),
    ("L", r"^O(L+)([Mhd])((?:q?H[,cK]*)+)(?=[kAhP])", only_within),
    ("^A", r"^(A[oi](?:q?H[,cK]*)+'?P?[^MbdhG]*)(g)((?:q?H)+)$", falls_to),
    ("g", r"^(T[TJo]*)(MN?b?)(g)[ty]?((?:q?H[,cK]*)*q?H)$", left_to_them),
    ("Tt", r"^(rM?b|br|r(?=P))k?(N?)k?P?(T)t(?=A)", in_its_mandate),
    ("^A", r"^(A[^bMderPH]*)(?:b(N?)k?|k|(?=P))P?(T)(?=,?[cB])", part_of_its_mandate),
)
"""The kinds that must stand side by side (the sign ^ stands before the first), the pattern, and the turn."""
