"""Settings: every wrong one is told at once, with what would be right."""

import sys
from pathlib import Path

import pytest

from readerapp.errors import SettingsWrong
from readerapp.settings import load
from readerapp.wiring import settle


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("READERAPP_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PORT", "eighty", "whole number"),
        ("PORT", "0", "at least 1"),
        ("PORT", "70000", "at most 65535"),
        ("THREADS", "-1", "at least 1"),
        ("OFFLINE", "maybe", "1 or 0"),
        ("HOST", "[::1]:80", "without a port"),
        ("HOST", "a b", "without a port"),
        ("VOICES", "espeak,nosuch", "espeak gtts piper remote"),
        ("VOICES", "espeak:xx", "espeak:sv espeak:ru espeak:en"),
        ("VOICES", "remote", "READERAPP_REMOTE_ADDRESS"),
        ("VOICES", "piper:sv_SE-no-such", "readerapp voices"),
        ("GTTS_DOMAIN", "evil.example", "com se ru"),
        ("REMOTE_ADDRESS", "gpu.example.se:8000", "http://"),
        ("REMOTE_VOICES", "xx=anna", "sv ru en"),
        ("SITES", "https://a.se", "*.example.se"),
        ("SITES", "a.se:80", "*.example.se"),
        ("PRIVATE_HOSTS", "127.0.0.1", "host:port"),
        ("PRIVATE_HOSTS", "127.0.0.1:70000", "host:port"),
        ("PRIVATE_HOSTS", "::1:80", "host:port"),
        ("LEXICONS", "/no/such.pls", "not there"),
        ("SITE_RULES", "/no/such.toml", "not there"),
        ("SITE_RULES", "/", "is a folder"),
        ("TRANSLATIONS", "/etc/passwd/translations", "not a folder"),
        ("CACHE", "/dev/null/cache", "may be written"),
        ("RATE_STORAGE", "nonsense", "unknown storage"),
        ("SETTINGS", "/no/such.toml", "cannot be read"),
        ("PROT", "1", "READERAPP_PORT is meant"),
        ("XYZZY", "1", "no such setting"),
        ("OPENID_ISSUER", "https://login.example.se/realms/town", "READERAPP_OPENID_CLIENT"),
    ],
)
def test_a_wrong_value_is_told_with_what_would_be_right(monkeypatch, name: str, value: str, told: str) -> None:
    """The variable is named, and the words say what it may be."""
    monkeypatch.setenv(f"READERAPP_{name}", value)
    with pytest.raises(SettingsWrong) as caught:
        settle()
    (fault,) = caught.value.faults
    assert fault.where.startswith(f"READERAPP_{name}")
    assert told in fault.told()


@pytest.mark.parametrize(
    ("name", "value", "package", "extra"),
    [
        ("DATABASE", "postgresql://me@db.example.se/readerapp", "psycopg", "postgresql"),
        ("OPENID_ISSUER", "https://login.example.se/realms/town", "authlib", "openid"),
    ],
)
def test_what_needs_a_package_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, package: str, extra: str
) -> None:
    """And not when the first translator signs in; with it installed nothing is said."""
    monkeypatch.setenv("READERAPP_OPENID_CLIENT", "readerapp")
    monkeypatch.setenv(f"READERAPP_{name}", value)
    assert settle()
    monkeypatch.setitem(sys.modules, package, None)  # as where it is not installed
    with pytest.raises(SettingsWrong) as caught:
        settle()
    (fault,) = caught.value.faults
    assert fault.where.startswith(f"READERAPP_{name}")
    assert fault.told().endswith(f"pip install readerapp[{extra}]")


def test_all_of_them_at_once(monkeypatch, tmp_path: Path) -> None:
    """Forms, files, names in the file and voices that do not exist come in one message."""
    file = tmp_path / "own.toml"
    file.write_text('port = "x"\nprot = 5\n', "utf-8")
    monkeypatch.setenv("READERAPP_SETTINGS", str(file))
    monkeypatch.setenv("READERAPP_VOICES", "espeak:zz")
    monkeypatch.setenv("READERAPP_GTTS_DOMAIN", "xx")
    with pytest.raises(SettingsWrong) as caught:
        settle()
    assert len(caught.value.faults) == 4


@pytest.mark.parametrize("name", ["REMOTE_KEY", "RATE_STORAGE"])
def test_secrets_are_not_repeated(monkeypatch, tmp_path: Path, name: str) -> None:
    """A value that may hold a password is not part of the message about it."""
    file = tmp_path / "own.toml"
    file.write_text(f'{name.lower()} = {{hidden = "sesame"}}\n', "utf-8")
    monkeypatch.setenv("READERAPP_SETTINGS", str(file))
    with pytest.raises(SettingsWrong) as caught:
        load()
    assert "sesame" not in str(caught.value)


def test_hosts_are_understood_as_addresses_have_them(monkeypatch) -> None:
    """IPv6 with and without brackets, names in any case, an empty variable as none."""
    monkeypatch.setenv("READERAPP_HOST", "[::1]")
    monkeypatch.setenv("READERAPP_PRIVATE_HOSTS", "[::1]:8000, Localhost:80")
    monkeypatch.setenv("READERAPP_SITES", "*.räv.se www.Example.se")
    monkeypatch.setenv("READERAPP_PORT", "")
    settings = settle()
    assert (settings.host, settings.port) == ("::1", 8000)
    assert settings.private_hosts == ("[::1]:8000", "localhost:80")
