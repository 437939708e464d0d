"""How an outlet's figures sit among those of the others, over several stories, and only where there is enough to say.

Counts: all articles that stand in a story of the library. An outlet's articles in one story are taken together, and its
rate there is held against the mean rate of the other outlets in the same story. The figure is the mean of these
differences over its stories, each story counting once. It is the fair comparison: outlets cover different events, and
some events need more loaded words than others. The outlet's own rate, without the others, can be shown instead.

Method: the likely range comes from drawing the outlet's stories anew, 4,000 times (bootstrap over events; Efron 1979),
widened for few stories as Student's t is (Hesterberg 2015) and where they agree more than stories of one outlet do (a
moderated variance; Smyth 2004). The figure is moved towards the mean of all outlets, the further the fewer its stories
and the less outlets differ at all (empirical Bayes; Morris 1983): with s2 the variance of one outlet from story to
story (pooled), V = s2/n for n stories, and tau2 the variance between outlets (analysis of variance), by the share
(k-3)/(k-1) V/(V + tau2) of the way, k outlets. Nothing is moved with fewer than four outlets, and nothing is shown
below 8 articles or 4 stories. Where no outlet's figure differs from story to story there is a figure without a range.
Outlets stand in alphabetical order; nothing is ranked.

Words: how often an outlet uses a word, less what is expected from how all articles of each story use it, over the
standard deviation of that (a stratified test; Mantel 1963). A word is listed where dealing the articles of each story
to the outlet at random gives any word as high a value in fewer than 5 of 100 deals (permutation within stories, largest
value over all words; Westfall & Young 1993).

When visible: over the stories that two outlets share, with m the mean and s the standard deviation of their difference,
a paired t test needs about (1.96 + 0.84)^2 s^2/m^2 + 1.96^2/2 stories for 80 % power at 5 % (Guenther 1981).

Limits: the yardstick is whoever else is in the same stories, so a library of few outlets compares them with each other
and with nothing else. A story put together by hand may hold articles on different events. Articles of one outlet by
different authors and desks count as the outlet's. Copies of agency texts count as every outlet's own.
"""

from analysis.outlets.kept import Shelf, articles_of, digest, pieces_of, told_with
from analysis.outlets.pair import Outlook, outlook, sentences
from analysis.outlets.sheet import Piece, Telling, basis_of, fewest_of, known, outlets_of, tellings, unit_of
from analysis.outlets.standing import ARTICLES, EVENTS, Standing, Way, lacks, standings, value_of
from analysis.outlets.words import Distinctive, distinctive, without_names

__all__ = [
    "ARTICLES",
    "EVENTS",
    "Distinctive",
    "Outlook",
    "Piece",
    "Shelf",
    "Standing",
    "Telling",
    "Way",
    "articles_of",
    "basis_of",
    "digest",
    "distinctive",
    "fewest_of",
    "known",
    "lacks",
    "outlets_of",
    "outlook",
    "pieces_of",
    "sentences",
    "standings",
    "tellings",
    "told_with",
    "unit_of",
    "value_of",
    "without_names",
]
