"""What a noun phrase without a name says of the actor it stands for: "the two engineers from Harl"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.annotation.ages import counted_kin_end, is_age_noun
from analysis.annotation.kinds import kind_of_label
from analysis.annotation.phrase import Phrase
from analysis.annotation.vocabulary import Noun, collective, noun, role_of
from analysis.annotation.wording import (
    complement_end,
    country_in,
    determiner_of,
    is_pair,
    modifiers_in,
    number_in,
    owner_word,
    place_around,
    ranks_in,
)
from analysis.model import EntityKind, MentionForm, Token

_NAME_LINKS = frozenset({"-", "‑", "–", "&", "of", "for", "and", "the", "de", "da", "del", "der", "den", "di", "du",
                         "la", "le", "van", "von", "bin", "ibn", "al", "el", "dos", "ter", "zu", "/"})  # fmt: skip


def label(tokens: Sequence[Token], begin: int, head: int) -> Phrase | None:
    """A phrase read as a description, whatever its capitals."""
    lemma, known = _described_by(tokens, head)
    if is_pair(tokens, begin, head):
        return _pair(begin, head + 1, head)
    if lemma == "side":
        return None
    end = _label_end(tokens, head, known)
    if end > head + 1 and _is_from(tokens, head) and is_pair(tokens, head + 2, end - 1):
        return _pair(begin, end, head)
    plural = _is_plural(tokens[head], lemma)
    kind = kind_of_label(known, plural)
    owner = owner_word(tokens, begin)
    sense = "leader" if owner and lemma == "leader" else sense_of(tokens, lemma, head)
    shared = collective(lemma) if kind is EntityKind.GROUP else ""
    around = place_around(tokens, begin, end) if shared else frozenset()
    modifiers = modifiers_in(tokens, begin, head, lemma) | modifiers_in(tokens, head + 1, end, "") | around
    return Phrase(
        begin, end, head, kind, True, (), "", lemma, shared or sense, ranks_in(tokens, begin, head),
        modifiers - {"year"}, country_in(tokens, begin, head - 1) or country_in(tokens, head + 1, end - 1),
        number_in(tokens, begin, head), determiner_of(tokens, begin), plural, known.gender if known else "",
        MentionForm.LABEL, owner=owner,
    )  # fmt: skip


def _described_by(tokens: Sequence[Token], head: int) -> tuple[str, Noun | None]:
    """The noun of a description in the singular, and what the table knows of it."""
    if is_age_noun(tokens, head):
        return "year-old", Noun("person", "", "year-old")
    lemma = role_of(tokens[head].lemma.rstrip("."))
    if lemma.endswith("s") and noun(lemma) is None and noun(lemma[:-1]) is not None:
        lemma = lemma[:-1]
    return lemma, noun(lemma) or noun(tokens[head].text.lower())


def _label_end(tokens: Sequence[Token], head: int, known: Noun | None) -> int:
    """End of a description with "of the line", "from Tessen" or "-of-two" after its noun."""
    if known is None or (known.kind != "person" and not (known.kind == "group" and _is_from(tokens, head))):
        return head + 1
    end = complement_end(tokens, head)
    return counted_kin_end(tokens, head) if end == head + 1 and known.sense == "kin" else end


def _is_plural(token: Token, lemma: str) -> bool:
    if lemma in ("police", "military", "staff"):
        return False
    uncut = token.text.lower() == lemma + "s" and token.lemma.rstrip(".") != lemma
    return uncut or token.tag in ("NNS", "NNPS") or lemma == "people"


def _is_from(tokens: Sequence[Token], head: int) -> bool:
    return head + 1 < len(tokens) and tokens[head + 1].text.lower() == "from"


def _pair(begin: int, end: int, head: int) -> Phrase:
    """The two parties of an event together."""
    none: frozenset[str] = frozenset()
    return Phrase(
        begin, end, head, EntityKind.GROUP, True, (), "", "side", "side", none, none, "", "", "the", True, "",
        MentionForm.LABEL,
    )  # fmt: skip


def sense_of(tokens: Sequence[Token], role: str, at: int) -> str:
    """What the noun at ``at`` shares with others; a prime minister leads a state, other ministers do not."""
    if role == "minister" and at > 0 and tokens[at - 1].text.lower() == "prime":
        return "state"
    known = noun(role) if role else None
    return (known.sense if known else "") or role
