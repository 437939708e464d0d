"""What differs, in plain sentences: one story -> at most five findings, or none.

Two kinds. What is *read*: details in which outlets contradict each other, statements that one did not carry, a loaded
label beside a plain one, one remark introduced in two ways. Their passages are the proof; how large they are is no
number. And what is *counted*: rates of words, shares of clauses, cues and voices. These are findings only where they
are more than chance, with the error held over all measures, voices and pairs of the story (``tested``), and are
ordered by how unusual they are among outlets on one event.

What is read comes first: of the bias spans that experts marked in 300 articles on the same events, those by choice of
information outnumber those by choice of word by more than two to one (Fan et al. 2019). Nothing found is a result.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings.agency import agency
from analysis.findings.conflicts import conflicts
from analysis.findings.figures import Candidate
from analysis.findings.headlines import headlines
from analysis.findings.names import namings
from analysis.findings.quotations import introductions
from analysis.findings.rates import rates
from analysis.findings.statements import missing
from analysis.findings.tested import beyond_chance
from analysis.findings.voices import cue_shares, speaker_shares, voice_shares
from analysis.model import Comparison, Finding
from analysis.usual import Spreads, spreads

MOST = 5
MOST_READ = 3
"""Places for what is read where enough is found that is counted."""
_READ = (conflicts, missing, namings, introductions)
_COUNTED = (rates, voice_shares, cue_shares, speaker_shares, agency, headlines)

__all__ = ["MOST", "candidates_of", "findings_of"]


def findings_of(comparison: Comparison, table: Spreads | None = None) -> tuple[Finding, ...]:
    """The differences between the articles of ``comparison``, at most five; empty where nothing stands out.

    ``table`` are the spreads to test against; by default those that Parallax brings along.
    """
    if len({each.article.outlet or each.id for each in comparison.articles}) < 2:
        return ()
    read = sorted((each for source in _READ for each in source(comparison)), key=lambda each: -each.weight)
    counted = _surest(beyond_chance(candidates_of(comparison), spreads() if table is None else table))
    room = max(MOST_READ, MOST - len(counted))
    return (*read[:room], *counted)[:MOST]


def _surest(counted: Sequence[Finding]) -> list[Finding]:
    """Of each kind and voice the finding that is least likely by chance: two would say nearly the same (reporting words
    that distance, and all that are not neutral)."""
    best: dict[tuple[str, str], Finding] = {}
    for finding in sorted(counted, key=lambda each: each.chance_p or 0.0):
        best.setdefault((finding.kind, finding.voice), finding)
    return [finding for finding in counted if finding in best.values()]


def candidates_of(comparison: Comparison) -> list[Candidate]:
    """Everything that is counted and tested in ``comparison``."""
    return [each for source in _COUNTED for each in source(comparison)]
