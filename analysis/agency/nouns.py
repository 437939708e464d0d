"""A noun of the list ("the killing of", "clashes", "police raid on"): who does it and to whom, where that is said."""

from __future__ import annotations

from analysis.agency.control import owner, subject
from analysis.agency.frames import Hit
from analysis.agency.people import fits, is_agent, is_person
from analysis.agency.phrases import pobj, referent
from analysis.agency.verbs import Reading
from analysis.agency.wordsets import words
from analysis.annotation.tree import Tree
from analysis.model import DeedForm

_DOES = words(
    """
    launch carry commit stage mount conduct perpetrate make wage lead hold execute order start level unleash
    open begin orchestrate lodge direct deal claim inflict cause organise organize join place lay hurl
    raise renew repeat reiterate voice
    """
)
"""Verbs whose subject does what their object names: "launched an attack"."""
_UNDERGOES = words(
    """
    suffer sustain receive face undergo meet endure incur survive
    """
)
_TOPICS = frozenset({"war", "warfare", "conflict"})
"""Nouns that mostly name a matter; alone, without doer and done-to, they tell no deed."""
_HAPPENS = words(
    """
    break erupt happen occur start begin follow continue rage escalate spread resume lead cause trigger spark bring
    go see be
    """
)
_CULPRITS = frozenset({"perpetrator", "culprit", "author", "mastermind", "perpetrators", "suspect"})
_ACCUSES = words(
    """
    accuse charge convict suspect guilty indict arrest blame try
    """
)
_WITH = frozenset({"against", "on", "upon", "into", "at"})
_MEETS = words(
    """
    clash confrontation war conflict fight battle skirmish scuffle brawl standoff firefight gunfight shootout
    collision melee hostility fighting gun
    """
)
_OF_DOER = words(
    """
    protest demonstration strike uprising rebellion revolt mutiny insurrection war battle sit-in walkout
    conflict unrest crash explosion blast bloodshed genocide fighting standoff coup suicide
    """
)


def read_noun(tree: Tree, hit: Hit) -> Reading | None:
    """The reading of the noun at ``hit``; None inside a compound that names another thing ("murder trial")."""
    head = hit.head
    if _is_modifier(tree, hit) or _names_a_document(tree, hit):
        return None
    doer = _doer(tree, hit)
    done_to = _done_to(tree, hit)
    asked = hit.frame.objects if not hit.frame.verbal else frozenset()
    if asked and (done_to is None or not fits(tree.tokens[done_to], asked)):
        return None
    if doer is not None and doer == done_to:
        doer = None
    if doer is None and done_to is None and tree.tokens[head].lemma in _TOPICS and not _comes_about(tree, head):
        return None
    return Reading(DeedForm.NOMINAL, _resolved(tree, doer, head), _resolved(tree, done_to, head))


def _comes_about(tree: Tree, head: int) -> bool:
    """Does the verb over the noun say that it happened: "war broke out", "there was a conflict", "led to war"?"""
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    if token.dep == "pobj" and above.head != token.head:
        above = tree.tokens[above.head]
    return above.pos in ("VERB", "AUX") and above.lemma in _HAPPENS


def _resolved(tree: Tree, noun: int | None, head: int) -> int | None:
    return referent(tree, noun, head)


def _is_modifier(tree: Tree, hit: Hit) -> bool:
    token = tree.tokens[hit.head]
    if token.dep in ("compound", "amod", "nmod", "npadvmod", "punct", "predet"):
        return True
    following = tree.tokens[hit.last + 1] if hit.last + 1 < len(tree.tokens) else None
    before = tree.tokens[hit.first - 1] if hit.first else None
    glued = following is not None and following.text in ("-", "‑") and following.start == tree.tokens[hit.last].end
    return glued or (before is not None and before.text.lower() in ("near-", "-") and before.end == token.start)


def _names_a_document(tree: Tree, hit: Hit) -> bool:
    """ "a firm conviction that ...", "damages" that a court grants."""
    token = tree.tokens[hit.head]
    near = {tree.tokens[child].lemma for child in tree.children[hit.head]}
    if token.lemma == "conviction":
        return tree.child(hit.head, "acl", "ccomp") is not None or not near.isdisjoint({"moral", "deep", "religious"})
    return token.text.lower() == "damages" and not near.isdisjoint({"punitive", "compensatory", "civil"})


def _doer(tree: Tree, hit: Hit) -> int | None:
    head = hit.head
    found = pobj(tree, head, "by")
    if found is None and hit.frame.theme in ("conflict", "blame"):
        found = pobj(tree, head, "from")
    if found is None:
        found = _owner_does(tree, hit)
    if found is None and tree.tokens[head].lemma in _OF_DOER:
        named = pobj(tree, head, "of")
        found = named if named is not None and is_person(tree.tokens[named]) else None
    return found if found is not None else _around(tree, head)


def _owner_does(tree: Tree, hit: Hit) -> int | None:
    """ "their attack", "the army's killing of ...", "police raid", "a Norran offensive", "a Norran-led invasion"."""
    head = hit.head
    other = pobj(tree, head, "of", *_WITH)
    poss = tree.child(head, "poss")
    if poss is not None and (not hit.frame.owner_undergoes or other is not None):
        return poss
    for child in tree.children[head]:
        token = tree.tokens[child]
        if token.text.lower().endswith(("-led", "-backed")):
            return child
        by = tree.child(child, "npadvmod", "compound", "nmod", "nsubj")
        if token.dep == "amod" and token.lemma == "lead" and by is not None:
            return by
        named = token.dep in ("amod", "compound", "nmod") and child < hit.first and is_agent(token)
        if named and (not hit.frame.owner_undergoes or other is not None or token.entity == "NORP"):
            return child
        if token.dep in ("compound", "nmod") and token.entity == "GPE" and other is not None:
            return child
    return None


def _around(tree: Tree, head: int) -> int | None:
    """The doer that the clause names: "launched an attack", "an attack carried out by ...", "accused of murder"."""
    by = _after(tree, head)
    if by is not None:
        return by
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    if token.dep == "dobj" and above.lemma in _DOES and not _is_led(tree, token.head):
        return subject(tree, token.head)
    if token.dep == "nsubjpass" and above.lemma in _DOES:
        agent = tree.child(token.head, "agent")
        return tree.child(agent, "pobj") if agent is not None else None
    if token.dep == "pobj":
        return _behind(tree, head)
    return None


def _is_led(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "auxpass") is not None


def _after(tree: Tree, head: int) -> int | None:
    """ "an attack carried out by rebels", "the raid that police led"."""
    for child in tree.children[head]:
        token = tree.tokens[child]
        if token.dep == "acl" and token.tag == "VBN" and token.lemma in _DOES and (agent := tree.child(child, "agent")):
            return tree.child(agent, "pobj")
        if token.dep == "relcl" and token.lemma in _DOES:
            agent = tree.child(child, "agent")
            named = tree.child(agent, "pobj") if agent is not None else tree.child(child, "nsubj")
            if named is not None and referent(tree, named, child) not in (head, None):
                return named
    return None


def _behind(tree: Tree, head: int) -> int | None:
    """The doer of a noun after a preposition: "engaged in a war", "at war", "charged with assault"."""
    preposition = tree.tokens[head].head
    word, above = tree.tokens[preposition].text.lower(), tree.tokens[preposition].head
    verb = tree.tokens[above]
    if word == "in" and verb.lemma in ("engage", "involve", "take"):
        return subject(tree, above) if verb.dep != "acl" else verb.head
    if word == "in" and tree.tokens[head].lemma in _MEETS and verb.lemma == "be":
        return subject(tree, above)
    if word == "at" and tree.tokens[head].lemma == "war":
        return subject(tree, above) if verb.pos in ("VERB", "AUX") else above
    if word == "for" and verb.lemma == "responsibility":
        return owner(tree, above)
    if word in ("of", "with", "for", "in") and verb.lemma in _ACCUSES:
        given = tree.child(above, "dobj")
        return given if given is not None else subject(tree, above)
    if word == "of" and verb.lemma in _CULPRITS:
        return subject(tree, verb.head) if verb.dep == "attr" else above
    if word in ("of", "with") and verb.lemma in ("count", "charge"):
        return owner(tree, above)
    return None


def _done_to(tree: Tree, hit: Hit) -> int | None:
    head = hit.head
    lemma = tree.tokens[head].lemma
    found = pobj(tree, head, *_WITH)
    if found is None and tree.tokens[head].dep == "dobj" and tree.tokens[tree.tokens[head].head].lemma in _DOES:
        found = pobj(tree, tree.tokens[head].head, *_WITH)
    if found is None and lemma in _MEETS:
        found = pobj(tree, head, "with", "between", "among")
    if found is None and (lemma not in _OF_DOER or hit.frame.owner_undergoes):
        found = pobj(tree, head, "of")
    if found is None and lemma in ("damage", "injury", "harm", "threat", "destruction", "blame", "condemnation"):
        found = pobj(tree, head, "to")
    if found is None and hit.frame.owner_undergoes:
        found = _owner_undergoes(tree, hit)
    return found if found is not None else _receiver(tree, head)


def _owner_undergoes(tree: Tree, hit: Hit) -> int | None:
    """ "her murder", "the Teviot killing"."""
    poss = tree.child(hit.head, "poss")
    if poss is not None:
        return poss
    before = (child for child in tree.children[hit.head] if child < hit.first)
    named = (child for child in before if tree.tokens[child].dep in ("compound", "nmod"))
    return next((child for child in named if tree.tokens[child].entity == "PERSON"), None)


def _receiver(tree: Tree, head: int) -> int | None:
    """ "suffered an injury", "treated for injuries"."""
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    undergoes = above.lemma in _UNDERGOES or (above.lemma == "have" and token.lemma == "injury")
    if token.dep == "dobj" and undergoes:
        return subject(tree, token.head)
    if token.dep == "pobj" and above.text.lower() == "for" and tree.tokens[above.head].lemma == "treat":
        return subject(tree, above.head)
    if token.dep == "pobj" and above.text.lower() == "of" and tree.tokens[above.head].lemma in ("victim", "target"):
        return owner(tree, above.head)
    return None
