"""The index for large bases: equal to brute force on generated ones, plain and dense, and on rings of superiority."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from igov.reason.index import Entry, Index, Side
from igov.terms.order import Axis, Order, Step, Term

FOLDER = Path(__file__).parent / "data"


def module(name: str) -> ModuleType:
    """Import one of the reference scripts beside the tests."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


GENERATE, ORACLE = module("generate"), module("oracle")


def order(axis: Axis, table: dict[str, Any]) -> Order:
    """Return the order of a generated taxonomy."""
    names = table["names"]
    return Order(
        {
            name: Term(name, axis, name, steps=tuple(Step(names[p]) for p in parents))
            for name, parents in zip(names, table["parents"], strict=True)
        }
    )


def entries(base: dict[str, Any]) -> list[Entry]:
    """Return the entries of a generated base."""
    instruments = {i["id"]: i for i in base["instruments"]}
    return [
        Entry(
            id=n["id"],
            holder=n["holder"],
            activity=n["activity"],
            topic=n["topic"],
            against=n["polarity"] == "against",
            rank=instruments[n["instrument"]]["rank"],
            date=int(instruments[n["instrument"]]["date"][:4]),
            overrides=tuple(n["overrides"]),
        )
        for n in base["norms"]
    ]


def index(base: dict[str, Any]) -> Index:
    """Return the index of a generated base."""
    return Index(
        entries(base),
        order(Axis.HOLDER, base["holders"]),
        order(Axis.ACTIVITY, base["activities"]),
        order(Axis.TOPIC, base["topics"]),
    )


@pytest.mark.parametrize("dense", [False, True], ids=["plain", "dense"])
@pytest.mark.parametrize("seed", range(4))
def test_points_and_who_holds_are_those_of_the_reference(seed: int, dense: bool) -> None:
    """Random bases of 400 norms: every point and every holder as brute force has them."""
    base, queries = GENERATE.generate(400, seed, dense=dense)
    made, oracle = index(base), ORACLE.Oracle(base)
    for point in queries["points"][:200]:
        assert made.point(*point).side.value == oracle.point(*point)
    for asked in queries["who"][:15]:
        found = made.who(*asked)
        assert {holder: side.value for holder, side in found} == oracle.who(*asked)
        assert len(found) == len(oracle.who(*asked))


def test_the_norms_of_a_decision_are_those_that_won() -> None:
    """A special prohibition beats a general permission, and is what is given as the reason."""
    flat = Order({name: Term(name, Axis.TOPIC, name) for name in ("x",)})
    holders = Order({"all": Term("all", Axis.HOLDER, "all"), "a": Term("a", Axis.HOLDER, "a", steps=(Step("all"),))})
    made = Index(
        [Entry("f", "all", "x", "x", against=False), Entry("g", "a", "x", "x", against=True)], holders, flat, flat
    )
    assert (made.point("a", "x", "x").side, made.point("a", "x", "x").norms) == (Side.AGAINST, ("g",))
    assert (made.point("all", "x", "x").side, made.point("all", "x", "x").norms) == (Side.FOR, ("f",))
    assert made.point("a", "x", "y").side is Side.SILENT
    assert made.point("a", "y", "x").side is Side.SILENT
    assert list(made.who("y", "x")) == []


def test_a_ring_of_overrides_is_disputed() -> None:
    """f1 beats g1 beats f2 beats g2 beats f1: each side prevails over the whole of the other."""
    flat = Order({"x": Term("x", Axis.TOPIC, "x")})
    ring = [
        Entry("f1", "x", "x", "x", against=False, overrides=("g1",)),
        Entry("f2", "x", "x", "x", against=False, overrides=("g2",)),
        Entry("g1", "x", "x", "x", against=True, overrides=("f2",)),
        Entry("g2", "x", "x", "x", against=True, overrides=("f1", "no such norm")),
    ]
    made = Index(ring, flat, flat, flat)
    assert made.point("x", "x", "x").side is Side.DISPUTED
    assert list(made.who("x", "x")) == [("x", Side.DISPUTED)]


def test_neither_a_draft_nor_another_body_prevails_by_rank_or_date() -> None:
    """A draft settles nothing against an adopted text; rank and date count within one body."""
    flat = Order({"x": Term("x", Axis.TOPIC, "x")})
    ours = Entry("f", "x", "x", "x", against=False)
    draft = Entry("g", "x", "x", "x", against=True, draft=True, rank=9, date=9)
    other = Entry("g", "x", "x", "x", against=True, body=1, rank=9, date=9)
    later = Entry("g", "x", "x", "x", against=True, date=9)
    sides = [Index([ours, theirs], flat, flat, flat).point("x", "x", "x").side for theirs in (draft, other, later)]
    assert sides == [Side.DISPUTED, Side.DISPUTED, Side.AGAINST]


@pytest.mark.parametrize("seed", range(3))
def test_many_overrides_are_those_of_the_reference(seed: int) -> None:
    """Bases in which a third of the norms override any others, in rings too, and several at once."""
    base, queries = GENERATE.generate(300, seed, dense=True)
    rng = random.Random(seed)  # noqa: S311  chance, not secrets
    names = [norm["id"] for norm in base["norms"]]
    for norm in base["norms"]:
        if rng.random() < 0.3:
            norm["overrides"] = [*norm["overrides"], *rng.sample(names, 3)]
    made, oracle = index(base), ORACLE.Oracle(base)
    for point in queries["points"][:200]:
        assert made.point(*point).side.value == oracle.point(*point)
    for asked in queries["who"][:15]:
        assert {holder: side.value for holder, side in made.who(*asked)} == oracle.who(*asked)


@pytest.mark.parametrize("second", [0, 1])
def test_what_overrides_the_best_of_a_kind_meets_the_next(second: int) -> None:
    """A norm that overrides two of three like ones, all later than it, is still beaten by the third."""
    flat = Order({name: Term(name, Axis.TOPIC, name) for name in ("x", "y")})
    ours = [Entry(f"f{number}", "x", "x", "x", against=False, date=date) for number, date in enumerate((5, 5, 4))]
    theirs = Entry("g", "x", "x", "x", against=True, date=3, overrides=("f0", "f1"))
    for norms, side in (([*ours, theirs], Side.FOR), ([*ours[:2], theirs], Side.AGAINST)):
        made = Index(norms[second:] + norms[:second], flat, flat, flat)
        assert made.point("x", "x", "x").side is side
        assert dict(made.who("x", "x")) == {"x": side}


def test_what_is_too_low_counts_where_the_higher_is_overridden() -> None:
    """Of two norms over a low one that overrides the first, the special and low second beats it still."""
    wide = Order({"all": Term("all", Axis.TOPIC, "all"), "x": Term("x", Axis.TOPIC, "x", steps=(Step("all"),))})
    made = Index(
        [
            Entry("f", "all", "all", "all", against=False, rank=1),
            Entry("f2", "x", "all", "all", against=False),
            Entry("g", "all", "all", "x", against=True, overrides=("f",)),
            Entry("g2", "all", "all", "all", against=True, overrides=("f",)),
        ],
        *(wide,) * 3,
    )
    assert made.point("x", "all", "all").side is Side.FOR
    assert dict(made.who("all", "all")) == {"all": Side.AGAINST, "x": Side.FOR}


def test_holders_of_several_bodies_are_settled_norm_by_norm() -> None:
    """Each body's later norm beats its earlier one, and nothing of the other's but by being more special."""
    wide = Order({"all": Term("all", Axis.TOPIC, "all"), "x": Term("x", Axis.TOPIC, "x", steps=(Step("all"),))})
    made = Index(
        [
            Entry("f", "all", "all", "all", against=False),
            Entry("g", "x", "all", "all", against=True, body=1),
            Entry("h", "all", "x", "all", against=True, date=1),
        ],
        *(wide,) * 3,
    )
    assert dict(made.who("all", "all")) == {"all": Side.FOR, "x": Side.AGAINST}
    assert dict(made.who("x", "all")) == {"all": Side.AGAINST, "x": Side.AGAINST}
    assert len(made.who("x", "all")) == 2


def test_a_holder_that_the_order_does_not_know_stands_for_itself() -> None:
    """An entry may name a term that the order has not."""
    flat = Order({"x": Term("x", Axis.TOPIC, "x")})
    made = Index([Entry("f", "y", "x", "x", against=False)], flat, flat, flat)
    assert made.point("y", "x", "x").norms == ("f",)
    assert dict(made.who("x", "x")) == {"y": Side.FOR}


def test_two_norms_that_override_each_other_settle_nothing() -> None:
    """Neither rank nor date decides between them; a third norm of a higher rank does."""
    flat = Order({"x": Term("x", Axis.TOPIC, "x")})
    pair = [
        Entry("f", "x", "x", "x", against=False, date=1, overrides=("g",)),
        Entry("g", "x", "x", "x", against=True, overrides=("f",)),
    ]
    higher = Entry("h", "x", "x", "x", against=True, rank=1)
    for norms, side in ((pair, Side.DISPUTED), ([*pair, higher], Side.AGAINST)):
        made = Index(norms, flat, flat, flat)
        assert made.point("x", "x", "x").side is side
        assert dict(made.who("x", "x")) == {"x": side}


def test_rank_counts_within_a_body_where_there_are_several() -> None:
    """The higher norm of a body prevails over its lower one, though the base has another body's too."""
    flat = Order({name: Term(name, Axis.TOPIC, name) for name in ("x", "y")})
    made = Index(
        [
            Entry("f", "x", "x", "x", against=False, rank=1),
            Entry("g", "x", "x", "x", against=True, date=9),
            Entry("h", "x", "x", "y", against=True, body=1),
        ],
        *(flat,) * 3,
    )
    assert made.point("x", "x", "x").side is Side.FOR
    assert dict(made.who("x", "x")) == {"x": Side.FOR}
