"""Article → sentences → Script: what is said of them and of the structure; and what each engine is given to say."""

from .editing import add
from .lexicon import Entry, Lexicon
from .normalizing import Row, explain, normalize, utterance
from .options import Choices, Say, SpeechOptions, Tables
from .pls import check
from .rendering import render
from .scripting import script
from .searching import mentions
from .segmenting import TITLE, segment
from .shelf import SHIPPED, Shelf
from .stress import Accent, Silero

__all__ = [
    "SHIPPED",
    "TITLE",
    "Accent",
    "Choices",
    "Entry",
    "Lexicon",
    "Row",
    "Say",
    "Shelf",
    "Silero",
    "SpeechOptions",
    "Tables",
    "add",
    "check",
    "explain",
    "mentions",
    "normalize",
    "render",
    "script",
    "segment",
    "utterance",
]
