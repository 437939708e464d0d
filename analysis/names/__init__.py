"""Who is named, and how: the people, groups and countries of an event, and the ladder of labels for each.

Names tie an article's mentions together first, then grammar, then what a label says. Where two articles have the same
words round a label ("some 300 residents blocked the road", "some 300 rioters blocked the road"), both labels stand for
the same people. So they do where the event tells it otherwise: by a count, by what was done to what, by the clause that
says who is meant, by what somebody is called, by who leads or owns whom (``same``).
"""

from analysis.names.entities import entities, label_of
from analysis.names.guides import guides_of, warned
from analysis.names.ladder import Rung, ladder

__all__ = ["Rung", "entities", "guides_of", "label_of", "ladder", "warned"]
