"""Tables as CSV that a spreadsheet cannot run: a cell of text that it might take for a formula gets a quote mark."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping

from analysis.model import NOT_ENOUGH_TEXT, Comparison
from analysis.report.plain import labels_of

_FORMULA = frozenset("=+-@\t\r\n|%")


def as_csv(comparison: Comparison) -> str:
    """Every measurement, one a row; an undefined value reads "not enough text"."""
    labels = labels_of(comparison)
    articles = {each.id: each.article for each in comparison.articles}
    return csv_of_rows(
        {
            "outlet": labels[row.article],
            "headline": articles[row.article].title,
            "published": articles[row.article].published,
            "article": row.article,
            "measure": row.measure,
            "voice": row.voice.value,
            "part": row.part,
            "value": NOT_ENOUGH_TEXT if row.value is None else round(row.value, 4),
            "unit": row.unit,
            "basis (words)": row.basis,
            "passages": len(row.evidence),
            "words marked": "; ".join(
                articles[row.article].passage(mark.field, mark.start, mark.end) for mark in row.evidence
            ),
        }
        for row in comparison.measurements
    )


def csv_of_rows(rows: Iterable[Mapping[str, object]]) -> str:
    """CSV of ``rows``, the keys of the first as head line; numbers stay numbers, text is made safe (``safe_cell``)."""
    lines = list(rows)
    if not lines:
        return ""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in lines[0]])
    writer.writerows([[safe_cell(value) for value in line.values()] for line in lines])
    return out.getvalue()


def safe_cell(value: object) -> object:
    """``value``, a text that begins like a formula (also in full-width signs or after spaces) set behind a '."""
    if value is None or isinstance(value, (int, float)):
        return "" if value is None else value
    text = str(value).replace("\0", "")
    start = unicodedata.normalize("NFKC", text).lstrip(" \u00a0\u200b\u200e\u200f\ufeff")[:1]
    return f"'{text}" if start in _FORMULA and start else text
