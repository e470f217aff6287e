"""Which voice really speaks: the plan of a recording after a voice failed and the next one fell in.

It is kept in the store, so that every process says the same; the recording so made has a key of its own.
"""

from collections.abc import Callable

import msgspec
import structlog

from ..errors import EngineFailed, NoVoice
from ..model import Fallback, Line, Plan
from .dependencies import Dependencies
from .plans import recast, with_line

log = structlog.get_logger(__name__)


def effective(plan: Plan, using: Dependencies) -> Plan:
    """The plan as it is really being spoken: another one where a voice of second choice fell in."""
    fallen = using.store.fallback(plan.key)
    return fallen.plan if fallen else plan


def another(planned: Line, using: Dependencies) -> bool:
    """Whether another engine could say the sentence now."""
    try:
        using.voices.choose(planned.utterance.language, but={using.voices.engine(planned.voice).name})
    except NoVoice:
        return False
    return True


def fall_back(plan: Plan, number: int, failed: Line, problem: EngineFailed, using: Dependencies) -> Line:
    """The sentence as the next voice is to say it; all that its engine has not said yet goes to other voices too.

    Raises the problem where no voice is left.
    """
    engine = using.voices.engine(failed.voice).name
    log.warning("voice failed", voice=failed.voice, recording=plan.key, utterance=number)
    with using.store.making(plan.key):
        fallen = using.store.fallback(plan.key) or Fallback(plan)
        refused = {*fallen.refused, engine}
        now = fallen.plan
        if now.lines[number] == failed:
            made = [n for n, each in enumerate(now.lines) if using.store.has_clip(each.clip)]
            try:
                now = recast(now, made, refused, using)
            except NoVoice:
                raise problem from None
            using.store.keep_fallback(plan.key, Fallback(now, tuple(sorted(refused))))
    return now.lines[number]


def note(plan: Plan, number: int, spoken: Line, using: Dependencies) -> None:
    """A sentence was spoken; where another voice fell in while this one still spoke, the plan says so."""
    fallen = using.store.fallback(plan.key)
    if (fallen.plan if fallen else plan).lines[number] == spoken:
        return
    with using.store.making(plan.key):
        fallen = using.store.fallback(plan.key) or Fallback(plan)
        now = with_line(fallen.plan, number, spoken)
        using.store.keep_fallback(plan.key, msgspec.structs.replace(fallen, plan=now))


def retry_first_choice(plan: Plan, using: Dependencies, busy: Callable[[str], bool]) -> bool:
    """Forget that a voice fell in, if that narration is over: its first choice gets another chance. Whether it did."""
    fallen = using.store.fallback(plan.key)
    if fallen is None or busy(plan.key):
        return False
    using.store.forget_fallback(plan.key)
    return True
