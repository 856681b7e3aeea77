"""The reader of rules: a specimen for every code with its drawing, bounds, and the laws it keeps whatever the bytes."""

from __future__ import annotations

import json
import re
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import igov.read.files
import igov.read.kept
from igov.ask.lint import ask
from igov.read.files import LARGEST, built_in_folder, source_text
from igov.read.load import examine, load, schema_of
from igov.read.records import Record, fields_table
from igov.read.schema import RECORDS
from igov.show.diagnostics import draw
from igov.terms.assignment import Force, Holder, Limit, Polarity, Quantity, Share
from igov.terms.codes import CODES
from igov.terms.order import Axis
from igov.terms.place import Report

SPECIMENS = Path(__file__).parent / "specimens" / "rules"
MADE = {"IG101", "IG102"}
"""Codes whose specimen is a file that is not there, or one that is made for the test."""
OURS = [code for code in CODES if code < "IG500"]


def drawn(path: str, *, test: bool = False) -> str:
    """Return the drawing of what is wrong with a file that is added to the little base of the specimens."""
    base, faults = examine(["base.yaml", path], builtin=False, strict=True)
    answer = ask(base, faults, test=test)
    return draw(answer.findings, source_text) + "\n"


@pytest.mark.parametrize("code", [code for code in OURS if code != "IG102"])
def test_every_code_has_a_specimen_with_its_drawing(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each code's specimen gives that code, drawn as it stands beside the specimen."""
    monkeypatch.chdir(SPECIMENS)
    path = code if (SPECIMENS / code).is_dir() else f"{code}.yaml"
    text = drawn(path, test=code.startswith("IG4"))
    assert text == (SPECIMENS / f"{code}.txt").read_text(encoding="utf-8")
    assert f"error {code}:" in text


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """A file above the limit gives one diagnostic, from its size alone."""
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    _, faults = examine([path], builtin=False)
    assert [(fault.code, fault.label) for fault in faults] == [("IG102", "more than 64 MB")]


def test_every_specimen_is_of_a_known_code() -> None:
    """No drawing is left over from a code that is gone."""
    assert {path.stem for path in SPECIMENS.glob("*.txt")} == set(OURS) - {"IG102"}


def test_every_code_that_the_source_uses_is_in_the_catalogue() -> None:
    """A code that is told anywhere has a title, an explanation and a remedy."""
    source = Path(__file__).parent.parent / "src" / "igov"
    used = {code for path in source.rglob("*.py") for code in re.findall(r'"(IG\d{3})"', path.read_text("utf-8"))}
    assert used <= set(CODES)
    assert all(code.title and code.explanation and code.remedy for code in CODES.values())


def test_the_built_in_rules_have_no_fault() -> None:
    """The built-in rules load, with every clause of the source document."""
    base, faults = examine(strict=True)
    assert [f"{fault.span} {fault.code} {fault.title}" for fault in faults] == []
    assert {"TA", "OP"} <= set(base.instruments)


FAULTS_BY_FILE = {
    "agenda.yaml": """\
igov: 2
instrument: {id: T1, title: , body: A Summit, date: 2005-13-18, status: accepted, rank: high, colour: red}
provisions:
  1:
    text: States have a role. Firms have a role.
    norms:
      - words: States have the role
        holder: sttes
        position: role
        activity: consulting
        topic: internet
        limits: within-territories
        force: ought
      - words: Firms have a role
        holder: states
        position: [role]
        topic: {all: [internet, names]}
        overrides: T1-9
        reading: {nobody: {share: only}}
        expect: {says: s, holder: states, position: role, topic: internet, verdict: TRUE, cites: T1-8}
  2:
    assigns: nothing
  b c: {text: x, assigns: nothing, because: y}
""",
    "words.yaml": """\
igov: 1
vocabulary:
  holder:
    - {id: a, label: a, under: b}
    - {id: b, label: b, under: a}
    - {id: b, label: b}
    - {label: nobody}
  colour: []
""",
    "readings.yaml": "igov: 1\nreadings: {id: r, label: r, default: maybe, on: x, off: y}\n",
    "broken.yaml": "igov: 1\nreadings: [\n",
    "empty.yaml": "",
    "latin.yaml": "igov: 1 # \udce9\n",
}


def test_a_folder_of_faults_is_told_in_one_run(tmp_path: Path) -> None:
    """More than twenty faults of different kinds in six files each get a diagnostic with a place of its own."""
    for name, text in FAULTS_BY_FILE.items():
        (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(Report) as report:
        load([SPECIMENS / "base.yaml", tmp_path], builtin=False)
    faults = report.value.diagnostics
    places = [(fault.span.file, fault.span.line, fault.span.column) for fault in faults if fault.span]
    assert len(faults) >= 20
    assert len(places) == len(faults)
    assert len({(place, fault.title) for place, fault in zip(places, faults, strict=True)}) == len(faults)
    assert len({fault.code for fault in faults}) >= 16
    assert places == sorted(places)
    assert "Traceback" not in draw(faults, source_text)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_a_nest_of_five_thousand_gives_one_diagnostic(tmp_path: Path, opening: str) -> None:
    """Nesting is bounded without recursion, whichever way it is written."""
    path = tmp_path / "deep.yaml"
    path.write_text(f"igov: 1\nreadings:\n {opening * 5000}x\n", encoding="utf-8")
    _, faults = examine([path], builtin=False)
    assert [fault.code for fault in faults] == ["IG110"]


def test_an_alias_bomb_does_not_go_off(tmp_path: Path) -> None:
    """Aliases are refused and never expanded."""
    lines = ["igov: 1", "a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join(['*' + old] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    path = tmp_path / "bomb.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    _, faults = examine([path], builtin=False)
    assert faults[0].code == "IG201"
    assert [fault.note for fault in faults if fault.code == "IG106"] == ["and 80 more in this file"]


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    """A file from another system reads the same, places and all."""
    plain = (SPECIMENS / "base.yaml").read_bytes()
    path = tmp_path / "base.yaml"
    bases = []
    for raw in (plain, b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"), plain.replace(b"\n", b"\r")):
        path.write_bytes(raw)
        bases.append(load([path], builtin=False))
    assert bases[0].norms == bases[1].norms == bases[2].norms
    assert bases[0].provisions == bases[1].provisions == bases[2].provisions


def test_a_nul_byte_is_told_at_its_place(tmp_path: Path) -> None:
    """A zero byte in the middle of a file is a control character, not an end."""
    path = tmp_path / "nul.yaml"
    path.write_bytes(b"igov: 1\nnote: a\0b\n")
    _, faults = examine([path], builtin=False)
    assert [(fault.code, fault.span and fault.span.line, fault.span and fault.span.column) for fault in faults] == [
        ("IG104", 2, 8)
    ]


def test_scalars_are_text_until_a_field_types_them(tmp_path: Path) -> None:
    """Words that YAML takes for booleans or numbers stay the words they are."""
    path = tmp_path / "no.yaml"
    path.write_text(
        "igov: 1\nvocabulary:\n  holder: {id: no, label: no, names: [Norway, 0x1F, 1_000, null, ~], placed: yes}\n",
        encoding="utf-8",
    )
    term = load([path], builtin=False).vocabulary.term(Axis.HOLDER, "no")
    assert term is not None
    assert (term.label, term.names, term.placed) == ("no", ("Norway", "0x1F", "1_000", "null", "~"), True)


def test_lists_make_a_norm_each_and_readings_keep_their_types(tmp_path: Path) -> None:
    """The norms of an entry are the product of its lists, numbered in order, and what a reading changes is typed."""
    path = tmp_path / "lists.yaml"
    path.write_text(
        """\
igov: 1
instrument: {id: XL, title: Lists, body: A Summit, date: 2010-01-01, status: adopted}
provisions:
  1:
    text: States and civil society have had and should have a role in the Internet, within their territory.
    norms:
      - words: [States and civil society, a role in the Internet]
        holder: [states, civil-society]
        position: role
        topic: {all: [internet, domain-names]}
        force: [was, should]
        limits: within-territory
        reading:
          nobody-else: {limits: [], share: only, with: states, polarity: against, topic: internet, quantity: many}
      - {words: States, holder: states, position: authority, topic: [internet, domain-names]}
""",
        encoding="utf-8",
    )
    norms = load([SPECIMENS / "base.yaml", path], builtin=False).by_cite["XL-1"]
    assert [norm.id for norm in norms] == [f"XL-1#{number}" for number in range(1, 7)]
    assert [(norm.holder.term, norm.force) for norm in norms[:4]] == [
        ("states", Force.WAS),
        ("states", Force.SHOULD),
        ("civil-society", Force.WAS),
        ("civil-society", Force.SHOULD),
    ]
    assert norms[0].topic == {"internet", "domain-names"}
    assert norms[0].limits == (Limit("within-territory", Axis.SCOPE),)
    assert norms[0].words == "States and civil society … a role in the Internet"
    assert norms[0].readings == {
        "nobody-else": {
            "holder": Holder("states", Quantity.MANY),
            "limits": (),
            "share": Share.ONLY,
            "counterpart": "states",
            "polarity": Polarity.AGAINST,
            "topic": frozenset({"internet"}),
        }
    }
    changed = replace(norms[2], **norms[2].readings["nobody-else"])  # type: ignore[arg-type]  # typed as the norm's fields
    assert changed.holder == Holder("civil-society", Quantity.MANY)
    assert [norm.topic for norm in norms[4:]] == [frozenset({"internet"}), frozenset({"domain-names"})]


REPORTING = """\
igov: 1
instrument: {id: XR, title: A Report, body: A Council, date: 2013-01-01, status: draft}
provisions:
  a:
    text: The agenda says that States have a role.
    reports: XA-%s
    norms: [{words: States have a role, holder: states, position: role, topic: internet}]
"""


@pytest.mark.parametrize(("reported", "cite"), [("9", "XA-9"), ("1", "XR-a")])
def test_a_report_answers_for_what_it_reports(tmp_path: Path, reported: str, cite: str) -> None:
    """A reported paragraph without a provision of its own is cited as itself; else as the one that reports it."""
    path = tmp_path / "report.yaml"
    path.write_text(REPORTING % reported, encoding="utf-8")
    base = load([SPECIMENS / "base.yaml", path], builtin=False)
    (norm,) = (norm for norm in base.norms if norm.provision == "XR-a")
    assert (norm.cite, norm.instrument) == (cite, "XA")


def test_added_rules_replace_what_has_the_same_id(tmp_path: Path) -> None:
    """An added term, reading or instrument takes the place of the one that was there, whole."""
    path = tmp_path / "mine.yaml"
    path.write_text(
        """\
igov: 1
vocabulary: {holder: [{id: brazil, label: Brasil}]}
readings: [{id: nobody-else, label: mine, default: off, on: a, off: b}]
instrument: {id: XA, title: Mine, body: Me, date: 2020-01-01, status: draft}
provisions: {7: {text: Nothing., assigns: nothing, because: it says so}}
""",
        encoding="utf-8",
    )
    base = load([SPECIMENS / "base.yaml", path], builtin=False)
    brazil = base.vocabulary.term(Axis.HOLDER, "brazil")
    assert brazil is not None
    assert (brazil.label, brazil.steps) == ("Brasil", ())
    assert base.readings["nobody-else"].default is False
    assert list(base.provisions) == ["XA-7"]
    assert base.norms == ()


def test_a_built_in_file_that_is_named_is_read_once() -> None:
    """Naming the folder of the built-in rules changes nothing and tells nothing twice."""
    base, faults = examine([built_in_folder()])
    plain, plain_faults = examine()
    assert len(faults) == len(plain_faults)
    assert len(base.files) == len(plain.files)
    assert [norm.id for norm in base.norms] == [norm.id for norm in plain.norms]


@pytest.mark.parametrize("path", ["", "\0", "no/such/file", "/dev/null"])
def test_a_path_that_cannot_be_opened_is_told(path: str) -> None:
    """Whatever the path, the fault is a diagnostic."""
    _, faults = examine([path], builtin=False)
    assert [fault.code for fault in faults] == ["IG101"]


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    """Rules spread over a folder read the same whatever the names of the files."""
    text = (SPECIMENS / "base.yaml").read_text("utf-8")
    cut = text.index("instrument:")
    bases = []
    for folder, names in (("one", ("a.yaml", "b.yaml")), ("two", ("b.yaml", "a.yaml"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / names[0]).write_text(text[:cut], encoding="utf-8")
        (tmp_path / folder / names[1]).write_text("igov: 1\n" + text[cut:], encoding="utf-8")
        bases.append(load([tmp_path / folder], builtin=False))
    assert [norm.id for norm in bases[0].norms] == [norm.id for norm in bases[1].norms]
    assert list(bases[0].vocabulary.axes[Axis.HOLDER]) == list(bases[1].vocabulary.axes[Axis.HOLDER])


def test_built_in_rules_that_were_kept_are_the_same_until_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second load is of what the first kept; a changed file or a broken keepsake is read anew."""
    rules = tmp_path / "rules"
    rules.mkdir()
    path = rules / "base.yaml"
    path.write_text((SPECIMENS / "base.yaml").read_text("utf-8"), encoding="utf-8")
    for module in (igov.read.files, igov.read.kept):
        monkeypatch.setattr(module, "built_in_folder", lambda: rules)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    first = load()
    (keepsake,) = (rules / "__pycache__").iterdir()
    second = load()
    assert second is not first
    assert (second.norms, second.provisions, second.readings) == (first.norms, first.provisions, first.readings)
    assert second.vocabulary.axes == first.vocabulary.axes
    assert second.expectations == first.expectations
    assert second.files == first.files == ("rules/base.yaml",)
    keepsake.write_bytes(keepsake.read_bytes()[:-400])
    assert load().norms == first.norms
    path.write_text(path.read_text("utf-8").replace("label: States", "label: Countries"), encoding="utf-8")
    assert load().vocabulary.label(Axis.HOLDER, "states") == "Countries"


def test_nothing_is_kept_where_no_byte_code_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no byte code is written, nothing is kept."""
    monkeypatch.setattr(igov.read.kept, "built_in_folder", lambda: tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    load()
    assert list(tmp_path.iterdir()) == []


def _reads_or_reports(folder: Path, raw: bytes) -> None:
    path = folder / "any.yaml"
    path.write_bytes(raw)
    paths = [SPECIMENS / "base.yaml", path]
    _, faults = examine(paths, builtin=False, strict=True)
    assert {fault.code for fault in faults} <= set(CODES)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", draw(faults, source_text))
    with suppress(Report):
        load(paths, builtin=False)


@settings(max_examples=80, deadline=None)
@given(raw=st.binary(max_size=200))
def test_whatever_the_bytes_the_reader_raises_a_report_at_most(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    """Random bytes are read or reported, and the report can be drawn."""
    _reads_or_reports(tmp_path_factory.getbasetemp(), raw)


PIECES = sorted(
    {
        *re.findall(r"[\w.-]+|[^\w\s]|\n *", (SPECIMENS / "base.yaml").read_text("utf-8")),
        *"&*!|>%@`'\"#?\t\u2028\ré漢\U0001f600",
        "---\n", "\\x00", '"\\x1b"', "other:x", "XA-1#9", "- - - ", "<<: ",
    }
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_mutated_file_is_read_or_reported(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """A rules file with pieces cut out, put in or moved is read or reported, and the report can be drawn."""
    tokens = re.findall(r"[\w.-]+|[^\w\n]|\n *", (SPECIMENS / "base.yaml").read_text("utf-8"))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(tokens) - 1))
        gone = data.draw(st.integers(0, 6))
        tokens[at : at + gone] = data.draw(st.lists(st.sampled_from(PIECES), max_size=4))
        if not tokens:
            break
    _reads_or_reports(tmp_path_factory.getbasetemp(), "".join(tokens).encode())


def _plain(path: Path) -> object:
    """Return a rules file as a reader of YAML that types nothing has it."""
    import yaml

    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  it makes text, lists and mappings only


def test_the_json_schema_holds_of_the_built_in_rules() -> None:
    """The generated schema is a schema, the built-in rules keep it, and a slip breaks it."""
    schema = json.loads(json.dumps(schema_of()))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sorted(built_in_folder().rglob("*.yaml")):
        assert [error.message for error in validator.iter_errors(_plain(path))][:3] == [], path.name
    assert validator.is_valid(_plain(SPECIMENS / "base.yaml"))
    assert not validator.is_valid(_plain(SPECIMENS / "IG201.yaml"))
    assert not validator.is_valid(_plain(SPECIMENS / "IG205.yaml"))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_the_page_on_the_format_names_every_field(record: Record) -> None:
    """The tables of docs/rules-format.md are those of the declared fields."""
    page = (Path(__file__).parent.parent / "docs" / "rules-format.md").read_text("utf-8")
    table = page.partition(f"<!-- fields of {record.name} -->")[2].partition("<!-- end -->")[0]
    assert table.strip() == fields_table(record)
