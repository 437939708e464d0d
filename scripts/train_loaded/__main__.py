"""Fit the weights of the score for loaded sentences, and write ``data/weights/loaded.csv`` and ``loaded.toml``.

    python -m scripts.train_loaded ../shared/corpora/news15k.parquet

needs the articles that ``scripts.reference_usual`` keeps annotated (``--cache``) and NewsMTSC (``--benchmarks``). Three
things are added up:

1. Words, by distant supervision: sentences of outspoken desks against those of sober ones on the same topics and days;
   kept where two fits on outlets of which none is in both agree.
2. Kinds of marks, fitted on the same desks (without voice: opinion pieces quote less, which makes no quotation plain).
3. The same kinds, fitted on sentences of NewsMTSC: is anybody judged? Here it does not matter whose words they are.

How much each counts was chosen among a few values, and so was what is added by hand for a word of our list and for a
quotation, which neither source of labels can tell well. The base is set so that ``REACHED`` of the sentences of sober
desks count as loaded.
"""

from __future__ import annotations

import argparse
import csv
import math
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import sklearn

from analysis.annotation import annotator_version
from analysis.annotation.blob import unpack
from analysis.loaded import sentences
from analysis.loaded.marks import written
from analysis.loaded.weights import BASE, TABLE, WORD
from analysis.model import AnnotatedField
from scripts.reference_usual.corpus import article
from scripts.train_loaded import desks, kinds, words

ROOT = Path(__file__).resolve().parents[2]
NO_WORDING = frozenset({"length", "said"})
NOT_OF_DESKS = NO_WORDING | {"quoted voice", "reported voice", "neutral cue"}
NOT_OF_TONE = NO_WORDING | {"listed in own voice", "name"}
WORDS_COUNT, DESKS_COUNT, TONE_COUNT = 0.8, 1.2, 1.0
BY_HAND = {"listed": 1.2, "quoted voice": 0.4}
"""Added to what was fitted. Slanted facts often stand in quotations (Fan et al. 2019)."""
REACHED = 0.15
"""Share of the sentences of sober desks that reach the bound of 0.5."""
LEAST = 0.05
"""A kind that adds less is left out."""
MOSTLY = 0.5
"""Share of its sentences in which a word is read (is no noun) above which it is kept."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="parquet file with the columns id, outlet, title, text, published")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "reference.db", help="default: %(default)s")
    shared = ROOT.parent / "shared" / "benchmarks"
    parser.add_argument("--benchmarks", type=Path, default=shared, help="default: %(default)s")
    options = parser.parse_args()
    frame = desks.read(options.corpus)
    fields = [*annotated(frame, options.cache)]
    learned = read_mostly(words.learned(frame, desks.matched(frame)), [field for field, *_ in fields])
    examples = kinds.of_desks(fields, learned)
    by_desk = kinds.fitted(examples, kinds.DESK_PENALTY, NOT_OF_DESKS)
    toned = kinds.of_tone(options.benchmarks / "data" / "newsmtsc.jsonl.gz")
    by_tone = kinds.fitted(toned, kinds.TONE_PENALTY, NOT_OF_TONE)
    added = summed(by_desk, by_tone)
    sober = [each for each in examples if not each.label]
    write(based(sober, added), {word: WORDS_COUNT * weight for word, weight in learned.items()})


def annotated(frame: pd.DataFrame, cache: Path) -> Iterator[tuple[AnnotatedField, bool, str]]:
    """The texts of those articles that are kept annotated, with their desk; nothing is annotated anew."""
    with sqlite3.connect(f"{cache.resolve().as_uri()}?mode=ro", uri=True) as file:
        rows = file.execute("select id from annotated where version = ?", (annotator_version(),))
        kept = {str(row[0]) for row in rows}
        for row in frame[[f"n:{each}" in kept for each in frame["id"]]].itertuples():
            found = article(row)
            if found is not None:
                blob = file.execute("select blob from annotated where id = ?", (found.id,)).fetchone()[0]
                yield unpack(found, bytes(blob)).text, bool(row.outspoken), str(row.outlet)


def read_mostly(learned: Mapping[str, float], fields: Sequence[AnnotatedField]) -> dict[str, float]:
    """Those of ``learned`` that are mostly read: most words for things are nouns, which are not."""
    read = Counter(word for field in fields for each in sentences.read(field) for word in each.words)
    seen = {(number, token.sentence, written(token)) for number, field in enumerate(fields) for token in field.tokens}
    written_in = Counter(word for _, _, word in seen)
    return {word: weight for word, weight in learned.items() if read[word] > MOSTLY * written_in[word]}


def summed(by_desk: Mapping[str, float], by_tone: Mapping[str, float]) -> dict[str, float]:
    """Kind -> weight, those left out that add next to nothing."""
    added = {
        kind: DESKS_COUNT * by_desk.get(kind, 0.0) + TONE_COUNT * by_tone.get(kind, 0.0) + BY_HAND.get(kind, 0.0)
        for kind in sorted({*by_desk, *by_tone} - {kinds.WORDS})
    }
    return {kind: weight for kind, weight in added.items() if abs(weight) >= LEAST}


def based(sober: Sequence[kinds.Example], added: Mapping[str, float]) -> dict[str, float]:
    """``added`` with the base at which ``REACHED`` of the sentences reach 0.5."""
    odds = [
        math.fsum(added.get(kind, 0.0) * value for kind, value in each.values.items())
        + WORDS_COUNT * each.values[kinds.WORDS]
        for each in sober
    ]
    return {BASE: -float(np.quantile(odds, 1 - REACHED)), **added}


def write(added: Mapping[str, float], learned: Mapping[str, float]) -> None:
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    rows = [(kind, "", weight) for kind, weight in added.items()]
    rows += sorted((WORD, word, weight) for word, weight in learned.items())
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("kind", "word", "weight"))
        table.writerows((kind, word, f"{weight:.3f}") for kind, word, weight in rows)
    TABLE.with_suffix(".toml").write_text(_provenance(len(learned)), encoding="utf-8")


def _provenance(count: int) -> str:
    made = {
        "words": count, "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "versions": f"{annotator_version()}, scikit-learn {sklearn.__version__}",
    }
    return Path(__file__).with_name("provenance.toml").read_text(encoding="utf-8").format(**made)



if __name__ == "__main__":
    main()
