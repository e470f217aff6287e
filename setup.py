"""Compiles what extraction spends its time in, where there is a C compiler; else it runs as it is written.

The modules stay plain Python: mypyc makes C of them by their types. See docs/adr/0130.
"""

import os
import runpy
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from mypyc.build import mypycify
from setuptools import Distribution, setup
from setuptools.command.build_ext import build_ext

HOUSE = Path(__file__).parent / "readerapp"


class MaybeCompiled(Distribution):
    """A distribution that may hold machine code."""

    def has_ext_modules(self) -> bool:
        """Setuptools asks whether to build at all."""
        return True


class Compile(build_ext):
    """Compiles the modules that `readerapp/compiled.py` names into a folder of their own, all of them or none."""

    def run(self) -> None:
        """Compile, and go on without where that cannot be done here."""
        names = runpy.run_path(str(HOUSE / "compiled.py"))
        root = HOUSE if self.inplace or self.editable_mode else Path(self.build_lib) / HOUSE.name
        target = root / names["folder"](HOUSE).relative_to(HOUSE)
        if target.is_dir():
            return
        files = [str(file.relative_to(HOUSE.parent)) for file in names["sources"](HOUSE)]
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(dir=target.parent) as work:
                compiled(files, names["LIBRARIES"], Path(work))
                for older in target.parent.glob(f"*{names['PYTHON']}"):
                    rmtree(older)
                (Path(work) / "lib" / HOUSE.name).rename(target)
        except (Exception, SystemExit) as problem:  # noqa: BLE001 - whatever it is, the service runs without
            self.warn(f"extraction is not compiled, so pages take longer: {problem}")

    def get_outputs(self) -> list[str]:
        """What is made is no part of any list: setuptools takes the folder as it finds it."""
        return []

    def get_output_mapping(self) -> dict[str, str]:
        """Nothing that is made has to be found again."""
        return {}


def compiled(files: list[str], libraries: tuple[str, ...], work: Path) -> None:
    """Compile the files into libraries, side by side, in the folder `lib` of another.

    Raises what compilers raise, SystemExit among them.
    """
    by_size = sorted(files, key=lambda file: -Path(file).stat().st_size)
    parts = [(by_size[n :: len(libraries)], library) for n, library in enumerate(libraries)]
    options = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent", "--explicit-package-bases"]
    extensions = mypycify(
        [*options, *files], separate=parts, target_dir=str(work / "c"), opt_level="2", debug_level="0"
    )
    if os.name == "posix":
        for extension in extensions:
            extension.extra_compile_args.append("-fno-semantic-interposition")  # calls within a library are direct ones
    command = build_ext(Distribution({"ext_modules": extensions}))
    command.build_lib, command.build_temp, command.parallel = str(work / "lib"), str(work / "o"), len(parts)
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    setup(distclass=MaybeCompiled, cmdclass={"build_ext": Compile})
