"""Tone towards a person or group: how the clauses about them speak, by article and voice. A column, never a finding.

Counts: clauses in which somebody is mentioned, by name, description or pronoun; one clause once. Each is negative,
neutral or positive towards them, with a score: the chance of positive less that of negative, from -1 to 1.

Formula: the mean score of the clauses of one article and voice, its standard deviation, and the mean less that of all
clauses of the event in that voice, about whomever; none of them with fewer than 5 clauses. The score comes from a
multinomial logistic regression. Its features are words by their distance from the one who is meant and by the path in
the grammar that ties them (whose deed it is, who suffers it, what describes them), sentiment words with their values,
negation turned round, the classes of our own word lists, and the vectors of the sentence and of the clause. The words
of names are no features, "he" and "she" are one word, and the directions of the vectors that tell people's names apart
are left out: who is meant shall not decide. All weights stand in data/weights/; the words that add most are shown with
each clause that is not neutral.

Source: Hamborg and Donnay (2021), NewsMTSC: a dataset for (multi-)target-dependent sentiment classification in
political news articles (the task, and the sentences the weights were fitted on, MIT licence); Hutto and Gilbert (2014),
VADER (the values of sentiment words).

Limits: about three labels in ten are not those that human readers gave. A clause that tells bad news about somebody
counts as negative however evenly it is told; irony and allusion are lost. A well-known name still moves the score of
a plain sentence a little (by about 0.05 on a scale from -1 to 1). Mentions tied to the wrong person count for that
person. Whether the mean tone orders outlets on the same person better than chance has not been shown (an average of
sentiment words over articles does not: .516 on BASIL), so it is shown beside its clauses, and nothing is concluded
from it.
"""

from analysis.tone.counting import FEWEST, tones
from analysis.tone.judge import Judge, Judgment
from analysis.tone.targets import Target, Targets, judged, read_targets
from analysis.tone.wording import signed, summary

__all__ = [
    "FEWEST", "Judge", "Judgment", "Target", "Targets", "judged", "read_targets", "signed", "summary", "tones",
]  # fmt: skip
