"""Deeds counted for the page: how many in which form, by article, theme and voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.model import Deed, DeedForm, Voice


@dataclass(frozen=True, slots=True)
class FormCount:
    """How many deeds of one theme an article tells in one form and voice."""

    article: str
    theme: str
    voice: Voice
    form: DeedForm
    count: int


def without_doer(deed: Deed) -> bool:
    """True where the clause names nobody and nothing that did it. Whether a doer is known it does not say."""
    return deed.doer is None


def form_counts(deeds: Iterable[Deed]) -> tuple[FormCount, ...]:
    """Counts above zero, by article in the order of ``deeds``, then theme, voice and form."""
    counts = Counter((deed.article, deed.theme, deed.voice, deed.form) for deed in deeds)
    places = {article: place for place, article in enumerate(dict.fromkeys(article for article, *_ in counts))}
    forms = {form: place for place, form in enumerate(DeedForm)}
    rows = (FormCount(*key, count) for key, count in counts.items())
    return tuple(sorted(rows, key=lambda row: (places[row.article], row.theme, row.voice, forms[row.form])))
