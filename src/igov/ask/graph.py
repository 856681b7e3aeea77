"""The role graph: who is among whom, and what each holds; a tree here, or a file for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json, term_named
from igov.reason.graph import RoleGraph, role_graph
from igov.reason.inforce import Options, in_force
from igov.show.graphs import FORMATS as TEXTS
from igov.show.graphs import SUFFIXES as TEXT_SUFFIXES
from igov.show.graphs import as_object
from igov.show.page import GAP, Page, Piece, title
from igov.show.phrases import captions, citation
from igov.show.ribbons import svg
from igov.show.sections import standing_lines
from igov.show.terminal import write, write_json, write_page
from igov.terms.assignment import Norm
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis

FORMATS = {**TEXTS, "svg": svg}
SUFFIXES = {**TEXT_SUFFIXES, ".svg": "svg"}


@dataclass(frozen=True)
class Answer:
    """The graph, and the holder it was asked for, if one was."""

    base: KnowledgeBase
    stakeholder: str | None
    graph: RoleGraph


def ask(base: KnowledgeBase, stakeholder: str | None = None, options: Options | None = None) -> Answer:
    """Answer with the role graph, of one holder and the classes above it where one is named."""
    return Answer(base, stakeholder, role_graph(in_force(base, options or Options()), stakeholder))


def view(answer: Answer) -> Page:
    """Return the tree: holders under holders, and under each what it holds."""
    page: Page = [title("Who is among whom, and what each holds"), GAP]
    by_holder: dict[str, list[Norm]] = {}
    for norm in answer.graph.norms:
        by_holder.setdefault(norm.holder.term, []).append(norm)
    for root in answer.graph.roots:
        page += _branch(answer, root, by_holder, 0, frozenset())
    return [*page, GAP, *standing_lines(answer.base, answer.graph.norms)]


def _branch(
    answer: Answer, term: str, norms: dict[str, list[Norm]], depth: int, above: frozenset[str]
) -> Iterator[Piece]:
    base = answer.base
    indent = 2 * min(depth, 8)
    yield Piece(((base.vocabulary.label(Axis.HOLDER, term), "strong"),), indent, 2)
    by_cite: dict[str, list[Norm]] = {}
    for norm in norms.get(term, ()):
        by_cite.setdefault(citation(base, norm), []).append(norm)
    for cite, members in by_cite.items():
        for line, _ in captions(base.vocabulary, members):
            yield Piece((("· ", "dim"), line), indent + 2, 2, right=cite)
    for below in answer.graph.below[term]:
        if below not in above and below != term:
            yield from _branch(answer, below, norms, depth + 1, above | {term})


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    return as_object(answer.graph.nodes, answer.graph.edges)


HELP = """\b
Examples:
  igov graph
  igov graph --stakeholder ITU
  igov graph --out roles.graphml
  igov graph --format svg > roles.svg
  igov graph --format mermaid

Draw the role graph: who is among whom, and what each holds over what. A tree on the console; dot, mermaid,
graphml, svg or json with --format, or as the ending of --out says.
"""


@click.command(name="graph", help=HELP)
@click.option("--stakeholder", "-s", metavar="NAME", help="One holder and the classes above it.")
@click.option(
    "--format", "form", type=click.Choice(["tree", *FORMATS], case_sensitive=False), help="The format; else a tree."
)
@click.option("--out", type=click.Path(), metavar="FILE", help="Write to a file; its ending names the format.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    stakeholder: str | None,
    form: str | None,
    out: str | None,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer the question on the console or in a file."""
    if as_json and form not in {None, "json"}:
        raise click.UsageError(f"--json and --format {form} cannot both be had")
    form = form or ("json" if as_json else None)
    if form is None and out is not None:
        form = SUFFIXES.get(Path(out).suffix.lower())
        if form is None:
            raise click.UsageError(f"the ending of {out} names no format; give --format {', '.join(FORMATS)}")
    if form == "tree" and out is not None:
        raise click.UsageError("a tree is for the console; a file takes --format " + ", ".join(FORMATS))
    base = loaded(rules)
    holder = term_named(base, Axis.HOLDER, stakeholder) if stakeholder is not None else None
    answer = ask(base, holder, chosen(base, choice))
    if form is None or form == "tree":
        write_page(view(answer))
    elif out is not None:
        text = FORMATS[form](answer.graph.nodes, answer.graph.edges)
        Path(out).write_text(text, encoding="utf-8", newline="\n")
    elif form == "json":
        write_json(to_json(answer))
    else:
        write(FORMATS[form](answer.graph.nodes, answer.graph.edges))
