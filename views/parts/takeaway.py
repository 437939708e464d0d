"""A table of Compare as a CSV file to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import streamlit as st

from analysis import report
from views import shared

Rows = Callable[[], Iterable[Mapping[str, object]]]


def csv_button(label: str, rows: Rows, file_name: str) -> None:
    """A button that makes the file when it is pressed. It names the outlets, so there is none while they are hidden."""
    if not shared.hide_outlets():
        st.download_button(label, data=partial(_csv, rows), file_name=file_name, mime="text/csv",
                           key=file_name.replace(".", "_"), on_click="ignore")


def _csv(rows: Rows) -> bytes:
    return report.download(report.csv_of_rows(rows()), "csv")
