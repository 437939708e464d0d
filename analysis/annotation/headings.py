"""Claims in headlines and other lines without a full stop: "Levy too high: minister", "Toll unlawful, court rules".

Such lines name the speaker with a colon or leave out so much that no parse shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.annotation.cues import cues, lemma_of, single_verbs
from analysis.annotation.sources import Clause
from analysis.annotation.tree import Tree
from analysis.annotation.vocabulary import is_given, noun
from analysis.model import CueClass, Token

_LONGEST = 40
_SPEAKER = 6
"""Words of a speaker's name or label, at most."""
_ENDS = frozenset({".", "!", "?", "…", "...", ":", ";"})
_IN_LABELS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADP", "CCONJ"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_VERBAL = _FINITE | {"VBN"}


def headings_of(tree: Tree) -> Iterator[Clause]:
    """The claim of every sentence without a final stop that names its speaker by a colon or after a comma."""
    start = 0
    for end in range(1, len(tree.tokens) + 1):
        if end < len(tree.tokens) and tree.tokens[end].sentence == tree.tokens[start].sentence:
            continue
        if 3 <= end - start <= _LONGEST and tree.tokens[end - 1].text not in _ENDS:
            yield from _heading(tree, range(start, end))
        start = end


def _heading(tree: Tree, line: range) -> Iterator[Clause]:
    tokens = tree.tokens
    colons = [at for at in line if tokens[at].text == ":"]
    if len(colons) == 1:
        before, after = range(line.start, colons[0]), range(colons[0] + 1, line.stop)
        if _speaks(tokens, before) and _claims(tokens, after):
            yield _clause(before, [colons[0]], after)
        elif _speaks(tokens, after, last=True) and _claims(tokens, before, finite=not _speaks(tokens, after)):
            yield _clause(after, [colons[0]], before)
    elif not colons:
        yield from _after_comma(tree, line)
        yield from _nouns_only(tree, line)


def _after_comma(tree: Tree, line: range) -> Iterator[Clause]:
    """ "Toll unlawful, court rules": the verb was read as a noun."""
    tokens = tree.tokens
    comma = max((at for at in line if tokens[at].text == ","), default=-1)
    verb = line.stop - 1
    speaker, claim = range(comma + 1, verb), range(line.start, comma)
    noun_like = tokens[verb].tag in ("NNS", "NNPS") and _reports(tokens[verb])
    if comma > line.start + 1 and noun_like and _speaks(tokens, speaker):
        yield _clause(speaker, [verb], claim)


def _nouns_only(tree: Tree, line: range) -> Iterator[Clause]:
    """ "Court rules toll rise unlawful": a line without a finite verb, as the verb was read as a noun."""
    tokens = tree.tokens
    if any(tokens[at].tag in _FINITE for at in line):
        return
    verb = next((at for at in line[1:] if tokens[at].tag in ("NNS", "NNPS") and _reports(tokens[at])), None)
    if verb is not None and line.stop - verb > 2 and _speaks(tokens, range(line.start, verb)):
        yield _clause(range(line.start, verb), [verb], range(verb + 1, line.stop))


def _reports(token: Token) -> bool:
    """True for a word in -s that is a reporting verb as well ("rules", "claims", "reports")."""
    verbs = single_verbs()
    known = cues("verb").get((lemma_of(token, verbs),))
    return known is not None and known.needs in ("any", "statement") and not known.judges


def _speaks(tokens: Sequence[Token], part: range, *, last: bool = False) -> bool:
    """True where ``part`` names somebody who can speak; ``last``: the end of a line, where a bare name may stand."""
    if not 1 <= len(part) <= _SPEAKER or any(tokens[at].pos not in _IN_LABELS for at in part):
        return False
    head = tokens[part[-1]]
    if head.entity in ("PERSON", "NORP") and (len(part) == 1 or is_given(tokens[part[0]].text)):
        return True  # a bridge of two words is often taken for a person
    known = noun(head.lemma) or noun(head.text.lower())
    if known is not None and known.kind != "country":
        return True
    return last and len(part) <= 3 and head.text.istitle()


def _claims(tokens: Sequence[Token], part: range, *, finite: bool = False) -> bool:
    """True where ``part`` says something: it has a verb (a ``finite`` one), and is no question."""
    if len(part) < 2 or tokens[part[0]].tag in ("WRB", "WP", "WDT"):
        return False
    return any(tokens[at].tag in (_FINITE if finite else _VERBAL) for at in part)


def _clause(source: range, cue: list[int], content: range) -> Clause:
    return Clause(list(source), cue, CueClass.NEUTRAL, list(content), cue[0])
