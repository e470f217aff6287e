"""Voices that fall silent under the real service: a listener waits seconds for another one, and nobody else waits."""

import os
import select
import signal
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from readerapp.narration.hedging import LATE_SECONDS
from tests.engines.speech_server import SpeechServer, speech_server
from tests.serving.running import Serve, Start

LEADING = """
import sys
from readerapp.engines.gtts import GttsEngine
GttsEngine.__init__.__kwdefaults__["base"] = sys.argv.pop(1)
from readerapp.cli import main
main()
"""
"""The service, whose gTTS asks another server than Google's."""
OTHERS, ENOUGH = 30, 3
LISTENERS, THREADS = 64, 4
WORSE = 10
"""How many times as long others may take: who had to wait for a thread would wait for seconds, not milliseconds."""


def google(start: Start, server: SpeechServer, voices: str) -> Serve:
    """The service with these voices and that server."""
    return start(command=("-c", LEADING, server.address), voices=voices, offline=0, processes=1)


@contextmanager
def stopped(served: Serve) -> Iterator[None]:
    """The processes of the built-in voice are stopped, those too that take their place."""
    over = threading.Event()

    def stop() -> None:
        while not over.wait(0.02):
            for pid in served.voices():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGSTOP)

    stopping = threading.Thread(target=stop)
    stopping.start()
    try:
        yield
    finally:
        over.set()
        stopping.join()
        for pid in served.voices():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)


def first_sound(served: Serve, page: str) -> tuple[float, str]:
    """How long a listener waits for a page's first sound, and who speaks."""
    folder = served.sound(page)
    began = time.monotonic()
    status, body, _ = served.ask(f"{folder}/0.mp3")
    waited = time.monotonic() - began
    assert (status, bool(body)) == (200, True)
    return waited, served.ask(f"{folder}/0.json")[1].decode().partition('"voice":"')[2].partition('"')[0]


@pytest.mark.proof
@pytest.mark.parametrize("fault", ["hang", "trickle"])
def test_google_that_hangs_or_trickles_costs_three_seconds_once(start: Start, origin: str, fault: str) -> None:
    """The second voice speaks after the real wait; once Google has timed out, the next page waits for nothing."""
    with speech_server() as server:
        served = google(start, server, "gtts,espeak")
        alone, voice = first_sound(served, f"{origin}/3-quick")
        assert voice == "gtts:sv"
        server.faults = [fault]
        late, voice = first_sound(served, f"{origin}/3-late")
        assert voice == "espeak:sv"
        time.sleep(13)  # Google's own limit, counted from the first sentence
        after, voice = first_sound(served, f"{origin}/3-after")
        assert voice == "espeak:sv"
    print(f"\n{fault}: first sound after {alone:.2f} s while Google answers, {late:.2f} s, then {after:.2f} s")
    assert LATE_SECONDS <= late < LATE_SECONDS + 1.5 + 5 * alone
    assert after < LATE_SECONDS / 2 + 5 * alone


@pytest.mark.proof
def test_the_built_in_voice_stopped_again_and_again_costs_three_seconds(start: Start, origin: str) -> None:
    """However often its processes are stopped: with a second voice there is sound after the real wait."""
    with speech_server() as server:
        served = google(start, server, "espeak,gtts")
        alone, voice = first_sound(served, f"{origin}/3-quick")
        assert voice == "espeak:sv"
        with stopped(served):
            late, voice = first_sound(served, f"{origin}/3-late")
        assert voice == "gtts:sv"
    print(f"\nstopped: first sound after {alone:.2f} s while it answers, {late:.2f} s")
    assert LATE_SECONDS <= late < LATE_SECONDS + 1.5 + 5 * alone


@pytest.mark.proof
def test_the_only_voice_stopped_once_is_replaced(start: Start, origin: str) -> None:
    """Without another voice, another process of the same one says the sentence after as long a wait."""
    served = start(processes=1)
    alone, _ = first_sound(served, f"{origin}/3-quick")
    for pid in served.voices():
        os.kill(pid, signal.SIGSTOP)
    late, voice = first_sound(served, f"{origin}/3-late")
    assert voice == "espeak:sv"
    print(f"\nstopped once, no other voice: first sound after {alone:.2f} s, {late:.2f} s")
    assert late < 2 * LATE_SECONDS + 1 + 5 * alone


@pytest.mark.timeout(240)
def test_listeners_who_wait_for_stopped_voices_keep_nobody_else_waiting(start: Start, origin: str) -> None:
    """Sixty-four of them wait at once in a process of four threads: pages and kept sound come as ever."""
    served = start(processes=1, threads=THREADS)
    kept, waiting = served.sound(f"{origin}/3"), served.sound(f"{origin}/400")
    assert served.ask(f"{kept}/0.mp3")[0] == 200
    paths = ("/sv/about", f"{kept}/0.mp3", f"/sv/read?url={origin}/3")

    def other(number: int) -> float:
        """What one of the others waits, in seconds."""
        began = time.monotonic()
        assert served.ask(paths[number % 3])[0] == 200
        return time.monotonic() - began

    alone = statistics.median(map(other, range(OTHERS)))
    meanwhile: list[float] = []
    with stopped(served):
        clients = [
            served.send(f"GET {waiting}/{number}.{kind} HTTP/1.1\r\nHost: a\r\n\r\n")[0]
            for number in range(100, 100 + LISTENERS // 2)
            for kind in ("mp3", "json")
        ]
        while len(meanwhile) < OTHERS:
            seconds = other(len(meanwhile))
            if len(clients) - len(select.select(clients, [], [], 0)[0]) <= THREADS:
                break  # on a busy machine some are told that no voice speaks before all of this is done
            meanwhile.append(seconds)
    assert len(meanwhile) >= ENOUGH
    beside = statistics.median(meanwhile)
    print(f"\nothers: {alone * 1000:.1f} ms alone, {beside * 1000:.1f} ms beside {len(clients)} who wait")
    assert beside < WORSE * alone
