"""The statements that both databases are asked, over the same tables with the same indexes."""

from __future__ import annotations

from typing import Any

SCHEMA = [
    "create table norm (id integer primary key, h integer, a integer, t integer, against integer, r integer, d int)",
    "create table over (m integer, n integer, primary key (m, n))",
    "create table up_h (low integer, high integer, primary key (low, high))",
    "create table up_a (low integer, high integer, primary key (low, high))",
    "create table up_t (low integer, high integer, primary key (low, high))",
]
INDEXES = ["create index by_terms on norm (a, t, h)", "create index down_h on up_h (high, low)"]

SPECIAL = (
    "(exists (select 1 from up_h where low = {0}.h and high = {1}.h) and exists (select 1 from up_a where low = {0}.a"
    " and high = {1}.a) and exists (select 1 from up_t where low = {0}.t and high = {1}.t)"
    " and not ({0}.h = {1}.h and {0}.a = {1}.a and {0}.t = {1}.t))"
)
OVER = "exists (select 1 from over where over.m = {0}.id and over.n = {1}.id)"
PREVAILS = (
    f"case when {OVER.format('m', 'n')} then not {OVER.format('n', 'm')} when {OVER.format('n', 'm')} then false"
    f" when m.r <> n.r then m.r > n.r when {SPECIAL.format('m', 'n')} then true"
    f" when {SPECIAL.format('n', 'm')} then false else m.d > n.d end"
)
POINT = f"""
with near as materialized (
  select n.* from up_a x cross join up_t y cross join up_h z
    join norm n on n.a = x.high and n.t = y.high and n.h = z.high
  where x.low = ? and y.low = ? and z.low = ?),
unbeaten as (select n.against from near n
  where not exists (select 1 from near m where m.against <> n.against and {PREVAILS}))
select (select count(*) from near where against = 0), (select count(*) from near where against = 1),
  (select count(*) from unbeaten where against = 0), (select count(*) from unbeaten where against = 1)
"""  # noqa: S608  statements of our own, whose values are bound
WHO = f"""
with near as materialized (
  select n.* from up_a x cross join up_t y join norm n on n.a = x.high and n.t = y.high where x.low = ? and y.low = ?),
cover as materialized (select d.low as low, near.id as id, near.against as against
  from near join up_h d on d.high = near.h),
beats as materialized (select n.id as n, m.h as h from near n join near m on m.against <> n.against and {PREVAILS}),
beaten as materialized (select distinct d.low as low, b.n as n from beats b join up_h d on d.high = b.h)
select c.low, sum(1 - c.against), sum(c.against),
  sum(case when b.n is null then 1 - c.against else 0 end), sum(case when b.n is null then c.against else 0 end)
from cover c left join beaten b on b.low = c.low and b.n = c.id group by c.low
"""  # noqa: S608  as above


def side(fors: int, against: int, unbeaten_for: int, unbeaten_against: int) -> str:
    """Return the side that the counts of a point give."""
    if not fors and not against:
        return "SILENT"
    holds, fails = bool(fors) and not unbeaten_against, bool(against) and not unbeaten_for
    return "DISPUTED" if holds == fails else "FOR" if holds else "AGAINST"


class Database:
    """A base in a database that is asked in SQL."""

    def __init__(self, connection: Any, base: dict[str, Any], closures: dict[str, dict[str, list[str]]]) -> None:
        """Fill the tables, then index them."""
        self._ask = connection.execute
        self._number = {axis: {name: n for n, name in enumerate(table)} for axis, table in closures.items()}
        self._names = list(closures["holder"])
        for statement in SCHEMA:
            self._ask(statement)
        instruments = {i["id"]: i for i in base["instruments"]}
        place = {n["id"]: i for i, n in enumerate(base["norms"])}
        h, a, t = (self._number[axis] for axis in ("holder", "activity", "topic"))
        norms = [
            (
                *(i, h[n["holder"]], a[n["activity"]], t[n["topic"]], int(n["polarity"] == "against")),
                *(instruments[n["instrument"]]["rank"], int(instruments[n["instrument"]]["date"][:4])),
            )
            for i, n in enumerate(base["norms"])
        ]
        self.fill(connection, "norm", norms)
        self.fill(connection, "over", [(i, place[o]) for i, n in enumerate(base["norms"]) for o in n["overrides"]])
        for name, axis in (("up_h", "holder"), ("up_a", "activity"), ("up_t", "topic")):
            numbers = self._number[axis]
            self.fill(connection, name, [(numbers[x], numbers[y]) for x, ys in closures[axis].items() for y in ys])
        for statement in INDEXES:
            self._ask(statement)
        self._ask("analyze")

    def fill(self, connection: Any, table: str, rows: list[tuple[int, ...]]) -> None:
        """Insert the rows of a table."""
        if rows:
            connection.executemany(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608  our own names

    def point(self, holder: str, activity: str, topic: str) -> str:
        """Return the side of a point."""
        h, a, t = (self._number[axis] for axis in ("holder", "activity", "topic"))
        return side(*self._ask(POINT, (a[activity], t[topic], h[holder])).fetchone())

    def who(self, activity: str, topic: str) -> dict[str, str]:
        """Return the side of every holder that is covered."""
        a, t = self._number["activity"], self._number["topic"]
        rows = self._ask(WHO, (a[activity], t[topic])).fetchall()
        return {self._names[low]: side(*counts) for low, *counts in rows}
