"""What a run of `norms.py` measured, as tables, drawings, bars that are met or not, and as docs/figures.md."""

from __future__ import annotations

import math
import os
import platform
import statistics
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

BARS = {("plain", "point"): 3.0, ("dense", "point"): 3.0, ("plain", "who"): 5.0, ("dense", "who"): 5.0}
"""How many times faster than the best peer a question is to be at 100,000 norms."""


def shown(seconds: float | None) -> str:
    """Return a time in the unit that suits it."""
    if seconds is None:
        return "-"
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} us"


def median(row: dict[str, Any], name: str, question: str) -> float | None:
    """Return the median seconds of a question to one system over all rounds; None where it was not asked."""
    times = [second for one in row["rounds"] for second in one.get(name, {}).get(question, ())]
    return statistics.median(times) if times else None


def ratios(row: dict[str, Any], name: str, question: str) -> list[float]:
    """Return, for every round, how many times faster igov is than a peer on the questions that both were asked."""
    found = []
    for one in row["rounds"]:
        theirs, mine = one.get(name, {}).get(question, ()), one["igov"][question]
        both = min(len(theirs), len(mine))
        if both:
            found.append(statistics.median(theirs[:both]) / statistics.median(mine[:both]))
    return found


def names(figures: dict[str, Any]) -> list[str]:
    """Return the systems that were measured, igov first."""
    return list(dict.fromkeys(name for row in figures["bases"] for one in row["rounds"] for name in one))


def best_peer(row: dict[str, Any], question: str) -> tuple[str, list[float]]:
    """Return the quickest peer of a base, and the ratios to it."""
    peers = {name: ratios(row, name, question) for name in row["rounds"][0] if name != "igov"}
    return min(
        ((name, found) for name, found in peers.items() if found),
        key=lambda pair: statistics.median(pair[1]),
        default=("no peer", []),
    )


def spread(found: list[float], form: str = ".2f") -> str:
    """Return the median of figures, and the least and the greatest of them."""
    told = format(statistics.median(found), form)
    return f"{told} ({min(found):{form}} to {max(found):{form}})" if len(found) > 1 else told


def tables(figures: dict[str, Any]) -> list[tuple[str, list[str], list[list[str]]]]:
    """Return the tables of a run: title, heads, rows."""
    found = []
    systems = names(figures)
    for question, told in (("point", "a point, with its norms"), ("who", "who holds, every holder told")):
        rows = []
        for row in figures["bases"]:
            peer, ratio = best_peer(row, question)
            best = f"{spread(ratio)} x {peer}" if ratio else "-"
            rows.append(
                [row["kind"], f"{row['size']:,}", *(shown(median(row, name, question)) for name in systems), best]
            )
        found.append((f"Median time of {told}", ["base", "norms", *systems, "best peer / igov"], rows))
    rows = []
    for row in figures["bases"]:
        loads = [[one[name]["load"] for one in row["rounds"] if "load" in one.get(name, {})] for name in systems]
        told = [shown(statistics.median(load)) if load else "-" for load in loads]
        rows.append([row["kind"], f"{row['size']:,}", *told])
    found.append(("Making the index, or loading the peer", ["base", "norms", *systems], rows))
    rows = []
    for (kind, size), (grown, text) in figures["memory"].items():
        growth = f"{statistics.median(grown) / 1e6:.1f} MB"
        ratio = spread([one / text for one in grown])
        rows.append([kind, f"{size:,}", growth, f"{text / 1e6:.1f} MB", ratio])
    found.append(("Resident growth of the index", ["base", "norms", "growth", "JSON", "growth / JSON"], rows))
    rows = [
        [kind, f"{size:,}", shown(one["load"]), f"{one['load'] / one['events']:.2f}", shown(one["explained"])]
        for (kind, size), one in figures["yaml"].items()
    ]
    heads = ["base", "norms", "load from YAML", "load / YAML's own events", "a judgement with its derivation"]
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
            peer, ratio = best_peer(row, question)
            bar = BARS[row["kind"], question]
            if ratio:
                told = f"{row['kind']}, {question}: {bar:g} x the best peer"
                found.append((told, f"{spread(ratio)} x {peer}", statistics.median(ratio) >= bar))
        if row["kind"] == "plain":
            for question, unit, most in (("point", 68e-6, 20e-6), ("who", 3.1e-3, 0.5e-3)):
                scaled = [unit / one for one in ratios(row, "SWI-Prolog", question)]
                if scaled:
                    told = f"plain, {question}: at most {shown(most)} where SWI-Prolog takes {shown(unit)}"
                    found.append((told, shown(statistics.median(scaled)), statistics.median(scaled) <= most))
    for (kind, size), (grown, text) in figures["memory"].items():
        if size == 100_000:
            ratio = [one / text for one in grown]
            told = f"{kind}: resident growth at most 5 x the JSON"
            found.append((told, f"{spread(ratio)} x", statistics.median(ratio) <= 5))
    for kind, one in figures["cold"].items():
        ratio = one["point"] / one["roles"]
        found.append((f"{kind}: a cold point at most 1.5 x cold roles", f"{ratio:.2f} x", ratio <= 1.5))
    return found


def curve(figures: dict[str, Any], question: str) -> list[str]:
    """Return a drawing of cost against size: a row a system and size, as long as the logarithm of the time."""
    lines = []
    for row in figures["bases"]:
        for name in names(figures):
            taken = median(row, name, question)
            if taken is not None:
                marks = "#" * max(1, round(8 * math.log10(taken / 1e-6)))
                lines.append(f"{row['kind']:5} {row['size']:>7,} {name:13} {marks} {shown(taken)}")
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


def method(figures: dict[str, Any]) -> list[str]:
    """Return what a reader of the figures has to know."""
    rounds, seconds, cap, checked = (figures[name] for name in ("rounds", "seconds", "cap", "checked"))
    lines = [
        f"* {rounds} rounds a base; in each, igov and the peers one after another are asked the same 1,000 points",
        f"  and 50 who-holds, in the same order, for at most {seconds:g} s each. A time is the median over all",
        "  questions and rounds.",
        "* A ratio is of medians over the questions that both were asked in a round; told are the median over the",
        "  rounds and, in brackets, the least and the greatest. A peer that takes long has one round.",
        f"* Up to {checked:,} norms the answers of igov and of every peer are held against brute force",
        "  (`tests/data/oracle.py`); above, those of the peers against igov's. An answer that differs ends the run,",
        "  and nothing is written.",
        "* Resident growth: a process of its own reads the entries as lines of JSON one by one and makes the index;",
        "  what it holds after less what it held before, free memory given back both times. Beside it the size of the",
        "  base as compact JSON. The orders of the terms are counted; what the first questions add is not.",
        "* `-` means not run:",
    ]
    gone: dict[tuple[str, str], list[str]] = {}
    for (name, kind, size), why in figures["not run"].items():
        gone.setdefault((name, why), []).append(f"{kind} {size:,}")
    lines += [f"  * {name}: {why} ({', '.join(bases)})" for (name, why), bases in gone.items()]
    if not gone:
        lines[-1] = "* `-` means not run."
    return [*lines, f"* A peer is cut off after {cap:.0f} s a base, loading and all questions together."]


def page(figures: dict[str, Any], command: str) -> str:
    """Return docs/figures.md."""
    lines = [
        *("# Figures", "", "Written by `benchmarks/norms.py --write`; nothing here is typed by hand.", ""),
        f"* machine: {machine()}; shared with other work while this ran, so ratios count and times illustrate",
        *(f"* date: {datetime.now(UTC):%Y-%m-%d}", f"* command: `{command}`"),
    ]
    lines += [f"* skipped: {name}, {why}" for name, why in figures["skipped"].items()]
    lines += ["", "## How it was measured", "", *method(figures)]
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
