"""A stranger adds an instrument: the tutorial as it stands, sixty paragraphs, and whatever else is cut."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
from hypothesis import example, given, settings
from hypothesis import strategies as st

import igov
from authoring import followed, pieces
from igov.ask.lint import ask as lint
from igov.ask.new import ask, to_json
from igov.read.load import examine
from igov.read.resolution import cut, rules_text
from igov.terms.base import KnowledgeBase
from igov.terms.place import Diagnostic
from transcripts import ROOT, run

FOLDER = ROOT / "examples" / "own-instrument"
SCHEMA = ROOT / "src" / "igov" / "show" / "schemas" / "new.json"

NATIONS = """\
Care of the commons

The General Assembly,

Recalling its resolution 12/3 of
4 May 2030,

Deeply concerned by what was seen,

1. Reaffirms that States should cooperate
with civil society;

2. Calls upon Member States:
(a) To support developing countries;
(b) To promote openness:
   (i) at home;
   (ii) abroad;

3. Requests the Secretary-General to report.
"""
UNION = """\
considering

a) that the network is shared;

b) that it is large,

recalling

the resolution of Guadalajara,

resolves

1 that the ITU shall act;

2 that others should act,

instructs the Secretary-General

1 to support developing countries
"""


def ids(text: str) -> list[str]:
    """Return the ids of what is cut from a text."""
    return [provision.id for provision in cut(text).provisions]


def test_a_resolution_of_the_united_nations_is_cut() -> None:
    """Recitals by their opening, paragraphs by number, items by letter and roman number; dates begin nothing."""
    found = cut(NATIONS)
    assert ids(NATIONS) == ["recalling-1", "deeply-1", "1", "2", "2a", "2b", "2b-i", "2b-ii", "3"]
    by_id = {provision.id: provision for provision in found.provisions}
    assert by_id["recalling-1"].text == "Recalling its resolution 12/3 of 4 May 2030,"
    assert by_id["recalling-1"].part == "preamble"
    assert by_id["deeply-1"].opening == "deeply concerned"
    assert (by_id["2a"].part, by_id["2a"].opening) == ("operative", "calls upon")
    assert found.head == ("Care of the commons", "The General Assembly,")


def test_a_number_in_its_turn_that_is_none_is_told_where_it_matters() -> None:
    """Whatever could be a mark and is out of turn is read as text, and a remark names its line."""
    found = cut("1. States note\n7. April is near;\n\n2. States act.\n(c) and so on\n")
    assert [provision.id for provision in found.provisions] == ["1", "2"]
    assert [(remark.line, remark.text.split(" ")[0]) for remark in found.remarks] == [(2, "“7.”"), (5, "“(c)”")]


def test_a_resolution_of_the_union_is_cut() -> None:
    """Headings open what stands below them, and name it."""
    wanted = ["considering-a", "considering-b", "recalling-1", "resolves-1", "resolves-2", "instructs-1"]
    assert ids(UNION) == wanted
    parts = {provision.id: (provision.part, provision.opening) for provision in cut(UNION).provisions}
    assert parts["considering-a"] == ("preamble", "considering")
    assert parts["instructs-1"] == ("operative", "instructs the Secretary-General")


def test_nothing_is_guessed_in_silence() -> None:
    """What has neither number nor opening, what stands twice, what stands alone, what is not seen: each is told."""
    found = cut("1. One.\n\nLoose words here.\n\n1. One again.\n\n2. Two\u200b.\n")
    told = " ".join(remark.text for remark in found.remarks)
    assert [provision.id for provision in found.provisions] == ["1", "text-1", "1-2", "2"]
    for words in ("neither a number nor a known opening", "stands a second time", "not seen were left out"):
        assert words in told
    assert "stands under no paragraph" in " ".join(remark.text for remark in cut("(a) alone").remarks)
    assert "no provision was found" in cut("").remarks[0].text


def read_back(folder: Path, written: str) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """Return what a rules file alone holds, and what lint finds in it."""
    path = folder / "own.yaml"
    path.write_text(written, encoding="utf-8")
    base, faults = examine([path], builtin=False, strict=True)
    return base, list(faults)


LETTERS = st.text(alphabet="abc (1)2.i:;,\n\t\"'#-{}[]&*!|>%@`é漢\u202e\x07\u2028\\ ", max_size=160)


@settings(max_examples=40, deadline=None)
@given(LETTERS)
@example(NATIONS)
@example(UNION)
@example("1. # no comment\n\n2. key: value\n\n3. - item\n\n4. 'quoted\n\n5. --- \n\n6. %x\n")
def test_whatever_is_cut_comes_back_from_its_rules_file(text: str) -> None:
    """Any text gives a file that the reader takes: lint finds only what is unknown, and every provision comes back."""
    found = cut(text)
    written = rules_text(found, "X", source=text, title="T", body="B", date="2031-05-04", status="adopted")
    with TemporaryDirectory() as folder:
        base, faults = read_back(Path(folder), written)
    assert {fault.code for fault in faults} <= {"IG309"}
    assert len(faults) == len(found.provisions)
    mine = [provision for provision in base.provisions.values() if provision.instrument == "X"]
    assert [(p.id, p.text, p.part) for p in mine] == [(f"X-{c.id}", c.text, c.part) for c in found.provisions]


def test_what_was_not_given_is_asked_for(tmp_path: Path) -> None:
    """Without body, date and status the file says so in comments, and lint asks for each with its place."""
    _, faults = read_back(tmp_path, ask(NATIONS, "X").rules)
    missing = {fault.title for fault in faults if fault.code == "IG202"}
    assert missing == {f"an instrument without `{name}`" for name in ("body", "date", "status")}
    assert all(fault.span and fault.help for fault in faults)


def test_the_tutorial_leads_from_the_text_to_rules_that_are_sound() -> None:
    """The cut file is what igov cuts; with the tutorial's pieces in it, it is the finished file, which lint passes."""
    page = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    text = (FOLDER / "resolution.txt").read_text(encoding="utf-8")
    assert f"```text\n{text}```" in page
    made = ask(
        text,
        "LAKE",
        source="examples/own-instrument/resolution.txt",
        body="Assembly of the Lake Towns",
        date="2031-05-04",
        status="adopted",
    )
    assert made.rules == (FOLDER / "cut.yaml").read_text(encoding="utf-8")
    finished = followed(made.rules, pieces(page))
    assert finished == (FOLDER / "lake.yaml").read_text(encoding="utf-8")
    answer = lint(*examine([FOLDER / "lake.yaml"], strict=True), test=True)
    assert answer.sound, answer.findings


OPENINGS = [
    (
        "Calls upon the States to support the participation of developing countries in work item {n}",
        "support",
        "should",
    ),
    ("Decides that the States shall regulate within their territory what work item {n} names", "regulate", "must"),
    ("Invites the States to discuss work item {n} with all others", "discuss", "may"),
]


def sixty() -> str:
    """Return a made-up resolution: ten recitals, and fifty paragraphs, of which every tenth has two items."""
    lines = ["Resolution on sixty matters", "", "The Assembly,", ""]
    for number in range(1, 11):
        lines += [f"{('Recalling', 'Noting')[number % 2]} what was said of matter {number},", ""]
    for number in range(1, 51):
        opening = OPENINGS[number % 3][0].format(n=number)
        if number % 10 == 0:
            lines += [f"{number}. Requests all of them:", "   (a) to be patient;", "   (b) to be kind;", ""]
        else:
            lines += [f"{number}. {opening};", ""]
    return "\n".join(lines)


def test_sixty_paragraphs_go_from_text_to_a_clean_lint(tmp_path: Path) -> None:
    """By what the tutorial says and nothing else: nothing where nobody gets anything, norms with tests elsewhere."""
    written = ask(sixty(), "BIG", body="The Assembly", date="2031-05-04", status="adopted").rules
    base, faults = read_back(tmp_path, written)
    mine = [provision for provision in base.provisions.values() if provision.instrument == "BIG"]
    assert len(mine) == 10 + 50 + 2 * 5
    assert {fault.code for fault in faults} == {"IG309"}
    for provision in mine:
        local = provision.id.removeprefix("BIG-")
        known = [row for row in OPENINGS if provision.text.startswith(row[0].split(" ")[0]) and "item" in row[0]]
        if known and local.isdigit():
            _, act, force = known[0]
            claim = f"holder: states, position: act, activity: {act}, topic: governance, force: {force}"
            said = (
                f"    norms:\n      - words: {provision.text.rstrip(';')}\n"
                + textwrap.indent(claim.replace(", ", "\n"), " " * 8)
                + f"\n        expect:\n          - {{says: States do it, {claim}, verdict: SUPPORTED}}\n"
            )
        else:
            said = "    assigns: nothing\n    because: it gives nobody a part\n"
        key = f'"{local}"' if local[0].isdigit() else local
        entry = re.search(rf"^  {re.escape(key)}:\n(?:    .*\n)*?(    assigns: unknown\n)", written, flags=re.MULTILINE)
        assert entry is not None
        written = written[: entry.start(1)] + said + written[entry.end(1) :]
    path = tmp_path / "big.yaml"
    path.write_text(written, encoding="utf-8")
    answer = lint(*examine([path], strict=True), test=True)
    assert answer.sound, answer.findings[:3]


def test_rules_with_unknown_provisions_load_and_answer_nothing_for_them(tmp_path: Path) -> None:
    """A half-finished file can be asked: what is unknown gives no norm."""
    path = tmp_path / "half.yaml"
    path.write_text(ask(NATIONS, "X", body="B", date="2031-05-04", status="draft").rules, encoding="utf-8")
    base = igov.load([path])
    assert "X-2a" in base.provisions
    assert base.provisions["X-2a"].assigns_nothing is None
    assert not [norm for norm in base.norms if norm.instrument == "X"]


def test_the_object_is_that_of_the_schema() -> None:
    """The object holds every provision with its line, the remarks, and the rules."""
    jsonschema.validate(to_json(ask(NATIONS, "X")), json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_command_writes_a_new_file_only(tmp_path: Path) -> None:
    """It writes where nothing is yet, tells what was cut, and refuses what it cannot take."""
    text, out = tmp_path / "text.txt", tmp_path / "x.yaml"
    text.write_text(NATIONS, encoding="utf-8")
    code, told = run(["new", str(text), "--id", "X", "--out", str(out), "--date", "2031-05-04", "--status", "draft"])
    assert (code, "provisions cut from" in told) == (0, True)
    assert out.read_text(encoding="utf-8").startswith("# Cut by")
    assert run(["new", str(text), "--id", "X", "--out", str(out)])[0] == 2
    assert run(["new", str(text), "--id", "no id"])[0] == 2
    assert run(["new", str(text), "--id", "X", "--date", "soon"])[0] == 2
    assert run(["new", str(tmp_path / "none.txt"), "--id", "X"])[0] == 3
    assert run(["new", str(text), "--id", "X", "--json"])[1].startswith('{"schema": "igov/new/1"')
    text.write_bytes(b"1. caf\xe9\n")
    code, told = run(["new", str(text), "--id", "X"])
    assert (code, "IG103" in told) == (3, True)
