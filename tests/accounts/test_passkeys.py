"""Passkeys on both databases, with a device that makes real keys and signatures."""

import json
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.accounts import Person, Site, attempts
from readerapp.accounts.database import Database
from readerapp.accounts.passkeys import MOST, Passkeys
from readerapp.accounts.people import Accounts
from readerapp.accounts.sessions import Sessions
from readerapp.errors import PasskeyRefused, PasskeyUnfit
from tests.accounts.authenticator import Device

SITE = Site("lyssna.example.se", "https://lyssna.example.se")
WORDS = "fyra blå hästar i dimma"


@pytest.fixture
def passkeys(database: Database) -> Passkeys:
    return Passkeys(database)


@pytest.fixture
def asa(accounts: Accounts) -> Person:
    return accounts.accept(accounts.add("Åsa", ["ru"]), WORDS)


def add(passkeys: Passkeys, person: Person, device: Device, name: str = "Dator") -> None:
    asked = passkeys.registering(person, SITE)
    passkeys.register(person, SITE, asked.token, device.create(asked.options), name)


def enter(passkeys: Passkeys, device: Device) -> str:
    asked = passkeys.asking(SITE)
    return passkeys.sign_in(SITE, asked.token, device.get(asked.options))


def test_several_open_one_account(passkeys: Passkeys, sessions: Sessions, accounts: Accounts, asa: Person) -> None:
    """Each by itself, without a name told; one that was removed opens nothing, and the passphrase stays."""
    devices = [Device(), Device()]
    for number, device in enumerate(devices):
        add(passkeys, asa, device, f"Enhet {number}")
    for device in devices:
        assert sessions.of(enter(passkeys, device)).person.name == "Åsa"
    first, second = passkeys.of(asa)
    assert (first.name, second.name) == ("Enhet 0", "Enhet 1")
    assert first.used_at
    passkeys.remove(asa, first.id)
    with pytest.raises(PasskeyRefused):
        enter(passkeys, devices[0])
    assert sessions.of(enter(passkeys, devices[1]))
    assert sessions.of(sessions.sign_in("Åsa", WORDS))
    said = [(each.who, each.what) for each in accounts.happenings()]
    assert said.count(("Åsa", "passkey added")) == 2
    assert ("Åsa", "passkey removed") in said
    assert ("", "sign-in refused") in said


def test_others_passkeys_are_not_ours_to_remove(passkeys: Passkeys, accounts: Accounts, asa: Person) -> None:
    """A number that belongs to somebody else removes nothing; nor does an answer made for one open another."""
    olga = accounts.accept(accounts.add("Olga", ["ru"]), WORDS)
    device = Device()
    add(passkeys, asa, device)
    passkeys.remove(olga, passkeys.of(asa)[0].id)
    assert passkeys.of(asa)
    asked = passkeys.registering(asa, SITE)
    with pytest.raises(PasskeyUnfit):
        passkeys.register(olga, SITE, asked.token, Device().create(asked.options), "")
    assert passkeys.of(olga) == []


@pytest.mark.parametrize("shut_out", [Accounts.invite, Accounts.remove])
def test_a_new_link_ends_them(
    passkeys: Passkeys, accounts: Accounts, asa: Person, shut_out: Callable[[Accounts, str], object]
) -> None:
    """As it ends passphrase and sessions; so does the end of the account."""
    device = Device()
    add(passkeys, asa, device)
    shut_out(accounts, "Åsa")
    with pytest.raises(PasskeyRefused):
        enter(passkeys, device)


def test_an_answer_holds_once_here_and_soon(passkeys: Passkeys, asa: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not twice, not for another question, not from another site, not after ten minutes, nor without its owner."""
    device = Device()
    add(passkeys, asa, device)
    asked, other = passkeys.asking(SITE), passkeys.asking(SITE)
    answer = device.get(asked.options)
    assert passkeys.sign_in(SITE, asked.token, answer)
    for token in (asked.token, other.token, "made-up"):
        with pytest.raises(PasskeyRefused):
            passkeys.sign_in(SITE, token, answer)
    device.origin = "https://evil.example"
    with pytest.raises(PasskeyRefused):
        enter(passkeys, device)
    device.origin = SITE.origin
    foreign = passkeys.asking(Site("evil.example", SITE.origin))
    with pytest.raises(PasskeyRefused):
        passkeys.sign_in(SITE, foreign.token, device.get(foreign.options))
    device.verified = False
    with pytest.raises(PasskeyRefused):
        enter(passkeys, device)
    device.verified, device.uses = True, 0  # a copy of the device, used less than the original
    with pytest.raises(PasskeyRefused):
        enter(passkeys, device)
    device.uses = 100
    asked, now = passkeys.asking(SITE), time.time()
    monkeypatch.setattr(time, "time", lambda: now + attempts.LASTS_SECONDS + 1)
    with pytest.raises(PasskeyRefused):
        passkeys.sign_in(SITE, asked.token, device.get(asked.options))
    assert enter(passkeys, device)


def test_an_account_has_so_many_and_each_once(passkeys: Passkeys, asa: Person) -> None:
    """Its questions name the keys that a device has already; past the limit there is no question."""
    asked = passkeys.registering(asa, SITE)
    made = Device().create(asked.options)
    passkeys.register(asa, SITE, asked.token, made, "")
    again = passkeys.registering(asa, SITE)
    assert [each["id"] for each in json.loads(again.options)["excludeCredentials"]] == [json.loads(made)["id"]]
    for _ in range(MOST - 1):
        add(passkeys, asa, Device())
    with pytest.raises(PasskeyUnfit):
        passkeys.registering(asa, SITE)
    with pytest.raises(PasskeyUnfit):
        passkeys.register(asa, SITE, again.token, Device().create(again.options), "")
    assert len(passkeys.of(asa)) == MOST


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("id rawId type response x".split()), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_strange_answer_is_refused(passkeys: Passkeys, accounts: Accounts, data: st.DataObject) -> None:
    """Whatever is sent instead: no JSON, other JSON, or a real answer with a part of it exchanged."""
    known = next((each for each in accounts.all()), None) or accounts.accept(accounts.add("Åsa", ["ru"]), WORDS)
    device = Device()
    asked = passkeys.registering(known, SITE)
    real = json.loads(device.create(asked.options))
    where = data.draw(st.sampled_from(["id", "rawId", "type", "response", "clientDataJSON", "attestationObject", ""]))
    part = data.draw(JUNK)
    target = real["response"] if where in real["response"] else real
    target[where] = part
    sent = json.dumps(data.draw(st.sampled_from([real, part]))) if where else data.draw(st.text(max_size=50))
    with pytest.raises(PasskeyUnfit):
        passkeys.register(known, SITE, asked.token, sent, "")
    with pytest.raises(PasskeyRefused):
        passkeys.sign_in(SITE, passkeys.asking(SITE).token, sent)
