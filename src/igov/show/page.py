"""The pieces every screen is made of, and how they are laid out on a console of any width.

A page is a sequence of pieces. A piece is a paragraph that wraps, or a row of columns that wrap side by side. Text in
a piece is a run or several: a plain string, or a pair of a string and the name of a style. Laying out cleans every run,
so that nothing from a file or a sentence can act on the console.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from igov.show.text import cells, clean

Run = str | tuple[str, str]
Text = str | tuple[Run, ...]

STYLES = {
    "title": "1",
    "strong": "1",
    "dim": "2",
    "cite": "36",
    "quote": "3",
    "good": "1;32",
    "bad": "1;31",
    "warn": "1;33",
    "axis": "2",
}
"""The styles and what they are in a console's own numbers; without colour they are nothing."""

WIDEST = 100
"""Lines longer than this are hard to read, however wide the console."""

NARROWEST = 40


class Piece(NamedTuple):
    """A paragraph: its text, its indent, the further indent of its later lines, and what stands at its right end."""

    text: Text
    indent: int = 0
    hang: int = 0
    right: str = ""


class Row(NamedTuple):
    """Columns side by side: the first takes `first` cells, the others share the rest evenly."""

    columns: tuple[Text, ...]
    indent: int = 0
    first: int = 12


Page = list[Piece | Row]

GAP = Piece("")


def title(text: Text, right: str = "") -> Piece:
    """Return the head line of a screen."""
    return Piece(tuple((run, "title") if isinstance(run, str) else run for run in _runs(text)), right=right)


def heading(text: str) -> Piece:
    """Return the head line of a section."""
    return Piece(((text, "strong"),))


def draw(page: Iterable[Piece | Row], width: int, *, colour: bool = False) -> str:
    """Lay the pieces out in that many columns; the text ends with a new line."""
    room = max(NARROWEST, min(width, WIDEST))
    lines: list[str] = []
    for piece in page:
        lines.extend(_row(piece, room, colour) if isinstance(piece, Row) else _paragraph(piece, room, colour))
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _runs(text: Text) -> Sequence[Run]:
    return (text,) if isinstance(text, str) else text


def _words(text: Text) -> list[list[tuple[str, str]]]:
    """Return the words of a text; a word is made of letters in one style or several."""
    words: list[list[tuple[str, str]]] = []
    open_word = False
    for run in _runs(text):
        letters, style = (run, "") if isinstance(run, str) else run
        cleaned = clean(letters)
        for number, chunk in enumerate(cleaned.split(" ")):
            if number:
                open_word = False
            if not chunk:
                continue
            if open_word:
                words[-1].append((chunk, style))
            else:
                words.append([(chunk, style)])
            open_word = True
    return words


def _lines(text: Text, room: int, later: int) -> list[list[list[tuple[str, str]]]]:
    """Return the words line by line, the first line `room` wide and the others `later`."""
    lines: list[list[list[tuple[str, str]]]] = [[]]
    used = 0
    for word in _words(text):
        for part in _cut(word, max(later, 1)):
            size = sum(cells(letters) for letters, _ in part)
            limit = room if len(lines) == 1 else later
            if lines[-1] and used + 1 + size > limit:
                lines.append([])
                used = 0
            used += size + (1 if lines[-1] else 0)
            lines[-1].append(part)
    return lines


def _cut(word: list[tuple[str, str]], room: int) -> list[list[tuple[str, str]]]:
    """Return the word in pieces none of which is wider than the room."""
    if sum(cells(letters) for letters, _ in word) <= room:
        return [word]
    pieces: list[list[tuple[str, str]]] = [[]]
    used = 0
    for letters, style in word:
        held = ""
        for letter in letters:
            size = cells(letter)
            if used + size > room:
                if held:
                    pieces[-1].append((held, style))
                held, used = "", 0
                pieces.append([])
            held += letter
            used += size
        if held:
            pieces[-1].append((held, style))
    return [piece for piece in pieces if piece]


def _ink(line: list[list[tuple[str, str]]], colour: bool) -> str:
    if not colour:
        return " ".join("".join(letters for letters, _ in word) for word in line)
    drawn: list[str] = []
    style_before = ""
    for number, word in enumerate(line):
        for place, (letters, style) in enumerate(word):
            space = " " if number and not place else ""
            if style == style_before:
                drawn.append(space + letters)
                continue
            ends = "\x1b[0m" if style_before else ""
            begins = f"\x1b[{STYLES[style]}m" if style else ""
            drawn.append(ends + space + begins + letters)
            style_before = style
    return "".join(drawn) + ("\x1b[0m" if style_before else "")


def _size(line: list[list[tuple[str, str]]]) -> int:
    return sum(cells(letters) for word in line for letters, _ in word) + max(0, len(line) - 1)


def _paragraph(piece: Piece, width: int, colour: bool) -> list[str]:
    first, later = width - piece.indent, width - piece.indent - piece.hang
    lines = _lines(piece.text, first, later)
    drawn = [
        (" " * (piece.indent + (piece.hang if number else 0)) + _ink(line, colour)) if line else ""
        for number, line in enumerate(lines)
    ]
    if piece.right:
        right = clean(piece.right)
        used = piece.indent + (piece.hang if len(lines) > 1 else 0) + _size(lines[-1])
        ink = _ink([[(right, "cite")]], colour)
        if used + 2 + cells(right) <= width:
            drawn[-1] += " " * (width - used - cells(right)) + ink
        else:
            drawn.append(" " * max(0, width - cells(right)) + ink)
    return drawn


def _row(row: Row, width: int, colour: bool) -> list[str]:
    count = max(1, len(row.columns) - 1)
    each = max(8, (width - row.indent - row.first - 2 * (count - 1)) // count)
    rooms = [row.first - 1, *([each] * count)]
    columns = [_lines(text, room, room) for text, room in zip(row.columns, rooms, strict=False)]
    drawn: list[str] = []
    for number in range(max(map(len, columns))):
        text = " " * row.indent
        for place, (column, room) in enumerate(zip(columns, rooms, strict=False)):
            line = column[number] if number < len(column) else []
            text += _ink(line, colour)
            if place < len(columns) - 1:
                text += " " * (room + (2 if place else 1) - _size(line))
        drawn.append(text.rstrip())
    return drawn
