"""The screen of a judged claim: the verdict first, what was said beside what the text says, and why."""

from __future__ import annotations

from collections.abc import Iterable

from igov.show.judgement import axes_command, because, misses, part_because, part_instead, verdict_head
from igov.show.norms import basis_phrase, step_sentence
from igov.show.page import GAP, Page, Piece, Row, Run, Text, heading
from igov.show.phrases import (
    citation,
    holder_phrase,
    limits_phrase,
    norm_sentence,
    part_sentence,
    topic_phrase,
    words_of,
)
from igov.show.sections import section, standing_lines
from igov.show.spoken import plainly
from igov.show.text import joined, quoted
from igov.terms.assignment import UNSPECIFIED, Denies, Norm, Part, Polarity, Share, Voice
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Judgement, PartJudgement, Ready, Standing, Verdict, VocabularyStep

SIGNS = {
    Verdict.SUPPORTED: ("✓", "good"),
    Verdict.OVERSTATED: ("≈", "warn"),
    Verdict.CONTRADICTED: ("✗", "bad"),
    Verdict.DISPUTED: ("≠", "warn"),
    Verdict.SILENT: ("∅", "strong"),
}
"""A sign and a style for every verdict; the word always stands beside them."""

_DENIED = {
    Denies.POSITION: "denied",
    Denies.FORCE: "denied to be needed",
    Denies.SHARE: "denied to be theirs alone",
}

SHOWN = 2
"""How many provisions stand beside what was said."""


def claim_page(base: KnowledgeBase, judgement: Judgement, *, unread: tuple[str, ...] = (), whole: bool = False) -> Page:
    """Return the screen; `unread` are words that were not weighed, `whole` adds all that bears on it."""
    sign, style = SIGNS[judgement.verdict]
    page: Page = [Piece(((f"{sign} {judgement.verdict}", style), " ", verdict_head(judgement)), hang=2)]
    if judgement.claim.sentence:
        page.append(Piece(quoted(judgement.claim.sentence), 2, 1))
    several = len(judgement.parts) > 1
    for number, part in enumerate(judgement.parts, 1):
        if several:
            page += [GAP, _part_head(base, part, number)]
        page += _part(base, part)
    page += rests_on(base, judgement)
    page += _how_read(base, judgement, unread)
    if whole:
        page += _whole(base, judgement)
    return [*page, GAP, *standing_lines(base, _norms(judgement), judgement.instruments)]


def _norms(judgement: Judgement) -> list[Norm]:
    norms = [bearing.norm for part in judgement.parts for bearing in part.bearings]
    norms += [part.instead.norm for part in judgement.parts if part.instead]
    return norms or [b.norm for part in judgement.parts for b in part.nearest]


def _part_head(base: KnowledgeBase, part: PartJudgement, number: int) -> Piece:
    sign, style = SIGNS[part.verdict]
    return Piece(
        (f"{number}. ", (f"{sign} {part.verdict}", style), f" {part_sentence(base.vocabulary, part.part)}"), hang=3
    )


def _part(base: KnowledgeBase, part: PartJudgement) -> Page:
    silent = part.verdict is Verdict.SILENT
    shown = _shown(part)
    page: Page = [GAP, *_beside(base, part, shown)]
    if shown:
        page.append(GAP)
        page += [
            Piece(((words_of(base, b.norm), "quote"),), 2, 1, right=citation(base, b.norm)) for b in _by_words(part)
        ]
    page += section("Why", [Piece(part_because(base, part), 2), *_steps(base, part)])
    if silent:
        page += section("What comes nearest", [_near(base, bearing) for bearing in part.nearest])
        return page
    told = part_instead(base, part)
    if told and part.verdict is Verdict.OVERSTATED:
        page += section("What the text would bear", [Piece(told, 2)])
    elif told and part.instead:
        norm = part.instead.norm
        body: Page = [Piece(((words_of(base, norm), "quote"),), 2, 1, right=citation(base, norm))]
        page += section("What the texts do give", [*body, Piece(((told, "dim"),), 4)])
    return page


def _shown(part: PartJudgement) -> list[Bearing]:
    """Return the norms that stand beside the claim: those that decide, one a side where they clash, or the nearest."""
    if part.verdict is Verdict.SILENT:
        return list(part.nearest[:1])
    if part.verdict is Verdict.DISPUTED:
        ours = [b for b in part.bearings if b.side != "opposes"][:1]
        return ours + [b for b in part.bearings if b.side == "opposes"][:1]
    return list(part.bearings[:1])


def _by_words(part: PartJudgement) -> list[Bearing]:
    bearings = part.nearest[:1] if part.verdict is Verdict.SILENT else part.bearings
    return list({(b.norm.cite, b.norm.words): b for b in bearings}.values())


def _near(base: KnowledgeBase, bearing: Bearing) -> Piece:
    missed = misses(bearing)
    text = f"misses on {joined(missed)}" if missed else "does not bear on it"
    return Piece((words_of(base, bearing.norm), (f"  {text}", "dim")), 2, 3, right=citation(base, bearing.norm))


def _beside(base: KnowledgeBase, part: PartJudgement, shown: list[Bearing]) -> Page:
    """Return the claim and the norms side by side, axis by axis."""
    words = part.part.words
    heads: list[Text] = ["", (("you said", "strong"),)]
    heads += [((f"{bearing.norm.cite} says", "strong"),) for bearing in shown]
    if part.verdict is Verdict.SILENT and shown:
        heads[2] = ((f"nearest, {shown[0].norm.cite}, says", "strong"),)
    rows: Page = [Row(tuple(heads), 2)]
    for axis in Axis:
        said = _said(base, part.part, axis)
        given = [_given(base, bearing.norm, axis) for bearing in shown]
        if not said and not any(given):
            continue
        mine: list[Run] = [said or ("unsaid", "dim")]
        spoken = words.get(str(axis), "")
        if spoken and spoken.casefold() != said.casefold():
            mine.append((f" ({quoted(spoken)})", "dim"))
        columns: list[Text] = [((str(axis), "axis"),), tuple(mine)]
        columns += [_marked(part, bearing, axis, text) for bearing, text in zip(shown, given, strict=True)]
        rows.append(Row(tuple(columns), 2))
    if part.part.denied is not None or any(b.norm.polarity is Polarity.AGAINST for b in shown):
        mine_is = _DENIED[part.part.denied] if part.part.denied else "asserted"
        theirs = ["denied" if b.norm.polarity is Polarity.AGAINST else "given" for b in shown]
        rows.append(Row(((("which is", "axis"),), mine_is, *theirs), 2))
    return rows


def _marked(part: PartJudgement, bearing: Bearing, axis: Axis, text: str) -> Text:
    """Return what a norm says on an axis, with a mark where the claim goes further or speaks of something else."""
    standing = bearing.standings.get(axis, Standing.WITHIN)
    if axis in part.axes:
        return (text or "not said", ("  ≠ you go further", "warn"))
    if part.verdict is Verdict.CONTRADICTED and axis is Axis.HOLDER and bearing.norm.share is Share.ONLY:
        return (text, ("  ≠ nobody else", "bad"))
    if part.verdict is Verdict.CONTRADICTED and axis is Axis.HOLDER and part.part.share is not Share.SOME:
        return (text, ("  ≠ others too", "bad"))
    if part.verdict is Verdict.SILENT and standing is not Standing.WITHIN:
        return (text or "not said", ("  ≠ something else" if standing is Standing.APART else "  ≠ less", "warn"))
    return text or (("not said", "dim"),)


def _said(base: KnowledgeBase, part: Part, axis: Axis) -> str:
    vocabulary = base.vocabulary
    match axis:
        case Axis.HOLDER:
            return joined([holder_phrase(vocabulary, holder) for holder in part.holders])
        case Axis.POSITION:
            return vocabulary.label(axis, part.position)
        case Axis.ACTIVITY:
            return "" if part.activity == UNSPECIFIED else vocabulary.label(axis, part.activity)
        case Axis.TOPIC:
            return topic_phrase(vocabulary, part.topic)
        case Axis.FORCE:
            return str(part.force) if part.force else ""
        case Axis.SCOPE:
            denied = [f"not only {vocabulary.label(axis, limit)}" for limit in part.denied_limits]
            return "; ".join([*(vocabulary.label(axis, limit) for limit in part.limits), *denied])
        case Axis.SHARE:
            return "" if part.share is Share.SOME else str(part.share)
        case Axis.VOICE:
            return "" if part.voice is Voice.OWN else str(part.voice)
        case Axis.COUNTERPART:
            return vocabulary.label(axis, part.counterpart) if part.counterpart else ""


def _given(base: KnowledgeBase, norm: Norm, axis: Axis) -> str:
    vocabulary = base.vocabulary
    match axis:
        case Axis.HOLDER:
            return holder_phrase(vocabulary, norm.holder)
        case Axis.POSITION:
            return vocabulary.label(axis, norm.position)
        case Axis.ACTIVITY:
            return "" if norm.activity == UNSPECIFIED else vocabulary.label(axis, norm.activity)
        case Axis.TOPIC:
            return topic_phrase(vocabulary, norm.topic)
        case Axis.FORCE:
            return str(norm.force)
        case Axis.SCOPE:
            return limits_phrase(vocabulary, [limit.id for limit in norm.limits])
        case Axis.SHARE:
            return "" if norm.share is Share.SOME else str(norm.share)
        case Axis.VOICE:
            return "" if norm.voice is Voice.OWN else str(norm.voice)
        case Axis.COUNTERPART:
            return vocabulary.label(axis, norm.counterpart) if norm.counterpart else ""


def _steps(base: KnowledgeBase, part: PartJudgement) -> Page:
    """Return the steps of the vocabulary from claim to norm, each with its basis."""
    told: dict[str, None] = {}
    for bearing in part.bearings[:SHOWN]:
        for step in bearing.steps:
            told.setdefault(_step(base, step))
    return [Piece(((line, "dim"),), 2, 2) for line in told]


def rests_on(base: KnowledgeBase, judgement: Judgement) -> Page:
    """Return the readings, limits and texts that the verdict hangs on."""
    page: Page = []
    for name, verdict in (judgement.without or {}).items():
        reading = base.readings[name]
        on = (judgement.assumed or {}).get(name, reading.default)
        page.append(
            Piece(
                ((f"the reading {name} ({'on' if on else 'off'}): ", "strong"), reading.on if on else reading.off), 2, 2
            )
        )
        other = f"Switched {'off' if on else 'on'}, "
        page.append(Piece((other, f"the verdict is {verdict}: ", (reading.off if on else reading.on, "dim")), 4, 2))
    if judgement.limits:
        limits = limits_phrase(base.vocabulary, judgement.limits)
        page.append(Piece((("the limits of the text, presumed: ", "strong"), limits), 2, 2))
    for facts in judgement.holds_if:
        page.append(Piece((("the facts of the case: ", "strong"), f"it holds if {facts_phrase(base, facts)}"), 2, 2))
    if judgement.otherwise is not None:
        page.append(Piece((f"Were they the other way about, the verdict would be {judgement.otherwise}.",), 4, 2))
    if judgement.cut_off:
        page.append(Piece(("More facts bear on it than were looked through: state some (--assume, --without).",), 2, 2))
    if judgement.adopted_only is not None:
        page.append(Piece((("the adopted texts alone say: ", "strong"), str(judgement.adopted_only)), 2, 2))
    return section("What it rests on", page)


def ready_claims(base: KnowledgeBase, ready: Iterable[Ready]) -> Page:
    """Return ready-made claims, each with its verdict, its cites and why."""
    page: Page = []
    said = {plainly(base.vocabulary, one.part): one for one in reversed(tuple(ready))}  # each sentence once
    for sentence, one in reversed(said.items()):
        sign, style = SIGNS[one.judgement.verdict]
        page.append(Piece((quoted(f"{sentence}."),), 2, 2))
        verdict = f"{sign} {one.judgement.verdict}"
        page.append(Piece(((verdict, style), ("  ", ""), (because(base, one.judgement), "dim")), 4, 2))
    return page


def facts_phrase(base: KnowledgeBase, facts: tuple[str, ...]) -> str:
    """Return facts of the case as one phrase: "there is an emergency, and it is not so that an election is on"."""
    said = []
    for name in facts:
        fact = base.facts[name.removeprefix("not ")]
        said.append(fact.label if fact.id == name else f"it is not so that {fact.label}")
    return ", and ".join(said)


def _how_read(base: KnowledgeBase, judgement: Judgement, unread: tuple[str, ...]) -> Page:
    """Return how the sentence was taken, so that one can object, and how to say it by axes."""
    if not judgement.claim.sentence:
        return []
    page: Page = [Piece(f"{part_sentence(base.vocabulary, part)}.", 2, 2) for part in judgement.claim.parts]
    if unread:
        page.append(Piece(((f"Words not weighed: {', '.join(unread)}.", "dim"),), 2, 2))
    page.append(Piece((("As a command, to say it otherwise:", "dim"),), 2, 2))
    page += [Piece(((axes_command(part), "dim"),), 4, 2) for part in judgement.claim.parts]
    return section("How the sentence was read", page)


def _whole(base: KnowledgeBase, judgement: Judgement) -> Page:
    """Return everything that bears on the claim: each provision, what it gives, what it does here, and who prevails."""
    page: Page = []
    for part in judgement.parts:
        alike: dict[tuple[str, str, str], list[Bearing]] = {}
        for bearing in (*part.bearings, *part.others) or part.nearest:
            alike.setdefault((bearing.norm.cite, bearing.norm.words, _does(bearing)), []).append(bearing)
        for bearings in alike.values():
            page += _bearings(base, bearings)
        told = dict.fromkeys(
            f"{defeat.winner.cite} prevails over {defeat.loser.cite}: {defeat.ground}." for defeat in part.defeats
        )
        page += [Piece(text, 2, 2) for text in told]
    return [GAP, heading("Everything that bears on it"), *page] if page else []


def _does(bearing: Bearing) -> str:
    """Return what a provision does for or against the sentence, in legal words."""
    further = joined([str(axis) for axis in bearing.axes])
    match bearing.side:
        case "supports":
            return "bears the sentence out"
        case "denies":
            return "denies it as the sentence does"
        case "would support":
            return f"bears out less: the sentence goes further on {further}"
        case "would deny":
            return f"denies less: the sentence goes further on {further}"
        case "opposes":
            return "gives others a part in it" if Axis.SHARE in bearing.axes else "says the opposite"
        case _:
            missed = joined(misses(bearing))
            return f"does not reach it: it differs on {missed}" if missed else "does not bear on it"


def _bearings(base: KnowledgeBase, bearings: list[Bearing]) -> Page:
    """Return a provision that bears on the claim: what it does, its words, what they give, and the steps taken."""
    first = bearings[0]
    page: Page = [
        Piece(((f"{first.norm.cite} {_does(first)}", "strong"),), 2, 2),
        Piece(((words_of(base, first.norm), "quote"),), 4, 1, right=citation(base, first.norm)),
    ]
    given = dict.fromkeys(norm_sentence(base.vocabulary, bearing.norm) for bearing in bearings)
    page.append(Piece((("in our words: ", "axis"), (f"{'; '.join(given)}.", "dim")), 4, 2))
    steps = dict.fromkeys(_step(base, step) for bearing in bearings for step in bearing.steps)
    page += [Piece(((text, "dim"),), 4, 2) for text in steps]
    limits = dict.fromkeys(limit for bearing in bearings for limit in bearing.limits)
    if limits:
        page.append(Piece((("limits presumed: ", "axis"), (limits_phrase(base.vocabulary, limits), "dim")), 4, 2))
    return page


def _step(base: KnowledgeBase, step: VocabularyStep) -> str:
    """Return a step of the vocabulary in words, with what it rests on."""
    return f"{step_sentence(base, step.axis, step.narrow, step.step)} ({basis_phrase(step.step)})"
