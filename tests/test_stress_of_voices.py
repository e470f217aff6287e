"""Which voices are told the stress of Russian words, and what that makes of a plan and its clips."""

import sys
from pathlib import Path

import msgspec
import pytest

from readerapp.cli import main
from readerapp.model import Diction, Utterance
from readerapp.narration.plans import planned_for as planned
from readerapp.speech import Silero
from tests.hummer import Hummer, parts_with

CASTLE = Utterance(text="Замок стоит.", language="ru", block=0, start=0, end=12)


def accent(text: str) -> str:
    """What a model answers for the sentence."""
    return text.replace("Замок", "З+амок")


class Obedient(Hummer):
    """An engine that obeys the mark."""

    diction = Diction(obeys_stress=True)


def test_only_the_voice_that_obeys_is_told(tmp_path: Path) -> None:
    """The mark is in what that voice says, thus in its clip's key; the utterance of the plan stays as displayed."""
    parts = parts_with(tmp_path, Obedient("obedient"), Hummer("deaf"))
    told = msgspec.structs.replace(parts, accent=accent)
    for voice, marked in (("obedient:ru", True), ("deaf:ru", False)):
        plain, line = planned(CASTLE, voice, parts), planned(CASTLE, voice, told)
        assert line.utterance == CASTLE
        assert ("\u0301" in line.spoken.text) == marked
        assert (line.clip != plain.clip) == marked


def test_another_voice_that_steps_in_says_the_plain_text(tmp_path: Path) -> None:
    """A sentence that changes voices is rendered for the new one, with no mark left over, and the other way round."""
    parts = parts_with(tmp_path, Obedient("obedient"), Hummer("deaf"))
    told = msgspec.structs.replace(parts, accent=accent)
    line = planned(CASTLE, "obedient:ru", told)
    deaf = planned(line.utterance, "deaf:ru", told)
    assert deaf == planned(CASTLE, "deaf:ru", parts)
    assert planned(deaf.utterance, "obedient:ru", told) == line


@pytest.mark.skipif(Silero.installed(), reason="silero-stress is installed, so nothing is missing")
def test_a_missing_package_is_told_at_the_start(monkeypatch: pytest.MonkeyPatch, capsys, tmp_path: Path) -> None:
    """The setting without the extra stops whatever would speak, and says what to install."""
    monkeypatch.setenv("READERAPP_STRESS", "1")
    wanted = ["readerapp", "say", "замок", "--language", "ru", "-o", str(tmp_path / "said.mp3")]
    monkeypatch.setattr(sys, "argv", wanted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "readerapp[stress]" in capsys.readouterr().err
