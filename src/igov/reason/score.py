"""The scoreboard of a debate: what the claims of every delegation came to."""

from __future__ import annotations

from collections import Counter

from igov.terms.debate import Record, Ruling, Score
from igov.terms.verdict import Verdict

KINDS: tuple[Verdict | None, ...] = (*Verdict, None)
"""The verdicts in their order, and last no verdict, of what was not understood."""


def scores(record: Record) -> tuple[Score, ...]:
    """Return the score of every delegation seated, and of every other speaker, in the order in which they first spoke.

    A speaker whose name stands for a delegation is that delegation; other names are one where their letters are.
    """
    spoken: dict[str, list[Ruling]] = {seat: [] for seat in record.opening.seats}
    for _, ruling in record.standing:
        spoken.setdefault(_key(ruling), []).append(ruling)
    found = []
    for key, rulings in spoken.items():
        counts = Counter(ruling.verdict for ruling in rulings)
        told = tuple((kind, counts[kind]) for kind in KINDS)
        found.append(Score(rulings[0].speaker, rulings[0].delegation, told) if rulings else Score("", key, told))
    return tuple(found)


def _key(ruling: Ruling) -> str:
    return ruling.delegation or " ".join(ruling.speaker.casefold().split())
