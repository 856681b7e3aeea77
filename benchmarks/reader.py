"""How many sentences a second the reader of English takes, and what it costs to begin.

`python benchmarks/reader.py [rounds]` reads the labelled claims of the tests over and over on one core and prints
sentences a second (by the processor's clock, so that what else the machine does counts little), the milliseconds that
the lexicon takes to compile, and those of the longest sentence that is read. With `--check` the exit code is 1 below
2,000 sentences a second.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from igov.read.english import read_claim
from igov.read.load import load

BAR = 2_000
CLAIMS = Path(__file__).parents[1] / "tests" / "data" / "dev.jsonl"


def main() -> int:
    """Print the table."""
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    rounds = int(numbers[0]) if numbers else 10
    vocabulary = load().vocabulary
    start = time.process_time()
    read_claim("The Internet", vocabulary)
    compiled = (time.process_time() - start) * 1000
    sentences = [json.loads(line)["claim"] for line in CLAIMS.read_text(encoding="utf-8").splitlines()]
    for sentence in sentences:
        read_claim(sentence, vocabulary)
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for sentence in sentences:
            read_claim(sentence, vocabulary)
        best = min(best, time.process_time() - start)
    start = time.process_time()
    read_claim("Governments should manage the Internet, and " * 700, vocabulary)
    longest = (time.process_time() - start) * 1000
    rate = len(sentences) / best
    print(f"sentences a second {rate:10.0f}")
    print(f"compile the lexicon {compiled:8.0f} ms")
    print(f"a sentence of 4,900 words {longest:3.0f} ms")
    return int("--check" in sys.argv and rate < BAR)


if __name__ == "__main__":
    sys.exit(main())
