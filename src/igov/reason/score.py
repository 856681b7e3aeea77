"""The scoreboard of a debate: what the claims of every delegation came to."""

from __future__ import annotations

from igov.terms.debate import Record, Ruling, Score
from igov.terms.verdict import Verdict

KINDS: tuple[Verdict | None, ...] = (*Verdict, None)
"""The verdicts in their order, and last no verdict, of what was not understood."""


def scores(record: Record) -> tuple[Score, ...]:
    """Return the score of every delegation seated, and of every other speaker, in the order in which they first spoke.

    A speaker whose name stands for a delegation is that delegation; other names are one where their letters are.
    """
    rulings = [ruling for _, ruling in record.standing]
    speakers: dict[str, Ruling | None] = dict.fromkeys(record.opening.seats)
    for ruling in rulings:
        speakers.setdefault(_key(ruling), ruling)
    found = []
    for key, first in speakers.items():
        verdicts = [ruling.verdict for ruling in rulings if _key(ruling) == key]
        counts = tuple((kind, verdicts.count(kind)) for kind in KINDS)
        found.append(Score(first.speaker, first.delegation, counts) if first else Score("", key, counts))
    return tuple(found)


def _key(ruling: Ruling) -> str:
    return ruling.delegation or " ".join(ruling.speaker.casefold().split())
