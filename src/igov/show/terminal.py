"""What a page is written on: a console wide or narrow, with colour or without, with few letters or many."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TextIO

import click

from igov.show.page import Page, Piece, Row, draw
from igov.show.text import clean, fit


def in_colour(stream: TextIO) -> bool:
    """Say whether colour is wanted there: on a console only, and never where NO_COLOR is set."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def width() -> int:
    """Return the columns of the console, as COLUMNS says or as it is; eighty where there is none."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said[:9]):
        return int(said[:9])
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or 80
    except (OSError, ValueError, AttributeError):
        return 80


def write(text: str) -> None:
    """Write text on standard output, in letters that it can take."""
    click.echo(fit(text, sys.stdout.encoding), nl=False, color=in_colour(sys.stdout))


def write_page(page: Iterable[Piece | Row]) -> None:
    """Lay a page out and write it on standard output."""
    write(draw(page, width(), colour=in_colour(sys.stdout)))


def write_json(answer: Mapping[str, object]) -> None:
    """Write one object on one line of standard output; where the console lacks the letters they are escaped."""
    import json  # noqa: PLC0415  most answers are pages

    text = json_line(answer)
    if fit(text, sys.stdout.encoding) != text:
        text = json.dumps(answer, ensure_ascii=True)
    click.echo(text, color=False)


def json_line(answer: Mapping[str, object]) -> str:
    """Return the object as one line of JSON; lone surrogates, which no reader takes, become replacement marks."""
    import json  # noqa: PLC0415  most answers are pages

    text = json.dumps(answer, ensure_ascii=False)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text


def message(text: str, *, kind: str = "error", helps: Iterable[str] = ()) -> None:
    """Write one message on standard error: what is wrong, and what to do."""
    style = "bad" if kind == "error" else "warn"
    page: Page = [Piece(((f"{kind}: ", style), clean(text)), hang=2)]
    page.extend(Piece((("help: ", "strong"), clean(line)), indent=2, hang=6) for line in helps)
    drawn = draw(page, width(), colour=in_colour(sys.stderr))
    click.echo(fit(drawn, sys.stderr.encoding), nl=False, err=True, color=in_colour(sys.stderr))
