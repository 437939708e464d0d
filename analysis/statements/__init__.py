"""Statements: what the outlets of an event tell, each with the sentences that tell it, article by article.

Method: sentences are cut into clauses, without the words that only say who spoke. Two clauses of different articles
belong together by the words, names and figures that they share, the rarer in the event the more, by the sense of clause
and sentence (vectors of an open language model), and by who does what; a middling likeness counts less between articles
that tell little alike. Clauses that belong together make one statement; a sentence may stand in several. The sentence
shown for a statement is the one most like the others, shorter ones and those without loaded words first. A sentence
that repeats what its own article tells elsewhere makes no statement of its own; calls to the reader, picture credits
and author lines make none at all.

Conflict: clauses that tell the same, but differ in a figure, a date, a negation or the order of events, are one
statement with details in conflict (≠), never agreement. A false agreement would claim that two newsrooms confirmed each
other, so a doubt keeps two sentences apart. Which detail is right the texts do not say. Passages that several outlets
run word for word are marked as agency copy and count as one carrier in the order of the rows.

Not found: no clause of that article was aligned with the statement. It may tell it in part, or in words too different:
the cell then says "perhaps" and where, if its nearest sentence is not far from being aligned, or if another row is told
there that shares a sentence with this one or that one article tells like this one. Of 40 cells marked so in public
events (before repetitions counted) one reader found 16 to be told after all, in whole or in part; of 39 that only say
"not found", 6.

Limits: rows may join what only resembles each other, two people's views on one matter above all, and one statement may
be spread over several rows. Choose a row and read its sentences before relying on it.
"""

from analysis.statements.build import statements

__all__ = ["statements"]
