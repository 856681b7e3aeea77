"""Small pieces of a sentence that are read for what they are, wherever in it they stand.

Each turn is a pattern on the kinds of the marks, a kind that must occur before the pattern is tried, and what makes new
marks of those that were found, or None where the words are others than it looked.
"""

from __future__ import annotations

from dataclasses import replace

from igov.read.english.asides import (
    Found,
    adopted_by,
    alone,
    aside,
    besides,
    besides_at_the_end,
    bounds_between,
    confined,
    consulting_all,
    cut,
    footing_between,
    has_been_to,
    never_as,
    no_more,
    not_just,
    not_without,
    of_each,
    outside,
    that_ensure,
    without,
    without_excuse,
)
from igov.read.english.beginnings import BEGINNINGS, Turn
from igov.read.english.inversions import INVERSIONS
from igov.read.english.patterns import match, search
from igov.read.english.scene import Framed, Marks, Scene, kinds
from igov.read.english.things import IN_NEED
from igov.terms.order import Axis

_TOLD = {"tel": "must", "told": "must", "tell": "must", "ask": "should", "instruct": "must", "order": "must"}
_KEEPING = frozenset(
    {"keep", "kept", "stop", "prevent", "bar", "hind", "hinder", "block", "preclud", "discourag", "forbid"}
)


def _in_hands(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """In X's hands: it is X's."""
    if not scene.stems(marks[found.end() - 1 : found.end()]) & {"hand"}:
        return None
    given = replace(marks[found.start()], kind="g", value="give")
    return [*marks[: found.start()], given, *marks[found.start(1) : found.end(1)], *marks[found.end() :]]


def _a_hand(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """To have a hand in it, or none: to take part."""
    at = found.end() - 1
    if scene.stems(marks[at : at + 1]) != {"hand"}:
        return None
    return [*marks[:at], replace(marks[at], kind="P", value="participation"), *marks[at + 1 :]]


def _told_not(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """X is told not to: it must not."""
    force = next((v for k, v in _TOLD.items() if k in scene.stems(marks[found.start(1) : found.end(1)])), "")
    if not force:
        return None
    told = replace(marks[found.start(1)], kind="M", value=force)
    return [*marks[: found.start()], told, marks[found.start(2)], *marks[found.end() :]]


def _there_is_none(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """There is no need for X to: what there is not comes first."""
    if found.group(1) == "H" and marks[1].count != "none":
        return None
    if match(r"He[^bdhlM]", kinds(marks[1:])):  # there is no State that considers
        return [marks[1], *marks[3:]]
    return marks[1:]


def _out_of_hands(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Out of the hands of States, out of States' hands: they are out."""
    if not scene.stems(marks[: found.end()][-2:]) & {"hand"}:
        return None
    gate = found.start() + 1
    return [*marks[:gate], *(m for m in marks[gate : found.end()] if m.kind in "qH"), *marks[found.end() :]]


def _kept_from(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """To keep X from doing it is to deny it; nothing that keeps X from it leaves X free to."""
    if not scene.stems(marks[found.start(1) : found.end(1)]) & _KEEPING:
        return None
    if scene.spelled(marks[found.end() - 1 : found.end()]) != ["from"]:
        return None
    group, rest, verb = marks[found.start(2) : found.end(2)], marks[found.end() :], marks[found.start(1)]
    if match(r"^W?b?Z[tbM]*$", kinds(marks[: found.start()])):
        return [*group, replace(verb, kind="M", value="may"), *rest]
    stop = replace(verb, kind="G", value="stop")
    return [*marks[: found.start()], stop, replace(verb, kind="A", value="ensure"), *group, *rest]


def _so_that(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """So that they can: what an act is for."""
    at = found.start()
    if not at or scene.spelled(marks[at : at + 2]) != ["so", "that"]:
        return None
    return [*marks[:at], replace(marks[at], kind="t", value="to"), *marks[at + 2 :]]


def _in_the_forum(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Where somebody takes part in the Forum, it is the Internet Governance Forum."""
    at = found.end() - 1
    if [text for text in scene.spelled(marks[at : at + 1]) if text != "the"] != ["forum"]:
        return None
    return [*marks[:at], replace(marks[at], kind="T", value="igf"), *marks[at + 1 :]]


def _capital(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Tunis, where no agenda is named, is a government where Tunisia is spoken of."""
    at = found.start()
    tunisia = any(m.kind == "H" and m.value == "tunisia" for m in marks)
    if not tunisia or scene.spelled(marks[at : at + 1]) != ["tunis"]:
        return None
    return [*marks[:at], replace(marks[at], kind="H", value="tunisia"), *marks[at + 1 :]]


def _members(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Members of the ITU that do something are a holder, not a membership that others have."""
    told = scene.spelled(marks[: found.end()])
    at = found.end() - 1
    if "members" not in told or "member states" in " ".join(told) or marks[at].value != "itu-membership":
        return None
    count = marks[0].value if at else ""
    return [replace(marks[at], kind="H", value="itu-members", count=count), *marks[found.end() :]]


def _own_segment(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """The Internet's Mexican segment: the national one."""
    if not scene.stems(marks[found.end() - 1 : found.end()]) & {"segment", "part", "portion"}:
        return None
    secure = marks[found.start()].value in {"internet-security", "stability"}
    segment = replace(marks[found.start()], value="national-segment-security" if secure else "national-segment")
    return [*marks[: found.start()], segment, *marks[found.end() :]]


def _quitting(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Governments should leave multistakeholder governance: they should take no part in it."""
    at = found.start()
    if not scene.stems(marks[at : at + 1]) & {"leav", "leave"}:
        return None
    return [*marks[:at], replace(marks[at], kind="G", value="out"), *marks[at + 1 :]]


def _leaving(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Member States had better leave it to others: they are out of it."""
    if not scene.stems(marks[found.start() : found.start() + 1]) & {"leav", "leave"}:
        return None
    gate = replace(marks[found.start()], kind="G", value="out")
    return [*marks[: found.start()], gate, *marks[found.start() + 1 : found.start(1)]]


def _to_keep(_: Scene, marks: Marks, found: Found) -> Marks:
    """The part that X has played in it is one it should keep on playing: it should play it."""
    force, position = marks[found.start(4)], marks[found.end(1) - 1]
    return [*marks[found.start(2) : found.end(2)], force, position, *marks[found.start(3) : found.end(3)]]


def _that_of(_: Scene, marks: Marks, found: Found) -> Marks:
    """The right is that of States: it belongs to them."""
    at = found.start(1)
    return [*marks[:at], replace(marks[at], kind="g", value="give"), *marks[found.end(1) :]]


def _left_out(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """It may not leave civil society out."""
    at = found.start(1)
    if scene.spelled(marks[at : at + 1]) != ["out"]:
        return None
    return [*marks[:at], replace(marks[at], kind="G", value="out"), *marks[at + 1 :]]


def _disregarded(scene: Scene, marks: Marks, _: Found) -> Marks | None:
    """To organize a model and disregard the arrangements that exist: what the texts ask for is turned round."""
    if not any(m.value == "national-model" and m.kind == "A" for m in marks):
        return None
    kept = [at for at, m in enumerate(marks) if m.kind == "H" and m.value == "existing-arrangements"]
    force = [at for at, m in enumerate(marks) if m.kind == "M"]
    stems = scene.stems(marks)
    none = any(m.kind == "q" and m.value == "none" for m in marks) and stems & {"heed", "account", "notic", "regard"}
    if not (kept and force and (none or stems & {"disregard", "ignor", "ignore"})):
        return None
    at = force[0]
    rest = [m for m in marks[at + 1 : kept[0]] if m.kind not in "wqtG"]
    others = [m for m in marks[kept[0] + 1 :] if m.kind not in "ir"]
    front = [m for m in marks[:at] if m.kind not in "ir,"]
    return [
        *[m for m in front if m.kind in "qH"],
        marks[at],
        replace(marks[at], kind="N", value="not"),
        *[m for m in (*front, *rest, *others) if m.kind not in "qH"],
    ]


def _people(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """NGO people, Nokia's people: those of the NGOs, and the firm itself."""
    owner = scene.lexicon.vocabulary.term(Axis.HOLDER, marks[found.start(1) - 1].value)
    whole = owner is not None and owner.kind == "country"  # a people is not its government
    theirs = scene.stems(marks[found.start(1) : found.end(1)]) & {"person", "folk"}
    return without(marks, found, 1) if theirs and not whole else None


def _of_a_country(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Malta and Maltese companies: of which country they are is said by the way."""
    at = found.start(1)
    known = scene.lexicon.vocabulary.term(Axis.HOLDER, marks[at].value)
    theirs = known is not None and known.kind == "country" and marks[at + 1].value != "states"
    return without(marks, found, 1) if theirs else None


def _their_talks(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """To facilitate governments talking: to facilitate their talks."""
    at, act = found.start(), marks[found.start(1)]
    if marks[at].value != "facilitating-role" or marks[at + 1].value != "states" or act.value != "discuss":
        return None
    return [*marks[:at], replace(act, value="facilitate-discussion"), *marks[found.end() :]]


def _going_on_with(_: Scene, marks: Marks, found: Found) -> Marks:
    """To go on including everybody: with everybody's participation."""
    at = found.start(1)
    return [*marks[:at], replace(marks[at], kind="P", value="participation"), *marks[at + 1 :]]


def _their_job(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """The operational side is a job for governments, even where it does not touch policy: they have a role in it."""
    given = marks[found.start(2)]
    bounds = [m for m in marks[found.start(4) : found.end(4)] if m.kind == "L"]
    if not scene.stems([given]) & {"job", "busi", "business", "task", "matter", "affair", "concern"}:
        return None
    role = replace(given, kind="P", value="role")
    return [*marks[found.start(3) : found.end(3)], role, *marks[: found.end(1)], *bounds]


def _its_own(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Government ministries: the first name only says of what kind the second is."""
    order = scene.lexicon.vocabulary.order(Axis.HOLDER)
    wide, narrow = marks[found.start()], marks[found.start() + 1]
    if wide.value == narrow.value or not order.at_or_below(narrow.value, wide.value):
        return None
    return without(marks, found, 1)


def _of_theirs(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """The big powers' governments: they themselves."""
    order = scene.lexicon.vocabulary.order(Axis.HOLDER)
    owner, owned = marks[found.end(1) - 2], marks[found.end(1)]
    if owned.value != "states" or not order.at_or_below(owner.value, "states"):
        return None
    return [*marks[: found.end(1) - 1], *marks[found.end(1) + 1 :]]


def _only_they(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """Only States, not companies, may: who may not is said already."""
    front = [m.kind for m in marks[: found.start()]]
    return [*marks[: found.start()], *marks[found.end() :]] if front[:1] == ["O"] and "M" not in front else None


def _nobody_else(_: Scene, marks: Marks, found: Found) -> Marks:
    """Member States, and no other stakeholders, take part: they alone do."""
    only = [m for m in marks[found.start() : found.end()] if m.kind == "O"]
    return [*marks[: found.start()], *only, *marks[found.end() :]]


_PLENTY = frozenset({"enough", "much"})


def _hardly_any(scene: Scene, marks: Marks, _: Found) -> Marks | None:
    """Hardly any State seeks it: none, as far as many are said to."""
    if not {"hardly", "scarcely"} & set(scene.spelled(marks[:1])) or "any" not in scene.spelled(marks[:1]):
        return None
    return [replace(marks[1], count="none"), *marks[2:]]


def _enough(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Developing countries take part enough: they should not take a bigger part."""
    order = scene.lexicon.vocabulary.order(Axis.HOLDER)
    needing = any(m.kind == "H" and any(order.at_or_below(m.value, n) for n in IN_NEED) for m in marks)
    if not needing or not _PLENTY & set(scene.spelled(marks[found.start(1) : found.end(1)])):
        return None
    at = found.start()
    nay, verb = replace(marks[found.start(1)], kind="N", value="not"), replace(marks[at], kind="M", value="should")
    return [*marks[:at], verb, nay, marks[at], *marks[found.end() :]]


_TURNS: tuple[tuple[str, str, Turn], ...] = (
    *BEGINNINGS,
    ("'", r"i((?:q?H)+)'A", _in_hands),
    ("h", r"h[qXw]?A(?=$|i)", _a_hand),
    ("Nt", r"h?b([PwMA])(N)t", _told_not),
    ("W", r"^W([qX]|H)", _there_is_none),
    ("G", r"G('?)((?:q?H)*)('?)A(?:o(?=q?H)|$)", _out_of_hands),
    ("S", r",?(S)(?=[JL]*T)", besides),
    ("e", r"(?<=[wAPMb])(,c?[^,HTPbh]{1,5},)(?=e)", aside),
    ("L", r"N([Og])(?=L)", confined),
    ("n", r"(?:,c?|c)(?:n[aiof]*P?[^HAMbhPe,]*|n[zw]*M)(?=,|$)", not_just),
    ("n", r",c?n[io]q?H$", cut),
    ("G", r",?G[qX]?w(?:c?w)*(?=[,;]|$)", without_excuse),
    ("S", r"S$", besides_at_the_end),
    ("Hi", r"(?<=[HMZNt])([kGwA])((?:q?H[,cK]*)+)i(?=[APhd])", _kept_from),
    ("Be", r"Be", _so_that),
    ("D", r"(?<=P).*?iD", _in_the_forum),
    ("c", r"(?<=[oytfvi])(?:q?H[,cK]?)+c([oytfvi])(?=q?H)", of_each),
    ("gH", r"(?<=g)(?:q?H[,cK]?)+c([tv])(?=q?H)", aside),  # it belongs to States and to companies
    ("a", r",a(?:q?H)+[bdhM],", cut),  # just as Member States are
    ("D", r"(?<=H),D[wAPghd]{1,2},", cut),  # the draft acknowledges
    ("r", r",?c?(O?rO?)$", alone),
    ("D", r"D", _capital),
    ("T", r"^q?T(?=[MhPAbdgk]|c(?:q?H))", _members),
    ("e", r"^[qHT]+(e(?:q?H)+h?h?b?[Aw])(?=[gGM])", adopted_by),
    ("N", r"^((?:q?H[,cK]*)+)(M).*?TO?(,c?|c)(N)(a?T)$", never_as),
    ("L", r"(?<=M)N?(L)(?=i[TJ]|$)", consulting_all),
    ("NGL", r",?[cB]?N(G)(?=L)", not_without),
    ("Po", r"Po(?:q?H[,cK]*)+h?N?(M)(?=N?[AP])", has_been_to),
    ("eA", r"(?<=T)(A?e)(?=A[oJ]*T)", that_ensure),
    ("O", r"(?<=P),BO[PTA]+,?", cut),  # no responsibilities, but only rights
    ("^P", r"^P[^e]*T[^e]*[gb][ofv]?(?:q?H)+(e[^HM]*)$", aside),
    (",t", r"(?<=H),[^,MbdhlNeO]*,(?=t)", cut),  # the poorest most of all
    ("g", r"^(T[TJoiwL]*)(g)((?:q?H)+)(,?L*)$", _their_job),
    ("HH", r"H(H)(?=[MbdhPA])", _people),
    ("'H", r"H('H)(?=[MbdhPA])", _people),
    ("cHH", r"(?<=c)(H)(?=H)", _of_a_country),
    ("HA", r"P(?:q?H)(A)", _their_talks),
    ("a", r"k(a)(?=q?H)", _going_on_with),
    ("P,", r"(?<=H),(?:q?H)'?P,", cut),  # Canada's included
    (",w", r"(?<=H),(?:w[cw]*w|w),(?=[Mbhd])", cut),  # large or small
    ("M,", r"^M,(?=q?H)", cut),  # no ifs or buts
    ("+", r"(?<=H)\+(?=M)", cut),  # absolutely
    ("Hw", r"g(?:q?H[,cK]*)+(w)(?=$|i[^eHMb]*$)", _left_out),
    ("M", r"H", _disregarded),
    ("N", r"(?<=H)(,c?N(?:q?H[,cK]*)*q?H),(?=[Mbhdl])", _only_they),
    ("qA", r"(?<=H),(q)A$", no_more),
    ("'", r"T'?Hw", _own_segment),
    (",L", r"(?<=H)(,L+,)(?=[MbdhN])", bounds_between),
    (",L", r",(?=L+$)", cut),
    ("',N", r"(?<=H')(,c?N(?:q?H[,cK]*)+'?)$", aside),  # the ITU's, not the countries'
    (",N", r"(?<=[TL]),c?N[iof]?[TJqwL]+O$", cut),  # all that there is, and not this alone
    (",Q,", r",Q,", footing_between),
    ("g", r"(?<=[HMt])(g)T$", _quitting),
    ("g", r"(?<=[HM])g[TAoiJr]*(t(?:(?:q?H[,cK]*)+|r)(?:c?[kwJ])*)$", _leaving),
    ("G", r"(?<=[gA])(G)(?=q?H)", outside),
    ("e", r"^(q?P)e((?:q?H)+)h+(i.*?)bqe?r(M)k?[hd]*$", _to_keep),
    ("eo", r"^(?:i[^HPM,]*,?)?b?N?P.*?(eo)(?=(?:q?H[,cK]*)+$)", _that_of),
    ("n", r"(?<=b)n[^,;HMN]*[,;]rb(?=P)", cut),  # it is not merely an important one, it is the leading one
    ("HHc", r"(?<![Hq])(q?H)(?=Hc)", _its_own),
    ("'", r"(?<![Hq])(q?H')(?=H)", _of_theirs),
    ("H,i", r"(?<=H)(,i[^,MbdhPNnOXATLQv]*w[^,MbdhPNnOXATLQv]*,)(?=[Mbhdl])", aside),  # on the strength of its users
    (",q,", r"(?<=H),q,(?=[bMhd])", cut),  # quite a few, many in fact, are
    ("O", r"(?<=H),?O(H),?(?=[PAMhb]|$)", _nobody_else),
    ("S", r"^SH", _hardly_any),
    ("S", r"P(S)", _enough),
    *INVERSIONS,
    ("^e", r"^e.*?(,N(?:q?H[cK]?)+)(?=,(?:q?H[cK]?)+[dbhlM]?$)", aside),  # not the governments, the companies do
    ("j", r"^j[ivtogfy]?(?:q?H[,cK]*)+,", cut),
    ("N", r"N[^;:]*[AwTLP](,cN[hdbl])$", aside),
)


_COMMON = "^HTMAiPwbh,ertcofLq"
"""Kinds that most sentences have, the commonest first."""


def _by_kind() -> dict[str, list[tuple[int, str]]]:
    """Return the numbers of the turns by the rarest of the kinds that must occur, each with those kinds."""
    turns: dict[str, list[tuple[int, str]]] = {}
    rarity = {kind: rank for rank, kind in enumerate(_COMMON)}
    for number, (needed, _, _) in enumerate(_TURNS):
        rarest = max(needed, key=lambda kind: rarity.get(kind, len(rarity)))
        turns.setdefault(rarest, []).append((number, needed))
    return turns


_BY_KIND = _by_kind()


def _due(string: str) -> list[int]:
    """Return the numbers of the turns of which the kinds that must occur do."""
    padded = f"^{string}"
    called = [_BY_KIND[kind] for kind in set(padded) if kind in _BY_KIND]
    return sorted([number for turns in called for number, needed in turns if needed in padded])


def mended(scene: Scene, framed: Framed) -> None:
    """Read hands, orders, asides and second prepositions for what they are."""
    marks = framed.marks
    denied = next((m for m in marks if m.value[:1] == "!"), None)
    if denied is not None:  # one-sided: not on the basis of reciprocity
        at = next(at for at, m in enumerate(marks) if m is denied)
        marks = [replace(m, value=m.value.removeprefix("!")) for m in marks]
        marks.insert(at, replace(denied, kind="N", value="not"))
    string = framed.kinds() if denied is None else kinds(marks)
    due = _due(string)
    while due:
        number = due.pop(0)
        _, pattern, turn = _TURNS[number]
        found = search(pattern, string)
        turned = turn(scene, marks, found) if found else None
        if turned is not None:
            marks = turned
            string = kinds(marks)
            due = [later for later in _due(string) if later > number]
    if marks is not framed.marks:
        framed.marks = marks
