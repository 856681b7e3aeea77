"""The judge on claims structured by hand: verdict, axes and cites, readings, superiority; its laws are in test_laws."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace
from typing import Any

import pytest

import igov
from igov.terms.assignment import (
    Claim,
    Denies,
    Force,
    Holder,
    Limit,
    Norm,
    Part,
    Polarity,
    Quantity,
    Share,
    Voice,
)
from igov.terms.base import Instrument, KnowledgeBase, Provision, Reading, Status, Vocabulary
from igov.terms.order import Axis, Order, Step, Term
from igov.terms.verdict import Ground, Judgement, Verdict
from structured import claim_of, rows

SAME = {"TA-55": "OP-recalling-2", "TA-68": "OP-recalling-3", "TA-69": "OP-recalling-4"}
SCOPE = {"topic": "scope", "qualifier": "scope", "exclusivity": "share", "attribution": "voice"}
GOLD = {row["id"]: row for row in rows("dev.jsonl")}
SOVEREIGN = "sovereign-right-excludes-others"
COMMA = "day-to-day-wholly-outside"
USAGE = "technical-bodies-are-international-organizations"


def same(cites: Any) -> set[str]:
    """Return cites with the two names of a reported paragraph made one."""
    return {SAME.get(cite, cite) for cite in cites}


def said(holder: str, position: str, activity: str, *topic: str, **more: Any) -> Claim:
    """Return a claim of one part."""
    return Claim((Part((Holder(holder),), position, activity, frozenset(topic), **more),))


def judged(base: KnowledgeBase, claim: Claim, **options: Any) -> Judgement:
    """Judge a claim under options."""
    found: Judgement = igov.judge(base, claim, igov.Options(**options))
    return found


@pytest.mark.parametrize("row", rows("dev-structured.jsonl"), ids=lambda row: row["id"])
def test_every_claim_structured_by_hand_gets_its_verdict_its_axes_and_a_decisive_clause(
    base: KnowledgeBase, row: dict[str, Any]
) -> None:
    """All 178 of dev-structured.jsonl: verdict, axes, and a clause that dev.jsonl names, with at most three beyond."""
    gold = GOLD[row["id"]]
    found = judged(base, claim_of(base.vocabulary, row))
    assert found.verdict == gold["verdict"]
    assert {SCOPE.get(axis, axis) for axis in found.axes} == {SCOPE.get(axis, axis) for axis in gold["axes"]}
    if gold["cites"]:
        assert same(found.cites) & same(gold["cites"])
        assert len(same(found.cites) - same(gold["cites"])) <= 3
    else:
        assert found.cites == ()


@pytest.mark.parametrize("row", rows("stress.jsonl"), ids=lambda row: row["id"])
def test_every_corner_of_the_model_gets_its_verdict(base: KnowledgeBase, row: dict[str, Any]) -> None:
    """All 58 of stress.jsonl."""
    assert judged(base, claim_of(base.vocabulary, row)).verdict == row["verdict"]


def test_policy_authority_over_domain_names_is_the_states_and_says_on_which_reading(base: KnowledgeBase) -> None:
    """Civil society's policy authority over domain names is contradicted by 35a, on a reading; 35c is what it has."""
    found = judged(base, said("civil-society", "authority", "unspecified", "domain-names"))
    assert (found.verdict, found.cites) == (Verdict.CONTRADICTED, ("TA-35a",))
    assert found.rests_on == (SOVEREIGN,)
    assert found.without == {SOVEREIGN: Verdict.SILENT}
    assert found.standing == "adopted"
    instead = found.parts[0].instead
    assert instead is not None
    assert instead.norm.cite == "TA-35c"


def test_the_comma_of_paragraph_69_turns_what_is_said_of_matters_with_policy_impact(base: KnowledgeBase) -> None:
    """Denying the limit is too much under the opinion's words and borne out under the adopted ones."""
    claim = said(
        "states",
        "participation",
        "unspecified",
        "day-to-day",
        denied=Denies.POSITION,
        denied_limits=("no-policy-impact",),
    )
    plain = judged(base, claim)
    assert (plain.verdict, plain.axes, plain.cites) == (Verdict.OVERSTATED, (Axis.TOPIC,), ("TA-69",))
    assert plain.without == {COMMA: Verdict.SUPPORTED}
    assert plain.rests_on == ()
    with_comma = judged(base, claim, assume=frozenset({COMMA}))
    assert (with_comma.verdict, with_comma.cites, with_comma.rests_on) == (Verdict.SUPPORTED, ("TA-69",), (COMMA,))


def test_that_technical_bodies_are_international_organizations_is_a_reading(base: KnowledgeBase) -> None:
    """What 35e gives international organizations is the W3C's by usage; without it nothing is said of the W3C."""
    claim = said("w3c", "role", "develop", "standards", force=Force.WAS)
    assert judged(base, claim).rests_on == (USAGE,)
    assert judged(base, claim, without=frozenset({USAGE})).verdict is Verdict.SILENT


def test_a_draft_and_an_adopted_text_that_differ_are_disputed_with_what_the_adopted_alone_say(
    base: KnowledgeBase,
) -> None:
    """Daily assignment of addresses: the opinion's recital against paragraph 69."""
    claim = said("states", "participation", "assign", "day-to-day", "ip-addresses")
    found = judged(base, claim)
    assert found.verdict is Verdict.DISPUTED
    assert set(found.cites) == {"OP-recognizing-3", "TA-69"}
    assert (found.standing, found.adopted_only) == ("both", Verdict.CONTRADICTED)
    assert judged(base, claim, adopted_only=True).cites == ("TA-69",)


def test_paragraphs_known_by_report_alone_answer_for_their_instrument(base: KnowledgeBase) -> None:
    """Asked of the Tunis Agenda alone, paragraph 55 is still there, as OP-recalling-2 reports it."""
    found = judged(base, said("private-sector", "lead", "operate", "day-to-day"), instruments=("TA",))
    assert (found.verdict, found.cites, found.standing) == (Verdict.SUPPORTED, ("TA-55",), "adopted")
    assert found.parts[0].bearings[0].norm.provision == "OP-recalling-2"


def test_a_limit_left_unsaid_is_presumed_and_shown(base: KnowledgeBase) -> None:
    """The ITU must continue to facilitate, within its mandate."""
    found = judged(base, said("itu", "act", "facilitate-discussion", "governance", force=Force.MUST))
    assert (found.verdict, found.limits) == (Verdict.SUPPORTED, ("within-mandate",))


def test_an_actor_that_no_class_covers_is_named_as_not_placed(base: KnowledgeBase) -> None:
    """The European Commission is not placed: silence, and a note."""
    found = judged(base, said("european-commission", "right", "regulate", "governance"))
    assert found.verdict is Verdict.SILENT
    assert found.parts[0].unplaced == ("european-commission",)


def test_silence_names_the_nearest_norms_and_where_they_miss(base: KnowledgeBase) -> None:
    """Companies may propose international policy: 2b gives it to another holder."""
    found = judged(base, said("private-sector", "right", "propose-policy", "international-public-policy"))
    nearest = {b.norm.cite: {a for a, s in b.standings.items() if s == "apart"} for b in found.parts[0].nearest}
    assert nearest["OP-view-2b"] == {Axis.HOLDER}


def test_joined_holders_are_as_good_as_the_worst_of_them(base: KnowledgeBase) -> None:
    """Supported with silent is a holder too wide; with a contradiction, that."""
    joined = Part(
        (Holder("states"), Holder("private-sector")),
        "right",
        "propose-policy",
        frozenset({"international-public-policy"}),
    )
    found = judged(base, Claim((joined,)))
    assert (found.verdict, found.axes, found.cites) == (Verdict.OVERSTATED, (Axis.HOLDER,), ("OP-view-2b",))
    wording = found.parts[0].wording
    assert wording is not None
    assert wording.holders == (Holder("states"),)
    authority = replace(joined, position="authority", activity="set-policy", topic=frozenset({"public-policy"}))
    assert judged(base, Claim((authority,))).verdict is Verdict.CONTRADICTED
    silent = replace(joined, holders=(Holder("users"), Holder("journalists")))
    assert judged(base, Claim((silent,))).parts[0].unplaced == ("users", "journalists")


def test_a_joined_claim_is_as_good_as_its_worse_half(base: KnowledgeBase) -> None:
    """A supported clause and one that no text speaks of is silent; the cites are those of the deciding half."""
    good = said("civil-society", "role", "unspecified", "internet").parts[0]
    unknown = replace(good, activity="other:levy fees")
    assert judged(base, Claim((good, unknown))).verdict is Verdict.SILENT
    bad = replace(good, denied=Denies.POSITION)
    found = judged(base, Claim((good, bad)))
    assert (found.verdict, found.cites) == (Verdict.CONTRADICTED, ("TA-35c",))


def test_a_joined_overstatement_keeps_its_holders_in_the_wording(base: KnowledgeBase) -> None:
    """Two holders of one class that go too far alike are worded together."""
    part = Part(
        (Holder("brazil"), Holder("france")),
        "act",
        "propose-policy",
        frozenset({"international-public-policy"}),
        Force.MUST,
    )
    found = judged(base, Claim((part,))).parts[0]
    assert (found.verdict, found.axes) == (Verdict.OVERSTATED, (Axis.FORCE,))
    assert found.wording is not None
    assert (found.wording.holders, found.wording.force) == (part.holders, Force.MAY)


# --- a world of our own, for what the two instruments never show ------------------------------------------------------


def terms(axis: Axis, table: dict[str, str]) -> dict[str, Term]:
    """Return terms from a table of names and what they are under."""
    return {
        name: Term(name, axis, name, steps=tuple(Step(up) for up in above.split())) for name, above in table.items()
    }


HOLDERS = terms(Axis.HOLDER, {"all": "", "a": "all", "a1": "a", "b": "all"})
POSITIONS = terms(
    Axis.POSITION,
    {
        "authority": "",
        "lead": "authority",
        "important-role": "lead",
        "right": "authority",
        "responsibility": "authority",
        "act": "authority",
        "role": "important-role right responsibility act",
        "participation": "role",
    },
)
POSITIONS["fit"] = Term("fit", Axis.POSITION, "fit", kind="quality")
ACTIVITIES = terms(Axis.ACTIVITY, {"set-policy": "", "run": "", "run-fast": "run"})
TOPICS = terms(Axis.TOPIC, {"internet": "", "public-policy": "internet", "names": "internet", "idn": "names"})
TOPICS["net"] = Term("net", Axis.TOPIC, "net", collective=True)
TOPICS["part-of-net"] = Term("part-of-net", Axis.TOPIC, "part of net", steps=(Step("net"),))
HOLDERS["club"] = Term("club", Axis.HOLDER, "club", collective=True)
HOLDERS["fellow"] = Term("fellow", Axis.HOLDER, "fellow", steps=(Step("club"),))


def instrument(
    name: str, *, body: str = "X", date: int = 2000, status: Status = Status.ADOPTED, rank: int = 0
) -> Instrument:
    """Return an instrument of a body and year."""
    return Instrument(name, name, name, "", body, datetime.date(date, 1, 1), status, "", rank=rank)


def world(*norms: Norm, instruments: tuple[Instrument, ...] = (instrument("I"),)) -> KnowledgeBase:
    """Return a base of norms over the small vocabulary."""
    vocabulary = Vocabulary(
        {Axis.HOLDER: HOLDERS, Axis.POSITION: POSITIONS, Axis.ACTIVITY: ACTIVITIES, Axis.TOPIC: TOPICS}
    )
    provisions = {n.provision: Provision(n.provision, n.instrument, n.words) for n in norms}
    return KnowledgeBase(
        vocabulary, {i.id: i for i in instruments}, provisions, norms, {"r": Reading("r", "r", True, "", "")}
    )


def norm(
    name: str, holder: str = "all", position: str = "act", activity: str = "run", topic: str = "names", **more: Any
) -> Norm:
    """Return a norm of the small world."""
    fields: dict[str, Any] = {"instrument": "I", "force": Force.IS, **more}
    return Norm(
        id=name,
        cite=name,
        provision=name,
        words=name,
        holder=Holder(holder),
        position=position,
        activity=activity,
        topic=frozenset({topic}),
        **fields,
    )


def against(name: str, **more: Any) -> Norm:
    """Return a norm against."""
    return norm(name, polarity=Polarity.AGAINST, **more)


RUNS = said("a", "act", "run", "names")


def outcome(
    *norms: Norm, claim: Claim = RUNS, instruments: tuple[Instrument, ...] = (instrument("I"),)
) -> tuple[str, tuple[str, ...]]:
    """Return the verdict and the cites of a claim in a small world."""
    found = judged(world(*norms, instruments=instruments), claim)
    return found.verdict.value, found.cites


def test_the_more_special_of_two_norms_prevails_and_the_ground_is_kept() -> None:
    """Lex specialis: a holder inside the other's."""
    base = world(norm("general"), against("special", holder="a"))
    found = judged(base, RUNS)
    assert (found.verdict, found.cites) == (Verdict.CONTRADICTED, ("special",))
    assert [(d.winner.id, d.loser.id, d.ground) for d in found.parts[0].defeats] == [
        ("special", "general", Ground.SPECIALIS)
    ]


def test_an_act_inside_a_general_prohibition_is_special_and_an_unspecified_act_is_every_act_there() -> None:
    """A norm for a named act beats a prohibition of every act, and not the other way."""
    assert outcome(norm("act", holder="a"), against("every", activity="unspecified")) == ("SUPPORTED", ("act",))
    assert outcome(norm("act"), against("every", holder="a", activity="unspecified"))[0] == "DISPUTED"


def test_what_the_words_override_is_overridden_and_two_that_override_each_other_settle_nothing() -> None:
    """Explicit superiority comes first, by id or by cite."""
    assert outcome(norm("one", overrides=("two",)), against("two", holder="a")) == ("SUPPORTED", ("one",))
    assert outcome(norm("one", overrides=("two",)), against("two", holder="a", overrides=("one",)))[0] == "DISPUTED"


def test_between_instruments_of_one_body_the_higher_and_then_the_later_prevails() -> None:
    """Lex superior before lex specialis, lex posterior last, and only within one body."""
    low, high = instrument("I"), instrument("H", rank=1)
    assert outcome(norm("one", instrument="H"), against("two", holder="a"), instruments=(low, high)) == (
        "SUPPORTED",
        ("one",),
    )
    assert outcome(norm("one"), against("two", instrument="H"), instruments=(low, high)) == ("CONTRADICTED", ("two",))
    late = instrument("L", date=2010)
    assert outcome(norm("one"), against("two", instrument="L"), instruments=(low, late)) == ("CONTRADICTED", ("two",))
    other = instrument("O", body="Y", date=2010)
    assert outcome(norm("one"), against("two", instrument="O"), instruments=(low, other))[0] == "DISPUTED"


def test_no_ground_moves_a_draft_against_an_adopted_text() -> None:
    """Later, more special, overriding: it is disputed all the same."""
    draft = instrument("D", date=2010, status=Status.DRAFT, rank=9)
    found = outcome(
        norm("one"),
        against("two", holder="a", instrument="D", overrides=("one",)),
        instruments=(instrument("I"), draft),
    )
    assert found == ("DISPUTED", ("one", "two"))


def test_norms_that_agree_are_a_team() -> None:
    """Two norms for, each beating one of two against, win together."""
    team = (
        norm("f1", overrides=("g1",)),
        norm("f2", overrides=("g2",)),
        against("g1"),
        against("g2"),
    )
    assert outcome(*team) == ("SUPPORTED", ("f1", "f2"))
    assert outcome(*team[:1], *team[2:])[0] == "DISPUTED"


def test_superiority_that_goes_round_proves_nothing() -> None:
    """Where each side beats the other the matter is disputed."""
    ring = (
        norm("f1", overrides=("g1",)),
        norm("f2", overrides=("g2",)),
        against("g1", overrides=("f2",)),
        against("g2", overrides=("f1",)),
    )
    assert outcome(*ring)[0] == "DISPUTED"


def test_what_is_said_of_a_whole_is_not_said_of_its_parts() -> None:
    """Collective holders and topics."""
    assert outcome(norm("n", topic="net"), claim=said("a", "act", "run", "part-of-net"))[0] == "SILENT"
    assert outcome(norm("n", topic="net"), claim=said("a", "act", "run", "net"))[0] == "SUPPORTED"
    assert outcome(norm("n", holder="club"), claim=said("fellow", "act", "run", "names"))[0] == "SILENT"
    assert outcome(norm("n", holder="club"), claim=said("club", "act", "run", "names"))[0] == "SUPPORTED"


def test_a_quantity_is_inside_a_larger_one_of_the_same_class_only() -> None:
    """Many of a class bears out several of it, and neither one member nor all."""
    base = world(replace(norm("n", position="fit", activity="unspecified"), holder=Holder("a", Quantity.MANY)))

    def verdict(holder: Holder) -> str:
        return judged(base, Claim((Part((holder,), "fit", topic=frozenset({"names"})),))).verdict.value

    assert verdict(Holder("a", Quantity.SEVERAL)) == "SUPPORTED"
    assert verdict(Holder("a")) == "OVERSTATED"
    assert verdict(Holder("a1")) == "SILENT"


@pytest.mark.parametrize(
    ("given", "claimed", "verdict"),
    [
        ("must", "may", "SUPPORTED"),
        ("must", "should", "SUPPORTED"),
        ("should", "must", "OVERSTATED"),
        ("may", "should", "OVERSTATED"),
        ("must", "was", "SILENT"),
        ("was", "was", "SUPPORTED"),
        ("was", "should", "OVERSTATED"),
        ("is", "was", "SUPPORTED"),
        ("is", "should", "OVERSTATED"),
        ("is", "must", "OVERSTATED"),
        ("may", None, "SUPPORTED"),
        ("was", "is", "SUPPORTED"),
    ],
)
def test_force_is_a_ladder_and_a_description_commands_nothing(given: str, claimed: str | None, verdict: str) -> None:
    """The table of forces for doing something."""
    claim = said("a", "act", "run", "names", force=Force(claimed) if claimed else None)
    assert outcome(norm("n", force=Force(given)), claim=claim)[0] == verdict


def test_a_command_that_continues_bears_out_the_past() -> None:
    """Must continue to facilitate: has facilitated."""
    claim = said("a", "act", "run", "names", force=Force.WAS)
    assert outcome(norm("n", force=Force.MUST, continues=True), claim=claim)[0] == "SUPPORTED"


@pytest.mark.parametrize(
    ("given", "claimed", "force", "verdict"),
    [
        ("right", "act", "may", "SUPPORTED"),
        ("right", "act", "must", "OVERSTATED"),
        ("right", "responsibility", None, "OVERSTATED"),
        ("right", "right", "should", "SUPPORTED"),
        ("right", "right", "must", "OVERSTATED"),
        ("responsibility", "act", "should", "SUPPORTED"),
        ("act", "right", None, "OVERSTATED"),
        ("authority", "right", None, "SUPPORTED"),
        ("fit", "act", None, "SILENT"),
    ],
)
def test_a_right_is_a_may_and_a_responsibility_a_should(
    given: str, claimed: str, force: str | None, verdict: str
) -> None:
    """Rights, responsibilities and doing it differ by force alone."""
    claim = said("a", claimed, "run", "names", force=Force(force) if force else None)
    assert outcome(norm("n", position=given), claim=claim)[0] == verdict


def test_policy_authority_over_a_subject_inside_the_internet_is_over_its_public_policy() -> None:
    """The aspect is brought by the position; what is wider than the Internet, or other acts, are left as they are."""
    given = norm("n", position="authority", activity="set-policy", topic="public-policy")
    assert outcome(given, claim=said("a", "authority", "unspecified", "idn"))[0] == "SUPPORTED"
    assert outcome(given, claim=said("a", "authority", "set-policy", "internet"))[0] == "SUPPORTED"
    assert outcome(given, claim=said("a", "authority", "set-policy", "net"))[0] == "SILENT"
    assert outcome(given, claim=said("a", "authority", "set-policy"))[0] == "OVERSTATED"
    assert outcome(given, claim=said("a", "authority", "run", "names"))[0] == "SILENT"


def test_a_view_that_some_hold_is_not_the_texts_own() -> None:
    """Voice: reported, own, everybody's."""
    reported = norm("n", voice=Voice.REPORTED)
    assert outcome(reported) == ("OVERSTATED", ("n",))
    assert outcome(reported, claim=said("a", "act", "run", "names", voice=Voice.REPORTED))[0] == "SUPPORTED"
    assert outcome(norm("n"), claim=said("a", "act", "run", "names", voice=Voice.EVERYBODY))[0] == "OVERSTATED"
    assert outcome(against("n", voice=Voice.REPORTED), norm("m")) == ("SUPPORTED", ("m",))


def test_with_whom_is_an_axis() -> None:
    """A counterpart inside the given one is fine, one that contains it too wide, any other something else."""
    given = norm("n", counterpart="a")
    assert outcome(given, claim=said("b", "act", "run", "names", counterpart="a1"))[0] == "SUPPORTED"
    assert outcome(given, claim=said("b", "act", "run", "names", counterpart="all"))[0] == "OVERSTATED"
    assert outcome(given, claim=said("b", "act", "run", "names", counterpart="b"))[0] == "SILENT"
    assert outcome(norm("n"), claim=said("b", "act", "run", "names", counterpart="a"))[0] == "SILENT"


ONLY = said("a", "act", "run", "names", share=Share.ONLY)


def test_only_is_contradicted_by_a_share_of_somebody_else() -> None:
    """In the same matter, at the position or above; for a plain act any participation will do."""
    assert outcome(norm("n", holder="a"), claim=ONLY)[0] == "OVERSTATED"
    assert outcome(norm("n", holder="a"), norm("m", holder="b", position="participation", topic="idn"), claim=ONLY) == (
        "CONTRADICTED",
        ("m",),
    )
    assert outcome(norm("n", holder="a"), norm("m", holder="b", topic="internet"), claim=ONLY)[0] == "OVERSTATED"
    assert outcome(norm("n", holder="a", share=Share.ONLY), claim=ONLY)[0] == "SUPPORTED"
    assert (
        outcome(
            norm("m", holder="b", counterpart="b"),
            norm("n", holder="a", counterpart="a"),
            claim=said("a", "act", "run", "names", share=Share.ONLY, counterpart="a"),
        )[0]
        == "OVERSTATED"
    )
    lead = said("a", "lead", "run", "names", share=Share.ONLY)
    assert outcome(norm("n", holder="a", position="lead"), norm("m", holder="b"), claim=lead)[0] == "OVERSTATED"
    assert outcome(norm("n"), claim=said("b", "act", "run", "idn", share=Share.ONLY))[0] == "OVERSTATED"


def test_not_only_is_the_mirror_of_only() -> None:
    """Borne out by a share of others, contradicted by an only, else silent."""
    claim = said("a", "act", "run", "names", share=Share.ONLY, denied=Denies.SHARE)
    assert outcome(norm("n", holder="b"), norm("m", holder="a"), claim=claim) == ("SUPPORTED", ("n",))
    assert outcome(norm("n", holder="a", share=Share.ONLY), claim=claim) == ("CONTRADICTED", ("n",))
    assert outcome(norm("n", holder="a"), claim=claim)[0] == "SILENT"
    assert (
        outcome(norm("n", holder="b", share=Share.ONLY), norm("x", holder="b", topic="idn"), claim=claim)[0]
        == "SUPPORTED"
    )
    assert outcome(against("n"), claim=claim)[0] == "SILENT"


def test_only_may_focus_on_the_counterpart() -> None:
    """Only with X is contradicted where the same is to be done with others."""
    claim = said("a", "act", "run", "names", share=Share.ONLY_WITH, counterpart="a1")
    assert outcome(norm("n", counterpart="a1"), norm("m", counterpart="b"), claim=claim) == ("CONTRADICTED", ("m",))
    assert outcome(norm("n", counterpart="a1"), claim=claim)[0] == "OVERSTATED"
    assert (
        outcome(norm("n", counterpart="a1"), norm("m", activity="set-policy", counterpart="b"), claim=claim)[0]
        == "OVERSTATED"
    )


def denied(position: str = "act", activity: str = "run", topic: str = "names", holder: str = "a", **more: Any) -> Claim:
    """Return a denial."""
    return said(holder, position, activity, topic, denied=more.pop("denies", Denies.POSITION), **more)


def test_a_denial_is_borne_out_by_a_prohibition_as_wide_and_as_weak() -> None:
    """Narrower ones make it too broad; another matter leaves it silent."""
    assert outcome(against("n"), claim=denied()) == ("SUPPORTED", ("n",))
    assert outcome(against("n", topic="idn"), claim=denied()) == ("OVERSTATED", ("n",))
    assert outcome(against("n", holder="a1"), claim=denied()) == ("OVERSTATED", ("n",))
    assert outcome(against("n", position="authority"), claim=denied()) == ("OVERSTATED", ("n",))
    assert outcome(against("n", position="right"), claim=denied("important-role"))[0] == "SILENT"
    assert outcome(against("n", position="fit"), claim=denied())[0] == "SILENT"
    assert outcome(against("n", activity="unspecified"), claim=denied()) == ("SUPPORTED", ("n",))
    assert outcome(against("n"), claim=denied(activity="unspecified"))[0] == "SILENT"
    assert outcome(against("n"), claim=denied(topic="net"))[0] == "SILENT"
    assert outcome(norm("n", holder="b", share=Share.ONLY), claim=denied()) == ("SUPPORTED", ("n",))


def test_a_denial_is_opposed_by_what_lies_inside_it_or_contains_it() -> None:
    """Never inside on one axis and wider on another."""
    assert outcome(norm("n"), claim=denied()) == ("CONTRADICTED", ("n",))
    assert outcome(norm("n", holder="a1", topic="idn"), claim=denied()) == ("CONTRADICTED", ("n",))
    assert outcome(norm("n", holder="all", topic="idn"), claim=denied())[0] == "SILENT"
    assert outcome(norm("n", position="participation"), claim=denied())[0] == "SILENT"
    assert outcome(norm("n", voice=Voice.REPORTED), claim=denied())[0] == "SILENT"
    assert outcome(norm("n"), against("m"), claim=denied())[0] == "DISPUTED"


def test_a_denied_right_is_opposed_by_what_may_be_done_and_a_denied_act_by_a_right() -> None:
    """May not run denies a right to run; has no responsibility denies what should be done."""
    assert outcome(norm("n", position="right"), claim=denied())[0] == "CONTRADICTED"
    assert outcome(norm("n", force=Force.MAY), claim=denied("right"))[0] == "CONTRADICTED"
    assert outcome(norm("n", force=Force.SHOULD), claim=denied("responsibility"))[0] == "CONTRADICTED"
    assert outcome(norm("n", force=Force.MAY), claim=denied("responsibility"))[0] == "SILENT"
    assert outcome(norm("n", position="right"), claim=denied("responsibility"))[0] == "SILENT"


def test_need_not_denies_a_force_and_only_that_force_opposes_it() -> None:
    """A should does not contradict "need not"."""
    claim = denied(denies=Denies.FORCE, force=Force.MUST)
    assert outcome(norm("n", force=Force.MUST), claim=claim)[0] == "CONTRADICTED"
    assert outcome(norm("n", force=Force.SHOULD), claim=claim)[0] == "SILENT"
    assert outcome(against("n"), claim=claim)[0] == "SILENT"


def test_limits_and_counterparts_that_a_denial_leaves_out_do_not_oppose_it() -> None:
    """A norm for what the denial sets aside says nothing against it."""
    base_vocabulary = norm("n", counterpart="b")
    assert outcome(base_vocabulary, claim=denied(counterpart="a1"))[0] == "SILENT"
    assert outcome(base_vocabulary, claim=denied(counterpart="b"))[0] == "CONTRADICTED"


# --- which norms are cited --------------------------------------------------------------------------------------------


def test_a_topic_that_names_a_subject_and_one_above_it_is_the_subject() -> None:
    """Neither norm is more special than the other then, so that the later one prevails."""
    double = replace(against("two", instrument="L"), topic=frozenset({"idn", "names"}))
    claim = said("a", "act", "run", "idn")
    instruments = (instrument("I"), instrument("L", date=2010))
    assert outcome(norm("one", topic="idn"), double, claim=claim, instruments=instruments) == ("CONTRADICTED", ("two",))


def test_a_dispute_is_cited_by_norms_that_are_left_standing() -> None:
    """The closest norm against is overridden by a norm for; what keeps the matter open is the other one."""
    open_ = (norm("n", holder="a"), norm("m", overrides=("g",)), against("g", holder="a"), against("h", instrument="D"))
    instruments = (instrument("I"), instrument("D", status=Status.DRAFT))
    assert outcome(*open_, instruments=instruments) == ("DISPUTED", ("n", "h"))
    beaten = outcome(norm("n", topic="internet"), norm("m", overrides=("g",)), against("g", topic="names", holder="a"))
    assert beaten == ("SUPPORTED", ("m",))


def test_where_superiority_goes_round_a_tie_within_it_is_cited() -> None:
    """Three on each side, each overridden by the one before it: two that do not override each other."""
    ring = [
        (norm if number % 2 == 0 else against)(name, overrides=("abcdef"[(number + 1) % 6],))
        for number, name in enumerate("abcdef")
    ]
    assert outcome(*ring) == ("DISPUTED", ("a", "d"))


def test_where_superiority_goes_round_without_ties_a_ring_of_four_is_cited() -> None:
    """Two of each side that prevail over one another in turn; two that prevail over the same are passed over."""
    ring = [
        norm("a", overrides=("g",)),
        norm("b", overrides=("g",)),
        norm("c", overrides=("h",)),
        against("g", overrides=("c",)),
        against("h", overrides=("a", "b")),
    ]
    assert outcome(*ring) == ("DISPUTED", ("a", "c", "g", "h"))


def test_a_norm_that_bears_out_both_halves_makes_another_needless() -> None:
    """Of a joined claim only such norms are cited as some set needs that supports it."""
    both = Claim((Part((Holder("a"), Holder("b")), "act", "run", frozenset({"names"})),))
    assert outcome(norm("mine", holder="a"), norm("all"), claim=both) == ("SUPPORTED", ("all",))
    assert outcome(norm("mine", holder="a"), norm("theirs", holder="b"), claim=both) == (
        "SUPPORTED",
        ("mine", "theirs"),
    )
    halves = Claim((*said("a", "act", "run", "names").parts, *said("b", "act", "run", "names").parts))
    found = judged(world(norm("mine", holder="a"), norm("all")), halves)
    assert found.cites == ("all",)
    assert [b.norm.id for part in found.parts for b in part.bearings] == ["all", "all"]


def test_what_saves_one_half_from_the_norms_that_decide_the_other_is_cited_too() -> None:
    """Without the third norm, the one that opposes the first half would contradict the second."""
    halves = Claim((*RUNS.parts, *said("b", "act", "run", "names").parts))
    norms = (norm("n", holder="a"), against("g", instrument="D"), norm("s", holder="b", instrument="D"))
    found = judged(world(*norms, instruments=(instrument("I"), instrument("D", status=Status.DRAFT))), halves)
    assert (found.verdict, found.cites) == (Verdict.DISPUTED, ("n", "g", "s"))


def test_of_a_joined_claim_in_dispute_one_norm_of_each_side_is_cited() -> None:
    """Another that would do as well is left out, for the set would do without it."""
    halves = Claim((*RUNS.parts, *said("a", "act", "set-policy", "net").parts))
    norms = (norm("n"), norm("m"), against("g", instrument="D"), norm("s", activity="set-policy", topic="net"))
    found = judged(world(*norms, instruments=(instrument("I"), instrument("D", status=Status.DRAFT))), halves)
    assert (found.verdict, found.cites) == (Verdict.DISPUTED, ("n", "g"))


def test_holders_that_go_too_far_otherwise_are_not_worded_together() -> None:
    """The wording has the holders of whom it can be said."""
    both = Claim((Part((Holder("a"), Holder("b")), "act", "run", frozenset({"names"}), Force.MUST),))
    found = judged(world(norm("n", holder="a", force=Force.MAY), norm("m", holder="b", force=Force.SHOULD)), both)
    wording = found.parts[0].wording
    assert (found.verdict, found.axes, found.cites) == (Verdict.OVERSTATED, (Axis.FORCE,), ("n", "m"))
    assert wording is not None
    assert (wording.holders, wording.force) == ((Holder("a"),), Force.MAY)


def test_a_responsibility_that_is_no_command_is_worded_as_the_right_it_is() -> None:
    """Nobody may have a responsibility, and a past responsibility is no command."""
    must = said("a", "responsibility", "run", "names", force=Force.MUST)
    wording = judged(world(norm("n", position="right")), must).parts[0].wording
    assert wording is not None
    assert (wording.position, wording.force) == ("right", Force.IS)
    past = said("a", "responsibility", "run", "names", force=Force.WAS)
    assert outcome(norm("n", force=Force.MUST), claim=past)[0] == "SILENT"
    assert outcome(norm("n", position="responsibility"), claim=past)[0] == "SUPPORTED"
    assert outcome(norm("n", position="right"), claim=past) == ("OVERSTATED", ("n",))


def test_a_narrower_denial_that_is_itself_opposed_is_not_offered() -> None:
    """What bears out a narrower denial does not make a claim overstated where another norm gives just that."""
    claim = denied(topic="internet")
    assert outcome(against("n"), claim=claim) == ("OVERSTATED", ("n",))
    assert outcome(against("n"), norm("m", holder="all", topic="names"), claim=claim)[0] == "SILENT"
    assert outcome(against("n"), against("k", topic="idn"), norm("m"), claim=claim) == ("OVERSTATED", ("k",))
    assert outcome(against("n", overrides=("m",)), norm("m"), claim=claim) == ("OVERSTATED", ("n",))


def test_a_weakening_that_prevails_over_what_opposes_it_is_offered() -> None:
    """Opposed and not overridden it is not; the texts bear out what their norms settle among themselves."""
    claim = said("a", "act", "run", "internet", force=Force.MAY)
    given = norm("n", force=Force.MAY)
    assert outcome(given, against("g"), claim=claim)[0] == "SILENT"
    assert outcome(replace(given, overrides=("g",)), against("g"), claim=claim) == ("OVERSTATED", ("n",))


def test_a_denied_limit_of_topic_is_restored_and_the_topic_narrowed_where_it_is_too_wide() -> None:
    """The limit alone, where the norm holds of the topic; both, where it does not."""
    limits = (Limit("only-some", Axis.TOPIC),)
    for topic, worded in (("names", "names"), ("internet", "names")):
        claim = said("a", "act", "run", topic, denied_limits=("only-some",))
        wording = judged(world(norm("n", limits=limits)), claim).parts[0].wording
        assert wording is not None
        assert (wording.topic, wording.limits, wording.denied_limits) == (frozenset({worded}), ("only-some",), ())


def test_a_recital_counts_beside_the_paragraph_that_it_reports_where_they_differ() -> None:
    """On one side the two are one; a recital that is said to say the opposite is not left out."""
    reports = {"I-r": Provision("I-r", "I", "r", reports="p")}
    paragraph = norm("p")
    for recital, cites in ((norm("r"), ("p",)), (against("r"), ("r", "p"))):
        base = world(paragraph, replace(recital, provision="I-r"))
        found = judged(replace(base, provisions={**base.provisions, **reports}), RUNS)
        assert set(found.cites) == set(cites)


# --- laws -------------------------------------------------------------------------------------------------------------


def assertions(base: KnowledgeBase) -> list[tuple[str, Claim, Judgement]]:
    """Return the labelled claims of one asserted part and one holder."""
    found = []
    for row in rows("dev-structured.jsonl"):
        claim = claim_of(base.vocabulary, row)
        if len(claim.parts) == 1 and claim.parts[0].denied is None and len(claim.parts[0].holders) == 1:
            found.append((row["id"], claim, judged(base, claim)))
    return found


@pytest.mark.parametrize("axis", [Axis.HOLDER, Axis.POSITION, Axis.ACTIVITY, Axis.TOPIC])
def test_every_order_is_reflexive_transitive_and_antisymmetric(base: KnowledgeBase, axis: Axis) -> None:
    """Partial orders, all of them, and steps lead where they say."""
    order: Order = base.vocabulary.order(axis)
    names = [t for t in order.terms if order.terms[t].kind not in {"country", "area"} or t in {"brazil", "france"}]
    for one in names:
        assert order.at_or_below(one, one)
        for higher in order.above(one):
            assert order.above(higher) <= order.above(one)
            assert higher == one or not order.at_or_below(higher, one)
            if higher != one:
                path = order.path(one, higher)
                assert path[0][0] == one
                assert path[-1][1].above == higher
    assert order.path(names[0], "no such term") == ()


def test_narrowing_the_holder_or_the_topic_of_a_supported_assertion_leaves_it_supported(base: KnowledgeBase) -> None:
    """Only, collectives, topics meant as a whole and unspecified acts apart, unless a more special norm opposes."""
    holders, topics = base.vocabulary.order(Axis.HOLDER), base.vocabulary.order(Axis.TOPIC)
    tried = 0
    for name, claim, before in assertions(base):
        part = claim.parts[0]
        if before.verdict is not Verdict.SUPPORTED or part.share is not Share.SOME or part.activity == "unspecified":
            continue
        whole = all(bearing.norm.whole for bearing in before.parts[0].bearings)
        narrower = [
            replace(part, holders=(Holder(h),))
            for h in ("brazil", "google", "itu-council", "ietf", "ripe-ncc")
            if holders.at_or_below(h, part.holders[0].term)
        ] + [
            replace(part, topic=frozenset({t}))
            for t in topics.terms
            if len(part.topic) == 1 and topics.at_or_below(t, *part.topic) and not whole
        ]
        for narrow in narrower:
            found = judged(base, Claim((narrow,)))
            tried += 1
            assert found.verdict in {Verdict.SUPPORTED, Verdict.DISPUTED}, (name, narrow, found.verdict)
            if found.verdict is Verdict.DISPUTED:
                assert found.cites != before.cites
    assert tried > 100


def test_every_leaf_of_a_derivation_is_a_provision_that_contains_its_words(base: KnowledgeBase) -> None:
    """The words of every norm that bears, folded for white space, stand in the text it is quoted from."""
    for row in itertools.chain(rows("dev-structured.jsonl"), rows("stress.jsonl")):
        for part in judged(base, claim_of(base.vocabulary, row)).parts:
            for bearing in (*part.bearings, *part.others, *part.nearest):
                text = " ".join(base.provisions[bearing.norm.provision].text.split())
                for run in bearing.norm.words.split(" … "):
                    assert " ".join(run.split()) in text
