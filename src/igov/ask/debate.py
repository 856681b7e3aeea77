"""A role play on a motion: cards for the delegations, a chair's sheet, a running order; and a judge for the session."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import click

from igov.ask import check_claim
from igov.ask._given import (
    Choice,
    chosen,
    claim_by_axes,
    loaded,
    readings_and_instruments,
    rules_and_json,
    term_named,
)
from igov.read.claims import claim_from
from igov.reason.debate import kit_of, seated
from igov.reason.inforce import Options, in_force
from igov.reason.running import SHORTEST, running_order
from igov.show.debate import kit_object, motion_text, sheets, unread_object, whole_page
from igov.show.page import GAP, Page, title
from igov.show.pages import sheets_markdown, sheets_printable
from igov.show.terminal import write, write_json, write_page
from igov.terms.assignment import Claim
from igov.terms.base import KnowledgeBase
from igov.terms.debate import Kit, Opening
from igov.terms.order import Axis

FORMATS = ("page", "markdown", "html")
MINUTES = 45
MOST_MINUTES = 480
MOST_SEATS = 20


@dataclass(frozen=True)
class Answer:
    """The kit of a debate; or, where the motion was not understood, none, and what check-claim says of it."""

    base: KnowledgeBase
    motion: check_claim.Answer
    kit: Kit | None
    instruments: tuple[str, ...]

    @property
    def head(self) -> str:
        """The head line of the whole."""
        return f"Debate: {motion_text(self.base, self.kit) if self.kit else self.motion.sentence}"


def ask(
    base: KnowledgeBase,
    motion: Claim | str,
    options: Options | None = None,
    *,
    delegations: Sequence[str] = (),
    number: int | None = None,
    minutes: int = MINUTES,
) -> Answer:
    """Answer what a debate on a motion needs; `delegations` are ids, filled up to `number`; ten minutes at least."""
    options = options or Options()
    texts = in_force(base, options)
    found = check_claim.ask(base, motion, options)
    if found.judgement is None:
        return Answer(base, found, None, texts.instruments)
    claim = found.judgement.claim
    kit = kit_of(base, claim, options, seated(texts, claim, delegations, number))
    return Answer(base, found, kit._replace(order=running_order(kit.cards, minutes)), texts.instruments)


def view(answer: Answer) -> Page:
    """Return the screen: the chair's sheet, the running order and the cards, one after another."""
    if answer.kit is None:
        return check_claim.view(answer.motion)
    return [title(answer.head), GAP, *whole_page(answer.base, answer.kit)]


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys; without a kit it holds only what is said of the motion."""
    if answer.kit is None:
        return unread_object(check_claim.to_json(answer.motion), answer.instruments)
    return kit_object(answer.base, answer.kit, answer.instruments)


HELP = """\b
Examples:
  igov debate "Governments alone should set Internet policy"
  igov debate "ITU should lead Internet governance" --delegation Brazil --delegation ICANN --delegation ITU
  igov debate "This house believes that companies should run the DNS" --format html > debate.html
  igov debate --judge monday.jsonl
  igov debate --judge monday.jsonl --score

A kit for a role play: a chair's sheet, a running order, and for every delegation a card with the position that the
texts let it take, the clauses it can cite, the attacks to expect, its limits, and what would be too much. The motion is
a sentence, or axes as in check-claim. The HTML prints on A4, each card on a page of its own.

With --judge, claims are judged as they are spoken, a line each, from the keyboard or from standard input:
`Speaker: claim`, or a command (/help lists them). Each is written into FILE, and on the disk, before its verdict is
shown; nothing in FILE is ever changed, and the same command takes a debate up again. --score shows the score alone.
"""


@click.command(name="debate", help=HELP)
@click.argument("motion", required=False)
@claim_by_axes
@click.option("--delegation", "named", multiple=True, metavar="NAME", help="Who is seated; repeatable.")
@click.option(
    "--delegations", "number", type=click.IntRange(2, MOST_SEATS), metavar="N", help="How many are seated in all."
)
@click.option(
    "--minutes",
    type=click.IntRange(SHORTEST, MOST_MINUTES),
    default=MINUTES,
    metavar="N",
    help=f"How long it lasts; {MINUTES} if not said.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="page", help="What to write; a page if not said.")
@click.option("--judge", "record", type=click.Path(), metavar="FILE", help="Judge what is spoken; FILE keeps it.")
@click.option("--score", is_flag=True, help="With --judge: show the score and end.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    motion: str | None,
    axes: Mapping[str, object],
    named: tuple[str, ...],
    number: int | None,
    minutes: int,
    form: str,
    record: str | None,
    score: bool,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> int:
    """Answer the question on the console; return the exit code."""
    _consistent(motion, axes, record, score=score, form=form)
    base = loaded(rules)
    if record is not None and score:
        _score(base, record, as_json=as_json)
        return 0
    options = chosen(base, choice)
    seats = tuple(term_named(base, Axis.HOLDER, name) for name in named)
    said: Claim | str | None = claim_from(base.vocabulary, [axes]) if axes else motion
    if axes and isinstance(said, str):
        raise click.UsageError(said)
    answer = None if said is None else ask(base, said, options, delegations=seats, number=number, minutes=minutes)
    if answer is not None and answer.kit is None:
        if as_json:
            write_json(to_json(answer))
        else:
            check_claim.tell_not_understood(answer.motion)
        return 4
    if record is not None:
        kit = answer.kit if answer else None
        opening = Opening(None, seats)
        if kit is not None:
            opening = Opening(motion_text(base, kit), tuple(card.holder for card in kit.cards))
        return _judge(base, record, (options, rules), opening, as_json=as_json)
    if answer is not None and answer.kit is not None:
        _write(answer, answer.kit, form, as_json=as_json)
    return 0


def _consistent(motion: str | None, axes: Mapping[str, object], record: str | None, *, score: bool, form: str) -> None:
    """Refuse what does not go together."""
    if motion is not None and axes:
        raise click.UsageError("give the motion as a sentence or by axes, not both")
    if record is None and score:
        raise click.UsageError("--score shows the score of a record; name it with --judge FILE")
    if record is None and motion is None and not axes:
        raise click.UsageError('what is the motion? igov debate "Governments alone should set Internet policy"')
    if record is not None and form != "page":
        raise click.UsageError("--format is for the kit; --judge writes what it judges")


def _write(answer: Answer, kit: Kit, form: str, *, as_json: bool) -> None:
    if as_json:
        write_json(to_json(answer))
    elif form == "page":
        write_page(view(answer))
    elif form == "markdown":
        write(sheets_markdown(sheets(answer.base, kit)))
    else:
        write(sheets_printable(sheets(answer.base, kit), answer.head))


def _score(base: KnowledgeBase, record: str, *, as_json: bool) -> None:
    from igov.ask._sitting import tell_score, tell_torn  # noqa: PLC0415  a kit needs no record
    from igov.read.record import read_record  # noqa: PLC0415  as above

    found = read_record(record)
    tell_torn(found, record)
    tell_score(base, found, as_json=as_json)


def _judge(
    base: KnowledgeBase, path: str, under: tuple[Options, tuple[str, ...]], opening: Opening, *, as_json: bool
) -> int:
    """Open the record and judge what is spoken; a record that is of another motion is left alone."""
    from igov.ask._sitting import Judge, sit, sitting_of  # noqa: PLC0415  a kit needs no record
    from igov.read.record import Writer  # noqa: PLC0415  as above

    options, rules = under
    sitting = sitting_of(base, options, rules)
    with Writer(path) as writer:
        before = writer.record.opening.motion
        if writer.record.events and opening.motion not in {None, before}:
            raise click.UsageError(f"the record is of another motion: {before or 'none was named'}")
        judge = Judge(base, options, sitting, writer, as_json=as_json)
        judge.begin(opening)
        return sit(judge, sys.stdin)
