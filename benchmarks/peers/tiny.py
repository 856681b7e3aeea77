"""tiny-datalog: the rules with the question as a fact, evaluated bottom up anew for every question.

It joins by nested loops and says of itself that it is no engine to build a product on; it is given small bases only.
"""

from __future__ import annotations

import importlib.util
from typing import Any

NAME, MOST = "tiny-datalog", 100

COMMON = """
within(M, N) :- near(M, P), near(N, R), P != R, norm(M, H, A, T, D, E), norm(N, I, B, S, F, G),
  up_h(H, I), up_a(A, B), up_t(T, S).
special(M, N) :- within(M, N), not within(N, M).
concerned(M, N) :- near(M, P), near(N, R), over(M, N).
concerned(N, M) :- near(M, P), near(N, R), over(M, N).
prevails(M, N) :- concerned(M, N), over(M, N), not over(N, M).
prevails(M, N) :- near(M, P), near(N, R), P != R, not concerned(M, N), norm(M, H, A, T, D, E), norm(N, I, B, S, F, G),
  D > F.
prevails(M, N) :- special(M, N), not concerned(M, N), norm(M, H, A, T, D, E), norm(N, I, B, S, D, G).
prevails(M, N) :- near(M, P), near(N, R), P != R, not concerned(M, N), norm(M, H, A, T, D, E), norm(N, I, B, S, D, G),
  E > G, not special(N, M).
other(0, 1).
other(1, 0).
"""
POINT = """
near(I, P) :- asked(X, Y, Z), up_h(X, H), up_a(Y, A), up_t(Z, T), cell(A, T, H, I, P).
beaten(N) :- near(N, P), near(M, R), prevails(M, N).
some(P) :- near(I, P).
fails(P) :- near(N, R), other(P, R), not beaten(N).
holds(P) :- some(P), not fails(P).
"""
WHO = """
near(I, P) :- asked(Y, Z), up_a(Y, A), up_t(Z, T), cell(A, T, H, I, P).
cover(X, N, P) :- near(N, P), norm(N, H, A, T, D, E), down_h(H, X).
beaten(X, N) :- prevails(M, N), cover(X, N, P), cover(X, M, R).
some(X, P) :- cover(X, N, P).
fails(X, P) :- cover(X, N, R), other(P, R), not beaten(X, N).
holds(X, P) :- some(X, P), not fails(X, P).
"""


def missing() -> str | None:
    """Say why it cannot run here."""
    return None if importlib.util.find_spec("tiny_datalog") else "tiny-datalog is not installed"


class Tiny:
    """A base as facts that go in with every question."""

    def __init__(self, base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> None:
        """Make the facts of a base."""
        instruments = {i["id"]: i for i in base["instruments"]}
        self._facts: dict[str, list[tuple[Any, ...]]] = {"over": [("none", "none")]}
        for name, axis in (("up_h", "holder"), ("up_a", "activity"), ("up_t", "topic")):
            self._facts[name] = [(low, high) for low, above in closures[axis].items() for high in above]
        self._facts["down_h"] = [(high, low) for low, high in self._facts["up_h"]]
        self._facts["norm"] = [
            (
                *(n["id"], n["holder"], n["activity"], n["topic"], instruments[n["instrument"]]["rank"]),
                int(instruments[n["instrument"]]["date"][:4]),
            )
            for n in base["norms"]
        ]
        self._facts["cell"] = [
            (n["activity"], n["topic"], n["holder"], n["id"], int(n["polarity"] == "against")) for n in base["norms"]
        ]
        self._facts["over"] += [(n["id"], other) for n in base["norms"] for other in n["overrides"]]

    def _run(self, rules: str, asked: tuple[str, ...]) -> dict[str, set[tuple[Any, ...]]]:
        from tiny_datalog import run_program  # noqa: PLC0415  it may be missing

        found: dict[str, set[tuple[Any, ...]]] = run_program(
            COMMON + rules, facts=self._facts | {"asked": [asked]}
        ).rels
        return found

    def point(self, holder: str, activity: str, topic: str) -> str:
        """Return the side of a point."""
        found = self._run(POINT, (holder, activity, topic))
        if not found.get("some"):
            return "SILENT"
        holds = [against for (against,) in found.get("holds", ())]
        return "DISPUTED" if len(holds) != 1 else "AGAINST" if holds[0] else "FOR"

    def who(self, activity: str, topic: str) -> dict[str, str]:
        """Return the side of every holder that is covered."""
        found = self._run(WHO, (activity, topic))
        holds: dict[str, list[int]] = {}
        for holder, against in found.get("holds", ()):
            holds.setdefault(holder, []).append(against)
        answers = {}
        for holder in {holder for holder, _ in found.get("some", ())}:
            sides = holds.get(holder, [])
            answers[holder] = "DISPUTED" if len(sides) != 1 else "AGAINST" if sides[0] else "FOR"
        return answers


def load(base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> Tiny:
    """Return a base for tiny-datalog."""
    return Tiny(base, closures)
