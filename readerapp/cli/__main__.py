"""`python -m readerapp.cli` is the same as the command `readerapp`."""

from . import main

main()
