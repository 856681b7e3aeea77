"""Norms under conditions: facts of the case, chains, and the least sets of facts that settle a verdict."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import igov
from igov.ask.check_claim import command
from igov.reason.conditions import MOST_FACTS
from igov.show.judgement import because
from igov.terms.assignment import Claim, Holder, Part
from igov.terms.base import KnowledgeBase
from igov.terms.verdict import Judgement, Verdict
from test_judge import against, norm, said, world

FACTS = ("emergency", "court-order", "licensed", "election")


@pytest.fixture(scope="module")
def act() -> KnowledgeBase:
    """Return the built-in vocabulary with a made-up act under conditions."""
    loaded: KnowledgeBase = igov.load([Path(__file__).parent / "data" / "conditions.yaml"])
    return loaded


def claim(holder: str, position: str, activity: str, topic: str) -> Claim:
    """Return a claim of one part."""
    return Claim((Part((Holder(holder),), position, activity, frozenset({topic})),))


REGULATES = claim("brazil", "act", "regulate", "domain-names")
OPERATES = claim("google", "act", "operate", "internet")
CONSULTED = claim("civil-society", "participation", "consult", "internet")


def judged(base: KnowledgeBase, asked: Claim, **options: Any) -> Judgement:
    """Judge by the act alone."""
    found: Judgement = igov.judge(base, asked, igov.Options(instruments=("ACT",), **options))
    return found


def test_a_fact_nobody_stated_is_unknown_and_the_answer_says_on_what_it_hangs(act: KnowledgeBase) -> None:
    """The permission holds if there is an emergency, an order and no election."""
    found = judged(act, REGULATES)
    assert (found.verdict, found.cites) == (Verdict.SUPPORTED, ("ACT-1",))
    assert found.holds_if == (("emergency", "court-order", "not election"),)
    assert found.otherwise is Verdict.SILENT


def test_facts_that_are_stated_are_asked_no_more(act: KnowledgeBase) -> None:
    """With the emergency and the order given only the election is open; stated otherwise nothing is given."""
    some = judged(act, REGULATES, assume=frozenset({"emergency", "court-order"}))
    assert some.holds_if == (("not election",),)
    every = judged(act, REGULATES, assume=frozenset({"emergency", "court-order"}), without=frozenset({"election"}))
    assert (every.verdict, every.holds_if, every.otherwise) == (Verdict.SUPPORTED, (), None)
    assert judged(act, REGULATES, without=frozenset({"emergency"})).verdict is Verdict.SILENT
    assert judged(act, REGULATES, assume=frozenset(FACTS)).verdict is Verdict.SILENT


def test_a_conclusion_of_another_norm_is_a_condition(act: KnowledgeBase) -> None:
    """Civil society must be consulted where firms may operate: where they are licensed and no emergency bars it."""
    found = judged(act, CONSULTED)
    assert (found.verdict, found.cites) == (Verdict.SUPPORTED, ("ACT-3",))
    assert judged(act, CONSULTED, without=frozenset({"licensed"})).verdict is Verdict.SILENT
    barred = judged(act, CONSULTED, assume=frozenset({"licensed", "emergency"}))
    assert barred.verdict is Verdict.SILENT
    assert judged(act, CONSULTED, assume=frozenset({"licensed"}), without=frozenset({"emergency"})).verdict is (
        Verdict.SUPPORTED
    )


def test_a_norm_that_overrides_another_on_some_facts_alone(act: KnowledgeBase) -> None:
    """In an emergency the permission is overridden."""
    assert judged(act, OPERATES, assume=frozenset(FACTS)).cites == ("ACT-4",)
    assert judged(act, OPERATES, assume=frozenset({"licensed"}), without=frozenset({"emergency"})).cites == ("ACT-2",)


@pytest.mark.parametrize("asked", [REGULATES, OPERATES, CONSULTED], ids=["regulates", "operates", "consulted"])
def test_every_set_of_facts_settles_the_verdict_and_none_smaller_does(act: KnowledgeBase, asked: Claim) -> None:
    """Each set is verified against every way the other facts may be, and each of its members is needed."""
    found = judged(act, asked)

    def settles(facts: tuple[str, ...]) -> bool:
        true = {name for name in facts if not name.startswith("not ")}
        false = {name.removeprefix("not ") for name in facts if name.startswith("not ")}
        free = [name for name in FACTS if name not in true | false]
        return all(
            judged(
                act, asked, assume=frozenset(true | set(more)), without=frozenset(false | (set(free) - set(more)))
            ).verdict
            is found.verdict
            for size in range(len(free) + 1)
            for more in itertools.combinations(free, size)
        )

    for facts in found.holds_if:
        assert settles(facts)
        assert not any(settles(tuple(name for name in facts if name != left)) for left in facts)
    assert bool(found.holds_if) is not settles(())


def test_a_base_without_conditions_has_nothing_to_settle(act: KnowledgeBase, base: KnowledgeBase) -> None:
    """Facts that bear on nothing near the claim are not asked."""
    other = claim("civil-society", "role", "unspecified", "internet")
    assert igov.judge(act, other).holds_if == ()
    assert igov.judge(act, other).verdict is igov.judge(base, other).verdict


def test_too_many_facts_are_said_to_be_too_many(tmp_path: Path) -> None:
    """Beyond the bound the answer says that it was cut off."""
    names = [f"fact-{i}" for i in range(MOST_FACTS + 1)]
    rules = tmp_path / "many.yaml"
    rules.write_text(
        "igov: 1\n"
        "instrument: {id: ACT, title: An act, body: A body, date: 2020-01-01, status: adopted}\n"
        "facts:\n" + "".join(f"  - {{id: {name}, label: it is so}}\n" for name in names) + "provisions:\n"
        "  1:\n    text: States may regulate domain names.\n    norms:\n"
        "      - {words: States may regulate domain names, holder: states, position: act, activity: regulate,\n"
        f"         topic: domain-names, force: may, when: [{', '.join(names)}]}}\n",
        encoding="utf-8",
    )
    found = judged(igov.load([rules]), REGULATES)
    assert (found.verdict, found.cut_off, found.holds_if) == (Verdict.SUPPORTED, True, ())


def test_the_page_and_the_json_say_on_which_facts_it_hangs() -> None:
    """The made-up act on the command line: the set of facts, and the verdict otherwise."""
    rules = str(Path(__file__).parent / "data" / "conditions.yaml")
    asked = ["check-claim", "--rules", rules, "--according-to", "ACT", "--holder", "brazil", "--position", "act"]
    asked += ["--activity", "regulate", "--topic", "domain-names"]
    page = CliRunner().invoke(command, asked[1:]).output
    folded = " ".join(page.split())
    assert (
        "it holds if there is an emergency, and a court has ordered it, and it is not so that an election is on"
        in folded
    )
    assert "Were they the other way about, the verdict would be SILENT." in folded
    found = json.loads(CliRunner().invoke(command, [*asked[1:], "--json"]).output)
    assert found["holds_if"] == [["emergency", "court-order", "not election"]]
    assert found["otherwise"] == "SILENT"


# --- what hangs on norms left undecided -------------------------------------------------------------------------------


def test_a_verdict_that_hangs_on_norms_left_undecided_is_disputed() -> None:
    """Each of two norms applies unless the other does: which of them does is nobody's to guess."""
    one, other = norm("one", unless=("other",)), norm("other", topic="idn", unless=("one",))
    found = igov.judge(world(one, other), said("a", "act", "run", "names"))
    assert (found.verdict, found.cites, found.axes) == (Verdict.DISPUTED, ("one",), ())
    assert found.parts[0].hangs_on == ("one",)
    assert because(world(one, other), found) == "It hangs on whether one applies, and nothing settles that."


def test_a_verdict_that_does_not_hang_on_them_stands() -> None:
    """Another norm gives the thing whatever becomes of the two, or they are of another matter."""
    circle = (norm("one", unless=("other",)), norm("other", unless=("one",)))
    found = igov.judge(world(*circle, norm("plain")), said("a", "act", "run", "names"))
    assert (found.verdict, found.parts[0].hangs_on) == (Verdict.SUPPORTED, ())
    assert igov.judge(world(*circle), said("a", "act", "set-policy", "names")).verdict is Verdict.SILENT


def test_what_another_norm_settles_is_not_left_undecided() -> None:
    """Each of two prohibitions applies unless the other does; one is overridden, so that the other applies."""
    circle = (against("g", unless=("h",)), against("h", unless=("g",)))
    found = igov.judge(world(norm("p", overrides=("g",)), *circle), said("a", "act", "run", "names"))
    assert (found.verdict, found.cites, found.parts[0].hangs_on) == (Verdict.DISPUTED, ("p", "h"), ())


def test_of_a_joined_claim_one_half_may_hang_on_them() -> None:
    """The half that hangs on a norm left undecided makes the whole disputed, and is what is cited."""
    circle = (norm("one", unless=("other",)), norm("other", topic="idn", unless=("one",)))
    base = world(*circle, norm("sets", activity="set-policy"))
    halves = Claim((*said("a", "act", "set-policy", "names").parts, *said("a", "act", "run", "names").parts))
    found = igov.judge(base, halves)
    assert (found.verdict, found.cites) == (Verdict.DISPUTED, ("one",))
