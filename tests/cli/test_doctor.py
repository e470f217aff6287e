"""`readerapp doctor`, as an operator calls it."""

import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.listening import listening


def examined(folder: Path, *, language: str = "en", **settings: object) -> tuple[int, dict[str, tuple[str, str]], str]:
    """Exit code, state and text by what was looked at, and what was said on standard error."""
    given = {"CACHE": folder, "DATABASE": folder / "readerapp.db", "OFFLINE": 1, "PORT": 1, **settings}
    variables = {name: value for name, value in os.environ.items() if not name.startswith("READERAPP_")}
    variables |= {f"READERAPP_{name}": str(value) for name, value in given.items()} | {"LANGUAGE": language}
    command = [sys.executable, "-m", "readerapp.cli", "doctor"]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False, timeout=100)
    lines = {}
    for line in done.stdout.splitlines():
        state, _, rest = line.partition(" ")
        what, _, found = rest.strip().partition(": ")
        lines[what.partition(" (")[0]] = state, found
    return done.returncode, lines, done.stderr


def test_a_machine_that_can_work(tmp_path: Path) -> None:
    """Every line is fine or a note: the voice has spoken, each language says who reads it, the operator what lacks."""
    code, lines, _ = examined(tmp_path, CONTACT="hej@example.se")
    assert code == 0
    assert {state for state, _ in lines.values()} <= {"fine", "note"}
    assert lines["Voice espeak:sv"][1].startswith("speaks")
    assert lines["Language ru"] == ("fine", "is read by espeak:ru")
    assert lines["Voice gtts:sv"] == ("note", "does not speak: Online voices are forbidden by the setting “offline”.")
    assert lines["Port 127.0.0.1:1"] == ("fine", "is free")
    assert lines["Database"] == ("fine", "is made when somebody signs in or reports a word")
    assert not (tmp_path / "readerapp.db").exists()
    state, lacking = lines["Operator"]
    assert (state, lacking.endswith("set READERAPP_OPERATOR")) == ("note", True)


def test_in_the_operators_language(tmp_path: Path) -> None:
    """The lines are in the language of the terminal."""
    assert examined(tmp_path, language="sv")[1]["Språket sv"] == ("bra", "läses upp av espeak:sv")
    assert examined(tmp_path, language="ru")[1]["Язык sv"] == ("норма", "читает espeak:sv")


class _Stranger(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"no")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_what_is_wrong_is_a_fault(tmp_path: Path) -> None:
    """A port in other hands, a database that is none: a fault by name, and an exit code for scripts."""
    (tmp_path / "readerapp.db").write_text("not a database at all, but long enough to be looked at as one" * 20)
    other = ThreadingHTTPServer(("127.0.0.1", 0), _Stranger)
    with listening(other):
        code, lines, said = examined(tmp_path, PORT=other.server_port, CONTACT="hej@example.se", OPERATOR="Region Norr")
    assert code == 6
    assert lines[f"Port 127.0.0.1:{other.server_port}"] == ("fault", "is taken by something else")
    assert "cannot work as it is" in said
    assert lines["Database"] == ("fault", "does not answer (file is not a database)")
    assert lines["Operator"] == ("fine", "Region Norr, hej@example.se")
