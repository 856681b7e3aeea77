"""What stands at the beginning of a sentence and belongs behind its verb, or before it in another order.

Each turn takes the marks and where its pattern was found, and returns new marks, or None where the words are others
than it looked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from igov.read.english.asides import Found, without
from igov.read.english.scene import Marks, Scene
from igov.read.english.things import IN_NEED
from igov.terms.order import Axis

Turn = Callable[[Scene, Marks, Found], Marks | None]

_COMING = frozenset({"come", "com", "enter", "figur", "figure", "belong"})
_BASES = frozenset({"basi", "basis", "foot", "footing", "condit", "condition", "ground", "principl", "principle"})


def rather_than(_: Scene, marks: Marks, found: Found) -> Marks:
    """Companies, rather than States, have it: they and not States do."""
    return [*marks[: found.end(1)], replace(marks[found.start(2)], kind="N", value="not"), *marks[found.end(2) :]]


def first_rather_than(_: Scene, marks: Marks, found: Found) -> Marks:
    """Rather than States, it is companies that have it: they and not States do."""
    nay = replace(marks[0], kind="N", value="not")
    return [*marks[found.start(2) : found.end(2)], nay, *marks[found.start(1) : found.end(1)], *marks[found.end() :]]


def in_both(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """There are technical and there are public policy matters, and managing the Internet takes in both: them."""
    at = found.start(4)
    if scene.spelled(marks[at : at + 1]) != ["both"]:
        return None
    pair = [marks[found.start(1)], marks[at], marks[found.start(2)]]
    return [*marks[found.start(3) : found.end(3)], *pair]


def its_role_in(_: Scene, marks: Marks, found: Found) -> Marks:
    """In developing it(,) the role of companies is: their role in developing it is."""
    return [*marks[found.end() :], *marks[found.start(1) : found.end(1)]]


def only_there(_: Scene, marks: Marks, found: Found) -> Marks:
    """Only in a delegation can NGOs take part, ...: they can take part only in one, ..."""
    rest = marks[found.end() :]
    comma = next((at for at, m in enumerate(rest) if m.kind in ",;"), len(rest))
    verb, group = marks[found.start(2) : found.end(2)], marks[found.start(3) : found.end(3)]
    return [*group, *verb, *rest[:comma], *marks[: found.end(1)], *rest[comma:]]


def not_in_it(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Managing the Internet is ..., into which public policy does not enter: and it is not about public policy."""
    subject, topic, nay = (marks[found.start(n) : found.end(n)] for n in (1, 3, 4))
    there, verb = marks[found.start(2)], marks[found.end(4)]
    if (nay[0].kind == "q" and nay[0].value != "none") or (verb.kind == "w" and not scene.stems([verb]) & _COMING):
        return None
    nay = [replace(nay[0], kind="N", value="not")]
    stop = replace(there, kind=";", value=";")
    about = [replace(there, kind="b", value="be"), *nay, replace(there, kind="i", value="in")]
    return [*marks[: found.start(2)], stop, *subject, *about, *topic]


def based(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Reciprocity is not the basis on which they cooperate: they cooperate, and not on the basis of reciprocity."""
    if not scene.stems(marks[found.start(3) : found.end(3)]) & _BASES:
        return None
    nay, bound = marks[found.start(2) : found.end(2)], marks[found.start(1) : found.end(1)]
    return [*marks[found.end() :], *nay, *bound]


def basis_is(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """The basis on which they cooperate is not reciprocity."""
    if not scene.stems(marks[found.start(1) : found.end(1)]) & _BASES:
        return None
    return [*marks[found.start(2) : found.end(2)], *marks[found.start(3) : found.end(3)], *marks[found.start(4) :]]


def through_them(_: Scene, marks: Marks, found: Found) -> Marks:
    """Through the Secretariat they are to be supported: they are to be by it."""
    agent, done = marks[found.start(1) : found.end(1)], marks[found.start(2) : found.end(2)]
    return [*done, *agent, *marks[found.end() :]]


def part_of_it(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """An offer of X is part of the support for Y that Z is to give: Z is to give Y X."""
    if not scene.stems(marks[found.start(2) : found.end(2)]) & {"part", "among", "one"}:
        return None
    act, whom = marks[found.start(1) : found.end(1)], marks[found.start(3) : found.end(3)]
    return [*marks[found.start(4) : found.end(5)], *act, *whom]


def touching(_: Scene, marks: Marks, found: Found) -> Marks:
    """On Internet matters that touch their neighbourhoods, they should have it: on some of those matters."""
    return without(marks, found, 1)


def at_most(scene: Scene, marks: Marks, _: Found) -> Marks | None:
    """At most one or two States seek adequate representation: none, as far as many are said to."""
    few = {"most", "more", "than"} & set(scene.spelled(marks[:1]))
    if not few or not scene.has("seeks", marks) or marks[1].count not in {"one", "several"}:
        return None
    return [replace(marks[1], count="none"), *marks[2:]]


def to_them(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """To States belongs the authority; it is to States that it belongs: the authority belongs to them."""
    if not {"to", "with", "in", "on", "upon"} & set(scene.spelled(marks[found.start(2) : found.end(2)])):
        return None
    nay, group, only = (marks[found.start(n) : found.end(n)] for n in (1, 3, 4))
    tail = marks[found.end(4) :]
    held = [m for m in tail if m.kind not in "egMN"]
    verb = [m for m in tail if m.kind in "gMN"]
    return [*held, *nay, *verb, *only, *group]


def a_matter_for(_: Scene, marks: Marks, found: Found) -> Marks:
    """Policy authority: that is a matter for States; running it: it is for companies."""
    return without(marks, found, 1)


_RULES = frozenset({"rule", "rul", "norm", "aim", "goal", "principle", "principl", "objective", "object"})


def equality_is(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Equality among governments in it should be the rule: they should be equal in it."""
    if not scene.stems(marks[found.start(6) : found.end(6)]) & _RULES:
        return None
    equal, group, where, force, nay = (marks[found.start(n) : found.end(n)] for n in (1, 2, 3, 4, 5))
    return [*group, *force, *_as_equal(equal, nay), *where]


def there_is_equality(_: Scene, marks: Marks, found: Found) -> Marks | None:
    """There should be no inequality among governments in it: they should be equal in it."""
    none = marks[found.start(3) : found.end(3)]
    if none and none[0].value != "none":
        return None
    force, nay, equal, group, where = (marks[found.start(n) : found.end(n)] for n in (1, 2, 4, 5, 6))
    nay = [*nay, *(replace(m, kind="N", value="not") for m in none)]
    return [*group, *force, *_as_equal(equal, nay), *where]


def _as_equal(equal: Marks, nay: Marks) -> Marks:
    """Return equality with its denial: inequality denies that they are equal."""
    if equal[0].value == "unequal":
        nay = [] if nay else [replace(equal[0], kind="N", value="not")]
        equal = [replace(equal[0], value="equal")]
    return [*nay, *equal]


def ways_for(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Ways for greater coordination between A and B are to be explored: A is to explore it with B."""
    ways, act = marks[0], marks[found.end() - 1]
    if not scene.stems([ways]) & {"wai", "way", "mean", "avenu", "avenue"} or act.value != "explore":
        return None
    one, other, force = (marks[found.start(n) : found.end(n)] for n in (3, 4, 5))
    between = marks[found.end(2) - 1 : found.end(2)]
    must = replace(force[0], kind="M", value=force[0].value if force[0].kind == "M" else "must")
    return [*one, must, *(m for m in force if m.kind == "N"), act, *between, *other]


def without_asking(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Without consulting anyone, they develop it: they develop it without that."""
    if scene.spelled(marks[:1]) != ["without"]:
        return None
    return [*marks[found.end() :], *marks[found.start(1) : found.end(1)]]


def besides_them(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Besides governments, companies may: both of them may."""
    if scene.spelled(marks[:1]) != ["besides"]:
        return None
    both = replace(marks[0], kind="c", value="and")
    return [*marks[found.start(1) : found.end(1)], both, *marks[found.end() :]]


def nothing_in_it(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Nothing in the texts gives ICANN authority, no clause does: the texts do not."""
    none = marks[0]
    if none.kind == "Z" and scene.spelled([none]) != ["nothing"]:
        return None
    if none.kind == "q" and none.value != "none":
        return None
    text = marks[found.start(1) : found.end(1)]
    return [*text, replace(none, kind="N", value="not"), *marks[found.end() :]]


def what_they_do(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """To develop it without asking anybody is not what governments should do: they should not develop it so."""
    if scene.spelled(marks[found.start(3) : found.end(3)]) != ["what"]:
        return None
    act, nay, group, force, more = (marks[found.start(n) : found.end(n)] for n in (1, 2, 4, 5, 6))
    return [*group, *force, *nay, *more, *act, *marks[found.start(7) :]]


def named_first(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Intergovernmental discussions: the ITU must facilitate them; it must facilitate the discussions."""
    if not {"them", "it"} & set(scene.spelled(marks[found.start(3) : found.end(3)])):
        return None
    return [*marks[found.start(2) : found.end(2)], *marks[found.start(1) : found.end(1)], *marks[found.end(3) :]]


def by_the_way(_: Scene, marks: Marks, found: Found) -> Marks:
    """Microsoft, which is in Redmond, has a role; States, which hold authority, are invited: they hold it, too."""
    group, said, rest = marks[found.start(1) : found.end(1)], marks[found.start(2) : found.end(2)], marks[found.end() :]
    if set(found[2]) <= set("bwiJD"):
        return [*group, *rest]
    stop = replace(said[0], kind=";", value=";")
    return [*group, *said, stop, *group, *rest]


_WRONG = frozenset({"mistak", "mistake", "error", "wrong", "folli", "folly", "unaccept", "unacceptabl", "unacceptable"})


def would_be_wrong(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Not to involve them would be wrong: they must be involved; denying them a chance would be: it must not be."""
    if not scene.stems(marks[found.end() - 1 :]) & _WRONG:
        return None
    said, wrong = marks[found.start(2) : found.end(2)], marks[found.end() - 1]
    return said if found[1] else [replace(wrong, kind="N", value="not"), *said]


_AFFAIRS = frozenset({"business", "busi", "affair", "job", "task", "concern"})


def none_of_theirs(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Running it is none of civil society's business: they are out of it."""
    who, what = marks[found.start(2)], marks[found.end() - 1]
    if who.count != "none" or not scene.stems([what]) & _AFFAIRS:
        return None
    return [replace(who, count="all"), replace(what, kind="G", value="out"), *marks[: found.end(1)]]


_GETTING = frozenset({"offer", "get", "receiv", "given", "giv", "give", "grant", "provid", "provide", "obtain"})


def to_be_supported(scene: Scene, marks: Marks, found: Found) -> Marks | None:
    """Developing countries are to be offered support, by whom is not said: the Secretary-General is to give it."""
    order = scene.lexicon.vocabulary.order(Axis.HOLDER)
    group, verbs, given, none, act = (marks[found.start(n) : found.end(n)] for n in (1, 2, 3, 4, 5))
    needing = all(any(order.at_or_below(m.value, n) for n in IN_NEED) for m in group if m.kind == "H")
    if not needing or act[0].value not in {"support", "capacity"}:
        return None
    if not (scene.stems(given) & _GETTING if given else any(m.kind == "b" for m in verbs)):
        return None
    who = replace(group[0], kind="H", value="itu-secretary-general", count="")
    nay = [m for m in (*verbs, *none) if m.kind in "NX" or (m.kind == "q" and m.value == "none")]
    force = [m for m in verbs if m.kind == "M"]
    whom = replace(act[0], kind="f", value="for")
    denied = [replace(m, kind="N", value="not") for m in nay[:1]]
    return [who, *force, *denied, *act, whom, *group, *marks[found.end() :]]


def by_them_alone(_: Scene, marks: Marks, found: Found) -> Marks:
    """It is to be set by States, not (or rather than) by companies: it is by States; by companies it is not."""
    front, verb, rest, group, nay, other = (marks[found.start(n) : found.end(n)] for n in range(1, 7))
    stop = replace(nay[0], kind=";", value=";")
    denied = replace(nay[0], kind="N", value="not")
    return [*front, *verb, *rest, *group, stop, *front, *verb, denied, *rest, *other]


def in_this_and_in_that(_: Scene, marks: Marks, found: Found) -> Marks:
    """They take the lead in operations and in public policy: in operations, and they take it in public policy."""
    head, one, other = (marks[found.start(n) : found.end(n)] for n in (1, 2, 3))
    if head[-1].kind == "c":  # both in this and in that
        head = head[:-1]
    stop = replace(other[0], kind=";", value=";")
    return [*head, *one, stop, *head, *other]


BEGINNINGS: tuple[tuple[str, str, Turn], ...] = (
    ("j", r"^([Mdb]?(?:rM?b)?O?(?:q?H[,cK]*)*H),?(j)[ofvty]?(?=(?:q?H[,cK]*)*H,?[eMbdhlgAPwk])", rather_than),
    ("j", r"^(P[^HM]*b?g(?:q?H[,cK]*)*H)(j)(?=[ofvty]?(?:q?H[,cK]*)*H$)", rather_than),
    ("j", r"^j[ofvty]?((?:q?H[,cK]*)*H),((?:rM?b)?O?(?:q?H[,cK]*)*H)(?=[eMbdhlgAPwk])", first_rather_than),
    ("Tc", r"^W?(T),?cW?(T)[,:;.]+c?([^,;:]*[iwAg])(c)$", in_both),
    ("Po", r"^(i(?:A[oi]?)?[TJ]+),?(?=q?Po(?:q?H[,cK]*)+[bhMdl])", its_role_in),
    ("^iA", r"^(iA[oi]?[TJ]+),?(?=(?:q?H[,cK]*)+[dMNhb]+A(?:q?H))", its_role_in),
    ("O", r"^(O(?:L|[ia][^HMbdhe,]*))([Mbdh])((?:q?H[,cK]*)+)", only_there),
    ("ieT", r"^(A[oJ]*T)[^,;]*(,?ie)(T)[dMh]?([NqX])[Pw]$", not_in_it),
    ("wie", r"^([LQ])b(N?)(w)ie(?=(?:q?H[,cK]*)+M)", based),
    ("wie", r"^(w)ie((?:q?H[,cK]*)+M[^b]*)b(N?)([LQ])$", basis_is),
    ("y", r"^(y(?:q?H)),?((?:q?H[,cK]*)+[Mdh]+N?b[kz]*A)", through_them),
    ("eH", r"^(A[oiTJL]*)b?[icv]*(P|w|v)A((?:f(?:q?H)+)?)e((?:q?H)+)(M)[gAhd]$", part_of_it),
    ("^i", r"^i[TJ]+(e[PAw][^,TLNMAPbdh]*)(?=,(?:q?H)+)", touching),
    ("SH", r"^SH", at_most),
    ("bw", r"^(N?)t?([AGPk][^bdhNe,;]*?)[Ml]?bw$", would_be_wrong),
    ("H'", r"^([APT][^bMdhe]*)b(H)'[HwgPA]$", none_of_theirs),
    (",e", r"^((?:q?H[,cK]*)*H),e([bdhM][^,;e]*|P[^,;e]*),(?=[MbdhlgkA])", by_the_way),
    (":", r"^([TA][^:;,HMbdhe]*):((?:q?H[,cK]*)+[^HTre:;]+)(r)(?![^HTr]*H)", named_first),
    ("D", r"^(?:Zi|[qX])(D)(?:[oi]D)?(?=[gwAM])", nothing_in_it),
    ("w", r"^t?([AL][^bMdhe]*|g[^bMdhe]*w)b(N?)(w)((?:q?H[,cK]*)+)(M)(N?)d?(i[^bMdhe]*|)$", what_they_do),
    ("A", r"^((?:q?H[,cK]*)*H)([MbhN]+t?b?)([gw]?)([qX]?)(A)(?!.*y)", to_be_supported),
    ("SH", r"^S((?:q?H[cK]?)+),(?=(?:q?H[,cK]*)+[Mbdh])", besides_them),
    ("ci", r"^((?:q?H[,cK]*)+[MbdhgkPwcNq]*P)(i?[AoJ]*T)c(i[AoJ]*[TA])$", in_this_and_in_that),
    ("Ny", r"^([AT][^HMbhNe]*)([Mbh])([^HNe]*y)((?:q?H[,cK]*?)+),?[cB]?(N)y((?:q?H[,cK]*)+)$", by_them_alone),
    ("jy", r"^([AT][^HMbhNe]*)([Mbh])([^HNe]*y)((?:q?H[,cK]*?)+),?[cB]?(j)y((?:q?H[,cK]*)+)$", by_them_alone),
    (":", r"^[PTA][^:;HMbe]*(:[er])(?=N?gO?(?:q?H[,cK]*)+O?$)", a_matter_for),
    ("Qv", r"^(Q)v((?:q?H[,cK]*)+)(i[^HMbdhP]*)(M)(N?)b(.)$", equality_is),
    ("Qv", r"^W?(M)(N?)b([qX]?)(Q)v((?:q?H[,cK]*)+)(i[^HMbdhP]*)$", there_is_equality),
    ("fA", r"^wf(A)(v)(H)c((?:q?H[,cK]*)+)(MN?b|bNtb)A$", ways_for),
    ("GA", r"^(GA(?:Z|w|qH)),(?=(?:q?H[,cK]*)+[Mbdhl])", without_asking),
    (
        "g",
        r"^(?:rb(N?)(?=[tvi])|r(?=M)|(?=[tvi]))(.)((?:q?H[,cK]*)*H)(O?)(?:M?N?gq?P[^gMbdhHe]*|eP[^gMbdhHe]*M?N?g)$",
        to_them,
    ),
)
"""The kinds that must stand side by side (the sign ^ stands before the first), the pattern, and the turn."""
