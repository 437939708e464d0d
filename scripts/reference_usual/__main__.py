"""Count how usual figures and differences are, and write ``data/reference/usual*``.

    python -m scripts.reference_usual ../shared/corpora/news15k.parquet --cache annotated.db

reads a parquet file with the columns id, outlet, title, text and published, leaves opinion desks out, cuts page
furniture away as Parallax does, annotates the articles (about an hour for 10,000; ``--cache`` keeps what is done,
``--articles`` takes fewer) and writes figures alone: quantiles of every measure by voice and length, and spreads within
articles, between articles of one outlet on one topic, and between outlets on one event.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from analysis import __version__, lexicons, weights
from analysis.annotation import annotator_version
from analysis.usual.tables import FOLDER, PROVENANCE, QUANTILES, SPREADS
from scripts.reference_usual import corpus, count_tone
from scripts.reference_usual.annotated import annotated
from scripts.reference_usual.command_line import parser_of, read_with
from scripts.reference_usual.counts import Counted, counted
from scripts.reference_usual.fit import Pairs
from scripts.reference_usual.tables import quantile_rows, speaker_row, spread_rows, write
from scripts.reference_usual.told import speaker_figures

VERSION = "2"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends with status 2 and one sentence where the corpus cannot be read."""
    parser = parser_of(__doc__)
    parser.add_argument("--articles", type=int, default=10**9, help="how many articles beside those in pairs")
    frame, options = read_with(parser, arguments)
    topic, event = corpus.same_outlet(frame), corpus.same_event(frame)
    _say(f"{len(frame)} articles of news desks, {len(topic)} pairs of one outlet, {len(event)} pairs on one event")
    places = corpus.places_of(frame, (*topic, *event), options.articles)
    speakers = [_speakers(frame, pairs, options.cache) for pairs in (topic, event)]
    found = _counted(frame, places, options.cache)
    same, other = (_pairs(found, pairs) for pairs in (topic, event))
    write(FOLDER / QUANTILES, quantile_rows(list(found.values())))
    write(FOLDER / SPREADS, [*spread_rows(list(found.values()), same, other), *speaker_row(*speakers)])
    (FOLDER / PROVENANCE).write_text(provenance(frame, found, len(same), len(other)), encoding="utf-8")
    count_tone.count(frame, places, topic, event, options.cache)


def _counted(frame: pd.DataFrame, places: Sequence[int], cache: Path) -> dict[int, Counted]:
    articles = corpus.articles_at(frame, places)
    done: dict[int, Counted] = {}
    for place, one in zip(articles, annotated(list(articles.values()), cache, vectors=True), strict=True):
        done[place] = counted(one)
        if len(done) % 500 == 0:
            _say(f"{len(done)} of {len(articles)} articles counted")
    return done


def _speakers(frame: pd.DataFrame, pairs: Sequence[corpus.Pair], cache: Path) -> Pairs:
    """The figures of every speaker who is heard in both articles of a pair."""
    articles = corpus.articles_at(frame, (place for pair in pairs for place in pair[:2]))
    done = dict(zip(articles, annotated(list(articles.values()), cache), strict=True))
    whole = [(done[pair.first], done[pair.second]) for pair in pairs if pair.first in done and pair.second in done]
    return [figures for pair in whole for figures in speaker_figures(pair)]


def _pairs(found: dict[int, Counted], pairs: Sequence[corpus.Pair]) -> list[tuple[Counted, Counted]]:
    return [(found[pair.first], found[pair.second]) for pair in pairs if pair.first in found and pair.second in found]


def provenance(frame: pd.DataFrame, found: dict[int, Counted], topic: int, event: int) -> str:
    """The TOML file beside the tables."""
    lists = ", ".join(f"{name} {lexicons.load(name).version}" for name in lexicons.names())
    return f'''# Where usual_quantiles.csv and usual_spreads.csv come from. Written by scripts/reference_usual.
name = "US political news 2012-2020"
version = "{VERSION}"
counted_on = "{datetime.now(UTC).date()}"
corpus = "news15k: a sample of ramybaly/Article-Bias-Prediction @ ced8111 (Apache-2.0), balanced over outlets"
articles = {len(found)}
outlets = {frame.loc[list(found), "outlet"].nunique()}
first_date = "{frame["published"].dropna().min()}"
last_date = "{frame["published"].dropna().max()}"
pairs_of_one_outlet_on_one_topic = {topic}
pairs_of_outlets_on_one_event = {event}
parallax = "{__version__}"
annotator = "{annotator_version()}"
lexicons = "{lists}"
weights = "{weights.versions()}"
script = "scripts/reference_usual"
limits = [
  "US political news: in other countries, languages and fields other figures are usual",
  "no article under 303 words; shorter lengths are contiguous stretches of longer articles",
  "articles from round-ups of big stories, opinion desks left out by the name of the desk",
  "pairs were found by date and shared words ({corpus.TOPIC_DAYS} days and cosine {corpus.TOPIC_ALIKE} for one outlet, \
{corpus.EVENT_DAYS} days and {corpus.EVENT_ALIKE} for two), not by hand",
]
'''


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
