"""The role graph as two columns joined by ribbons: holders on the left, topics on the right, nothing in between.

A holder stands indented under a class that it is in, so no line is drawn among holders. A ribbon leaves the right edge
of a holder and reaches the left edge of a topic; between the two edges nothing else stands, and a ribbon never leaves
that space, so none runs through a holder that it does not concern. Its height is the number of norms it stands for.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from igov.show.graphs import Edge, Node
from igov.show.text import clean

WIDTH = 1120
LEFT, RIGHT = 330, 790
"""Where the ribbons leave the holders and where they reach the topics."""
TOP, LINE, GAP, THICK, INDENT = 64, 15, 6, 4, 14
LETTERS = {"holder": 40, "topic": 42}
"""How many letters of usual width a line of a label holds."""


class Box(NamedTuple):
    """A holder or a topic: where it stands, and its label in lines."""

    node: str
    kind: str
    label: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


class Ribbon(NamedTuple):
    """All norms from one holder to one topic that say the same kind of thing: where it begins and ends."""

    source: str
    target: str
    kind: str
    draft: bool
    edges: tuple[Edge, ...]
    y0: float
    y1: float
    thick: float

    def middle(self, share: float) -> tuple[float, float]:
        """Return the point of its middle line at a share of its way, from 0 to 1."""
        one, half = 1 - share, (LEFT + RIGHT) / 2
        a, b, c, d = one**3, 3 * one * one * share, 3 * one * share * share, share**3
        x = a * LEFT + (b + c) * half + d * RIGHT
        return x, (a + b) * (self.y0 + self.thick / 2) + (c + d) * (self.y1 + self.thick / 2)

    @property
    def outline(self) -> str:
        """Return the path around it."""
        half = (LEFT + RIGHT) // 2
        up, down = self.y0 + self.thick, self.y1 + self.thick
        return (
            f"M{LEFT} {_n(self.y0)}C{half} {_n(self.y0)} {half} {_n(self.y1)} {RIGHT} {_n(self.y1)}"
            f"V{_n(down)}C{half} {_n(down)} {half} {_n(up)} {LEFT} {_n(up)}Z"
        )


class Drawing(NamedTuple):
    """Everything that is drawn, with its size."""

    boxes: tuple[Box, ...]
    ribbons: tuple[Ribbon, ...]
    height: float


def laid_out(nodes: Sequence[Node], edges: Iterable[Edge]) -> Drawing:
    """Return the drawing of a graph: every node once, in two columns, and the ribbons between them."""
    every = list(edges)
    bundles: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in every:
        if edge.kind != "among":
            bundles.setdefault((edge.source, edge.target, edge.kind), []).append(edge)
    weight: dict[str, int] = {}
    for (source, target, _), members in bundles.items():
        for name in (source, target):
            weight[name] = weight.get(name, 0) + len(members)
    by_id = {node.id: node for node in nodes}
    holders = _indented([node for node in nodes if node.kind == "holder"], every, weight)
    place = {name: at for at, (name, _) in enumerate(holders)}
    topics = sorted((node.id for node in nodes if node.kind != "holder"), key=lambda name: _pull(name, bundles, place))
    left = [(_size(by_id[name], depth, weight), name, depth) for name, depth in holders]
    right = [(_size(by_id[name], 0, weight), name, 0) for name in topics]
    room = max(_room(left), _room(right))
    boxes = {box.node: box for column in (left, right) for box in _column(column, by_id, room)}
    return Drawing(tuple(boxes.values()), tuple(_ribbons(bundles, boxes)), TOP + room + 16)


def _indented(holders: Sequence[Node], edges: Iterable[Edge], weight: dict[str, int]) -> list[tuple[str, int]]:
    """Return holders with their depth, each under the first class it is in; classes that hold nothing fall away."""
    named = {node.id for node in holders}
    above: dict[str, str] = {}
    for edge in edges:
        if edge.kind == "among" and {edge.source, edge.target} <= named:
            above.setdefault(edge.source, edge.target)
    found: dict[str, int] = {}
    below: dict[str | None, list[str]] = {}
    for node in holders:
        below.setdefault(above.get(node.id), []).append(node.id)

    def visit(name: str, depth: int) -> None:
        if name in found:
            return
        shown = bool(weight.get(name))
        if shown:
            found[name] = depth
        for one in below.get(name, ()):
            visit(one, depth + shown)

    for name in below.get(None, ()):
        visit(name, 0)
    for node in holders:  # those among one another in a circle
        if weight.get(node.id):
            found.setdefault(node.id, 0)
    return list(found.items())


def _pull(name: str, bundles: dict[tuple[str, str, str], list[Edge]], place: dict[str, int]) -> tuple[float, str]:
    """Return where a topic is drawn to: the mean place of the holders that it is joined to."""
    at = [place[source] for (source, target, _), members in bundles.items() if target == name for _ in members]
    return (sum(at) / len(at) if at else len(place), name)


def _label(node: Node, depth: int) -> tuple[str, ...]:
    shown = "".join(letter for letter in clean(node.label) if letter.isprintable())
    room = LETTERS["holder" if node.kind == "holder" else "topic"] - 2 * min(depth, 6)
    return tuple(textwrap.wrap(shown, room)) or ("",)


def _size(node: Node, depth: int, weight: dict[str, int]) -> float:
    return max(LINE * len(_label(node, depth)) + 5, THICK * weight.get(node.id, 0) + 6)


def _room(column: Sequence[tuple[float, str, int]]) -> float:
    return sum(size for size, _, _ in column) + GAP * max(0, len(column) - 1)


def _column(column: Sequence[tuple[float, str, int]], by_id: dict[str, Node], room: float) -> Iterable[Box]:
    """Give the boxes of a column from the top down, spread over the room there is."""
    gap = GAP + (room - _room(column)) / max(1, len(column) - 1)
    at = float(TOP)
    for size, name, depth in column:
        node = by_id[name]
        label = "".join(letter for letter in clean(node.label) if letter.isprintable())
        if node.kind == "holder":
            x = 10.0 + INDENT * min(depth, 6)
            yield Box(name, "holder", label, x, at, LEFT - x, size, _label(node, depth))
        else:
            yield Box(name, "topic", label, RIGHT, at, WIDTH - 10 - RIGHT, size, _label(node, 0))
        at += size + gap


def _ribbons(bundles: dict[tuple[str, str, str], list[Edge]], boxes: dict[str, Box]) -> Iterable[Ribbon]:
    """Give the ribbons, each at its own place on the edges of the two boxes that it joins."""

    def starts(name: str, mine: int, other: int) -> dict[tuple[str, str, str], float]:
        keys = sorted((key for key in bundles if key[mine] == name), key=lambda k: (boxes[k[other]].y, k))
        whole = sum(THICK * len(bundles[key]) for key in keys)
        at = boxes[name].y + (boxes[name].height - whole) / 2
        found = {}
        for key in keys:
            found[key] = at
            at += THICK * len(bundles[key])
        return found

    first: dict[tuple[str, str, str], float] = {}
    last: dict[tuple[str, str, str], float] = {}
    for name, box in boxes.items():
        (first if box.kind == "holder" else last).update(starts(name, *((0, 1) if box.kind == "holder" else (1, 0))))
    for key, members in bundles.items():
        source, target, kind = key
        draft = all(edge.draft for edge in members)
        yield Ribbon(source, target, kind, draft, tuple(members), first[key], last[key], THICK * len(members))


def told(drawing: Drawing, ribbon: Ribbon) -> str:
    """Return what a ribbon says: from whom, over what, which positions by which provisions."""
    label = {box.node: box.label for box in drawing.boxes}
    said = dict.fromkeys(f"{'not ' if e.kind == 'denied' else ''}{e.label} ({e.cite})" for e in ribbon.edges)
    draft = "; by a draft alone" if ribbon.draft else ""
    return _text(f"{label[ribbon.source]}, {label[ribbon.target]}: {'; '.join(said)}{draft}")


def marks(drawing: Drawing, *, names: bool = False) -> list[str]:
    """Return the drawing as elements of SVG, ribbons below boxes; `names` numbers them for a page."""
    drawn = ['<g class="ribbons">']
    for at, ribbon in enumerate(drawing.ribbons):
        look = "denied" if ribbon.kind == "denied" else "draft" if ribbon.draft else "holds"
        named = f' data-ribbon="{at}"' if names else ""
        drawn.append(f'<g class="ribbon {look}"{named}><title>{told(drawing, ribbon)}</title>')
        drawn.append(f'<path d="{ribbon.outline}"/>')
        if ribbon.kind == "denied":
            drawn += [_cross(*ribbon.middle(share)) for share in (0.08, 0.92)]
        drawn.append("</g>")
    drawn.append("</g>")
    drawn.append('<g class="boxes">')
    for at, box in enumerate(drawing.boxes):
        named = f' data-box="{at}" role="button" tabindex="-1" aria-pressed="false"' if names else ""
        aria = f" aria-label={quoteattr(f'{box.kind}: {box.label}')}" if names else ""
        drawn.append(f'<g class="box {box.kind}"{named}{aria}>')
        drawn.append(
            f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" rx="3"/>'
        )
        y = box.y + box.height / 2 - LINE * len(box.lines) / 2 + 11
        for line in box.lines:
            drawn.append(f'<text x="{_n(box.x + 8)}" y="{_n(y)}">{_text(line)}</text>')
            y += LINE
        drawn.append("</g>")
    drawn.append("</g>")
    return drawn


STYLE = """
svg { --paper: #ffffff; --ink: #1d1d1b; --soft: #5b5b57; --line: #c9c7bf; --box: #f4f2ec; --holds: #2f6f9f;
  --draft: #a15c00; --denied: #b3261e; }
@media (prefers-color-scheme: dark) { svg { --paper: #191a1c; --ink: #e9e7e2; --soft: #b5b2aa; --line: #4a4b4f;
  --box: #26282b; --holds: #7db7e0; --draft: #e0ae55; --denied: #f28b82; } }
text { font: 12px Helvetica, Arial, sans-serif; fill: var(--ink); }
.head { font-size: 20px; font-weight: bold; } .key { fill: var(--soft); }
.paper { fill: var(--paper); } .box rect { fill: var(--box); stroke: var(--line); }
.ribbon path { fill: var(--holds); fill-opacity: .34; stroke: var(--holds); stroke-opacity: .55; stroke-width: .6; }
.draft path { fill: var(--draft); fill-opacity: .16; stroke: var(--draft); stroke-opacity: 1; stroke-width: 1;
  stroke-dasharray: 5 3; }
.denied path { fill: var(--denied); fill-opacity: .3; stroke: var(--denied); }
.denied .cross { fill: none; stroke: var(--denied); stroke-width: 2; stroke-opacity: 1; stroke-dasharray: none; }
.ribbon:hover path { fill-opacity: .8; }
"""


def svg(nodes: Sequence[Node], edges: Iterable[Edge]) -> str:
    """Return the role graph as a drawing that stands alone: SVG with a title and a description, nothing loaded."""
    drawing = laid_out(nodes, edges)
    size = f'viewBox="0 0 {WIDTH} {_n(drawing.height)}" width="{WIDTH}" height="{_n(drawing.height)}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title text">',
            '<title id="title">Who holds what in Internet governance</title>',
            f'<desc id="text">{_text(described(drawing))}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{_n(drawing.height)}"/>',
            '<text class="head" x="10" y="28">Who holds what</text>',
            *key(),
            *marks(drawing),
            "</svg>",
            "",
        ]
    )


def key() -> list[str]:
    """Return what the looks of the ribbons mean."""
    drawn = []
    for at, (look, name) in enumerate(
        (("holds", "an adopted text gives it"), ("draft", "a draft alone gives it"), ("denied", "it is denied"))
    ):
        x = LEFT + 190 * at
        cross = [_cross(x + 15, 23)] if look == "denied" else []
        drawn += [f'<g class="ribbon {look}"><path d="M{x} 18h30v10h-30z"/>', *cross, "</g>"]
        drawn.append(f'<text class="key" x="{x + 38}" y="27">{name}</text>')
    drawn.append('<text class="key" x="10" y="52">Holders, indented under a class they are in</text>')
    drawn.append(f'<text class="key" x="{RIGHT}" y="52">Over what</text>')
    return drawn


def described(drawing: Drawing) -> str:
    """Return in words what is drawn: every holder, and over what it holds or is denied something."""
    by_holder: dict[str, list[str]] = {}
    label = {box.node: box.label for box in drawing.boxes}
    for ribbon in drawing.ribbons:
        mark = " (denied)" if ribbon.kind == "denied" else " (draft)" if ribbon.draft else ""
        by_holder.setdefault(label[ribbon.source], []).append(f"{label[ribbon.target]}{mark}")
    holders = sum(box.kind == "holder" for box in drawing.boxes)
    head = f"{holders} holders on the left and {len(drawing.boxes) - holders} topics on the right, joined by ribbons."
    return " ".join([head, *(f"{name}: {', '.join(topics)}." for name, topics in by_holder.items())])


def _cross(x: float, y: float) -> str:
    return f'<path class="cross" d="M{_n(x - 4)} {_n(y - 4)}l8 8m0 -8l-8 8"/>'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return escape("".join(letter for letter in clean(text) if letter.isprintable()))
