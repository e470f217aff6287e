"""What an operator can choose of espeak-ng."""

from typing import Annotated

import msgspec

from .declaring import setting


class EspeakSettings(msgspec.Struct, frozen=True, kw_only=True):
    """As many processes as the service speaks sentences at once."""

    workers: Annotated[int, setting(service="workers")] = 2
