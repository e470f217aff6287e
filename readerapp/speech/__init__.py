"""Article → sentences → Script: what is said of them and of the structure; and what each engine is given to say."""

from .editing import add, mark, own, put
from .lexicon import Entry, Lexicon
from .lexicon_set import SHIPPED, LexiconSet
from .normalizing import Row, explain, normalize, utterance, warm
from .options import Say, SpeechOptions, Tables, Verbosity
from .pls import check, read
from .rendering import render
from .ru.restressing import restressed
from .scripting import script
from .searching import mentions
from .segmenting import TITLE, segment
from .stress import Accent, Silero

__all__ = [
    "SHIPPED",
    "TITLE",
    "Accent",
    "Entry",
    "Lexicon",
    "LexiconSet",
    "Row",
    "Say",
    "Silero",
    "SpeechOptions",
    "Tables",
    "Verbosity",
    "add",
    "check",
    "explain",
    "mark",
    "mentions",
    "normalize",
    "own",
    "put",
    "read",
    "render",
    "restressed",
    "script",
    "segment",
    "utterance",
    "warm",
]
