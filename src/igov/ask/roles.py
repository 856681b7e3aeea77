"""Every role, right, responsibility and limit of a holder, with words and citation."""

from __future__ import annotations

from dataclasses import dataclass

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json, term_named
from igov.reason.inforce import Options, in_force
from igov.reason.roles import Held, Roles, roles_of
from igov.show.norms import basis_phrase, norm_object, step_object, step_sentence
from igov.show.page import GAP, Page, Piece, title
from igov.show.phrases import is_draft
from igov.show.sections import norms_by_words, section, standing_lines
from igov.show.terminal import write_json, write_page
from igov.show.text import sentence_case
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis


@dataclass(frozen=True)
class Answer:
    """What one holder has, own and shared, and where it is shut out."""

    base: KnowledgeBase
    stakeholder: str
    roles: Roles
    assumed: dict[str, bool]
    instruments: tuple[str, ...]

    @property
    def label(self) -> str:
        """The short usual name of the holder."""
        return self.base.vocabulary.label(Axis.HOLDER, self.stakeholder)

    @property
    def placed(self) -> bool:
        """Whether some class covers the holder, so that what is said of the class is said of it."""
        term = self.base.vocabulary.term(Axis.HOLDER, self.stakeholder)
        return term is None or term.placed


def ask(base: KnowledgeBase, stakeholder: str, options: Options | None = None) -> Answer:
    """Answer what the texts say of a holder, given by its id."""
    texts = in_force(base, options or Options())
    instruments = tuple(dict.fromkeys(norm.instrument for norm in texts.norms))
    return Answer(base, stakeholder, roles_of(texts, stakeholder), dict(texts.assumed), instruments)


def view(answer: Answer) -> Page:
    """Return the screen: its own first, then what it shares, then where it is shut out."""
    base, roles = answer.base, answer.roles
    page: Page = [title(sentence_case(answer.label))]
    term = base.vocabulary.term(Axis.HOLDER, answer.stakeholder)
    if term is not None and not term.placed:
        page.append(Piece((("No class of the texts covers it: what they give to classes is not said of it.", "dim"),)))
    own = norms_by_words(base, (held.norm for held in roles.own))
    page += section("What it holds itself", own or [Piece("No provision names it.", 2)])
    page += _shared(answer)
    page += section("Where it is shut out", _shut_out(answer, roles.excluded))
    page += section("Where it would be shut out, were a reading switched", _shut_out(answer, roles.excluded_if))
    page += section(
        "What others do for it or with it", norms_by_words(base, (h.norm for h in roles.towards), whole=True)
    )
    page += section("What only some of it hold", norms_by_words(base, (h.norm for h in roles.parts), whole=True))
    page += _draft_only(answer)
    shown = [held.norm for held in (*roles.own, *roles.shared, *roles.excluded)]
    return [*page, GAP, *standing_lines(base, shown, answer.instruments)]


def _shared(answer: Answer) -> Page:
    base = answer.base
    by_holder: dict[str, list[Held]] = {}
    for held in answer.roles.shared:
        by_holder.setdefault(held.norm.holder.term, []).append(held)
    page: Page = []
    for term, members in by_holder.items():
        if page:
            page.append(GAP)
        steps = "; ".join(
            f"{step_sentence(base, Axis.HOLDER, narrow, step)} ({basis_phrase(step)})"
            for narrow, step in members[0].steps
        )
        page.append(Piece((f"with {base.vocabulary.label(Axis.HOLDER, term)}", (f": {steps}", "dim")), 2, 2))
        page += norms_by_words(base, (held.norm for held in members), indent=4)
    return section("What it shares", page)


def _shut_out(answer: Answer, members: tuple[Held, ...]) -> Page:
    base = answer.base
    readings = {held.norm.id: held.readings for held in members}
    page: Page = []
    for held in members:
        page += norms_by_words(base, [held.norm], whole=True)
        for reading in readings[held.norm.id]:
            known = base.readings[reading]
            on = answer.assumed.get(reading, known.default)
            page.append(Piece((("read so: ", "dim"), known.on if on else known.off), 4, 2))
            other = f"read otherwise ({'--without' if on else '--assume'} {reading}): "
            page.append(Piece(((other, "dim"), known.off if on else known.on), 4, 2))
    return page


def _draft_only(answer: Answer) -> Page:
    drafts = answer.roles.draft_only
    held = [held.norm for held in (*answer.roles.own, *answer.roles.shared) if held.norm.id in drafts]
    cites = ", ".join(dict.fromkeys(norm.cite for norm in held))
    if not cites:
        return []
    return section("What only a draft gives", [Piece(f"{cites}: no adopted text gives as much.", 2, 2)])


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    base, roles = answer.base, answer.roles

    def entries(members: tuple[Held, ...]) -> list[dict[str, object]]:
        return [
            {
                **norm_object(base, held.norm),
                "steps": [step_object(base, Axis.HOLDER, narrow, step) for narrow, step in held.steps],
                "readings": list(held.readings),
                "draft_only": held.norm.id in roles.draft_only,
            }
            for held in members
        ]

    return {
        "schema": "igov/roles/1",
        "stakeholder": {"term": answer.stakeholder, "label": answer.label, "placed": answer.placed},
        "own": entries(roles.own),
        "shared": entries(roles.shared),
        "excluded": entries(roles.excluded),
        "excluded_if": entries(roles.excluded_if),
        "towards": entries(roles.towards),
        "parts": entries(roles.parts),
        "assumed": answer.assumed,
        "instruments": [
            {"id": name, "standing": "draft" if is_draft(base, name) else "adopted"} for name in answer.instruments
        ],
    }


HELP = """\b
Examples:
  igov roles --stakeholder civil-society
  igov roles --stakeholder "private sector" --adopted-only
  igov roles -s ICANN --without technical-bodies-are-international-organizations

Tell every role, right, responsibility and limit of a holder: first what it holds itself, then what it shares
and by which step, where it is shut out, and what only a draft gives. Names are those of `igov terms holders`,
in any case.
"""


@click.command(name="roles", help=HELP)
@click.argument("name", required=False)
@click.option("--stakeholder", "-s", metavar="NAME", help="The holder: a class, an actor, an organ.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    name: str | None,
    stakeholder: str | None,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer the question on the console."""
    asked = stakeholder if stakeholder is not None else name
    if asked is None:
        raise click.UsageError("whose roles? Name a stakeholder: igov roles --stakeholder civil-society")
    base = loaded(rules)
    holder = term_named(base, Axis.HOLDER, asked)
    answer = ask(base, holder, chosen(base, choice))
    if as_json:
        write_json(to_json(answer))
    else:
        write_page(view(answer))
