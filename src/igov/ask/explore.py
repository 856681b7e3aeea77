"""One page to explore together: who holds what over what, in every choice of texts and readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json
from igov.reason.graph import RoleGraph, role_graph
from igov.reason.inforce import Options, in_force
from igov.reason.matrix import matrix, settings
from igov.show.page import GAP, Page, Piece, title
from igov.show.phrases import topic_phrase
from igov.show.sections import section
from igov.show.terminal import write_json, write_page
from igov.show.text import sentence_case
from igov.terms.base import KnowledgeBase
from igov.terms.matrix import Cell, Matrix, Setting
from igov.terms.order import Axis


@dataclass(frozen=True)
class Answer:
    """Every holder against every topic, and the role graph, in every setting."""

    base: KnowledgeBase
    matrix: Matrix
    graphs: Mapping[Setting, RoleGraph]


def ask(base: KnowledgeBase, options: Options | None = None) -> Answer:
    """Answer what everybody may be said to hold over everything, in every setting that the options leave open."""
    chosen_options = options or Options()
    _, every = settings(base, chosen_options)
    graphs = {setting: role_graph(in_force(base, one)) for setting, one in every.items()}
    return Answer(base, matrix(base, chosen_options), graphs)


def view(answer: Answer) -> Page:
    """Return the screen: holder by holder, the strongest position that the texts bear out over each topic."""
    vocabulary = answer.base.vocabulary
    page: Page = [title("Who holds which role over what")]
    for holder in answer.matrix.holders:
        lines: dict[str, list[str]] = {}
        for topic in answer.matrix.topics:
            cell = answer.matrix.cell(answer.matrix.opened, holder, topic)
            if cell is not None and cell.kind in {"held", "disputed"}:
                lines.setdefault(_told(answer, cell), []).append(topic_phrase(vocabulary, topic))
        body: Page = [Piece(((f"{said}: ", "strong"), "; ".join(topics)), 2, 2) for said, topics in lines.items()]
        page += section(sentence_case(vocabulary.label(Axis.HOLDER, holder)), body)
    return [*page, GAP, Piece((("As a page to explore: igov explore --out page.html", "dim"),))]


def _told(answer: Answer, cell: Cell) -> str:
    rung = cell.held or cell.disputed or cell.rungs[0]
    disputed = "disputed: " if cell.held is None else ""
    draft = " (draft)" if rung.standing == "draft" else ""
    return f"{disputed}{answer.base.vocabulary.label(Axis.POSITION, rung.position)}{draft}"


def to_json(answer: Answer) -> dict[str, object]:
    """Return the cells of the setting asked for as one object with stable keys."""
    base, table = answer.base, answer.matrix
    norms = table.norms[table.opened]
    return {
        "schema": "igov/explore/1",
        "instruments": list(table.texts[0]),
        "adopted_only": table.opened.adopted_only,
        "readings": {name: name in table.opened.on for name in table.readings},
        "holders": [{"term": term, "label": base.vocabulary.label(Axis.HOLDER, term)} for term in table.holders],
        "topics": [{"terms": sorted(topic), "label": topic_phrase(base.vocabulary, topic)} for topic in table.topics],
        "cells": [
            {
                "holder": holder,
                "topic": sorted(topic),
                "kind": cell.kind,
                "position": cell.held.position if cell.held else None,
                "claims": [
                    {
                        "position": rung.position,
                        "verdict": str(rung.verdict),
                        "cites": list(dict.fromkeys(norms[name].cite for name in (*rung.gives, *rung.bars))),
                        "standing": rung.standing,
                    }
                    for rung in cell.rungs
                ],
            }
            for holder in table.holders
            for topic in table.topics
            if (cell := table.cell(table.opened, holder, topic)) is not None
        ],
    }


HELP = """\b
Examples:
  igov explore --out page.html
  igov explore --out all.html --according-to all
  igov explore --adopted-only

Write one page to explore together: holders by topics with the strength of each role, the clause behind every cell, and
the role graph as a drawing. Texts and readings are switched on the page; every answer on it was found before, so that
it needs no network and nothing installed. Without --out the same in few words.
"""


@click.command(name="explore", help=HELP)
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write the page to a file, as HTML.")
@readings_and_instruments
@rules_and_json
def command(*, out: str | None, choice: Choice, rules: tuple[str, ...], as_json: bool) -> None:
    """Answer the question on the console or in a file."""
    if out is not None and as_json:
        raise click.UsageError("a file takes the page, --json the console; give one of them")
    base = loaded(rules)
    answer = ask(base, chosen(base, choice))
    if out is not None:
        from igov.show.explore.content import content  # noqa: PLC0415  a page in a file alone needs it
        from igov.show.explore.page import page  # noqa: PLC0415  as above

        text = page(content(base, answer.matrix, answer.graphs))
        Path(out).write_text(text, encoding="utf-8", newline="\n")
    elif as_json:
        write_json(to_json(answer))
    else:
        write_page(view(answer))
