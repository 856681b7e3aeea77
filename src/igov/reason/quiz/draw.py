"""A quiz is drawn by a seed, kinds of question in turn, until there are enough items or the texts give no more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

from igov.reason.quiz.asked import Asked
from igov.reason.quiz.claims import which, who
from igov.reason.quiz.items import Draw
from igov.reason.quiz.match import match
from igov.reason.quiz.near import Source
from igov.reason.quiz.sentences import POINTS, VERDICTS, clause, point, reading, stands
from igov.terms.quiz import Item, Kind
from igov.terms.verdict import Verdict

LEVELS = {
    1: (Kind.WHO, Kind.VERDICT, Kind.MATCH),
    2: (Kind.WHO, Kind.VERDICT, Kind.CLAUSE, Kind.MATCH),
    3: (Kind.PICK, Kind.AXIS, Kind.READING),
}
"""What is asked at each level; the first keeps to adopted texts, and to true or overstated."""

_TRIES = 40
"""How often an item of a kind is drawn until it is given up."""

_MISSES = 3
"""How often in a row a kind is given up until it is asked no more."""


def quiz_of(
    asked: Asked, *, seed: int, count: int, level: int | None = None, topic: str | None = None
) -> tuple[Item, ...]:
    """Return up to `count` items, no two alike; fewer where the texts give no more of that level and topic."""
    random = Random(seed)  # noqa: S311  a quiz is no secret
    draw = Draw(asked, Source(asked.texts, asked.say, random, topic), asked.say, random)
    kinds = [(kind, at) for at, kinds in LEVELS.items() if level in {None, at} for kind in kinds]
    found: dict[str, Item] = {}
    misses = dict.fromkeys(kinds, 0)
    while kinds and len(found) < count:
        random.shuffle(kinds)
        for kind in tuple(kinds):
            item = _item(draw, *kind)
            if item is None:
                misses[kind] += 1
                if misses[kind] == _MISSES:
                    kinds.remove(kind)
            elif len(found) < count:
                found.setdefault(item.id, item)
                misses[kind] = 0
    return tuple(found.values())


def _item(draw: Draw, kind: Kind, level: int) -> Item | None:
    """Draw until an item of the kind is good; None where that is given up."""
    if not draw.source.pool(level):
        return None
    maker = _maker(draw, kind, level)
    for _ in range(_TRIES):
        item = maker()
        if item is not None and (level > 1 or _rests_on_adopted(draw, item)):
            return item
    return None


def _maker(draw: Draw, kind: Kind, level: int) -> Callable[[], Item | None]:
    """Return what draws one item of a kind; which verdict, point or reading is asked for is drawn before."""
    if kind is Kind.VERDICT:
        return partial(stands, draw, level, draw.random.choice(tuple(VERDICTS)[: 2 if level == 1 else 4]))
    if kind is Kind.AXIS:
        return partial(point, draw, level, draw.random.choice(tuple(POINTS)))
    if kind is Kind.PICK:
        return partial(which, draw, level, draw.random.choice((Verdict.SUPPORTED, Verdict.OVERSTATED)))
    if kind is Kind.READING:
        names = sorted(draw.source.texts.base.readings)
        return partial(reading, draw, level, draw.random.choice(names)) if names else lambda: None
    plain = {Kind.WHO: who, Kind.MATCH: match, Kind.CLAUSE: clause}
    return partial(plain[kind], draw, level)


def _rests_on_adopted(draw: Draw, item: Item) -> bool:
    """Say whether an item, and all that is told of its choices, rests on adopted texts alone."""
    told = {cite for choice in item.choices for cite in choice.cites} | {
        cite for pair in item.pairs for cite in pair.cites
    }
    return all(draw.asked.is_adopted(cite) for cite in told)
