"""BASIL once more, with the three articles of an event in company, as a comparison scores them."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from analysis.annotation import annotate_many
from analysis.copies import copies
from analysis.loaded import loaded_in_company
from analysis.model import Article
from analysis.statements import statements
from benchmarks.accuracy import public_sets
from benchmarks.accuracy.figures import Figure

SET, OF = "basil-company", "basil"
"""Its name, and the set whose texts and labels it takes."""


def run(folder: Path, wanted: Collection[str], quick: bool = False) -> list[Figure]:
    """The ``wanted`` metrics of ``OF``, from ``folder`` with ``score.py`` and ``data/``, under the name ``SET``.

    Raises MeasureError where the script fails or an answer is missing.
    """
    with gzip.open(folder / "data" / f"{OF}.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    groups = [str(row["group"]) for row in rows]
    kept = public_sets.choose(groups, public_sets.QUICK[OF]) if quick else frozenset(groups)
    with TemporaryDirectory(prefix="parallax-company-") as temporary:
        made = Path(temporary) / "answers.jsonl"
        with made.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(answer) + "\n" for answer in answers([r for r in rows if r["group"] in kept]))
        found = public_sets.run(OF, folder, wanted, quick, made)
    return [replace(each, set=SET) for each in found]


def answers(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What the script reads of each article of the set, event by event; outlets are withheld."""
    events: dict[str, list[Article]] = defaultdict(list)
    for row in rows:
        events[row["gold"]["event"]].append(Article(row["id"], row["input"]["text"], row["input"]["title"]))
    for articles in events.values():
        event = list(annotate_many(articles, vectors=True))
        for (article, field), scored in loaded_in_company(event, statements(event, copies(event))).items():
            if field == "text":
                found = [{"start": each.start, "end": each.end, "loaded": round(each.score, 4)} for each in scored]
                yield {"id": article, "sentences": found}
