"""Theories for tests: random ones from a seed, and the proof conditions as a naive fixpoint, a proof checked."""

from __future__ import annotations

import random

from igov.terms.theory import Because, Kind, Literal, Prevails, Proof, Rule, Step, Tag, Theory


def random_theory(seed: int, *, acyclic: bool = False) -> Theory:
    """Make a small theory, every fifth a larger one; the same seed gives the same one.

    Where it is to be acyclic every rule goes from lower atoms to a higher one, so that no literal rests on itself,
    nor on its opposite.
    """
    rng = random.Random(seed)  # noqa: S311  chance, not secrets
    atoms = [f"a{number}" for number in range(rng.randint(2, 7 if seed % 5 else 20))]

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
    for number in range(rng.randint(1, 16 if seed % 5 else 50)):
        place = rng.randrange(len(atoms))
        below = place if acyclic else len(atoms)
        premises = [literal(below) for _ in range(rng.randint(0, most))] if below else []
        rules.append(Rule(f"r{number}", rng.choice(kinds), tuple(premises), Literal(atoms[place], rng.random() < 0.45)))
    for ring in range(0 if acyclic else rng.choice((0, 0, 1, 2))):
        members = [literal(len(atoms)) for _ in range(rng.randint(1, 4))]
        for at, member in enumerate(members):
            rules.append(Rule(f"ring{ring}-{at}", Kind.DEFEASIBLE, (members[at - 1],), member))
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


def check_proof(theory: Theory, proof: Proof) -> None:
    """Hold every step of a proof against the proof conditions: what it needs stands later, and nothing is left out."""
    assert (proof.steps[0].tag, proof.literal in (proof.steps[0].literal, *proof.steps[0].circle)) == (proof.tag, True)
    later: set[tuple[Literal, Tag]] = set()
    for step in reversed(proof.steps):
        needed = _needed(theory, step)
        assert set(step.rests_on) == needed
        assert step.tag is Tag.UNDECIDED or needed <= later
        later.update((member, step.tag) for member in step.circle or (step.literal,))
    if proof.tag is Tag.UNDECIDED:
        assert all(set(step.rests_on) <= later for step in proof.steps)


def _needed(theory: Theory, step: Step) -> set[tuple[Literal, Tag]]:
    """Return what must be concluded for a step to stand, having checked the step itself."""
    q, above = step.literal, {(pair.winner, pair.loser) for pair in theory.superiority}
    definite = step.tag in {Tag.CERTAIN, Tag.NOT_CERTAIN}
    kinds = {Kind.STRICT} if definite else {Kind.STRICT, Kind.DEFEASIBLE}
    answered = [reply.rule for reply in step.replies]

    def supporting(*heads: Literal) -> list[Rule]:
        return [rule for head in heads for rule in theory.rules if rule.head == head and rule.kind in kinds]

    def all_of(rule: Rule | None, tag: Tag) -> set[tuple[Literal, Tag]]:
        assert rule in theory.rules
        return {(premise, tag) for premise in rule.premises} if rule else set()

    def lacking(outside: tuple[Literal, ...] = ()) -> set[tuple[Literal, Tag]]:
        assert all(reply.premise in reply.rule.premises for reply in step.replies)
        return {(r.premise, step.tag) for r in step.replies if r.premise is not None and r.premise not in outside}

    match step.because:
        case Because.FACT:
            assert (q in theory.facts, step.tag) == (True, Tag.CERTAIN)
            return set()
        case Because.STRICT:
            assert (step.rule in supporting(q), step.tag) == (True, Tag.CERTAIN)
            return all_of(step.rule, Tag.CERTAIN)
        case Because.CERTAIN:
            assert step.tag is Tag.HOLDS
            return {(q, Tag.CERTAIN)}
        case Because.RULE:
            assert (step.rule in supporting(q), step.tag) == (True, Tag.HOLDS)
            assert answered == [rule for rule in theory.rules if rule.head == ~q]
            needed = {(~q, Tag.NOT_CERTAIN)} | all_of(step.rule, Tag.HOLDS)
            for reply in step.replies:
                if reply.beaten_by is None:
                    assert reply.premise in reply.rule.premises
                    needed |= {(reply.premise, Tag.FAILS)} if reply.premise else set()
                else:
                    assert reply.beaten_by in supporting(q)
                    assert (reply.beaten_by.name, reply.rule.name) in above
                    needed |= all_of(reply.beaten_by, Tag.HOLDS)
            return needed
        case Because.OPPOSITE:
            assert step.tag is Tag.FAILS
            return {(q, Tag.NOT_CERTAIN), (~q, Tag.CERTAIN)}
        case Because.UNSUPPORTED:
            assert q not in theory.facts
            assert answered == supporting(q)
            return lacking() | (set() if definite else {(q, Tag.NOT_CERTAIN)})
        case Because.ATTACKED:
            assert step.rule is not None
            assert step.rule.head == ~q
            assert sorted(map(str, answered)) == sorted(
                str(rule) for rule in supporting(q) if (rule.name, step.rule.name) in above
            )
            return lacking() | all_of(step.rule, Tag.HOLDS) | {(q, Tag.NOT_CERTAIN)}
        case Because.CIRCLE:
            assert not set(step.circle) & set(theory.facts)
            assert q in step.circle
            assert sorted(map(str, answered)) == sorted(map(str, supporting(*step.circle)))
            certainly = set() if definite else {(member, Tag.NOT_CERTAIN) for member in step.circle}
            return lacking(step.circle) | certainly
        case Because.OPEN:
            assert all(reply.rule.head in {q, ~q} for reply in step.replies)
            assert any(reply.rule.head == q for reply in step.replies)
            return {(reply.premise, Tag.UNDECIDED) for reply in step.replies if reply.premise is not None}
