"""igov answers, with the paragraph in hand, who holds which role, right and responsibility in Internet governance."""

from __future__ import annotations

__version__ = "0.1.0"
