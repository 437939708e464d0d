"""What a noun phrase says of the actor it stands for: name, title, role, country, number, gender."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.annotation.ages import age_told
from analysis.annotation.kinds import kind_of_name
from analysis.annotation.phrase import Phrase
from analysis.annotation.phrase_labels import label, sense_of
from analysis.annotation.vocabulary import HONORIFICS, country, gender_of, is_given, noun, role_of
from analysis.annotation.wording import (
    COMPLEMENTS,
    HARD,
    country_after,
    country_in,
    determiner_of,
    is_dash,
    is_epithet_before,
    is_members,
    joined,
    modifiers_in,
    noun_in,
    ranks_in,
)
from analysis.model import EntityKind, MentionForm, Token

_NAME_LINKS = frozenset({"-", "‑", "–", "&", "of", "for", "and", "the", "de", "da", "del", "der", "den", "di", "du",
                         "la", "le", "van", "von", "bin", "ibn", "al", "el", "dos", "ter", "zu", "/"})  # fmt: skip


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_BEFORE_A_DAY = frozenset({"on", "last", "next", "by", "since", "until", "till", "this", "late", "early", "from"})


def describe(tokens: Sequence[Token], begin: int, end: int, head: int | None = None) -> Phrase | None:
    """The phrase of the tokens ``begin:end``; its last noun is ``head``. None where it can stand for nothing."""
    head = end - 1 if head is None else head
    run = _run_start(tokens, begin, head + 1)
    if run == begin and (after := _after_day(tokens, run, head)):
        begin = run = after
    phrase = _named(tokens, begin, run, head) if run <= head else label(tokens, begin, head)
    if phrase is None or phrase.kind not in (EntityKind.PERSON, None):
        return phrase
    return phrase._replace(age=age_told(tokens, phrase.first, phrase.head, bool(phrase.name)))


def _after_day(tokens: Sequence[Token], run: int, head: int) -> int:
    """Where the name begins in "on Friday Teviot said", "Last Friday Teviot said": the day is no part of it; or 0."""
    before = run if tokens[run].text.lower() in _BEFORE_A_DAY else run - 1
    name = before + 2
    if before < 0 or name > head or not tokens[name].text[:1].isupper():
        return 0
    is_day = tokens[before + 1].text.lower() in _DAYS and tokens[before].text.lower() in _BEFORE_A_DAY
    return name if is_day else 0


def reread(tokens: Sequence[Token], begin: int, end: int, form: MentionForm) -> Phrase | None:
    """The phrase of a stored mention: as ``describe``, what follows the head noun ("of the line") found again.

    None where it is a clause ("who owns the line").
    """
    if tokens[begin].text.lower() in ("who", "whose"):
        return None
    head = end - 1
    for index in range(begin + 1, end):
        follows = index + 1 < end and tokens[index + 1].text[:1].isupper()
        body = noun_in(tokens[index - 1])
        inside = tokens[index - 1].text[:1].isupper() and follows and body is not None and body.kind != "person"
        if tokens[index].text.lower() in COMPLEMENTS and not inside:
            head = index - 1
            break
    phrase = describe(tokens, begin, head + 1, head)
    if form is MentionForm.LABEL and phrase is not None and phrase.form is MentionForm.NAME and phrase.role:
        return label(tokens, begin, head)
    return phrase


def _run_start(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the capitalised words at the end of a phrase begin; ``end`` where there are none."""
    index = start = end
    while index > begin:
        token = tokens[index - 1]
        if token.text[:1].isupper() and token.pos not in ("DET", "PRON"):
            start = index - 1
        elif is_dash(tokens, index - 1):
            break
        elif not ((token.text.lower() in _NAME_LINKS or is_members(tokens, index)) and start == index) and not (
            index == end and token.pos == "PROPN" and any(map(str.isupper, token.text))
        ):
            glued = index > begin + 2 and tokens[index - 2].text in ("-", "‑")
            if not (glued and tokens[index - 3].text[:1].isupper()):
                break
            start = index - 1
        index -= 1
    return start


def _named(tokens: Sequence[Token], begin: int, run: int, head: int) -> Phrase | None:
    """A phrase that ends in capitals: a name, a name with a title, or a title alone."""
    end = head + 1
    body = noun_in(tokens[head])
    whole = tuple(token.text for token in tokens[run:end])
    alone = run == begin and end - run == 1 and (run == 0 or tokens[run - 1].sentence != tokens[run].sentence)
    if alone and body is not None and body.kind in ("group", "person") and tokens[head].text.istitle():
        return label(tokens, begin, head)
    if body is not None and body.kind in ("group", "body") and (end - run > 1 or body.kind == "group"):
        return _body(tokens, begin, run, head)
    if (place := country(joined(whole))) is not None:
        return _country(tokens, begin, run, head, place.name, place.how)
    first_of = noun_in(tokens[run])
    if end - run > 2 and first_of is not None and first_of.kind in ("group", "body") and _has_of(tokens, run, end):
        return _body(tokens, begin, run, head)
    title = _title_end(tokens, run, end)
    if title == end:
        return label(tokens, begin, head)
    return _person_or_thing(tokens, begin, run, title, head)


def _has_of(tokens: Sequence[Token], run: int, end: int) -> bool:
    return any(token.text.lower() in ("of", "for") for token in tokens[run:end])


def _title_end(tokens: Sequence[Token], run: int, end: int) -> int:
    """Index after the last title or form of address in a run; ``run`` where there is none."""
    after = run
    for index in range(run, end):
        word = tokens[index].text.lower().rstrip(".")
        known = noun(word) or noun_in(tokens[index])
        titled = word in HONORIFICS or (known is not None and known.kind == "person")
        if titled and not (index > run and _may_be_surname(tokens, run, index, end)):
            after = index + 1
    return after


def _may_be_surname(tokens: Sequence[Token], run: int, index: int, end: int) -> bool:
    """ "Baker" in "James Baker" or "Mr Baker", but not in "Foreign Minister"."""
    before = tokens[index - 1].text
    return index + 1 == end and (before.lower().rstrip(".") in HONORIFICS or is_given(before) or len(before) == 2)


def _body(tokens: Sequence[Token], begin: int, run: int, head: int) -> Phrase:
    name = tuple(token.text for token in tokens[run : head + 1])
    noun_at = run if _has_of(tokens, run, head) and (first := noun_in(tokens[run])) and first.kind != "person" else head
    role = tokens[noun_at].text.lower()
    known = noun(role)
    return Phrase(
        run if tokens[begin].text.lower() not in ("the",) else begin, head + 1, head, EntityKind.GROUP, True, name, "",
        role, (known.sense if known else "") or role, frozenset(), frozenset(),
        country_in(tokens, begin, head), "",
        determiner_of(tokens, begin), False, "", MentionForm.NAME,
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
        determiner_of(tokens, begin), people, "", MentionForm.NAME,
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
    sense = sense_of(tokens, role, title - 1 if tokens[title - 1].text.lower() == role else run - 1)
    kind, sure = kind_of_name(tokens, head, name, bool(honorifics or role))
    plain = not role and begin != run and all(token.pos == "DET" for token in tokens[begin:run])
    first = begin if role or honorifics or plain or begin == run else run
    lower = bool(role) and any(token.text.islower() for token in tokens[begin:run] if token.pos in HARD)
    return Phrase(
        first, end, head, kind, sure, name, honorifics[-1] if honorifics else "", role,
        sense, ranks_in(tokens, begin, title),
        modifiers_in(tokens, first, start, role) if role else frozenset(),
        country_in(tokens, first, start - 1) or country_after(tokens, end), "",
        determiner_of(tokens, begin), False, gender, MentionForm.LABEL if lower else MentionForm.NAME,
    )  # fmt: skip


def _role_before(tokens: Sequence[Token], begin: int, run: int, title: int) -> str:
    for index in range(title - 1, run - 1, -1):
        known = noun(tokens[index].text.lower().rstrip("."))
        if known is not None and known.kind == "person" and tokens[index].text.lower().rstrip(".") not in HONORIFICS:
            return role_of(tokens[index].text.lower().rstrip("."))
    if run > begin:
        known = noun_in(tokens[run - 1])
        if known is not None and known.kind == "person" and tokens[run - 1].text.islower():
            return role_of(tokens[run - 1].lemma)
        if is_epithet_before(tokens, run - 1):
            return tokens[run - 1].lemma
    return ""
