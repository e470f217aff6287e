"""Article → Script: sentences, readings and structure; and what each engine is given to say of them."""

from .editing import add
from .lexicon import Entry, Lexicon
from .normalizing import Row, explain, normalize, utterance
from .options import Say, SpeechOptions
from .pls import Problem, check
from .rendering import render
from .scripting import TITLE, script
from .searching import mentions
from .shelf import Shelf

__all__ = [
    "TITLE",
    "Entry",
    "Lexicon",
    "Problem",
    "Row",
    "Say",
    "Shelf",
    "SpeechOptions",
    "add",
    "check",
    "explain",
    "mentions",
    "normalize",
    "render",
    "script",
    "utterance",
]
