"""The judge against the reference: brute force on generated bases, plain and dense, and where superiority goes round.

`data/oracle.py` was written by others to be obviously right. A normal run takes bases of a twentieth of the norms of a
full one (IGOV_FULL=1), which are 1,000 to 10,000.
"""

from __future__ import annotations

import datetime
import os
import random
from typing import Any

import pytest

import igov
from igov.terms.assignment import Claim, Force, Holder, Norm, Part, Polarity
from igov.terms.base import Instrument, KnowledgeBase, Provision, Status, Vocabulary
from igov.terms.order import Axis, Step, Term
from igov.terms.verdict import Verdict
from test_index import GENERATE, ORACLE

FULL = bool(os.environ.get("IGOV_FULL"))
SIZES = (1000, 3000, 10_000) if FULL else (50, 150, 500)
POINTS = 400 if FULL else 150
SAID = {
    Verdict.SUPPORTED: "FOR",
    Verdict.CONTRADICTED: "AGAINST",
    Verdict.DISPUTED: "DISPUTED",
    Verdict.SILENT: "SILENT",
    Verdict.OVERSTATED: "SILENT",  # of the whole that was asked no norm says anything
}

Table = dict[str, Any]


def base_of(table: Table) -> KnowledgeBase:
    """Return a generated base as one of ours: every norm the plain doing of an act, or that it is forbidden."""

    def terms(axis: Axis, given: Table) -> dict[str, Term]:
        names = given["names"]
        return {
            name: Term(name, axis, name, steps=tuple(Step(names[above]) for above in parents))
            for name, parents in zip(names, given["parents"], strict=True)
        }

    axes = {
        Axis.HOLDER: terms(Axis.HOLDER, table["holders"]),
        Axis.POSITION: {"act": Term("act", Axis.POSITION, "act")},
        Axis.ACTIVITY: terms(Axis.ACTIVITY, table["activities"]),
        Axis.TOPIC: terms(Axis.TOPIC, table["topics"]),
    }
    instruments = {
        i["id"]: Instrument(
            *(i["id"], i["id"], i["id"], "", "one body", datetime.date.fromisoformat(i["date"]), Status.ADOPTED, ""),
            rank=i["rank"],
        )
        for i in table["instruments"]
    }
    norms = tuple(
        Norm(
            id=n["id"],
            cite=n["id"],
            provision=n["id"],
            instrument=n["instrument"],
            words=n["id"],
            holder=Holder(n["holder"]),
            position="act",
            activity=n["activity"],
            topic=frozenset({n["topic"]}),
            force=Force(n.get("force", "must")),
            polarity=Polarity(n["polarity"]),
            overrides=tuple(n["overrides"]),
            rank=number,
        )
        for number, n in enumerate(table["norms"])
    )
    provisions = {norm.id: Provision(norm.id, norm.instrument, norm.id) for norm in norms}
    return KnowledgeBase(Vocabulary(axes), instruments, provisions, norms, {})


def asked(holder: str, activity: str, topic: str) -> Claim:
    """Return the claim that a holder does an act over a topic."""
    return Claim((Part((Holder(holder),), "act", activity, frozenset({topic})),))


def compare(base: KnowledgeBase, table: Table, oracle: Any, point: tuple[str, str, str]) -> str:
    """Hold a verdict against the reference, and the cites too: by the reference they alone give the same."""
    found = igov.judge(base, asked(*point))
    expected: str = oracle.point(*point)
    assert SAID[found.verdict] == expected, (point, found.cites)
    if expected != "SILENT":
        assert oracle.decide([norm for norm in table["norms"] if norm["id"] in found.cites]) == expected, point
    return expected


@pytest.mark.parametrize("dense", [False, True], ids=["plain", "dense"])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", SIZES)
def test_the_judge_is_the_reference_on_generated_bases(size: int, seed: int, dense: bool) -> None:
    """Points, and for one act and topic every holder; each cited set alone gives the verdict by the reference too."""
    table, queries = GENERATE.generate(size, seed, dense=dense)
    base, oracle = base_of(table), ORACLE.Oracle(table)
    told = {compare(base, table, oracle, tuple(point)) for point in queries["points"][:POINTS]}
    assert len(told) > 1
    activity, topic = queries["who"][0]
    found = {h: compare(base, table, oracle, (h, activity, topic)) for h in table["holders"]["names"]}
    assert {holder: verdict for holder, verdict in found.items() if verdict != "SILENT"} == oracle.who(activity, topic)


# --- superiority that goes round --------------------------------------------------------------------------------------

HOLDERS = {"west": [], "coast": ["west"], "poor": [], "island": ["poor"], "x": ["coast", "island"]}


def hand_made(*norms: str) -> Table:
    """Return a base from lines such as `a for coast 2000 > b c`: polarity, holder, year, and what is overridden."""
    names = list(HOLDERS)
    flat = {"names": ["t"], "parents": [[]]}
    made = []
    for line in norms:
        name, polarity, holder, year, *rest = line.split()
        made.append(
            {
                "id": name,
                "holder": holder,
                "polarity": polarity,
                "activity": "t",
                "topic": "t",
                "instrument": year,
                "overrides": rest[1:],
            }
        )
    return {
        "holders": {"names": names, "parents": [[names.index(above) for above in HOLDERS[name]] for name in names]},
        "activities": flat,
        "topics": flat,
        "instruments": [{"id": str(year), "rank": 0, "date": f"{year}-01-01"} for year in range(2000, 2010)],
        "norms": made,
    }


RINGS = {
    "special, later, special, later": (
        ("a for coast 2000", "b against west 2005", "c for island 2000", "d against poor 2005"),
        "abcd",
    ),
    "each overrides the next": (
        ("a for x 2000 > b", "b against x 2000 > c", "c for x 2000 > d", "d against x 2000 > a"),
        "abcd",
    ),
    "a ring of six, of which two are tied": (
        (
            *("a for x 2000 > b", "b against x 2000 > c", "c for x 2000 > d"),
            *("d against x 2000 > e", "e for x 2000 > f", "f against x 2000 > a"),
        ),
        "ad",
    ),
    "a ring, and one that stands outside": (
        (
            *("a for x 2000 > b", "b against x 2000 > c", "c for x 2000 > d", "d against x 2000 > a"),
            "e for x 2000 > b d",
        ),
        "e",
    ),
    "a ring of six without ties": (
        (
            *("a for x 2000 > b f", "b against x 2000 > c", "c for x 2000 > d b", "d against x 2000 > e a"),
            *("e for x 2000 > f b", "f against x 2000 > c e"),
        ),
        "",
    ),
    "two that override each other": (("a for x 2000 > b", "b against x 2005 > a"), "ab"),
}


@pytest.mark.parametrize("name", RINGS)
def test_the_judge_is_the_reference_where_superiority_goes_round(name: str) -> None:
    """Circles of every kind, for every holder; of the one that all norms cover the cites are known."""
    lines, cites = RINGS[name]
    table = hand_made(*lines)
    base, oracle = base_of(table), ORACLE.Oracle(table)
    for holder in HOLDERS:
        compare(base, table, oracle, (holder, "t", "t"))
    found = igov.judge(base, asked("x", "t", "t"))
    assert not cites or set(found.cites) == set(cites)
    assert cites == "e" or found.verdict is Verdict.DISPUTED


def test_the_judge_is_the_reference_where_overrides_go_any_way() -> None:
    """Small dense bases with overrides thrown in at random, so that circles abound."""
    told: dict[str, int] = {}
    for seed in range(600 if FULL else 30):
        rng = random.Random(seed)  # noqa: S311  chance, not secrets
        table, _ = GENERATE.generate(30, seed, dense=True)
        for norm in table["norms"]:
            others = [other["id"] for other in table["norms"] if other["polarity"] != norm["polarity"]]
            norm["overrides"] = rng.sample(others, min(len(others), rng.choice((0, 1, 3))))
        base, oracle = base_of(table), ORACLE.Oracle(table)
        for norm in table["norms"]:
            verdict = compare(base, table, oracle, (norm["holder"], norm["activity"], norm["topic"]))
            told[verdict] = told.get(verdict, 0) + 1
    assert min(told.values()) > 20
