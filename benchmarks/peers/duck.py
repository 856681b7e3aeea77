"""DuckDB, in memory: the tables and statements of SQLite; at 100,000 norms a point takes it a tenth of a second."""

from __future__ import annotations

import csv
import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from peers._sql import Database

NAME, MOST = "DuckDB", 100_000


class Duck(Database):
    """A base in DuckDB, which takes rows quickly only from a file."""

    def fill(self, connection: Any, table: str, rows: list[tuple[int, ...]]) -> None:
        """Insert the rows of a table by way of a file."""
        if not rows:
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "rows.csv"
            with path.open("w", newline="") as file:
                csv.writer(file).writerows(rows)
            connection.execute(f"copy {table} from '{path}' (header false)")


def missing() -> str | None:
    """Say why it cannot run here."""
    return None if importlib.util.find_spec("duckdb") else "duckdb is not installed"


def load(base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> Database:
    """Return a base in a database in memory."""
    import duckdb  # noqa: PLC0415  it may be missing

    connection = duckdb.connect(":memory:")
    connection.execute("set threads = 1")
    return Duck(connection, base, closures)
