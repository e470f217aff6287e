"""What an operator can choose of a speech server."""

from collections.abc import Mapping
from typing import Annotated

import msgspec

from ..i18n import N_
from .declaring import setting


class RemoteSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The server, and what to ask it for; without an address there is no such engine."""

    address: Annotated[
        str,
        setting(
            N_("Address of a speech server with the OpenAI protocol, such as http://gpu.example.se:8000/v1."),
            form="address",
        ),
    ]
    model: Annotated[str, setting(N_("Model to ask that server for."))] = "tts-1"
    key: Annotated[str, setting(N_("Key for that server; best given as a variable."), form="secret")] = ""
    voices: Annotated[Mapping[str, str], setting(N_("Its voices by language: sv=anna ru=irina."), form="pairs")] = {}
