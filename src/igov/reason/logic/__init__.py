"""Propositional defeasible logic: a theory comes in, a tag for every literal and the proof of any of them go out.

The logic is that of Antoniou, Billington, Governatori and Maher, "Representation results for defeasible logic" (ACM
Transactions on Computational Logic 2, 2001): ambiguity blocking, with team defeat. With R[q] the rules for q, Rsd[q]
those of them that are strict or defeasible, and ~q the opposite of q, the proof conditions are

    +D q   q is a fact, or some strict rule for q has every premise +D
    -D q   q is no fact, and every strict rule for q has a premise -D
    +d q   +D q; or: -D ~q, some rule of Rsd[q] has every premise +d, and every rule of R[~q] either has a premise -d or
           is inferior to some rule of Rsd[q] with every premise +d (not always the same: a team)
    -d q   -D q, and: +D ~q; or every rule of Rsd[q] has a premise -d; or some rule of R[~q] has every premise +d, and
           every rule of Rsd[q] superior to it has a premise -d

A defeater (`~>`) is in R alone: it blocks, and neither supports nor counter-attacks.

It is the well-founded variant (Maher, Governatori, "A semantic decomposition of defeasible logics", AAAI 1999): a set
of literals is unfounded when every rule of Rsd for each of them has a premise that is -d or in the set (for -D: every
strict rule, a premise that is -D or in the set); the literals of a greatest unfounded set are -d (-D), recomputed as
literals become -d. So what rests only on itself fails. A loop through attack (`=> p` with `p => ~p`) proves neither
tag: such literals stay undecided.

Bound. Every premise and every statement of superiority is visited a fixed number of times (counters and queues, after
Maher, "Propositional defeasible logic has linear complexity", Theory and Practice of Logic Programming 1, 2001), so the
cost is linear in the size of the theory where no literal rests on itself through undecided premises. Elsewhere a
component of such literals is searched anew each time a rule fails that kept one of them founded: linear plus the sum,
over the components, of their size times the number of their rules that so fail; at worst quadratic.

    >>> from igov.reason.logic import conclude
    >>> from igov.terms.theory import Kind, Literal, Rule, Theory
    >>> bird, flies = Literal("bird"), Literal("flies")
    >>> found = conclude(Theory(facts=(bird,), rules=(Rule("r1", Kind.DEFEASIBLE, (bird,), flies),)))
    >>> found.tags(flies)
    (<Tag.NOT_CERTAIN: '-D'>, <Tag.HOLDS: '+d'>)
    >>> str(found.step(flies).rule)
    'r1: bird => flies'
"""

from __future__ import annotations

from igov.reason.logic.conclusions import Conclusions, conclude

__all__ = ["Conclusions", "conclude"]
