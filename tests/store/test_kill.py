"""Killing a writer at any instant leaves a valid cache; many writers at once do not disturb each other."""

import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from readerapp.model import Clip, Mark
from readerapp.store import Store

WRITER = """
import itertools, sys
from pathlib import Path
from readerapp.model import Clip, Mark
from readerapp.store import Store
store = Store(Path(sys.argv[1]), 1_000_000)
print("ready", flush=True)
for n in itertools.count():
    key = f"{n % 40:02x}" * 32
    size = 1000 + (n * 7919) % 60000
    with store.making(key):
        store.keep_clip(Clip(key, bytes([n % 251]) * size, (Mark(0, size, 0.0, float(n % 251)),)))
"""


def is_whole(clip: Clip) -> bool:
    (mark,) = clip.marks
    return len(clip.audio) == mark.end and set(clip.audio) == {int(mark.finish)}


@pytest.mark.parametrize("kills", [5, pytest.param(300, marks=[pytest.mark.proof, pytest.mark.timeout(3600)])])
def test_kill_9_in_a_loop_leaves_only_whole_clips(tmp_path: Path, kills: int) -> None:
    """After each kill at a random instant every clip is whole, and the next writer gets every lock."""
    chance = random.Random(20261123)
    store = Store(tmp_path)
    seen = 0
    for _ in range(kills):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.06))
            writer.send_signal(signal.SIGKILL)
        clips = [clip for n in range(40) if (clip := store.clip(f"{n:02x}" * 32))]
        assert all(is_whole(clip) for clip in clips)
        seen += len(clips)
    assert seen > kills
    with store.making("00" * 32):
        pass


def test_one_maker_at_a_time_per_key(tmp_path: Path) -> None:
    """Of 16 threads that want one clip, one makes it and the others find it."""
    store, key, made = Store(tmp_path), "ab" * 32, []

    def want(_: int) -> None:
        with store.making(key):
            if not store.has_clip(key):
                made.append(1)
                time.sleep(0.01)
                store.keep_clip(Clip(key, b"x", (Mark(0, 1, 0.0, 120.0),)))

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(want, range(16)))
    assert made == [1]
