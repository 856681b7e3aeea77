"""A quiz as a file is read back as it was, and on the console it is asked, explained and scored."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from click.testing import CliRunner

import gift
from igov.ask.quiz import Answer, Score, ask, command, play
from igov.show.quiz_formats import anki, gift_escaped, key, marked, options, table
from igov.show.quiz_formats import gift as written_gift
from igov.show.text import clean
from igov.terms.assignment import Part
from igov.terms.base import KnowledgeBase
from igov.terms.quiz import Choice, Item, Kind, Pair


@pytest.fixture(scope="module")
def items(base: KnowledgeBase) -> list[Item]:
    """Return the items of a few quizzes, of every kind."""
    drawn = {item.id: item for seed in range(4) for item in ask(base, seed=seed, count=21).items}
    assert {item.kind for item in drawn.values()} == set(Kind)
    return list(drawn.values())


HOSTILE = "~ = # { } : \\ -> %50% [html] <b>*x*</b> | `y`\n// \x1b[31m\n\n::t:: \u202e"


def hostile() -> tuple[Item, ...]:
    """Return a quiz whose every text is full of marks."""
    part = Part(holders=(), position="role")
    said = [(f"{HOSTILE}{place}", place == 1) for place in range(3)]
    choices = tuple(Choice(text, right, f"{HOSTILE}!", ("TA-35",), part=part) for text, right in said)
    pairs = tuple(Pair(f"{HOSTILE}{place}", f"={HOSTILE}{9 - place}", HOSTILE, ("TA-35",), part) for place in range(3))
    return (
        Item("0" * 10, Kind.WHO, 1, HOSTILE, HOSTILE, ("TA-35",), choices),
        Item("1" * 10, Kind.MATCH, 1, f"#{HOSTILE}", HOSTILE, ("TA-35",), pairs=pairs),
    )


def seen(text: str) -> str:
    """Return a text as it is to be read back: no control characters, the lines kept, arrows drawn."""
    return "\n".join(clean(line) for line in text.replace("->", "→").splitlines()).strip()


def test_gift_is_read_back(items: list[Item]) -> None:
    """Every item comes back from GIFT as it was: text, choices, the right one, feedback, pairs."""
    back = gift.read(written_gift(items, "Quiz"))
    assert len(back) == len(items)
    for item, question in zip(items, back, strict=True):
        assert (question.title, question.text, question.form) == (f"igov {item.id}", item.prompt, "plain")
        assert (question.general, question.category) == (item.explanation, "igov quiz")
        if item.pairs:
            assert [(r.text, r.match) for r in question.replies] == [(p.left, p.right) for p in item.pairs]
            assert all(reply.right for reply in question.replies)
        else:
            told = [(c.right, c.text, "" if c.right else c.feedback) for c in item.choices]
            assert [(r.right, r.text, r.feedback) for r in question.replies] == told


def test_gift_escapes_every_mark() -> None:
    """Marks, weights, formats, remarks, arrows, blank lines in a text come back as text."""
    one, two = gift.read(written_gift(hostile(), "Quiz\n\n{"))
    assert one.text == seen(HOSTILE)
    assert [reply.text for reply in one.replies] == [seen(f"{HOSTILE}{place}") for place in range(3)]
    assert {reply.feedback for reply in one.replies} == {seen(f"{HOSTILE}!")}
    assert [reply.right for reply in one.replies] == [False, True, False]
    assert [r.match for r in two.replies] == [seen(f"={HOSTILE}{9 - p}") for p in range(3)]
    assert gift_escaped("a=b~c#d{e}f:g\\h\ni") == r"a\=b\~c\#d\{e\}f\:g\\h\ni"
    weighted = Choice("%50% of [html]", True, "x", ("TA-35",))
    question = gift.read(written_gift((replace(hostile()[0], choices=(weighted, hostile()[0].choices[0])),), "Q"))[0]
    assert question.replies[0].text == "%50% of [html]"


@pytest.mark.parametrize("bad", ["no braces", "::t::x {a}", "::t x {=a}", "x {=a\\q}", "x {=a:b}", "x {=a} y {"])
def test_what_is_no_gift_is_refused_by_the_reader(bad: str) -> None:
    """The reader that the tests rest on takes nothing outside the grammar."""
    with pytest.raises(gift.NotGiftError):
        gift.read(bad)


def test_anki_text_has_headers_and_three_cells(items: list[Item]) -> None:
    """The headers come first; every card is one line of three cells, in HTML that acts on nothing."""
    for quiz in (tuple(items), hostile()):
        lines = anki(quiz).splitlines()
        assert lines[:4] == ["#separator:tab", "#html:true", "#columns:Front\tBack\tTags", "#tags column:3"]
        assert len(lines) == 4 + len(quiz)
        for line in lines[4:]:
            front, back, tags = line.split("\t")
            assert not line.startswith(("#", '"'))
            assert set(re.findall("<[^>]*>", front + back)) <= {"<br>"}
            assert "igov" in tags.split()


def test_csv_is_read_back(items: list[Item]) -> None:
    """Every row has the cells of the head line; nothing in a cell is reckoned by a spreadsheet."""
    for quiz in (tuple(items), hostile()):
        rows = list(csv.DictReader(io.StringIO(table(quiz), newline="")))
        assert [row["id"] for row in rows] == [item.id for item in quiz]
        for item, row in zip(quiz, rows, strict=True):
            assert row["answer"] == key(item)
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    for item, row in zip(items, csv.DictReader(io.StringIO(table(items), newline="")), strict=True):
        assert [row[letter] for letter in "abcd"[: len(options(item))]] == options(item)


def test_markdown_has_the_questions_and_behind_them_the_key(items: list[Item]) -> None:
    """The key stands behind a rule, one entry a question, and marks in a text are escaped."""
    asked, _, answers = marked(items[:30], "Quiz").partition("\n---\n")
    assert asked.count("**") == answers.count("**") == 60
    assert "What the text does bear out" not in asked
    assert "## Answers" in answers
    text = marked(hostile(), "<h>")
    assert "\\<b\\>\\*x\\*" in text
    assert "\x1b" not in text
    assert text.startswith("# \\<h\\>\n")


def test_the_key_of_a_match_leads_to_its_pairs(items: list[Item]) -> None:
    """Each number and letter of the key is a holder and its role."""
    for item in items:
        if item.pairs:
            for step in key(item).split():
                pair = item.pairs[int(step[:-1]) - 1]
                assert options(item)["abcd".index(step[-1])] == pair.right


def run(*given: str, said: str = "") -> tuple[int, str]:
    """Ask the command and return its exit code and what it wrote."""
    result = CliRunner().invoke(command, list(given), input=said)
    return result.exit_code, result.output


def test_json_keeps_to_its_schema() -> None:
    """The object has the stable keys of its schema, with --json and with --format json alike."""
    schema = json.loads((files("igov") / "show" / "schemas" / "quiz.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    code, text = run("--seed", "2", "--count", "20", "--json")
    assert code == 0
    jsonschema.validate(json.loads(text), schema)
    assert run("--seed", "2", "--count", "20", "--format", "json")[1] == text


@pytest.mark.parametrize("form", ["gift", "anki", "csv", "markdown"])
def test_every_format_is_written_and_asks_nothing(form: str) -> None:
    """A file is written without a line being read."""
    code, text = run("--seed", "2", "--count", "3", "--format", form)
    assert code == 0
    assert len(text) > 400
    assert "Score" not in text


# on the console


def all_right(answer: Answer) -> str:
    """Return the lines that answer every question rightly."""
    return "".join(re.sub(r"\d", "", key(item)) + "\n" for item in answer.items)


def test_right_answers_score_fully(base: KnowledgeBase) -> None:
    """Who answers by the key has every point, and every explanation is shown."""
    answer = ask(base, seed=4, count=8)
    code, text = run("--seed", "4", "--count", "8", said=all_right(answer))
    assert code == 0
    assert "Score: 8 of 8." in text
    assert text.count("Right.") == 8
    assert " ".join(answer.items[0].explanation.split())[:40] in " ".join(text.split())


def test_a_wrong_answer_is_told_why(base: KnowledgeBase) -> None:
    """The feedback of the choice that was taken stands below it."""
    item = ask(base, seed=4, count=8, level=2).items[0]
    wrong = next(place for place, choice in enumerate(item.choices) if not choice.right)
    code, text = run("--seed", "4", "--count", "1", "--level", "2", said="abcd"[wrong] + "\n")
    assert code == 0
    assert "Score: 0 of 1." in text
    assert " ".join(item.choices[wrong].feedback.split())[:50] in " ".join(text.split())


@pytest.mark.parametrize(
    ("said", "score"),
    [("", "0 of 0; 3 not answered"), ("q\n", "0 of 0; 3 not answered"), ("?\n7\n\nzz\n", "0 of 0; 3 not answered")],
)
def test_the_end_of_input_and_letters_that_are_no_answer(said: str, score: str) -> None:
    """What is no answer is asked again; the end of the input, or q, gives the score."""
    code, text = run("--seed", "4", "--count", "3", said=said)
    assert code == 0
    assert score in text
    assert ("Answer with a letter" in text) == ("zz" in said)


def test_an_interruption_leaves_the_score_so_far(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one right answer Ctrl-C tells the score and ends with 130."""
    first = ask(base, seed=4, count=3).items[0]
    lines = iter([re.sub(r"\d", "", key(first)) + "\n"])

    def typed() -> str:
        line = next(lines, None)
        if line is None:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr("igov.ask.quiz.next_line", typed)
    code, text = run("--seed", "4", "--count", "3")
    assert code == 130
    assert "Score: 1 of 1; 2 not answered." in text


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_signal_leaves_the_score_so_far() -> None:
    """The program itself, interrupted while it waits, tells the score and ends with 130."""
    started = subprocess.Popen(
        [sys.executable, "-m", "igov", "quiz", "--seed", "4", "--count", "3"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert started.stdout is not None
    while "1 of 3" not in (line := started.stdout.readline()):
        assert line, "it ended before it asked"
    while not started.stdout.readline().strip().startswith("a)"):
        pass
    started.send_signal(signal.SIGINT)
    text, _ = started.communicate(timeout=30)
    assert started.returncode == 130
    assert "Score: 0 of 0; 3 not answered." in text


def test_playing_keeps_the_score(base: KnowledgeBase) -> None:
    """The score is kept question by question."""
    answer = ask(base, seed=4, count=2)
    lines = iter(all_right(answer).splitlines(keepends=True))
    score = Score()
    play(answer, lambda: next(lines), score)
    assert (score.right, score.answered) == (2, 2)


def test_a_topic_without_questions_is_misuse() -> None:
    """Where the texts give nothing the answer says so, and where they give less it says how much."""
    code, text = run("--topic", "protocols", "--seed", "1")
    assert code == 2
    assert "no question" in text
    code, text = run("--topic", "IGF", "--seed", "1", "--count", "200", "--format", "csv")
    assert code == 0
    assert "in all" in text
