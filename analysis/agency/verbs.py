"""A verb of the list in its clause: its form, who does it, to whom. Labels are those of spaCy's English models."""

from __future__ import annotations

from typing import NamedTuple

from analysis.agency.control import subject
from analysis.agency.frames import Frame, Hit
from analysis.agency.people import fits
from analysis.agency.phrases import RELATIVE, pobj, referent
from analysis.agency.wordsets import words
from analysis.annotation.tree import Tree
from analysis.model import DeedForm

_AT = ("on", "upon", "at", "into", "against", "with", "for")
_AMOUNTS = words(
    """hundred thousand million dozen score number group lot majority round canister volley salvo handful couple crowd
    pair many most some all one two three four several both each none plenty string series hail barrage"""
)
_PAST_ONLY = words("went came broke took drove threw fell sank stole bit shook beat fled began rose")
_MANNERS = words("count account estimate reckoning mistake accident chance night day then")


class Reading(NamedTuple):
    """A deed as token indices: ``doer`` and ``done_to`` are the nouns that head the phrases, or None."""

    form: DeedForm
    doer: int | None
    done_to: int | None


def read_verb(tree: Tree, hit: Hit, *, headline: bool) -> Reading | None:
    """How the verb at ``hit`` tells its deed; None where it is no clause ("the injured man") or another sense."""
    token = tree.tokens[hit.head]
    if token.dep in ("amod", "compound", "nmod", "npadvmod") or not _is_verbal(tree, hit, headline=headline):
        return None
    reading = _left(tree, hit.head) or _passive(tree, hit.head) or _active(tree, hit)
    if headline and reading.form is DeedForm.ACTIVE and _headline_passive(tree, hit, reading):
        reading = Reading(DeedForm.PASSIVE, None, reading.doer)
    return reading if _in_sense(tree, hit, reading) else None


def _is_verbal(tree: Tree, hit: Hit, *, headline: bool) -> bool:
    """A verb; or an adjective that a verb links to somebody ("was injured", not "the injured").

    Taggers take capitalised verbs of headlines for names.
    """
    token = tree.tokens[hit.head]
    if token.pos == "ADJ":
        return token.dep in ("acomp", "ROOT", "oprd", "acl", "ccomp", "conj", "xcomp", "relcl", "attr")
    return token.pos in ("VERB", "AUX") or (headline and token.dep == "ROOT")


def _left(tree: Tree, head: int) -> Reading | None:
    """ "the blast left nine hurt": whatever left them so does it; "nine were left hurt" has no doer."""
    token = tree.tokens[head]
    if token.tag not in ("VBN", "JJ", "VBD", "VB") or tree.child(head, "auxpass", "aux") is not None:
        return None
    noun, verb = tree.child(head, "nsubj", "nsubjpass"), token.head
    if token.dep in ("acl", "amod", "appos") and tree.tokens[verb].pos != "VERB":
        noun, verb = verb, tree.tokens[verb].head
    if token.dep == "conj" and tree.tokens[verb].pos != "VERB":
        noun, verb = _conjoined_left(tree, head)
    if verb < 0 or tree.tokens[verb].lemma != "leave" or verb == head:
        return None
    noun = tree.child(verb, "dobj") if noun is None else noun
    if noun is None or tree.child(verb, "auxpass") is not None:
        return Reading(DeedForm.PASSIVE, None, subject(tree, verb))
    doer = subject(tree, verb)
    return Reading(DeedForm.PASSIVE if doer is None else DeedForm.ACTIVE, doer, noun)


def _conjoined_left(tree: Tree, head: int) -> tuple[int | None, int]:
    """(noun, verb) of "left two dead and three hurt", where "hurt" is joined to "dead"."""
    other = tree.tokens[head].head
    verb = tree.tokens[other].head
    return tree.child(head, "nsubj", "npadvmod", "nummod"), verb if verb != other else -1


def _passive(tree: Tree, head: int) -> Reading | None:
    if not _is_passive(tree, head):
        return None
    agent = _agent(tree, head)
    form = DeedForm.PASSIVE if agent is None else DeedForm.PASSIVE_WITH_AGENT
    return Reading(form, agent, _undergoes(tree, head))


def _is_passive(tree: Tree, head: int) -> bool:
    token = tree.tokens[head]
    if tree.child(head, "auxpass", "nsubjpass") is not None:
        return True
    if token.pos == "ADJ" or token.dep in ("oprd", "acomp"):
        return token.tag in ("VBN", "VBD", "JJ", "VB")
    if token.tag not in ("VBN", "VBD") or tree.child(head, "aux", "dobj") is not None:
        return token.tag == "VBN" and token.dep == "conj" and _conj_of_passive(tree, head)
    if tree.child(head, "agent") is not None:
        return True
    if token.dep == "conj" and tree.child(head, "nsubj") is None:
        return _conj_of_passive(tree, head)
    if token.dep == "acl":
        return True
    return token.tag == "VBN" and token.dep in ( "advcl", "ccomp", "xcomp", "pcomp", "dep", "relcl")


def _conj_of_passive(tree: Tree, head: int) -> bool:
    """ "arrested and jailed": the second shares the auxiliary of the first."""
    other = tree.tokens[head].head
    alone = tree.child(head, "dobj", "nsubj", "aux") is None
    if not alone or tree.tokens[head].text.lower() in _PAST_ONLY:
        return False
    return tree.tokens[other].tag in ("VBN", "VBD") and tree.child(other, "auxpass") is not None


def _agent(tree: Tree, head: int) -> int | None:
    by = tree.child(head, "agent")
    noun = tree.child(by, "pobj") if by is not None else None
    if noun is not None and _can_do(tree, noun):
        return noun
    found = None if by is not None else pobj(tree, head, "by")
    if found is not None and not _can_do(tree, found):
        found = None
    if found is None and (after := _next_passive(tree, head)) is not None:
        return _agent(tree, after)
    return found


def _can_do(tree: Tree, noun: int) -> bool:
    """No time and no manner: "hurt by Tuesday", "by the count of the clinic", "by mistake"."""
    token = tree.tokens[noun]
    return token.entity not in ("DATE", "TIME", "PERCENT", "MONEY") and token.lemma not in _MANNERS


def _next_passive(tree: Tree, head: int) -> int | None:
    """ "beaten and robbed by strangers": the agent that hangs on the last of them does both."""
    after = tree.child(head, "conj")
    if after is None or tree.tokens[after].tag != "VBN" or tree.child(after, "auxpass", "aux", "nsubjpass") is not None:
        return None
    return after


def _undergoes(tree: Tree, head: int) -> int | None:
    token = tree.tokens[head]
    if token.dep == "acl":
        return token.head
    if token.dep in ("oprd", "acomp", "xcomp") and tree.child(head, "nsubjpass", "nsubj") is None:
        given = tree.child(token.head, "dobj")
        return given if given is not None else subject(tree, token.head)
    return subject(tree, head)


def _active(tree: Tree, hit: Hit) -> Reading:
    done_to = _object(tree, hit)
    doer = subject(tree, hit.head)
    if not hit.frame.subject_does or (hit.frame.subject_undergoes and not _has_object(tree, hit.head)):
        if hit.frame.subject_does and tree.tokens[hit.head].tag == "VBN" and tree.child(hit.head, "aux") is None:
            return Reading(DeedForm.PASSIVE, None, doer)
        return Reading(DeedForm.INTRANSITIVE, None, doer)
    if hit.frame.mutual and done_to is None:
        return Reading(DeedForm.INTRANSITIVE, None, doer)
    return Reading(DeedForm.ACTIVE, doer, done_to if done_to != doer else None)


def _has_object(tree: Tree, head: int) -> bool:
    found = tree.child(head, "dobj")
    return found is not None and tree.tokens[found].entity not in ("DATE", "TIME")


def _object(tree: Tree, hit: Hit) -> int | None:
    """The object, shared ("shot and killed a guard"), left out of a relative clause, or behind "at", "on", "with"."""
    direct = tree.child(hit.head, "dobj")
    if direct is not None and not hit.first <= direct <= hit.last:
        return referent(tree, direct, hit.head)
    for index in range(hit.first, hit.last + 1):
        noun = tree.child(index, "pobj")
        if noun is not None and not hit.first <= noun <= hit.last and tree.tokens[noun].entity not in ("DATE", "TIME"):
            return noun
    shared = _shared_object(tree, hit.head)
    if shared is not None:
        return shared
    if hit.last > hit.head and (noun := pobj(tree, hit.last, *_AT, "to")) is not None:
        return noun
    gap = _gap(tree, hit.head)
    if gap is not None:
        return gap
    behind = pobj(tree, hit.head, *(("with", "against") if hit.frame.mutual else _AT))
    return behind if behind is None or not hit.first <= behind <= hit.last else None


def _shared_object(tree: Tree, head: int) -> int | None:
    for after in tree.children[head]:
        token = tree.tokens[after]
        if token.dep == "conj" and token.pos == "VERB" and tree.child(after, "nsubj", "nsubjpass", "auxpass") is None:
            found = tree.child(after, "dobj")
            return found if found is not None and after - head <= 4 else None
    return None


def _gap(tree: Tree, head: int) -> int | None:
    """ "the man (whom) police shot": what the clause hangs on."""
    token = tree.tokens[head]
    own = tree.child(head, "nsubj")
    if token.dep != "relcl" or own is None or tree.tokens[own].text.lower() in RELATIVE:
        return None
    return token.head


def _headline_passive(tree: Tree, hit: Hit, reading: Reading) -> bool:
    """ "17 hurt in fall": headlines leave out "were"."""
    token = tree.tokens[hit.head]
    past = (token.tag in ("VBN", "VBD") or token.text.lower() == "hurt") and tree.child(hit.head, "aux") is None
    objects = (reading.done_to, tree.child(hit.head, "dobj"))
    # What stands before the verb and was taken for its object belongs to the line before a comma.
    acts = any(noun is not None and noun > hit.head for noun in objects)
    return past and not acts and hit.frame.theme != "conflict"


def _in_sense(tree: Tree, hit: Hit, reading: Reading) -> bool:
    """Does the clause have the object and the preposition that the term asks for, and no particle of another verb?"""
    frame = hit.frame
    particle = tree.child(hit.head, "prt")
    if particle is not None and not hit.first <= particle <= hit.last and not frame.objects and not frame.excluded:
        return False
    if not frame.subject_does and frame.objects and (lost := tree.child(hit.head, "dobj")) is not None:
        return fits(tree.tokens[lost], frame.objects)
    if reading.done_to is not None and frame.excluded and fits(tree.tokens[reading.done_to], frame.excluded):
        return False
    if frame.prepositions and pobj(tree, hit.head, *frame.prepositions) is None and not _with_clause(tree, hit):
        return False
    if not frame.objects:
        return True
    if reading.done_to is None or ("PERSON" in frame.objects and tree.child(hit.head, "xcomp") is not None):
        return False
    return fits(tree.tokens[reading.done_to], frame.objects) or _joined_fits(tree, reading.done_to, frame)


def _with_clause(tree: Tree, hit: Hit) -> bool:
    """ "charged with killing"; and "was charged by a court": charged, and by nobody with a price list."""
    wanted = any(
        tree.tokens[child].dep == "prep" and tree.tokens[child].text.lower() in hit.frame.prepositions
        for child in tree.children[hit.head]
    )
    done_to = _undergoes(tree, hit.head) if _is_passive(tree, hit.head) else None
    return wanted or (done_to is not None and fits(tree.tokens[done_to], frozenset({"PERSON"})))


def _joined_fits(tree: Tree, noun: int, frame: Frame) -> bool:
    """ "rounds of tear gas", "hundreds of people", "the Selma, a trawler", "a third"."""
    if tree.tokens[noun].entity == "ORDINAL":
        return True
    counted = pobj(tree, noun, "of") if tree.tokens[noun].lemma in _AMOUNTS else None
    inner = (counted, tree.child(noun, "compound"), tree.child(noun, "appos"))
    return any(index is not None and fits(tree.tokens[index], frame.objects) for index in inner)
