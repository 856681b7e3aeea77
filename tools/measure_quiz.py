"""Write the figures of docs/quiz.md: how far one gets in quizzes of many seeds by guessing.

python tools/measure_quiz.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import igov
from igov.ask.quiz import ask

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from guessing import table

PAGE = Path(__file__).parent.parent / "docs" / "quiz.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
SEEDS, COUNT = range(30), 21


def main() -> None:
    """Draw the quizzes and write the table between its marks."""
    base = igov.load()
    drawn = [item for seed in SEEDS for item in ask(base, seed=seed, count=COUNT).items]
    items = list({item.id: item for item in drawn}.values())
    head = f"{len(SEEDS)} quizzes of {COUNT} questions, seeds 0 to {SEEDS[-1]}: {len(drawn)} items, "
    head += f"{len(items)} different."
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    figures = "\n".join([BEGIN, head, "", *table(items), END])
    PAGE.write_text(f"{before}{figures}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
