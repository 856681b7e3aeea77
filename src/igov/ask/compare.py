"""Two instruments side by side: what each gives to whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest

import click

from igov.ask._given import chosen, instrument_named, loaded, rules_and_json, term_named
from igov.reason.compare import Compared, compared
from igov.reason.inforce import Options, in_force
from igov.show.norms import norm_object
from igov.show.page import GAP, Page, Piece, Row, Text, heading, title
from igov.show.phrases import captions, short_title
from igov.show.sections import standing_lines
from igov.show.terminal import write_json, write_page
from igov.terms.assignment import Norm
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis


@dataclass(frozen=True)
class Answer:
    """For every holder what each of two instruments gives it."""

    base: KnowledgeBase
    left: str
    right: str
    stakeholder: str | None
    holders: tuple[Compared, ...]


def ask(
    base: KnowledgeBase, left: str, right: str, stakeholder: str | None = None, options: Options | None = None
) -> Answer:
    """Answer what each of two instruments gives, to everybody or to one holder and the classes it is in."""
    asked = replace(options or Options(), instruments=(left, right))
    return Answer(base, left, right, stakeholder, compared(in_force(base, asked), left, right, stakeholder))


def view(answer: Answer) -> Page:
    """Return the screen: holder by holder, the two instruments in two columns, like beside like."""
    base = answer.base
    page: Page = [title(f"{short_title(base, answer.left)} and {short_title(base, answer.right)}")]
    heads: tuple[Text, ...] = ("", ((answer.left, "strong"),), ((answer.right, "strong"),))
    for holder in answer.holders:
        page += [GAP, heading(base.vocabulary.label(Axis.HOLDER, holder.holder)), Row(heads, 0, 2)]
        for one, other in holder.rows:
            for mine, theirs in zip_longest(_lines(base, one), _lines(base, other), fillvalue=""):
                page.append(Row(("", mine or (("-", "dim"),), theirs or (("-", "dim"),)), 0, 2))
    if not answer.holders:
        page += [GAP, Piece("Neither gives it anything.")]
    norms = [norm for holder in answer.holders for row in holder.rows for side in row for norm in side]
    return [*page, GAP, *standing_lines(base, norms)]


def _lines(base: KnowledgeBase, norms: tuple[Norm, ...]) -> list[Text]:
    by_cite: dict[str, list[Norm]] = {}
    for norm in norms:
        by_cite.setdefault(norm.cite, []).append(norm)
    told: list[Text] = []
    for cite, members in by_cite.items():
        told += [(f"{line} ", (f"[{cite}]", "cite")) for line, _ in captions(base.vocabulary, members)]
    return told


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    base = answer.base
    return {
        "schema": "igov/compare/1",
        "left": answer.left,
        "right": answer.right,
        "stakeholder": answer.stakeholder,
        "holders": [
            {
                "holder": {"term": holder.holder, "label": base.vocabulary.label(Axis.HOLDER, holder.holder)},
                "rows": [
                    {
                        "left": [norm_object(base, norm) for norm in one],
                        "right": [norm_object(base, norm) for norm in other],
                    }
                    for one, other in holder.rows
                ],
            }
            for holder in answer.holders
        ],
    }


HELP = """\b
Examples:
  igov compare TA OP
  igov compare TA OP --stakeholder states

Set two instruments side by side: holder by holder what each gives, like beside like. With --stakeholder, one
holder and the classes it is in.
"""


@click.command(name="compare", help=HELP)
@click.argument("left")
@click.argument("right")
@click.option("--stakeholder", "-s", metavar="NAME", help="One holder and the classes it is in.")
@click.option("--assume", multiple=True, metavar="READING", help="Switch a reading on.")
@click.option("--without", multiple=True, metavar="READING", help="Switch a reading off.")
@rules_and_json
def command(
    *,
    left: str,
    right: str,
    stakeholder: str | None,
    assume: tuple[str, ...],
    without: tuple[str, ...],
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer the question on the console."""
    base = loaded(rules)
    one, other = instrument_named(base, left), instrument_named(base, right)
    if one == other:
        raise click.UsageError(f"two instruments are compared; {one} was named twice")
    holder = term_named(base, Axis.HOLDER, stakeholder) if stakeholder is not None else None
    answer = ask(base, one, other, holder, chosen(base, assume, without))
    if as_json:
        write_json(to_json(answer))
    else:
        write_page(view(answer))
