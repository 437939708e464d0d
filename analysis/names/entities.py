"""The people, groups and countries of one event, each with all its namings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.annotation.people import words_of
from analysis.model import (
    AnnotatedArticle,
    AnnotatedField,
    Correction,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Naming,
    Span,
    Voice,
)
from analysis.names.guides import guides_of, is_loaded
from analysis.names.linking import Actor, actors_of
from analysis.names.parallel import with_parallels
from analysis.names.same import with_same

_LEADING = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "that", "these",
                      "those"})  # fmt: skip
_PAIR = "both sides"
"""The even name of two parties, whatever each outlet calls them ("the two gangs", "both governments")."""
_MARKS = "“”‘’\"'«»[](),;: "


def entities(event: Sequence[AnnotatedArticle], corrections: Sequence[Correction] = ()) -> tuple[Entity, ...]:
    """The actors and recurring matters of ``event``, tied together over its articles.

    Those named by most articles come first, then those with most mentions; matters come after actors. A matter
    mentioned once is none, nor is a country that no article names ("our nation"); "the state" may be one.

    Corrections of kind ``link`` move single mentions to another entity, or to none.
    """
    event = sorted(event, key=lambda article: article.id)  # in whatever order they are given, links are the same
    actors = actors_of(event)
    namings = _namings(event, actors)
    drafts = [
        Entity("", _name(event, actor, namings[at]), _kind(event, actor), tuple(namings[at]))
        for at, actor in enumerate(actors)
    ]
    links = [each for each in corrections if each.kind == "link"]
    drafts = _relinked(event, with_same(event, with_parallels(event, drafts)), links)
    by_hand = {each.entity.casefold() for each in links}
    kept = [draft for draft in drafts if _is_kept(draft) or (draft.namings and draft.name.casefold() in by_hand)]
    kept.sort(key=_rank)
    return _with_ids(kept)


def label_of(text: str) -> str:
    """A mention as it is counted: one line, without leading article or possessive, without a trailing "'s"."""
    words = text.split()
    plain = " ".join(words)
    while words and (words[0].lstrip(_MARKS).lower() in _LEADING or not words[0].strip(_MARKS)):
        words.pop(0)
    label = " ".join(words).lstrip("“”‘’\"'«[(")
    for ending in ("’s", "'s"):
        label = label.removesuffix(ending)
    return label.rstrip("“”‘’\"'»,;: ") or plain


def _namings(event: Sequence[AnnotatedArticle], actors: Sequence[Actor]) -> dict[int, list[Naming]]:
    owner = {chain: at for at, actor in enumerate(actors) for chain in actor.chains}
    found: dict[int, list[Naming]] = defaultdict(list)
    for position, article in enumerate(event):
        for annotated in article.fields():
            for mention, voice in _voiced(annotated):
                at = owner.get((position, mention.chain))
                if at is not None:
                    found[at].append(_naming(article, annotated, mention, voice))
    return found


def _voiced(annotated: AnnotatedField) -> Iterator[tuple[Mention, Voice]]:
    """Mentions with the voice of their first token."""
    position, tokens = 0, annotated.tokens
    for mention in annotated.mentions:
        while position < len(tokens) and tokens[position].end <= mention.start:
            position += 1
        yield mention, tokens[position].voice if position < len(tokens) else Voice.OWN


def _naming(article: AnnotatedArticle, annotated: AnnotatedField, mention: Mention, voice: Voice) -> Naming:
    label = label_of(annotated.text[mention.start : mention.end])
    guides = guides_of(label) if mention.form is not MentionForm.PRONOUN else ""
    return Naming(article.id, annotated.name, mention.start, mention.end, label, mention.form, voice, guides)


def _name(event: Sequence[AnnotatedArticle], actor: Actor, namings: Sequence[Naming]) -> str:
    """The name that most articles give in full; where none gives one, the most frequent label that is even-handed."""
    full = actor.profile.full
    proper = Counter(
        event[position].chains[number].name for position, number in actor.chains if position in actor.named_in
    )
    fitting = [name for name in proper if words_of(tuple(name.split())) == full] or list(proper)
    if full and fitting:
        return max(fitting, key=lambda name: (proper[name], not name.isupper(), name))
    if actor.profile.roles and all(role.sense == "side" for role in actor.profile.roles):
        return _PAIR
    told = [each for each in namings if each.form is not MentionForm.PRONOUN]
    labels, guides = Counter(each.label for each in told), {each.label: each.guides for each in told}
    uneven = {label: bool(guides[label]) or is_loaded(label) for label in labels}
    return min(labels, key=lambda label: (uneven[label], -labels[label], len(label), label), default="")


def _kind(event: Sequence[AnnotatedArticle], actor: Actor) -> EntityKind:
    if actor.profile.sure or actor.profile.kinds:
        return actor.profile.kind
    position, number = actor.chains[0]
    return event[position].chains[number].kind


def _relinked(
    event: Sequence[AnnotatedArticle], drafts: list[Entity], corrections: Sequence[Correction]
) -> list[Entity]:
    for correction in corrections:
        place = Span(correction.start, correction.end)
        moved: list[Naming] = []
        kind = EntityKind.OTHER
        for at, draft in enumerate(drafts):
            hit = [each for each in draft.namings if _is_at(each, correction, place)]
            if hit:
                moved += hit
                kind = draft.kind
                drafts[at] = replace(draft, namings=tuple(each for each in draft.namings if each not in hit))
        if correction.entity:
            _attach(drafts, correction.entity, kind, moved or _marked(event, correction))
    return drafts


def _is_at(naming: Naming, correction: Correction, place: Span) -> bool:
    return (naming.article, naming.field, naming.start, naming.end) == (correction.article, correction.field, *place)


def _marked(event: Sequence[AnnotatedArticle], correction: Correction) -> list[Naming]:
    """A mention that only the reader saw."""
    for article in event:
        for annotated in article.fields():
            if article.id == correction.article and annotated.name == correction.field:
                mention = Mention(correction.start, correction.end, -1, MentionForm.LABEL)
                voices = [token.voice for token in annotated.tokens if token.end > correction.start]
                return [_naming(article, annotated, mention, voices[0] if voices else Voice.OWN)]
    return []


def _attach(drafts: list[Entity], name: str, kind: EntityKind, namings: list[Naming]) -> None:
    if not namings:
        return
    for at, draft in enumerate(drafts):
        if draft.name.casefold() == name.casefold():
            drafts[at] = replace(draft, namings=(*draft.namings, *namings))
            return
    drafts.append(Entity("", name, kind, tuple(namings)))


def _is_kept(entity: Entity) -> bool:
    told = [each for each in entity.namings if each.form is not MentionForm.PRONOUN]
    unnamed = entity.kind is EntityKind.COUNTRY and all(each.form is MentionForm.LABEL for each in told)
    if unnamed and any(each.label.lower().endswith(("country", "nation")) for each in told):
        return False
    return len(told) > 1 or (bool(told) and entity.kind is not EntityKind.OTHER and not unnamed)


def _rank(entity: Entity) -> tuple[bool, int, int, str]:
    told = [each for each in entity.namings if each.form is not MentionForm.PRONOUN]
    return (
        entity.kind is EntityKind.OTHER,
        -len({each.article for each in told}),
        -len(told),
        entity.name,
    )


def _with_ids(drafts: Sequence[Entity]) -> tuple[Entity, ...]:
    seen: Counter[str] = Counter()
    found = []
    for draft in drafts:
        slug = _slug(draft.name)
        seen[slug] += 1
        found.append(replace(draft, id=slug if seen[slug] == 1 else f"{slug}~{seen[slug]}"))
    return tuple(found)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
