"""Large bases: what a question costs igov, and what it costs those that a user would pick instead, in the same run.

`python benchmarks/norms.py` makes bases of 100 to 100,000 norms, plain and dense, with the generator of the tests, and
measures loading, the memory of the index, points, who-holds (complete, every holder told), an explained judgement, and
a cold question from a compiled base. Every peer that is installed (see `peers`) gets the same bases and questions, and
each is held against the brute force of the tests on the small sizes. `--full` loads 100,000 norms from YAML too;
`--write` puts the figures into docs/figures.md; `--sizes N ...` takes other sizes; `--seconds S` bounds each measure.

Times are medians of one question, by the wall clock, the machine otherwise as it is; compare ratios within a run.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import importlib
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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
CHECKED = 1_000
"""The largest base on which answers are held against brute force."""
TABLES = {"holder": "holders", "activity": "activities", "topic": "topics"}
BARS = {("plain", "point"): 3.0, ("dense", "point"): 3.0, ("plain", "who"): 5.0, ("dense", "who"): 5.0}
"""How many times faster than the best peer a question is to be at 100,000 norms."""


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


def median_of(ask: Callable[..., object], queries: Sequence[Sequence[str]], seconds: float) -> tuple[float, list[Any]]:
    """Return the median seconds of one question, and the answers to those that were asked in time."""
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
    return statistics.median(times), answers


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
        median_of(ask, asked, seconds / 4)
    point, points = median_of(index.point, queries["points"], seconds)
    who, whos = median_of(lambda *asked: dict(index.who(*asked)), queries["who"], seconds)
    return {
        "load": taken,
        "point": point,
        "who": who,
        "points": [decision.side.value for decision in points],
        "whos": [{holder: side.value for holder, side in found.items()} for found in whos],
    }


def peer_figures(peer: Any, base: dict[str, Any], queries: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Return what a peer takes to load a base, and its answers with their times."""
    up = script("oracle").at_or_above
    closures = {
        axis: {term: sorted(above) for term, above in up(base[table]).items()} for axis, table in TABLES.items()
    }
    start = time.perf_counter()
    loaded = peer.load(base, closures)
    if hasattr(loaded, "run"):
        found = loaded.run(queries, seconds)
        return {
            "load": found["load"],
            "point": statistics.median(found["point times"]),
            "who": statistics.median(found["who times"]),
            "points": found["points"],
            "whos": found["who"],
        }
    taken = time.perf_counter() - start
    point, points = median_of(loaded.point, queries["points"], seconds)
    who, whos = median_of(loaded.who, queries["who"], seconds)
    return {"load": taken, "point": point, "who": who, "points": points, "whos": whos}


def agree(name: str, found: dict[str, Any], points: Iterable[str], whos: Iterable[dict[str, str]]) -> None:
    """Stop where the answers of one are not those expected, as far as both were asked."""
    for kind, expected in (("points", points), ("whos", whos)):
        for number, (got, right) in enumerate(zip(found[kind], expected, strict=False)):
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
    """Return the seconds of `igov.load`, and of a judgement with its derivation, whose verdict is the index's side."""
    with tempfile.TemporaryDirectory() as name:
        rules_files(base, Path(name))
        start = time.process_time()
        loaded = load([name], builtin=False)
        taken = time.process_time() - start
    index = made(base)
    said = {"SUPPORTED": Side.FOR, "CONTRADICTED": Side.AGAINST, "DISPUTED": Side.DISPUTED}

    def explained(holder: str, activity: str, topic: str) -> None:
        claim = Claim((Part((Holder(holder),), "act", activity, frozenset({topic})),))
        verdict = judge(loaded, claim).verdict
        if said.get(verdict, Side.SILENT) is not index.point(holder, activity, topic).side:
            sys.exit(f"the judge says {verdict} of {holder} {activity} {topic}; the index does not")

    judged, _ = median_of(explained, queries["points"], seconds)
    return {"load": taken, "explained": judged}


def shown(seconds: float | None) -> str:
    """Return a time in the unit that suits it."""
    if seconds is None:
        return "-"
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} us"


def measured(arguments: argparse.Namespace, console: Console) -> dict[str, Any]:
    """Return all figures, by kind and size."""
    generate, oracle = script("generate").generate, script("oracle").Oracle
    sys.path.insert(0, str(Path(__file__).parent))
    peers: dict[str, Any] = {}
    skipped: dict[str, str] = {}
    for name in PEERS:
        peer = importlib.import_module(f"peers.{name}")
        why = peer.missing()
        if why:
            skipped[peer.NAME] = why
        else:
            peers[peer.NAME] = peer
    figures: dict[str, Any] = {"skipped": skipped, "bases": [], "cold": {}, "memory": {}, "yaml": {}}
    for kind in ("plain", "dense"):
        for size in arguments.sizes:
            base, queries = generate(size, 1, dense=kind == "dense")
            row: dict[str, Any] = {"kind": kind, "size": size, "igov": igov_figures(base, queries, arguments.seconds)}
            right = row["igov"]["points"], row["igov"]["whos"]
            if size <= CHECKED:
                brute = oracle(base)
                right = [brute.point(*p) for p in queries["points"][:200]], [brute.who(*w) for w in queries["who"][:5]]
                agree("igov", row["igov"], *right)
            for name, peer in peers.items():
                if size <= peer.MOST:
                    console.print(f"{kind} {size:,}: {name}", style="dim")
                    row[name] = peer_figures(peer, base, queries, arguments.seconds)
                    agree(name, row[name], *right)
            with tempfile.TemporaryDirectory() as folder:
                text = Path(folder) / "base.json"
                text.write_text(json.dumps(base, separators=(",", ":")))
                if Path("/proc/self/statm").exists() and size >= 1000:
                    lines = Path(folder) / "base.jsonl"
                    lines.write_text(lines_of(base))
                    grown = int(in_a_process("--growth", str(lines)))
                    figures["memory"][kind, size] = (grown, text.stat().st_size)
                if size == max(arguments.sizes):
                    figures["cold"][kind] = cold(base, queries, Path(folder), 9)
            if size <= 10_000 or arguments.full:
                figures["yaml"][kind, size] = from_yaml(base, queries, arguments.seconds)
            for found in row.values():
                if isinstance(found, dict):
                    found.pop("points", None)
                    found.pop("whos", None)
            figures["bases"].append(row)
            console.print(f"{kind} {size:,}: done", style="dim")
    return figures


def best_peer(row: dict[str, Any], question: str) -> tuple[str, float]:
    """Return the quickest peer of a base, and its time."""
    return min(
        ((name, found[question]) for name, found in row.items() if isinstance(found, dict) and name != "igov"),
        key=lambda pair: pair[1],
        default=("no peer", float("nan")),
    )


def tables(figures: dict[str, Any]) -> list[tuple[str, list[str], list[list[str]]]]:
    """Return the tables of a run: title, heads, rows."""
    found = []
    names = ["igov", *(dict.fromkeys(n for row in figures["bases"] for n in row if n not in {"kind", "size", "igov"}))]
    for question, told in (("point", "a point, with its norms"), ("who", "who holds, every holder told")):
        rows = []
        for row in figures["bases"]:
            peer, taken = best_peer(row, question)
            mine = row["igov"][question]
            ratio = f"{taken / mine:.3g} x ({peer})" if taken == taken else "-"  # noqa: PLR0124  not a number is no ratio
            cells = [shown(row.get(name, {}).get(question)) for name in names]
            rows.append([row["kind"], f"{row['size']:,}", *cells, ratio])
        found.append((f"Median time of {told}", ["base", "norms", *names, "best peer / igov"], rows))
    rows = [
        [row["kind"], f"{row['size']:,}", *(shown(row.get(name, {}).get("load")) for name in names)]
        for row in figures["bases"]
    ]
    found.append(("Making the index, or loading the peer", ["base", "norms", *names], rows))
    rows = [
        [kind, f"{size:,}", f"{grown / 1e6:.1f} MB", f"{text / 1e6:.1f} MB", f"{grown / text:.2f}"]
        for (kind, size), (grown, text) in figures["memory"].items()
    ]
    found.append(("Resident growth of the index", ["base", "norms", "growth", "JSON", "growth / JSON"], rows))
    rows = [
        [kind, f"{size:,}", shown(one["load"]), shown(one["load"] / size), shown(one["explained"])]
        for (kind, size), one in figures["yaml"].items()
    ]
    heads = ["base", "norms", "load from YAML", "a norm", "a judgement with its derivation"]
    found.append(("Rules files (processor time), and the full judge", heads, rows))
    rows = [
        [
            *(kind, shown(one["compile"]), shown(one["roles"]), shown(one["point"]), shown(one["who"])),
            *(f"{one['point'] / one['roles']:.2f}", f"{one['who'] / one['roles']:.2f}"),
        ]
        for kind, one in figures["cold"].items()
    ]
    heads = ["base", "compile", "cold roles", "cold point", "cold who", "point / roles", "who / roles"]
    found.append(("One question in a fresh process, from the largest base compiled", heads, rows))
    return found


def bars(figures: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """Return every bar that this run can tell of: what is asked, what was measured, whether it is met."""
    found: list[tuple[str, str, bool]] = []
    for row in figures["bases"]:
        if row["size"] != 100_000:
            continue
        for question in ("point", "who"):
            peer, taken = best_peer(row, question)
            if peer == "no peer":
                continue
            ratio, bar = taken / row["igov"][question], BARS[row["kind"], question]
            found.append((f"{row['kind']}, {question}: {bar:g} x the best peer", f"{ratio:.1f} x {peer}", ratio >= bar))
        prolog = row.get("SWI-Prolog")
        if prolog and row["kind"] == "plain":
            for question, unit, most in (("point", 68e-6, 20e-6), ("who", 3.1e-3, 0.5e-3)):
                scaled = row["igov"][question] * unit / prolog[question]
                told = f"plain, {question}: at most {shown(most)} where SWI-Prolog takes {shown(unit)}"
                found.append((told, shown(scaled), scaled <= most))
    for (kind, size), (grown, text) in figures["memory"].items():
        if size == 100_000:
            told = f"{kind}: resident growth at most 5 x the JSON"
            found.append((told, f"{grown / text:.2f} x", grown <= 5 * text))
    for kind, one in figures["cold"].items():
        ratio = one["point"] / one["roles"]
        found.append((f"{kind}: a cold point at most 1.5 x cold roles", f"{ratio:.2f} x", ratio <= 1.5))
    return found


def curve(figures: dict[str, Any], question: str) -> list[str]:
    """Return a drawing of cost against size: a row a system and size, as long as the logarithm of the time."""
    lines = []
    for row in figures["bases"]:
        for name, one in row.items():
            if isinstance(one, dict):
                marks = "#" * max(1, round(8 * math.log10(one[question] / 1e-6)))
                lines.append(f"{row['kind']:5} {row['size']:>7,} {name:13} {marks} {shown(one[question])}")
        lines.append("")
    return lines[:-1]


def machine() -> str:
    """Return a description of the machine without any of its paths."""
    cpu = ""
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return (
        f"{cpu or platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    )


def page(figures: dict[str, Any], command: str) -> str:
    """Return docs/figures.md."""
    lines = [
        *("# Figures", "", "Written by `benchmarks/norms.py --write`; nothing here is typed by hand.", ""),
        f"* machine: {machine()}; shared with other work while this ran, so ratios count and times illustrate",
        *(f"* date: {datetime.now(UTC):%Y-%m-%d}", f"* command: `{command}`"),
    ]
    lines += [f"* skipped: {name}, {why}" for name, why in figures["skipped"].items()]
    lines += ["", "## Bars", "", "| asked | measured | |", "| --- | --- | --- |"]
    lines += [f"| {asked} | {got} | {'met' if met else '**not met**'} |" for asked, got, met in bars(figures)]
    lines += [
        "",
        "Cold starts, rules of the logic and sentences a second are measured by the other files of `benchmarks/`.",
    ]
    for name, heads, rows in tables(figures):
        lines += ["", f"## {name}", "", f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
        lines += [f"| {' | '.join(row)} |" for row in rows]
    for question, told in (("point", "a point"), ("who", "who holds")):
        lines += ["", f"## Cost of {told} against size", "", "Eight marks are ten times the time.", "", "```text"]
        lines += [*curve(figures, question), "```"]
    return "\n".join([*lines, ""])


def main() -> int:
    """Measure, print the tables, and say which bars are met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--seconds", type=float, default=2.0)
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
