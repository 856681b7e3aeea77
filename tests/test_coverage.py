"""What the rules cover, and a reader's own copy of a text beside the paraphrase of it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from igov.ask.lint import ask as lint
from igov.ask.lint import to_json
from igov.read.copies import check_pinpoints, read_copy, words_in
from igov.read.load import examine
from igov.reason.coverage import coverage
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.place import Report
from transcripts import ROOT, run

COPY = """\
34. An invented sentence about definitions.

35. An invented header:

a) one thing;

b) another;

36. The last invented sentence.
"""


@pytest.fixture
def copy_of_it(tmp_path: Path) -> str:
    """Return the path of an invented copy of three paragraphs."""
    path = tmp_path / "copy.txt"
    path.write_text(COPY, encoding="utf-8")
    return str(path)


def test_every_provision_is_counted_once(base: KnowledgeBase) -> None:
    """Verbatim, paraphrased, assigning nothing and unknown make up all provisions; none of the built-in is unknown."""
    found = coverage(base)
    for name, encoded in found.instruments.items():
        counted = encoded.verbatim + sum(encoded.paraphrased.values()) + encoded.nothing + encoded.unknown
        assert counted == sum(provision.instrument == name for provision in base.provisions.values())
        assert encoded.unknown == 0
    assert found.instruments["TA"].verbatim == 6
    assert set(found.instruments["TA-full"].paraphrased) == {"seen", "partly seen", "recalled"}
    assert not found.instruments["TA-full"].verbatim


def test_norms_are_counted_by_holder_and_axis(base: KnowledgeBase) -> None:
    """The numbers of all holders add up to all norms, and what shuts a holder out is counted."""
    found = coverage(base)
    assert sum(spoken.norms for spoken in found.holders.values()) == len(base.norms)
    assert sum(spoken.against for spoken in found.holders.values()) == sum(n.polarity == "against" for n in base.norms)
    assert found.holders["states"].terms[Axis.ACTIVITY] > 10


def test_terms_never_used_are_those_that_nothing_names(base: KnowledgeBase) -> None:
    """What is listed as never used is in the vocabulary, and no norm uses it or anything below it."""
    found = coverage(base)
    for axis, terms in found.unused.items():
        if axis is Axis.TOPIC:
            order = base.vocabulary.order(axis)
            used = {above for norm in base.norms for term in norm.topic for above in order.above(term)}
            assert not set(terms) & used
    assert "states" not in found.unused.get(Axis.HOLDER, ())


def test_what_is_unknown_is_counted() -> None:
    """A file as it was cut has its provisions counted as unknown."""
    base, faults = examine([ROOT / "examples" / "own-instrument" / "cut.yaml"], strict=True)
    answer = lint(base, faults, covered=True)
    assert answer.coverage is not None
    assert answer.coverage.instruments["LAKE"].unknown == 3
    schema = json.loads((ROOT / "src" / "igov" / "show" / "schemas" / "lint.json").read_text(encoding="utf-8"))
    jsonschema.validate(to_json(answer), schema)


def test_the_command_tells_what_is_covered() -> None:
    """With --coverage the screen has the four parts of the report."""
    text = run(["lint", "--coverage"])[1]
    for head in ("Provisions", "Norms by holder and axis", "Terms never used", "Norms that no test exercises"):
        assert f"\n{head}\n" in text


def test_paragraphs_are_found_by_number(copy_of_it: str) -> None:
    """A number means its paragraph with its items, a span all of its paragraphs, and a name none."""
    found = read_copy(copy_of_it)
    assert [one.id for one in words_in(found, "35") or ()] == ["35", "35a", "35b"]
    assert [one.id for one in words_in(found, "34-36") or ()] == ["34", "35", "35a", "35b", "36"]
    assert words_in(found, "36-37") == ()
    assert words_in(found, "37") == ()
    assert words_in(found, "roles") is None


def test_pinpoints_are_checked_against_the_copy(base: KnowledgeBase, copy_of_it: str) -> None:
    """What has no paragraph there is told with its place, and so are words that are not those of the text."""
    faults = check_pinpoints(base, "TA-full", read_copy(copy_of_it))
    wanting = {fault.title.split('"')[1] for fault in faults}
    assert {"29", "32-33", "72a"} <= wanting
    assert not {"34", "36"} & wanting
    assert {fault.code for fault in faults} == {"IG601"}
    assert all(fault.span and fault.help and "34 to 36" in fault.note for fault in faults)
    verbatim = {fault.title for fault in check_pinpoints(base, "TA", read_copy(copy_of_it)) if fault.code == "IG602"}
    assert verbatim == {f'the words of "{number}" are not those of the text' for number in ("35", "35a", "35b")}


def test_the_right_copy_has_nothing_wrong(base: KnowledgeBase, tmp_path: Path) -> None:
    """A copy that has the words, in other white space and with other quotation marks, agrees."""
    path = tmp_path / "agenda.txt"
    lines = [f"35. {base.provisions['TA-35'].text}"]
    lines += [f"{letter}) {base.provisions[f'TA-35{letter}'].text}" for letter in "abcde"]
    path.write_text("\n\n".join(lines).replace(" of ", "\n of "), encoding="utf-8")
    assert check_pinpoints(base, "TA", read_copy(str(path))) == ()


def test_a_provision_is_shown_with_the_words_of_the_copy(copy_of_it: str) -> None:
    """The paraphrase and the reader's own words stand on one screen, and in the object."""
    text = run(["show", "TA-full-34", "--text", copy_of_it])[1]
    assert "Paraphrase, seen: check against the text" in text
    assert "An invented sentence about definitions." in text
    assert "It has no such paragraph." in run(["show", "TA-full-37", "--text", copy_of_it])[1]
    assert json.loads(run(["show", "TA-full-36", "--text", copy_of_it, "--json"])[1])["copy"] == [
        "The last invented sentence."
    ]


def test_what_cannot_be_read_is_told(tmp_path: Path, copy_of_it: str) -> None:
    """A copy that is no UTF-8 is a report, one that is not there ends with 3, and a bare path is misuse."""
    path = tmp_path / "latin.txt"
    path.write_bytes(b"1. caf\xe9\n")
    with pytest.raises(Report):
        read_copy(str(path))
    assert run(["show", "TA-35a", "--text", str(tmp_path / "none.txt")])[0] == 3
    assert run(["lint", "--text", copy_of_it])[0] == 2
    assert run(["lint", "--text", f"TA-full={copy_of_it}"])[0] == 1
