"""What follows from a small defeasible theory, and why or why not."""

from __future__ import annotations

import difflib
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import click

from igov.read.theory import parse_literal, parse_theory, read_theory
from igov.reason.logic import Conclusions, conclude
from igov.show.diagnostics import counted
from igov.show.page import GAP, Page, Piece, Row, title
from igov.show.proofs import STYLES, WORDS, proof_page
from igov.show.terminal import write_json, write_page
from igov.show.text import cells
from igov.terms.place import Report
from igov.terms.theory import Literal, Step, Tag, Theory

STANDARD_INPUT = "standard input"

_TAGGED = re.compile(r"([+\-?][Dd])\s+(.+)")


@dataclass(frozen=True)
class Answer:
    """The conclusions of a theory, and the one, if any, whose proof is asked for."""

    name: str
    theory: Theory
    conclusions: Conclusions
    explained: tuple[Literal, Tag] | None = None


def ask(theory: Theory, explain: str | None = None, name: str = "theory") -> Answer:
    """Answer what follows from a theory; `explain` is a literal, or a tag and a literal (`-d flies`).

    Raises LookupError where the theory does not mention the atom, or the literal has another tag; a Report where the
    text is no literal.
    """
    conclusions = conclude(theory)
    if explain is None:
        return Answer(name, theory, conclusions)
    tagged = _TAGGED.fullmatch(explain.strip())
    literal = parse_literal(tagged[2] if tagged else explain)
    atoms = {known.atom for known in conclusions.literals}
    if literal.atom not in atoms:
        near = difflib.get_close_matches(literal.atom, sorted(atoms), n=1)
        raise LookupError(f'the theory does not mention "{literal.atom}"{f"; did you mean {near[0]}?" if near else ""}')
    tags = conclusions.tags(literal)
    tag = Tag(tagged[1]) if tagged else tags[0] if tags[0] is Tag.CERTAIN else tags[1]
    if tag not in tags:
        raise LookupError(f"{literal} is {tags[0]} {tags[1]}, not {tag}")
    return Answer(name, theory, conclusions, (literal, tag))


def view(answer: Answer) -> Page:
    """Return the screen: the proof that is asked for, or else every literal with its tags."""
    conclusions = answer.conclusions
    if answer.explained is not None:
        return proof_page(*answer.explained, conclusions.step)
    first = 2 + max((cells(str(literal)) for literal in conclusions.literals), default=0)
    page: Page = [title(Path(answer.name).name)]
    told: Counter[Tag] = Counter()
    for literal in conclusions.literals:
        tags = conclusions.tags(literal)
        strongest = tags[0] if tags[0] is Tag.CERTAIN else tags[1]
        told[strongest] += 1
        page.append(Row((str(literal), (f"{tags[0]} {tags[1]} ", (_word(strongest), _style(strongest)))), 2, first))
    numbers = ", ".join(f"{told[tag]} {_word(tag, told[tag])}" for tag in Tag if told[tag])
    rules = counted(len(answer.theory.rules), "rule")
    return [
        *page,
        GAP,
        Piece(f"{counted(len(conclusions.literals), 'literal')}, {rules}{': ' if numbers else ''}{numbers}"),
    ]


def _word(tag: Tag, number: int = 1) -> str:
    several = {Tag.HOLDS: "hold", Tag.FAILS: "do not hold"}
    return several[tag] if number > 1 and tag in several else WORDS[tag].removeprefix("is ")


def _style(tag: Tag) -> str:
    return STYLES.get(tag, "dim")


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys; the steps of a proof stand before those they rest on."""
    conclusions = answer.conclusions
    proof = None
    if answer.explained is not None:
        literal, tag = answer.explained
        steps = conclusions.proof(literal, tag).steps
        proof = {"literal": str(literal), "tag": str(tag), "steps": [_step_object(step) for step in steps]}
    return {
        "schema": "igov/logic/1",
        "file": answer.name,
        "rules": len(answer.theory.rules),
        "literals": [
            {"literal": str(literal), "tags": [str(tag) for tag in conclusions.tags(literal)]}
            for literal in conclusions.literals
        ],
        "proof": proof,
    }


def _step_object(step: Step) -> dict[str, object]:
    return {
        "literal": str(step.literal),
        "tag": str(step.tag),
        "because": step.because.name.lower(),
        "rule": None if step.rule is None else str(step.rule),
        "replies": [
            {
                "rule": str(reply.rule),
                "premise": None if reply.premise is None else str(reply.premise),
                "beaten_by": None if reply.beaten_by is None else str(reply.beaten_by),
            }
            for reply in step.replies
        ],
        "circle": [str(member) for member in step.circle],
        "rests_on": [{"literal": str(literal), "tag": str(tag)} for literal, tag in step.rests_on],
    }


HELP = """\b
Examples:
  igov logic penguin.dl
  igov logic penguin.dl --explain flies
  igov logic penguin.dl --explain "-D flies" --json

Tell what follows from a theory of facts, strict rules (->), defeasible rules (=>) and defeaters (~>), of which one may
prevail over another: a statement a line, as in `penguin.`, `r1: bird => flies`, `r2 > r1`. Every literal is certain
(+D) or not (-D), and holds (+d), does not (-d) or is undecided (?d). FILE may be - for standard input.
"""


@click.command(name="logic", help=HELP)
@click.argument("file", type=click.Path())
@click.option("--explain", metavar="LITERAL", help="Tell why a literal holds, or why not; a tag may stand before it.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
def command(file: str, explain: str | None, as_json: bool) -> None:
    """Answer the question on the console."""
    if file == "-":
        name = STANDARD_INPUT
        theory = parse_theory(sys.stdin.buffer.read(), name)
    else:
        name = file
        theory = read_theory(file)
    try:
        answer = ask(theory, explain, name)
    except (LookupError, Report) as trouble:
        said = trouble.diagnostics[0].title if isinstance(trouble, Report) else str(trouble.args[0])
        raise click.UsageError(f"--explain: {said}") from trouble
    if as_json:
        write_json(to_json(answer))
    else:
        write_page(view(answer))
