"""Print how long Parallax takes: a first and a second comparison, and a change of page in a real Chromium.

    make bench            (or: python -m benchmarks.speed)

The five articles are those of the sample story. Figures are printed beside what we aim at on two cores; none is a test.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.pages import page_changes
from scripts.chromium import find

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "data" / "stories" / "harl-dam" / "articles.json"
COLD_RUNS = 3
ROUNDS = 9


def main() -> int:
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores")
    line("first comparison of five articles, new process", median_of(COLD_RUNS, cold), aim=6)
    again, annotated = warm()
    line("second comparison in the same process, annotation included", again, aim=2)
    line("second comparison of articles already annotated", annotated, aim=2)
    plain, whole = against_spacy()
    line("annotation with all its scores, as annotate prints it, against spaCy alone", plain, 1.5, "times")
    print(f"  with the vectors of all sentences and clauses, which a comparison needs: {whole:.3g} times")
    browser = find()
    if browser is None:
        print("no Chromium or Chrome was found, so the change of page was not measured")
        return 1
    with tempfile.TemporaryDirectory() as library:
        changes = page_changes(browser, Path(library))
    for name, made in changes.items():
        seen, settled = ([1000 * second for second in column] for column in zip(*made, strict=True))
        print(f"  {name}: median {statistics.median(seen):.0f} ms, slowest {max(seen):.0f} ms; "
              f"settled {statistics.median(settled):.0f} ms")
    every = [change for made in changes.values() for change in made]
    for what, column in zip(("seen", "settled"), zip(*every, strict=True), strict=True):
        line(f"change of page in Chromium, {what}, median of {len(every)}", statistics.median(column), aim=0.2)
        line(f"  95th percentile of {len(every)}", percentile(sorted(column), 95), aim=0.2)
    return 0


def line(what: str, figure: float, aim: float, unit: str = "s") -> None:
    """One printed figure beside its aim."""
    print(f"{what}: {figure:.3g} {unit} (aim: at most {aim:g} {unit})", flush=True)


def median_of(runs: int, measured: Callable[[], float]) -> float:
    return statistics.median(measured() for _ in range(runs))


def percentile(ordered: list[float], percent: int) -> float:
    """The smallest value that at least ``percent`` in 100 values do not exceed."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def cold() -> float:
    """Seconds for the whole command, from start of the process to its end."""
    command = [sys.executable, "-m", "analysis", "compare", str(ARTICLES), "--format", "json"]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def warm() -> tuple[float, float]:
    """Seconds for a second comparison in this process: with annotation, and without."""
    from analysis.annotation import annotate_many
    from analysis.compare import compare
    from analysis.reading import read_path

    def timed() -> tuple[float, float]:
        start = time.perf_counter()
        annotated = list(annotate_many(read_path(ARTICLES).articles, vectors=True))
        ready = time.perf_counter()
        compare(annotated)
        end = time.perf_counter()
        return end - start, end - ready

    timed()
    return timed()


def against_spacy() -> tuple[float, float]:
    """How many times as long as spaCy alone the same articles take: the records of ``annotate``, and annotation with
    all vectors.

    The middle ratio of rounds in which all take turns, so that whatever slows the machine slows all three.
    """
    from analysis.annotation import annotate_many
    from analysis.annotation.model_files import load
    from analysis.frames import with_scores
    from analysis.reading import read_path
    from analysis.records import as_record

    articles = read_path(ARTICLES).articles
    texts = [text for each in articles for text in (each.title, each.text) if text]
    turns: tuple[Callable[[], object], ...] = (
        lambda: [load()(text) for text in texts],
        lambda: [as_record(each.id, each, (), frames, with_text=False)
                 for each, frames in with_scores(annotate_many(articles))],
        lambda: list(annotate_many(articles, vectors=True)),
    )
    rounds = [[_seconds(turn) for turn in turns] for _ in range(ROUNDS)]
    ratios = [(plain / alone, whole / alone) for alone, plain, whole in rounds]
    plain, whole = (statistics.median(column) for column in zip(*ratios, strict=True))
    return plain, whole


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
