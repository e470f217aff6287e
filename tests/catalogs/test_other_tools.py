"""Our files are ordinary gettext: other people's tools read them, find nothing wrong, and give them back whole."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from readerapp.catalogs import path, read
from readerapp.languages import SHIPPED
from tests.catalogs.editing import edited

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "translations"

STYLE = {
    "simplecaps": "Swedish and Russian write days, languages and commands with small letters",
    "startcaps": "a command's help begins with a capital in one language and not in another",
    "acronyms": "MB is МБ in Russian, IPA is МФА",
    "brackets": "an aside may need brackets in one language only",
    "sentencecount": "a semicolon in English is often a new sentence elsewhere",
    "unchanged": "Version and Sepia are Swedish words too",
    "urls": "the example address is one of the reader's own country",
    "startpunc": "a word in quotation marks, or a placeholder, may stand elsewhere in the sentence",
    "puncspacing": "a full stop inside a setting's value is no end of a sentence",
}
"""What pofilter asks about that each language decides for itself, and why."""


def tool(name: str, package: str) -> str:
    """Where a program is; its tests skip without it, but not in CI."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{name} is not installed ({package})")
    return found


def complaints(file: Path) -> str:
    """What GNU gettext says of a file."""
    msgfmt = tool("msgfmt", "apt-get install gettext")
    done = subprocess.run([msgfmt, "--check", "-o", os.devnull, file], capture_output=True, text=True, check=False)
    return done.stderr


@pytest.mark.parametrize("language", SHIPPED)
def test_msgfmt_has_no_complaint(language: str) -> None:
    """`msgfmt --check` accepts every shipped catalogue and warns of nothing."""
    assert complaints(path(TRANSLATIONS, language)) == ""


def test_msgfmt_would_complain(tmp_path: Path) -> None:
    """The same call refuses a dropped placeholder, so its silence means something."""
    file = tmp_path / "messages.po"
    text = path(TRANSLATIONS, "sv").read_text("utf-8")
    broken, count = re.subn(r'(msgstr "[^"]*)%\(path\)s', r"\1", text, count=1)
    assert count
    file.write_text(broken, "utf-8")
    assert "'path'" in complaints(file)


def in_english_marks(text: str, language: str) -> str:
    """The file with the quotation marks and the ellipsis of its language as English has them."""
    if language == "ru":
        return re.sub(r'(msgstr.*[^\s.])…"', r'\1 …"', text.replace("«", "“").replace("»", "”"))
    entries = re.split(r"^(?=msgid |msgstr)", text, flags=re.MULTILINE)
    return "".join(re.sub("”([^”]*)”", r"“\1”", each) if each.startswith("msgstr") else each for each in entries)


def filtered(language: str, folder: Path) -> list[str]:
    """What translate-toolkit's pofilter says of a shipped catalogue, typography put aside: check and msgid."""
    source, target = folder / "in.po", folder / "out.po"
    source.write_text(in_english_marks(path(TRANSLATIONS, language).read_text("utf-8"), language), "utf-8")
    given = [f"--excludefilter={name}" for name in STYLE]
    command = [tool("pofilter", "pip install translate-toolkit"), "--progress=none", *given, str(source), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    if not target.exists():
        return []
    found = re.findall(r"# \(pofilter\) (\w+).*?\nmsgid (.*?)\nmsgstr", target.read_text("utf-8"), re.DOTALL)
    return [f"{check}: {' '.join(msgid.split())}" for check, msgid in found]


KNOWN = {
    "sv": [
        "doublequoting: \"Try '{command} {option}' for help.\"",  # click's straight marks are ours in the translation
    ],
    "ru": [
        "doublequoting: \"Try '{command} {option}' for help.\"",
        # 21 takes the first form too, so it fills in what the plural does, as msgfmt asks
        'pythonbraceformat: "{value!r} is not {choice}." msgid_plural "{value!r} is not one of {choices}."',
        'endpunc: "Did you mean {possibility}?" msgid_plural "(Possible options: {possibilities})"',
        'doublequoting: "Buttons for sharing, printing or listening"',  # Russian quotes the words on a button
    ],
}


@pytest.mark.parametrize("language", ["sv", "ru"])
def test_pofilter_finds_nothing_else(language: str, tmp_path: Path) -> None:
    """Of all that pofilter looks for, only what is listed here with its reason is found."""
    assert filtered(language, tmp_path) == KNOWN[language]


POEDIT = """# Swedish translation.
msgid ""
msgstr ""
"Project-Id-Version: demo\\n"
"POT-Creation-Date: 2026-11-01 10:00+0100\\n"
"PO-Revision-Date: 2026-11-02 10:00+0100\\n"
"Last-Translator: Åsa Öberg <asa@example.se>\\n"
"Language-Team: \\n"
"Language: sv\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3.4\\n"
"X-Poedit-Basepath: ../..\\n"
"X-Poedit-SearchPath-0: readerapp\\n"

#. Translators: what a visitor sees first.
#: readerapp/web/templates/home.html:5
msgid ""
"Give the address of a page in Swedish, Russian or English, and hear it while "
"the words are lit in the text."
msgstr ""
"Ge adressen till en sida på svenska, ryska eller engelska och hör den medan "
"orden lyses upp i texten."

#: readerapp/web/templates/read.html:9
#, fuzzy, python-format
msgid "%(num)d sentence"
msgid_plural "%(num)d sentences"
msgstr[0] "%(num)d mening"
msgstr[1] "%(num)d meningar"

# a note of the translator's own
msgid "Title"
msgstr "Rubrik"

#~ msgid "Old"
#~ msgstr "Gammal"
"""


def test_a_file_of_poedits_comes_back_whole(directory: Path) -> None:
    """A file wrapped at 79 with Poedit's own headers keeps them, its comments, flags and old texts through an edit."""
    file = path(directory, "sv")
    file.parent.mkdir(parents=True)
    file.write_text(POEDIT, "utf-8")
    with edited(file, "sv", "Åsa Öberg") as catalog:
        catalog["Title"].string = "Överskrift"
    text = file.read_text("utf-8")
    for kept in (
        "X-Generator: Poedit 3.4",
        "X-Poedit-Basepath: ../..",
        "X-Poedit-SearchPath-0: readerapp",
        "# a note of the translator's own",
        '#~ msgstr "Gammal"',
        "#, fuzzy, python-format",
        "Last-Translator: Åsa Öberg",
        'msgstr "Överskrift"',
    ):
        assert kept in text, kept
    catalog = read(file, "sv")
    assert {message.id: message.string for message in catalog if message.id} == {
        "Give the address of a page in Swedish, Russian or English, and hear it while the words are lit in the text.": (
            "Ge adressen till en sida på svenska, ryska eller engelska och hör den medan orden lyses upp i texten."
        ),
        ("%(num)d sentence", "%(num)d sentences"): ("%(num)d mening", "%(num)d meningar"),
        "Title": "Överskrift",
    }
    assert complaints(file) == ""


def test_an_edit_that_changes_nothing_writes_nothing(directory: Path) -> None:
    """A file in another tool's layout is not laid out anew by who only looked."""
    file = path(directory, "sv")
    file.parent.mkdir(parents=True)
    file.write_text(POEDIT, "utf-8")
    with edited(file, "sv"):
        pass
    assert file.read_text("utf-8") == POEDIT
