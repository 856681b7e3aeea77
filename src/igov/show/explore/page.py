"""The page to explore as one file: its own style and script, nothing loaded, nothing that acts but that script."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from importlib.resources import files

from igov.show.explore.content import Content
from igov.show.ribbons import WIDTH, described, key, marks
from igov.show.text import clean

HEAD = "Who holds which role in Internet governance"

_BODY = """
<a class="skip" href="#matrix">Skip to the matrix</a>
<header>
<div><h1>{head}</h1><p class="sub" id="sub"></p></div>
<fieldset class="theme"><legend class="unseen">Colours</legend>
<label><input type="radio" name="theme" value="auto" checked><span>Auto</span></label>
<label><input type="radio" name="theme" value="light"><span>Light</span></label>
<label><input type="radio" name="theme" value="dark"><span>Dark</span></label>
</fieldset>
</header>
<noscript><p class="plain">This page looks its answers up with a script, and scripts are switched off here. The same
answers: igov roles, igov who, igov graph.</p></noscript>
<form class="filters" role="search" aria-label="What is shown">
<div class="field"><label for="query">Search</label>
<input id="query" type="search" placeholder="NGOs, standards, 35c …" autocomplete="off" spellcheck="false"></div>
<div class="field"><label for="texts">Texts</label><select id="texts"></select></div>
<div class="checks">
<label><input type="checkbox" id="adopted"> <span>Adopted texts only</span></label>
<label><input type="checkbox" id="outright"> <span>Named outright only</span></label>
</div>
<fieldset class="readings" id="readings"><legend>Readings</legend></fieldset>
</form>
<p id="status" role="status" aria-live="polite"></p>
<main>
<div class="views">
<div class="tabs" role="tablist" aria-label="Views">
<button type="button" role="tab" id="tab-matrix" aria-controls="view-matrix" aria-selected="true">Matrix</button>
<button type="button" role="tab" id="tab-drawing" aria-controls="view-drawing" aria-selected="false" tabindex="-1">
Drawing</button>
</div>
<section id="view-matrix" role="tabpanel" aria-labelledby="tab-matrix">
<div class="scroll" id="frame"><table id="matrix" role="grid" aria-label="Holders by topics" aria-describedby="keys"
 tabindex="-1"></table></div>
<p class="none" id="none" hidden>Nothing matches. Clear the search, or choose other texts.</p>
<div class="legend" id="legend"></div>
<p class="keys" id="keys">Keys: arrows move, Home and End go to the ends of a row, Enter opens a cell, Escape comes
back, / searches.</p>
</section>
<section id="view-drawing" role="tabpanel" aria-labelledby="tab-drawing" hidden>
<div class="scroll" id="canvas"><svg viewBox="0 0 {width} {height}" role="group" aria-label="{told}">
{key}
{marks}
</svg></div>
<p class="keys">Keys: up and down move along a column, left and right change it, Enter shows what joins it, Escape
clears.</p>
</section>
</div>
<aside id="panel" aria-labelledby="panel-head"><h2 id="panel-head" tabindex="-1">Choose a cell</h2>
<div id="panel-body"></div></aside>
</main>
<footer><h2>The texts</h2><ul id="sources"></ul>
<p>Every answer on this page was found by igov from these texts and nothing else, before the page was written.</p>
</footer>
"""


def page(content: Content) -> str:
    """Return the page: HTML with its data, its style and its script inside."""
    folder = files("igov") / "show" / "explore"
    style, script = ((folder / name).read_text("utf-8").strip() for name in ("page.css", "page.js"))
    body = _BODY.format(
        head=escape(HEAD),
        width=WIDTH,
        height=round(content.drawing.height),
        told=escape(clean(described(content.drawing).split(".")[0])),
        key="\n".join(key()),
        marks="\n".join(marks(content.drawing, names=True)),
    )
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(HEAD)}</title>\n<style>{style}</style>\n</head>\n<body>"
        f'{body}<script type="application/json" id="content">{embedded(content.value)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def embedded(value: object) -> str:
    """Return a value as JSON that ends no element and begins none, whatever stands in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
