"""Every setting: one table of name, default and help, read from READERAPP_… variables and one TOML file."""

from .forms import ENGINES, bracketed
from .reading import load, read
from .table import DEFAULT_FILE, FILE_VARIABLE, PREFIX, Settings

__all__ = ["DEFAULT_FILE", "ENGINES", "FILE_VARIABLE", "PREFIX", "Settings", "bracketed", "load", "read"]
