"""Long HTML on a page, drawn by the browser at once.

``st.html`` looks through every element for scripts before it draws one, about 20 microseconds an element: a thousand of
them hold a change of page back by as long as an empty page takes. What is long goes here, the start of a page and
what is short to ``st.html``, which draws a frame earlier.
"""

from __future__ import annotations

from collections.abc import Iterable

from views.parts.component import component

_drawn = component("drawn", "drawn")


def show(html: str, *, key: str) -> None:
    """Draw ``html``, in which every slice of text is escaped; ``key`` is the place on the page."""
    _drawn(key=key, data={"html": html})


def flow(sections: Iterable[str]) -> str:
    """Sections one under the other, as far apart as elements of the page are; "" is no section."""
    return f'<div class="px-flow">{"".join(f"<div>{one}</div>" for one in sections if one)}</div>'
