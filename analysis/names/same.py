"""Labels of groups and bodies that stand for the same actor although they share no word.

An *apposition*: "only members of the scheme, some 38,000 households, will get it back" names the same people twice. An
*institution told by those who sit in it*: "the judges" and "the bench" are the court that the story is about, and "her
chamber" is where the owner is a judge. The other rules have a module each: what is counted alike (``counted``), who
does the same to the same (``predicates``), who is told by the same clause (``clauses``) or by noun and place
(``origins``), what somebody is called (``calling``), and the body that somebody leads (``leaders``).

Names decide before all this: an actor that has one is never joined to another that has one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set

from analysis.model import AnnotatedArticle, AnnotatedField, Entity, EntityKind, MentionForm, Naming
from analysis.names.calling import called
from analysis.names.clauses import told_alike
from analysis.names.counted import count_in, counted_alike, counted_doers
from analysis.names.drafts import Drafts
from analysis.names.headlines import cut_sources
from analysis.names.labels import Label, Labels, Where
from analysis.names.leaders import led
from analysis.names.origins import from_one_place
from analysis.names.owners import Owners, same_owned
from analysis.names.predicates import clauses, same_doers, same_others

_PARTS = frozenset({"group", "crowd", "band", "gang", "mob", "bunch", "handful"})
_FAR = 40
"""Words between a noun and what stands in apposition to it, and words of that, at most."""
_COURT = frozenset({"court", "judges", "bench", "tribunal", "magistrates"})
"""Labels of a court without another word; "bench" where it does something, as courts do."""
_CHAMBERS = frozenset({"chamber", "panel"})
_JUDGES = frozenset({"judge", "justice", "magistrate"})
"""Words by which the owner of a chamber or panel is known for a judge."""
_ACTS = frozenset({"nsubj", "pobj"})
_TWICE = 2
"""So many times as many articles must name it first, of several courts."""


def with_same(event: Sequence[AnnotatedArticle], drafts: Sequence[Entity]) -> list[Entity]:
    """``drafts`` with those joined that stand for the same people or body; each naming still stands in one of them."""
    found = Drafts(event, drafts)
    counted_alike(found)
    labels = Labels(event, tuple(found))
    owners, done = Owners(labels), clauses(labels)
    pairs = (*_apposed(labels), *_courts(labels), *same_doers(labels, done), *same_owned(labels, owners, done))
    for one, other in pairs:
        found.join(one, other)
    alike, new = told_alike(labels)
    cut, left = cut_sources(labels)
    others, labelled = same_others(labels, done)
    moves = {**counted_doers(labels, done), **alike, **called(labels), **_parts(labels), **cut, **others}
    found.move({**moves, **led(labels, owners, found)}, {**new, **left, **labelled})
    found.move(from_one_place(Labels(event, tuple(found))))
    return list(found)


def _parts(labels: Labels) -> dict[Naming, int]:
    """ "A group of agitators" names them twice: the single label inside stands for the group."""
    moves = {}
    for label in labels.told():
        if labels.lemma(label) in _PARTS and label.draft not in labels.named:
            tree = labels.trees[label.where]
            of = next((each for each in tree.children[label.head] if tree.tokens[each].text == "of"), None)
            inner = None if of is None else labels.at(label.where, tree.child(of, "pobj"))
            alone = inner is not None and len(labels.drafts[inner.draft].namings) == 1
            if inner is not None and alone and labels.kind(inner) is EntityKind.GROUP and not _is_name(inner):
                moves[inner.naming] = label.draft
    return moves


def _is_name(label: Label) -> bool:
    return label.naming.form is MentionForm.NAME


def _apposed(labels: Labels) -> Iterator[tuple[int, int]]:
    """(group, group that stands in apposition to it with a count)."""
    groups: dict[Where, dict[int, Label]] = defaultdict(dict)
    for label in labels.told():
        if not _is_name(label) and labels.kind(label) is EntityKind.GROUP:
            groups[label.where][label.head] = label
    for where, heads in groups.items():
        field = labels.fields[where]
        for label in heads.values():
            above = heads.get(field.tokens[label.head].head)
            counted = above is not None and count_in(field.text[label.naming.start : label.naming.end]) is not None
            if above is not None and counted and _is_apposed(field, label.head, label.first):
                yield above.draft, label.draft


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


def _courts(labels: Labels) -> Iterator[tuple[int, int]]:
    """(the court of the story, what stands for it without a name)."""
    drafts, bare = labels.drafts, _bare_courts(labels)
    named = [number for number in sorted(labels.named) if _is_named_court(drafts[number])]
    home = _first_named(drafts, named) if named else max(bare, key=lambda at: len(drafts[at].namings), default=None)
    if home is not None:
        yield from ((home, number) for number in bare if number != home)


def _is_named_court(draft: Entity) -> bool:
    words = draft.name.lower().split()
    return draft.kind is EntityKind.GROUP and bool(_COURT & set(words))


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


def _bare_courts(labels: Labels) -> list[int]:
    """Drafts without a name of which every label is one of the bare words, in the text."""
    judges = {each.draft for each in labels.told() if _JUDGES & set(each.naming.label.lower().split())}
    bare: dict[int, bool] = {}
    for label in labels.told():
        bare[label.draft] = bare.get(label.draft, True) and _is_bare(labels, label, judges)
    return sorted(number for number, all_bare in bare.items() if all_bare and number not in labels.named)


def _is_bare(labels: Labels, label: Label, judges: Set[int]) -> bool:
    words = label.naming.label.lower()
    if words in _CHAMBERS:
        owner = labels.at(label.where, label.first)
        return owner is not None and owner.is_pronoun and owner.draft in judges
    return words in _COURT and (words != "bench" or labels.fields[label.where].tokens[label.last - 1].dep in _ACTS)
