"""SQLite, in memory: indexed tables with closures, one statement a question."""

from __future__ import annotations

import sqlite3
from typing import Any

from peers._sql import Database

NAME, MOST = "SQLite", 100_000


def missing() -> str | None:
    """Say why it cannot run here."""
    return None if sqlite3.sqlite_version_info >= (3, 35) else "SQLite is older than 3.35"


def load(base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> Database:
    """Return a base in a database in memory."""
    return Database(sqlite3.connect(":memory:"), base, closures)
