"""Where a thing stands in a file, and what is wrong with it there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of one file: line and column count from 1, length in characters."""

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        """Give the place as editors take it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that a diagnostic points to, with what is to be seen there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: its code, what is wrong, the narrowest place, and what to do about it.

    `label` stands behind the carets under the place, `note` says more, `help` says what to do.
    """

    code: str
    title: str
    span: Span | None = None
    label: str = ""
    others: tuple[Label, ...] = ()
    note: str = ""
    help: str = ""


class Report(Exception):  # noqa: N818  a report is what is raised, and it may hold many faults
    """The faults found in one run, in the order of their places."""

    def __init__(self, diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(
            sorted(diagnostics, key=lambda d: (d.span or Span("", 0, 0), d.code, d.title))
        )
        super().__init__("; ".join(f"{d.code} {d.title}" for d in self.diagnostics[:3]))
