"""How many fetches run at once, and who is told to come back."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from readerapp.errors import FetchBusy, HostUnreachable
from readerapp.fetch import FetchLimiter, from_bytes
from readerapp.fetch.limiter import MOMENT
from readerapp.model import Document

THREADS = 8


class Slow:
    """Sites that answer when they are told to."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked: list[str] = []
        self.clients: list[str] = []
        self.fails: Exception | None = None

    def __call__(self, address: str, _previous: Document | None, client: str) -> Document:
        self.asked.append(address)
        self.clients.append(client)
        assert self.go.wait(100)
        if self.fails:
            raise self.fails
        return from_bytes(b"<p>Hej", address=address)


@pytest.fixture
def pool():
    with ThreadPoolExecutor(40) as made:
        yield made


@pytest.fixture
def sites(pool):
    made = Slow()
    yield made
    made.go.set()


def ask(pool: ThreadPoolExecutor, limiter: FetchLimiter, address: str, who: str = "") -> Future[Document]:
    return pool.submit(limiter, address, None, who)


def until(true: Callable[[], bool]) -> None:
    """Wait until it is true; a minute is a net against hanging, no verdict."""
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_one_fetch_for_many_askers(pool, sites: Slow) -> None:
    """Whoever asks for a page that is under way gets the one that comes."""
    limiter = FetchLimiter(sites, 40)
    asked = [ask(pool, limiter, "https://a.se/") for _ in range(20)]
    until(lambda: limiter._held == 20)
    sites.go.set()
    assert len({id(each.result(60)) for each in asked}) == 1
    assert sites.asked == ["https://a.se/"]


def test_the_failure_is_everybodys_and_is_forgotten(pool, sites: Slow) -> None:
    """A site that fails fails for all who wait; the next client asks the site again."""
    limiter = FetchLimiter(sites, 40)
    sites.fails = HostUnreachable(host="a.se")
    asked = [ask(pool, limiter, "https://a.se/") for _ in range(3)]
    until(lambda: limiter._held == 3)
    sites.go.set()
    assert {type(each.exception(60)) for each in asked} == {HostUnreachable}
    sites.fails = None
    assert limiter("https://a.se/", None).text


@pytest.mark.parametrize(
    ("address", "who", "most"),
    [
        ("https://{n}.se/", "{n}", THREADS // 2),
        ("https://a.se/{n}", "{n}", THREADS // 4),
        ("https://{n}.se/", "one", THREADS // 4),
    ],
)
def test_places_are_shared(pool, sites: Slow, address: str, who: str, most: int) -> None:
    """Half of the threads may fetch, a quarter from one host or for one client; others wait a moment and are told."""
    limiter = FetchLimiter(sites, THREADS)
    begun = time.monotonic()
    asked = [ask(pool, limiter, address.format(n=n), who.format(n=n)) for n in range(20)]
    until(lambda: sum(each.done() for each in asked) == 20 - most)
    assert time.monotonic() - begun >= MOMENT
    assert len(sites.asked) == most
    assert all(isinstance(each.exception(), FetchBusy) for each in asked if each.done())
    sites.go.set()
    assert sum(each.exception(60) is None for each in asked) == most
    assert set(sites.clients) <= {who.format(n=n) for n in range(20)}, "who asks is told to whoever reads"
    assert limiter(address.format(n=99), None).text, "the places are free again"


def test_those_who_join_leave_room(pool, sites: Slow) -> None:
    """Three in four threads wait for a page at most, even if all want the same one."""
    limiter = FetchLimiter(sites, THREADS)
    asked = [ask(pool, limiter, "https://a.se/") for _ in range(20)]
    until(lambda: sum(each.done() for each in asked) == 20 - THREADS * 3 // 4)
    sites.go.set()
    assert sum(each.exception(60) is None for each in asked) == THREADS * 3 // 4


def test_many_quick_pages_are_no_trouble(pool) -> None:
    """Forty callers of forty pages of one host that answers at once all get theirs."""
    limiter = FetchLimiter(lambda address, _known, _client: from_bytes(b"<p>Hej", address=address), THREADS)
    asked = [ask(pool, limiter, f"https://a.se/{n}") for n in range(40)]
    assert [each.result(60).address for each in asked] == [f"https://a.se/{n}" for n in range(40)]
