"""The public sets: the product's commands on their inputs, measured by the script that lies beside them.

Everything is written to a folder that is removed at the end; the texts belong to others.
"""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.accuracy.figures import Figure, Part

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "g5w": ("group",),
    "allsides2021": ("group",),
    "ecbplus": ("group",),
    "basil-events": ("group",),
    "polnear": ("annotate", "--verbatim"),
    "newswcl50": ("annotate", "--verbatim"),
    "babe": ("annotate", "--verbatim"),
    "basil": ("annotate", "--verbatim"),
    "narrframes": ("annotate", "--verbatim"),
    "gvfc": ("annotate", "--verbatim"),
    "msrp": ("match",),
    "sts": ("match",),
    "newsmtsc": ("tone",),
}
"""Set -> the command of ``python -m analysis`` that answers it. Other sets wait for an answer of the product."""

OUT_OF_FOLD = {"newsmtsc": "scripts.train_tone"}
"""Set that shipped weights saw -> the script that answers it out of fold: it takes ``--benchmarks`` and
``--out-of-fold``, and writes ``SET.jsonl`` there."""

QUICK = {"polnear": 40, "babe": 500, "basil": 24, "msrp": 300, "sts": 300}
"""About how many articles, sentences or pairs of a set ``--quick`` takes; the others are small and taken whole."""
SEED = 0
FILES = {"basil-events": "basil"}
"""Sets that share the file of another one."""


class MeasureError(Exception):
    """A set could not be measured; the message says which and why."""


def run(
    name: str, folder: Path, wanted: Collection[str], quick: bool = False, made: Path | None = None
) -> list[Figure]:
    """The ``wanted`` metrics of one set, from ``folder`` with ``score.py`` and ``data/``.

    ``made`` is a file of predictions (out of fold, where weights saw the set) to be measured instead of running the
    product. Raises MeasureError where the product or the script fails, or where answers are missing.
    """
    part: Part = "quick" if quick and name in QUICK else "whole"
    with TemporaryDirectory(prefix="parallax-accuracy-") as temporary:
        place = Path(temporary)
        data = _chosen(name, folder / "data", place) if part == "quick" else folder / "data"
        script = (sys.executable, str(folder / "score.py"))
        inputs, answers = place / "inputs.jsonl", made or place / "answers.jsonl"
        _call((*script, "inputs", name, "--data", str(data)), inputs, name)
        if made is None:
            command, *options = COMMANDS[name]
            _call((sys.executable, "-m", "analysis", command, str(inputs), *options), answers, name)
        result = place / "result.json"
        _call((*script, "score", name, str(answers), "--data", str(data)), result, name)
        return figures(json.loads(result.read_text(encoding="utf-8")), wanted, part)


def answer_out_of_fold(name: str, folder: Path, place: Path) -> Path:
    """Predictions for ``name``, made out of fold by its script and put into ``place``.

    Raises MeasureError where there is no such script or it fails.
    """
    script = OUT_OF_FOLD.get(name)
    if script is None:
        raise MeasureError(f"{name}: shipped weights saw this set, so it needs predictions made out of fold.")
    command = (sys.executable, "-m", script, "--benchmarks", str(folder), "--out-of-fold", str(place))
    _call(command, place / "told.txt", name)
    return place / f"{name}.jsonl"


def figures(result: dict[str, Any], wanted: Collection[str], part: Part) -> list[Figure]:
    """The ``wanted`` metrics in the script's result. Raises MeasureError for one that it lacks, or missing answers."""
    name = result["set"]
    if result["missing"]:
        raise MeasureError(f"{name}: {result['missing']} of {result['items']} items have no answer.")
    found = []
    for metric in wanted:
        got = result["metrics"].get(metric, {}).get("value")
        if got is None:
            raise MeasureError(f"{name}: there is no figure for {metric}.")
        low, high = result["metrics"][metric]["ci"] or (None, None)
        found.append(Figure(name, metric, got, low, high, result["items"], part))
    return found


def choose(groups: Sequence[str], size: int, seed: int = SEED) -> frozenset[str]:
    """Whole groups, in an order fixed by ``seed``, until they hold at least ``size`` items."""
    order = sorted(set(groups))
    random.Random(seed).shuffle(order)
    chosen: list[str] = []
    count = 0
    while order and count < size:
        chosen.append(order.pop())
        count += groups.count(chosen[-1])
    return frozenset(chosen)


def _chosen(name: str, data: Path, place: Path) -> Path:
    """A folder with the fixed part of a set under the set's own file name."""
    file = f"{FILES.get(name, name)}.jsonl.gz"
    with gzip.open(data / file, "rt", encoding="utf-8") as stream:
        rows = [(str(json.loads(line)["group"]), line) for line in stream]
    kept = choose([group for group, _ in rows], QUICK[name])
    with gzip.open(place / file, "wt", encoding="utf-8") as stream:
        stream.writelines(line for group, line in rows if group in kept)
    return place


def _call(command: Sequence[str], output: Path, name: str) -> None:
    """Runs a command with its output in a file; what it says of its progress goes to stderr."""
    with output.open("w", encoding="utf-8") as stream:
        done = subprocess.run(command, stdout=stream, cwd=ROOT, check=False)
    if done.returncode:
        raise MeasureError(f"{name}: {' '.join(command[1:4])} … ended with status {done.returncode}.")
