"""The house as a whole: its floors, its catalogues, its settings page, and no address of one machine."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from readerapp import catalogs
from readerapp.cli.settings import as_markdown
from readerapp.languages import INTERFACE

ROOT = Path(__file__).parents[1]


def test_imports_go_down_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Every contract of pyproject.toml is kept: floors, BeautifulSoup in its room, rooms without Flask."""
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert broken == 0, capsys.readouterr().out


@pytest.mark.parametrize("language", INTERFACE)
def test_the_catalogues_are_complete(language: str) -> None:
    """Every text is translated, none is unsure, placeholders and plural forms fit."""
    found = catalogs.progress(ROOT / "translations", language)
    assert (found.translated, found.fuzzy) == (found.total, 0)
    assert found.total > 150


def test_nothing_in_the_catalogues_is_broken() -> None:
    """The checker that translators use finds nothing."""
    assert [str(problem) for problem in catalogs.check(ROOT / "translations")] == []


def test_the_template_is_up_to_date(tmp_path: Path) -> None:
    """messages.pot holds the texts that the code has now: gathering them again changes nothing."""
    template = tmp_path / "messages.pot"
    template.write_bytes((ROOT / "translations" / "messages.pot").read_bytes())
    assert not catalogs.extract(ROOT / "readerapp", template)


def test_the_settings_are_documented() -> None:
    """docs/settings.md holds the very table that `readerapp settings --markdown` prints."""
    assert as_markdown() in (ROOT / "docs" / "settings.md").read_text("utf-8")


def test_static_files_name_nobody_else() -> None:
    """No template, script or style of the reader refers to another host, so a browser has nobody else to talk to."""
    files = [p for p in (ROOT / "readerapp" / "web").rglob("*") if p.suffix in {".html", ".js", ".css", ".svg"}]
    assert len(files) > 20
    for file in files:
        for found in re.findall(
            r"""(?:src|href|url|from|import)\s*[=(]?\s*["'(](?:https?:)?//[^"')]+""", file.read_text()
        ):
            assert "w3.org" in found, f"{file}: {found}"


def test_the_help_of_every_command_can_be_shown() -> None:
    """`readerapp COMMAND --help` works for each command that `readerapp --help` lists."""
    shown = subprocess.run(
        [sys.executable, "-m", "readerapp.cli", "--help"], capture_output=True, text=True, check=True
    ).stdout
    names = re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE)
    assert {"read", "say", "serve", "voices", "lexicon", "cache", "translations", "settings"} <= set(names)
    for name in names:
        subprocess.run([sys.executable, "-m", "readerapp.cli", name, "--help"], capture_output=True, check=True)
