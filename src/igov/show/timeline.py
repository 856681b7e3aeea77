"""What a holder has had over the years, on a screen and as a drawing (SVG 1.1, no scripts, nothing loaded)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from igov.show.page import GAP, Page, Piece, Run, title
from igov.show.text import cells, clean, quoted


class Card(NamedTuple):
    """What one run of words gives: the words, their cite, what they give in few words, and what changed."""

    words: str
    cite: str
    gives: tuple[str, ...]
    change: str
    changed: str
    paraphrase: str = ""
    whose: str = ""
    note: str = ""


class Chapter(NamedTuple):
    """One instrument: its date, its name, what kind of text it is, and the cards."""

    date: str
    name: str
    kind: str
    draft: bool
    cards: tuple[Card, ...]


COLOURS = {
    "added": "#1a7f37",
    "strengthened": "#0550ae",
    "widened": "#0969da",
    "weakened": "#bc4c00",
    "narrowed": "#9a6700",
    "restated": "#6e7781",
}
SIGNS = {"added": "+", "strengthened": "↑", "widened": "↔", "weakened": "↓", "narrowed": "›", "restated": "="}
NOTHING = "Nothing in it names this holder or a class that it is in."

WIDTH, LEFT, EDGE = 960, 150, 20
SMALL, LARGE, LINE = 12, 15, 17
ROOM = 108
"""How many letters of usual width a line of a card holds, with room to spare."""


def timeline_page(head: str, chapters: Sequence[Chapter]) -> Page:
    """Return the screen: instrument by instrument, what is given, under which words, and what changed."""
    page: Page = [title(head)]
    for chapter in chapters:
        page += [GAP, Piece(((chapter.date, "cite"), "  ", (chapter.name, "strong")))]
        page.append(Piece(((chapter.kind, "warn" if chapter.draft else "dim"),), 2, 2))
        if not chapter.cards:
            page.append(Piece(((NOTHING, "dim"),), 4, 2))
        for card in chapter.cards:
            mark: tuple[Run, ...] = ((f" ({card.paraphrase})", "warn"),) if card.paraphrase else ()
            page.append(Piece(((_words(card), "quote"), *mark), 4, 1, right=card.cite))
            for line in (*card.gives, *([card.note] if card.note else [])):
                page.append(Piece(((line, "dim"),), 6, 2))
            page.append(Piece((f"{SIGNS[card.change]} ", card.changed), 6, 2))
    return page


def timeline_svg(head: str, chapters: Sequence[Chapter]) -> str:
    """Return the drawing: a line of time down the left, at every date an instrument with its cards.

    Text from rules stands in it as text; a reader that shows no colours tells the changes by their words.
    """
    body: list[str] = []
    top = 96
    first = top
    for chapter in chapters:
        drawn, below = _chapter(chapter, top)
        body += drawn
        top = below + 26
    height = top + 10
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    font = f'font-family="Helvetica, Arial, sans-serif" font-size="{SMALL}"'
    line = f'<line x1="{LEFT}" y1="{first}" x2="{LEFT}" y2="{height - 30}" stroke="#8c959f" stroke-width="2"/>'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" {font}>',
            f"<title>{_text(head)}</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            _line(EDGE, 40, head, size=22, weight="bold"),
            *_legend(),
            line,
            *body,
            "</svg>",
            "",
        ]
    )


def _legend() -> list[str]:
    drawn = []
    at = EDGE
    for change, colour in COLOURS.items():
        label = "new" if change == "added" else "as before" if change == "restated" else change
        drawn.append(f'<rect x="{at}" y="58" width="12" height="12" rx="2" fill="{colour}"/>')
        drawn.append(_line(at + 18, 68, label, fill="#57606a"))
        at += 44 + 7 * len(label)
    return drawn


def _chapter(chapter: Chapter, top: int) -> tuple[list[str], int]:
    """Draw an instrument from `top` down; return the drawing and where it ends."""
    colour = "#bc4c00" if chapter.draft else "#24292f"
    inside = "#ffffff" if chapter.draft else colour
    drawn = [
        f'<circle cx="{LEFT}" cy="{top}" r="6" fill="{inside}" stroke="{colour}" stroke-width="2"/>',
        _line(LEFT - 18, top + 5, chapter.date, size=14, weight="bold", anchor="end", fill=colour),
        _line(LEFT + 18, top + 5, chapter.name, size=LARGE, weight="bold", fill=colour),
    ]
    at = top + 8
    for text in _wrapped(chapter.kind, ROOM):
        at += LINE
        drawn.append(_line(LEFT + 18, at, text, fill=colour if chapter.draft else "#57606a"))
    at += 10
    if not chapter.cards:
        at += LINE
        drawn.append(_line(LEFT + 18, at, NOTHING, fill="#57606a", style="italic"))
        return drawn, at
    for card in chapter.cards:
        more, at = _card(card, at, dashed=chapter.draft)
        drawn += more
        at += 10
    return drawn, at


def _card(card: Card, top: int, *, dashed: bool) -> tuple[list[str], int]:
    """Draw a card from `top` down; return the drawing and where it ends."""
    left, width = LEFT + 18, WIDTH - LEFT - 18 - EDGE
    colour = COLOURS[card.change]
    lines: list[tuple[str, str, str]] = []
    head = f"{card.cite}  {card.whose}".strip()
    lines += [(text, "#24292f", "bold") for text in _wrapped(head, ROOM)]
    style = "italic" if card.paraphrase else ""
    lines += [(text, "#24292f", style) for text in _wrapped(_words(card), ROOM)]
    for given in card.gives:
        lines += [(text, "#57606a", "") for text in _wrapped(given, ROOM)]
    lines += [(text, "#57606a", "") for text in _wrapped(card.note, ROOM)]
    lines += [(text, colour, "bold") for text in _wrapped(f"{SIGNS[card.change]} {card.changed}", ROOM)]
    if card.paraphrase:
        lines.append((card.paraphrase, "#bc4c00", ""))
    height = LINE * len(lines) + 14
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    drawn = [
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="4" fill="#f6f8fa" stroke="#d0d7de"{dash}/>',
        f'<rect x="{left}" y="{top}" width="5" height="{height}" rx="2" fill="{colour}"/>',
    ]
    at = top + 4
    for text, fill, look in lines:
        at += LINE
        drawn.append(
            _line(
                left + 16,
                at,
                text,
                fill=fill,
                weight="bold" if look == "bold" else "",
                style="italic" if look == "italic" else "",
            )
        )
    return drawn, top + height


def _words(card: Card) -> str:
    """Return the words between quotation marks, unless they are ours."""
    return card.words if card.paraphrase else quoted(card.words)


def _wrapped(text: str, room: int) -> list[str]:
    """Return a text in lines of so many columns; wide letters take two."""
    shown = clean(text)
    if not shown:
        return []
    wide = cells(shown) / max(1, len(shown))
    return textwrap.wrap(shown, max(8, int(room / max(1.0, wide))))


def _line(
    x: int,
    y: int,
    text: str,
    *,
    size: int = SMALL,
    weight: str = "",
    style: str = "",
    anchor: str = "",
    fill: str = "#24292f",
) -> str:
    looks: Iterable[tuple[str, str]] = (
        ("font-size", str(size) if size != SMALL else ""),
        ("font-weight", weight),
        ("font-style", style),
        ("text-anchor", anchor),
        ("fill", fill),
    )
    told = "".join(f' {name}="{value}"' for name, value in looks if value)
    return f'<text x="{x}" y="{y}"{told}>{_text(text)}</text>'


def _text(text: str) -> str:
    return escape("".join(letter for letter in clean(text) if letter.isprintable()))
