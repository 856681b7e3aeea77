"""The sheets of a debate: the chair's, the running order, and a card for every delegation; and all of it as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from igov.show.claim_page import SIGNS, ready_claims, rests_on
from igov.show.judgement import because, claim_object, instead, ready_object, verdict_head
from igov.show.norms import norm_object
from igov.show.page import GAP, Page, Piece, Text, title
from igov.show.phrases import citation, holder_phrase, limits_phrase, part_sentence, words_of
from igov.show.sections import norms_by_words, section, standing_lines
from igov.show.spoken import plainly
from igov.show.supposing import move_object, move_phrase
from igov.show.text import joined, quoted, sentence_case
from igov.terms.assignment import Holder
from igov.terms.base import KnowledgeBase
from igov.terms.debate import Aim, Attack, Bound, Card, Citable, Kit, Phase, Slot, Stance, Switched, Tie, Weakness
from igov.terms.order import Axis
from igov.terms.verdict import Bearing, Judgement, Verdict

Sheet = tuple[str, Page]
"""A head line, and what stands under it."""

TIES = {
    Tie.GIVES: "It is about you: it would give you something.",
    Tie.TAKES: "It would take something from you.",
    Tie.OTHERS: "It is about others.",
}
STANCES = {
    Stance.FOR: ("speak for it", "Speak for it: the texts bear it out as it stands."),
    Stance.CONTEND: (
        "speak for it, against half of the texts",
        "Speak for it with the clauses on your side. Others have clauses against it, and neither side prevails.",
    ),
    Stance.LESS: (
        "speak for less than it says",
        "Speak for less than it says: the motion goes further than the texts, which bear out the weaker wording.",
    ),
    Stance.INSTEAD: (
        "ask for something else",
        "You cannot hold it: the texts say the opposite. Ask for what they do give you.",
    ),
    Stance.AMEND: (
        "speak against its wording",
        "Speak against it as it is worded: it goes further than the texts. You cannot deny the weaker wording.",
    ),
    Stance.AGAINST: ("speak against it", "Speak against it: you have clauses that say the opposite."),
    Stance.CONCEDE: (
        "concede it, and hold on to their own part",
        "You cannot deny it: the texts bear it out. Hold on to what they give you beside it.",
    ),
    Stance.EITHER: (
        "take either side",
        "Take either side: there are clauses for it and against it, and neither prevails. Say which you rest on.",
    ),
    Stance.OPEN: (
        "argue freely, without a clause",
        "Argue freely, and claim no clause for it: the texts neither give it nor deny it.",
    ),
}
"""What every stance is in few words, of others, and as advice."""

PHASES = {
    Phase.OPENING: "The chair reads the motion aloud and how long everybody speaks.",
    Phase.CARDS: "The delegations read their cards, and choose one claim and one clause each.",
    Phase.STATEMENTS: "Opening statements: one claim each, with its clause.",
    Phase.QUESTIONS: "Questions: each answers one attack from the others, with a clause.",
    Phase.CAUCUS: "Caucus: who can agree on a wording that the texts bear out?",
    Phase.CLOSING: "Closing statements, in the opposite order: the wording that each would sign.",
    Phase.VOTE: "Vote on the motion, or on the wording found.",
    Phase.VERDICT: "The chair reads the verdict with its clauses, the other readings, and the score.",
}


def motion_text(base: KnowledgeBase, kit: Kit) -> str:
    """Return the motion as it was typed; one given by axes as a sentence made of them."""
    parts = [part_sentence(base.vocabulary, part) for part in kit.claim.parts]
    return kit.claim.sentence or f"{'; '.join(parts)}."


def sheets(base: KnowledgeBase, kit: Kit) -> list[Sheet]:
    """Return every sheet of a kit: the chair's first, then the running order, then the cards."""
    cards = [(f"Card: {_name(base, card.holder)}", card_page(base, kit, card)) for card in kit.cards]
    return [("Chair’s sheet", chair_page(base, kit)), ("Running order", order_page(base, kit)), *cards]


def whole_page(base: KnowledgeBase, kit: Kit) -> Page:
    """Return all sheets as one screen."""
    page: Page = []
    for head, body in sheets(base, kit):
        page += [*([GAP, GAP] if page else []), title(head), *body]
    return page


def _name(base: KnowledgeBase, holder: str) -> str:
    return sentence_case(base.vocabulary.label(Axis.HOLDER, holder))


def _names(base: KnowledgeBase, holders: Iterable[str]) -> str:
    return joined([holder_phrase(base.vocabulary, Holder(holder)) for holder in holders])


def _motion(base: KnowledgeBase, kit: Kit) -> Piece:
    return Piece((("Motion: ", "strong"), (quoted(motion_text(base, kit)), "quote")), hang=2)


def _verdict(judgement: Judgement) -> Text:
    sign, style = SIGNS[judgement.verdict]
    axes = f" on {joined([str(axis) for axis in judgement.axes])}" if judgement.axes else ""
    return ((f"{sign} {judgement.verdict}", style), axes, ": ", verdict_head(judgement))


def chair_page(base: KnowledgeBase, kit: Kit) -> Page:
    """Return the chair's sheet: the verdict and why, the dispute, the readings, draft and adopted, who may say what."""
    judgement = kit.judgement
    page: Page = [_motion(base, kit), Piece(_verdict(judgement), 0, 2)]
    if kit.claim.sentence:
        read = "; ".join(part_sentence(base.vocabulary, part) for part in kit.claim.parts)
        page.append(Piece(((f"Read as: {read}.", "dim"),), 0, 2))
    why: Page = [Piece(because(base, judgement), 2)]
    told = instead(base, judgement)
    if told:
        bears = "The texts would bear: " if judgement.verdict is Verdict.OVERSTATED else "The texts do give: "
        why.append(Piece(((bears, "dim"), told), 2, 2))
    page += section("Why", why)
    page += _clauses(base, judgement)
    page += section("Who may say what", [_stance_line(base, card) for card in kit.cards])
    page += _readings(base, kit)
    page += _draft_and_adopted(kit)
    page += rests_on(base, replace(judgement, without=None))
    return [*page, GAP, *standing_lines(base, [b.norm for b in _bearings(judgement)], judgement.instruments)]


def _bearings(judgement: Judgement) -> list[Bearing]:
    return [bearing for part in judgement.parts for bearing in part.bearings or part.nearest]


def _clauses(base: KnowledgeBase, judgement: Judgement) -> Page:
    """Return the clauses that decide: those for and against apart where the motion is disputed."""
    bearings = _bearings(judgement)
    if judgement.verdict is Verdict.DISPUTED:
        ours = [b.norm for b in bearings if b.side != "opposes"]
        theirs = [b.norm for b in bearings if b.side == "opposes"]
        return section("The dispute: for it", norms_by_words(base, ours, whole=True)) + section(
            "The dispute: against it", norms_by_words(base, theirs, whole=True)
        )
    name = "What comes nearest" if judgement.verdict is Verdict.SILENT else "The clauses that decide"
    return section(name, norms_by_words(base, [b.norm for b in bearings], whole=True))


def _stance_line(base: KnowledgeBase, card: Card) -> Piece:
    cites = list(dict.fromkeys(one.norm.cite for one in card.citable))[:3]
    name, may = (f"{_name(base, card.holder)}: ", "strong"), f"may {STANCES[card.stance][0]}"
    return Piece((name, may, (f" ({', '.join(cites)})" if cites else "", "cite")), 2, 4)


def _readings(base: KnowledgeBase, kit: Kit) -> Page:
    """Return the readings that would change the verdict, and for whom it would change what they may say."""
    page: Page = []
    for switched in kit.readings:
        move, after = switched.supposed.move, switched.supposed.after
        reading = base.readings[move.name]
        page.append(Piece((("As read here: ", "strong"), reading.off if move.on else reading.on), 2, 2))
        page.append(Piece((("Otherwise: ", "strong"), reading.on if move.on else reading.off), 2, 2))
        page.append(Piece((f"If {move_phrase(base, move)}, the verdict is ", *_verdict(after)), 4, 2))
        changed: dict[Stance, list[str]] = {}
        for holder, stance in switched.stances:
            changed.setdefault(stance, []).append(holder)
        for stance, holders in changed.items():
            line = f"{sentence_case(_names(base, holders))} may then {STANCES[stance][0]}."
            page.append(Piece(((line, "dim"),), 4, 2))
        if reading.who:
            page.append(Piece(((f"Who reads it so: {reading.who}", "dim"),), 4, 2))
    if not page:
        page = [Piece((("No reading of the words that is recorded here would change the verdict.", "dim"),), 2, 2)]
    return section("Readings", page)


def _draft_and_adopted(kit: Kit) -> Page:
    if kit.adopted is None or kit.draft is None:
        return []
    page: Page = [
        Piece((("By the adopted texts alone: ", "strong"), *_verdict(kit.adopted)), 2, 2),
        Piece((("By the draft alone, never adopted: ", "strong"), *_verdict(kit.draft)), 2, 2),
    ]
    return section("Draft and adopted", page)


def order_page(base: KnowledgeBase, kit: Kit) -> Page:
    """Return the running order: from which minute to which, what happens, and who speaks for how long."""
    page: Page = [_motion(base, kit), GAP]
    for slot in kit.order:
        page.append(Piece(((f"{slot.start}-{slot.end}  ", "strong"), PHASES[slot.phase]), 2, 4))
        if slot.speakers:
            named = [_name(base, holder) for holder in slot.speakers]
            page.append(Piece(((f"{duration(slot.seconds)} each: ", "dim"), ", ".join(named)), 6, 2))
    return [*page, GAP, Piece((("Minutes from the start. Keep the verdict hidden until the last.", "dim"),), 2)]


def duration(seconds: int) -> str:
    """Return a time as it is told: "2 minutes", "1 minute 45 seconds".

    >>> duration(105)
    '1 minute 45 seconds'
    """
    minutes, rest = divmod(seconds, 60)
    told = [f"{minutes} minute{'' if minutes == 1 else 's'}"] if minutes else []
    return " ".join([*told, f"{rest} seconds"] if rest or not minutes else told)


def card_page(base: KnowledgeBase, kit: Kit, card: Card) -> Page:
    """Return a delegation's card: its position, its clauses, the attacks to expect, its limits, what is too much."""
    vocabulary = base.vocabulary
    page: Page = [_motion(base, kit), GAP, Piece(((f"{TIES[card.tie]} ", "strong"), STANCES[card.stance][1]), 2, 2)]
    if card.of_you is not None:
        sign, style = SIGNS[card.of_you.judgement.verdict]
        said = f"“{plainly(vocabulary, card.of_you.part)}.” "
        page.append(Piece((("Said of you: ", "dim"), said, (f"{sign} {card.of_you.judgement.verdict}", style)), 2, 2))
    for switched in kit.readings:
        for holder, stance in switched.stances:
            if holder == card.holder:
                text = f"If {move_phrase(base, switched.supposed.move)}, you may {STANCES[stance][0]}."
                page.append(Piece(((text, "dim"),), 2, 2))
    page += section("What you can say", ready_claims(base, card.speak))
    page += section("Clauses you can cite", _citable(base, card.citable))
    page += section("Attacks to expect", _attacks(base, card.attacks))
    page += section("Your limits", [Piece(bound_text(base, bound), 2, 2) for bound in card.bounds])
    page += section("What would be too much", ready_claims(base, card.overreach))
    if not (card.speak or card.citable):
        page += [GAP, Piece("No provision gives you anything. Ask the others for theirs.", 2, 2)]
    return page


def _citable(base: KnowledgeBase, citable: Iterable[Citable]) -> Page:
    """Return quotations with their cites, each with what it is good for."""
    groups: dict[tuple[str, str], list[Citable]] = {}
    for one in citable:
        groups.setdefault((one.norm.cite, one.norm.words), []).append(one)
    page: Page = []
    for members in groups.values():
        first = members[0].norm
        uses = joined(list(dict.fromkeys(str(one.use) for one in members)))
        words = (words_of(base, first), "quote")
        page.append(Piece((words, (f" – {uses}", "dim")), 2, 1, right=citation(base, first)))
    return page


def _attacks(base: KnowledgeBase, attacks: Iterable[Attack]) -> Page:
    page: Page = []
    for one in attacks:
        who = sentence_case(_names(base, one.by)) if one.by else "Any of the others"
        said = f"“{plainly(base.vocabulary, one.ready.part)}.”"
        page.append(Piece(((f"{who}: ", "strong"), said, (f" – {_aim(one)}", "dim")), 2, 2))
        page.append(Piece(((words_of(base, one.norm), "quote"),), 4, 1, right=citation(base, one.norm)))
    return page


def _aim(attack: Attack) -> str:
    disputed = ", disputed" if attack.ready.judgement.verdict is Verdict.DISPUTED else ""
    match attack.aim:
        case Aim.MOTION:
            return f"against what you say of the motion{disputed}"
        case Aim.SHUT_OUT:
            return f"it shuts you out{disputed}"
        case Aim.THEIRS:
            return f"what they have and you have not{disputed}"
        case _:
            assert_never(attack.aim)


def bound_text(base: KnowledgeBase, bound: Bound) -> str:
    """Return one limit of a delegation in words."""
    cites = joined(list(bound.cites))
    match bound.weakness:
        case Weakness.LIMITS:
            return f"{cites}: within its limits: {limits_phrase(base.vocabulary, bound.names)}."
        case Weakness.DRAFT:
            return f"{cites}: never adopted. Others will say so."
        case Weakness.REPORTED:
            return f"{cites}: a view reported of some, and not the text’s own."
        case Weakness.PAST:
            return f"{cites}: tells of the past, and commands nothing."
        case Weakness.MAY:
            return f"{cites}: “may”, and no more."
        case Weakness.READING:
            return f"{cites}: only as it is read ({', '.join(bound.names)})."
        case Weakness.UNPLACED:
            return "No class of the texts covers you: what they give to a class, they do not give to you."
        case _:
            assert_never(bound.weakness)


def kit_object(base: KnowledgeBase, kit: Kit, instruments: Iterable[str]) -> dict[str, object]:
    """Return a kit as one object with stable keys."""
    return {
        "schema": "igov/debate/1",
        "motion": claim_object(base, kit.judgement, claim=kit.claim.sentence),
        "adopted": _short(kit.adopted),
        "draft": _short(kit.draft),
        "readings": [_switched_object(base, one) for one in kit.readings],
        "delegations": [_card_object(base, card) for card in kit.cards],
        "order": [_slot_object(slot) for slot in kit.order],
        "instruments": list(instruments),
    }


def unread_object(motion: Mapping[str, object], instruments: Iterable[str]) -> dict[str, object]:
    """Return the object of a motion that was not understood: what is said of it as a claim, and nothing else."""
    return {
        "schema": "igov/debate/1",
        "motion": motion,
        "adopted": None,
        "draft": None,
        "readings": [],
        "delegations": [],
        "order": [],
        "instruments": list(instruments),
    }


def _short(judgement: Judgement | None) -> dict[str, object] | None:
    if judgement is None:
        return None
    axes = [str(axis) for axis in judgement.axes]
    return {"verdict": str(judgement.verdict), "axes": axes, "cites": list(judgement.cites)}


def _switched_object(base: KnowledgeBase, switched: Switched) -> dict[str, object]:
    return {
        "move": move_object(base, switched.supposed.move),
        "after": _short(switched.supposed.after),
        "stances": [{"term": holder, "stance": str(stance)} for holder, stance in switched.stances],
    }


def _card_object(base: KnowledgeBase, card: Card) -> dict[str, object]:
    return {
        "term": card.holder,
        "label": base.vocabulary.label(Axis.HOLDER, card.holder),
        "tie": str(card.tie),
        "stance": str(card.stance),
        "advice": STANCES[card.stance][1],
        "of_you": ready_object(base, card.of_you) if card.of_you else None,
        "speak": [ready_object(base, one) for one in card.speak],
        "citable": [{**norm_object(base, one.norm), "use": str(one.use)} for one in card.citable],
        "attacks": [
            {
                "by": list(one.by),
                "aim": str(one.aim),
                "says": ready_object(base, one.ready),
                "norm": norm_object(base, one.norm),
            }
            for one in card.attacks
        ],
        "limits": [
            {
                "kind": str(bound.weakness),
                "names": list(bound.names),
                "cites": list(bound.cites),
                "says": bound_text(base, bound),
            }
            for bound in card.bounds
        ],
        "overreach": [ready_object(base, one) for one in card.overreach],
    }


def _slot_object(slot: Slot) -> dict[str, object]:
    return {
        "from": slot.start,
        "to": slot.end,
        "phase": str(slot.phase),
        "says": PHASES[slot.phase],
        "speakers": list(slot.speakers),
        "seconds": slot.seconds,
    }
