"""What every test may ask for: the built-in rules, loaded once."""

from __future__ import annotations

import pytest

import igov
from igov.terms.base import KnowledgeBase


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    """Return the built-in rules."""
    loaded: KnowledgeBase = igov.load()
    return loaded
