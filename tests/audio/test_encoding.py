"""Tests of the one encoding: what joins, how long it lasts, and where in it a sound is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.audio import DELAY_MS, FRAME_BYTES, FRAME_MS, NotAudio, decode, milliseconds, silence
from readerapp.audio.encoding import RATE, compress

TAIL = (0, 25 * RATE // 1000)
"""The silence that every clip ends with."""


def noise(seconds: float, loudness: float = 0.1, seed: int = 1) -> np.ndarray:
    """Speech-like length of noise, the hardest thing for the bit reservoir."""
    return np.random.default_rng(seed).normal(0, loudness, int(seconds * RATE)).astype(np.float32)


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.3, 1.0, 3.217])
def test_every_frame_has_the_same_bytes_and_the_same_length(seconds: float) -> None:
    """Time is integer arithmetic on bytes: the decoder hears exactly as long as the bytes say."""
    clip = compress(noise(seconds))
    samples, rate = decode(clip)
    assert rate == RATE
    assert len(clip) % FRAME_BYTES == 0
    assert milliseconds(clip) == milliseconds(len(clip)) == len(samples) * 1000 / rate
    assert {clip[i : i + 3] for i in range(0, len(clip), FRAME_BYTES)} == {clip[:3]}


def test_joined_clips_sound_as_they_do_alone() -> None:
    """Byte concatenation of clips and silence decodes to the same samples as each decoded by itself."""
    first, second, third = (compress(np.pad(noise(length), TAIL)) for length in (1.1, 0.4, 2.0))
    parts = [first, silence(240), second, third]
    joined, _ = decode(b"".join(parts))
    alone = np.concatenate([decode(part)[0] for part in parts])
    assert joined.size == alone.size
    assert np.abs(joined - alone).max() < 1e-3


@pytest.mark.parametrize("at", [0.1, 0.7, 1.9])
def test_a_sound_is_heard_the_encoders_delay_later(at: float) -> None:
    """A click in the samples comes out DELAY_MS later, to less than a millisecond."""
    samples = np.zeros(2 * RATE, np.float32)
    samples[int(at * RATE) :][:40] = 0.5
    heard, rate = decode(compress(samples))
    assert np.flatnonzero(np.abs(heard) > 0.2)[0] * 1000 / rate == pytest.approx(at * 1000 + DELAY_MS, abs=1)


@given(st.floats(0, 20_000))
def test_silence_is_silent_and_as_long_as_asked(wanted: float) -> None:
    """Within half a frame, and without a single sound in it."""
    audio = silence(wanted)
    assert abs(milliseconds(audio) - wanted) <= FRAME_MS / 2
    if audio:
        assert not decode(audio)[0].any()


@pytest.mark.parametrize("garbage", [b"", b"<html>captcha</html>", bytes(1000), b"ID3" + bytes(50)])
def test_garbage_is_no_audio(garbage: bytes) -> None:
    """Bytes that are no MP3 are refused, not decoded to nothing."""
    with pytest.raises(NotAudio):
        decode(garbage)
