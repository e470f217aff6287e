"""The texts of the interface in every language: read while they change, checked like code, saved whole."""

from .changing import Clash, Refused, Saved, Wish, change, find, put
from .check import Problem, Progress, check, progress
from .compiling import compile_all
from .extraction import begin, extract, update
from .files import edited, read, save
from .layout import compiled_path, is_language, languages, path, template_path
from .live import Catalogues
from .merging import Merged, merge
from .remarks import Judged, judge
from .texts import Entry, State, Texts, plural_samples, samples, similar

__all__ = [
    "Catalogues",
    "Clash",
    "Entry",
    "Judged",
    "Merged",
    "Problem",
    "Progress",
    "Refused",
    "Saved",
    "State",
    "Texts",
    "Wish",
    "begin",
    "change",
    "check",
    "compile_all",
    "compiled_path",
    "edited",
    "extract",
    "find",
    "is_language",
    "judge",
    "languages",
    "merge",
    "path",
    "plural_samples",
    "progress",
    "put",
    "read",
    "samples",
    "save",
    "similar",
    "template_path",
    "update",
]
