"""What a quiz is made with: the judge, the source of claims, chance, and what was asked already; and items made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from igov.reason.quiz.asked import Asked, Words
from igov.reason.quiz.giveaway import gives_away
from igov.reason.quiz.near import Source
from igov.terms.assignment import Part
from igov.terms.quiz import Choice, Item, Kind
from igov.terms.verdict import Verdict


@dataclass(slots=True)
class Draw:
    """One run of drawing."""

    asked: Asked
    source: Source
    say: Words
    random: Random
    taken: set[str] = field(default_factory=set)

    def new(self, sentence: str) -> bool:
        """Say whether a sentence was not asked about yet."""
        return sentence not in self.taken

    def take(self, sentence: str) -> bool:
        """Say whether a sentence was not asked about yet, and keep it."""
        fresh = sentence not in self.taken
        self.taken.add(sentence)
        return fresh

    def shuffled(self, choices: Iterable[Choice]) -> tuple[Choice, ...]:
        """Return choices in an order by chance."""
        mixed = list(choices)
        self.random.shuffle(mixed)
        return tuple(mixed)


def made(
    draw: Draw,
    kind: Kind,
    level: int,
    prompt: str,
    choices: Sequence[Choice],
    about: str,
    *,
    part: Part | None = None,
    sought: Verdict | None = None,
    reading: str | None = None,
) -> Item | None:
    """Return an item, explained as its right choice is; None where its wording tells or `about` was asked about."""
    right = next(choice for choice in choices if choice.right)
    if gives_away(prompt, right.text, [choice.text for choice in choices if not choice.right]) or not draw.take(about):
        return None
    return Item(
        id=name_of(kind, prompt, [choice.text for choice in choices]),
        kind=kind,
        level=level,
        prompt=prompt,
        explanation=right.feedback,
        cites=right.cites,
        choices=tuple(choices),
        part=part,
        sought=sought,
        reading=reading,
    )


def name_of(kind: Kind, prompt: str, texts: Iterable[str]) -> str:
    """Return a short name for an item, the same for the same question and choices in any order."""
    return hashlib.sha256("\n".join([kind, prompt, *sorted(texts)]).encode("utf-8", "replace")).hexdigest()[:10]
