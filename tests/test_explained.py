"""The explanation of every claim structured by hand: legal words only; leaves are quoted, grounded or marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import igov
from igov.show.claim_page import claim_page
from igov.show.page import Page, Piece, draw
from igov.show.text import clean
from igov.terms.assignment import Claim
from igov.terms.base import KnowledgeBase
from igov.terms.verdict import Judgement
from structured import claim_of, rows

SENTENCES = {row["id"]: row["claim"] for row in rows("dev.jsonl")}
ROWS = rows("dev-structured.jsonl")

JARGON = re.compile(
    r"\b(norms?|bearings?|standings?|polarity|apart|beyond on|within on|would (support|deny)|opposes|defeat\w*"
    r"|attack\w*|literals?|rules?|tags?|tuple|none|null|true|false|unspecified|other:\w*|axis|axes|nothing else)\b"
    r"|#\d|[_{}<>\[\]]",
    re.IGNORECASE,
)
"""Words of the engine and of its code, which no lawyer should meet."""


def explained(base: KnowledgeBase, row: dict[str, Any]) -> tuple[Judgement, Page]:
    """Return the judgement of a structured claim with its sentence, and the page that explains it in full."""
    claim = replace(claim_of(base.vocabulary, row), sentence=SENTENCES[row["id"]])
    # what the study marks as outside the vocabulary is a name of its own, as the reader of English would leave it
    parts = tuple(replace(part, activity=part.activity.replace("other:x-", "other:")) for part in claim.parts)
    found: Judgement = igov.judge(base, Claim(parts, claim.sentence))
    return found, claim_page(base, found, whole=True)


def text_of(piece: Piece) -> str:
    """Return the text of a piece without its styles."""
    runs = (piece.text,) if isinstance(piece.text, str) else piece.text
    return "".join(run if isinstance(run, str) else run[0] for run in runs)


def quotes(page: Page) -> Iterator[Piece]:
    """Give the pieces of a page that hold the words of a provision."""
    for piece in page:
        if isinstance(piece, Piece) and not isinstance(piece.text, str):
            styles = [run[1] for run in piece.text if not isinstance(run, str)]
            if "quote" in styles:
                yield piece


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_an_explanation_is_in_legal_words_without_empty_lines(base: KnowledgeBase, row: dict[str, Any]) -> None:
    """No word of the engine, no line that says nothing, no two empty lines in a row, no wider than the console."""
    found, page = explained(base, row)
    told = draw(page, 80)
    assert "\n\n\n" not in told
    assert all(len(line) <= 80 for line in told.splitlines())
    own = " ".join(told.replace(" ".join(SENTENCES[row["id"]].split()), "").split())
    own = re.sub(r"“[^”]*”", "", re.sub(r"igov check-claim .*?(?= [A-Z]|$)", "", own))
    assert JARGON.search(own) is None, JARGON.search(own)
    for piece in page:
        if isinstance(piece, Piece) and piece.text:
            assert re.search(r"\w", text_of(piece))
            assert text_of(piece).endswith("otherwise:") or not text_of(piece).rstrip().endswith((":", ";", ",", "()"))
    assert "Why" in told
    assert str(found.verdict) in told.splitlines()[0]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_leaf_of_an_explanation_is_quoted_or_grounded_or_marked(base: KnowledgeBase, row: dict[str, Any]) -> None:
    """Words stand in a provision that is named, steps have a basis, and what is ours is said to be in our words."""
    found, page = explained(base, row)
    texts = {" ".join(provision.text.split()): provision for provision in base.provisions.values()}
    for piece in quotes(page):
        runs = (piece.text,) if isinstance(piece.text, str) else piece.text
        words = next(run[0] for run in runs if not isinstance(run, str) and run[1] == "quote")
        assert piece.right
        cited = [text for text, provision in texts.items() if provision.id in piece.right]
        if "paraphrase" not in piece.right:
            assert words.startswith("“")
            assert any(all(run in clean(text) for run in words.strip("“”").split(" … ")) for text in cited)
    whole = [text_of(piece) for piece in page if isinstance(piece, Piece)]
    if "Everything that bears on it" in whole:
        start = whole.index("Everything that bears on it")
        end = whole.index("", start)
        named = tuple(f"{norm.cite} " for norm in base.norms)
        for text in whole[start + 1 : end]:
            assert text.startswith(("“", "in our words: ", "limits presumed: ", *named)) or re.search(r" \(.+\)$", text)
    for part in found.parts:
        for bearing in (*part.bearings, *part.others, *part.nearest):
            assert all(step.step.basis for step in bearing.steps)
            told = any(bearing.norm.cite in text for text in whole) or any(
                isinstance(piece, Piece) and bearing.norm.cite in piece.right for piece in page
            )
            assert told, bearing.norm.cite
