"""The judge of a debate at work: claims come line by line, each is judged, recorded on the disk, and then told."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from igov import __version__
from igov.ask.check_claim import LONGEST_LINE, Answer
from igov.ask.check_claim import ask as check
from igov.ask.check_claim import view as whole_view
from igov.read.compiled import digest
from igov.read.files import find
from igov.read.names import folded
from igov.read.record import Writer, event_object, torn_note
from igov.read.spoken import COMMANDS, delegation_of, in_their_name, spoken
from igov.reason.inforce import Options, in_force
from igov.reason.score import scores
from igov.show.diagnostics import counted
from igov.show.judgement import because
from igov.show.page import GAP, Page, Piece
from igov.show.phrases import holder_phrase
from igov.show.score import (
    changes_phrase,
    otherwise_page,
    rules_phrase,
    ruling_line,
    score_object,
    score_page,
)
from igov.show.terminal import message, write_json, write_page
from igov.show.text import clean, quoted, sentence_case
from igov.terms.assignment import Holder
from igov.terms.base import KnowledgeBase
from igov.terms.debate import Event, Opening, Record, Ruling, Sitting

MOST_OTHERWISE = 10
"""How many claims that would come out otherwise are told."""


def sitting_of(base: KnowledgeBase, options: Options, rules: Sequence[str]) -> Sitting:
    """Return under which rules claims are judged here."""
    return Sitting(
        igov=__version__,
        digest=digest(source.path for source in find(rules, builtin=True)[0]).hex(),
        instruments=in_force(base, options).instruments,
        assume=tuple(sorted(options.assume)),
        without=tuple(sorted(options.without)),
        adopted_only=options.adopted_only,
    )


class Judge:
    """One sitting over one record: what it hears it judges, writes down and tells."""

    def __init__(
        self, base: KnowledgeBase, options: Options, sitting: Sitting, writer: Writer, *, as_json: bool
    ) -> None:
        """Take the record that is open, and the rules under which to judge."""
        self.base, self.options, self.sitting, self.writer = base, options, sitting, writer
        self.as_json = as_json
        self.speaker = ""
        self.speakers = {folded(one.speaker) for _, one in writer.record.standing}
        self.under = writer.record.sitting
        self.last: Answer | None = None

    @property
    def record(self) -> Record:
        """What is recorded so far."""
        return self.writer.record

    def begin(self, opening: Opening) -> None:
        """Open a new record, or take up an old one and say where it stands and under which rules it was judged."""
        if self.writer.opening_torn:
            message("IG705: the record had only begun to be opened: it is begun anew", kind="note")
        if not self.record.events:
            self._add(lambda number, at: Event(number, at, opening=opening, sitting=self.sitting))
            self.under = self.sitting
            self._tell([Piece((("Judged under: ", "strong"), f"{rules_phrase(self.sitting)}."), 0, 2)])
            return
        tell_torn(self.record, self.writer.path)
        standing, before = self.record.standing, self.record.sitting
        page: Page = [Piece((("Taken up: ", "strong"), f"{counted(len(standing), 'claim')} so far."), 0, 2)]
        if standing:
            last = standing[-1][1]
            page += [
                Piece((("The last: ", "strong"), last.speaker, ": " if last.speaker else "", quoted(last.claim)), 0, 2)
            ]
            page += ruling_line(last)
            self.speaker = last.speaker
        if before is not None:
            page.append(Piece((("Judged under: ", "strong"), f"{rules_phrase(before)}."), 0, 2))
        self._tell([*page, GAP])
        if before is not None and before != self.sitting:
            message(f"the rules have changed since: {changes_phrase(before, self.sitting)}", kind="note")
            self._tell(self._otherwise())

    def _otherwise(self) -> Page:
        """Return which of the claims recorded would get another verdict under the rules of today."""
        standing = self.record.standing
        now = [(at, one, check(self.base, one.read_as or one.claim, self.options).verdict) for at, one in standing]
        changed = [(at, one, verdict) for at, one, verdict in now if verdict is not one.verdict]
        return otherwise_page(changed[:MOST_OTHERWISE], len(changed), len(standing))

    def hear(self, line: str) -> bool:
        """Take one line, and say whether there is more to hear."""
        said = spoken(line, self.base.vocabulary, self.speakers)
        if said.command is not None:
            return self._obey(said.command, said.rest)
        if said.speaker is not None:
            self.speaker = said.speaker
        if said.claim is not None:
            if not self.speaker:
                message("who speaks? Nothing was recorded", helps=["Speaker: claim", "/speaker NAME"])
            else:
                self._rule(said.claim)
        return True

    def _obey(self, command: str, rest: str) -> bool:
        match command:
            case "speaker" if rest:
                self.speaker = rest.removesuffix(":")
            case "undo":
                self._undo()
            case "why":
                self._tell(whole_view(self.last) if self.last else [Piece("Nothing was judged in this sitting.")])
            case "score":
                self.tell_score()
            case "help":
                self._tell([Piece("Speaker: claim"), *(Piece(line) for line in COMMANDS.values())])
            case "end":
                return False
            case _:
                message(f"there is no command {command}", helps=list(COMMANDS.values()))
        return True

    def _rule(self, claim: str) -> None:
        delegation = delegation_of(self.speaker, self.base.vocabulary)
        taken = claim
        if delegation is not None:
            taken = in_their_name(claim, sentence_case(holder_phrase(self.base.vocabulary, Holder(delegation))))
        answer = check(self.base, taken, self.options)
        judgement = answer.judgement
        ruling = Ruling(
            speaker=self.speaker,
            delegation=delegation,
            claim=claim,
            verdict=answer.verdict,
            axes=tuple(map(str, judgement.axes)) if judgement else (),
            cites=judgement.cites if judgement else (),
            draft=judgement is not None and judgement.standing == "draft",
            because=because(self.base, judgement) if judgement else answer.problem or "",
            read_as=taken if taken != claim else None,
        )
        with _undisturbed():
            if self.under != self.sitting:
                self._add(lambda number, at: Event(number, at, sitting=self.sitting))
                self.under = self.sitting
            self._add(lambda number, at: Event(number, at, ruling=ruling))
            self._tell(ruling_line(ruling))
        self.last = answer
        self.speakers.add(folded(self.speaker))

    def _undo(self) -> None:
        standing = self.record.standing
        if not standing:
            message("there is no claim to take back")
            return
        number, ruling = standing[-1]
        with _undisturbed():
            self._add(lambda at_number, at: Event(at_number, at, undoes=number))
            name = f"{ruling.speaker}: " if ruling.speaker else ""
            self._tell([Piece((("Taken back: ", "strong"), name, quoted(ruling.claim)), 0, 2)])

    def tell_score(self) -> None:
        """Tell the score as it stands."""
        tell_score(self.base, self.record, as_json=self.as_json)

    def _add(self, made: Callable[[int, str], Event]) -> None:
        event = self.writer.add(made)
        if self.as_json:
            write_json(event_object(event))
            sys.stdout.flush()

    def _tell(self, page: Page) -> None:
        if not self.as_json and page:
            write_page(page)
            sys.stdout.flush()


def tell_torn(record: Record, path: str) -> None:
    """Tell of the lines at the end of a record that a crash has torn."""
    for line in record.torn:
        note = torn_note(path, line)
        text = f"{note.code}: {note.title} ({note.span}): {note.label}; {note.note}"
        message(text, kind="note", helps=[note.help])


def tell_score(base: KnowledgeBase, record: Record, *, as_json: bool) -> None:
    """Tell the score of a record, as a board or as one object."""
    if as_json:
        write_json(score_object(base, record, scores(record)))
    else:
        write_page([GAP, *score_page(base, record, scores(record))])


def sit(judge: Judge, stream: TextIO | None) -> int:
    """Hear the lines of a stream to its end, tell the score, and return the exit code: 130 where it was interrupted."""
    code = 0
    try:
        for line in _lines(judge, stream):
            if not judge.hear(line):
                break
    except KeyboardInterrupt:
        code = 130
    finally:
        judge.tell_score()
    return code


def _lines(judge: Judge, stream: TextIO | None) -> Iterator[str]:
    """Give the lines of a stream; at a console each is asked for with the name of who speaks."""
    if stream is None:
        return
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8-sig", errors="replace")
    at_console = stream.isatty()
    while True:
        if at_console:
            sys.stderr.write(f"{clean(judge.speaker) or 'speaker: claim'}> ")
            sys.stderr.flush()
        line = stream.readline(LONGEST_LINE)
        if not line:
            return
        yield line


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back until what is being written is written and told."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
