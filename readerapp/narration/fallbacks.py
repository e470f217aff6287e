"""Which voice really speaks: the plan of a recording after a voice failed and the next one fell in.

It is kept in the store, so that every process says the same; the recording so made has a key of its own.
"""

from typing import Protocol

import msgspec
import structlog

from ..errors import EngineFailed, NoVoice
from ..model import Fallback, Plan, PlannedUtterance
from .dependencies import Dependencies
from .plans import with_other_voices, with_utterance

log = structlog.get_logger(__name__)


class Underway(Protocol):
    """What is known of the narrations under way."""

    def busy(self, key: str) -> bool:
        """Whether anybody waits for a recording or hears it, or is likely to go on."""

    def forget(self, key: str) -> None:
        """Begin a recording from the start when it is asked for again."""


def effective(plan: Plan, using: Dependencies) -> Plan:
    """The plan as it is really being spoken: another one where a voice of second choice fell in."""
    fallback = using.store.fallback(plan.key)
    return fallback.plan if fallback else plan


def another(line: PlannedUtterance, using: Dependencies) -> bool:
    """Whether another engine could say the sentence now."""
    try:
        using.voices.choose(line.utterance.language, but={using.voices.engine(line.voice).name})
    except NoVoice:
        return False
    return True


def fall_back(
    plan: Plan, number: int, line: PlannedUtterance, problem: EngineFailed, using: Dependencies
) -> PlannedUtterance:
    """The sentence as the next voice is to say it; all that its engine has not said yet goes to other voices too.

    Raises the problem where no voice is left.
    """
    engine = using.voices.engine(line.voice).name
    log.warning("voice failed", voice=line.voice, recording=plan.key, utterance=number)
    with using.store.making(plan.key):
        fallback = using.store.fallback(plan.key) or Fallback(plan)
        engines = {*fallback.refused, engine}
        now = fallback.plan
        if now.utterances[number] == line:
            numbers = [n for n, each in enumerate(now.utterances) if using.store.has_clip(each.clip)]
            try:
                now = with_other_voices(now, numbers, engines, using)
            except NoVoice:
                raise problem from None
            using.store.keep_fallback(plan.key, Fallback(now, tuple(sorted(engines))))
    return now.utterances[number]


def note(plan: Plan, number: int, line: PlannedUtterance, using: Dependencies) -> None:
    """A sentence was spoken; where another voice fell in while this one still spoke, the plan says so."""
    fallback = using.store.fallback(plan.key)
    if (fallback.plan if fallback else plan).utterances[number] == line:
        return
    with using.store.making(plan.key):
        fallback = using.store.fallback(plan.key) or Fallback(plan)
        now = with_utterance(fallback.plan, number, line)
        using.store.keep_fallback(plan.key, msgspec.structs.replace(fallback, plan=now))


def effective_anew(plan: Plan, using: Dependencies, making: Underway) -> Plan:
    """The plan as it is spoken for who opens its page: where a voice fell in and that narration is over, as planned."""
    fallback = using.store.fallback(plan.key)
    if fallback is None:
        return plan
    if making.busy(plan.key):
        return fallback.plan
    using.store.forget_fallback(plan.key)
    making.forget(plan.key)
    return plan
