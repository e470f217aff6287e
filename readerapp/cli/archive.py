"""The archive of a backup: catalogues, lexicons and the database in one file, written and put back."""

import gzip
import shutil
import tarfile
import tempfile
import zlib
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from ..errors import ArchiveUnfit
from ..text.files import PARTIAL, locked, write_whole
from .terminal import write_out

if TYPE_CHECKING:
    from ..accounts.database import Database

FOLDER: Final = "translations"
DATABASE: Final = "readerapp.db"
"""Their names in the archive."""
BEFORE: Final = ".before"
"""Where in the folder of translations what was there before a backup was put back is kept."""


def write(archive: Path, folder: Path, database: "Database") -> bool:
    """Pack all of it; whether the database is in it, and not a server's."""
    with tempfile.TemporaryDirectory() as aside:
        copy, bundle = Path(aside) / DATABASE, Path(aside) / "archive"
        whole = database.copy(copy)
        with tarfile.open(bundle, "w:gz") as target:
            target.add(folder, FOLDER, filter=_no_drafts)
            if whole:
                target.add(copy, DATABASE)
        write_out(archive, bundle.read_bytes())
    return whole


def put_back(archive: Path, folder: Path, database: "Database") -> tuple[Path, bool]:
    """Have all be as it was; where it is kept what was there, and whether the database was put back too.

    Raises ArchiveUnfit, before anything is changed, for what is no backup.
    """
    with tempfile.TemporaryDirectory() as aside:
        files, copy = _unpacked(archive, Path(aside) / DATABASE)
        if copy and database.kind == "sqlite" and not database.can_take(copy):
            raise ArchiveUnfit(path=archive)
        before = folder / BEFORE / f"{datetime.now(UTC):%Y%m%d-%H%M%S}.tar.gz"
        before.parent.mkdir(parents=True, exist_ok=True)
        write(before, folder, database)
        whole = copy is not None and database.take(copy)
        with locked(folder):
            for name, content in files.items():
                write_whole(folder / name, [content])
            for file in _kept(folder):
                if file.relative_to(folder).as_posix() not in files:
                    file.unlink()
    return before, whole


def _unpacked(archive: Path, place: Path) -> tuple[dict[str, bytes], Path | None]:
    """The files of the folder by their names, and the database, written to its place, if it is there."""
    files: dict[str, bytes] = {}
    database = None
    plain = place.with_name("archive")
    try:
        with gzip.open(archive) as bundle, plain.open("wb") as whole:
            shutil.copyfileobj(bundle, whole)  # to its end, where the sum of it all stands
        with tarfile.open(plain) as source:
            for member in source:
                path, content = PurePosixPath(member.name), source.extractfile(member) if member.isfile() else None
                if content and member.name == DATABASE:
                    place.write_bytes(content.read())
                    database = place
                elif content and path.parts[0] == FOLDER and ".." not in path.parts:
                    files[path.relative_to(FOLDER).as_posix()] = content.read()
                elif not member.isdir():
                    raise ArchiveUnfit(path=archive)
    except (tarfile.TarError, zlib.error, OSError, EOFError) as wrong:
        raise ArchiveUnfit(path=archive) from wrong
    if "messages.pot" not in files:
        raise ArchiveUnfit(path=archive)
    return files, database


def _kept(folder: Path) -> list[Path]:
    """What a backup of the folder would hold."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file for file in files if BEFORE not in file.parts and not file.name.endswith((PARTIAL, ".mo"))]


def _no_drafts(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leave out what is being written, what is made of the rest, and what was there before other backups."""
    remnant = member.name.endswith((PARTIAL, ".mo")) or member.name == f"{FOLDER}/{BEFORE}"
    return None if remnant else member
