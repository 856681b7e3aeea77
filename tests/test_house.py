from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "igov"
MODULES = sorted(SOURCE.rglob("*.py"))
EMPTY_NAMES = {"manager", "service", "handler", "helper", "util", "utils", "data", "process", "info"}


def drawn() -> list[str]:
    """Return the folders and modules of the tree that ARCHITECTURE.md draws, as paths below src/igov."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    tree = re.search(r"<!-- tree -->\n```text\n(.*?)```", text, flags=re.DOTALL)
    assert tree is not None
    found: list[str] = []
    folders: list[tuple[int, str]] = []
    for line in tree.group(1).splitlines()[1:]:
        indent = len(line) - len(line.lstrip())
        while folders and folders[-1][0] >= indent:
            folders.pop()
        above = folders[-1][1] if folders else ""
        first, *rest = line.split()
        if first.endswith("/"):
            folders.append((indent, above + first))
            found.append(above + first)
            continue
        for word in (first, *rest):
            if not re.fullmatch(r"\w+\.py", word):
                break
            found.append(above + word)
    return found


def standing() -> list[str]:
    """Return the folders and modules that are there; a package's own file goes with its folder."""
    found = []
    for path in SOURCE.rglob("*"):
        name = path.relative_to(SOURCE).as_posix()
        if "__pycache__" in name:
            continue
        if path.is_dir():
            found.append(f"{name}/")
        elif path.suffix == ".py" and path.name != "__init__.py":
            found.append(name)
    return found


def test_the_tree_is_the_real_one() -> None:
    """Every folder and module is drawn in ARCHITECTURE.md, once, and everything drawn is there."""
    assert len(drawn()) == len(set(drawn()))
    assert set(standing()) - set(drawn()) == set(), "draw it in ARCHITECTURE.md, with a word on what it is for"
    assert set(drawn()) - set(standing()) == set(), "it is gone: take it out of ARCHITECTURE.md"


def test_the_page_on_the_house_is_short() -> None:
    """ARCHITECTURE.md is at most two pages."""
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 120


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_says_what_it_is_for(module: Path) -> None:
    """Every module begins with a docstring whose first line is a sentence, and is named for a thing of the trade."""
    told = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert told
    assert told.splitlines()[0].endswith("."), told
    assert not EMPTY_NAMES & set(module.stem.split("_"))


def imported_by(code: str) -> set[str]:
    """Return the outside packages that a fresh Python has imported after running the code."""
    listing = f"{code}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    return {"click", "rich", "yaml", "networkx"} & set(done.stderr.split())


def test_the_library_opens_without_any_package() -> None:
    """`import igov` imports nothing that igov depends on."""
    assert imported_by("import igov") == set()


def test_judging_needs_no_package() -> None:
    """The judge and the orders are the standard library's."""
    assert imported_by("import igov.reason.judge, igov.terms.base") == set()


@pytest.mark.parametrize("question", [["roles", "civil-society"], ["check-claim", "Brazil has policy authority"]])
def test_a_start_without_a_graph_imports_no_graphs(question: list[str]) -> None:
    """A question that draws no graph does not wait for networkx."""
    code = f"from igov.cli import answer\nanswer({question!r})"
    assert "networkx" not in imported_by(code)
