"""The store keeps things whole, tells a full disk, and stays within its size."""

import errno
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import StoreFull
from readerapp.model import Clip, Document, Mark, Plan, PlannedUtterance, Recording, SpokenText, Utterance, Voice
from readerapp.store import Store, clip_key, contents, plan_key
from readerapp.store.kinds import CLIPS
from readerapp.text.files import full_disk_told

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
VOICE = Voice(id="espeak:sv", engine="espeak", language="sv", name="eSpeak NG")


def clip(key: str, size: int = 144) -> Clip:
    return Clip(key, b"\xff" * size, (Mark(0, 3, 46.0, 210.5),))


def plan(address: str, *clips: str) -> Plan:
    utterances = tuple(
        PlannedUtterance(
            Utterance(text=key, language="sv", block=n, start=0, end=len(key)),
            SpokenText(key, "sv"),
            VOICE.id,
            key,
        )
        for n, key in enumerate(clips)
    )
    return Plan(
        key=plan_key(utterances),
        address=address,
        title="T",
        language="sv",
        voice=VOICE.id,
        utterances=utterances,
        page_fingerprint="f",
        page_fetched_at=NOW,
    )


@given(audio=st.binary(max_size=2000), marks=st.lists(st.tuples(st.integers(0, 99), st.floats(0, 1e6)), max_size=9))
def test_a_clip_comes_back_as_it_was_kept(tmp_path_factory: pytest.TempPathFactory, audio, marks) -> None:
    """Audio and marks are read back exactly, whatever bytes they are."""
    store = Store(tmp_path_factory.getbasetemp() / "clips-again")
    kept = Clip("ab" * 32, audio, tuple(Mark(at, at + 1, ms, ms + 1) for at, ms in marks))
    store.keep_clip(kept)
    assert store.clip(kept.key) == kept


def test_what_is_not_kept_is_none(tmp_path: Path) -> None:
    """A missing clip, plan, recording or page is None, and looking makes no files."""
    store = Store(tmp_path / "cache")
    key = "0" * 64
    assert [store.clip(key), store.plan(key), store.recording(key), store.document("x")] == [None] * 4
    assert not (tmp_path / "cache").exists()


def test_a_damaged_file_counts_as_missing(tmp_path: Path) -> None:
    """Files cut short by a dying disk are made anew instead of failing every visitor."""
    store = Store(tmp_path)
    store.keep_clip(clip("ab" * 32))
    store.keep_plan(made := plan("https://a.se/", "ab" * 32))
    for path in tmp_path.rglob("*.*"):
        path.write_bytes(path.read_bytes()[:9])
    assert store.clip("ab" * 32) is None
    assert store.plan(made.key) is None


def test_a_clip_damaged_anywhere_counts_as_missing(tmp_path: Path) -> None:
    """Clips are not flushed to the disk one by one: whatever a power cut leaves of one, it is not played."""
    store = Store(tmp_path)
    store.keep_clip(kept := clip("ab" * 32))
    (path,) = tmp_path.rglob("*.clip")
    whole = path.read_bytes()
    damaged = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(len(whole))]
    for body in (*damaged, b"", bytes(len(whole)), whole[:-1], whole + b"x"):
        path.write_bytes(body)
        assert store.clip(kept.key) is None
    path.write_bytes(whole)
    assert store.clip(kept.key) == kept


def test_a_recording_counts_only_when_its_description_is_there(tmp_path: Path) -> None:
    """Audio whose writer died before the description is not served."""
    store = Store(tmp_path)
    store.keep_audio("ab" * 32, [b"x" * 144])
    assert store.sound("ab" * 32) is None
    described = Recording(
        key="ab" * 32,
        address="https://a.se/",
        title="T",
        language="sv",
        voice=VOICE.id,
        cues=(),
        milliseconds=24,
        made_at=NOW,
        page_fingerprint="f",
        page_fetched_at=NOW,
    )
    store.keep_recording(described)
    assert store.recording("ab" * 32) == described
    assert store.sound("ab" * 32).path.read_bytes() == b"x" * 144


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ENOSPC while writing becomes StoreFull; no partial file stays."""
    real = os.fsync

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFull):
        Store(tmp_path).keep_plan(plan("https://a.se/", "ab" * 32))
    monkeypatch.setattr(os, "fsync", real)
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_a_really_full_disk_is_told(tmp_path: Path) -> None:
    """/dev/full, the kernel's own full disk, gives StoreFull through the same door."""
    with pytest.raises(StoreFull), full_disk_told(), Path("/dev/full").open("wb", buffering=0) as file:
        file.write(b"x")


def test_the_least_recently_heard_goes_first(tmp_path: Path) -> None:
    """Pruning keeps what was heard last, and reading a clip counts as hearing it."""
    store = Store(tmp_path)
    keys = [f"{n:02x}" * 32 for n in range(6)]
    for age, key in enumerate(keys):
        store.keep_clip(clip(key, 1000))
        os.utime(store.objects.address(CLIPS, key).path, (time.time() - 1000 + age,) * 2)
    assert store.clip(keys[0])
    freed = store.pruning.prune(3 * 1100)
    assert freed > 0
    assert [store.has_clip(key) for key in keys] == [True, False, False, False, True, True]
    assert sum(part.bytes for part in contents.usage(store)) <= 3 * 1100


def test_leftovers_of_killed_writers_are_swept(tmp_path: Path) -> None:
    """A partial file goes when it is an hour old, not before: somebody may be writing it."""
    old, new = tmp_path / "clips" / "a.clip.1.partial", tmp_path / "clips" / "b.clip.2.partial"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"x")
    new.write_bytes(b"x")
    os.utime(old, (1, 1))
    Store(tmp_path).pruning.prune(10**9)
    assert (old.exists(), new.exists()) == (False, True)


def test_forgetting_a_page_keeps_what_other_pages_say(tmp_path: Path) -> None:
    """A sentence that stands on two pages survives the clearing of one."""
    store = Store(tmp_path)
    shared, own = "aa" * 32, "bb" * 32
    store.keep_clip(clip(shared))
    store.keep_clip(clip(own))
    store.keep_plan(first := plan("https://a.se/", shared, own))
    store.keep_plan(second := plan("https://b.se/", shared))
    store.keep_document(Document.of("x", "https://a.se/", NOW))
    assert contents.clear(store, "https://a.se/") > 0
    assert (store.has_clip(shared), store.has_clip(own)) == (True, False)
    assert (store.plan(first.key), store.document("https://a.se/")) == (None, None)
    assert store.plan(second.key) == second


def test_everything_that_changes_the_sound_changes_the_key() -> None:
    """Text, language, voice, engine version and encoding are all in a clip's key."""
    said = SpokenText("klockan tretton", "sv")
    keys = {
        clip_key(said, VOICE, "1", "mp3"),
        clip_key(SpokenText("klockan fjorton", "sv"), VOICE, "1", "mp3"),
        clip_key(SpokenText("klockan tretton", "ru"), VOICE, "1", "mp3"),
        clip_key(said, Voice(id="gtts:sv", engine="gtts", language="sv", name="g"), "1", "mp3"),
        clip_key(said, VOICE, "2", "mp3"),
        clip_key(said, VOICE, "1", "opus"),
    }
    assert len(keys) == 6
