"""Questions in plain English: what is asked for, of whom, about what; over the lexicon of the reader of sentences."""

from __future__ import annotations

from igov.read.questions.marks import wording_of
from igov.read.questions.question import read_question, statement_of

__all__ = ["read_question", "statement_of", "wording_of"]
