"""Bases kept in files: what is read back is what was written, and whatever is done to a file no answer is wrong."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import igov
from igov.ask.compile import ask, compiled, opened
from igov.read.columns import column, values
from igov.read.compiled import Compiled, Damaged, Stale, compile_base, digest
from igov.read.load import examine
from igov.reason.index import Index, Side
from igov.reason.stored import StoredBase
from igov.terms.base import KnowledgeBase
from igov.terms.entry import Entry
from igov.terms.order import Axis
from test_index import GENERATE, entries, index, order
from transcripts import run

AXES = {"holder": "holders", "activity": "activities", "topic": "topics"}
RULES = Path(__file__).parent / "data" / "conditions.yaml"


def write(base: dict[str, Any], path: Path, key: bytes = b"") -> Index:
    """Compile a generated base into a file and return its index."""
    orders = {axis: order(Axis(axis), base[table]) for axis, table in AXES.items()}
    compile_base(entries(base), orders, path, key=key, words={"n1": ("n1", "the words")}, notes={"size": 3})
    return index(base)


@pytest.fixture(scope="module")
def generated() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a dense base of 120 norms with its queries."""
    base, queries = GENERATE.generate(120, 5, dense=True)
    return base, queries


@pytest.mark.parametrize("dense", [False, True], ids=["plain", "dense"])
def test_a_stored_base_answers_as_the_index(tmp_path: Path, dense: bool) -> None:
    """Points with their norms, and who-holds, are those of an index in memory."""
    base, queries = GENERATE.generate(600, 2, dense=dense)
    made = write(base, tmp_path / "base.igov")
    with Compiled(tmp_path / "base.igov") as store:
        stored = StoredBase(store)
        for point in queries["points"][:150]:
            assert stored.point(*point) == made.point(*point)
        for asked in queries["who"][:15]:
            assert dict(stored.who(*asked)) == dict(made.who(*asked))
        assert stored.point("nobody", "a1", "t1").side is Side.SILENT
        assert store.words("n1") == ("n1", "the words")
        assert store.words("n2") == ("", "")
        assert store.note("size") == 3
        assert store.note("none") is None


def answers(path: Path, queries: dict[str, Any]) -> list[object]:
    """Return what a file says, question by question; an exception where it will not say."""
    found: list[object] = []
    for point in queries["points"][:40]:
        try:
            with Compiled(path) as store:
                found.append(StoredBase(store).point(*point))
        except Damaged as trouble:
            found.append(trouble)
    return found


def test_a_damaged_file_gives_the_right_answer_or_none(
    tmp_path: Path, generated: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """A byte changed at any of many places, in head, slots and records: what is still answered is right."""
    base, queries = generated
    made = write(base, tmp_path / "base.igov")
    whole = (tmp_path / "base.igov").read_bytes()
    right = [made.point(*point) for point in queries["points"][:40]]
    assert answers(tmp_path / "base.igov", queries) == right
    refused = 0
    for place in [*range(0, 70, 3), *range(70, len(whole), 1000)]:
        broken = bytearray(whole)
        broken[place] ^= 0xFF
        (tmp_path / "broken.igov").write_bytes(broken)
        for found, expected in zip(answers(tmp_path / "broken.igov", queries), right, strict=True):
            assert isinstance(found, Damaged) or found == expected
            refused += isinstance(found, Damaged)
    assert refused


def test_a_file_cut_short_gives_the_right_answer_or_none(
    tmp_path: Path, generated: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """Cut anywhere, a file says what it said whole or refuses."""
    base, queries = generated
    made = write(base, tmp_path / "base.igov")
    whole = (tmp_path / "base.igov").read_bytes()
    right = [made.point(*point) for point in queries["points"][:40]]
    for length in (0, 10, 40, 61, 500, len(whole) // 2, len(whole) - 1):
        (tmp_path / "cut.igov").write_bytes(whole[:length])
        for found, expected in zip(answers(tmp_path / "cut.igov", queries), right, strict=True):
            assert isinstance(found, Damaged) or found == expected


def test_foreign_files_are_refused(tmp_path: Path) -> None:
    """A database of another make, text and nothing at all are no compiled bases."""
    with sqlite3.connect(tmp_path / "foreign.igov") as foreign:
        foreign.execute("create table norms (id)")
    foreign.close()
    (tmp_path / "text.igov").write_text("igov: 1\n")
    (tmp_path / "empty.igov").touch()
    for name in ("foreign", "text", "empty"):
        with pytest.raises(Damaged, match="no compiled base"):
            Compiled(tmp_path / f"{name}.igov")


def test_records_of_another_shape_are_refused(tmp_path: Path, generated: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """A file with right sums whose records are not what they should be is damaged, not obeyed."""
    base, _ = generated
    orders = {axis: order(Axis(axis), base[table]) for axis, table in AXES.items()}
    wrong: Any = [Entry("n", "h0", "a0", "t0", against=False, rank="high")]  # type: ignore[arg-type]  # as a forger would
    compile_base(wrong, orders, tmp_path / "forged.igov", words={"n": (1, 2)})  # type: ignore[dict-item]  # as above
    with Compiled(tmp_path / "forged.igov") as store:
        with pytest.raises(Damaged, match="another shape"):
            StoredBase(store).point("h0", "a0", "t0")
        with pytest.raises(Damaged, match="another shape"):
            store.words("n")


def test_a_base_of_other_rules_is_stale(tmp_path: Path, generated: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """The key of a base is the digest of its rules; with another it is not opened."""
    rules = tmp_path / "rules.yaml"
    rules.write_text("igov: 1\n")
    before = digest([rules])
    write(generated[0], tmp_path / "base.igov", before)
    Compiled(tmp_path / "base.igov", before).close()
    rules.write_text("igov: 1 \n")
    with pytest.raises(Stale, match="rules have changed"):
        Compiled(tmp_path / "base.igov", digest([rules]))


def test_nothing_is_left_behind_where_a_file_cannot_be_written(
    tmp_path: Path, generated: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """Where the file cannot take its place it is not begun, and what was there stays."""
    (tmp_path / "base.igov").mkdir()
    with pytest.raises(OSError, match=r"base\.igov"):
        write(generated[0], tmp_path / "base.igov")
    assert [path.name for path in tmp_path.iterdir()] == ["base.igov"]
    with pytest.raises(FileNotFoundError):
        write(generated[0], tmp_path / "nowhere" / "base.igov")


def test_the_command_compiles_when_it_must(tmp_path: Path, base: KnowledgeBase) -> None:
    """Compiled once, opened after that, and anew with one note when rules or the file have changed."""
    file = tmp_path / "base.igov"
    rules = tmp_path / "rules.yaml"
    shutil.copy(RULES, rules)
    asked = [
        "compile",
        "--rules",
        str(rules),
        "--out",
        str(file),
        "--who",
        "operate",
        "day-to-day operations",
        "--json",
    ]
    schema = json.loads((Path(igov.__file__).parent / "show" / "schemas" / "compile.json").read_text("utf-8"))
    code, first = run(asked)
    assert code == 0
    jsonschema.validate(json.loads(first), schema)
    made = file.stat().st_mtime_ns
    assert run(asked) == (0, first)
    os.utime(rules, ns=(0, 0))
    assert run(asked) == (0, first)
    assert file.stat().st_mtime_ns == made
    rules.write_text(rules.read_text("utf-8") + "# changed\n", "utf-8")
    assert run(asked) == (0, "note: compiled anew: its rules have changed\n" + first)
    file.write_bytes(b"SQLite format 3\0" + bytes(100))
    assert run(asked) == (0, "note: compiled anew: it is no compiled base\n" + first)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) - len(whole) // 3])
    code, again = run(asked)
    assert code == 0
    assert again.endswith(first)
    assert again.count("compiled anew") <= 1
    assert len(base.norms) <= json.loads(first)["entries"] + json.loads(first)["left_out"]


def test_the_command_says_what_it_cannot_do(tmp_path: Path) -> None:
    """Two questions at once, an unknown name, a rules file to write on: misuse; a place that cannot be written: 3."""
    out = ["compile", "--out", str(tmp_path / "base.igov")]
    code, text = run([*out, "--who", "operate", "no such topic"])
    assert (code, 'unknown topic "no such topic"' in text) == (2, True)
    assert run([*out, "--who", "operate", "standards", "--point", "states", "operate", "standards"])[0] == 2
    rules = tmp_path / "rules.yaml"
    shutil.copy(RULES, rules)
    assert run(["compile", "--rules", str(rules), "--out", str(rules)])[0] == 2
    assert rules.read_bytes() == RULES.read_bytes()
    assert run(["compile", "--out", str(tmp_path / "nowhere" / "base.igov")])[0] == 3


def test_a_compiled_base_quotes_the_words(tmp_path: Path, base: KnowledgeBase) -> None:
    """A point that a norm of the rules gives is given, with its cite and words."""
    file = tmp_path / "base.igov"
    compiled((), file)
    store, why = opened((), file)
    assert why == ""
    given = 0
    with store:
        for norm in base.norms:
            terms = (norm.holder.term, norm.activity, *norm.topic)
            if norm.position != "act" or len(terms) != 3 or norm.activity == "unspecified":
                continue
            answer = ask(store, "base.igov", terms)
            for found, cite, words in answer.norms:
                assert any((n.id, n.cite, n.words) == (found, cite, words) for n in base.norms)
            given += norm.id in {found for found, _, _ in answer.norms}
    assert given > 10


def test_the_built_in_rules_come_back_as_they_were(base: KnowledgeBase) -> None:
    """Nouns kept as columns are the nouns that were kept."""
    fresh, faults = examine()
    assert faults == ()
    for kept in (fresh.norms, tuple(fresh.provisions.values()), fresh.expectations, fresh.norms[:0]):
        assert tuple(values(column(kept))) == kept
    assert values(column([fresh.vocabulary]))[0].axes == fresh.vocabulary.axes
    assert fresh.norms == base.norms
    assert fresh.expectations == base.expectations
    with pytest.raises(TypeError, match="cannot be kept"):
        column([Path()])


def copied(folder: Path) -> tuple[Path, dict[str, str]]:
    """Return a copy of the package with the rules in it, and the environment of a start that keeps what it reads."""
    package = folder / "igov"
    source = Path(igov.__file__).parent
    shutil.copytree(source, package, ignore=shutil.ignore_patterns("__pycache__"))
    if not (package / "rules").is_dir():
        shutil.copytree(source.parent.parent / "rules", package / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return package, environment | {"PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}


def printed(code: str, environment: dict[str, str]) -> str:
    """Return what a fresh process prints."""
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return run.stdout


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (
            "base",
            "import igov; base = igov.load(); print(len(base.norms), len(base.expectations), base.norms[0].words)",
        ),
        (
            "english",
            (
                "import igov; base = igov.load(); "
                "print(igov.check_claim(base, 'NGOs have policy authority over domain names').judgement.cites)"
            ),
        ),
        (
            "slips",
            (
                "import igov; base = igov.load(); "
                "print(igov.check_claim(base, 'The goverments have authorty over domain names').judgement.cites)"
            ),
        ),
    ],
)
def test_what_is_kept_and_damaged_is_made_anew(tmp_path: Path, name: str, code: str) -> None:
    """Whatever byte of what is kept is changed, the next start answers the same, and mends it or does without."""
    package, environment = copied(tmp_path)
    first = printed(code, environment)
    assert "TA-35a" in first or first[0].isdigit()
    (kept,) = (package / "rules" / "__pycache__").glob(f"built-in.*.{name}")
    whole = kept.read_bytes()
    for place in (0, len(whole) // 2, len(whole) - 1):
        kept.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert printed(code, environment) == first
        assert name == "slips" or kept.read_bytes() == whole
    kept.write_bytes(whole[:1000])
    assert printed(code, environment) == first


def test_what_is_kept_of_the_reader_is_stale_when_its_tables_change(tmp_path: Path) -> None:
    """A phrase that is added to the tables is read at the next start."""
    package, environment = copied(tmp_path)
    code = (
        "import igov; base = igov.load(); "
        "print(igov.check_claim(base, 'Blorfers have policy authority over domain names').judgement is None)"
    )
    assert printed(code, environment) == "True\n"
    tables = package / "read" / "english" / "phrases.txt"
    text = tables.read_text(encoding="utf-8")
    tables.write_text(text.replace("\ncivil-society: ", "\ncivil-society: blorfer | "), encoding="utf-8")
    assert printed(code, environment) == "False\n"


def test_a_vocabulary_of_ones_own_uses_nothing_that_was_kept(tmp_path: Path) -> None:
    """A name that added rules bring is read, though the lexicon of the built-in rules was kept before."""
    words = tmp_path / "words.yaml"
    words.write_text(
        "igov: 1\nvocabulary:\n  holder:\n"
        "    - {id: lamplighters, label: lamplighters, kind: class, under: {term: civil-society, basis: made up}}\n",
        encoding="utf-8",
    )
    sentence = "Lamplighters should have an important role on Internet matters."
    assert igov.check_claim(igov.load(), sentence).judgement is None
    judgement = igov.check_claim(igov.load([str(words)]), sentence).judgement
    assert judgement is not None
    assert judgement.cites == ("TA-35c",)
