"""What a command loads: only what it needs, so that it starts at once. Told by names, not by a clock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOADED = """
import sys
from contextlib import suppress
sys.argv = ["readerapp", *sys.argv[1:]]
from readerapp.cli import main
with suppress(SystemExit):
    main()
rooms = {".".join(name.split(".")[:2]) for name in sys.modules if name.startswith("readerapp.")}
print("LOADED", *sorted(rooms | {name for name in sys.modules if "." not in name}))
"""
GROUND = """readerapp.cli readerapp.catalogs readerapp.compiled readerapp.errors readerapp.failure
    readerapp.i18n readerapp.languages readerapp.text""".split()
SETTINGS = [*GROUND, "readerapp.settings", "readerapp.engines", "readerapp.model"]
"""Engines declare settings of their own."""
READING = [*SETTINGS, "readerapp.speech"]
HEAVY = set(
    "flask werkzeug jinja2 numpy bs4 gtts requests httpx httpcore soundfile lameenc structlog uvicorn granian "
    "gunicorn piper onnxruntime prometheus_client silero_stress torch".split()
)


def loaded(*words: str) -> set[str]:
    """The rooms and packages that a command has loaded when it ends."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("READERAPP_")}
    command = [sys.executable, "-c", LOADED, *words]
    done = subprocess.run(
        command, cwd=ROOT, env=clean | {"LANG": "sv_SE.UTF-8"}, capture_output=True, text=True, check=True
    )
    return set(done.stdout.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize(
    ("words", "rooms"),
    [
        (["--help"], GROUND),
        (["--version"], GROUND),
        (["say", "Mötet är kl. 13.30."], READING),
        (["say", "--language", "ru", "Встреча в 13.30 в 2023 г."], READING),
        (["settings"], SETTINGS),
        (["lexicon", "--help"], READING),
        (["lexicon", "check", "readerapp/speech/lexicons/sv.pls"], READING),
    ],
    ids=lambda each: " ".join(each[:2]),
)
def test_a_command_loads_what_it_needs(words: list[str], rooms: list[str]) -> None:
    """No other command, no room that it does not ask, and none of the parts that take long."""
    found = loaded(*words)
    assert {name for name in found if name.startswith("readerapp.")} <= set(rooms)
    assert found & HEAVY == set()
