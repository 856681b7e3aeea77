"""Write the quizzes of the lessons from the rules, in every format, or `--check` that they are fresh."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from transcripts import ROOT, run

LESSONS = {
    "first-lesson": ["--seed", "35", "--level", "1", "--topic", "public policy", "--count", "8"],
    "second-lesson": ["--seed", "69", "--topic", "day-to-day", "--count", "8"],
    "third-lesson": ["--seed", "2013", "--level", "2", "--count", "10"],
}
"""The folder of each lesson, and the quiz that is drawn for it."""

FORMATS = {"gift": "quiz.gift", "anki": "quiz.anki.txt", "csv": "quiz.csv", "markdown": "quiz.md"}
"""The formats, and the file of each."""


def quizzes() -> dict[Path, str]:
    """Return what every file should hold."""
    return {
        ROOT / "examples" / lesson / name: run(["quiz", *arguments, "--format", form])[1]
        for lesson, arguments in LESSONS.items()
        for form, name in FORMATS.items()
    }


def main() -> int:
    """Write the files, or name those that are not fresh."""
    stale = [path for path, text in quizzes().items() if not path.exists() or path.read_bytes() != text.encode("utf-8")]
    if "--check" in sys.argv:
        for path in stale:
            print(f"not fresh: {path.relative_to(ROOT)}", file=sys.stderr)
        return int(bool(stale))
    fresh = quizzes()
    for path in stale:
        path.write_bytes(fresh[path].encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
