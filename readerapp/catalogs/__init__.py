"""The texts of the interface in every language: read while they change, checked like code, saved whole."""

from .changing import Clash, Refused, Saved, Wish, change, find, put
from .check import Problem, Progress, check, progress
from .compiling import compile_all
from .extraction import begin, extract, update
from .faults import ids
from .files import read, save
from .holding import Draft, held, place
from .layout import compiled_path, is_language, languages, locale_of, path, template_path
from .live import Catalogues
from .merging import MET, Merged, merge, remake
from .remarks import Judged, judge
from .texts import Entry, State, Texts, key, mark, padded, plural_samples, samples, similar

__all__ = [
    "MET",
    "Catalogues",
    "Clash",
    "Draft",
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
    "extract",
    "find",
    "held",
    "ids",
    "is_language",
    "judge",
    "key",
    "languages",
    "locale_of",
    "mark",
    "merge",
    "padded",
    "path",
    "place",
    "plural_samples",
    "progress",
    "put",
    "read",
    "remake",
    "samples",
    "save",
    "similar",
    "template_path",
    "update",
]
