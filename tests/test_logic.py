"""The logic alone: textbook theories, proofs, the text of theories and its faults, size, and the command."""

from __future__ import annotations

import doctest
import json
import os
import random
import sys
import time
from importlib.resources import files
from io import BytesIO, TextIOWrapper
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest

import igov.read.theory
import igov.reason.logic
from igov.ask.logic import ask, to_json, view
from igov.cli import answer
from igov.read.files import source_text
from igov.read.theory import parse_literal, parse_theory, read_theory
from igov.reason.logic import conclude
from igov.show.diagnostics import draw as draw_faults
from igov.show.page import draw
from igov.terms.codes import CODES
from igov.terms.place import Report
from igov.terms.theory import Because, Kind, Literal, Prevails, Rule, Step, Tag, Theory, superiority_circle
from theories import all_literals, check_proof, naive, random_theory

EXAMPLES = Path(__file__).parent.parent / "examples" / "theories"
SPECIMENS = Path(__file__).parent / "specimens" / "theories"

SCREENS = """
p.; r1: p -> q; r2: q => r ? r
r holds, by r2: q => r
  q is certain, by r1: p -> q
    p is certain: it is a fact

=> p ? ~p
~p does not hold: no rule is for it

=> p ? -D p
p is not certain: no strict rule is for it

p -> p ? -D p
p is not certain: it rests only on itself
  p -> p needs p

~p.; => p ? p
p does not hold: its opposite is certain
  ~p is certain: it is a fact

q => p; q => r; p, r => s ? s
s does not hold: each rule for it lacks a premise
  p, r => s lacks p
    p does not hold: each rule for it lacks a premise
      q => p lacks q
        q does not hold: no rule is for it

x, y => p; y => p; q => y; q => x ? p
p does not hold: each rule for it lacks a premise
  x, y => p lacks y
    y does not hold: each rule for it lacks a premise
      q => y lacks q
        q does not hold: no rule is for it
  y => p lacks y
    y does not hold, as above

a: => p; b: q => p; c: => ~p; b > c ? p
p does not hold: c: => ~p is against it, and nothing beats that
  b: q => p would beat it, but lacks q
    q does not hold: no rule is for it

t.; a: => p; b: t => p; c: => ~p; d: t ~> ~p; e: q => ~p; a > c; b > d ? p
p holds, by a: => p
  c: => ~p is against it, but a beats c
  d: t ~> ~p is against it, but b beats d
    b: t => p
      t is certain: it is a fact
  e: q => ~p is against it, but lacks q
    q does not hold: no rule is for it

x, q => p; p => q ? p
p does not hold: each rule for it lacks a premise
  x, q => p lacks x
    x does not hold: no rule is for it

q => p; p => q; x => p ? q
q does not hold: q and p rest only on each other
  p => q needs p
  q => p needs q
  x => p lacks x
    x does not hold: no rule is for it

=> p; p => ~p ? p
p is undecided: what is for it and what is against it hang on each other
  => p is for it, and applies
  p => ~p is against it, and waits for p

t.; => p; t, p => ~p; d: ~> p ? ~p
~p does not hold: => p is against it, and nothing beats that
"""
"""Screens of proofs: a theory, its statements after semicolons, and what is asked; then what is told."""


def tags(text: str, *literals: str) -> str:
    """Return the tags of literals of a theory, given as text: `+D+d -D-d`."""
    conclusions = conclude(parse_theory(text))
    return " ".join("".join(conclusions.tags(parse_literal(literal))) for literal in literals)


@pytest.mark.parametrize(
    ("text", "literals", "expected"),
    [
        (
            "penguin\nr1: penguin -> bird\nr2: bird => flies\nr3: penguin => ~flies\nr3 > r2",
            "flies ~flies",
            "-D-d -D+d",
        ),
        ("quaker\nrepublican\nquaker => p\nrepublican => ~p", "p ~p", "-D-d -D-d"),
        ("=> p\n=> ~p\n=> g\np => ~g", "p g ~g", "-D-d -D+d -D-d"),
        ("a: => p\nb: => p\nc: => ~p\nd: => ~p\na > c\nb > d", "p ~p", "-D+d -D-d"),
        ("a: => p\nc: => ~p\nd: => ~p\na > c", "p ~p", "-D-d -D-d"),
        ("=> p\n=> ~p\np => q\n~p => q", "q", "-D-d"),
        ("p => q\nq => p\n=> f\np => ~f", "p q f ~f", "-D-d -D-d -D+d -D-d"),
        ("=> p\np => ~p", "p ~p", "-D?d -D-d"),
        ("=> p\nq => ~p\np => q", "p q", "-D?d -D?d"),
        ("p -> q\nq -> p\np => r", "p q r", "-D-d -D-d -D-d"),
        ("b\nw\nb => f\nw ~> ~f", "f ~f", "-D-d -D-d"),
        ("b\nw\nr: b => f\nd: w ~> ~f\nr > d", "f ~f", "-D+d -D-d"),
        ("a: => p\nd: ~> p\nb: => ~p\nd > b", "p ~p", "-D-d -D-d"),
        ("p\n=> ~p", "p ~p", "+D+d -D-d"),
        ("p\n~p", "p ~p", "+D+d +D+d"),
        ("p\np -> ~q\n=> q", "q ~q", "-D-d +D+d"),
        ("=> p\np -> q", "p q", "-D+d -D+d"),
        ("-> p\np, p -> q", "p q", "+D+d +D+d"),
        ("p\np\np -> q\n-> q\nq -> p", "p q", "+D+d +D+d"),
    ],
)
def test_textbook_theories(text: str, literals: str, expected: str) -> None:
    """Penguin, blocked ambiguity, teams, floating conclusions, loops, defeaters, contradictions in the facts."""
    assert tags(text, *literals.split()) == expected


def test_a_literal_that_is_not_mentioned_neither_is_certain_nor_holds() -> None:
    """What no fact and no rule speaks of is refuted, and the proof says that nothing is for it."""
    conclusions = conclude(parse_theory("=> p"))
    for given in (Literal("q"), ~Literal("p")):
        assert conclusions.tags(given) == (Tag.NOT_CERTAIN, Tag.FAILS)
    proof = conclusions.proof(Literal("q"))
    assert [step.because for step in proof.steps] == [Because.UNSUPPORTED, Because.UNSUPPORTED]
    assert [step.tag for step in proof.steps] == [Tag.FAILS, Tag.NOT_CERTAIN]


def test_literals_are_told_in_the_order_of_their_appearance() -> None:
    """The literals are those mentioned: atoms as they appear, a negation after what it negates."""
    conclusions = conclude(parse_theory("r: b, ~a => ~c\nz\n=> ~z"))
    assert " ".join(map(str, conclusions.literals)) == "z ~z b ~a ~c"


def test_a_component_is_searched_again_when_what_founded_it_fails() -> None:
    """A loop that rested on z fails once z does, which the failure of another loop brings about."""
    text = "q => p\np => q\nz => p\nz => q\n=> z\nv => ~z\n=> v\nu => ~v\nw => u\nu => w\np => s"
    assert tags(text, "p", "q", "z", "v", "u", "s") == "-D-d -D-d -D-d -D+d -D-d -D-d"
    theory = parse_theory(text)
    conclusions = conclude(theory)
    for given in all_literals(theory):
        check_proof(theory, conclusions.proof(given))
    assert conclusions.step(Literal("p")).circle == (Literal("p"), Literal("q"))


def test_a_loop_with_a_second_foundation_stands_when_the_first_fails() -> None:
    """Of two rules that found a loop one fails: the loop is searched again and stays undecided with the other."""
    text = "z1 => p\nz2 => p\nq => p\np => q\n=> z1\nv => ~z1\n=> v\nu => ~v\nw => u\nu => w\n=> z2\np => ~z2"
    assert tags(text, "z1", "z2", "p", "q") == "-D-d -D?d -D?d -D?d"
    assert {str(given): tag for given, tag in naive(parse_theory(text)).items()}["p"][1] is Tag.UNDECIDED


def test_conclusions_do_not_hang_on_the_order_of_the_text() -> None:
    """Facts, rules and superiority in any order give the same tags; the same text gives the same proofs."""
    for seed in range(60):
        theory = random_theory(seed)
        rng = random.Random(seed)  # noqa: S311  chance, not secrets
        facts, rules = rng.sample(theory.facts, len(theory.facts)), rng.sample(theory.rules, len(theory.rules))
        superiority = rng.sample(theory.superiority, len(theory.superiority))
        shuffled = Theory(tuple(facts), tuple(rules), tuple(superiority))
        conclusions, others = conclude(theory), conclude(shuffled)
        for given in all_literals(theory):
            assert conclusions.tags(given) == others.tags(given)
            assert conclusions.proof(given) == conclude(theory).proof(given)


def test_a_step_is_given_for_the_tags_that_a_literal_has() -> None:
    """Asking for a tag that a literal does not have is an error that names both."""
    conclusions = conclude(parse_theory("p.\np => q"))
    assert conclusions.step(Literal("p"), Tag.CERTAIN).because is Because.FACT
    assert conclusions.step(Literal("q"), Tag.NOT_CERTAIN).because is Because.UNSUPPORTED
    with pytest.raises(KeyError, match="q is not tagged -d"):
        conclusions.step(Literal("q"), Tag.FAILS)


def test_the_least_explanation_of_a_premise_is_taken() -> None:
    """Of several refuted premises the one that was refuted first is named, and it comes before what it explains."""
    theory = parse_theory("p, q => r\nr => s\ns, x => t")
    step = conclude(theory).step(Literal("t"))
    assert [(str(reply.rule), str(reply.premise)) for reply in step.replies] == [("s, x => t", "x")]
    check_proof(theory, conclude(theory).proof(Literal("t")))


def test_cyclic_superiority_is_refused_from_python_too() -> None:
    """The logic takes no theory whose superiority runs in a circle, whose names clash or are unknown."""
    p = Literal("p")
    rules = (Rule("a", Kind.DEFEASIBLE, (), p), Rule("b", Kind.DEFEASIBLE, (), ~p))
    with pytest.raises(Report) as caught:
        conclude(Theory((), rules, (Prevails("a", "b"), Prevails("b", "a"))))
    assert [(fault.code, fault.label) for fault in caught.value.diagnostics] == [("IG504", "a > b > a")]
    with pytest.raises(Report) as caught:
        conclude(Theory((), (*rules, rules[0]), (Prevails("a", "c"),)))
    assert [fault.code for fault in caught.value.diagnostics] == ["IG502", "IG503"]
    assert caught.value.diagnostics[1].span is None


@pytest.mark.parametrize(
    ("pairs", "circle"),
    [
        ("a>b b>c a>c", ""),
        ("a>b b>c c>b", "b>c c>b"),
        ("a>a", "a>a"),
        ("x>a a>b y>a c>a b>d d>e e>a", "a>b b>d d>e e>a"),
        ("a>b c>b c>d a>d d>b", ""),
        ("", ""),
    ],
)
def test_a_circle_of_superiority_is_shown_from_where_it_closes(pairs: str, circle: str) -> None:
    """The statements of the circle are given in turn, without what leads to it; where there is none, nothing."""
    stated = tuple(Prevails(pair[0], pair[-1]) for pair in pairs.split())
    assert " ".join(f"{pair.winner}>{pair.loser}" for pair in superiority_circle(stated)) == circle


def test_long_superiority_and_long_chains_need_no_recursion() -> None:
    """Neither a chain of 20,000 superiorities nor a loop of 20,000 literals exhausts the stack."""
    count = 20_000
    names = [f"r{number}" for number in range(count)]
    pairs = tuple(Prevails(*pair) for pair in pairwise(names))
    assert superiority_circle(pairs) == ()
    assert len(superiority_circle((*pairs, Prevails(names[-1], names[0])))) == count
    ring = tuple(
        Rule("", Kind.DEFEASIBLE, (Literal(f"p{number}"),), Literal(f"p{(number + 1) % count}"))
        for number in range(count)
    )
    conclusions = conclude(Theory((), ring))
    assert conclusions.tag(Literal("p0")) is Tag.FAILS
    assert len(conclusions.step(Literal("p0")).circle) == count


def chain(length: int) -> Theory:
    """Return a fact and that many rules, each for the premise of the next."""
    atoms = [Literal(f"p{number}") for number in range(length + 1)]
    rules = (Rule("", Kind.DEFEASIBLE, (atoms[number],), atoms[number + 1]) for number in range(length))
    return Theory((atoms[0],), tuple(rules))


def test_cost_grows_with_the_number_of_rules() -> None:
    """A rule of a long chain costs at most three times one of a short chain, and the end is concluded with a proof."""
    short, long = (10_000, 1_000_000) if os.environ.get("IGOV_FULL") else (5_000, 50_000)
    spent = {}
    for length in (short, long):
        theory = chain(length)
        before = time.process_time()
        conclusions = conclude(theory)
        spent[length] = time.process_time() - before
        assert conclusions.tag(Literal(f"p{length}")) is Tag.HOLDS
    assert spent[long] / long < 3 * spent[short] / short
    proof = conclude(chain(2_000)).proof(Literal("p2000"))
    assert [str(step.literal) for step in proof.steps if step.tag is Tag.HOLDS] == [
        f"p{n}" for n in range(2000, -1, -1)
    ]


def test_every_form_of_statement_is_read() -> None:
    """Facts with and without stop or label, rules of every kind, chains of superiority, comments, arguments."""
    theory = parse_theory(
        "# a comment\n\nfact: bird, -heavy.\n  wing(left, 2)\t# wings\nr1: bird->flies.\nr/2: bird, ¬heavy=>~flies\n"
        "~>  ~flies\nr.3: wing( left,2 ) ~> x-1\r\nr1 > r/2 > r.3.\n"
    )
    assert str(theory) == (
        "bird.\n~heavy.\nwing(left,2).\nr1: bird -> flies\nr/2: bird, ~heavy => ~flies\n~> ~flies\n"
        "r.3: wing(left,2) ~> x-1\nr1 > r/2\nr/2 > r.3\n"
    )
    assert [rule.kind for rule in theory.rules] == [Kind.STRICT, Kind.DEFEASIBLE, Kind.DEFEATER, Kind.DEFEATER]
    assert str(theory.rules[0].span) == "theory:5:1"
    assert theory.superiority[1].span is not None
    assert (theory.superiority[1].span.column, theory.superiority[1].span.length) == (6, 9)


def test_reading_what_is_printed_is_the_identity() -> None:
    """A theory printed and read again is equal, and prints the same."""
    for seed in range(200):
        theory = random_theory(seed)
        assert parse_theory(str(theory)) == theory
    for path in EXAMPLES.glob("*.dl"):
        theory = read_theory(path)
        assert parse_theory(str(theory)) == theory


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (">> p", 'IG501 1:1 expected a literal, found ">"'),
        ("p q", 'IG501 1:3 expected the end of the statement, found "q"'),
        ("=> ", "IG501 1:3 expected a literal, found the end of the line"),
        ("p, => q", 'IG501 1:4 expected a literal, found "=>"'),
        ("p\nq ? r", 'IG501 2:3 expected the end of the statement, found "?"'),
        ("r1 > => q", 'IG501 1:6 expected the name of a rule, found "=>"'),
        ("r1: p", 'IG505 1:1 "r1" has no arrow'),
        ("r1: => p\nr1: => q", 'IG502 2:1 two rules are named "r1"'),
        ("rule1: => p\nrule1 > rule2", 'IG503 2:9 no rule is named "rule2"'),
        ("r1: => p\nr2 > r1", 'IG503 2:1 no rule is named "r2"'),
        ("zz: => p\nr > zz", 'IG503 2:1 no rule is named "r"'),
        ("a: => p\nb: => ~p\na > b\nb > a", "IG504 3:1 superiority runs in a circle"),
        ("p \x1b[31m", "IG104 1:3 control character U+001B"),
        ("p \ud800", "IG103 1:3 not UTF-8"),
    ],
)
def test_every_fault_has_its_place(text: str, found: str) -> None:
    """Each fault is told with its code, at the narrowest place, and the code is in the catalogue."""
    with pytest.raises(Report) as caught:
        parse_theory(text, "t.dl")
    told = [
        f"{fault.code} {fault.span.line}:{fault.span.column} {fault.title}" if fault.span else fault.code
        for fault in caught.value.diagnostics
    ]
    assert told == [found]
    assert caught.value.diagnostics[0].code in CODES


@pytest.mark.parametrize("code", [code for code in CODES if "IG500" <= code < "IG600"])
def test_every_code_of_a_theory_has_a_specimen_with_its_drawing(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each code's specimen gives that code alone, drawn as it stands beside the specimen."""
    monkeypatch.chdir(SPECIMENS)
    with pytest.raises(Report) as caught:
        read_theory(f"{code}.dl")
    assert [fault.code for fault in caught.value.diagnostics] == [code]
    text = draw_faults(caught.value.diagnostics, source_text) + "\n"
    assert text == (SPECIMENS / f"{code}.txt").read_text(encoding="utf-8")


def test_all_faults_of_a_text_are_told_at_once() -> None:
    """Lines that cannot be read do not hide what is wrong elsewhere; near names are offered."""
    with pytest.raises(Report) as caught:
        parse_theory("rule1: => p\n$\nrule2: => ~p\nrule1 > ruel2\n=>\nrule2: => q\nrule1 > rule2\nrule2 > rule1")
    faults = caught.value.diagnostics
    assert [fault.code for fault in faults] == ["IG501", "IG503", "IG501", "IG502", "IG504"]
    assert faults[1].help == 'did you mean "rule2"?'
    assert [label.text for label in faults[4].others] == ["rule2 > rule1"]
    assert faults[4].label == "rule1 > rule2 > rule1"


def test_the_reader_raises_nothing_but_a_report() -> None:
    """Whatever the bytes, a theory comes out or a Report does."""
    rng = random.Random(7)  # noqa: S311  chance, not secrets
    pieces = [
        b"p",
        b"~",
        b"->",
        b"=>",
        b"~>",
        b">",
        b":",
        b",",
        b".",
        b"(",
        b")",
        b"#",
        b"\n",
        b"\xff",
        b"\x00",
        b" ",
        b"r1",
    ]
    read = 0
    for _ in range(2000):
        raw = b"".join(rng.choice(pieces) for _ in range(rng.randint(1, 12)))
        try:
            conclude(parse_theory(raw))
            read += 1
        except Report:
            continue
    assert read > 100


def test_a_literal_alone_is_read() -> None:
    """A literal is a name with or without a negation, and nothing after it."""
    assert parse_literal("-flies") == ~Literal("flies")
    for text in ("", "~~p", "p q"):
        with pytest.raises(Report):
            parse_literal(text)


def shown(text: str, explain: str) -> str:
    """Return the screen that explains a literal of a theory."""
    return draw(view(ask(parse_theory(text), explain)), 100)


@pytest.mark.parametrize("specimen", SCREENS.strip().split("\n\n"), ids=lambda specimen: specimen.split("\n")[0])
def test_a_proof_is_told_in_words(specimen: str) -> None:
    """Why and why not are told with what they rest on beneath, once each."""
    first, _, screen = specimen.partition("\n")
    text, _, explain = first.rpartition(" ? ")
    assert shown(text.replace("; ", "\n"), explain) == screen + "\n"


def test_a_deep_proof_is_told_without_recursion() -> None:
    """A proof of 3,000 levels is told line by line, and does not wander off to the right."""
    lines = draw(view(ask(chain(3000), "p3000")), 100).splitlines()
    assert lines[0] == "p3000 holds, by p2999 => p3000"
    assert lines[-1].strip() == "p0 is certain: it is a fact"
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.dl")), ids=lambda path: path.stem)
def test_the_examples_run_and_every_tag_is_explained(path: Path) -> None:
    """Every theory in examples is read, and the naive fixpoint agrees with every tag; each has a proof that stands."""
    theory = read_theory(path)
    conclusions = conclude(theory)
    for given, expected in naive(theory).items():
        assert conclusions.tags(given) == expected
        for tag in expected:
            check_proof(theory, conclusions.proof(given, tag))
        assert shown(str(theory), str(given))


def test_what_the_page_shows_from_python_is_so() -> None:
    """The page on the logic and the docstrings of the logic hold sessions that run as they stand."""
    page = doctest.testfile(str(EXAMPLES.parent.parent / "docs" / "logic.md"), module_relative=False)
    assert page.attempted >= 7
    assert page.failed == 0
    for module in (igov.reason.logic, igov.read.theory):
        found = doctest.testmod(module)
        assert found.attempted
        assert found.failed == 0


def test_the_answer_in_json_keeps_to_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """One line, with the tags of every literal, and the proof where one is asked for."""
    schema = json.loads((files("igov") / "show" / "schemas" / "logic.json").read_text("utf-8"))
    for path in EXAMPLES.glob("*.dl"):
        for given in conclude(read_theory(path)).literals:
            found = to_json(ask(read_theory(path), str(given), path.name))
            jsonschema.Draft202012Validator(schema).validate(found)
    assert answer(["logic", str(EXAMPLES / "penguin.dl"), "--explain", "-D ~flies", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(schema).validate(found)
    assert found["literals"][-1] == {"literal": "~flies", "tags": ["-D", "+d"]}
    assert (found["proof"]["tag"], found["proof"]["steps"][0]["because"]) == ("-D", "unsupported")
    assert to_json(ask(Theory()))["proof"] is None


def test_the_command_lists_every_literal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, or standard input, is told as a table with a count beneath."""
    assert answer(["logic", str(EXAMPLES / "penguin.dl")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "penguin.dl",
        "  penguin  +D +d certain",
        "  bird     +D +d certain",
        "  flies    -D -d does not hold",
        "  ~flies   -D +d holds",
        "",
        "4 literals, 3 rules: 2 certain, 1 holds, 1 does not hold",
    ]
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"=> p\n=> q\n")))
    assert answer(["logic", "-"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 literals, 2 rules: 2 hold"
    assert draw(view(ask(Theory())), 80).splitlines()[-1] == "0 literals, 0 rules"


@pytest.mark.parametrize(
    ("explain", "code", "said"),
    [
        ("fleis", 2, "did you mean flies?"),
        ("zebra", 2, 'the theory does not mention "zebra"'),
        ("+d flies", 2, "flies is -D -d, not +d"),
        ("~~flies", 2, "expected a literal"),
    ],
)
def test_misuse_is_told_in_one_message(explain: str, code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A literal that cannot be explained is misuse, and the message says what is wrong."""
    assert answer(["logic", str(EXAMPLES / "penguin.dl"), "--explain", explain]) == code
    assert said in " ".join(capsys.readouterr().err.split())


def test_a_theory_that_cannot_be_read_ends_with_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file and a file with faults end with exit code 3; the circle of superiority is shown."""
    assert answer(["logic", str(tmp_path / "none.dl")]) == 3
    assert "IG101" in capsys.readouterr().err
    circle = tmp_path / "circle.dl"
    circle.write_text("a: => p\nb: => ~p\nc: => p\na > b > c\nc > a\n", encoding="utf-8")
    assert answer(["logic", str(circle)]) == 3
    assert "a > b > c > a" in capsys.readouterr().err


def test_text_of_a_theory_cannot_act_on_the_console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters in a file are refused and told in plain letters."""
    path = tmp_path / "sly.dl"
    path.write_bytes(b"=> p\x1b]0;owned\x07\n")
    assert answer(["logic", str(path)]) == 3
    assert "\x1b" not in capsys.readouterr().err


def test_what_a_step_rests_on_is_named_once() -> None:
    """The premises of a rule that answers twice are not repeated."""
    p, q = Literal("p"), Literal("q")
    step = conclude(parse_theory("p.\na: p => q\nb: p ~> ~q\nc: p ~> ~q\na > b\na > c")).step(q)
    assert isinstance(step, Step)
    assert step.rests_on == ((~q, Tag.NOT_CERTAIN), (p, Tag.HOLDS))
