"""Who holds a position over a topic, who is shut out, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json, term_named
from igov.reason.inforce import Options, in_force
from igov.reason.who import Meeting, Shut, Who, who_holds
from igov.show.norms import holder_objects, norm_object
from igov.show.page import GAP, Page, Piece, title
from igov.show.phrases import captions, citation, topic_phrase, words_of
from igov.show.sections import norms_by_words, section, standing_lines
from igov.show.terminal import write_json, write_page
from igov.terms.assignment import Norm
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis


@dataclass(frozen=True)
class Answer:
    """Who holds the thing asked for, and who does not."""

    base: KnowledgeBase
    position: str | None
    activity: str | None
    who: Who
    assumed: dict[str, bool]
    instruments: tuple[str, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """The holders over just this topic, else over a wider one; the most general first."""
        return tuple(dict.fromkeys(norm.holder.term for norm in self.who.holds or self.who.wider))

    @property
    def question(self) -> str:
        """The question in words."""
        vocabulary = self.base.vocabulary
        what = vocabulary.label(Axis.POSITION, self.position) if self.position else "what"
        act = f" to {vocabulary.label(Axis.ACTIVITY, self.activity)}" if self.activity else ""
        return f"Who holds {what}{act} over {topic_phrase(vocabulary, self.who.topic)}?"


def ask(
    base: KnowledgeBase,
    position: str | None,
    over: Iterable[str],
    activity: str | None = None,
    options: Options | None = None,
) -> Answer:
    """Answer who holds a position (None: any) over topics that meet, all given by id."""
    texts = in_force(base, options or Options())
    found = who_holds(texts, position, frozenset(over), activity)
    instruments = tuple(dict.fromkeys(norm.instrument for norm in texts.norms))
    return Answer(base, position, activity, found, dict(texts.assumed), instruments)


def view(answer: Answer) -> Page:
    """Return the screen: who holds it, who is shut out and on which reading, and where the two meet."""
    base, who = answer.base, answer.who
    page: Page = [title(answer.question)]
    if not who.holds and not who.wider:
        page += [GAP, Piece("No provision gives it to anybody.")]
    page += section("Over just this", _by_holder(base, who.holds))
    page += section("Shut out", [piece for shut in who.shut if shut.now for piece in _shut(answer, shut)])
    page += section(
        "Shut out, were a reading switched",
        [piece for shut in who.shut if not shut.now for piece in _shut(answer, shut)],
    )
    page += section("Where the two meet", [piece for meeting in who.meetings for piece in _meeting(base, meeting)])
    page += section("Over a wider matter, with this in it", _briefly(base, who.wider))
    page += section("Over part of it", _briefly(base, who.part))
    shown = [*who.holds, *who.wider, *(shut.norm for shut in who.shut), *(m.gives for m in who.meetings)]
    return [*page, GAP, *standing_lines(base, shown, answer.instruments)]


def _by_holder(base: KnowledgeBase, norms: tuple[Norm, ...]) -> Page:
    groups: dict[str, list[Norm]] = {}
    for norm in norms:
        groups.setdefault(norm.holder.term, []).append(norm)
    page: Page = []
    for term, members in groups.items():
        page.append(Piece(((base.vocabulary.label(Axis.HOLDER, term), "strong"),), 2))
        page += norms_by_words(base, members, indent=4)
    return page


def _briefly(base: KnowledgeBase, norms: tuple[Norm, ...]) -> Page:
    """Return norms holder by holder, a line each, without their words."""
    groups: dict[tuple[str, str], list[Norm]] = {}
    for norm in norms:
        groups.setdefault((norm.holder.term, citation(base, norm)), []).append(norm)
    page: Page = []
    last = ""
    for (term, cite), members in groups.items():
        if term != last:
            page.append(Piece(((base.vocabulary.label(Axis.HOLDER, term), "strong"),), 2))
        last = term
        page += [Piece(line, 4, 2, right=cite) for line, _ in captions(base.vocabulary, members)]
    return page


def _shut(answer: Answer, shut: Shut) -> Page:
    base, norm = answer.base, shut.norm
    name = base.vocabulary.label(Axis.HOLDER, norm.holder.term)
    head = f"everybody but {name}" if shut.others_than else name
    page: Page = [Piece(((head, "strong"),), 2)]
    page += norms_by_words(base, [norm], indent=4)
    for reading in shut.readings:
        known = base.readings[reading]
        on = answer.assumed.get(reading, known.default)
        page.append(
            Piece(
                ((f"on the reading {reading} ({'on' if on else 'off'}): ", "dim"), known.on if on else known.off), 4, 2
            )
        )
        other = f"{'--without' if on else '--assume'} {reading}: "
        page.append(Piece(((other, "dim"), known.off if on else known.on), 4, 2))
    return page


def _meeting(base: KnowledgeBase, meeting: Meeting) -> Page:
    gives, shuts = meeting.gives, meeting.shuts
    where = "" if meeting.here else f", where the matter is {topic_phrase(base.vocabulary, gives.topic)}"
    if meeting.winner is None:
        head = f"Disputed{where}: {gives.cite} gives, {shuts.cite} shuts out, and neither prevails."
    else:
        head = f"Settled{where}: {meeting.winner.cite} prevails ({meeting.ground})."
    return [
        Piece(head, 2, 2),
        Piece(((words_of(base, gives), "quote"),), 4, 1, right=citation(base, gives)),
    ]


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    base, who = answer.base, answer.who
    return {
        "schema": "igov/who/1",
        "question": answer.question,
        "position": answer.position,
        "activity": answer.activity,
        "over": sorted(who.topic),
        "holders": holder_objects(base, answer.holders),
        "cites": list(dict.fromkeys(norm.cite for norm in who.holds or who.wider)),
        "holds": [norm_object(base, norm) for norm in who.holds],
        "wider": [norm_object(base, norm) for norm in who.wider],
        "part": [norm_object(base, norm) for norm in who.part],
        "excluded": [
            {
                **norm_object(base, shut.norm),
                "others_than": shut.others_than,
                "readings": list(shut.readings),
                "now": shut.now,
            }
            for shut in who.shut
        ],
        "meetings": [
            {
                "gives": meeting.gives.cite,
                "excludes": meeting.shuts.cite,
                "topic": sorted(meeting.topic),
                "disputed": meeting.winner is None,
                "prevails": meeting.winner.cite if meeting.winner else None,
                "ground": str(meeting.ground) if meeting.ground else None,
                "here": meeting.here,
            }
            for meeting in who.meetings
        ],
        "assumed": answer.assumed,
    }


HELP = """\b
Examples:
  igov who authority --over "domain names"
  igov who --over "day-to-day operations"
  igov who --over "technical standards" --activity develop

Tell who holds a position over a topic, the most general holders first; who is shut out, and on which reading;
and where a provision that gives meets one that shuts out. Without POSITION every position counts. Policy
authority over a subject is asked as authority over public policy on that subject. Several --over are met at
once.
"""


@click.command(name="who", help=HELP)
@click.argument("position", required=False)
@click.option("--over", multiple=True, required=True, metavar="TOPIC", help="The topic; several are met at once.")
@click.option("--activity", metavar="ACT", help="Doing what.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    position: str | None,
    over: tuple[str, ...],
    activity: str | None,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer the question on the console."""
    base = loaded(rules)
    answer = ask(
        base,
        term_named(base, Axis.POSITION, position) if position is not None else None,
        [term_named(base, Axis.TOPIC, topic) for topic in over],
        term_named(base, Axis.ACTIVITY, activity) if activity is not None else None,
        chosen(base, choice),
    )
    if as_json:
        write_json(to_json(answer))
    else:
        write_page(view(answer))
