"""How far a pupil gets in a quiz who knows no clause and guesses by the wording, in the share of questions answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from igov.reason.quiz.giveaway import content, words
from igov.terms.quiz import Item, Kind

Guess = Callable[[Item], list[int]]
"""The places that a guesser holds to be right; one of them is then taken by chance."""


def _first(item: Item) -> list[int]:
    return list(range(len(item.choices)))[:1]


def _by_length(pick: Callable[[Iterable[int]], int]) -> Guess:
    def guess(item: Item) -> list[int]:
        lengths = [len(choice.text) for choice in item.choices]
        return [place for place, length in enumerate(lengths) if length == pick(lengths)]

    return guess


def _most_repeated(item: Item) -> list[int]:
    repeated = [len(content(item.prompt) & content(choice.text)) for choice in item.choices]
    return [place for place, count in enumerate(repeated) if count == max(repeated)]


def _without(*marks: str) -> Guess:
    def guess(item: Item) -> list[int]:
        plain = [place for place, choice in enumerate(item.choices) if not words(choice.text) & set(marks)]
        return plain or list(range(len(item.choices)))

    return guess


GUESSES: dict[str, Guess] = {
    "the first": _first,
    "the longest": _by_length(max),
    "the shortest": _by_length(min),
    "most words of the question": _most_repeated,
    "none with “only”": _without("only"),
    "none with “must”, “lead”": _without("must", "lead"),
}

CLOSED = {
    Kind.WHO: "who holds it",
    Kind.PICK: "which sentence",
    Kind.CLAUSE: "which clause",
    Kind.AXIS: "on which point",
    Kind.VERDICT: "what the texts say",
    Kind.READING: "two readings",
}


def hit(items: Sequence[Item], guess: Guess) -> float:
    """Return the share of questions that a guesser answers rightly."""
    found = [(item.answer in places) / len(places) for item in items if (places := guess(item))]
    return sum(found) / len(found)


def of_kind(items: Iterable[Item], kind: Kind) -> list[Item]:
    """Return the questions of a kind with four choices, where chance answers a quarter."""
    return [item for item in items if item.kind is kind and len(item.choices) == 4]


def table(items: Sequence[Item]) -> list[str]:
    """Return the figures as a table in Markdown: a row a kind of question, a column a way to guess."""
    lines = [f"| question | items | {' | '.join(GUESSES)} |", f"| --- | --- |{' --- |' * len(GUESSES)}"]
    for kind, name in CLOSED.items():
        some = of_kind(items, kind)
        lines.append(
            f"| {name} | {len(some)} | {' | '.join(f'{hit(some, guess):.2f}' for guess in GUESSES.values())} |"
        )
    return lines
