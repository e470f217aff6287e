"""Memory that each sentence needs anew is kept in the process instead of given back and asked for again."""

import ctypes

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Names of `mallopt` in glibc."""
_LARGEST = 4 << 20
"""Bytes of the largest array of a sentence; what is larger still goes straight back to the system."""
_KEPT = 32 << 20
"""Bytes that each of the allocator's arenas may keep for the next sentence."""


def keep() -> bool:
    """Have the C library keep freed memory, in this process; whether it did (only glibc can).

    Encoding fills some 3 MB a sentence. Asked of the system each time, every page of it is a fault: 750 faults and
    7 % of the time of encoding.
    """
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallopt"):
        return False
    return bool(library.mallopt(_MMAP_THRESHOLD, _LARGEST) and library.mallopt(_TRIM_THRESHOLD, _KEPT))
