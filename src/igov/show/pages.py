"""Whole documents from a page's pieces: Markdown, and HTML that prints on A4. Text is escaped in both."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from igov.show.page import Piece, Row
from igov.show.text import clean

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")

_SHEETS = """
@page { size: A4; margin: 12mm 16mm; }
.sheet + .sheet { margin-top: 3em; border-top: 1px solid; padding-top: 1em; }
@media print {
  .sheet { font-size: 9pt; line-height: 1.3; } .sheet h1 { font-size: 1.5em; } .sheet h2 { margin: .8em 0 .2em; }
  .sheet + .sheet { break-before: page; margin: 0; border: 0; padding: 0; }
}
"""
"""What several sheets need beside: each begins a sheet of paper, and a full one still fits it."""

_STYLE = """
@page { size: A4; margin: 16mm 18mm; }
:root { color-scheme: light dark; }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.7em; margin: 0 0 .4em; } h2 { font-size: 1.1em; margin: 1.2em 0 .3em; break-after: avoid; }
p { margin: .2em 0; break-inside: avoid; } .cite { float: right; margin-left: 1em; font-size: .85em; }
.dim { opacity: .75; font-size: .93em; } .quote { font-style: italic; }
.good, .bad, .warn, .strong { font-weight: bold; } ul { padding-left: 1.2em; margin: 0; }
@media print { body { font-size: 9.5pt; margin: 0; max-width: none; padding: 0; } }
"""


def markdown(page: Iterable[Piece | Row], head: str) -> str:
    """Return a page as Markdown under a head line; bold pieces at the margin are headings."""
    lines = [f"# {_escaped(clean(head))}", ""]
    for piece in page:
        text, style = _content(piece)
        if not text:
            lines.append("")
        elif style == "strong" and not piece.indent:
            lines += [f"## {_escaped(text)}", ""]
        else:
            cite = f" ({_escaped(clean(piece.right))})" if isinstance(piece, Piece) and piece.right else ""
            lines.append(f"{'  ' * max(0, piece.indent // 2 - 1)}- {_escaped(text)}{cite}")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def printable(page: Iterable[Piece | Row], head: str) -> str:
    """Return a page as one self-contained HTML file that prints on A4, without scripts and without addresses."""
    return sheets_printable([(head, page)], head)


def sheets_markdown(sheets: Iterable[tuple[str, Iterable[Piece | Row]]]) -> str:
    """Return several pages as one Markdown text, each under its head line, with a rule between them."""
    return "\n---\n\n".join(markdown(page, head) for head, page in sheets)


def sheets_printable(sheets: Iterable[tuple[str, Iterable[Piece | Row]]], name: str) -> str:
    """Return several pages as one HTML file: each begins a sheet of paper of its own."""
    every = list(sheets)
    style = _STYLE + (_SHEETS if len(every) > 1 else "")
    body = "\n".join(
        f'<section class="sheet">\n<h1>{html.escape(clean(head))}</h1>\n{_paragraphs(page)}\n</section>'
        for head, page in every
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(clean(name))}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def _paragraphs(page: Iterable[Piece | Row]) -> str:
    body = []
    for piece in page:
        text, style = _content(piece)
        if not text:
            continue
        if style == "strong" and not piece.indent:
            body.append(f"<h2>{html.escape(text)}</h2>")
            continue
        cite = piece.right if isinstance(piece, Piece) else ""
        right = f'<span class="cite">{html.escape(clean(cite))}</span>' if cite else ""
        body.append(f'<p style="margin-left:{piece.indent * 0.5}em">{right}{_runs(piece)}</p>')
    return "\n".join(body)


def _columns(piece: Piece | Row) -> list[tuple[str, str]]:
    texts = piece.columns if isinstance(piece, Row) else (piece.text,)
    runs: list[tuple[str, str]] = []
    for text in texts:
        pieces = (text,) if isinstance(text, str) else text
        runs += [(run, "") if isinstance(run, str) else run for run in pieces]
        runs.append((" ", ""))
    return runs


def _content(piece: Piece | Row) -> tuple[str, str]:
    runs = _columns(piece)
    return clean("".join(text for text, _ in runs)).strip(), runs[0][1]


def _runs(piece: Piece | Row) -> str:
    return "".join(
        f'<span class="{style}">{html.escape(clean(text))}</span>' if style else html.escape(clean(text))
        for text, style in _columns(piece)
    ).strip()


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
