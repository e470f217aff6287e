"""One browser for all tests that look, and what happens where there is none."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from argon2 import PasswordHasher
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

import tests.as_written  # noqa: F401 - before anything of readerapp's is imported
from readerapp.accounts import hashing
from readerapp.catalogs import MET
from readerapp.i18n import SHIPPED_TEXTS
from tests.postgresql import PostgreSQL, running

settings.register_profile("house", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("house")

QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)

PATIENCE_MS = 30_000
"""How long a browser on a busy machine may take to show what is expected of it."""


OWN = ("translations", "audio_cache", "reports", "readerapp.db")
"""What the service writes where no setting says otherwise, and what git need not see."""


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a test does not name is temporary, also for the commands that it starts; the clone stays as it was."""
    folder, clone = tmp_path_factory.mktemp("own"), SHIPPED_TEXTS.parent
    before = _names(clone)
    texts = shutil.ignore_patterns(".*", "lexicons")
    for copy in (folder / "translations", folder / "translations" / MET):
        shutil.copytree(SHIPPED_TEXTS, copy, ignore=texts)
    with pytest.MonkeyPatch.context() as patch:
        for setting, name in zip(("TRANSLATIONS", "CACHE", "REPORTS", "DATABASE"), OWN, strict=True):
            patch.setenv(f"READERAPP_{setting}", str(folder / name))
        yield
    if os.environ.get("CI") == "true":  # elsewhere somebody may use the service meanwhile
        assert _names(clone) - before == set(), "a test wrote into the clone"


def _names(clone: Path) -> set[str]:
    folders = [clone, *(clone / name for name in OWN if (clone / name).is_dir())]
    return {str(file) for folder in folders for file in folder.iterdir() if folder != clone or file.name in OWN}


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """A test that runs a command has the log written to what it captures, which is closed when it ends."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.fixture(scope="session", autouse=True)
def usual_hasher() -> Iterator[PasswordHasher]:
    """The service's own hasher; meanwhile passphrases are hashed by the same with little work, hundreds of times."""
    usual, nobodys = hashing._HASHER, hashing._NOBODYS
    light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashing, "_HASHER", light)
        patch.setattr(hashing, "_NOBODYS", light.hash(nobodys))
        yield usual


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Debian's browser; its tests skip without it, but not in CI."""
    found = shutil.which("chromium")
    if found is None:
        message = "Debian's chromium is not installed (apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives Chromium. A process can start it only once."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """Debian's Chromium, headless and quiet."""
    started = playwright.chromium.launch(executable_path=chromium, args=QUIET.split())
    yield started
    started.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A server on a socket in a folder; its tests skip where there is none, but not in CI."""
    with running() as server:
        yield server


def pytest_collection_finish(session: pytest.Session) -> None:
    """What all the tests' modules hold is there to stay: no search for garbage looks through it again."""
    if hasattr(session.config, "workerinput"):
        lost = [
            item.nodeid for item in session.items if item.get_closest_marker("xdist_group") and "@" not in item.nodeid
        ]
        assert not lost, "the groups of tests are not kept together"
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a test that waits for a browser's sound or another process leaves it one."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What shares a sound device or a PostgreSQL runs in one process; so does a file whose tests share a browser.

    Those files come first, then half of the rest, and what is heard when no other browser makes the sound stutter.
    """
    heard: list[pytest.Item] = []
    grouped: list[pytest.Item] = []
    single: list[pytest.Item] = []
    for item in items:
        needs = set(getattr(item, "fixturenames", ()))
        if "device" in needs:
            item.add_marker(pytest.mark.xdist_group("sound"))
        elif "browser" in needs:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
        elif "postgresql" in needs or "[postgresql" in item.name:
            item.add_marker(pytest.mark.xdist_group("postgresql"))
        alone = item.get_closest_marker("xdist_group") is None
        (single if alone else heard if "device" in needs else grouped).append(item)
    half = len(single) // 2
    items[:] = [*grouped, *single[:half], *heard, *single[half:]]
