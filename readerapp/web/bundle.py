"""Several modules of the player in one file, and several style sheets, so that a slow network is asked once.

They are joined as the service starts. Modules and sheets stay as they are written, and work one by one as well; only
what they import and export by name is known.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_IMPORT: Final = re.compile(
    r'^import (?:(?:\* as (?P<all>\w+)|\{(?P<some>[^}]*)\}) from )?"\./(?P<stem>\w+)\.js";$', re.MULTILINE
)
_EXPORT: Final = re.compile(r"^export (?=(?:async function|function|const|let|class) (?P<name>\w+))", re.MULTILINE)

_SHEET: Final = re.compile(r'^@import url\("(?P<name>[\w-]+\.css)"\);\n', re.MULTILINE)


def sheet(entry: Path) -> str:
    """The style sheet `entry` with the sheets that it imports in their places, without remarks for readers."""
    rules = "".join(_unremarked(entry.read_text(encoding="utf-8")))
    return _SHEET.sub(lambda line: sheet(entry.with_name(line["name"])), rules)


def _unremarked(rules: str) -> Iterator[str]:
    """What stands before, between and after the remarks; one that has no end is left, as it would be a fault."""
    place = 0
    while (begin := rules.find("/*", place)) >= 0 and (end := rules.find("*/", begin + 2)) >= 0:
        yield rules[place:begin]
        place = end + 2
        while rules.startswith("\n", place):
            place += 1
    yield rules[place:]


def bundle(entry: Path) -> str:
    """The module `entry` and all that it imports, each in a function of its own, those that are needed first."""
    functions: dict[str, str] = {}
    _add(entry, functions, ())
    return "\n".join(functions.values())


def _add(file: Path, functions: dict[str, str], asking: tuple[str, ...]) -> None:
    if file.stem in asking:
        raise ValueError(f"modules import each other in a ring: {' → '.join((*asking, file.stem))}")
    source = file.read_text(encoding="utf-8")
    for match in _IMPORT.finditer(source):
        if match["stem"] not in functions:
            _add(file.with_name(f"{match['stem']}.js"), functions, (*asking, file.stem))
    names = ", ".join(match["name"] for match in _EXPORT.finditer(source))
    body = _EXPORT.sub("", _IMPORT.sub(_taken, _undocumented(source)))
    statement = re.search(r"^(?:import|export)\b.*", body, re.MULTILINE)
    if statement:
        raise ValueError(f"{file.name}: not understood: {statement[0]}")
    functions[file.stem] = f"const ${file.stem} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();"


def _undocumented(source: str) -> str:
    """Without the comments for readers and type checkers that begin a line: a visitor's browser needs none."""
    lines: list[str] = []
    inside = False
    for line in source.splitlines(keepends=True):
        if not inside and not line.lstrip().startswith("/**"):
            lines.append(line)
            continue
        _, end, code = line.partition("*/")
        inside = not end
        if code.strip():
            lines.append(code)
    return "".join(lines)


def _taken(match: re.Match[str]) -> str:
    """An import, as what it takes from the module's function."""
    if match["all"]:
        return f"const {match['all']} = ${match['stem']};"
    if match["some"]:
        return f"const {{{match['some'].replace(' as ', ': ')}}} = ${match['stem']};"
    return ""
