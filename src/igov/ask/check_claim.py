"""Does a sentence claim more than the texts give? The verdict, side by side with the words."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

import click

from igov.ask._given import Choice, chosen, claim_by_axes, loaded, readings_and_instruments, rules_and_json
from igov.read.claims import claim_from, lines_of
from igov.reason.inforce import Options, in_force
from igov.reason.judge import judge
from igov.reason.silence import doubtful
from igov.show.claim_page import SIGNS, claim_page
from igov.show.judgement import axes_command, claim_object
from igov.show.page import Page, Piece, Row
from igov.show.phrases import part_sentence
from igov.show.terminal import message, write_json, write_page
from igov.show.text import joined
from igov.terms.assignment import Claim
from igov.terms.base import KnowledgeBase
from igov.terms.verdict import Judgement, Verdict

LONGEST_LINE = 1 << 24
"""A longer line of a file is taken for several, so that no file fills the memory."""


SHORT = 12
"""The most words of a sentence that is taken at its word, where all of them were read."""

LONGEST_SHOWN = 400
"""How many characters of a sentence a row shows; JSON has all of it."""


@dataclass(frozen=True)
class Answer:
    """The judgement of a claim, or the problem for which there is none."""

    base: KnowledgeBase
    sentence: str
    judgement: Judgement | None
    problem: str | None = None
    suggestions: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    identity: object = None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict; None where the sentence was not understood."""
        return self.judgement.verdict if self.judgement else None


def ask(base: KnowledgeBase, claim: Claim | str, options: Options | None = None) -> Answer:
    """Answer what a claim is worth, given as a sentence or as the assignments it makes."""
    options = options or Options()
    if isinstance(claim, str):
        from igov.read.english import read_claim  # noqa: PLC0415  claims by axes need no English

        read = read_claim(claim, base.vocabulary)
        if read.claim is None:
            known = judge(base, read.certain, options) if read.certain else None
            if known is not None and known.verdict is Verdict.CONTRADICTED:  # the other half can make it no better
                return Answer(base, claim, known, unread=read.unread)
            return Answer(base, claim, None, read.problem or "not understood", read.suggestions, read.unread)
        judgement = judge(base, read.claim, options)
        short = len(claim.split()) <= SHORT and not read.unread
        doubted = None if short else doubtful(in_force(base, options), judgement)
        if doubted is not None:
            told = part_sentence(base.vocabulary, doubted)
            problem = f'not understood: read as "{told}", no clause gives or denies it, though one speaks of that act'
            return Answer(base, claim, None, problem, (axes_command(doubted),), read.unread)
        return Answer(base, claim, judgement, unread=read.unread)
    return Answer(base, claim.sentence, judge(base, claim, options))


check_claim = ask
"""The library's door: `igov.check_claim(base, "...")`."""


def view(answer: Answer) -> Page:
    """Return the screen of one claim."""
    if answer.judgement is None:
        return [Piece((("? not understood: ", "strong"), answer.problem or ""), hang=2)]
    return claim_page(answer.base, answer.judgement, unread=answer.unread)


def line_view(answer: Answer) -> Page:
    """Return one claim of many in a row: the verdict, then the sentence with its axes and cites."""
    sentence = shortened(answer.sentence) or "(by axes)"
    if answer.judgement is None:
        return [Row(((("? not read", "strong"),), (f"{sentence}  ", (answer.problem or "", "dim"))), 0, 16)]
    sign, style = SIGNS[answer.judgement.verdict]
    axes = f" on {joined([str(axis) for axis in answer.judgement.axes])}" if answer.judgement.axes else ""
    cites = ", ".join(answer.judgement.cites)
    draft = " (draft)" if answer.judgement.standing == "draft" else ""
    tail = f"  [{cites}]{draft}{axes}" if cites else axes
    return [Row((((f"{sign} {answer.judgement.verdict}", style),), (sentence, (tail, "dim"))), 0, 16)]


def shortened(sentence: str) -> str:
    """Return a sentence as a row shows it: what is longer than a paragraph is cut."""
    return sentence if len(sentence) <= LONGEST_SHOWN else f"{sentence[:LONGEST_SHOWN].rstrip()} …"


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    return claim_object(
        answer.base,
        answer.judgement,
        claim=answer.sentence,
        identity=answer.identity,
        problem=answer.problem,
    )


def ask_each(base: KnowledgeBase, lines: Iterable[str], kind: str | None, options: Options) -> Iterator[Answer]:
    """Answer every claim of a file in its order; a line that cannot be read is an answer without a verdict."""
    for line in lines_of(lines, kind):
        claim: Claim | str = line.sentence
        problem = line.problem
        if line.parts and problem is None:
            claim = claim_from(base.vocabulary, line.parts, line.sentence)
            problem = claim if isinstance(claim, str) else None
        if problem is not None:
            yield Answer(base, line.sentence, None, problem, identity=line.identity)
        else:
            found = ask(base, claim, options)
            yield replace(found, sentence=line.sentence, identity=line.identity)


HELP = """\b
Examples:
  igov check-claim "Civil society has policy authority over domain names"
  igov check-claim --holder civil-society --position authority --topic domain-names
  igov check-claim "All day-to-day matters are outside" --assume day-to-day-wholly-outside
  igov check-claim --file claims.csv --json

Judge a claim: the verdict first, then what you said beside what the text says, axis by axis; why; what it
rests on; and what the text would bear. The claim is a SENTENCE, or axes, or a file with one claim a line:
text, JSON Lines, or CSV with a column claim (and id); - is standard input.
"""


@click.command(name="check-claim", help=HELP)
@click.argument("sentence", required=False)
@claim_by_axes
@click.option("--file", "file", type=click.Path(), metavar="F", help="One claim a line; - is standard input.")
@click.option("--exit-code", is_flag=True, help="End with 1 where a verdict is not SUPPORTED.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    sentence: str | None,
    file: str | None,
    exit_code: bool,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
    axes: Mapping[str, object],
) -> int:
    """Answer the question on the console; return the exit code."""
    ways = [way for way, there in (("a sentence", sentence is not None), ("axes", axes), ("--file", file)) if there]
    if len(ways) != 1:
        raise click.UsageError(
            f"give one of these, not several: {joined(ways)}"
            if ways
            else 'what is claimed? igov check-claim "Civil society has policy authority over domain names"'
        )
    base = loaded(rules)
    options = chosen(base, choice)
    if file is not None:
        return _many(base, file, options, as_json, exit_code)
    claim: Claim | str = sentence if sentence is not None else claim_from(base.vocabulary, [axes])
    if sentence is None and isinstance(claim, str):
        raise click.UsageError(claim)
    answer = ask(base, claim, options)
    if as_json:
        write_json(to_json(answer))
    elif answer.judgement is not None:
        write_page(view(answer))
    else:
        tell_not_understood(answer)
    if answer.verdict is None:
        return 4
    return 1 if exit_code and answer.verdict is not Verdict.SUPPORTED else 0


def tell_not_understood(answer: Answer) -> None:
    """Say on standard error that a sentence was not understood, why, and what else may be done."""
    helps = [f"try: {text}" for text in answer.suggestions]
    helps.append("a claim may be given by axes; igov check-claim --help shows how.")
    problem = answer.problem or "the sentence was not understood"
    message(problem if "understood" in problem else f"not understood: {problem}", helps=helps)


def _many(base: KnowledgeBase, file: str, options: Options, as_json: bool, exit_code: bool) -> int:
    kinds = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv"}
    count: Counter[str] = Counter()
    with _opened(file) as lines:
        bounded = iter(lambda: lines.readline(LONGEST_LINE), "")
        for answer in ask_each(base, bounded, kinds.get(Path(file).suffix.lower()), options):
            count[str(answer.verdict or "not understood")] += 1
            if as_json:
                write_json(to_json(answer))
            else:
                write_page(line_view(answer))
    if not as_json:
        _tally(count)
    return 1 if exit_code and set(count) - {str(Verdict.SUPPORTED)} else 0


def _tally(count: Mapping[str, int]) -> None:
    names = [*(str(verdict) for verdict in Verdict), "not understood"]
    told = ", ".join(f"{count[name]} {name}" for name in names if count.get(name))
    total = sum(count.values())
    write_page([Piece(""), Piece(((f"{total} claim{'' if total == 1 else 's'}: {told or 'none'}.", "dim"),))])


@contextmanager
def _opened(file: str) -> Iterator[TextIO]:
    """Open a file of claims as text, whatever its bytes; - is standard input."""
    if file == "-":
        stream = sys.stdin
        if stream is None:
            raise click.UsageError("standard input is closed")
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8-sig", errors="replace", newline="")
        yield stream
    else:
        with Path(file).open(encoding="utf-8-sig", errors="replace", newline="") as opened:
            yield opened
