"""Items of holders to match with roles, in exactly one way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igov.reason.quiz.giveaway import matches_away
from igov.reason.quiz.items import Draw, name_of
from igov.terms.assignment import Part
from igov.terms.quiz import Item, Kind, Pair
from igov.terms.verdict import Verdict

_PROMPT = "Match each holder with what the texts give it."


def match(draw: Draw, level: int) -> Item | None:
    """Ask which of three or four roles is whose: each is borne out of its own holder and of no other."""
    pool = draw.source.pool(level)
    size = 3 if level == 1 else 4
    chosen: list[Part] = []
    for norm in draw.random.sample(pool, min(40, len(pool))):
        part = draw.source.part(norm)
        fits = draw.new(draw.asked.sentence(part)) and draw.asked.says(part, Verdict.SUPPORTED)
        if fits and _tells_apart(draw, part, chosen):
            chosen.append(part)
        if len(chosen) == size:
            break
    else:
        return None
    pairs = tuple(
        Pair(
            draw.say.holder(part.holders[0]),
            f"… {draw.asked.told(part)}",
            draw.asked.why(part),
            draw.asked.cites(part),
            part,
        )
        for part in chosen
    )
    joined = sorted(f"{pair.left}{pair.right}" for pair in pairs)
    if matches_away([(pair.left, pair.right) for pair in pairs]):
        return None
    for part in chosen:
        draw.take(draw.asked.sentence(part))
    told = " ".join(dict.fromkeys(pair.feedback for pair in pairs))
    cites = tuple(dict.fromkeys(cite for pair in pairs for cite in pair.cites))
    return Item(name_of(Kind.MATCH, _PROMPT, joined), Kind.MATCH, level, _PROMPT, told, cites, pairs=pairs)


def _tells_apart(draw: Draw, last: Part, chosen: Sequence[Part]) -> bool:
    """Say whether a claim goes with others: of another holder, alike in grammar, and true of no other holder."""
    for other in chosen:
        if other.holders == last.holders:
            return False
        for one, holders in ((last, other.holders), (other, last.holders)):
            crossed = replace(one, holders=holders)
            alike = draw.asked.told(crossed) == draw.asked.told(one)
            if not alike or draw.asked.verdict(crossed)[0] is Verdict.SUPPORTED:
                return False
    return True
