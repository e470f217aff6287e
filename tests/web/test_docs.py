"""What docs/ and the other papers say, held against what is there."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from readerapp import __version__
from readerapp.catalogs import Texts
from readerapp.engines import contract

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HTTP = (DOCS / "http.md").read_text("utf-8")
PLACES = {"path:filename": "FILENAME", "int:number": "NUMBER", "interface:locale": "LOCALE"}


def fields(heading: str, within: str = HTTP) -> set[str]:
    """The names in the first column of the tables under a heading, up to the next one."""
    section = within.partition(f"## {heading}\n")[2].partition("\n#")[0]
    assert section, heading
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


@pytest.mark.parametrize(("heading", "language"), [("På svenska", "sv"), ("По-русски", "ru")])
def test_what_translators_are_told_to_press_is_there(heading: str, language: str) -> None:
    """Each name in bold is a text of the interface in that language."""
    page = (DOCS / "translators.md").read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    named = re.findall(r"\*\*([^*]+)\*\*", page)
    there = {form.casefold() for text in Texts(ROOT / "translations").of(language) for form in text.forms}
    assert len(named) > 8
    assert [name for name in named if " ".join(name.split()).casefold() not in there] == []


def all_names(found: object) -> Iterable[str]:
    """Every name of an object, at any depth."""
    if isinstance(found, dict):
        yield from found
    for inner in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from all_names(inner)


def test_every_route_is_documented(app: Flask) -> None:
    """docs/http.md names the routes that the app has, and no others."""
    rules = [re.sub("^/static/[0-9a-f]{16}/", "/static/MARK/", rule.rule) for rule in app.url_map.iter_rules()]
    named = {re.sub(r"<([^>]+)>", lambda place: PLACES.get(place[1], place[1].upper()), rule) for rule in rules}
    assert fields("Pages") | fields("Workbench") | fields("Sound") == named


def test_the_json_of_sound_is_documented(client: FlaskClient, reading) -> None:
    """What /audio/ answers has the fields that the page names."""
    key = re.search(r"/audio/([0-9a-f]{64})", client.get(reading("/good")).text)[1]
    for name, heading in (("plan", "plan.json"), ("state", "state.json"), ("0", "NUMBER.json")):
        answer = client.get(f"/audio/{key}/{name}.json")
        assert answer.status_code == 200
        assert set(all_names(answer.json)) == fields(heading), heading
    marks = client.get(f"/audio/{key}/0.json").json["marks"]
    assert marks
    assert {len(mark) for mark in marks} == {4}


def test_the_links_for_publishers_lead_to_the_reader(app: Flask) -> None:
    """Each link that is shown to be copied has an address of ours and a page that it names as it must be written."""
    links = re.findall(r'<a href="([^"]+)">', (DOCS / "publishers.md").read_text("utf-8"))
    assert len(links) == 3
    for link in links:
        parts = urlsplit(link)
        assert app.url_map.bind("").match(parts.path)[0] == "reader.article"
        assert re.fullmatch(r"url=https%3A%2F%2F[\w.]+%2F\w+", parts.query)
        assert parse_qs(parts.query)["url"][0].startswith("https://")


def test_a_problem_is_documented(client: FlaskClient) -> None:
    """So is what goes wrong."""
    assert set(client.get("/audio/none/plan.json").json) == fields("What goes wrong")


PROTOCOLS = [found for found in vars(contract).values() if getattr(found, "__module__", "") == contract.__name__]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_an_engines_hooks_are_documented(protocol: type) -> None:
    """docs/engines.md names every member that an engine has or may have."""
    text = (DOCS / "engines.md").read_text("utf-8")
    members = {name for name in (*protocol.__annotations__, *vars(protocol)) if not name.startswith("_")}
    assert members
    assert {name for name in members if not re.search(rf"`{name}\b", text)} == set()


def test_decisions_have_one_form_and_an_index() -> None:
    """Each file of docs/adr begins with its number, its title and its state, and the index lists them all in order."""
    index = (DOCS / "adr" / "README.md").read_text("utf-8")
    listed = re.findall(r"^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$", index, re.MULTILINE)
    state = r"\*(?:Accepted|Superseded by \d{4}), \w+ \d{4}\.\*"
    found = []
    for file in sorted((DOCS / "adr").glob("0*.md")):
        head = re.match(rf"# (\d{{4}}) (.+)\n\n{state}\n\n", file.read_text("utf-8"))
        assert head, f"{file.name}: “# NNNN Title”, then “*Accepted, month year.*”"
        assert file.name.startswith(f"{head[1]}-")
        found.append((head[1], file.name, head[2]))
    assert listed == found
    assert len({number for number, _, _ in found}) == len(found)


PAPERS = [*ROOT.glob("*.md"), *DOCS.glob("*.md"), *(DOCS / "adr").glob("*.md")]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_links_lead_somewhere(paper: Path) -> None:
    """Every link inside the project leads to a file that is there, and to a heading that it has."""
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)]+)\)", paper.read_text("utf-8")):
        name, _, heading = target.partition("#")
        file = (paper.parent / name) if name else paper
        assert file.exists(), target
        if heading:
            titles = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}, target


def test_the_changelog_has_this_version() -> None:
    """Its first chapter is the version that the package has, and pyproject.toml has the same."""
    first = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)[1]
    assert first == __version__ == tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
