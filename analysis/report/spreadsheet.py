"""Tables as CSV that a spreadsheet cannot run: a text that it might take for a formula gets a quote mark before it."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping

from analysis.model import NOT_ENOUGH_TEXT, Comparison
from analysis.report.plain import labels_of

_SKIPPED = (
    r"[^\S\t\r\n]|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufeff]"
)
"""White space and characters without width, which a spreadsheet may pass over at the start of a cell."""
_SIGN = (
    r"[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05\ufe62\ufe63\ufe66\ufe6a\ufe6b"
    r"\u207a-\u207c\u208a-\u208c\u2a75\u2a76\ufb29]"
)
"""What begins a formula or a command: the signs themselves, full-width, small, raised and lowered."""
_DANGER = re.compile(rf"\A(?=[\t\r\n])|(?:\A|(?<=[;\t\r\n]))(?=(?:{_SKIPPED})*{_SIGN})")


def as_csv(comparison: Comparison) -> str:
    """Every measurement, one a row; an undefined value reads "not enough text", an unknown range is an empty cell."""
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
            "likely from": _rounded(row.interval[0] if row.interval is not None else None),
            "likely to": _rounded(row.interval[1] if row.interval is not None else None),
            "usual percentile": _rounded(row.usual_percentile, 1),
            "unit": row.unit,
            "basis": row.basis,
            "passages": len(row.evidence),
            "words marked": "; ".join(
                articles[row.article].passage(mark.field, mark.start, mark.end) for mark in row.evidence
            ),
        }
        for row in comparison.measurements
    )


def _rounded(value: float | None, places: int = 4) -> float | None:
    return None if value is None else round(value, places)


def csv_of_rows(rows: Iterable[Mapping[str, object]]) -> str:
    """CSV of ``rows``, the keys of the first as head line; numbers stay numbers, text is made safe (``safe_cell``).

    A key that a later row lacks is an empty cell. The text has no byte-order mark; who saves it as a file for
    spreadsheets encodes it as ``utf-8-sig``.
    """
    lines = list(rows)
    if not lines:
        return ""
    names = list(lines[0])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in names])
    writer.writerows([[safe_cell(line.get(name)) for name in names] for line in lines])
    return out.getvalue()


def safe_cell(value: object) -> object:
    """``value`` as it may stand in a cell: a number as it is, nothing for None and what is no finite number.

    A text gets a ' wherever a spreadsheet could begin to read it as a formula: at its start, and after a semicolon,
    tab or new line (which separate cells in some countries' settings). NUL, which no CSV can hold, is left out.
    """
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    return value if isinstance(value, (int, float)) else _DANGER.sub("'", str(value).replace("\0", ""))
