"""The instruments beyond the two of the source document: whole, marked, and out of the way until they are named."""

from __future__ import annotations

import csv
from typing import Any

import pytest

import igov
from igov.ask.ask import ask as question
from igov.ask.check_claim import ask as check
from igov.read.files import built_in_folder
from igov.reason.inforce import Options, asked_instruments, in_force
from igov.terms.assignment import Claim, Denies, Holder, Norm, Part, Polarity
from igov.terms.base import KnowledgeBase, Status
from igov.terms.order import Axis
from structured import FOLDER, claim_of, rows
from transcripts import run

OTHERS = ("TA-full", "GD", "GPA", "WGIG", "NETmundial", "WSIS10", "GDC")
FILES = (
    *("tunis-agenda-full", "geneva-declaration", "geneva-plan-of-action", "wgig-report", "netmundial", "wsis-plus-10"),
    "global-digital-compact",
)


@pytest.fixture(scope="module")
def source_alone() -> KnowledgeBase:
    """Return the two instruments of the source document, loaded without the files of the others."""
    folder = built_in_folder()
    paths = sorted(path for path in folder.rglob("*.yaml") if path.stem not in FILES)
    loaded: KnowledgeBase = igov.load(paths, builtin=False)
    return loaded


def as_claim(norm: Norm) -> Claim:
    """Return a norm as a claim that says the same."""
    against = norm.polarity is Polarity.AGAINST
    part = Part(
        holders=(norm.holder,),
        position=norm.position,
        activity=norm.activity,
        topic=norm.topic,
        force=None if against else norm.force,
        voice=norm.voice,
        counterpart=norm.counterpart,
        denied=Denies.POSITION if against else None,
    )
    return Claim((part,))


def test_they_are_all_there_and_none_answers_unasked(base: KnowledgeBase, source_alone: KnowledgeBase) -> None:
    """Seven instruments, none of which answers by default; the two of the source stand without them."""
    assert {name for name, instrument in base.instruments.items() if not instrument.default} == set(OTHERS)
    assert set(source_alone.instruments) == {"TA", "OP"}
    assert asked_instruments(base, Options()) == {"TA", "OP"}
    assert {norm.instrument for norm in in_force(base, Options()).norms} == {"TA", "OP"}


@pytest.mark.parametrize("name", ["dev-structured.jsonl", "stress.jsonl"])
def test_their_presence_changes_no_answer_of_the_source(
    base: KnowledgeBase, source_alone: KnowledgeBase, name: str
) -> None:
    """Verdict, axes, cites, standing and what would change under readings are the same with and without them."""
    for row in rows(name):
        if "parts" not in row:
            continue
        with_them = igov.judge(base, claim_of(base.vocabulary, row))
        alone = igov.judge(source_alone, claim_of(source_alone.vocabulary, row))
        for field in (
            "verdict",
            "axes",
            "cites",
            "standing",
            "rests_on",
            "without",
            "limits",
            "adopted_only",
            "instruments",
        ):
            assert getattr(with_them, field) == getattr(alone, field), (row["id"], field)


def test_their_presence_changes_no_answer_to_a_sentence(base: KnowledgeBase, source_alone: KnowledgeBase) -> None:
    """The labelled sentences get the same verdict and cites with and without them."""
    for row in rows("dev.jsonl"):
        with_them, alone = check(base, row["claim"]), check(source_alone, row["claim"])
        got, wanted = with_them.judgement, alone.judgement
        assert (got is None) == (wanted is None), row["id"]
        if got is not None and wanted is not None:
            assert (got.verdict, got.axes, got.cites) == (wanted.verdict, wanted.axes, wanted.cites), row["id"]


def test_their_presence_changes_no_answer_to_a_question(base: KnowledgeBase, source_alone: KnowledgeBase) -> None:
    """The labelled questions get the same holders and cites with and without them."""
    for row in rows("questions-dev.jsonl"):
        with_them, alone = question(base, row["question"]), question(source_alone, row["question"])
        assert (with_them.problem is None) == (alone.problem is None), row["question"]
        if with_them.found is not None and alone.found is not None:
            assert with_them.found.cites == alone.found.cites, row["question"]
            assert with_them.found.holders == alone.found.holders, row["question"]


def table() -> dict[str, list[dict[str, str]]]:
    """Return the rows of the table on the Tunis Agenda's part on Internet governance, by paragraph."""
    by_paragraph: dict[str, list[dict[str, str]]] = {}
    with (FOLDER / "tunis-internet-governance.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for paragraph in (
                [f"72{letter}" for letter in "abcdefghijkl"] if row["paragraph"] == "72a-l" else [row["paragraph"]]
            ):
                by_paragraph.setdefault(paragraph, []).append(row)
    return by_paragraph


def test_every_paragraph_of_the_table_is_encoded(base: KnowledgeBase) -> None:
    """Every paragraph answers under TA-full, by a provision of its own or of the part that is known word for word."""
    known = {provision.removeprefix("TA-full-") for provision in base.provisions if provision.startswith("TA-full-")}
    assert set(table()) - known == {"35", "35a", "35b", "35c", "35d", "35e", "55", "68"}
    assert known <= set(table())


def test_no_provision_rests_on_more_than_the_table_says(base: KnowledgeBase) -> None:
    """The basis of a provision is the weakest of its rows: seen, partly seen, recalled."""
    bases = ["seen", "partly seen", "recalled"]
    for paragraph, found in table().items():
        provision = base.provisions.get(f"TA-full-{paragraph}")
        if provision is not None:
            assert provision.basis == max((row["basis"] for row in found), key=bases.index), paragraph


@pytest.mark.parametrize("name", OTHERS)
def test_every_provision_is_a_paraphrase_with_its_basis(base: KnowledgeBase, name: str) -> None:
    """Each is marked as ours, rests on something named, and gives norms or says why it gives none."""
    giving = {norm.provision for norm in base.norms}
    for provision in base.provisions.values():
        if provision.instrument == name:
            assert provision.paraphrase
            assert provision.basis in {"seen", "partly seen", "recalled"}
            assert (provision.id in giving) != bool(provision.assigns_nothing)


def test_no_clause_of_the_source_is_repeated_in_them(base: KnowledgeBase) -> None:
    """A paraphrase shares no run of eight words with a clause that is known word for word."""
    with (FOLDER / "clauses.tsv").open(encoding="utf-8") as lines:
        clauses = [
            row["text"].casefold().split() for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    runs = {tuple(words[at : at + 8]) for words in clauses for at in range(len(words) - 7)}
    for provision in base.provisions.values():
        if provision.instrument in OTHERS:
            words = provision.text.casefold().split()
            assert not {tuple(words[at : at + 8]) for at in range(len(words) - 7)} & runs, provision.id


@pytest.mark.parametrize("name", OTHERS)
def test_each_bears_out_what_it_says_when_it_is_named(base: KnowledgeBase, name: str) -> None:
    """Every norm, put as a claim, is borne out by its own provision, and a weaker one by nobody who was not asked."""
    options = Options(instruments=(name,))
    for norm in in_force(base, options).norms:
        if norm.instrument == name:
            found = igov.judge(base, as_claim(norm), options)
            assert found.verdict == "SUPPORTED", norm.id
            assert {
                base.provisions[bearing.norm.provision].instrument for p in found.parts for bearing in p.bearings
            } <= {*(name, "TA", "OP")}


def test_the_whole_part_answers_with_what_it_includes(base: KnowledgeBase) -> None:
    """Asked for TA-full, paragraph 35 answers too; asked for Geneva, nothing else does."""
    claim = Claim((Part((Holder("civil-society"),), "important-role", topic=frozenset({"internet"})),))
    assert igov.judge(base, claim, Options(instruments=("TA-full",))).cites == ("TA-35c",)
    assert igov.judge(base, claim, Options(instruments=("GD",))).cites == ("GD-49c",)
    assert asked_instruments(base, Options(instruments=("TA-full",), adopted_only=True)) == {"TA-full", "TA"}
    assert asked_instruments(base, Options(instruments=("unheard-of",))) == frozenset()


def test_every_instrument_may_be_asked_at_once(base: KnowledgeBase) -> None:
    """With all of them named, the lead of governments and the part of everybody are found."""
    options = Options(instruments=tuple(base.instruments))
    lead = Claim((Part((Holder("brazil"),), "lead", topic=frozenset({"cybersecurity-of-national-security"})),))
    assert igov.judge(base, lead, options).cites == ("WSIS10-50",)
    wider = Claim((Part((Holder("states"),), "lead", topic=frozenset({"cybersecurity"})),))
    found = igov.judge(base, wider, options)
    assert (found.verdict, found.axes) == ("OVERSTATED", (Axis.TOPIC,))


@pytest.mark.parametrize(
    ("holder", "more", "cite"),
    [
        ("france", {"position": "participation", "topic": "another-countrys-domain"}, "TA-full-63"),
        (
            "internet-governance-forum",
            {"position": "participation", "activity": "oversee", "topic": "governance"},
            "TA-full-77",
        ),
        ("states", {"position": "participation", "topic": "day-to-day"}, "TA-full-69"),
    ],
)
def test_the_three_exclusions_of_the_tunis_part_forbid(
    base: KnowledgeBase, holder: str, more: dict[str, Any], cite: str
) -> None:
    """63, 69 and 77 are norms against: what they shut out is contradicted."""
    part = Part((Holder(holder),), more["position"], more.get("activity", "unspecified"), frozenset({more["topic"]}))
    found = igov.judge(base, Claim((part,)), Options(instruments=("TA-full",)))
    assert found.verdict == "CONTRADICTED"
    assert cite in found.cites


def test_paragraph_57_commands_and_names_nobody(base: KnowledgeBase) -> None:
    """That security be maintained is a must, of no actor: no class stands under its holder or above it."""
    (norm,) = base.by_cite["TA-full-57"]
    assert norm.force == "must"
    order = base.vocabulary.order(Axis.HOLDER)
    assert order.above(norm.holder.term) == {norm.holder.term}
    assert not [term for term in order.terms if term != norm.holder.term and order.at_or_below(term, norm.holder.term)]


def test_what_was_never_adopted_says_so(base: KnowledgeBase) -> None:
    """The experts' report stands apart from adopted texts, and its status is told."""
    assert base.instruments["WGIG"].status is Status.DRAFT
    assert "not adopted by States" in base.instruments["WGIG"].force
    assert "2005, never adopted" in run(["show", "WGIG-33"])[1]
    assert "draft, never adopted" in run(["show", "OP-view-4"])[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["roles", "-s", "un-secretary-general", "--according-to", "TA-full"],
        ["who", "--over", "cybersecurity", "--according-to", "all"],
        ["show", "TA-full-72g"],
        ["check-claim", "Governments have the lead in cybersecurity", "--according-to", "WSIS10"],
        ["timeline", "technical-community"],
        ["compare", "GD", "TA"],
    ],
)
def test_every_answer_that_rests_on_them_shows_their_basis(arguments: list[str]) -> None:
    """A screen that shows a paraphrase says what it rests on."""
    code, text = run(arguments)
    assert code == 0
    assert any(basis in text for basis in ("seen", "recalled"))
    assert "araphrase" in text or "our own words" in text


def test_a_bare_number_is_that_of_the_source(base: KnowledgeBase) -> None:
    """A bare 69 is the paragraph that the source document reports, not the paraphrase beside it."""
    assert run(["show", "69"])[1].startswith("TA-69")
    assert base.text_of("TA-69") is not None
