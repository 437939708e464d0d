"""Methods: what each measure counts, its lists of words, its sources and its known limits."""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from html import escape

import streamlit as st

from analysis import lexicons
from analysis.lexicons import Lexicon
from analysis.usual.calibration import calibration_rows
from views import shared, words
from views.parts import accuracy_table, drawn, frame_meanings, usual_methods

LEDE = (
    "Parallax counts and shows the passages; it gives no verdict on an outlet. What each figure means, where it comes "
    "from and where it is known to fail stands here."
)
VOICES = (
    ("own", "The outlet's own statement, including the reporting verb, the name of the source, and scare quotes."),
    ("reported", "Somebody else's claim in the journalist's choice of words."),
    ("quoted", "Somebody else's very words, inside quotation marks that have a source."),
)
TOLD = {
    "Names": "analysis.names",
    "Voices": "analysis.speakers",
    "The same remark in several outlets": "analysis.quotations",
    "Statements": "analysis.statements",
    "Agency copy": "analysis.copies",
    "Agency": "analysis.agency",
    "Frames": "analysis.frames",
    "Tone": "analysis.tone",
    "Headline against text": "analysis.headline",
    "The same thing in other words": "analysis.alternatives",
    "Outlets": "analysis.outlets",
}
"""What the tabs of Compare show beside measures -> the module whose docstring tells how it is made."""
HEADINGS = {"Frames": "How frames are found"}
"""Headings that are not the title, because a measure has that one."""

_LEADING = re.compile(r"^[A-Z][\w ]{2,20}:(?= )")


def page() -> None:
    """Contents in the order in which a figure is made: voices, measures, word contrast, versions."""
    st.html(f'<h1>Methods</h1><p class="px-lede">{LEDE}</p>')
    st.html(_voices())
    drawn.show(drawn.flow([*_measures(), *_told(), accuracy_table.whole(), *_contrast(),
                           usual_methods.section(calibration_rows()), _versions()]), key="methods")


def _measures() -> Iterator[str]:
    """Every measure with its list of words, then the lists that other parts use."""
    from analysis.measures import MEASURES

    yield '<h2 class="px-rule">Measures</h2>'
    used = {measure.lexicon for measure in MEASURES}
    for measure in MEASURES:
        document = inspect.getdoc(sys.modules[measure.measure.__module__]) or ""
        yield _section(measure.title, document, [lexicons.load(measure.lexicon)] if measure.lexicon else [])
    for name in lexicons.names():
        if name not in used:
            yield _section(lexicons.load(name).title, "", [lexicons.load(name)])


def _told() -> Iterator[str]:
    """What the tabs of Compare show beside measures, each with how well it does."""
    yield '<h2 class="px-rule">How a story is told</h2>'
    for title, module in TOLD.items():
        yield _section(HEADINGS.get(title, title), inspect.getdoc(importlib.import_module(module)) or "", [])
        if title == "Frames":
            yield f'<div class="px-method">{frame_meanings.table()}</div>'
        yield accuracy_table.section(title)


def _contrast() -> Iterator[str]:
    from analysis import contrast

    yield '<h2 class="px-rule">Word contrast</h2>'
    yield _section("", inspect.getdoc(contrast) or "", [])


def _voices() -> str:
    rows = "".join(f'<tr><th scope="row">{name}</th><td>{meaning}</td></tr>' for name, meaning in VOICES)
    return (
        '<h2 class="px-rule">Three voices</h2><div class="px-method"><p>Every word is counted in one of three voices. '
        "A figure is never the sum of them, because what an outlet quotes is not what it says itself.</p>"
        f'<table class="px-table"><tbody>{rows}</tbody></table></div>'
    )


def _section(title: str, text: str, lists: list[Lexicon]) -> str:
    heading = f"<h3>{escape(title)}</h3>" if title else ""
    return f'<div class="px-method">{heading}{prose(text)}{"".join(map(_lexicon, lists))}</div>'


def prose(docstring: str) -> str:
    """A docstring as HTML: paragraphs at blank lines, list items at dashes, code marks dropped."""
    parts = []
    for block in docstring.replace("``", "").split("\n\n"):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if lines and all(line.startswith("- ") for line in lines[:1]):
            parts.append(f"<ul>{_items(lines)}</ul>")
        elif lines:
            parts.append(f"<p>{_LEADING.sub(_bold, escape(' '.join(lines)))}</p>")
    return "".join(parts)


def _bold(found: re.Match[str]) -> str:
    return f"<b>{found[0]}</b>"


def _items(lines: list[str]) -> str:
    """Dashes begin items; other lines continue the item before them."""
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:])
        else:
            items[-1] += f" {line}"
    return "".join(f"<li>{escape(item)}</li>" for item in items)


def _lexicon(lexicon: Lexicon) -> str:
    sources = "".join(f"<li>{escape(source)}</li>" for source in lexicon.sources)
    limits = "".join(f"<li>{escape(limit)}</li>" for limit in lexicon.limits)
    terms = words.count(len(lexicon.terms), "term")
    return (
        f"<p><b>Word list: {escape(lexicon.title)}</b>, {terms}, version {escape(lexicon.version)}, licence "
        f"{escape(lexicon.licence)}. {escape(lexicon.description)} Scale: {escape(lexicon.scale)}.</p>"
        f"<details><summary>Sources ({len(lexicon.sources)})</summary><ul>{sources}</ul></details>"
        f"<details><summary>Known limits ({len(lexicon.limits)})</summary><ul>{limits}</ul></details>"
        f"<details><summary>The {terms}</summary>{_terms_table(lexicon)}</details>"
    )


def _terms_table(lexicon: Lexicon) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th><td>{escape(meaning)}</td>'
        f"<td>{escape(_terms(lexicon, label))}</td></tr>"
        for label, meaning in lexicon.classes.items()
    )
    return (
        '<div class="px-scroll"><table class="px-table px-small"><thead><tr><th scope="col">Class</th>'
        f'<th scope="col">Meaning</th><th scope="col">Terms</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _terms(lexicon: Lexicon, label: str) -> str:
    return ", ".join(sorted(term.term for term in lexicon.terms if term.label == label))


def _versions() -> str:
    from analysis.annotation import annotator_version
    from analysis.compare import versions

    used = versions() | {"annotator": annotator_version()}
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in used.items()
    )
    return f'<h2 class="px-rule">Versions</h2><table class="px-table"><tbody>{rows}</tbody></table>'


if __name__ == "__main__":
    shared.guarded(page)
