"""The derivation in full: of a claim, a provision, a reading; or what an error code means."""

from __future__ import annotations

from dataclasses import dataclass, replace

import click

from igov.ask import check_claim
from igov.ask import show as show_provision
from igov.ask._given import Choice, assumption_named, chosen, loaded, readings_and_instruments, rules_and_json
from igov.read.names import resolve_cite, resolve_reading
from igov.reason.inforce import Options
from igov.reason.suppose import ways_to_hold, what_if
from igov.show.claim_page import claim_page
from igov.show.page import GAP, Page, Piece, title
from igov.show.sections import norms_by_words, section
from igov.show.supposing import supposition_object, suppositions_page, ways_object, ways_page
from igov.show.terminal import write_json, write_page
from igov.terms.assignment import Norm
from igov.terms.base import Fact, KnowledgeBase, Reading
from igov.terms.codes import CODES, Code
from igov.terms.conflict import Supposition, Ways


@dataclass(frozen=True)
class Answer:
    """One of five: the meaning of a code, a provision, a reading, a fact of the case, or a judged claim."""

    kind: str
    asked: str
    base: KnowledgeBase | None = None
    code: Code | None = None
    provision: show_provision.Answer | None = None
    reading: Reading | None = None
    fact: Fact | None = None
    claim: check_claim.Answer | None = None
    supposed: tuple[Supposition, ...] | None = None
    """What something chosen otherwise would make of the claim, where that was asked."""
    ways: Ways | None = None
    """What would have to be for the claim to be supported, where that was asked."""


def suppose(answer: Answer, options: Options, *, name: str | None = None, how: bool = False) -> Answer:
    """Add to the answer on a claim what a reading or fact would make of it, and how it could be supported."""
    claim = answer.claim
    if claim is None or claim.judgement is None:
        return answer
    judged = claim.judgement.claim
    return replace(
        answer,
        supposed=what_if(claim.base, judged, options, name) if name is not None else None,
        ways=ways_to_hold(claim.base, judged, options) if how else None,
    )


def ask(base: KnowledgeBase, asked: str, options: Options | None = None) -> Answer:
    """Answer with the derivation of what is asked: a provision or reading by its name, else a claim in a sentence."""
    cite = resolve_cite(base, asked).term
    if cite is not None:
        return Answer("provision", asked, base, provision=show_provision.ask(base, cite))
    reading = resolve_reading(base, asked).term
    if reading is not None and reading in base.readings:
        return Answer("reading", asked, base, reading=base.readings[reading])
    if reading is not None:
        return Answer("fact", asked, base, fact=base.facts[reading])
    return Answer("claim", asked, base, claim=check_claim.ask(base, asked, options))


def code_named(asked: str) -> Answer | None:
    """Answer what an error code means, or None where there is no such code; no rules are needed for it."""
    code = CODES.get(asked.strip().upper())
    return Answer("code", asked, code=code) if code else None


def view(answer: Answer) -> Page:
    """Return the screen."""
    if answer.code is not None:
        code = answer.code
        return [
            title(f"{code.id}: {code.title}"),
            GAP,
            Piece(code.explanation),
            GAP,
            Piece((("help: ", "strong"), code.remedy)),
        ]
    if answer.provision is not None:
        return show_provision.view(answer.provision)
    if answer.reading is not None:
        return _reading(answer.reading)
    if answer.fact is not None and answer.base is not None:
        return _fact(answer.base, answer.fact)
    claim = answer.claim
    if claim is None or claim.judgement is None:
        return check_claim.view(claim) if claim else []
    if answer.supposed is not None or answer.ways is not None:
        page = [] if answer.supposed is None else suppositions_page(claim.base, claim.sentence, answer.supposed)
        return page if answer.ways is None else [*page, *ways_page(claim.base, claim.sentence, answer.ways)]
    return claim_page(claim.base, claim.judgement, unread=claim.unread, whole=True)


def _reading(reading: Reading) -> Page:
    page: Page = [title(f"{reading.id}: {reading.label}")]
    page.append(Piece(((f"{'on' if reading.default else 'off'} unless said otherwise", "dim"),)))
    page += [GAP, Piece((("on: ", "strong"), reading.on), 2, 4), Piece((("off: ", "strong"), reading.off), 2, 5)]
    if reading.who:
        page.append(Piece((("who reads it so: ", "strong"), reading.who), 2, 4))
    return [*page, Piece((("words: ", "strong"), ", ".join(reading.cites)), 2, 4)] if reading.cites else page


def _fact(base: KnowledgeBase, fact: Fact) -> Page:
    page: Page = [
        title(f"{fact.id}: {fact.label}"),
        Piece((("a fact of the case; unknown unless it is stated", "dim"),)),
    ]
    if fact.note:
        page += [GAP, Piece(fact.note, 2)]
    page += section("What hangs on it", norms_by_words(base, _conditional(base, fact), whole=True))
    return page


def _conditional(base: KnowledgeBase, fact: Fact) -> list[Norm]:
    return [norm for norm in base.norms if fact.id in (*norm.when, *norm.unless)]


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    code, reading, fact = answer.code, answer.reading, answer.fact
    return {
        "schema": "igov/explain/1",
        "kind": answer.kind,
        "asked": answer.asked,
        "code": (
            {"id": code.id, "title": code.title, "explanation": code.explanation, "remedy": code.remedy}
            if code
            else None
        ),
        "provision": show_provision.to_json(answer.provision) if answer.provision else None,
        "reading": (
            {
                "id": reading.id,
                "label": reading.label,
                "default": reading.default,
                "on": reading.on,
                "off": reading.off,
                "who": reading.who or None,
                "cites": list(reading.cites),
            }
            if reading
            else None
        ),
        "fact": {"id": fact.id, "label": fact.label, "note": fact.note or None} if fact else None,
        "claim": check_claim.to_json(answer.claim) if answer.claim else None,
        "what_if": (
            None
            if answer.supposed is None or answer.claim is None
            else [supposition_object(answer.claim.base, one) for one in answer.supposed]
        ),
        "how": (None if answer.ways is None or answer.claim is None else ways_object(answer.claim.base, answer.ways)),
    }


HELP = """\b
Examples:
  igov explain "Brazil has the right to regulate within its territory"
  igov explain TA-35a
  igov explain sovereign-right-excludes-others
  igov explain IG203
  igov explain "Civil society has policy authority" --what-if sovereign-right-excludes-others
  igov explain --how "States take part in day-to-day operation"

Explain in full: how a claim gets its verdict, with every provision that bears on it; what a provision gives;
what a reading changes; what an error code means and what to do about it. Of a claim, --what-if tells what it
would be worth were a reading switched or a fact stated, and --how under what it would be supported.
"""


@click.command(name="explain", help=HELP)
@click.argument("asked", metavar="ID-OR-CLAIM")
@click.option("--what-if", "name", metavar="NAME", help="Switch a reading, or state a fact: before and after.")
@click.option("--how", is_flag=True, help="Tell under which readings, facts and instruments it would be supported.")
@readings_and_instruments
@rules_and_json
def command(
    *,
    asked: str,
    name: str | None,
    how: bool,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> int:
    """Answer the question on the console; return the exit code."""
    answer = code_named(asked)
    if answer is None:
        if asked.strip().upper().startswith("IG") and asked.strip()[2:].isdigit():
            raise click.UsageError(f'there is no code "{asked}"; the codes are {min(CODES)} to {max(CODES)}')
        base = loaded(rules)
        options = chosen(base, choice)
        answer = ask(base, asked, options)
        if answer.claim is not None and (name is not None or how):
            supposed = None if name is None else assumption_named(base, name)
            answer = suppose(answer, options, name=supposed, how=how)
    if answer.claim is None and (name is not None or how):
        raise click.UsageError(f'--what-if and --how are asked of a claim; "{asked}" is a {answer.kind}')
    unread = answer.claim is not None and answer.claim.judgement is None
    if as_json:
        write_json(to_json(answer))
    elif unread and answer.claim is not None:
        check_claim.tell_not_understood(answer.claim)
    else:
        write_page(view(answer))
    return 4 if unread else 0
