"""igov answers, with the paragraph in hand, who holds which role, right and responsibility in Internet governance.

The door of the library, lazy like the commands:

    import igov

    base = igov.load()
    igov.check_claim(base, "Civil society has policy authority over domain names").verdict
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"

_DOORS = {
    "load": ("igov.read.load", "load"),
    "judge": ("igov.reason.judge", "judge"),
    "Options": ("igov.reason.inforce", "Options"),
    "check_claim": ("igov.ask.check_claim", "check_claim"),
}

__all__ = ["Options", "__version__", "check_claim", "judge", "load"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _DOORS:
        raise AttributeError(f"module 'igov' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  start-up imports nothing that is not used

    module, attribute = _DOORS[name]
    found = getattr(import_module(module), attribute)
    globals()[name] = found
    return found
