"""Write how well sentences are read into docs/reading.md, from the labelled claims, or `--check` that it is fresh."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import igov
from igov.terms.base import KnowledgeBase
from igov.terms.verdict import Verdict

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reading.md"
LABELLED = ROOT / "tests" / "data"
OPENS, CLOSES = "<!-- scores -->", "<!-- end of scores -->"

FILES = {
    "dev.jsonl": "the labelled claims that came with the design",
    "fresh-claims.jsonl": "fresh claims, labelled without sight of the reader",
    "fresh-claims-2.jsonl": "freely paraphrased, the hardest",
    "fresh-claims-3.jsonl": "fresh claims, a second hand",
    "fresh-claims-4.jsonl": "fresh claims, a third hand, for variety of construction",
    "fresh-claims-5.jsonl": "fresh claims, a fourth hand, clause by clause",
    "fresh-claims-6.jsonl": "fresh claims, a fifth hand",
    "fresh-claims-7.jsonl": "fresh claims, a sixth hand",
    "fresh-claims-8.jsonl": "fresh claims, six more hands, in the manner of dev.jsonl",
    "fresh-claims-9.jsonl": "fresh claims, again six hands, in the manner of dev.jsonl",
    "fresh-claims-10.jsonl": "fresh claims, two hands, as close to dev.jsonl as they could",
    "fresh-claims-11.jsonl": "fresh claims, two more hands, as close to dev.jsonl as they could",
    "fresh-claims-12.jsonl": "fresh claims, two hands again, as close to dev.jsonl; hardly worked on",
    "fresh-claims-13.jsonl": "fresh claims, six hands, in the manner of dev.jsonl and of its freer half",
    "fresh-claims-14.jsonl": "fresh claims, six more hands, likewise",
    "fresh-claims-15.jsonl": "fresh claims, two hands, likewise; worked on once",
    "fresh-claims-16.jsonl": "fresh claims, two hands, likewise; never worked on",
    "fresh-claims-17.jsonl": "fresh claims, five hands, each in a manner of its own",
    "fresh-claims-18.jsonl": "fresh claims, eleven hands, as a second half of dev.jsonl",
    "fresh-claims-19.jsonl": "fresh claims, two hands, as a second half of dev.jsonl; never worked on",
}
"""The files of labelled claims, and what each is."""

SAME = {"TA-55": "OP-recalling-2", "TA-68": "OP-recalling-3", "TA-69": "OP-recalling-4"}
"""Clauses that have two names."""

RULE = "| --- | --- | --- | --- | --- |"

MOST_BEYOND = 3
"""The most cites beyond the deciding ones with which an answer still counts."""


@dataclass
class Score:
    """What became of some claims."""

    claims: int = 0
    answered: int = 0
    right: int = 0
    joint: int = 0
    gold: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)

    def row(self, name: str) -> str:
        """Return a row of a table."""
        return (
            f"| {name} | {self.claims} | {share(self.answered, self.claims)} | {share(self.right, self.answered)} "
            f"| {share(self.joint, self.claims)} |"
        )

    def harmonic(self, verdict: str) -> float:
        """Return F1 of one verdict."""
        return 2 * self.hit[verdict] / max(self.gold[verdict] + self.given[verdict], 1)


def share(part: int, whole: int) -> str:
    """Return a share of a whole with three places."""
    return f"{part / whole:.3f}" if whole else "-"


def add(score: Score, row: dict[str, object], verdict: str | None, cites: set[str]) -> None:
    """Count one claim."""
    gold = str(row["verdict"])
    score.claims += 1
    score.gold[gold] += 1
    if verdict is None:
        return
    score.answered += 1
    score.given[verdict] += 1
    if verdict != gold:
        return
    score.right += 1
    score.hit[gold] += 1
    named = row["cites"]
    decisive = {SAME.get(str(c), str(c)) for c in named} if isinstance(named, list) else set()
    score.joint += gold == Verdict.SILENT or (bool(cites & decisive) and len(cites - decisive) <= MOST_BEYOND)


def scores(base: KnowledgeBase) -> str:
    """Return the tables."""
    by_file: dict[str, Score] = defaultdict(Score)
    by_style: dict[str, Score] = defaultdict(Score)
    by_verdict: dict[str, Score] = defaultdict(Score)
    whole = Score()
    for name in FILES:
        for line in (LABELLED / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            judgement = igov.check_claim(base, row["claim"]).judgement
            verdict = str(judgement.verdict) if judgement else None
            cites = {SAME.get(c, c) for c in judgement.cites} if judgement else set()
            for score in (by_file[name], by_style[row["style"]], by_verdict[row["verdict"]], whole):
                add(score, row, verdict, cites)
    head = f"| {{}} | claims | answered | right, of the answered | right, with a deciding clause |\n{RULE}"
    out = [head.format("file")]
    out += [by_file[name].row(f"`{name}`: {what}") for name, what in FILES.items()]
    out += [whole.row("all"), "", head.format("style")]
    out += [by_style[style].row(style) for style in sorted(by_style)]
    out += ["", f"| verdict | claims | answered | right, of the answered | F1 |\n{RULE}"]
    for verdict in Verdict:
        score = by_verdict[str(verdict)]
        rate = f"{share(score.answered, score.claims)} | {share(score.right, score.answered)}"
        out.append(f"| {verdict} | {score.claims} | {rate} | {whole.harmonic(str(verdict)):.3f} |")
    mean = sum(whole.harmonic(str(verdict)) for verdict in Verdict) / len(Verdict)
    out.append(f"| mean of the five (macro-F1) | {whole.claims} | | | {mean:.3f} |")
    return "\n".join(out)


def main() -> int:
    """Write the tables into the page, or say whether they are fresh."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(OPENS)
    _, _, after = rest.partition(CLOSES)
    fresh = f"{before}{OPENS}\n\n{scores(igov.load())}\n\n{CLOSES}{after}"
    if "--check" in sys.argv:
        return int(fresh != page)
    PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
