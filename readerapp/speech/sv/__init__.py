"""Swedish: how written text is read, and where its sentences end.

`readings` gives the replacements for a text, each with what to say in ordinary words (`spoken`) and, where
it holds numbers, the same with the numbers still numbers (`token`, see `tokens` for its form), from which an
engine's renderer makes what that engine says best; `words(token)` is always `spoken`. `sentences` gives
the spans of the sentences.
"""

from .order import read as readings
from .sentences import sentences
from .tokens import words

__all__ = ["normalize", "readings", "sentences", "words"]


def normalize(text: str) -> str:
    """`text` with every reading in its place."""
    said: list[str] = []
    at = 0
    for reading in readings(text):
        said += text[at : reading.start], reading.spoken
        at = reading.end
    return "".join(said) + text[at:]
