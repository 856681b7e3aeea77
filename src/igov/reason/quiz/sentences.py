"""Items about one sentence: what the texts say to it, where it goes too far, which clause has it, another reading."""

from __future__ import annotations

from dataclasses import replace

from igov.reason.quiz.giveaway import words
from igov.reason.quiz.items import Draw, made
from igov.terms.assignment import Denies, Norm
from igov.terms.order import Axis
from igov.terms.quiz import Choice, Item, Kind
from igov.terms.verdict import Standing, Verdict

VERDICTS = {
    Verdict.SUPPORTED: "True: the texts say so",
    Verdict.OVERSTATED: "Overstated: the texts say less",
    Verdict.CONTRADICTED: "Contradicted: the texts say otherwise",
    Verdict.SILENT: "Left open: the texts are silent",
}
POINTS = {
    Axis.HOLDER: "whom it speaks of",
    Axis.POSITION: "what standing it gives",
    Axis.TOPIC: "which matters it covers",
    Axis.FORCE: "how strongly it is put",
}
_SHORT = {
    Verdict.SUPPORTED: "true",
    Verdict.OVERSTATED: "overstated",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.SILENT: "left open",
}
_NOT = {
    Verdict.SUPPORTED: "The texts do not give as much",
    Verdict.OVERSTATED: "It does not merely go further than a clause",
    Verdict.CONTRADICTED: "No clause says otherwise",
    Verdict.SILENT: "The texts do speak of it",
}


def stands(draw: Draw, level: int, wanted: Verdict) -> Item | None:
    """Ask how the texts stand to a sentence; on the first level only whether it is true or overstated."""
    part = draw.source.part(draw.source.norm(level))
    others = draw.source.said_of_others(part, level, 4)
    ways = {
        Verdict.SUPPORTED: [part, *draw.source.short_of(part)],
        Verdict.OVERSTATED: draw.source.beyond(part),
        Verdict.CONTRADICTED: [*draw.source.alone(part), *others, replace(part, denied=Denies.POSITION)],
    }.get(wanted, others)
    said = draw.random.choice(ways or [part])
    sentence = draw.asked.sentence(said)
    offered = tuple(VERDICTS)[: 2 if level == 1 else 4]
    told = draw.new(sentence) and draw.asked.says(said, wanted) and draw.asked.cites(said)
    if not told or (level == 1 and "only" in words(sentence)):
        return None
    cites, why = draw.asked.cites(said), draw.asked.why(said)
    choices = [
        Choice(
            VERDICTS[one], one is wanted, why if one is wanted else f"{_NOT[one]}: see {cites[0]}.", cites, verdict=one
        )
        for one in offered
    ]
    prompt = f"“{sentence}.” What do the texts say to that?"
    return made(draw, Kind.VERDICT, level, prompt, choices, sentence, part=said)


def point(draw: Draw, level: int, wanted: Axis) -> Item | None:
    """Ask on which point alone a sentence goes too far; on the others it keeps to the clause."""
    norm = draw.source.norm(level)
    said = draw.random.choice(draw.source.beyond(draw.source.part(norm)) or [draw.source.part(norm)])
    sentence = draw.asked.sentence(said)
    if "only" in words(sentence) or draw.asked.verdict(said)[:2] != (Verdict.OVERSTATED, (wanted,)):
        return None
    bearing = draw.asked.judgement(said).parts[0].bearings[0]
    kept = all(bearing.standings.get(axis) is Standing.WITHIN for axis in POINTS if axis is not wanted)
    if not kept or not draw.asked.plain(said):
        return None
    within = f"On that point it keeps to {bearing.norm.cite}."
    choices = [
        Choice(
            text, axis is wanted, draw.asked.why(said) if axis is wanted else within, (bearing.norm.cite,), axis=axis
        )
        for axis, text in POINTS.items()
    ]
    prompt = f"“{sentence}.” On which point does this go further than the texts?"
    return made(draw, Kind.AXIS, level, prompt, draw.shuffled(choices), sentence, part=said)


def clause(draw: Draw, level: int) -> Item | None:
    """Ask which clause says it; no other clause does so by itself."""
    norm = draw.source.norm(level)
    said = draw.random.choice([draw.source.part(norm), *draw.source.short_of(draw.source.part(norm))])
    sentence = draw.asked.sentence(said)
    verdict, _, found = draw.asked.verdict(said)
    if verdict is not Verdict.SUPPORTED or len(found) != 1 or not draw.asked.plain(said):
        return None
    right = found[0]
    near: dict[str, Norm] = {}
    for other in draw.source.texts.norms:
        if other.topic & norm.topic or other.holder.term == norm.holder.term:
            near.setdefault(other.cite, other)
    near.pop(right, None)
    drawn = draw.random.sample(sorted(near), len(near))
    wrong = [one for one in drawn if draw.asked.verdict(said, clause=one)[0] is not Verdict.SUPPORTED][:3]
    if len(wrong) < 3 or draw.asked.verdict(said, clause=right)[0] is not Verdict.SUPPORTED:
        return None
    choices = [Choice(right, True, draw.asked.why(said), (right,), clause=right)]
    choices += [Choice(one, False, draw.say.clause(near[one]), (one,), clause=one) for one in wrong]
    prompt = f"“{sentence}.” Which clause says so?"
    return made(draw, Kind.CLAUSE, level, prompt, draw.shuffled(choices), sentence, part=said)


def reading(draw: Draw, level: int, name: str) -> Item | None:
    """Ask what becomes of a sentence when a reading is switched: from which verdict to which, or nothing."""
    said = draw.source.near_reading(name)
    if said is None or not draw.asked.plain(said):
        return None
    now, then = draw.asked.judgement(said), draw.asked.judgement(said, reading=name)
    cites = tuple(dict.fromkeys((*draw.asked.cites(said), *draw.asked.cites(said, reading=name))))
    same = now.verdict is then.verdict
    if not cites or not {now.verdict, then.verdict} <= set(_SHORT) or (same and draw.random.random() < 0.7):
        return None
    known, on = draw.source.texts.base.readings[name], draw.source.texts.assumed[name]
    first, second = (known.on, known.off) if on else (known.off, known.on)
    sentence = draw.asked.sentence(said)
    prompt = (
        f"The text can be read in two ways.\n(1) {first}\n(2) {second}\n"
        f"How does this sentence stand under (1), and under (2): “{sentence}”?"
    )
    told = f"Under (1): {draw.say.reason(now)}\nUnder (2): {draw.say.reason(then)}"
    choices = [
        Choice(
            _ways_in_words(*way),
            place == 0,
            f"It stands otherwise: see {cites[0]}." if place else told,
            cites,
            verdict=way[1],
            before=way[0],
        )
        for place, way in enumerate(_ways(draw, now.verdict, then.verdict))
    ]
    return made(draw, Kind.READING, level, prompt, draw.shuffled(choices), sentence, part=said, reading=name)


def _ways(draw: Draw, now: Verdict, then: Verdict) -> list[tuple[Verdict, Verdict]]:
    """Return the right way and three others: no change, the way about, and half of it right."""
    rest = [(one, other) for one in _SHORT for other in _SHORT if one is now or other is then]
    draw.random.shuffle(rest)
    return list(dict.fromkeys([(now, then), (now, now), (then, now), *rest]))[:4]


def _ways_in_words(one: Verdict, two: Verdict) -> str:
    return f"{_SHORT[one]} under (1), {_SHORT[two]} under (2)"
