"""Fit what it counts that other outlets lack a word, and write ``data/weights/loaded_company.csv`` and ``.toml``.

    python -m scripts.train_loaded.company ../shared/corpora/news15k.parquet

Every article is seen in the company of one or two sober desks on the same event, those of outspoken desks and those of
sober ones alike: if the latter had outspoken company, who is there would give the label away. Each sentence is one
example: is its desk outspoken? It is told by the score as it is alone and, beside that, by how much more than usual of
what speaks for the score the others lack. The weight is the coefficient of the latter, as a share of that of the score.
It is one for all words, because single words are too seldom, and one for what others lack in the sentences that tell
the same and in their articles: fitted apart, the first was too uncertain (-0.2, with a standard error of 0.2). What is
usual is counted in the pairs of outlets on one event from which the yardsticks come (``scripts.reference_usual``).

Articles that ``--cache`` holds are read from there; outspoken ones and their company that it lacks are annotated, and
kept in ``--own-cache``.
"""

from __future__ import annotations

import argparse
import csv
import math
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import sklearn
from sklearn.linear_model import LogisticRegression

from analysis.annotation import annotator_version
from analysis.annotation.blob import unpack
from analysis.copies import copies
from analysis.loaded import loaded_sentences
from analysis.loaded.company import Company, companies
from analysis.loaded.company_weights import ARTICLE, COLUMNS, SENTENCE, TABLE
from analysis.loaded.score import parts_of
from analysis.loaded.sentences import read
from analysis.loaded.weights import weights
from analysis.model import AnnotatedArticle, Article
from analysis.statements import statements
from scripts.reference_usual import corpus
from scripts.reference_usual.annotated import annotated
from scripts.train_loaded import desks
from scripts.train_loaded.kinds import LONGEST, MOST_OF_AN_OUTLET, SHORTEST

ROOT = Path(__file__).resolve().parents[2]
DAYS, ALIKE, TOO_ALIKE, SOBER = 2, 0.25, 0.75, 2
"""Two articles are on one event within so many days and from this cosine of their words on, if they are no copies."""
PENALTY = 1000.0
"""Inverse strength of the L2 penalty: next to none, as three figures are fitted on tens of thousands of sentences."""


class Example(NamedTuple):
    """A sentence. ``odds``: its score alone; ``adds``: what its words add to it; ``lacking``: the same, each word times
    the share of the others that lack it; ``told``: whether any of them tells the same."""

    odds: float
    adds: float
    lacking: float
    told: bool
    outspoken: bool
    outlet: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="parquet file with the columns id, outlet, title, text, published")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "reference.db", help="default: %(default)s")
    own = ROOT / ".cache" / "loaded_company.db"
    parser.add_argument("--own-cache", type=Path, default=own, help="default: %(default)s")
    options = parser.parse_args()
    frame = desks.read(options.corpus)
    events = [each for each in events_of(frame, in_cache(frame, options.cache)) if len(each) > 1]
    places = sorted({place for event in events for place in event})
    known = annotated_at(frame, places, options.cache, options.own_cache)
    examples = list(examples_of(frame, events, known))
    usual = usual_of(list(examples_in_pairs(options.corpus, options.cache)))
    weight = fitted(examples, usual)
    write({name: (weight, each) for name, each in zip((ARTICLE, SENTENCE), usual, strict=True)}, len(events),
          len(examples))


def in_cache(frame: pd.DataFrame, cache: Path) -> frozenset[int]:
    """The places of the articles that are kept annotated."""
    with sqlite3.connect(f"{cache.resolve().as_uri()}?mode=ro", uri=True) as file:
        rows = file.execute("select id from annotated where version = ?", (annotator_version(),))
        kept = {str(row[0]) for row in rows}
    return frozenset(place for place, name in enumerate(frame["id"]) if f"n:{name}" in kept)


def events_of(frame: pd.DataFrame, kept: Collection[int]) -> Iterator[list[int]]:
    """Each outspoken article, and each sober one of ``kept``, with sober ones on its event, the most alike first."""
    table, days, outlets = desks.vectors(frame), frame["days"].to_numpy(), frame["outlet"]
    sober = frame[~frame["outspoken"]].sort_values("days", kind="stable").index.to_numpy()
    for place, outspoken in enumerate(frame["outspoken"]):
        first, last = (np.searchsorted(days[sober], days[place] + edge) for edge in (-DAYS, DAYS + 1))
        near = [int(at) for at in sober[first:last] if outlets[at] != outlets[place] and (outspoken or at in kept)]
        if near and (outspoken or place in kept):
            alike = (table[place] @ table[near].T).toarray()[0]
            best = [near[at] for at in np.argsort(-alike, kind="stable") if ALIKE <= alike[at] < TOO_ALIKE]
            yield [place, *best[:SOBER]]


def annotated_at(frame: pd.DataFrame, places: Sequence[int], cache: Path, own: Path) -> dict[int, AnnotatedArticle]:
    """The articles at ``places``, with vectors, without those that cannot be read."""
    articles = corpus.articles_at(frame, places)
    kept = _kept(articles, cache)
    missing = [place for place in articles if place not in kept]
    made = annotated([articles[place] for place in missing], own, vectors=True)
    return kept | dict(zip(missing, made, strict=True))


def _kept(articles: Mapping[int, Article], cache: Path) -> dict[int, AnnotatedArticle]:
    query = "select blob from annotated where id = ? and version = ?"
    with sqlite3.connect(f"{cache.resolve().as_uri()}?mode=ro", uri=True) as file:
        found = {
            place: file.execute(query, (each.id, annotator_version())).fetchone() for place, each in articles.items()
        }
    return {place: unpack(articles[place], bytes(row[0])) for place, row in found.items() if row}


def examples_of(
    frame: pd.DataFrame, events: Iterable[Sequence[int]], known: Mapping[int, AnnotatedArticle]
) -> Iterator[Example]:
    """The sentences of the first article of each event that has company."""
    for event in events:
        articles = [known[place] for place in event if place in known]
        if event[0] in known and len(articles) > 1:
            row, company = frame.loc[event[0]], companies(articles, statements(articles, copies(articles)))
            if found := company.get((articles[0].id, "text")):
                yield from _examples(articles[0], found, bool(row["outspoken"]), str(row["outlet"]))


def examples_in_pairs(path: Path, cache: Path) -> Iterator[Example]:
    """The sentences of the pairs of outlets on one event by which differences are called usual, each beside the other;
    all of them as of one desk."""
    frame = corpus.read(path).assign(outspoken=False)
    pairs = corpus.same_event(frame)
    known = _kept(corpus.articles_at(frame, {place for pair in pairs for place in pair[:2]}), cache)
    return examples_of(frame, [order for one, other, *_ in pairs for order in ([one, other], [other, one])], known)


def _examples(of: AnnotatedArticle, company: Company, outspoken: bool, outlet: str) -> Iterator[Example]:
    table = weights()
    for sentence, scored in zip(read(of.text), loaded_sentences(of.text), strict=True):
        if SHORTEST <= sum(sentence.voices.values()) <= LONGEST:
            start = sentence.span.start
            parts = [(part.adds, company.lacking(start, part.span)) for part in parts_of(sentence, table)]
            found = [(adds, lack) for adds, lack in parts if adds > 0 and lack is not None]
            yield Example(
                math.log(scored.score / (1 - scored.score)), math.fsum(adds for adds, _ in found),
                math.fsum(adds * (lack.article if lack.sentence is None else lack.sentence) for adds, lack in found),
                start in company.telling, outspoken, outlet,
            )  # fmt: skip


def usual_of(examples: Sequence[Example]) -> tuple[float, float]:
    """The share of others that lack a word, on average by what the words add: of their articles, and of those that tell
    the same. With it the sum of all scores' log-odds stays as it is."""
    _, adds, lacking, told = _columns(examples)
    articles, sentences = (float(lacking[rows].sum() / adds[rows].sum()) for rows in (told == 0, told == 1))
    return articles, sentences


def fitted(examples: Sequence[Example], usual: tuple[float, float]) -> float:
    """The weight of what the others lack beyond what is ``usual``."""
    odds, adds, lacking, told = _columns(examples)
    beyond = lacking - np.where(told, usual[1], usual[0]) * adds
    labels = np.array([each.outspoken for each in examples])
    model = LogisticRegression(C=PENALTY, max_iter=1000)
    model.fit(np.stack([odds, adds, beyond], axis=1), labels, sample_weight=_counts(examples))
    return float(model.coef_[0][2] / model.coef_[0][0])


def _columns(examples: Sequence[Example]) -> list[Any]:
    """The figures of all examples, one array each."""
    return [np.array(column, float) for column in list(zip(*examples, strict=True))[:4]]


def _counts(examples: Sequence[Example]) -> Any:
    """What each example counts: no outlet more than ``MOST_OF_AN_OUTLET`` sentences, both sorts the same."""
    of_outlet = Counter(each.outlet for each in examples)
    counts = np.array([min(1.0, MOST_OF_AN_OUTLET / of_outlet[each.outlet]) for each in examples])
    outspoken = np.array([each.outspoken for each in examples])
    for side in (outspoken, ~outspoken):
        counts[side] *= len(examples) / 2 / counts[side].sum()
    return counts


def write(found: Mapping[str, tuple[float, float]], events: int, sentences: int) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows((name, *(f"{value:.2f}" for value in values)) for name, values in found.items())
    made = {
        "events": events, "sentences": f"{sentences:,}", "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "versions": f"{annotator_version()}, scikit-learn {sklearn.__version__}",
    }
    about = Path(__file__).with_name("company_provenance.toml").read_text(encoding="utf-8").format(**made)
    TABLE.with_suffix(".toml").write_text(about, encoding="utf-8")


if __name__ == "__main__":
    main()
