"""How soon a command starts: its CPU time against that of a Python that imports click and does nothing.

    python -m benchmarks.starting [--rounds N]

Each round starts every command once, in turn, so that all of them see the same machine; the medians are compared.
Exits with 1 where a ratio is above its bar: 5 for `readerapp --help`, 12 for `readerapp say`.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys

ROUNDS = 15
COMMANDS: dict[str, tuple[list[str], float | None]] = {
    "import click": (["-c", "import click"], None),
    "readerapp --help": (["-m", "readerapp.cli", "--help"], 5),
    "readerapp say": (["-m", "readerapp.cli", "say", "Mötet är kl. 13.30 den 4 maj."], 12),
    "readerapp settings": (["-m", "readerapp.cli", "settings"], None),
    "readerapp lexicon --help": (["-m", "readerapp.cli", "lexicon", "--help"], None),
}


def seconds(arguments: list[str]) -> float:
    """CPU time of one process and what it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    unset = {name: value for name, value in os.environ.items() if not name.startswith("READERAPP_")}
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=unset)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, print a line for each command, and fail above a bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    for arguments, _ in COMMANDS.values():
        seconds(arguments)  # compiles what is not compiled yet
    spent = [{name: seconds(arguments) for name, (arguments, _) in COMMANDS.items()} for _ in range(rounds)]
    median = {name: statistics.median(each[name] for each in spent) for name in COMMANDS}
    least = next(iter(median.values()))
    late = []
    for name, (_, bar) in COMMANDS.items():
        times = median[name] / least
        print(f"{name:<26}{median[name] * 1000:>6.0f} ms of CPU{times:>7.1f} x{f'  bar {bar}' if bar else ''}")
        if bar and times > bar:
            late.append(name)
    sys.exit(f"too late: {', '.join(late)}" if late else 0)


if __name__ == "__main__":
    main()
