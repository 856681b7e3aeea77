"""The judge of a debate and its record: what was confirmed is on the disk, whatever happens, and nothing is erased."""

from __future__ import annotations

import io
import json
import os
import random
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igov.cli import answer
from igov.read.record import LARGEST, Writer, event_object, parse_record, read_record
from igov.read.spoken import COMMANDS, Spoken, in_their_name, spoken
from igov.reason.score import KINDS, scores
from igov.show.diagnostics import draw
from igov.show.score import changes_phrase, rules_phrase
from igov.terms.base import KnowledgeBase
from igov.terms.codes import CODES
from igov.terms.debate import Event, Opening, Record, Ruling, Sitting
from igov.terms.place import Report
from igov.terms.verdict import Verdict

SPECIMENS = Path(__file__).parent / "specimens" / "records"
CLAIMS = {
    "Civil society: We have policy authority over domain names": ("CONTRADICTED", ["TA-35a"], []),
    "Brazil: Governments alone should set Internet policy": ("OVERSTATED", ["TA-68"], ["share"]),
    "ICANN: We should have an important role in technical standards": ("SUPPORTED", ["TA-35e"], []),
    "States: Countries have a role in the everyday assignment of domain names": (
        "DISPUTED",
        ["OP-recognizing-3", "TA-69"],
        [],
    ),
    "Civil society: Governments have no role in technical standards": ("SILENT", [], []),
    "Brazil: the cat sat on the mat": (None, [], []),
}
FIRST = next(iter(CLAIMS))
UNDER = Sitting("0.1.0", "0" * 64, ("TA", "OP"))
POSIX = os.name == "posix"


class Done(NamedTuple):
    """What a command wrote, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def run(*args: str, stdin: str = "") -> Done:
    """Run the command here, through the door, as in a process of its own."""
    kept = sys.stdin, sys.stdout, sys.stderr
    streams = [io.TextIOWrapper(io.BytesIO(text), encoding="utf-8") for text in (stdin.encode(), b"", b"")]
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        code = answer(["debate", *args])
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    for stream in streams[1:]:
        stream.flush()
    out, err = (stream.buffer.getvalue().decode() for stream in streams[1:])
    return Done(code, out, err)


def heard(path: Path, *lines: str, more: tuple[str, ...] = ()) -> Done:
    """Have lines judged into a record."""
    return run("--judge", str(path), *more, stdin="".join(f"{line}\n" for line in lines))


def code_of(make: Callable[[], object]) -> str:
    """Return the one code of the report that something raises."""
    with pytest.raises(Report) as caught:
        make()
    (fault,) = caught.value.diagnostics
    assert fault.code in CODES
    return fault.code


def opened(number: int, at: str) -> Event:
    """Make the first event of a record."""
    return Event(number, at, opening=Opening("A motion", ("states",)), sitting=UNDER)


def ruled(speaker: str, verdict: Verdict | None = Verdict.SILENT) -> Callable[[int, str], Event]:
    """Return what makes a ruling."""
    return lambda number, at: Event(number, at, ruling=Ruling(speaker, None, "a claim “…”", verdict))


def written(path: Path, *speakers: str) -> bytes:
    """Write a record in which each has spoken once, and return its bytes."""
    with Writer(str(path)) as writer:
        writer.add(opened)
        for speaker in speakers:
            writer.add(ruled(speaker))
    return path.read_bytes()


def test_claims_are_judged_as_they_are_spoken(tmp_path: Path) -> None:
    """Each gets a line with its verdict, the cite and the axis; the score counts them by delegation."""
    path = tmp_path / "debate.jsonl"
    done = heard(path, *CLAIMS)
    assert (done.returncode, done.stderr) == (0, "")
    assert "✗ CONTRADICTED   Civil society: TA-35a gives it to States alone." in done.stdout
    assert "≈ OVERSTATED     Brazil: The sentence goes further than TA-68 on share." in done.stdout
    assert "✓ SUPPORTED      ICANN: TA-35e says so." in done.stdout
    rulings = [ruling for _, ruling in read_record(str(path)).standing]
    assert [(r.verdict, list(r.cites), list(r.axes)) for r in rulings] == list(CLAIMS.values())
    assert rulings[0].read_as == "Civil society have policy authority over domain names"
    board = run("--judge", str(path), "--score").stdout
    assert re.search(r"Civil society +✓ 0 +≈ 0 +✗ 1 +≠ 0 +∅ 1 +\? 0", board.replace("\u00a0", " "))
    assert re.search(r"Together +✓ 1 +≈ 1 +✗ 1 +≠ 1 +∅ 1 +\? 1", board.replace("\u00a0", " "))
    assert board.strip() == done.stdout[done.stdout.index("Score") :].strip()


def test_a_debate_is_taken_up_again(tmp_path: Path) -> None:
    """The score goes on, the rules are named, and the last speaker has the floor."""
    path = tmp_path / "debate.jsonl"
    heard(path, "Brazil: Governments alone should set Internet policy", more=("ITU should lead Internet governance",))
    done = heard(path, "Governments should have a role in Internet governance")
    assert "Taken up: 1 claim so far." in done.stdout
    assert "Judged under: igov" in done.stdout
    assert "texts TA, OP" in done.stdout
    assert done.stderr == ""
    assert [r.speaker for _, r in read_record(str(path)).standing] == ["Brazil", "Brazil"]


def test_what_is_taken_back_stays_in_the_file(tmp_path: Path) -> None:
    """An undo is an event of its own: the claim leaves the score, and the bytes before it stay as they were."""
    path = tmp_path / "debate.jsonl"
    first, second = list(CLAIMS)[:2]
    heard(path, first)
    before = path.read_bytes()
    done = heard(path, second, "/undo", "/undo", "/undo")
    assert done.stdout.count("Taken back: ") == 2
    assert "there is no claim to take back" in done.stderr
    assert path.read_bytes().startswith(before)
    assert read_record(str(path)).standing == ()
    kinds = [json.loads(line)["event"] for line in path.read_text("utf-8").splitlines()]
    assert kinds == ["opened", "judged", "judged", "undone", "undone"]


def test_changed_rules_are_told_and_recorded(tmp_path: Path) -> None:
    """Other texts are named; claims that would come out otherwise are listed, the score keeps the first verdict."""
    path = tmp_path / "debate.jsonl"
    dispute = "States: Countries have a role in the everyday assignment of domain names"
    heard(path, dispute, FIRST)
    done = heard(path, list(CLAIMS)[1], more=("--adopted-only",))
    assert "the rules have changed since" in done.stderr
    told = " ".join(done.stdout.split())
    assert "Of 2 claims 1 would get another verdict now" in told
    assert "was DISPUTED, would be CONTRADICTED" in told
    record = read_record(str(path))
    assert next(r.verdict for _, r in record.standing) is Verdict.DISPUTED
    assert record.sitting is not None
    assert record.sitting.adopted_only
    assert sum(event.sitting is not None for event in record.events) == 2
    again = heard(path, more=("--adopted-only",))
    assert again.stderr == ""
    back = heard(path, more=("--assume", "day-to-day-wholly-outside"))
    assert "other readings, facts or drafts were chosen" in " ".join(back.stderr.split())


def test_the_rules_files_are_told_apart(tmp_path: Path) -> None:
    """A record judged under other rules files, or another igov, says so; where nothing changes it says that too."""
    path = tmp_path / "debate.jsonl"
    heard(path, FIRST)
    added = Path(__file__).parent / "data" / "conditions.yaml"
    done = heard(path, more=("--rules", str(added)))
    assert "the rules files are others" in " ".join(done.stderr.split())
    assert "Every claim would get the same verdict now." in done.stdout
    other = UNDER._replace(igov="0.0.9", instruments=(), assume=("x",), without=("y",), adopted_only=True)
    assert changes_phrase(other, UNDER).startswith("igov is 0.1.0 and was 0.0.9; the texts are TA, OP and were none")
    assert rules_phrase(other).endswith("texts none, assuming x, without y, adopted texts only")


def test_a_record_keeps_its_motion(tmp_path: Path) -> None:
    """The motion is in the record, with the delegations of its kit; another one is refused, and nothing is written."""
    path = tmp_path / "debate.jsonl"
    done = heard(path, more=("Governments alone should set Internet policy", "--delegation", "ITU"))
    assert "Motion: “Governments alone should set Internet policy”" in done.stdout
    assert read_record(str(path)).opening.seats == ("itu",)
    before = path.read_bytes()
    other = heard(path, "ITU: ITU should lead", more=("ITU should lead Internet governance",))
    assert other.returncode == 2
    assert "another motion" in other.stderr
    assert path.read_bytes() == before
    missing = tmp_path / "other.jsonl"
    assert heard(missing, more=("the cat sat",)).returncode == 4
    assert not missing.exists()


def test_commands_of_a_session(tmp_path: Path) -> None:
    """Help, score, the last verdict in full, who speaks; what is no command or has no speaker is told, not recorded."""
    path = tmp_path / "debate.jsonl"
    done = heard(
        path,
        "Governments alone should set Internet policy",
        "/why",
        "/speaker Brazil:",
        "Governments alone should set Internet policy",
        "",
        "/w",
        "/s",
        "/nonsense",
        "/sc",
        "ITU:",
        "we have a role",
        "/help",
        "/end",
        "Brazil: never heard",
    )
    assert "who speaks? Nothing was recorded" in done.stderr
    assert "there is no command /nonsense" in done.stderr
    assert "there is no command /s" in done.stderr
    assert "Nothing was judged in this sitting." in done.stdout
    assert "What the text would bear" in done.stdout
    assert "/undo: take the last claim back" in done.stdout
    assert done.stdout.count("\nScore\n") == 2
    assert [r.speaker for _, r in read_record(str(path)).standing] == ["Brazil", "ITU"]


def test_json_lines_keep_to_their_schemas(tmp_path: Path) -> None:
    """Every line of a record, every line told, and the score fit the shipped schemas."""
    path = tmp_path / "debate.jsonl"
    first = FIRST
    done = run("--judge", str(path), "--json", stdin=f"{first}\n/undo\n/score\n{first}\n")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    with path.open("ab") as file:
        file.write(b'{"schema": "igov/deb')
    heard(path, first, more=("--adopted-only",))
    lines = [json.loads(line) for line in path.read_bytes().splitlines() if line.endswith(b"}")]
    assert {line["event"] for line in lines} == {"opened", "judged", "undone", "set-aside", "rules"}
    score = json.loads(run("--judge", str(path), "--score", "--json").stdout)
    shapes = [schema("debate-record"), schema("debate-score")]
    for shape in shapes:
        jsonschema.Draft202012Validator.check_schema(shape)
    for one in (*told, *lines, score):
        jsonschema.validate(one, shapes[one["schema"] == "igov/debate-score/1"])
    assert [one.get("event") for one in told] == ["opened", "judged", "undone", None, "judged", None]
    assert score["claims"] == 2


def schema(name: str) -> dict[str, Any]:
    """Return a schema as it is shipped."""
    found: dict[str, Any] = json.loads((files("igov") / "show" / "schemas" / f"{name}.json").read_text("utf-8"))
    return found


def test_every_cut_of_a_record_loses_nothing_before_it(tmp_path: Path) -> None:
    """Cut at any byte, a record reads as the whole lines before the cut; what is added next is read with them."""
    path = tmp_path / "debate.jsonl"
    whole = written(path, "A", "B")
    for cut in range(len(whole) + 1):
        path.write_bytes(whole[:cut])
        kept = whole[:cut].count(b"\n") + (cut < len(whole) and whole[cut : cut + 1] == b"\n")
        found = read_record(str(path))
        assert len(found.events) == kept, cut
        with Writer(str(path)) as writer:
            assert writer.record == found
            if not writer.record.events:
                writer.add(opened)
            writer.add(ruled("C"))
            after = writer.record
        read = read_record(str(path))
        assert read == after
        assert read.torn == ()
        assert read.events[:kept] == found.events
        assert read.standing[-1][1].speaker == "C"
        assert kept == 0 or path.read_bytes().startswith(whole[:cut])


def test_a_torn_line_is_told_and_set_aside(tmp_path: Path) -> None:
    """It is told once with its code and its place, stays in the file, and does not count."""
    path = tmp_path / "debate.jsonl"
    heard(path, *list(CLAIMS)[:2])
    with path.open("ab") as file:
        file.write(b'{"schema": "igov/debate-record/1", "event": "judged", "number": 4, "at"')
    torn = path.read_bytes()
    score = run("--judge", str(path), "--score")
    assert path.read_bytes() == torn
    assert score.returncode == 0
    assert "IG705" in score.stderr
    done = heard(path, "/undo")
    assert "IG705: the last line of the record is torn" in " ".join(done.stderr.split())
    assert "debate.jsonl:4:1" in " ".join(done.stderr.split()).replace(" ", "")
    assert path.read_bytes().startswith(torn)
    assert heard(path).stderr == ""
    assert len(read_record(str(path)).standing) == 1


def test_two_crashes_at_one_place(tmp_path: Path) -> None:
    """A line torn while another was being set aside is set aside with it."""
    path = tmp_path / "debate.jsonl"
    written(path, "A")
    with path.open("ab") as file:
        file.write(b'{"torn\n{"schema": "igov/debate-record/1", "event": "set-as')
    assert read_record(str(path)).torn == (3, 4)
    with Writer(str(path)) as writer:
        writer.add(ruled("B"))
    found = read_record(str(path))
    assert [event.aside for event in found.events] == [(), (), (3, 4), ()]
    assert found.torn == ()


def test_a_record_that_had_only_begun_is_begun_anew(tmp_path: Path) -> None:
    """A first line that is torn held nothing that was confirmed; it is told."""
    path = tmp_path / "debate.jsonl"
    path.write_bytes(b'{"schema": "igov/debate-rec')
    assert read_record(str(path)) == Record()
    done = heard(path, FIRST)
    assert "IG705" in done.stderr
    assert len(read_record(str(path)).standing) == 1


@pytest.mark.skipif(not POSIX, reason="locks of another kind")
def test_one_judge_at_a_time(tmp_path: Path) -> None:
    """A second judge is refused with one message while the first has the record open, and may have it afterwards."""
    path = tmp_path / "debate.jsonl"
    with Writer(str(path)) as writer:
        writer.add(opened)
        before = path.read_bytes()
        second = heard(path, FIRST)
        assert second.returncode == 3
        assert "IG706" in second.stderr
        assert second.stderr.count("error") == 1
        assert path.read_bytes() == before
        assert run("--judge", str(path), "--score").returncode == 0
    assert heard(path, FIRST).returncode == 0


def test_what_is_no_record_is_left_alone(tmp_path: Path) -> None:
    """Rules, text, an empty object, another make: one message each, exit code 3, and not a byte is changed."""
    for number, (content, code) in enumerate(
        [
            (b"igov: 1\n", "IG702"),
            (b"\xff\xfe\x00", "IG702"),
            (b"{}\n", "IG702"),
            (b'{"schema": "igov/claim/1"}\n', "IG702"),
            (b"[" * 100_000, "IG702"),
            (b'{"schema": "igov/debate-record/2", "event": "opened"}\n', "IG703"),
        ]
    ):
        path = tmp_path / f"{number}.jsonl"
        path.write_bytes(content)
        for more in ((), ("--score",)):
            done = heard(path, more=more)
            assert done.returncode == 3
            assert f"error {code}" in done.stderr
            assert "1 fault in the record" in done.stderr
        assert path.read_bytes() == content


def test_paths_that_cannot_be_opened(tmp_path: Path) -> None:
    """A folder, a missing folder or record, a pipe, a name with a null: IG701."""
    missing = tmp_path / "not-there.jsonl"
    assert code_of(lambda: read_record(str(missing))) == "IG701"
    assert code_of(lambda: Writer(str(tmp_path))) == "IG701"
    assert code_of(lambda: read_record(str(tmp_path))) == "IG701"
    assert code_of(lambda: Writer(str(tmp_path / "no" / "folder.jsonl"))) == "IG701"
    assert code_of(lambda: Writer("a\0b")) == "IG701"
    done = heard(tmp_path, FIRST)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.count("error IG701") == 1
    if POSIX:
        os.mkfifo(tmp_path / "pipe")
        assert code_of(lambda: Writer(str(tmp_path / "pipe"))) == "IG701"
        assert code_of(lambda: read_record(str(tmp_path / "pipe"))) == "IG701"
    big = tmp_path / "big.jsonl"
    with big.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert code_of(lambda: read_record(str(big))) == "IG702"


@pytest.mark.skipif(not POSIX or (hasattr(os, "getuid") and os.getuid() == 0), reason="may write everywhere")
def test_a_record_that_may_not_be_written(tmp_path: Path) -> None:
    """A file that may only be read is refused; its score may be seen."""
    path = tmp_path / "debate.jsonl"
    written(path, "A")
    path.chmod(stat.S_IRUSR)
    assert code_of(lambda: Writer(str(path))) == "IG701"
    assert len(read_record(str(path)).standing) == 1


@pytest.mark.skipif(not POSIX, reason="no such limits")
def test_a_full_disk_loses_no_confirmed_claim(tmp_path: Path) -> None:
    """Where no more can be written the claim is not confirmed, the file ends as before, and the score is shown."""
    path = tmp_path / "debate.jsonl"
    limited = (
        "import resource, sys; from igov.cli import main; resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500)); "
        f"main(['debate', '--judge', {str(path)!r}])"
    )
    lines = "".join(f"Team {number}: {claim.partition(': ')[2]}\n" for number, claim in enumerate([*CLAIMS] * 3))
    done = subprocess.run(
        [sys.executable, "-c", limited], input=lines, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 3
    assert "error IG701" in done.stderr
    confirmed = re.findall(r"Team \d+(?=: )", done.stdout)
    assert 0 < len(confirmed) < 10
    found = read_record(str(path))
    assert [ruling.speaker for _, ruling in found.standing] == confirmed
    assert found.torn == ()
    assert "Score" in done.stdout
    assert len(read_record(str(path)).standing) == len(confirmed)
    heard(path, FIRST)
    assert len(read_record(str(path)).standing) == len(confirmed) + 1


@pytest.mark.skipif(not POSIX, reason="an open file cannot be taken away there")
def test_a_file_that_is_taken_away_is_told(tmp_path: Path) -> None:
    """What would be written into a file that has no name any more is not confirmed."""
    path = tmp_path / "debate.jsonl"
    with Writer(str(path)) as writer:
        writer.add(opened)
        path.unlink()
        assert code_of(lambda: writer.add(ruled("A"))) == "IG701"
        path.write_bytes(b"another")
        assert code_of(lambda: writer.add(ruled("A"))) == "IG701"


@pytest.mark.skipif(not POSIX, reason="signals of another kind")
def test_an_interruption_ends_with_the_score(tmp_path: Path) -> None:
    """Ctrl-C ends with the score and 130, and the claims before it are there."""
    path = tmp_path / "debate.jsonl"
    with _judging(path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{FIRST}\n".encode())
        process.stdin.flush()
        told = b""
        while b"CONTRADICTED" not in told:
            told += os.read(process.stdout.fileno(), 4096)
        process.send_signal(signal.SIGINT)
        rest, trouble = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Score" in rest
    assert trouble == b""
    assert len(read_record(str(path)).standing) == 1


def _judging(path: Path, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "igov", "debate", "--judge", str(path), *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_judge_that_is_killed_loses_no_confirmed_claim(tmp_path: Path) -> None:
    """Killed at any moment and taken up again, over and over: every confirmed claim counts, once, in its order."""
    rounds = 150 if os.environ.get("IGOV_FULL") else 4
    rng = random.Random(20131115)  # noqa: S311  chance, not secrets
    path = tmp_path / "debate.jsonl"
    confirmed: list[str] = []
    number = 0
    killed_at_work = 0
    for _ in range(rounds):
        lines = b""
        for claim in rng.choices([*CLAIMS], k=400):
            number += 1
            lines += f"Team {number}: {claim.partition(': ')[2]}\n".encode()
        process = _judging(path, "--json")
        assert process.stdin is not None
        assert process.stdout is not None
        os.set_blocking(process.stdin.fileno(), False)
        process.stdin.write(lines[:60_000])
        process.stdin.flush()
        if rng.random() < 0.8:
            process.stdout.peek(1)  # type: ignore[attr-defined]  # wait until it is at work
        time.sleep(rng.random() * 0.2)
        process.kill()
        told = process.stdout.read()
        process.wait(timeout=30)
        for stream in (process.stdin, process.stdout, process.stderr):
            try:
                if stream is not None:
                    stream.close()
            except BrokenPipeError:
                pass
        seen = [json.loads(line) for line in told.split(b"\n")[:-1]]
        before = len(confirmed)
        confirmed += [one["speaker"] for one in seen if one.get("event") == "judged"]
        killed_at_work += len(confirmed) > before
        standing = [ruling.speaker for _, ruling in read_record(str(path)).standing] if path.exists() else []
        assert [speaker for speaker in standing if speaker in set(confirmed)] == confirmed
        unconfirmed = len(standing) - len(confirmed)
        assert 0 <= unconfirmed <= 1
        confirmed = standing
    assert killed_at_work
    assert confirmed
    done = heard(path)
    assert f"Taken up: {len(confirmed)} claims so far." in done.stdout.replace(",", "")
    assert answer(["debate", "--judge", str(path), "--score"]) == 0


@pytest.mark.parametrize("code", ["IG702", "IG703", "IG704"])
def test_every_code_of_a_record_has_a_specimen_with_its_drawing(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each code's specimen gives that code alone, drawn as it stands beside the specimen."""
    monkeypatch.chdir(SPECIMENS)
    with pytest.raises(Report) as caught:
        read_record(f"{code}.jsonl")
    assert {fault.code for fault in caught.value.diagnostics} == {code}
    text = draw(caught.value.diagnostics, lambda name: Path(name).read_text("utf-8")) + "\n"
    assert text == (SPECIMENS / f"{code}.txt").read_text(encoding="utf-8")


def test_the_torn_specimen_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The specimen of a torn line gives its score, and the note as it stands beside it."""
    monkeypatch.chdir(SPECIMENS)
    monkeypatch.setenv("COLUMNS", "80")
    assert answer(["debate", "--judge", "IG705.jsonl", "--score"]) == 0
    assert capsys.readouterr().err == (SPECIMENS / "IG705.txt").read_text(encoding="utf-8")


def test_every_code_of_a_record_is_tried() -> None:
    """The codes without a specimen are those of paths and locks, which are made for their tests."""
    ours = {code for code in CODES if "IG700" <= code < "IG800"}
    assert {path.stem for path in SPECIMENS.glob("*.txt")} == ours - {"IG701", "IG706"}


@pytest.mark.parametrize(
    ("change", "label"),
    [
        ({"number": 7}, "event 2 is expected here"),
        ({"number": True}, "event 2 is expected here"),
        ({"event": "opened"}, "not an event of a debate"),
        ({"event": "sung"}, "not an event of a debate"),
        ({"verdict": "FINE"}, "not an event of a debate"),
        ({"speaker": None}, "not an event of a debate"),
        ({"cites": "TA-35a"}, "not an event of a debate"),
        ({"at": 3}, "not an event of a debate"),
        ({"event": "undone", "undoes": 9}, "there is no such claim to undo"),
        ({"event": "undone"}, "not an event of a debate"),
        ({"event": "undone", "undoes": []}, "not an event of a debate"),
        ({"event": "rules", "rules": {}}, "not an event of a debate"),
    ],
)
def test_a_line_that_was_changed_is_refused(tmp_path: Path, change: dict[str, object], label: str) -> None:
    """What is not an event, or stands out of its order, is told with its line; nothing is guessed."""
    lines = written(tmp_path / "debate.jsonl", "A", "B").splitlines()
    lines[1] = json.dumps({**json.loads(lines[1]), **change}).encode()
    with pytest.raises(Report) as caught:
        parse_record(b"\n".join(lines) + b"\n", "debate.jsonl")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.label) == ("IG704", label)
    assert fault.span is not None
    assert fault.span.line == 2


def test_a_line_that_was_taken_out_is_missed(tmp_path: Path) -> None:
    """The numbers of events leave no gap, and a damaged line with others behind it is not torn."""
    lines = written(tmp_path / "debate.jsonl", "A", "B").splitlines(keepends=True)
    assert code_of(lambda: parse_record(lines[0] + lines[2], "x")) == "IG704"
    assert code_of(lambda: parse_record(lines[0] + b"{broken\n" + lines[1], "x")) == "IG704"
    assert parse_record(b"\xef\xbb\xbf" + b"".join(lines), "x").torn == ()


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_whatever_the_bytes_a_record_or_a_report(content: bytes) -> None:
    """The reader raises nothing but a Report, also behind a good beginning."""
    good = (json.dumps(event_object(opened(1, "now"))) + "\n").encode()
    for text in (content, good + content):
        try:
            codes = {event.number and "read" for event in parse_record(text, "x").events}
        except Report as report:
            codes = {fault.code for fault in report.diagnostics}
        assert codes <= {"read", "IG702", "IG704"}


@given(st.text(max_size=60), st.text(max_size=120), st.sampled_from([*Verdict, None]))
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_read_back(speaker: str, claim: str, verdict: Verdict | None) -> None:
    """Print and read is the identity, whatever was said."""
    ruling = Ruling(speaker, None, claim, verdict, ("force",), ("TA-1",), draft=True, because="so", read_as=claim)
    events = (opened(1, "t"), Event(2, "t", ruling=ruling), Event(3, "t", undoes=2), Event(4, "t", aside=(9,)))
    text = "".join(json.dumps(event_object(event)) + "\n" for event in events)
    assert parse_record(text.encode("utf-8", "surrogatepass"), "x") == Record(events)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Brazil: we agree", Spoken("Brazil", "we agree")),
        ("  Civil   Society :  a  claim ", Spoken("Civil Society", "a claim")),
        ("ITU:", Spoken("ITU", None)),
        ("Team 4: a claim: with a colon", Spoken("Team 4", "a claim: with a colon")),
        ("As TA-35a says: a claim", Spoken(None, "As TA-35a says: a claim")),
        ("It is clear that: a claim", Spoken(None, "It is clear that: a claim")),
        ("As we: a claim", Spoken("As we", "a claim")),
        (": a claim", Spoken(None, ": a claim")),
        (f"{'x' * 61}: a claim", Spoken(None, f"{'x' * 61}: a claim")),
        ("one two three four five six seven: a", Spoken(None, "one two three four five six seven: a")),
        ("a claim", Spoken(None, "a claim")),
        ("", Spoken()),
        ("/undo", Spoken(command="undo")),
        ("/U", Spoken(command="undo")),
        ("/sp  The Team ", Spoken(command="speaker", rest="The Team")),
        ("/s", Spoken(command="/s")),
        ("/", Spoken(command="/")),
    ],
)
def test_lines_of_a_session(base: KnowledgeBase, line: str, said: Spoken) -> None:
    """Who speaks, what is claimed, or a command."""
    assert spoken(line, base.vocabulary, ["as we"]) == said


def test_we_are_the_speakers() -> None:
    """Only a sentence that begins with "we" is said in their name."""
    assert in_their_name("We must act", "ITU") == "ITU must act"
    assert in_their_name("West and we act", "ITU") == "West and we act"
    assert in_their_name("we must \\1", "\\g<0>") == "\\g<0> must \\1"


def test_the_score_by_delegation() -> None:
    """Names of one delegation are one; other speakers are one where their letters are; those seated come first."""
    rulings = [
        Ruling("NGOs", "civil-society", "a", Verdict.SUPPORTED),
        Ruling("Civil Society", "civil-society", "b", None),
        Ruling("Team  A", None, "c", Verdict.SILENT),
        Ruling("team a", None, "d", Verdict.SILENT),
        Ruling("Team B", None, "e", Verdict.DISPUTED),
    ]
    events = [opened(1, "t"), *(Event(2 + at, "t", ruling=ruling) for at, ruling in enumerate(rulings))]
    record = Record((*events, Event(7, "t", undoes=6)))
    found = scores(record)
    assert [(one.delegation, one.speaker, one.total) for one in found] == [
        ("states", "", 0),
        ("civil-society", "NGOs", 2),
        (None, "Team  A", 2),
    ]
    assert dict(found[1].counts) == {kind: int(kind in {Verdict.SUPPORTED, None}) for kind in KINDS}
    assert scores(Record()) == ()
    assert Record().opening == Opening()
    assert Record().sitting is None


def test_nobody_has_spoken(tmp_path: Path) -> None:
    """An empty record has an empty score."""
    path = tmp_path / "debate.jsonl"
    assert "Nobody has spoken." in heard(path).stdout


@pytest.mark.parametrize("columns", ["60", "80", "140"])
def test_the_screens_fit(
    tmp_path: Path, columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No line of the judge or of the score is wider than the console, and no name acts on it."""
    path = tmp_path / "debate.jsonl"
    monkeypatch.setenv("COLUMNS", columns)
    done = heard(path, *CLAIMS, f"Team \x1b[31m{'x' * 30}: Governments should lead Internet governance")
    answer(["debate", "--judge", str(path), "--score"])
    for text in (done.stdout, capsys.readouterr().out):
        assert "\x1b" not in text
        assert max(map(len, text.splitlines())) <= int(columns)


def test_every_command_has_its_line_of_help() -> None:
    """What /help lists is what there is."""
    assert all(line.startswith(f"/{name}") for name, line in COMMANDS.items())
