"""Groups that outlets count alike are the same people, whatever each calls them.

"120 passengers" and "120 people" on one event are the same, as two groups are seldom of the same size; small and round
counts say less, so of those below ``_MANY`` only groups are taken that are said to have done the same: "fourteen
trawlers blocked the harbour" and "angry skippers in 14 trawlers sealed off the harbour".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from analysis.details import details
from analysis.model import EntityKind, MentionForm, Naming
from analysis.names.drafts import Drafts, is_named
from analysis.names.labels import Label, Labels
from analysis.names.predicates import Clause
from analysis.phrasing import stem

_MANY = 20
"""Of fewer people there may be two groups ("two people", "ten firms")."""
_FEW = 3
"""Fewer doers than these are not known again by their number."""
_YEARS = range(1900, 2101)
_LARGE, _ROUND = 100, 5
"""A count from here on, or one that is no multiple, hardly stands for two groups on one event."""
_GENERAL = frozenset({"peopl", "person", "other"})
_AFTER = re.compile(r",|\b(?:of|in|on|at|aboard|with|from|who|that|which)\b")
"""Where a noun phrase goes on after its noun."""
_LONGEST = 200
"""Characters of a label that are looked at."""
_FURTHER = frozenset({"another", "other", "others", "further", "additional", "remaining"})
"""Words of a label by which the people are not those that the same figure counts elsewhere."""
_ABOARD = frozenset({"in", "on", "aboard", "with"})
"""Prepositions before the vessels or vehicles of those who act."""
_MOST = 200
"""Clauses whose doers are counted alike that are held against each other."""

Counted = tuple[Clause, Label]
"""A clause, and the counted label in it that acts or that those who act are aboard."""


def counted_alike(drafts: Drafts) -> None:
    """Brings groups of people without a name that are told by one count together, label by label where a group is told
    by several counts ("2,600 drivers", "38,000 drivers")."""
    told: dict[float, list[tuple[int, Naming]]] = defaultdict(list)
    counts: dict[int, set[float | None]] = defaultdict(set)
    for number, draft in enumerate(drafts):
        for naming in draft.namings if draft.kind is EntityKind.GROUP and not is_named(draft) else ():
            if naming.form is MentionForm.LABEL:
                count = count_in(naming.label)
                counts[number].add(count)
                if count is not None:
                    told[count].append((number, naming))
    moves: dict[Naming, int] = {}
    for places in _same_people(told):
        sizes = Counter(number for number, _ in places)
        home = max(sizes, key=lambda number: (len(counts[number]) == 1, sizes[number], -number))
        for number, naming in places:
            if len(counts[number]) == 1:
                drafts.join(home, number)
            elif number != home:
                moves[naming] = home
    drafts.move(moves)


def _same_people(told: Mapping[float, Sequence[tuple[int, Naming]]]) -> Iterator[Sequence[tuple[int, Naming]]]:
    """Namings of one count that may be the same people: whatever the noun where the figure is an odd one or large; else
    those of one noun, as "25 police officers" and "25 protesters" are easily met on one event, and always so where one
    article has two nouns for the count."""
    for count, places in told.items():
        nouns = {naming: _noun(naming.label) for _, naming in places}
        by_article: dict[str, set[str]] = defaultdict(set)
        for naming, noun in nouns.items():
            by_article[naming.article].add(noun)
        if _is_telling(count) and all(len(each - _GENERAL) < 2 for each in by_article.values()):
            yield places
            continue
        for noun in dict.fromkeys(nouns.values()):
            yield [(number, naming) for number, naming in places if nouns[naming] == noun]


def _is_telling(count: float) -> bool:
    return count >= _LARGE or count % _ROUND != 0


def _noun(label: str) -> str:
    """The stem of the noun that is counted: of "14 angry skippers in trawlers" that of "skippers"."""
    words = _AFTER.split(label[:_LONGEST].lower())[0].split()
    return stem(words[-1]) if words else ""


def count_in(label: str, fewest: int = _MANY) -> float | None:
    """How many a label counts; None where it counts none, fewer than ``fewest``, others besides, or may be a year."""
    if _FURTHER & set(label.lower().split()):
        return None
    found = [each for each in details(label[:_LONGEST]) if each.kind == "count" and each.noun]
    if len(found) != 1 or found[0].value < fewest:
        return None
    return None if found[0].value in _YEARS and "," not in label else found[0].value


def counted_doers(labels: Labels, done: Iterable[Clause]) -> dict[Naming, int]:
    """Single labels of those who did, counted alike, what a group without a name did -> the draft of that group."""
    by_count: dict[float, list[Counted]] = defaultdict(list)
    for clause in done:
        for count, label in _counts(labels, clause):
            by_count[count].append((clause, label))
    moves: dict[Naming, int] = {}
    for alike in by_count.values():
        moves.update(_moves(labels, alike[:_MOST]))
    return moves


def _moves(labels: Labels, alike: Sequence[Counted]) -> Iterator[tuple[Naming, int]]:
    for group, _ in alike:
        if labels.kind(group.doer) is not EntityKind.GROUP or _is_named(labels, group.doer):
            continue
        for clause, label in alike:
            if clause.where[0] != group.where[0] and group.likely_same(clause) and not _is_named(labels, label):
                yield label.naming, group.doer.draft


def _is_named(labels: Labels, label: Label) -> bool:
    return label.naming.form is MentionForm.NAME or label.draft in labels.named


def _counts(labels: Labels, clause: Clause) -> Iterator[tuple[float, Label]]:
    """The count of those who act, or of what they are in."""
    tree = labels.trees[clause.where]
    within = [
        labels.at(clause.where, tree.child(child, "pobj"))
        for child in tree.children[clause.doer.head]
        if tree.tokens[child].text.lower() in _ABOARD
    ]
    for label in (clause.doer, *within):
        if label is not None and not label.is_pronoun:
            count = count_in(_counted(labels, label), _FEW)
            if count is not None:
                yield count, label


def _counted(labels: Labels, label: Label) -> str:
    """The text of a label, with a number right before it that the parse hung elsewhere ("at nine o'clock 14 boats")."""
    field = labels.fields[label.where]
    number = label.first > 0 and field.tokens[label.first - 1].pos == "NUM"
    return field.text[field.tokens[label.first - number].start : label.naming.end]
