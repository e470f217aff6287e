"""docs/engines.md says what the code does, and a stranger's engine made by it is found, set and heard."""

import inspect
import os
import re
import subprocess
import sys
import textwrap
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import msgspec
import pytest

from readerapp.engines import contract
from readerapp.engines.declaring import setting
from readerapp.model import Diction
from readerapp.settings import ENGINES

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "engines.md").read_text("utf-8")
MINE = """
import msgspec
from readerapp.model import Sound
from readerapp.testing import SilentEngine

class MyEngine(SilentEngine):
    name = "mine"

    def __init__(self, tone, mood):
        super().__init__()
        self.tone, self.mood = tone, mood

    def voices(self):
        return [msgspec.structs.replace(v, id=f"mine:{v.language}", engine="mine") for v in super().voices()]

    def speak(self, utterance, voice):
        sound = super().speak(utterance, voice)
        return Sound(sound.samples, sound.rate * self.tone // 200)
"""


def table(heading: str) -> dict[str, str]:
    """First and second column of the table with that heading."""
    rows = DOCS.partition(f"| {heading} |")[2].partition("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {name.strip("`"): row[0] if row else "" for names, *row in cells for name in names.split(", ")}


def members(protocol: type) -> set[str]:
    return {name for name in {**vars(protocol), **protocol.__annotations__} if not name.startswith("_")}


def test_every_member_of_the_contract_is_told() -> None:
    """Each attribute and method of an engine has a line of its own, and there is no line for another."""
    told = set(re.findall(r"^\* \*\*`(\w+)", DOCS, re.MULTILINE))
    assert told == members(contract.Engine) | members(contract.NeedsWarming) | members(contract.TellsSounds)


def test_dictions_are_told_with_their_defaults() -> None:
    """The table of Diction is the struct."""
    defaults = {field.name: f"`{field.default}`" for field in msgspec.structs.fields(Diction)}
    assert table("`Diction`") == defaults


def test_every_part_of_a_setting_is_told() -> None:
    """The table of setting() holds its parameters."""
    assert {name.strip("`") for name in table("`setting(…)`")} == set(inspect.signature(setting).parameters)


def test_the_parts_to_build_on_are_there() -> None:
    """Every module that the page recommends exists."""
    assert all((ROOT / "readerapp" / "engines" / name.strip("`")).is_file() for name in table("module"))


def test_engines_are_kept_apart_by_contract() -> None:
    """Every engine that is registered here is in the contract that forbids them to know each other."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (apart,) = (each["modules"] for each in contracts if each["name"] == "Engines don't know each other")
    assert set(apart) == {entry.module for entry in entry_points(group=ENGINES)}


@pytest.fixture
def stranger(tmp_path: Path) -> dict[str, str]:
    """An environment in which somebody's package is installed, its settings written as the page shows them."""
    package = tmp_path / "my_package"
    package.mkdir()
    example = DOCS.partition("# my_package/settings.py\n")[2].partition("    [project.entry-points")[0]
    (package / "settings.py").write_text(textwrap.dedent(example), "utf-8")
    (package / "__init__.py").write_text(MINE, "utf-8")
    about = tmp_path / "my_package-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1\n")
    groups = f"[{ENGINES}]\nmine = my_package:MyEngine\n[readerapp.engine_settings]\n"
    (about / "entry_points.txt").write_text(f"{groups}mine = my_package.settings:MySettings\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("READERAPP_")}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]),
        "READERAPP_CACHE": str(tmp_path / "cache"),
        "READERAPP_TRANSLATIONS": os.environ["READERAPP_TRANSLATIONS"],
        "READERAPP_VOICES": "mine",
        "READERAPP_OFFLINE": "1",
        "LANGUAGE": "en",
    }


def run(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-c", "from readerapp.cli import main; main()", *arguments]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout + ended.stderr


def test_a_strangers_engine_has_settings_and_speaks(stranger: dict[str, str], tmp_path: Path) -> None:
    """Its settings stand in the table, change its sound, and are checked in words like our own."""
    status, told = run({**stranger, "COLUMNS": "200"}, "settings")
    assert status == 0, told
    assert re.search(r"READERAPP_MINE_TONE\W+200\W+Hertz of its hum", told)
    sounds = []
    for tone in ("200", "400"):
        file = tmp_path / f"{tone}.mp3"
        status, told = run({**stranger, "READERAPP_MINE_TONE": tone}, "say", "Hej på dig", "-o", str(file))
        assert status == 0, told
        sounds.append(file.read_bytes())
    assert sounds[0] != sounds[1]
    for name, value, words in (("TONE", "9", "at least 50"), ("MOOD", "sadly", "must be one of: softly loudly")):
        status, told = run({**stranger, f"READERAPP_MINE_{name}": value}, "say", "Hej")
        assert status == 2
        assert words in told
