"""A question in plain English: who, what, may they, what does it say, why; with the paragraphs that answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json
from igov.read.questions import read_question, statement_of, wording_of
from igov.reason.answers import Found, answer, judged_answer
from igov.reason.inforce import Options, in_force
from igov.reason.judge import judge
from igov.show.answers import answer_sentence, holder_label
from igov.show.page import GAP, Page, Piece, title
from igov.show.sections import norms_by_words, section, standing_lines
from igov.show.terminal import message, write_json, write_page
from igov.terms.base import KnowledgeBase
from igov.terms.question import Kind, Question
from igov.terms.verdict import Judgement, Verdict


@dataclass(frozen=True)
class Answer:
    """What answers a question, or the problem for which nothing does."""

    base: KnowledgeBase
    question: Question
    found: Found | None = None
    judgement: Judgement | None = None
    problem: str | None = None
    instruments: tuple[str, ...] | None = None

    @property
    def holders(self) -> tuple[tuple[str, str], ...]:
        """The holders of the answer: id and usual name, in the words of the provisions."""
        if self.found is None:
            return ()
        named = ((term, holder_label(self.base, term, self.found.norms)) for term in self.found.holders)
        return tuple({label: (term, label) for term, label in named}.values())

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the sentence that a yes-or-no question makes; None where there is none."""
        return self.judgement.verdict if self.judgement else None

    @property
    def text(self) -> str:
        """The answer in words."""
        if self.found is None:
            return ""
        return answer_sentence(
            self.base,
            self.found.kind,
            self.found.norms,
            self.found.cites,
            self.holders,
            silent=self.found.silent,
            nearest=self.found.nearest,
            verdict=self.verdict,
            more=self.found.more,
        )


def ask(base: KnowledgeBase, text: str, options: Options | None = None) -> Answer:
    """Answer a question in plain English from the texts."""
    options = options or Options()
    question = read_question(base, text, options.instruments)
    if question.problem is not None:
        return Answer(base, question, problem=question.problem)
    if options.instruments is None and any(not base.instruments[name].default for name in question.instruments):
        options = replace(options, instruments=tuple(question.instruments))
    texts = in_force(base, options)
    wording = wording_of(base, options.instruments)
    found = answer(texts, question, wording)
    unheard = any(not wording.weights.keys() & hint.marks.keys() for hint in question.hints)
    if not question.in_field and (found.silent or unheard):
        return Answer(base, question, problem="there is no matter of Internet governance in it that igov knows")
    judgement = _judged(base, question, options) if question.kind is Kind.MAY_X else None
    if judgement is not None:
        found = judged_answer(texts, question, judgement, found)
    instruments = tuple(dict.fromkeys(norm.instrument for norm in texts.norms))
    return Answer(base, question, found, judgement, instruments=instruments)


def _judged(base: KnowledgeBase, question: Question, options: Options) -> Judgement | None:
    """Return the judgement on the sentence that a yes-or-no question makes, where it can be read."""
    from igov.read.english import read_claim  # noqa: PLC0415  one kind of question of seven needs it

    sentence = statement_of(base, question)
    if sentence is None or any(hint.strange for hint in question.hints):
        return None
    for said in (sentence, f"{sentence.rstrip('.')} on Internet matters."):
        read = read_claim(said, base.vocabulary)
        if read.claim is not None and not read.unread:
            return judge(base, read.claim, options)
        if any(mark.startswith("T:") for hint in question.hints for mark, share in hint.marks.items() if share == 1):
            return None
    return None


def view(answered: Answer) -> Page:
    """Return the screen: the answer, then the words that give it, then what kind of text that is."""
    found = answered.found
    if found is None:
        return [Piece((("? not understood: ", "strong"), answered.problem or ""), hang=2)]
    base = answered.base
    page: Page = [title(answered.text)]
    if found.silent:
        page += section("The nearest provisions", norms_by_words(base, found.nearest, whole=True))
        return page
    page += section("The words", norms_by_words(base, found.norms, whole=True))
    return [*page, GAP, *standing_lines(base, found.norms, answered.instruments)]


def to_json(answered: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    found = answered.found
    return {
        "schema": "igov/answer/1",
        "id": None,
        "question": answered.question.text,
        "kind": str(answered.question.kind) if answered.question.kind else None,
        "holders": [{"term": term, "label": label} for term, label in answered.holders],
        "cites": list(found.cites) if found else [],
        "answer": answered.text if found else None,
        "verdict": str(answered.verdict) if answered.verdict else None,
        "problem": answered.problem,
    }


HELP = """\b
Examples:
  igov ask "Who holds policy authority?"
  igov ask "What may civil society do?"
  igov ask "Can Brazil regulate its national segment?"
  igov ask "What does paragraph 69 say on day-to-day matters?" --json

Answer a question in plain English: who holds or does something, what a holder may or should do, whether it
may, how two compare, what a provision or a text says of a matter, why, or a list. The answer comes with the
provisions that give it; where the texts are silent it says so, and what comes nearest.
"""


@click.command(name="ask", help=HELP)
@click.argument("question", nargs=-1, required=True)
@readings_and_instruments
@rules_and_json
def command(
    question: tuple[str, ...],
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> int:
    """Answer the question on the console; return the exit code."""
    base = loaded(rules)
    answered = ask(base, " ".join(question), chosen(base, choice))
    if as_json:
        write_json(to_json(answered))
    elif answered.problem is None:
        write_page(view(answered))
    if answered.problem is None:
        return 0
    if not as_json:
        helps = answered.question.suggestions or ("igov ask --help shows what may be asked.",)
        message(f"not understood: {answered.problem}", helps=helps)
    return 4
