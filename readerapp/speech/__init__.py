"""Article → sentences → Script: what is said of them and of the structure; and what each engine is given to say."""

from .editing import Changed, add, change, mark, own
from .lexicon import Entry, Lexicon
from .normalizing import Row, explain, normalize, utterance
from .options import Choices, Say, SpeechOptions, Tables
from .pls import check, read
from .rendering import render
from .ru.restressing import restressed
from .scripting import script
from .searching import mentions
from .segmenting import TITLE, segment
from .shelf import SHIPPED, Shelf
from .stress import Accent, Silero

__all__ = [
    "SHIPPED",
    "TITLE",
    "Accent",
    "Changed",
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
    "change",
    "check",
    "explain",
    "mark",
    "mentions",
    "normalize",
    "own",
    "read",
    "render",
    "restressed",
    "script",
    "segment",
    "utterance",
]
