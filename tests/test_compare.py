"""Instruments compared: the departures that are known, found from the norms, and the laws of typed differences."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from igov.ask.compare import ask, markdown, to_json, view
from igov.reason.compare import chief, differences, latest
from igov.reason.inforce import Options, in_force
from igov.reason.wording import word_changes
from igov.show.page import draw
from igov.terms.assignment import Force, Holder, Limit, Polarity, Quantity, Share, Voice
from igov.terms.base import KnowledgeBase
from igov.terms.difference import Change, Difference
from igov.terms.order import Axis
from transcripts import run

SCHEMAS = Path(__file__).parent.parent / "src" / "igov" / "show" / "schemas"
OPPOSITE = {
    Change.STRENGTHENED: Change.WEAKENED,
    Change.WEAKENED: Change.STRENGTHENED,
    Change.WIDENED: Change.NARROWED,
    Change.NARROWED: Change.WIDENED,
}
CHANGES = {
    Axis.POSITION: {Change.STRENGTHENED, Change.WEAKENED},
    Axis.HOLDER: {Change.WIDENED, Change.NARROWED},
    Axis.TOPIC: {Change.WIDENED, Change.NARROWED},
}


def of(found: tuple[Difference, ...], provision: str) -> list[Difference]:
    """Return the differences in which a provision of the second instrument has a part."""
    return [one for one in found if one.after is not None and one.after.provision == provision]


@pytest.fixture(scope="module")
def tunis_and_draft(base: KnowledgeBase) -> tuple[Difference, ...]:
    """Return what the draft opinion does to the Tunis Agenda."""
    return differences(base, "TA", "OP")


def shifted(one: Difference) -> set[tuple[str, str, str]]:
    """Return the shifts of a difference as axis, before, after."""
    return {(str(shift.axis), shift.before, shift.after) for shift in one.shifts}


def test_paragraph_69_is_restated_in_words_that_bear_two_readings(tunis_and_draft: tuple[Difference, ...]) -> None:
    """OP-recalling-4 restates the exclusion of 69, and the two readings of its words are named."""
    twice = [one for one in of(tunis_and_draft, "OP-recalling-4") if one.readings]
    assert [one.readings for one in twice] == [("day-to-day-wholly-outside",)]
    assert twice[0].change is Change.RESTATED
    assert twice[0].before is not None
    assert twice[0].before.cite == "TA-69"
    assert "two readings" in twice[0].sentence


def test_responsibility_for_numbering_has_no_basis_in_tunis(tunis_and_draft: tuple[Difference, ...]) -> None:
    """OP-recognizing-3 is added, and the nearest paragraph is another topic's."""
    (added,) = of(tunis_and_draft, "OP-recognizing-3")
    assert added.change is Change.ADDED
    assert added.nearest is not None
    assert (added.nearest.cite, added.apart) == ("TA-68", (Axis.TOPIC,))


def test_active_stands_for_facilitating(tunis_and_draft: tuple[Difference, ...]) -> None:
    """OP-instructs-3 gives the ITU an active role, and "must", where 35d gives a facilitating one, and "should"."""
    (one,) = [one for one in of(tunis_and_draft, "OP-instructs-3") if one.before is not None]
    assert one.before is not None
    assert one.before.cite == "TA-35d"
    assert ("position", "a facilitating role", "an active role") in shifted(one)
    assert ("force", "should", "must") in shifted(one)
    assert one.change is Change.STRENGTHENED


def test_must_continue_to_involve_stands_for_should_involve(tunis_and_draft: tuple[Difference, ...]) -> None:
    """OP-view-4 says "must" and "all parties" where 35 says "should" and "all stakeholders"."""
    (one,) = of(tunis_and_draft, "OP-view-4")
    assert one.before is not None
    assert one.before.cite == "TA-35"
    assert {("force", "should", "must"), ("holder", "all stakeholders", "all parties")} <= shifted(one)
    assert {Change.STRENGTHENED, Change.WIDENED} <= set(one.changes)


def test_in_the_field_stands_for_policy_authority(tunis_and_draft: tuple[Difference, ...]) -> None:
    """OP-recognizing-5 puts "in the field" where 35a has "Policy authority", and a right for authority."""
    (one,) = of(tunis_and_draft, "OP-recognizing-5")
    assert one.before is not None
    assert one.before.cite == "TA-35a"
    assert ("position", "authority", "a right") in shifted(one)
    assert any("Policy authority" in run for run in one.gone)
    assert any("in the field" in run for run in one.new)


def test_the_recital_of_35_is_told_word_for_word(tunis_and_draft: tuple[Difference, ...]) -> None:
    """OP-recalling-1 restates 35, affirms for reaffirms, and speaks of respective roles, which 35 does not."""
    (one,) = of(tunis_and_draft, "OP-recalling-1")
    assert one.change is Change.RESTATED
    assert any("reaffirm" in run for run in one.gone)
    assert any("affirms" in run for run in one.new)
    assert any("respective roles" in run for run in one.new)


def test_what_the_draft_does_not_recall_is_dropped(tunis_and_draft: tuple[Difference, ...]) -> None:
    """35b and 35e are not taken up, and neither 55, 68 nor 69 is dropped, for they are restated."""
    dropped = {one.before.cite for one in tunis_and_draft if one.change is Change.DROPPED and one.before}
    assert {"TA-35b", "TA-35e"} <= dropped
    assert not {"TA-55", "TA-68", "TA-69"} & dropped


def test_the_working_definition_becomes_a_shall_and_loses_its_respective_roles(base: KnowledgeBase) -> None:
    """OP-instructs-3.1 makes "must" of 34 and drops "in their respective roles"; the paraphrase is marked."""
    found = differences(base, "TA-full", "OP")
    (one,) = of(found, "OP-instructs-3.1")
    assert one.before is not None
    assert one.before.cite == "TA-full-34"
    assert {("force", "is", "must"), ("scope", "in their respective roles", "")} <= shifted(one)
    assert one.before.mark.startswith("paraphrase, seen")
    assert (one.gone, one.new) == ((), ()), "the words of a paraphrase are not the instrument's"


def test_the_dropped_comma_narrows_the_exclusion_of_69(base: KnowledgeBase) -> None:
    """Set beside 69 as adopted, the draft adds the limit that its missing comma makes."""
    narrowed = [one for one in of(differences(base, "TA-full", "OP"), "OP-recalling-4") if one.shifts]
    assert [(one.before.cite, one.change) for one in narrowed if one.before] == [("TA-full-69", Change.NARROWED)]
    assert narrowed[0].readings == ("day-to-day-wholly-outside",)


def test_paragraphs_on_point_that_the_draft_leaves_out_are_dropped(base: KnowledgeBase) -> None:
    """Against the whole part, 36, 63, 70, 71, 72 and 77 are among what the draft has nothing of."""
    dropped = {
        one.before.cite for one in differences(base, "TA-full", "OP") if one.change is Change.DROPPED and one.before
    }
    assert {f"TA-full-{number}" for number in (36, 63, 70, 71, 72, 77)} <= dropped


def test_geneva_is_restated_in_tunis(base: KnowledgeBase) -> None:
    """The five groups of Geneva 49 come back unchanged in Tunis 35."""
    found = differences(base, "GD", "TA")
    same = {one.after.cite for one in found if one.change is Change.RESTATED and one.after}
    assert {f"TA-35{letter}" for letter in "abcde"} <= same


def test_the_compact_makes_must_of_the_review(base: KnowledgeBase) -> None:
    """GDC-27 strengthens what A/RES/70/125 recognizes in 57, and that alone."""
    (one,) = of(differences(base, "WSIS10", "GDC"), "GDC-27")
    assert one.before is not None
    assert (one.before.cite, one.changes) == ("WSIS10-57", (Change.STRENGTHENED,))


@pytest.mark.parametrize(
    "pair", [("TA", "OP"), ("TA-full", "OP"), ("GD", "TA"), ("TA", "WSIS10"), ("WGIG", "NETmundial")]
)
def test_every_difference_explains_itself(base: KnowledgeBase, pair: tuple[str, str]) -> None:
    """A difference names its places, quotes words that stand there, and shifts as its axes can."""
    for one in differences(base, *pair):
        sides = [side for side in (one.before, one.after) if side is not None]
        assert sides
        assert one.sentence.endswith(".")
        assert any(side.provision in one.sentence or side.cite in one.sentence for side in sides)
        for side in sides:
            text = base.provisions[side.provision].text
            assert all(" ".join(run.split()) in text for run in side.words.split(" … "))
        for shift in one.shifts:
            assert shift.change in CHANGES.get(shift.axis, set(Change))
            assert shift.before != shift.after
        assert one.change in one.changes
        assert one.goes_beyond == bool({Change.ADDED, Change.STRENGTHENED, Change.WIDENED} & set(one.changes))


def test_an_instrument_beside_its_own_copy_is_restated_whole(base: KnowledgeBase) -> None:
    """What says the same in the same terms differs in nothing: no shift, nothing added, nothing dropped."""
    copies = tuple(
        replace(norm, id=f"C{norm.id}", cite=f"C{norm.cite}", provision=f"C{norm.provision}", instrument="C")
        for norm in base.norms
        if norm.provision.startswith("TA-35")
    )
    provisions = {
        f"C{name}": replace(provision, id=f"C{name}", instrument="C")
        for name, provision in base.provisions.items()
        if name.startswith("TA-35")
    }
    doubled = KnowledgeBase(
        vocabulary=base.vocabulary,
        instruments={**base.instruments, "C": replace(base.instruments["TA"], id="C", short="copy")},
        provisions={**base.provisions, **provisions},
        norms=(*base.norms, *copies),
        readings=base.readings,
    )
    found = differences(doubled, "TA", "C")
    assert {one.change for one in found if one.after is not None} == {Change.RESTATED}
    assert not [shift for one in found for shift in one.shifts]


@pytest.mark.parametrize(
    ("change", "axis", "kind"),
    [
        ({"holder": Holder("civil-society", Quantity.MANY)}, Axis.HOLDER, Change.NARROWED),
        ({"holder": Holder("all-stakeholders")}, Axis.HOLDER, Change.WIDENED),
        ({"position": "role"}, Axis.POSITION, Change.WEAKENED),
        ({"position": "lead"}, Axis.POSITION, Change.STRENGTHENED),
        ({"activity": "develop"}, Axis.ACTIVITY, Change.NARROWED),
        ({"topic": frozenset({"governance"})}, Axis.TOPIC, Change.NARROWED),
        ({"topic": frozenset({"information-society"})}, Axis.TOPIC, Change.WIDENED),
        ({"force": Force.MUST}, Axis.FORCE, Change.STRENGTHENED),
        ({"force": Force.IS}, Axis.FORCE, Change.WEAKENED),
        ({"limits": (Limit("necessary"),)}, Axis.SCOPE, Change.NARROWED),
        ({"share": Share.ONLY}, Axis.SHARE, Change.STRENGTHENED),
        ({"voice": Voice.REPORTED}, Axis.VOICE, Change.WEAKENED),
        ({"counterpart": "states"}, Axis.COUNTERPART, Change.NARROWED),
    ],
)
def test_each_axis_shifts_both_ways(base: KnowledgeBase, change: dict[str, Any], axis: Axis, kind: Change) -> None:
    """A norm changed on one axis has that shift alone, and set the other way round the opposite one."""
    texts = in_force(base, Options())
    plain = next(norm for norm in base.by_cite["TA-35c"] if norm.force is Force.SHOULD)
    changed = replace(plain, **change)
    found = latest(texts, changed, [plain])
    back = latest(texts, plain, [changed])
    assert found is not None
    assert back is not None
    assert [(shift.axis, shift.change) for shift in found[1]] == [(axis, kind)]
    assert [(shift.axis, shift.change) for shift in back[1]] == [(axis, OPPOSITE[kind])]
    assert chief(found[1]) is kind


@pytest.mark.parametrize(
    "change",
    [
        {"topic": frozenset()},
        {"topic": frozenset({"telecommunications"})},
        {"holder": Holder("itu")},
        {"position": "equal"},
        {"polarity": Polarity.AGAINST},
        {"position": "act", "activity": "regulate"},
    ],
)
def test_norms_on_other_matters_are_not_set_side_by_side(base: KnowledgeBase, change: dict[str, Any]) -> None:
    """Another topic, holder, kind of position, polarity or act is another matter."""
    texts = in_force(base, Options())
    plain = base.by_cite["TA-35c"][0]
    assert latest(texts, replace(plain, **change), [plain]) is None
    assert latest(texts, plain, []) is None


def test_a_named_act_stands_beside_a_wider_one_and_counterparts_must_agree(base: KnowledgeBase) -> None:
    """A narrower act stands beside a wider one; acts with other counterparts do not meet."""
    texts = in_force(base, Options())
    plain = replace(
        base.by_cite["TA-35c"][0], position="act", activity="give-report", counterpart="developing-countries"
    )
    narrow = replace(plain, activity="report-performance")
    there, back = latest(texts, narrow, [plain]), latest(texts, plain, [narrow])
    assert there is not None
    assert back is not None
    assert ([s.change for s in there[1]], [s.change for s in back[1]]) == ([Change.NARROWED], [Change.WIDENED])
    assert latest(texts, replace(plain, counterpart="private-sector"), [plain]) is None


def test_one_holder_may_be_asked_alone(base: KnowledgeBase) -> None:
    """With a holder only norms of it, of what it is in and of parts of it are compared."""
    order = base.vocabulary.order(Axis.HOLDER)
    for one in differences(base, "TA", "OP", holder="civil-society"):
        for side in filter(None, (one.before, one.after)):
            assert all(order.comparable(norm.holder.term, "civil-society") for norm in side.norms)


def test_word_changes_find_moved_words() -> None:
    """Common words are found wherever they stand; runs of small words alone, and unlike texts, give nothing."""
    assert word_changes("the care of the sea", "the sea and its care") == ((), ())
    assert word_changes("towns should pay for roads", "for roads villages should pay") == (("towns",), ("villages",))
    assert word_changes("one thing here", "quite another matter") == ((), ())


def test_the_screen_and_the_markdown_tell_the_same(base: KnowledgeBase) -> None:
    """Every sentence of the answer is on the screen and in the Markdown, and no markup of a text acts in it."""
    answer = ask(base, ["TA", "OP"])
    screen = " ".join(draw(view(answer), 100).split())
    written = markdown(answer)
    for one in answer.comparisons[0].differences:
        assert " ".join(one.sentence.split()) in screen
    assert written.startswith("# From the Tunis Agenda to the draft opinion")
    assert written.count("\n* ") == len(answer.comparisons[0].differences)


def test_several_instruments_are_compared_each_with_the_one_before(base: KnowledgeBase) -> None:
    """Four instruments make three comparisons, and the object is that of the schema."""
    answer = ask(base, ["GD", "TA", "WSIS10", "GDC"])
    assert [(one.before, one.after) for one in answer.comparisons] == [
        ("GD", "TA"),
        ("TA", "WSIS10"),
        ("WSIS10", "GDC"),
    ]
    jsonschema.validate(to_json(answer), json.loads((SCHEMAS / "compare.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["compare", "TA", "OP"], 0, "OP-instructs-3 strengthens TA-35d"),
        (["compare", "ta", "op", "--format", "markdown"], 0, "## Strengthened"),
        (["compare", "TA", "OP", "--json"], 0, '"schema": "igov/compare/1"'),
        (["compare", "TA"], 2, "two instruments or more"),
        (["compare", "TA", "TA"], 2, "not compared with itself"),
        (["compare", "TA", "XX"], 2, "unknown instrument"),
        (["compare", "TA", "OP", "--json", "--format", "markdown"], 2, "cannot both be had"),
    ],
)
def test_the_command_answers_and_tells_misuse(arguments: list[str], code: int, told: str) -> None:
    """The command writes each format, and says what is wrong with how it was asked."""
    got, text = run(arguments)
    assert got == code
    assert told in " ".join(text.split())
