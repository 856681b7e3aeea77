"""Write what the documentation shows anew, in place; what changed is then seen with `git diff`.

python tools/record_transcripts.py            every page
python tools/record_transcripts.py README.md  the pages that are named
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from transcripts import ROOT, anew, pages


def main() -> None:
    """Write the pages that are named, or all, and say which of them changed."""
    named = [Path(name).resolve() for name in sys.argv[1:]] or pages()
    for page in named:
        text = anew(page)
        if text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8", newline="\n")
            print(f"changed {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
