"""Write the reference of the commands from the commands themselves: docs/commands.md, or `--check` that it is fresh."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from igov.cli import EPILOG, door, summary

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"

OPENING = """\
# The commands

This page is written from the commands by `python tools/write_reference.py`. `igov COMMAND --help` shows the same.

"""


def help_of(command: click.Command, name: str) -> str:
    """Return what `--help` of a command prints on a console of eighty columns."""
    kept = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        context = click.Context(command, info_name=name, max_content_width=80, help_option_names=["-h", "--help"])
        lines = command.get_help(context).splitlines()
    finally:
        if kept is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = kept
    return "\n".join(line.rstrip() for line in lines)


def reference() -> str:
    """Return the whole page."""
    context = click.Context(door, info_name="igov")
    names = door.list_commands(context)
    text = [OPENING, "| command | question |\n| --- | --- |\n"]
    text += [f"| [`igov {name}`](#igov-{name}) | {summary(name)} |\n" for name in names]
    text.append("\n" + " ".join(EPILOG.replace("\b", "").split()) + "\n")
    for name in names:
        command = door.get_command(context, name)
        if command is not None:
            text.append(f"\n## igov {name}\n\n```text\n{help_of(command, f'igov {name}')}\n```\n")
            if isinstance(command, click.Group):
                inner = click.Context(command, info_name=f"igov {name}", parent=context)
                for below in command.list_commands(inner):
                    found = command.get_command(inner, below)
                    if found is not None:
                        shown = help_of(found, f"igov {name} {below}")
                        text.append(f"\n### igov {name} {below}\n\n```text\n{shown}\n```\n")
    return "".join(text)


def main() -> int:
    """Write the page, or say whether it is fresh."""
    text = reference()
    if "--check" in sys.argv[1:]:
        fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
        print("fresh" if fresh else "stale: python tools/write_reference.py")
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
