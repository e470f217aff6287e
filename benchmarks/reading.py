"""How fast text is read, and how much memory a process that reads takes: ratios against another commit, in one run.

    python -m benchmarks.reading [--against 009801c] [--rounds 7]

The other commit is laid out in a temporary folder (it needs no set-up of its own) and both read, by turns, the same
texts in processes of their own: all that the tests' tables hold, and the sentences of `texts.py`. What counts is the
time of the processor; the median of the rounds' ratios is told, above 1 where this commit is faster. Memory is the
most that a process held, after it has read both languages and prepared them for the built-in voice.
"""

import argparse
import io
import json
import statistics
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final

from tests.speech.spoken_cases import LANGUAGES, cases, kinds

from .texts import SENTENCES

ROOT: Final = Path(__file__).parents[1]
CHILD: Final = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
from readerapp.engines.espeak import EspeakEngine
from readerapp.speech import normalize, render, utterance
texts = json.load(sys.stdin)
told = {}
for language, lines in texts.items():
    for line in lines[:200]:
        normalize(line, language)
    began = time.process_time()
    for line in lines:
        normalize(line, language)
    told[language] = time.process_time() - began
style = getattr(EspeakEngine, "diction", "espeak")
for language, lines in texts.items():
    for line in lines:
        render(utterance(line, language), style)
told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(told))
"""


def texts() -> dict[str, list[str]]:
    """What is read, by language."""
    return {
        language: [*(written for kind in kinds(language) for written, _ in cases(language, kind)), *SENTENCES[language]]
        for language in LANGUAGES
    }


def laid_out(commit: str, folder: Path, *paths: str) -> Path:
    """A commit's files in a folder: these, or all."""
    packed = subprocess.run(["git", "archive", commit, *paths], check=True, capture_output=True, cwd=ROOT).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def measured(where: Path, what: str) -> dict[str, float]:
    """Seconds of each language, and megabytes, of a process that reads with the package in a folder."""
    command = [sys.executable, "-c", CHILD, str(where)]
    done = subprocess.run(command, check=True, input=what, capture_output=True, text=True, cwd=where)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def main() -> None:
    """Measure by turns and print the medians."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--against", default="009801c")
    options.add_argument("--rounds", type=int, default=7)
    given = options.parse_args()
    what = json.dumps(texts())
    with tempfile.TemporaryDirectory() as folder:
        other = laid_out(given.against, Path(folder), "readerapp")
        rounds = [(measured(other, what), measured(ROOT, what)) for _ in range(given.rounds)]
    for language in LANGUAGES:
        ratio = statistics.median(then[language] / now[language] for then, now in rounds)
        print(f"{language}: {ratio:.2f} times the speed of {given.against}")
    then, now = (statistics.median(pair[at]["memory"] for pair in rounds) for at in (0, 1))
    print(f"memory: {now:.0f} MB, {now - then:+.0f} MB against {given.against}")


if __name__ == "__main__":
    main()
