"""Count how usual a tone is, and how far outlets lie apart in it, and write ``data/reference/tone_*.csv``.

    python -m scripts.reference_usual.count_tone ../shared/corpora/news15k.parquet --cache .cache/reference.db

counts tone alone, in minutes where the articles are annotated; ``scripts.reference_usual`` counts it too. What
it was counted in, and its limits, go under ``[tone]`` in ``usual.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path

import pandas as pd

from analysis import weights
from analysis.model import Article
from analysis.usual.tables import FOLDER, PROVENANCE, TONE_QUANTILES
from analysis.usual.tones import SPREADS
from scripts.reference_usual import corpus
from scripts.reference_usual.annotated import annotated
from scripts.reference_usual.command_line import parser_of, read_with
from scripts.reference_usual.tables import write
from scripts.reference_usual.tone_rows import Heard, heard, quantile_rows, spread_rows

_HEAD = "\n[tone]\n"
_AT_ONCE = 200
"""Articles held in memory at a time."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends with status 2 and one sentence where the corpus cannot be read."""
    parser = parser_of(__doc__)
    parser.add_argument("--articles", type=int, default=10**9, help="how many articles beside those in pairs")
    frame, options = read_with(parser, arguments)
    topic, event = corpus.same_outlet(frame), corpus.same_event(frame)
    count(frame, corpus.places_of(frame, (*topic, *event), options.articles), topic, event, options.cache)


def count(frame: pd.DataFrame, places: Sequence[int], topic: Sequence[corpus.Pair], event: Sequence[corpus.Pair],
          cache: Path) -> None:
    """Count tone in the articles at ``places`` and in the pairs, and write tables and provenance."""
    articles = list(heard_in(frame, [(place,) for place in places], cache))
    same, other = (list(heard_in(frame, [pair[:2] for pair in pairs], cache)) for pairs in (topic, event))
    keep(articles, same, other)


def heard_in(frame: pd.DataFrame, groups: Sequence[Sequence[int]], cache: Path) -> Iterator[list[Heard]]:
    """What is heard in each group of articles, told by their places in the frame; one that cannot be read is left out,
    with its group."""
    waiting = iter(groups)
    while some := list(islice(waiting, _AT_ONCE)):
        articles: dict[int, Article] = corpus.articles_at(frame, dict.fromkeys(chain.from_iterable(some)))
        done = dict(zip(articles, annotated(list(articles.values()), cache, vectors=True), strict=True))
        yield from (heard([done[place] for place in group]) for group in some if set(group) <= set(done))


def keep(articles: Sequence[Sequence[Heard]], topic: Sequence[Sequence[Heard]],
         event: Sequence[Sequence[Heard]]) -> None:
    """Write both tables and the part of the provenance that is about tone."""
    write(FOLDER / TONE_QUANTILES, quantile_rows(articles))
    write(FOLDER / SPREADS, spread_rows(articles, topic, event))
    path = FOLDER / PROVENANCE
    others = path.read_text(encoding="utf-8").partition(_HEAD)[0]
    path.write_text(others + _HEAD + provenance(len(articles)), encoding="utf-8")


def provenance(articles: int) -> str:
    """The part on tone of the TOML file beside the tables."""
    return f'''# Where tone_quantiles.csv and tone_spreads.csv come from. Written by scripts/reference_usual.count_tone.
counted_on = "{datetime.now(UTC).date()}"
articles = {articles}
weights = "{", ".join(each for each in weights.versions().split(", ") if each.startswith("tone "))}"
limits = [
  "means of five and more clauses of one article and voice about one person or group, each article an event of its own",
  "lengths are contiguous runs of clauses; a mean of more clauses is placed among those of the longest",
  "names are linked over both articles of a pair by Parallax itself, not by hand",
  "a person or group counts once an article, so those of whom news tells most count most",
  "two outlets on one event lie no farther apart than two articles of one outlet on one topic: where that is so, the \
spread between outlets is set to that within one",
  "quoted words: too few pairs of outlets speak of the same person in them, so that no gap is tested there",
]
'''


if __name__ == "__main__":
    main()
