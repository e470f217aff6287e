"""What is made of files is made again when one of them changes, and only then."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from readerapp.text.stamps import Reloaded, Stamps, stamp


def test_it_is_made_again_when_any_of_its_files_changes(tmp_path: Path) -> None:
    """A new text, another file in its place, a file that comes and one that goes; nothing in between."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("a")
    made: list[str | None] = []

    def make(stamps: Stamps, before: str | None) -> str:
        made.append(before)
        return "".join(file.read_text() for file, there in zip((one, other), stamps, strict=True) if there)

    reloaded = Reloaded([one, other], make)
    assert [reloaded(), reloaded()] == ["a", "a"]
    one.write_text("longer")
    assert reloaded() == "longer"
    about = one.stat()
    (tmp_path / "new").write_text("LONGER")
    os.utime(tmp_path / "new", ns=(about.st_atime_ns, about.st_mtime_ns))
    (tmp_path / "new").replace(one)
    assert reloaded() == "LONGER", "as long and as old, but another file"
    other.write_text("!")
    assert reloaded() == "LONGER!"
    one.unlink()
    assert [reloaded(), reloaded()] == ["!", "!"]
    assert made == [None, "a", "longer", "LONGER", "LONGER!"]


def test_what_cannot_be_made_is_tried_again(tmp_path: Path) -> None:
    """The caller hears of it, and the next one too, until it can."""
    file = tmp_path / "file"
    reloaded = Reloaded([file], lambda _stamps, _before: file.read_text())
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            reloaded()
    file.write_text("a")
    assert reloaded() == "a"


def test_many_askers_have_it_made_once(tmp_path: Path) -> None:
    """Sixteen threads at once, one making."""
    made: list[int] = []
    reloaded = Reloaded([tmp_path], lambda _stamps, _before: made.append(1) or len(made))
    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(lambda _: reloaded(), range(64))) == {1}
    assert stamp(tmp_path / "nothing") is None
