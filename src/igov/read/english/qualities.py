"""The things that clauses say of a body, a process or a text: each construction read by its own marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from igov.read.english.scene import Marks, Scene, kinds
from igov.read.english.shared import FORCED, Clause, denials, limits_of, only_of, part_of, tense_of
from igov.terms.assignment import Denies, Force, Holder, Part, Quantity, Share

Parts = tuple[Part, ...]


def quality(scene: Scene, clause: Clause) -> Parts | None:
    """Return the parts of a clause that speaks of a quality, or None where it does not."""
    for construction in _CONSTRUCTIONS:
        parts = construction(scene, clause)
        if parts:
            return parts
    return None


def _terms(clause: Clause, kind: str) -> set[str]:
    return {m.value for m in clause.marks if m.kind == kind}


def _said(scene: Scene, clause: Clause, holder: str, position: str, topic: str, *, flip: bool = False, count: Quantity = Quantity.ALL, counterpart: str | None = None, activity: str = "unspecified", force: Force | None = Force.IS, share: Share | None = None) -> Part:  # fmt: skip
    denied = denials(clause) % 2 == 1
    if flip:
        denied = not denied
    limits, against = limits_of(clause)
    only = share if share is not None else only_of(clause)
    return part_of(
        scene, clause, (Holder(holder, count),), position, frozenset({topic}), activity=activity, force=force, limits=limits,
        denied_limits=against, share=only, counterpart=counterpart, denied=Denies.POSITION if denied else None,
    )  # fmt: skip


_FOUNDING = ("itu-constitution", "itu-convention", "itu-decisions")


def _mandate(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    topics = _terms(clause, "T")
    holders = [m for m in marks if m.kind == "H" and m.value not in {"itu"}]
    itself = next((m for m in marks if m.kind == "H" and m.value == "itu"), None)
    stems = scene.stems(marks)
    if (
        not holders
        and itself is not None
        and "mandat" in stems
        and stems & {"own", "itself"}
        and stems & {"mak", "make", "set", "decid", "defin", "determin", "fix", "choos", "giv", "writ", "invent"}
        and not any(m.kind == "L" for m in marks)
    ):
        return (_said(scene, clause, "itu", "establishes-mandate", "itu-mandate", share=Share.ONLY),)
    founding = [m for m in holders if m.value in _FOUNDING]
    about = (
        "itu-mandate" in topics
        or (founding and "mandat" in scene.stems(marks))
        or (founding and any(m.kind == "H" and m.value == "itu" for m in marks) and any(m.kind == "P" for m in marks))
    )
    if not about or not holders or not (scene.has("define", marks) or founding):
        return None
    found = founding or holders
    neither = any(m.kind == "E" for m in marks)
    share = only_of(clause)
    if neither:
        clause.use("EK")
    return tuple(
        _said(scene, clause, m.value, "establishes-mandate", "itu-mandate", flip=False, share=share) for m in found
    )


def _encompasses(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    string = kinds(marks)
    turned = re.match(r"^q?T(?:[cT])*[MbdhlNXg].*AoT$", string) or re.match(
        r"^q?T(?:[cT])*[MbdhlNXqPg]+.*(?:TA|Ao?T)[ir]*$", string
    )
    if (
        turned
        and marks[string.index("T")].value in {"technical", "public-policy"}
        and "manage" in _terms(clause, "A")
        and not _terms(clause, "H")
    ):
        clause.use("GqX")
        topics = [
            t
            for t in ("technical", "public-policy")
            if t in {m.value for m in marks[: re.search(r"[Mbdhlg]", string).start()]}
        ]  # type: ignore[union-attr]
        return tuple(
            _plain(scene, clause, "internet-management", "encompasses", t, denied=denials(clause) % 2 == 1)
            for t in topics
        )
    if not (scene.has("encompass", marks) or re.search("[bh]", string)) or not re.match(
        r"^[zNqb]*A(?:o|J)*T|^[zNq]*TA", string
    ):
        return None
    head = marks[: string.index("A") + 1]
    if head[-1].value != "manage" or _terms(clause, "H"):
        return None
    topics = [t for t in ("technical", "public-policy") if t in {m.value for m in marks[2:] if m.kind == "T"}]
    if not topics:
        return None
    stems = scene.stems(marks)
    alone = bool(
        only_of(clause) is Share.ONLY
        or stems & {"pureli", "mereli", "mere", "confined", "confin", "limited", "limit", "restrict", "nothing"}
    )
    clause.use("OGZ")
    if alone:
        other = [t for t in ("technical", "public-policy") if t not in topics]
        flip = denials(clause, but="OGZ") % 2 == 0
        return tuple(
            _plain(scene, clause, "internet-management", "encompasses", t, denied=flip) for t in other or topics
        )
    denied = denials(clause) % 2 == 1
    return tuple(_plain(scene, clause, "internet-management", "encompasses", t, denied=denied) for t in topics)


def _plain(
    scene: Scene,
    clause: Clause,
    holder: str,
    position: str,
    topic: str,
    *,
    denied: bool,
    count: Quantity = Quantity.ALL,
) -> Part:
    limits, against = limits_of(clause)
    return part_of(scene, clause, (Holder(holder, count),), position, frozenset({topic}), force=Force.IS, limits=limits, denied_limits=against, denied=Denies.POSITION if denied else None)  # fmt: skip


def _worked(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    holders = _terms(clause, "H")
    string = kinds(marks)
    whole = (
        not holders
        and re.match(r"^[zN]*Ta?", string)
        and marks[string.index("T")].value == "governance"
        and not _terms(clause, "P")
    )
    if (
        whole
        and (
            scene.has("failed", marks)
            or scene.stems(marks) & {"work", "effective", "effectiv", "success", "successful"}
        )
        and "telecommunications" not in _terms(clause, "T")
    ):
        holders = {"existing-arrangements"}
    if "existing-arrangements" in holders and "framework-for-government-participation" not in holders:
        good, bad = scene.has("worked", marks), scene.has("failed", marks)
        if bad or good:
            clause.use("G")
            return (
                _said_without_g(scene, clause, "existing-arrangements", "worked-effectively", "internet", flip=bad),
            )
    return None


def _said_without_g(
    scene: Scene, clause: Clause, holder: str, position: str, topic: str, *, flip: bool, count: Quantity = Quantity.ALL
) -> Part:
    denied = (denials(clause, but="G") % 2 == 1) ^ flip
    return _plain(scene, clause, holder, position, topic, denied=denied, count=count)


def _adequate(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    holders = [m for m in marks if m.kind == "H"]
    values = {m.value for m in holders}
    seeking = scene.has("seeks", marks) and bool(
        scene.stems(marks)
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
            "hop",
            "miss",
            "without",
        }
    )
    states = [
        m for m in holders if m.value not in {"framework-for-government-participation", "existing-arrangements", "itu"}
    ]
    unmet = scene.has("seeks", marks) and "represent" in scene.stems(marks) and any(m.kind in "NG" for m in marks)
    content = bool(scene.stems(marks) & {"satisfi", "content", "happi", "pleas"}) and any(
        w in scene.stems(marks) for w in ("represent", "representation")
    )
    if states and states[0] is holders[0] and (unmet or content) and not scene.stems(marks) & {"seek", "look"}:
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
        stems = scene.stems(marks)
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
        denied = denials(clause, but="G") % 2 == 1
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
            _plain(
                scene, clause, subject.value, "seeks-adequate-representation", "governance", denied=denied, count=count
            ),
        )
    governments = values & {"framework-for-government-participation"} or (
        scene.has("adequate", marks)
        and "states" in values
        and (_terms(clause, "P") & {"participation", "role"} or scene.has("seeks", marks))
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
            _said_without_g(scene, clause, "framework-for-government-participation", position, "governance", flip=flip),
        )
    return None


def _plain_for(scene: Scene, clause: Clause, holder: str, *, denied: bool, count: Quantity) -> Part:
    return _plain(scene, clause, holder, "seeks-adequate-representation", "governance", denied=denied, count=count)


def _edges(scene: Scene, clause: Clause) -> Parts | None:
    edges, center = scene.has("edges", clause.marks), scene.has("center", clause.marks)
    if not _terms(clause, "H") & {"innovation"} or not (edges or center):
        return None
    clause.use("G")
    if edges and center:
        center = False
    return (_said_without_g(scene, clause, "innovation", "at-the-edges", "internet", flip=center),)


def _open(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    string = kinds(marks)
    if not re.match(r"^[qz,]*H", string) or marks[string.index("H")].value != "itu":
        return None
    others = [m for m in marks if m.kind == "H" and m.value != "itu"]
    wide, closed = scene.has("open", marks), scene.has("closed", marks)
    kind, only = scene.has("multistakeholder", marks), scene.has("intergovernmental-only", marks)
    topics = _terms(clause, "T")
    if "n" in string and any(clause.order_above(m.value, "states") for m in others):
        return (_plain(scene, clause, "itu", "multistakeholder", "itu-affairs", denied=False),)
    if not others or not (wide or closed) or topics & {"national-delegations", "itu-membership", "itu-decision-making"}:
        if "b" in string and (
            only
            or (
                kind
                and not topics & {"multistakeholder-fora", "multistakeholder-processes", "multistakeholder-governance"}
                and not _terms(clause, "P")
            )
        ):
            clause.use("OG")
            return (_said_without_g(scene, clause, "itu", "multistakeholder", "itu-affairs", flip=only),)
        return None
    clause.use("GEK")
    only_open = only_of(clause)
    flip = closed and not (wide and not any(m.kind == "G" for m in marks))
    if only_open is Share.ONLY and wide:
        outside = [t for t in ("private-sector", "civil-society") if t not in {m.value for m in others}]
        return tuple(_open_to(scene, clause, t, denied=True) for t in outside) or None
    denied = (sum(m.kind in "NXZE" for m in marks) % 2 == 1) ^ flip
    parts = [_open_to(scene, clause, m.value, denied=denied) for m in others]
    if kind:
        parts.append(_plain(scene, clause, "itu", "multistakeholder", "itu-affairs", denied=False))
    return tuple(parts)


def _open_to(scene: Scene, clause: Clause, holder: str, *, denied: bool) -> Part:
    force = next((FORCED[m.value] for m in clause.marks if m.kind == "M"), Force.IS)
    return part_of(
        scene,
        clause,
        (Holder("itu"),),
        "open-to",
        frozenset({"itu-affairs"}),
        force=force if force is Force.MUST else Force.IS,
        counterpart=holder,
        denied=Denies.POSITION if denied else None,
    )


def _qualified(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    if not scene.has("qualified", marks):
        return None
    holders = [m for m in marks if m.kind == "H"]
    acts = _terms(clause, "A")
    topics = _terms(clause, "T")
    if not holders or not ("support" in acts or topics & {"telecommunication-issues", "telecommunications"}):
        return None
    subject = holders[0]
    if scene.text(marks[:1]).startswith("no other"):
        subject = next((m for m in holders if m.value == "itu"), subject)
    start = min((a for a, _ in scene.traits.get("qualified", ())), default=0)
    subject = (
        next((m for m in reversed(holders) if m.last <= start), subject)
        if not any(m.kind in "OZ" for m in marks[:2])
        else subject
    )
    _than(scene, clause)
    text = scene.stems(marks)
    limits, against = limits_of(clause)
    topic = (
        "telecommunication-issues"
        if topics & {"telecommunication-issues", "telecommunications"}
        and "-related-to-telecommunications" not in against
        else "governance"
    )
    unique = bool(text & {"uniqueli", "uniqu", "best", "ideally"}) or only_of(clause) is Share.ONLY
    clause.use("OZGS")
    denied = denials(clause, but="OZ") % 2 == 1
    nobody = marks[0].kind == "Z" or subject.count == "none"
    if text & {"ill", "unfit", "unsuit", "unqualifi", "badli", "poorli", "hardli"}:
        denied = not denied
    if nobody and subject.value != "itu":  # no other body is as qualified
        denied = True
    if marks[0].kind == "Z" and subject.value == "itu":
        unique, denied = True, False
    if denied and unique and only_of(clause) is Share.ONLY:
        share, what = Share.ONLY, Denies.SHARE
    else:
        share, what = (Share.ONLY if unique and not denied else Share.SOME), Denies.POSITION if denied else None
    seconds = [m for m in holders[1:] if m.value != "itu"]
    counterpart = seconds[0].value if seconds else None
    if counterpart in {"private-sector", "civil-society"} and subject.value == "itu":
        what = what
    return (part_of(scene, clause, (Holder(subject.value),), "uniquely-qualified", frozenset({topic}), activity="support", force=Force.IS, limits=limits, denied_limits=against, share=share, counterpart=counterpart, denied=what),)  # fmt: skip


def _than(scene: Scene, clause: Clause) -> None:
    for mark in clause.marks:
        if mark.kind == "S" and scene.words[mark.first].text == "than":
            clause.take(mark)


def _principled(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    holders = [m for m in marks if m.kind == "H"]
    high = any(m.value == "high-level-principles" for m in holders)
    states = [m for m in holders if m.value not in {"high-level-principles"}]
    topics = _terms(clause, "T")
    if (
        high
        and scene.has("complementary", marks)
        and (scene.has("focus", marks) or holders[0].value == "high-level-principles")
    ):
        return (_said(scene, clause, "high-level-principles", "focuses-on-complementary-roles", "public-policy"),)
    if scene.has("complementary", marks) and states and (_terms(clause, "P") or scene.stems(marks) & {"complementari"}):
        policy = (
            "public-policy"
            if topics & {"public-policy", "international-public-policy"} or not topics - {"governance"}
            else sorted(topics)[0]
        )
        denied = Denies.POSITION if denials(clause) % 2 else None
        return tuple(
            part_of(
                scene, clause, (Holder(m.value),), "complementary", frozenset({policy}), force=Force.IS, denied=denied
            )
            for m in states
        )
    stems = scene.stems(marks)
    if (
        (high or "principles" in topics)
        and "adopt" in stems
        and states
        and tense_of(scene, clause.marks) in {Force.WAS, Force.IS, None}
        and not any(m.kind == "M" for m in marks)
    ):
        subject = states[0]
        if (
            subject.value not in {"states", "developing-countries", "developed-countries"}
            and subject.count == ""
            and clause.order_above(subject.value, "states") is False
        ):
            count = Quantity.ALL
        else:
            count = (
                Quantity.SEVERAL
                if subject.count in {"none", "several", ""}
                else Quantity(subject.count)
                if subject.count in {"all", "many", "one"}
                else Quantity.SEVERAL
            )
            if subject.count == "" and clause.order_above(subject.value, "states") and subject.value != "states":
                count = Quantity.ALL
            elif subject.count == "":
                count = Quantity.ALL
        denied = denials(clause) % 2 == 1
        if subject.count == "not-all":
            return None
        if denied and subject.count == "":
            count = Quantity.ALL
        return (
            _plain(scene, clause, subject.value, "has-adopted-principles", "principles", denied=denied, count=count),
        )
    return None


def _resource(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    string = kinds(marks)
    if not scene.has("critical", marks) or not re.match(r"^[zXNq]*[T,cJ]+(?:oT|iT)*(?:M?k?N?b|a|N|l|c)*", string):
        return None
    if (
        not _terms(clause, "T") & {"numbering", "ip-addresses", "domain-names"}
        or any(m.kind == "P" and m.value in {"right", "authority"} for m in marks)
        or _terms(clause, "H")
    ):
        return None
    if any(m.kind == "A" for m in marks):
        return None
    return (_said(scene, clause, "numbering-resources", "critical-resource", "internet"),)


def _trend(scene: Scene, clause: Clause) -> Parts | None:
    if not scene.has("trend", clause.marks):
        return None
    return (_said(scene, clause, "the-internet", "key-trend", "telecommunications"),)


def _valuable(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    holders = [m for m in marks if m.kind == "H"]
    _than(scene, clause)
    if (
        not holders
        or not scene.has("valuable", marks)
        or not (
            scene.has("valuable", marks)
            and scene.stems(marks)
            & {"contribut", "contribution", "input", "worth", "valu", "useful", "worthless", "valuabl"}
        )
    ):
        return None
    subject = holders[0]
    share = only_of(clause)
    worthless = bool(scene.stems(marks) & {"worthless", "useless"}) or any(m.kind in "XZ" for m in marks)
    clause.use("XZG")
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
    part = _plain(scene, clause, subject.value, "valuable-contribution", "governance", denied=denied, count=count)
    return (replace(part, share=share),)


def _linked(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    topics = [m for m in marks if m.kind == "T"]
    if not scene.has("linked", marks) or _terms(clause, "H") or not topics:
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
    stems = scene.stems(marks)
    given = values & {"all-issues", "many-issues", "some-issues"}
    count = (
        {"all-issues": "all", "many-issues": "many", "some-issues": "several"}[sorted(given)[0]]
        if given
        else clause.quantity or next((m.value for m in marks if m.kind == "q"), "")
    )
    apart = bool(stems & {"separat", "unconnect", "unrelat"}) or any(m.kind == "G" for m in marks)
    clause.use("qGXZN")
    none = count == "none" or any(m.kind in "XZ" for m in marks)
    denied = (none ^ (sum(m.kind == "N" for m in marks) % 2 == 1)) ^ apart
    if count == "all" or stems & {"everi", "each"}:
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
    return (
        _plain(scene, clause, "internet-governance-issues", "linked-with-telecommunications", topic, denied=denied),
    )


def _consultations(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    national = bool(
        _terms(clause, "L") & {"national-level"} or "national" in _terms(clause, "J") or "countri" in scene.stems(marks)
    )
    asked = (
        marks[0].kind == "A"
        and marks[0].value == "consult"
        and national
        and _terms(clause, "H") <= {"all-stakeholders", "states"}
    )
    if ("multistakeholder-consultations" not in _terms(clause, "H") and not asked) or _terms(clause, "H") & {"itu"}:
        return None
    positions = [m.value for m in marks if m.kind == "P" and m.value not in {"role", "participation"}] or [
        "role" for m in marks if m.kind == "P"
    ]
    if not positions and any(m.kind == "G" for m in marks):
        positions = ["important-role"]
    if not positions and any(m.kind == "M" and m.value == "must" for m in marks):
        positions = ["important-role"]
    if not positions:
        return None
    limits, against = limits_of(clause)
    denied = denials(clause) % 2 == 1
    force = next((FORCED[m.value] for m in marks if m.kind == "M"), Force.IS)
    limits = tuple(
        dict.fromkeys(
            (*limits, *(("national-level",) if "national" in {m.value for m in marks if m.kind == "J"} else ()))
        )
    )
    return tuple(
        part_of(scene, clause, (Holder("multistakeholder-consultations"),), p, frozenset({"governance"}), force=force, limits=limits, denied_limits=against, share=only_of(clause), denied=Denies.POSITION if denied else None)
        for p in dict.fromkeys(positions)
    )  # fmt: skip


def _enables(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    holders = [m for m in marks if m.kind == "H"]
    if not holders or holders[0].value != "enhanced-cooperation":
        return None
    topics = _terms(clause, "T")
    others = [m for m in holders if m.value != "enhanced-cooperation"]
    unequal = any(m.kind == "Q" and m.value == "unequal" for m in marks)
    topic = "day-to-day" if "day-to-day" in topics else "international-public-policy"
    limits, against = limits_of(clause)
    if unequal or (only_of(clause) is Share.ONLY and others):
        clause.use("OqQ")
        return (
            part_of(
                scene,
                clause,
                (Holder("states"),),
                "equal",
                frozenset({topic}),
                force=Force.SHOULD,
                denied=Denies.POSITION,
            ),
        )
    stems = scene.stems(marks)
    if (
        topic == "day-to-day"
        and not others
        and stems & {"extend", "cov", "cover", "includ", "appli", "concern", "reach", "deal"}
    ):
        denied = denials(clause) % 2 == 1
        return (
            part_of(
                scene,
                clause,
                (Holder("states"),),
                "role",
                frozenset({topic}),
                force=Force.SHOULD,
                limits=limits,
                denied_limits=against,
                denied=Denies.POSITION if denied else None,
            ),
        )
    if not others or not stems & {
        "enabl",
        "let",
        "allow",
        "help",
        "support",
        "put",
        "ensur",
        "giv",
        "mak",
        "need",
        "let",
    }:
        return None
    denied = denials(clause) % 2 == 1
    if topic == "day-to-day":
        return (
            part_of(
                scene,
                clause,
                (Holder(others[0].value),),
                "role",
                frozenset({topic}),
                force=Force.SHOULD,
                limits=limits,
                denied_limits=against,
                denied=Denies.POSITION if denied else None,
            ),
        )
    if others[0].value != "states" and not clause.order_above(others[0].value, "states"):
        return (
            part_of(
                scene,
                clause,
                (Holder("enhanced-cooperation"),),
                "enables",
                frozenset({topic}),
                force=Force.SHOULD,
                counterpart=others[0].value,
                denied=Denies.POSITION if denied else None,
            ),
        )
    parts = [
        part_of(
            scene,
            clause,
            (Holder("enhanced-cooperation"),),
            "enables",
            frozenset({topic}),
            force=Force.SHOULD,
            counterpart=others[0].value,
            denied=Denies.POSITION if denied else None,
        )
    ]
    if any(m.kind == "Q" and m.value == "equal" for m in marks):
        parts.append(
            part_of(
                scene,
                clause,
                (Holder(others[0].value),),
                "equal",
                frozenset({topic}),
                force=Force.SHOULD,
                denied=Denies.POSITION if denied else None,
            )
        )
    return tuple(parts)


def _provisions(scene: Scene, clause: Clause) -> Parts | None:
    """The general principles may include a provision on the security of the national segment."""
    marks = clause.marks
    topics = [m for m in marks if m.kind == "T"]
    if not topics or topics[0] is not marks[0] or topics[0].value != "principles" or _terms(clause, "H"):
        return None
    if (
        not scene.stems(marks) & {"includ", "contain", "cov", "cover", "encompas", "provid", "provision", "compris"}
        or len(topics) < 2
    ):
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


def _increased(scene: Scene, clause: Clause) -> Parts | None:
    """The role of the ITU in Internet governance should be increased."""
    marks = clause.marks
    topics = _terms(clause, "T")
    stems = scene.stems(marks)
    if (
        not (topics & {"itu-mandate"} or "itu" in _terms(clause, "H"))
        or "rol" not in stems
        or not topics & {"governance", "international-governance"}
    ):
        return None
    more = stems & {
        "increas",
        "enhanc",
        "strengthen",
        "grow",
        "rais",
        "expand",
        "widen",
        "enlarg",
        "boost",
        "bigger",
        "greater",
        "larger",
        "more",
        "step",
    }
    less = stems & {
        "reduc",
        "decreas",
        "weaken",
        "limit",
        "curtail",
        "diminish",
        "shrink",
        "lessen",
        "smaller",
        "lesser",
        "less",
        "cut",
    }
    if not more and not less:
        return None
    clause.use("G")
    denied = (denials(clause, but="G") % 2 == 1) ^ bool(less)
    force = next((FORCED[m.value] for m in marks if m.kind == "M"), Force.SHOULD)
    return (
        part_of(
            scene,
            clause,
            (Holder("itu"),),
            "role",
            frozenset({"governance"}),
            force=force,
            denied=Denies.POSITION if denied else None,
        ),
    )


def _medium(scene: Scene, clause: Clause) -> Parts | None:
    """The Internet is a robust and dynamic medium; it is part of national infrastructure."""
    marks = clause.marks
    if (
        _terms(clause, "H") - {"the-internet"}
        or not re.match(r"^[zqN]*[TH]N?[bhMlka]", kinds(marks))
        or marks[0].value not in {"internet", "the-internet"}
    ):
        return None
    stems = scene.stems(marks)
    if stems & {"robust", "dynamic", "divers", "fragile", "fragil", "brittl", "static", "stagnant"}:
        bad = bool(stems & {"fragil", "brittl", "static", "stagnant"})
        clause.use("G")
        return (_said_without_g(scene, clause, "the-internet", "robust-medium", "internet", flip=bad),)
    if (
        "infrastructur" in stems
        and _terms(clause, "T") & {"telecommunications"}
        or ("infrastructur" in stems and "national" in stems)
    ):
        return (_said(scene, clause, "the-internet", "part-of-infrastructure", "telecommunications"),)
    return None


def _agency(scene: Scene, clause: Clause) -> Parts | None:
    """The ITU is the specialized agency for telecommunications of the United Nations."""
    marks = clause.marks
    stems = scene.stems(marks)
    if "specializ" not in stems or not {"itu"} & _terms(clause, "H") or "agenci" not in stems:
        return None
    return (_said(scene, clause, "itu", "specialized-agency", "telecommunications", counterpart="united-nations"),)


_CONSTRUCTIONS: tuple[Callable[[Scene, Clause], Parts | None], ...] = (
    _mandate, _encompasses, _adequate, _worked, _edges, _enables, _open, _qualified, _principled, _resource, _trend, _valuable, _linked, _consultations, _increased, _provisions, _medium, _agency,
)  # fmt: skip
