"""Pages, names and files of claims: what is drawn fits, says what it should, and no text acts on a console."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igov.ask import check_claim, explain, graph, roles, who
from igov.cli import answer
from igov.read.claims import claim_from, lines_of
from igov.read.load import load
from igov.read.names import resolve, resolve_cite, resolve_instrument, resolve_reading
from igov.reason.inforce import Options
from igov.show.claim_page import claim_page
from igov.show.graphs import FORMATS, dot, graphml, mermaid
from igov.show.judgement import axes_command
from igov.show.page import GAP, Page, Piece, Row, draw, heading, title
from igov.show.phrases import norm_sentence, part_sentence
from igov.show.text import cells, clean, fit, joined, quoted
from igov.terms.assignment import Claim, Denies, Force, Holder, Part, Quantity, Share, Voice
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.verdict import Verdict


@pytest.fixture(scope="module")
def conditional() -> KnowledgeBase:
    """Return the built-in rules with an act whose norms are under conditions."""
    return load([Path(__file__).parent / "data" / "conditions.yaml"])


HOSTILE = "\x1b[31mred\x1b[0m \x07 \u202etxt.exe\u202c [bold]markup[/bold] \ud800 \u200f"


def cites(entries: object) -> list[str]:
    """Return the cites of the entries of an answer in JSON."""
    assert isinstance(entries, list)
    return [entry["cite"] for entry in entries]


@given(st.text(max_size=300), st.integers(min_value=40, max_value=140))
@settings(max_examples=60, deadline=None)
def test_drawing_keeps_to_the_width(text: str, width: int) -> None:
    """No line of a page is wider than the console, whatever the text."""
    page: Page = [title(text), heading(text), Piece(text, 4, 2, right="TA-35a"), Row((text, text, text), 2), GAP]
    for line in draw(page, width).splitlines():
        assert cells(line) <= width


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_cleaned_text_cannot_act(text: str) -> None:
    """Cleaned text holds no control character, override or lone surrogate; cleaning it again changes nothing."""
    cleaned = clean(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", cleaned)
    assert clean(cleaned) == cleaned


def test_hostile_text_is_told_in_plain_letters() -> None:
    """Escape sequences and overrides are told, markup stands as it was typed."""
    drawn = draw([Piece(HOSTILE)], 100)
    assert "\x1b" not in drawn
    assert "\\x1b[31mred" in drawn
    assert "\\u202etxt.exe" in drawn
    assert "[bold]markup[/bold]" in drawn


def test_colour_is_ink_only() -> None:
    """With colour the letters are the same, and every line ends in plain ink."""
    page = [Piece((("bad", "bad"), " and ", ("good", "good"), " words"), 2, right="TA-35a")]
    plain, inked = draw(page, 60), draw(page, 60, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", inked) == plain
    assert all(line.rfind("\x1b[0m") >= line.rfind("\x1b[3") for line in inked.splitlines())


def test_the_cite_stands_at_the_right() -> None:
    """A citation ends its line at the margin, on a line of its own where there is no room."""
    assert draw([Piece("short", right="TA-35a")], 60) == f"short{' ' * 49}TA-35a\n"
    lines = draw([Piece("x" * 58, right="TA-35a")], 60).splitlines()
    assert lines == ["x" * 58, f"{' ' * 54}TA-35a"]


def test_wide_letters_are_counted_twice() -> None:
    """Chinese letters take two columns, combining marks none."""
    assert cells("互联网") == 6
    assert cells("e\u0301") == 1


def test_letters_that_a_console_lacks() -> None:
    """Typographic marks become plain ones, other letters are escaped, an unknown encoding is taken for ASCII."""
    assert fit("“a” – b…", "ascii") == '"a" - b...'
    assert fit("互", "ascii") == "\\u4e92"
    assert fit("互", "no-such-encoding") == "\\u4e92"
    assert fit("“互”", "utf-8") == "“互”"


def test_words_in_a_row() -> None:
    """Lists and quotations read as English does."""
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert quoted(" words; ") == "“words”"


@pytest.mark.parametrize(
    ("axis", "text", "term"),
    [
        (Axis.HOLDER, "civil-society", "civil-society"),
        (Axis.HOLDER, "Civil Society", "civil-society"),
        (Axis.HOLDER, "  the CIVIL society ", "civil-society"),
        (Axis.HOLDER, "NGOs", "civil-society"),
        (Axis.HOLDER, "ngo", "civil-society"),
        (Axis.COUNTERPART, "Member States", "states"),
        (Axis.TOPIC, "domain names", "domain-names"),
        (Axis.TOPIC, "Domain name", "domain-names"),
        (Axis.POSITION, "policy authority", "authority"),
        (Axis.SCOPE, "within its mandate", "within-mandate"),
    ],
)
def test_names_in_any_case(base: KnowledgeBase, axis: Axis, text: str, term: str) -> None:
    """A term is found by id, label or everyday name, in any case."""
    assert resolve(base.vocabulary, axis, text).term == term


def test_near_misses_are_offered(base: KnowledgeBase) -> None:
    """What was mistyped gets a guess, what is nothing gets none."""
    assert "civil society" in resolve(base.vocabulary, Axis.HOLDER, "civl society").near
    assert resolve(base.vocabulary, Axis.HOLDER, "").near == ()
    assert resolve(base.vocabulary, Axis.HOLDER, "qqqqqqqqqqqq") == (None, ())


def test_instruments_readings_and_cites_by_name(base: KnowledgeBase) -> None:
    """Instruments, readings and provisions have names too."""
    assert resolve_instrument(base, "tunis agenda").term == "TA"
    assert resolve_reading(base, "A sovereign right excludes others").term == "sovereign-right-excludes-others"
    assert resolve_reading(base, "sovereign_right_excludes_others").term == "sovereign-right-excludes-others"
    assert resolve_cite(base, "ta-35A").term == "TA-35a"
    assert resolve_cite(base, "ta-69").term == "TA-69"
    assert "TA-35a" in resolve_cite(base, "TA-35aa").near


def test_civil_society_has_its_own_first(base: KnowledgeBase) -> None:
    """What civil society holds itself, what it shares and by which step, and where it is shut out."""
    answer = roles.to_json(roles.ask(base, "civil-society"))
    assert {"TA-35c", "OP-emphasizing-2", "OP-instructs-3.1"} <= set(cites(answer["own"]))
    assert {"TA-35", "OP-view-4", "OP-view-5"} <= set(cites(answer["shared"]))
    shared = answer["shared"]
    assert isinstance(shared, list)
    assert all(entry["steps"] for entry in shared)
    excluded = answer["excluded"]
    assert isinstance(excluded, list)
    assert ("TA-35a", ["sovereign-right-excludes-others"]) in [(e["cite"], e["readings"]) for e in excluded]
    page = draw(roles.view(roles.ask(base, "civil-society")), 80)
    assert page.index("What it holds itself") < page.index("What it shares") < page.index("Where it is shut out")


def test_the_exclusion_goes_with_its_reading(base: KnowledgeBase) -> None:
    """Without the reading nobody is shut out of policy authority, and the answer says who would be."""
    answer = roles.ask(base, "civil-society", Options(without=frozenset({"sovereign-right-excludes-others"})))
    assert "TA-35a" not in cites(roles.to_json(answer)["excluded"])
    assert "TA-35a" in cites(roles.to_json(answer)["excluded_if"])


def test_roles_of_every_kind_of_holder(base: KnowledgeBase) -> None:
    """States are shut out of day-to-day matters, an unplaced actor shares nothing, organs are parts of a body."""
    assert "TA-69" in cites(roles.to_json(roles.ask(base, "states"))["excluded"])
    unplaced = roles.ask(base, "european-commission")
    assert roles.to_json(unplaced)["shared"] == []
    page = draw(roles.view(unplaced), 80)
    assert "No class of the texts covers it" in page
    assert "No provision names it." in page
    assert "OP-instructs-1" in cites(roles.to_json(roles.ask(base, "itu"))["parts"])
    assert "OP-instructs-1" in cites(roles.to_json(roles.ask(base, "developing-countries"))["towards"])
    assert "What only some of it hold" in draw(roles.view(roles.ask(base, "itu")), 80)


def test_what_only_a_draft_gives(base: KnowledgeBase) -> None:
    """The right to propose international policy stands in the draft alone."""
    whole = roles.to_json(roles.ask(base, "states"))["own"]
    assert isinstance(whole, list)
    assert {e["cite"] for e in whole if e["draft_only"]} >= {"OP-view-2b", "OP-view-2d"}
    adopted = roles.to_json(roles.ask(base, "states", Options(adopted_only=True)))["own"]
    assert isinstance(adopted, list)
    assert {e["standing"] for e in adopted} == {"adopted"}


def test_conditions_are_shown(conditional: KnowledgeBase) -> None:
    """A norm under conditions is listed with them, unless somebody said that they are not met."""
    chosen = Options(instruments=("ACT",))
    page = " ".join(draw(roles.view(roles.ask(conditional, "states", chosen)), 100).split())
    assert "only where there is an emergency; where a court has ordered it; unless an election is on" in page
    calm = Options(instruments=("ACT",), without=frozenset({"emergency"}))
    assert roles.to_json(roles.ask(conditional, "states", calm))["own"] == []
    voting = Options(instruments=("ACT",), assume=frozenset({"election"}))
    assert roles.to_json(roles.ask(conditional, "states", voting))["own"] == []
    told = draw(roles.view(roles.ask(conditional, "civil-society", chosen)), 100)
    assert "only where what ACT-2 gives holds" in told


def test_a_fact_is_explained(conditional: KnowledgeBase) -> None:
    """A fact of the case is explained by what hangs on it."""
    page = draw(explain.view(explain.ask(conditional, "court-order")), 80)
    assert page.startswith("court-order: a court has ordered it")
    assert "ACT-1" in page


def test_a_recital_counts_once(base: KnowledgeBase) -> None:
    """What a recital repeats of the paragraph that it reports is told once."""
    shared = cites(roles.to_json(roles.ask(base, "civil-society"))["shared"])
    assert "OP-recalling-1" not in shared


def test_authority_over_domain_names(base: KnowledgeBase) -> None:
    """States hold it by 35a, as authority over public policy, and others are excluded on a reading."""
    answer = who.ask(base, "authority", ["domain-names"])
    found = who.to_json(answer)
    assert found["over"] == ["domain-names", "public-policy"]
    assert found["holders"] == [{"term": "states", "label": "States"}]
    assert found["cites"] == ["TA-35a"]
    excluded = found["excluded"]
    assert isinstance(excluded, list)
    assert [(e["others_than"], e["readings"]) for e in excluded] == [("states", ["sovereign-right-excludes-others"])]
    assert "sovereign-right-excludes-others" in draw(who.view(answer), 80)


def test_day_to_day_operations(base: KnowledgeBase) -> None:
    """The private sector leads, governments are shut out under each reading, the dispute is told where it arises."""
    answer = who.ask(base, None, ["day-to-day"])
    found = who.to_json(answer)
    assert [(n["cite"], n["holder"]["term"], n["position"]) for n in _norms(found["holds"])] == [
        ("TA-55", "private-sector", "lead")
    ]
    shut = [(n["cite"], n["holder"]["term"], n["readings"]) for n in _norms(found["excluded"])]
    assert ("TA-69", "states", ["day-to-day-wholly-outside"]) in shut
    assert ("OP-recognizing-3", "TA-69", True) in [
        (m["gives"], m["excludes"], m["disputed"]) for m in _norms(found["meetings"])
    ]
    page = draw(who.view(answer), 80)
    assert base.readings["day-to-day-wholly-outside"].on[:30] in " ".join(page.split())
    assert "--assume day-to-day-wholly-outside" in " ".join(page.split())


def _norms(entries: object) -> list[dict[str, Any]]:
    assert isinstance(entries, list)
    return entries


def test_what_nobody_holds(base: KnowledgeBase) -> None:
    """Where no provision gives the thing to anybody the screen says so."""
    answer = who.ask(base, "authority", ["other:football"])
    assert who.to_json(answer)["holders"] == []
    assert "No provision gives it to anybody." in draw(who.view(answer), 80)


def test_an_act_narrows_the_question(base: KnowledgeBase) -> None:
    """With an act only norms that name it answer, and only exclusions that reach it."""
    found = who.to_json(who.ask(base, None, ["standards"], "develop"))
    assert {norm["activity"] for norm in _norms(found["holds"])} == {"develop"}
    assert [holder["term"] for holder in _norms(found["holders"])] == ["international-organizations"]


def test_most_general_holders_first(base: KnowledgeBase) -> None:
    """All stakeholders come before any of them."""
    found = [holder["term"] for holder in _norms(who.to_json(who.ask(base, None, ["internet"]))["holders"])]
    assert found.index("all-stakeholders") < found.index("states") < found.index("civil-society")


def policy_authority(holder: str) -> Claim:
    """Return the claim that a holder has policy authority over domain names."""
    part = Part((Holder(holder),), "authority", "set-policy", frozenset({"domain-names", "public-policy"}))
    return Claim((part,))


def test_a_contradicted_claim_on_screen(base: KnowledgeBase) -> None:
    """The verdict comes first; then both sides, the words, why, what it rests on, and what there is instead."""
    answer = check_claim.ask(base, policy_authority("civil-society"))
    for width in (60, 80, 140):
        page = draw(check_claim.view(answer), width)
        assert page.startswith("✗ CONTRADICTED by TA-35a\n")
        flat = " ".join(page.split())
        for words in ("you said", "TA-35a says", "sovereign right of States”", "nobody else", "TA-35c"):
            assert words in flat
        assert "Switched off, the verdict is SILENT" in flat


def test_a_claim_as_json(base: KnowledgeBase) -> None:
    """The object says what the screen says."""
    found = check_claim.to_json(check_claim.ask(base, policy_authority("civil-society")))
    assert found["verdict"] == "CONTRADICTED"
    assert found["cites"] == ["TA-35a"]
    assert found["standing"] == "adopted"
    assert found["rests_on"] == ["sovereign-right-excludes-others"]
    assert found["without"] == {"sovereign-right-excludes-others": "SILENT"}
    assert found["instead"]
    assert found["problem"] is None


def test_a_draft_alone_is_said_in_the_first_line(base: KnowledgeBase) -> None:
    """An answer that rests on the draft opinion alone says so at once."""
    part = Part((Holder("itu"),), "act", "facilitate-discussion", frozenset({"governance"}), Force.MUST)
    answer = check_claim.ask(base, Claim((part,)))
    assert answer.verdict is Verdict.SUPPORTED
    first = draw(check_claim.view(answer), 140).splitlines()[0]
    assert first == "✓ SUPPORTED by OP-view-6; it rests on a draft alone, never adopted"


def test_a_reported_paragraph_is_told_as_reported(base: KnowledgeBase) -> None:
    """TA-55 is quoted as the opinion reports it."""
    part = Part((Holder("private-sector"),), "lead", "operate", frozenset({"day-to-day"}))
    first = draw(check_claim.view(check_claim.ask(base, Claim((part,)))), 140).splitlines()[0]
    assert first == "✓ SUPPORTED by TA-55, as reported in OP-recalling-2"


def test_a_dispute_shows_both_sides(base: KnowledgeBase) -> None:
    """Where an adopted text and a draft clash both stand beside the claim, with what the adopted texts alone say."""
    part = Part((Holder("states"),), "responsibility", "assign", frozenset({"numbering", "day-to-day"}))
    page = " ".join(draw(check_claim.view(check_claim.ask(base, Claim((part,)))), 100).split())
    assert page.startswith("≠ DISPUTED between OP-recognizing-3 and TA-69")
    assert "OP-recognizing-3 says" in page
    assert "TA-69 says" in page
    assert "the adopted texts alone say: CONTRADICTED" in page


def test_silence_names_what_comes_nearest(base: KnowledgeBase) -> None:
    """A silent answer gives the nearest norms and the axis on which each misses."""
    part = Part((Holder("european-commission"),), "role", topic=frozenset({"internet"}))
    answer = check_claim.ask(base, Claim((part,)))
    found = check_claim.to_json(answer)
    assert found["verdict"] == "SILENT"
    assert _norms(found["nearest"])
    assert all(near["misses"] for near in _norms(found["nearest"]))
    assert "What comes nearest" in draw(check_claim.view(answer), 80)
    assert "no class of the texts covers" in str(found["because"])


def test_an_overstatement_gets_the_wording_the_text_bears(base: KnowledgeBase) -> None:
    """The axes are named, and the weaker sentence is given."""
    part = Part((Holder("civil-society"),), "important-role", topic=frozenset({"internet"}), force=Force.MUST)
    answer = check_claim.ask(base, Claim((part,)))
    found = check_claim.to_json(answer)
    assert (found["verdict"], found["axes"]) == ("OVERSTATED", ["force"])
    assert str(found["instead"]).startswith("Civil society ")
    assert str(found["instead"]).endswith(" an important role in Internet matters.")
    assert "you go further" in " ".join(draw(check_claim.view(answer), 80).split())


def test_every_tested_claim_can_be_shown_and_told(base: KnowledgeBase) -> None:
    """Whatever the claim, its screens fit, begin with the verdict, and its object fits the shipped schema."""
    schema = json.loads((files("igov") / "show" / "schemas" / "claim.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for expectation in base.expectations[::3]:
        options = Options(frozenset(expectation.assume), frozenset(expectation.without))
        answer = check_claim.ask(base, expectation.claim, options)
        assert answer.judgement is not None
        validator.validate(json.loads(json.dumps(check_claim.to_json(answer))))
        page = draw(claim_page(base, answer.judgement, unread=("so",), whole=True), 60)
        assert page.split()[1] == answer.verdict
        assert max(map(cells, page.splitlines())) <= 60


def test_joined_clauses_are_told_one_by_one(base: KnowledgeBase) -> None:
    """Each clause has its own verdict, and the whole the worse one."""
    role = Part((Holder("civil-society"),), "important-role", topic=frozenset({"internet"}))
    claim = Claim((role, *policy_authority("civil-society").parts), "NGOs matter and set policy")
    answer = check_claim.ask(base, claim)
    page = draw(check_claim.view(answer), 100)
    assert page.startswith("✗ CONTRADICTED by TA-35a")
    assert "1. ✓ SUPPORTED Civil society has an important role, on the Internet" in page
    assert "2. ✗ CONTRADICTED" in page
    assert page.count("igov check-claim --holder civil-society") == 2


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part((Holder("states"),), "role", denied=Denies.POSITION), "States have no role"),
        (Part((Holder("states", Quantity.MANY),), "act", "regulate"), "Many States regulate"),
        (Part((Holder("brazil"),), "act", "regulate"), "Brazil regulates"),
        (Part((Holder("brazil"),), "act", "regulate", denied=Denies.POSITION), "Brazil does not regulate"),
        (Part((Holder("itu"),), "act", "develop", force=Force.MUST, denied=Denies.FORCE), "ITU need not develop"),
        (Part((Holder("itu"),), "lead", force=Force.MUST, denied=Denies.POSITION), "ITU must not have the lead"),
        (Part((Holder("icann"), Holder("itu")), "role", share=Share.ONLY), "Only ICANN and ITU have a role"),
        (Part((Holder("itu"),), "role", denied=Denies.SHARE), "Not only ITU has a role"),
        (Part((Holder("private-sector"),), "role", voice=Voice.REPORTED), "It is reported of some that the private"),
        (
            Part((Holder("itu"),), "role", denied_limits=("within-mandate",)),
            "ITU has a role (not only within its mandate)",
        ),
        (Part((Holder("itu"),), "role", counterpart="states"), "ITU has a role, with or for States"),
        (Part((Holder("itu"),), "participation", "consult"), "ITU takes part (be consulted)"),
        (Part((Holder("states"),), "participation", denied=Denies.POSITION), "States take no part"),
        (Part((Holder("states"),), "participation", force=Force.WAS), "States have taken part"),
        (Part((Holder("states"),), "participation", force=Force.SHOULD), "States should take part"),
    ],
)
def test_parts_in_words(base: KnowledgeBase, part: Part, words: str) -> None:
    """Holders, forces, denials, shares, limits and counterparts read as English."""
    assert part_sentence(base.vocabulary, part).startswith(words)


def test_a_part_is_said_again_by_axes(base: KnowledgeBase) -> None:
    """The command that says a clause by axes names every axis that is not as usual."""
    part = Part(
        (Holder("states", Quantity.MANY),),
        "act",
        "support",
        frozenset({"igf", "other:it's"}),
        Force.MAY,
        ("as-appropriate",),
        ("within-mandate",),
        Share.ONLY,
        Voice.REPORTED,
        "developing-countries",
        Denies.FORCE,
    )
    assert axes_command(part) == (
        "igov check-claim --holder states --quantity many --position act --activity support --topic igf "
        "--topic 'other:it'\\''s' --force may --limit as-appropriate --deny-limit within-mandate --share only "
        "--voice reported --with developing-countries --denied force"
    )
    assert "it's" in part_sentence(base.vocabulary, part)


def test_every_norm_can_be_told_in_a_sentence(base: KnowledgeBase) -> None:
    """The sentence of a norm names its holder and its topic."""
    for norm in base.norms:
        told = norm_sentence(base.vocabulary, norm)
        assert base.vocabulary.label(Axis.HOLDER, norm.holder.term).casefold() in told.casefold()
        assert told == told.strip()


def test_axes_become_a_claim(base: KnowledgeBase) -> None:
    """Names on axes become terms; what `reading` gives back is read again as the same claim."""
    given_axes = {"holder": ["NGOs"], "position": "policy authority", "topic": ["domain names"], "share": "only"}
    claim = claim_from(base.vocabulary, [given_axes])
    assert isinstance(claim, Claim)
    part = claim.parts[0]
    assert (part.holders, part.position, part.share) == ((Holder("civil-society"),), "authority", Share.ONLY)
    reading = check_claim.to_json(check_claim.ask(base, claim))["reading"]
    again = claim_from(base.vocabulary, _norms(reading))
    assert isinstance(again, Claim)
    assert again.parts == claim.parts


def test_axes_in_every_shape(base: KnowledgeBase) -> None:
    """Quantities, limits, counterpart and denial are read; a position may be left out where an act is named."""
    claim = claim_from(
        base.vocabulary,
        [
            {
                "holder": {"terms": ["states"], "quantities": ["many"], "words": "many countries"},
                "activity": "support",
                "topic": {"terms": ["igf"]},
                "limits": "as-appropriate",
                "denied-limits": ["within-mandate"],
                "with": "developing countries",
                "denied": True,
                "force": "should",
            }
        ],
    )
    assert isinstance(claim, Claim)
    part = claim.parts[0]
    assert part.holders == (Holder("states", Quantity.MANY),)
    assert (part.position, part.counterpart, part.denied) == ("act", "developing-countries", Denies.POSITION)
    assert (part.limits, part.denied_limits) == (("as-appropriate",), ("within-mandate",))
    assert part.words == {"holder": "many countries"}


@pytest.mark.parametrize(
    ("axes", "words"),
    [
        ({"holder": "civl society", "position": "role"}, "did you mean"),
        ({"holder": "states"}, "no position"),
        ({"position": "role"}, "no holder"),
        ({"holder": "states", "position": "role", "force": "perhaps"}, "was, is, may, should, must"),
        ({"holder": "states", "position": "role", "colour": "red"}, "unknown axis"),
    ],
)
def test_axes_that_name_nothing(base: KnowledgeBase, axes: dict[str, object], words: str) -> None:
    """What is not in the vocabulary is a problem in words, not a fault."""
    problem = claim_from(base.vocabulary, [axes])
    assert isinstance(problem, str)
    assert words in problem


def test_files_of_claims() -> None:
    """Text, JSON Lines and CSV are told apart by their first line; ids are carried, faults are lines too."""
    assert [line.sentence for line in lines_of(["\ufeffone\n", "\n", "two\n"])] == ["one", "two"]
    rows = list(lines_of(["id,claim\n", '7,"a, b"\n', "8\n"]))
    assert [(row.identity, row.sentence) for row in rows] == [("7", "a, b"), ("8", "")]
    objects = list(lines_of(['{"id": 1, "claim": "x"}\n', "nonsense\n", '{"holder": "states", "position": "role"}\n']))
    assert [line.problem is None for line in objects] == [True, False, True]
    assert objects[0].identity == 1
    assert objects[2].parts == ({"holder": "states", "position": "role"},)
    assert list(lines_of([])) == []


@given(st.lists(st.text(max_size=80), max_size=6), st.sampled_from([None, "text", "csv", "jsonl"]))
@settings(max_examples=80, deadline=None)
def test_no_file_of_claims_breaks_the_reader(lines: list[str], kind: str | None) -> None:
    """Whatever the lines, the reader gives claims or problems."""
    for line in lines_of([f"{text}\n" for text in lines], kind):
        assert line.problem is None or line.problem


def test_the_graph_in_every_format(base: KnowledgeBase) -> None:
    """Every format names the same nodes, and GraphML and JSON can be read back."""
    from xml.etree import ElementTree as ET

    answer = graph.ask(base, "civil-society")
    nodes, edges = answer.graph.nodes, answer.graph.edges
    assert {node.term for node in nodes if node.kind == "holder"} == {
        "civil-society",
        "all-stakeholders",
        "all-parties",
    }
    assert json.loads(FORMATS["json"](nodes, edges))["schema"] == "igov/graph/1"
    root = ET.fromstring(graphml(nodes, edges))  # noqa: S314  our own text
    assert len(list(root.iter("{http://graphml.graphdrawing.org/xmlns}node"))) == len(nodes)
    assert dot(nodes, edges).count(" -> ") == len(edges)
    assert mermaid(nodes, edges).startswith("flowchart LR\n")
    assert "TA-35c" in mermaid(nodes, edges)


def test_hostile_labels_stay_labels_in_graphs() -> None:
    """Quotation marks and control characters in a label do not end it."""
    from igov.reason.graph import Edge, Node

    nodes = (Node("holder:x", "holder", "x", 'a"] --> "b\n\x1b<script>'), Node("topic:y", "topic", "y", "y"))
    edges = (Edge("holder:x", "topic:y", "holds", 'say "no"', "TA-1"),)
    assert 'label="a\\"] --> \\"b \\\\x1b<script>"' in dot(nodes, edges)
    assert "<script>" not in mermaid(nodes, edges)
    assert "<script>" not in graphml(nodes, edges)


def test_the_graph_as_a_tree(base: KnowledgeBase) -> None:
    """The tree sets civil society under all stakeholders, under all parties."""
    page = draw(graph.view(graph.ask(base)), 80)
    lines = page.splitlines()
    depths = {line.strip(): len(line) - len(line.lstrip()) for line in lines}
    assert depths["all parties"] < depths["all stakeholders"] < depths["civil society"]


def test_a_row_shows_a_paragraph_of_a_sentence_and_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file whose one line is a megabyte is answered in a few lines."""
    monkeypatch.setenv("COLUMNS", "80")
    path = tmp_path / "long.txt"
    path.write_text("Governments " * 90_000, encoding="utf-8")
    assert answer(["check-claim", "--file", str(path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) < 15
