"""What one may type: holders, positions, activities, topics, limits, instruments, readings, provisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import click

from igov.ask._given import loaded, rules_and_json
from igov.show.page import GAP, Page, Piece, Row, heading, title
from igov.show.phrases import instrument_line
from igov.show.terminal import write_json, write_page
from igov.show.text import quoted, sentence_case
from igov.terms.assignment import Denies, Force, Quantity, Share, Voice
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis, Term

AXES = {
    "holders": Axis.HOLDER,
    "positions": Axis.POSITION,
    "activities": Axis.ACTIVITY,
    "topics": Axis.TOPIC,
    "limits": Axis.SCOPE,
}
OTHERS = ("words", "instruments", "readings", "provisions")
MANY = 60
"""A kind with more terms than this is told as a list of names."""

KINDS = ("", "class", "actor", "organ")
"""The kinds that come first; the others follow as the vocabulary has them."""

CLOSED = {"quantity": Quantity, "force": Force, "share": Share, "voice": Voice, "denied": Denies}
"""The axes whose words are few and fixed."""


@dataclass(frozen=True)
class Answer:
    """What may be typed on one axis, or the number of words of each where none is named."""

    base: KnowledgeBase
    axis: str | None


def ask(base: KnowledgeBase, axis: str | None = None) -> Answer:
    """Answer what one may type on an axis (None: an overview)."""
    return Answer(base, axis)


def terms_of(base: KnowledgeBase, axis: str) -> Mapping[str, Term]:
    """Return the terms of an axis named in the plural."""
    found = AXES[axis]
    return base.vocabulary.limits if found is Axis.SCOPE else base.vocabulary.axes.get(found, {})


def view(answer: Answer) -> Page:
    """Return the screen: an overview, or everything of one axis."""
    base, axis = answer.base, answer.axis
    if axis is None:
        return _overview(base)
    page: Page = [title(sentence_case(axis)), GAP]
    if axis in AXES:
        return page + _terms(terms_of(base, axis))
    if axis == "words":
        return page + [Row((((name, "strong"),), ", ".join(kind)), 2) for name, kind in CLOSED.items()]
    if axis == "instruments":
        return page + _instruments(base)
    if axis == "readings":
        return page + _readings(base)
    return page + [
        Piece(((cite, "strong"), " ", (quoted(_short(provision.text)), "quote")), 2, 4)
        for cite, provision in base.provisions.items()
    ]


def _overview(base: KnowledgeBase) -> Page:
    page: Page = [title("What one may type"), GAP]
    for name in AXES:
        terms = terms_of(base, name)
        some = ", ".join(term.label for term in list(terms.values())[:5])
        page.append(Row((((name, "strong"),), (f"{len(terms)}: {some} ...",)), 2, 14))
    page.append(
        Row(((("words", "strong"),), "the fixed ones: " + "; ".join(", ".join(k) for k in CLOSED.values())), 2, 14)
    )
    page.append(Row(((("instruments", "strong"),), ", ".join(base.instruments)), 2, 14))
    page.append(Row(((("readings", "strong"),), ", ".join(base.readings)), 2, 14))
    page.append(
        Row(
            ((("provisions", "strong"),), f"{len(base.provisions)}, such as {', '.join(list(base.provisions)[:4])}"),
            2,
            14,
        )
    )
    return [*page, GAP, Piece((("Everything of one of them: igov terms holders", "dim"),))]


def _terms(terms: Mapping[str, Term]) -> Page:
    kinds: dict[str, list[Term]] = {}
    for term in terms.values():
        kinds.setdefault(term.kind, []).append(term)
    page: Page = []
    for kind, members in sorted(
        kinds.items(), key=lambda pair: KINDS.index(pair[0]) if pair[0] in KINDS else len(KINDS)
    ):
        if page:
            page.append(GAP)
        if kind:
            page.append(heading(kind))
        if len(members) > MANY:
            page.append(Piece(", ".join(sorted(term.label for term in members)), 2))
        else:
            page += [piece for term in members for piece in _term(term)]
    return page


def _term(term: Term) -> Page:
    names = [name for name in dict.fromkeys((term.label, *term.names)) if name.casefold() != term.id.replace("-", " ")]
    above = ", ".join(step.above for step in term.steps)
    notes = [f"in {above}"] if above else []
    if not term.placed:
        notes.append("not placed in any class")
    if term.collective:
        notes.append("as a whole, not in its parts")
    tail = f"  ({'; '.join(notes)})" if notes else ""
    return [Piece(((term.id, "strong"), f"  {', '.join(names)}" if names else "", (tail, "dim")), 2, 4)]


def _instruments(base: KnowledgeBase) -> Page:
    page: Page = []
    for name, known in base.instruments.items():
        page.append(Piece(((instrument_line(base, name), "strong"),), 2, 4))
        told = [known.symbol, known.body, known.force]
        page.append(Piece((("; ".join(text for text in told if text), "dim"),), 4))
        answers = "answers when none is named" if known.default else f"answers with --according-to {known.id}"
        page.append(Piece(((answers, "dim"),), 4))
    return page


def _readings(base: KnowledgeBase) -> Page:
    page: Page = []
    for reading in base.readings.values():
        state = "on" if reading.default else "off"
        switch = "--without" if reading.default else "--assume"
        page.append(Piece(((reading.id, "strong"), f"  {state} unless said otherwise ({switch} {reading.id})"), 2, 4))
        page.append(Piece((("on: ", "dim"), reading.on), 4, 4))
        page.append(Piece((("off: ", "dim"), reading.off), 4, 5))
        if reading.who:
            page.append(Piece((("who reads it so: ", "dim"), reading.who), 4, 4))
    return page


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:14]) + (" ..." if len(words) > 14 else "")


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    base = answer.base
    shown = [answer.axis] if answer.axis else [*AXES, *OTHERS]
    found: dict[str, object] = {"schema": "igov/terms/1", "axis": answer.axis}
    for name in shown:
        if name in AXES:
            found[name] = [
                {
                    "term": term.id,
                    "label": term.label,
                    "names": list(term.names),
                    "kind": term.kind or None,
                    "under": [step.above for step in term.steps],
                    "placed": term.placed,
                    "collective": term.collective,
                    "note": term.note or None,
                }
                for term in terms_of(base, name).values()
            ]
        elif name == "words":
            found[name] = {axis: list(map(str, kind)) for axis, kind in CLOSED.items()}
        elif name == "instruments":
            found[name] = [
                {
                    "id": known.id,
                    "title": known.title,
                    "symbol": known.symbol,
                    "date": known.date.isoformat(),
                    "standing": str(known.status),
                    "default": known.default,
                }
                for known in base.instruments.values()
            ]
        elif name == "readings":
            found[name] = [
                {"id": r.id, "label": r.label, "default": r.default, "on": r.on, "off": r.off, "cites": list(r.cites)}
                for r in base.readings.values()
            ]
        else:
            found[name] = list(base.provisions)
    return found


HELP = """\b
Examples:
  igov terms
  igov terms holders
  igov terms readings

List what one may type, with its everyday names: holders, positions, activities, topics, limits; the fixed
words; instruments, readings and provisions. Any of the names is taken, in any case.
"""


@click.command(name="terms", help=HELP)
@click.argument("axis", required=False)
@rules_and_json
def command(axis: str | None, rules: tuple[str, ...], as_json: bool) -> None:
    """Answer the question on the console."""
    names = (*AXES, *OTHERS)
    if axis is not None:
        meant = [name for name in names if axis.casefold() in {name, name.removesuffix("s"), f"{name[:-3]}y"}]
        if not meant:
            raise click.UsageError(f'there is no list "{axis}"; there are {", ".join(names)}')
        axis = meant[0]
    answer = ask(loaded(rules), axis)
    if as_json:
        write_json(to_json(answer))
    else:
        write_page(view(answer))
