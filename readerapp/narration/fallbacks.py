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
    fallen = using.store.fallback(plan.key)
    return fallen.plan if fallen else plan


def another(planned: PlannedUtterance, using: Dependencies) -> bool:
    """Whether another engine could say the sentence now."""
    try:
        using.voices.choose(planned.utterance.language, but={using.voices.engine(planned.voice).name})
    except NoVoice:
        return False
    return True


def fall_back(
    plan: Plan, number: int, failed: PlannedUtterance, problem: EngineFailed, using: Dependencies
) -> PlannedUtterance:
    """The sentence as the next voice is to say it; all that its engine has not said yet goes to other voices too.

    Raises the problem where no voice is left.
    """
    engine = using.voices.engine(failed.voice).name
    log.warning("voice failed", voice=failed.voice, recording=plan.key, utterance=number)
    with using.store.making(plan.key):
        fallen = using.store.fallback(plan.key) or Fallback(plan)
        refused = {*fallen.refused, engine}
        now = fallen.plan
        if now.utterances[number] == failed:
            made = [n for n, each in enumerate(now.utterances) if using.store.has_clip(each.clip)]
            try:
                now = with_other_voices(now, made, refused, using)
            except NoVoice:
                raise problem from None
            using.store.keep_fallback(plan.key, Fallback(now, tuple(sorted(refused))))
    return now.utterances[number]


def note(plan: Plan, number: int, spoken: PlannedUtterance, using: Dependencies) -> None:
    """A sentence was spoken; where another voice fell in while this one still spoke, the plan says so."""
    fallen = using.store.fallback(plan.key)
    if (fallen.plan if fallen else plan).utterances[number] == spoken:
        return
    with using.store.making(plan.key):
        fallen = using.store.fallback(plan.key) or Fallback(plan)
        now = with_utterance(fallen.plan, number, spoken)
        using.store.keep_fallback(plan.key, msgspec.structs.replace(fallen, plan=now))


def effective_anew(plan: Plan, using: Dependencies, making: Underway) -> Plan:
    """The plan as it is spoken for who opens its page: where a voice fell in and that narration is over, as planned."""
    fallen = using.store.fallback(plan.key)
    if fallen is None:
        return plan
    if making.busy(plan.key):
        return fallen.plan
    using.store.forget_fallback(plan.key)
    making.forget(plan.key)
    return plan
