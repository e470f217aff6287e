"""The house as a whole: its floors, its catalogues, its settings page, and no address of one machine."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from readerapp import catalogs
from readerapp.cli.settings import as_markdown
from readerapp.languages import SHIPPED

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_imports_go_down_only() -> None:
    """Every contract of pyproject.toml is kept: floors, BeautifulSoup in its room, rooms without Flask."""
    linter = Path(sys.executable).with_name("lint-imports")  # in a process of its own: it silences others' loggers
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("banned", ["bs4", "flask", "pydantic_settings"])
def test_new_packages_fall_under_the_bans(tmp_path: Path, banned: str) -> None:
    """A package that is planted beside the others may not import what the rooms may not, and no list names it."""
    copy = tmp_path / "readerapp"
    shutil.copytree(
        ROOT / "readerapp", copy, ignore=lambda _, names: [n for n in names if "." in n and not n.endswith(".py")]
    )
    (copy / "planted").mkdir()
    (copy / "planted" / "__init__.py").write_text(f"import {banned}\n", "utf-8")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    shown = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    assert f"readerapp.planted -> {banned}" in shown, shown


def test_visitors_doors_ask_the_service_alone(trees: dict[str, ast.Module]) -> None:
    """Nothing in web/ or app.py reaches through the service to the store or the voices behind it."""
    doors = {name: tree for name, tree in trees.items() if name.startswith("web/") or name == "app.py"}
    assert len(doors) > 40
    names = {
        (name, each.attr) for name, tree in doors.items() for each in ast.walk(tree) if isinstance(each, ast.Attribute)
    }
    assert ("app.py", "narration") in names
    assert {(name, attribute) for name, attribute in names if attribute in {"dependencies", "_using"}} == set()


def test_doors_and_engines_fall_under_their_contracts() -> None:
    """Every folder of web/ is a door, every registered engine an engine: none is left out where they are kept apart."""
    contracts = {each["name"]: each for each in PROJECT["tool"]["importlinter"]["contracts"]}
    doors = {f"readerapp.web.{place.parent.name}" for place in (ROOT / "readerapp" / "web").glob("*/__init__.py")}
    assert set(contracts["Doors don't know each other"]["modules"]) == doors
    engines = {place.partition(":")[0] for place in PROJECT["project"]["entry-points"]["readerapp.engines"].values()}
    assert set(contracts["Engines don't know each other"]["modules"]) == engines
    assert len(doors) >= 4
    assert len(engines) >= 4


@pytest.mark.parametrize("engine", sorted(PROJECT["project"]["entry-points"]["readerapp.engines"]))
def test_what_belongs_to_one_engine_is_used_by_no_other(trees: dict[str, ast.Module], engine: str) -> None:
    """A file of engines/ that bears an engine's name, however new, is imported by files of that name alone."""
    names = set(PROJECT["project"]["entry-points"]["readerapp.engines"]) - {engine}
    own = {name: tree for name, tree in trees.items() if re.match(rf"engines/{engine}(_|\.py)", name)}
    assert own
    for name, tree in own.items():
        modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert [
            each for each in modules for other in names if re.match(rf"{other}(_|$)", each.rpartition(".")[2])
        ] == [], name


def test_what_documents_point_to_is_there() -> None:
    """Every link between documents leads to a file, and every file that the page of the house names exists."""
    documents = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    links = [
        (document, link)
        for document in documents
        for link in re.findall(r"\]\(([^)#: ]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    ]
    assert len(links) > 40
    assert [f"{document.name}: {link}" for document, link in links if not (document.parent / link).exists()] == []
    house = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.(?:py|js))?)`", house)
    homes = [ROOT, *(ROOT / "readerapp" / room for room in ("", "web", "speech"))]
    assert len(named) > 20
    assert [name for name in named if not any((home / name).exists() for home in homes)] == []


@pytest.mark.parametrize("language", SHIPPED)
def test_the_catalogues_are_complete(language: str) -> None:
    """Every text is translated, none is unsure, placeholders and plural forms fit."""
    found = catalogs.progress(ROOT / "translations", language)
    assert (found.translated, found.fuzzy) == (found.total, 0)
    assert found.total > 150


def test_nothing_in_the_catalogues_is_broken() -> None:
    """The checker that translators use finds nothing."""
    assert [str(problem) for problem in catalogs.check(ROOT / "translations")] == []


def test_no_text_hides_in_an_f_string() -> None:
    """Babel gathers nothing from inside of one: such a text is never translated, and nobody is told."""
    hidden = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (ROOT / "readerapp").rglob("*.py")
        for joined in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"_", "gettext", "N_"}
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


def test_the_template_is_up_to_date(tmp_path: Path) -> None:
    """messages.pot holds the texts that the code has now: gathering them again changes nothing."""
    template = tmp_path / "messages.pot"
    template.write_bytes((ROOT / "translations" / "messages.pot").read_bytes())
    assert not catalogs.extract(ROOT / "readerapp", template)


def test_the_settings_are_documented() -> None:
    """docs/settings.md holds the very table that `readerapp settings --markdown` prints."""
    assert as_markdown() in (ROOT / "docs" / "settings.md").read_text("utf-8")


def test_static_files_name_nobody_else() -> None:
    """No template, script or style of the reader refers to another host, so a browser has nobody else to talk to."""
    files = [p for p in (ROOT / "readerapp" / "web").rglob("*") if p.suffix in {".html", ".js", ".css", ".svg"}]
    assert len(files) > 20
    for file in files:
        for found in re.findall(
            r"""(?:src|href|url|from|import)\s*[=(]?\s*["'(](?:https?:)?//[^"')]+""", file.read_text()
        ):
            assert "w3.org" in found, f"{file}: {found}"


HELPS = """
import sys
from readerapp.cli import main
for name in sys.argv[1:]:
    sys.argv = ["readerapp", name, "--help"]
    main()
    print("ENDED", name)
"""


def test_the_help_of_every_command_can_be_shown() -> None:
    """`readerapp COMMAND --help` works for each command that `readerapp --help` lists."""
    shown = subprocess.run(
        [sys.executable, "-m", "readerapp.cli", "--help"], capture_output=True, text=True, check=True
    ).stdout
    names = re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE)
    assert {"read", "say", "serve", "voices", "lexicon", "cache", "translations", "settings"} <= set(names)
    told = subprocess.run([sys.executable, "-c", HELPS, *names], capture_output=True, text=True, check=True).stdout
    assert re.findall(r"^ENDED (.+)$", told, re.MULTILINE) == names
    assert re.findall(r"^Usage: readerapp ([a-z]+)", told, re.MULTILINE) == names


SOURCES = {path.relative_to(ROOT / "readerapp").as_posix(): path for path in (ROOT / "readerapp").rglob("*.py")}
FUNCTION_LINES, FILE_LINES = 40, 300


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    """The syntax of each file of the package."""
    return {name: ast.parse(path.read_text("utf-8")) for name, path in SOURCES.items()}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, methods and inner ones included."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_functions_fit_a_screen(trees: dict[str, ast.Module]) -> None:
    """No function is longer than forty lines."""
    every = [(name, each) for name, tree in trees.items() for each in functions(tree)]
    assert len(every) > 1000
    assert [
        f"{name} {each.name}" for name, each in every if (each.end_lineno or 0) - each.lineno >= FUNCTION_LINES
    ] == []


def test_files_stay_small(trees: dict[str, ast.Module]) -> None:
    """No file is longer than three hundred lines, but tables: files that say what there is, and do nothing with it."""
    long = {name for name, path in SOURCES.items() if path.read_text("utf-8").count("\n") > FILE_LINES}
    assert {name for name in long if len(list(functions(trees[name]))) > 1} == set()


FRONT = [path for path in (ROOT / "readerapp" / "web" / "static").rglob("*") if path.suffix in {".js", ".css"}]
SCRIPT_FUNCTION = re.compile(
    r"^(?P<margin> *)(?:export )?(?:default )?(?:static )?(?:async )?(?:get |set )?"
    r"(?:function\*? ?\w*|(?!if|for|while|switch|catch|do|else|with|return|try)[#\w]+)\([^;]*\) \{$"
)


@pytest.mark.parametrize(("suffix", "least"), [(".js", 40), (".css", 10)])
def test_scripts_and_styles_stay_small(suffix: str, least: int) -> None:
    """No script and no style sheet is longer than three hundred lines."""
    files = [path for path in FRONT if path.suffix == suffix]
    assert len(files) > least
    long = {path.name: count for path in files if (count := path.read_text("utf-8").count("\n")) > FILE_LINES}
    assert long == {}


def test_functions_of_scripts_fit_a_screen() -> None:
    """No function of a script is longer than forty lines, told by the margin at which its brace closes."""
    lengths: dict[str, int] = {}
    for path in FRONT:
        lines = path.read_text("utf-8").split("\n") if path.suffix == ".js" else []
        for number, line in enumerate(lines):
            if begin := SCRIPT_FUNCTION.match(line):
                end = next(at for at in range(number, len(lines)) if re.match(rf"{begin['margin']}\}}", lines[at]))
                lengths[f"{path.name} {line.strip()}"] = end - number + 1
    assert len(lengths) > 150
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES} == {}
