"""Norms under conditions: which of them apply on the facts of a case, by the defeasible logic.

A norm may name conditions (`when`, `unless`): facts of the case, or provisions whose norms must hold. For every norm n
the theory has the literals `applies n` and `n`, and for every provision p that is named the literal `p`:

    applies n    a defeasible rule from all that n is conditional on; from each `unless` a defeater against it
    n            a defeasible rule from `applies n`; against it, from every norm m of the other side that covers the
                 whole of n, a rule from `applies m`, superior or inferior as `reason.superiority` has the two
    p            a rule from each norm of p

Superiority cannot run in a circle here, for each contest has one rule on its one side. The facts stated are facts of
the theory. A norm applies where `applies n` holds; a verdict that hangs on one left undecided is DISPUTED. Facts that
nobody stated are unknown: neither they nor their opposites are in the theory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import combinations, product

from igov.reason.inforce import InForce, Options
from igov.reason.logic import conclude
from igov.reason.standing import inside_holder, inside_topic
from igov.reason.superiority import ground
from igov.terms.assignment import UNSPECIFIED, Norm, Polarity
from igov.terms.theory import Kind, Literal, Prevails, Rule, Tag, Theory
from igov.terms.verdict import PartJudgement, Verdict

MOST_FACTS = 8
"""How many unknown facts are looked through: all their combinations are judged."""
LARGEST_SET = 3
"""How many facts a set that settles a verdict holds at the most."""


def applicable(texts: InForce) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the norms that apply on the facts that the options state, and of those left undecided.

    Conditions that attack their own ground, as where each of two norms applies unless the other does, settle nothing.
    """
    true, false = texts.options.assume, texts.options.without
    facts = [Literal(name) for name in texts.base.facts if name in true - false]
    facts += [Literal(name, negated=True) for name in texts.base.facts if name in false]
    rules: list[Rule] = []
    superiority: list[Prevails] = []
    for norm in texts.norms:
        applies = _applies(norm)
        rules.append(Rule("", Kind.DEFEASIBLE, tuple(map(Literal, norm.when)), applies))
        rules += [Rule("", Kind.DEFEATER, (Literal(name),), ~applies) for name in norm.unless]
    named: dict[str, None] = {}
    for norm in texts.norms:
        named |= dict.fromkeys((*norm.when, *norm.unless))
    concluded: set[str] = set()
    for name in named:
        for norm in _named_by(texts.norms, name) if name not in texts.base.facts else ():
            if name != norm.id:
                rules.append(Rule("", Kind.DEFEASIBLE, (Literal(norm.id),), Literal(name)))
            if norm.id not in concluded:
                concluded.add(norm.id)
                _conclude_norm(texts, norm, rules, superiority)
    found = conclude(Theory(tuple(facts), tuple(rules), tuple(superiority)))
    tags = {norm.id: found.tag(_applies(norm)) for norm in texts.norms}
    applying, undecided = (frozenset(n for n, t in tags.items() if t is tag) for tag in (Tag.HOLDS, Tag.UNDECIDED))
    return applying, undecided


def hanging(texts: InForce, plain: PartJudgement, otherwise: Callable[[InForce], PartJudgement]) -> PartJudgement:
    """Return the judgement of a clause, DISPUTED where it hangs on norms of which it is undecided whether they apply.

    `plain` takes none of them to apply; each of them, and all together, are taken to apply as well.
    """
    for some in (*((norm,) for norm in texts.open), texts.open):
        norms = tuple(sorted((*texts.norms, *some), key=lambda norm: norm.rank))
        other = otherwise(replace(texts, norms=norms, open=()))
        if other.verdict is not plain.verdict:
            found = {b.norm.id: b for b in (*plain.bearings, *other.bearings)}
            return replace(
                plain,
                verdict=Verdict.DISPUTED,
                axes=(),
                bearings=tuple(found.values()),
                others=(*plain.others, *other.others),
                defeats=tuple(dict.fromkeys((*plain.defeats, *other.defeats))),
                wording=None,
                hangs_on=tuple(norm.cite for norm in some),
            )
    return plain


def _applies(norm: Norm) -> Literal:
    return Literal(f"applies {norm.id}")


def _named_by(norms: Iterable[Norm], name: str) -> list[Norm]:
    """Return the norms that a condition stands for: by their id, their cite or their provision."""
    return [norm for norm in norms if name in {norm.id, norm.cite, norm.provision}]


def _conclude_norm(texts: InForce, norm: Norm, rules: list[Rule], superiority: list[Prevails]) -> None:
    """Add the rule for the holding of a norm, those against it, and which prevails."""
    mine = f"holds {norm.id}"
    rules.append(Rule(mine, Kind.DEFEASIBLE, (_applies(norm),), Literal(norm.id)))
    for other in texts.norms:
        if other.polarity is norm.polarity or not _covers(texts, other, norm):
            continue
        theirs = f"{other.id} against {norm.id}"
        rules.append(Rule(theirs, Kind.DEFEASIBLE, (_applies(other),), ~Literal(norm.id)))
        if ground(texts, norm, other) is not None:
            superiority.append(Prevails(mine, theirs))
        elif ground(texts, other, norm) is not None:
            superiority.append(Prevails(theirs, mine))


def _covers(texts: InForce, wide: Norm, narrow: Norm) -> bool:
    """Say whether a norm speaks of the whole of what another of the other side does."""
    act = wide.activity == narrow.activity or (
        wide.polarity is Polarity.AGAINST
        if UNSPECIFIED in {wide.activity, narrow.activity}
        else texts.activities.at_or_below(narrow.activity, wide.activity)
    )
    low, high = (wide, narrow) if wide.polarity is Polarity.AGAINST else (narrow, wide)
    return (
        act
        and inside_holder(texts.holders, narrow.holder, wide.holder)
        and inside_topic(texts.topics, narrow.topic, wide.topic)
        and texts.positions.at_or_below(low.position, high.position)
    )


def facts_behind(texts: InForce, norms: Iterable[tuple[Norm, bool]]) -> dict[str, bool]:
    """Return the facts on which norms depend, by way of other norms too, each with how the sentence takes it.

    Every norm comes with whether it speaks for the sentence. What those that do are conditional on is taken to be so,
    and what keeps them from applying, or makes a norm apply that speaks against them, not to be.
    """
    todo = list(norms)
    seen = {norm.id for norm, _ in todo}
    found: dict[str, bool] = {}
    for norm, wanted in todo:
        for name, so in (*((n, wanted) for n in norm.when), *((n, not wanted) for n in norm.unless)):
            if name in texts.base.facts:
                found.setdefault(name, so)
                continue
            for other in _named_by(texts.norms, name):
                against = [m for m in texts.norms if m.polarity is not other.polarity and _covers(texts, m, other)]
                for more, sign in ((other, so), *((m, not so) for m in against)):
                    if more.id not in seen:
                        seen.add(more.id)
                        todo.append((more, sign))
    return found


def stated(options: Options, facts: Mapping[str, bool]) -> Options:
    """Return the options with facts stated to be so or not to be so."""
    true = frozenset(name for name, so in facts.items() if so)
    return replace(options, assume=options.assume | true, without=options.without | (frozenset(facts) - true))


def settling(
    granted: Mapping[str, bool], verdicts: Mapping[tuple[bool, ...], Verdict]
) -> tuple[tuple[tuple[str, ...], ...], Verdict | None]:
    """Return the least sets of facts that settle the verdict, and the verdict where the facts are the other way about.

    `granted` says how the sentence takes each fact; `verdicts` has the verdict for every way the facts may be, in the
    order of `granted`. Every set of up to three facts is tried against all the ways that agree with it. Nothing is
    returned where the facts make no difference.
    """
    names, taken = tuple(granted), tuple(granted.values())
    plain = verdicts[taken]
    if all(verdict is plain for verdict in verdicts.values()):
        return (), None
    least: list[frozenset[int]] = []
    for size in range(1, min(LARGEST_SET, len(names)) + 1):
        for chosen in combinations(range(len(names)), size):
            if any(smaller <= set(chosen) for smaller in least):
                continue
            agreeing = (way for way in verdicts if all(way[i] is taken[i] for i in chosen))
            if all(verdicts[way] is plain for way in agreeing):
                least.append(frozenset(chosen))
    sets = tuple(tuple(names[i] if taken[i] else f"not {names[i]}" for i in sorted(chosen)) for chosen in least)
    return sets, verdicts[tuple(not so for so in taken)]


def ways(count: int) -> list[tuple[bool, ...]]:
    """Return every way that a number of facts may be."""
    return list(product((True, False), repeat=count))
