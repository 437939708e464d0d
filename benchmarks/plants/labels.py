"""A label swapped: a description of a person or group, in the outlet's own voice, gives way to one of another colour.

Shown is it where the ladder of names gives the new label for the changed article, under the person or group whom the
old label stands for in the untouched one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from analysis.model import Span, Voice
from analysis.names import ladder
from analysis.samples import SampleStory
from benchmarks.plants.base import Plant, Shown, answers, is_own

KIND = "a label swapped"
COLOURED = {
    "person": ("firebrand", "ringleader", "strongman", "loudmouth", "crusader", "hothead"),
    "people": ("rioters", "troublemakers", "thugs", "heroes", "radicals", "zealots"),
    "body": ("regime", "cartel", "clique", "lobby", "outfit", "dynasty"),
}
"""Labels of the sorts that no style guide calls plain; the stories' own are drawn from as well."""
_DETERMINER = re.compile(
    r"(?:(?:both|either|the|an?|my|its|his|her|their|our|some|several|two|three|four|six|fourteen|\d[\d,]*)\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:of|from|with|in|at|on|to|for|who|whose|which|that|seen)\b|,")
_BEGUN = re.compile(r"(?:^|[.?!:\n—])[\s“”‘’\"']*\Z")
_CLAUSES = ("who", "whose", "which", "those", "that")
_PLURALS = ("people", "men", "women", "children", "police")
_MOST_WORDS, _SEVERAL = 3, 2


def plants(story: SampleStory) -> Iterator[Plant]:
    """Every label of the key that is no name and stands in own voice, its noun exchanged for another that fits it."""
    keys = answers(story)
    labels = [label for answer in keys for label in answer["labels"]]
    for number, answer in enumerate(keys):
        text = story.articles[number].text
        for label in answer["labels"]:
            old = _noun(label)
            start = label["start"] + label["text"].lower().index(old)
            span, sort = Span(start, start + len(old)), _sort(label["entity"], old, labels)
            inside = label["text"][0].isupper() and not _BEGUN.search(text[: label["start"]])
            if label["field"] != "text" or not old or not sort or inside or not is_own(answer, span):
                continue
            news = [new for new in _pool(label["entity"], sort, labels) if new != old]
            new = Random(f"{story.slug} {number} {span.start}").choice(news)
            written = new.capitalize() if text[start].isupper() else new
            yield Plant(KIND, story.slug, number, *_with_article(text, span, written), {"label": new, "noun": span})


def is_shown(shown: Shown) -> bool:
    """Whether the ladder that has the old label of the untouched article has the new one for the changed article."""
    for entity in shown.comparison.entities:
        held = (naming for naming in entity.namings if naming.article == shown.original and naming.field == "text")
        if any(shown.plant.about["noun"].overlaps(Span(naming.start, naming.end)) for naming in held):
            return any(
                shown.plant.about["label"] in rung.label.lower() and rung.count(shown.changed, Voice.OWN)
                for rung in ladder(entity)
            )
    return False


def is_told(shown: Shown) -> bool:
    """Whether a finding on names has the new label among its passages."""
    noun = shown.plant.about["noun"]
    place = Span(noun.start, noun.start + len(shown.plant.about["label"]))
    return any(
        mark.article == shown.changed and mark.field == "text" and place.overlaps(Span(mark.start, mark.end))
        for finding in shown.comparison.findings
        if finding.kind == "names"
        for mark in finding.evidence
    )


def _sort(who: str, noun: str, labels: Sequence[Mapping[str, Any]]) -> str:
    """What sort of label a noun is: of people where it is a plural, of a person where the key has a name of two words,
    of a body ("the court") where the key has several labels for it; "" for anything else."""
    words = who.split()
    if noun and _is_plural(noun.split()[-1]):
        return "people"
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return "person"
    return "body" if words[0] == "the" and sum(label["entity"] == who for label in labels) > _SEVERAL else ""


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))


def _noun(label: Mapping[str, Any]) -> str:
    """The label without its determiner and what follows its noun; "" where it is a name, a clause or many words."""
    found = _DETERMINER.match(label["text"])
    rest = label["text"][found.end() :] if found else label["text"]
    noun = _TAIL.split(rest, maxsplit=1)[0]
    named = any(word[0].isupper() and word in label["entity"].split() for word in noun.split())
    if named or not noun or len(noun.split()) > _MOST_WORDS or noun.split()[0].lower() in _CLAUSES:
        return ""
    plain = noun if found else noun[0].lower() + noun[1:]
    return plain if plain == plain.lower() else ""


def _pool(who: str, sort: str, labels: Sequence[Mapping[str, Any]]) -> list[str]:
    """What other outlets call them, and the labels of the sort."""
    theirs = {_noun(label) for label in labels if label["entity"] == who}
    return [*sorted(each for each in theirs if each and _sort(who, each, labels) == sort), *COLOURED[sort]]


def _with_article(text: str, noun: Span, new: str) -> tuple[Span, str]:
    """Where the new noun goes and how it is written: "an" before it becomes "a", and the other way round."""
    article = re.search(r"\b(a)n? \Z", text[: noun.start], re.IGNORECASE)
    if article is None:
        return noun, new
    return Span(article.start(), noun.end), f"{article[1]}{'n' if new[0] in 'aeiou' else ''} {new}"
