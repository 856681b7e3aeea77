"""A proof as indented text: each conclusion with what it rests on beneath it, and nothing told twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from igov.show.page import Page, Piece
from igov.show.text import joined
from igov.terms.theory import Because, Literal, Reply, Rule, Step, Tag

WORDS = {
    Tag.CERTAIN: "is certain",
    Tag.NOT_CERTAIN: "is not certain",
    Tag.HOLDS: "holds",
    Tag.FAILS: "does not hold",
    Tag.UNDECIDED: "is undecided",
}
"""What each tag says, in words."""

STYLES = {Tag.CERTAIN: "good", Tag.HOLDS: "good", Tag.UNDECIDED: "warn"}

DEEPEST = 20
"""How many levels are shown by indent; what lies deeper stands no further to the right."""

Entry = tuple[Literal, Tag] | str
"""A conclusion to be told with what it rests on, or a remark about a rule."""


def proof_page(literal: Literal, tag: Tag, step: Callable[[Literal, Tag], Step]) -> Page:
    """Return the proof of a conclusion; `step` gives the last step to any conclusion it rests on.

    What a rule that was beaten says of premises, and that an opposite is not certain where no strict rule is for it,
    is left out: nobody would doubt it.
    """
    page: Page = []
    told: set[tuple[Literal, Tag]] = set()
    todo: list[tuple[int, Entry]] = [(0, (literal, tag))]
    while todo:
        depth, entry = todo.pop()
        indent = 2 * min(depth, DEEPEST)
        if isinstance(entry, str):
            page.append(Piece(entry, indent, 2))
            continue
        current = step(*entry)
        if current.because is Because.CERTAIN:
            current = step(current.literal, Tag.CERTAIN)
        key = (current.literal, current.tag)
        because, beneath = _told(current)
        words = (str(current.literal), " ", (WORDS[current.tag], STYLES.get(current.tag, "bad")))
        if key in told:
            page.append(Piece((*words, ", as above" if beneath else because), indent, 2))
            continue
        told.add(key)
        told.update((member, current.tag) for member in current.circle)
        page.append(Piece((*words, because), indent, 2))
        todo.extend((depth + further, entry) for further, entry in reversed(list(beneath)))
    return page


def _told(step: Step) -> tuple[str, list[tuple[int, Entry]]]:
    """Return why a step stands, and what is told beneath it, each with its further depth."""
    rule = step.rule
    premises = rule.premises if rule else ()
    match step.because:
        case Because.FACT:
            return ": it is a fact", []
        case Because.STRICT:
            return f", by {rule}", [(1, (premise, Tag.CERTAIN)) for premise in premises]
        case Because.CERTAIN | Because.RULE:
            beneath: list[tuple[int, Entry]] = [(1, (premise, Tag.HOLDS)) for premise in premises]
            for reply in step.replies:
                beneath += _answered(reply, rule)
            return f", by {rule}", beneath
        case Because.OPPOSITE:
            return ": its opposite is certain", [(1, (~step.literal, Tag.CERTAIN))]
        case Because.UNSUPPORTED:
            if not step.replies:
                return f": no {'strict ' if step.tag is Tag.NOT_CERTAIN else ''}rule is for it", []
            return ": each rule for it lacks a premise", list(_lacking(step, "lacks"))
        case Because.ATTACKED:
            beneath = [(1, (premise, Tag.HOLDS)) for premise in premises]
            return f": {rule} is against it, and nothing beats that", [
                *beneath,
                *_lacking(step, "would beat it, but lacks"),
            ]
        case Because.CIRCLE:
            if len(step.circle) == 1:
                return ": it rests only on itself", list(_lacking(step, "lacks"))
            members = joined([str(member) for member in step.circle])
            return f": {members} rest only on each other", list(_lacking(step, "lacks"))
        case Because.OPEN:
            return ": what is for it and what is against it hang on each other", list(_open(step))
        case _:
            assert_never(step.because)


def _answered(reply: Reply, carrying: Rule | None) -> Iterator[tuple[int, Entry]]:
    """Give what becomes of a rule against a conclusion."""
    if reply.beaten_by is None:
        yield 1, f"{reply.rule} is against it, but lacks {reply.premise}"
        if reply.premise is not None:
            yield 2, (reply.premise, Tag.FAILS)
        return
    yield 1, f"{reply.rule} is against it, but {reply.beaten_by.name} beats {reply.rule.name}"
    if reply.beaten_by != carrying:
        yield 2, f"{reply.beaten_by}"
        for premise in reply.beaten_by.premises:
            yield 3, (premise, Tag.HOLDS)


def _lacking(step: Step, word: str) -> Iterator[tuple[int, Entry]]:
    """Give the rules that lack a premise, each with why it is lacking."""
    for reply in step.replies:
        if reply.premise is not None:
            inside = reply.premise in step.circle
            yield 1, f"{reply.rule} {'needs' if inside else word} {reply.premise}"
            if not inside:
                yield 2, (reply.premise, step.tag)


def _open(step: Step) -> Iterator[tuple[int, Entry]]:
    """Give the rules that are left for and against a literal, and what each waits for."""
    for reply in step.replies:
        side = "for" if reply.rule.head == step.literal else "against"
        if reply.premise is None:
            yield 1, f"{reply.rule} is {side} it, and applies"
            continue
        yield 1, f"{reply.rule} is {side} it, and waits for {reply.premise}"
        if reply.premise != step.literal:
            yield 2, (reply.premise, Tag.UNDECIDED)
