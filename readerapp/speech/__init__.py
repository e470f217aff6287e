"""Article → Script: sentences, readings and structure; and what each engine is given to say of them."""

from .lexicon import Entry, Lexicon
from .normalizing import Row, explain, normalize
from .options import Say, SpeechOptions
from .rendering import render
from .scripting import TITLE, script

__all__ = ["TITLE", "Entry", "Lexicon", "Row", "Say", "SpeechOptions", "explain", "normalize", "render", "script"]
