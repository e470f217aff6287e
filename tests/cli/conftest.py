"""The command line, run as a person would type it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from readerapp.cli import main

Run = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run one command in an English terminal with a cache of its own: exit code, standard output and error."""
    for name, value in {"READERAPP_CACHE": tmp_path / "cache", "READERAPP_OFFLINE": "1", "LANG": "C.UTF-8"}.items():
        monkeypatch.setenv(name, str(value))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: str) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["readerapp", *words])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        told = capfdbinary.readouterr()
        return code, told.out, told.err.decode()

    return command
