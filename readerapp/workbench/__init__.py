"""Where translators' changes are agreed on: kept in the database first, then written in the files of every machine.

A change is written aside, then kept in the database, then put in the place of the file; who is killed in between leaves
a file that lacks it, and whoever comes next puts it there. A machine that others left behind does the same, and a file
that was changed by hand has its changes kept like any other.
"""

from .bench import Workbench
from .follower import Follower

__all__ = ["Follower", "Workbench"]
