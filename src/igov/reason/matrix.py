"""Every holder against every topic, judged position by position, for every choice of texts and readings.

A cell is a ladder of claims, "H holds P over T", one for each position that some provision names; each is judged by the
judge. What cannot differ is judged once: two settings give one verdict where the norms near the claim, and how their
holders stand to the holder asked, are the same in both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from igov.reason.inforce import InForce, Options, asked_instruments, assumed_readings, in_force
from igov.reason.judge import decide, judge
from igov.reason.standing import is_quality, near, settled
from igov.terms.assignment import UNSPECIFIED, Claim, Holder, Norm, Part, Polarity, Share
from igov.terms.base import KnowledgeBase
from igov.terms.matrix import Cell, Matrix, Rung, Setting, Topic
from igov.terms.order import Axis, Order
from igov.terms.verdict import Bearing, Judgement, Verdict

MOST_HOLDERS, MOST_TOPICS, MOST_READINGS = 48, 72, 4
"""More of them fit no page; those that most norms name are kept."""

_NOBODY = frozenset({"process", "instrument", "thing"})

T = TypeVar("T")


def settings(base: KnowledgeBase, options: Options) -> tuple[tuple[tuple[str, ...], ...], dict[Setting, Options]]:
    """Return the choices of texts, and the options of every setting; the setting that `options` ask for is the first.

    The texts asked are a choice together and, where they are several, each alone.
    """
    asked = asked_instruments(base, options)
    every = tuple(name for name in base.instruments if name in asked)
    names = options.instruments if options.instruments is not None else every
    texts = (tuple(names), *((name,) for name in names if len(names) > 1))
    assumed = assumed_readings(base, options)
    offered = readings_offered(base, options)
    found: dict[Setting, Options] = {}
    first = Setting(0, options.adopted_only, frozenset(name for name in offered if assumed[name]))
    sets = [frozenset(on) for size in range(len(offered) + 1) for on in combinations(offered, size)]
    adopted = (True,) if options.adopted_only else (False, True)
    for setting in (first, *(Setting(at, only, on) for at in range(len(texts)) for only in adopted for on in sets)):
        found[setting] = replace(
            options,
            assume=options.assume.difference(offered) | setting.on,
            without=options.without.difference(offered) | (frozenset(offered) - setting.on),
            instruments=texts[setting.texts],
            adopted_only=setting.adopted_only,
        )
    return texts, found


def readings_offered(base: KnowledgeBase, options: Options) -> tuple[str, ...]:
    """Return the readings that change a norm of the texts asked, or a step between holders."""
    norms = in_force(base, options).unfiltered.norms
    return tuple(
        name for name in base.readings if base.vocabulary.steps_of(name) or any(name in norm.readings for norm in norms)
    )[:MOST_READINGS]


def matrix(base: KnowledgeBase, options: Options | None = None) -> Matrix:
    """Return what every holder may say it holds over every topic, in every setting that the options leave open."""
    texts, every = settings(base, options or Options())
    opened = next(iter(every))
    named = [norm for chosen in every.values() for norm in _roles(in_force(base, chosen))]
    holders = _most_named((norm.holder.term for norm in named), MOST_HOLDERS)
    topics = _most_named((norm.topic for norm in named), MOST_TOPICS)
    positions = _ladder(in_force(base, every[opened]).positions, {norm.position for norm in named})
    judging = _Judging(base, holders, topics, tuple(name for name, _ in positions))
    return Matrix(
        holders=holders,
        topics=topics,
        positions=positions,
        texts=texts,
        readings=readings_offered(base, options or Options()),
        cells={setting: judging.cells(in_force(base, chosen)) for setting, chosen in every.items()},
        norms={
            setting: {norm.id: norm for norm in in_force(base, chosen).unfiltered.norms}
            for setting, chosen in every.items()
        },
        opened=opened,
        left_out=(
            len({norm.holder.term for norm in named}) - len(holders),
            len({norm.topic for norm in named}) - len(topics),
        ),
    )


def _roles(force: InForce) -> Iterable[Norm]:
    """Return the norms that give or deny somebody a role over a topic; qualities and processes hold none."""
    for norm in force.unfiltered.norms:
        holder = force.holders.terms.get(norm.holder.term)
        if norm.topic and not is_quality(force, norm.position) and not (holder and holder.kind in _NOBODY):
            yield norm


def _most_named(named: Iterable[T], most: int) -> tuple[T, ...]:
    """Return those named, in the order of clauses; where they are too many, those named most often."""
    counts: dict[T, int] = {}
    for one in named:
        counts[one] = counts.get(one, 0) + 1
    kept = sorted(counts, key=lambda one: -counts[one])[:most]
    return tuple(one for one in counts if one in kept)


def _ladder(order: Order, named: set[str]) -> tuple[tuple[str, int], ...]:
    """Return positions from the strongest to the weakest, each with the length of the longest chain down from it."""
    rank = {name: at for at, name in enumerate(order.terms)}
    height: dict[str, int] = {}
    for name in sorted(named, key=lambda name: (-len(order.above(name)), -rank[name])):
        below = [height[one] for one in height if name in order.above(one)]
        height[name] = 1 + max(below, default=0)
    return tuple((name, height[name]) for name in sorted(named, key=lambda name: (-height[name], rank[name])))


class _Judging:
    """The judging of all cells, in which what cannot differ between two settings is judged once."""

    def __init__(
        self, base: KnowledgeBase, holders: tuple[str, ...], topics: tuple[Topic, ...], positions: tuple[str, ...]
    ) -> None:
        """Stand ready to judge these holders over these topics."""
        self.holders, self.topics, self.positions = holders, topics, positions
        self.conditional = frozenset(name for name in base.readings if base.vocabulary.steps_of(name))
        with_all, with_none = (
            base.vocabulary.order(Axis.HOLDER, without=off) for off in (frozenset(), self.conditional)
        )
        self.moved = frozenset(term for term in with_all.terms if with_all.above(term) != with_none.above(term))
        self.rows: dict[object, tuple[Cell | None, ...]] = {}
        self.ladders: dict[object, tuple[Rung, ...]] = {}
        self.kept: dict[tuple[Rung, ...], Cell] = {}

    def cells(self, force: InForce) -> tuple[Cell | None, ...]:
        """Return the cells of one setting, row by row."""
        same = (tuple(norm.id for norm in force.unfiltered.norms), tuple(norm.id for norm in force.norms), force.off)
        if same not in self.rows:
            self.rows[same] = self._row(force)
        return self.rows[same]

    def _row(self, force: InForce) -> tuple[Cell | None, ...]:
        close = {topic: self._close(force, topic) for topic in self.topics}
        applying = frozenset(norm.id for norm in force.norms)
        return tuple(
            self._cell(force, holder, topic, close[topic], applying) for holder in self.holders for topic in self.topics
        )

    def _close(self, force: InForce, topic: Topic) -> tuple[Norm, ...]:
        """Return the norms that can bear on any rung over a topic, whosever they are."""
        some = Holder(self.holders[0])
        parts = [settled(force, Part((some,), position, topic=topic)) for position in self.positions]
        return tuple({norm.id: norm for part in parts for norm in near(force.unfiltered, part)}.values())

    def _cell(
        self, force: InForce, holder: str, topic: Topic, close: tuple[Norm, ...], applying: frozenset[str]
    ) -> Cell | None:
        """Judge a cell, or take it from a setting in which the same norms, read the same way, can touch the holder."""
        touching = [
            norm for norm in close if norm.share is not Share.SOME or force.holders.comparable(holder, norm.holder.term)
        ]
        if not touching:
            return None
        moved = holder in self.moved or any(norm.holder.term in self.moved for norm in touching)
        key = (
            holder,
            topic,
            tuple(
                (norm.id, norm.id in applying, frozenset(name for name in norm.readings if force.assumed[name]))
                for norm in touching
            ),
            force.off & self.conditional if moved else None,
        )
        ladder = self.ladders.get(key)
        if ladder is None:
            narrow = replace(force, norms=tuple(norm for norm in touching if norm.id in applying), every=None)
            rungs = tuple(_rung(narrow, holder, topic, position) for position in self.positions)
            ladder = self.ladders[key] = rungs if any(rung.verdict is not Verdict.SILENT for rung in rungs) else ()
        return self.kept.setdefault(ladder, Cell(ladder)) if ladder else None


def _rung(force: InForce, holder: str, topic: Topic, position: str) -> Rung:
    """Judge one claim on the norms that can touch its holder: no other bears on it."""
    claim = Claim((Part((Holder(holder),), position, UNSPECIFIED, topic),))
    found = judge(force.base, claim, force.options, explain=False) if force.base.facts else decide(force, claim)
    gives: list[str] = []
    bars: list[str] = []
    for bearing in _all(found):
        (bars if _against(bearing) else gives).append(bearing.norm.id)
    return Rung(position, found.verdict, tuple(gives), tuple(bars), found.standing)


def _all(found: Judgement) -> Iterable[Bearing]:
    """Return what decides a claim, the best first, and then what bears the same way."""
    parts = found.parts
    seen = {id(b.norm): b for part in parts for b in (*part.bearings, *part.others)}
    return seen.values()


def _against(bearing: Bearing) -> bool:
    return bearing.side == "opposes" or bearing.norm.polarity is Polarity.AGAINST
