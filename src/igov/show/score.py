"""The lines of a judge in a debate, the scoreboard, and the score as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from igov.show.claim_page import SIGNS
from igov.show.page import GAP, Page, Piece, Row, title
from igov.show.text import cells, quoted, sentence_case
from igov.terms.base import KnowledgeBase
from igov.terms.debate import Record, Ruling, Score, Sitting
from igov.terms.order import Axis
from igov.terms.verdict import Verdict

UNREAD = ("?", "strong")
"""The sign of a claim that was not understood."""
NOT_UNDERSTOOD = "not understood"

_SPACE = "\u00a0"
"""A space that is not taken out where a line is laid out."""
LONGEST_NAME = 22


def ruling_line(ruling: Ruling) -> Page:
    """Return the line of one ruling: the verdict, who spoke, and why, with the cite and the axis that went too far."""
    sign, style = SIGNS[ruling.verdict] if ruling.verdict else UNREAD
    draft = " It rests on a draft alone." if ruling.draft else ""
    name = f"{ruling.speaker}: " if ruling.speaker else ""
    word = f"{sign} {ruling.verdict or NOT_UNDERSTOOD}"
    return [Row((((word, style),), ((name, "strong"), ruling.because, (draft, "dim"))), 0, 17)]


def score_page(base: KnowledgeBase, record: Record, scores: Iterable[Score]) -> Page:
    """Return the scoreboard: a line for every delegation with a count for each verdict, and one for all of them."""
    page: Page = [title("Score")]
    motion = record.opening.motion
    if motion:
        page.append(Piece((("Motion: ", "strong"), (quoted(motion), "quote")), hang=2))
    page.append(GAP)
    rows = [(score_name(base, one), one) for one in scores]
    if not rows:
        return [*page, Piece("Nobody has spoken.", 2)]
    if len(rows) > 1:
        counts: dict[Verdict | None, int] = {}
        for _, one in rows:
            for kind, count in one.counts:
                counts[kind] = counts.get(kind, 0) + count
        rows.append(("Together", Score("", None, tuple(counts.items()))))
    width = min(LONGEST_NAME, max(cells(name) for name, _ in rows))
    for name, one in rows:
        page.append(Row((((_padded(name, width), "strong"),), _counts(one)), 2, width + 2))
    legend = [f"{SIGNS[kind][0] if kind else UNREAD[0]} {kind or NOT_UNDERSTOOD}" for kind, _ in rows[0][1].counts]
    return [*page, GAP, Piece(((", ".join(legend), "dim"),), 2, 0)]


def _padded(name: str, width: int) -> str:
    return name if cells(name) <= width else f"{name[: width - 1]}…"


def _counts(score: Score) -> tuple[tuple[str, str], ...]:
    """Return the counts of a row, each in its style where there are any, in columns."""
    runs = []
    for kind, count in score.counts:
        sign, style = SIGNS[kind] if kind else UNREAD
        runs.append((f"{sign}{_SPACE}{count:<2} ".replace(" ", _SPACE), style if count else "dim"))
    return tuple(runs)


def score_name(base: KnowledgeBase, score: Score) -> str:
    """Return the name under which a score is told."""
    if score.delegation is None:
        return score.speaker
    return sentence_case(base.vocabulary.label(Axis.HOLDER, score.delegation))


def rules_phrase(sitting: Sitting) -> str:
    """Return under which rules claims are judged: the igov, the rules files, the texts and what was chosen."""
    told = [f"igov {sitting.igov}", f"rules {sitting.digest[:12]}", f"texts {', '.join(sitting.instruments) or 'none'}"]
    told += [f"assuming {name}" for name in sitting.assume]
    told += [f"without {name}" for name in sitting.without]
    told += ["adopted texts only"] if sitting.adopted_only else []
    return ", ".join(told)


def changes_phrase(before: Sitting, now: Sitting) -> str:
    """Return how the rules have changed between two sittings."""
    told = []
    if before.igov != now.igov:
        told.append(f"igov is {now.igov} and was {before.igov}")
    elif before.digest != now.digest:
        told.append(f"the rules files are others ({now.digest[:12]}, they were {before.digest[:12]})")
    if before.instruments != now.instruments:
        texts = ", ".join(before.instruments) or "none"
        told.append(f"the texts are {', '.join(now.instruments) or 'none'} and were {texts}")
    choices = [(one.assume, one.without, one.adopted_only) for one in (before, now)]
    if choices[0] != choices[1]:
        told.append("other readings, facts or drafts were chosen")
    return "; ".join(told)


def otherwise_page(changed: Sequence[tuple[int, Ruling, Verdict | None]], total: int, number: int) -> Page:
    """Return which claims that stand in the score would get another verdict now, and how many of how many."""
    if not changed:
        return [Piece((("Every claim would get the same verdict now.", "dim"),))]
    page: Page = [Piece(f"Of {number} claims {total} would get another verdict now; the score keeps the first:")]
    for at, one, now in changed:
        was, would = one.verdict or NOT_UNDERSTOOD, now or NOT_UNDERSTOOD
        page.append(Piece((f"{at}. {quoted(one.claim)}: was {was}, would be {would}"), 2, 2))
    return [*page, *([Piece("...", 2)] if total > len(changed) else []), GAP]


def score_object(base: KnowledgeBase, record: Record, scores: Iterable[Score]) -> dict[str, object]:
    """Return the score as one object with stable keys."""
    sitting = record.sitting
    return {
        "schema": "igov/debate-score/1",
        "motion": record.opening.motion,
        "claims": len(record.standing),
        "scores": [
            {
                "speaker": score_name(base, one),
                "term": one.delegation,
                "counts": {str(kind or NOT_UNDERSTOOD): count for kind, count in one.counts},
                "total": one.total,
            }
            for one in scores
        ],
        "rules": None if sitting is None else {**sitting._asdict()},
        "torn": list(record.torn),
    }
