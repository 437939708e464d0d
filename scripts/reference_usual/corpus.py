"""The articles to count in, and the pairs: two of one outlet on one topic, two of different outlets on one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.errors import ReadingError
from analysis.model import Article
from analysis.reading import read_text
from scripts.reference_ngrams import is_opinion

TOPIC_DAYS, TOPIC_ALIKE = 14, 0.20
"""Two articles of one outlet are on one topic within so many days and from this cosine of their words on."""
EVENT_DAYS, EVENT_ALIKE = 2, 0.40
"""Two articles of different outlets are taken to report one event within so many days and from this cosine on."""
TOO_ALIKE = 0.75
"""From here on one is an update or a copy of the other: such a pair shows no chance at all."""
_LEAD = 3_000
_NEEDED = ("id", "outlet", "title", "text", "published")


class Pair(NamedTuple):
    """Two articles by their place in the frame, and the outlet where they have one in common."""

    first: int
    second: int
    outlet: str
    day: str
    alike: float


def read(path: Path) -> pd.DataFrame:
    """The corpus without opinion desks and columnists; ``day`` is the date or NaT.

    Raises ReadingError, which names the file and the columns needed, where it is no corpus or holds no article.
    """
    wanted = f"a corpus is a parquet file with the columns {', '.join(_NEEDED)}"
    try:
        frame = pd.read_parquet(path)
    except (OSError, ValueError) as error:
        what = "cannot be read" if path.exists() else "does not exist"
        raise ReadingError(f"{path} {what}; {wanted}.") from error
    if lacking := [name for name in _NEEDED if name not in frame]:
        raise ReadingError(f"{path} has no column {', '.join(lacking)}; {wanted}.")
    if frame.empty:
        raise ReadingError(f"{path} holds no article; {wanted}, and a row for each article.")
    news = frame[[not is_opinion(outlet) for outlet in frame["outlet"]]].reset_index(drop=True)
    return news.assign(day=pd.to_datetime(news["published"], errors="coerce"))


def article(row: Any) -> Article | None:
    """A row of the frame as Parallax reads it, page furniture cut away; None where nothing can be read."""
    try:
        published = row.published if isinstance(row.published, str) else None
        read = read_text(row.text, str(row.id), outlet=row.outlet, title=row.title, published=published)
    except ReadingError:
        return None
    return replace(read, id=f"n:{row.id}")


def places_of(frame: pd.DataFrame, pairs: Iterable[Pair], others: int, seed: int = 0) -> list[int]:
    """The places of all articles of ``pairs``, and of so many others, drawn from the frame."""
    drawn = map(int, np.random.default_rng(seed).permutation(len(frame))[:others])
    return list(dict.fromkeys((*chain.from_iterable(pair[:2] for pair in pairs), *drawn)))


def articles_at(frame: pd.DataFrame, places: Iterable[int]) -> dict[int, Article]:
    """The articles at ``places`` of the frame, without those that cannot be read."""
    found = ((place, article(frame.loc[place])) for place in places)
    return {place: one for place, one in found if one is not None}


def same_outlet(frame: pd.DataFrame) -> list[Pair]:
    """A/A pairs, the most alike first; no article stands in two of them."""
    vectors = _vectors(frame)
    found = (pair for outlet, group in frame[frame["day"].notna()].groupby("outlet")
             for pair in _alike(vectors, group, str(outlet)))
    return _disjoint(sorted(found, key=lambda pair: -pair.alike))


def same_event(frame: pd.DataFrame) -> list[Pair]:
    """Pairs of different outlets on one event, the most alike first; no article stands in two of them."""
    dated = frame[frame["day"].notna()].sort_values("day", kind="stable")
    vectors, places = _vectors(frame), dated.index.to_numpy()
    days = dated["day"].to_numpy().astype("datetime64[D]").astype(int)
    outlets, found = dated["outlet"].to_numpy(), []
    for low in range(0, len(places), 500):
        high = min(len(places), low + 500)
        end = np.searchsorted(days, days[high - 1] + EVENT_DAYS, side="right")
        near = (vectors[places[low:high]] @ vectors[places[low:end]].T).tocoo()
        for row, column, alike in zip(near.row + low, near.col + low, near.data, strict=True):
            if (column > row and EVENT_ALIKE <= alike < TOO_ALIKE and days[column] - days[row] <= EVENT_DAYS
                    and outlets[row] != outlets[column]):
                day = str(dated["published"].iloc[row])
                found.append(Pair(int(places[row]), int(places[column]), "", day, float(alike)))
    return _disjoint(sorted(found, key=lambda pair: -pair.alike))


def _vectors(frame: pd.DataFrame) -> Any:
    texts = frame["title"] + "\n" + frame["text"].str.slice(0, _LEAD)
    return TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, max_df=0.2).fit_transform(texts)


def _alike(vectors: Any, group: pd.DataFrame, outlet: str) -> Iterator[Pair]:
    places = group.index.to_numpy()
    days = group["day"].to_numpy().astype("datetime64[D]").astype(int)
    alike = (vectors[places] @ vectors[places].T).toarray()
    near = (np.abs(days[:, None] - days[None, :]) <= TOPIC_DAYS) & (alike >= TOPIC_ALIKE) & (alike < TOO_ALIKE)
    for row, column in zip(*np.where(np.triu(near, 1)), strict=True):
        yield Pair(int(places[row]), int(places[column]), outlet, str(group["published"].iloc[row]),
                   float(alike[row, column]))


def _disjoint(pairs: list[Pair]) -> list[Pair]:
    used: set[int] = set()
    kept = []
    for pair in pairs:
        if pair.first not in used and pair.second not in used:
            used |= {pair.first, pair.second}
            kept.append(pair)
    return kept
