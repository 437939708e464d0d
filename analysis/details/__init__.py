"""The figures and dates of a sentence, in a form in which two sentences can be compared.

A figure or date has a *kind* (percent, money, a length of time, an age, a weekday, a year ...), and only details of
one kind are held against each other: "12 hurt" says nothing about "9 percent". A figure may be told in words, with a
scale ("1.2 million"), as a range ("10 to 12") or rounded: "nearly 4,000" agrees with "3,987", "more than 200" with
"212".

General rules of English prose, no model; a detail that is written in an unusual way is missed.
"""

from analysis.details.detail import DATES, LABEL, Detail, agree, comparable, differing, digits, may_both_hold
from analysis.details.figures import BOUND
from analysis.details.read import details

__all__ = [
    "BOUND",
    "DATES",
    "LABEL",
    "Detail",
    "agree",
    "comparable",
    "details",
    "differing",
    "digits",
    "may_both_hold",
]
