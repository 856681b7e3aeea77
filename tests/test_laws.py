"""The laws of the judge, on the labelled claims and on random worlds: every answer is stable under its explanation.

A full run (IGOV_FULL=1) looks at twenty times as many worlds.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import igov
from igov.reason.inforce import Options, in_force
from igov.reason.standing import covers_topic, inside_topic, settled
from igov.terms.assignment import UNSPECIFIED, Claim, Force, Holder, Norm, Part, Quantity, Share
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Judgement, Verdict
from structured import claim_of, rows
from worlds import random_claim, random_world, renamed

WORLDS = 4000 if os.environ.get("IGOV_FULL") else 200
CLAIMS = 6
"""How many claims are put to every world."""


class Case(NamedTuple):
    """A claim, and the base that it is put to."""

    name: str
    base: KnowledgeBase
    claim: Claim


def labelled(base: KnowledgeBase) -> Iterator[Case]:
    """Give the claims structured by hand."""
    for name in ("dev-structured.jsonl", "stress.jsonl"):
        for row in rows(name):
            yield Case(row["id"], base, claim_of(base.vocabulary, row))


def random_cases() -> Iterator[Case]:
    """Give claims in random worlds."""
    for seed in range(WORLDS):
        rng = random.Random(seed)  # noqa: S311  chance, not secrets
        world = random_world(rng)
        for number in range(CLAIMS):
            yield Case(f"world {seed}, claim {number}", world, random_claim(rng, world))


def cases(base: KnowledgeBase) -> Iterator[Case]:
    """Give all of them."""
    yield from labelled(base)
    yield from random_cases()


def judged(base: KnowledgeBase, *parts: Part) -> Judgement:
    """Judge a claim of some parts."""
    found: Judgement = igov.judge(base, Claim(parts))
    return found


def answer(base: KnowledgeBase, claim: Claim) -> tuple[Verdict, tuple[Axis, ...], tuple[str, ...]]:
    """Return the verdict, the axes and the cites of a claim."""
    found = igov.judge(base, claim)
    return found.verdict, found.axes, found.cites


def only(base: KnowledgeBase, names: Iterable[str]) -> KnowledgeBase:
    """Return the base with no norms but those."""
    kept = frozenset(names)
    return replace(base, norms=tuple(norm for norm in base.norms if norm.id in kept))


def joined(claim: Claim) -> bool:
    """Say whether a claim has several clauses, or several holders under one verb."""
    return len(claim.parts) > 1 or len(claim.parts[0].holders) > 1


def cited(found: Judgement) -> dict[str, Norm]:
    """Return the norms that decide an answer: those behind its cites."""
    deciding = [b for part in found.parts if part.verdict is found.verdict for b in part.bearings]
    norms = {b.norm.id: b.norm for b in deciding if b.norm.cite in found.cites}
    further = set(found.cites) - {norm.cite for norm in norms.values()}
    return norms | {b.norm.id: b.norm for b in bearing(found) if b.norm.cite in further}


def bearing(found: Judgement) -> list[Bearing]:
    """Return all that bears on a claim."""
    return [b for part in found.parts for b in (*part.bearings, *part.others)]


def test_the_cited_norms_alone_yield_the_verdict(base: KnowledgeBase) -> None:
    """With one holder and one clause on the same axes and with the same cites."""
    seen = set()
    for name, world, claim in cases(base):
        found = igov.judge(world, claim)
        seen.add((found.verdict, joined(claim)))
        assert bool(found.cites) is (found.verdict is not Verdict.SILENT), name
        if found.cites:
            again = igov.judge(only(world, cited(found)), claim)
            assert again.verdict is found.verdict, name
            assert joined(claim) or (again.axes, again.cites) == (found.axes, found.cites), name
    assert len(seen) == 2 * len(Verdict)


def test_every_cited_norm_is_in_some_smallest_set_that_yields_the_verdict(base: KnowledgeBase) -> None:
    """With one holder and one clause there is none of fewer norms; of a joined claim, nothing can be left out of it."""
    for name, world, claim in cases(base):
        found = igov.judge(world, claim)
        names = cited(found)

        @cache
        def yields(some: frozenset[str], found: Judgement = found, world: KnowledgeBase = world) -> bool:
            return bool(igov.judge(only(world, some), found.claim).verdict is found.verdict)

        if joined(claim):
            sets = [frozenset(some) for size in range(1, len(names) + 1) for some in combinations(names, size)]
            least = [some for some in sets if yields(some) and not any(yields(some - {one}) for one in some)]
        else:
            every = {b.norm.id for b in bearing(found)}
            sizes = ([frozenset(some) for some in combinations(every, size)] for size in range(1, len(every) + 1))
            least = next((some for size in sizes if (some := [one for one in size if yields(one)])), [])
        assert set(names) <= frozenset[str]().union(*least), name


def test_what_the_text_would_bear_is_supported(base: KnowledgeBase) -> None:
    """The wording offered in the place of an overstatement is supported, and by the norms that are cited for it."""
    tried = 0
    for name, world, claim in cases(base):
        found = igov.judge(world, claim)
        for part in found.parts:
            if part.verdict is Verdict.OVERSTATED and part.verdict is found.verdict:
                assert part.wording is not None, name
                tried += 1
                assert judged(world, part.wording).verdict is Verdict.SUPPORTED, name
                if not joined(claim):
                    assert judged(only(world, cited(found)), part.wording).verdict is Verdict.SUPPORTED, name
    assert tried > 200


def test_a_norm_apart_on_topic_changes_no_verdict_and_no_cite(base: KnowledgeBase) -> None:
    """Taken out, it is not missed; save where it opposes the narrower wording that would else have been offered."""
    taken = 0
    for name, world, claim in cases(base):
        texts = in_force(world, Options())
        topics = [settled(texts, part).topic for part in claim.parts]
        order = texts.topics
        near = [
            norm.id
            for norm in texts.norms
            if any(covers_topic(order, norm, topic) or inside_topic(order, norm.topic, topic) for topic in topics)
        ]
        if len(near) == len(world.norms):
            continue
        taken += 1
        less = only(world, near)
        if answer(world, claim) != answer(less, claim):
            without = igov.judge(less, claim)
            assert without.verdict is Verdict.OVERSTATED, name
            opposed = [judged(world, part.wording).verdict for part in without.parts if part.wording]
            assert set(opposed) - {Verdict.SUPPORTED}, name
    assert taken > 200


def test_a_norm_put_in_on_another_topic_changes_nothing(base: KnowledgeBase) -> None:
    """All norms once more, on a matter of their own and before all others."""
    stray = tuple(
        replace(n, id=f"stray {n.id}", cite=f"stray {n.cite}", topic=frozenset({"other:gardening"}), rank=n.rank - 1000)
        for n in base.norms
    )
    wider = replace(base, norms=(*stray, *base.norms))
    for name, _, claim in labelled(base):
        assert answer(base, claim) == answer(wider, claim), name


def test_the_order_of_norms_changes_nothing(base: KnowledgeBase) -> None:
    """Reversed and shuffled, with the same verdict, axes and cites, in the same order."""
    for number, (name, world, claim) in enumerate(cases(base)):
        norms = list(world.norms)
        random.Random(number).shuffle(norms)  # noqa: S311  chance, not secrets
        expected = answer(world, claim)
        for turned in (norms, reversed(world.norms)):
            assert answer(replace(world, norms=tuple(turned)), claim) == expected, name


def test_the_order_of_files_changes_nothing(base: KnowledgeBase, tmp_path: Path) -> None:
    """The same files under names that sort the other way round give the same answers."""
    rules = sorted((Path(__file__).parent.parent / "rules").rglob("*.yaml"))
    for number, path in enumerate(reversed(rules)):
        shutil.copy(path, tmp_path / f"{number:03}.yaml")
    turned = igov.load([tmp_path], builtin=False)
    assert tuple(norm.id for norm in turned.norms) == tuple(norm.id for norm in base.norms)
    for name, _, claim in labelled(base):
        assert answer(base, claim) == answer(turned, claim), name


def test_other_names_change_nothing(base: KnowledgeBase) -> None:
    """Holders, topics, norms and provisions under other ids: the same verdicts and axes, and the cites they became."""
    turned, said, became = renamed(base, 1)
    world = base
    for number, (name, given, claim) in enumerate(cases(base)):
        if given is not world:
            world = given
            turned, said, became = renamed(world, number)
        verdict, axes, cites = answer(world, claim)
        assert answer(turned, said(claim)) == (verdict, axes, tuple(became[cite] for cite in cites)), name


LADDER = (Force.MAY, Force.SHOULD, Force.MUST)


def lower_and_higher(base: KnowledgeBase, part: Part) -> tuple[list[Part], list[Part]]:
    """Return an assertion with every lower position and force, and with every higher one.

    Force is taken within may, should, must. Policy authority is left out where it would name another act and matter:
    it sets policy, whatever was unsaid.
    """
    lower, higher = [], []
    if part.force in LADDER:
        place = LADDER.index(part.force)
        lower += [replace(part, force=force) for force in LADDER[:place]]
        higher += [replace(part, force=force) for force in LADDER[place + 1 :]]
    order = base.vocabulary.order(Axis.POSITION)
    for position in order.terms:
        if order.at_or_below("authority", position) and part.activity in {UNSPECIFIED, "set-policy"}:
            continue
        if position != part.position and order.at_or_below(position, part.position):
            lower.append(replace(part, position=position))
        elif position != part.position and order.at_or_below(part.position, position):
            higher.append(replace(part, position=position))
    return lower, higher


def test_lowering_what_is_supported_keeps_it_and_raising_what_is_contradicted(base: KnowledgeBase) -> None:
    """Of assertions without "only": position or force, one at a time; what bears grows and what opposes shrinks."""
    tried = {Verdict.SUPPORTED: 0, Verdict.CONTRADICTED: 0}
    for name, world, claim in cases(base):
        part = claim.parts[0]
        if joined(claim) or part.denied is not None or part.share is not Share.SOME:
            continue
        verdict = igov.judge(world, claim).verdict
        lower, higher = lower_and_higher(world, part)
        for other in lower if verdict is Verdict.SUPPORTED else higher if verdict is Verdict.CONTRADICTED else ():
            tried[verdict] += 1
            assert judged(world, other).verdict is verdict, (name, other)
    assert min(tried.values()) > 50


def narrower(base: KnowledgeBase, part: Part) -> Iterator[Part]:
    """Give a part with every holder below its own, unless that is a quantity, and with every topic below its one."""
    holder, order = part.holders[0], base.vocabulary.order(Axis.HOLDER)
    for term in order.terms if holder.quantity is Quantity.ALL and not order.terms[holder.term].collective else ():
        if order.at_or_below(term, holder.term):
            yield replace(part, holders=(Holder(term),))
    order = base.vocabulary.order(Axis.TOPIC)
    topic = next(iter(part.topic))
    for term in order.terms if len(part.topic) == 1 and not order.terms[topic].collective else ():
        if order.at_or_below(term, topic):
            yield replace(part, topic=frozenset({term}))


def test_narrowing_what_is_supported_leaves_it_so_unless_something_else_opposes() -> None:
    """Where it is supported no longer, a norm opposes it that did not oppose the wider claim."""
    tried = 0
    for name, world, claim in random_cases():
        part = claim.parts[0]
        before = igov.judge(world, claim)
        if joined(claim) or part.denied or part.share is not Share.SOME or part.activity == UNSPECIFIED:
            continue
        if before.verdict is not Verdict.SUPPORTED or any(b.norm.whole for b in bearing(before)):
            continue
        for narrow in narrower(world, part):
            after = judged(world, narrow)
            tried += 1
            if after.verdict is not Verdict.SUPPORTED:
                against = {b.norm.id for b in bearing(after) if b.side == "opposes"}
                assert against - {b.norm.id for b in bearing(before)}, name
    assert tried > 20
