"""Learn what decides for the policy frames, and write ``data/weights/frames*``.

    python -m scripts.train_frames ../shared/corpora/news15k.parquet --cache .cache/reference.db

reads the definitions, cue words and example sentences of ``data/frames/``, and the annotated articles of the corpus
that ``scripts.reference_usual`` has kept (with their vectors); nothing else, and no benchmark. Figures and words alone
are written. Three steps:

1. Directions: for each frame a logistic regression on the vectors of the example sentences, its own against all others.
   Its score is standardised over the sentences of the corpus.
2. Words, by distant supervision: a sentence of the corpus counts for a frame where it is among the ``TOP`` that its
   direction ranks highest. The weight of a term follows the log-odds of that; written cues keep a place unless the
   corpus speaks against them, other words are taken where they hold over outlets. Names and entities are left out.
3. Biases: the point from which on a sentence uses a frame is where F-beta (precision counts for more) is best on the
   example sentences, each scored by directions that did not see it.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from analysis import embedding
from analysis.annotation import annotate_many, annotator_version
from analysis.annotation.blob import unpack
from analysis.embedding import DIMENSIONS
from analysis.frames.scores import MOST
from analysis.frames.tables import LEARNED, OTHER, WRITTEN, Term, definitions, rows
from analysis.frames.terms import terms_in
from analysis.lexicon_words import split
from analysis.model import AnnotatedField, Article, Token
from scripts.reference_usual import corpus
from scripts.reference_usual.command_line import parser_of, read_with
from scripts.train_frames.written import Numbers, provenance, write_directions, write_words

TOP = 0.10
"""Share of the corpus' sentences that count for a frame."""
STRENGTH = 1.0
"""Inverse strength of regularisation of the directions."""
SLOPE, PER_WORD = 1.5, 0.75
"""Log-odds for one standard deviation of a direction's score, and for one of a word's own."""
SEEN, FEWEST_OUTLETS, LEARNED_FROM, HOLDS = 30, 8, 1.8, 0.9
"""A word is learned if it stands in so many sentences of so many outlets, with log-odds from here on, and points the
same way in this share of those outlets in which it stands three times."""
LEARNED_PART = 0.3
"""What a learned word counts beside a written one."""
CUE_PRIOR, CUE_SENTENCES, CUE_LEAST = 0.4, 10, 0.5
"""A written cue is taken to count in this share of so many sentences before any is seen; below the last it is dropped.
"""
HIGHEST = 3.0
ALONE_LEAST = 1.5
"""Log-odds that words must bring where they decide alone: one weak cue is not enough."""
BETA = 0.7
"""What recall counts beside precision where a sentence is said to use a frame."""
SEED = 0
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})

Table = NDArray[np.float32]


class Seen(NamedTuple):
    """A sentence of the corpus: its outlet and its terms, cues and single content words."""

    outlet: str
    terms: frozenset[Term]


@dataclass
class Count:
    """Sentences that hold a term, and for each frame those of them that count for it; the same by outlet."""

    total: int
    hits: Numbers
    outlets: dict[str, tuple[int, Numbers]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends with status 2 and one sentence where the corpus cannot be read."""
    frame, options = read_with(parser_of(__doc__), arguments)
    names = tuple(each.name for each in definitions() if each.name != OTHER)
    cues, (labels, texts) = written_cues(names), examples()
    seen, vectors = sentences(annotated_fields(frame, options.cache), cues)
    learn(names, cues, labels, texts, seen, vectors)


def learn(
    names: tuple[str, ...], cues: Mapping[Term, Mapping[int, float]], labels: Sequence[str], texts: Sequence[str],
    seen: Sequence[Seen], vectors: Table,
) -> None:
    """From the written tables and the sentences of the corpus to the files."""
    own = embedding.embed(texts)
    rough = directions(own, labels, names)
    scores = vectors @ rough.T
    mean, spread = scores.mean(axis=0), scores.std(axis=0)
    counted = count((scores > np.quantile(scores, 1 - TOP, axis=0)), seen)
    words = {**from_corpus(counted, cues, names), **from_cues(counted, cues)}
    from_words = np.array([_added(terms, words, names) for terms in example_terms(texts, words)])
    fair = SLOPE * (out_of_fold(own, labels, names) - mean) / spread
    threshold = [
        [best_cut(table[:, place], [label == name for label in labels]) for place, name in enumerate(names)]
        for table in (fair + from_words, from_words)
    ]
    bias = -np.array(threshold[0]) - SLOPE * mean / spread
    alone = -np.maximum(threshold[1], ALONE_LEAST)
    write_words(words, names, {term: each.total for term, each in counted.items()}, cues)
    write_directions(names, SLOPE * rough / spread[:, None], bias, alone)
    (LEARNED / "frames.toml").write_text(provenance(len(seen), len({each.outlet for each in seen})), encoding="utf-8")


def written_cues(names: tuple[str, ...]) -> dict[Term, dict[int, float]]:
    """Term -> place of its frame -> 1, or 0.5 for a weak cue."""
    found: dict[Term, dict[int, float]] = defaultdict(dict)
    for row in rows(WRITTEN / "cues.csv"):
        found[split(row["term"])][names.index(row["frame"])] = 0.5 if row["note"] == "weak" else 1.0
    return dict(found)


def examples() -> tuple[list[str], list[str]]:
    """The frames of the example sentences (or ``none``), and the sentences."""
    table = list(rows(WRITTEN / "examples.csv"))
    return [row["frame"] for row in table], [row["sentence"] for row in table]


def annotated_fields(frame: pd.DataFrame, cache: Path) -> Iterator[tuple[str, AnnotatedField]]:
    """Outlet and field of every article that ``cache`` holds as this version annotates, with vectors."""
    query = "select id, blob from annotated where version = ? and id like 'n:%' order by id"
    by_id = frame.assign(key="n:" + frame["id"].astype(str)).set_index("key")
    with sqlite3.connect(f"file:{cache}?mode=ro", uri=True) as file:
        for identifier, blob in file.execute(query, (annotator_version(),)):
            article = corpus.article(by_id.loc[identifier]) if identifier in by_id.index else None
            if article is not None:
                yield from ((article.outlet or "", field) for field in unpack(article, blob).fields() if field.vectors)


def sentences(fields: Iterable[tuple[str, AnnotatedField]], cues: Mapping[Term, Any]) -> tuple[list[Seen], Table]:
    """The sentences of the corpus and their vectors, row by row."""
    seen: list[Seen] = []
    tables: list[NDArray[np.float16]] = []
    longest = max(map(len, cues))
    for outlet, field in fields:
        first, terms = 0, {}
        for number, members in groupby(field.tokens, key=lambda token: token.sentence):
            last = first + len(list(members))
            terms[number] = frozenset(_terms(field.tokens, first, last, cues, longest))
            first = last
        seen += [Seen(outlet, terms.get(number, frozenset())) for number in range(len(field.sentences))]
        tables.append(np.frombuffer(field.vectors, "<f2", DIMENSIONS * len(field.sentences)).reshape(-1, DIMENSIONS))
    return seen, np.concatenate(tables).astype(np.float32)


def directions(vectors: Table, labels: Sequence[str], names: tuple[str, ...]) -> Numbers:
    """One row a frame: the coefficients of its sentences against all others."""
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=1000)
    return np.array([model.fit(vectors, [one == name for one in labels]).coef_[0] for name in names])


def out_of_fold(vectors: Table, labels: Sequence[str], names: tuple[str, ...]) -> Numbers:
    """The score of every example by directions that did not see it."""
    found = np.zeros((len(labels), len(names)))
    for known, unknown in StratifiedKFold(10, shuffle=True, random_state=SEED).split(vectors, labels):
        found[unknown] = vectors[unknown] @ directions(vectors[known], [labels[one] for one in known], names).T
    return found


def count(hits: NDArray[np.bool_], seen: Sequence[Seen]) -> dict[Term, Count]:
    """How often each term stands in sentences that count for each frame."""
    found: dict[Term, Count] = {}
    width = hits.shape[1]
    for row, sentence in zip(hits, seen, strict=True):
        for term in sentence.terms:
            one = found.setdefault(term, Count(0, np.zeros(width), {}))
            one.total += 1
            one.hits += row
            total, there = one.outlets.get(sentence.outlet, (0, np.zeros(width)))
            one.outlets[sentence.outlet] = (total + 1, there + row)
    return found


def from_cues(counted: Mapping[Term, Count], cues: Mapping[Term, Mapping[int, float]]) -> dict[tuple[Term, int], float]:
    """The weight of every written cue that the corpus does not speak against."""
    found = {}
    for term, frames in cues.items():
        one = counted.get(term)
        for place, strength in frames.items():
            total, hits = (one.total, one.hits[place]) if one else (0, 0.0)
            odds = log_odds(total, hits, CUE_SENTENCES, CUE_PRIOR)
            if odds >= CUE_LEAST:
                found[term, place] = PER_WORD * strength * min(odds, HIGHEST)
    return found


def from_corpus(
    counted: Mapping[Term, Count], cues: Mapping[Term, Mapping[int, float]], names: tuple[str, ...]
) -> dict[tuple[Term, int], float]:
    """The weight of every word that is no cue of the frame and stands with its sentences in nearly every outlet."""
    found = {}
    for term, one in counted.items():
        if len(term) > 1 or one.total < SEEN or len(one.outlets) < FEWEST_OUTLETS:
            continue
        often = [(total, hits) for total, hits in one.outlets.values() if total >= 3]
        for place in range(len(names)):
            odds = log_odds(one.total, one.hits[place], CUE_SENTENCES, TOP)
            holds = sum(hits[place] / total > TOP for total, hits in often) / max(len(often), 1)
            if odds >= LEARNED_FROM and holds >= HOLDS and place not in cues.get(term, {}):
                found[term, place] = PER_WORD * LEARNED_PART * min(odds, HIGHEST)
    return found


def log_odds(total: int, hits: float, prior_sentences: int, prior: float) -> float:
    """Log-odds of a hit among ``total`` sentences against the usual share, drawn towards ``prior``."""
    share = (hits + prior_sentences * prior) / (total + prior_sentences)
    return float(np.log(share / (1 - share)) - np.log(TOP / (1 - TOP)))


def example_terms(texts: Sequence[str], words: Mapping[tuple[Term, int], float]) -> Iterator[frozenset[Term]]:
    """The terms of each example sentence."""
    known = {term for term, _ in words}
    for each in annotate_many([Article(id=str(number), outlet=None, title=None, text=text, published=None)
                               for number, text in enumerate(texts)]):
        tokens = each.text.tokens
        yield frozenset(found.term for found in terms_in(tokens, 0, len(tokens), known, max(map(len, known))))


def best_cut(scores: Numbers, truth: Sequence[bool]) -> float:
    """The score from which on F-beta is best; the middle between the last one taken and the next."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(np.asarray(truth)[order])
    best = int(np.argmax((1 + BETA**2) * right / (np.arange(1, len(order) + 1) + BETA**2 * sum(truth))))
    below = scores[order[min(best + 1, len(order) - 1)]]
    return float((scores[order[best]] + below) / 2)


def _terms(tokens: Sequence[Token], first: int, last: int, cues: Mapping[Term, Any], longest: int) -> Iterator[Term]:
    """Cues, and lemmas of content words outside phrases and names."""
    phrases: set[int] = set()
    for found in terms_in(tokens, first, last, cues, longest):
        yield found.term
        phrases.update(range(found.first, found.last) if len(found.term) > 1 else ())
    for place in range(first, last):
        token = tokens[place]
        if token.pos in _CONTENT and not token.entity and token.lemma.isalpha() and place not in phrases:
            yield (token.lemma,)


def _added(terms: frozenset[Term], words: Mapping[tuple[Term, int], float], names: tuple[str, ...]) -> Numbers:
    found = [sum(words.get((term, place), 0.0) for term in terms) for place in range(len(names))]
    return np.minimum(found, MOST)


if __name__ == "__main__":
    main(sys.argv[1:])
