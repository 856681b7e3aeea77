"""What a user would pick instead of igov for a large base, each in its own file and its own best encoding.

A peer is a module with `NAME`, `MOST` (the largest base it is given), `missing()` (why it cannot run here, or None) and
`open(base, closures)`, which loads a base and returns an object with `point(holder, activity, topic)` and
`who(activity, topic)`, or with `run(queries, seconds)` where it measures itself in a process of its own.
"""
