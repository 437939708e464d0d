"""Whether the content of a reporting verb is a claim that somebody is said to have made (see ``Attribution.claim``)."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.annotation.tellers import is_mute
from analysis.annotation.tree import Tree

_SPEAKS_OF_DEEDS = frozenset({
    "claim", "promise", "vow", "pledge", "threaten", "swear", "profess", "purport", "allege", "ask", "urge", "call",
    "demand", "warn", "tell", "appeal", "plead", "advise", "recommend",
})  # fmt: skip
"""Verbs whose infinitive is still something said ("promised to resign"); others tell a wish, a plan or a deed."""
_ATTITUDES = frozenset({
    "reject", "protest", "oppose", "endorse", "welcome", "discuss", "defend", "approve", "thank", "request", "order",
    "guarantee", "refer", "talk", "support", "commit", "back", "favor", "favour", "ask", "claim", "agree",
})  # fmt: skip
"""Verbs whose object is a thing, not a claim ("protested against the result")."""
_ASKS = frozenset({"ask", "urge", "call", "tell", "warn", "advise", "appeal", "recommend"})
"""Verbs whose passive tells what people are to do ("will be asked to pay"), not what somebody said."""
_HEARSAY = frozenset({"say", "report", "believe", "think", "understand", "rumor", "rumour", "suspect"})
"""Verbs whose passive tells what is claimed, by nobody named ("is said to have fled")."""
_SHOWS = frozenset({
    "show", "prove", "demonstrate", "confirm", "establish", "verify", "reveal", "disclose", "document", "substantiate",
})  # fmt: skip
"""Verbs of evidence: what is not shown is no claim of whoever has not shown it."""
_TELLS = frozenset({
    "say", "claim", "state", "tell", "allege", "assert", "suggest", "announce", "declare", "maintain", "insist",
    "argue", "report", "mention", "indicate", "contend",
})  # fmt: skip
"""Verbs of plain telling: what somebody did not say is no claim of theirs."""
_STILL_TELLS = frozenset({"just", "only", "merely", "simply", "until", "till"})
"""Words with which a negated verb tells after all ("did not say until Monday that ...")."""
_EMPTY_TAGS = frozenset({"WDT", "WP", "PRP", ",", ".", ":", "``", "''"})
_EMPTY = frozenset({"that", "this", "so", "anything", "nothing", "something", "everything", "much", "little", "it"})
_ANONYMITY = frozenset({"name", "identify", "anonymity", "anonymous", "identity", "unnamed"})
_QUESTIONS = frozenset({"why", "who", "whom", "whose", "how", "when", "where", "what", "whether", "if", "which"})
_NOBODY = frozenset({"nobody", "none", "neither"})


def is_claim(tree: Tree, index: int, content: list[int], source: list[int]) -> bool:
    """False for a wish, a plan or a deed in the infinitive, for an attitude to a thing, and where nothing is claimed.

    Nothing is claimed by "which the mayor announced", "nobody expects that ...", "would not say why ..." and "who asked
    not to be named": what the words stand for, or whether they hold, is told by the writer alone.
    """
    lemma = tree.tokens[index].lemma
    if content and all(tree.tokens[at].tag in _EMPTY_TAGS or tree.tokens[at].lemma in _EMPTY for at in content):
        return False
    if is_nobody(tree, source) or _unanswered(tree, index, content) or _for_anonymity(tree, index, content):
        return False
    if is_mute(tree, index, source) or _not_put_forward(tree, index, lemma):
        return False
    if not source and is_name_given(tree, index):
        return False
    if any(tree.tokens[child].dep in ("ccomp", "oprd") and child in content for child in tree.children[index]):
        return True
    if tree.child(index, "xcomp") is not None:
        hearsay = lemma in _HEARSAY and tree.child(index, "auxpass") is not None
        return lemma in _SPEAKS_OF_DEEDS or hearsay
    return lemma not in _ATTITUDES


def is_nobody(tree: Tree, source: Sequence[int]) -> bool:
    """ "Nobody", "neither Reed nor Hale", "no official": whoever is named did not say it"""
    first = tree.tokens[source[0]] if source else None
    if first is None or first.text.lower() != "no":
        return first is not None and first.text.lower() in _NOBODY
    return first.dep == "det" and tree.tokens[first.head].pos in ("NOUN", "PRON")


def _not_put_forward(tree: Tree, index: int, lemma: str) -> bool:
    """ "has not shown that ...", "has not asked him to go", "will be asked to pay": nobody has said so"""
    if (tree.child(index, "neg") is not None and lemma in _SHOWS) or is_untold(tree, index):
        return True
    if tree.child(index, "xcomp") is None:
        return False
    passive = tree.child(index, "auxpass") is not None and tree.child(index, "agent") is None
    negated = tree.child(index, "neg") is not None and lemma in _SPEAKS_OF_DEEDS
    return negated or (passive and lemma in _ASKS)


def is_untold(tree: Tree, index: int) -> bool:
    """ "did not say that ...", "never claimed “...”": the words are denied to be those of whoever is named"""
    if tree.child(index, "neg") is None or tree.tokens[index].lemma not in _TELLS:
        return False
    return not any(tree.tokens[child].lemma in _STILL_TELLS for child in tree.children[index])


def is_name_given(tree: Tree, index: int) -> bool:
    """ "a rally called “Bring Her Back”": how a thing is called by all, not by somebody"""
    token = tree.tokens[index]
    return token.tag == "VBN" and token.dep == "acl" and token.lemma in ("call", "dub", "label", "term", "name")


def _unanswered(tree: Tree, index: int, content: list[int]) -> bool:
    """ "would not say why ...", "has to explain who ...": a question that nobody is said to have answered"""
    if not content or content[0] < index or tree.tokens[content[0]].text.lower() not in _QUESTIONS:
        return False
    return tree.child(index, "neg") is not None or tree.tokens[index].tag == "VB"


def _for_anonymity(tree: Tree, index: int, content: list[int]) -> bool:
    """ "who asked not to be named" """
    asks = tree.tokens[index].lemma in ("ask", "request") and tree.tokens[index].dep == "relcl"
    return asks and any(tree.tokens[at].lemma in _ANONYMITY for at in content)


def stands_for(tree: Tree, at: int, index: int, content: list[int]) -> bool:
    """Is the word at ``at`` the pronoun of "which, she says, could ..."? It stands for what the writer named before."""
    token = tree.tokens[at]
    if token.tag not in ("WDT", "WP") or token.lemma == "what" or at > index:
        return False
    clause = token.head if tree.tokens[token.head].dep == "relcl" else index
    return tree.tokens[clause].dep == "relcl" and tree.tokens[clause].head not in content
