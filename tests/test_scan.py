"""Documents: their text, their sentences with places, the verdicts on them, and the reports."""

from __future__ import annotations

import io
import json
import time
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import igov
from igov.ask import scan
from igov.cli import answer as door
from igov.read.documents import UnreadableDocument, document_of, read_document, sentences
from igov.show.page import draw
from igov.terms.base import KnowledgeBase

BASE: KnowledgeBase = igov.load()

SPEECH = """\
# Remarks

Thank you, Mr. Chair. Civil society should play an important role on Internet matters.
The ITU holds policy authority! We had soup, e.g. tomato soup.

- The **private sector** takes the lead in [day-to-day operations](https://example.org).
- Only governments set public policy <script>alert(1)</script>.

```
Civil society has no role.
```

SECRETARY: The lunch was good.
"""


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    """Return a file with a speech."""
    path = tmp_path / "speech.md"
    path.write_text(SPEECH, encoding="utf-8")
    return path


def test_sentences_stand_where_they_say(speech: Path) -> None:
    """Every sentence is found at its place in the text, abbreviations end none, and code is left out."""
    document = read_document(speech)
    found = [sentence.text for sentence in document.sentences]
    assert found == [
        "Remarks",
        "Thank you, Mr. Chair.",
        "Civil society should play an important role on Internet matters.",
        "The ITU holds policy authority!",
        "We had soup, e.g. tomato soup.",
        "The private sector takes the lead in day-to-day operations.",
        "Only governments set public policy <script>alert(1)</script>.",
        "The lunch was good.",
    ]
    for sentence in document.sentences[1:5]:
        assert " ".join(document.text[sentence.start : sentence.end].split()) == sentence.text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB .!?\n\"'-#*`1)"), max_size=300), st.booleans())
def test_sentences_are_in_order_and_apart(text: str, markdown: bool) -> None:
    """Whatever the text, sentences follow one another, none is empty, and all lie in it."""
    at = 0
    for sentence in sentences(text, markdown=markdown):
        assert at <= sentence.start < sentence.end <= len(text)
        at = sentence.end


@pytest.mark.parametrize("text", ["!" * 300_000 + "x", "a. " * 60_000, "[" * 200_000, " \n" * 150_000, "a" * 1_000_000])
def test_long_texts_are_cut_in_linear_time(text: str) -> None:
    """No text makes the cutting of sentences slow."""
    began = time.perf_counter()
    for markdown in (False, True):
        assert all(sentence.end <= len(text) for sentence in sentences(text, markdown=markdown))
    assert time.perf_counter() - began < 10


def test_a_page_gives_its_text() -> None:
    """HTML gives what is seen of it, block by block, with its title."""
    head = "<html><head><title>A talk</title><style>p{}</style></head>"
    page = f"{head}<body><p>One&nbsp;&amp; two.</p><script>no()</script><ul><li>Three"
    document = document_of("talk.html", page.encode(), "html")
    assert document.title == "A talk"
    assert [sentence.text for sentence in document.sentences] == ["One & two.", "Three"]


@pytest.mark.parametrize(
    "raw", [b"\xff\xfeC\x00i\x00", b"caf\xe9", b"\xef\xbb\xbfhello", b"one and\x00 two, and more" * 9, b""]
)
def test_however_it_is_coded_text_comes_out(raw: bytes) -> None:
    """A few bytes that are no characters do not make the reader of text raise."""
    for kind in ("text", "markdown", "html"):
        assert isinstance(document_of("x", raw, kind).text, str)


def test_where_nothing_can_be_opened_nothing_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """The file is named, and no page says that nobody claims a role in it."""
    assert door(["scan", "there/is/no.txt"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "no.txt: No such file" in told.err


def test_what_is_no_text_is_told() -> None:
    """Bytes of which many are controls: a picture, a program, noise."""
    noise = bytes(range(256)) * 9
    for kind in ("text", "markdown", "html"):
        with pytest.raises(UnreadableDocument, match="x: it is not text"):
            document_of("x", noise, kind)


def test_word_files_and_pdf_are_read() -> None:
    """DOCX gives its paragraphs; what is no PDF or DOCX is told."""
    docx = pytest.importorskip("docx")
    pytest.importorskip("pypdf")
    made, stream = docx.Document(), io.BytesIO()
    made.add_paragraph("Civil society has an important role. It is so.")
    made.save(stream)
    assert len(document_of("a.docx", stream.getvalue(), "docx").sentences) == 2
    for kind in ("docx", "pdf"):
        with pytest.raises(UnreadableDocument, match="can be read"):
            document_of(f"a.{kind}", b"nothing", kind)


@pytest.mark.parametrize(("kind", "module"), [("docx", "docx"), ("pdf", "pypdf")])
def test_a_missing_library_is_told_with_the_line_that_installs_it(
    kind: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the extra is not installed the trouble names it."""
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(UnreadableDocument) as told:
        document_of(f"a.{kind}", b"", kind)
    assert "igov[documents]" in told.value.remedy


def test_sentences_that_claim_are_judged(speech: Path) -> None:
    """Sentences that say who holds what get a verdict, the others none, and the screen shows both counts."""
    answer = scan.ask(BASE, [read_document(speech)])
    verdicts = {
        remark.sentence.text.split()[0] + remark.sentence.text[-8:]: remark.verdict for remark in answer.remarks[0]
    }
    assert {"SUPPORTED", "CONTRADICTED", "OVERSTATED"} <= set(verdicts.values())
    assert "of 8 sentences judged" in draw(scan.view(answer), 80)
    everything = scan.ask(BASE, [read_document(speech)], all_sentences=True)
    assert len(everything.remarks[0]) == 8


def test_several_jobs_find_the_same(tmp_path: Path) -> None:
    """What comes out does not depend on how many work on it."""
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"{SPEECH} Number {number}." for number in range(20)), encoding="utf-8")
    document = read_document(path)
    alone, together = (list(scan.to_json(scan.ask(BASE, [document], jobs=jobs))) for jobs in (1, 2))
    assert alone
    assert alone == together


def test_a_cluster_finds_the_same(tmp_path: Path) -> None:
    """What comes out of a cluster is what comes out of one process."""
    distributed = pytest.importorskip("distributed")
    path = tmp_path / "long.txt"
    path.write_text(SPEECH * 10, encoding="utf-8")
    document = read_document(path)
    alone = list(scan.to_json(scan.ask(BASE, [document])))
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, protocol="tcp"
    ) as cluster:
        shared = scan.ask(BASE, [document], scheduler=cluster.scheduler_address)
    assert list(scan.to_json(shared)) == alone


def test_no_cluster_is_told(speech: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the extra, or where no cluster answers, a message says so."""
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    assert door(["scan", str(speech), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "igov[cluster]" in capsys.readouterr().err


def test_an_interruption_keeps_what_is_done(tmp_path: Path) -> None:
    """Interrupted, the answer holds the chunks judged until then and says that it is not whole."""
    path = tmp_path / "long.txt"
    path.write_text(SPEECH * 20, encoding="utf-8")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    answer = scan.ask(BASE, [read_document(path)], step=interrupt)
    assert not answer.whole
    assert answer.remarks[0]
    assert "Interrupted" in draw(scan.view(answer), 80)


class Balanced(HTMLParser):
    """Notes the tags of a page and whether each is closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an opening tag."""
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)
        assert not any(value and value.startswith(("http", "//")) for _, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag


def test_the_page_is_one_sound_file(speech: Path, tmp_path: Path) -> None:
    """The HTML report is balanced, asks the network for nothing, escapes what it quotes, and holds the clauses."""
    out = tmp_path / "report.html"
    assert door(["scan", str(speech), "--format", "html", "--out", str(out)]) == 0
    page = out.read_text("utf-8")
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    assert {"details", "mark", "blockquote"} <= parser.seen
    assert "script" not in parser.seen
    assert "&lt;script&gt;" in page
    assert "Policy authority for Internet-related public policy issues is the sovereign right of States" in page


def test_json_lines_carry_places(speech: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every line fits the schema, and its offsets find the sentence in the file."""
    assert door(["scan", str(speech), "--json", "--all"]) == 0
    schema = json.loads((files("igov") / "show" / "schemas" / "scan.json").read_text("utf-8"))
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == 8
    for line in lines:
        jsonschema.validate(line, schema)
    assert SPEECH[lines[3]["start"] : lines[3]["end"]] == "The ITU holds policy authority!"


def test_codes_and_messages(speech: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read ends with 3, the others are scanned all the same; misuse ends with 2."""
    assert door(["scan", str(tmp_path / "none.txt"), str(speech)]) == 3
    told = capsys.readouterr()
    assert "none.txt" in told.err
    assert "SUPPORTED" in told.out
    assert door(["scan", str(speech), "--exit-code"]) == 1
    assert door(["scan", str(speech), "--json", "--format", "html"]) == 2
    assert door(["scan"]) == 2
