"""Modules joined into one file."""

from pathlib import Path

import pytest

from readerapp.web.assets import FOLDER
from readerapp.web.bundle import bundle, sheet


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / "main.js"


def test_what_is_imported_comes_first_and_once(tmp_path: Path) -> None:
    """Names are taken from the module's own function, under other names where that is asked; comments are left out."""
    entry = written(
        tmp_path,
        main='import * as all from "./one.js";\nimport {\n  a as b,\n} from "./two.js";\nimport "./one.js";\nb(all);\n',
        one='import { a } from "./two.js";\nexport class C {}\nexport async function f() {}\n',
        two="/** What a is. */\nexport const a = '/** no comment */';\n",
    )
    joined = bundle(entry)
    assert joined.count("const $two = ") == 1
    assert joined.index("$two = (") < joined.index("$one = (") < joined.index("$main = (")
    assert "const {\n  a: b,\n} = $two;" in joined
    assert "return { C, f };" in joined
    assert "What a is" not in joined
    assert "'/** no comment */'" in joined


def test_what_is_not_understood_is_told(tmp_path: Path) -> None:
    """A ring of modules, and a form of import or export that is not known, stop the service as it starts."""
    with pytest.raises(ValueError, match="ring"):
        bundle(written(tmp_path, main='import { a } from "./one.js";\n', one='import { b } from "./main.js";\n'))
    with pytest.raises(ValueError, match="not understood"):
        bundle(written(tmp_path, main="export default 1;\n"))


def test_all_of_the_player_is_in_one_file() -> None:
    """Nothing is left to import."""
    joined = bundle(FOLDER / "js" / "read.js")
    assert "customElements.define" in joined
    assert '.js"' not in joined


def test_every_style_of_the_reader_is_in_one_file() -> None:
    """In the order in which they are named, since later rules win; no remark and no import is left."""
    joined = sheet(FOLDER / "css" / "read.css")
    places = [joined.index(rule) for rule in ("@font-face", ".text a {", ".aids form", "lyssna-player .bar {")]
    assert places == sorted(places)
    assert "@import" not in joined
    assert "/*" not in joined
    assert joined.count("{") == joined.count("}")
