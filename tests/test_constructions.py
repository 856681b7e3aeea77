"""Ways of saying it that once were read for something else, each with its verdict and a clause that gives it."""

from __future__ import annotations

import pytest

import igov
from igov.read.load import load
from igov.terms.base import KnowledgeBase
from igov.terms.verdict import Verdict

SUPPORTED, OVERSTATED, CONTRADICTED = Verdict.SUPPORTED, Verdict.OVERSTATED, Verdict.CONTRADICTED
DISPUTED, SILENT = Verdict.DISPUTED, Verdict.SILENT


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """Give the built-in rules."""
    return load()


@pytest.mark.parametrize(
    ("sentence", "verdict", "cite"),
    [
        # a verb that is also a position begins a clause of its own
        ("States have policy authority and the private sector leads day-to-day operations", SUPPORTED, "TA-35a"),
        ("States have policy authority and the private sector leads day-to-day operations", SUPPORTED, "TA-55"),
        ("States set public policy and companies lead technical matters", SILENT, None),
        # so does a second verb with an object of its own
        ("Companies lead daily operations and have policy authority.", CONTRADICTED, "TA-35a"),
        ("Companies lead daily operations and set Internet public policy.", SILENT, None),
        ("The ITU facilitates intergovernmental discussions and runs the Internet.", OVERSTATED, "TA-35"),
        ("Governments set Internet public policy and run its day-to-day technical operations.", CONTRADICTED, "TA-69"),
        ("States should develop and apply shared principles for the Internet", SUPPORTED, "OP-instructs-3.1"),
        ("Companies lead daily operations, and set public policy.", SILENT, None),
        (
            "Companies hold policy authority for public policy issues and lead day-to-day operations.",
            CONTRADICTED,
            "TA-35a",
        ),
        ("Companies lead day-to-day operations and may regulate the Internet.", SILENT, None),
        (
            "Governments should have a role in Internet governance and may propose international policy",
            SUPPORTED,
            "OP-view-2b",
        ),
        ("Companies lead day-to-day operations and do not set public policy.", OVERSTATED, "TA-35a"),
        ("Governments lead day-to-day operations and may not propose international policy", CONTRADICTED, "OP-view-2b"),
        ("Companies have no role in developing the Internet, and hold policy authority.", CONTRADICTED, "TA-35a"),
        ("Companies lead day-to-day operations and ICANN owns the root servers.", SILENT, None),
        ("Companies lead day-to-day operations but civil society leads on Internet matters.", OVERSTATED, "TA-35c"),
        # what is said of other matters goes no further than its clause
        ("Companies pay for undersea cables; the ITU must not facilitate discussions.", CONTRADICTED, "OP-view-6"),
        # policy authority is over public policy, whatever the clause before was about
        ("Companies lead daily operations, and States have policy authority.", SUPPORTED, "TA-35a"),
        # by whom it is made
        ("Public policy for the Internet is made by governments", SUPPORTED, "TA-35a"),
        ("Rules for the Internet are made by governments alone.", CONTRADICTED, "OP-instructs-3.1"),
        # unequal among whom
        ("Rich countries should have more say in Internet governance than poor ones.", CONTRADICTED, "TA-68"),
        ("Member States have the right to ensure the security of their national Internet.", SUPPORTED, "OP-view-2a"),
        # what is everyday work, so that they keep out of it: the day's work and the assignment meet
        ("Taking back IP addresses is everyday work, so governments should stay out of it", DISPUTED, "TA-69"),
        ("Taking back IP addresses is everyday work, so governments should stay out", DISPUTED, "OP-recognizing-3"),
        # none of those whom another is to help
        (
            "No developing country is to be offered capacity building by the ITU Secretariat",
            CONTRADICTED,
            "OP-instructs-1",
        ),
        ("Capacity building is to be offered to developing countries by the ITU", OVERSTATED, "OP-instructs-1"),
        # clefts with two halves, at the beginning and within
        ("It is the RIRs and not the States that hold the policy authority for public policy", CONTRADICTED, "TA-35a"),
        (
            "Although companies lead day-to-day operations, it is the RIRs and not States that hold policy authority.",
            CONTRADICTED,
            "TA-35a",
        ),
        # to whom it belongs, and to whom not
        ("Policy authority over public policy belongs not to companies but to States", SUPPORTED, "TA-35a"),
        ("Policy authority over public policy belongs not to States but to companies", CONTRADICTED, "TA-35a"),
        ("The policy authority for Internet public policy is the ITU's, not the countries'", CONTRADICTED, "TA-35a"),
        # not for them only
        ("Developing technical standards is not for international organizations only", SILENT, None),
        ("Developing the shared norms of the Internet is not for governments only", SUPPORTED, "OP-instructs-3.1"),
        ("Developing the shared norms of the Internet is for governments only", CONTRADICTED, "OP-instructs-3.1"),
        # not only with those that are named
        ("The ITU is to explore greater collaboration not only with ICANN", SUPPORTED, "OP-recalling-5-fn"),
        ("The ITU is to explore greater collaboration only with ICANN", CONTRADICTED, "OP-recalling-5-fn"),
        # a government named by its people, among others
        (
            "Microsoft and the Chinese government should continue to cooperate in good faith",
            SUPPORTED,
            "OP-view-5",
        ),
        # what a title says, and what it does not
        (
            "Resolution 3 of Dubai is about an enabling environment for the growth of the Internet",
            SUPPORTED,
            "OP-recalling-6",
        ),
        (
            "Resolution 3 of Dubai has nothing to do with an environment for the Internet's growth",
            CONTRADICTED,
            "OP-recalling-6",
        ),
        ("Resolution 3 of the Dubai conference obliges governments to fund the growth of the Internet", SILENT, None),
        # the bounds that are said not to matter
        (
            "The ITU must go on facilitating intergovernmental discussions whether its mandate covers them or not",
            OVERSTATED,
            "OP-view-6",
        ),
        (
            "Multistakeholder governance must involve all parties, no matter what their roles are",
            OVERSTATED,
            "OP-view-4",
        ),
        # those in need are the ones to be supported, also where they are named
        (
            "Haiti should have the support of the ITU Secretariat to participate in Internet governance",
            SUPPORTED,
            "OP-instructs-1",
        ),
        # who asks whether any do is told that some do
        (
            "Have any countries adopted high-level principles for Internet governance? Several have.",
            SUPPORTED,
            "OP-taking-1",
        ),
        ("Where do States have a sovereign right? In public policy for the Internet.", SUPPORTED, "TA-35a"),
    ],
)
def test_what_was_once_read_for_something_else(
    base: KnowledgeBase, sentence: str, verdict: Verdict, cite: str | None
) -> None:
    """The verdict, and a clause that decides it."""
    answer = igov.check_claim(base, sentence)
    assert answer.judgement is not None, answer.problem
    assert answer.judgement.verdict is verdict
    assert cite is None or cite in answer.judgement.cites
