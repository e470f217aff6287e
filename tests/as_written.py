"""Makes this process run every module as it is written, so that tests may look into it and count its steps.

What tests start as a process of its own runs as it is installed: compiled, where that could be done.
"""

import sys

from readerapp import COMPILED

sys.meta_path.remove(COMPILED)
