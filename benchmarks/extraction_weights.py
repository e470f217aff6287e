#!/usr/bin/env python3
"""Learn the weights of `readerapp/extract/html/weights.tsv` from sets of saved pages.

    benchmarks/extraction_weights.py FOLDER [--cross] [--write]

FOLDER holds `news/ground-truth.json` and `sets/NAME/truth.json` with their pages (.html.gz). Needs numpy, scipy and
scikit-learn, which the product does not. A stretch of text is content where most of its runs of four words stand in the
set's truth; a short one, where it stands there beside its neighbour; where a set only names strings that must and must
not be read, where it holds one of them. Each page counts alike, and so does each set. --cross prints, for each set, how
well weights tell its stretches that were learnt from the three others.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from readerapp.errors import ReaderError
from readerapp.extract.html import judge
from readerapp.extract.html.about import about
from readerapp.extract.html.article import outlined
from readerapp.extract.html.features import Feature, Value, features
from readerapp.extract.html.outline import Chunk
from readerapp.extract.html.parse import parse

WORD = re.compile(r"\w+")
RUN = 4
SHORT = 6
STRENGTH = 0.01
"""The inverse of how strongly weights are drawn to nought: with more, they learn pages by heart."""
LEAST = 0.005
"""A weight below which it is nought."""


def pages(folder: Path) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """The set, address, text and truth of every page."""
    news = json.loads((folder / "news/ground-truth.json").read_text("utf-8"))
    for key, held in sorted(news.items()):
        yield "news", held.get("url") or "", _text(folder / "news", key), {"truth": held["articleBody"]}
    for place in sorted((folder / "sets").iterdir()):
        for key, held in sorted(json.loads((place / "truth.json").read_text("utf-8")).items()):
            yield place.name, held["url"], _text(place, key), held


def _text(folder: Path, key: str) -> str:
    return gzip.decompress((folder / f"{key}.html.gz").read_bytes()).decode("utf-8")


def described(html: str, address: str) -> tuple[list[list[Feature]], list[Chunk]]:
    """The features of a page's stretches of text, and the stretches."""
    page = about(parse(html), address)
    out = outlined(page)
    return features(out, judge.verdicts(out, page.forms(), {})[1]), out.chunks


def labels(truth: dict[str, Any], chunks: list[Chunk]) -> list[tuple[float, float]]:
    """Whether each stretch is content, and how much that is worth knowing."""
    if truth.get("expect") or truth.get("never"):
        return [_named(c.text, truth) for c in chunks]
    words = [w.lower() for w in WORD.findall(truth["truth"])]
    whole = f" {' '.join(words)} "
    runs = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    texts = [[w.lower() for w in WORD.findall(c.text)] for c in chunks]
    return [_told(texts, i, runs, whole) for i in range(len(texts))]


def _named(text: str, truth: dict[str, Any]) -> tuple[float, float]:
    for name, value in (("expect", 1.0), ("never", 0.0)):
        if any((told := " ".join(s.split())) in text or (len(text) > 20 and text in told) for s in truth[name]):
            return value, 2.0
    return 0.0, 0.0


def _told(texts: list[list[str]], i: int, runs: set[tuple[str, ...]], whole: str) -> tuple[float, float]:
    text = texts[i]
    worth = max(1, len(text)) ** 0.6
    if not text:
        return 0.0, 0.0
    if len(text) >= SHORT:
        mine = [tuple(text[j : j + RUN]) in runs for j in range(len(text) - RUN + 1)]
        return float(sum(mine) * 2 > len(mine)), worth
    if f" {' '.join(text)} " not in whole:
        return 0.0, worth
    before = [w for t in texts[max(0, i - 4) : i] for w in t][-3:]
    after = [w for t in texts[i + 1 : i + 5] for w in t][:3]
    if any(f" {' '.join(both)} " in whole for both in (before + text, text + after) if len(both) > len(text)):
        return 1.0, worth
    return float(len(text) > 2), worth * 0.3


class Lesson:
    """What is learnt from: a row for each stretch of text, with the set that it is of and a number of its page."""

    def __init__(self, folder: Path) -> None:
        """Describe and label every page."""
        import numpy as np  # noqa: PLC0415 - only those who learn weights have these
        from scipy.sparse import csr_matrix  # noqa: PLC0415

        self.known: dict[Feature, int] = {}
        columns, ends, right, worth = list[int](), [0], list[float](), list[float]()
        of, places = list[str](), list[int]()
        for name, address, html, truth in pages(folder):
            try:
                found, chunks = described(html, address)
            except ReaderError:
                continue
            answers = labels(truth, chunks)
            whole = sum(w for _, w in answers) or 1.0
            for one, (answer, weight) in zip(found, answers, strict=True):
                columns += (self.known.setdefault(feature, len(self.known)) for feature in one)
                ends.append(len(columns))
                right.append(answer)
                worth.append(weight if name == "trafilatura" else 30 * weight / whole)
                of.append(name)
                places.append(crc32(html.encode()))
        shape = (len(right), len(self.known))
        self.matrix = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=shape)
        self.right, self.worth, self.of, self.page = map(np.array, (right, worth, of, places))
        for name in set(of):
            self.worth[self.of == name] *= 20_000 / self.worth[self.of == name].sum()

    def model(self, where: Any) -> Any:
        """The model that is learnt from some rows."""
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - as above

        where &= self.worth > 0
        model = LogisticRegression(C=STRENGTH, max_iter=150, tol=1e-3)
        return model.fit(self.matrix[where], self.right[where], sample_weight=self.worth[where])

    def table(self, model: Any) -> dict[str, dict[Value, float]]:
        """Its weights, as the product has them."""
        table: dict[str, dict[Value, float]] = {"always": {0: round(model.intercept_[0], 2)}}
        for (name, value), place in sorted(self.known.items(), key=lambda item: (item[0][0], str(item[0][1]))):
            if abs(model.coef_[0][place]) >= LEAST:
                table.setdefault(name, {})[value] = round(model.coef_[0][place], 2)
        return table


def main() -> None:
    """Read, learn, print or write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--cross", action="store_true")
    asked.add_argument("--write", action="store_true")
    told = asked.parse_args()
    lesson = Lesson(told.folder)
    for name in sorted(set(lesson.of)) if told.cross else ():
        model = lesson.model(lesson.of != name)
        rest = (lesson.of == name) & (lesson.worth > 0)
        same = (model.predict(lesson.matrix[rest]) == lesson.right[rest]) * lesson.worth[rest]
        print(f"{name:<14}{same.sum() / lesson.worth[rest].sum():.4f} of what it is worth is told right")
    if told.write:
        table = lesson.table(lesson.model(lesson.worth > 0))
        lines = [f"{name}\t{value}\t{weight:.2f}" for name, own in table.items() for value, weight in own.items()]
        text = "\n".join(["feature\tvalue\tweight", *lines]) + "\n"
        Path(judge.__file__).with_name("weights.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
