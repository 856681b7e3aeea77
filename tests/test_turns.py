"""Laws of the turns of phrase that are put plainly before a sentence is cut."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from igov.read.english.patterns import compiled, required, search
from igov.read.english.words import normalise

DATA = Path(__file__).parent / "data"
TABLE = Path(__file__).parents[1] / "src" / "igov" / "read" / "english" / "turns.txt"


def turns() -> list[tuple[list[str], str, str]]:
    """Return the needles, the pattern and what stands in its place, of each turn in the table."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] not in "#="]
    return [
        ([needle.strip()[1:-1] for needle in needles.split(" | ")], pattern[4:], into[7:-1])
        for needles, pattern, into in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    ]


def sentences() -> list[str]:
    """Return a tenth of the labelled claims, put as a turn meets them."""
    lines = [line for file in DATA.glob("*claims*.jsonl") for line in file.read_text(encoding="utf-8").splitlines()]
    claims = [json.loads(line)["claim"] for line in lines]
    return [normalise(claim) for claim in dict.fromkeys(claims)][::10]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bkeep(ing)? ((?!away)[^,;:]{3,60}?) from (?=[a-z]+ing\b)", " from "),
        (r"^the (?:states|countries) colou?r it", " colo"),
        (r"one|other", ""),
        (r"(?:one|other)", ""),
        (r"a+ \bb{2}c", "a"),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern: str, words: str) -> None:
    """What is in groups, optional or one of several is not asked for."""
    assert required(pattern) == words


def test_a_pattern_fits_only_where_what_it_cannot_do_without_stands() -> None:
    """No turn is passed over for want of words that it does not need."""
    texts = sentences()
    fits = [(pattern, text) for _, pattern, _ in turns() for text in texts if search(pattern, text)]
    assert len(fits) > 100
    assert [(pattern, text) for pattern, text in fits if required(pattern) not in f" {text} "] == []


def test_every_turn_is_well_formed() -> None:
    """Each turn has words that call for it, a pattern, and in its place no group that the pattern has not."""
    for needles, pattern, into in turns():
        assert all(needles), pattern
        groups = compiled(pattern).groups
        assert all(int(digit) <= groups for digit in into.split("\\")[1:] for digit in digit[:1]), pattern
