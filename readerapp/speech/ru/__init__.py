"""Russian: what is displayed, as a native speaker says it; and where its sentences end.

The words around a number decide its case, so the rules see the whole text, whatever is claimed already.
"""

from ..language import Language
from .finish import finish
from .order import ORDER
from .sentences import sentences
from .stressing import pronunciations
from .surface import flatten

LANGUAGE = Language(ORDER, sentences, flatten, finish, pronunciations)

__all__ = ["LANGUAGE"]
