"""What a claim would be worth were something chosen otherwise, and how it could hold; as screens and objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from igov.show.claim_page import SIGNS
from igov.show.judgement import verdict_head
from igov.show.norms import norm_object
from igov.show.page import GAP, Page, Piece, heading, title
from igov.show.sections import norms_by_words, section
from igov.show.text import quoted
from igov.terms.base import KnowledgeBase
from igov.terms.conflict import Move, MoveKind, Supposition, Ways
from igov.terms.verdict import Judgement


def move_phrase(base: KnowledgeBase, move: Move) -> str:
    """Return a move as a condition: "the reading X is off", "there is an emergency", "WGIG is asked too"."""
    match move.kind:
        case MoveKind.READING:
            return f"the reading {move.name} is {'on' if move.on else 'off'}"
        case MoveKind.FACT:
            said = base.facts[move.name].label
            return said if move.on else f"it is not so that {said}"
        case MoveKind.INSTRUMENT:
            return f"{move.name} is asked too ({base.instruments[move.name].title})"
        case MoveKind.DRAFTS:
            return "the drafts are left out"


def move_command(move: Move) -> str:
    """Return the options of the command line that make a move."""
    match move.kind:
        case MoveKind.READING | MoveKind.FACT:
            return f"{'--assume' if move.on else '--without'} {move.name}"
        case MoveKind.INSTRUMENT:
            return f"--according-to {move.name}"
        case MoveKind.DRAFTS:
            return "--adopted-only"


def suppositions_page(base: KnowledgeBase, sentence: str, supposed: Iterable[Supposition]) -> Page:
    """Return the screen: what each supposition changes, the verdict before and after, the norms that come and go."""
    page: Page = [title(quoted(sentence))]
    for one in supposed:
        page += [GAP, heading(f"If {move_phrase(base, one.move)}")]
        page.append(_verdict("before", one.before))
        page.append(_verdict("then", one.after))
        meant = _meant(base, one.move)
        page += [Piece(((meant, "dim"),), 2, 2)] if meant else []
        page += section("Norms that come to bear", norms_by_words(base, one.come, whole=True))
        page += section("Norms that bear no longer", norms_by_words(base, one.go, whole=True))
        if not one.come and not one.go:
            page.append(Piece((("The same norms bear on it.", "dim"),), 2, 2))
    return page


def _meant(base: KnowledgeBase, move: Move) -> str:
    if move.kind is not MoveKind.READING:
        return ""
    reading = base.readings[move.name]
    return reading.on if move.on else reading.off


def _verdict(word: str, judgement: Judgement) -> Piece:
    sign, style = SIGNS[judgement.verdict]
    head = verdict_head(judgement)
    return Piece(((f"{word}: ", "strong"), (f"{sign} {judgement.verdict}", style), f" {head}" if head else ""), 2, 4)


def ways_page(base: KnowledgeBase, sentence: str, ways: Ways) -> Page:
    """Return the screen: the least sets of choices under which the claim would be supported, or that there are none."""
    page: Page = [title(quoted(sentence))]
    if ways.already:
        return [*page, GAP, Piece("It is supported as it stands.", 2)]
    if ways.sets:
        page += [GAP, heading("It would be supported if")]
        for moves in ways.sets:
            told = ", and ".join(move_phrase(base, move) for move in moves)
            page.append(Piece((told, ("  " + commands(moves), "dim")), 2, 4))
    else:
        page += [GAP, Piece(f"Nothing was found under which it would be supported{_looked(ways)}.", 2)]
    if ways.cut_off:
        page.append(Piece((("There were more choices than were looked through.", "warn"),), 2))
    return page


def _looked(ways: Ways) -> str:
    if not ways.tried:
        return ": no reading, fact or further instrument bears on it"
    number = f"{ways.tried} choices, up to three at once" if ways.tried > 1 else "one choice"
    return f", of {number}"


def commands(moves: Sequence[Move]) -> str:
    """Return the options of the command line that make the moves."""
    return " ".join(move_command(move) for move in moves)


def supposition_object(base: KnowledgeBase, one: Supposition) -> dict[str, object]:
    """Return a supposition: the move, the verdict and cites before and after, and the norms that come and go."""
    return {
        "move": move_object(base, one.move),
        "before": _judged(one.before),
        "after": _judged(one.after),
        "come": [norm_object(base, norm) for norm in one.come],
        "go": [norm_object(base, norm) for norm in one.go],
    }


def _judged(judgement: Judgement) -> dict[str, object]:
    axes = [str(axis) for axis in judgement.axes]
    return {"verdict": str(judgement.verdict), "axes": axes, "cites": list(judgement.cites)}


def move_object(base: KnowledgeBase, move: Move) -> dict[str, object]:
    """Return a move: what kind of choice, its name (none for leaving drafts out), whether on, and how it is told."""
    return {
        "kind": str(move.kind),
        "name": move.name or None,
        "on": move.on,
        "says": move_phrase(base, move),
        "option": move_command(move),
    }


def ways_object(base: KnowledgeBase, ways: Ways) -> dict[str, object]:
    """Return the least sets of moves, whether the claim is supported already, and whether all were looked through."""
    return {
        "already": ways.already,
        "sets": [[move_object(base, move) for move in moves] for moves in ways.sets],
        "tried": ways.tried,
        "cut_off": ways.cut_off,
    }
