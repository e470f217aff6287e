"""Tests of what a clip promises: its loudness, its ends, its marks."""

import numpy as np
import pyloudnorm
import pytest

from readerapp.audio import DELAY_MS, decode, encode, milliseconds, pause
from readerapp.audio.clips import LEAD_MS, TAIL_MS
from readerapp.audio.encoding import RATE
from readerapp.audio.loudness import CEILING, limit, measure
from readerapp.model import Mark, Sound


def voice(pattern: str, rate: int = 22050, loudness: float = 0.1, pitch: float = 120.0) -> Sound:
    """A buzz with formants where the pattern has letters and silence where it has spaces, 100 ms each."""
    rng = np.random.default_rng(7)
    step = rate // 10
    time = np.arange(len(pattern) * step) / rate
    buzz = sum(np.sin(2 * np.pi * pitch * k * time) / k for k in range(1, 40)) + rng.normal(0, 0.1, time.size)
    shape = np.repeat([letter != " " for letter in pattern], step)
    samples = np.clip(buzz * shape * loudness, -1, 1) * 32767
    marks = tuple(Mark(i, i + 1, i * 100.0, (i + 1) * 100.0) for i, letter in enumerate(pattern) if letter != " ")
    return Sound(samples.astype("<i2").tobytes(), rate, marks)


def loudness_of(audio: bytes) -> float:
    """Measured by pyloudnorm, which wants at least one block of 400 ms."""
    samples, rate = decode(audio)
    return float(pyloudnorm.Meter(rate).integrated_loudness(samples))


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 48000])
@pytest.mark.parametrize("volume", [0.01, 0.1, 0.5])
def test_every_clip_is_equally_loud(rate: int, volume: float) -> None:
    """-23 LUFS within 1, whatever the engine's own level and rate."""
    assert loudness_of(encode(voice("aaa aaaa aa  aaaaa", rate, volume), "k").audio) == pytest.approx(-23, abs=1)


@pytest.mark.parametrize("pattern", ["aaaaaa", "a a aaa   aa aaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])
def test_our_measure_agrees_with_the_standards(pattern: str) -> None:
    """Computed without filters, the loudness is that of pyloudnorm's filters within 0.3 LU."""
    samples, rate = decode(encode(voice(pattern), "k").audio)
    assert measure(samples) == pytest.approx(pyloudnorm.Meter(rate).integrated_loudness(samples), abs=0.3)


def test_nothing_clips() -> None:
    """A quiet voice with loud clicks is turned up without any sample reaching full scale."""
    sound = voice("a" * 20, loudness=0.02)
    samples = np.frombuffer(sound.samples, "<i2").copy()
    samples[5000::9000] = 32767
    heard, _ = decode(encode(Sound(samples.tobytes(), sound.rate), "k").audio)
    assert np.abs(heard).max() < 1


def test_the_limiter_leaves_alone_what_is_not_near_a_peak() -> None:
    """Only the milliseconds around a peak are turned down."""
    samples = np.full(RATE, 0.25, np.float32)
    samples[12_000] = 2.0
    limited = limit(samples)
    assert np.abs(limited).max() <= CEILING
    assert np.array_equal(limited[:11_000], samples[:11_000])
    assert np.array_equal(limited[13_000:], samples[13_000:])


@pytest.mark.parametrize("before", ["", " ", "     "])
@pytest.mark.parametrize("after", ["", "   "])
def test_silence_at_the_ends_is_always_the_same(before: str, after: str) -> None:
    """However much silence an engine adds, what is heard starts and ends at the same distance from the ends."""
    audio = encode(voice(before + "aaaaaaa" + after), "k").audio
    samples, rate = decode(audio)
    heard = np.flatnonzero(np.abs(samples) > 0.01) * 1000 / rate
    assert heard[0] == pytest.approx(DELAY_MS + LEAD_MS, abs=8)
    assert milliseconds(audio) - heard[-1] < TAIL_MS + 40


def test_marks_stand_where_the_words_are_heard() -> None:
    """Trimming, resampling and the encoder's delay are all in a mark's times, at both ends of the word."""
    clip = encode(voice("    aa aaa  a   "), "k")
    samples, rate = decode(clip.audio)
    loud = np.abs(samples) > 0.02
    for word in (clip.marks[0], clip.marks[5]):
        begin = int((word.begin - 20) * rate / 1000)
        onset = begin + int(np.flatnonzero(loud[max(0, begin) :])[0])
        assert onset * 1000 / rate == pytest.approx(word.begin, abs=10)
    assert clip.marks[5].finish - clip.marks[5].begin == pytest.approx(100, abs=10)


def test_a_word_ends_where_it_is_last_heard() -> None:
    """A mark that runs on through a pause is cut where the sound stops."""
    sound = voice("aaa    aaa")
    clip = encode(Sound(sound.samples, sound.rate, (Mark(0, 1, 0, 700), Mark(2, 3, 700, 1000))), "k")
    assert clip.marks[0].finish == pytest.approx(300 + DELAY_MS + LEAD_MS, abs=10)


def test_the_pause_between_clips_is_the_one_asked_for() -> None:
    """What is heard between two clips is the pause, their own silence included, within a frame."""
    clip = encode(voice("aaaaa"), "k").audio
    samples, rate = decode(clip + pause(400) + clip)
    heard = np.flatnonzero(np.abs(samples) > 0.01)
    assert np.diff(heard).max() * 1000 / rate == pytest.approx(400, abs=24)


@pytest.mark.parametrize("samples", [b"", bytes(2), bytes(44100)])
def test_silence_has_no_loudness_and_stays_silent(samples: bytes) -> None:
    """A sound with nothing in it is encoded as it is, not blown up."""
    heard, _ = decode(encode(Sound(samples, 22050), "k").audio)
    assert np.abs(heard).max() < 0.001
