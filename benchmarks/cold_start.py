"""What a start costs: a question in a fresh process, as a multiple of importing what any such program imports.

The yardstick is `python -c "import click, rich.console, yaml"` with the same interpreter. Every command is run in turn,
round after round, so that what else the machine does meets all of them alike; the table has medians, and ratios of
medians. Run inside an environment that has igov: `python benchmarks/cold_start.py [rounds]`. With `--check` the exit
code is 1 where `roles` takes more than 1.3 times the yardstick.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

YARDSTICK = "import click, rich.console, yaml"
BAR = 1.3
IGOV = [sys.executable, "-c", "from igov.cli import main; main()"]
COMMANDS = {
    YARDSTICK: [sys.executable, "-c", YARDSTICK],
    "pass": [sys.executable, "-c", "pass"],
    "igov --version": [*IGOV, "--version"],
    "igov roles": [*IGOV, "roles", "--stakeholder", "civil-society"],
    "igov roles --json": [*IGOV, "roles", "--stakeholder", "civil-society", "--json"],
    "igov who": [*IGOV, "who", "authority", "--over", "domain names"],
    "igov check-claim, by axes": [
        *(*IGOV, "check-claim", "--holder", "civil-society", "--position", "authority", "--topic", "domain-names"),
    ],
    "igov check-claim, a sentence": [*IGOV, "check-claim", "Civil society has policy authority over domain names"],
}


def once(command: list[str]) -> float:
    """Run a command and return the milliseconds it took."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Print the table."""
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    rounds = int(numbers[0]) if numbers else 15
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for command in COMMANDS.values():
        once(command)
        once(command)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            times[name].append(once(command))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"{'command':34} {'median ms':>10} {'least ms':>10} {'ratio':>7}")
    for name, median in medians.items():
        print(f"{name:34} {median:10.1f} {min(times[name]):10.1f} {median / medians[YARDSTICK]:7.2f}")
    ratio = medians["igov roles"] / medians[YARDSTICK]
    print(f"roles in {ratio:.2f} times the yardstick; the bar is {BAR}, the aim 1.1; {rounds} rounds")
    return 1 if "--check" in sys.argv[1:] and ratio > BAR else 0


if __name__ == "__main__":
    sys.exit(main())
