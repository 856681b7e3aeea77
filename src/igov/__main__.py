"""`python -m igov` opens the same door as `igov`."""

from __future__ import annotations

from igov.cli import main

if __name__ == "__main__":
    main()
