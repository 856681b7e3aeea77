"""What a later instrument does to an earlier one: what it adds, drops, strengthens, weakens, widens and narrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import click

from igov.ask._given import Choice, chosen, instrument_named, loaded, rules_and_json, term_named
from igov.reason.compare import differences
from igov.reason.inforce import Options
from igov.show.differences import counts_line, difference_object, difference_page, differences_markdown
from igov.show.page import GAP, Page, Piece, title
from igov.show.phrases import instrument_line, is_draft, short_title
from igov.show.terminal import write, write_json, write_page
from igov.terms.base import KnowledgeBase
from igov.terms.difference import Difference
from igov.terms.order import Axis


@dataclass(frozen=True)
class Comparison:
    """What one instrument does to another."""

    before: str
    after: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Answer:
    """Every instrument named against the one named before it."""

    base: KnowledgeBase
    instruments: tuple[str, ...]
    stakeholder: str | None
    comparisons: tuple[Comparison, ...]


def ask(
    base: KnowledgeBase, instruments: Sequence[str], stakeholder: str | None = None, options: Options | None = None
) -> Answer:
    """Answer what each instrument does to the one named before it, to everybody or to one holder."""
    found = tuple(
        Comparison(before, after, differences(base, before, after, options, holder=stakeholder))
        for before, after in pairwise(instruments)
    )
    return Answer(base, tuple(instruments), stakeholder, found)


def view(answer: Answer) -> Page:
    """Return the screen: kind by kind, every difference as a sentence, with both quotations."""
    base = answer.base
    page: Page = []
    for one in answer.comparisons:
        page += [GAP, title(_title(answer, one))] if page else [title(_title(answer, one))]
        page.append(Piece(((counts_line(one.differences), "dim"),), 2, 2))
        page += difference_page(base, one.differences)
        if not one.differences:
            page += [GAP, Piece("Neither gives it anything.", 2)]
    page.append(GAP)
    for name in answer.instruments:
        page.append(Piece(((instrument_line(base, name), "warn" if is_draft(base, name) else "dim"),), 0, 4))
    return page


def markdown(answer: Answer) -> str:
    """Return the answer as Markdown."""
    return "\n".join(
        differences_markdown(answer.base, _title(answer, one), one.differences) for one in answer.comparisons
    )


def _title(answer: Answer, one: Comparison) -> str:
    names = (short_title(answer.base, name) for name in (one.before, one.after))
    text = "From {} to {}".format(*(f"the {name}" if " " in name else name for name in names))
    if answer.stakeholder is None:
        return text
    return f"{text}: {answer.base.vocabulary.label(Axis.HOLDER, answer.stakeholder)}"


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    return {
        "schema": "igov/compare/1",
        "instruments": list(answer.instruments),
        "stakeholder": answer.stakeholder,
        "comparisons": [
            {
                "before": one.before,
                "after": one.after,
                "differences": [difference_object(answer.base, each) for each in one.differences],
            }
            for one in answer.comparisons
        ],
    }


HELP = """\b
Examples:
  igov compare TA OP
  igov compare TA OP --stakeholder states
  igov compare GD TA WSIS10 GDC --format markdown

Tell what each instrument named does to the one named before it: what it adds, drops, strengthens, weakens, widens,
narrows and restates, with both cites and both quotations. What an instrument only reports of another is told as
restated. Paraphrased provisions are marked, with what they rest on. `igov terms instruments` lists what there is.
"""


@click.command(name="compare", help=HELP)
@click.argument("instruments", nargs=-1, required=True)
@click.option("--stakeholder", "-s", metavar="NAME", help="One holder, the classes it is in and the parts of it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"], case_sensitive=False),
    help="The format; else text.",
)
@click.option("--assume", multiple=True, metavar="READING", help="Switch a reading on.")
@click.option("--without", multiple=True, metavar="READING", help="Switch a reading off.")
@rules_and_json
def command(
    *,
    instruments: tuple[str, ...],
    stakeholder: str | None,
    form: str | None,
    assume: tuple[str, ...],
    without: tuple[str, ...],
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer the question on the console."""
    if as_json and form not in {None, "json"}:
        raise click.UsageError(f"--json and --format {form} cannot both be had")
    base = loaded(rules)
    named = [instrument_named(base, name) for name in instruments]
    if len(named) < 2:
        raise click.UsageError(f"two instruments or more are compared; only {named[0]} was named")
    again = next((one for one, other in pairwise(named) if one == other), None)
    if again is not None:
        raise click.UsageError(f"an instrument is not compared with itself; {again} was named twice")
    holder = term_named(base, Axis.HOLDER, stakeholder) if stakeholder is not None else None
    answer = ask(base, named, holder, chosen(base, Choice(assume, without)))
    if as_json or form == "json":
        write_json(to_json(answer))
    elif form == "markdown":
        write(markdown(answer))
    else:
        write_page(view(answer))
