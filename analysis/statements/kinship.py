"""How sure it is that every two articles report one event, so that articles put together by hand are not read as one.

Two articles report one event where they are alike, or where both are like the others: a short piece has few words in
common with any one article. So the likeness of the two (see ``events``) counts as much as that of either to all.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.embedding import Vectors
from analysis.events import similarities
from analysis.model import AnnotatedArticle

_DIFFERENT, _SAME = 0.22, 0.26
"""Likeness up to which articles report different events, and from which they report one. (Nine in ten pairs of real
articles on one event reach .21; five articles on one topic, but different events, have .14 to .22.)"""


def kinship(event: Sequence[AnnotatedArticle]) -> Vectors | None:
    """By article and article 0 (different events) to 1 (one event); None where all are 1."""
    if len(event) < 2:
        return None
    alike = similarities([each.article for each in event])
    np.fill_diagonal(alike, 0)
    means = alike.sum(axis=1) / (len(event) - 1)
    close = (alike + means[:, None] + means[None]) / 3
    sure = ((close - _DIFFERENT) / (_SAME - _DIFFERENT)).clip(0, 1).astype(np.float32)
    np.fill_diagonal(sure, 1)
    return None if bool((sure == 1).all()) else np.asarray(sure, dtype=np.float32)
