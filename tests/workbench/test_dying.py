"""kill -9 between the steps of a save: file and database agree, and at most the edit under way is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from readerapp import catalogs, speech
from readerapp.catalogs import Texts
from tests.workbench.conftest import Machine, Start
from tests.workbench.dying import BEFORE, STEPS

ROOT = Path(__file__).parents[2]


def killed(here: Machine, address: str, subject: str, step: str, author: str, number: int) -> None:
    """Save and be killed; then whoever comes next finds all in order."""
    given = [str(here.folder), address, subject, step, author, str(number)]
    command = [sys.executable, "-m", "tests.workbench.dying", *given]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (step == "done"), done.stderr
    here.bench.agree()
    edits = here.room.edits
    last = edits.last("sv", "text")
    for entry in Texts(here.folder).of("sv"):
        assert entry.key not in last or entry.mark == last[entry.key].after_mark
    words = {entry.grapheme: entry for entry in speech.read(file).entries} if (file := lexicon(here)).exists() else {}
    for change in edits.last("sv", "word").values():
        found = words.get(change.msgid)
        assert ((found.alias, found.phonemes) if found else ("", "")) == change.after
    assert {edit.kind for edit in edits.latest("sv", 10_000)} <= {"saved"}
    if subject == "text":
        there = Texts(here.folder).of("sv")[number].forms[0] == f"{author} {number}"
    else:
        there = f"Ord{number}" in words and words[f"Ord{number}"].alias == author
    assert there == (step not in BEFORE), step
    catalogs.read(here.file(), "sv")


def lexicon(here: Machine) -> Path:
    return here.bench.words.file("sv")


@pytest.mark.parametrize(
    ("address", "subject", "steps"),
    [("sqlite", "text", ("kept", "drafted", "committed")), ("postgresql", "word", ("renamed", "noted"))],
    indirect=["address"],
)
def test_killed_at_steps_of_a_save(machine: Start, address: str, subject: str, steps: tuple[str, ...]) -> None:
    """Before the database has the edit it is nowhere; afterwards it is everywhere, with its author."""
    here = machine("a")
    for number, step in enumerate((*steps, "done")):
        killed(here, address, subject, step, f"A{number}", number)


@pytest.mark.proof
@pytest.mark.parametrize("turn", range(10))
def test_killed_two_hundred_times_and_more(machine: Start, address: str, turn: int) -> None:
    """The long form: ten turns, two databases, texts and words, six steps at which a process is killed."""
    here = machine("a")
    for number, step in enumerate(STEPS):
        for subject in ("text", "word"):
            killed(here, address, subject, step, f"A{turn}", number * 7 + turn)
