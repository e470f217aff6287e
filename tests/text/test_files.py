"""The one way to write a file: whole or not at all, with the rights of the file that it replaces."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from readerapp.text.files import write_whole


def broken() -> Iterator[bytes]:
    yield b"half"
    raise LookupError


@pytest.mark.parametrize("durable", [True, False])
def test_what_stops_in_the_middle_leaves_what_was_there(tmp_path: Path, *, durable: bool) -> None:
    """The old file stays as it was, with nothing beside it."""
    file = tmp_path / "deep" / "file"
    assert write_whole(file, [b"o", b"ld"], durable=durable) == 3
    with pytest.raises(LookupError):
        write_whole(file, broken(), durable=durable)
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def test_rights_and_times(tmp_path: Path) -> None:
    """A new file has the rights that the system gives new files, one that is replaced keeps its own."""
    file, plain = tmp_path / "file", tmp_path / "plain"
    plain.write_bytes(b"")
    write_whole(file, [b"a"], mtime=1_000_000_000)
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    assert file.stat().st_mtime_ns == 1_000_000_000
    file.chmod(0o600)
    write_whole(file, [b"b"])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_name_as_long_as_the_system_allows(tmp_path: Path) -> None:
    """The draft's own name does not make it too long."""
    file = tmp_path / ("x" * 255)
    write_whole(file, [b"a"])
    assert file.read_bytes() == b"a"
