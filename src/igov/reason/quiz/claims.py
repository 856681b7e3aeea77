"""Items whose choices are claims: who holds it, and which sentence is true or goes further than the texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from igov.reason.quiz.items import Draw, made
from igov.terms.assignment import Part
from igov.terms.quiz import Choice, Item, Kind
from igov.terms.verdict import Verdict

WRONG = frozenset({Verdict.OVERSTATED, Verdict.CONTRADICTED, Verdict.SILENT})
"""What proves a sentence wrong; what is disputed is neither right nor wrong."""


def who(draw: Draw, level: int) -> Item | None:
    """Ask which of four holders has it: said of the others, none of it is borne out."""
    part = draw.source.part(draw.source.norm(level))
    prompt = f"According to the texts, who {draw.say.asked(part)}?"
    if not draw.new(draw.asked.sentence(part)):
        return None
    others = draw.source.said_of_others(part, level, 14)
    others.sort(key=lambda other: draw.asked.verdict(other)[0] is Verdict.SILENT)
    return _choice_of(draw, Kind.WHO, level, prompt, part, others, lambda one: draw.say.holder(one.holders[0]))


def which(draw: Draw, level: int, sought: Verdict) -> Item | None:
    """Ask which of four sentences is borne out, or which alone goes further than the texts."""
    pool = draw.source.pool(level)
    norms = draw.random.sample(pool, min(8, len(pool)))
    parts = [draw.source.part(norm) for norm in norms]
    true = [one for part in parts for one in (part, *draw.source.short_of(part))]
    beyond = [one for part in parts for one in draw.source.beyond(part)]
    draw.random.shuffle(true)
    draw.random.shuffle(beyond)
    if sought is Verdict.SUPPORTED:
        prompt = "Which of these sentences is true to the texts?"
        return _choice_of(draw, Kind.PICK, level, prompt, true[0], beyond, draw.asked.sentence)
    prompt = "Which of these sentences goes further than the texts?"
    return _choice_of(draw, Kind.PICK, level, prompt, beyond[0], true, draw.asked.sentence, Verdict.OVERSTATED)


def _choice_of(
    draw: Draw,
    kind: Kind,
    level: int,
    prompt: str,
    right: Part,
    others: Sequence[Part],
    text: Callable[[Part], str],
    sought: Verdict = Verdict.SUPPORTED,
) -> Item | None:
    """Make an item of claims: the judge gives the right one the verdict sought, and three others none of that kind."""
    if not draw.asked.says(right, sought):
        return None
    wanted = WRONG if sought is Verdict.SUPPORTED else {Verdict.SUPPORTED}
    wrong: dict[str, Part] = {}
    for other in others:
        said = text(other)
        new = said != text(right) and said not in wrong
        if new and draw.asked.verdict(other)[0] in wanted and draw.asked.plain(other) and draw.asked.cites(other):
            wrong[said] = other
        if len(wrong) == 3:
            break
    else:
        return None
    choices = [
        Choice(text(one), one is right, draw.asked.why(one), draw.asked.cites(one), part=one)
        for one in (right, *wrong.values())
    ]
    about = draw.asked.sentence(right)
    return made(draw, kind, level, prompt, draw.shuffled(choices), about, sought=sought)
