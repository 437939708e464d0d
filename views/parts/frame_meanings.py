"""What the fifteen policy frames mean, for the tab Frames and for the Methods page."""

from __future__ import annotations

from html import escape

from analysis.frames import definitions


def table() -> str:
    """The frames with their meanings in plain words, as HTML."""
    rows = "".join(
        f'<tr><th scope="row">{escape(each.title)}</th><td>{escape(each.meaning)}</td></tr>' for each in definitions()
    )
    return (
        '<div class="px-scroll"><table class="px-table px-small"><thead><tr><th scope="col">Frame</th>'
        f'<th scope="col">Meaning</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )
