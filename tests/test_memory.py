"""What a sentence needs anew does not go back to the system each time."""

import subprocess
import sys

import pytest

ENCODING = """
import resource, sys
import numpy as np
from readerapp import audio, memory
from readerapp.model import Sound
if sys.argv[1] == "keep" and not memory.keep():
    sys.exit("not glibc")
sound = Sound((np.sin(np.arange(8 * 22050) / 20) * 9000).astype("<i2").tobytes(), 22050)
for number in range(30):
    if number == 10:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    audio.encode(sound, "k")
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def faults(how: str) -> int:
    """Page faults of twenty encodings, after ten to warm up."""
    command = [sys.executable, "-c", ENCODING, how]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the allocator is glibc's")
def test_encoding_uses_the_same_memory_again() -> None:
    """Kept memory costs next to no page faults; given back and asked for again, thousands."""
    assert faults("keep") * 5 < faults("leave")
