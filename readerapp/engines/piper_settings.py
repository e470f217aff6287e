"""What an operator can choose of Piper."""

from pathlib import Path
from typing import Annotated

import msgspec

from .declaring import setting


class PiperSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The folder that `readerapp voices install` fills."""

    folder: Annotated[Path, setting(service="voices_folder")] = Path("voices")
