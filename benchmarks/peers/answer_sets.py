"""clingo, kept alive: the base is grounded once, and each question adds a small part of its own."""

from __future__ import annotations

import importlib.util
from typing import Any

NAME, MOST = "clingo", 100_000

PROGRAM = """
#program point(h, a, t, q).
near(q, I, P) :- up_a(a, A), up_t(t, T), up_h(h, H), cell(A, T, H, I, P).
beaten(q, N) :- near(q, N, P), near(q, M, R), P != R, prevails(q, M, N).
over(q, M, N) :- near(q, M, _), over(M, N), near(q, N, _).
special(q, M, N) :- near(q, M, P), near(q, N, R), P != R, norm(M, MH, MA, MT, K, _), norm(N, NH, NA, NT, K, _),
  up_h(MH, NH), up_a(MA, NA), up_t(MT, NT), (MH, MA, MT) != (NH, NA, NT).
prevails(q, M, N) :- over(q, M, N), not over(q, N, M).
prevails(q, M, N) :- near(q, M, P), near(q, N, R), P != R, not over(q, M, N), not over(q, N, M),
  norm(M, _, _, _, K, _), norm(N, _, _, _, L, _), K > L.
prevails(q, M, N) :- special(q, M, N), not over(q, M, N), not over(q, N, M).
prevails(q, M, N) :- near(q, M, P), near(q, N, R), P != R, not over(q, M, N), not over(q, N, M),
  norm(M, _, _, _, K, D), norm(N, _, _, _, K, E), D > E, not special(q, N, M).
some(q, P) :- near(q, _, P).
fails(q, P) :- near(q, N, R), P = 1 - R, not beaten(q, N).
holds(q, P) :- some(q, P), not fails(q, P).
#program who(a, t, q).
near(q, I, P) :- up_a(a, A), up_t(t, T), cell(A, T, _, I, P).
over(q, M, N) :- near(q, M, _), over(M, N), near(q, N, _).
special(q, M, N) :- near(q, M, P), near(q, N, R), P != R, norm(M, MH, MA, MT, K, _), norm(N, NH, NA, NT, K, _),
  up_h(MH, NH), up_a(MA, NA), up_t(MT, NT), (MH, MA, MT) != (NH, NA, NT).
prevails(q, M, N) :- over(q, M, N), not over(q, N, M).
prevails(q, M, N) :- near(q, M, P), near(q, N, R), P != R, not over(q, M, N), not over(q, N, M),
  norm(M, _, _, _, K, _), norm(N, _, _, _, L, _), K > L.
prevails(q, M, N) :- special(q, M, N), not over(q, M, N), not over(q, N, M).
prevails(q, M, N) :- near(q, M, P), near(q, N, R), P != R, not over(q, M, N), not over(q, N, M),
  norm(M, _, _, _, K, D), norm(N, _, _, _, K, E), D > E, not special(q, N, M).
cover(q, X, N, P) :- near(q, N, P), norm(N, H, _, _, _, _), up_h(X, H).
beaten(q, X, N) :- cover(q, X, N, P), prevails(q, M, N), norm(M, H, _, _, _, _), up_h(X, H).
some(q, X, P) :- cover(q, X, _, P).
fails(q, X, P) :- cover(q, X, N, R), P = 1 - R, not beaten(q, X, N).
holds(q, X, P) :- some(q, X, P), not fails(q, X, P).
"""


def missing() -> str | None:
    """Say why it cannot run here."""
    return None if importlib.util.find_spec("clingo") else "clingo is not installed"


class AnswerSets:
    """A base grounded as facts."""

    def __init__(self, base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> None:
        """Ground the facts of a base."""
        import clingo  # noqa: PLC0415  it may be missing

        self._clingo = clingo
        self._control = clingo.Control(["--warn=none"])
        self._number = {axis: {name: n for n, name in enumerate(table)} for axis, table in closures.items()}
        self._names = list(closures["holder"])
        h, a, t = (self._number[axis] for axis in ("holder", "activity", "topic"))
        facts = ["#defined over/2."]
        for name, axis in (("up_h", "holder"), ("up_a", "activity"), ("up_t", "topic")):
            numbers = self._number[axis]
            facts += [f"{name}({numbers[x]},{numbers[y]})." for x, ys in closures[axis].items() for y in ys]
        instruments = {i["id"]: i for i in base["instruments"]}
        place = {n["id"]: i for i, n in enumerate(base["norms"])}
        for i, n in enumerate(base["norms"]):
            made = instruments[n["instrument"]]
            terms = h[n["holder"]], a[n["activity"]], t[n["topic"]]
            facts.append(f"norm({i},{terms[0]},{terms[1]},{terms[2]},{made['rank']},{made['date'][:4]}).")
            facts.append(f"cell({terms[1]},{terms[2]},{terms[0]},{i},{int(n['polarity'] == 'against')}).")
            facts += [f"over({i},{place[o]})." for o in n["overrides"]]
        self._control.add("base", [], "\n".join(facts))
        for part in PROGRAM.split("#program ")[1:]:
            name, _, rest = part.partition("(")
            names, _, rules = rest.partition(").\n")
            self._control.add(name, [word.strip() for word in names.split(",")], rules)
        self._control.ground([("base", [])])
        self._asked = 0

    def _ground(self, part: str, *numbers: int) -> int:
        self._asked += 1
        arguments = [self._clingo.Number(number) for number in (*numbers, self._asked)]
        self._control.ground([(part, arguments)])
        return self._asked

    def _found(self, name: str, arity: int) -> list[list[int]]:
        # every atom of these programs is stratified, so grounding alone decides it
        asked = self._clingo.Number(self._asked)
        return [
            [argument.number for argument in atom.symbol.arguments[1:]]
            for atom in self._control.symbolic_atoms.by_signature(name, arity)
            if atom.symbol.arguments[0] == asked
        ]

    def point(self, holder: str, activity: str, topic: str) -> str:
        """Return the side of a point."""
        h, a, t = (self._number[axis] for axis in ("holder", "activity", "topic"))
        self._ground("point", h[holder], a[activity], t[topic])
        if not self._found("some", 2):
            return "SILENT"
        holds = self._found("holds", 2)
        return "DISPUTED" if len(holds) != 1 else "AGAINST" if holds[0][0] else "FOR"

    def who(self, activity: str, topic: str) -> dict[str, str]:
        """Return the side of every holder that is covered."""
        a, t = self._number["activity"], self._number["topic"]
        self._ground("who", a[activity], t[topic])
        holds: dict[int, list[int]] = {}
        for holder, against in self._found("holds", 3):
            holds.setdefault(holder, []).append(against)
        answers = {}
        for holder in {holder for holder, _ in self._found("some", 3)}:
            found = holds.get(holder, [])
            answers[self._names[holder]] = "DISPUTED" if len(found) != 1 else "AGAINST" if found[0] else "FOR"
        return answers


def load(base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> AnswerSets:
    """Return a base in clingo."""
    return AnswerSets(base, closures)
