"""The tutorial on authoring, followed as it stands: its pieces of rules put in place of what was unknown."""

from __future__ import annotations

import re
import textwrap


def pieces(page: str) -> list[str]:
    """Return the blocks of rules of a page, in order."""
    return re.findall(r"^```yaml\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)


def followed(cut: str, blocks: list[str]) -> str:
    """Return a cut rules file with each block put in its provision's place; a vocabulary goes to the end."""
    for block in blocks:
        key = block.split(":", 1)[0]
        if key == "vocabulary":
            cut = f"{cut.rstrip()}\n\n{block}"
            continue
        entry = re.compile(rf"^  {re.escape(key)}:\n(?:    .*\n)+", flags=re.MULTILINE)
        place = entry.search(cut)
        assert place is not None, key
        cut = cut[: place.start()] + textwrap.indent(block, "  ") + cut[place.end() :]
    return cut
