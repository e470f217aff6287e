"""This commit beside another one in one run: extraction, normalization, narration, listening.

    python -m benchmarks.side_by_side [--against 009801c] [--runs 3] [--chromium /usr/bin/chromium]

The other commit is laid out in a temporary folder. Each has an environment of its own with what its `requirements.txt`
locks and nothing else (pip fetches that), since an optional package can change the voice that speaks. Both then do the
same by turns: a process of each reads our own pages (`tests/pages`) and all that the tests' tables hold, and the two
services, side by side on loopback, are asked for the same unread pages. What is told is this commit's cost by the
other's, the median of the runs: 1 is the same, less is better. Costs are the processor's time of the process, or of the
service with all that it started; where a person waits, it is the time on the clock, by turns. The shares of what is
right are of what the rules were made with, and prove nothing about others.
"""

import argparse
import asyncio
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright

from tests.speech.spoken_cases import LANGUAGES, cases, kinds, right

from .listening import FLAGS, press, together
from .narration import Site, first_byte, free_port, get, opened, running
from .reading import ROOT, laid_out

PAGES: Final = ROOT / "tests" / "pages"
KEPT_REQUESTS, CROWD, SHORT = 200, 10, 2000
TICKS: Final = os.sysconf("SC_CLK_TCK")
CHILD: Final = """
import json, sys, time
from readerapp.extract import to_text
from readerapp.speech import normalize
work, answers = json.load(sys.stdin), {}
for kind, things in work.items():
    def ask(one):
        return to_text(*one) if kind == "pages" else normalize(one, kind)
    for one in things[:100]:
        ask(one)
    began = time.process_time()
    texts = [ask(one) for one in things]
    answers[kind] = texts, time.process_time() - began
print(json.dumps(answers))
"""

Costs = defaultdict[str, list[float]]


@dataclass(frozen=True)
class Commit:
    """A commit's files, and the Python that has what they need."""

    folder: Path
    python: str


@dataclass(frozen=True)
class Service:
    """A running service: where it answers, and the process that all of it came from."""

    port: int
    process: int

    def spent(self) -> float:
        """Seconds of the processor that it and what it started have taken so far."""
        parents, ticks = {}, {}
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = status.read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has ended meanwhile
            parents[int(status.parent.name)] = int(fields[1])
            ticks[int(status.parent.name)] = sum(map(int, fields[11:15]))
        return sum(count for one, count in ticks.items() if self._started(one, parents)) / TICKS

    def _started(self, process: int, parents: dict[int, int]) -> bool:
        while process not in (0, self.process):
            process = parents.get(process, 0)
        return process == self.process


def installed(files: Path, environment: Path) -> Commit:
    """A commit's files, with an environment of their own."""
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = str(environment / "bin" / "python")
    for what in (("-r", "requirements.txt"), ("--no-deps", "-e", ".")):
        subprocess.run([python, "-m", "pip", "install", "-q", *what], check=True, cwd=files, stderr=subprocess.DEVNULL)
    return Commit(files, python)


def own_pages() -> Iterator[tuple[str, str, str]]:
    """Our pages: the text, the address, and what of it is the article's body."""
    for path in sorted(PAGES.glob("*.json")):
        article = json.loads(path.read_text("utf-8"))
        html = path.with_suffix(".html").read_bytes().decode(article["charset"])
        blocks = [block.partition(": ") for block in article.get("blocks", ())]
        body = [text for kind, _, text in blocks if not {"note", "contact", "editor", "updated"} & set(kind.split())]
        yield html, article["address"], " ".join(body)


def agreement(text: str, wanted: str) -> float:
    """F1 of the words."""
    ours, theirs = Counter(text.split()), Counter(wanted.split())
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def reading(commits: tuple[Commit, Commit], runs: int) -> None:
    """Extraction and normalization: what is right of each, and the processor's time."""
    pages = [page for page in own_pages() if page[2]]
    rows = {language: [row for kind in kinds(language) for row in cases(language, kind)] for language in LANGUAGES}
    work = {"pages": [page[:2] for page in pages]} | {key: [text for text, _ in rows[key]] for key in LANGUAGES}
    rounds = [[answers(commit, json.dumps(work)) for commit in commits] for _ in range(runs)]
    other, ours = rounds[0]
    shares = [statistics.mean(map(agreement, one["pages"][0], (p[2] for p in pages))) for one in (other, ours)]
    tell(f"our own pages ({len(pages)}), F1 of their words", *shares)
    for key in LANGUAGES:
        counts = [
            statistics.mean(right(key, said, spoken) for said, (_, spoken) in zip(one[key][0], rows[key], strict=True))
            for one in (other, ours)
        ]
        tell(f"cases of the tables read right, {key} ({len(rows[key])})", *counts)
    for kind in work:
        ratio = statistics.median(now[kind][1] / then[kind][1] for then, now in rounds)
        print(f"{kind}: {ratio:.2f} of the other's processor time")


def answers(commit: Commit, work: str) -> dict[str, Any]:
    """What a process of a commit makes of the work, and the seconds that each kind of it took."""
    command = [commit.python, "-c", CHILD]
    process = subprocess.run(command, check=True, input=work, capture_output=True, text=True, cwd=commit.folder)
    texts: dict[str, Any] = json.loads(process.stdout)
    return texts


def tell(name: str, other: float, ours: float) -> None:
    """A share of both."""
    print(f"{name}: {other:.3f} the other's, {ours:.3f} ours")


@contextmanager
def served(commit: Commit, site: int) -> Iterator[Service]:
    """The service of a commit, with nothing kept."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "READERAPP_CACHE": folder,
            "READERAPP_PORT": str(port),
            "READERAPP_OFFLINE": "1",
            "READERAPP_PRIVATE_HOSTS": f"127.0.0.1:{site}",
            "READERAPP_PAGES_PER_MINUTE": "100000",
            "READERAPP_SOUNDS_PER_MINUTE": "10000000",
        }
        with running([commit.python, "-m", "readerapp.cli", "serve"], port, settings, commit.folder) as process:
            yield Service(port, process)


def narrated(service: Service, site: int, language: str, salt: int, costs: Costs) -> None:
    """One page of 20,000 characters, opened and heard to its end, and its recording asked for again."""
    start = service.spent()
    key = opened(service.port, site, language, salt)
    costs[f"first MP3 byte after opening, {language} (clock)"].append(first_byte(service.port, f"/audio/{key}/0.mp3"))
    get(service.port, f"/audio/{key}.mp3")
    whole = service.spent()
    costs[f"a page from its address to its whole recording, {language}"].append(whole - start)
    for _ in range(KEPT_REQUESTS):
        connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
        connection.request("GET", f"/audio/{key}.mp3", headers={"Range": "bytes=100000-199999"})
        connection.getresponse().read()
        connection.close()
    costs["a range of a kept recording"].append(service.spent() - whole)


def listened(service: Service, site: int, browser: Browser, salt: int, costs: Costs) -> None:
    """From the press to the sound, of a page and once more; a hundred callers for ten short pages at once."""
    address = f"http://127.0.0.1:{service.port}/sv/read?url=http://127.0.0.1:{site}/sv/{salt}/{SHORT}"
    for name in ("unread", "kept"):
        costs[f"from the press to the sound, {name} (clock)"].append(press(browser, address))
    keys = [opened(service.port, site, "sv", f"{salt + 1 + number}/{SHORT}") for number in range(CROWD)]
    with ThreadPoolExecutor(1) as thread:  # the browser's own loop runs in this one
        waits = sorted(thread.submit(asyncio.run, together(service.port, keys * CROWD)).result())
    costs["a hundred callers at once, the slowest but one (clock)"].append(waits[-2])
    for key in keys:
        get(service.port, f"/audio/{key}.mp3")


def narration(commits: tuple[Commit, Commit], runs: int, chromium: str) -> None:
    """What the two services take for the same pages, asked by turns."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    costs: tuple[Costs, Costs] = (defaultdict(list), defaultdict(list))
    with ExitStack() as stack:
        services = [stack.enter_context(served(commit, site.server_port)) for commit in commits]
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=chromium, args=list(FLAGS), chromium_sandbox=False
        )
        for run in range(runs + 1):
            # the first turn is not counted: it is the services and the browser that are cold
            sums: tuple[Costs, Costs] = costs if run else (defaultdict(list), defaultdict(list))
            for at in (0, 1) if run % 2 else (1, 0):
                for language in LANGUAGES:
                    narrated(services[at], site.server_port, language, run, sums[at])
                listened(services[at], site.server_port, browser, 1000 * (run + 1), sums[at])
        browser.close()
    for name, others in costs[0].items():
        ratio = statistics.median(now / then for then, now in zip(others, costs[1][name], strict=True))
        print(f"{name}: {ratio:.2f} of the other's")


def main() -> None:
    """Lay the other commit out, and let both do the same."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--against", default="009801c")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--chromium", default="/usr/bin/chromium")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        other = laid_out(given.against, Path(temporary, "other"))
        commits = installed(other, Path(temporary, "its")), installed(ROOT, Path(temporary, "ours"))
        reading(commits, given.runs)
        narration(commits, given.runs, given.chromium)


if __name__ == "__main__":
    main()
