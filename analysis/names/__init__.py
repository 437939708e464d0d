"""Who is named, and how: the people, groups and countries of an event, and the ladder of labels for each."""

from analysis.names.entities import entities, label_of
from analysis.names.guides import guides_of
from analysis.names.ladder import Rung, ladder

__all__ = ["Rung", "entities", "guides_of", "label_of", "ladder"]
