"""What a noun phrase says of the actor it stands for: name, title, role, country, number, gender."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.annotation.vocabulary import HONORIFICS, Noun, country, gender_of, is_given, noun, role_of
from analysis.model import EntityKind, MentionForm, Token

_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_NAME_LINKS = frozenset({"-", "‑", "–", "&", "of", "for", "and", "the", "de", "da", "del", "der", "den", "di", "du",
                         "la", "le", "van", "von", "bin", "ibn", "al", "el", "dos", "ter", "zu", "/"})  # fmt: skip
_HARD = frozenset({"NOUN", "PROPN"})
_RANKS = frozenset({"vice", "deputy", "assistant", "associate", "under", "junior", "shadow", "lieutenant", "sub"})
_COMPLEMENTS = frozenset({"of", "for", "at"})
_WIDE = frozenset({"force", "group", "member", "country"})
"""Nouns that only an adjective tells apart ("armed forces")."""
_LONGEST_COMPLEMENT = 14
"""Tokens of "of the Harbour Authority", at most."""
_KINDS = {
    "PERSON": EntityKind.PERSON, "ORG": EntityKind.GROUP, "NORP": EntityKind.GROUP, "GPE": EntityKind.COUNTRY,
    "LOC": EntityKind.COUNTRY, "FAC": EntityKind.OTHER, "PRODUCT": EntityKind.OTHER, "EVENT": EntityKind.OTHER,
    "LAW": EntityKind.OTHER, "WORK_OF_ART": EntityKind.OTHER,
}  # fmt: skip
_SITES = frozenset({
    "street", "road", "row", "lane", "avenue", "square", "bridge", "dam", "lake", "river", "valley", "island",
    "bay", "mountain", "park", "tower", "hill", "gulf", "sea", "strait", "ocean", "canal", "peninsula", "desert",
    "cape", "mount", "fort", "coast", "highway", "palace", "castle", "war", "act", "treaty", "bill", "reservoir",
    "stadium", "arena", "station", "boulevard", "terrace",
})  # fmt: skip
"""Nouns that make a name that of a site or a thing."""
_SETTLEMENTS = frozenset({
    "town", "city", "village", "port", "province", "region", "district", "state", "capital", "island", "county",
})  # fmt: skip
_TRUST = frozenset({"trust", "confidence", "faith", "believe", "belief", "interest", "interested", "see", "find"})
_IN = frozenset({"in", "near", "outside", "across", "around", "throughout"})


class Phrase(NamedTuple):
    """A noun phrase, tokens ``first`` to ``last`` (exclusive), with what it tells of its actor."""

    first: int
    last: int
    head: int
    kind: EntityKind | None
    """None where a name tells nothing of its kind."""
    sure: bool
    """Is the kind certain from the phrase itself (a title, a body's noun, the table of countries)?"""
    name: tuple[str, ...]
    honorific: str
    role: str
    """The noun that describes the actor, lower-case, in the singular, or ``""``."""
    sense: str
    """What nouns share that may stand for the same actor; the role itself where the table has nothing."""
    ranks: frozenset[str]
    modifiers: frozenset[str]
    country: str
    number: str
    """How many, as written ("300"), or ``""``."""
    determiner: str
    """``the``, ``a``, ``poss`` or ``""``."""
    plural: bool
    gender: str
    form: MentionForm


def describe(tokens: Sequence[Token], begin: int, end: int, head: int | None = None) -> Phrase | None:
    """The phrase of the tokens ``begin:end``; its last noun is ``head``. None where it can stand for nothing."""
    head = end - 1 if head is None else head
    run = _run_start(tokens, begin, head + 1)
    if run <= head:
        return _named(tokens, begin, run, head)
    return _label(tokens, begin, head)


def reread(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """The phrase of a stored mention: as ``describe``, what follows the head noun ("of the line") found again."""
    head = end - 1
    for index in range(begin + 1, end):
        follows = index + 1 < end and tokens[index + 1].text[:1].isupper()
        body = _noun(tokens[index - 1])
        inside = tokens[index - 1].text[:1].isupper() and follows and body is not None and body.kind != "person"
        if tokens[index].text.lower() in _COMPLEMENTS and not inside:
            head = index - 1
            break
    return describe(tokens, begin, head + 1, head)


def _noun(token: Token) -> Noun | None:
    word = token.text.lower()
    return noun(token.lemma) or noun(word) or (noun(word[:-1]) if word.endswith("s") else None)


def _run_start(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the capitalised words at the end of a phrase begin; ``end`` where there are none."""
    index = start = end
    while index > begin:
        token = tokens[index - 1]
        if token.text[:1].isupper() and token.pos not in ("DET", "PRON"):
            start = index - 1
        elif not ((token.text.lower() in _NAME_LINKS or _members(tokens, index)) and start == index) and not (
            index == end and token.pos == "PROPN" and any(map(str.isupper, token.text))
        ):
            glued = index > begin + 2 and tokens[index - 2].text in ("-", "‑")
            if not (glued and tokens[index - 3].text[:1].isupper()):
                break
            start = index - 1
        index -= 1
    return start


def _members(tokens: Sequence[Token], index: int) -> bool:
    """The apostrophe of "Road Users’ Association"."""
    if tokens[index - 1].text not in ("’", "'") or index >= len(tokens):
        return False
    body = _noun(tokens[index])
    return body is not None and body.kind in ("group", "body")


def _named(tokens: Sequence[Token], begin: int, run: int, head: int) -> Phrase | None:
    """A phrase that ends in capitals: a name, a name with a title, or a title alone."""
    end = head + 1
    body = _noun(tokens[head])
    whole = tuple(token.text for token in tokens[run:end])
    if body is not None and body.kind in ("group", "body") and (end - run > 1 or body.kind == "group"):
        return _body(tokens, begin, run, head)
    if (place := country(_joined(whole))) is not None:
        return _country(tokens, begin, run, head, place.name, place.how)
    first_of = _noun(tokens[run])
    if end - run > 2 and first_of is not None and first_of.kind in ("group", "body") and _has_of(tokens, run, end):
        return _body(tokens, begin, run, head)
    title = _title_end(tokens, run, end)
    if title == end:
        return _label(tokens, begin, head)
    return _person_or_thing(tokens, begin, run, title, head)


def _has_of(tokens: Sequence[Token], run: int, end: int) -> bool:
    return any(token.text.lower() in ("of", "for") for token in tokens[run:end])


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" - ", "-").replace(" ’s", "’s").replace(" 's", "'s")


def _title_end(tokens: Sequence[Token], run: int, end: int) -> int:
    """Index after the last title or form of address in a run; ``run`` where there is none."""
    after = run
    for index in range(run, end):
        word = tokens[index].text.lower().rstrip(".")
        known = noun(word) or _noun(tokens[index])
        titled = word in HONORIFICS or (known is not None and known.kind == "person")
        if titled and not (index > run and _may_be_surname(tokens, run, index, end)):
            after = index + 1
    return after


def _may_be_surname(tokens: Sequence[Token], run: int, index: int, end: int) -> bool:
    """"Baker" in "James Baker" or "Mr Baker", but not in "Foreign Minister"."""
    before = tokens[index - 1].text
    return index + 1 == end and (before.lower().rstrip(".") in HONORIFICS or is_given(before) or len(before) == 2)


def _body(tokens: Sequence[Token], begin: int, run: int, head: int) -> Phrase:
    name = tuple(token.text for token in tokens[run : head + 1])
    noun_at = run if _has_of(tokens, run, head) and (first := _noun(tokens[run])) and first.kind != "person" else head
    role = tokens[noun_at].text.lower()
    known = noun(role)
    return Phrase(
        run if tokens[begin].text.lower() not in ("the",) else begin, head + 1, head, EntityKind.GROUP, True, name, "",
        role, (known.sense if known else "") or role, frozenset(), frozenset(),
        _country_in(tokens, begin, head), "",
        _determiner(tokens, begin), False, "", MentionForm.NAME,
    )  # fmt: skip


def _country(tokens: Sequence[Token], begin: int, run: int, head: int, name: str, how: str) -> Phrase | None:
    token = tokens[head]
    people = how == "adjective" and token.tag in ("NNS", "NNPS")
    if how == "adjective" and not people and country(token.text + ".") and token.pos in ("PROPN", "NOUN"):
        people = token.dep not in ("amod", "compound", "nmod") and token.text[-1:] in "hens"
        if not people and token.text.isupper():
            how = "name"
    if how == "adjective" and not people:
        return None
    place = name if not people else ""
    words = tuple(each.text for each in tokens[run : head + 1])
    return Phrase(
        run if run - begin > 2 else begin, head + 1, head, EntityKind.GROUP if people else EntityKind.COUNTRY, True,
        words, "", "people" if people else "", "", frozenset(), frozenset(), place or name, "",
        _determiner(tokens, begin), people, "", MentionForm.NAME,
    )  # fmt: skip


def _person_or_thing(tokens: Sequence[Token], begin: int, run: int, title: int, head: int) -> Phrase:
    end = head + 1
    start = title
    while start < head and tokens[start].entity == "NORP" and (at := country(tokens[start].text)) is not None:
        if at.how != "adjective":
            break
        start += 1
    name = tuple(token.text for token in tokens[start:end])
    honorifics = [word for token in tokens[run:title] if (word := token.text.lower().rstrip(".")) in HONORIFICS]
    role = _role_before(tokens, begin, run, title)
    known = noun(role) if role else None
    gender = (
        next((HONORIFICS[each] for each in honorifics if HONORIFICS[each]), "")
        or (known.gender if known else "")
        or (gender_of(name[0]) if len(name) > 1 else "")
    )
    sense = _sense(tokens, role, title - 1 if tokens[title - 1].text.lower() == role else run - 1)
    kind, sure = _kind(tokens, head, name, bool(honorifics or role))
    plain = not role and begin != run and all(token.pos == "DET" for token in tokens[begin:run])
    first = begin if role or honorifics or plain or begin == run else run
    lower = bool(role) and any(token.text.islower() for token in tokens[begin:run] if token.pos in _HARD)
    return Phrase(
        first, end, head, kind, sure, name, honorifics[-1] if honorifics else "", role,
        sense, _ranks(tokens, begin, title),
        _modifiers(tokens, first, start, role) if role else frozenset(),
        _country_in(tokens, first, start - 1) or _country_after(tokens, end), "",
        _determiner(tokens, begin), False, gender, MentionForm.LABEL if lower else MentionForm.NAME,
    )  # fmt: skip


def _kind(tokens: Sequence[Token], head: int, name: tuple[str, ...], titled: bool) -> tuple[EntityKind | None, bool]:
    if titled:
        return EntityKind.PERSON, True
    if len(name) > 1 and is_given(name[0]) and not any(word.lower() in ("of", "for", "and") for word in name):
        return EntityKind.PERSON, True
    if len(name) > 1 and (name[-1].lower() in _SITES or name[0].lower() in ("lake", "mount", "cape", "fort")):
        return EntityKind.OTHER, True
    acronym = len(name) == 1 and len(letters := name[0].replace(".", "")) > 1 and letters.isupper()
    if acronym and (tokens[head].entity not in ("PERSON", "GPE") or "." in name[0]):
        return EntityKind.GROUP, False
    first = head + 1 - len(name)
    if _told_as_person(tokens, head + 1):
        return EntityKind.PERSON, True
    if len(name) > 1 and _has_officers(tokens, first):
        return EntityKind.GROUP, True
    placed = len(name) == 1 and first > 1 and tokens[first - 1].text.lower() == "in"
    if placed and tokens[first - 2].lemma not in _TRUST and tokens[head].entity != "ORG":
        return EntityKind.COUNTRY, True
    return _kind_by_place(tokens, first, head), False


def _told_as_person(tokens: Sequence[Token], end: int) -> bool:
    """Does "who" or an age follow ("Mara Teviot, 44, ...")?"""
    after = [token.text.lower() for token in tokens[end : end + 3]]
    if after[:1] == [","]:
        aged = len(after) == 3 and after[1].isdigit() and len(after[1]) == 2 and after[2] in (",", ".")
        return aged or after[1:2] in (["who"], ["whose"], ["whom"])
    return after[:1] in (["who"], ["whose"])


def _has_officers(tokens: Sequence[Token], first: int) -> bool:
    """Does a name stand after "chief executive of", "spokeswoman for"?"""
    if first < 2 or tokens[first - 1].text.lower() not in ("of", "for", "at"):
        return False
    before = _noun(tokens[first - 2])
    return before is not None and before.sense in ("head", "speaker")


def _kind_by_place(tokens: Sequence[Token], first: int, head: int) -> EntityKind | None:
    """A town stands after "in", a thing or a body after "the"; else the language model's guess."""
    before = tokens[first - 1].text.lower() if first else ""
    guess = _KINDS.get(tokens[head].entity)
    if before in _IN or (before == "of" and first > 1 and tokens[first - 2].text.lower() in _SETTLEMENTS):
        return EntityKind.COUNTRY
    if before == "the" and guess in (EntityKind.PERSON, EntityKind.COUNTRY, None):
        return EntityKind.OTHER
    return guess


def _sense(tokens: Sequence[Token], role: str, at: int) -> str:
    """What the noun at ``at`` shares with others; a prime minister leads a state, other ministers do not."""
    if role == "minister" and at > 0 and tokens[at - 1].text.lower() == "prime":
        return "state"
    known = noun(role) if role else None
    return (known.sense if known else "") or role


def _role_before(tokens: Sequence[Token], begin: int, run: int, title: int) -> str:
    for index in range(title - 1, run - 1, -1):
        known = noun(tokens[index].text.lower().rstrip("."))
        if known is not None and known.kind == "person" and tokens[index].text.lower().rstrip(".") not in HONORIFICS:
            return role_of(tokens[index].text.lower().rstrip("."))
    if run > begin:
        known = _noun(tokens[run - 1])
        if known is not None and known.kind == "person" and tokens[run - 1].text.islower():
            return role_of(tokens[run - 1].lemma)
    return ""


def _label(tokens: Sequence[Token], begin: int, head: int) -> Phrase | None:
    token = tokens[head]
    lemma = role_of(token.lemma.rstrip("."))
    if token.pos == "PROPN" and lemma.endswith("s") and noun(lemma) is None and noun(lemma[:-1]) is not None:
        lemma = lemma[:-1]
    known = noun(lemma) or noun(token.text.lower())
    if lemma == "side":
        return _side(tokens, begin, head)
    end, extra = head + 1, frozenset[str]()
    if known is not None and known.kind == "person":
        end = _complement_end(tokens, head)
        extra = _modifiers(tokens, head + 1, end, "")
    plural = token.tag in ("NNS", "NNPS") or (known is not None and lemma == "people")
    kind = _label_kind(known, plural)
    place = _country_in(tokens, begin, head - 1) or _country_in(tokens, head + 1, end - 1)
    return Phrase(
        begin, end, head, kind, True, (), "", lemma, _sense(tokens, lemma, head),
        _ranks(tokens, begin, head), _modifiers(tokens, begin, head, lemma) | extra, place,
        _number(tokens, begin, head),
        _determiner(tokens, begin), plural, known.gender if known else "", MentionForm.LABEL,
    )  # fmt: skip


def _side(tokens: Sequence[Token], begin: int, head: int) -> Phrase | None:
    """"Both sides", "neither side": the two together; any other side is none."""
    if not any(token.text.lower() in ("both", "either", "neither", "two") for token in tokens[begin:head]):
        return None
    none: frozenset[str] = frozenset()
    return Phrase(
        begin, head + 1, head, EntityKind.GROUP, True, (), "", "side", "side", none, none, "", "", "the", True, "",
        MentionForm.LABEL,
    )  # fmt: skip


def _label_kind(known: Noun | None, plural: bool) -> EntityKind:
    if known is None or known.kind == "body":
        return EntityKind.OTHER
    if known.kind == "person":
        return EntityKind.GROUP if plural else EntityKind.PERSON
    return EntityKind.COUNTRY if known.kind == "country" and not plural else EntityKind.GROUP


def _complement_end(tokens: Sequence[Token], head: int) -> int:
    """End of "of the line" after a noun for a person; ``head + 1`` where nothing follows."""
    index = head + 1
    if index >= len(tokens) or tokens[index].text.lower() not in _COMPLEMENTS or tokens[index].head != head:
        return head + 1
    end = index + 1
    while end < len(tokens) and end - index < _LONGEST_COMPLEMENT and tokens[end].sentence == tokens[head].sentence:
        token = tokens[end]
        if token.pos in ("VERB", "AUX", "PRON", "SCONJ") and token.dep not in ("poss", "amod", "compound"):
            break
        if token.text in {",", ";", ":", ".", "—", "–", "(", ")", '"', "“", "”"} or not _below(tokens, end, index):
            break
        end += 1
    while end > index + 1 and tokens[end - 1].pos not in ("NOUN", "PROPN"):
        end -= 1
    return end if end > index + 1 else head + 1


def _below(tokens: Sequence[Token], index: int, top: int) -> bool:
    for _ in range(10):
        if index == top:
            return True
        if tokens[index].head == index:
            return False
        index = tokens[index].head
    return False


def _modifiers(tokens: Sequence[Token], first: int, last: int, role: str) -> frozenset[str]:
    """Nouns and names in ``first:last`` besides the role: what tells one director from another."""
    soft = ("ADJ", "VERB") if role in _WIDE else ()
    return frozenset(
        token.lemma.rstrip(".").replace(".", "")
        for token in tokens[max(first, 0) : max(last, 0)]
        if (token.pos in _HARD or token.pos in soft)
        and token.lemma != role
        and country(token.text) is None
        and token.is_word
    )


def _ranks(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    return frozenset(word for token in tokens[first:last] if (word := token.text.lower()) in _RANKS)


def _number(tokens: Sequence[Token], begin: int, head: int) -> str:
    return next((token.text for token in tokens[begin:head] if token.pos == "NUM" and token.dep == "nummod"), "")


def _country_in(tokens: Sequence[Token], first: int, last: int) -> str:
    """The first country named, or told by an adjective, in ``first..last`` (inclusive)."""
    for index in range(max(first, 0), last + 1):
        for length in (3, 2, 1):
            if index + length <= last + 1 and tokens[index].text[:1].isupper():
                words = [token.text for token in tokens[index : index + length]]
                if (place := country(_joined(words))) is not None:
                    return place.name
    return ""


def _country_after(tokens: Sequence[Token], end: int) -> str:
    """The country in "President Mara Teviot of Norland"."""
    if end + 1 >= len(tokens) or tokens[end].text.lower() != "of":
        return ""
    return _country_in(tokens, end + 1, min(end + 2, len(tokens) - 1))


def _determiner(tokens: Sequence[Token], begin: int) -> str:
    word = tokens[begin].text.lower()
    if word in ("the", "this", "that", "these", "those"):
        return "the"
    if word in ("a", "an", "another", "one", "no", "any", "every", "each", "some"):
        return "a"
    if word in _POSSESSIVES or tokens[begin].dep == "poss":
        return "poss"
    return ""
