"""The same remark in several outlets, against the answer keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis import samples
from analysis.model import SharedQuotation, Span
from analysis.quotations import shared_quotations
from analysis.speakers import speakers
from benchmarks.golden.stories import Outcome, event


def cuts_found(slug: str) -> list[Outcome]:
    """Each cut of a shared remark in the key: does a remark found hold it together with the other cuts?"""
    told = event(slug)
    outlets = {each.article.outlet: each.id for each in told}
    pieces = shared_quotations(told, speakers(told, ()))
    found = []
    for record in samples.key(slug)["quotations_shared"]:
        cells = {outlets[name]: Span(*cell) for name, cell in record["cells"].items() if cell is not None}
        held = covered(pieces, cells)
        found += [Outcome(article, article in held, f"{record['speaker']}: {article}") for article in cells]
    return found


def covered(pieces: Iterable[SharedQuotation], cells: Mapping[str, Span]) -> set[str]:
    """Articles of the largest set of marked cells that pieces cover which overlap each other in one of the cells."""
    hits = [
        {cut.article for cut in piece.cuts if cut.article in cells and any(map(cells[cut.article].overlaps, cut.spans))}
        for piece in pieces
    ]
    groups: list[set[str]] = []
    for hit in (hit for hit in hits if len(hit) > 1):
        joined = [group for group in groups if group & hit]
        groups = [group for group in groups if not group & hit] + [hit.union(*joined)]
    return max(groups, key=len, default=set())
