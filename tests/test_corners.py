"""Corners of the judge that neither the texts nor the labelled claims reach, in small worlds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import igov
from igov.reason.inforce import MOST_KEPT
from igov.terms.assignment import Claim, Denies, Force, Holder, Limit, Norm, Quantity
from igov.terms.base import Fact, KnowledgeBase
from igov.terms.verdict import Verdict
from test_judge import RUNS, against, judged, norm, outcome, said, world


def on_facts(*norms: Norm, facts: str = "storm") -> KnowledgeBase:
    """Return a small world in which there are facts of the case."""
    return replace(world(*norms), facts={name: Fact(name, name) for name in facts.split()})


def verdict(base: KnowledgeBase, claim: Claim = RUNS, **options: Any) -> Verdict:
    """Judge a claim under facts given as text."""
    return judged(base, claim, **{name: frozenset(given.split()) for name, given in options.items()}).verdict


def test_a_norm_with_a_limit_says_nothing_against_a_denial_that_sets_the_limit_aside() -> None:
    """Within its mandate it must; that it need not outside is another matter."""
    limited = norm("n", limits=(Limit("within-mandate"),))
    claim = said("a", "act", "run", "names", denied=Denies.POSITION)
    beyond = said("a", "act", "run", "names", denied=Denies.POSITION, denied_limits=("within-mandate",))
    assert outcome(limited, claim=claim)[0] == "CONTRADICTED"
    assert outcome(limited, claim=beyond)[0] == "SILENT"


def test_a_weaker_wording_that_is_itself_forbidden_is_not_offered() -> None:
    """What some of them are given and forbidden does not bear out a claim about all of them."""
    assert outcome(norm("n", holder="a1"))[0] == "OVERSTATED"
    assert outcome(norm("n", holder="a1"), against("m", holder="a1"))[0] == "SILENT"
    assert outcome(norm("n", holder="a1"), against("m", holder="a1"), norm("o", topic="idn")) == ("OVERSTATED", ("o",))


def test_a_verdict_can_be_had_without_its_explanation() -> None:
    """The verdict and cites are the same; the norms nearest to a silence are not looked for."""
    base = world(norm("n", topic="idn"), norm("m", activity="set-policy"))
    for claim in (RUNS, said("a", "act", "set-policy", "names")):
        full, bare = igov.judge(base, claim), igov.judge(base, claim, explain=False)
        assert (full.verdict, full.axes, full.cites) == (bare.verdict, bare.axes, bare.cites)
    silent = said("a", "act", "set-policy", "idn", denied=Denies.POSITION)
    base = world(norm("n", topic="names"))
    assert igov.judge(base, silent).parts[0].nearest
    assert not igov.judge(base, silent, explain=False).parts[0].nearest


def test_what_the_verdict_would_be_otherwise_is_part_of_the_explanation(base: KnowledgeBase) -> None:
    """Without it no reading is switched, and the adopted texts are not asked alone."""
    read = said("w3c", "role", "develop", "standards", force=Force.WAS)
    disputed = said("states", "participation", "assign", "day-to-day", "ip-addresses")
    assert igov.judge(base, read).rests_on
    assert igov.judge(base, disputed).adopted_only is Verdict.CONTRADICTED
    for claim in (read, disputed):
        bare = igov.judge(base, claim, explain=False)
        assert (bare.without, bare.rests_on, bare.adopted_only) == (None, (), None)


def test_a_joined_claim_is_cited_by_what_grants_the_one_half_and_what_denies_the_other() -> None:
    """Each half has its own norm, and neither could be left out."""
    denied = said("b", "act", "run", "names", denied=Denies.POSITION)
    both = Claim((*RUNS.parts, *denied.parts))
    assert outcome(norm("n", holder="a"), against("m", holder="b"), claim=both) == ("SUPPORTED", ("n", "m"))


def test_what_one_of_them_is_given_says_nothing_against_a_denial_about_several() -> None:
    """The one need not be among the several."""
    part = replace(RUNS.parts[0], holders=(Holder("a", Quantity.SEVERAL),), denied=Denies.POSITION)
    assert outcome(norm("n", holder="a1"), claim=Claim((part,))) == ("SILENT", ())


def test_more_questions_than_are_kept_get_the_answers_they_got_before() -> None:
    """What is remembered of earlier questions is thrown away when it has grown, and nothing else changes."""
    base = world(norm("n"), against("m", topic="idn"))
    before = igov.judge(base, RUNS, explain=False)
    for number in range(MOST_KEPT + 1):
        strange = said("a", "act", "run", f"other:{number}")
        assert igov.judge(base, strange, explain=False).verdict is Verdict.SILENT
    assert igov.judge(base, RUNS, explain=False) == before


@pytest.mark.parametrize(
    ("condition", "bar", "expected"),
    [
        ("b", "", Verdict.SUPPORTED),
        ("TA-b", "", Verdict.SUPPORTED),
        ("b", "more special", Verdict.SILENT),
        ("b", "as special", Verdict.SILENT),
        ("b", "overridden", Verdict.SUPPORTED),
    ],
)
def test_a_norm_that_hangs_on_another_applies_where_that_one_prevails(
    condition: str, bar: str, expected: Verdict
) -> None:
    """Named by its id or by its cite; barred by what prevails over it or is as good, not by what it overrides."""
    other = norm("b", holder="b", overrides=("bar",) if bar == "overridden" else ())
    bars = {
        "more special": [against("bar", holder="b", activity="unspecified", overrides=("b",))],
        "as special": [against("bar", holder="b")],
        "overridden": [against("bar", holder="b")],
    }
    named = replace(other, cite="TA-b")
    base = on_facts(norm("n", holder="a", when=(condition,)), named, *bars.get(bar, []))
    assert verdict(base) is expected


def test_one_norm_may_be_named_in_two_ways() -> None:
    """By its id in one condition and by its cite in the next: it is concluded once, and both hold."""
    base = on_facts(
        norm("n", holder="a", when=("b", "TA-b")), replace(norm("b", holder="b", when=("storm",)), cite="TA-b")
    )
    assert verdict(base, assume="storm") is Verdict.SUPPORTED
    assert verdict(base, without="storm") is Verdict.SILENT


def test_a_larger_set_of_facts_is_not_told_where_a_smaller_settles_it() -> None:
    """Either of two facts is enough, and the two together are not told."""
    base = on_facts(norm("n", when=("storm",)), norm("m", when=("flood",)), facts="storm flood")
    found = judged(base, RUNS)
    assert found.holds_if == (("storm",), ("flood",))
    assert found.otherwise is Verdict.SILENT
