from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from igov.cli import door
from transcripts import ROOT, Row, Shown, anew, pages, rows, run, shown

COMMANDS = [command for page in pages() for command in shown(page)]
ROWS = [row for page in pages() for row in rows(page)]

WORDS = [
    *("instrument", "provision", "norm", "assignment", "holder", "position", "activity", "topic", "force", "scope"),
    *("limit", "share", "voice", "counterpart", "polarity", "superiority", "ground", "attack", "defeat", "team"),
    *("standing", "derivation", "verdict", "reading", "condition"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=[command.name for command in COMMANDS])
def test_a_transcript_shows_what_the_command_prints(command: Shown) -> None:
    """Every command that a page shows prints what stands below it."""
    assert command.lines == command.printed(), "re-record: python tools/record_transcripts.py"


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_a_claim_of_a_table_gets_its_verdict(row: Row) -> None:
    """Every claim in a table of a page gets the verdict, the axes and the cites beside it."""
    assert (row.verdict, row.cites) == row.judged()


def test_recording_fresh_pages_changes_nothing() -> None:
    """Recording writes a page whose transcripts are fresh as it stands."""
    page = ROOT / "README.md"
    assert anew(page) == page.read_text(encoding="utf-8")


def test_every_page_but_the_first_shows_something_that_runs() -> None:
    """The pages on meaning and the first lesson show what igov says, and are not only told."""
    told = {command.page for command in COMMANDS} | {row.page for row in ROWS}
    for name in ("README.md", "docs/reasoning.md", "examples/first-lesson/README.md"):
        assert ROOT / name in told


def test_the_verdicts_are_all_shown() -> None:
    """The page on meaning shows a claim for each of the five verdicts."""
    given = {row.verdict.split(" ")[0] for row in ROWS if row.page.name == "reasoning.md"}
    assert given - {"not"} == {"SUPPORTED", "OVERSTATED", "CONTRADICTED", "DISPUTED", "SILENT"}


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A link from one page to another names a file that is there, and a heading that is in it."""
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text(encoding="utf-8")):
        name, _, heading = target.partition("#")
        linked = (page.parent / name).resolve() if name else page
        assert linked.exists(), target
        if heading:
            titles = re.findall(r"^#+ (.*)$", linked.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}, target


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_names_a_place_on_a_machine(page: Path) -> None:
    """Pages name no folder of the machine on which they were written."""
    assert not re.search(r"(?<![\w.:/])/(tmp|home|root|work|Users)/", page.read_text(encoding="utf-8"))


def test_every_page_is_listed() -> None:
    """The list of pages names every page of the documentation."""
    listed = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name == "index.md" or f"({page.name})" in listed, page.name


def test_the_reference_of_commands_is_fresh_and_whole() -> None:
    """The reference is what the commands' own help says, and every command is in it, with examples and words."""
    # in a process of its own: a command keeps the help option of the context that asked first
    fresh = subprocess.run([sys.executable, "tools/write_reference.py", "--check"], cwd=ROOT, check=False)
    assert fresh.returncode == 0, "python tools/write_reference.py"
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    context = click.Context(door)
    for name in door.list_commands(context):
        assert f"## igov {name}\n" in written
        command = door.get_command(context, name)
        assert command is not None
        assert (command.help or "").replace("\b", "").lstrip().startswith("Examples:"), name
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help, f"{name} {parameter.opts}"


def test_examples_of_the_help_are_questions_that_are_there() -> None:
    """Every example in the help of a command names a command, and options that it has."""
    context = click.Context(door)
    for name in door.list_commands(context):
        command = door.get_command(context, name)
        assert command is not None
        for example in re.findall(r"^ +(?:[^|\n]*\| *)?igov ([^|>\n]*)", command.help or "", flags=re.MULTILINE):
            words = shlex.split(example)
            asked = door.get_command(context, words[0])
            assert asked is not None, example
            known = {option for parameter in asked.params for option in (*parameter.opts, *parameter.secondary_opts)}
            given = {word.split("=")[0] for word in words[1:] if re.match(r"--?[a-z]", word)}
            assert given <= known, example


def test_the_glossary_has_every_word_once_in_order() -> None:
    """Every word of the design stands once in the glossary, in alphabetical order."""
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    entries = re.findall(r"^\*\*([^*]+)\*\*", page, flags=re.MULTILINE)
    assert entries == sorted(entries)
    assert len(entries) == len(set(entries))
    assert set(WORDS) <= set(entries)


def test_the_library_door_of_the_readme_opens() -> None:
    """What the README shows of the library runs and gives what it shows."""
    found = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert found.attempted >= 3
    assert found.failed == 0


def test_the_readme_names_the_test_command() -> None:
    """The one line that sets up and passes the tests stands where the recipe looks for it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- test command -->\n+```\w*\n(.*?)\n```", text, flags=re.DOTALL)
    assert block is not None
    lines = block.group(1).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("python3 ")
    assert ".ci/check" in lines[0]


def test_the_change_log_speaks_of_this_version() -> None:
    """The change log has a heading for the version that the program tells."""
    import igov

    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[(Unreleased|{re.escape(igov.__version__)})\]", text, flags=re.MULTILINE)
    assert "★" in text


def test_the_rules_of_the_example_are_sound() -> None:
    """The rules folder of the examples passes the linter with the tests it carries."""
    code, text = run(["lint", "--test", "--rules", "examples/rules"])
    assert code == 0, text


def test_the_program_runs_as_a_module() -> None:
    """`python -m igov` answers like igov."""
    told = subprocess.run([sys.executable, "-m", "igov", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout == run(["--version"])[1]


def test_the_quizzes_of_the_lessons_are_fresh() -> None:
    """The quiz files beside each lesson are those that the rules give today."""
    fresh = subprocess.run([sys.executable, "tools/write_quizzes.py", "--check"], cwd=ROOT, check=False)
    assert fresh.returncode == 0, "python tools/write_quizzes.py"
    assert len(list((ROOT / "examples").glob("*-lesson/quiz.*"))) == 12
