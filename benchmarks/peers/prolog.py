"""SWI-Prolog: closures and norms as facts with integer keys, hashed on the first argument; measured inside Prolog.

Closures are facts and not tabled rules, which is the quicker of the two. Who-holds decides once for all holders that
the same norms cover.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

NAME, MOST = "SWI-Prolog", 100_000

PROGRAM = r"""
:- set_prolog_flag(stack_limit, 4 000 000 000).
prevails(M, N) :-
    ( over(M, Ms), memberchk(N, Ms) -> \+ ( over(N, Ns), memberchk(M, Ns) )
    ; over(N, Ns), memberchk(M, Ns) -> fail
    ; norm(M, MH, MA, MT, MR, MD), norm(N, NH, NA, NT, NR, ND),
      ( MR =\= NR -> MR > NR
      ; within(MH, MA, MT, NH, NA, NT) -> ( MH == NH, MA == NA, MT == NT -> MD > ND ; true )
      ; within(NH, NA, NT, MH, MA, MT) -> fail
      ; MD > ND ) ).
within(MH, MA, MT, NH, NA, NT) :- up_a(MA, As), memberchk(NA, As), up_h(MH, Hs), memberchk(NH, Hs),
    up_t(MT, Ts), memberchk(NT, Ts).
beats_all(Team, Others) :- \+ ( member(N, Others), \+ ( member(M, Team), prevails(M, N) ) ).
decide([], [], silent) :- !.
decide(_, [], for) :- !.
decide([], _, against) :- !.
decide(F, G, Side) :-
    ( beats_all(F, G) -> H = 1 ; H = 0 ), ( beats_all(G, F) -> K = 1 ; K = 0 ),
    ( H =:= K -> Side = disputed ; H =:= 1 -> Side = for ; Side = against ).
split([], [], []).
split([I|Is], F, G) :- ( against(I) -> F = F1, G = [I|G1] ; F = [I|F1], G = G1 ), split(Is, F1, G1).
point(H, A, T, Side-Ids) :-
    up_h(H, Hs), up_a(A, As), up_t(T, Ts), cells(C), holders(NH),
    findall(I, ( member(X, As), member(Y, Ts), K is X*C+Y, cell(K), member(Z, Hs), J is K*NH+Z,
      at(J, Is), member(I, Is) ), Ids0),
    split(Ids0, F, G), decide(F, G, Side),
    ( Side == for -> Ids = F ; Side == against -> Ids = G ; Ids = Ids0 ).
who(A, T, Answers) :-
    up_a(A, As), up_t(T, Ts), cells(C),
    findall(Low-I, ( member(X, As), member(Y, Ts), K is X*C+Y, row(K, Z, Is), down_h(Z, Lows),
      member(I, Is), member(Low, Lows) ), Ps),
    keysort(Ps, Sorted), group_pairs_by_key(Sorted, Groups),
    findall(Ids-H, ( member(H-Is, Groups), sort(Is, Ids) ), Turned),
    keysort(Turned, Ts1), group_pairs_by_key(Ts1, Sets),
    findall(H-Side, ( member(Ids-Hs, Sets), split(Ids, F, G), decide(F, G, Side), member(H, Hs) ), Answers).
main :- current_prolog_flag(argv, Argv), append(_, [File, Limit0], Argv), atom_number(Limit0, Limit),
    get_time(L0), consult(File),
    catch(point(0,0,0,_), _, true), catch(who(0,0,_), _, true),
    get_time(L1), L is L1-L0, format("load ~w~n", [L]),
    get_time(S0),
    forall(( query(p, [H,A,T]), get_time(N0), N0-S0 < Limit ),
      ( get_time(T0), point(H,A,T,Side-_), get_time(T1), D is T1-T0, format("p ~w ~w~n", [Side, D]) )),
    get_time(W0),
    forall(( query(w, [A,T]), get_time(N1), N1-W0 < Limit ),
      ( get_time(T0), who(A,T,L2), get_time(T1), D is T1-T0, format("w ~w ", [D]),
        forall(member(H-S, L2), format("~w:~w,", [H,S])), nl )).
"""


def missing() -> str | None:
    """Say why it cannot run here."""
    return None if shutil.which("swipl") else "swipl is not installed"


class Prolog:
    """A base as facts in a file, consulted by Prolog with its queries."""

    def __init__(self, base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> None:
        """Write down the facts of a base."""
        self._number = {axis: {name: n for n, name in enumerate(table)} for axis, table in closures.items()}
        self._names = list(closures["holder"])
        numbers = self._number
        lines = [":- discontiguous query/2.", ":- dynamic over/2, against/1, query/2.", ":- style_check(-singleton)."]
        for axis, name in (("holder", "up_h"), ("activity", "up_a"), ("topic", "up_t")):
            lines += [
                f"{name}({numbers[axis][term]},{[numbers[axis][wide] for wide in above]})."
                for term, above in closures[axis].items()
            ]
        down: dict[int, list[int]] = {}
        for term, above in closures["holder"].items():
            for wide in above:
                down.setdefault(numbers["holder"][wide], []).append(numbers["holder"][term])
        lines += [f"down_h({wide},{lows})." for wide, lows in down.items()]
        columns, holders = len(numbers["topic"]), len(numbers["holder"])
        lines += [f"cells({columns}).", f"holders({holders})."]
        instruments = {i["id"]: i for i in base["instruments"]}
        place = {n["id"]: i for i, n in enumerate(base["norms"])}
        rows: dict[int, dict[int, list[int]]] = {}
        norms, overs, against = [], [], []
        for i, n in enumerate(base["norms"]):
            h, a, t = numbers["holder"][n["holder"]], numbers["activity"][n["activity"]], numbers["topic"][n["topic"]]
            made = instruments[n["instrument"]]
            norms.append(f"norm({i},{h},{a},{t},{made['rank']},{made['date'][:4]}).")
            rows.setdefault(a * columns + t, {}).setdefault(h, []).append(i)
            if n["overrides"]:
                overs.append(f"over({i},{[place[o] for o in n['overrides']]}).")
            if n["polarity"] == "against":
                against.append(f"against({i}).")
        lines += norms + overs + against
        lines += [f"cell({key})." for key in rows]
        lines += [f"row({key},{h},{ids})." for key, row in rows.items() for h, ids in row.items()]
        lines += [f"at({key * holders + h},{ids})." for key, row in rows.items() for h, ids in row.items()]
        self._lines = lines

    def run(self, queries: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Ask the queries one by one, and return the answers with the seconds that each took."""
        h, a, t = (self._number[axis] for axis in ("holder", "activity", "topic"))
        asked = [f"query(p,[{h[x]},{a[y]},{t[z]}])." for x, y, z in queries["points"]]
        asked += [f"query(w,[{a[y]},{t[z]}])." for y, z in queries["who"]]
        with tempfile.TemporaryDirectory() as folder:
            program, facts = Path(folder) / "program.pl", Path(folder) / "facts.pl"
            program.write_text(PROGRAM)
            facts.write_text("\n".join([*self._lines, *asked, ""]))
            done = subprocess.run(
                ["swipl", "-g", "main", "-t", "halt", str(program), "--", str(facts), str(seconds)],
                capture_output=True,
                text=True,
                check=True,
                stdin=subprocess.DEVNULL,
            )
        found: dict[str, Any] = {"points": [], "who": [], "point times": [], "who times": [], "load": None}
        for line in done.stdout.splitlines():
            kind, *rest = line.split(" ")
            if kind == "load":
                found["load"] = float(rest[0])
            elif kind == "p":
                found["points"].append(rest[0].upper())
                found["point times"].append(float(rest[1]))
            elif kind == "w":
                found["who times"].append(float(rest[0]))
                pairs = [pair.split(":") for pair in rest[1].split(",") if pair] if len(rest) > 1 else []
                found["who"].append({self._names[int(holder)]: side.upper() for holder, side in pairs})
        return found


def load(base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> Prolog:
    """Return a base in Prolog."""
    return Prolog(base, closures)
