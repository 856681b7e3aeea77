"""How the roles of one holder changed, instrument by instrument, in the terminal and as a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json, term_named
from igov.reason.inforce import Options
from igov.reason.timeline import Chapter, Entry, timeline
from igov.show.differences import shift_object
from igov.show.norms import norm_object
from igov.show.page import Page
from igov.show.phrases import captions, is_draft
from igov.show.terminal import write, write_json, write_page
from igov.show.text import sentence_case
from igov.show.timeline import Card, timeline_page, timeline_svg
from igov.show.timeline import Chapter as Drawn
from igov.terms.assignment import UNSPECIFIED, Norm, Polarity
from igov.terms.base import KnowledgeBase
from igov.terms.difference import Change
from igov.terms.order import Axis

MANY = 5
"""So many acts under the same words are told in one line."""


@dataclass(frozen=True)
class Answer:
    """One holder, and what each instrument gave it."""

    base: KnowledgeBase
    stakeholder: str
    chapters: tuple[Chapter, ...]

    @property
    def label(self) -> str:
        """The short usual name of the holder."""
        return self.base.vocabulary.label(Axis.HOLDER, self.stakeholder)


def ask(base: KnowledgeBase, stakeholder: str, options: Options | None = None) -> Answer:
    """Answer what every instrument, or those that the options name, gave a holder, in the order of dates."""
    return Answer(base, stakeholder, timeline(base, stakeholder, options))


def view(answer: Answer) -> Page:
    """Return the screen: instrument by instrument, own first, with what changed since those before."""
    return timeline_page(_head(answer), _drawn(answer))


def drawing(answer: Answer) -> str:
    """Return the answer as SVG."""
    return timeline_svg(_head(answer), _drawn(answer))


def _head(answer: Answer) -> str:
    years = [chapter.instrument.date.year for chapter in answer.chapters]
    name = sentence_case(answer.label)
    return f"{name}, {years[0]} to {years[-1]}" if years else name


def _drawn(answer: Answer) -> list[Drawn]:
    base = answer.base
    drawn = []
    for chapter in answer.chapters:
        known = chapter.instrument
        draft = is_draft(base, known.id)
        kind = "; ".join(text for text in ("never adopted" if draft else "adopted", known.symbol, known.force) if text)
        cards = tuple(_card(base, entry) for entry in chapter.entries)
        drawn.append(Drawn(known.date.isoformat(), known.short or known.id, kind, draft, cards))
    return drawn


def _card(base: KnowledgeBase, entry: Entry) -> Card:
    side = entry.quotation
    whose = f"with {base.vocabulary.label(Axis.HOLDER, entry.shared)}" if entry.shared else ""
    if entry.against:
        others = base.vocabulary.label(Axis.HOLDER, side.norms[0].holder.term)
        whose = "forbidden" if side.norms[0].polarity is Polarity.AGAINST else f"shut out of what {others} have"
    gives = _gives(base, side.norms)
    if whose:
        gives = [f"{whose}: {gives[0]}", *gives[1:]]
    return Card(
        words=side.words,
        cite=side.place,
        gives=tuple(gives),
        change=str(entry.change),
        changed=_changed(entry),
        paraphrase=side.mark,
        note=base.provisions[side.provision].note if side.paraphrase else "",
    )


def _gives(base: KnowledgeBase, norms: Sequence[Norm]) -> list[str]:
    """Return what norms give, a line each; those that differ in the act alone share a line where they are many."""
    lines = [line for line, _ in captions(base.vocabulary, norms)]
    if len(lines) < MANY or len({(n.position, n.topic, n.force, n.limits, n.counterpart) for n in norms}) > 1:
        return lines
    whole = [line for line, _ in captions(base.vocabulary, [replace(norms[0], activity=UNSPECIFIED)])]
    acts = "; ".join(base.vocabulary.label(Axis.ACTIVITY, norm.activity) for norm in norms)
    return [f"{whole[0]}: {acts}"]


def _changed(entry: Entry) -> str:
    if entry.change is Change.ADDED:
        return "new"
    if not entry.shifts:
        return f"as {entry.since}"
    told: dict[Change, list[str]] = {}
    for shift in entry.shifts:
        told.setdefault(shift.change, []).append(str(shift))
    changes = "; ".join(f"{change}, {', '.join(told[change])}" for change in Change if change in told)
    return f"beside {entry.since}: {changes}"


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    base = answer.base
    return {
        "schema": "igov/timeline/1",
        "stakeholder": {"term": answer.stakeholder, "label": answer.label},
        "instruments": [
            {
                "id": chapter.instrument.id,
                "title": chapter.instrument.title,
                "date": chapter.instrument.date.isoformat(),
                "standing": "draft" if is_draft(base, chapter.instrument.id) else "adopted",
                "force": chapter.instrument.force,
                "entries": [
                    {
                        "cite": entry.quotation.cite,
                        "words": entry.quotation.words,
                        "paraphrase": entry.quotation.paraphrase,
                        "basis": entry.quotation.basis,
                        "with": entry.shared,
                        "against": entry.against,
                        "change": str(entry.change),
                        "since": entry.since,
                        "shifts": [shift_object(shift) for shift in entry.shifts],
                        "norms": [norm_object(base, norm) for norm in entry.quotation.norms],
                    }
                    for entry in chapter.entries
                ],
            }
            for chapter in answer.chapters
        ],
    }


HELP = """\b
Examples:
  igov timeline civil-society
  igov timeline governments --adopted-only
  igov timeline civil-society --out civil-society.svg

Tell how the roles of a holder changed from instrument to instrument, in the order of their dates: what each gave it,
itself or with a wider class, where it was shut out, and what changed since those before. All instruments are asked
unless --according-to names some. Paraphrased provisions are marked, with what they rest on.
"""


@click.command(name="timeline", help=HELP)
@click.argument("name", required=False)
@click.option("--stakeholder", "-s", metavar="NAME", help="The holder: a class, an actor, an organ.")
@click.option(
    "--format", "form", type=click.Choice(["text", "svg", "json"], case_sensitive=False), help="The format; else text."
)
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write the drawing to a file, as SVG.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    name: str | None,
    stakeholder: str | None,
    form: str | None,
    out: str | None,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer the question on the console or in a file."""
    asked = stakeholder if stakeholder is not None else name
    if asked is None:
        raise click.UsageError("whose timeline? Name a stakeholder: igov timeline civil-society")
    if as_json and form not in {None, "json"}:
        raise click.UsageError(f"--json and --format {form} cannot both be had")
    if out is not None and (as_json or form not in {None, "svg"}):
        raise click.UsageError("a file takes the drawing: --format svg")
    base = loaded(rules)
    holder = term_named(base, Axis.HOLDER, asked)
    answer = ask(base, holder, chosen(base, choice))
    if out is not None:
        Path(out).write_text(drawing(answer), encoding="utf-8", newline="\n")
    elif form == "svg":
        write(drawing(answer))
    elif as_json or form == "json":
        write_json(to_json(answer))
    else:
        write_page(view(answer))
