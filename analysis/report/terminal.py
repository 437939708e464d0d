"""A comparison as plain text for a terminal. Control characters of article text never reach it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from textwrap import fill

from analysis.findings.reading_on import reading_on
from analysis.measures.sentences import OF_SENTENCES
from analysis.model import NOT_ENOUGH_TEXT, Comparison, Measurement, Voice
from analysis.prose import counted, figure
from analysis.report.plain import labels_of
from analysis.usual import wording

WIDTH = 100
_TERMS = 5
_WORDS = 6
_NAME = 40
"""Longest name in the first column of a table; longer ones are cut there."""


def as_table(comparison: Comparison) -> str:
    """Headlines, notices, findings, the measures of whole articles by voice, distinctive words, what was removed."""
    labels = labels_of(comparison)
    parts = [
        _section("Articles", [_headline(comparison, identifier, label) for identifier, label in labels.items()]),
        _section("Notices", [notice.sentence(labels) for notice in comparison.notices]),
        _section(
            "What differs",
            [f"{finding.sentence(labels)} ({finding.size})" for finding in comparison.findings]
            or ["Nothing stands out.", *(f"To read on: {place.text}." for place in reading_on(comparison))],
        ),
        *(_measures(comparison, voice, labels) for voice in Voice),
        _section(
            "Words used more here than by the rest (description only, not tested)",
            [_terms(comparison, identifier, label) for identifier, label in labels.items()],
        ),
    ]
    return "\n\n".join(part for part in parts if part)


def _section(title: str, lines: list[str]) -> str:
    wrapped = [fill(printable(line), WIDTH, initial_indent="- ", subsequent_indent="  ") for line in lines if line]
    return "\n".join([title, "=" * len(title), *wrapped]) if wrapped else ""


def _headline(comparison: Comparison, identifier: str, label: str) -> str:
    annotated = next(each for each in comparison.articles if each.id == identifier)
    article = annotated.article
    facts = [f"{annotated.word_count():,} words", f"{counted(len(article.removed), 'piece')} cut away", *article.flags]
    return f"{label}, {article.published or 'no date'}: {article.title or 'no headline'} ({', '.join(facts)})"


def _measures(comparison: Comparison, voice: Voice, labels: Mapping[str, str]) -> str:
    rows = [row for row in comparison.measurements if row.voice is voice and row.part == "article"]
    rows = [row for row in rows if "." not in row.measure]
    if not rows:
        return ""
    names = {article: _cut(printable(label)) for article, label in labels.items()}
    width = max(len(name) for name in names.values())
    title = f"Measures, {voice.value} voice"
    lines = [title, "=" * len(title)]
    for name in dict.fromkeys(row.measure for row in rows):
        mine = [row for row in rows if row.measure == name]
        lines.append(f"{name.replace('_', ' ')} ({mine[0].unit})")
        lines += [f"  {names[row.article]:<{width}}  {_figure(row)}{_marked(comparison, row)}" for row in mine]
    return "\n".join(lines)


def _cut(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _figure(row: Measurement) -> str:
    unit = "sentence" if row.unit == OF_SENTENCES else "word"
    count = f"{len(row.evidence)} in {row.basis} {unit}{'' if row.basis == 1 else 's'}"
    if row.value is None:
        return f"{NOT_ENOUGH_TEXT:>15}  ({count})"
    likely = wording.likely(row)
    return f"{figure(row.value):>15}  ({f'{likely}; ' if likely else ''}{count})"


def _marked(comparison: Comparison, row: Measurement) -> str:
    """The first few of the words behind a figure."""
    if not row.evidence:
        return ""
    article = next(each.article for each in comparison.articles if each.id == row.article)
    found = dict.fromkeys(article.passage(mark.field, mark.start, mark.end).lower() for mark in row.evidence)
    words = [_cut(printable(word)) for word in found]
    return f": {', '.join(words[:_WORDS])}{' …' if len(words) > _WORDS else ''}"


def _terms(comparison: Comparison, identifier: str, label: str) -> str:
    terms = [each for each in comparison.contrast if each.article == identifier and each.voice == "own+reported"]
    shown = sorted(terms, key=lambda each: -each.z)[:_TERMS]
    words = ", ".join(f"{each.term} ({each.count} against {each.count_rest}, z {each.z:.1f})" for each in shown)
    return f"{label}: {words}" if words else ""


def printable(text: str) -> str:
    """``text`` on one line without control or direction characters."""
    kept = (" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in text)
    return "".join(each for each in kept if unicodedata.category(each) not in ("Cf", "Cs"))
