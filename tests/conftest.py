"""What every test may ask for: the built-in rules, loaded once."""

from __future__ import annotations

import signal

import pytest

import igov
from igov.terms.base import KnowledgeBase

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # a shell that runs the tests in the background has Ctrl-C ignored, and what the tests start would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    """Return the built-in rules."""
    loaded: KnowledgeBase = igov.load()
    return loaded
