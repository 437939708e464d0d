"""Is the deed told as one that happened? Denied, feared, planned, asked for and possible deeds are left out.

After the factuality of events (Sauri and Pustejovsky 2009), reduced to what a parse shows: negation, modal verbs,
conditions, infinitives, and the words that a deed depends on. An alleged deed is told, so it stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from analysis.agency.phrases import is_negative
from analysis.agency.wordsets import words
from analysis.annotation.tree import Tree

_REACH = 5
_IF = frozenset({"if", "unless", "whether", "lest"})
_DONE = words(
    """
    begin start continue come go manage proceed help move use dare get happen rush hurry be cease stop
    """
)
"""Verbs before "to" that say it was done: "began to clear"."""
_TOLD = words(
    """
    allege say believe report claim appear seem think know find suspect understand prove
    """
)
"""Verbs before "to have" that say it is told: "is said to have shot"."""
_NOT = words(
    """
    prevent avoid avert deny consider oppose threaten risk resist plan intend mean propose suggest contemplate
    refrain bar ban want hope imagine pretend wish demand refuse fail decline forbid discourage thwart foil
    deter vow promise warn prepare urge preclude propose favour favor advocate doubt simulate rehearse
    dread
    """
)
"""Verbs whose complement did not happen, or not yet."""
_FOILING = words("prevent avoid avert foil thwart forestall preclude escape")
"""Verbs whose object, "the attack" too, did not happen."""
_LASTING = words("war conflict fighting hostility unrest strike")
"""What goes on and may be left or got round."""
_NO_NOUN = words(
    """
    idea plan threat risk possibility intention intent hope goal aim danger prospect chance promise fear
    likelihood potential warning call bid attempt effort platform vow case event demand scenario option
    readiness capability ability prevention opportunity pledge desire hint rumour rumor sign lack absence
    proposal
    """
)
"""Nouns whose complement did not happen, or not yet: "the threat of war"."""
_UNREAL = words(
    """
    possible potential future planned threatened imminent attempted hypothetical imminent next upcoming
    unspecified feared any further looming imaginary would-be simulated mock likely proposed
    """
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_TITLES = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})


def verb_happened(tree: Tree, verb: int, nouns: Iterable[int | None] = (), *, headline: bool = False) -> bool:
    """Did what the verb tells happen, as the text has it? ``nouns`` are those of its doer and done-to."""
    if any(is_negative(tree, noun) for noun in nouns) or _is_asked(tree, verb):
        return False
    if _is_order(tree, verb) and not headline:
        return False
    return _real(tree, verb, _REACH)


def noun_happened(tree: Tree, noun: int) -> bool:
    """As ``verb_happened`` for a noun: "no attack", "a possible strike", "to prevent clashes", "would be an attack"."""
    if is_negative(tree, noun) or any(tree.tokens[child].text.lower() in _UNREAL for child in tree.children[noun]):
        return False
    token = tree.tokens[noun]
    definite = tree.tokens[noun].lemma != "blame" and any(
        tree.tokens[child].dep == "poss" or tree.tokens[child].text.lower() in _DEFINITE
        for child in tree.children[noun]
    )
    if token.dep in ("conj", "appos") and tree.tokens[token.head].pos in ("NOUN", "PROPN"):
        return _noun_real(tree, noun, token.head, definite)
    return _noun_real(tree, noun, noun, definite)


def _noun_real(tree: Tree, noun: int, outer: int, definite: bool) -> bool:
    """Does the word that the noun phrase hangs on leave it real? "The attack" is presupposed, "an attack" not."""
    token = tree.tokens[outer]
    above = token.head
    if token.dep == "pobj":
        preposition = tree.tokens[above]
        if preposition.text.lower() in ("without", "if") or (preposition.text.lower() == "of" and _hollow(tree, above)):
            return False
        above = preposition.head
        if tree.tokens[above].pos in ("NOUN", "PROPN"):
            if preposition.text.lower() not in ("of", "for", "about", "against", "at"):
                return True
            return tree.tokens[above].lemma not in _NO_NOUN
    if above == outer or tree.tokens[above].pos not in ("VERB", "AUX"):
        return True
    if tree.tokens[above].lemma in _FOILING and token.dep == "dobj" and tree.tokens[outer].lemma not in _LASTING:
        return False
    if tree.tokens[above].lemma in _NOT | {"stop", "halt"} and token.dep in ("dobj", "pobj") and not definite:
        return False
    if token.dep in ("nsubj", "nsubjpass") and definite:
        return True
    return definite or _asserted(tree, above)


def _hollow(tree: Tree, preposition: int) -> bool:
    return tree.tokens[tree.tokens[preposition].head].lemma in _NO_NOUN


def _asserted(tree: Tree, verb: int) -> bool:
    return not _is_asked(tree, verb) and _real(tree, verb, _REACH)


def _real(tree: Tree, verb: int, reach: int) -> bool:
    token = tree.tokens[verb]
    if reach == 0 or token.head == verb:
        return not _is_denied(tree, verb)
    if _is_denied(tree, verb):
        return False
    if _is_infinitive(tree, verb):
        return _infinitive_real(tree, verb, reach)
    above = tree.tokens[token.head]
    if token.dep == "conj" and _shares(tree, verb):
        return _conj_real(tree, verb, reach)
    if token.dep in ("pcomp", "prep"):
        return _preposition_real(tree, token.head, reach)
    if token.dep in ("csubj", "csubjpass") or (token.dep == "nsubj" and token.tag == "VBG"):
        return above.tag not in ("VBZ", "VBP", "VB")
    if token.dep in ("xcomp", "acomp", "oprd", "ccomp", "attr", "pobj", "dobj"):
        return _complement_real(tree, verb, reach)
    if token.dep in ("acl", "relcl") and above.lemma in ("case", "event", "chance", "risk", "possibility"):
        return token.dep == "relcl" and tree.child(verb, "nsubj") is None
    return not (token.dep == "advcl" and token.tag == "VBG" and verb > token.head) or _real(tree, token.head, reach - 1)


def _is_denied(tree: Tree, verb: int) -> bool:
    """A negation, a modal verb or "if" at the verb itself."""
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if token.dep == "neg" or token.tag == "MD" or token.text.lower() in ("never", "ca", "wo", "hardly", "barely"):
            return True
        if token.dep in ("mark", "advmod", "prep") and token.text.lower() in _IF:
            return True
    return False


def _is_infinitive(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    if any(tree.tokens[child].tag == "TO" for child in tree.children[verb]):
        return True
    return token.dep == "conj" and token.tag == "VB" and _shares(tree, verb) and _is_infinitive(tree, token.head)


def _infinitive_real(tree: Tree, verb: int, reach: int) -> bool:
    token = tree.tokens[verb]
    while token.dep == "conj":
        verb, token = token.head, tree.tokens[token.head]
    above = tree.tokens[token.head]
    helpers = (tree.tokens[child] for child in tree.children[verb] if tree.tokens[child].dep == "aux")
    perfect = any(helper.lemma == "have" for helper in helpers)
    if perfect and above.lemma in _TOLD:
        return _real(tree, token.head, reach - 1)
    if token.dep in ("acl", "relcl"):
        return above.text.lower() in ("first", "last", "only", "latest")
    if token.dep not in ("xcomp", "advcl", "ccomp") or not _real(tree, token.head, reach - 1):
        return False
    if above.lemma in _DONE:
        return above.text.lower() != "going" and (above.lemma != "be")
    if above.lemma == "tend":
        return True
    with_means = tree.child(token.head, "dobj") is not None and above.tag in ("VBD", "VBN")
    return with_means and above.lemma not in _NOT and token.dep != "ccomp" and _is_purpose(tree, verb, token.head)


def _is_purpose(tree: Tree, verb: int, above: int) -> bool:
    """ "used gas to disperse them", not "asked them to disperse": an object that is a thing."""
    given = tree.child(above, "dobj")
    thing = given is not None and tree.tokens[given].pos in ("NOUN", "PROPN") and not tree.tokens[given].entity
    return thing and tree.tokens[verb].dep in ("advcl", "xcomp") and tree.tokens[above].lemma in _MEANS


_MEANS = words(
    """
    use fire deploy exploit employ throw wield hurl spray take
    """
)


def _shares(tree: Tree, verb: int) -> bool:
    """Joined to another verb without subject and auxiliary of its own."""
    return tree.child(verb, "nsubj", "nsubjpass", "aux") is None


def _conj_real(tree: Tree, verb: int, reach: int) -> bool:
    """ "could hurt and kill" shares the modal; "did not yield and shot" does not."""
    head = tree.tokens[verb].head
    bare = tree.tokens[verb].tag in ("VB", "VBG") or tree.tokens[verb].tag == tree.tokens[head].tag == "VBN"
    return _real(tree, head, reach - 1) if bare else True


def _preposition_real(tree: Tree, preposition: int, reach: int) -> bool:
    """ "without hurting", "prevented from shooting", "the idea of storming it"."""
    token = tree.tokens[preposition]
    above = tree.tokens[token.head]
    if token.text.lower() in ("without", "against", "instead", "than"):
        return False
    if above.lemma in _NOT or (above.pos == "NOUN" and above.lemma in _NO_NOUN) or above.lemma in ("capable", "intent"):
        return False
    return above.pos not in ("VERB", "AUX") or token.text.lower() != "by" or _real(tree, token.head, reach - 1)


def _complement_real(tree: Tree, verb: int, reach: int) -> bool:
    """Under "want", "deny", "imagine", "did not say that ...": no. Under "felt", "was seen": as that verb."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    if above.pos not in ("VERB", "AUX"):
        return True
    if above.lemma in _NOT and (token.dep != "ccomp" or above.lemma not in ("warn", "suggest")):
        return False
    if token.dep == "ccomp" and not _is_bare(tree, verb):
        return not any(tree.tokens[child].dep == "neg" for child in tree.children[token.head])
    return _real(tree, token.head, reach - 1)


def _is_bare(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].tag in ("VB", "VBG", "VBN", "JJ") and tree.child(verb, "auxpass", "aux") is None


def _is_asked(tree: Tree, verb: int) -> bool:
    """ "Did they shoot?": the auxiliary stands before the subject, at the start of a question."""
    noun = tree.child(verb, "nsubj", "nsubjpass", "attr")
    helper = tree.child(verb, "aux", "auxpass")
    helper = verb if helper is None and tree.tokens[verb].lemma == "be" else helper
    if noun is None or helper is None or helper > noun:
        return False
    return any(tree.tokens[child].text == "?" for child in tree.children[verb])


def _is_order(tree: Tree, verb: int) -> bool:
    """ "Kill the bill!": a bare verb that heads the sentence without a subject."""
    token = tree.tokens[verb]
    subjectless = tree.child(verb, "nsubj", "nsubjpass", "aux", "csubj") is None
    return token.tag == "VB" and token.head == verb and subjectless
