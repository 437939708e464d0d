"""Agency: who did what to whom, and whose deeds are told without a doer."""

from analysis.agency.counts import FormCount, form_counts, without_doer
from analysis.agency.deeds import deeds

__all__ = ["FormCount", "deeds", "form_counts", "without_doer"]
