"""The door: finds the questions by listing the folder they stand in, and opens one only when it is asked.

A question is a file of `ask/` whose name does not begin with an underscore; `check_claim.py` is asked as `check-claim`.
Its summary is the first line of its docstring, read as text, so that help is quick. All trouble ends here in one
message.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from igov import __version__

FOLDER = Path(__file__).parent / "ask"

FIRST = """\
igov answers, with the paragraph in hand, who holds which role in Internet governance.

Try first:

  igov check-claim "Civil society has policy authority over domain names"
  igov roles --stakeholder civil-society
  igov who authority --over "domain names"
  igov show TA-35a

All questions: igov --help. What one may type: igov terms.
"""

EPILOG = """\b
Every question takes --help, which begins with examples, and --json.
Exit codes: 0 answered; 1 with --exit-code where a verdict is not SUPPORTED, or lint found
faults; 2 misuse; 3 rules or a path cannot be read; 4 a sentence was not understood;
130 interrupted."""


class Questions(click.Group):
    """The questions in the folder, each imported when it is asked and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the questions, in alphabetical order."""
        del ctx
        return sorted(path.stem.replace("_", "-") for path in FOLDER.glob("[!_]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a question and return its command; None where there is no such file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"igov.ask.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the question asked, with a guess at a near miss."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415  needed only where something was mistyped

            near = get_close_matches(args[0].lower().replace("_", "-"), names, n=1, cutoff=0.5)
            guess = f'did you mean "{near[0]}"?' if near else "igov --help lists the questions."
            raise click.UsageError(f'there is no question "{args[0]}": {guess}', ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the questions with their summaries, without importing any."""
        with formatter.section("Questions"):
            formatter.write_dl([(name, summary(name)) for name in self.list_commands(ctx)])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[click.shell_completion.CompletionItem]:
        """Complete the name of a question without importing any."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  needed by completion only

        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        items = [CompletionItem(name, help=summary(name)) for name in names]
        return items or click.Command.shell_complete(self, ctx, incomplete)


def summary(name: str) -> str:
    """Return the first line of the docstring of a question's file."""
    with (FOLDER / f"{name.replace('-', '_')}.py").open(encoding="utf-8") as lines:
        return lines.readline().strip().strip('"').rstrip(".")


@click.group(
    cls=Questions,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="igov", message="%(prog)s %(version)s")
@click.pass_context
def door(ctx: click.Context) -> None:
    """Who holds which role, right and responsibility in Internet governance, with the paragraph in hand."""
    if ctx.invoked_subcommand is None:
        from igov.show.terminal import write  # noqa: PLC0415  needed by the bare door only

        write(FIRST)


def main(args: list[str] | None = None) -> NoReturn:
    """Answer, and end with the exit code; whatever goes wrong is told in one message, never as a traceback."""
    gc.set_threshold(50_000, 20, 20)  # a question makes many small values, and hardly ever a cycle of them
    sys.exit(answer(args))


def answer(args: list[str] | None = None) -> int:
    """Ask the question that the arguments hold and return the exit code."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  it is open as long as the program
    try:
        try:
            code = door.main(args, prog_name="igov", standalone_mode=False)
        finally:
            sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.Abort, KeyboardInterrupt):
        _tell("interrupted")
        return 130
    except BrokenPipeError:
        _drop_output()
        return 0
    except Exception as trouble:  # noqa: BLE001  whatever goes wrong is told in one message
        return _trouble(trouble)
    return code if isinstance(code, int) else 0


def _trouble(trouble: Exception) -> int:
    """Tell what went wrong and return the exit code for it."""
    if isinstance(trouble, click.ClickException):
        return _misuse(trouble)
    if isinstance(trouble, OSError):
        _drop_output()
        _tell(_reason(trouble))
        return 3
    from igov.terms.place import Report  # noqa: PLC0415  nothing went wrong until now

    if isinstance(trouble, Report):
        from igov.show.diagnostics import write_report  # noqa: PLC0415  nothing went wrong until now

        write_report(trouble)
        return 3
    if os.environ.get("IGOV_TRACEBACK"):
        raise trouble
    kind = type(trouble).__name__
    _tell(f"igov went wrong ({kind}: {trouble})", "this is a fault of igov; IGOV_TRACEBACK=1 shows where it arose.")
    return 3


def _misuse(trouble: click.ClickException) -> int:
    helps = []
    context = getattr(trouble, "ctx", None)
    if context is not None:
        if "unexpected extra argument" in trouble.format_message() and context.info_name == "check-claim":
            helps.append("a sentence of several words stands in quotation marks")
        helps.append(f"{context.command_path} --help")
    if isinstance(trouble, click.exceptions.NoArgsIsHelpError):
        click.echo(trouble.format_message(), err=True)
        return trouble.exit_code
    _tell(trouble.format_message(), *helps)
    return 3 if isinstance(trouble, click.FileError) else trouble.exit_code


def _reason(trouble: OSError) -> str:
    why = trouble.strerror or str(trouble)
    return f"{trouble.filename}: {why}" if trouble.filename else f"cannot write: {why}"


def _tell(text: str, *helps: str) -> None:
    from igov.show.terminal import message  # noqa: PLC0415  nothing went wrong until now

    try:
        message(text, helps=helps)
    except OSError:
        _drop_output()


def _drop_output() -> None:
    """Point standard output at nothing, so that what is still unwritten makes no second fault at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
