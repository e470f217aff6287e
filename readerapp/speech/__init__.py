"""Article → Script: sentences, readings and structure; and what each engine is given to say of them."""

from .editing import add
from .lexicon import Entry, Lexicon
from .normalizing import Row, explain, normalize, utterance
from .options import Choices, Say, SpeechOptions, Tables
from .pls import check
from .rendering import Style, render
from .scripting import TITLE, script
from .searching import mentions
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
    "Style",
    "Tables",
    "add",
    "check",
    "explain",
    "mentions",
    "normalize",
    "render",
    "script",
    "utterance",
]
