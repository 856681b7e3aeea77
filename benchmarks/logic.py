"""What a rule costs the logic alone, from small theories to large: `python benchmarks/logic.py [--json] [SIZE ...]`.

Each family of theories is made by a seed, so that every run has the same ones. Timed is `conclude` alone, in processor
time, the best of three runs (of one, from a million rules on). The bar: the cost per rule at the largest size is at
most three times that at the smallest, where no literal rests on itself. The family `rings` has loops of twenty literals
each; the family `ring` is one loop of all, which fails as a whole.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections.abc import Callable

from igov.reason.logic import conclude
from igov.terms.theory import Kind, Literal, Prevails, Rule, Tag, Theory

SIZES = (10_000, 100_000, 1_000_000)
BAR = 3.0


def chain(size: int) -> Theory:
    """Return a fact and rules each for the premise of the next."""
    atoms = [Literal(f"p{number}") for number in range(size + 1)]
    rules = (Rule("", Kind.DEFEASIBLE, (atoms[number],), atoms[number + 1]) for number in range(size))
    return Theory((atoms[0],), tuple(rules))


def teams(size: int) -> Theory:
    """Return conflicts of two rules against two in which each rule for beats one against, and a chain through them."""
    rules: list[Rule] = []
    superiority: list[Prevails] = []
    before: tuple[Literal, ...] = ()
    for number in range(size // 4):
        head = Literal(f"p{number}")
        names = [f"{side}{number}" for side in "abcd"]
        rules += [Rule(name, Kind.DEFEASIBLE, before, head) for name in names[:2]]
        rules += [Rule(name, Kind.DEFEASIBLE, before, ~head) for name in names[2:]]
        superiority += [Prevails(names[0], names[2]), Prevails(names[1], names[3])]
        before = (head,)
    return Theory((), tuple(rules), tuple(superiority))


def layers(size: int) -> Theory:
    """Return rules of two premises at random, each from lower atoms to a higher one, with conflicts and defeaters."""
    rng = random.Random(size)
    atoms = [Literal(f"p{number}") for number in range(size // 2)]
    kinds = (Kind.STRICT, Kind.DEFEASIBLE, Kind.DEFEASIBLE, Kind.DEFEASIBLE, Kind.DEFEATER)
    rules: list[Rule] = []
    superiority: list[Prevails] = []
    for number in range(size):
        place = rng.randrange(10, len(atoms))
        premises = tuple(atoms[rng.randrange(max(0, place - 1000), place)] for _ in range(2))
        head = atoms[place] if rng.random() < 0.8 else ~atoms[place]
        rules.append(Rule(f"r{number}", rng.choice(kinds), premises, head))
        if number and rng.random() < 0.3:
            superiority.append(Prevails(f"r{number}", f"r{rng.randrange(number)}"))
    return Theory(tuple(atoms[:10]), tuple(rules), tuple(superiority))


def rings(size: int) -> Theory:
    """Return loops of twenty literals, every second of them founded by a rule that is attacked and undecided."""
    rules: list[Rule] = []
    for ring in range(size // 24):
        atoms = [Literal(f"p{ring}-{number}") for number in range(20)]
        rules += [Rule("", Kind.DEFEASIBLE, (atoms[number - 1],), atoms[number]) for number in range(20)]
        if ring % 2:
            ground = Literal(f"g{ring}")
            rules += [Rule("", Kind.DEFEASIBLE, (), ground), Rule("", Kind.DEFEASIBLE, (ground,), ~ground)]
            rules += [Rule("", Kind.DEFEASIBLE, (ground,), atom) for atom in atoms[:2]]
    return Theory((), tuple(rules))


def ring(size: int) -> Theory:
    """Return one loop of all literals, which nothing founds."""
    atoms = [Literal(f"p{number}") for number in range(size)]
    return Theory((), tuple(Rule("", Kind.DEFEASIBLE, (atoms[number - 1],), atoms[number]) for number in range(size)))


FAMILIES: dict[str, Callable[[int], Theory]] = {
    "chain": chain,
    "teams": teams,
    "layers": layers,
    "rings": rings,
    "ring": ring,
}


def cost(theory: Theory) -> float:
    """Return the microseconds that a rule costs, the best of several runs."""
    best = float("inf")
    for _ in range(1 if len(theory.rules) >= 1_000_000 else 3):
        gc.collect()
        before = time.process_time()
        conclude(theory)
        best = min(best, time.process_time() - before)
    return best / len(theory.rules) * 1e6


def measure(sizes: tuple[int, ...]) -> dict[str, list[float]]:
    """Return for every family the cost of a rule at each size."""
    found: dict[str, list[float]] = {}
    for name, make in FAMILIES.items():
        found[name] = []
        for size in sizes:
            found[name].append(cost(make(size)))
    return found


def main(arguments: list[str]) -> int:
    """Print the table; 1 where the bar is missed by a family without loops."""
    sizes = tuple(int(given) for given in arguments if given.isdigit()) or SIZES
    found = measure(sizes)
    missed = [name for name in ("chain", "teams", "layers") if found[name][-1] > BAR * found[name][0]]
    if "--json" in arguments:
        print(json.dumps({"schema": "igov/bench-logic/1", "sizes": sizes, "microseconds": found, "missed": missed}))
        return bool(missed)
    print("microseconds a rule".ljust(22) + "".join(f"{size:>12,}" for size in sizes) + "   largest/smallest")
    for name, costs in found.items():
        print(f"  {name:<20}" + "".join(f"{each:>12.2f}" for each in costs) + f"{costs[-1] / costs[0]:>15.2f}")
    theory = chain(sizes[-1])
    holds = conclude(theory).tag(theory.rules[-1].head) is Tag.HOLDS
    print(f"the end of a chain of {sizes[-1]:,} rules {'holds' if holds else 'is lost'}")
    print(f"bar (at most {BAR:g} times, without loops): {'missed by ' + ', '.join(missed) if missed else 'met'}")
    return bool(missed) or not holds


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
