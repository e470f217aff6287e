"""Where somebody who met an error can go on, beside the first page: to what they most likely came for."""

from typing import NamedTuple

from flask import request, url_for

from ..errors import (
    AddressForbidden,
    AddressMalformed,
    AddressMissing,
    HostUnknown,
    InvitationOver,
    NotAPage,
    OnlyFrames,
    PageNotFound,
    ReaderError,
    RegionMissing,
    RegionTooLarge,
    RegionUnfit,
    VoiceForbidden,
    VoiceUnknown,
)
from ..i18n import N_
from .locale import current

_OF_ADDRESS = (AddressForbidden, AddressMalformed, AddressMissing, HostUnknown, NotAPage, PageNotFound)
_OF_PART = (RegionMissing, RegionTooLarge, RegionUnfit)
_OF_VOICE = (VoiceForbidden, VoiceUnknown)


class Onward(NamedTuple):
    """A link: an English msgid and where it leads."""

    text: str
    address: str
    ours: bool = True
    """Whether it leads to a page of this service."""
    fetches: bool = True
    """Whether that page has to be fetched first."""


def blames_address(problem: ReaderError) -> bool:
    """Whether the address that was given is what must be mended."""
    return isinstance(problem, _OF_ADDRESS)


def onward(problem: ReaderError) -> Onward | None:
    """The link that helps on; None where only another address does."""
    if isinstance(problem, InvitationOver):
        return Onward(N_("Sign in"), url_for("translate.sign_in", locale=current()), fetches=False)
    address = request.args.get("url", "").strip()
    if not address or isinstance(problem, (AddressMalformed, AddressForbidden, HostUnknown)):
        return None
    if isinstance(problem, OnlyFrames):
        return Onward(N_("Listen to that page"), _reader(problem.facts["address"]))
    if isinstance(problem, _OF_PART):
        return Onward(N_("Listen to the whole page"), _reader(address))
    if isinstance(problem, _OF_VOICE):
        return Onward(N_("Listen with another voice"), _reader(address))
    elsewhere = address.startswith(("https://", "http://"))
    return Onward(N_("Open the page at its own site"), address, ours=False) if elsewhere else None


def _reader(address: str) -> str:
    return url_for("reader.article", locale=current(), url=address)
