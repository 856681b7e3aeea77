"""The page to explore: what the judge says stands in its cells, nothing acts on it, and no ribbon crosses a holder."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from click.testing import CliRunner

import igov
from igov.ask.explore import Answer, ask, command, to_json, view
from igov.ask.graph import command as graph_command
from igov.read.load import load
from igov.reason import matrix as module
from igov.reason.inforce import Options
from igov.reason.matrix import matrix, settings
from igov.show.explore.content import LETTERS, Content, content, cut
from igov.show.explore.page import embedded, page
from igov.show.page import draw
from igov.show.ribbons import LEFT, RIGHT, laid_out, svg
from igov.terms.assignment import Claim, Holder, Part
from igov.terms.base import KnowledgeBase
from igov.terms.matrix import Setting
from igov.terms.verdict import Verdict

EXAMPLES = Path(__file__).parent.parent / "examples" / "rules"


@pytest.fixture(scope="module", autouse=True)
def fewer_readings() -> Iterator[None]:
    """Let the page switch two readings where the tests are not run in full: a quarter of the settings to judge."""
    with pytest.MonkeyPatch.context() as patch:
        if not os.environ.get("IGOV_FULL"):
            patch.setattr("igov.reason.matrix.MOST_READINGS", 2)
        yield


@pytest.fixture(scope="module")
def answer(base: KnowledgeBase) -> Answer:
    """Return the answer for the two texts of the source."""
    return ask(base)


@pytest.fixture(scope="module")
def shown(base: KnowledgeBase, answer: Answer) -> Content:
    """Return what the page shows."""
    return content(base, answer.matrix, answer.graphs)


@pytest.fixture(scope="module")
def text(shown: Content) -> str:
    """Return the page."""
    return page(shown)


def carried(text: str) -> dict[str, Any]:
    """Return the data that a page carries, as its script reads them."""
    found = re.search(r'<script type="application/json" id="content">(.*?)</script>', text, flags=re.DOTALL)
    assert found is not None
    value: dict[str, Any] = json.loads(found.group(1))
    return value


def cells_of(value: dict[str, Any], number: int) -> list[int]:
    """Return the outcomes of a grid, cell by cell."""
    of, changed = value["grids"][number]
    cells = [0] * (len(value["holders"]) * len(value["topics"])) if of < 0 else cells_of(value, of)
    for at in range(0, len(changed), 2):
        cells[changed[at]] = changed[at + 1]
    return cells


def place(answer: Answer, setting: Setting) -> int:
    """Return where a setting stands in the page's list."""
    bits = sum(1 << at for at, name in enumerate(answer.matrix.readings) if name in setting.on)
    return ((setting.texts * 2 + setting.adopted_only) << len(answer.matrix.readings)) + bits


def ladder(base: KnowledgeBase, answer: Answer, options: Options, at: int) -> str:
    """Return the verdicts that the judge itself gives for a cell, rung by rung."""
    table = answer.matrix
    holder, topic = table.holders[at // len(table.topics)], table.topics[at % len(table.topics)]
    judged = [
        igov.judge(base, Claim((Part((Holder(holder),), name, topic=topic),)), options, explain=False).verdict
        for name, _ in table.positions
    ]
    return "".join(LETTERS[verdict] for verdict in judged)


def told(value: dict[str, Any], cells: list[int], at: int) -> str:
    """Return the verdicts that the page shows in a cell."""
    return str(value["outcomes"][cells[at] - 1][5]) if cells[at] else "-" * len(value["positions"])


def test_every_cell_as_opened_says_what_the_judge_says(base: KnowledgeBase, answer: Answer, text: str) -> None:
    """All cells of the page as it opens carry the judge's verdict on every rung."""
    value = carried(text)
    cells = cells_of(value, value["settings"][place(answer, answer.matrix.opened)][0])
    options = settings(base, Options())[1][answer.matrix.opened]
    assert all(told(value, cells, at) == ladder(base, answer, options, at) for at in range(0, len(cells), 2))


def test_cells_of_every_setting_say_what_the_judge_says(base: KnowledgeBase, answer: Answer, text: str) -> None:
    """In every choice of texts and readings, cells drawn by lot carry the judge's verdict on every rung."""
    value, lot = carried(text), Random(35)  # noqa: S311  a draw by lot, not a secret
    for setting, options in settings(base, Options())[1].items():
        cells = cells_of(value, value["settings"][place(answer, setting)][0])
        for at in lot.sample(range(len(cells)), 12):
            assert told(value, cells, at) == ladder(base, answer, options, at), (setting, at)


def test_the_cells_that_teachers_look_for(answer: Answer) -> None:
    """Authority over public policy is the States', and denied to others only under the reading that excludes them."""
    table = answer.matrix
    policy = frozenset({"public-policy"})
    states = table.cell(table.opened, "states", policy)
    others = table.cell(table.opened, "icann", policy)
    day_to_day = table.cell(table.opened, "states", frozenset({"day-to-day"}))
    assert states is not None and states.held is not None and states.held.position == "authority"  # noqa: PT018
    assert others is not None and others.kind == "barred"  # noqa: PT018
    assert day_to_day is not None and day_to_day.kind == "disputed"  # noqa: PT018
    without = Setting(0, adopted_only=False, on=table.opened.on - {"sovereign-right-excludes-others"})
    assert table.cell(without, "icann", policy) is None or table.cell(without, "icann", policy) != others


def test_one_text_and_adopted_only(base: KnowledgeBase) -> None:
    """One instrument is no choice among texts; where drafts are left out from the start there is nothing to switch."""
    texts, every = settings(base, Options(instruments=("TA",), adopted_only=True))
    assert texts == (("TA",),)
    assert all(setting.adopted_only for setting in every)
    assert len(every) == 2 ** min(3, module.MOST_READINGS)


def test_facts_and_conditions_are_judged_as_the_judge_judges_them() -> None:
    """Rules with facts of the case get the judge's verdict on every rung, with the facts that the claim takes."""
    base = load((str(EXAMPLES),))
    table = matrix(base, Options(instruments=tuple(name for name in base.instruments if name.startswith("BELL"))))
    assert set(table.cells) >= {table.opened}
    assert table.holders or not table.cells[table.opened]


def test_the_page_is_small_and_the_same_each_time(shown: Content, text: str) -> None:
    """It is under 300 kB, and of the same content it is the same to the byte."""
    assert len(text.encode()) < 300_000
    assert text == page(shown)


def test_the_page_loads_nothing_and_runs_its_own_script_alone(text: str) -> None:
    """The policy forbids everything but this script and this style, by their digests; no address stands on the page."""
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    style = re.search(r"<style>(.*?)</style>", text, flags=re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", text, flags=re.DOTALL)
    assert policy and style and script  # noqa: PT018
    for found in (style, script):
        digest = base64.b64encode(hashlib.sha256(found.group(1).encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy.group(1)
    assert policy.group(1).startswith("default-src 'none'; ")
    assert "unsafe" not in policy.group(1)
    assert not re.search(r"https?:|\bstyle=|\bon\w+=|@import|url\(|<link|<img|<iframe", text)


def test_the_page_is_built_for_keyboards_and_readers(text: str) -> None:
    """It has a skip link, a grid, tabs, a live region, labelled fields and a language."""
    for wanted in (
        '<html lang="en">',
        'class="skip" href="#matrix"',
        'role="grid"',
        'role="tablist"',
        'aria-live="polite"',
        '<label for="query">',
        '<label for="texts">',
        "<noscript>",
        'name="viewport"',
    ):
        assert wanted in text
    style = (files("igov") / "show" / "explore" / "page.css").read_text("utf-8")
    for wanted in ("prefers-color-scheme", "prefers-reduced-motion", ":focus-visible", "@media print", "forced-colors"):
        assert wanted in style


def test_what_stands_in_the_rules_cannot_act_on_the_page() -> None:
    """Ends of elements, comments, line separators and lone surrogates become escapes that read back as they were."""
    nasty = "</script><!--<script>alert(1)&\u2028\u2029"
    assert not re.search("[<>&\u2028\u2029]", embedded([nasty]))
    assert json.loads(embedded([nasty])) == [nasty]
    embedded(["\ud800"]).encode()


def test_a_page_from_hostile_rules_is_still_one_page(tmp_path: Path) -> None:
    """Names and clauses that look like markup stand on the page as text."""
    rules = tmp_path / "bad.yaml"
    rules.write_text(
        "igov: 1\n"
        "instrument: {id: XX, title: '</script><script>alert(1)</script>', short: '</title><b>x', "
        "symbol: X, body: X, date: 2001-01-01, status: adopted, force: none, default: yes}\n"
        "provisions:\n  1:\n    text: 'States may do </script><svg onload=x> as they like'\n    norms:\n"
        "      - {words: '</script><svg onload=x>', holder: states, position: role, topic: governance, force: may}\n",
        encoding="utf-8",
    )
    written = tmp_path / "page.html"
    done = CliRunner().invoke(command, ["--rules", str(rules), "--according-to", "XX", "--out", str(written)])
    assert done.exit_code == 0, done.output
    text = written.read_text("utf-8")
    assert text.count("</script>") == 2
    assert "<svg onload" not in text
    assert "\\u003c/script\\u003e\\u003csvg onload=x\\u003e" in text


def test_words_are_marked_in_their_clause() -> None:
    """The pieces of a clause are the clause, and the marked ones are the words."""
    clause, words = "States and firms should do it", ["States … should do it", "firms", "not there"]
    pieces, marked = cut(clause, words)
    assert "".join(pieces) == clause
    assert [pieces[at] for at in marked["States … should do it"]] == ["States", "should do it"]
    assert [pieces[at] for at in marked["firms"]] == ["firms"]
    assert marked["not there"] == []


def test_every_norm_on_the_page_has_its_words_marked(base: KnowledgeBase, text: str) -> None:
    """Each norm shows words, its cite and where it stands; what is reported says where."""
    value = carried(text)
    for provision, pieces, _, cite, says, _, _, _ in value["norms"]:
        assert pieces, (cite, says)
        assert max(pieces) < len(value["provisions"][provision]["pieces"])
    assert any("as reported in" in norm[3] for norm in value["norms"])
    assert {one["draft"] for one in value["instruments"]} == {True, False}
    assert base.provisions


def test_no_ribbon_runs_through_a_holder_that_it_does_not_concern(shown: Content) -> None:
    """Along its whole way a ribbon touches the boxes of its two ends and no other; no box lies on another."""
    drawing = shown.drawing
    assert len(drawing.ribbons) >= 100
    for ribbon in drawing.ribbons:
        half = ribbon.thick / 2
        for step in range(201):
            x, y = ribbon.middle(step / 200)
            assert LEFT <= round(x, 6) <= RIGHT
            touched = {
                box.node
                for box in drawing.boxes
                if box.x < x < box.x + box.width and box.y < y + half and y - half < box.y + box.height
            }
            assert touched <= {ribbon.source, ribbon.target}
        start, end = ({box.node: box for box in drawing.boxes}[name] for name in (ribbon.source, ribbon.target))
        assert start.y <= ribbon.y0 and ribbon.y0 + ribbon.thick <= start.y + start.height  # noqa: PT018
        assert end.y <= ribbon.y1 and ribbon.y1 + ribbon.thick <= end.y + end.height  # noqa: PT018
    for at, box in enumerate(drawing.boxes):
        assert box.x + box.width == LEFT or box.x == RIGHT
        for other in drawing.boxes[at + 1 :]:
            assert box.kind != other.kind or box.y + box.height <= other.y or other.y + other.height <= box.y
        assert box.y + box.height <= drawing.height


def test_ribbons_leave_an_edge_beside_one_another(shown: Content) -> None:
    """No two ribbons share a place on the edge of a box."""
    for end, name in (("source", "y0"), ("target", "y1")):
        taken: dict[str, list[tuple[float, float]]] = {}
        for ribbon in shown.drawing.ribbons:
            start = getattr(ribbon, name)
            taken.setdefault(getattr(ribbon, end), []).append((start, start + ribbon.thick))
        for spans in taken.values():
            spans.sort()
            assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(spans))


def test_the_drawing_is_valid_and_says_what_it_shows() -> None:
    """`graph --format svg` gives XML with a title and a description that names every holder; nothing is loaded."""
    done = CliRunner().invoke(graph_command, ["--format", "svg"])
    assert done.exit_code == 0
    root = ElementTree.fromstring(done.output)  # noqa: S314  our own output
    spaced = "{http://www.w3.org/2000/svg}"
    described = root.findtext(f"{spaced}desc")
    assert root.findtext(f"{spaced}title")
    assert described is not None
    assert "States: " in described
    assert root.get("role") == "img"
    assert "href" not in done.output
    assert len(root.findall(f".//{spaced}g[@class='ribbon denied']")) >= 1


def test_a_drawing_of_nothing_and_of_a_circle() -> None:
    """No node gives an empty drawing; holders among one another in a circle are drawn once each."""
    from igov.reason.graph import Edge, Node

    assert laid_out([], []).boxes == ()
    nodes = [Node(f"holder:{name}", "holder", name, f"<{name}>\x1b") for name in "ab"] + [
        Node("topic:t", "topic", "t", "&")
    ]
    edges = [Edge("holder:a", "holder:b", "among", "is"), Edge("holder:b", "holder:a", "among", "is")]
    edges += [Edge(f"holder:{name}", "topic:t", "holds", "a role", "X-1") for name in "ab"]
    drawn = svg(nodes, edges)
    ElementTree.fromstring(drawn)  # noqa: S314  our own output
    assert drawn.count('class="box holder"') == 2


def test_out_writes_the_page_and_says_nothing(tmp_path: Path, base: KnowledgeBase) -> None:
    """The file holds the page, to the byte what was made before; standard output stays empty."""
    written = tmp_path / "page.html"
    done = CliRunner().invoke(command, ["--according-to", "TA", "--out", str(written)])
    assert (done.exit_code, done.output) == (0, "")
    answer = ask(base, Options(instruments=("TA",)))
    assert written.read_text("utf-8") == page(content(base, answer.matrix, answer.graphs))


def test_a_file_that_cannot_be_written_is_one_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the file, and the exit code is 3."""
    from igov.cli import answer as door

    where = tmp_path / "no" / "page.html"
    assert door(["explore", "--according-to", "TA", "--out", str(where)]) == 3
    told_of = capsys.readouterr()
    assert told_of.out == ""
    assert "No such file" in told_of.err
    assert "Traceback" not in told_of.err
    assert door(["explore", "--out", str(where), "--json"]) == 2


def test_the_screen_and_the_object_say_the_same(answer: Answer) -> None:
    """The object fits its schema, and what it says is held stands on the screen."""
    schema = json.loads((files("igov") / "show" / "schemas" / "explore.json").read_text("utf-8"))
    found = to_json(answer)
    jsonschema.Draft202012Validator(schema).validate(found)
    screen = draw(view(answer), 80)
    assert "Civil society" in screen
    assert "authority" in screen
    assert max(map(len, screen.splitlines())) <= 80
    rungs = [claim["verdict"] for cell in json.loads(json.dumps(found))["cells"] for claim in cell["claims"]]
    assert set(rungs) == {str(verdict) for verdict in Verdict}
