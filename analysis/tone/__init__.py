"""Tone towards a person or group: how the clauses about them speak, by article and voice. A column, never a finding.

Counts: clauses in which somebody is mentioned, by name, description or pronoun; one clause once. Each is negative (-1),
neutral (0) or positive (1) towards them, whichever is likeliest; beside it stands a score, the chance of positive less
that of negative, from -1 to 1. Persons and groups only: whoever is mostly spoken of as a place or a thing is left out.
Neutral clauses in which the outlet only says that somebody spoke ("she said") are left out, because they would water
down a text that quotes much. A clause that a reader dismisses, or a mention that a reader links to somebody else or
nobody, counts no more.

Formula: the mean of the labels of the clauses of one article and voice (3 negative, 2 neutral and 1 positive make
-0.33), their standard deviation, and the mean less that of all clauses of the event in that voice, about whomever; none
of them with fewer than 5 clauses. Means are of labels, not of scores, so that they can be counted again from what is
shown, and because the labels are what was measured against human readers. Means of scores would follow those readers a
little closer (on ten clauses of NewsMTSC, out of fold, a correlation of .84 in place of .79).

How usual: the place of the mean among those of US political news articles with as many clauses of that voice about one
person or group. Likely range: the clauses are a sample, and clauses of one tone stand together, so that twenty of them
tell as much as ten that are independent; the range holds the mean behind them in about 95 of 100 cases. More than
chance: two outlets differ if articles of one outlet on one topic, about the same person, hardly ever lie as far apart,
with all persons, voices and pairs of outlets of the story allowed for (5 %). In that corpus two outlets on one event
lay no farther apart than two articles of one outlet on one topic, so that a gap that is more than chance is rare. In
quoted words too few pairs of articles were found: there a mean has its range, and no gap is tested. How it is computed
stands below, under "How usual is a figure".

The label comes from a multinomial logistic regression. Its features are words by their distance from the one who is
meant and by the path in the grammar that ties them (whose deed it is, who suffers it, what describes them), sentiment
words with their values, negation turned round, the classes of our own word lists, and the vectors of the sentence and
of the clause. The words of names are no features, "he" and "she" are one word, and the directions of the vectors that
tell people's names apart are left out: who is meant shall not decide. All weights stand in data/weights/; the words
that add most are shown with each clause that is not neutral.

Source: Hamborg and Donnay (2021), NewsMTSC: a dataset for (multi-)target-dependent sentiment classification in
political news articles (the task, and the sentences the weights were fitted on, MIT licence); Hutto and Gilbert (2014),
VADER (the values of sentiment words).

Limits: about three labels in ten are not those that human readers gave; the labels lean to negative (a mean of -0.14
where readers gave -0.11), and gaps between means come out at about six tenths of their size. A clause that tells bad
news about somebody counts as negative however evenly it is told; irony and allusion are lost. A well-known name still
moves the score of a plain sentence a little (by about 0.05 on a scale from -1 to 1). Mentions tied to the wrong person
count for that person ("she" for a ship), until a reader corrects them. Whether the mean tone orders outlets on the same
person better than chance has not been shown (an average of sentiment words over articles does not: .516 on BASIL), so
it is shown beside its clauses, and nothing is concluded from it.
"""

from analysis.tone.counting import FEWEST, MEASURE, NAMES, SCALE, measurement, overall, tones
from analysis.tone.gaps import beyond_chance, gaps
from analysis.tone.judge import Judge, Judgment
from analysis.tone.targets import Target, Targets, judged, read_targets
from analysis.tone.wording import counts, how_usual, likely, signed, summary

__all__ = [
    "FEWEST", "MEASURE", "NAMES", "SCALE", "Judge", "Judgment", "Target", "Targets", "beyond_chance", "counts", "gaps",
    "how_usual", "judged", "likely", "measurement", "overall", "read_targets", "signed", "summary", "tones",
]  # fmt: skip
