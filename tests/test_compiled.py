"""Extraction is compiled where it can be, reads the same then, and is never older than what is written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from readerapp.compiled import FOLDER, LIBRARIES, ROOT, Compiled, folder, sources

CLONE = ROOT.parent
needs_it = pytest.mark.skipif(
    not folder().is_dir() and os.environ.get("CI") != "true",
    reason="not compiled since it was changed, or no C compiler: `.ci/install .venv/bin requirements-dev.txt` does it",
)


def _digests(*form: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.extract.digests", *form], cwd=CLONE, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@needs_it
def test_both_forms_read_every_page_the_same() -> None:
    """Blocks, languages, locators, metadata, what was left out and traces: all of it, on whole and broken pages."""
    *machine, count = _digests()
    *written, none = _digests("as_written")
    assert (int(count), int(none)) == (len(sources()), 0)
    assert len(machine) > 300
    assert [pair for pair in zip(machine, written, strict=True) if pair[0] != pair[1]] == []


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Sources, and in the place of their compiled form files that no Python can load."""
    root = tmp_path / "readerapp"
    for file in sources():
        copy = root / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    place = folder(root)
    libraries = [f"{library.partition('.')[2]}__mypyc" for library in LIBRARIES]
    for name in ("extract/html/walk", *libraries):
        made = place / f"{name}{place.name.partition('.')[1]}{place.name.partition('.')[2]}.so"
        made.parent.mkdir(parents=True, exist_ok=True)
        made.touch()
    return root


def test_what_cannot_be_loaded_is_passed_over(house: Path) -> None:
    """A folder that was copied from a machine of another make stops nothing: the modules run as they are written."""
    assert Compiled(house).find_spec("readerapp.extract.html.walk") is None


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if these files could be loaded."""
    monkeypatch.setattr(Compiled, "_loads", True)


@pytest.mark.usefixtures("loads")
def test_the_compiled_form_is_found(house: Path) -> None:
    """Of a module that was compiled, and of what all of them share; any other is left to others to find."""
    finder = Compiled(house)
    for name in ("readerapp.extract.html.walk", f"{LIBRARIES[0]}__mypyc"):
        spec = finder.find_spec(name)
        assert spec is not None
        assert str(spec.origin).startswith(str(house / FOLDER))
    assert finder.find_spec("readerapp.extract.html.styles") is None  # not there
    assert finder.find_spec("readerapp.extract.html") is None
    assert finder.find_spec("lxml.etree") is None


@pytest.mark.usefixtures("loads")
def test_a_source_that_was_changed_since_is_run_as_it_is_written(house: Path) -> None:
    """One letter in one of them is enough, and so is one that is new or gone."""
    walk = house / "extract/html/walk.py"
    before = walk.read_bytes()
    walk.write_bytes(before + b"\n")
    assert Compiled(house).find_spec("readerapp.extract.html.walk") is None
    walk.write_bytes(before)
    assert Compiled(house).find_spec("readerapp.extract.html.walk") is not None
    (house / "extract/html/new.py").write_text("", "utf-8")
    assert Compiled(house).find_spec("readerapp.extract.html.walk") is None


def test_without_a_c_compiler_it_is_installed_as_it_is_written(tmp_path: Path) -> None:
    """Nothing fails, nothing is left half done, and it is told."""
    for name in ("setup.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(CLONE / name, tmp_path)
    shutil.copytree(ROOT, tmp_path / ROOT.name, ignore=shutil.ignore_patterns("web", "__pycache__", FOLDER, "speech"))
    command = [sys.executable, "setup.py", "build", "--build-lib", "made"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "CC": "/nowhere/cc"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "extraction is not compiled" in done.stdout + done.stderr
    assert (tmp_path / "made/readerapp/extract/html/walk.py").is_file()
    assert not any((tmp_path / "made/readerapp" / FOLDER).glob("*"))
