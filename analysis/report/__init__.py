"""A comparison as something to take away: JSON, CSV, one HTML page, a table for the terminal, a finding as text."""

from __future__ import annotations

import json
from typing import Literal

from analysis.model import Comparison
from analysis.report.copied import finding_text
from analysis.report.page import as_html
from analysis.report.plain import as_dict
from analysis.report.spreadsheet import as_csv, csv_of_rows
from analysis.report.terminal import as_table

Format = Literal["table", "json", "csv", "html"]

__all__ = ["Format", "as_csv", "as_dict", "as_html", "as_table", "csv_of_rows", "download", "finding_text", "render"]


def render(comparison: Comparison, form: str) -> str:
    """``comparison`` as ``table``, ``json``, ``csv`` or ``html``."""
    if form == "json":
        return json.dumps(as_dict(comparison), ensure_ascii=False, indent=1, allow_nan=False)
    if form == "csv":
        return as_csv(comparison)
    return as_html(comparison) if form == "html" else as_table(comparison)


def download(text: str, form: str) -> bytes:
    """``text`` as a file to save; CSV gets a byte-order mark, without which spreadsheets misread “ and –."""
    return text.encode("utf-8-sig" if form == "csv" else "utf-8", errors="replace")
