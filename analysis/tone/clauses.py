"""The clause a word stands in: the subtree of a verb without the clauses inside it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model import Token

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "pcomp", "acl", "xcomp"})
_VERBS = frozenset({"VERB", "AUX"})


def clause_heads(tokens: Sequence[Token]) -> list[int]:
    """For each token the place of the verb (or the root) that heads its clause."""
    found = [-1] * len(tokens)
    for place in range(len(tokens)):
        path: list[int] = []
        at = place
        while found[at] < 0 and not _is_head(tokens, at):
            found[at] = place  # stops a ring, which no parser makes but a damaged annotation may hold
            path.append(at)
            at = tokens[at].head
        head = found[at] if found[at] >= 0 and at not in path else at
        for each in (*path, at):
            found[each] = head
    return found


def _is_head(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.head == place or token.dep == "ROOT":
        return True
    if token.pos not in _VERBS:
        return False
    return token.dep in _CLAUSES or (token.dep == "conj" and tokens[token.head].pos in _VERBS)
