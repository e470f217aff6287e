"""The other end of `pool.py`: a process that answers questions until its standard input ends.

Run as `python main.py SCRIPT ARGUMENT...`. The script's `start(*arguments)` gives a function from a question (JSON) to
facts (JSON) and bytes. Questions and answers go as a length and that many bytes; an answer begins with the length of
its facts, and a question that tells its `body_bytes` is followed by them. When the owner dies, standard input ends,
and so does this.
"""

import json
import os
import runpy
import struct
import sys
from typing import Any

LENGTH = struct.Struct("<I")


def _packed(facts: dict[str, Any], body: bytes = b"") -> tuple[bytes, bytes]:
    head = json.dumps(facts).encode()
    return LENGTH.pack(LENGTH.size + len(head) + len(body)) + LENGTH.pack(len(head)) + head, body


def main(script: str, *arguments: str) -> None:
    """Serve. What libraries print goes nowhere: standard output belongs to the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - starts faster without pathlib
        os.dup2(nowhere.fileno(), 1)
    answer = runpy.run_path(script)["start"](*arguments)
    questions = sys.stdin.buffer
    while len(size := questions.read(LENGTH.size)) == LENGTH.size:
        question = json.loads(questions.read(*LENGTH.unpack(size)))
        if "body_bytes" in question:
            question["body"] = questions.read(question.pop("body_bytes"))
        try:
            frame = _packed(*answer(question))
        except (LookupError, ValueError, OSError, RuntimeError) as error:
            frame = _packed({"error": f"{type(error).__name__}: {error}"})
        answers.writelines(frame)
        answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
