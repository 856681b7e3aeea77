"""One page for a delegation: what it holds, what it may ask for, what is too much, who speaks against it."""

from __future__ import annotations

from dataclasses import dataclass

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json, term_named
from igov.reason.brief import Brief, brief_of
from igov.reason.inforce import Options, in_force
from igov.reason.roles import Held
from igov.show.claim_page import ready_claims
from igov.show.judgement import ready_object
from igov.show.norms import norm_object
from igov.show.page import GAP, Page, Piece, title
from igov.show.pages import markdown, printable
from igov.show.phrases import citation, holder_phrase, norm_sentence
from igov.show.sections import section, standing_lines
from igov.show.terminal import write, write_json, write_page
from igov.show.text import sentence_case
from igov.terms.assignment import Holder, Norm
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis

FORMATS = ("page", "markdown", "html")


@dataclass(frozen=True)
class Answer:
    """The page of one holder, and the instruments that were asked."""

    base: KnowledgeBase
    stakeholder: str
    brief: Brief
    instruments: tuple[str, ...]

    @property
    def label(self) -> str:
        """The short usual name of the holder."""
        return self.base.vocabulary.label(Axis.HOLDER, self.stakeholder)

    @property
    def head(self) -> str:
        """The head line of the page."""
        return f"Brief: {sentence_case(self.label)}"


def ask(base: KnowledgeBase, stakeholder: str, options: Options | None = None) -> Answer:
    """Answer what a delegation of a holder, given by its id, should know before it speaks."""
    texts = in_force(base, options or Options())
    return Answer(base, stakeholder, brief_of(texts, stakeholder), texts.instruments)


def view(answer: Answer) -> Page:
    """Return the page: what you hold, what you may say, what is too much, and what others will say."""
    return [title(answer.head), *body(answer)]


def body(answer: Answer) -> Page:
    """Return the page without its head line."""
    base, brief = answer.base, answer.brief
    roles, drafts = brief.roles, brief.roles.draft_only
    page: Page = []
    page += section("What you hold yourself", _norms(base, [h for h in roles.own if h.norm.id not in drafts]))
    page += section("What you share", _norms(base, [h for h in roles.shared if h.norm.id not in drafts]))
    only = [h for h in (*roles.own, *roles.shared) if h.norm.id in drafts]
    page += section("What only a draft gives you", _norms(base, only))
    page += section("Where you are shut out", _norms(base, roles.excluded))
    page += section("What you may say", ready_claims(base, brief.asks))
    page += section("What would be too much", ready_claims(base, brief.overreach))
    page += section("What others will say against you", ready_claims(base, brief.attacks))
    page += section("Who is named with you", _others(base, brief.allies))
    page += section("Who holds alone what you do not", _others(base, brief.tensions))
    if not page:
        page = [GAP, Piece("No provision speaks of it.", 2, 2)]
    shown = [h.norm for h in (*roles.own, *roles.shared, *roles.excluded)]
    return [*page, GAP, *standing_lines(base, shown, answer.instruments)]


def _norms(base: KnowledgeBase, held: list[Held] | tuple[Held, ...]) -> Page:
    """Return norms a line each, those of one sentence together."""
    lines: dict[str, list[str]] = {}
    for one in held:
        cites = lines.setdefault(norm_sentence(base.vocabulary, one.norm), [])
        cite = citation(base, one.norm)
        if cite not in cites:
            cites.append(cite)
    return [Piece(f"{sentence}.", 2, 2, right=", ".join(cites)) for sentence, cites in lines.items()]


def _others(base: KnowledgeBase, others: tuple[tuple[str, tuple[Norm, ...]], ...]) -> Page:
    """Return other holders a line each, with the provisions that name them."""
    return [
        Piece(
            sentence_case(holder_phrase(base.vocabulary, Holder(term))),
            2,
            2,
            right=", ".join(dict.fromkeys(citation(base, norm) for norm in norms)),
        )
        for term, norms in others
    ]


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    base, brief = answer.base, answer.brief

    def norms(held: tuple[Held, ...]) -> list[dict[str, object]]:
        return [{**norm_object(base, one.norm), "draft_only": one.norm.id in brief.roles.draft_only} for one in held]

    def others(found: tuple[tuple[str, tuple[Norm, ...]], ...]) -> list[dict[str, object]]:
        return [
            {
                "term": term,
                "label": base.vocabulary.label(Axis.HOLDER, term),
                "cites": list(dict.fromkeys(norm.cite for norm in held)),
            }
            for term, held in found
        ]

    return {
        "schema": "igov/brief/1",
        "stakeholder": {"term": answer.stakeholder, "label": answer.label},
        "own": norms(brief.roles.own),
        "shared": norms(brief.roles.shared),
        "excluded": norms(brief.roles.excluded),
        "asks": [ready_object(base, one) for one in brief.asks],
        "overreach": [ready_object(base, one) for one in brief.overreach],
        "attacks": [ready_object(base, one) for one in brief.attacks],
        "allies": others(brief.allies),
        "tensions": others(brief.tensions),
        "instruments": list(answer.instruments),
    }


HELP = """\b
Examples:
  igov brief civil-society
  igov brief "private sector" --format markdown > brief.md
  igov brief states --format html > brief.html

One page for a delegation: what it holds itself, shares, and has by a draft only; where it is shut out; ready-made
claims that the texts bear out and others that go too far, each with the judge's verdict; who is named with it and who
holds alone what it does not. The HTML prints on A4.
"""


@click.command(name="brief", help=HELP)
@click.argument("stakeholder")
@click.option("--format", "form", type=click.Choice(FORMATS), default="page", help="What to write; a page if not said.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    stakeholder: str,
    form: str,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer the question on the console."""
    base = loaded(rules)
    holder = term_named(base, Axis.HOLDER, stakeholder)
    answer = ask(base, holder, chosen(base, choice))
    if as_json:
        write_json(to_json(answer))
    elif form == "page":
        write_page(view(answer))
    else:
        write({"markdown": markdown, "html": printable}[form](body(answer), answer.head))
