"""Swedish: how written text is read, and where its sentences end.

What a rule says holds its numbers still as numbers (see `tokens`), for engines that say digits better than words.
"""

from ..language import Language
from .order import ORDER
from .sentences import sentences
from .shapes import fold
from .words import pronunciations

LANGUAGE = Language(ORDER, sentences, fold, pronunciations=pronunciations, veil=True)

__all__ = ["LANGUAGE"]
