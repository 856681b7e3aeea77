"""The question whether the rules are sound: what is counted, what is found, how it is drawn, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

import igov.show
from igov.ask.lint import ask, command, to_json, view
from igov.read.load import examine
from igov.show.diagnostics import draw
from igov.terms.place import Diagnostic, Label, Report, Span

SPECIMENS = Path(__file__).parent / "specimens" / "rules"
BASE = SPECIMENS / "base.yaml"


def test_sound_rules_are_counted() -> None:
    """The little base of the specimens is sound: all is encoded, and its one test reaches its one norm."""
    base, faults = examine([BASE], builtin=False, strict=True)
    answer = ask(base, faults, test=True)
    assert answer.sound
    assert answer.encoded(default=True) == (2, 2)
    assert (answer.passed, answer.tests) == (1, 1)
    assert (answer.exercised, answer.norms) == (1, 1)
    text = view(answer)
    assert "2 of 2" in text
    assert "every quotation verbatim" in text
    assert "every norm exercised by some test" in text
    assert "nothing wrong" in text


def test_without_asking_no_test_is_run() -> None:
    """Tests are run only where they are asked for, and never over rules with faults."""
    base, faults = examine([BASE, SPECIMENS / "IG401.yaml"], builtin=False)
    assert ask(base, faults).tests is None
    fault = Diagnostic("IG301", "the words do not occur", None)
    answer = ask(base, [fault], test=True)
    assert answer.tests is None
    assert answer.verbatim == answer.norms - 1
    assert f"quotations verbatim: {answer.verbatim} of {answer.norms} norms" in view(answer)


def test_a_failing_test_and_an_idle_norm_are_findings_with_their_places() -> None:
    """What a test got and what it expected are told beside the test; an idle norm beside its words."""
    for code, line in (("IG401", 13), ("IG402", 7)):
        base, faults = examine([BASE, SPECIMENS / f"{code}.yaml"], builtin=False)
        (finding,) = ask(base, faults, test=True).findings
        assert finding.code == code
        assert finding.span is not None
        assert finding.span.line == line


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ("verdict: SUPPORTED, cites: XA-2", "expected XA-2, got SUPPORTED XA-1"),
        ("verdict: OVERSTATED, axes: topic, force: must", "expected the axes topic, got OVERSTATED on force XA-1"),
    ],
)
def test_a_test_holds_axes_and_cites_too(tmp_path: Path, expected: str, told: str) -> None:
    """A test with the right verdict fails on other axes or without a cite it names."""
    path = tmp_path / "base.yaml"
    text = BASE.read_text("utf-8")
    path.write_text(text.replace("verdict: SUPPORTED, cites: XA-1", expected), encoding="utf-8")
    base, faults = examine([path], builtin=False)
    (finding,) = ask(base, faults, test=True).findings
    assert finding.label == told


def test_the_tests_of_an_instrument_that_does_not_answer_by_default_ask_that_instrument(tmp_path: Path) -> None:
    """A test beside a norm of such an instrument is judged by its own text."""
    path = tmp_path / "other.yaml"
    path.write_text(
        """\
igov: 1
instrument: {id: XO, title: Other, body: Others, date: 2001-01-01, status: adopted, default: no}
provisions:
  1:
    text: NGOs consult.
    norms:
      - {words: NGOs consult, holder: civil-society, position: role, activity: consult, topic: internet,
         expect: {says: NGOs consult, holder: civil-society, position: role, activity: consult, topic: internet,
                  verdict: SUPPORTED, cites: XO-1}}
""",
        encoding="utf-8",
    )
    base, faults = examine([BASE, path], builtin=False)
    assert ask(base, faults, test=True).findings == ()


def test_the_built_in_rules_pass_their_own_tests() -> None:
    """All 46 clauses of the source document are encoded, verbatim, exercised, and every test of the rules holds."""
    base, faults = examine(strict=True)
    answer = ask(base, faults, test=True)
    assert [f"{finding.span} {finding.title}: {finding.label}" for finding in answer.findings] == []
    assert answer.encoded(default=True) == (46, 46)
    assert "46 of 46" in view(answer)


def test_the_command_ends_with_one_where_something_is_found() -> None:
    """A finding is exit code 1 and is drawn on standard output; sound rules are 0."""
    result = CliRunner().invoke(command, [str(SPECIMENS / "IG113.yaml")])
    assert result.exit_code == 1
    assert "error IG113: nothing in the file" in result.output
    assert "1 finding" in result.output
    assert CliRunner().invoke(command, [str(SPECIMENS / "nowhere.yaml")]).exit_code == 3
    assert CliRunner().invoke(command, [""]).exit_code == 3


def test_the_command_takes_paths_and_rules_alike() -> None:
    """A path that is named and one given by --rules are read in one run."""
    arguments = ["--rules", str(SPECIMENS / "IG113.yaml"), str(SPECIMENS / "IG105.yaml"), "--json"]
    result = CliRunner().invoke(command, arguments)
    found = json.loads(result.output)
    assert [finding["code"] for finding in found["findings"]] == ["IG105", "IG113"]
    assert found["schema"] == "igov/lint/1"
    assert found["sound"] is False
    assert found["findings"][0]["place"]["line"] == 4


def test_the_object_has_the_same_keys_whatever_is_found() -> None:
    """The JSON of sound rules and of rules with faults have one shape."""
    base, faults = examine([BASE], builtin=False)
    schema = json.loads((Path(igov.show.__file__).parent / "schemas" / "lint.json").read_text("utf-8"))
    sound = to_json(ask(base, faults, test=True))
    broken = to_json(ask(base, [Diagnostic("IG104", "x", Span("f", 1, 1), others=(Label(Span("f", 2, 1), "y"),))]))
    assert list(sound) == list(broken)
    for answer in (sound, broken, to_json(ask(base, [Diagnostic("IG104", "x")]))):
        jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(answer)))
    assert json.loads(json.dumps(broken))["findings"][0]["others"] == [
        {"place": {"file": "f", "line": 2, "column": 1, "length": 1}, "label": "y"}
    ]


def test_the_schema_is_written() -> None:
    """`--schema` writes the JSON Schema of rules files, with the terms for completion."""
    schema = json.loads(CliRunner().invoke(command, ["--schema"]).output)
    assert schema["title"] == "A rules file of igov"
    assert "states" in json.dumps(schema["$defs"]["norm"]["properties"]["holder"])


def _carets(line: str, column: int, length: int) -> tuple[str, str]:
    drawn = draw([Diagnostic("IG105", "t", Span("f", 1, column, length))], lambda _: line)
    shown, marks = drawn.split("\n")[2:4]
    return shown, marks


@pytest.mark.parametrize(
    ("line", "column", "length"),
    [
        ("holder: state", 9, 5),
        ("\tholder:\tstate", 10, 5),
        ("漢字漢字: state", 7, 5),
        ("e\u0301e\u0301: state", 7, 5),
        ("a\x1b[31mb\x00: state", 11, 5),
        ("x" * 300 + " state " + "y" * 300, 302, 5),
    ],
)
def test_carets_stand_under_the_word_whatever_stands_before_it(line: str, column: int, length: int) -> None:
    """Tabs, wide and combining characters, control characters and long lines do not move the carets off their word."""
    shown, marks = _carets(line, column, length)
    assert marks.strip(" |") == "^^^^^"
    assert cell_len(shown[: shown.index("state")]) == cell_len(marks[: marks.index("^")])
    assert len(shown) < 130


def test_a_wide_word_gets_wide_carets() -> None:
    """A word of two wide characters takes four columns."""
    _, marks = _carets("id: 漢字", 5, 2)
    assert marks.endswith(" ^^^^")


def test_nothing_of_a_file_acts_on_the_console() -> None:
    """Control characters and overrides in lines, titles and labels are told in plain letters."""
    bad = "\x1b[31m\x07\u202eevil"
    drawn = draw([Diagnostic("IG105", bad, Span(bad, 1, 1), bad, note=bad, help=bad)], lambda _: bad)
    assert "\x1b" not in drawn
    assert "\x07" not in drawn
    assert "\u202e" not in drawn
    assert "\\x1b[31m" in drawn


def test_a_place_beyond_the_file_is_told_without_a_line() -> None:
    """A fault at the end of a file, or in a file that is gone, has its place and its label."""
    fault = Diagnostic("IG105", "t", Span("f", 9, 3), "here")
    for source in (lambda _: "one line", lambda _: None):
        assert draw([fault], source).split("\n")[1:] == ["  f:9:3", "     here"]


def test_colour_changes_nothing_but_colour() -> None:
    """With its colours taken out a drawing is the plain one."""
    import re

    report = Report(
        [Diagnostic("IG109", "t", Span("f", 1, 1, 2), "again", (Label(Span("f", 2, 1), "first"),), "n", "h")]
    )
    plain = draw(report.diagnostics, lambda _: "ab\ncd")
    coloured = draw(report.diagnostics, lambda _: "ab\ncd", colour=True)
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
