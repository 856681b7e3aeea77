"""The kit of a debate: stances follow from the verdict, every claim on a card is the judge's, and no text acts."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import pairwise

import jsonschema
import pytest
from click.testing import CliRunner, Result

import igov
from igov.ask.debate import Answer, ask, command, view
from igov.cli import answer as door
from igov.reason.debate import GROUPS, opposite, seated, stated
from igov.reason.inforce import Options, in_force
from igov.reason.running import SHORTEST, running_order
from igov.show.debate import duration
from igov.show.page import draw
from igov.terms.assignment import Claim, Denies, Holder, Part, Share
from igov.terms.base import KnowledgeBase
from igov.terms.debate import Aim, Card, Kit, Phase, Stance, Tie, Use, Weakness
from igov.terms.verdict import Verdict

ALONE = "Governments alone should set Internet policy"
AUTHORITY = "Civil society has policy authority over domain names"
OUTSIDE = "Governments must stay out of day-to-day technical matters"
MOTIONS = {
    ALONE: (Verdict.OVERSTATED, ("TA-68",)),
    AUTHORITY: (Verdict.CONTRADICTED, ("TA-35a",)),
    OUTSIDE: (Verdict.SUPPORTED, ("TA-69",)),
    "Governments have no role in technical standards": (Verdict.SILENT, ()),
    "Governments must not run the DNS, and the private sector must lead": (Verdict.SILENT, ()),
    "ITU should lead Internet governance": (Verdict.OVERSTATED, ("OP-recalling-5",)),
}


def kit(base: KnowledgeBase, motion: Claim | str, *seats: str, options: Options | None = None) -> Kit:
    """Return the kit of a motion."""
    found = ask(base, motion, options, delegations=seats).kit
    assert found is not None
    return found


def card(kit: Kit, holder: str) -> Card:
    """Return a delegation's card."""
    return next(card for card in kit.cards if card.holder == holder)


def run(*args: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(command, args)


@pytest.mark.parametrize("motion", MOTIONS)
def test_every_claim_on_a_card_gets_its_verdict(base: KnowledgeBase, motion: str) -> None:
    """What one can say, and what others will say, is borne out; what is too much is not; all as the judge says."""
    found = kit(base, motion)
    assert (found.judgement.verdict, found.judgement.cites) == MOTIONS[motion]
    for one in found.cards:
        attacks = [attack.ready for attack in one.attacks]
        for ready in (*one.speak, *one.overreach, *attacks, *([one.of_you] if one.of_you else [])):
            assert igov.judge(base, Claim((ready.part,))).verdict is ready.judgement.verdict
        assert {ready.judgement.verdict for ready in (*one.speak, *attacks)} <= {Verdict.SUPPORTED, Verdict.DISPUTED}
        assert {r.judgement.verdict for r in one.overreach} <= {Verdict.OVERSTATED, Verdict.CONTRADICTED}
        assert one.speak
        assert one.citable
        assert one.attacks
        assert one.overreach
        for citable in one.citable:
            words = base.provisions[citable.norm.provision].text
            assert all(piece in words for piece in citable.norm.words.split(" … "))
        assert one.holder not in {seat for attack in one.attacks for seat in attack.by}


def test_the_groups_of_paragraph_35_are_seated(base: KnowledgeBase) -> None:
    """Where nobody is named, the groups that the texts speak of are seated: five by the two texts, more by all."""
    assert [card.holder for card in kit(base, ALONE).cards] == list(GROUPS[:5])
    everything = Options(instruments=tuple(base.instruments))
    assert [card.holder for card in kit(base, ALONE, options=everything).cards] == list(GROUPS)


def test_a_number_fills_the_table_up(base: KnowledgeBase) -> None:
    """Those named come first, then groups that the motion is about, then those of whom most norms speak."""
    few = ask(base, AUTHORITY, number=2).kit
    more = ask(base, AUTHORITY, delegations=["icann"], number=8).kit
    assert few is not None
    assert more is not None
    assert [card.holder for card in few.cards] == ["states", "civil-society"]
    assert [card.holder for card in more.cards] == ["icann", *GROUPS[:5], "itu", "operating-agencies"]


def test_without_the_known_groups_those_are_seated_of_whom_the_texts_speak(base: KnowledgeBase) -> None:
    """Texts that speak of none of the groups seat whom they do speak of."""
    texts = in_force(base, Options(instruments=("GPA",) if "GPA" in base.instruments else ()))
    claim = Claim((Part((Holder("states"),), "role"),))
    nobody = in_force(base, Options(instruments=()))
    assert seated(nobody, claim, [], None) == ()
    assert set(seated(texts, claim, [], None)) <= {norm.holder.term for norm in texts.norms}


def test_who_is_excluded_may_speak_against_who_alone_should(base: KnowledgeBase) -> None:
    """Where governments alone should act, the States speak for less, the others against the wording, with TA-68."""
    found = kit(base, ALONE)
    assert {one.holder: (one.tie, one.stance) for one in found.cards} == {
        "states": (Tie.GIVES, Stance.LESS),
        **dict.fromkeys(GROUPS[1:5], (Tie.TAKES, Stance.AMEND)),
    }
    civil = card(found, "civil-society")
    assert (civil.citable[0].norm.cite, civil.citable[0].use) == ("TA-68", Use.FALLS_SHORT)
    assert ("TA-35a", Aim.SHUT_OUT, ("states",)) in {(a.norm.cite, a.aim, a.by) for a in civil.attacks}
    assert civil.of_you is not None
    assert civil.of_you.judgement.verdict is Verdict.SILENT
    assert card(found, "states").of_you is None


def test_authority_for_civil_society(base: KnowledgeBase) -> None:
    """It is told to ask for 35c instead; the States speak against, with 35a; the other reading frees everybody."""
    found = kit(base, AUTHORITY)
    civil, states = card(found, "civil-society"), card(found, "states")
    assert civil.stance is Stance.INSTEAD
    assert civil.speak[0].judgement.cites == ("TA-35c",)
    assert civil.overreach[0].judgement.cites == ("TA-35a",)
    assert (states.tie, states.stance) == (Tie.TAKES, Stance.AGAINST)
    assert (states.citable[0].norm.cite, states.citable[0].use) == ("TA-35a", Use.OPPOSES)
    assert card(found, "private-sector").tie is Tie.OTHERS
    (switched,) = found.readings
    assert (switched.supposed.move.name, switched.supposed.move.on) == ("sovereign-right-excludes-others", False)
    assert switched.supposed.after.verdict is Verdict.SILENT
    assert dict(switched.stances) == dict.fromkeys(GROUPS[:5], Stance.OPEN)
    assert found.adopted is not None
    assert found.draft is not None
    assert (found.adopted.verdict, found.draft.verdict) == (Verdict.CONTRADICTED, Verdict.SILENT)


def test_a_supported_denial_is_conceded(base: KnowledgeBase) -> None:
    """Paragraph 69: the States cannot deny it, and are told who will cite it; the others may speak for it."""
    found = kit(base, OUTSIDE)
    states = card(found, "states")
    assert (states.tie, states.stance) == (Tie.TAKES, Stance.CONCEDE)
    assert states.attacks[0].aim is Aim.MOTION
    assert states.attacks[0].norm.cite == "TA-69"
    assert "TA-69" not in {c.norm.cite for c in states.citable if c.use is not Use.YOURS}
    assert {one.stance for one in found.cards if one.holder != "states"} == {Stance.FOR}


def test_a_dispute_has_two_sides(base: KnowledgeBase) -> None:
    """An adopted text and a draft meet: the States contend for it or are against it, others take either side."""
    role = "Countries have a role in the everyday assignment of domain names"
    found = kit(base, role)
    assert (found.judgement.verdict, set(found.judgement.cites)) == (Verdict.DISPUTED, {"OP-recognizing-3", "TA-69"})
    states, civil = card(found, "states"), card(found, "civil-society")
    assert (states.stance, civil.stance) == (Stance.CONTEND, Stance.EITHER)
    assert states.attacks[0].norm.cite == "TA-69"
    assert {c.use for c in states.citable} == {Use.BEARS_OUT, Use.YOURS}
    assert {c.use for c in civil.citable} >= {Use.BEARS_OUT, Use.OPPOSES}
    denied = kit(base, "Member States have no role in the everyday assignment of domain names")
    assert card(denied, "states").stance is Stance.AGAINST
    page = draw(view(ask(base, role)), 100)
    assert "The dispute: for it" in page
    assert "The dispute: against it" in page
    assert "By the adopted texts alone: ✗ CONTRADICTED" in page


def test_what_a_delegation_must_not_hide(base: KnowledgeBase) -> None:
    """Limits, drafts, readings, and that no class covers it are told."""
    icann = card(kit(base, ALONE, "icann", "journalists", "states"), "icann")
    bounds = {bound.weakness: bound for bound in icann.bounds}
    assert bounds[Weakness.READING].names == ("technical-bodies-are-international-organizations",)
    assert "TA-35" in bounds[Weakness.READING].cites
    assert Weakness.DRAFT in bounds
    nobody = card(kit(base, ALONE, "journalists", "states"), "journalists")
    assert Weakness.UNPLACED in {bound.weakness for bound in nobody.bounds}
    assert nobody.attacks
    alone = draw(view(ask(base, ALONE, delegations=["journalists"])), 80)
    assert "No class of the texts covers you" in alone


def test_named_actors_are_their_classes_too(base: KnowledgeBase) -> None:
    """Brazil is a State: a motion about the States gives it something."""
    found = kit(base, ALONE, "brazil", "itu")
    assert (card(found, "brazil").tie, card(found, "itu").tie) == (Tie.GIVES, Tie.TAKES)
    assert card(found, "brazil").speak[0].judgement.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("changes", "holder", "tie"),
    [
        ({}, "states", Tie.GIVES),
        ({}, "brazil", Tie.GIVES),
        ({}, "civil-society", Tie.OTHERS),
        ({"counterpart": "civil-society"}, "civil-society", Tie.GIVES),
        ({"counterpart": "civil-society"}, "itu", Tie.OTHERS),
        ({"share": Share.ONLY}, "civil-society", Tie.TAKES),
        ({"denied": Denies.POSITION}, "states", Tie.TAKES),
        ({"denied": Denies.POSITION}, "civil-society", Tie.OTHERS),
        ({"denied": Denies.POSITION, "counterpart": "civil-society"}, "civil-society", Tie.TAKES),
        ({"denied": Denies.FORCE}, "states", Tie.GIVES),
        ({"denied": Denies.SHARE}, "states", Tie.TAKES),
        ({"denied": Denies.SHARE}, "civil-society", Tie.GIVES),
    ],
)
def test_what_a_motion_is_to_a_delegation(
    base: KnowledgeBase, changes: dict[str, object], holder: str, tie: Tie
) -> None:
    """It gives to whom it names, or is done for; takes from whom it denies or leaves out; and is about others."""
    said: dict[str, object] = {"position": "act", "activity": "support", "topic": frozenset({"internet"}), **changes}
    part = Part((Holder("states"),), **said)  # type: ignore[arg-type]  # each value is of its own field
    assert card(kit(base, Claim((part,)), holder), holder).tie is tie


def test_the_opposite_of_a_part_and_what_a_norm_states(base: KnowledgeBase) -> None:
    """What is asserted is denied, what is denied asserted, "only" becomes "not only"; a norm states its own."""
    part = Part((Holder("states"),), "lead")
    assert opposite(part).denied is Denies.POSITION
    assert opposite(opposite(part)) == part
    only = Part((Holder("states"),), "lead", share=Share.ONLY)
    assert opposite(only).denied is Denies.SHARE
    norm = next(norm for norm in in_force(base, Options()).norms if norm.share is Share.ONLY)
    assert stated(norm).share is Share.ONLY


@pytest.mark.parametrize("minutes", [SHORTEST, 12, 45, 60, 90, 480])
@pytest.mark.parametrize("seats", [("states",), ("states", "itu"), (*GROUPS, "itu", "icann", "brazil")])
def test_the_running_order_fills_its_time(base: KnowledgeBase, minutes: int, seats: tuple[str, ...]) -> None:
    """The phases follow one another from the first minute to the last, and no speaker's time runs over its phase."""
    order = running_order(kit(base, ALONE, *seats).cards, minutes)
    assert [slot.phase for slot in order] == list(Phase)
    assert order[0].start == 0
    assert order[-1].end == minutes
    assert all(one.end == two.start and one.start < one.end for one, two in pairwise(order))
    for slot in order:
        assert slot.seconds * len(slot.speakers) <= (slot.end - slot.start) * 60
        assert set(slot.speakers) in (set(), set(seats))
    assert running_order((), minutes)[-1].end == minutes


def test_those_for_and_against_take_turns(base: KnowledgeBase) -> None:
    """The first to speak is for the motion, the second against; the closing goes the other way about."""
    order = {slot.phase: slot.speakers for slot in running_order(kit(base, AUTHORITY).cards, 45)}
    assert order[Phase.STATEMENTS][:2] == ("civil-society", "states")
    assert order[Phase.CLOSING] == order[Phase.STATEMENTS][::-1]


def test_times_are_told_in_words() -> None:
    """Minutes and seconds, each in its number."""
    assert [duration(s) for s in (0, 45, 60, 75, 120)] == [
        "0 seconds",
        "45 seconds",
        "1 minute",
        "1 minute 15 seconds",
        "2 minutes",
    ]


@pytest.mark.parametrize("columns", [40, 60, 80, 140])
@pytest.mark.parametrize("motion", MOTIONS)
def test_the_page_fits(base: KnowledgeBase, columns: int, motion: str) -> None:
    """No line is wider than the console."""
    assert max(map(len, draw(view(ask(base, motion)), columns).splitlines())) <= columns


def test_the_chair_has_it_all(base: KnowledgeBase) -> None:
    """The sheet has the verdict, why, how the motion was read, the readings, and the draft beside the adopted."""
    page = draw(view(ask(base, AUTHORITY)), 100)
    chair = page[: page.index("Running order")]
    for said in (
        "✗ CONTRADICTED: by TA-35a",
        "Read as: Civil society has authority to set public policy",
        "TA-35a gives it to States alone",
        "States: may speak against it",
        "If the reading sovereign-right-excludes-others is off, the verdict is ∅ SILENT",
        "By the draft alone, never adopted: ∅ SILENT",
    ):
        assert said in " ".join(chair.split()), said


def test_json_keeps_to_its_schema() -> None:
    """The object has the stable keys of its schema; a motion that was not understood has no delegations."""
    schema = json.loads((files("igov") / "show" / "schemas" / "debate.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for motion in MOTIONS:
        found = run(motion, "--json", "--delegation", "ICANN", "--delegation", "journalists", "--delegations", "6")
        jsonschema.validate(json.loads(found.output), schema)
    assert json.loads(run(ALONE, "--adopted-only", "--json").output)["draft"] is None
    unread = json.loads(run("the cat sat", "--json").output)
    jsonschema.validate(unread, schema)
    assert (unread["motion"]["verdict"], unread["delegations"]) == (None, [])


def test_a_motion_by_axes_is_the_same_debate() -> None:
    """A motion may be given by axes, as to check-claim; then it is told as a sentence made of them."""
    found = run("--holder", "states", "--activity", "set-policy", "--topic", "public-policy", "--share", "only")
    assert found.exit_code == 0
    assert "Debate: Only States set public policy" in found.output
    assert "Read as" not in found.output


def test_a_motion_that_is_not_understood_ends_with_4(capsys: pytest.CaptureFixture[str]) -> None:
    """It is told as check-claim tells it, on standard error, and nothing is written."""
    assert door(["debate", "the cat sat on the mat"]) == 4
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "not understood" in shown.err
    base = igov.load()
    answer = ask(base, "the cat sat on the mat")
    assert isinstance(answer, Answer)
    assert answer.head == "Debate: the cat sat on the mat"
    assert "not understood" in draw(view(answer), 80)


@pytest.mark.parametrize(
    "args",
    [
        [],
        [ALONE, "--holder", "states"],
        [ALONE, "--score"],
        [ALONE, "--delegation", "civil socety"],
        [ALONE, "--delegations", "1"],
        [ALONE, "--minutes", "9"],
        ["--holder", "states", "--topic", "nothing-of-the-kind"],
        ["--judge", "x.jsonl", "--format", "html"],
    ],
)
def test_what_does_not_go_together_is_misuse(args: list[str]) -> None:
    """It is told in one message, and the exit code is 2."""
    assert run(*args).exit_code == 2


def test_markdown_and_html_have_a_sheet_for_everybody() -> None:
    """Chair, running order and five cards; the HTML asks nothing of any network, and begins a sheet for each."""
    marked = run(ALONE, "--format", "markdown").output
    assert marked.count("\n---\n") == 6
    assert marked.startswith("# Chair’s sheet\n")
    assert "# Card: Civil society\n" in marked
    assert "## Attacks to expect" in marked
    page = run(ALONE, "--format", "html").output
    assert page.count('<section class="sheet">') == 7
    assert "break-before: page" in page
    assert "http" not in page
    assert "<script" not in page


def test_a_motion_is_data() -> None:
    """Markup and control characters in a motion act nowhere."""
    hostile = "<script>x</script> **governments** alone should set Internet policy \x1b[31m"
    for form in ("page", "markdown", "html"):
        found = run(hostile, "--format", form)
        assert found.exit_code == 0, found.output
        assert "\x1b" not in found.output
    page = run(hostile, "--format", "html").output
    assert "<script" not in page
    assert "\\*\\*governments" in run(hostile, "--format", "markdown").output
