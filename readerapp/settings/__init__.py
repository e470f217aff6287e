"""Every setting: one table of name, default and help, read from READERAPP_… variables and one TOML file."""

from .engines import arguments, required
from .forms import ENGINES, bracketed
from .reading import load, read
from .table import PREFIX, Settings

__all__ = ["ENGINES", "PREFIX", "Settings", "arguments", "bracketed", "load", "read", "required"]
