"""Faults drawn under the lines they are about; the one place where a diagnostic becomes text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from igov.show.text import cells, clean, fit
from igov.terms.place import Diagnostic, Report, Span

Sources = Callable[[str], str | None]
"""Gives the text of a file by its name, or None."""

ROOM = 100
"""How many columns of a source line are shown at most."""

_TAB = "    "
_BOLD, _BAD, _BLUE, _PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;34m", "\x1b[0m"


def draw(diagnostics: Iterable[Diagnostic], sources: Sources, *, colour: bool = False) -> str:
    """Return the faults as text, each under its code and title, with the line it is about and carets under the place.

    Nothing of a file or a title acts on a console: control characters are told in plain letters. Wide characters and
    tabs are measured, so that carets stand where they belong. Lines end in a line feed; there is none at the end.
    """
    lines: dict[str, list[str] | None] = {}

    def line_of(span: Span) -> str | None:
        if span.file not in lines:
            text = sources(span.file)
            lines[span.file] = None if text is None else text.split("\n")
        known = lines[span.file]
        return known[span.line - 1] if known is not None and 0 < span.line <= len(known) else None

    return "\n\n".join("\n".join(_one(diagnostic, line_of, colour)) for diagnostic in diagnostics)


def write_report(report: Report, sources: Sources | None = None) -> None:
    """Write the faults on standard error, with their number at the end."""
    from igov.show.terminal import in_colour  # noqa: PLC0415  a console is needed only here

    drawn = draw(report.diagnostics, sources or _from_disk, colour=in_colour(sys.stderr))
    where = "record" if all(fault.code.startswith("IG7") for fault in report.diagnostics) else "rules"
    text = f"{drawn}\n\n{counted(len(report.diagnostics), 'fault')} in the {where}\n"
    sys.stderr.write(fit(text, sys.stderr.encoding))


def fault_object(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a fault as an object with stable keys."""
    return {
        "code": diagnostic.code,
        "title": diagnostic.title,
        "place": _place_object(diagnostic.span),
        "label": diagnostic.label,
        "others": [{"place": _place_object(other.span), "label": other.text} for other in diagnostic.others],
        "note": diagnostic.note,
        "help": diagnostic.help,
    }


def _place_object(span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    return {"file": span.file, "line": span.line, "column": span.column, "length": span.length}


def counted(number: int, word: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _from_disk(name: str) -> str | None:
    try:
        text = Path(name).read_text(encoding="utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _one(diagnostic: Diagnostic, line_of: Callable[[Span], str | None], colour: bool) -> list[str]:
    def ink(style: str, text: str) -> str:
        return f"{style}{text}{_PLAIN}" if colour else text

    drawn = [ink(_BAD, f"error {clean(diagnostic.code)}") + ink(_BOLD, f": {clean(diagnostic.title)}")]
    if diagnostic.span is not None:
        places = [
            (diagnostic.span, diagnostic.label, "^"),
            *((other.span, other.text, "-") for other in diagnostic.others),
        ]
        gutter = max(len(str(span.line)) for span, _, _ in places) + 1
        for span, label, mark in places:
            drawn.append(f"  {'' if mark == '^' else 'also '}{clean(str(span))}")
            line = line_of(span)
            if line is None:
                if label:
                    drawn.append(f"  {' ' * gutter} {clean(label)}")
                continue
            shown, before, width = _window(line, span)
            drawn.append(ink(_BLUE, f"  {span.line:>{gutter}} |") + (f" {shown}" if shown else ""))
            marks = ink(_BAD if mark == "^" else _BLUE, mark * width)
            drawn.append(ink(_BLUE, f"  {'':>{gutter}} |") + f" {' ' * before}{marks} {clean(label)}".rstrip())
    for word, text in (("note", diagnostic.note), ("help", diagnostic.help)):
        if text:
            drawn.append("  " + ink(_BOLD, f"{word}:") + f" {clean(text)}")
    return drawn


def _window(line: str, span: Span) -> tuple[str, int, int]:
    """Return the part of a line around a place as it is shown, the columns before the place, and those it takes."""
    start = min(span.column - 1, len(line))
    end = min(start + span.length, len(line))
    first, last = 0, len(line)
    if last > ROOM:
        first = max(0, min(start - ROOM // 3, last - ROOM))
        last = min(last, first + ROOM)
        end = min(end, last)
    head = "..." if first else ""
    tail = "..." if last < len(line) else ""
    before = head + _seen(line[first:start])
    marked = _seen(line[start:end])
    shown = before + marked + _seen(line[end:last]) + tail
    return shown.rstrip(), cells(before), max(1, cells(marked))


def _seen(text: str) -> str:
    return "".join(_TAB if character == "\t" else clean(character) for character in text)
