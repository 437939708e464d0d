"""Do the intervals hold what they promise? The first half of an article foretells the second.

See ``scripts.reference_usual.foretold``; the articles here are others than those that the spreads were fitted on.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analysis.measures.sentences import MIN_SENTENCES
from analysis.model import Voice
from analysis.usual import Spreads
from scripts.reference_usual import foretold
from scripts.reference_usual.counts import Counted
from scripts.reference_usual.tables import halves

FEWEST = 100
"""Words in either half; less is shown without a rate."""


def places(articles: Iterable[Counted], table: Spreads, seed: int = 0) -> dict[tuple[str, str], list[float]]:
    """(measure, voice) -> where each second half lies in what the first foretold, 0 to 1."""
    generator = np.random.default_rng(seed)
    held = list(articles)
    found: dict[tuple[str, str], list[float]] = {}
    for (measure, voice), spread in table.items():
        dealt = [halves(article, measure, Voice(voice)) for article in held
                 if voice and _enough(article, measure, Voice(voice))]
        if dealt:
            found[measure, voice] = list(foretold.places(spread, dealt, generator.random(len(dealt))))
    return found


def _enough(article: Counted, measure: str, voice: Voice) -> bool:
    if (measure, voice) in article.sentences:
        return article.spoken[voice] >= 2 * MIN_SENTENCES
    return article.words[voice] >= 2 * FEWEST
