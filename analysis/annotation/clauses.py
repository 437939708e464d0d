"""Attributions that the parse shows: reporting verbs, nouns and adjectives with their source and content.

Rules over dependencies, in the manner of Pareti (2012) and the attribution guidelines of PolNeAR (Newell et al. 2018):
source = subject or agent, cue = reporting word, content = clause, object or quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.annotation.complements import CLAUSES, complement, interrupted, spliced
from analysis.annotation.cues import Cue, cues, lemma_of, single_verbs
from analysis.annotation.sources import Clause, phrase, run_around, source_of
from analysis.annotation.topics import judgment
from analysis.annotation.tree import Tree
from analysis.model import CueClass

_VIEWS = frozenset(
    {"opinion", "view", "word", "eye", "mind", "estimation", "judgment", "judgement", "telling", "reckoning"}
)
_COUNTS = frozenset({"count", "reckoning", "estimate", "account", "tally", "calculation", "admission", "telling"})
_BEFORE_VIEWS = {"in": _VIEWS, "by": _COUNTS, "on": frozenset({"account", "telling"})}
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
        "claim",
        "agree",
    }
)
"""Verbs whose object is a thing, not a claim ("protested against the result")."""


_EMPTY_TAGS = frozenset({"WDT", "WP", "PRP", ",", ".", ":", "``", "''"})
_EMPTY = frozenset({"that", "this", "so", "anything", "nothing", "something", "everything", "much", "little", "it"})
_ANONYMITY = frozenset({"name", "identify", "anonymity", "anonymous", "identity", "unnamed"})
_QUESTIONS = frozenset({"why", "who", "whom", "whose", "how", "when", "where", "what", "whether", "if", "which"})


def clauses_of(tree: Tree) -> Iterator[Clause]:
    """Every clause of ``tree`` that reports; verbs that need a clause come only with one (or with empty content)."""
    for index, token in enumerate(tree.tokens):
        if token.pos in ("VERB", "AUX"):
            yield from _verb(tree, index)
        elif token.pos == "NOUN":
            yield from _noun(tree, index)
        elif token.pos == "ADJ":
            yield from _adjective(tree, index)
        elif token.pos == "ADP":
            yield from _in_the_view(tree, index)
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
    if cue.judges and tree.child(index, "oprd", *CLAUSES) is None:
        yield from _judgment(tree, index, words, cue, source)
        return
    content = complement(tree, index, cue, source)
    content = content or spliced(tree, index, cue) or interrupted(tree, index, words, cue, source)
    claim = _is_claim(tree, index, content, source)
    if claim:
        content = [at for at in content if not _stands_for(tree, at, index)]
    if content or source:
        yield Clause(source, words, cue.cue_class, content, index, claim)


def _stands_for(tree: Tree, at: int, index: int) -> bool:
    """The pronoun of "which, she says, could ...": it stands for what the writer named before."""
    token = tree.tokens[at]
    return token.tag in ("WDT", "WP") and token.lemma != "what" and at < index and _relative_to(tree, at, index)


def _relative_to(tree: Tree, at: int, index: int) -> bool:
    above = tree.tokens[at].head
    return "relcl" in (tree.tokens[above].dep, tree.tokens[index].dep)


def _judgment(tree: Tree, index: int, words: list[int], cue: Cue, source: list[int]) -> Iterator[Clause]:
    barred = {*source, *words}
    said, about = judgment(tree, index, cue)
    said = [at for at in said if at not in barred]
    topic = tuple(at for at in about if at not in barred)
    said = said or (interrupted(tree, index, words, cue, source) if not topic else [])
    if said or topic or source:
        yield Clause(source, words, cue.cue_class, said, index, topic=topic)


def _is_claim(tree: Tree, index: int, content: list[int], source: list[int]) -> bool:
    """False for a wish, a plan or a deed in the infinitive, for an attitude to a thing, and where nothing is claimed.

    Nothing is claimed by "which the mayor announced", "nobody expects that ...", "would not say why ..." and "who asked
    not to be named": what the words stand for, or whether they hold, is told by the writer alone.
    """
    lemma = tree.tokens[index].lemma
    if content and all(tree.tokens[at].tag in _EMPTY_TAGS or tree.tokens[at].lemma in _EMPTY for at in content):
        return False
    if source and tree.tokens[source[0]].lemma in ("nobody", "none") or _unanswered(tree, index, content):
        return False
    if lemma in ("ask", "request") and tree.tokens[index].dep == "relcl":
        if any(tree.tokens[at].lemma in _ANONYMITY for at in content):
            return False
    if any(tree.tokens[child].dep in ("ccomp", "oprd") and child in content for child in tree.children[index]):
        return True
    if tree.child(index, "xcomp") is not None:
        return lemma in _SPEAKS_OF_DEEDS
    return lemma not in _ATTITUDES


def _unanswered(tree: Tree, index: int, content: list[int]) -> bool:
    """ "would not say why ...", "has to explain who ...": a question that nobody is said to have answered"""
    if not content or content[0] < index or tree.tokens[content[0]].text.lower() not in _QUESTIONS:
        return False
    return tree.child(index, "neg") is not None or tree.tokens[index].tag == "VB"


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


def _in_the_view(tree: Tree, index: int) -> Iterator[Clause]:
    """ "in his opinion", "in the words of the guild" """
    noun = tree.child(index, "pobj")
    if noun is None or tree.tokens[noun].lemma not in _BEFORE_VIEWS.get(tree.tokens[index].lemma, ()):
        return
    owner = tree.child(noun, "poss")
    of = next((child for child in tree.children[noun] if tree.tokens[child].lemma == "of"), None)
    holder = owner if owner is not None else tree.child(of, "pobj") if of is not None else None
    if holder is not None:
        source = [at for at in phrase(tree, holder) if tree.tokens[at].dep != "case"]
        content = _before_aside(tree, index) or _around(tree, index)
        own = tree.tokens[holder].lemma in ("my", "our", "we", "i")
        yield Clause(source, [index, noun], CueClass.NEUTRAL, content, index, claim=not own)


def _before_aside(tree: Tree, index: int) -> list[int]:
    """The words before ", by the count of the guild", back to a colon, a semicolon or the start of the sentence."""
    sentence = tree.tokens[index].sentence
    if index < 2 or tree.tokens[index - 1].text != "," or tree.tokens[index - 1].sentence != sentence:
        return []
    start = index - 1
    while start and tree.tokens[start - 1].sentence == sentence and tree.tokens[start - 1].text not in (":", ";"):
        start -= 1
    before = list(range(start, index - 1))
    return before if any(tree.tokens[at].tag in ("VBZ", "VBP", "VBD", "MD", "VBN") for at in before) else []


def _according(tree: Tree, index: int) -> Iterator[Clause]:
    """ "according to X": everything of the clause that it hangs on, itself left out."""
    preposition = tree.child(index, "prep")
    noun = tree.child(preposition, "pobj") if preposition is not None else None
    if preposition is None or noun is None:
        return
    yield Clause(phrase(tree, noun), [index, preposition], CueClass.NEUTRAL, _around(tree, index), index)


def _around(tree: Tree, index: int) -> list[int]:
    """The clause that the phrase at ``index`` hangs on, without the phrase."""
    own = set(tree.subtree(index))
    head = tree.tokens[index].head
    while tree.tokens[head].pos in ("NOUN", "PROPN", "NUM", "ADP", "ADJ") and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    as_clause = tree.child(head, "advcl") if tree.tokens[head].lemma == "come" else None
    if as_clause is not None and head < as_clause < index:
        head = as_clause  # "the move comes as prices rise, according to ...": only the rise is theirs
    if head == index:
        return []
    told = _told(tree, head, index)
    if told is not None:
        return tree.subtree(told)
    content = [at for at in tree.subtree(head, _new_clause(tree, head, index)) if at not in own]
    first, last = _reach(tree, index)
    return [at for at in content if first <= at <= last]


def _told(tree: Tree, head: int, index: int) -> int | None:
    """The content of "“...,” the clerk said, according to the Beacon": that she said so is told by the writer."""
    told = tree.child(head, "ccomp") if verb_cue(tree, head) is not None else None
    return told if told is not None and told < head < index else None


def _reach(tree: Tree, index: int) -> tuple[int, int]:
    """First and last token between the colons and semicolons around the phrase at ``index``, in its sentence."""
    tokens, sentence = tree.tokens, tree.tokens[index].sentence
    first = last = index
    while first and tokens[first - 1].sentence == sentence and tokens[first - 1].text not in (":", ";"):
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].sentence == sentence and tokens[last + 1].text != ";":
        last += 1
    return first, last


def _new_clause(tree: Tree, head: int, index: int) -> list[int]:
    """The clause joined on after the phrase, with a subject of its own: ", according to the report, and it will rise"."""
    if index < head or not any(tree.tokens[at].text == "," and at < index for at in range(index - 1, index)):
        return []
    joined = [
        child
        for child in tree.children[head]
        if child > index and tree.tokens[child].dep == "conj" and tree.child(child, "nsubj", "nsubjpass", "expl")
    ]
    return [*joined, *(at for at in tree.children[head] if tree.tokens[at].dep == "cc" and at > index and joined)]
