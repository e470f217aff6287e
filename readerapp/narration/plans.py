"""Which voice speaks which language, and the plan of a recording where another one has to fall in."""

from collections.abc import Collection, Iterable

import msgspec

from ..audio import ENCODING
from ..engines.roster import Roster
from ..errors import NoVoice
from ..model import Line, Plan, Utterance, Voice
from ..store import plan_key
from .dependencies import Dependencies
from .preparing import Speaker, planned


def speakers(wanted: str | None, voices: Roster) -> dict[str, Speaker]:
    """The voice of each language: the wanted one in its own. Raises VoiceUnknown, VoiceForbidden."""
    missed = voices.voice(wanted) if wanted else None
    found: dict[str, Speaker] = {}
    for language in sorted({voice.language for voice in voices.voices()}):
        try:
            voice = voices.choose(language, wanted=wanted)
        except NoVoice:
            continue
        own = missed and missed.language == language
        stands_in = voice != missed if own else voices.is_second_choice(voice.id)
        found[language] = speaker(voice, voices, stands_in=stands_in)
    return found


def speaker(voice: Voice, voices: Roster, *, stands_in: bool = False) -> Speaker:
    """What of a voice decides how it sounds."""
    engine = voices.engine(voice.id)
    return Speaker(voice, engine.diction, engine.version, stands_in)


def line(utterance: Utterance, voice: str, using: Dependencies) -> Line:
    """The utterance as that voice is to say it, and where its clip will be kept."""
    return planned(utterance, speaker(using.voices.voice(voice), using.voices), ENCODING, using.accent)


def recast(plan: Plan, made: Iterable[int], failed: Collection[str], using: Dependencies) -> Plan:
    """The plan with every line that is not made and was meant for one of the `failed` engines given to the next voice.

    Raises NoVoice where there is none.
    """
    done = set(made)
    lines = [
        kept
        if number in done or using.voices.engine(kept.voice).name not in failed
        else line(kept.utterance, using.voices.choose(kept.utterance.language, but=failed).id, using)
        for number, kept in enumerate(plan.lines)
    ]
    return msgspec.structs.replace(plan, key=plan_key(lines), lines=tuple(lines), provisional=True)


def with_line(plan: Plan, number: int, spoken: Line) -> Plan:
    """The plan with one line as it was really spoken."""
    lines = (*plan.lines[:number], spoken, *plan.lines[number + 1 :])
    return msgspec.structs.replace(plan, key=plan_key(lines), lines=lines, provisional=True)
