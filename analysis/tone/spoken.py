"""Clauses in which an outlet only says that somebody spoke: "she said", "according to the mayor"."""

from __future__ import annotations

from analysis.model import AnnotatedField, CueClass, Voice
from analysis.pieces import places_of
from analysis.sentence_voice import only_say
from analysis.tone.clauses import clause_heads


def only_spoken(field: AnnotatedField) -> frozenset[int]:
    """The heads of clauses whose own words all say who speaks, with no cue but neutral ones ("said", "added").

    A cue of another class ("claimed", "admitted") says something of the speaker.
    """
    said = only_say(field)
    if not said:
        return frozenset()
    heads = clause_heads(field.tokens)
    cues = {neutral: {heads[place] for place in _cues(field, neutral)} for neutral in (True, False)}
    own = (place for place, token in enumerate(field.tokens) if token.is_word and token.voice is Voice.OWN)
    more = {heads[place] for place in own if place not in said}
    return frozenset(cues[True] - cues[False] - more)


def _cues(field: AnnotatedField, neutral: bool) -> frozenset[int]:
    return places_of(field.tokens, (each.cue for each in field.attributions if each.claim and each.cue is not None
                                    and (each.cue_class is CueClass.NEUTRAL) is neutral))  # fmt: skip
