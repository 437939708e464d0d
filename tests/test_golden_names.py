"""Golden test: who is named, against the answer keys of the sample stories.

Each person or group of the key is taken for the entity that shares most labels with it, so a split chain counts as
labels missed; a label found under an entity that stands for somebody else is a false link.
"""

from collections import Counter

import pytest

from analysis import samples
from analysis.annotation import annotate
from analysis.model import MentionForm, Span
from analysis.names import entities

FLOOR = 0.9
FALSE_LINKS = 0.05
"""Largest share of the key's labels that are linked to somebody else."""


@pytest.fixture(scope="module", params=samples.stories(), ids=lambda story: story.slug)
def linked(request):
    """For every label of the key: (who it stands for, the passage, ids of the entities that a naming there has)."""
    story = request.param
    event = [annotate(article) for article in story.articles]
    namings = {}
    for entity in entities(event):
        for naming in entity.namings:
            if naming.form is not MentionForm.PRONOUN:
                place = namings.setdefault((naming.article, naming.field), [])
                place.append((Span(naming.start, naming.end), entity.id))
    found = []
    for article, answers in zip(story.articles, samples.key(story.slug)["articles"], strict=True):
        for label in answers["labels"]:
            span = Span(label["start"], label["end"])
            near = namings.get((article.id, label["field"]), [])
            held = {identifier for place, identifier in near if alike(place, span)}
            found.append((label["entity"], f"{answers['outlet']}: {label['text']}", held))
    return found


def alike(one, other):
    """Whether two stretches are the same phrase: most of their characters in common, or they begin alike.

    "director" stands for "director of the line"; "Dorvany" inside "volunteers from Dorvany" is another name.
    """
    shared = min(one.end, other.end) - max(one.start, other.start)
    lengths = one.end - one.start + other.end - other.start
    return shared > 0 and (4 * shared >= lengths or one.start == other.start)


def stands_for(linked):
    """Who of the key -> the entity that shares most labels with them."""
    shared = {}
    for who, _, held in linked:
        shared.setdefault(who, Counter()).update(held)
    return {who: counts.most_common(1)[0][0] for who, counts in shared.items() if counts}


def test_labels_are_found_and_linked(linked):
    entity = stands_for(linked)
    missed = [f"{passage} ({who})" for who, passage, held in linked if entity.get(who) not in held]
    print(f"labels: {len(linked) - len(missed)} of {len(linked)}", *missed, sep="\n  ")
    assert len(missed) <= (1 - FLOOR) * len(linked)


def test_few_labels_are_linked_to_somebody_else(linked):
    entity = stands_for(linked)
    others = {identifier: who for who, identifier in entity.items()}
    false = [
        f"{passage} ({who}) is linked to {others[identifier]}"
        for who, passage, held in linked
        for identifier in held
        if identifier in others and others[identifier] != who and entity.get(who) not in held
    ]
    print(f"false links: {len(false)} of {len(linked)}", *false, sep="\n  ")
    assert len(false) <= FALSE_LINKS * len(linked)
