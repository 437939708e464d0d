"""Attributions that the parse shows: reporting verbs, nouns and adjectives with their source and content.

Rules over dependencies, in the manner of Pareti (2012) and the attribution guidelines of PolNeAR (Newell et al. 2018):
source = subject or agent, cue = reporting word, content = clause, object or quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from analysis.annotation.cues import Cue, cues
from analysis.annotation.tree import Tree
from analysis.model import CueClass

_CLAUSES = ("ccomp", "xcomp")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_ADDRESSED = frozenset(
    {
        "tell",
        "remind",
        "inform",
        "assure",
        "ask",
        "warn",
        "urge",
        "advise",
        "thank",
        "ban",
        "order",
        "instruct",
        "encourage",
        "invite",
        "forbid",
        "permit",
        "allow",
        "command",
        "direct",
        "counsel",
    }
)
_OBJECT_PREPOSITIONS = frozenset({"of", "for", "as", "against", "about", "over", "to", "with", "from", "on"})
_BREAKS = frozenset({",", "–", "—", "--", "-"})
_PERSONAL = frozenset({"PERSON", "ORG", "GPE", "NORP"})


_SPEAKS_OF_DEEDS = frozenset(
    {
        "claim",
        "promise",
        "vow",
        "pledge",
        "threaten",
        "swear",
        "profess",
        "purport",
        "allege",
        "ask",
        "urge",
        "call",
        "demand",
        "warn",
        "tell",
        "appeal",
        "plead",
        "advise",
        "recommend",
    }
)
"""Verbs whose infinitive is still something said ("promised to resign"); others tell a wish, a plan or a deed."""
_ATTITUDES = frozenset(
    {
        "protest",
        "oppose",
        "endorse",
        "welcome",
        "discuss",
        "defend",
        "approve",
        "thank",
        "request",
        "order",
        "guarantee",
        "refer",
        "talk",
        "support",
        "commit",
        "back",
        "favor",
        "favour",
        "ask",
    }
)
"""Verbs whose object is a thing, not a claim ("protested against the result")."""


class Clause(NamedTuple):
    """An attribution as token indices; ``content`` may be empty where a quotation beside the cue supplies it."""

    source: list[int]
    cue: list[int]
    cue_class: CueClass
    content: list[int]
    head: int
    """The reporting word itself."""
    claim: bool = True
    """See ``Attribution.claim``."""


def clauses_of(tree: Tree) -> Iterator[Clause]:
    """Every clause of ``tree`` that reports; verbs that need a clause come only with one (or with empty content)."""
    for index, token in enumerate(tree.tokens):
        if token.pos in ("VERB", "AUX"):
            yield from _verb(tree, index)
        elif token.pos == "NOUN":
            yield from _noun(tree, index)
        elif token.pos == "ADJ":
            yield from _adjective(tree, index)
        elif token.pos == "ADV":
            yield from _adverb(tree, index)
        elif token.lemma == "accord" or token.text.lower() == "according":
            yield from _according(tree, index)
        if token.text.lower() == "according" and token.pos == "VERB":
            yield from _according(tree, index)


def _verb(tree: Tree, index: int) -> Iterator[Clause]:
    found = verb_cue(tree, index)
    if found is None or tree.tokens[index].text.lower() == "according":
        return
    cue, words = found
    source = source_of(tree, index)
    content = _complement(tree, index, cue, source)
    content = content or _spliced(tree, index, cue) or _interrupted(tree, index, words, cue, source)
    if content or source:
        yield Clause(source, words, cue.cue_class, content, index, _is_claim(tree, index))


def _is_claim(tree: Tree, index: int) -> bool:
    """False for a wish, a plan or a deed in the infinitive, and for an attitude to a thing."""
    lemma = tree.tokens[index].lemma
    if tree.child(index, "ccomp", "oprd") is not None:
        return True
    if tree.child(index, "xcomp") is not None:
        return lemma in _SPEAKS_OF_DEEDS
    return lemma not in _ATTITUDES


def verb_cue(tree: Tree, index: int) -> tuple[Cue, list[int]] | None:
    """The cue that the verb at ``index`` makes, alone or with a particle or complement, and its tokens."""
    token = tree.tokens[index]
    known = cues("verb")
    for child in tree.children[index]:
        if tree.tokens[child].dep in ("prt", "acomp", "oprd", "prep", "advmod", "ccomp", "dobj"):
            cue = known.get((token.lemma, tree.tokens[child].lemma))
            if cue is not None:
                return cue, sorted((index, child))
    if token.tag in ("VBN", "VBD") and tree.child(index, "auxpass") is not None:
        passive = cues("passive").get(("be", token.text.lower()))
        if passive is not None and tree.child(index, "agent") is None:
            return passive, [index]
    cue = known.get((token.lemma,))
    return None if cue is None else (cue, [index])


def source_of(tree: Tree, index: int) -> list[int]:
    """Who speaks: the subject of a verb, of the verb it is joined to or depends on, or the agent of a passive."""
    agent = tree.child(index, "agent")
    if agent is not None:
        noun = tree.child(agent, "pobj")
        return phrase(tree, noun) if noun is not None else []
    if tree.child(index, "auxpass") is not None:
        return []
    current = index
    for _ in range(6):
        subject = tree.nearest_child(current, "nsubj", "csubj")
        if subject is not None:
            return _subject(tree, current, subject)
        token = tree.tokens[current]
        if token.dep in ("relcl", "acl") and tree.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            return phrase(tree, token.head) if token.tag != "VBN" else []
        if token.dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "parataxis", "dep"):
            return []
        if token.dep == "ccomp" and tree.tokens[current].tag not in ("VB", "VBG"):
            return []
        current = token.head
    return []


def _subject(tree: Tree, verb: int, subject: int) -> list[int]:
    if tree.tokens[subject].tag in ("WP", "WDT") and tree.tokens[verb].dep == "relcl":
        return phrase(tree, tree.tokens[verb].head)
    return phrase(tree, subject)


def phrase(tree: Tree, noun: int) -> list[int]:
    """The noun phrase of ``noun`` without relative clauses and without what follows a colon or dash."""
    barred = [
        child
        for child in tree.children[noun]
        if tree.tokens[child].dep in ("relcl", "punct") or (tree.tokens[child].dep == "acl" and child > noun)
    ]
    return _run_around(tree.trim(tree.subtree(noun, barred)), noun)


def _run_around(indices: list[int], centre: int) -> list[int]:
    """The part of ``indices`` without gaps (single tokens aside) that holds ``centre``."""
    if centre not in indices:
        return [centre]
    at = indices.index(centre)
    first = last = at
    while first and indices[first] - indices[first - 1] <= 2:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] - indices[last] <= 2:
        last += 1
    return indices[first : last + 1]


def _complement(tree: Tree, index: int, cue: Cue, source: list[int]) -> list[int]:
    if cue.needs == "quotation":
        return []
    barred = {*source}
    clause = [child for child in tree.children[index] if tree.tokens[child].dep in _CLAUSES and child not in barred]
    clause = [child for child in clause if tree.tokens[child].pos not in ("PUNCT",)]
    predicate = tree.child(index, "oprd")
    if not clause and predicate is not None and cue.needs != "quotation":
        return _clean(tree, sorted({*_object(tree, index), *tree.subtree(predicate)}), source, index)
    if clause:
        content: list[int] = []
        for child in clause:
            content.extend(_displaced_subject(tree, index, child))
            content.extend(_clean(tree, tree.subtree(child, [index]), source, index))
        if tree.tokens[clause[0]].dep == "xcomp" and tree.tokens[index].lemma not in _ADDRESSED:
            content.extend(_object(tree, index, direct_only=True))
        return sorted(set(content))
    if cue.needs == "clause":
        return []
    return _clean(tree, _object(tree, index), source, index)


def _displaced_subject(tree: Tree, index: int, clause: int) -> list[int]:
    """The subject of a clause without "that", where the parse took it for an object: "warned Ukraine must act"."""
    taken = tree.child(index, "dobj")
    finite = any(tree.tokens[child].tag in ("MD", "VBZ", "VBP", "VBD") for child in (clause, *tree.children[clause]))
    if taken is None or not finite or tree.child(clause, "nsubj", "nsubjpass", "expl", "mark") is not None:
        return []
    return tree.subtree(taken) if index < taken < clause else []


def _spliced(tree: Tree, index: int, cue: Cue) -> list[int]:
    """The sentence before ", the minister flatly predicted in ...", which the parse joins by the comma alone."""
    head = tree.tokens[index].head
    if tree.tokens[index].dep != "conj" or head >= index or cue.needs == "quotation":
        return []
    subject = tree.child(index, "nsubj")
    if subject is None or subject > index or tree.child(head, "cc") is not None:
        return []
    before = min(tree.subtree(subject)) - 1
    if before < 0 or tree.tokens[before].text != ",":
        return []
    return [at for at in tree.subtree(head, [index]) if at < before]


def _interrupted(tree: Tree, index: int, words: list[int], cue: Cue, source: list[int]) -> list[int]:
    """The sentence around "..., she said, ..." or after "As she said, ...": everything but source and cue."""
    if not source or cue.needs == "quotation" or tree.tokens[index].tag not in ("VBD", "VBZ", "VBP"):
        return []
    phrase = [*source, *words, *_addressed(tree, index)]
    first, last = min(phrase), max(phrase)
    sentence = tree.tokens[index].sentence
    before = tree.tokens[first - 1] if first else None
    after = tree.tokens[last + 1] if last + 1 < len(tree.tokens) else None
    as_clause = before is not None and before.text.lower() == "as" and before.sentence == sentence
    if not as_clause and not (before is not None and before.sentence == sentence and before.text in _BREAKS):
        return []
    if not as_clause and after is not None and after.sentence == sentence and after.text not in _BREAKS | {"."}:
        return []
    around = range(first, -1, -1), range(last, len(tree.tokens))
    reach = [at for side in around for at in takewhile(lambda at: tree.tokens[at].sentence == sentence, side)]
    own = set(tree.subtree(index)) if as_clause else set(range(first, last + 1))
    return [at for at in sorted(set(reach)) if at not in own]


def _addressed(tree: Tree, index: int) -> list[int]:
    """Whom a speaker told, and when: "told the panel on Tuesday"."""
    if tree.tokens[index].lemma not in _ADDRESSED:
        return []
    after = [
        child for child in tree.children[index] if tree.tokens[child].dep in ("dobj", "dative", "npadvmod", "prep")
    ]
    return [at for child in after for at in tree.subtree(child)]


def _object(tree: Tree, index: int, *, direct_only: bool = False) -> list[int]:
    """Object and prepositional objects of a verb that needs no clause ("accused them of fraud")."""
    found: list[int] = []
    direct = tree.child(index, "dobj", "nsubjpass", "oprd")
    if direct is not None and not _addressee(tree, index, direct):
        found.extend(tree.subtree(direct))
    if direct_only:
        return found
    for child in tree.children[index]:
        token = tree.tokens[child]
        if token.dep == "prep" and child > index and token.lemma in _OBJECT_PREPOSITIONS:
            noun = tree.child(child, "pobj", "pcomp")
            if noun is not None and tree.tokens[noun].entity not in ("DATE", "TIME"):
                found.extend(tree.subtree(child))
    return sorted(found)


def _addressee(tree: Tree, verb: int, noun: int) -> bool:
    token = tree.tokens[noun]
    return tree.tokens[verb].lemma in _ADDRESSED and (
        token.entity in _PERSONAL or token.pos in ("PRON", "PROPN", "NOUN")
    )


def _clean(tree: Tree, indices: list[int], source: list[int], head: int) -> list[int]:
    """``indices`` without source and cue."""
    barred = {*source, head}
    return [index for index in indices if index not in barred]


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
        verb = tree.tokens[index].head
        if tree.tokens[index].dep == "dobj":
            source = source_of(tree, verb)
    asides = [at for at in tree.subtree(clause) if tree.tokens[at].dep == "appos"]
    claim = _marked(tree, clause, "that", "whether")
    yield Clause(source, [index], cue.cue_class, tree.subtree(clause, asides), index, claim)


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
    clause = tree.child(index, *_CLAUSES)
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
    yield Clause([], [index], cue.cue_class, _run_around(content, head), index)


def _according(tree: Tree, index: int) -> Iterator[Clause]:
    """ "according to X": everything of the clause that it hangs on, itself left out."""
    preposition = tree.child(index, "prep")
    noun = tree.child(preposition, "pobj") if preposition is not None else None
    if preposition is None or noun is None:
        return
    own = tree.subtree(index)
    head = tree.tokens[index].head
    while tree.tokens[head].pos in ("NOUN", "PROPN", "NUM", "ADP", "ADJ") and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    as_clause = tree.child(head, "advcl") if tree.tokens[head].lemma == "come" else None
    if as_clause is not None and head < as_clause < index:
        head = as_clause  # "the move comes as prices rise, according to ...": only the rise is theirs
    content = [at for at in tree.subtree(head) if at not in own] if head != index else []
    yield Clause(phrase(tree, noun), [index, preposition], CueClass.NEUTRAL, content, index)
