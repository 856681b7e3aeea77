"""A quiz has one right answer a question by the judge, gives none away, is the same again, and is read back whole."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

import gift
import igov
from guessing import CLOSED, GUESSES, hit, of_kind
from igov.ask.quiz import Answer, Score, ask, command, judge_asked, play
from igov.read.english import read_claim
from igov.reason.inforce import in_force
from igov.reason.quiz.asked import Asked
from igov.reason.quiz.draw import quiz_of
from igov.reason.quiz.giveaway import MARKED, content, gives_away, lengths_tell, marked_alone, matches_away, words
from igov.show.quiz_formats import anki, gift_escaped, key, marked, options, table
from igov.show.quiz_formats import gift as written_gift
from igov.show.spoken import spoken
from igov.terms.assignment import Claim, Denies, Force, Holder, Part, Share, Voice
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.quiz import Choice, Item, Kind, Pair
from igov.terms.verdict import Verdict

SEEDS = range(300 if os.environ.get("IGOV_FULL") else 30)
COUNT = 21


@pytest.fixture(scope="module")
def quizzes(base: KnowledgeBase) -> dict[int, tuple[Item, ...]]:
    """Return the quizzes of many seeds, together more than five hundred items."""
    return {seed: ask(base, seed=seed, count=COUNT).items for seed in SEEDS}


@pytest.fixture(scope="module")
def items(quizzes: dict[int, tuple[Item, ...]]) -> list[Item]:
    """Return every item of the quizzes, each different one once."""
    return list({item.id: item for quiz in quizzes.values() for item in quiz}.values())


class Proof:
    """The judge asked again about every choice, on its own and with nothing kept from the making of the quiz."""

    def __init__(self, base: KnowledgeBase) -> None:
        """Ask over the given rules."""
        self.base = base
        self.kept: dict[str, igov.terms.verdict.Judgement] = {}
        self.clauses: dict[str, KnowledgeBase] = {}

    def verdict(self, part: Part, clause: str = "") -> tuple[Verdict, tuple[Axis, ...]]:
        """Return the verdict and the axes, by all rules or by the norms of a clause alone."""
        name = f"{replace(part, words={})!r}{clause}"
        if name not in self.kept:
            base = self.base
            if clause:
                alone = tuple(norm for norm in base.norms if norm.cite == clause)
                base = self.clauses.setdefault(clause, replace(base, norms=alone))
            self.kept[name] = igov.judge(base, Claim((part,)), explain=False)
        return self.kept[name].verdict, self.kept[name].axes

    def switched(self, part: Part, reading: str) -> Verdict:
        """Return the verdict with a reading the other way about than by default."""
        on = self.base.readings[reading].default
        named = frozenset({reading})
        options = igov.Options(without=named) if on else igov.Options(assume=named)
        verdict: Verdict = igov.judge(self.base, Claim((part,)), options, explain=False).verdict
        return verdict

    def right(self, item: Item) -> list[int]:
        """Return the places of the choices that the judge finds right."""
        found = []
        for place, choice in enumerate(item.choices):
            if choice.part is not None:
                says = self.verdict(choice.part)[0] is item.sought
            elif item.part is None:
                says = False
            elif choice.clause is not None:
                says = self.verdict(item.part, choice.clause)[0] is Verdict.SUPPORTED
            elif choice.axis is not None:
                says = self.verdict(item.part) == (Verdict.OVERSTATED, (choice.axis,))
            elif choice.before is not None and item.reading is not None:
                ways = (self.verdict(item.part)[0], self.switched(item.part, item.reading))
                says = ways == (choice.before, choice.verdict)
            else:
                says = self.verdict(item.part)[0] is choice.verdict
            if says:
                found.append(place)
        return found


def joins(item: Item) -> Iterator[tuple[Part, bool]]:
    """Give every joining of a holder with a role, and whether it is one of the pairs."""
    for pair in item.pairs:
        for other in item.pairs:
            yield replace(pair.part, holders=other.part.holders), other is pair


def test_there_are_more_than_five_hundred_items(items: list[Item], quizzes: dict[int, tuple[Item, ...]]) -> None:
    """Many seeds give more than five hundred different items, of every kind and level."""
    assert len(items) >= 500
    assert {len(quiz) for quiz in quizzes.values()} == {COUNT}
    assert {item.kind for item in items} == set(Kind)
    assert {item.level for item in items} == {1, 2, 3}
    assert min(Counter(item.kind for item in items).values()) >= 20


def test_each_has_exactly_one_right_answer_by_the_judge(base: KnowledgeBase, items: list[Item]) -> None:
    """Asked again choice by choice, the judge finds the right one right and proves every other wrong."""
    proof = Proof(base)
    for item in items:
        if item.choices:
            assert proof.right(item) == [item.answer], item.prompt
            assert sum(choice.right for choice in item.choices) == 1
        for part, mine in joins(item):
            assert (proof.verdict(part)[0] is Verdict.SUPPORTED) is mine, item.pairs


def test_every_wrong_choice_comes_with_its_clause(base: KnowledgeBase, items: list[Item]) -> None:
    """Every choice and every pair has feedback and a clause that is in the rules."""
    for item in items:
        told = [(choice.feedback, choice.cites) for choice in item.choices]
        told += [(pair.feedback, pair.cites) for pair in item.pairs]
        for feedback, cites in told:
            assert cites
            assert all(base.text_of(cite) for cite in cites)
            assert any(cite in feedback for cite in cites)


def test_no_question_is_asked_twice(quizzes: dict[int, tuple[Item, ...]]) -> None:
    """Within a quiz no sentence is asked about twice, no question stands twice, and no choice stands twice."""
    for quiz in quizzes.values():
        assert len({item.id for item in quiz}) == len(quiz)
        asked = [(item.prompt, *sorted(options(item))) for item in quiz]
        assert len(set(asked)) == len(asked)
        about = [found.group(1) for item in quiz if (found := re.search("“([^“”]*?)[.]?”", item.prompt))]
        about += [f"{pair.left} {pair.right.removeprefix('… ')}" for item in quiz for pair in item.pairs]
        assert len(set(about)) == len(about)
        for item in quiz:
            assert len({text.casefold() for text in options(item)}) == len(options(item))


def sentences(item: Item) -> Iterator[tuple[str, Part]]:
    """Give every sentence that an item asks about or offers, with what it is meant to claim."""
    if item.part is not None:
        asked = re.search("“([^“”]*?)[.]?”", item.prompt)
        assert asked, item.prompt
        yield asked.group(1), item.part
    for choice in item.choices:
        if choice.part is not None and item.kind is Kind.PICK:
            yield choice.text, choice.part
    for pair in item.pairs:
        yield f"{pair.left} {pair.right.removeprefix('… ')}", pair.part


def test_a_sentence_is_judged_as_it_was_meant(base: KnowledgeBase, items: list[Item]) -> None:
    """What a pupil types into check-claim has the verdict of the item: nearly all is read, and none otherwise."""
    said = {sentence: part for item in items for sentence, part in sentences(item)}
    unread = 0
    for sentence, part in said.items():
        read = read_claim(f"{sentence}.", base.vocabulary).claim
        unread += read is None
        if read is not None:
            meant = igov.judge(base, Claim((part,)), explain=False)
            assert igov.judge(base, read, explain=False).verdict is meant.verdict, sentence
    assert unread < 0.02 * len(said)


def test_the_wording_is_plain(items: list[Item]) -> None:
    """No sentence has the marks of our own notation, a doubled word, or a verb that does not agree."""
    texts = [sentence for item in items for sentence, _ in sentences(item)]
    texts += [line for item in items for line in (*item.prompt.splitlines(), *options(item))]
    for text in texts:
        assert not re.search(r", (on|with or for) |\(relevant|\b(\w+) \2\b|\bthe (a|the) |  |\.\.", text), text
        assert not re.search(r"\b(States|organizations|agencies|countries|stakeholders|parties) (has|takes)\b", text), (
            text
        )
        assert not re.search(r"^(\w+ )*(society|sector|ICANN|IETF|W3C|ISOC) (have|take)\b", text), text


def test_no_answer_is_given_away_by_its_wording(items: list[Item]) -> None:
    """The heuristics hold of every item: length, repeated words, marked words."""
    for item in items:
        if item.pairs:
            assert not matches_away([(pair.left, pair.right) for pair in item.pairs])
            continue
        right = item.choices[item.answer].text
        wrong = [choice.text for choice in item.choices if not choice.right]
        assert len(right) <= 1.5 * max(map(len, wrong)), item
        assert 1.5 * len(right) >= min(map(len, wrong)), item
        assert not content(item.prompt) & content(right) - content(" ".join(wrong)), item
        for mark in MARKED:
            assert sum(mark in words(text) for text in (right, *wrong)) != 1, item
        if item.kind is Kind.AXIS or (item.kind is Kind.VERDICT and item.level == 1):
            assert "only" not in words(item.prompt)


def test_neither_place_nor_length_nor_a_word_is_a_way_to_guess(quizzes: dict[int, tuple[Item, ...]]) -> None:
    """Over all items a guesser does little better than chance, by each of the rules that the page on quizzes states."""
    items = [item for quiz in quizzes.values() for item in quiz]
    four = [item for item in items if len(item.choices) == 4]
    places = Counter(item.answer for item in four if item.kind is not Kind.VERDICT)
    total = sum(places.values())
    assert max(places.values()) / total < 0.35

    for kind in CLOSED:
        for rule, guess in GUESSES.items():
            assert hit(of_kind(items, kind), guess) < 0.4, (kind, rule)
    verdicts = Counter(item.choices[item.answer].verdict for item in four if item.kind is Kind.VERDICT)
    assert max(verdicts.values()) / sum(verdicts.values()) < 0.4
    two = Counter(item.choices[item.answer].verdict for item in items if len(item.choices) == 2)
    assert max(two.values()) / sum(two.values()) < 0.65
    axes = Counter(item.choices[item.answer].axis for item in items if item.kind is Kind.AXIS)
    assert max(axes.values()) / sum(axes.values()) < 0.45


@pytest.mark.parametrize(
    ("prompt", "right", "wrong"),
    [
        ("Who has it?", "Intergovernmental organizations", ["States", "ITU", "UN"]),
        ("Who has it?", "UN", ["States", "Civil society", "All parties"]),
        ("Who has a societal role?", "Civil society", ["Private sector", "State parties", "Organizations"]),
        ("Which is so?", "Only States lead it", ["States share it", "States like it", "States have it"]),
        ("Which is so?", "States share it", ["Only States do", "States like it", "States have it"]),
    ],
)
def test_a_telling_wording_is_found(prompt: str, right: str, wrong: list[str]) -> None:
    """Each of the heuristics finds what it is there to find."""
    assert gives_away(prompt, right, wrong)


def test_a_plain_wording_is_let_pass() -> None:
    """Alike choices, and marked words in two of them, give nothing away."""
    assert not gives_away("Who has it?", "States", ["The ITU", "UNESCO", "ICANN"])
    assert not marked_alone(["only one", "only two", "three"])
    assert not lengths_tell("abc", ["abcd", "ab"])
    assert matches_away([("States", "have what states have"), ("ITU", "have it")])
    assert not matches_away([("States", "have what it has"), ("ITU", "have it")])


def test_the_same_seed_gives_the_same_quiz_whatever_the_hash_seed() -> None:
    """Two runs of the program with different hash seeds write the same letters; another seed writes others."""

    def written(seed: int, hashing: str) -> str:
        code = f"from igov.cli import answer; answer(['quiz','--seed','{seed}','--format','json','--count','14'])"
        env = {**os.environ, "PYTHONHASHSEED": hashing, "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=True
        ).stdout

    assert written(5, "1") == written(5, "2")
    assert written(5, "1") != written(6, "1")


def test_a_shorter_quiz_is_the_beginning_of_a_longer_one(base: KnowledgeBase) -> None:
    """The number of questions does not change those that are asked first."""
    assert ask(base, seed=3, count=12).items[:5] == ask(base, seed=3, count=5).items


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_level_is_kept(base: KnowledgeBase, level: int) -> None:
    """Only items of the level are drawn, and the first keeps to adopted texts."""
    quiz = ask(base, seed=1, count=12, level=level).items
    assert {item.level for item in quiz} == {level}
    assert len(quiz) == 12
    if level == 1:
        assert not any(cite.startswith("OP-") for item in quiz for cite in item.cites)


def test_a_topic_is_kept(base: KnowledgeBase) -> None:
    """With a topic, what is right is of it or of a part of it."""
    quiz = ask(base, seed=1, count=10, topic="public-policy").items
    order = base.vocabulary.order(Axis.TOPIC)
    assert len(quiz) == 10
    for item in quiz:
        parts = [pair.part for pair in item.pairs]
        parts += [choice.part for choice in item.choices if choice.part and choice.right and item.kind is Kind.WHO]
        for part in parts:
            assert any(order.at_or_below(term, "public-policy") for term in part.topic)


def test_twenty_items_need_few_judgements(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """No claim is judged twice in the making, so twenty items take few thousand judgements at the most."""
    import igov.reason.quiz.asked as made

    asked: list[str] = []

    def counted(*given: object, **named: object) -> object:
        asked.append("")
        return igov.judge(*given, **named)

    monkeypatch.setattr(made, "judge", counted)
    for seed in range(5):
        asked.clear()
        assert len(ask(base, seed=seed, count=20).items) == 20
        assert len(asked) < 2500


# formats

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
    from igov.show.text import clean

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


def test_a_reading_that_is_switched_is_kept_to(base: KnowledgeBase) -> None:
    """A quiz under another reading has its answers by that reading."""
    off = frozenset({"sovereign-right-excludes-others"})
    options_off = igov.Options(without=off)
    quiz = ask(base, seed=2, count=20, chosen_options=options_off).items
    for item in quiz:
        for choice in item.choices:
            if choice.part is not None:
                verdict = igov.judge(base, Claim((choice.part,)), options_off, explain=False).verdict
                assert (verdict is item.sought) is choice.right


def test_a_match_that_a_name_gives_away_is_drawn_again(base: KnowledgeBase) -> None:
    """Were a holder named by what it does, no match with a word of that name in its own role alone would be asked."""
    texts = in_force(base, igov.Options())
    plain = judge_asked(texts)
    named = plain.say._replace(holder=lambda _: "Those of important standards")
    matches = [i for s in range(6) for i in quiz_of(Asked(texts, named), seed=s, count=6, level=2) if i.pairs]
    for item in matches:
        assert not matches_away([(pair.left, pair.right) for pair in item.pairs])


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ({"force": Force.SHOULD}, "States should have a role in managing domain names"),
        ({"holder": "civil-society", "force": Force.WAS}, "Civil society has had a role in managing domain names"),
        ({"share": Share.ONLY}, "Only States have a role in managing domain names"),
        ({"denied": Denies.POSITION}, "States have no role in managing domain names"),
        ({"position": "right", "activity": "set-policy"}, "States have a right to set public policy on domain names"),
        ({"position": "act", "activity": "assign"}, "States allot, assign and reclaim domain names"),
        (
            {"position": "act", "activity": "assign", "holder": "itu"},
            "The ITU allots, assigns and reclaims domain names",
        ),
        ({"position": "act", "activity": "manage", "denied": Denies.POSITION}, "States are not to manage domain names"),
        ({"position": "act", "activity": "manage", "force": Force.WAS}, "States have been managing domain names"),
        ({"position": "participation", "activity": "unspecified"}, "States take part in domain names"),
        ({"position": "responsibility", "activity": "unspecified"}, "States have responsibilities for domain names"),
        ({"limits": ("within-territory",)}, "States have a role in managing domain names within their territory"),
        (
            {"denied_limits": ("within-territory",), "holder": "itu"},
            "The ITU has a role in managing domain names, within its territory or not",
        ),
        (
            {"activity": "support", "counterpart": "developing-countries", "position": "act", "force": Force.MAY},
            "States may support developing countries in domain names",
        ),
        ({"holder": "all-stakeholders", "share": Share.ONLY}, ""),
        ({"holder": "organizations"}, ""),
        ({"position": "adequate"}, ""),
        ({"position": "act", "activity": "unspecified"}, ""),
        ({"voice": Voice.REPORTED}, ""),
        ({"topic": "world"}, ""),
    ],
)
def test_a_claim_is_said_plainly(base: KnowledgeBase, part: dict[str, Any], sentence: str) -> None:
    """A claim is one plain sentence that agrees in number and limits; what cannot be said so is not said at all."""
    given = {"position": "role", "activity": "manage", "force": Force.IS, **part}
    holder, topic = given.pop("holder", "states"), given.pop("topic", "domain-names")
    said = Part(holders=(Holder(holder),), topic=frozenset({topic}), **given)
    assert spoken(base.vocabulary, said) == sentence
