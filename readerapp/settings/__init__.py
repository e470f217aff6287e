"""Every setting: one table of name, default and help, read from READERAPP_… variables and one TOML file."""

from .engines import arguments, required
from .forms import ENGINES, bracketed
from .reading import load, read
from .table import DEFAULT_FILE, FILE_VARIABLE, PREFIX, Settings

__all__ = [
    "DEFAULT_FILE",
    "ENGINES",
    "FILE_VARIABLE",
    "PREFIX",
    "Settings",
    "arguments",
    "bracketed",
    "load",
    "read",
    "required",
]
