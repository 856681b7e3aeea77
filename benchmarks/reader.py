"""How many sentences a second are read, and how many are read and judged, on one core, and what it costs to begin.

`python benchmarks/reader.py [rounds]` reads and judges every labelled claim of the tests once, each sentence for the
first time; then it reads the claims of `dev.jsonl` over and over, and reads and judges them (the verdict with its axes
and cites, no page). It prints how many a second (by the processor's clock, so that what else the machine does counts
little), the milliseconds that the lexicon takes to be ready, and those of the longest sentence that is read. The
collector of cycles is called as seldom as the command calls it. With `--check` the exit code is 1 where fewer than
2,000 a second are read and judged.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from igov.read.english import read_claim
from igov.read.load import load
from igov.reason.judge import judge
from igov.terms.base import KnowledgeBase

BAR = 2_000
DATA = Path(__file__).parents[1] / "tests" / "data"


def claims(*files: Path) -> list[str]:
    """Return the labelled claims of some files, each sentence once."""
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return list(dict.fromkeys(json.loads(line)["claim"] for line in lines))


def best(rounds: int, sentences: list[str], base: KnowledgeBase, *, judged: bool = False) -> float:
    """Return the least seconds of the processor that one round over the sentences took."""
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for sentence in sentences:
            claim = read_claim(sentence, base.vocabulary).claim
            if judged and claim is not None:
                judge(base, claim, explain=False)
        least = min(least, time.process_time() - start)
    return least


def main() -> int:
    """Print the table."""
    gc.set_threshold(50_000, 20, 20)  # as igov.cli has it
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    rounds = int(numbers[0]) if numbers else 10
    base = load()
    vocabulary = base.vocabulary
    start = time.process_time()
    read_claim("The Internet", vocabulary)
    compiled = (time.process_time() - start) * 1000
    every = claims(DATA / "dev.jsonl", *sorted(DATA.glob("fresh-claims*.jsonl")))
    once = len(every) / best(1, every, base, judged=True)
    sentences = claims(DATA / "dev.jsonl")
    reading, both = best(rounds, sentences, base), best(rounds, sentences, base, judged=True)
    start = time.process_time()
    read_claim("Governments should manage the Internet, and " * 700, vocabulary)
    longest = (time.process_time() - start) * 1000
    rate = len(sentences) / both
    print(f"each once, a second {once:9.0f}")
    print(f"read, a second {len(sentences) / reading:14.0f}")
    print(f"read and judged, a second {rate:3.0f}")
    print(f"compile the lexicon {compiled:8.0f} ms")
    print(f"a sentence of 4,900 words {longest:3.0f} ms")
    return int("--check" in sys.argv and rate < BAR)


if __name__ == "__main__":
    sys.exit(main())
