"""The questions, one file each: a frozen answer, a pure ask, a view, the command."""
