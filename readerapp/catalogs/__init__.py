"""The texts of the interface in every language: read while they change, checked like code, saved whole."""

from .check import Problem, Progress, check, progress
from .compiling import compile_all
from .extraction import extract, update
from .files import edited, read, save
from .layout import compiled_path, path, template_path
from .live import Catalogues

__all__ = [
    "Catalogues",
    "Problem",
    "Progress",
    "check",
    "compile_all",
    "compiled_path",
    "edited",
    "extract",
    "path",
    "progress",
    "read",
    "save",
    "template_path",
    "update",
]
