"""A quiz has one right answer a question by the judge, gives none away, is the same again, and is read back whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import igov
from guessing import CLOSED, GUESSES, hit, of_kind
from igov.ask.quiz import ask, judge_asked
from igov.read.english import read_claim
from igov.reason.inforce import in_force
from igov.reason.quiz.asked import Asked
from igov.reason.quiz.draw import quiz_of
from igov.reason.quiz.giveaway import MARKED, content, gives_away, lengths_tell, marked_alone, matches_away, words
from igov.show.quiz_formats import options
from igov.show.spoken import spoken
from igov.terms.assignment import Claim, Denies, Force, Holder, Part, Share, Voice
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis
from igov.terms.quiz import Item, Kind
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
    matches = [i for s in range(3) for i in quiz_of(Asked(texts, named), seed=s, count=6, level=2) if i.pairs]
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
