"""Differences between two instruments as a screen, as Markdown and as objects."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from igov.show.norms import norm_object
from igov.show.page import GAP, Page, Piece, Run, heading
from igov.show.text import clean, quoted
from igov.terms.base import KnowledgeBase
from igov.terms.difference import Change, Difference, Quotation, Shift

HEADS = {
    Change.STRENGTHENED: "Strengthened",
    Change.WIDENED: "Widened",
    Change.WEAKENED: "Weakened",
    Change.NARROWED: "Narrowed",
    Change.RESTATED: "Restated",
    Change.ADDED: "Added",
    Change.DROPPED: "Dropped",
}
READ_TWICE = "Restated, in words that bear two readings"


def grouped(differences: Iterable[Difference]) -> list[tuple[str, list[Difference]]]:
    """Return the differences under their heads: what bears two readings, what changes, what is new, what is gone."""
    groups: dict[str, list[Difference]] = {READ_TWICE: [], **{head: [] for head in HEADS.values()}}
    for difference in differences:
        twice = difference.reported and difference.readings
        groups[READ_TWICE if twice else HEADS[difference.change]].append(difference)
    return [(head, members) for head, members in groups.items() if members]


def counts_line(differences: Iterable[Difference]) -> str:
    """Return how many differences there are of each kind."""
    counts = Counter(difference.change for difference in differences)
    return ", ".join(f"{counts[change]} {change}" for change in Change if counts[change])


def difference_page(base: KnowledgeBase, differences: Sequence[Difference]) -> Page:
    """Return the screen: under each kind of change every difference as a sentence, with both quotations."""
    page: Page = []
    for head, members in grouped(differences):
        page += [GAP, heading(f"{head} ({len(members)})")]
        for difference in members:
            page.append(Piece(difference.sentence, 2, 2))
            for side in _sides(difference):
                mark: tuple[Run, ...] = ((f" ({side.mark})", "warn"),) if side.mark else ()
                page.append(Piece(((_words(side), "quote"), *mark), 4, 1, right=side.place))
            page += [Piece(((line, "dim"),), 4, 2) for line in _notes(base, difference)]
    return page


def differences_markdown(base: KnowledgeBase, title: str, differences: Sequence[Difference]) -> str:
    """Return the differences as Markdown; nothing in the texts acts as markup."""
    lines = [f"# {_plain(title)}"]
    for head, members in grouped(differences):
        lines += ["", f"## {head}", ""]
        for difference in members:
            lines.append(f"* {_plain(difference.sentence)}")
            for side in _sides(difference):
                mark = f" *{_plain(side.mark)}*" if side.mark else ""
                lines.append(f"  * {_plain(_words(side))} ({_plain(side.place)}){mark}")
            lines += [f"  * {_plain(line)}" for line in _notes(base, difference)]
    return "\n".join(lines) + "\n"


def difference_object(base: KnowledgeBase, difference: Difference) -> dict[str, object]:
    """Return a difference as an object with stable keys."""
    return {
        "change": str(difference.change),
        "changes": [str(change) for change in difference.changes],
        "goes_beyond": difference.goes_beyond,
        "says": difference.sentence,
        "before": _side_object(base, difference.before),
        "after": _side_object(base, difference.after),
        "shifts": [shift_object(shift) for shift in difference.shifts],
        "words_gone": list(difference.gone),
        "words_new": list(difference.new),
        "readings": list(difference.readings),
        "reported": difference.reported,
        "nearest": difference.nearest.cite if difference.nearest else None,
    }


def shift_object(shift: Shift) -> dict[str, object]:
    """Return the change on one axis as an object."""
    return {
        "axis": str(shift.axis),
        "change": str(shift.change),
        "before": shift.before or None,
        "after": shift.after or None,
    }


def _side_object(base: KnowledgeBase, side: Quotation | None) -> dict[str, object] | None:
    if side is None:
        return None
    return {
        "cite": side.cite,
        "provision": side.provision,
        "words": side.words,
        "paraphrase": side.paraphrase,
        "basis": side.basis,
        "norms": [norm_object(base, norm) for norm in side.norms],
    }


def _sides(difference: Difference) -> list[Quotation]:
    sides = [side for side in (difference.before, difference.after) if side is not None]
    return sides[:1] if len(sides) == 2 and sides[0].words == sides[1].words else sides


def _notes(base: KnowledgeBase, difference: Difference) -> list[str]:
    notes = []
    if difference.gone or difference.new:
        gone, new = (", ".join(quoted(run) for run in runs) or "nothing" for runs in (difference.gone, difference.new))
        notes.append(f"in words: {new} for {gone}")
    for name in difference.readings:
        reading = base.readings[name]
        if difference.reported:
            notes.append(f"read one way ({name}): {reading.on}")
            notes.append(f"read the other way: {reading.off}")
        else:
            notes.append(f"it turns on the reading {name}: {reading.label}")
    return notes


def _words(side: Quotation) -> str:
    """Return the words between quotation marks, unless they are ours."""
    return _short(side.words) if side.paraphrase else quoted(_short(side.words))


def _short(words: str, most: int = 400) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= most else folded[: folded.rfind(" ", 0, most)] + " …"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", clean(text))
