"""What clauses say of the ITU and bodies like it: its mandate, whom it is open to, what it is fit for."""

from __future__ import annotations

from dataclasses import replace

from igov.read.english.patterns import match
from igov.read.english.scene import Scene
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
    said,
    said_without_stops,
    terms,
    than,
)
from igov.terms.assignment import Denies, Force, Holder, Part, Share

_FOUNDING = frozenset({"itu-constitution", "itu-convention", "itu-decisions"})


def _mandate(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    topics = terms(clause, "T")
    stems = clause.stems
    if "mandat" not in stems and "itu-mandate" not in topics and _FOUNDING.isdisjoint(terms(clause, "H")):
        return None
    holders = [m for m in marks if m.kind == "H" and m.value != "itu"]
    itself = next((m for m in marks if m.kind == "H" and m.value == "itu"), None)
    if (
        not holders
        and itself is not None
        and "mandat" in stems
        and stems & {"own", "itself"}
        and stems & {"mak", "make", "set", "decid", "defin", "determin", "fix", "choos", "giv", "writ", "invent"}
        and not any(m.kind == "L" for m in marks)
    ):
        return (said(scene, clause, "itu", "establishes-mandate", "itu-mandate", share=Share.ONLY),)
    founding = [m for m in holders if m.value in _FOUNDING]
    about = (
        "itu-mandate" in topics
        or (founding and "mandat" in clause.stems)
        or (founding and any(m.kind == "H" and m.value == "itu" for m in marks) and any(m.kind == "P" for m in marks))
        or (founding == holders and "rol" in stems and not clause.topic_before)
    )
    source = (
        itself is not None
        and "mandat" in stems
        and any(m.kind == "i" and scene.words[m.first].text == "from" for m in marks)
    )
    if not (about or source) or not holders or not (scene.has("define", marks) or founding or source):
        return None
    found = founding or holders
    neither = any(m.kind == "E" for m in marks)
    share = only_of(clause)
    if neither:
        clause.use("EK")
    if share is Share.SOME and any(m.kind == "n" for m in marks):  # not only in the Constitution
        clause.use("n")
        parts = [said(scene, clause, m.value, "establishes-mandate", "itu-mandate", share=Share.ONLY) for m in found]
        return tuple(replace(part, denied=None if part.denied else Denies.SHARE) for part in parts)
    return tuple(
        said(scene, clause, m.value, "establishes-mandate", "itu-mandate", flip=False, share=share) for m in found
    )


def _open(scene: Scene, clause: Clause) -> Parts | None:
    marks = clause.marks
    string = clause.kinds
    shut = match(r"^((?:q?H[,cK]*)+)[hbdlM]*(N?)b?G[it]?H$", string) if "G" in string else None
    if (
        shut
        and marks[-1].value == "itu"
        and marks[shut.end() - 2 if string[-2] == "G" else shut.end() - 3].value == "out"
    ):
        clause.use("GN")
        groups = [m for m in marks[: shut.end(1)] if m.kind == "H"]
        denied = not shut.group(2)
        return tuple(_open_to(scene, clause, m.value.partition("=")[0], denied=denied) for m in groups)
    if not match(r"^[qz,]*H", string) or marks[string.index("H")].value != "itu":
        return None
    others = [m for m in marks if m.kind == "H" and m.value != "itu"]
    wide, closed = scene.has("open", marks), scene.has("closed", marks)
    kind, only = scene.has("multistakeholder", marks), scene.has("intergovernmental-only", marks)
    if match(r"^[qz,]*HbOHe", string) and not match(r"^[^O]*OHeN?b", string):
        return None  # the only such body that has it
    topics = terms(clause, "T")
    clause.use("n")
    if "n" in string and any(clause.order_above(m.value, "states") for m in others):
        return (plain(scene, clause, "itu", "multistakeholder", "itu-affairs", denied=False),)
    if not others or not (wide or closed) or topics & {"national-delegations", "itu-membership", "itu-decision-making"}:
        if "b" in string and (
            only
            or (
                kind
                and not topics & {"multistakeholder-fora", "multistakeholder-processes", "multistakeholder-governance"}
                and not terms(clause, "P")
            )
        ):
            clause.use("OG")
            if only and match(r"^[qz,]*Hb(?:H?O|wo?He)", string):  # a club for governments only, and no NGOs in it
                clause.use("GXqNEK")
                return (plain(scene, clause, "itu", "multistakeholder", "itu-affairs", denied=True),)
            return (said_without_stops(scene, clause, "itu", "multistakeholder", "itu-affairs", flip=only),)
        return None
    clause.use("GEKNXZ")
    only_open = only_of(clause)
    flip = closed and not (wide and not any(m.kind == "G" for m in marks))
    if only_open is Share.ONLY and wide:
        outside = [t for t in ("private-sector", "civil-society") if t not in {m.value for m in others}]
        return tuple(_open_to(scene, clause, t, denied=True) for t in outside) or None
    denied = (sum(m.kind in "NXZE" for m in marks) % 2 == 1) ^ flip
    others = [m for m in others if m.value != "states"] or others  # as well as to governments
    parts = [_open_to(scene, clause, m.value, denied=denied) for m in others]
    if kind:
        parts.append(plain(scene, clause, "itu", "multistakeholder", "itu-affairs", denied=False))
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
    acts = terms(clause, "A")
    topics = terms(clause, "T")
    if not holders or not ("support" in acts or topics & {"telecommunication-issues", "telecommunications"}):
        return None
    subject = holders[0]
    if scene.text(marks[:1]).startswith("no other"):
        subject = next((m for m in holders if m.value == "itu"), subject)
    if marks[0].kind == "Z" and all(m.value != "itu" for m in holders):
        if denials(clause) % 2 == 0:
            return None
        return (
            part_of(
                scene,
                clause,
                (Holder("itu"),),
                "uniquely-qualified",
                frozenset({"telecommunication-issues"}),
                activity="support",
                force=Force.IS,
                denied=Denies.POSITION,
            ),
        )
    start = min((a for a, _ in scene.traits.get("qualified", ())), default=0)
    subject = (
        next((m for m in reversed(holders) if m.last <= start), subject)
        if not any(m.kind in "OZ" for m in marks[:2])
        else subject
    )
    than(scene, clause)
    text = clause.stems
    limits, against = limits_of(clause)
    topic = (
        "telecommunication-issues"
        if topics & {"telecommunication-issues", "telecommunications"}
        and "-related-to-telecommunications" not in against
        else "governance"
    )
    only = False
    unique = bool(text & {"uniqueli", "uniqu", "best", "ideally"}) or only_of(clause) is Share.ONLY
    clause.use("OZGS")
    denied = denials(clause, but="OZ") % 2 == 1
    nobody = marks[0].kind == "Z" or subject.count == "none"
    if text & {"ill", "least", "unfit", "unsuit", "unqualifi", "badli", "poorli", "hardli"}:
        denied = not denied
    if text & {"equalli"} and not denied and not nobody:  # one of many that are equally qualified
        unique = only = True
        denied = True
    others = {"anybody", "anyone", "somebody", "someone"} & set(scene.spelled(marks[:2]))
    if others and "els" in text:  # as qualified as the ITU
        denied = not denied
    if nobody and subject.value != "itu":  # no other body is as qualified
        denied = True
    if marks[0].kind == "Z" and subject.value == "itu":
        unique, denied = True, False
    only = only or only_of(clause) is Share.ONLY
    share = Share.ONLY if unique and (only or not denied) else Share.SOME
    what = None if not denied else Denies.SHARE if unique and only else Denies.POSITION
    seconds = [m for m in holders[1:] if m.value != "itu"]
    counterpart = seconds[0].value if seconds else None
    return (
        part_of(
            scene,
            clause,
            (Holder(subject.value),),
            "uniquely-qualified",
            frozenset({topic}),
            activity="support",
            force=Force.IS,
            limits=limits,
            denied_limits=against,
            share=share,
            counterpart=counterpart,
            denied=what,
        ),
    )


def _increased(scene: Scene, clause: Clause) -> Parts | None:
    """The role of the ITU in Internet governance should be increased."""
    marks = clause.marks
    topics = terms(clause, "T")
    stems = clause.stems
    if (
        not (topics & {"itu-mandate"} or "itu" in terms(clause, "H"))
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


def _agency(scene: Scene, clause: Clause) -> Parts | None:
    """The ITU is the specialized agency for telecommunications of the United Nations."""
    stems = clause.stems
    if "specializ" not in stems or not {"itu"} & terms(clause, "H") or "agenci" not in stems:
        return None
    return (said(scene, clause, "itu", "specialized-agency", "telecommunications", counterpart="united-nations"),)


CONSTRUCTIONS: tuple[Construction, ...] = (
    (_mandate, frozenset({"mandat", "itu-mandate"}) | _FOUNDING),
    (_open, frozenset({"itu"})),
    (_qualified, frozenset({"qualified"})),
    (_increased, frozenset({"itu-mandate", "itu"})),
    (_agency, frozenset({"itu"})),
)
"""The constructions of this room, in the order in which they are tried, each with what it cannot do without: of these,
one must be what a mark means, a quality that the sentence has or the stem of a word."""
