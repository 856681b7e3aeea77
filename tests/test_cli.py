"""The door: exit codes, messages, help, schemas; and that nothing is imported or raised that need not be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from igov.cli import answer, door, summary

COMMANDS = ["check-claim", "compare", "explain", "graph", "lint", "roles", "show", "terms", "who"]
MINE = [name for name in COMMANDS if name != "lint"]
SILENT = ("--holder", "european-commission", "--position", "role", "--topic", "internet")
LEAD = ("--holder", "private-sector", "--position", "lead", "--activity", "operate", "--topic", "day-to-day")


def run(*args: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run igov in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "igov", *args],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


def schema(name: str) -> dict[str, object]:
    """Return a schema as it is shipped."""
    found: dict[str, object] = json.loads((files("igov") / "show" / "schemas" / f"{name}.json").read_text("utf-8"))
    return found


def test_commands_are_the_files_of_the_folder() -> None:
    """Every question of the folder is a command, and those of the first chapter are there."""
    import click

    names = door.list_commands(click.Context(door))
    assert set(COMMANDS) <= set(names)
    assert not [name for name in names if name.startswith("-")]


def test_a_bare_call_says_what_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments igov shows what to try first."""
    assert answer([]) == 0
    shown = capsys.readouterr().out
    assert "Try first" in shown
    assert "igov check-claim" in shown


def test_help_lists_every_question_with_its_summary(capsys: pytest.CaptureFixture[str]) -> None:
    """Help gives a line to every question."""
    assert answer(["--help"]) == 0
    shown = capsys.readouterr().out
    for name in COMMANDS:
        assert name in shown
        assert summary(name)


@pytest.mark.parametrize("name", MINE)
def test_help_begins_with_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The first thing after the usage line is an example."""
    assert answer([name, "--help"]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert lines[1] == "Examples:"
    assert lines[2].startswith(f"igov {name}")


def test_help_imports_no_question() -> None:
    """Help and the bare door import neither questions nor rules nor rich nor networkx."""
    code = (
        "import sys, igov.cli; igov.cli.answer(['--help']); "
        "print([m for m in sys.modules if m.startswith(('igov.ask', 'igov.read', 'rich', 'networkx', 'yaml'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_roles_imports_little() -> None:
    """The roles of a holder need neither the judge nor rich nor networkx nor English."""
    code = (
        "import sys, igov.cli; igov.cli.answer(['roles', '-s', 'ITU']); "
        "print([m for m in sys.modules if m.startswith(('igov.reason.judge', 'igov.read.english', 'rich', 'netw'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (["roles", "-s", "civil-society"], "roles"),
        (["roles", "-s", "ICANN", "--without", "technical-bodies-are-international-organizations"], "roles"),
        (["who", "authority", "--over", "domain names"], "who"),
        (["who", "--over", "day-to-day operations"], "who"),
        (["who", "--over", "standards", "--activity", "develop", "--adopted-only"], "who"),
        (["check-claim", *LEAD], "claim"),
        (["check-claim", *SILENT], "claim"),
        (["check-claim", *LEAD, "--share", "only", "--force", "must"], "claim"),
        (["check-claim", "Civil society has policy authority over domain names"], "claim"),
        (["explain", "TA-35a"], "explain"),
        (["explain", "IG203"], "explain"),
        (["explain", "sovereign-right-excludes-others"], "explain"),
        (["explain", "Civil society has policy authority over domain names"], "explain"),
        (["compare", "TA", "OP"], "compare"),
        (["compare", "ta", "op", "-s", "states"], "compare"),
        (["show", "TA-35a"], "show"),
        (["show", "OP-recalling-6"], "show"),
        (["show", "TA-69"], "show"),
        (["terms"], "terms"),
        (["terms", "holders"], "terms"),
        (["graph"], "graph"),
        (["graph", "-s", "civil-society"], "graph"),
    ],
)
def test_json_keeps_to_its_schema(args: list[str], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The object on standard output is one line and fits the shipped schema."""
    assert answer([*args, "--json"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.count("\n") == 1
    found = json.loads(shown.out)
    assert found["schema"] == f"igov/{name}/1"
    jsonschema.Draft202012Validator(schema(name)).validate(found)


@pytest.mark.parametrize("name", ["roles", "who", "claim", "explain", "compare", "show", "terms", "graph"])
def test_schemas_are_schemas(name: str) -> None:
    """Every shipped schema is one."""
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(
    "args",
    [
        ["roles", "-s", "civil-society"],
        ["who", "authority", "--over", "domain names"],
        ["check-claim", *LEAD],
        ["check-claim", *SILENT],
        ["explain", "Civil society has policy authority over domain names"],
        ["explain", "IG203"],
        ["compare", "TA", "OP"],
        ["show", "TA-69"],
        ["terms"],
        ["terms", "holders"],
        ["terms", "readings"],
        ["terms", "instruments"],
        ["terms", "words"],
        ["terms", "provisions"],
        ["graph"],
    ],
)
@pytest.mark.parametrize("columns", ["60", "80", "140"])
def test_screens_fit(
    args: list[str], columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line of any screen is wider than the console, and without a console there is no colour."""
    monkeypatch.setenv("COLUMNS", columns)
    assert answer(args) == 0
    shown = capsys.readouterr().out
    assert shown.strip()
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= int(columns)


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["rolse"], 2, 'did you mean "roles"'),
        (["roles"], 2, "whose roles"),
        (["roles", "-s", "civl society"], 2, 'did you mean "civil society"'),
        (["roles", "-s", ""], 2, "is empty"),
        (["roles", "-s", "states", "--assume", "nonsense"], 2, 'unknown reading "nonsense"'),
        (["roles", "-s", "states", "--according-to", "XX"], 2, 'unknown instrument "XX"'),
        (["who"], 2, "--over"),
        (["check-claim"], 2, "what is claimed"),
        (["check-claim", "a sentence", "--holder", "states"], 2, "not several"),
        (["check-claim", "States", "hold", "it"], 2, "in quotation marks"),
        (["check-claim", "--holder", "states"], 2, "no position"),
        (["check-claim", "--holder", "states", "--position", "rolle"], 2, 'unknown position "rolle"'),
        (["check-claim", "--file", "there/is/no.txt"], 3, "no.txt: No such file"),
        (["check-claim", "Football is a fine game"], 4, "not understood"),
        (["check-claim", ""], 4, "not understood"),
        (["explain", "IG999"], 2, 'no code "IG999"'),
        (["compare", "TA", "TA"], 2, "named twice"),
        (["show", "TA-99"], 2, 'unknown provision "TA-99"'),
        (["terms", "colours"], 2, 'no list "colours"'),
        (["graph", "--format", "png"], 2, "png"),
        (["graph", "--out", "roles.xyz"], 2, "names no format"),
        (["graph", "--out", "there/is/no/folder/roles.dot"], 3, "No such file"),
        (["roles", "-s", "states", "--rules", "there/is/no/folder"], 3, "IG101"),
    ],
)
def test_trouble_is_one_message(args: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Misuse, paths and sentences not understood have their exit codes and a message on standard error alone."""
    assert answer(args) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert words in " ".join(shown.err.split())
    assert "Traceback" not in shown.err


def test_exit_code_says_whether_it_is_supported(capsys: pytest.CaptureFixture[str]) -> None:
    """With --exit-code a verdict other than SUPPORTED ends with 1, without it with 0."""
    assert answer(["check-claim", *LEAD, "--exit-code"]) == 0
    assert answer(["check-claim", *SILENT, "--exit-code"]) == 1
    assert answer(["check-claim", *SILENT]) == 0
    assert capsys.readouterr().err == ""


def test_a_sentence_not_understood_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """It has no verdict, says why, fits the schema and ends with 4."""
    assert answer(["check-claim", "Football is a fine game", "--json"]) == 4
    found = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(schema("claim")).validate(found)
    assert found["verdict"] is None
    assert found["problem"]


def test_a_file_of_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object a line, in order, ids carried over; a line not understood is a line like the others."""
    claims = [
        {"id": 1, "holder": "private sector", "position": "lead", "activity": "operate", "topic": "day-to-day"},
        {"id": "b", "claim": "Football is a fine game"},
        {"id": None, "reading": [{"holder": {"terms": ["civil-society"]}, "position": "no-such"}]},
    ]
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")
    assert answer(["check-claim", "--file", str(path), "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["id"] for one in found] == [1, "b", None]
    assert [one["verdict"] for one in found] == ["SUPPORTED", None, None]
    for one in found:
        jsonschema.Draft202012Validator(schema("claim")).validate(one)
    assert answer(["check-claim", "--file", str(path), "--exit-code"]) == 1
    shown = capsys.readouterr().out
    assert "3 claims: 1 SUPPORTED, 2 not understood." in shown


def test_standard_input_and_csv() -> None:
    """- is standard input, and a column claim is found."""
    done = run("check-claim", "--file", "-", "--json", stdin="id,claim\n7,Football is a fine game\n")
    assert done.returncode == 0
    assert json.loads(done.stdout)["id"] == "7"


def test_bytes_that_are_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of any bytes is answered line by line."""
    path = tmp_path / "claims.txt"
    path.write_bytes(b"\xff\xfe\x00bad\n\x1b[31mred\n")
    assert answer(["check-claim", "--file", str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "[bold]x[/bold]", "\u202eabc", "x" * 5000, "\udcff", "%s%n", "{0}"])
def test_hostile_names(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody knows is told in plain letters, whatever is in it."""
    for args in (["roles", "-s", hostile], ["who", "--over", hostile], ["show", hostile], ["check-claim", hostile]):
        assert answer(args) in {2, 4}
        shown = capsys.readouterr()
        assert "\x1b" not in shown.err
        assert "\u202e" not in shown.err


def test_graph_files(tmp_path: Path) -> None:
    """The ending of the file names its format."""
    for ending, begins in (
        (".dot", "digraph"),
        (".mmd", "flowchart"),
        (".graphml", "<graphml"),
        (".json", '{"schema"'),
    ):
        path = tmp_path / f"roles{ending}"
        assert answer(["graph", "-s", "ITU", "--out", str(path)]) == 0
        assert path.read_text(encoding="utf-8").startswith(begins)


def test_a_console_with_few_letters() -> None:
    """A console that has only ASCII gets plain marks, and JSON in escapes."""
    done = run("show", "TA-35a", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert done.stdout.isascii()
    found = run("show", "OP-considering-1", "--json", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert found.stdout.isascii()
    assert "ITU’s" in json.loads(found.stdout)["text"]


def test_colour_only_where_it_is_wanted() -> None:
    """No colour without a console; colour where it is forced; none where NO_COLOR is set."""
    assert "\x1b" not in run("show", "TA-35a", NO_COLOR="", FORCE_COLOR="").stdout
    assert "\x1b[" in run("show", "TA-35a", NO_COLOR="", FORCE_COLOR="1", TERM="xterm").stdout
    assert "\x1b" not in run("show", "TA-35a", NO_COLOR="1", FORCE_COLOR="1").stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write on")
def test_a_full_disk() -> None:
    """A full disk is one message and exit code 3."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "igov", "terms", "holders"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith("error: cannot write: No space left")
    assert done.stderr.count("error") == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes are closed otherwise there")
def test_a_closed_pipe_is_quiet() -> None:
    """A reader that has seen enough is no fault."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "igov", "terms", "holders"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert done.stderr == ""


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An interrupt is told in a word."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(type(door), "main", interrupted)
    assert answer(["terms"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_fault_of_igov_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What should never happen is one message too."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("\x1b[31mboom")

    monkeypatch.setattr(type(door), "main", broken)
    assert answer(["terms"]) == 3
    shown = capsys.readouterr().err
    assert "boom" in shown
    assert "\x1b" not in shown


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version gives name and number."""
    from igov import __version__

    assert answer(["--version"]) == 0
    assert capsys.readouterr().out == f"igov {__version__}\n"


def test_completion_imports_no_question() -> None:
    """The shell completes the names of the questions."""
    done = run(_IGOV_COMPLETE="bash_complete", COMP_WORDS="igov ro", COMP_CWORD="1")
    assert "roles" in done.stdout
