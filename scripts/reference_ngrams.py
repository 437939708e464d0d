"""Count the background of the word contrast: n-grams of a reference corpus of news, opinion desks left out.

    python -m scripts.reference_ngrams ../shared/corpora/news15k.parquet

writes ``data/reference/{unigrams,bigrams,trigrams}.csv`` (term, count, documents) and ``ngrams.toml``. Only terms
of at least ``LEAST_DOCUMENTS`` articles are kept, so no passage of any article can be read from the tables.
``stems.csv`` follows from ``unigrams.csv``; without a corpus it alone is written.
Needs pandas and pyarrow, which Parallax itself does not use for this.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import spacy

from analysis.background import FOLDER, NAMES, load
from analysis.model import Token, Voice
from analysis.ngrams import ORDERS, ngrams, runs
from analysis.phrasing import stem_counts

LEAST_DOCUMENTS = 25
MOST_TERMS = {1: 30_000, 2: 30_000, 3: 15_000}
VERSION = "1"
COUNTED_ON = "2026-11-22"

OPINION = re.compile(r"opinion|editorial|guest writer|blog|commentary|founder", re.IGNORECASE)
"""Desks whose name says that they publish opinion."""

WRITERS = frozenset(
    """Aaron Carroll|Al Cardenas|Allysia Finley (Wall Street Journal)|Amy Klobuchar|Andrew Napolitano|
    Andrew Sullivan|Ann Coulter|Annafi Wahed|Arkadi Gerney|Barack Obama|Ben Shapiro|Ben Stein|Billy Binion|
    Brent Bozell|Bret Stephens|Carol Costello|Carrie Lukas|Charles Blow|Charles Krauthammer|Chris Ruddy|
    Christopher Buskirk|Conor Friedersdorf|Damon Linker|Dana Milbank|David Brooks|David Leonhardt|Dick Morris|
    Elizabeth Warren|Ezra Klein|Frank Bruni|Gail Collins|George Will|Howard Kurtz|Jeff Jacoby|Jesse Jackson|
    John Fund|John Stossel|Jon Terbush|Jonah Goldberg|Juan Williams|Julian Zelizer|Matt Welch|Michael Barone|
    Michael Brendan Dougherty|Michael Goodwin|Michelle Goldberg|Michelle Malkin|Newt Gingrich|Pat Buchanan|
    Ralph Benko|Rand Paul|Rich Lowry|Ryan Cooper|S.E. Cupp|Sally Pipes|Scott Jennings|Scott Walker|
    Thomas Sowell|Tucker Carlson|Victor Hanson""".replace("\n    ", "").split("|")
)
"""Names in the corpus's outlet column that are persons: columnists and guests."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", help="parquet file with the columns outlet and text")
    corpus = parser.parse_args().corpus
    if corpus is not None:
        write_terms(corpus)
    stems = stem_counts(load().document_counts)
    ordered = sorted(stems, key=lambda stem: (-stems[stem], stem))
    write_table(FOLDER / "stems.csv", ("stem", "documents"), [(stem, stems[stem]) for stem in ordered])


def write_terms(corpus: Path) -> None:
    """The tables of words and phrases, and where they come from."""
    frame = pd.read_parquet(corpus, columns=["outlet", "text"])
    news = frame[[not is_opinion(outlet) for outlet in frame["outlet"]]]
    counts, documents = count(news["text"])
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows = {n: kept(counts[n], documents[n], MOST_TERMS[n]) for n in ORDERS}
    for n in ORDERS:
        write_table(FOLDER / f"{NAMES[n]}.csv", ("term", "count", "documents"), rows[n])
    totals = {n: (counts[n].total(), len(counts[n]), len(rows[n])) for n in ORDERS}
    (FOLDER / "ngrams.toml").write_text(provenance(len(news), len(frame) - len(news), totals), encoding="utf-8")


def is_opinion(outlet: str) -> bool:
    """Whether a name of the corpus's outlet column stands for an opinion desk or a columnist."""
    return outlet in WRITERS or OPINION.search(outlet) is not None


def count(texts: pd.Series[str]) -> tuple[dict[int, Counter[str]], dict[int, Counter[str]]]:
    """Occurrences and document frequencies of every term, by order."""
    counts: dict[int, Counter[str]] = {n: Counter() for n in ORDERS}
    documents: dict[int, Counter[str]] = {n: Counter() for n in ORDERS}
    tokenizer = spacy.blank("en").tokenizer
    for position, text in enumerate(texts, 1):
        found = [words for _, words in runs(tokens_of(tokenizer, text))]
        for n in ORDERS:
            terms = Counter(term for words in found for term, _ in ngrams(words, n))
            counts[n].update(terms)
            documents[n].update(terms.keys())
        if position % 1000 == 0:
            print(f"{position} articles", file=sys.stderr)
    return counts, documents


def tokens_of(tokenizer: Any, text: str) -> Iterator[Token]:
    """Tokens of a text; each line is a paragraph and, for want of a parse, a sentence."""
    for number, line in enumerate(_LINE.finditer(text)):
        for token in tokenizer(line.group()):
            if not token.is_space:
                start = line.start() + token.idx
                word = token.text
                yield Token(start, start + len(word), word, word, "", "", "", 0, "", Voice.OWN, number)


def kept(counts: Counter[str], documents: Counter[str], most: int) -> list[tuple[str, int, int]]:
    """The terms of the table, most frequent first."""
    frequent = [(term, counts[term], number) for term, number in documents.items() if number >= LEAST_DOCUMENTS]
    return sorted(frequent, key=lambda row: (-row[1], row[0]))[:most]


def write_table(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)


def provenance(documents: int, left_out: int, totals: dict[int, tuple[int, int, int]]) -> str:
    tables = "\n".join(
        f"\n[{NAMES[n]}]\ntotal = {total}\ndistinct = {distinct}\nlisted = {listed}"
        for n, (total, distinct, listed) in totals.items()
    )
    return f'''title = "Word and phrase frequencies of US news"
description = "How often words, bigrams and trigrams occur, and in how many articles; the background of the contrast."
version = "{VERSION}"
counted = {COUNTED_ON}
script = "scripts/reference_ngrams.py"
stems = "stems.csv: articles by stem of the English Snowball stemmer, those of its most frequent word in unigrams.csv"
corpus = "news15k, a seeded sample, stratified by source, of ramybaly/Article-Bias-Prediction"
commit = "ced8111"
licence = "Apache-2.0 (repository); the articles belong to their outlets; only frequencies are kept"
documents = {documents}
left_out = {left_out}
least_documents = {LEAST_DOCUMENTS}
limits = [
  "US political news of 2010 to 2020: what is rare there may be plain elsewhere.",
  "Balanced roundups of big stories, not a random stream of news.",
  "{left_out} articles of opinion desks and columnists, told by the name of the outlet, were left out.",
  "Terms in fewer than {LEAST_DOCUMENTS} articles are not listed; each counts like the rarest listed one.",
  "A list cut at its greatest length drops the rarest terms first.",
]
{tables}
'''


if __name__ == "__main__":
    main()
