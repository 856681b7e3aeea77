"""Questions made from the rules, for a class or for oneself, each with one right answer by the judge."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json, term_named
from igov.read.english import read_claim
from igov.reason.inforce import InForce, Options, in_force
from igov.reason.quiz.asked import Asked, Words
from igov.reason.quiz.draw import quiz_of
from igov.show.page import GAP, Page, Piece, title
from igov.show.quiz_formats import LETTERS, anki, gift, item_object, key, marked, numbered, options, table
from igov.show.quiz_reasons import reason, resting, texts_line, words_said
from igov.show.spoken import asked, named, noun, sayable, spoken
from igov.show.spoken import told as told_of
from igov.show.terminal import message, write, write_json, write_page
from igov.show.text import clean, sentence_case
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.quiz import Item

FORMATS = ("gift", "anki", "csv", "markdown", "json")
MOST = 500
SEEDS = 10_000


@dataclass(frozen=True)
class Answer:
    """The items, what they were drawn by, and the instruments that were asked."""

    base: KnowledgeBase
    items: tuple[Item, ...]
    seed: int
    level: int | None
    topic: str | None
    instruments: tuple[str, ...]

    @property
    def head(self) -> str:
        """The head line of the quiz, with what draws it again."""
        about = f" on {noun(self.base.vocabulary.label(Axis.TOPIC, self.topic))}" if self.topic else ""
        level = f", level {self.level}" if self.level else ""
        return f"Quiz{about}: {_questions(len(self.items))}{level}, seed {self.seed}"

    @property
    def texts(self) -> str:
        """The texts that answer, and what became of each."""
        return texts_line(self.base, self.instruments)


@dataclass
class Score:
    """How many were answered, and how many rightly."""

    right: int = 0
    answered: int = 0


def ask(
    base: KnowledgeBase,
    *,
    seed: int,
    count: int = 10,
    level: int | None = None,
    topic: str | None = None,
    chosen_options: Options | None = None,
) -> Answer:
    """Answer with a quiz of up to `count` items, the same for the same seed."""
    texts = in_force(base, chosen_options or Options())
    items = quiz_of(judge_asked(texts), seed=seed, count=count, level=level, topic=topic)
    return Answer(base, items, seed, level, topic, texts.instruments)


@lru_cache(maxsize=4)
def judge_asked(texts: InForce) -> Asked:
    """Return what asks the judge for a quiz, and keeps what it said from one quiz to the next."""
    base = texts.base
    vocabulary = base.vocabulary
    say = Words(
        sentence=partial(spoken, vocabulary),
        asked=partial(asked, vocabulary),
        told=partial(told_of, vocabulary),
        holder=lambda holder: sentence_case(named(vocabulary, holder)),
        clause=partial(words_said, base),
        reason=partial(reason, base),
        resting=partial(resting, base),
        limits=partial(sayable, vocabulary),
        read=lambda sentence: read_claim(sentence, vocabulary).claim,
    )
    return Asked(texts, say)


def _questions(count: int) -> str:
    return f"{count} question{'' if count == 1 else 's'}"


def view(item: Item, number: int, of: int) -> Page:
    """Return the page of one question, before it is answered."""
    page: Page = [GAP, title(f"{number} of {of}"), *(Piece(line, 2, 0) for line in item.prompt.splitlines())]
    page += [Piece(line, 4, 3) for line in numbered(item)]
    page += [GAP] if item.pairs else []
    return [*page, *(Piece(f"{LETTERS[place]})  {text}", 4, 4) for place, text in enumerate(options(item)))]


def told(item: Item, said: str) -> tuple[bool, Page]:
    """Return whether an answer is right, and the page that says so and why."""
    right = said == _letters(key(item))
    answer = f"{key(item)}) {item.choices[item.answer].text}" if item.choices else key(item)
    page: Page = [Piece((("✓ Right.", "good") if right else ("✗ No.", "bad"), f" It is {answer}."), 2, 2)]
    feedback = item.choices[LETTERS.index(said)].feedback if item.choices and not right else ""
    if feedback:
        page.append(Piece(feedback, 4, 2))
    page += [Piece(((line, "dim"),), 4, 2) for line in item.explanation.splitlines()]
    return right, page


def _letters(text: str) -> str:
    return "".join(re.findall(r"[a-z]", text.casefold()))


def fits(item: Item, said: str) -> bool:
    """Say whether letters can be an answer: one of the choices, or each role once."""
    letters = LETTERS[: len(options(item))]
    return (len(said) == 1 and said in letters) if item.choices else sorted(said) == sorted(letters)


def play(answer: Answer, read: Callable[[], str], score: Score) -> None:
    """Ask the questions one by one, keeping the score; "q", or the end of what is read, ends it."""
    for number, item in enumerate(answer.items, 1):
        write_page(view(item, number, len(answer.items)))
        while True:
            write("  > ")
            line = read()
            said = _letters(line)
            if not line or said in {"q", "quit"}:
                write("" if line else "\n")
                return
            if fits(item, said):
                break
            count = len(options(item))
            example = " ".join(reversed(LETTERS[:count]))
            hint = (
                f"a letter, a to {LETTERS[count - 1]}"
                if item.choices
                else f"one letter for each number, such as: {example}"
            )
            write_page([Piece(f"Answer with {hint}; q ends the quiz.", 4, 2)])
        right, page = told(item, said)
        score.answered += 1
        score.right += right
        write_page(page)


def next_line() -> str:
    """Return the next line of standard input, empty at its end; a line that nobody typed here is shown."""
    if sys.stdin is None:
        return ""
    line = sys.stdin.buffer.readline().decode("utf-8", "replace")
    if line and not sys.stdin.isatty():
        write(f"{clean(line.strip())}\n")
    return line


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    return {
        "schema": "igov/quiz/1",
        "seed": answer.seed,
        "level": answer.level,
        "topic": answer.topic,
        "items": [item_object(item) for item in answer.items],
        "instruments": list(answer.instruments),
    }


HELP = """\b
Examples:
  igov quiz
  igov quiz --level 1 --count 5 --seed 7
  igov quiz --topic "public policy" --format markdown > handout.md
  igov quiz --count 20 --seed 7 --format gift > moodle.txt

Questions made from the rules: who holds it, true or overstated, which clause, which sentence, on which point it goes
too far, whose role is which, and what another reading changes. Each has one right answer by the judge; a wrong choice
comes with the clause that shows it wrong. Without a format the questions are asked here: answer with letters; q or
Ctrl-C ends with the score so far. The same seed gives the same quiz.
"""


@click.command(name="quiz", help=HELP)
@click.option("--count", type=click.IntRange(1, MOST), default=10, show_default=True, help="How many questions.")
@click.option("--level", type=click.IntRange(1, 3), help="1: adopted texts; 2: all texts, clauses; 3: fine points.")
@click.option("--topic", metavar="TOPIC", help="Ask of one topic, with what is part of it.")
@click.option("--seed", type=click.IntRange(0), help="Draw the quiz of this number; any one if not said.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Write a file with the answers, and ask nothing.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    count: int,
    level: int | None,
    topic: str | None,
    seed: int | None,
    form: str | None,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer the question on the console."""
    base = loaded(rules)
    over = term_named(base, Axis.TOPIC, topic) if topic is not None else None
    drawn = random.randrange(SEEDS) if seed is None else seed  # noqa: S311  a quiz is no secret
    answer = ask(base, seed=drawn, count=count, level=level, topic=over, chosen_options=chosen(base, choice))
    if not answer.items:
        raise click.UsageError("the texts give no question on that; take another topic or level, or more instruments")
    if len(answer.items) < count:
        message(f"{_questions(len(answer.items))} in all: the texts give no more on that", kind="warning")
    if as_json or form == "json":
        write_json(to_json(answer))
    elif form in {"gift", "markdown"}:
        write({"gift": gift, "markdown": marked}[form](answer.items, answer.head, answer.texts))
    elif form is not None:
        write({"anki": anki, "csv": table}[form](answer.items))
    else:
        _asked_here(answer)


def _asked_here(answer: Answer) -> None:
    """Ask the questions on the console and tell the score, also where it is interrupted."""
    score = Score()
    head = f"{answer.texts} Answer with letters; q ends the quiz."
    write_page([title(answer.head), Piece(((head, "dim"),), 2, 2)])
    try:
        play(answer, next_line, score)
    except (KeyboardInterrupt, click.Abort):
        write("\n")
        _tell(answer, score)
        raise click.exceptions.Exit(130) from None
    _tell(answer, score)


def _tell(answer: Answer, score: Score) -> None:
    left = len(answer.items) - score.answered
    rest = f"; {left} not answered" if left else ""
    write_page([GAP, Piece(((f"Score: {score.right} of {score.answered}{rest}.", "strong"),), 0, 2)])
