"""Who did what to whom, and whose deeds are told without a doer.

Deeds of harm, force, conflict and blame are looked up in our own list of verbs and nouns (after the classes of Levin
1993, the frames of FrameNet and the events of CAMEO); the form of the clause comes from its grammar: active ("police
cleared the road"), passive with agent ("was cleared by police"), passive without agent ("was cleared"), intransitive
("the bridge collapsed", "crews clashed") or nominal ("the clearing of the road"). Doer and done-to are the phrases of
that clause; pronouns and labels are tied to the names of the story.

Formula: clauses without a doer, of all clauses that tell a deed, by outlet and voice.

Limits: deeds that are denied, possible, planned, feared or ordered are left out; so are deeds outside the list. The
doer may be named in the sentence before, or may not be known to anybody: read the clauses. A cause that is no person
("the flood destroyed") counts as doer.
"""

from analysis.agency.deeds import deeds

__all__ = ["deeds"]
