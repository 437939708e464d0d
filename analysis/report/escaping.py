"""Any text as text of an HTML page."""

from __future__ import annotations

import html
import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def escape(value: str) -> str:
    """``value`` as text of a page; a control character, which no page may hold, shows as U+FFFD."""
    return html.escape(_CONTROL.sub("\ufffd", value))


def text(value: str) -> str:
    """Escaped, and kept from changing the direction of what stands around it."""
    return f'<bdi dir="auto">{escape(value)}</bdi>'
