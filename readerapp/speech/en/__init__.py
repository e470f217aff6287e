"""English: sentences only. The voices that we ship read English numbers and abbreviations well themselves."""

from ..language import Language
from .order import ORDER
from .sentences import sentences

LANGUAGE = Language(ORDER, sentences)

__all__ = ["LANGUAGE"]
