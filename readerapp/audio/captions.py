"""A recording's words and its parts as WebVTT, for players that show captions and chapters."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from ..model import Cue, Recording


def captions(recording: Recording, texts: Sequence[str]) -> str:
    """WebVTT with a cue for each sentence and a time for each word.

    `texts[i]` is the displayed text of utterance i of the recording's script.
    """
    return "\n\n".join(("WEBVTT", *(_block(cue, texts[cue.utterance]) for cue in recording.cues))) + "\n"


def chapters(parts: Iterable[tuple[float, float, str]]) -> str:
    """WebVTT with a cue for each part: when it begins and ends (ms), and what it is called."""
    blocks = (f"{_time(begin)} --> {_time(finish)}\n{_plain(title)}" for begin, finish, title in parts)
    return "\n\n".join(("WEBVTT", *blocks)) + "\n"


def _block(cue: Cue, text: str) -> str:
    return f"{cue.utterance + 1}\n{_time(cue.begin)} --> {_time(cue.finish)}\n{''.join(_timed(cue, text))}"


def _timed(cue: Cue, text: str) -> Iterator[str]:
    """The text with a time before each word; WebVTT wants them to grow, and to lie inside the cue."""
    at, last = 0, round(cue.begin)
    for mark in cue.marks:
        yield _plain(text[at : mark.start])
        at = max(at, mark.start)
        if last < round(mark.begin) < round(cue.finish):
            last = round(mark.begin)
            yield f"<{_time(last)}>"
    yield _plain(text[at:])


def _plain(text: str) -> str:
    """On one line: an empty line would end the cue."""
    return escape(text.replace("\r", " ").replace("\n", " "), quote=False)


def _time(milliseconds: float) -> str:
    seconds, thousandths = divmod(round(milliseconds), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"
