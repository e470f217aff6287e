"""The texts of the interface in every language: read while they change, checked like code, saved whole."""

from .check import Problem, Progress, check, progress
from .compiling import compile_all
from .extraction import begin, extract, update
from .files import edited, read, save
from .layout import compiled_path, is_language, languages, path, template_path
from .live import Catalogues
from .merging import Merged, merge

__all__ = [
    "Catalogues",
    "Merged",
    "Problem",
    "Progress",
    "begin",
    "check",
    "compile_all",
    "compiled_path",
    "edited",
    "extract",
    "is_language",
    "languages",
    "merge",
    "path",
    "progress",
    "read",
    "save",
    "template_path",
    "update",
]
