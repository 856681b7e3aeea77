"""SILENT is said of what was understood: a silence on what the texts do give its holder is doubted of a sentence."""

from __future__ import annotations

import pytest

import igov
from igov.read.load import load
from igov.reason.judge import judge
from igov.terms.assignment import Claim, Denies, Force, Holder, Part
from igov.terms.base import KnowledgeBase
from igov.terms.verdict import Verdict

MISREAD = (
    "Drawing up general principles of international Internet governance is one way in which the ITU is to play its "
    "active part in coordination."
)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """Give the built-in rules."""
    return load()


def part(holder: str, activity: str, topic: str, position: str = "act", denied: Denies | None = None) -> Part:
    """Return what is said by axes."""
    return Part((Holder(holder),), position, activity, frozenset({topic}), Force.SHOULD, denied=denied)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # OP-view-6 has the ITU facilitate them, and says of no role in it how important it is
        (
            "When all is said, the ITU has no important role in facilitating discussions on Internet governance",
            "no important role",
        ),
        # OP-instructs-3 says just this, and the way in which it is said was not followed
        (MISREAD, "an active role to coordinate"),
    ],
)
def test_what_its_holder_is_given_elsewhere_is_doubted(base: KnowledgeBase, sentence: str, told: str) -> None:
    """The sentence gets no verdict, and is told how it was read."""
    answer = igov.check_claim(base, sentence)
    assert answer.verdict is None
    assert answer.problem is not None
    assert answer.problem.startswith("not understood: read as")
    assert told in answer.problem


@pytest.mark.parametrize(
    "sentence",
    [
        "The ITU should coordinate domain names",  # as short as this, and read to the last word
        "Governments have no role in technical standards",
        "Companies may propose international policy on matters of Internet governance",  # theirs in no clause
        "International organizations do not have the last word on technical standards",  # more than they are given
        # OP-instructs-3.2 has them should
        "Member States are under no obligation to ensure that operating agencies cooperate on the national segment",
        "The ITU should tax all the companies that take part in discussions on Internet governance in its name",
    ],
)
def test_other_silences_stand(base: KnowledgeBase, sentence: str) -> None:
    """A short sentence, another's act, a denial of more than is given, an act of which nobody speaks."""
    assert igov.check_claim(base, sentence).verdict is Verdict.SILENT


def test_what_is_said_by_axes_is_taken_as_it_is_said(base: KnowledgeBase) -> None:
    """Nothing was read, so nothing can have been misread."""
    denied = part("itu", "facilitate-discussion", "governance", "important-role", Denies.POSITION)
    assert igov.check_claim(base, Claim((denied,))).verdict is Verdict.SILENT


def test_what_says_the_same_in_other_words_is_judged_the_same(base: KnowledgeBase) -> None:
    """The words of a sentence are no part of what it says, and each judgement keeps its own."""
    said = [
        Part((Holder("states"),), "authority", topic=frozenset({"public-policy"}), words={"holder": word})
        for word in ("governments", "countries")
    ]
    first, second = (judge(base, Claim((one,))) for one in said)
    assert said[0] == said[1]
    assert (first.verdict, first.cites) == (second.verdict, second.cites) == (Verdict.SUPPORTED, ("TA-35a",))
    assert [one.parts[0].part.words["holder"] for one in (first, second)] == ["governments", "countries"]


def test_a_weaker_wording_keeps_the_words_of_its_own_sentence(base: KnowledgeBase) -> None:
    """Also where the verdict was known from another sentence."""
    for word in ("must", "are obliged to"):
        must = Part(
            (Holder("private-sector"),),
            "important-role",
            topic=frozenset({"development"}),
            force=Force.MUST,
            words={"force": word},
        )
        judged = judge(base, Claim((must,))).parts[0]
        assert judged.verdict is Verdict.OVERSTATED
        assert judged.wording is not None
        assert (judged.wording.force, judged.wording.words["force"]) == (Force.SHOULD, word)
