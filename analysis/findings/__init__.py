"""What differs, in plain sentences: one story -> at most five findings.

What is told, who is heard, who is named and who did it come before counts of words: of the bias spans that experts
marked in 300 articles on the same events, those by choice of information outnumber those by choice of word by more than
two to one (Fan et al. 2019). Until reference tables say how usual a difference is, the order within each is by size
alone: the difference between the highest and the lowest outlet in standard errors of a rate or a share, with fixed
places for what is no rate. It orders and does not prove; each finding says so ("how usual: not yet measured") and sends
the reader to its passages.
"""

from __future__ import annotations

from analysis.findings.agency import agency
from analysis.findings.headlines import headlines
from analysis.findings.names import namings
from analysis.findings.quotations import introductions
from analysis.findings.rates import rates
from analysis.findings.statements import conflicts, missing
from analysis.findings.voices import cue_shares, speaker_shares, voice_shares
from analysis.model import Comparison, Finding

MOST = 5
MOST_TELLING = 4
"""One place is kept for a count of words, where one stands out."""
_TELLING = (conflicts, missing, agency, namings, introductions, speaker_shares, cue_shares)
_WORDS = (rates, voice_shares, headlines)

__all__ = ["MOST", "findings_of"]


def findings_of(comparison: Comparison) -> tuple[Finding, ...]:
    """The largest differences between the articles of ``comparison``, at most five; empty where nothing stands out."""
    if len({each.article.outlet or each.id for each in comparison.articles}) < 2:
        return ()
    telling = _ordered([finding for source in _TELLING for finding in source(comparison)])
    words = _ordered([finding for source in _WORDS for finding in source(comparison)])
    room = MOST - min(len(words), MOST - MOST_TELLING)
    return (*telling[:room], *words)[:MOST]


def _ordered(found: list[Finding]) -> list[Finding]:
    return sorted(found, key=lambda finding: -finding.weight)
