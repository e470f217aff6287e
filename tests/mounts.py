"""Real small, full and read-only disks for tests; where the system lets nobody mount, they skip, but not in CI."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def _mount(*arguments: str) -> None:
    program = shutil.which("mount") or "mount"
    try:
        subprocess.run([program, *arguments], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as refused:
        message = f"nobody may mount here: {refused}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)


def _unmount(place: Path) -> None:
    subprocess.run(["umount", "--lazy", str(place)], check=True, capture_output=True)


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """A disk of `size` bytes at `place`."""
    place.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield place
    finally:
        _unmount(place)


@contextmanager
def read_only(place: Path) -> Iterator[Path]:
    """The folder at `place`, which nobody may write to meanwhile, not even root."""
    _mount("--bind", str(place), str(place))
    try:
        _mount("-o", "remount,bind,ro", str(place))
        yield place
    finally:
        _unmount(place)


def fill(place: Path) -> Path:
    """Leave no room at all on the disk at `place`; the file that takes it."""
    ballast = place / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65_536, 4096, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    return ballast
