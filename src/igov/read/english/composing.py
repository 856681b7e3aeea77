"""From what was seen in a clause to the parts that it makes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from igov.read.english.canon import POLICY, act_of, topic_of
from igov.read.english.drafting import Draft, position_of
from igov.read.english.others import and_more, foreign, of_other_matters, of_strangers
from igov.read.english.patterns import search
from igov.read.english.scene import Marks, Scene, kinds
from igov.read.english.shared import Parts, holder_of, limits_of
from igov.read.english.things import IN_NEED, PROCESSES
from igov.terms.assignment import APART, UNSPECIFIED, Force, Holder
from igov.terms.order import Axis

_BODIES = frozenset({"icann", "rirs", "ripe-ncc", "ietf", "isoc", "w3c", "international-organizations"})
_JOINT = frozenset({"cooperate", "explore-cooperation", "conclude-agreement"})
_WITH_SOMEBODY = _JOINT | {"support", "build-capacity", "assist-national-model", "discuss"}
_EVERYBODY = frozenset({"all-parties", "all-stakeholders", "other-stakeholders"})
_HELPERS = frozenset({"itu-secretary-general", "itu-secretariat", "itu"})
_LEADING = frozenset({"manage", "develop"})
_FORA = frozenset({"multistakeholder-processes", "multistakeholder-fora"})
_RIGHTS = frozenset({"right", "responsibility"})


_CLASSES = frozenset({"organizations", "international-organizations", "united-nations"})
_WHOLE = frozenset({"internet", "governance"})

_LAWS = frozenset({"set", "create", "develop", "implement"})
_RUNNING = frozenset({"manage", "operate", "develop", "coordinate"})

_OWN_LIMITS = {
    ("build-capacity", "relevant-issues"): "specific-issues",
    ("support", "as-appropriate"): "appropriate-organizations",
}
"""How the limits of some acts are called in the texts."""


def compose(draft: Draft) -> Parts | None:
    """Return the parts, or None where what was seen does not make one."""
    seen = draft.seen
    draft.limits, draft.against = limits_of(draft.clause)
    if "conducive-to-innovation" in draft.limits and seen.topics & POLICY and not (seen.acts or seen.positions):
        seen.acts.append("encourage")  # to discourage such policies
    draft.position = position_of(draft)
    if seen.verb and not seen.quality:
        draft.act = APART + seen.verb
        topic = frozenset(seen.topics or {APART + " ".join(seen.fields or [seen.verb])})
        return (draft.part("act", frozenset({draft.act}) if seen.denied % 2 else topic),)
    if not draft.position:
        return _strange(draft)
    if _ensured(draft):
        last = draft.clause.last[-1]
        return (replace(last, holders=draft.holders, force=seen.force or last.force),)
    _name_holders(draft)
    raws = [*seen.acts, *(["conducive"] if "conducive-to-innovation" in draft.limits else [])]
    topics = _governed(draft) or _topics(draft)
    if seen.acts[:1] == ["manage"] and {*seen.acts} <= _LEADING and draft.position == "act" and topics & _FORA:
        draft.position, raws = "lead", []  # to run the processes is to lead in them
    if _abroad(draft):
        return None
    topics = _as_held(draft, topics)
    _name_act(draft, raws, topics)
    if draft.act == "consult" and (draft.others or of_strangers(draft)) and not any(map(draft.party, draft.others)):
        draft.act = APART + "ask"  # not one of those who govern the Internet
        return (draft.part("act", frozenset({draft.act})),)
    elsewhere = ("itu-decision-making" in topics or draft.act == "promote-openness") and _elsewhere(draft)
    if elsewhere:
        wider = draft.clause.order_above("itu", elsewhere) or elsewhere in _CLASSES
        topics = {"world" if wider else APART + "affairs of " + elsewhere}
        seen.not_only = False
    if draft.act == "consult" and (draft.position in {"act", "participation", "right"} or seen.stop):
        return _consulted(draft)
    whole = not seen.strange and not seen.fields
    draft.topics = topic_of(
        _of_the_segment(draft, topics),
        seen.adjectives,
        draft.act,
        draft.position,
        draft.scene.lexicon.vocabulary,
        whole=whole,
    )
    _name_counterpart(draft)
    draft.against = tuple(_OWN_LIMITS.get((draft.act, limit), limit) for limit in draft.against)
    if "conducive" in raws:
        draft.act = "establish-policy" if {"set", "create", "develop"} & set(raws) else "promote-policy"
        draft.topics = frozenset({"internet"})
    if not draft.topics and not _topic_apart(draft):
        return None
    if seen.needless and draft.topics == {"national-delegations"}:  # who need not be on one comes in its own right
        draft.topics, seen.needless, seen.denied, seen.force = frozenset({"itu-membership"}), False, 0, Force.MAY
    if seen.needless and "igf" in draft.topics:  # what is needed there is that they take a bigger part
        seen.denied, seen.needless, seen.force = 1, False, Force.SHOULD
    positions = [draft.position]
    if draft.position in _RIGHTS and not draft.act.startswith(APART):
        positions = [p for p in dict.fromkeys(seen.positions) if p in _RIGHTS] or positions
    if draft.position == "equal" and "day-to-day" in draft.topics and seen.denied % 2 == 0 and not seen.needless:
        positions.append("role")  # who has an equal role has one
    if draft.act.startswith(APART) and seen.denied % 2:
        draft.topics = frozenset({draft.act})
    return tuple(draft.part(p, t) for p in positions for t in _joined_topics(draft.found.rest, draft.topics))


def _name_holders(draft: Draft) -> None:
    """Add those with whom it is shared; where nobody is left out it is all of them."""
    seen = draft.seen
    if seen.others and any(m.kind == "h" and draft.scene.stems([m]) & {"shar"} for m in draft.found.rest):
        draft.holders = (*draft.holders, *(holder_of(m) for before, m in seen.others if before == "v"))
    if seen.everybody and seen.denied % 2 == 0 and "multistakeholder-governance" not in seen.topics:
        draft.holders = (Holder("all-stakeholders"),)


def _as_held(draft: Draft, topics: set[str]) -> set[str]:
    """Return the topics as they are meant by what is held over them, and mend the position where they tell more."""
    if and_more(draft) or _of_every_kind(draft, topics):
        return {"world"}  # what holds them all
    taking_part = draft.position == "participation" and not draft.seen.acts
    if taking_part and draft.terms == {"all-parties"} and "respective-roles" in draft.limits and not topics - _WHOLE:
        return {"multistakeholder-governance"}  # in which each has a role of its own
    if "relevant" in draft.against and draft.position == "important-role" and topics & POLICY:
        return {"internet"}  # policies for it of every kind
    if "within-territory" in draft.limits and "public-policy" in topics and set(draft.seen.acts) & {"implement", "set"}:
        topics = (topics - {"public-policy"}) | {"national-public-policy"}  # at home
    if draft.terms == {"internet-management"} and topics & {"public-policy", "technical"}:
        draft.position = "encompasses"  # and has nothing to do with public policy
    community = "community-level" in draft.limits
    if draft.position == "authority" and (community or "multistakeholder-processes" in topics) and not topics & POLICY:
        draft.position = "lead"  # the last word in a process is no authority over policy
    if "national" in draft.seen.adjectives and not draft.seen.topics and "international-public-policy" in topics:
        return (topics - {"international-public-policy"}) | {"national-public-policy"}  # a national one
    return topics


def _of_every_kind(draft: Draft, topics: set[str]) -> bool:
    """Say whether it is held over matters of every kind: standards of every kind, public policy of any kind."""
    marks = draft.found.rest
    if draft.position in {"authority", "right"} and topics & POLICY:
        return "related-to-telecommunications" in draft.against and bool(search(r"T,?L", kinds(marks)))
    told = any(m.kind == "L" and draft.scene.stems([m]) & _KINDS for m in marks)
    ours = topics & {"telecommunications", "telecommunication-issues"}
    return bool(told and draft.limits and topics and not ours and draft.seen.denied % 2 == 0)


_KINDS = frozenset({"kind", "descript", "description", "sort"})


def _of_the_segment(draft: Draft, topics: set[str]) -> set[str]:
    """Return the topics with what of the national segment is meant: its security, its reliable operation."""
    if "national-segment" not in topics:
        return topics
    stems = {word.stem for word in draft.scene.words}
    if draft.act in {"ensure", "ensure-cooperation", "cooperate"} and stems & {"secur", "saf", "safe", "safeti"}:
        return (topics - {"national-segment"}) | {"national-segment-security"}
    if any(found.startswith("reliab") for found in stems):
        return (topics - {"national-segment", "stability"}) | {"national-segment-operation"}
    return topics


def _strange(draft: Draft) -> Parts | None:
    """Make a part of an act for which there is no word in any table."""
    seen = draft.seen
    told = (
        seen.fields
        or seen.strange
        or [draft.scene.text([m]) for m in draft.found.rest if m.kind in "FTA"][:2]
        or [draft.scene.text([m]) for m in draft.found.rest if m.kind == "w" and foreign(draft.scene, m)][:1]
        or [f"be {m.value}" for _, m in seen.others]
    )
    if not told:
        return None
    draft.act = APART + " ".join(told)
    return (draft.part("act", frozenset({draft.act})),)


def _ensured(draft: Draft) -> bool:
    """Say whether a clause only adds who sees to what was said: "and the Secretary-General must see to it"."""
    seen = draft.seen
    if not draft.clause.last or seen.acts != ["ensure"]:
        return False
    return not (seen.topics or seen.positions or seen.others or seen.fields)


def _topics(draft: Draft) -> set[str]:
    seen = draft.seen
    apart = {APART + " ".join(seen.fields)} if seen.fields else set()
    topics = of_other_matters(draft) or set(seen.topics) or apart
    if seen.fields and topics <= {"internet", "public-policy"} | apart:
        topics = apart
    if not topics and "authority" in seen.positions and "polici" in draft.clause.stems:
        return set()  # policy authority is over public policy, whatever went before
    return topics or {term for term in draft.clause.topic_before if _of_the_texts(draft, term)}


def _of_the_texts(draft: Draft, topic: str) -> bool:
    """Say whether a topic is one of which the texts speak: what is said of another goes no further than its clause."""
    known = draft.scene.lexicon.vocabulary.term(Axis.TOPIC, topic)
    return known is not None and known.kind != "subject"


def _governed(draft: Draft) -> set[str]:
    """Return the affairs of a body that somebody is to run: running ICANN is not running the Internet."""
    seen, marks = draft.seen, draft.found.rest
    if seen.topics or seen.fields or seen.strange:
        return set()
    found = next((m for a, m in pairwise(marks) if a.kind == "A" and a.value in _RUNNING and m.kind == "H"), None)
    done = search(r"^q?HM?N?h?b[Nzk]*A", kinds(marks)) if draft.found.passive else None
    if done and marks[done.end() - 1].value in _RUNNING:  # ICANN is to be run by them
        found = next(m for m in marks if m.kind == "H")
    body = draft.scene.lexicon.vocabulary.term(Axis.HOLDER, found.value) if found else None
    if body is None or body.kind in {"thing", "process"}:
        return set()
    return {APART + "affairs of " + body.id}


def _name_act(draft: Draft, raws: list[str], topics: set[str]) -> None:
    """Find the act, and mend position and topics where the act tells more of them."""
    seen, terms, others = draft.seen, draft.terms, draft.others
    sovereign = seen.sovereign and draft.position == "right" and bool(topics & POLICY)
    world = "international" in seen.adjectives or "international-public-policy" in topics
    if "delegate" in raws and "authority" in seen.positions:
        raws.append("authority")
    alone = seen.only and not seen.not_only and not world
    if sovereign and (alone or not all(draft.clause.order_above(term, "states") for term in terms)):
        draft.position = "authority"  # another's sovereign right, or theirs alone, would be the authority itself
    draft.act = act_of(raws, topics, "sovereign" if sovereign and not world else draft.position, terms, others)
    if "itu-secretary-general" in terms and "ensure" in raws and "itu" in others:
        if "active-role" in seen.positions:
            draft.act, draft.position = "ensure-active-role", "act"
        elif draft.position.endswith(
            ("lead", "role", "participation")
        ):  # who makes sure that the ITU leads has the ITU lead
            draft.holders, draft.act = (Holder("itu"),), "coordinate" if "coordinate" in raws else UNSPECIFIED
    if "delegate" in raws and draft.position not in {"authority", "act"}:
        seen.denied += 1
    if draft.act in {"discuss", "facilitate-discussion"} and draft.position == "facilitating-role":
        draft.act, draft.position = "facilitate-discussion", "act"
    if (
        draft.act == UNSPECIFIED
        and seen.out
        and not topics
        and not seen.strange
        and (terms | others) & {"itu", *_BODIES}
    ):
        draft.act, draft.position = "cooperate", "act"
    there = topics == {"itu-affairs"} or (not topics and "itu" in others - terms)
    if there and draft.position == "participation" and draft.act == UNSPECIFIED:
        topics.clear()
        topics.add("itu-membership")
    if draft.act == "cooperate" and "itu" in terms | others and (terms | others) & _BODIES:
        draft.act = "explore-cooperation"
    if "secret" in seen.acts and draft.act == "promote-openness":
        seen.denied += 1
    security = topics <= {"stability", "telecommunications"} and "operating-agencies" in terms and "states" not in terms
    if security and draft.act in {"regulate", "implement-policy"}:
        draft.act = "implement-measures"
        topics.clear()
        topics.add("telecommunication-services-security")
    if "consult" in raws and "states" not in terms and not draft.act.startswith(APART):
        draft.act = "consult"


def _name_counterpart(draft: Draft) -> None:
    """Find with or for whom it is done."""
    if draft.seen.others and draft.act in _WITH_SOMEBODY:
        named = [mark.value.partition("=")[0] for _, mark in draft.seen.others]
        ours = [name for name in named if not name.startswith("itu") or draft.act != "support"]
        needing = [name for name in ours if name in IN_NEED] if draft.act == "support" else []
        draft.counterpart = (needing or ours or named)[0]
    in_need = all(term in IN_NEED or draft.clause.order_above(term, "developing-countries") for term in draft.terms)
    if draft.act == "support" and in_need and draft.counterpart in _HELPERS:
        helper, whom = draft.counterpart, draft.holders[0].term  # who is in need is whom it is for
        draft.holders, draft.counterpart = (Holder(helper),), whom
        draft.seen.focus |= draft.seen.only
    if draft.act in _JOINT and len(draft.holders) > 1 and draft.counterpart is None and "itu" in draft.terms:
        draft.counterpart = next(h.term for h in draft.holders if h.term != "itu")
        draft.holders = tuple(h for h in draft.holders if h.term == "itu")
    if draft.act == "cooperate" and draft.counterpart in _EVERYBODY:
        draft.counterpart = None


def _topic_apart(draft: Draft) -> bool:
    """Give a topic that stands apart to what has none in the vocabulary; say whether one could be given."""
    seen = draft.seen
    if draft.act.startswith(APART):
        draft.topics = frozenset({APART + (" ".join(seen.fields) or draft.act.removeprefix(APART))})
    elif draft.act == UNSPECIFIED and seen.strange:
        draft.topics = frozenset({APART + " ".join(seen.strange[:3])})
    elif draft.act == UNSPECIFIED and (inside := _inside(draft)):
        draft.topics = frozenset({APART + "affairs of " + inside})
    elif draft.act != UNSPECIFIED:
        things = [m.value for m in draft.clause.marks if m.kind == "H" and m.value not in draft.terms]
        thing = next(iter(things), draft.holders[0].term)
        named = not draft.party(thing)
        if not named and not seen.strange:
            return False
        draft.topics = frozenset({APART + ("affairs of " + thing if named else " ".join(seen.strange[:3]))})
    else:
        if not any(h.term.startswith(APART) or _actor(draft.scene, h.term) for h in draft.holders):
            return False
        draft.topics = frozenset({APART + draft.scene.text([m for m in draft.found.rest if m.kind in "wFrA"][:3])})
    return True


def _abroad(draft: Draft) -> bool:
    """Morocco regulates the Internet in Spain: not within its territory; in Morocco: within it.

    Return whether it makes policy for another country, of which nothing can be said.
    """
    vocabulary = draft.scene.lexicon.vocabulary

    def country(term: str) -> bool:
        known = vocabulary.term(Axis.HOLDER, term)
        return known is not None and known.kind == "country"

    making = bool(_LAWS & set(draft.seen.acts)) and bool(draft.seen.topics & POLICY)
    where = [m.value for before, m in draft.seen.others if before in {"i", "f"} and country(m.value)]
    if ("regulate" in draft.seen.acts or making) and where and all(map(country, draft.terms)):
        if set(where) & draft.terms:
            draft.limits = (*draft.limits, "within-territory")
        else:
            draft.against = (*draft.against, "within-territory")
            return making
    return False


def _elsewhere(draft: Draft) -> str:
    """Return who is named as deciding, where that is not the ITU."""
    governed = [m.value.partition("=")[0] for before, m in draft.seen.others if before and before in "ioTqrc"]
    return next((value for value in governed if not value.startswith("itu")), "")


def _inside(draft: Draft) -> str:
    """Return the body, other than the ITU, in whose affairs somebody is to take part."""
    near = [m.value.partition("=")[0] for before, m in draft.seen.others if before in {"i", "o", "P"}]
    vocabulary = draft.scene.lexicon.vocabulary

    def apart(term: str) -> bool:
        known = vocabulary.term(Axis.HOLDER, term)
        organ = known is not None and known.kind == "organ"
        return term in _BODIES or organ or not (draft.party(term) or term in PROCESSES)

    return next(filter(apart, near), "")


def _joined_topics(marks: Marks, topic: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Technical and public policy matters are two topics, not one that is both."""
    string = kinds(marks)
    for found in re.finditer(r"T[J]?c[J]?T", string):
        pair = {marks[found.start()].value, marks[found.end() - 1].value}
        if len(pair) > 1 and pair <= topic and "day-to-day" not in pair:
            return tuple(frozenset((topic - pair) | {one}) for one in sorted(pair))
    return (topic,)


def _actor(scene: Scene, term: str) -> bool:
    """Say whether a holder is one that no class covers, or a firm."""
    above = scene.lexicon.vocabulary.order(Axis.HOLDER).above(term)
    known = scene.lexicon.vocabulary.term(Axis.HOLDER, term)
    return "all-parties" not in above or (known is not None and known.kind == "actor" and "private-sector" in above)


def _consulted(draft: Draft) -> Parts:
    """Governments need not consult anybody: whom they consult is who takes part."""
    seen = draft.seen
    passive = (
        draft.found.passive
        or bool(search(r"bz?A", kinds(draft.found.rest)))
        or not any(draft.clause.order_above(h.term, "states") for h in draft.holders)
    )
    asked = draft.holders if passive else tuple(holder_of(m) for _, m in seen.others)
    draft.holders = asked or (Holder("all-stakeholders"),)
    if seen.needless:
        seen.denied, seen.needless, seen.force = 1, False, Force.SHOULD
    if seen.force is Force.MUST and seen.denied:
        seen.force = Force.SHOULD
    if "necessary" in draft.against:
        seen.denied, seen.force = 1, Force.SHOULD
    draft.act, draft.limits = "consult", tuple(x for x in draft.limits if x != "consult-all")
    topic = topic_of(set(seen.topics), seen.adjectives, "consult", "participation", draft.scene.lexicon.vocabulary)
    return (draft.part("participation", topic),)
