"""Pieces of safe HTML about one article; every string of the article is escaped."""

from __future__ import annotations

from analysis.model import Article, Flag
from views.masks import Mask, unmasked
from views.shared import slice_html

FLAGS = {
    Flag.TRANSLATION: "This text says or shows that it is a translation: its words are partly the translator's.",
    Flag.OPINION: "This is an opinion piece: its own voice is meant to judge.",
    Flag.ANALYSIS: "This is an analysis: it explains more than it reports.",
    Flag.OUTLET_GUESSED: "The outlet was guessed from the text.",
    Flag.DATE_GUESSED: "The date was guessed from the text.",
}


def paragraphs(text: str) -> str:
    """The text as the library holds it, a paragraph each."""
    parts = (part for part in text.split("\n") if part.strip())
    return '<div class="px-text">' + "".join(f'<p dir="auto">{slice_html(part)}</p>' for part in parts) + "</div>"


def removed(article: Article, hide: Mask | None = None) -> str:
    """What the cleaner cut away, with its reason; shortened only where one passage is very long.

    While names are hidden (``hide`` changes something) the byline is left out, as it is at the head of the page.
    """
    hidden = hide is not None and hide is not unmasked
    cuts = [cut for cut in article.removed if not (hidden and cut.reason == "byline")]
    if not cuts:
        return '<p class="px-none">Nothing was cut away.</p>'
    shown = [(cut.reason, _shortened(hide(cut.text) if hide else cut.text)) for cut in cuts]
    items = "".join(f"<li><b>{slice_html(reason)}</b><span>{slice_html(text)}</span></li>" for reason, text in shown)
    return f'<ul class="px-cut">{items}</ul>'


def flags(article: Article) -> str:
    """One line for each thing a reader should know before comparing the article."""
    return '<ul class="px-flags">' + "".join(f"<li>{FLAGS[flag]}</li>" for flag in article.flags) + "</ul>"


def _shortened(text: str, limit: int = 2000) -> str:
    return text if len(text) <= limit else f"{text[:limit]} … ({len(text):,} characters in all)"
