"""Theories for tests: random ones from a seed, and the proof conditions written down naively as a fixpoint."""

from __future__ import annotations

import random

from igov.terms.theory import Kind, Literal, Prevails, Rule, Tag, Theory


def random_theory(seed: int, *, acyclic: bool = False) -> Theory:
    """Make a small theory; the same seed gives the same one.

    Where it is to be acyclic every rule goes from lower atoms to a higher one, so that no literal rests on itself,
    nor on its opposite.
    """
    rng = random.Random(seed)  # noqa: S311  chance, not secrets
    atoms = [f"a{number}" for number in range(rng.randint(2, 7))]

    def literal(below: int) -> Literal:
        return Literal(rng.choice(atoms[:below]), rng.random() < 0.4)

    kinds = rng.choice(
        (
            (Kind.DEFEASIBLE,),
            (Kind.DEFEASIBLE, Kind.DEFEASIBLE, Kind.DEFEATER),
            (Kind.STRICT, Kind.DEFEASIBLE, Kind.DEFEASIBLE, Kind.DEFEATER),
            (Kind.STRICT, Kind.STRICT, Kind.DEFEASIBLE),
        )
    )
    rules = []
    most = rng.choice((1, 2, 3))
    for number in range(rng.randint(1, 16)):
        place = rng.randrange(len(atoms))
        below = place if acyclic else len(atoms)
        premises = [literal(below) for _ in range(rng.randint(0, most))] if below else []
        rules.append(Rule(f"r{number}", rng.choice(kinds), tuple(premises), Literal(atoms[place], rng.random() < 0.45)))
    facts = tuple(literal(len(atoms)) for _ in range(rng.choice((0, 0, 1, 2))))
    order = rules[:]
    rng.shuffle(order)
    superiority = []
    chance = rng.choice((0.0, 0.3, 0.7))
    for at, winner in enumerate(order):
        for loser in order[at + 1 :]:
            likely = chance if winner.head == ~loser.head else chance / 10
            if rng.random() < likely:
                superiority.append(Prevails(winner.name, loser.name))
    return Theory(facts, tuple(rules), tuple(superiority))


def all_literals(theory: Theory) -> list[Literal]:
    """Return both literals of every atom that a theory mentions."""
    given = [*theory.facts, *(literal for rule in theory.rules for literal in (*rule.premises, rule.head))]
    atoms = sorted({literal.atom for literal in given})
    return [literal for atom in atoms for literal in (Literal(atom), Literal(atom, negated=True))]


def naive(theory: Theory) -> dict[Literal, tuple[Tag, Tag]]:
    """Compute every tag by sweeping over all proof conditions until nothing is added, and then over unfounded sets.

    Quadratic and worse, and as close to the words of the definition as can be.
    """
    literals = all_literals(theory)
    above = {(pair.winner, pair.loser) for pair in theory.superiority}
    facts = set(theory.facts)

    def rules(head: Literal, *kinds: Kind) -> list[Rule]:
        return [rule for rule in theory.rules if rule.head == head and rule.kind in kinds]

    def supporting(head: Literal) -> list[Rule]:
        return rules(head, Kind.STRICT, Kind.DEFEASIBLE)

    certain: set[Literal] = set()
    not_certain: set[Literal] = set()
    holds: set[Literal] = set()
    fails: set[Literal] = set()

    def applicable(rule: Rule) -> bool:
        return all(premise in holds for premise in rule.premises)

    def discarded(rule: Rule) -> bool:
        return any(premise in fails for premise in rule.premises)

    def is_certain(q: Literal) -> bool:
        return q in facts or any(all(p in certain for p in rule.premises) for rule in rules(q, Kind.STRICT))

    def is_not_certain(q: Literal) -> bool:
        return q not in facts and all(any(p in not_certain for p in rule.premises) for rule in rules(q, Kind.STRICT))

    def does_hold(q: Literal) -> bool:
        return q in certain or (
            ~q in not_certain
            and any(applicable(rule) for rule in supporting(q))
            and all(
                discarded(attack)
                or any(applicable(rule) and (rule.name, attack.name) in above for rule in supporting(q))
                for attack in rules(~q, *Kind)
            )
        )

    def does_fail(q: Literal) -> bool:
        return q in not_certain and (
            ~q in certain
            or all(discarded(rule) for rule in supporting(q))
            or any(
                applicable(attack)
                and all(discarded(rule) or (rule.name, attack.name) not in above for rule in supporting(q))
                for attack in rules(~q, *Kind)
            )
        )

    def unfounded(refuted: set[Literal], kinds: tuple[Kind, ...]) -> set[Literal]:
        """Take literals out of the set of all until each rule of each one left has a premise refuted or in the set."""
        members = {q for q in literals if q not in facts}
        while True:
            founded = {
                q
                for q in members
                if any(not any(p in refuted or p in members for p in rule.premises) for rule in rules(q, *kinds))
            }
            if not founded:
                return members
            members -= founded

    while True:
        before = len(certain) + len(not_certain) + len(holds) + len(fails)
        certain |= {q for q in literals if is_certain(q)}
        not_certain |= {q for q in literals if is_not_certain(q)} | unfounded(not_certain, (Kind.STRICT,))
        holds |= {q for q in literals if does_hold(q)}
        circular = unfounded(fails, (Kind.STRICT, Kind.DEFEASIBLE)) & not_certain
        fails |= {q for q in literals if does_fail(q)} | circular
        if before == len(certain) + len(not_certain) + len(holds) + len(fails):
            break

    assert not certain & not_certain
    assert not holds & fails
    return {
        q: (
            Tag.CERTAIN if q in certain else Tag.NOT_CERTAIN,
            Tag.HOLDS if q in holds else Tag.FAILS if q in fails else Tag.UNDECIDED,
        )
        for q in literals
    }
