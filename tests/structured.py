"""The labelled claims that were structured by hand, in our own terms.

Their term names are a study's; this table says which of ours each of them is. What the vocabulary does not hold, and
what the study marks `x-...`, stands apart from everything (`other:...`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from igov.terms.assignment import Claim, Denies, Force, Holder, Part, Quantity, Share, Voice
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

FOLDER = Path(__file__).parent / "data"

HOLDERS = {
    "igos": "intergovernmental-organizations",
    "intl-orgs": "international-organizations",
    "un": "united-nations",
    "itu-sg": "itu-secretary-general",
    "operators": "operating-agencies",
    "ldc": "least-developed-countries",
    "constitution": "itu-constitution",
    "convention": "itu-convention",
    "decisions-resolutions": "itu-decisions",
    "gov-participation-framework": "framework-for-government-participation",
    "ms-consultations": "multistakeholder-consultations",
    "ig-issues": "internet-governance-issues",
    "internet-thing": "the-internet",
    "isp": "internet-service-providers",
    "eff": "electronic-frontier-foundation",
    "apc": "association-for-progressive-communications",
    "ripe": "ripe-ncc",
}
QUANTITIES = {
    "all-member-states": ("states", Quantity.ALL),
    "many-member-states": ("states", Quantity.MANY),
    "several-member-states": ("states", Quantity.SEVERAL),
    "one-member-state": ("states", Quantity.ONE),
    "few-governments": ("states", Quantity.SEVERAL),
}
POSITIONS = {
    "q:qualified": "uniquely-qualified",
    "q:linked": "linked-with-telecommunications",
    "q:seek-representation": "seeks-adequate-representation",
    "q:critical": "critical-resource",
    "q:valuable": "valuable-contribution",
    "q:adopted-principles": "has-adopted-principles",
    "q:focus-complementary": "focuses-on-complementary-roles",
    "q:at-edges": "at-the-edges",
}
ACTIVITIES = {
    "any": "unspecified",
    "capacity-building": "build-capacity",
    "national-models": "organize-national-model",
    "assist-national-models": "assist-national-model",
}
TOPICS = {
    "internet-governance": "governance",
    "intl-governance": "international-governance",
    "intl-pp": "international-public-policy",
    "national-pp": "national-public-policy",
    "ssc": "stability",
    "d2d": "day-to-day",
    "telecom": "telecommunications",
    "telecom-security": "telecommunication-services-security",
    "telecom-issues": "telecommunication-issues",
    "access-use": "access-and-use",
    "nat-seg-security": "national-segment-security",
    "idn": "internationalized-domain-names",
    "ms-fora": "multistakeholder-fora",
    "ms-processes": "multistakeholder-processes",
    "ms-governance": "multistakeholder-governance",
    "delegations": "national-delegations",
    "itu-participation": "itu-membership",
    "itu-decisions": "itu-decision-making",
    "igf-prep": "igf-preparation",
    "enhanced-coop": "enhanced-cooperation-process",
    "info-society": "information-society",
    "standards-policies": "policies-for-standards",
    "dev-technical": "technical-development",
    "dev-economic": "economic-development",
    "all-ig-issues": "all-issues",
    "many-ig-issues": "many-issues",
    "some-ig-issues": "some-issues",
}
LIMITS = {
    "community": "community-level",
    "mandate": "within-mandate",
    "territory": "within-territory",
    "national": "national-level",
    "no-impact": "no-policy-impact",
    "telecom": "related-to-telecommunications",
    "when-needed": "when-deemed-necessary",
    "innovation": "conducive-to-innovation",
}


def rows(name: str) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file beside the tests."""
    with (FOLDER / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def known(vocabulary: Vocabulary, axis: Axis, term: str) -> str:
    """Return the term, marked as apart where the vocabulary does not hold it."""
    return term if term == "unspecified" or vocabulary.term(axis, term) else f"other:{term}"


def part_of(vocabulary: Vocabulary, row: dict[str, Any]) -> Part:
    """Return one structured part in our terms."""
    holders = []
    for name in row["holder"]:
        term, quantity = QUANTITIES.get(name, (HOLDERS.get(name, name), Quantity.ALL))
        holders.append(Holder(known(vocabulary, Axis.HOLDER, term), quantity))
    topic = set()
    limits = []
    for name in row["topic"]:
        if name == "d2d-no-impact":
            topic.add("day-to-day")
            limits.append("no-policy-impact")
        else:
            topic.add(known(vocabulary, Axis.TOPIC, TOPICS.get(name, name)))
    limits += [LIMITS.get(name, name) for name in row["limits"] if not name.startswith("-")]
    denied_limits = [LIMITS.get(name[1:], name[1:]) for name in row["limits"] if name.startswith("-")]
    position = POSITIONS.get(row["position"], row["position"].removeprefix("q:"))
    activity = ACTIVITIES.get(row["activity"], row["activity"])
    if activity == "discussion":
        activity = "facilitate-discussion" if "itu" in row["holder"] else "discuss"
    counterpart = row.get("with")
    denied = None
    if row["polarity"] == "denied":
        denied = (
            Denies.FORCE if row.get("denied_force") else Denies.SHARE if row["share"] == "only" else Denies.POSITION
        )
    return Part(
        holders=tuple(holders),
        position=position,
        activity=known(vocabulary, Axis.ACTIVITY, activity),
        topic=frozenset(topic),
        force=Force(row["force"]),
        limits=tuple(limits),
        denied_limits=tuple(denied_limits),
        share=Share(row["share"]),
        voice=Voice(row["voice"]),
        counterpart=known(vocabulary, Axis.HOLDER, HOLDERS.get(counterpart, counterpart)) if counterpart else None,
        denied=denied,
    )


def claim_of(vocabulary: Vocabulary, row: dict[str, Any]) -> Claim:
    """Return a structured claim in our terms."""
    return Claim(tuple(part_of(vocabulary, part) for part in row["parts"]))
