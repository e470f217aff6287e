"""Words that listeners say are read wrongly, kept for the editors of the lexicons: bounded, and without a name."""

from .folder import Folder
from .report import COMMENT, WORD, Report, State
from .room import Reports

__all__ = ["COMMENT", "WORD", "Folder", "Report", "Reports", "State"]
