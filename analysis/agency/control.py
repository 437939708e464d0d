"""Whose verb is it? The subject of a verb, its own or the one it shares with the verb or noun that it hangs on."""

from __future__ import annotations

from analysis.agency.phrases import referent
from analysis.agency.wordsets import words
from analysis.annotation.tree import Tree

REACH = 6
_NEAR = 12
"""Words before an auxiliary among which its subject is looked for."""
_CHARGES = words(
    """
    accuse suspect convict blame charge arrest indict acquit sue criticise criticize condemn denounce jail
    sentence prosecute try praise fault punish imprison detain wanted want investigate
    """
)

_SUBJECT_KEEPS = frozenset({"promise", "threaten", "vow", "use", "fire", "deploy", "employ", "wield"})
"""Verbs whose subject, not object, does what follows: "used gas to clear the square"."""


def subject(tree: Tree, verb: int, reach: int = REACH) -> int | None:
    """The noun that is the subject of ``verb``, relative pronouns resolved; None where nothing names it."""
    if reach == 0:
        return None
    own = tree.nearest_child(verb, "nsubj", "nsubjpass")
    if own is not None:
        return referent(tree, own, verb)
    token = tree.tokens[verb]
    if tree.child(verb, "csubj", "csubjpass", "expl") is not None:
        return None
    if (lost := _lost(tree, verb)) is not None:
        return lost
    if token.head == verb:
        return None
    if token.dep in ("relcl", "acl"):
        return _of_noun(tree, verb, reach)
    if token.dep in ("pcomp", "prep"):
        return _of_preposition(tree, verb, reach)
    if token.dep in ("xcomp", "ccomp", "oprd", "acomp", "attr"):
        return _of_complement(tree, verb, reach)
    if token.dep == "advcl":
        return _of_adverbial(tree, verb, reach)
    if token.dep in ("conj", "dep", "parataxis"):
        return _of_joined(tree, verb, reach)
    if token.dep == "pobj" and token.tag in ("VBD", "VBZ"):
        return tree.tokens[token.head].head  # a name before the verb has misled the parser: "a crew from X rammed it"
    return None


def _lost(tree: Tree, verb: int) -> int | None:
    """The noun before a passive's own auxiliary, where the parser has joined it to the clause before.

    "The tyres were cut at the market and windows were broken"; "two were burnt and a third, the Swan, was boarded".
    """
    helper = tree.child(verb, "auxpass")
    if helper is None:
        return None
    start = next((at for at in range(helper - 1, max(-1, helper - _NEAR), -1) if _ends_phrase(tree, at)), -1)
    if start < 0 or tree.tokens[start].dep != "cc":
        return None
    joined = (at for at in range(start + 1, helper) if tree.tokens[at].dep == "conj" and tree.tokens[at].head < start)
    return next(joined, None)


def _ends_phrase(tree: Tree, at: int) -> bool:
    """A joining word or a finite verb: what lies before it is another clause's."""
    return tree.tokens[at].dep == "cc" or tree.tokens[at].tag in ("VBD", "VBZ", "VBP", "MD")


def _of_joined(tree: Tree, verb: int, reach: int) -> int | None:
    """ "fired and ran": the subject of the first."""
    token = tree.tokens[verb]
    if tree.tokens[token.head].pos in ("VERB", "AUX"):
        return subject(tree, token.head, reach - 1)
    return token.head if tree.tokens[token.head].dep == "ROOT" and token.tag in ("VBD", "VBZ") else None


def _of_noun(tree: Tree, verb: int, reach: int) -> int | None:
    """ "a man shouting"; "their plan to storm it" and "a bid to oust him" go by the owner or the clause."""
    token = tree.tokens[verb]
    noun = tree.tokens[token.head]
    if noun.pos not in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
        return subject(tree, token.head, reach - 1)
    infinitive = token.tag == "VB"
    if not infinitive or noun.text.lower() in ("first", "last", "only", "one"):
        return token.head
    return owner(tree, token.head, reach)


def owner(tree: Tree, noun: int, reach: int = REACH) -> int | None:
    """Whose plan, order or sentence it is: its "'s", or the subject of the verb it is the object of."""
    poss = tree.child(noun, "poss")
    if poss is not None:
        return referent(tree, poss, noun)
    token = tree.tokens[noun]
    if token.dep in ("dobj", "attr", "nsubjpass") and tree.tokens[token.head].pos in ("VERB", "AUX"):
        return subject(tree, token.head, reach - 1)
    if token.dep == "pobj":
        above = tree.tokens[token.head].head
        if tree.tokens[above].pos in ("VERB", "AUX"):
            return subject(tree, above, reach - 1)
    return None


def _of_preposition(tree: Tree, verb: int, reach: int) -> int | None:
    """ "accused them of killing", "was charged with killing", "left after killing", "a sentence for killing"."""
    preposition = tree.tokens[verb].head
    above = tree.tokens[preposition].head
    if above == preposition:
        return None
    if tree.tokens[above].pos in ("VERB", "AUX"):
        given = tree.child(above, "dobj")
        if given is not None and tree.tokens[above].lemma in _CHARGES:
            return referent(tree, given, above)
        return subject(tree, above, reach - 1)
    if tree.tokens[above].pos in ("ADJ", "ADV", "ADP", "SCONJ"):
        return subject(tree, tree.tokens[above].head, reach - 1)
    return owner(tree, above, reach)


def _of_complement(tree: Tree, verb: int, reach: int) -> int | None:
    """ "forced them to leave": the object; "began to leave": the subject."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    if token.dep == "ccomp" and token.tag not in ("VB", "VBG", "VBN", "JJ"):
        return None
    given = tree.child(token.head, "dobj", "dative")
    if given is not None and above.lemma not in _SUBJECT_KEEPS:
        return referent(tree, given, token.head)
    return subject(tree, token.head, reach - 1)


def _of_adverbial(tree: Tree, verb: int, reach: int) -> int | None:
    """ "fired at the crowd, killing two": who fired. "The bus was hit, hurting two": the agent, here nobody."""
    above = tree.tokens[verb].head
    if tree.child(above, "auxpass") is not None and tree.tokens[verb].tag == "VBG" and verb > above:
        by = tree.child(above, "agent")
        marked = tree.child(verb, "mark", "advmod") is not None
        return subject(tree, above, reach - 1) if marked else (tree.child(by, "pobj") if by is not None else None)
    return subject(tree, above, reach - 1)
