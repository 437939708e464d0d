"""Fit the weights of the tone towards a person or group on NewsMTSC, and answer it out of fold.

    python -m scripts.train_tone                          write data/weights/tone_*.csv
    python -m scripts.train_tone --out-of-fold DIR        write DIR/newsmtsc.jsonl, each fold judged by the others
    python -m scripts.train_tone --benchmarks FOLDER      where data/newsmtsc.jsonl.gz lies

Multinomial logistic regression with an L2 penalty; folds by group, dealt by a fixed seed. No word is kept that is
written with a capital inside sentences more often than not: it would be (part of) a name; and the vectors are made to
tell little of who is named (``scripts.tone_names``). The annotated sentences and their vectors are kept in ``.cache/``,
so that only the first run takes ten minutes, and the next ones two.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from analysis import embedding, pieces
from analysis.annotation import annotate_many, annotator_version, pack, unpack
from analysis.embedding import DIMENSIONS
from analysis.model import AnnotatedField, Article, Span
from analysis.tone.features import Features
from analysis.tone.judge import Judge, summed
from analysis.tone.weights import ALWAYS, FOLDER, LABELS, VECTORS, Row, Weights, write
from scripts.tone_names import Array, embedded, projection, without_people

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache"
BENCHMARKS = ROOT.parent / "shared" / "benchmarks"
FOLDS, SEED = 5, 0
PENALTY = 0.02
"""Inverse strength of the L2 penalty (scikit-learn's C)."""
SCALE = 0.2
"""Standard deviation that a dimension of a vector is brought to, beside words that count 0 or 1."""
LEAST_TARGETS = 4
"""Targets in which a feature must stand to be learned."""
LEAST_WEIGHT = 0.02
"""A feature none of whose weights is further than this from their mean is dropped."""


class Example(NamedTuple):
    """A labelled target: its sums of features, the vectors of its sentence and clause (as they are, and with the names
    of people exchanged), and where it came from."""

    id: str
    group: str
    label: int
    field: AnnotatedField
    target: Span
    features: Mapping[str, float]
    vectors: Array
    exchanged: Array


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--benchmarks", type=Path, default=BENCHMARKS, help="default: %(default)s")
    parser.add_argument("--out-of-fold", type=Path, metavar="DIR", help="only answer the set out of fold")
    options = parser.parse_args(arguments)
    examples = read(options.benchmarks / "data" / "newsmtsc.jsonl.gz")
    if options.out_of_fold is None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        write(fitted(examples), FOLDER)
        return
    options.out_of_fold.mkdir(parents=True, exist_ok=True)
    with (options.out_of_fold / "newsmtsc.jsonl").open("w", encoding="utf-8") as stream:
        for line in out_of_fold(examples):
            stream.write(json.dumps(line) + "\n")


def out_of_fold(examples: Sequence[Example]) -> Iterator[dict[str, object]]:
    """The product's answer for each target, with weights that saw no target of its group."""
    groups = sorted({each.group for each in examples})
    random.Random(SEED).shuffle(groups)
    fold_of = {group: number % FOLDS for number, group in enumerate(groups)}
    for fold in range(FOLDS):
        weights = fitted([each for each in examples if fold_of[each.group] != fold])
        print(f"fold {fold + 1} of {FOLDS}: {len(weights.words)} features", file=sys.stderr, flush=True)
        for each in examples:
            if fold_of[each.group] == fold:
                judged = Judge(each.field, weights).judge(each.target)
                yield {"id": each.id, "label": judged.label, "score": round(judged.score, 4)}


def fitted(examples: Sequence[Example]) -> Weights:
    """The weights that fit ``examples``, rounded and pruned as they are kept."""
    kept = _learnable(examples)
    table = DictVectorizer(dtype=np.float32)
    words = table.fit_transform([{name: each.features[name] for name in each.features.keys() & kept}
                                 for each in examples])  # fmt: skip
    given, exchanged = (np.concatenate([getattr(each, name) for each in examples]) for name in ("vectors", "exchanged"))
    project = projection(given, exchanged)
    vectors = (exchanged @ project).reshape(len(examples), -1)
    mean, spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-4
    scaled = csr_matrix((vectors - mean) / spread * SCALE)
    model = LogisticRegression(C=PENALTY, max_iter=300, tol=1e-4)
    model.fit(hstack([words, scaled]).tocsr(), [each.label for each in examples])
    assert tuple(model.classes_) == LABELS
    found = model.coef_ - model.coef_.mean(axis=0)
    of_words = _pruned(table.get_feature_names_out(), found[:, : words.shape[1]].T)
    of_words[ALWAYS] = _row(model.intercept_ - model.intercept_.mean())
    return Weights(of_words, _of_vectors(found[:, words.shape[1] :].T / spread[:, None] * SCALE, mean, project))


def _of_vectors(weights: Array, mean: Array, project: Array) -> Array:
    """The weights of each dimension of a vector as it is, and behind them what makes the mean vector add nothing."""
    parts = []
    for number in range(len(VECTORS)):
        part = slice(number * DIMENSIONS, (number + 1) * DIMENSIONS)
        parts.append(np.vstack([project @ weights[part], -mean[part] @ weights[part]]))
    return np.asarray(np.round(np.stack(parts), 3))


def _pruned(names: Iterable[str], weights: Array) -> dict[str, Row]:
    return {
        str(name): _row(row) for name, row in zip(names, weights, strict=True) if np.abs(row).max() >= LEAST_WEIGHT
    }


def _row(values: Iterable[float]) -> Row:
    negative, neutral, positive = (round(float(value), 3) for value in values)
    return negative, neutral, positive


def _learnable(examples: Sequence[Example]) -> set[str]:
    """Features of enough targets that hold no word which is mostly written with a capital."""
    counts = Counter(name for each in examples for name in each.features)
    names = _names(examples)
    return {
        name for name, count in counts.items()
        if count >= LEAST_TARGETS and names.isdisjoint(name.rpartition(":")[2].lstrip("!").split())
    }  # fmt: skip


def _names(examples: Sequence[Example]) -> set[str]:
    """Words, as written and by lemma, that stand with a capital inside sentences more often than without."""
    capital: Counter[str] = Counter()
    fields = {id(each.field): each.field for each in examples}.values()
    for field in fields:
        for before, token in zip(field.tokens, field.tokens[1:], strict=False):
            if before.sentence == token.sentence and before.text[-1:].isalnum():
                for word in {token.lemma, token.text.lower()}:
                    capital[word] += 1 if token.text[:1].isupper() else -1
    return {word for word, balance in capital.items() if balance > 0} - {"i"}


def read(path: Path) -> list[Example]:
    """The labelled targets of a file, annotated."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    fields = _annotated(list(dict.fromkeys(row["input"]["text"] for row in rows)))
    chance = random.Random(SEED)
    places = [_place(fields[row["input"]["text"]], row["input"]) for row in rows]
    texts = [text for field, place in places for text in without_people(field, _texts(field, place), chance)]
    exchanged = embedded(texts, CACHE).reshape(len(rows), len(VECTORS), -1)
    return [_example(row, *place, vectors) for row, place, vectors in zip(rows, places, exchanged, strict=True)]


def _place(field: AnnotatedField, target: Mapping[str, int]) -> tuple[AnnotatedField, list[int]]:
    """The rows of the vectors of the sentence and the clause in which a target stands."""
    features = Features(field)
    head = features.head(features.members(Span(target["start"], target["end"])))
    if head is None:
        raise SystemExit("A target of the set has no word in it; is it whole?")
    return field, [field.tokens[head].sentence, pieces.rows(field)[head]]


def _texts(field: AnnotatedField, place: Sequence[int]) -> list[str]:
    texts = pieces.texts(field)
    return [texts[row] for row in place]


def _example(row: Mapping[str, Any], field: AnnotatedField, place: Sequence[int], exchanged: Array) -> Example:
    target = Span(row["input"]["start"], row["input"]["end"])
    features = summed(Features(field).of(target))
    vectors = embedding.stored(field)
    if vectors is None:
        raise SystemExit("Sentences have no vectors; install the sentence model (requirements.txt).")
    name, group, label = row["input"]["id"], str(row["group"]), row["gold"]["label"]
    return Example(name, group, label, field, target, features, vectors[list(place)], exchanged)


def _annotated(texts: Sequence[str]) -> dict[str, AnnotatedField]:
    """Each text annotated, with vectors; kept for the next run under what it depends on."""
    digest = sha256("\n".join((annotator_version(), *texts)).encode("utf-8", "replace")).hexdigest()[:16]
    kept = CACHE / f"newsmtsc-{digest}.zip"
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        with ZipFile(kept.with_suffix(".part"), "w") as file:
            for each in annotate_many(articles, lambda done: _said(done, len(texts)), vectors=True):
                file.writestr(each.id, pack(each))
        kept.with_suffix(".part").rename(kept)
    with ZipFile(kept) as file:
        return {article.text: unpack(article, file.read(article.id)).text for article in articles}


def _said(done: int, total: int) -> None:
    if done % 500 == 0 or done == total:
        print(f"{done} of {total} sentences annotated", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
