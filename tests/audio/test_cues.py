"""Tests of the way from a clip's words to the words on the page."""

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from readerapp.audio import captions, cue, silence
from readerapp.model import Clip, Mark, Recording, SpokenText, Substitution, Utterance

TEXT = "Ring 044-12 34 i dag."
READINGS = (Substitution(5, 14, "noll fyra fyra", "phone"), Substitution(17, 17, "just ", "added"))
SPOKEN = SpokenText.join(
    Utterance(text=TEXT, language="sv", block=0, start=0, end=len(TEXT), substitutions=READINGS),
    [reading.spoken for reading in READINGS],
)


def clip(spoken: SpokenText, length: float = 2400) -> Clip:
    """A clip in which every word of the spoken text takes 100 ms."""
    words = [match.span() for match in re.finditer(r"\w+", spoken.text)]
    marks = tuple(Mark(start, end, 50 + i * 100, 140 + i * 100) for i, (start, end) in enumerate(words))
    return Clip("key", silence(length), marks)


def test_a_number_said_as_several_words_lights_as_one() -> None:
    """Marks that map to one displayed range become one; a word that is not displayed gets none."""
    made = cue(3, 1000.0, clip(SPOKEN), SPOKEN, "espeak:sv")
    assert [(TEXT[m.start : m.end], m.begin, m.finish) for m in made.marks] == [
        ("Ring", 1050, 1140),
        ("044-12 34", 1150, 1440),
        ("i", 1450, 1540),
        ("dag", 1650, 1740),
    ]
    assert (made.utterance, made.begin, made.finish, made.voice) == (3, 1000.0, 3400.0, "espeak:sv")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=12))
def test_marks_of_a_cue_are_in_order_and_apart(spans: list[tuple[int, int]]) -> None:
    """Whatever words an engine marks, what is lit never overlaps and stays inside the displayed text."""
    words = tuple(Mark(at, at + size, i * 10, i * 10 + 9) for i, (at, size) in enumerate(sorted(spans)))
    made = cue(0, 0, Clip("key", silence(240), words), SPOKEN, "espeak:sv")
    places = [place for mark in made.marks for place in (mark.start, mark.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(TEXT) for place in places)


def test_captions_hold_every_word_and_grow_in_time() -> None:
    """WebVTT shows the displayed text, escaped, with times that increase and lie inside their cue."""
    texts = ["Smör & <bröd>\n\n--> här", TEXT]
    first = SpokenText.join(Utterance(text=texts[0], language="sv", block=0, start=0, end=23), [])
    cues = (cue(0, 0.0, clip(first), first, "espeak:sv"), cue(1, 3_600_000.0, clip(SPOKEN), SPOKEN, "espeak:sv"))
    now = datetime(2026, 11, 23, tzinfo=UTC)
    recording = Recording(
        key="k", address="a", title="t", language="sv", voice="espeak:sv", cues=cues,
        milliseconds=3_602_400, made_at=now, page_fingerprint="f", page_fetched_at=now,
    )  # fmt: skip
    blocks = captions(recording, texts).strip().split("\n\n")
    assert blocks[0] == "WEBVTT"
    assert blocks[1].splitlines()[1] == "00:00:00.000 --> 00:00:02.400"
    assert re.sub(r"<[\d:.]+>", "", blocks[1].splitlines()[2]) == "Smör &amp; &lt;bröd&gt;  --&gt; här"
    assert blocks[2].splitlines()[1:] == [
        "01:00:00.000 --> 01:00:02.400",
        "<01:00:00.050>Ring <01:00:00.150>044-12 34 <01:00:00.450>i <01:00:00.650>dag.",
    ]
