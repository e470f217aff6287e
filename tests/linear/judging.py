"""Runs patterns over the attacks on them and says which grow faster than the text does.

Run as a module it takes patterns as JSON lines and prints what it found, each pattern within a limit of CPU time: what
does not end kills the process, and whoever started it goes on behind that pattern.
"""

import json
import math
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any, Final

from tests.growth import STEEPEST, seconds, steepness
from tests.linear.attacks import Attack, attacks
from tests.linear.finding import Found, loaded

ROOT: Final = Path(__file__).parents[2]
_LENGTH: Final = 600
"""Characters of a first trial."""
_SHORTEST: Final = 100
_CHEAP: Final = 0.12e-6
"""Seconds a character at which no trial is suspected: trying again from every place would cost more."""
_SUSPECT: Final = 4.7
"""How much more four times the length may cost before it is looked at closely; plain growth costs 4."""
_PATIENCE: Final = 2
"""Seconds of CPU that a first trial may take."""
_KILLED: Final = 300
"""Seconds of CPU after which the process is killed, whatever it is at."""
_Use = Callable[["re.Pattern[Any]", Any], object]
_USES: Final[dict[str, _Use]] = {
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "search": lambda pattern, text: pattern.search(text),
    "finditer": lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
}


@dataclass(frozen=True)
class Steep:
    """A pattern, the use and the text over which it takes too long, and the power of n if it ends at all."""

    place: str
    pattern: str
    use: str
    attack: str
    power: float

    def __str__(self) -> str:
        grows = f"n^{self.power:.2f}" if math.isfinite(self.power) else "does not end"
        return f"{self.place} {self.use} {grows}: {self.pattern!r}\n    over {self.attack}"


def steep(patterns: Iterable[Found], length: int = _LENGTH) -> list[Steep]:
    """The patterns that grow faster than n^1.2, each with one text that shows it."""
    waiting = list(patterns)
    found = []
    while waiting:
        told = _child(waiting, length)
        found += [Steep(**line["steep"]) for line in told if "steep" in line]
        done = sum("done" in line for line in told)
        if done < len(waiting):
            found.append(Steep(waiting[done].place, waiting[done].pattern, "", "one of its texts", math.inf))
        waiting = waiting[done + 1 :]
    return found


def _child(patterns: list[Found], length: int) -> list[dict[str, Any]]:
    """What a process of its own told about patterns, as far as it came before it was killed, if it was."""
    given = "\n".join(json.dumps(vars(one)) for one in patterns)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.linear.judging", str(length)],
        cwd=ROOT, input=given, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ran.returncode not in (0, -signal.SIGKILL, -signal.SIGXCPU):
        raise RuntimeError(ran.stderr)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def main() -> None:
    length = int(sys.argv[1])
    signal.signal(signal.SIGVTALRM, _give_up)
    resource.setrlimit(resource.RLIMIT_CPU, (_KILLED, _KILLED))
    for line in sys.stdin.read().splitlines():
        found = loaded(line)
        for shown in _judged(found, length):
            _tell(steep=vars(shown))
        _tell(done=found.place, seconds=round(process_time(), 2))


class _TooLong(Exception):
    """A trial has used up its time; matching looks out for signals now and then."""


def _give_up(*_: object) -> None:
    raise _TooLong


@contextmanager
def _patience(seconds: float) -> Iterator[None]:
    """Raise _TooLong after so many seconds of CPU."""
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _judged(found: Found, length: int) -> Iterator[Steep]:
    """The first attack that shows that a pattern is steep."""
    pattern = found.compiled()
    several, bounds = attacks(pattern), _bounds(pattern)
    for use in found.uses:
        for attack in several:
            power = _power(partial(_timed, pattern, _USES[use], attack), max(length, bounds * 2), bounds * 2)
            if power > STEEPEST:
                yield Steep(found.place, found.pattern[:400], use, _shown(attack), round(power, 2))
                return


def _power(cost: Callable[[int], float], length: int, beyond: int) -> float:
    """The power of n over one attack, or 0 where a first glance tells that it is none to look at."""
    try:
        with _patience(_PATIENCE):
            first = cost(length)
            if first < _CHEAP * length:
                return 0.0
            if not (_seems_steep(cost, length) and _seems_steep(cost, length * 12)):
                return 0.0
        with _patience(_PATIENCE * 4):
            return steepness(cost, _SHORTEST, beyond)
    except _TooLong:
        return math.inf


def _seems_steep(cost: Callable[[int], float], length: int) -> bool:
    few, many = (min(cost(size) for _ in range(3)) for size in (length // 4, length))
    return many > _SUSPECT * few


def _bounds(pattern: "re.Pattern[Any]") -> int:
    """The largest number of times that something may be repeated, where there is a limit."""
    text = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    return max((int(number) for number in re.findall(r"\{(?:\d*,)?(\d{1,5}),?\}", text)), default=0)


def _timed(pattern: "re.Pattern[Any]", use: _Use, attack: Attack, size: int) -> float:
    written = attack.text(size)
    text = written.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else written
    return seconds(lambda: use(pattern, text))


def _tell(**said: object) -> None:
    print(json.dumps(said), flush=True)


def _shown(attack: Attack) -> str:
    return f"{attack.before!r} + n * {attack.again!r} + {attack.after!r}"


if __name__ == "__main__":
    main()
