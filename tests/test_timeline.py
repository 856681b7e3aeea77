"""The timeline of a holder: order, changes, marks of paraphrase, and a drawing in which no text acts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from igov.ask.timeline import ask, drawing, to_json, view
from igov.reason.inforce import Options
from igov.reason.timeline import timeline
from igov.show.page import draw
from igov.show.timeline import Card, Chapter, timeline_svg
from igov.terms.base import KnowledgeBase
from igov.terms.difference import Change
from transcripts import run

SCHEMAS = Path(__file__).parent.parent / "src" / "igov" / "show" / "schemas"
SVG = "{http://www.w3.org/2000/svg}"


def test_chapters_stand_in_the_order_of_dates(base: KnowledgeBase) -> None:
    """From 2003 to 2024, every instrument once; one that another includes is told in that one's chapter."""
    chapters = timeline(base, "civil-society")
    dates = [chapter.instrument.date for chapter in chapters]
    assert dates == sorted(dates)
    assert (dates[0].year, dates[-1].year) == (2003, 2024)
    names = [chapter.instrument.id for chapter in chapters]
    assert "TA" not in names
    tunis = chapters[names.index("TA-full")]
    assert "TA-35c" in {entry.quotation.cite for entry in tunis.entries}


def test_the_lead_of_governments_is_limited_to_cybersecurity_of_national_security(base: KnowledgeBase) -> None:
    """A/RES/70/125, 50 is there with its limit, on the console and in the drawing."""
    entries = [entry for chapter in timeline(base, "states") for entry in chapter.entries]
    (lead,) = [entry for entry in entries if entry.quotation.cite == "WSIS10-50"]
    (norm,) = lead.quotation.norms
    assert (norm.position, norm.topic) == ("lead", frozenset({"cybersecurity-of-national-security"}))
    answer = ask(base, "states")
    for text in (draw(view(answer), 100), drawing(answer)):
        assert "cybersecurity matters relating to national security" in text
        assert "not over cybersecurity at large" in " ".join(text.split())


def test_what_changed_is_told_beside_the_latest_that_comes_as_close(base: KnowledgeBase) -> None:
    """Tunis 35c is as Geneva 49c; the review adds respective roles; the Compact makes must of the review."""
    entries = {
        entry.quotation.cite: entry
        for chapter in timeline(base, "civil-society")
        for entry in chapter.entries
        if not entry.shared
    }
    assert (entries["GD-49c"].change, entries["GD-49c"].since) == (Change.ADDED, None)
    assert (entries["TA-35c"].change, entries["TA-35c"].since) == (Change.RESTATED, "GD-49c")
    assert (entries["WSIS10-59c"].change, entries["WSIS10-59c"].since) == (Change.NARROWED, "TA-35c")
    assert (entries["GDC-27"].change, entries["GDC-27"].since) == (Change.STRENGTHENED, "WSIS10-57")
    assert (entries["OP-instructs-3.1"].change, entries["OP-instructs-3.1"].since) == (
        Change.STRENGTHENED,
        "TA-full-34",
    )


def test_where_a_holder_is_shut_out_is_told_apart(base: KnowledgeBase) -> None:
    """Authority that is the States' alone stands in civil society's timeline as held by others, never as its own."""
    shut = [entry for chapter in timeline(base, "civil-society") for entry in chapter.entries if entry.against]
    assert {"GD-49a", "TA-35a"} <= {entry.quotation.cite for entry in shut}
    assert all(norm.holder.term != "civil-society" for entry in shut for norm in entry.quotation.norms)
    open_to_all = timeline(base, "civil-society", Options(without=frozenset({"sovereign-right-excludes-others"})))
    cites = {entry.quotation.cite for chapter in open_to_all for entry in chapter.entries}
    assert not {"GD-49a", "TA-35a"} & cites


def test_instruments_may_be_chosen(base: KnowledgeBase) -> None:
    """Those named are told and no others, and drafts are left out where only adopted texts are wanted."""
    named = timeline(base, "states", Options(instruments=("GD", "OP")))
    assert [chapter.instrument.id for chapter in named] == ["GD", "OP"]
    adopted = timeline(base, "states", Options(adopted_only=True))
    assert not {"OP", "WGIG"} & {chapter.instrument.id for chapter in adopted}


def test_every_paraphrase_is_marked_with_what_it_rests_on(base: KnowledgeBase) -> None:
    """On the console and in the drawing a paraphrase says so and has no quotation marks."""
    answer = ask(base, "civil-society")
    screen = " ".join(draw(view(answer), 100).split())
    for chapter in answer.chapters:
        for entry in chapter.entries:
            side = entry.quotation
            shown = " ".join(side.words.split())
            if side.paraphrase:
                assert f"{shown} ({side.mark})" in screen
                assert f"“{shown}”" not in screen
            else:
                assert f"“{shown}”" in screen
    assert "paraphrase, recalled: check against the text" in drawing(answer)


def test_the_drawing_is_well_formed_and_stays_inside_its_frame(base: KnowledgeBase) -> None:
    """Every element lies inside the frame, nothing is loaded, and cards do not overlap."""
    root = ET.fromstring(drawing(ask(base, "civil-society")))  # noqa: S314  it is our own drawing
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "title",
        "rect",
        "line",
        "circle",
        "text",
    }
    for element in root.iter(f"{SVG}text"):
        assert 0 < float(element.attrib["x"]) < width
        assert 0 < float(element.attrib["y"]) < height
    cards = [element for element in root.iter(f"{SVG}rect") if element.attrib.get("fill") == "#f6f8fa"]
    below = 0.0
    for card in cards:
        assert float(card.attrib["y"]) >= below
        below = float(card.attrib["y"]) + float(card.attrib["height"])
    assert below < height


@pytest.mark.parametrize(
    "text", ['<script>alert("x")</script>', "a & b", "\x1b[31mred\x1b[0m", "\u202egnitirw", "ascii"]
)
def test_no_text_acts_in_the_drawing(text: str) -> None:
    """Markup and control characters of a text stand in the drawing as text, or not at all."""
    card = Card(text, "X-1", (text,), "added", text, whose=text, note=text)
    drawn = timeline_svg(
        text, [Chapter("2001-01-01", text, text, draft=True, cards=(card,)), Chapter("2002-01-01", "", "", False, ())]
    )
    root = ET.fromstring(drawn)  # noqa: S314  it is our own drawing
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "title",
        "rect",
        "line",
        "circle",
        "text",
    }
    assert "\x1b" not in drawn
    assert "\u202e" not in drawn


def test_long_words_and_wide_letters_are_wrapped() -> None:
    """A line holds no more letters than have room, wide letters counting twice."""
    card = Card("漢字" * 200, "X-1", ("w" * 500,), "restated", "as before")
    root = ET.fromstring(timeline_svg("x", [Chapter("2001-01-01", "x", "x", draft=False, cards=(card,))]))  # noqa: S314
    lines = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert max(map(len, lines)) <= 108
    assert max(len(line) for line in lines if "漢" in line) <= 54


def test_the_object_is_that_of_the_schema(base: KnowledgeBase) -> None:
    """The object has the keys of its schema, for a class, an organ and a holder of nothing."""
    schema = json.loads((SCHEMAS / "timeline.json").read_text(encoding="utf-8"))
    for holder in ("states", "un-secretary-general", "users", "amnesty-international"):
        jsonschema.validate(to_json(ask(base, holder)), schema)


def test_a_base_without_instruments_has_an_empty_timeline(base: KnowledgeBase) -> None:
    """Nothing asked, nothing told, and the drawing is still one."""
    empty = replace(ask(base, "states"), chapters=())
    assert draw(view(empty), 80) == "States\n"
    assert drawing(empty).startswith("<svg")


def test_the_command_writes_screen_drawing_and_object(tmp_path: Path) -> None:
    """The command answers on the console, writes the drawing to a file, and tells misuse."""
    assert "2015-12-16 WSIS+10 outcome" in run(["timeline", "civil-society"])[1]
    assert run(["timeline", "NGOs", "--format", "svg"])[1].startswith("<svg")
    assert run(["timeline", "-s", "states", "--json"])[1].startswith('{"schema": "igov/timeline/1"')
    out = tmp_path / "states.svg"
    assert run(["timeline", "states", "--out", str(out)]) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<svg")
    assert run(["timeline"])[0] == 2
    assert run(["timeline", "states", "--json", "--format", "svg"])[0] == 2
    assert run(["timeline", "states", "--json", "--out", str(out)])[0] == 2
