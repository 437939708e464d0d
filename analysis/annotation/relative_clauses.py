"""Clauses that say who somebody is: "Mara Teviot, who owns the line" is described, one who left in passing is not."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.annotation.wording import below
from analysis.model import Token

_STATES = frozenset({
    "be", "own", "run", "hold", "lead", "head", "teach", "found", "chair", "govern", "manage", "represent", "command",
    "have", "serve", "work", "live", "belong", "rule", "preside", "employ",
})  # fmt: skip
_NOT_HABITS = frozenset({
    "say", "insist", "claim", "deny", "want", "hope", "fear", "face", "argue", "think", "believe", "warn", "expect",
    "deserve", "seem", "appear", "plan", "know", "admit", "add", "tell", "need", "agree", "accuse", "call", "come",
    "go", "remain", "stay", "await", "die", "leave", "start", "begin", "do", "meet", "turn", "see",
})  # fmt: skip
"""Verbs whose present tense tells of the day's news, not of what somebody does for a living."""
_LONGEST = 22
"""Tokens of a clause that is still a label, at most."""


def label_end(tokens: Sequence[Token], index: int) -> int | None:
    """End (exclusive) of the clause that "who" or "whose" at ``index`` opens, where it describes; else None.

    It stands after a comma, and its verb tells a state ("who owns", "whose bakery has stood") or a habit, not a deed.
    """
    if index == 0 or tokens[index - 1].text != "," or tokens[index].text.lower() not in ("who", "whose"):
        return None
    verb = _verb(tokens, index)
    if verb is None or (tokens[index].text.lower() == "who" and not _describes(tokens[verb])):
        return None
    end = index + 1
    while end < len(tokens) and end - index <= _LONGEST and below(tokens, end, verb) and _goes_on(tokens[end]):
        end += 1
    whole = end < len(tokens) and end - index <= _LONGEST and verb < end - 1
    return end if whole else None


def _describes(verb: Token) -> bool:
    """A state, or a habit told in the present tense ("who buys for the canneries")."""
    habit = verb.tag in ("VBZ", "VBP") and verb.pos == "VERB" and verb.lemma not in _NOT_HABITS
    return habit or verb.lemma in _STATES


def _verb(tokens: Sequence[Token], index: int) -> int | None:
    current = index
    for _ in range(4):
        current = tokens[current].head
        if tokens[current].dep == "relcl":
            return current
    return None


def _goes_on(token: Token) -> bool:
    return token.text not in {",", ".", ";", ":", "—", "–", "(", ")", '"', "“", "”", "!", "?"}
