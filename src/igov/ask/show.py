"""A provision with its words marked, and the norms they yield."""

from __future__ import annotations

from dataclasses import dataclass, replace

import click

from igov.ask._given import loaded, provision_named, rules_and_json
from igov.read.copies import local_number, read_copy, words_in
from igov.show.norms import norm_object
from igov.show.page import GAP, Page, Piece, Row, Run, title
from igov.show.phrases import instrument_line, is_draft, norm_sentence
from igov.show.sections import section
from igov.show.terminal import write_json, write_page
from igov.terms.assignment import Norm
from igov.terms.base import KnowledgeBase, Provision

PAUSE = " … "
"""What stands between the runs of words of one norm."""


@dataclass(frozen=True)
class Answer:
    """A provision, the cite it was asked by, and its norms in order."""

    base: KnowledgeBase
    cite: str
    provision: Provision
    norms: tuple[Norm, ...]
    copy: str = ""
    """The file that holds the reader's own copy of the text, if one was given."""
    words: tuple[str, ...] | None = None
    """The words of its paragraph in that copy, empty where there is no such paragraph."""


def ask(base: KnowledgeBase, cite: str) -> Answer:
    """Answer with a provision, given by its id or by that of the paragraph it reports.

    Raises:
        KeyError: where no provision has it.
    """
    provision = base.text_of(cite)
    if provision is None:
        raise KeyError(cite)
    return Answer(base, cite, provision, base.by_cite.get(provision.id, ()))


def view(answer: Answer) -> Page:
    """Return the screen: the text with the words of each norm in numbered brackets, then the norms."""
    base, provision = answer.base, answer.provision
    runs = list(dict.fromkeys(norm.words for norm in answer.norms))
    head = provision.id if answer.cite == provision.id else f"{answer.cite}, as reported in {provision.id}"
    page: Page = [title(head)]
    page.append(
        Piece(
            ((instrument_line(base, provision.instrument), "warn" if is_draft(base, provision.instrument) else "dim"),),
            0,
            4,
        )
    )
    if provision.reports and answer.cite == provision.id:
        page.append(Piece(((f"It reports {provision.reports}, whose norms these are.", "dim"),)))
    opening = f"{provision.opening}: " if provision.opening else ""
    page += [GAP, Piece(((opening, "dim"), *_marked(provision.text, runs)), 2)]
    if provision.paraphrase:
        page.append(Piece(((f"Paraphrase, {provision.basis}: check against the text.", "warn"),), 2))
    if answer.words is not None:
        found: Page = [Piece(words, 2) for words in answer.words] or [Piece("It has no such paragraph.", 2)]
        page += section(f"In your copy, {answer.copy}", found)
    if provision.assigns_nothing is not None:
        page += [GAP, Piece((("It assigns nothing: ", "strong"), provision.assigns_nothing), 0, 2)]
    body: Page = []
    for number, words in enumerate(runs, 1):
        sentences = dict.fromkeys(f"{norm_sentence(base.vocabulary, n)}." for n in answer.norms if n.words == words)
        for at, sentence in enumerate(sentences):
            body.append(Row((((str(number) if not at else "", "cite"),), sentence), 2, 3))
    page += section("What it gives", body)
    page += section("Read in two ways", _readings(answer))
    if provision.note:
        page += section("Note", [Piece(provision.note, 2)])
    return page


def _readings(answer: Answer) -> Page:
    names = dict.fromkeys(reading for norm in answer.norms for reading in norm.readings)
    names.update(dict.fromkeys(r.id for r in answer.base.readings.values() if answer.cite in r.cites))
    page: Page = []
    for name in names:
        reading = answer.base.readings[name]
        page.append(
            Piece(((f"{name} ", "strong"), f"({'on' if reading.default else 'off'} unless said otherwise)"), 2, 4)
        )
        page.append(Piece((("on: ", "dim"), reading.on), 4, 4))
        page.append(Piece((("off: ", "dim"), reading.off), 4, 5))
    return page


def _marked(text: str, runs: list[str]) -> tuple[Run, ...]:
    """Return the text with each run of words in brackets with its number; runs may lie in one another."""
    folded = " ".join(text.split())
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, words in enumerate(runs, 1):
        at = 0
        for piece in words.split(PAUSE):
            wanted = " ".join(piece.split())
            found = folded.find(wanted, at)
            found = folded.find(wanted) if found < 0 else found
            if found >= 0:
                at = found + len(wanted)
                starts.setdefault(found, []).append(at)
                ends.setdefault(at, []).append(number)
    marked: list[Run] = []
    last = 0
    for place in sorted({*starts, *ends}):
        marked.append(folded[last:place])
        marked += [(f"]{number}", "cite") for number in ends.get(place, ())]
        marked += [("[", "cite")] * len(starts.get(place, ()))
        last = place
    return (*marked, folded[last:])


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    base, provision = answer.base, answer.provision
    return {
        "schema": "igov/show/1",
        "cite": answer.cite,
        "provision": provision.id,
        "instrument": provision.instrument,
        "standing": "draft" if is_draft(base, provision.instrument) else "adopted",
        "opening": provision.opening or None,
        "part": provision.part or None,
        "text": " ".join(provision.text.split()),
        "paraphrase": provision.paraphrase,
        "basis": provision.basis,
        "reports": provision.reports,
        "assigns_nothing": provision.assigns_nothing,
        "note": provision.note or None,
        "copy": None if answer.words is None else list(answer.words),
        "norms": [norm_object(base, norm) for norm in answer.norms],
    }


HELP = """\b
Examples:
  igov show TA-35a
  igov show op-recalling-4
  igov show TA-69 --json
  igov show TA-full-34 --text my-copy-of-the-agenda.txt

Show a provision: its text with the words of each norm in numbered brackets, and the norms they yield. A
paragraph that is known only as another text reports it is shown in the words of the report.
"""


@click.command(name="show", help=HELP)
@click.argument("provision")
@click.option("--text", type=click.Path(), metavar="FILE", help="Show as well the words in your own copy of the text.")
@rules_and_json
def command(provision: str, text: str | None, rules: tuple[str, ...], as_json: bool) -> None:
    """Answer the question on the console."""
    base = loaded(rules)
    answer = ask(base, provision_named(base, provision))
    if text is not None:
        found = words_in(read_copy(text), local_number(answer.provision)) or ()
        answer = replace(answer, copy=text, words=tuple(one.text for one in found))
    if as_json:
        write_json(to_json(answer))
    else:
        write_page(view(answer))
