"""Units that tell the same, put together by average linkage: no chain of likenesses makes two unlike pieces one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from analysis.certainty import claims_less
from analysis.conflicts import replaced
from analysis.embedding import Vectors
from analysis.negations import alike, denied_in_part
from analysis.phrasing import Word, words
from analysis.similarity import actors_apart, other_actor, told_apart
from analysis.statements.contradictions import contradiction
from analysis.statements.units import Unit, Units
from analysis.statements.views import two_views

TOGETHER = 0.30
"""Mean score of all pairs across two clusters from which they are one."""
_ASKED = 0.25
"""Score from which a pair is asked whether it contradicts itself; below it is too unlike to matter."""
_MOST_PAIRS = 25_000
"""Pairs that are asked, the most alike first. The others are kept apart."""
_SAME_ARTICLE = 0.25
"""Taken from the score of two pieces of one article, which seldom tells the same twice."""
_APART = 0.25
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "our"})
_ALL_BUT_ONE = 0.65
"""Share of terms in common from which two pieces are the same but for a word."""
_SAME_SENTENCE = 0.65
"""Share of their content words from which two sentences tell the same as wholes."""
_COPIED = 6
"""Content words in common from which another noun is another label for the same: a copied line."""


def clusters(event: Units, likeness: Vectors) -> list[tuple[int, ...]]:
    """Places of units that belong together: all units, each once. A pair that contradicts itself, tells of another
    actor or thing or holds the views of two people counts as wholly unlike."""
    adjusted = likeness.copy()
    _lower_within_articles(event, adjusted)
    _lower_by_rules(event, adjusted)
    titles = [place for place, unit in enumerate(event.units) if unit.field == "title"]
    return _with_titles(list(_linked(adjusted, titles)), titles, adjusted)


def _with_titles(found: list[tuple[int, ...]], titles: Sequence[int], adjusted: Vectors) -> list[tuple[int, ...]]:
    """Each headline goes where it is most like the texts on average: put in with them it would draw its own article's
    first sentence away from the others'."""
    added: dict[int, list[int]] = defaultdict(list)
    sizes = np.array([len(members) for members in found])
    if found and titles:
        likeness = adjusted[np.ix_(titles, [unit for members in found for unit in members])]
        means = np.add.reduceat(likeness, np.cumsum(sizes) - sizes, axis=1) / sizes
        for title, best, mean in zip(titles, means.argmax(axis=1).tolist(), means.max(axis=1).tolist(), strict=True):
            if mean >= TOGETHER:
                added[best].append(title)
    placed = {title for titles_of in added.values() for title in titles_of}
    return [
        *((*members, *added[number]) for number, members in enumerate(found)),
        *((title,) for title in titles if title not in placed),
    ]


def _lower_within_articles(event: Units, adjusted: Vectors) -> None:
    titles = np.array([unit.field == "title" for unit in event.units], dtype=bool)
    for article in np.unique(event.articles):
        mine = np.flatnonzero((event.articles == article) & ~titles)
        adjusted[np.ix_(mine, mine)] -= _SAME_ARTICLE


def _most_alike(adjusted: Vectors) -> list[tuple[int, int]]:
    """Pairs of units that may be one statement, the most alike first."""
    rows, columns = np.nonzero(np.triu(adjusted, 1) >= _ASKED)
    order = np.argsort(-adjusted[rows, columns], kind="stable")[:_MOST_PAIRS]
    return list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))


def _lower_by_rules(event: Units, adjusted: Vectors) -> None:
    """Asks the most alike pairs whether they contradict each other, tell of another actor or thing, or are the views of
    two people."""
    for one, other in _most_alike(adjusted):
        first, second = event.units[one], event.units[other]
        if first.text == second.text and not _wholes_apart(first, second):
            continue
        if contradiction(event, one, other) or tell_apart(event, one, other) or two_views(first, second):
            adjusted[one, other] = adjusted[other, one] = -_APART


def tell_apart(event: Units, one: int, other: int) -> bool:
    """Whether two pieces tell of another actor, one denies a part only of what the other says or claims less, or they
    are the same but for a noun that stands in another's place.

    In pieces that differ in more, another noun ("crest", "top") is seldom another thing; in a long line that two
    newsrooms have word for word, it is what one of them calls the same people ("some 300 residents", "rioters").
    """
    first, second = event.units[one], event.units[other]
    if denied_in_part(first.text, second.text) or claims_less(first.text, second.text):
        return True
    if _wholes_apart(first, second):
        return True
    same = 2 * len(first.terms.keys() & second.terms.keys()) >= _ALL_BUT_ONE * (len(first.terms) + len(second.terms))
    another_noun = same and _in_one_slot(first.text, second.text)
    return (told_apart if another_noun else other_actor)(first.text, second.text, _meaning(event, one, other))


def _wholes_apart(first: Unit, second: Unit) -> bool:
    """Whether two sentences that are much alike tell who did it to whom the other way round, or name others."""
    if (first.text, second.text) == (first.whole, second.whole):
        return False
    if not alike(words(first.whole), words(second.whole), _SAME_SENTENCE):
        return False
    return actors_apart(first.whole, second.whole)


def _in_one_slot(first: str, second: str) -> bool:
    """Whether nouns that replace each other stand after the same word, in lines too short to be copies."""
    mine, theirs = words(first), words(second)
    common = {each.stem for each in mine if each.content} & {each.stem for each in theirs if each.content}
    pairs = [(one, other) for one, other, _ in replaced(first, second)]
    return len(common) < _COPIED and any(_before(mine, one) == _before(theirs, other) for one, other in pairs)


def _before(text: Sequence[Word], word: str) -> str:
    """The word before the article or the like that ``word`` follows, "" at the start."""
    place = next((at for at, each in enumerate(text) if each.text == word), 0)
    while place and text[place - 1].text in _ARTICLES:
        place -= 1
    return text[place - 1].text if place else ""


def _meaning(event: Units, one: int, other: int) -> float | None:
    return None if event.vectors is None else float(event.vectors[one] @ event.vectors[other])


def _linked(adjusted: Vectors, titles: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Average linkage within each set of units that any chain of good scores connects; without the headlines."""
    good = adjusted >= TOGETHER
    good[titles] = good[:, titles] = False
    rows, columns = np.nonzero(good)
    size = len(adjusted)
    graph = coo_array((np.ones(len(rows), dtype=bool), (rows, columns)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    connected: dict[int, list[int]] = defaultdict(list)
    headlines = set(titles)
    for place, label in enumerate(labels.tolist()):
        if place not in headlines:
            connected[label].append(place)
    for places in connected.values():
        yield from _average_linkage(adjusted, places)


def _average_linkage(adjusted: Vectors, places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    if len(places) == 1:
        yield (places[0],)
        return
    distances = (1 - adjusted[np.ix_(places, places)].astype(np.float64)).clip(min=0)
    np.fill_diagonal(distances, 0)
    labels = fcluster(linkage(squareform(distances, checks=False), "average"), 1 - TOGETHER, "distance")
    grouped: dict[int, list[int]] = defaultdict(list)
    for place, label in zip(places, labels.tolist(), strict=True):
        grouped[label].append(place)
    yield from map(tuple, grouped.values())
