"""Attributions that the parse shows: reporting verbs, nouns and adjectives with their source and content.

Rules over dependencies, in the manner of Pareti (2012) and the attribution guidelines of PolNeAR (Newell et al. 2018):
source = subject or agent, cue = reporting word, content = clause, object or quotation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.annotation.asides import according, in_the_view
from analysis.annotation.claims import is_claim, stands_for
from analysis.annotation.complements import CLAUSES, complement, interrupted, spliced, verb_cue
from analysis.annotation.cues import Cue, cues
from analysis.annotation.sources import Clause, phrase, run_around, source_of
from analysis.annotation.tails import own_tail
from analysis.annotation.topics import judgment
from analysis.annotation.tree import Tree

_OF_OTHERS = frozenset({
    "reject", "deny", "dismiss", "dispute", "rebut", "refute", "counter", "answer", "hear", "see", "receive", "ignore",
    "read", "find", "challenge", "contradict", "face", "investigate", "examine", "question", "welcome", "criticise",
    "criticize", "condemn", "doubt", "accept", "discuss", "brush", "spurn", "follow", "prompt", "spark", "fuel", "draw",
    "raise", "trigger", "ridicule", "mock", "resist", "quash", "debunk", "overrule", "cite", "get", "contest", "play",
    "downplay", "verify", "study", "check", "review", "quote", "note", "report",
})  # fmt: skip
"""Verbs whose object is somebody else's claim."""
_AGAIN = frozenset({"repeat", "renew", "make", "reiterate", "voice", "issue"})
_LONGEST = 600
"""Tokens of a sentence that is read; a longer one is a table or noise, and its parse means nothing."""


def clauses_of(tree: Tree) -> Iterator[Clause]:
    """Every clause of ``tree`` that reports; verbs that need a clause come only with one (or with empty content)."""
    lengths = Counter(token.sentence for token in tree.tokens)
    for index, token in enumerate(tree.tokens):
        if lengths[token.sentence] > _LONGEST:
            continue
        if token.pos in ("VERB", "AUX"):
            yield from _verb(tree, index)
        elif token.pos == "NOUN":
            yield from _noun(tree, index)
        elif token.pos == "ADJ":
            yield from _adjective(tree, index)
        elif token.pos == "ADP":
            yield from in_the_view(tree, index)
        elif token.pos == "ADV":
            yield from _adverb(tree, index)
        elif token.lemma == "accord" or token.text.lower() == "according":
            yield from according(tree, index)
        if token.text.lower() == "according" and token.pos == "VERB":
            yield from according(tree, index)


def _verb(tree: Tree, index: int) -> Iterator[Clause]:
    found = verb_cue(tree, index)
    if found is None or tree.tokens[index].text.lower() == "according":
        return
    cue, words = found
    source = source_of(tree, index)
    if cue.judges and tree.child(index, "oprd", *CLAUSES) is None:
        yield from _judgment(tree, index, words, cue, source)
        return
    content = complement(tree, index, cue, source)
    if cue.words == ("charge",) and not any(_marked(tree, at, "that") for at in tree.children[index]):
        return  # "charge tuition"
    content = content or spliced(tree, index, cue) or interrupted(tree, index, words, cue, source)
    end = own_tail(tree, content, [*source, *words])
    content = content if end is None else [at for at in content if at < end]
    claim = is_claim(tree, index, content, source)
    if claim:
        content = [at for at in content if not stands_for(tree, at, index, content)]
    if content or source:
        yield Clause(source, words, cue.cue_class, content, index, claim)


def _judgment(tree: Tree, index: int, words: list[int], cue: Cue, source: list[int]) -> Iterator[Clause]:
    barred = {*source, *words}
    said, about = judgment(tree, index, cue)
    said = [at for at in said if at not in barred]
    topic = tuple(at for at in about if at not in barred)
    said = said or (interrupted(tree, index, words, cue, source) if not topic else [])
    if cue.words == ("charge",) and not (said and source):
        return  # a fee, or a court that nobody names
    if said or topic or source:
        yield Clause(source, words, cue.cue_class, said, index, topic=topic)


def _noun(tree: Tree, index: int) -> Iterator[Clause]:
    """ "his claim that ...", "a warning by the Guild that ..." """
    cue = cues("noun").get((tree.tokens[index].lemma,))
    if cue is None:
        return
    clause = next(
        (
            child
            for child in tree.children[index]
            if tree.tokens[child].dep in ("acl", "ccomp", "relcl")
            and child > index
            and (
                _marked(tree, child, "that", "whether")
                or (tree.tokens[child].dep == "acl" and _marked(tree, child, "to"))
            )
        ),
        None,
    )
    if clause is None:
        return
    owner = tree.child(index, "poss")
    preposition = next(
        (
            child
            for child in tree.children[index]
            if tree.tokens[child].dep == "prep" and tree.tokens[child].lemma in ("by", "from", "of")
        ),
        None,
    )
    source: list[int] = []
    if owner is not None:
        source = [at for at in tree.subtree(owner) if tree.tokens[at].dep != "case"]
    elif preposition is not None and (noun := tree.child(preposition, "pobj")) is not None:
        source = phrase(tree, noun)
    else:
        source = _utterer(tree, index)
    asides = [at for at in tree.subtree(clause) if tree.tokens[at].dep == "appos"]
    claim = _marked(tree, clause, "that", "whether") and not _denied(tree, index)
    yield Clause(source, [index], cue.cue_class, tree.subtree(clause, asides), index, claim)


def _utterer(tree: Tree, index: int) -> list[int]:
    """Who puts forward the claim that is the object of a verb: none where it is somebody else's ("rejected claims")."""
    verb = tree.tokens[index].head
    if tree.tokens[index].dep == "dobj":
        return source_of(tree, verb) if tree.tokens[verb].lemma not in _OF_OTHERS else []
    past = next((at for at in tree.children[index] if tree.tokens[at].lemma in _AGAIN and at < index), None)
    name = tree.child(past, "npadvmod", "nsubj") if past is not None else None
    return phrase(tree, name) if name is not None else []  # "Teviot repeated claims Thursday that ...", misread


def _denied(tree: Tree, index: int) -> bool:
    """ "no proof that ..." """
    return any(tree.tokens[at].text.lower() in ("no", "without") for at in tree.children[index])


def _marked(tree: Tree, clause: int, *words: str) -> bool:
    return any(
        tree.tokens[child].text.lower() in words and tree.tokens[child].dep in ("mark", "aux")
        for child in tree.children[clause]
    )


def _adjective(tree: Tree, index: int) -> Iterator[Clause]:
    """ "is confident that ..." """
    token = tree.tokens[index]
    cue = cues("adjective").get((token.lemma,))
    if cue is None or token.dep not in ("acomp", "conj", "oprd"):
        return
    clause = tree.child(index, *CLAUSES)
    if clause is None:
        return
    source = source_of(tree, token.head)
    if source and tree.tokens[source[-1]].lemma not in ("it", "that", "this"):
        claim = tree.tokens[clause].dep == "ccomp"
        yield Clause(source, [index], cue.cue_class, tree.subtree(clause), index, claim)


def _adverb(tree: Tree, index: int) -> Iterator[Clause]:
    """ "reportedly", "allegedly": the clause it stands in is somebody's claim, the source is not named."""
    cue = cues("adverb").get((tree.tokens[index].text.lower(),))
    head = tree.tokens[index].head
    if cue is None or head == index:
        return
    content = tree.subtree(head, [index])
    yield Clause([], [index], cue.cue_class, run_around(content, head), index)
