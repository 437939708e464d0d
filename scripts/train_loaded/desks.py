"""Which desks of the corpus write with an opinion and which in agency style, and which articles share a topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from scripts.reference_ngrams import is_opinion

AGENCY = frozenset(
    """Reuters|Associated Press|BBC News|NPR Online News|Christian Science Monitor|The Hill|USA TODAY|
    Wall Street Journal - News|Bloomberg|New York Times - News|ABC News|CBS News|CNBC|Washington Post|
    NBC News (Online)|Politico|CNN (Web News)|PBS NewsHour|Axios|Al Jazeera""".replace("\n    ", "").split("|")
)
"""News desks that keep to the sober style of agencies."""

OUTSPOKEN = frozenset(
    """Townhall|National Review|Salon|Reason|Breitbart News|American Spectator|The Daily Caller|Daily Beast|
    TheBlaze.com|Slate|Vanity Fair|Daily Kos|The Daily Wire|Mother Jones|Media Matters|HotAir|NewsBusters|
    Media Research Center|The Nation|ThinkProgress|Jacobin|New York Magazine|The Intercept|New Republic|InfoWars|
    Washington Free Beacon|The Atlantic|Vice|Democracy Now|Quillette|The Guardian|New York Post|CBN|Vox|The New Yorker|
    MSNBC|Bustle|The Post Millennial|The Daily Signal|CNS News|
    Independent Journal Review""".replace("\n    ", "").split("|")
)
"""Outlets of either side and of none that mix report and view; opinion desks and columnists count with them."""

DAYS, ALIKE, TOO_ALIKE, NEIGHBOURS = 21, 0.07, 0.8, 4
"""An outspoken article is set beside up to four sober ones of those days, as alike as this by TF-IDF, but no copies."""
MOST_OF_AN_OUTLET = 60
"""Articles that an outlet counts for, at most: none decides what all of them write."""
MOST_OF_A_NEIGHBOUR = 3.0
_LEAD = 3_000


class Desked(NamedTuple):
    """An article by its place in the corpus: whether its desk is outspoken, its outlet, and what it counts."""

    place: int
    outspoken: bool
    outlet: str
    weight: float


def read(path: Path) -> pd.DataFrame:
    """The dated articles of desks of either sort; ``outspoken`` and ``days`` (since 1970) are added."""
    frame = pd.read_parquet(path)
    outspoken = frame["outlet"].isin(OUTSPOKEN) | frame["outlet"].map(is_opinion)
    kept = frame.assign(outspoken=outspoken)[outspoken | frame["outlet"].isin(AGENCY)]
    dates = pd.to_datetime(kept["published"], errors="coerce")
    dated = kept[dates.notna()].assign(days=dates[dates.notna()].to_numpy().astype("datetime64[D]").astype(int))
    return dated.reset_index(drop=True)


def matched(frame: pd.DataFrame) -> list[Desked]:
    """The outspoken articles that have sober ones on their topic and days, and those; both sides weigh as much."""
    pairs = dict(_neighbours(frame))
    outlets = frame["outlet"]
    counts = Counter(outlets[place] for place in pairs)
    own = {place: min(1.0, MOST_OF_AN_OUTLET / counts[outlets[place]]) for place in pairs}
    lent: Mapping[int, float] = defaultdict(float)
    for place, beside in pairs.items():
        for neighbour in beside:
            lent[neighbour] += own[place] / len(beside)  # type: ignore[index]
    sober = {place: min(weight, MOST_OF_A_NEIGHBOUR) for place, weight in lent.items()}
    return [
        Desked(place, outspoken, outlets[place], weight)
        for outspoken, side in ((True, own), (False, sober))
        for place, weight in side.items()
    ]


def _neighbours(frame: pd.DataFrame) -> Iterator[tuple[int, list[int]]]:
    """Each outspoken article that has any, with the sober ones most like it."""
    likes, days = vectors(frame), frame["days"].to_numpy()
    loud, sober = (_by_day(frame, outspoken) for outspoken in (True, False))
    for low in range(0, len(loud), 200):
        block = loud[low : low + 200]
        first = np.searchsorted(days[sober], days[block[0]] - DAYS)
        last = np.searchsorted(days[sober], days[block[-1]] + DAYS, side="right")
        near = sober[first:last]
        alike = (likes[block] @ likes[near].T).toarray()
        alike[np.abs(days[block][:, None] - days[near][None, :]) > DAYS] = 0
        for row, place in enumerate(block):
            best = np.argsort(-alike[row], kind="stable")[:NEIGHBOURS]
            found = [int(near[column]) for column in best if ALIKE <= alike[row, column] < TOO_ALIKE]
            if found:
                yield int(place), found


def _by_day(frame: pd.DataFrame, outspoken: bool) -> Any:
    part = frame[frame["outspoken"] == outspoken]
    return part.sort_values("days", kind="stable").index.to_numpy()


def vectors(frame: pd.DataFrame) -> Any:
    texts = frame["title"].fillna("") + "\n" + frame["text"].str.slice(0, _LEAD)
    vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=3, max_df=0.2, dtype=np.float32)
    return vectorizer.fit_transform(texts)
