"""Large bases: what a question costs igov, and what it costs those that a user would pick instead, in the same run.

`python benchmarks/norms.py` makes bases of 100 to 100,000 norms, plain and dense, with the generator of the tests, and
measures loading, the memory of the index, points, who-holds (complete, every holder told), an explained judgement, and
a cold question from a compiled base. Every peer that is installed (see `peers`) gets the same bases and questions, and
each is held against the brute force of the tests on the small sizes. `--full` loads 100,000 norms from YAML too;
`--write` puts the figures into docs/figures.md; `--sizes N ...` takes other sizes; `--seconds S` bounds each measure;
`--rounds N` repeats all but the slowest peers.

Times are medians of one question, by the wall clock, the machine otherwise as it is; compare ratios within a run.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import importlib
import json
import multiprocessing
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from _norms_page import bars, curve, page, tables
from rich.console import Console
from rich.table import Table

from igov.read.compiled import compile_base
from igov.read.load import load
from igov.reason.index import Index, Side
from igov.reason.judge import judge
from igov.terms.assignment import Claim, Holder, Part
from igov.terms.entry import Entry
from igov.terms.order import Axis, Order, Step, Term

ROOT = Path(__file__).parents[1]
FIGURES = ROOT / "docs" / "figures.md"
SIZES = (100, 1_000, 10_000, 100_000)
PEERS = ("prolog", "answer_sets", "sqlite", "duck", "tiny")
CAP = 60.0
"""The seconds after which a peer is cut off."""
SLOW = 20.0
"""A peer that takes longer is measured in the first round alone."""
CHECKED = 1_000
"""The largest base on which answers are held against brute force."""
TABLES = {"holder": "holders", "activity": "activities", "topic": "topics"}


def script(name: str) -> Any:
    """Return a reference script of the tests as a module."""
    sys.path.insert(0, str(ROOT / "tests" / "data"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.pop(0)


def order(axis: str, table: dict[str, Any]) -> Order:
    """Return the order of a generated taxonomy."""
    names = table["names"]
    steps = [tuple(Step(names[p]) for p in parents) for parents in table["parents"]]
    return Order({name: Term(name, Axis(axis), name, steps=up) for name, up in zip(names, steps, strict=True)})


def entries(base: dict[str, Any]) -> list[Entry]:
    """Return the entries of a generated base; equal names are one string, as a reader of rules has them."""
    instruments = {i["id"]: i for i in base["instruments"]}
    same = sys.intern
    return [
        Entry(
            id=same(n["id"]),
            holder=same(n["holder"]),
            activity=same(n["activity"]),
            topic=same(n["topic"]),
            against=n["polarity"] == "against",
            rank=instruments[n["instrument"]]["rank"],
            date=int(instruments[n["instrument"]]["date"][:4]),
            overrides=tuple(same(o) for o in n["overrides"]),
        )
        for n in base["norms"]
    ]


def made(base: dict[str, Any]) -> Index:
    """Return the index of a generated base."""
    return Index(entries(base), *(order(axis, base[table]) for axis, table in TABLES.items()))


def asked_in_turn(
    ask: Callable[..., object], queries: Sequence[Sequence[str]], seconds: float
) -> tuple[list[float], list[Any]]:
    """Return the seconds of every question that was asked in time, and the answers."""
    times: list[float] = []
    answers: list[Any] = []
    end = time.perf_counter() + seconds
    for asked in queries:
        start = time.perf_counter()
        answers.append(ask(*asked))
        stop = time.perf_counter()
        times.append(stop - start)
        if stop > end:
            break
    return times, answers


def rules_files(base: dict[str, Any], folder: Path) -> None:
    """Write a generated base as rules files: the vocabulary, and a file an instrument."""
    lines = ["igov: 1", "vocabulary:"]
    for axis, table in TABLES.items():
        lines.append(f"  {axis}:")
        for name, parents in zip(base[table]["names"], base[table]["parents"], strict=True):
            above = ", ".join(base[table]["names"][p] for p in parents)
            lines.append(f"    - {{id: {name}, label: {name}{f', under: [{above}]' if above else ''}}}")
    lines += ["  position:", "    - {id: act, label: doing it}", ""]
    (folder / "vocabulary.yaml").write_text("\n".join(lines))
    texts = {
        i["id"]: [
            *("igov: 1", "instrument:", f"  id: {i['id']}", f"  title: {i['id']}", "  body: B", f"  date: {i['date']}"),
            *("  status: adopted", f"  rank: {i['rank']}", "provisions:"),
        ]
        for i in base["instruments"]
    }
    home = {n["id"]: n["instrument"] for n in base["norms"]}
    for n in base["norms"]:
        verb = "must not" if n["polarity"] == "against" else n["force"]
        words = f"{n['holder']} {verb} {n['activity']} {n['topic']}"
        lines = texts[n["instrument"]]
        lines += [f"  {n['id']}:", f"    text: {words}", "    norms:", f"      - words: {words}"]
        lines += [f"        {axis}: {n[axis]}" for axis in TABLES]
        lines += ["        position: act", f"        force: {n['force']}"]
        if n["polarity"] == "against":
            lines.append("        polarity: against")
        if n["overrides"]:
            lines.append(f"        overrides: [{', '.join(f'{home[o]}-{o}' for o in n['overrides'])}]")
    for name, lines in texts.items():
        if lines[-1] != "provisions:":
            (folder / f"{name}.yaml").write_text("\n".join([*lines, ""]))


def igov_figures(base: dict[str, Any], queries: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Return what the index takes to make, and its answers with their times."""
    start = time.perf_counter()
    index = made(base)
    taken = time.perf_counter() - start
    for ask, asked in ((index.point, queries["points"]), (index.who, queries["who"])):
        asked_in_turn(ask, asked, seconds / 4)
    point, points = asked_in_turn(index.point, queries["points"], seconds)
    who, whos = asked_in_turn(lambda *asked: index.who(*asked).sides(), queries["who"], seconds)
    return {
        "load": taken,
        "point": point,
        "who": who,
        "points": [decision.side.value for decision in points],
        "whos": [{holder: side.value for holder, side in found.items()} for found in whos],
    }


def peer_figures(name: str, base: dict[str, Any], queries: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Return what a peer takes to load a base, and its answers with their times, as far as it came within CAP."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=ask_peer, args=(name, base, queries, seconds, sender))
    process.start()
    sender.close()
    found: dict[str, Any] = {}
    end = time.monotonic() + CAP
    with suppress(EOFError):
        while receiver.poll(max(0.0, end - time.monotonic())):
            found |= receiver.recv()
    if process.is_alive() and time.monotonic() >= end:
        os.killpg(process.pid or 0, signal.SIGKILL)
    process.join()
    return found


def ask_peer(name: str, base: dict[str, Any], queries: dict[str, Any], seconds: float, sender: Any) -> None:
    """Load a base into a peer and ask it, in a process and a group of its own; tell every figure once it is there."""
    os.setsid()
    peer = importlib.import_module(f"peers.{name}")
    up = script("oracle").at_or_above
    closures = {
        axis: {term: sorted(above) for term, above in up(base[table]).items()} for axis, table in TABLES.items()
    }
    start = time.perf_counter()
    loaded = peer.load(base, closures)
    if hasattr(loaded, "run"):
        found = loaded.run(queries, seconds)
        names = {"load": "load", "point": "point times", "who": "who times", "points": "points", "whos": "who"}
        sender.send({name: found[there] for name, there in names.items()})
        return
    sender.send({"load": time.perf_counter() - start})
    times, answers = asked_in_turn(loaded.point, queries["points"], seconds)
    sender.send({"point": times, "points": answers})
    times, answers = asked_in_turn(loaded.who, queries["who"], seconds)
    sender.send({"who": times, "whos": answers})


def agree(name: str, found: dict[str, Any], points: Iterable[str], whos: Iterable[dict[str, str]]) -> None:
    """Stop where the answers of one are not those expected, as far as both were asked."""
    for kind, expected in (("points", points), ("whos", whos)):
        for number, (got, right) in enumerate(zip(found.get(kind, ()), expected, strict=False)):
            if got != right:
                sys.exit(f"{name}: answer {number} of the {kind} is {got}, not {right}")


def resident() -> int:
    """Return the resident bytes of this process, after memory that is free was given back where that can be."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def lines_of(base: dict[str, Any]) -> str:
    """Return a generated base as lines of JSON: the taxonomies, then a line an entry."""
    terms = {table: base[table] for table in TABLES.values()}
    rows = [[getattr(e, name) for name in Entry.__match_args__] for e in entries(base)]
    return "\n".join(json.dumps(line) for line in (terms, *rows))


def growth(file: Path) -> int:
    """Return by how many bytes a process grows that makes an index of lines of JSON; run in one of its own."""
    before = resident()
    same = sys.intern
    with file.open() as lines:
        orders = {
            axis: order(axis, table) for axis, table in zip(TABLES, json.loads(next(lines)).values(), strict=True)
        }

        def entry(row: list[Any]) -> Entry:
            overrides = tuple(same(other) for other in row.pop())
            return Entry(*(same(value) if isinstance(value, str) else value for value in row), overrides=overrides)

        index = Index((entry(json.loads(line)) for line in lines), *orders.values())
    after = resident()
    index.point("h0", "a0", "t0")
    return after - before


def in_a_process(*arguments: str) -> str:
    """Run this script again and return what it prints."""
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def cold(base: dict[str, Any], queries: dict[str, Any], folder: Path, rounds: int) -> dict[str, float]:
    """Return the median seconds of a cold question from a compiled base, and of a cold `roles`, taken in turn."""
    file = folder / "base.igov"
    vocabulary = {axis: order(axis, base[table]) for axis, table in TABLES.items()}
    names = {(axis, name): name for axis, table in TABLES.items() for name in base[table]["names"]}
    words = {n["id"]: (n["id"], f"{n['holder']} {n['force']} {n['activity']} {n['topic']}") for n in base["norms"]}
    taken = time.perf_counter()
    from igov.ask.compile import stamped  # noqa: PLC0415  the command's own notes

    key, notes = stamped(())
    compile_base(entries(base), vocabulary, file, key=key, names=names, words=words, notes=notes | {"entries": 1})
    found: dict[str, list[float]] = {"compile": [time.perf_counter() - taken], "point": [], "who": [], "roles": []}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = [sys.executable, "-c", "from igov.cli import main; main()"]
    for number in range(rounds + 1):
        for kind, command in (
            ("roles", ["roles", "--stakeholder", "civil-society"]),
            ("point", ["compile", "--out", str(file), "--point", *queries["points"][number]]),
            ("who", ["compile", "--out", str(file), "--who", *queries["who"][number]]),
        ):
            at = time.perf_counter()
            done = subprocess.run([*start, *command], capture_output=True, env=environment, check=True)
            if done.stderr:
                sys.exit(done.stderr.decode())
            if number:
                found[kind].append(time.perf_counter() - at)
    return {kind: statistics.median(times) for kind, times in found.items()}


def from_yaml(base: dict[str, Any], queries: dict[str, Any], seconds: float) -> dict[str, float]:
    """Return the seconds of loading, of YAML's events alone, and of a judgement, whose verdict is the index's side."""
    with tempfile.TemporaryDirectory() as name:
        rules_files(base, Path(name))
        start = time.process_time()
        loaded = load([name], builtin=False)
        taken = time.process_time() - start
        texts = [file.read_text() for file in sorted(Path(name).iterdir())]
        start = time.process_time()
        for text in texts:
            for _ in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
                pass
        events = time.process_time() - start
    index = made(base)
    said = {"SUPPORTED": Side.FOR, "CONTRADICTED": Side.AGAINST, "DISPUTED": Side.DISPUTED}

    def explained(holder: str, activity: str, topic: str) -> None:
        claim = Claim((Part((Holder(holder),), "act", activity, frozenset({topic})),))
        verdict = judge(loaded, claim).verdict
        if said.get(verdict, Side.SILENT) is not index.point(holder, activity, topic).side:
            sys.exit(f"the judge says {verdict} of {holder} {activity} {topic}; the index does not")

    judged, _ = asked_in_turn(explained, queries["points"], seconds)
    return {"load": taken, "events": events, "explained": statistics.median(judged)}


def peers() -> tuple[dict[str, str], dict[str, str]]:
    """Return the module of every peer that is installed, and why the others are skipped, by their names."""
    found: dict[str, str] = {}
    skipped: dict[str, str] = {}
    for name in PEERS:
        peer = importlib.import_module(f"peers.{name}")
        why = peer.missing()
        if why:
            skipped[peer.NAME] = why
        else:
            found[peer.NAME] = name
    return found, skipped


def measured(arguments: argparse.Namespace, console: Console) -> dict[str, Any]:
    """Return all figures, by kind and size."""
    sys.path.insert(0, str(Path(__file__).parent))
    generate, oracle = script("generate").generate, script("oracle").Oracle
    installed, skipped = peers()
    figures: dict[str, Any] = {
        "skipped": skipped,
        "not run": {},
        "bases": [],
        "cold": {},
        "memory": {},
        "yaml": {},
        "rounds": arguments.rounds,
        "seconds": arguments.seconds,
        "cap": CAP,
        "checked": CHECKED,
    }
    for kind in ("plain", "dense"):
        for size in arguments.sizes:
            base, queries = generate(size, 1, dense=kind == "dense")
            rounds: list[dict[str, Any]] = []
            slow: set[str] = set()
            for number in range(arguments.rounds):
                row: dict[str, Any] = {"igov": igov_figures(base, queries, arguments.seconds)}
                right = row["igov"]["points"], row["igov"]["whos"]
                if size <= CHECKED and not number:
                    brute = oracle(base)
                    right = (
                        [brute.point(*p) for p in queries["points"][:200]],
                        [brute.who(*w) for w in queries["who"][:5]],
                    )
                    agree("igov", row["igov"], *right)
                for name, module in installed.items():
                    most = importlib.import_module(f"peers.{module}").MOST
                    if size > most:
                        figures["not run"][name, kind, size] = f"not given more than {most:,} norms"
                    elif name not in slow:
                        start = time.monotonic()
                        row[name] = peer_figures(module, base, queries, arguments.seconds)
                        agree(name, row[name], *right)
                        if "who" not in row[name]:
                            figures["not run"][name, kind, size] = f"cut off after {CAP:.0f} s"
                        if time.monotonic() - start > SLOW:
                            slow.add(name)
                        console.print(f"{kind} {size:,}: {name}", style="dim")
                for found in row.values():
                    found.pop("points", None)
                    found.pop("whos", None)
                rounds.append(row)
            figures["bases"].append({"kind": kind, "size": size, "rounds": rounds})
            with tempfile.TemporaryDirectory() as folder:
                text = Path(folder) / "base.json"
                text.write_text(json.dumps(base, separators=(",", ":")))
                if Path("/proc/self/statm").exists() and size >= 1000:
                    lines = Path(folder) / "base.jsonl"
                    lines.write_text(lines_of(base))
                    grown = [int(in_a_process("--growth", str(lines))) for _ in range(arguments.rounds)]
                    figures["memory"][kind, size] = (grown, text.stat().st_size)
                if size == max(arguments.sizes):
                    figures["cold"][kind] = cold(base, queries, Path(folder), 9)
            if size <= 10_000 or arguments.full:
                figures["yaml"][kind, size] = from_yaml(base, queries, arguments.seconds)
            console.print(f"{kind} {size:,}: done", style="dim")
    return figures


def main() -> int:
    """Measure, print the tables, and say which bars are met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--growth", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.growth:
        print(growth(arguments.growth))
        return 0
    console = Console()
    figures = measured(arguments, console)
    for name, heads, rows in tables(figures):
        table = Table(*heads, title=name, title_justify="left")
        for row in rows:
            table.add_row(*row)
        console.print(table)
    for question in ("point", "who"):
        console.print(f"cost of {question} against size, eight marks for ten times the time", highlight=False)
        for line in curve(figures, question):
            console.print(line, highlight=False)
    for name, why in figures["skipped"].items():
        console.print(f"skipped: {name}, {why}")
    for asked, got, met in bars(figures):
        console.print(f"{'met    ' if met else 'NOT MET'} {asked}: {got}", highlight=False)
    if arguments.write:
        FIGURES.write_text(page(figures, "python benchmarks/norms.py " + " ".join(sys.argv[1:])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
