"""Prints what is read of each of our own pages as a digest, a page a line, then how many modules are compiled.

`python -m tests.extract.digests [as_written]`; pages are hurt in some ways too, as `mutations.py` does.
"""

import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import msgspec

ADDRESS = "https://www.example.se/sida"
PAGES = Path(__file__).parent.parent / "pages"


def pages() -> Iterator[tuple[str, str]]:
    """Each page's name and HTML: whole, then without its end, then with half of its elements closed too early."""
    everyday = import_module("tests.extract.everyday_pages").everyday()
    whole = [(file.name, file.read_bytes().decode("utf-8", "replace")) for file in sorted(PAGES.glob("*.html"))]
    whole += [(asked.name, asked.html) for asked in everyday]
    for name, html in whole:
        yield name, html
        yield f"{name}, cut", html[: len(html) * 2 // 3]
        yield f"{name}, torn", html.replace("</p>", "</div>").replace('class="', 'id="')


def digest(html: str) -> str:
    """A digest of the whole article and of its traces, or why there is none."""
    extracted = import_module("readerapp.extract").extracted
    page = import_module("tests.extract.pages_form").page
    try:
        article, traces = extracted(page(html, ADDRESS))
    except import_module("readerapp.errors").ReaderError as problem:
        return type(problem).__name__
    return sha256(msgspec.json.encode((article, traces))).hexdigest()[:16]


if __name__ == "__main__":
    if "as_written" in sys.argv:
        import_module("tests.as_written")
    for called, text in pages():
        print(digest(text), called)
    house = [m for n, m in sys.modules.items() if n.startswith("readerapp.") and not n.endswith("__mypyc")]
    print(sum(not str(m.__file__).endswith(".py") for m in house))
