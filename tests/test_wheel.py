from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, with the backend that is at hand."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
            *("--disable-pip-version-check", "--wheel-dir", str(folder), str(ROOT)),
        ],
        check=True,
    )
    (built,) = folder.glob("igov-*.whl")
    return built


def test_the_wheel_holds_the_program_and_its_rules_and_nothing_else(wheel: Path) -> None:
    """Every module, every schema and every rules file is in the wheel; nothing that a run leaves behind is."""
    with zipfile.ZipFile(wheel) as files:
        names = {name for name in files.namelist() if not name.startswith("igov-")}
    source = ROOT / "src"
    there = {
        path.relative_to(source).as_posix()
        for path in (source / "igov").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    there |= {f"igov/rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in (ROOT / "rules").rglob("*.yaml")}
    assert names == there


def test_an_installed_wheel_answers_elsewhere(wheel: Path, tmp_path: Path) -> None:
    """In an empty environment, far from the repository, the installed program answers from the rules in the wheel."""
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"),
            *("--disable-pip-version-check", str(wheel)),
        ],
        check=True,
    )
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV"))}
    plain["NO_COLOR"] = "1"

    def told(*words: str) -> str:
        done = subprocess.run([python, *words], cwd=tmp_path, env=plain, capture_output=True, text=True, check=True)
        return done.stdout

    assert str(environment) in told("-c", "import igov; print(igov.__file__)")
    answer = json.loads(
        told("-m", "igov", "check-claim", "Civil society has policy authority over domain names", "--json")
    )
    assert (answer["verdict"], answer["cites"]) == ("CONTRADICTED", ["TA-35a"])
    assert "TA-35c" in told("-m", "igov", "roles", "--stakeholder", "civil-society")
