"""The index for large bases: equal to brute force on generated ones, plain and dense, and on rings of superiority."""

from __future__ import annotations

import importlib.util
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
