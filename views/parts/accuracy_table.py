"""How well each part does, as tables of the Methods page; the figures are those of the last ``make accuracy``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from analysis import accuracy
from analysis.accuracy import Accuracy

WEAK = "A weak point: "
"""How a note begins that tells of a weakness; these are also listed apart."""
NOT_SEEN = "†"
"""Marks figures taken on parts of a set that shipped weights had not seen."""

INTRODUCTION = (
    "Parallax is wrong at times. How often was measured on public collections of news that people had marked by "
    "hand, and on our own sample stories with their answer keys. Each figure lies between 0 and 1; 1 would be without "
    "a fault. The likely range beside it (95 %) says how far the figure could differ on other articles of the same "
    "kind: where few articles were measured, it is wide.",
    "“Simple method” is what little effort reaches on the same set, such as counting common words: a figure near it "
    "means that Parallax adds little. “Other system” is a published or specially trained one; most of those had "
    "learned from the very set. “People” is how well people agree with each other. A dash "
    "means that we know of nobody who measured it.",
    "F1 weighs what is missed and what is marked wrongly alike; B-cubed and CoNLL F1 do so for things that are put "
    "together. AUC is how often, of two things of which one is right, the right one gets the higher score: 0.5 is "
    "guessing. Pearson's correlation is 1 where two rankings agree and 0 where they have nothing in common.",
)
_COLUMNS = (
    ("Measured on", ""),
    ("Measure", ""),
    ("Figure", ' class="n"'),
    ("Likely range", ' class="n"'),
    ("Simple method", ' class="n"'),
)
_ABOUT = (("What it means", ""), ("Date", ""))
_OTHERS = (("Other system", ' class="n"'), ("People", ' class="n"'))


def section(title: str) -> str:
    """How well one part of Parallax does, figure by figure; "" where nothing was measured."""
    rows = "".join(_row(each) for each in accuracy.figures() if each.note.section == title)
    if not rows:
        return ""
    return (
        '<div class="px-scroll px-method" tabindex="0" role="region" '
        f'aria-label="How well it does: {escape(title)}">'
        '<table class="px-table px-small"><caption>How well it does</caption>'
        f"<thead><tr>{_head(*_COLUMNS, *_ABOUT)}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def whole() -> str:
    """All figures with what others reach, the weak points first."""
    return '<h2 class="px-rule">How well it does</h2>' + text(accuracy.figures())


def text(figures: Sequence[Accuracy]) -> str:
    """The section as HTML: what the figures are, where Parallax is weak, the table, and its sources."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in (*INTRODUCTION, _training(figures)))
    weak = "".join(f"<li>{_weak(each)}</li>" for each in figures if each.note.meaning.startswith(WEAK))
    return (
        f'<div class="px-method">{paragraphs}</div>'
        f'<div class="px-method"><h3>Where it is weak</h3><ul>{weak}</ul></div>'
        '<div class="px-scroll px-method" tabindex="0" role="region" aria-label="How well it does: all figures">'
        f'<table class="px-table px-small"><thead><tr>{_head(*_COLUMNS, *_OTHERS, ("Date", ""))}</tr></thead>'
        f"{''.join(_group(*each) for each in groupby(figures, lambda each: each.note.section))}</table></div>"
        f'<div class="px-method"><details><summary>What “other system” and “people” stand for</summary>'
        f"<ul>{_sources(figures)}</ul></details></div>"
    )


def _training(figures: Sequence[Accuracy]) -> str:
    if any(each.kept.out_of_fold for each in figures):
        return (
            f"{NOT_SEEN} marks sets that parts of Parallax were trained on: the figures are from articles kept apart."
        )
    return "No part of Parallax was trained on any of these sets."


def _weak(each: Accuracy) -> str:
    said = each.note.meaning.removeprefix(WEAK)
    return escape(f"{each.note.section}, {each.note.measure}, {each.kept.figure:.2f}: {said}.")


def _group(title: str, figures: Iterable[Accuracy]) -> str:
    rows = "".join(_row(each, others=True) for each in figures)
    width = len(_COLUMNS) + len(_OTHERS) + 1
    return f'<tbody><tr><th scope="rowgroup" colspan="{width}"><b>{escape(title)}</b></th></tr>{rows}</tbody>'


def _row(each: Accuracy, *, others: bool = False) -> str:
    note, kept = each.note, each.kept
    mark = NOT_SEEN if kept.out_of_fold else ""
    measure, meaning = escape(note.measure), escape(note.meaning)
    if others:
        measure += f"<br><small>{meaning}</small>"
        last = f'<td class="n">{number(note.published)}</td><td class="n">{number(note.human)}</td>'
    else:
        last = f"<td>{meaning}</td>"
    return (
        f'<tr><th scope="row">{escape(note.measured_on)}</th><td>{measure}</td>'
        f'<td class="n">{number(kept.figure)}{mark}</td><td class="n">{_range(kept.low, kept.high)}</td>'
        f'<td class="n">{number(note.simple)}</td>{last}<td class="n">{escape(kept.date)}</td></tr>'
    )


def _range(low: float | None, high: float | None) -> str:
    return "–" if low is None or high is None else f"{number(low)} to {number(high)}"


def number(value: float | None) -> str:
    """Two decimals, or a dash where nothing is known."""
    return "–" if value is None else f"{value:.2f}"


def _sources(figures: Sequence[Accuracy]) -> str:
    told = [
        f"{each.note.measured_on}, {each.note.measure}: {number(value)}, {source}."
        for each in figures
        for value, source in (
            (each.note.published, each.note.published_source),
            (each.note.human, each.note.human_source),
        )
        if value is not None
    ]
    return "".join(f"<li>{escape(source)}</li>" for source in told)


def _head(*columns: tuple[str, str]) -> str:
    return "".join(f'<th scope="col"{numeric}>{name}</th>' for name, numeric in columns)
