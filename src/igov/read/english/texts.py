"""What clauses say of principles, resources, issues and the Internet itself."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match
from igov.read.english.scene import Scene
from igov.read.english.shared import (
    FORCED,
    Clause,
    Construction,
    Parts,
    denials,
    only_of,
    part_of,
    plain,
    said,
    said_without_stops,
    terms,
    than,
)
from igov.terms.assignment import Denies, Force, Holder, Quantity, Share


def _principled(scene: Scene, clause: Clause) -> Parts | None:
    """High-level principles stress that roles complement one another; several Member States have adopted them."""
    marks = clause.marks
    topics = terms(clause, "T")
    high = "high-level-principles" in terms(clause, "H")
    if not (high or "principles" in topics or scene.has("complementary", marks)):
        return None
    holders = [m for m in marks if m.kind == "H"]
    states = [m for m in holders if m.value != "high-level-principles"]
    stems = clause.stems
    if scene.has("complementary", marks):
        adopted = "principles" in topics and stems & {"adopt", "draw", "drawn", "agre", "endors", "have"} and not high
        if adopted and states and states[0].count in {"", "several", "many"} and scene.has("focus", marks):
            return (said(scene, clause, "high-level-principles", "focuses-on-complementary-roles", "public-policy"),)
        if high and (scene.has("focus", marks) or holders[0].value == "high-level-principles"):
            return (said(scene, clause, "high-level-principles", "focuses-on-complementary-roles", "public-policy"),)
        if states and (terms(clause, "P") or "complementari" in stems):
            return _complementary(scene, clause, states, topics)
    alone = any(m.kind in "ON" for m in marks) and holders[:1] and holders[0].value == "high-level-principles"
    if alone and "role" in terms(clause, "P") and "i" in clause.kinds:  # concerned with the role of States alone
        clause.use("ON")
        return (plain(scene, clause, holders[0].value, "focuses-on-complementary-roles", "public-policy", denied=True),)
    held = high and match(r"^(?:q?H[,cK]*)+N?h+q?H$", clause.kinds) is not None and bool(states)
    adopted = (high or "principles" in topics) and ("adopt" in stems or held) and not any(m.kind == "M" for m in marks)
    if not adopted or not states or states[0].count == "not-all":
        return None
    one = states[0].count == "one" or "one" in scene.stems(m for m in marks if m.kind == "O")
    alone = only_of(clause) is Share.ONLY and one  # one and no other: not several
    count = {"": Quantity.ALL, "all": Quantity.ALL, "many": Quantity.MANY, "one": Quantity.ONE}
    return (
        plain(
            scene,
            clause,
            states[0].value,
            "has-adopted-principles",
            "principles",
            denied=alone or denials(clause) % 2 == 1,
            count=Quantity.SEVERAL if alone else count.get(states[0].count, Quantity.SEVERAL),
        ),
    )


def _complementary(scene: Scene, clause: Clause, states: list[Mark], topics: AbstractSet[str]) -> Parts:
    policy = bool(topics & {"public-policy", "international-public-policy"}) or not topics - {"governance"}
    topic = frozenset({"public-policy" if policy else min(topics)})
    denied = Denies.POSITION if denials(clause) % 2 else None
    return tuple(
        part_of(scene, clause, (Holder(m.value),), "complementary", topic, force=Force.IS, denied=denied)
        for m in states
    )


def _resource(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    string = clause.kinds
    if not scene.has("critical", marks) or not match(r"^[zXNq]*[T,cJ]+(?:oT|iT)*(?:M?k?N?b|a|N|l|c)*", string):
        return None
    if (
        not terms(clause, "T") & {"numbering", "ip-addresses", "domain-names"}
        or any(m.kind == "P" and m.value in {"right", "authority"} for m in marks)
        or terms(clause, "H")
    ):
        return None
    if any(m.kind == "A" for m in marks):
        return None
    return (said(scene, clause, "numbering-resources", "critical-resource", "internet"),)


def _trend(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    growing = (
        terms(clause, "T") == {"internet", "telecommunications"}
        and ("role" in terms(clause, "P") or bool(terms(clause, "Q")))
        and bool(clause.stems & {"increas", "grow", "bigger", "greater", "larger"})
        and not terms(clause, "H") - {"the-internet"}
    )
    if not scene.has("trend", marks) and not growing:
        return None
    return (said(scene, clause, "the-internet", "key-trend", "telecommunications"),)


def _valuable(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    holders = [m for m in marks if m.kind == "H"]
    if (
        not holders
        or not scene.has("valuable", marks)
        or not (
            scene.has("valuable", marks)
            and clause.stems & {"contribut", "contribution", "input", "worth", "valu", "useful", "worthless", "valuabl"}
        )
    ):
        return None
    than(scene, clause)
    subject = holders[0]
    share = only_of(clause)
    worthless = bool(clause.stems & {"worthless", "useless"}) or any(
        m.kind in "XZ"
        or (m.kind == "q" and m.value == "none")
        or (m.kind == "G" and not {"no", "nothing"}.isdisjoint(scene.spelled([m])))  # of no value
        for m in marks
    )
    clause.use("XZGq")
    nobody = subject.count == "none" or worthless
    denied = nobody ^ (sum(m.kind in "NE" for m in marks) % 2 == 1)
    count = (
        Quantity.SEVERAL
        if subject.count in {"many", "several"}
        else Quantity(subject.count)
        if subject.count in {"all", "one"}
        else Quantity.SEVERAL
        if subject.value == "organizations"
        else Quantity.ALL
    )
    single = share is Share.ONLY and "one" in scene.spelled(m for m in marks if m.kind in "OH")
    if single and subject.value == "organizations" and not denied:  # one and no other: not various
        denied, share, count = True, Share.SOME, Quantity.SEVERAL
    if denied and count is Quantity.ONE:
        return None  # that one makes none denies nothing of the others
    part = plain(scene, clause, subject.value, "valuable-contribution", "governance", denied=denied, count=count)
    return (replace(part, share=share),)


def _linked(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    if not scene.has("linked", marks):
        return None
    topics = [m for m in marks if m.kind == "T"]
    if terms(clause, "H") or not topics:
        return None
    values = {m.value for m in topics}
    if not values & {
        "governance",
        "telecommunication-issues",
        "all-issues",
        "many-issues",
        "some-issues",
    } or not values & {"telecommunications", "telecommunication-issues"}:
        return None
    stems = clause.stems
    given = values & {"all-issues", "many-issues", "some-issues"}
    count = (
        {"all-issues": "all", "many-issues": "many", "some-issues": "several"}[min(given)]
        if given
        else next((m.value for m in marks if m.kind == "q"), "")
    )
    apart = bool(stems & {"separat", "unconnect", "unrelat"}) or any(m.kind == "G" for m in marks)
    clause.use("qGXZN")
    none = (
        count == "none" or any(m.kind == "q" and m.value == "none" for m in marks) or any(m.kind in "XZ" for m in marks)
    )
    denied = (none ^ (sum(m.kind == "N" for m in marks) % 2 == 1)) ^ apart
    if count == "all" or stems & {"everi", "each", "everyth", "everything"}:
        topic = "all-issues"
    elif count == "many" or "significant" in stems:
        topic = "many-issues"
    else:
        topic = "some-issues"
    if count == "not-all":
        return None
    if denied and topic == "all-issues" and not apart:
        return None
    if denied:
        topic = "some-issues" if topic != "all-issues" else topic
    return (plain(scene, clause, "internet-governance-issues", "linked-with-telecommunications", topic, denied=denied),)


_INCLUDES = frozenset({"includ", "contain", "cov", "cover", "encompas", "provid", "provision", "compris"})


def _provisions(scene: Scene, clause: Clause) -> Parts | None:
    """The general principles may include a provision on the security of the national segment."""
    marks = clause.marks
    topics = [m for m in marks if m.kind == "T"]
    if not topics or topics[0] is not marks[0] or topics[0].value != "principles":
        return None
    told = match(r"^T(e(?:q?H)+[^HM]*)M", clause.kinds)
    if told:  # the principles that the ITU develops must include
        marks = [*marks[: told.start(1)], *marks[told.end(1) :]]
    verb = next((at for at, m in enumerate(marks) if scene.stems([m]) & _INCLUDES), None)
    first = next((at for at, m in enumerate(marks) if m.kind == "H"), len(marks))
    if verb is None or first < verb or len(topics) + (first < len(marks)) < 2:
        return None
    topic = "national-segment-security" if any(m.value.startswith("national-segment") for m in topics) else "principles"
    force = next((FORCED[m.value] for m in marks if m.kind == "M"), None)
    denied = Denies.POSITION if denials(clause) % 2 else None
    return (
        part_of(
            scene,
            clause,
            (Holder("general-principles"),),
            "encompasses",
            frozenset({topic}),
            force=force,
            denied=denied,
        ),
    )


def _medium(scene: Scene, clause: Clause) -> Parts | None:
    """The Internet is a robust and dynamic medium; it is part of national infrastructure."""
    marks = clause.marks
    if (
        terms(clause, "H") - {"the-internet"}
        or not match(r"^[zqN]*[TH]N?[bhMlkawP]", clause.kinds)
        or marks[0].value not in {"internet", "the-internet"}
    ):
        return None
    stems = clause.stems
    if stems & {"robust", "dynamic", "divers", "fragile", "fragil", "brittl", "static", "stagnant"}:
        bad = bool(stems & {"fragil", "brittl", "static", "stagnant"})
        if "B" not in clause.kinds:
            clause.use("G")
        return (said_without_stops(scene, clause, "the-internet", "robust-medium", "internet", flip=bad),)
    if ("infrastructur" in stems and terms(clause, "T") & {"telecommunications"}) or (
        "infrastructur" in stems and "national" in stems
    ):
        return (said(scene, clause, "the-internet", "part-of-infrastructure", "telecommunications"),)
    return None


_FOSTERED = frozenset({"environ", "environment", "condition", "climat", "setting"})
_GROWING = frozenset({"grow", "growth", "growing", "expansion", "develop", "development"})


def _resolution(scene: Scene, clause: Clause) -> Parts | None:
    """Resolution 3 of Dubai is about fostering an enabling environment for the growth of the Internet."""
    holders, stems = terms(clause, "H"), clause.stems
    told = "dubai-resolution-3" in holders or ("itu-wcit" in holders and "resolution" in stems)
    if not told or holders - {"dubai-resolution-3", "itu-wcit", "itu"} or "must" in terms(clause, "M"):
        return None
    if not (stems & _FOSTERED and stems & _GROWING and terms(clause, "T") & {"internet", "environment"}):
        return None
    return (said(scene, clause, "dubai-resolution-3", "fosters-environment-for-growth", "internet"),)


CONSTRUCTIONS: tuple[Construction, ...] = (
    (_principled, frozenset({"high-level-principles", "principles", "complementary"})),
    (_resource, frozenset({"critical"})),
    (_trend, frozenset({"trend", "telecommunications"})),
    (_valuable, frozenset({"valuable"})),
    (_linked, frozenset({"linked"})),
    (_provisions, frozenset({"principles"})),
    (_medium, frozenset({"internet", "the-internet"})),
    (_resolution, frozenset({"dubai-resolution-3", "itu-wcit"})),
)
"""The constructions of this room, in the order in which they are tried, each with what it cannot do without: of these,
one must be what a mark means, a quality that the sentence has or the stem of a word."""
