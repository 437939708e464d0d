"""Labels of groups and bodies that stand for the same actor although they share no word.

Three things tell so. An *apposition*: "only members of the scheme, some 38,000 households, will get it back" names the
same people twice. A *count*: "120 passengers" and "120 people" of two outlets on one event are the same people, as two
groups are seldom of the same size; small and round counts say less, so only those from ``_MANY`` on are taken. And an
*institution told by those who sit in it*: "the judges" and "the bench" are the court that the story is about.

Names decide before all this: an actor that has one is never joined to another that has one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.details import details
from analysis.model import AnnotatedArticle, AnnotatedField, Entity, EntityKind, FieldName, MentionForm, Naming, Span
from analysis.names.predicates import same_doers

_MANY = 20
"""Of fewer people there may be two groups ("two people", "ten firms")."""
_YEARS = range(1900, 2101)
_FAR = 40
"""Words between a noun and what stands in apposition to it, and words of that, at most."""
_LONGEST = 200
"""Characters of a label that are looked at."""
_FURTHER = frozenset({"another", "other", "others", "further", "additional", "remaining"})
"""Words of a label by which the people are not those that the same figure counts elsewhere."""
_COURT = frozenset({"court", "judges", "bench", "tribunal", "magistrates"})
"""Labels of a court without another word; "bench" where it does something, as courts do."""
_ACTS = frozenset({"nsubj", "pobj"})
_TWICE = 2
"""So many times as many articles must name it first, of several courts."""

_Fields = Mapping[tuple[str, FieldName], AnnotatedField]


def with_same(event: Sequence[AnnotatedArticle], drafts: Sequence[Entity]) -> list[Entity]:
    """``drafts`` with those joined that stand for the same people or body; each naming still stands in one of them."""
    fields = {(article.id, field.name): field for article in event for field in article.fields()}
    found = list(drafts)
    _with_counts(event, found)
    for one, other in [*_apposed(fields, found), *_courts(fields, found), *same_doers(event, found)]:
        _join(event, found, one, other)
    return found


def _join(event: Sequence[AnnotatedArticle], drafts: list[Entity], one: int, other: int) -> None:
    """Put the namings of the second draft into the first, unless one of them is empty by now or both have names."""
    kept, lost = drafts[one], drafts[other]
    if one == other or not kept.namings or not lost.namings or (_is_named(kept) and _is_named(lost)):
        return
    if _is_named(lost):
        one, other, kept, lost = other, one, lost, kept
    drafts[one] = replace(kept, namings=_in_order(event, (*kept.namings, *lost.namings)))
    drafts[other] = replace(lost, namings=())


def _move(event: Sequence[AnnotatedArticle], drafts: list[Entity], moves: Mapping[Naming, int]) -> None:
    """Takes single namings to other drafts (by number)."""
    come: dict[int, list[Naming]] = defaultdict(list)
    for naming, target in moves.items():
        come[target].append(naming)
    for number, draft in enumerate(drafts if moves else ()):
        left = [each for each in draft.namings if each not in moves]
        if len(left) < len(draft.namings) or number in come:
            drafts[number] = replace(draft, namings=_in_order(event, (*left, *come[number])))


def _in_order(event: Sequence[AnnotatedArticle], namings: Sequence[Naming]) -> tuple[Naming, ...]:
    places = {article.id: number for number, article in enumerate(event)}
    return tuple(sorted(namings, key=lambda each: (places[each.article], each.field != "title", each.start)))


def _is_named(draft: Entity) -> bool:
    return any(naming.form is MentionForm.NAME for naming in draft.namings)


def _apposed(fields: _Fields, drafts: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """(group, group that stands in apposition to it with a count)."""
    near: dict[tuple[str, FieldName], list[tuple[int, int, int]]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for naming in draft.namings if draft.kind is EntityKind.GROUP else ():
            if naming.form is MentionForm.LABEL:
                near[naming.article, naming.field].append((naming.start, naming.end, number))
    for place, spans in near.items():
        field = fields[place]
        starts = [token.start for token in field.tokens]
        heads = {_head(field, starts, Span(start, end)): number for start, end, number in spans}
        for start, end, number in spans:
            if _count(field.text[start:end]) is not None:
                at = _head(field, starts, Span(start, end))
                if _is_apposed(field, at, bisect_left(starts, start)) and field.tokens[at].head in heads:
                    yield heads[field.tokens[at].head], number


def _is_apposed(field: AnnotatedField, head: int, first: int) -> bool:
    """Whether the phrase with ``head`` stands in apposition: between a comma and another mark, not in a list. Parsers
    take one for the other."""
    token = field.tokens[head]
    if abs(head - token.head) > _FAR:
        return False
    listed = any(each.dep == "cc" and each.head == token.head for each in field.tokens[token.head : head])
    last = head
    while last + 1 < min(len(field.tokens), head + _FAR) and first <= field.tokens[last + 1].head <= last:
        last += 1
    behind = field.tokens[last + 1] if last + 1 < len(field.tokens) else None
    closed = behind is None or behind.pos == "PUNCT" if token.dep == "appos" else behind and behind.text == ","
    opened = first > 0 and field.tokens[first - 1].text == ","
    return token.dep in ("appos", "conj") and opened and bool(closed) and not listed


def _head(field: AnnotatedField, starts: Sequence[int], span: Span) -> int:
    """The token of a mention that hangs on a word outside it."""
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    inside = range(first, max(first + 1, last))
    return next((at for at in inside if field.tokens[at].head not in inside or field.tokens[at].head == at), first)


def _with_counts(event: Sequence[AnnotatedArticle], drafts: list[Entity]) -> None:
    """Brings groups of people without a name that are told by one count together, label by label where a group is told
    by several counts ("2,600 drivers", "38,000 drivers")."""
    told: dict[float, list[tuple[int, Naming]]] = defaultdict(list)
    counts: dict[int, set[float | None]] = defaultdict(set)
    for number, draft in enumerate(drafts):
        for naming in draft.namings if draft.kind is EntityKind.GROUP and not _is_named(draft) else ():
            if naming.form is MentionForm.LABEL:
                count = _count(naming.label)
                counts[number].add(count)
                if count is not None:
                    told[count].append((number, naming))
    moves: dict[Naming, int] = {}
    for places in told.values():
        sizes = Counter(number for number, _ in places)
        home = max(sizes, key=lambda number: (len(counts[number]) == 1, sizes[number], -number))
        for number, naming in places:
            if len(counts[number]) == 1:
                _join(event, drafts, home, number)
            elif number != home:
                moves[naming] = home
    _move(event, drafts, moves)


def _count(label: str) -> float | None:
    if _FURTHER & set(label.lower().split()):
        return None
    found = [each for each in details(label[:_LONGEST]) if each.kind == "count" and each.noun]
    if len(found) != 1 or found[0].value < _MANY:
        return None
    return None if found[0].value in _YEARS and "," not in label else found[0].value


def _courts(fields: _Fields, drafts: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """(the court of the story, what stands for it without a name)."""
    told = [number for number, draft in enumerate(drafts) if _is_court(fields, draft)]
    named = [number for number, draft in enumerate(drafts) if _is_named_court(draft)]
    home = _first_named(drafts, named) if named else max(told, key=lambda at: len(drafts[at].namings), default=None)
    if home is not None:
        yield from ((home, number) for number in told if number != home)


def _is_named_court(draft: Entity) -> bool:
    words = draft.name.lower().split()
    return draft.kind is EntityKind.GROUP and _is_named(draft) and bool(_COURT & set(words))


def _first_named(drafts: Sequence[Entity], named: Sequence[int]) -> int | None:
    """The court that most articles name before any other; None where another one comes near."""
    firsts: dict[str, tuple[int, int]] = {}
    for number in named:
        for naming in drafts[number].namings:
            if naming.form is MentionForm.NAME and naming.field == "text":
                firsts[naming.article] = min(firsts.get(naming.article, (naming.start, number)), (naming.start, number))
    ranks = Counter(number for _, number in firsts.values()).most_common(2)
    if not ranks or (len(ranks) > 1 and ranks[0][1] < _TWICE * ranks[1][1]):
        return None
    return ranks[0][0]


def _is_court(fields: _Fields, draft: Entity) -> bool:
    """A draft without a name of which every label is one of the bare words, in the text."""
    if _is_named(draft):
        return False
    labels = [each for each in draft.namings if each.form is MentionForm.LABEL]
    return bool(labels) and all(_is_bare(fields[each.article, each.field], each) for each in labels)


def _is_bare(field: AnnotatedField, naming: Naming) -> bool:
    label = naming.label.lower()
    if label not in _COURT:
        return False
    token = field.tokens[max(0, bisect_right(field.tokens, naming.end - 1, key=lambda each: each.start) - 1)]
    return label != "bench" or token.dep in _ACTS
