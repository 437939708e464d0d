"""What is said: the clause, object or stretch of the sentence that belongs to a reporting verb."""

from __future__ import annotations

from itertools import takewhile

from analysis.annotation.cues import Cue, cues, lemma_of, single_verbs
from analysis.annotation.sources import is_finite, outer_speech
from analysis.annotation.tree import Tree

CLAUSES = ("ccomp", "xcomp")
_ADDRESSED = frozenset({
    "tell", "remind", "inform", "assure", "ask", "warn", "urge", "advise", "thank", "ban", "order", "instruct",
    "encourage", "invite", "forbid", "permit", "allow", "command", "direct", "counsel",
})  # fmt: skip
_OBJECT_PREPOSITIONS = frozenset({"of", "for", "as", "against", "about", "over", "to", "with", "from", "on"})
_BREAKS = frozenset({",", "–", "—", "--", "-"})
_PARTS = frozenset({":", ";"})
"""Marks that an aside ("..., she said, ...") does not reach across."""
_NAMING = frozenset({"call", "dub", "brand", "label", "term", "deem"})
_PERSONAL = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def verb_cue(tree: Tree, index: int) -> tuple[Cue, list[int]] | None:
    """The cue that the verb at ``index`` makes, alone or with a particle or complement, and its tokens."""
    token = tree.tokens[index]
    known = cues("verb")
    lemma = lemma_of(token, single_verbs())
    for child in tree.children[index]:
        if tree.tokens[child].dep in ("prt", "acomp", "oprd", "prep", "advmod", "ccomp", "dobj"):
            cue = known.get((lemma, tree.tokens[child].lemma))
            if cue is not None:
                return cue, sorted((index, child))
    if token.tag in ("VBN", "VBD") and tree.child(index, "auxpass") is not None:
        passive = cues("passive").get(("be", token.text.lower()))
        if passive is not None and tree.child(index, "agent") is None:
            return passive, [index]
    cue = known.get((lemma,))
    if cue is None or (cue.needs == "figure" and not complement(tree, index, cue, [])):
        return None
    return cue, [index]


def complement(tree: Tree, index: int, cue: Cue, source: list[int]) -> list[int]:
    if cue.needs == "quotation":
        return []
    barred = {*source}
    clause = [child for child in tree.children[index] if tree.tokens[child].dep in CLAUSES and child not in barred]
    clause = [child for child in clause if tree.tokens[child].pos not in ("PUNCT",)]
    clause = [child for child in clause if not _barred_clause(tree, index, child, cue)]
    predicate = tree.child(index, "oprd")
    predicate = _name_given(tree, index) if predicate is None else predicate
    if not clause and predicate is not None and cue.needs != "quotation":
        return _clean(tree, sorted({*_object(tree, index), *tree.subtree(predicate)}), source, index)
    if clause:
        content: list[int] = []
        for child in clause:
            content.extend(_displaced_subject(tree, index, child))
            content.extend(_clean(tree, tree.subtree(child, [index, *_gone_on(tree, child)]), source, index))
        if tree.tokens[clause[0]].dep == "xcomp" and tree.tokens[index].lemma not in _ADDRESSED:
            content.extend(_object(tree, index, direct_only=True))
        return sorted(set(content))
    if cue.needs == "figure":
        return _clean(tree, _figure(tree, index), source, index)
    if cue.needs in ("clause", "statement"):
        return []
    return _clean(tree, _object(tree, index), source, index)


def _gone_on(tree: Tree, clause: int) -> list[int]:
    """Reporting verbs below ``clause`` that belong to the verb above it (see ``outer_speech``), and their "and"."""
    joined = [child for child in tree.children[clause] if tree.tokens[child].dep in ("conj", "advcl")]
    joined += [each for child in joined for each in tree.children[child] if tree.tokens[each].dep == "conj"]
    out = [each for each in joined if outer_speech(tree, each) is not None]
    between = [at for at in tree.children[clause] if tree.tokens[at].dep == "cc"]
    return [*out, *(at for at in between if any(tree.subtree(each)[0] == at + 1 for each in out))]


def _name_given(tree: Tree, index: int) -> int | None:
    """ "called the cutting of the nets “an act of piracy”", where the parse took the name for an apposition"""
    thing = tree.child(index, "dobj") if tree.tokens[index].lemma in _NAMING else None
    name = tree.child(thing, "appos") if thing is not None else None
    if name is None:
        return None
    return name if tree.tokens[tree.subtree(name)[0] - 1].text != "," else None


def _barred_clause(tree: Tree, index: int, clause: int, cue: Cue) -> bool:
    """A clause that is not what the verb reports: before a colon or semicolon, or of the wrong form."""
    if cue.needs == "figure" or (cue.needs == "statement" and not _finite_below(tree, clause)):
        return True
    if tree.tokens[clause].dep == "xcomp" and tree.tokens[index].dep == "relcl":
        return is_finite(tree, clause) and tree.child(index, "dobj") is not None
    return clause < index and parted(tree, clause, index)


def parted(tree: Tree, clause: int, index: int) -> bool:
    """True where a colon or semicolon stands between a clause and the subject of the verb after it."""
    end = tree.subtree(clause, [index])[-1]
    return end < index - 1 and any(tree.tokens[at].text in _PARTS for at in (end, end + 1))


def _finite_below(tree: Tree, clause: int) -> bool:
    finite = any(tree.tokens[at].tag in ("MD", "VBZ", "VBP", "VBD") for at in (clause, *tree.children[clause]))
    return finite and tree.child(clause, "nsubj", "nsubjpass", "expl", "mark") is not None


def _figure(tree: Tree, index: int) -> list[int]:
    """ "(put) the number at nine": the object and the figure; nothing where no figure is put."""
    thing = tree.child(index, "dobj")
    at = next((child for child in tree.children[index] if tree.tokens[child].lemma == "at" and child > index), None)
    if at is None and thing is not None:
        at = next((child for child in tree.children[thing] if tree.tokens[child].lemma == "at"), None)
    figure = tree.subtree(at) if at is not None else []
    if thing is None or not any(tree.tokens[each].tag == "CD" for each in figure):
        return []
    return sorted({*tree.subtree(thing), *figure})


def _displaced_subject(tree: Tree, index: int, clause: int) -> list[int]:
    """The subject of a clause without "that", where the parse took it for an object: "warned Ukraine must act"."""
    taken = tree.child(index, "dobj")
    finite = any(tree.tokens[child].tag in ("MD", "VBZ", "VBP", "VBD") for child in (clause, *tree.children[clause]))
    if taken is None or not finite or tree.child(clause, "nsubj", "nsubjpass", "expl", "mark") is not None:
        return []
    return tree.subtree(taken) if index < taken < clause else []


def spliced(tree: Tree, index: int, cue: Cue) -> list[int]:
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


def interrupted(tree: Tree, index: int, words: list[int], cue: Cue, source: list[int]) -> list[int]:
    """The sentence around "..., she said, ..." or after "As she said, ...": everything but source and cue."""
    if not source or not is_finite(tree, index):
        return []
    phrase = [*source, *words, *_addressed(tree, index)]
    first, last = min(phrase), max(phrase)
    sentence = tree.tokens[index].sentence
    before = tree.tokens[first - 1] if first else None
    after = tree.tokens[last + 1] if last + 1 < len(tree.tokens) else None
    as_clause = before is not None and before.text.lower() == "as" and before.sentence == sentence
    if as_clause and cue.needs == "statement" and tree.child(index, "dobj") is not None:
        return []
    if not as_clause and not (before is not None and before.sentence == sentence and before.text in _BREAKS):
        return []
    if as_clause and cue.needs == "quotation":
        return []
    if not as_clause and after is not None and after.sentence == sentence and after.text not in _BREAKS | {".", ":"}:
        return []
    if _inside_relative(tree, index):
        return _relative(tree, index, range(first, last + 1))
    around = range(first, -1, -1), range(last, len(tree.tokens))
    reach = [at for side in around for at in takewhile(lambda at: _in_part(tree, at, sentence), side)]
    own = {first - 1, *tree.subtree(index)} if as_clause else set(range(first, last + 1))
    return [at for at in sorted(set(reach)) if at not in own]


def _in_part(tree: Tree, at: int, sentence: int) -> bool:
    return tree.tokens[at].sentence == sentence and tree.tokens[at].text not in _PARTS


def _inside_relative(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep in ("parataxis", "ccomp") and tree.tokens[token.head].dep == "relcl" and token.head != index


def _relative(tree: Tree, index: int, own: range) -> list[int]:
    """ "the toll, which, lawyers say, could break the law": the relative clause without its pronoun and the aside"""
    clause = tree.tokens[index].head
    inside = tree.subtree(clause, [index])
    pronouns = {at for at in inside if at < own.start and tree.tokens[at].tag in ("WDT", "WP")}
    return [at for at in inside if at not in own and at not in pronouns]


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
