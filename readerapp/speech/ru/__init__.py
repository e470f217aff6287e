"""Russian: what is displayed, as a native speaker says it; and where its sentences end."""

from readerapp.model.script import Reading

from .rules import read
from .sentences import sentences

__all__ = ["normalize", "readings", "sentences"]


def readings(text: str) -> tuple[Reading, ...]:
    """The replacements in `text`, in order and never overlapping, by offsets in code points."""
    return read(text)


def normalize(text: str) -> str:
    """`text` with every reading put in."""
    said: list[str] = []
    at = 0
    for reading in readings(text):
        said += (text[at : reading.start], reading.spoken)
        at = reading.end
    return "".join((*said, text[at:]))
