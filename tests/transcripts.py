"""What the pages of the documentation show, found in them, run, and compared or written anew.

A page shows two kinds of thing. A `console` block holds commands after a dollar sign, each followed by what it prints
on a console of eighty columns without colour; a last line of three dots stands for the rest. A table with the columns
claim, verdict, and cites holds a claim a row: a sentence, or in backquotes what follows `igov check-claim`.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from igov.cli import answer

ROOT = Path(__file__).parent.parent
REST = "..."
HEAD = ["claim", "verdict", "cites"]


def pages() -> list[Path]:
    """Return every page of the documentation, the examples included."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "examples").rglob("*.md"))]


@contextmanager
def _plain_console() -> Iterator[None]:
    kept_environment, kept_folder = dict(os.environ), Path.cwd()
    os.environ.update(COLUMNS="80", NO_COLOR="1")
    os.environ.pop("FORCE_COLOR", None)
    os.chdir(ROOT)
    try:
        yield
    finally:
        os.chdir(kept_folder)
        os.environ.clear()
        os.environ.update(kept_environment)


def run(arguments: list[str]) -> tuple[int, str]:
    """Run igov in this process, at the root of the repository; return the exit code and what it wrote."""
    written = io.BytesIO()
    console = io.TextIOWrapper(written, encoding="utf-8", newline="\n", write_through=True)
    with _plain_console(), redirect_stdout(console), redirect_stderr(console):
        code = answer(arguments)
    console.flush()
    return code, written.getvalue().decode("utf-8")


@dataclass(frozen=True)
class Shown:
    """A command of a page: the line of it, and the lines that the page shows below it."""

    page: Path
    line: int
    command: str
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        """Where it stands, and what it is."""
        return f"{self.page.relative_to(ROOT)}:{self.line}: {self.command}"

    def printed(self) -> tuple[str, ...]:
        """Return what the command prints, cut where the page cuts it."""
        words = shlex.split(self.command)
        code, text = run(words[1:])
        lines = text.splitlines()
        if code not in {0, None}:
            lines.append(f"(exit code {code})")
        if self.lines and self.lines[-1] == REST and len(lines) > len(self.lines) - 1:
            lines = [*lines[: len(self.lines) - 1], REST]
        return tuple(line.rstrip() for line in lines)


def shown(page: Path) -> list[Shown]:
    """Return the igov commands of the console blocks of a page, in order."""
    found: list[Shown] = []
    in_block = False
    lines = page.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("```"):
            in_block = line == "```console" and not in_block
        elif in_block and line.startswith("$ igov"):
            below: list[str] = []
            for later in lines[number:]:
                if later.startswith(("```", "$ ")):
                    break
                below.append(later)
            while below and not below[-1]:
                below.pop()
            found.append(Shown(page, number, line.removeprefix("$ "), tuple(below)))
    return found


@dataclass(frozen=True)
class Row:
    """A claim of a table: what is asked, and the verdict and cites that the page gives it."""

    page: Path
    line: int
    claim: str
    verdict: str
    cites: str
    more: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Where it stands, and what it is."""
        return f"{self.page.relative_to(ROOT)}:{self.line}: {self.claim}"

    def judged(self) -> tuple[str, str]:
        """Return the verdict, with the axes, and the cites that igov gives."""
        given = shlex.split(self.claim.strip("`")) if self.claim.startswith("`") else [self.claim]
        code, text = run(["check-claim", *given, "--json"])
        if code == 4:
            return "not understood", ""
        found = json.loads(text)
        axes = f" ({', '.join(found['axes'])})" if found["axes"] else ""
        return f"{found['verdict']}{axes}", ", ".join(found["cites"])


def rows(page: Path) -> list[Row]:
    """Return the claims of the tables of a page, in order."""
    found: list[Row] = []
    in_table = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[:3] == HEAD:
            in_table = True
        elif not line.startswith("|"):
            in_table = False
        elif in_table and not re.fullmatch(r"[|\s:-]+", line):
            claim, verdict, cites, *more = cells
            found.append(Row(page, number, claim, verdict, cites, tuple(more)))
    return found


def anew(page: Path) -> str:
    """Return the page with everything that it shows written as igov has it now."""
    lines = page.read_text(encoding="utf-8").splitlines()
    for row in rows(page):
        lines[row.line - 1] = f"| {' | '.join((row.claim, *row.judged(), *row.more))} |"
    for block in reversed(shown(page)):
        lines[block.line : block.line + len(block.lines)] = block.printed()
    return "\n".join(lines) + "\n"
