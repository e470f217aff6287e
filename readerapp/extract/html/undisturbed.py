"""Lets a page be read without the collector of cycles looking through all that the process holds, time and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put collecting off until the page is read: what reading one makes is bounded, and mostly freed at once.

    Where several threads read, the first that is done turns the collector on again, which costs the others time only.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
