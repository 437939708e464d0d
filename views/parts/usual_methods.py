"""Methods: how usual a figure is, how sure, how big a difference; in words, then with formulas, then its limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from analysis.findings.tested import LEVEL
from analysis.usual import provenance, wording
from analysis.usual.calibration import Calibrated

PLAIN = (
    "A rate by itself says little: are seven loaded words in 1,000 many or few? So each figure is set beside "
    "{articles} articles of US political news from 2012 to 2020 with as many words of the same voice: “more "
    "than 92 %” means that about 92 in 100 of them have less. An article is a sample of how its outlet writes, "
    "so each rate has a likely range, which holds the rate behind it in about 95 of 100 cases. An extreme figure "
    "may lie outside its own range, which is nearer to what is usual, because extremes are partly chance: the second "
    "half of such an article is mostly less extreme than the first. Articles of one "
    "outlet on one topic differ too. A difference between outlets is therefore a finding only where such pairs "
    "of articles hardly ever show one as large, although many figures are compared in every story; otherwise "
    f"the page says that {wording.NO_DIFFERENCE}. How large a finding is, a second comparison says: the one with "
    "pairs of outlets that report the same event. “Larger than 9 in 10 pairs” puts findings in order and in "
    "words. It is no proof, because outlets on one event do differ, and one pair in ten always lies beyond "
    "nine."
)
FORMULAS = (
    (
        "How usual",
        "the percentile is 100 · (articles with less + half of those with as much) / all. It is kept for each "
        "measure and voice at several lengths; between two of them it is interpolated on the logarithm of the "
        "length. The usual range goes from the 10th to the 90th percentile. Lengths below the shortest article "
        "(303 words) come from contiguous cuts of longer ones.",
    ),
    (
        "Likely range",
        "for h marks in n words, the middle 95 % of Gamma(a + h/f, b + n/f), its lower 95 % where h = 0. The prior "
        "Gamma(a, b) is the spread of rates between the articles of the corpus; f = 1 + w·h′ makes up for "
        "words that come in bursts, h′ being the number of marks expected and w how much stretches of one "
        "article vary. For h of n sentences, the middle 95 % of Beta(a + h/f, b + (n − h)/f) with f = 1 + w·(n − 1). "
        "w is as large as it must be for 95 of 100 second halves of articles to lie in what first halves foretell.",
    ),
    (
        "More than chance",
        "how surely h₁ marks in n₁ words and h₂ in n₂ differ is told by t, the exact test of two Poisson rates: of "
        "N = h₁ + h₂ marks those of the first article are binomial with share n₁/(n₁ + n₂), two-sided, half of the "
        "count itself included. How often t is as small by chance, G(t), comes from articles of one outlet on one "
        "topic: a common rate that varies as rates do in the corpus (gamma), around it the rate of each article with "
        "a relative variance v (gamma), around that the count (Poisson). v is fitted to pairs of articles of one "
        "outlet, found in the corpus by date and similarity. Shares of a few reporting words or clauses are treated "
        "alike, with Fisher’s exact test for t and beta-binomial counts. Other shares are compared by z = (p₁ − "
        "p₂)/√(p(1 − p)(1/m₁ + 1/m₂)), m = n/(1 + (n − 1)ρ). The tests of a story are put in order by s = √(t · G(t)). "
        "How often each of them gives as small an s by chance is added, over all measures, voices and pairs of "
        "articles: a test of so few marks that it cannot give so small an s adds nothing. A finding needs a sum of at "
        f"most {100 * LEVEL:g} %.",
    ),
    (
        "How large",
        "the same G with the v of pairs of outlets on one event in the place of the other; 100 · (1 − G(t)) is the "
        "percentile of the gap among such pairs.",
    ),
    (
        "Tone",
        "for h₋, h₀ and h₊ clauses, n in all, the shares of the three labels behind them have the posterior "
        "Dirichlet(a + h/f): a is the spread between persons and articles of the corpus, f = 1 + w·(n − 1) makes up "
        "for clauses of one tone that stand together, with w from first and second halves of the clauses about one "
        "person. The likely range is the middle 95 % of the beta distribution on −1 to 1 with its mean and variance. "
        "Two means are compared by z = (m₁ − m₂)/√(s²((1 + (n₁ − 1)ρ)/n₁ + (1 + (n₂ − 1)ρ)/n₂)), s² the variance of "
        "the labels of both together. ρ is fitted so that z² is 1 on average in pairs of articles of one outlet on one "
        "topic about the same person (for the percentile of the gap: of two outlets on one event; where they lie no "
        "farther apart, the same ρ). The p of all persons, voices and pairs of outlets of the story that could be as "
        "small are added; more than chance is a sum of at most 5 %.",
    ),
)
SOURCES = (
    "Mosimann (1962), On the compound multinomial distribution; Kish (1965), Survey Sampling; "
    "Gelman et al. (2013), Bayesian Data Analysis; Przyborowski and Wilenski (1940), Homogeneity of results in "
    "testing samples from Poisson series; Lancaster (1961), Significance tests in discrete distributions; "
    "Tarone (1990), A modified Bonferroni method for discrete data; van der Bles et al. (2020), "
    "The effects of communicating uncertainty on public trust in facts and numbers."
)
LIMITS = (
    "The corpus is US political news in English, 2012–2020, from roundups of big stories, opinion desks left "
    "out. On other countries, subjects and years it is a yardstick from elsewhere. Usual is not the same as "
    "right.",
    "Small differences stay hidden. A doubled rate of 10 per 1,000 words, in articles of 600 words, is found one time "
    "in five even by an exact test of that difference alone, and far less often where all that is tested in a story is "
    "allowed for; the table below has the figures. An exact Poisson test at the same level finds more, but in one of "
    "four stories of eight articles by one outlet it finds what is not there. Where both raise equally many false "
    "alarms, both find about as much. “No notable difference” does not mean that the articles are alike.",
    "A short text is set beside cuts of longer articles, which are not written as short articles are.",
    "Ties count half, and in short texts there are many. Where nothing was found, the page therefore says how many "
    "articles have none either.",
    "Frames, loaded sentences and tone have a likely range and a percentile, and are no findings. In quoted words no "
    "gap of tone is tested, because too few pairs of articles quote enough about the same person.",
    "What is read and not counted, such as a contradiction or a label, has neither a likely range nor a "
    "percentile.",
)
CHECK_HEADS = ("What was checked", "Result", "95 % interval", "Aim", "What it means", "Number", "Date and command")
AIMS = {
    "False alarms, pairs": "at most 5\u00a0%",
    "False alarms, stories": "at most 5\u00a0%",
    "Coverage": "93 to 97\u00a0%",
    "False alarms of tone, pairs": "at most 5\u00a0%",
    "False alarms of tone, stories": "at most 5\u00a0%",
    "Coverage of tone": "93 to 97\u00a0%",
    "Planted changes": "at least 80\u00a0%",
}
"""Section of the table -> what its first row is to reach; of false alarms all kinds of findings together."""


def section(checks: Iterable[Calibrated] = ()) -> str:
    """The section as HTML, with the figures of ``checks`` as its last table."""
    formulas = "".join(f"<li><b>{escape(name)}:</b> {escape(text)}</li>" for name, text in FORMULAS)
    limits = "".join(f"<li>{escape(text)}</li>" for text in LIMITS)
    plain = PLAIN.format(articles=f"{provenance()['articles']:,}")
    return (
        '<h2 class="px-rule">How usual is a figure, how big is a difference?</h2><div class="px-method">'
        f"<p>{escape(plain)}</p><h3>With formulas</h3><ul>{formulas}</ul><p><b>Sources:</b> {escape(SOURCES)}</p>"
        f"<h3>What it cannot tell</h3><ul>{limits}</ul></div>{_checks(list(checks))}"
    )


def _checks(checks: list[Calibrated]) -> str:
    """The figures a reader asks for first as a table, all others folded away beneath it."""
    first = [one for one in checks if _is_first(one)]
    others = [one for one in checks if not _is_first(one)]
    more = f"<details><summary>Further figures ({len(others)})</summary>{checks_table(map(_cells, others))}</details>"
    return checks_table(map(_cells, first)) + (f'<div class="px-method">{more}</div>' if others else "")


def _is_first(one: Calibrated) -> bool:
    if one.section == "Beside the exact Poisson test":
        return "8 articles" in one.what
    if one.section.startswith("Power"):
        return "10 per 1,000 words" in one.what and "600 words" in one.what
    return one.section == "Planted changes" or one.what.startswith(("any", "all measures", "all voices"))


def _cells(one: Calibrated) -> tuple[str, ...]:
    """One cell for each of ``CHECK_HEADS``."""
    bounds = f"{_percent(one.interval[0])} to {_percent(one.interval[1])}" if one.interval else "computed"
    aims_at = one.what in ("any finding", "any gap") or one.what.startswith(("all", "a ", "an "))
    aim = AIMS.get(one.section, "") if aims_at else ""
    return (f"{one.section}: {one.what}", _percent(one.figure), bounds, aim, one.meaning, f"{one.number:,}",
            f"{one.date}, {one.command}")


def _percent(share: float) -> str:
    return f"{100 * share:.1f}\u00a0%"


def checks_table(checks: Iterable[Sequence[str]]) -> str:
    """How often it finds what is not there, and misses what is, figure by figure; "" where nothing was checked."""
    rows = [[escape(cell) for cell in row] for row in checks]
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{name}</th>' for name in CHECK_HEADS)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' for first, *rest in rows
    )
    return (
        '<div class="px-scroll px-method" tabindex="0" role="region" aria-label="How well differences are told">'
        f'<table class="px-table px-small"><caption>How well it does</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
