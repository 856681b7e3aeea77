"""What clauses say of arrangements and processes: what they encompass, whether they work, whom they enable."""

from __future__ import annotations

import re
from dataclasses import replace

from igov.read.english.lexicon import Mark
from igov.read.english.patterns import match, search
from igov.read.english.scene import Scene
from igov.read.english.seeing import strange
from igov.read.english.shared import (
    FORCED,
    Clause,
    Construction,
    Parts,
    denials,
    limits_of,
    only_of,
    part_of,
    plain,
    said_without_stops,
    terms,
)
from igov.terms.assignment import Denies, Force, Holder, Part, Quantity, Share
from igov.terms.order import Axis


def _encompasses(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    string = clause.kinds
    if "A" not in string or "manage" not in terms(clause, "A"):
        return None
    turned = match(r"^c?qT(?:[cT])*iA?o?TA?$|^c?q?T(?:[cT])*[MbdhlNXgG].*AoT$", string) or match(
        r"^c?q?T(?:[cT])*[MbdhlNXqPgG]+.*(?:TA|Ao?T)[ir]*$", string
    )
    if turned and marks[string.index("T")].value in {"technical", "public-policy"} and not terms(clause, "H"):
        clause.use("GqX")
        topics = [
            t
            for t in ("technical", "public-policy")
            if t in {m.value for m in marks[: len(re.split(r"[Mbdhlg]", string, maxsplit=1)[0])]}
        ]
        return tuple(
            plain(scene, clause, "internet-management", "encompasses", t, denied=denials(clause) % 2 == 1)
            for t in topics
        )
    if not (scene.has("encompass", marks) or search("[bhG]", string)) or not match(
        r"^[zNqb]*A(?:o|J)*T|^[zNq]*T'?A", string
    ):
        return None
    head = marks[: string.index("A") + 1]
    if head[-1].value != "manage" or terms(clause, "H"):
        return None
    topics = [t for t in ("technical", "public-policy") if t in {m.value for m in marks[2:] if m.kind == "T"}]
    if not topics:
        return None
    stems = clause.stems
    alone = bool(
        only_of(clause) is Share.ONLY
        or stems & {"pureli", "mereli", "mere", "confined", "confin", "limited", "limit", "restrict", "nothing"}
    )
    clause.use("OGZ")
    if alone and len(topics) > 1:  # purely technical: no place for public policy
        order = [m.value for m in marks if m.kind == "T" and m.value in topics]
        return tuple(
            plain(scene, clause, "internet-management", "encompasses", t, denied=t != order[0])
            for t in dict.fromkeys(order)
        )
    if alone:
        other = [t for t in ("technical", "public-policy") if t not in topics]
        flip = denials(clause, but="OGZ") % 2 == 0
        return tuple(
            plain(scene, clause, "internet-management", "encompasses", t, denied=flip) for t in other or topics
        )
    denied = denials(clause) % 2 == 1
    return tuple(plain(scene, clause, "internet-management", "encompasses", t, denied=denied) for t in topics)


def _worked(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    holders = terms(clause, "H")
    string = clause.kinds
    whole = (
        not holders
        and match(r"^[zN]*Ta?", string)
        and marks[string.index("T")].value == "governance"
        and not terms(clause, "P")
    )
    if (
        whole
        and (scene.has("failed", marks) or clause.stems & {"work", "effective", "effectiv", "success", "successful"})
        and "telecommunications" not in terms(clause, "T")
    ):
        holders = {"existing-arrangements"}
    if "existing-arrangements" in holders and "framework-for-government-participation" not in holders:
        good, bad = scene.has("worked", marks), scene.has("failed", marks)
        if bad or good:
            clause.use("G")
            if bad and good and any(m.kind == "N" for m in marks):  # they have not worked, and left it fragile
                clause.use("N")
                return (plain(scene, clause, "existing-arrangements", "worked-effectively", "internet", denied=True),)
            return (
                said_without_stops(scene, clause, "existing-arrangements", "worked-effectively", "internet", flip=bad),
            )
    return None


_CONTENT = frozenset({"satisfi", "content", "happi", "pleas"})


def _adequate(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    if (
        not (scene.has("seeks", marks) or scene.has("adequate", marks))
        and clause.stems.isdisjoint(_CONTENT)
        and "framework-for-government-participation" not in terms(clause, "H")
    ):
        return None
    holders = [m for m in marks if m.kind == "H"]
    values = {m.value for m in holders}
    seeking = scene.has("seeks", marks) and bool(
        clause.stems
        & {
            "seek",
            "look",
            "want",
            "lack",
            "wait",
            "pursu",
            "strive",
            "striv",
            "search",
            "ask",
            "demand",
            "fight",
            "still",
            "push",
            "long",
            "need",
            "tri",
            "after",
            "hop",
            "miss",
            "without",
        }
    )
    states = [
        m for m in holders if m.value not in {"framework-for-government-participation", "existing-arrangements", "itu"}
    ]
    represented = bool(clause.stems & {"represent", "representation"})
    short = any(m.kind in "NG" for m in marks) or any(m.count == "not-all" for m in states[:1] if m is holders[0])
    unmet = scene.has("seeks", marks) and represented and short
    content = bool(clause.stems & _CONTENT) and represented
    if states and states[0] is holders[0] and states[0].count == "all" and not any(m.kind in "NGX" for m in marks):
        content |= scene.has("adequate", marks) and represented  # each has what it seeks
    if (
        states
        and states[0] is holders[0]
        and (unmet or content)
        and not clause.stems & {"seek", "look", "search", "quest", "hunt"}
    ):
        clause.use("NGX")
        count = (
            Quantity(states[0].count)
            if states[0].count in {"all", "many", "several", "one"}
            else Quantity.SEVERAL
            if states[0].count == "none"
            else Quantity.MANY
        )
        denied = (content and not any(m.kind == "N" for m in marks)) or states[0].count == "none"
        return (_plain_for(scene, clause, states[0].value, denied=denied, count=Quantity.MANY if denied else count),)
    if seeking and states:
        subject = states[0]
        stems = clause.stems
        lacks = any(m.kind == "G" and m.value == "lack" for m in marks)
        clause.use("G")
        verbs = bool(
            stems
            & {
                "seek",
                "look",
                "want",
                "wait",
                "pursu",
                "striv",
                "search",
                "ask",
                "demand",
                "fight",
                "push",
                "long",
                "need",
                "hop",
            }
        )
        denied = (denials(clause, but="G") % 2 == 1) ^ any(m.kind == "G" and m.value == "stop" for m in marks)
        if not verbs and not lacks:
            denied = not denied
        count = (
            Quantity.SEVERAL
            if subject.count == "none"
            else Quantity(subject.count)
            if subject.count in {"all", "many", "several", "one"}
            else Quantity.MANY
        )
        return (
            plain(
                scene, clause, subject.value, "seeks-adequate-representation", "governance", denied=denied, count=count
            ),
        )
    governments = values & {"framework-for-government-participation"} or (
        scene.has("adequate", marks)
        and bool(holders)
        and holders[0].value != "itu"
        and "states" in values
        and (terms(clause, "P") & {"participation", "role"} or scene.has("seeks", marks))
    )
    if governments and (
        "framework-for-government-participation" in values or scene.has("adequate", marks) or scene.has("seeks", marks)
    ):
        good = scene.has("adequate", marks) or scene.has("seeks", marks)
        works = scene.has("worked", marks)
        bad = scene.has("failed", marks)
        if not (good or works or bad):
            return None
        clause.use("G")
        position = "adequate" if good or bad else "worked-effectively"
        flip = bad or any(m.kind == "G" and m.value == "lack" for m in marks)
        return (
            said_without_stops(
                scene, clause, "framework-for-government-participation", position, "governance", flip=flip
            ),
        )
    return None


def _plain_for(scene: Scene, clause: Clause, holder: str, *, denied: bool, count: Quantity) -> Part:
    return plain(scene, clause, holder, "seeks-adequate-representation", "governance", denied=denied, count=count)


def _edges(scene: Scene, clause: Clause) -> Parts | None:
    if "innovation" not in terms(clause, "H"):
        return None
    edges, center = scene.has("edges", clause.marks), scene.has("center", clause.marks)
    if not (edges or center):
        return None
    clause.use("G")
    if edges and center:
        center = False
    part = said_without_stops(scene, clause, "innovation", "at-the-edges", "internet", flip=center)
    return (replace(part, share=only_of(clause)),)


def _enables(scene: Scene, clause: Clause) -> Parts | None:
    if "enhanced-cooperation" not in terms(clause, "H"):
        return None
    marks = clause.marks
    holders = [m for m in marks if m.kind == "H"]
    if holders[0].value != "enhanced-cooperation":
        return None
    topics = terms(clause, "T")
    others = [m for m in holders if m.value != "enhanced-cooperation"]
    unequal = any(m.kind == "Q" and m.value == "unequal" for m in marks)
    topic = "day-to-day" if "day-to-day" in topics else "international-public-policy"
    limits, against = limits_of(clause)
    if "technical" in topics and "no-policy-impact" in limits:
        topic = "day-to-day"  # what does not touch policy

    def part(holder: str, position: str, *, denied: bool, counterpart: str | None = None) -> Part:
        bounds = (limits, against) if position == "role" else ((), ())
        return part_of(
            scene,
            clause,
            (Holder(holder),),
            position,
            frozenset({topic}),
            force=Force.SHOULD,
            limits=bounds[0],
            denied_limits=bounds[1],
            counterpart=counterpart,
            denied=Denies.POSITION if denied else None,
        )

    if unequal or (only_of(clause) is Share.ONLY and others):
        clause.use("OqQ")
        return (part("states", "equal", denied=True),)
    stems = clause.stems
    if not others and "need" in stems and not terms(clause, "P"):
        others = [Mark("H", "states", marks[0].first, marks[0].first)]
    reaching = stems & {"extend", "cov", "cover", "includ", "appli", "concern", "reach", "deal"}
    meant = bool(match(r"^HbN?w?f", clause.kinds))  # it is not for, or not meant for
    if topic == "day-to-day" and (reaching or meant):
        return (part(others[0].value if others else "states", "role", denied=denials(clause) % 2 == 1),)
    able = bool(search(r"t(?:q?H)+M", clause.kinds)) or stems & {
        *("enabl", "let", "allow", "help", "support", "put", "ensur", "giv", "mak", "need"),
        *("keep", "stop", "prevent", "hind", "hinder", "block", "requir", "required", "call", "demand"),
    }
    if not others or not able:
        return None
    denied = denials(clause) % 2 == 1
    who = others[0].value
    if len(others) > 1 and len({clause.order_above(m.value, "states") for m in others}) > 1:
        who = "all-stakeholders"  # governments and companies alike
    if topic == "day-to-day":
        return (part(who, "role", denied=denied),)
    enabled = part("enhanced-cooperation", "enables", denied=denied, counterpart=who)
    if any(m.kind == "Q" and m.value == "equal" for m in marks) and (
        who == "states" or clause.order_above(who, "states")
    ):
        return (enabled, part(who, "equal", denied=denied))
    return (enabled,)


def _consultations(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    if "multistakeholder-consultations" not in terms(clause, "H") and marks[0].kind != "A":
        return None
    topics = [scene.lexicon.vocabulary.term(Axis.TOPIC, topic) for topic in terms(clause, "T")]
    if any(topic is not None and topic.kind == "subject" for topic in topics):
        return None  # in which languages they are held
    national = bool(
        terms(clause, "L") & {"national-level"} or "national" in terms(clause, "J") or "countri" in clause.stems
    )
    asked = (
        marks[0].kind == "A"
        and marks[0].value == "consult"
        and national
        and terms(clause, "H") <= {"all-stakeholders", "states"}
    )
    if ("multistakeholder-consultations" not in terms(clause, "H") and not asked) or terms(clause, "H") & {"itu"}:
        return None
    done = match(r"^(?:q?H[,cK]*)+M?N?b(w)", clause.kinds)
    if done and marks[0].value != "multistakeholder-consultations" and strange(scene, marks[done.start(1)]):
        return None  # who takes part in them is to be paid
    done = search(r"MN?b(w)", clause.kinds)
    if done and strange(scene, marks[done.start(1)]) and not terms(clause, "A"):
        return None  # what was said there must be published
    held = [m.value for m in marks if m.kind == "P"]
    positions = ["lead" if p == "authority" else p for p in held if p not in {"role", "participation"}]
    positions = positions or ["role" for _ in held]
    if not positions and any(m.kind == "G" for m in marks):
        positions = ["important-role"]
    if not positions and any(m.kind == "M" and m.value == "must" for m in marks):
        positions = ["important-role"]
    if not positions:
        return None
    limits, against = limits_of(clause)
    if "community-level" in against or {"international", "national"} <= terms(clause, "J"):  # at all levels
        limits, against = tuple(x for x in limits if x != "national-level"), ("national-level",)
    count = denials(clause)
    denied = count % 2 == 1 or (
        count > 1 and any(m.kind == "c" for m in marks)
    )  # of no importance and nothing constructive
    force = next((FORCED[m.value] for m in marks if m.kind == "M"), Force.IS)
    limits = tuple(
        dict.fromkeys((*limits, *(("national-level",) if "national" in terms(clause, "J") and not against else ())))
    )
    return tuple(
        part_of(
            scene,
            clause,
            (Holder("multistakeholder-consultations"),),
            p,
            frozenset({"governance"}),
            force=force,
            limits=limits,
            denied_limits=against,
            share=only_of(clause),
            denied=Denies.POSITION if denied else None,
        )
        for p in dict.fromkeys(positions)
    )


CONSTRUCTIONS: tuple[Construction, ...] = (
    (_encompasses, frozenset({"manage"})),
    (_adequate, frozenset({"seeks", "adequate", "framework-for-government-participation"}) | _CONTENT),
    (_worked, frozenset({"existing-arrangements", "governance"})),
    (_edges, frozenset({"innovation"})),
    (_enables, frozenset({"enhanced-cooperation"})),
    (_consultations, frozenset({"multistakeholder-consultations", "consult"})),
)
"""The constructions of this room, in the order in which they are tried, each with what it cannot do without: of these,
one must be what a mark means, a quality that the sentence has or the stem of a word."""
