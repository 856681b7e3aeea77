"""Conflicts among norms, what settles them, and circles of superiority: in small worlds and in the built-in rules."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import igov
import igov.show
from igov.ask.lint import ask, command, to_json
from igov.reason.conflicts import circles, conflicts
from igov.reason.inforce import Options, in_force
from igov.terms.assignment import Claim, Norm, Quantity, Share
from igov.terms.base import Instrument, KnowledgeBase, Status
from igov.terms.conflict import Conflict
from igov.terms.order import Axis, Step, Term
from igov.terms.verdict import Ground, Verdict
from test_judge import HOLDERS, against, instrument, judged, norm, said, world

EARLY, LATE = instrument("I", date=2000), instrument("L", date=2010)


def found(*norms: Norm, instruments: tuple[Instrument, ...] = (EARLY, LATE)) -> tuple[Conflict, ...]:
    """Return the conflicts of a small world."""
    return conflicts(in_force(world(*norms, instruments=instruments), Options()))


def meets(one: Norm, other: Norm) -> bool:
    """Say whether two norms of a small world conflict."""
    return bool(found(one, other))


def test_a_norm_that_gives_and_one_that_bars_conflict_where_a_claim_can_meet_both() -> None:
    """The claim is the widest, and the ground is what the judge would find."""
    (one,) = found(norm("n"), against("m", holder="a"))
    assert (one.gives.id, one.forbids.id, one.ground, one.winner) == ("n", "m", Ground.SPECIALIS, one.forbids)
    assert one.loser is one.gives
    assert one.meeting.holders[0].term == "a"
    (late,) = found(norm("n", instrument="L"), against("m"))
    assert (late.ground, late.winner, late.loser) == (Ground.POSTERIOR, late.gives, late.forbids)
    (tie,) = found(norm("n"), against("m"))
    assert (tie.ground, tie.winner, tie.loser, tie.drafted) == (None, None, None, False)
    (draft,) = found(
        norm("n"), against("m", instrument="D"), instruments=(EARLY, instrument("D", status=Status.DRAFT, date=2020))
    )
    assert (draft.ground, draft.drafted) == (None, True)


def test_norms_apart_on_any_axis_do_not_conflict() -> None:
    """Holders, acts, topics and positions that no claim can share."""
    assert not meets(norm("n", holder="a"), against("m", holder="b"))
    assert not meets(norm("n"), against("m", activity="set-policy"))
    assert not meets(norm("n", topic="names"), against("m", topic="net"))
    assert not meets(norm("n", position="participation"), against("m", position="authority"))
    assert not meets(norm("n"), norm("m", holder="a"))
    assert not meets(norm("n", activity="unspecified"), against("m"))
    assert meets(norm("n"), against("m", activity="unspecified"))
    assert meets(norm("n", activity="run"), against("m", activity="run-fast"))
    assert meets(norm("n", position="right"), against("m", position="act"))
    assert not meets(norm("n", holder="club"), against("m", holder="fellow"))


def test_topics_meet_in_something_narrower_or_by_an_aspect() -> None:
    """Two subjects with a part in common meet there; an aspect meets every subject."""
    topics = {
        name: Term(name, Axis.TOPIC, name, steps=tuple(map(Step, above)), kind=kind)
        for name, above, kind in (("x", (), ""), ("y", (), ""), ("both", ("x", "y"), ""), ("daily", (), "aspect"))
    }
    for mine, theirs, met in (("x", "y", {"both"}), ("x", "daily", {"x", "daily"}), ("daily", "y", {"y", "daily"})):
        base = world(norm("n", topic=mine), against("m", topic=theirs))
        vocabulary = replace(base.vocabulary, axes={**base.vocabulary.axes, Axis.TOPIC: topics})
        (one,) = conflicts(in_force(replace(base, vocabulary=vocabulary), Options()))
        assert one.meeting.topic == met


def test_what_is_given_to_one_alone_conflicts_with_what_another_is_given() -> None:
    """The exclusion in a norm with "only" bars whoever is neither above nor below its holder."""
    (one,) = found(norm("n", holder="b"), norm("m", holder="a", share=Share.ONLY))
    assert (one.gives.id, one.forbids.id) == ("n", "m")
    assert not meets(norm("n", holder="a1"), norm("m", holder="a", share=Share.ONLY))
    (wide,) = found(norm("n", holder="all"), norm("m", holder="a", share=Share.ONLY))
    assert wide.meeting.holders[0].term == "b"
    assert len(found(norm("n", holder="b", share=Share.ONLY), norm("m", holder="a", share=Share.ONLY))) == 2


def test_a_quantity_meets_what_is_barred_to_the_whole_class() -> None:
    """What many of a class are given and all of it is denied."""
    many = norm("n", holder="a")
    many = replace(many, holder=replace(many.holder, quantity=Quantity.MANY))
    (one,) = found(many, against("m", holder="a"))
    assert one.meeting.holders[0].quantity is Quantity.ONE


def test_every_conflict_of_the_rules_is_one_for_the_judge(base: KnowledgeBase) -> None:
    """On the claim where they meet both norms bear, one on each side, and the verdict is not silence."""
    options = Options(instruments=tuple(base.instruments))
    every = conflicts(in_force(base, options))
    assert len(every) > 50
    for one in every[::7]:
        judgement = igov.judge(base, Claim((one.meeting,)), options)
        bearing = {b.norm.id: b.side for part in judgement.parts for b in (*part.bearings, *part.others)}
        assert judgement.verdict in {Verdict.DISPUTED, Verdict.SUPPORTED, Verdict.CONTRADICTED}
        if judgement.verdict is Verdict.DISPUTED:
            assert (bearing[one.gives.id], bearing[one.forbids.id]) == ("supports", "opposes")


# --- circles ----------------------------------------------------------------------------------------------------------


def ring(**more: str) -> tuple[KnowledgeBase, Claim]:
    """Return four norms in a circle: a special one beats a later one beats a special one beats a later one."""
    holders = {
        name: Term(name, Axis.HOLDER, name, steps=tuple(map(Step, above.split())))
        for name, above in {"west": "", "coast": "west", "poor": "", "island": "poor", "x": "coast island"}.items()
    }
    norms = (
        norm("a", holder="coast"),
        against("b", holder=more.get("b", "west"), instrument="L"),
        norm("c", holder=more.get("c", "island")),
        against("d", holder=more.get("d", "poor"), instrument="L"),
    )
    base = world(*norms, instruments=(EARLY, LATE))
    axes = {**base.vocabulary.axes, Axis.HOLDER: {**HOLDERS, **holders}}
    return replace(base, vocabulary=replace(base.vocabulary, axes=axes)), said("x", "act", "run", "names")


def test_specificity_followed_by_date_can_go_round() -> None:
    """The circle is found with the ground of every step, and what would prove both sides is disputed."""
    base, claim = ring()
    (circle,) = circles(in_force(base, Options()))
    names = "".join(one.id for one in circle.norms)
    assert names in {"abcd", "bcda", "cdab", "dabc"}
    assert set(circle.grounds) == {Ground.SPECIALIS, Ground.POSTERIOR}
    judgement = judged(base, claim)
    assert judgement.verdict is Verdict.DISPUTED
    assert set(judgement.cites) == set("abcd")
    beaten = {(d.winner.id, d.loser.id) for d in judgement.parts[0].defeats}
    assert {("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")} <= beaten


def test_without_one_step_there_is_no_circle() -> None:
    """The wide prohibition of a holder apart does not close it."""
    for changed in ({"d": "b"}, {"c": "b"}, {"b": "b"}):
        base, _ = ring(**changed)
        assert circles(in_force(base, Options())) == ()


def test_norms_that_meet_two_by_two_and_never_all_are_no_circle() -> None:
    """Each meets the next, and no holder is covered by all; with one that covers both they are a circle."""
    norms = (
        norm("f1", holder="a", overrides=("g1",)),
        against("g1", overrides=("f2",)),
        norm("f2", holder="b", overrides=("g2",)),
        against("g2", overrides=("f1",)),
    )
    assert circles(in_force(world(*norms), Options())) == ()
    (circle,) = circles(in_force(world(replace(norms[0], holder=norms[1].holder), *norms[1:]), Options()))
    assert circle.grounds == (Ground.EXPLICIT,) * 4


def test_norms_that_never_meet_close_no_circle() -> None:
    """One overrides another that is about somebody else."""
    norms = (
        norm("f1", holder="a", overrides=("g1",)),
        against("g1", holder="b", overrides=("f2",)),
        norm("f2", overrides=("g2",)),
        against("g2", overrides=("f1",)),
    )
    assert circles(in_force(world(*norms), Options())) == ()


def test_what_lies_between_two_circles_is_in_none() -> None:
    """A norm that is beaten from one circle and beats into another is not told."""
    first = (
        norm("f1", overrides=("g1",)),
        against("g1", overrides=("f2",)),
        norm("f2", overrides=("g2",)),
        against("g2", overrides=("f1", "between")),
    )
    second = tuple(
        replace(
            one,
            id=f"{one.id}x",
            cite=f"{one.id}x",
            provision=f"{one.id}x",
            overrides=tuple(f"{name}x" for name in one.overrides if name != "between"),
        )
        for one in first
    )
    base = world(*first, norm("between", overrides=("g1x",)), *second)
    told = circles(in_force(base, Options()))
    assert {frozenset(one.id for one in circle.norms) for circle in told} == {
        frozenset({"f1", "g1", "f2", "g2"}),
        frozenset({"f1x", "g1x", "f2x", "g2x"}),
    }


def test_one_who_alone_is_given_a_thing_can_stand_in_a_circle() -> None:
    """Exclusions are no prohibition of their own holder; a circle of them alone has no holder to ask for."""
    ours = norm("f1", holder="a", share=Share.ONLY, overrides=("f2",))
    theirs = norm("f2", holder="b", share=Share.ONLY, overrides=("f3",))
    third = norm("f3", holder="club", share=Share.ONLY, overrides=("f1",))
    assert circles(in_force(world(ours, theirs, third), Options())) == ()


# --- the command ------------------------------------------------------------------------------------------------------


def test_two_norms_meet_head_on_where_the_matter_of_one_lies_within_that_of_the_other() -> None:
    """Else they meet only where a matter is of both kinds."""
    (within,) = found(norm("n", topic="internet"), against("m", topic="idn"))
    assert within.head_on
    topics = {name: Term(name, Axis.TOPIC, name, kind=kind) for name, kind in (("x", ""), ("daily", "aspect"))}
    base = world(norm("n", topic="x"), against("m", topic="daily"))
    vocabulary = replace(base.vocabulary, axes={**base.vocabulary.axes, Axis.TOPIC: topics})
    (both,) = conflicts(in_force(replace(base, vocabulary=vocabulary), Options()))
    assert not both.head_on


def test_the_page_counts_and_groups_conflicts_and_tells_grounds_in_words() -> None:
    """A table at the head, head-on before in part, a pair of provisions once, with the limits it is subject to."""
    lines = CliRunner(env={"COLUMNS": "80"}).invoke(command, ["--conflicts"]).output.splitlines()
    assert all(len(line) <= 80 for line in lines[4:])
    assert any(line.split() == ["Inside", "TA", "3", "0", "0", "3", "0"] for line in lines)
    place = {line.strip(): number for number, line in enumerate(lines)}
    between = place["Between OP and TA: 19 conflicts"]
    assert between < place["Head-on: the matter of one lies within the other's (5)"]
    heads = [line.split()[:2] for line in lines if line.startswith("             ") and "TA-69," in line]
    assert heads.count(["TA-35a", "TA-69,"]) == 1
    page = " ".join(" ".join(lines).split())
    assert "within that do not impact on international public policy issues" in page
    every = CliRunner().invoke(command, ["--conflicts", "--according-to", "all"]).output
    assert "it is the later of one body's texts" in " ".join(every.split())


def test_the_command_shows_conflicts_side_by_side() -> None:
    """Paragraph 35a stands beside paragraph 69, and a draft says why nothing settles it."""
    page = " ".join(CliRunner().invoke(command, ["--conflicts"]).output.split())
    assert "Inside TA" in page
    assert "Between OP and TA" in page
    assert "TA-35a TA-69, as reported in OP-recalling-4" in page
    assert "nothing settles it: one is a draft, the other was adopted" in page
    other = CliRunner().invoke(command, ["--conflicts", "--according-to", "all"])
    assert "prevails: lex posterior" in other.output
    assert other.exit_code == 0
    none = CliRunner().invoke(command, ["--conflicts", "--according-to", "WGIG"])
    assert "No two norms of these instruments can meet" in none.output
    assert CliRunner().invoke(command, ["--according-to", "TA"], standalone_mode=False).exception is not None


@pytest.mark.parametrize("asked", [None, Options()])
def test_the_object_holds_both_norms_and_the_ground(base: KnowledgeBase, asked: Options | None) -> None:
    """The JSON keeps its schema with conflicts and without."""
    schema = json.loads((Path(igov.show.__file__).parent / "schemas" / "lint.json").read_text("utf-8"))
    answer = json.loads(json.dumps(to_json(ask(base, among=asked))))
    jsonschema.Draft202012Validator(schema).validate(answer)
    assert (answer["conflicts"] is None) is (asked is None)
    for one in answer["conflicts"] or ():
        assert (one["prevails"] is None) is (one["ground"] is None)
        assert one["meets_on"]
