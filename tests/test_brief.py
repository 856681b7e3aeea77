"""A delegation's page: every claim on it gets its verdict from the judge, and nothing from a name acts on the page."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from click.testing import CliRunner

import igov
from igov.ask.brief import ask, command, view
from igov.show.page import Piece, Row, draw
from igov.show.pages import markdown, printable
from igov.terms.assignment import Claim
from igov.terms.base import KnowledgeBase
from igov.terms.verdict import Verdict

HOLDERS = ("states", "private-sector", "civil-society", "intergovernmental-organizations", "itu", "icann", "brazil")


@pytest.mark.parametrize("holder", HOLDERS)
def test_every_claim_on_the_page_gets_its_verdict(base: KnowledgeBase, holder: str) -> None:
    """What you may say is borne out; what is too much, and what is said against you, is not."""
    brief = ask(base, holder).brief
    for ready in (*brief.asks, *brief.overreach, *brief.attacks):
        assert igov.judge(base, Claim((ready.part,))).verdict is ready.judgement.verdict
        assert ready.judgement.cites
    assert {ready.judgement.verdict for ready in brief.asks} == {Verdict.SUPPORTED}
    assert {r.judgement.verdict for r in brief.overreach} <= {Verdict.OVERSTATED, Verdict.CONTRADICTED}
    assert {r.judgement.verdict for r in brief.attacks} <= {Verdict.CONTRADICTED, Verdict.DISPUTED}
    assert all(len(kind) <= 6 for kind in (brief.asks, brief.overreach, brief.attacks))


def test_civil_society_holds_35c_and_is_told_that_authority_is_the_states(base: KnowledgeBase) -> None:
    """The acceptance of the page: what it has, what it has not, and with which clause others will say so."""
    brief = ask(base, "civil-society").brief
    assert brief.asks[0].judgement.cites == ("TA-35c",)
    assert brief.attacks[0].judgement.cites == ("TA-35a",)
    assert dict(brief.tensions).keys() >= {"states"}
    assert {"private-sector", "states"} <= dict(brief.allies).keys()
    assert (Verdict.OVERSTATED, ("force",)) in {(r.judgement.verdict, r.judgement.axes) for r in brief.overreach}


def test_governments_are_told_of_paragraph_69(base: KnowledgeBase) -> None:
    """What forbids is under "shut out", and a claim to it is contradicted."""
    brief = ask(base, "states").brief
    assert "TA-69" in {one.norm.cite for one in brief.roles.excluded}
    assert any("TA-69" in ready.judgement.cites for ready in brief.attacks)


def test_a_holder_of_whom_nothing_is_said_gets_a_page_that_says_so(base: KnowledgeBase) -> None:
    """Journalists are not placed."""
    page = draw(view(ask(base, "journalists", igov.Options(instruments=("TA",), without=frozenset()))), 80)
    assert "Brief: Journalists" in page


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_the_page_fits(base: KnowledgeBase, columns: int) -> None:
    """No line is wider than the console."""
    assert max(map(len, draw(view(ask(base, "states")), columns).splitlines())) <= columns


def test_json_keeps_to_its_schema() -> None:
    """The object has the stable keys of its schema."""
    schema = json.loads((files("igov") / "show" / "schemas" / "brief.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for holder in ("civil society", "ICANN"):
        jsonschema.validate(json.loads(CliRunner().invoke(command, [holder, "--json"]).output), schema)


def test_markdown_and_html_hold_every_section() -> None:
    """Both have the head line, the sections and the cites; the HTML asks nothing of any network."""
    marked = CliRunner().invoke(command, ["civil-society", "--format", "markdown"]).output
    assert marked.startswith("# Brief: Civil society\n")
    assert "## What you may say" in marked
    assert "TA-35c" in marked
    page = CliRunner().invoke(command, ["civil-society", "--format", "html"]).output
    assert "<h2>What would be too much</h2>" in page
    assert "http" not in page
    assert "<script" not in page


def test_names_are_data() -> None:
    """Markup in a text is escaped in Markdown and in HTML, and control characters are told in letters."""
    pieces: list[Piece | Row] = [
        Piece((("<b>*x*\x1b[31m", "strong"),)),
        Row(("a|b", "<i>"), 2),
        Piece("&amp;", 2, 2, right="<c>"),
    ]
    assert "<b>" not in printable(pieces, "<h>")
    assert "&lt;c&gt;" in printable(pieces, "<h>")
    assert "\x1b" not in printable(pieces, "h") + markdown(pieces, "h")
    assert "\\<b\\>\\*x\\*" in markdown(pieces, "h")


def test_an_unknown_holder_is_misuse() -> None:
    """The name is not found, and a near one is offered."""
    result = CliRunner().invoke(command, ["civil socety"])
    assert result.exit_code == 2
    assert "civil" in result.output
