"""What a claim would be worth were something chosen otherwise, and under what it would be supported."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import igov
import igov.show
from igov.ask.explain import ask, command, suppose, to_json
from igov.reason.inforce import Options
from igov.reason.suppose import MOST_MOVES, moved, moves_for, ways_to_hold, what_if
from igov.terms.assignment import Claim, Denies, Holder, Part, Share
from igov.terms.base import Fact, KnowledgeBase, Status
from igov.terms.conflict import Move, MoveKind
from igov.terms.verdict import Verdict
from test_judge import RUNS, against, instrument, norm, said, world

SOVEREIGN = "sovereign-right-excludes-others"
CONDITIONS = str(Path(__file__).parent / "data" / "conditions.yaml")
ACT = Options(instruments=("ACT",))


@pytest.fixture(scope="module")
def act() -> KnowledgeBase:
    """Return the built-in vocabulary with a made-up act under conditions."""
    loaded: KnowledgeBase = igov.load([CONDITIONS])
    return loaded


def claim(holder: str, position: str, activity: str, topic: str) -> Claim:
    """Return a claim of one part."""
    return Claim((Part((Holder(holder),), position, activity, frozenset({topic})),))


REGULATES = claim("brazil", "act", "regulate", "domain-names")
OPERATES = claim("google", "act", "operate", "internet")


def test_a_reading_switched_takes_its_norm_away(base: KnowledgeBase) -> None:
    """Without the reading that 35a excludes others nothing is said of civil society."""
    asked = said("civil-society", "authority", "unspecified", "domain-names")
    (one,) = what_if(base, asked, Options(), SOVEREIGN)
    assert one.move == Move(MoveKind.READING, SOVEREIGN, on=False)
    assert (one.before.verdict, one.after.verdict) == (Verdict.CONTRADICTED, Verdict.SILENT)
    assert ([norm.cite for norm in one.go], one.come) == (["TA-35a"], ())
    (back,) = what_if(base, asked, Options(without=frozenset({SOVEREIGN})), SOVEREIGN)
    assert back.move.on
    assert ([norm.cite for norm in back.come], back.go) == (["TA-35a"], ())


def test_a_fact_that_nobody_stated_is_tried_both_ways(act: KnowledgeBase) -> None:
    """With an emergency the prohibition comes to bear; one that is stated is tried the other way only."""
    so, not_so = what_if(act, OPERATES, ACT, "emergency")
    assert (so.after.verdict, not_so.after.verdict) == (Verdict.CONTRADICTED, Verdict.SUPPORTED)
    assert [norm.cite for norm in so.come] == ["ACT-4"]
    assert not_so.come == not_so.go == ()
    stated = replace(ACT, assume=frozenset({"emergency"}))
    (other,) = what_if(act, OPERATES, stated, "emergency")
    assert (other.move.on, other.before.verdict, other.after.verdict) == (
        False,
        Verdict.CONTRADICTED,
        Verdict.SUPPORTED,
    )
    (back,) = what_if(act, OPERATES, replace(ACT, without=frozenset({"emergency"})), "emergency")
    assert back.move.on


def test_the_least_ways_are_verified_and_none_smaller_does(act: KnowledgeBase) -> None:
    """Whatever is told yields SUPPORTED, and nothing less than it does; no other set of up to three does."""
    asked = replace(ACT, without=frozenset({"emergency", "court-order"}))
    facts = {Move(MoveKind.FACT, name) for name in ("emergency", "court-order")}
    sets = ways_to_hold(act, REGULATES, asked).sets
    assert [set(one) for one in sets] == [{Move(MoveKind.INSTRUMENT, "OP")}, facts]
    denied = Claim((replace(OPERATES.parts[0], denied=Denies.POSITION),))
    for sentence in (denied, REGULATES):
        options = replace(ACT, instruments=())
        ways = ways_to_hold(act, sentence, options)
        moves = moves_for(act, sentence, options)

        def supported(chosen: tuple[Move, ...], sentence: Claim = sentence, options: Options = options) -> bool:
            for move in chosen:
                options = moved(act, options, move)
            return igov.judge(act, sentence, options).verdict is Verdict.SUPPORTED

        assert ways.sets
        assert ways.cut_off is (len(moves) > ways.tried)
        for found in ways.sets:
            assert supported(found)
            assert not any(supported(less) for less in combinations(found, len(found) - 1))
        told = [set(found) for found in ways.sets]
        for size in (1, 2):
            for chosen in combinations(moves[: ways.tried], size):
                if len({move.name for move in chosen}) == size and supported(chosen):
                    assert any(found <= set(chosen) for found in told)


def test_what_is_supported_needs_nothing(act: KnowledgeBase) -> None:
    """Nothing is looked for."""
    ways = ways_to_hold(act, OPERATES, ACT)
    assert (ways.already, ways.sets, ways.tried) == (True, (), 0)


def test_leaving_drafts_out_and_asking_another_instrument_are_ways() -> None:
    """A draft that opposes an adopted text, and an instrument that gives what those asked do not."""
    draft = instrument("D", status=Status.DRAFT)
    further = replace(instrument("F"), default=False)
    disputed = world(norm("n"), against("m", instrument="D"), instruments=(instrument("I"), draft, further))
    assert ways_to_hold(disputed, RUNS, Options()).sets == ((Move(MoveKind.DRAFTS, "", on=False),),)
    silent = world(norm("n", instrument="F"), instruments=(instrument("I"), further))
    assert ways_to_hold(silent, RUNS, Options()).sets == ((Move(MoveKind.INSTRUMENT, "F"),),)
    assert ways_to_hold(silent, RUNS, Options(instruments=("I",))).sets == ((Move(MoveKind.INSTRUMENT, "F"),),)
    nothing = ways_to_hold(silent, said("b", "fit", "set-policy", "net"), Options(adopted_only=True))
    assert (nothing.sets, nothing.already, nothing.cut_off, nothing.tried) == ((), False, False, 0)


def test_a_reading_that_changes_a_norm_near_the_claim_is_a_way() -> None:
    """Switched off, a reading by which a thing is one's alone no longer bars it to another."""
    barred = world(norm("n", holder="b"), norm("m", holder="a", readings={"r": {"share": Share.ONLY}}))
    asked = said("b", "act", "run", "names")
    assert igov.judge(barred, asked).verdict is not Verdict.SUPPORTED
    assert ways_to_hold(barred, asked, Options()).sets == ((Move(MoveKind.READING, "r", on=False),),)


def test_more_choices_than_are_looked_through_are_said_to_be_more() -> None:
    """The bound is told."""
    facts = [f"f{number}" for number in range(MOST_MOVES)]
    base = replace(
        world(norm("n", when=tuple(facts), position="participation")), facts={name: Fact(name, name) for name in facts}
    )
    ways = ways_to_hold(base, RUNS, Options(without=frozenset({"f0"})))
    assert ways.cut_off
    assert ways.tried == MOST_MOVES


# --- the command ------------------------------------------------------------------------------------------------------


def page(*arguments: str) -> str:
    """Return the screen of `igov explain`, white space folded."""
    return " ".join(CliRunner().invoke(command, list(arguments)).output.split())


def test_the_command_tells_before_and_after() -> None:
    """The verdicts, the words of the reading and the norm that bears no longer."""
    told = page("Civil society has policy authority over domain names", "--what-if", SOVEREIGN)
    assert f"If the reading {SOVEREIGN} is off before: ✗ CONTRADICTED" in told
    assert "then: ∅ SILENT" in told
    assert "Norms that bear no longer" in told
    facts = page("Firms operate the Internet", "--rules", CONDITIONS, "--according-to", "ACT", "--what-if", "election")
    assert "If it is not so that an election is on" in facts
    assert "The same norms bear on it." in facts


def test_the_command_tells_how_a_claim_would_hold() -> None:
    """The options that make it so; that it is so already; that nothing was found."""
    given = ("--rules", CONDITIONS, "--according-to", "ACT")
    told = page("--how", "Firms operate the Internet", *given, "--without", "licensed")
    assert "the operator is licensed --assume licensed" in told
    assert "It is supported as it stands." in page("--how", "Firms operate the Internet", *given)
    never = page("--how", "Civil society has policy authority over domain names", *given)
    assert "Nothing was found under which it would be supported" in never
    adopted = page("--how", "Firms operate the Internet", "--rules", CONDITIONS, "--according-to", "TA")
    assert "ACT is asked too" in adopted
    assert "--according-to ACT" in adopted


def test_only_a_claim_can_be_supposed_about() -> None:
    """A provision, a code and an unknown name are misuse."""
    for arguments in (["TA-35a", "--how"], ["IG203", "--what-if", SOVEREIGN], ["NGOs consult", "--what-if", "nothing"]):
        assert CliRunner().invoke(command, arguments).exit_code == 2


def test_the_object_keeps_its_schema(act: KnowledgeBase) -> None:
    """With suppositions and ways, without them, and for what is not understood."""
    schema = json.loads((Path(igov.show.__file__).parent / "schemas" / "explain.json").read_text("utf-8"))
    options = replace(ACT, instruments=("ACT", "TA"))
    plain = ask(act, "Civil society has policy authority over domain names", options)
    strange = ask(act, "Gooseberries.", options)
    for answer in (
        plain,
        suppose(plain, options, name=SOVEREIGN, how=True),
        suppose(plain, options, name="emergency"),
        suppose(strange, options, how=True),
    ):
        jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(to_json(answer))))
    assert suppose(strange, options, how=True) is strange
