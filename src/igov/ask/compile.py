"""A base compiled into one file, and what it says of a holder, an act and a topic without loading the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from igov.read.compiled import Compiled, Damaged, Stale, compile_base, digest
from igov.read.files import find
from igov.read.names import folded
from igov.reason.index import Side
from igov.reason.stored import StoredBase
from igov.show.page import GAP, Page, Piece, Row, title
from igov.show.terminal import message, write_json, write_page

AXES = ("holder", "activity", "topic")

WORDS = {
    Side.FOR: ("given", "good"),
    Side.AGAINST: ("forbidden", "bad"),
    Side.DISPUTED: ("disputed", "warn"),
    Side.SILENT: ("not said", "dim"),
}


@dataclass(frozen=True)
class Answer:
    """What a compiled base holds; and, where something is asked of it, the terms asked and the sides with their norms.

    `sides` has the holders, one for a point; `norms` their ids, cites and words, for a point only.
    """

    file: str
    entries: int
    left_out: int
    asked: tuple[str, ...] = ()
    sides: tuple[tuple[str, Side], ...] = ()
    norms: tuple[tuple[str, str, str], ...] = ()


def compiled(rules: Sequence[str | Path], file: str | Path) -> None:
    """Load the rules and write them into a file; raises a Report where they have faults, OSError where it cannot."""
    from igov.read.load import load  # noqa: PLC0415  a base that is compiled already needs none of it
    from igov.reason.entries import plain  # noqa: PLC0415  as above
    from igov.reason.inforce import Options, in_force  # noqa: PLC0415  as above
    from igov.terms.order import Axis  # noqa: PLC0415  as above

    key, notes = stamped(rules)
    base = load(rules)
    found = plain(in_force(base, Options(instruments=tuple(base.instruments))))
    orders = {axis: base.vocabulary.order(Axis(axis)) for axis in AXES}
    names: dict[tuple[str, str], str] = {}
    for axis in AXES:
        table = base.vocabulary.axes.get(Axis(axis), {})
        for term in table.values():
            for name in (term.label, *term.names):
                names.setdefault((axis, folded(name)), term.id)
        names |= {(axis, folded(term)): term for term in table}
    compile_base(
        found.entries,
        orders,
        file,
        key=key,
        names=names,
        words={norm.id: (norm.cite, norm.words) for norm in found.norms},
        notes=notes | {"entries": len(found.entries), "left out": found.left_out},
    )


def stamped(rules: Sequence[str | Path]) -> tuple[bytes, dict[str, object]]:
    """Return the digest of the rules, and the notes by which a base of theirs is known to be fresh."""
    paths = _paths(rules)
    return digest(paths), {"marks": _marks(paths), "entries": 0, "left out": 0}


def opened(rules: Sequence[str | Path], file: str | Path) -> tuple[Compiled, str]:
    """Return the compiled base of the rules, compiled now where there is none that fits them, and why it was so."""
    try:
        return _fresh(rules, file), ""
    except FileNotFoundError:
        why = ""
    except (Stale, Damaged) as trouble:
        why = str(trouble)
    compiled(rules, file)
    return Compiled(file), why


def _fresh(rules: Sequence[str | Path], file: str | Path) -> Compiled:
    """Open a compiled base whose rules have the size and time they had, or the same contents."""
    paths = _paths(rules)
    store = Compiled(file)
    try:
        if store.note("marks") != _marks(paths):
            store.check(digest(paths))
    except BaseException:
        store.close()
        raise
    return store


def _paths(rules: Sequence[str | Path]) -> list[str]:
    return [source.path for source in find(rules, builtin=True)[0]]


def _marks(paths: Sequence[str]) -> list[list[str | int]]:
    """Return the igov, and the path, size and time of every file."""
    from igov import __version__  # noqa: PLC0415  the door is the last to be opened

    stats = [(path, Path(path).stat()) for path in paths if Path(path).exists()]
    marks: list[list[str | int]] = [[__version__]]
    marks += [[path, stat.st_size, stat.st_mtime_ns] for path, stat in stats]
    return marks


def ask(store: Compiled, file: str, asked: Sequence[str] = ()) -> Answer:
    """Answer what a compiled base says of a holder, an act and a topic, or which holders do an act over a topic.

    Raises LookupError where a name stands for no term, Damaged where the base is not as it was written.
    """
    entries, left_out = (_number(store.note(name)) for name in ("entries", "left out"))
    if not asked:
        return Answer(file, entries, left_out)
    base = StoredBase(store)
    axes = AXES[-len(asked) :]
    terms = tuple(_term(store, axis, text) for axis, text in zip(axes, asked, strict=True))
    if len(terms) == 2:
        return Answer(file, entries, left_out, terms, tuple(base.who(*terms)))
    decision = base.point(*terms)
    norms = tuple((norm, *store.words(norm)) for norm in decision.norms)
    return Answer(file, entries, left_out, terms, ((terms[0], decision.side),), norms)


def _number(note: object) -> int:
    if not isinstance(note, int):
        raise Damaged("a note is missing")
    return note


def _term(store: Compiled, axis: str, text: str) -> str:
    term = store.named(axis, folded(text))
    if term is None:
        raise LookupError(f'unknown {axis} "{text}"; igov terms tells what one may type')
    return term


def view(answer: Answer) -> Page:
    """Return the screen: the sides with the words they rest on, and what the base holds."""
    page: Page = []
    if answer.asked:
        page.append(title(", ".join(answer.asked)))
    for side in (Side.FOR, Side.AGAINST, Side.DISPUTED, Side.SILENT):
        named = [holder for holder, found in answer.sides if found is side]
        if named:
            page.append(Row(((WORDS[side],), ", ".join(named)), 2))
    if len(answer.asked) == 2 and not answer.sides:
        page.append(Piece("no norm speaks of it", 2))
    page += [Piece(((f"“{words}”", "quote"),), 4, 2, right=cite) for _, cite, words in answer.norms]
    if page:
        page.append(GAP)
    return [*page, Piece(((_holds(answer), "dim"),))]


def _holds(answer: Answer) -> str:
    return f"{answer.entries} norms of one act over one subject; {answer.left_out} say more and are left to check-claim"


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    return {
        "schema": "igov/compile/1",
        "file": answer.file,
        "entries": answer.entries,
        "left_out": answer.left_out,
        "asked": dict(zip(AXES[-len(answer.asked) :], answer.asked, strict=True)) if answer.asked else {},
        "sides": [{"holder": holder, "side": str(side)} for holder, side in answer.sides],
        "norms": [{"id": norm, "cite": cite, "words": words} for norm, cite, words in answer.norms],
    }


HELP = """\b
Examples:
  igov compile --rules large.yaml --out large.igov
  igov compile --rules large.yaml --out large.igov --point "civil society" develop standards
  igov compile --out built-in.igov --who operate day-to-day --json

Compile the rules into one file that is read in place, and ask it: an answer then reads only what bears on the question,
however large the base. A file that is damaged, of another make, or of other rules than those given is compiled anew.
It holds the norms that give or forbid one act over one subject; check-claim judges by all that the rules hold.
"""


@click.command(name="compile", help=HELP)
@click.option("--rules", multiple=True, type=click.Path(), metavar="PATH", help="Add or replace rules; repeatable.")
@click.option("--out", required=True, type=click.Path(dir_okay=False), metavar="FILE", help="The compiled base.")
@click.option("--point", nargs=3, default=None, metavar="HOLDER ACTIVITY TOPIC", help="Ask whether it may do it.")
@click.option("--who", nargs=2, default=None, metavar="ACTIVITY TOPIC", help="Ask who may do it.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
def command(
    rules: tuple[str, ...],
    out: str,
    point: tuple[str, ...] | None,
    who: tuple[str, ...] | None,
    as_json: bool,
) -> None:
    """Answer the question on the console."""
    if point and who:
        raise click.UsageError("--point and --who are two questions: ask one")
    if Path(out).exists() and any(Path(path).samefile(out) for path in _paths(rules) if Path(path).exists()):
        raise click.UsageError("--out names one of the rules files")
    store, why = opened(rules, out)
    if why:
        message(f"compiled anew: {why}", kind="note")
    try:
        try:
            answer = ask(store, out, point or who or ())
        except Damaged as trouble:
            message(f"compiled anew: {trouble}", kind="note")
            store.close()
            compiled(rules, out)
            store = Compiled(out)
            answer = ask(store, out, point or who or ())
    except LookupError as trouble:
        raise click.UsageError(str(trouble.args[0])) from trouble
    finally:
        store.close()
    if as_json:
        write_json(to_json(answer))
    else:
        write_page(view(answer))
