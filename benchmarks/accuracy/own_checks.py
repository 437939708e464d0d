"""Figures on the project's own material: invented pairs, the sample stories, and labels made by hand.

The labels (deeds, kinds of speakers) stand on texts of public sets and need these; the rest needs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from analysis.model import Deed, Span
from analysis.similarity import similarity
from benchmarks import agency, headlines, speaker_kinds
from benchmarks.accuracy.figures import Figure, Part, share
from benchmarks.accuracy.public_sets import choose
from benchmarks.golden import deeds, marks, names, remarks, statements
from benchmarks.golden.stories import Outcome, slugs

NEAR_MISSES = Path(__file__).parents[2] / "data" / "checks" / "near_misses.jsonl"
QUICK_LABELS = 50
"""About how many labels of a file ``--quick`` takes: each needs a whole article to be read."""

STORIES: dict[str, Callable[[str], Sequence[Outcome]]] = {
    "words_in_voice": marks.words_in_voice,
    "cues_found": marks.cues_found,
    "cues_classed": marks.cues_classed,
    "loaded_found": lambda slug: marks.marks_found(slug, "loaded_words"),
    "loaded_meant": lambda slug: marks.marks_meant(slug, "loaded_words", ("loaded_words", "scare_quotes")),
    "people_linked": lambda slug: names.labels_linked(slug, "people"),
    "bodies_linked": lambda slug: names.labels_linked(slug, "bodies"),
    "groups_linked": lambda slug: names.labels_linked(slug, "groups"),
    "labels_not_misled": names.labels_not_misled,
    "cuts_found": remarks.cuts_found,
    "links_found": lambda slug: statements.of_story(slug).links,
    "cells_found": lambda slug: statements.of_story(slug).cells,
    "pairs_right": lambda slug: statements.of_story(slug).pairs,
    "deeds_found": deeds.deeds_found,
    "deeds_meant": deeds.deeds_meant,
}
"""Metric on the sample stories -> what was asked in one story, and whether it went right."""


def near_misses() -> list[Figure]:
    """Of the pairs that must not be merged, those kept apart; of the paraphrases, those found (a score of 0.5)."""
    pairs = [json.loads(line) for line in NEAR_MISSES.read_text(encoding="utf-8").splitlines()]
    scores = similarity([(pair["s1"], pair["s2"]) for pair in pairs])
    judged = [(pair["same"], Outcome(pair["id"], (score >= 0.5) == pair["same"], pair["id"]))
              for pair, score in zip(pairs, scores, strict=True)]  # fmt: skip
    return [
        share("near_misses", metric, [outcome for same, outcome in judged if same is wanted])
        for metric, wanted in (("kept_apart", False), ("paraphrases_found", True))
    ]


def stories() -> Iterator[Figure]:
    """The figures on the sample stories, all stories together."""
    for metric, asked in STORIES.items():
        yield share("sample_stories", metric, [outcome for slug in slugs() for outcome in asked(slug)])


def agency_labels(data: Path, quick: bool = False) -> list[Figure]:
    """Agreement with the labelled clauses, all of them and those not in view when the rules were made."""
    rows, part = chosen(agency.labels(), quick)
    found = agency.pairs(rows, data)
    judges: dict[str, Callable[[dict[str, Any], Deed | None], bool]] = {
        "form": agency.same_form,
        "form_and_doer": lambda row, deed: agency.same_form(row, deed) and agency.same_naming(row, deed),
    }
    unseen = [(row, deed) for row, deed in found if row["part"] == "test"]
    return [
        share("agency_labels", metric + suffix, [_judged(row, right(row, deed)) for row, deed in pairs], part)
        for metric, right in judges.items()
        for suffix, pairs in (("", found), ("_unseen", unseen))
    ]


def speaker_labels(data: Path, quick: bool = False) -> list[Figure]:
    """Agreement with the labelled kinds of speakers, all of them and those not in view when the rules were made."""
    rows, part = chosen([row | {"seen": not n % 2} for n, row in enumerate(speaker_kinds.labels())], quick)
    texts = speaker_kinds.articles(rows, data)
    found = [speaker_kinds.kind_found(texts[row["id"]], Span(row["start"], row["end"])) for row in rows]
    judged = [_judged(row, row["kind"] == kind) for row, kind in zip(rows, found, strict=True)]
    unseen = [outcome for row, outcome in zip(rows, judged, strict=True) if not row["seen"]]
    return [share("speaker_kinds", "kind", judged, part), share("speaker_kinds", "kind_unseen", unseen, part)]


def headline_labels(data: Path, quick: bool = False) -> list[Figure]:
    """Of what is said of the labelled headlines, what is right; of what a reader saw, what is found; all of them and
    those not in view when the rules were made."""
    rows, part = chosen(headlines.labels(), quick)
    judged = list(headlines.judged(headlines.found_in(rows, data)))
    asked: dict[str, Callable[[headlines.Judged], bool]] = {
        "right_of_found": lambda each: each.found,
        "found_of_labelled": lambda each: each.labelled,
    }
    return [
        share("headline_labels", metric + suffix, [
            Outcome(each.row["id"], each.found and each.labelled, f"{each.row['set']} {each.row['id']} {each.kind}")
            for each in judged if wanted(each) and (not suffix or each.row["part"] == "test")
        ], part)
        for metric, wanted in asked.items()
        for suffix in ("", "_unseen")
    ]  # fmt: skip


def chosen(rows: Iterable[dict[str, Any]], quick: bool) -> tuple[list[dict[str, Any]], Part]:
    """All rows, or the labels of a fixed choice of articles."""
    everything = list(rows)
    if not quick:
        return everything, "whole"
    kept = choose([row["id"] for row in everything], QUICK_LABELS)
    return [row for row in everything if row["id"] in kept], "quick"


def _judged(row: dict[str, Any], right: bool) -> Outcome:
    return Outcome(row["id"], right, f"{row['set']} {row['id']} {row['start']}")
