"""The pages in a real browser: clicks, keys, filters, the search, what they load, and faults of access (axe-core).

They run with IGOV_FULL=1, where Playwright and a Chromium of the system are at hand; axe-core is found by IGOV_AXE.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from igov.cli import door

FULL = bool(os.environ.get("IGOV_FULL"))
CHROMIUM = shutil.which("chromium")
AXE = os.environ.get("IGOV_AXE", "")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not FULL, reason="browser: runs with IGOV_FULL=1"),
    pytest.mark.skipif(FULL and CHROMIUM is None, reason="browser: no chromium on this machine"),
]


class Seen:
    """A page that is open, and what it said and asked for."""

    def __init__(self, page: Any) -> None:
        """Listen to a page from now on."""
        self.page = page
        self.faults: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda said: self.faults.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("request", lambda request: self.asked.append(request.url))

    def text(self, where: str) -> str:
        """Return the text of an element."""
        return str(self.page.text_content(where) or "")

    def shown(self) -> int:
        """Return how many cells with an answer are to be seen."""
        return int(self.page.locator("#matrix td.cell:visible:is(.h, .b, .d, .p)").count())


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return every page that igov writes, by the question it answers."""
    folder = tmp_path_factory.mktemp("pages")
    document = folder / "speech.txt"
    document.write_text(
        "Civil society has policy authority over domain names. Governments must stay out of day-to-day technical "
        "matters. The private sector should have an important role in the development of the Internet. Only States "
        "may lead. Journalists have a role in Internet governance. It rains.\n",
        encoding="utf-8",
    )
    asked = {
        "explore": ["explore", "--out", str(folder / "explore.html")],
        "brief": ["brief", "states", "--format", "html"],
        "scan": ["scan", str(document), "--all", "--format", "html", "--out", str(folder / "scan.html")],
        "graph": ["graph", "--out", str(folder / "graph.svg")],
    }
    for words in asked.values():
        done = CliRunner().invoke(door, words)
        assert done.exit_code == 0, done.output
        if words[0] == "brief":
            (folder / "brief.html").write_text(done.output, encoding="utf-8")
    return {name: next(folder.glob(f"{name}.*")) for name in asked}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Start the browser of the system, without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="browser: Playwright is not installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def seen(browser: Any, pages: dict[str, Path]) -> Iterator[Seen]:
    """Open the page to explore; afterwards it has said nothing wrong and asked for nothing but itself."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = Seen(context.new_page())
    opened.page.goto(pages["explore"].as_uri())
    opened.page.wait_for_selector("html[data-ready]")
    yield opened
    assert opened.faults == []
    assert {url.partition("#")[0] for url in opened.asked} == {pages["explore"].as_uri()}
    context.close()


def cell(holder: str, topic: str) -> str:
    """Return a script that finds the cell of a holder and a topic by their names."""
    return (
        "() => { const t = document.getElementById('matrix');"
        f" const c = [...t.rows[0].cells].findIndex((one) => one.textContent === {topic!r});"
        f" return [...t.rows].find((one) => one.cells[0].textContent === {holder!r}).cells[c]; }}"
    )


def pick(seen: Seen, holder: str, topic: str) -> Any:
    """Return the cell of a holder and a topic."""
    return seen.page.evaluate_handle(cell(holder, topic)).as_element()


def test_it_is_ready_within_a_second(seen: Seen) -> None:
    """From the beginning of the load to the last line of the script there is less than a second."""
    ready = seen.page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd || performance.now()")
    assert ready < 1000


def test_a_click_shows_the_clause_with_its_words_marked(seen: Seen) -> None:
    """The panel names the cell, its strength and its standing, and quotes the clause."""
    pick(seen, "Civil society", "The Internet").click()
    assert seen.text("#panel-head") == "Civil society, on the Internet"
    assert "An important role" in seen.text("#panel .strength")
    assert "adopted" in seen.text("#panel .strength")
    assert "an important role on Internet matters" in seen.text("#panel mark")
    assert "TA-35c" in seen.text("#panel .cite")
    assert "Civil society, on the Internet: An important role" in seen.text("#status")
    assert "c=" in seen.page.url
    pick(seen, "States", "Day-to-day technical and operational matters").click()
    assert "as reported in OP-recalling-4" in seen.text("#panel")
    assert "is disputed" in seen.text("#panel .strength")


def test_names_of_rows_and_columns_tell_all_that_is_said(seen: Seen) -> None:
    """A click on a holder lists its topics; a link there leads to the cell."""
    seen.page.click("#matrix th.holder:has-text('Civil society')")
    assert seen.text("#panel-head") == "Civil society"
    seen.page.click("#panel .link:has-text('Technical standards')")
    assert seen.text("#panel-head") == "Civil society, on technical standards"
    seen.page.click("#matrix th.topic:has-text('Technical standards')")
    assert "States" in seen.text("#panel-body")


def test_filters_show_what_was_found_for_them(seen: Seen) -> None:
    """Texts, adopted only, readings and named outright change the cells, and the line of state says so."""
    before = seen.shown()
    seen.page.check("#adopted")
    adopted = seen.shown()
    assert adopted < before
    assert seen.page.locator("#matrix td.draft:visible").count() == 0
    seen.page.uncheck("#adopted")
    assert seen.shown() == before
    seen.page.select_option("#texts", label="Draft opinion (never adopted)")
    assert "differ" in seen.text("#status")
    seen.page.select_option("#texts", index=0)
    denied = seen.page.locator("#matrix td.b:visible").count()
    seen.page.uncheck("#reading-0")
    assert seen.page.locator("#matrix td.b:visible").count() < denied
    assert seen.page.locator("#matrix td.differs:visible").count() > 0
    assert "the words do not say that nobody else has any" in seen.text("#told-0")
    seen.page.check("#reading-0")
    seen.page.check("#outright")
    assert seen.shown() < before
    assert seen.page.locator("#matrix td.follows:visible").count() == 0


def test_the_search_finds_names_people_use_and_words_of_clauses(seen: Seen) -> None:
    """Everyday names and words of a clause narrow the matrix; nothing found is said; Escape clears."""
    everything = seen.shown()
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("NGOs")
    seen.page.wait_for_selector("#panel-head:has-text('NGOs')")
    names = seen.page.locator("#matrix th.holder:visible").all_text_contents()
    assert "Civil society" in names
    assert "States" not in names
    seen.page.fill("#query", "community level")
    seen.page.wait_for_selector("#panel:has-text('TA-35c')")
    assert 0 < seen.shown() < everything
    seen.page.fill("#query", "zebra")
    seen.page.wait_for_selector("#none:visible")
    seen.page.keyboard.press("Escape")
    assert seen.shown() == everything


def test_the_keyboard_alone_is_enough(seen: Seen) -> None:
    """The skip link leads to the grid, which is one stop for Tab; arrows, Home, End, Enter and Escape do the rest."""
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.className") == "skip"
    seen.page.keyboard.press("Enter")
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.closest('#matrix') !== null")
    assert seen.page.locator("#matrix [tabindex='0']").count() == 1
    seen.page.keyboard.press("Home")
    assert seen.page.evaluate("document.activeElement.getAttribute('role')") == "rowheader"
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("ArrowDown")
    at = seen.page.evaluate("document.activeElement.dataset.at")
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "panel-head"
    seen.page.keyboard.press("Escape")
    assert seen.page.evaluate("document.activeElement.dataset.at") == at
    assert seen.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    seen.page.keyboard.press("Control+End")
    seen.page.keyboard.press("Control+Home")
    assert seen.page.evaluate("document.activeElement.className") == "corner"


def test_the_drawing_tells_what_joins_a_holder(seen: Seen) -> None:
    """Tabs by arrow; a box lights its ribbons, lists its norms and is moved to by keys; filters take ribbons away."""
    seen.page.focus("#tab-matrix")
    seen.page.keyboard.press("ArrowRight")
    assert seen.page.is_visible("#view-drawing")
    assert not seen.page.is_visible("#view-matrix")
    box = seen.page.locator("[data-box]:has-text('civil society')").first
    box.click()
    assert box.get_attribute("aria-pressed") == "true"
    assert "TA-35c" in seen.text("#panel")
    assert seen.page.locator(".ribbon.lit").count() > 1
    seen.page.keyboard.press("ArrowRight")
    assert "topic" in seen.page.evaluate("document.activeElement.getAttribute('class')")
    ribbons = seen.page.locator("[data-ribbon]:not(.off)").count()
    seen.page.check("#adopted")
    assert seen.page.locator("[data-ribbon]:not(.off)").count() < ribbons
    seen.page.keyboard.press("Escape")
    assert seen.page.locator(".ribbon.lit").count() == 0


def test_a_view_can_be_kept_as_an_address(seen: Seen) -> None:
    """What was chosen comes back with the address; an address that means nothing is not heeded."""
    seen.page.check("#adopted")
    pick(seen, "States", "The Internet").click()
    where = seen.page.url
    seen.page.goto("about:blank")
    seen.page.goto(where)
    seen.page.wait_for_selector("html[data-ready]")
    assert seen.page.is_checked("#adopted")
    assert seen.text("#panel-head") == "States, on the Internet"
    seen.page.goto("about:blank")
    seen.page.goto(re.sub("#.*", "#t=99&a=x&r=-1&c=100000", where))
    seen.page.wait_for_selector("html[data-ready]")
    assert seen.text("#panel-head") == "Choose a cell"
    seen.asked[:] = [url for url in seen.asked if url != "about:blank"]


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 800), (360, 740)])
def test_the_page_never_scrolls_sideways(seen: Seen, width: int, height: int) -> None:
    """On a projector, a laptop and a phone the matrix scrolls in its frame and the page does not."""
    seen.page.set_viewport_size({"width": width, "height": height})
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    size = pick(seen, "States", "The Internet").bounding_box()
    assert min(size["width"], size["height"]) >= 24
    name = seen.page.locator("#matrix th.holder:has-text('Intergovernmental')")
    assert name.evaluate("one => one.scrollWidth <= one.clientWidth + 1")


def test_colours_follow_the_switch(seen: Seen) -> None:
    """Dark is dark whatever the system says, and Auto goes back to it."""
    paper = "getComputedStyle(document.body).backgroundColor"
    light = seen.page.evaluate(paper)
    seen.page.check("[name=theme][value=dark]")
    assert seen.page.evaluate(paper) != light
    seen.page.check("[name=theme][value=auto]")
    assert seen.page.evaluate(paper) == light
    seen.page.emulate_media(color_scheme="dark")
    assert seen.page.evaluate(paper) != light


@pytest.mark.skipif(not AXE, reason="browser: IGOV_AXE names no axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["explore", "brief", "scan", "graph"])
def test_no_fault_of_access_is_found(browser: Any, pages: dict[str, Path], name: str, scheme: str) -> None:
    """axe-core finds no fault of level A or AA on any page, in light and in dark, in any state that was reached."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page = context.new_page()
    if name == "graph":  # as a page of somebody's own would hold it
        drawing = pages[name].read_text("utf-8")
        page.set_content(f"<!doctype html><html lang=en><title>t</title><main><h1>t</h1>{drawing}</main></html>")
    else:
        page.goto(pages[name].as_uri())
    steps = {
        "explore": [
            "#matrix tbody tr:nth-child(6) td:nth-child(2)",
            "#reading-0",
            "#matrix tbody tr:nth-child(4) th",
            "#tab-drawing",
            "[data-box='3']",
        ]
    }.get(name, [])
    for step in ["", *steps]:
        if step:
            page.click(step)
        page.evaluate(Path(AXE).read_text("utf-8"))
        found = page.evaluate("levels => axe.run({runOnly: levels})", LEVELS)
        told = [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]
        assert told == [], step
    context.close()
