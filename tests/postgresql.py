"""Debian's PostgreSQL, started for the tests in a folder of its own and reached through a socket there."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest


class PostgreSQL:
    """A server that is running."""

    def __init__(self, programs: Path, socket: Path, who: list[str]) -> None:
        self._programs, self._socket, self._who = programs, socket, who

    def empty(self) -> str:
        """The address of a new database."""
        name = f"t{secrets.token_hex(6)}"
        command = [*self._who, str(self._programs / "createdb"), "-h", str(self._socket), "-U", "postgres", name]
        subprocess.run(command, check=True, capture_output=True, cwd=self._socket)
        return f"postgresql://postgres@/{name}?host={quote(str(self._socket), safe='')}"


@contextmanager
def running() -> Iterator[PostgreSQL]:
    """A server for as long as it is wanted; skips where PostgreSQL is not installed, but not in CI."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        reason = "PostgreSQL is not installed (apt-get install postgresql)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    programs = found[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a short path: that of a socket has an end
    who = _somebody(folder)
    try:
        data = folder / "data"
        given = ["-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8"]
        subprocess.run([*who, str(programs / "initdb"), *given], check=True, capture_output=True, cwd=folder)
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        control = [*who, str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
        subprocess.run([*control, "-o", options, "start"], check=True, capture_output=True, cwd=folder)
        try:
            yield PostgreSQL(programs, folder, who)
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True, cwd=folder)
    finally:
        shutil.rmtree(folder)


def _somebody(folder: Path) -> list[str]:
    """How to run as somebody else where we are root, which PostgreSQL does not let itself be run by."""
    if os.geteuid() != 0:
        return []
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
