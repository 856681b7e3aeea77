"""Are the rules sound? Every fault of every file in one run, each with its place and what to do."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import click

from igov.ask._given import Choice, chosen, instrument_named, rules_and_json
from igov.read.copies import check_pinpoints, read_copy
from igov.read.files import source_text
from igov.read.load import examine, schema_of
from igov.reason.conflicts import circles, conflicts
from igov.reason.coverage import Coverage, coverage
from igov.reason.inforce import Options, in_force
from igov.reason.judge import judge
from igov.show.conflicts import conflict_object, conflicts_page
from igov.show.coverage import coverage_object, coverage_page
from igov.show.diagnostics import counted, draw, fault_object
from igov.show.terminal import in_colour, write, write_json, write_page
from igov.terms.assignment import Norm
from igov.terms.base import Expectation, KnowledgeBase
from igov.terms.conflict import Circle, Conflict
from igov.terms.place import Diagnostic, Label, Report, Span
from igov.terms.verdict import Judgement


@dataclass(frozen=True)
class Answer:
    """What is wrong with the rules, and what was counted; `tests` and what follows are None where no test was run.

    `instruments` holds, for each, whether it answers by default, its provisions, and how many of them are encoded.
    """

    findings: tuple[Diagnostic, ...]
    files: int
    instruments: Mapping[str, tuple[bool, int, int]]
    norms: int
    verbatim: int
    tests: int | None = None
    passed: int | None = None
    exercised: int | None = None
    idle: tuple[str, ...] = ()
    """The norms that no test exercises, where the tests were run."""
    coverage: Coverage | None = None
    """How much of the texts the rules hold, where that was asked."""
    conflicts: tuple[Conflict, ...] | None = None
    """The norms that meet, one giving and one barring, where that was asked and nothing is wrong."""
    base: KnowledgeBase | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def encoded(self, *, default: bool) -> tuple[int, int]:
        """Return how many provisions are encoded, and of how many, in the instruments that answer by default or not."""
        chosen = [(done, all_) for by_default, all_, done in self.instruments.values() if by_default is default]
        return sum(done for done, _ in chosen), sum(all_ for _, all_ in chosen)


def ask(
    base: KnowledgeBase,
    faults: Sequence[Diagnostic] = (),
    *,
    test: bool = False,
    covered: bool = False,
    among: Options | None = None,
) -> Answer:
    """Answer whether the rules are sound, given the base and the faults found when it was read.

    With `test` the tests that the rules carry are run; not where there are faults, for they would only repeat them.
    With `covered` the answer tells as well how much the rules cover; with `among`, the conflicts among the norms that
    these options put in force.
    """
    if not faults:
        every = in_force(base, Options(instruments=tuple(base.instruments)))
        faults = tuple(map(_circular, circles(every)))
    giving = {norm.provision for norm in base.norms}
    instruments = {name: (instrument.default, 0, 0) for name, instrument in base.instruments.items()}
    for provision in base.provisions.values():
        default, provisions, encoded = instruments[provision.instrument]
        done = provision.assigns_nothing is not None or provision.id in giving
        instruments[provision.instrument] = (default, provisions + 1, encoded + done)
    answer = Answer(
        findings=tuple(faults),
        files=len(base.files),
        instruments=instruments,
        norms=len(base.norms),
        verbatim=len(base.norms) - min(len(base.norms), sum(fault.code == "IG301" for fault in faults)),
        coverage=coverage(base) if covered else None,
        conflicts=None if among is None or faults else conflicts(in_force(base, among)),
        base=base,
    )
    return answer if faults or not test else _tested(base, answer)


def _tested(base: KnowledgeBase, answer: Answer) -> Answer:
    """Run every test of the rules, and see which norms none of them reaches."""
    beside = _norms_beside(base)
    failures: list[Diagnostic] = []
    exercised: set[str] = set()
    for number, test in enumerate(base.expectations):
        judgement = judge(base, test.claim, _options(base, test))
        failure = _failure(test, judgement)
        if failure is not None:
            failures.append(failure)
        for part in judgement.parts:
            exercised.update(bearing.norm.id for bearing in (*part.bearings, *part.others))
        if failure is None:
            exercised.update(norm.id for norm in beside.get(number, ()) if norm.cite in judgement.cites)
    idle = [norm for norm in base.norms if norm.id not in exercised]
    return replace(
        answer,
        findings=Report([*failures, *map(_idle, idle)]).diagnostics,
        tests=len(base.expectations),
        passed=len(base.expectations) - len(failures),
        exercised=len(base.norms) - len(idle),
        idle=tuple(norm.id for norm in idle),
    )


def _options(base: KnowledgeBase, test: Expectation) -> Options:
    """Return the options of a test: its readings, and its own instrument where that does not answer by default."""
    home = [i.id for i in base.instruments.values() if test.span and i.span and i.span.file == test.span.file]
    instruments = None
    if home and not base.instruments[home[0]].default:
        instruments = tuple(home)
    return Options(assume=frozenset(test.assume), without=frozenset(test.without), instruments=instruments)


def _norms_beside(base: KnowledgeBase) -> dict[int, list[Norm]]:
    """Return for every test, by its number, the norms of the entry it stands in: the last that begins before it."""
    places: dict[Span, list[Norm]] = {}
    for norm in base.norms:
        if norm.span is not None:
            places.setdefault(norm.span, []).append(norm)
    marks = [(span, 0, -1) for span in places]
    marks += [(test.span, 1, number) for number, test in enumerate(base.expectations) if test.span is not None]
    found: dict[int, list[Norm]] = {}
    last: Span | None = None
    for span, _, number in sorted(marks):
        if number < 0:
            last = span
        elif last is not None and last.file == span.file:
            found[number] = places[last]
    return found


def _failure(test: Expectation, judgement: Judgement) -> Diagnostic | None:
    """Return what a test finds wrong, or None where the judgement is the one it names."""
    axes = tuple(str(axis) for axis in judgement.axes)
    got = [str(judgement.verdict), *([f"on {', '.join(axes)}"] if axes else []), *judgement.cites]
    wrong = []
    if judgement.verdict != test.verdict:
        wrong.append(f"expected {test.verdict}")
    else:
        if test.axes and set(test.axes) != set(axes):
            wrong.append(f"expected the axes {', '.join(test.axes)}")
        if not set(test.cites) <= set(judgement.cites):
            wrong.append(f"expected {', '.join(test.cites)}")
    if not wrong:
        return None
    return Diagnostic(
        "IG401",
        f'the test "{test.says}" fails',
        test.span,
        label=f"{' and '.join(wrong)}, got {' '.join(got)}",
        help="mend the norm or the test; a change of verdict is a change of meaning",
    )


def _circular(circle: Circle) -> Diagnostic:
    """Return the finding of a circle of superiority, with the place of each norm and the ground of each step."""
    first, *rest = circle.norms
    following = (*circle.norms[1:], first)
    told = [f"prevails over {after.id}: {ground}" for after, ground in zip(following, circle.grounds, strict=True)]
    return Diagnostic(
        "IG310",
        "norms prevail over one another in a circle",
        first.span,
        label=f"{first.id} {told[0]}",
        others=tuple(
            Label(norm.span, f"{norm.id} {text}") for norm, text in zip(rest, told[1:], strict=True) if norm.span
        ),
        note=" > ".join(norm.id for norm in (*circle.norms, first)),
        help="mend or add an `overrides`; where all of them meet, a claim is disputed",
    )


def _idle(norm: Norm) -> Diagnostic:
    return Diagnostic(
        "IG402",
        f"no test exercises {norm.id}",
        norm.span,
        label="nothing bears on this norm",
        help="write an `expect` beside it: a claim that it decides",
    )


def view(answer: Answer) -> str:
    """Return what was counted, a line each, and whether the rules are sound."""
    (encoded, provisions), (further, others) = answer.encoded(default=True), answer.encoded(default=False)
    beside = f", and {further} of {others} of instruments that answer when they are named" if others else ""
    lines = [
        f"provisions encoded or marked as assigning nothing: {encoded} of {provisions}{beside}",
        "every quotation verbatim"
        if answer.verbatim == answer.norms
        else f"quotations verbatim: {answer.verbatim} of {answer.norms} norms",
    ]
    if answer.tests is not None:
        lines.append(f"tests passed: {answer.passed} of {answer.tests}")
        lines.append(
            "every norm exercised by some test"
            if answer.exercised == answer.norms
            else f"norms exercised by some test: {answer.exercised} of {answer.norms}"
        )
    found = counted(len(answer.findings), "finding") if answer.findings else "nothing wrong"
    lines.append(f"{counted(answer.files, 'file')}, {counted(answer.norms, 'norm')}: {found}")
    return "\n".join(lines) + "\n"


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    return {
        "schema": "igov/lint/1",
        "sound": answer.sound,
        "files": answer.files,
        "instruments": [
            {"id": name, "default": default, "provisions": {"encoded": encoded, "of": provisions}}
            for name, (default, provisions, encoded) in answer.instruments.items()
        ],
        "norms": answer.norms,
        "verbatim": answer.verbatim,
        "tests": None if answer.tests is None else {"passed": answer.passed, "of": answer.tests},
        "exercised": answer.exercised,
        "conflicts": (
            [conflict_object(answer.base, one) for one in answer.conflicts]
            if answer.base is not None and answer.conflicts is not None
            else None
        ),
        "coverage": None if answer.coverage is None else coverage_object(answer.coverage, answer.idle),
        "findings": [fault_object(finding) for finding in answer.findings],
    }


HELP = """\b
Examples:
  igov lint
  igov lint my-rules/ --test
  igov lint --coverage
  igov lint --conflicts --according-to TA-full
  igov lint --text TA-full=my-copy-of-the-agenda.txt
  igov lint --schema > rules.schema.json

Tell every fault of the built-in rules and of the files or folders named, each with its place and what to do. With
--test, run the tests that the rules carry; with --coverage, tell as well what is encoded, who the norms speak of and
what nothing uses; with --conflicts, show every two norms that can meet on a claim, one giving and one barring, with
what settles it; with --text, check the paragraphs of an instrument against your own copy of its text.
`igov explain IG203` explains a code. Exit code 1 with any finding, 3 where a path cannot be opened.
"""


@click.command(name="lint", help=HELP)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--test", is_flag=True, help="Run the tests that the rules carry, and tell norms that none exercises.")
@click.option("--coverage", "covered", is_flag=True, help="Tell how much the rules cover; runs the tests too.")
@click.option(
    "--conflicts", "clashes", is_flag=True, help="Show norms that conflict, side by side, and what settles it."
)
@click.option(
    "--according-to",
    multiple=True,
    metavar="ID",
    help="Instruments whose conflicts are shown (repeatable), or all; else the two of the source document.",
)
@click.option(
    "--text", "texts", multiple=True, metavar="ID=FILE", help="Check an instrument against a copy of its text."
)
@click.option("--schema", is_flag=True, help="Write the JSON Schema of rules files instead.")
@rules_and_json
@click.pass_context
def command(
    context: click.Context,
    *,
    paths: tuple[str, ...],
    test: bool,
    covered: bool,
    clashes: bool,
    according_to: tuple[str, ...],
    texts: tuple[str, ...],
    schema: bool,
    rules: Iterable[str],
    as_json: bool,
) -> None:
    """Answer the question on the console."""
    given = (*rules, *paths)
    if schema:
        write_json(schema_of(given))
        return
    base, faults = examine(given, strict=True)
    pinpoints = [fault for text in texts for fault in _checked(base, text)]
    if according_to and not clashes:
        raise click.UsageError("--according-to chooses the instruments of --conflicts; give that too")
    among = chosen(base, Choice(according_to=according_to)) if clashes else None
    answer = ask(base, (*faults, *pinpoints), test=test or covered, covered=covered, among=among)
    if as_json:
        write_json(to_json(answer))
    else:
        drawn = draw(answer.findings, source_text, colour=in_colour(sys.stdout))
        write((drawn + "\n\n" if drawn else "") + view(answer))
        if answer.coverage is not None:
            write("\n")
            write_page(coverage_page(base, answer.coverage, answer.idle))
        if answer.conflicts is not None:
            write("\n")
            write_page(conflicts_page(base, answer.conflicts))
    context.exit(3 if any(f.code == "IG101" for f in answer.findings) else 0 if answer.sound else 1)


def _checked(base: KnowledgeBase, text: str) -> tuple[Diagnostic, ...]:
    """Check the instrument that `ID=FILE` names against the copy that it names."""
    name, joint, path = text.partition("=")
    if not joint or not path:
        raise click.UsageError(f'"{text}" is not of the form ID=FILE, as TA-full=agenda.txt')
    return check_pinpoints(base, instrument_named(base, name), read_copy(path))
