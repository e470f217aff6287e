"""The command line on real input: what it writes, what it says, and how it ends."""

import inspect
import json
import os
import re
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path

import click
import pytest

from readerapp import audio, cli
from readerapp.cli import helping
from tests.cli.conftest import Run
from tests.listening import listening

PAGE = """<!doctype html><html lang="sv"><head><title>Möte i Nyköping</title></head><body>
<nav><a href="/">Hem</a> <a href="/om">Om oss</a></nav><main><article><h1>Möte i Nyköping</h1>
<p>Mötet börjar kl. 13.30 den 4 maj och pågår i två timmar. Alla som vill är välkomna att delta.</p>
<p>Kommunen har 12 345 invånare, och de flesta av dem bor nära vattnet. Avgiften är 200 kr.</p>
</article></main></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    file.write_text(PAGE, "utf-8")
    return str(file)


def test_read_writes_an_mp3_and_says_what_it_did(run: Run, page: str, tmp_path: Path) -> None:
    """The file decodes to speech; title, voice, length and how much was cached are told, without a bar in a pipe."""
    target = tmp_path / "page.mp3"
    code, out, told = run("read", page, "-o", str(target))
    assert (code, out) == (0, b"")
    samples, rate = audio.decode(target.read_bytes())
    assert 10 < len(samples) / rate < 40
    assert "Möte i Nyköping" in told
    assert "espeak:sv" in told
    assert "Sentences: 5, of which 0 from the cache" in told
    assert "\x1b" not in told
    assert "Sentences: 5, of which 5 from the cache" in run("read", page, "-o", str(target))[2]


def test_read_tells_the_name_that_it_chose(
    run: Run, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without -o the file is named after the page, and the operator is told how."""
    monkeypatch.chdir(tmp_path)
    assert "File: möte-i-nyköping.mp3" in run("read", page)[2]
    assert (tmp_path / "möte-i-nyköping.mp3").exists()


class _BrokenOff(BaseHTTPRequestHandler):
    """A site that promises more of its page than it sends."""

    def do_GET(self) -> None:
        body = PAGE.encode() if self.path == "/" else b"<html><head><title>Om"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(2 * len(body)))
        self.end_headers()
        self.wfile.write(body)


def test_read_says_that_a_page_broke_off(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What came of the page is read, and the operator is told that it is not all; or that there is nothing yet."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _BrokenOff)
    monkeypatch.setenv("READERAPP_PRIVATE_HOSTS", f"127.0.0.1:{server.server_port}")
    with listening(server):
        code, out, told = run("read", f"http://127.0.0.1:{server.server_port}/", "--text")
        failed, _, reason = run("read", f"http://127.0.0.1:{server.server_port}/head", "--text")
    assert code == 0
    assert "Alla som vill är välkomna" in out.decode()
    assert "Only the beginning of the page" in told
    assert failed == 3
    assert "broke off before" in reason


def test_read_to_standard_output(run: Run, page: str) -> None:
    """`-o -` gives MP3 frames and nothing else."""
    _, out, _ = run("read", page, "-o", "-")
    assert len(out) % audio.FRAME_BYTES == 0
    assert audio.decode(out)[1] == 24000


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("--article", "# Möte i Nyköping"),
        ("--text", "klockan tretton och trettio"),
        ("--engine-text", "klockan 13 och 30"),
        ("--json", '"utterance"'),
    ],
)
def test_read_prints_without_making_sound(run: Run, page: str, tmp_path: Path, shape: str, expected: str) -> None:
    """The article, what will be said and the plan are printed, and no clip is made."""
    code, out, _ = run("read", page, shape)
    assert code == 0
    assert expected in out.decode()
    assert not list(tmp_path.rglob("*.clip"))


def test_a_text_is_read_like_a_page(run: Run, tmp_path: Path) -> None:
    """Wrapped lines of a text file become sentences, its first line the title, and all of it sound."""
    file = tmp_path / "kallelse.txt"
    whole = "Mötet börjar kl. 13.30 den 4 maj i Folkets hus i Kiruna, och alla som vill får komma."
    lines = f"Kallelse till möte\n\n{whole[:69]}\n{whole[70:]}\n"
    assert whole[69] == " "
    file.write_bytes(lines.encode("windows-1252"))
    assert run("read", str(file), "--article")[1].decode() == f"# Kallelse till möte\n\n{whole}\n\n"
    assert "klockan tretton och trettio" in run("read", str(file), "--text")[1].decode()
    target = tmp_path / "kallelse.mp3"
    _, out, told = run("read", str(file), "--json", "-o", str(target))
    assert "Kallelse till möte" in told
    assert [bool(cue["marks"]) for cue in json.loads(out)["cues"]] == [True, True]
    samples, rate = audio.decode(target.read_bytes())
    assert 4 < len(samples) / rate < 15


def test_read_gives_the_recording_as_json(run: Run, page: str, tmp_path: Path) -> None:
    """With -o, --json tells the cues of the recording that was made."""
    _, out, _ = run("read", page, "--json", "-o", str(tmp_path / "x.mp3"))
    cues = json.loads(out)["cues"]
    assert len(cues) == 5
    assert all(cue["marks"] for cue in cues)


def test_read_explains_what_is_left_out(run: Run, page: str) -> None:
    """The menu is listed with the rule that left it out."""
    _, out, _ = run("read", page, "--explain")
    assert "menu" in out.decode().lower()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["read", "http://"], 2, "not the address"),
        (["read", "/no/such/file.html"], 2, "cannot be read"),
        (["read", "http://127.0.0.1/"], 3, "READERAPP_PRIVATE_HOSTS"),
        (["read", "{folder}/picture.html"], 4, "not a web page"),
        (["read", "{folder}/menu.html"], 4, "article"),
        (["read", "{folder}/page.html", "--voice", "nobody:sv"], 2, "no voice called"),
        (["read", "{folder}/page.html", "-o", "{folder}/no/such/x.mp3"], 2, "cannot be written"),
        (["read", ""], 2, "No address"),
        (["read", "{folder}/page.html", "--voice", "gtts:sv", "--offline"], 5, "may not be used"),
        (["say", "hej", "--voice", "gtts:sv", "-o", "{folder}/x.mp3"], 5, "may not be used"),
        (["read", "{folder}/page.html", "-o", "/dev/full"], 6, "no room"),
        (["serve", "--host", "192.0.2.1", "--port", "8999"], 2, "--host"),
        (["cache", "clear"], 2, "--all"),
        (["say"], 2, "TEXT"),
        (["say", " \n", "-o", "{folder}/x.mp3"], 2, "nothing to say"),
    ],
)
def test_what_goes_wrong_has_a_message_and_a_code(
    run: Run, page: str, tmp_path: Path, words: list[str], code: int, told: str
) -> None:
    """What and what next on standard error, and the exit code that fits; no traceback."""
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "menu.html").write_text('<html lang="sv"><nav><a href="/">Hem</a></nav></html>', "utf-8")
    ended, _, error = run(*(word.format(folder=tmp_path) for word in words))
    assert ended == code, error
    assert told in error
    assert "Traceback" not in error


def test_wrong_settings_are_all_told_at_once(run: Run, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad port, a bad list and a misspelt name come in one message."""
    monkeypatch.setenv("READERAPP_PORT", "eighty")
    monkeypatch.setenv("READERAPP_REMOTE_VOICES", "anna")
    monkeypatch.setenv("READERAPP_PROT", "80")
    code, _, told = run("read", page, "--text")
    assert code == 2
    assert all(name in told for name in ("READERAPP_PORT", "READERAPP_REMOTE_VOICES", "READERAPP_PROT"))


def test_errors_follow_the_terminals_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a Russian terminal the message is Russian."""
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    _, _, told = run("read", "http://")
    assert "адрес" in told


def test_say_explains(run: Run) -> None:
    """What is read how, and by which rule, as a table; the words as they are said without --explain."""
    assert "klockan tretton och trettio" in run("say", "kl. 13.30")[1].decode()
    assert "time" in run("say", "kl. 13.30", "--explain")[1].decode()


def test_say_tells_russian_by_its_letters(run: Run) -> None:
    """A text in Russian letters needs no --language, also with a Swedish name in it."""
    assert "третьем году" in run("say", "Встреча в 2023 г. в Umeå")[1].decode()
    assert "tjugohundratjugotre" in run("say", "Умео 2023 på ryska")[1].decode()


def test_a_device_is_written_to_and_stays_one(run: Run, page: str) -> None:
    """A target that is no file is not replaced by one."""
    assert run("read", page, "-o", "/dev/null")[0] == 0
    assert Path("/dev/null").is_char_device()


def test_wrong_rules_for_sites_stop_the_start(run: Run, page: str, tmp_path: Path, monkeypatch) -> None:
    """A misspelt key in the file of site rules is told."""
    rules = tmp_path / "sites.toml"
    rules.write_text('["*"]\nskipp = ["p"]\n')
    monkeypatch.setenv("READERAPP_SITE_RULES", str(rules))
    code, _, told = run("read", page, "--text")
    assert code == 2
    assert "skipp" in told


def test_the_cache_can_be_looked_after(run: Run, page: str, tmp_path: Path) -> None:
    """Size counts what reading left, and clearing leaves nothing."""
    run("read", page, "-o", str(tmp_path / "x.mp3"))
    assert "clips" in run("cache", "size")[1].decode()
    run("cache", "prune", "--megabytes", "0")
    assert not list((tmp_path / "cache").rglob("*.clip"))
    run("read", page, "-o", str(tmp_path / "x.mp3"))
    run("cache", "clear", "--all")
    assert not list((tmp_path / "cache").rglob("*.mp3"))


def test_a_lexicon_word_changes_only_its_sentences(run: Run, page: str, tmp_path: Path, monkeypatch) -> None:
    """A word that is added is used at the next reading of every page, and the other sentences come from the cache."""
    own, other = tmp_path / "own.pls", tmp_path / "other.html"
    other.write_text(PAGE.replace("Alla som vill", "Alla i Kommunen").replace("Avgiften", "Taxan"), "utf-8")
    target = str(tmp_path / "x.mp3")
    run("read", page, "-o", target)
    assert "Sentences: 5, of which 3 from the cache" in run("read", str(other), "-o", target)[2]
    told = run("lexicon", "add", "Kommunen", "--alias", "Kommunenen", "--file", str(own))
    assert told[0] == 0
    assert "Nothing reads that file yet" in told[1].decode()
    assert run("lexicon", "check", str(own))[0] == 0
    monkeypatch.setenv("READERAPP_LEXICONS", str(own))
    assert "Kommunenen" in run("read", page, "--text")[1].decode()
    assert "Sentences: 5, of which 4 from the cache" in run("read", page, "-o", target)[2]
    assert "Sentences: 5, of which 4 from the cache" in run("read", str(other), "-o", target)[2]


def test_the_pages_that_say_a_word_are_listed(run: Run, page: str, tmp_path: Path) -> None:
    """`where` names page and sentence for each page that was read, and says so if there is none."""
    run("read", page, "-o", str(tmp_path / "x.mp3"))
    found = run("lexicon", "where", "Nyköping")[1].decode()
    assert "page.html\tMöte i Nyköping" in found
    assert run("lexicon", "where", "Kommunen")[1].decode().count("\n") == 1
    assert "No page in the cache" in run("lexicon", "where", "Trosa")[1].decode()


def test_every_lexicon_is_checked(run: Run, tmp_path: Path) -> None:
    """A faulty file does not keep those after it from being checked."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.pls").write_text("<lexicon/>")
    run("lexicon", "add", "Flen", "--alias", "Flén", "--file", str(tmp_path / "c.pls"))
    code, out, told = run("lexicon", "check", *(str(tmp_path / f"{name}.pls") for name in "abc"))
    assert code == 2
    assert "c.pls is in order" in out.decode()
    assert all(f"{name}.pls” has faults" in told for name in "ab")


def test_a_folder_of_lexicons_takes_a_word(run: Run, tmp_path: Path, monkeypatch) -> None:
    """Where the setting names a folder, the word goes into the file of its language there, and is in force at once."""
    monkeypatch.setenv("READERAPP_LEXICONS", str(tmp_path))
    told = run("lexicon", "add", "Умео", "--alias", "Умэо", "--language", "ru")[1].decode()
    assert "Nothing reads" not in told
    assert (tmp_path / "ru.pls").exists()
    assert "Умэо" in run("say", "в Умео", "--language", "ru")[1].decode()


def test_a_word_is_not_added_to_another_language(run: Run, tmp_path: Path) -> None:
    """A Russian word does not get lost in a Swedish file; without --language the file's own counts."""
    own = str(tmp_path / "own.pls")
    assert run("lexicon", "add", "Умео", "--alias", "У\u0301мео", "--language", "ru", "--file", own)[0] == 0
    assert run("lexicon", "add", "Лулео", "--alias", "Лу\u0301лео", "--file", own)[0] == 0
    code, _, told = run("lexicon", "add", "Flen", "--alias", "Flén", "--language", "sv", "--file", own)
    assert code == 2
    assert "language “ru”, not for “sv”" in told


def test_voices_are_listed(run: Run) -> None:
    """Every voice with its licence; online voices name who is sent the text, and are forbidden offline."""
    out = run("voices")[1].decode()
    assert "espeak:sv" in out
    assert "Google" in out


def test_a_sample_of_a_voice(run: Run, tmp_path: Path) -> None:
    """`voices try` writes speech."""
    target = tmp_path / "sample.mp3"
    assert run("voices", "try", "espeak:ru", "Добрый день", "-o", str(target))[0] == 0
    assert len(audio.decode(target.read_bytes())[0]) > 10_000


def test_what_is_read_aloud_can_be_chosen(run: Run, tmp_path: Path) -> None:
    """--say, --leave-out and --tables change what will be said; a name that is not known is told with the known."""
    file = tmp_path / "rich.html"
    head, row = "<th>Plats</th><th>Avgift</th><th>Dag</th>", "<td>Flen</td><td>ingen</td><td>lördag</td>"
    rows = f"<table><tr>{head}</tr><tr>{row}</tr></table>"
    rich = f"<h2>Program</h2><ol><li>Vi samlas i salen.</li><li>Vi talar om skolan.</li></ol>{rows}</article>"
    file.write_text(PAGE.replace("</article>", rich), "utf-8")
    usual = run("read", str(file), "--text")[1].decode()
    words = ("--say", "headings,lists", "--leave-out", "numbers", "--tables", "plain")
    chosen = run("read", str(file), "--text", *words)[1].decode()
    assert "ett: Vi samlas" in usual
    assert "Avgift: ingen" in usual
    assert "Rubrik nivå två. Program" in chosen
    assert "Lista med två punkter. Vi samlas" in chosen
    assert "Avgift: ingen" not in chosen
    code, _, told = run("read", str(file), "--say", "loud")
    assert (code, "contacts" in told) == (2, True)
    assert run("read", str(file), "--say", "links", "--leave-out", "links")[0] == 2


@pytest.mark.parametrize(
    ("terminal", "told"),
    [
        ("sv_SE.UTF-8", "2: ”alias” är tomt."),
        ("ru_RU.UTF-8", "2: Элемент «alias» пуст."),
        ("C", "2: “alias” is empty."),
    ],
)
def test_faults_of_a_lexicon_are_told_in_the_terminals_language(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: str, told: str
) -> None:
    """`check`, `add` and the start itself tell each fault with its line, in one language from first to last word."""
    own = tmp_path / "own.pls"
    own.write_text(
        '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="sv">\n'
        "<lexeme><grapheme>Flen</grapheme><alias/></lexeme></lexicon>"
    )
    monkeypatch.setenv("LANG", terminal)
    monkeypatch.setenv("READERAPP_LEXICONS", str(own))
    for words in (("check", str(own)), ("add", "Trosa", "--alias", "Troosa"), ("say", "Flen")):
        code, _, error = run("lexicon", *words)
        assert code == 2
        assert told in error.splitlines()


def test_benchmark_voices_measures_what_is_ready_and_sends_nothing(run: Run) -> None:
    """Every voice of this machine has a speed, a first sound and the memory of its processes; none is online."""
    code, out, told = run("benchmark", "voices", "espeak:sv", "espeak:ru", "--json")
    assert (code, "\x1b" in told) == (0, False)
    costs = json.loads(out)
    assert [cost["voice"] for cost in costs] == ["espeak:sv", "espeak:ru"]
    for cost in costs:
        assert cost["realtime"] > 1
        assert cost["first_ms"] > 0
        assert cost["megabytes"] > 1


def test_benchmark_voices_says_why_a_voice_is_not_ready(run: Run) -> None:
    """An online voice where those are forbidden is not measured, and neither is one that nobody knows."""
    assert run("benchmark", "voices", "gtts:sv")[0] != 0
    assert run("benchmark", "voices", "nobody:sv")[0] != 0


def test_a_voice_that_cannot_be_used_is_told(run: Run, page: str, tmp_path: Path) -> None:
    """A voice for a language that the page does not have is named as unused."""
    assert "espeak:ru is not used" in run("read", page, "--voice", "espeak:ru", "-o", str(tmp_path / "x.mp3"))[2]


def test_a_full_disk_behind_standard_output(page: str, tmp_path: Path) -> None:
    """Whatever a command prints, a full disk is told as such, with its own exit code and no traceback."""
    own = os.environ | {"READERAPP_CACHE": str(tmp_path / "cache"), "READERAPP_OFFLINE": "1", "LANG": "C"}
    for words in (["read", page, "-o", "-"], ["read", page, "--text"], ["--help"]):
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-m", "readerapp.cli", *words]
            ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=own, check=False)
        assert ended.returncode == 6
        assert "no room" in ended.stderr
        assert "Traceback" not in ended.stderr


def test_brackets_are_printed_as_they_are(run: Run, tmp_path: Path) -> None:
    """A title with brackets is text, not a command to the terminal."""
    file = tmp_path / "b.html"
    file.write_text(PAGE.replace("Möte i Nyköping", "Möte [bold] i [red]Nyköping"), "utf-8")
    assert "Möte [bold] i [red]Nyköping" in run("read", str(file), "-o", str(tmp_path / "x.mp3"))[2]


def test_settings_are_shown_even_where_one_is_wrong(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table comes first, then what is wrong; passwords in addresses are not shown."""
    monkeypatch.setenv("READERAPP_REMOTE_ADDRESS", "http://me:sesame@gpu.example.se/v1")
    monkeypatch.setenv("READERAPP_PORT", "0")
    code, out, told = run("settings")
    assert code == 2
    assert "READERAPP_CACHE" in out.decode()
    assert "sesame" not in out.decode()
    assert "READERAPP_PORT=0" in told


def test_the_help_is_in_the_terminals_language() -> None:
    """Commands, options and the commands below them are translated; what has no help stays so."""

    @click.group()
    @click.option("--loud", is_flag=True, help="Speak up.")
    def top(*, loud: bool) -> None:
        """Do things."""

    @top.command()
    @click.option("--silent")
    def below(silent: str) -> None:
        """Do one thing."""

    helping.speak(top, str.upper, Path("translations"))
    options = [option for command in (top, below) for option in command.params if isinstance(option, click.Option)]
    assert [top.help, below.help] == ["DO THINGS.", "DO ONE THING."]
    assert [option.help for option in options] == ["SPEAK UP.", None]


def test_what_click_says_is_gathered_as_click_writes_it() -> None:
    """Every one of its messages in our list is in its code, so that the translation is found."""
    code = "".join(file.read_text("utf-8") for file in Path(click.__file__).parent.glob("*.py"))
    for words in helping.WORDS:
        for message in words if isinstance(words, tuple) else (words,):
            assert message in code


def test_the_catalogues_are_found_from_any_folder(page: str, tmp_path: Path) -> None:
    """Run somewhere else, the command still speaks the terminal's language and says the structure in the page's."""
    file = tmp_path / "list.html"
    file.write_text(Path(page).read_text("utf-8").replace("</article>", "<ul><li>Flen</li></ul></article>"), "utf-8")
    command = [sys.executable, "-m", "readerapp.cli", "read", str(file), "--text", "--say", "lists"]
    own = os.environ | {"READERAPP_CACHE": str(tmp_path / "cache"), "READERAPP_OFFLINE": "1"}
    own.pop("READERAPP_TRANSLATIONS", None)
    root = str(Path.cwd())
    ended = subprocess.run(
        command, cwd=tmp_path, env=own | {"PYTHONPATH": root}, capture_output=True, text=True, check=True
    )
    assert "Lista med en punkt. Flen" in ended.stdout


def test_the_list_of_commands_says_what_they_say() -> None:
    """`readerapp --help` needs none of the commands, and yet tells of each what its own help begins with."""
    modules = {path.stem for path in Path(cli.__path__[0]).glob("*.py")}
    assert set(cli.COMMANDS) <= modules
    for name, text in cli.COMMANDS.items():
        command = getattr(import_module(f"readerapp.cli.{name}"), name)
        assert inspect.getdoc(command.callback).split("\n\n")[0].replace("\n", " ") == text


@pytest.mark.parametrize(
    "name",
    "Grasjon Linnea_Berg drupal-avgifter-not drupal-evenemang drupal-tidtabell "
    "Kamenka Lipin bitrix-kontakty bitrix-novost bitrix-raspisanie".split(),
)
def test_text_is_what_a_listener_would_write_down(run: Run, name: str) -> None:
    """No figure, no mark of stress and no engine's spelling is left in what is said of ten pages."""
    told = run("read", str(Path(__file__).parents[1] / "pages" / f"{name}.html"), "--text")[1].decode()
    assert told.strip()
    lines = [
        line for line in told.splitlines() if re.search("[\\d\u0301\u00b2\u00b3°§]|[<\\[\\]>]|Leninn|\\w:s\\b", line)
    ]
    assert lines == []
