"""The ladder of labels for one entity: which words each article uses for it, how often, and in whose voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.model import Entity, MentionForm, Naming, Voice


@dataclass(frozen=True, slots=True)
class Rung:
    """One label. ``counts`` is article id -> voice -> number; ``namings`` are the passages, article by article."""

    label: str
    form: MentionForm
    guides: str
    counts: Mapping[str, Mapping[Voice, int]]
    namings: tuple[Naming, ...]

    @property
    def total(self) -> int:
        return len(self.namings)

    def count(self, article: str, voice: Voice | None = None) -> int:
        """Uses of the label in ``article``, in ``voice`` (None: any)."""
        by_voice = self.counts.get(article, {})
        return sum(by_voice.values()) if voice is None else by_voice.get(voice, 0)


def ladder(entity: Entity) -> tuple[Rung, ...]:
    """The labels of ``entity``, the most frequent first; pronouns are none.

    Labels that differ in case only are one, and so are a bare singular and plural of one word ("resident",
    "residents"); the form used most often is shown.
    """
    rungs: dict[str, list[Naming]] = defaultdict(list)
    for naming in entity.namings:
        if naming.form is not MentionForm.PRONOUN:
            rungs[_key(naming.label)].append(naming)
    found = [_rung(namings) for namings in rungs.values()]
    return tuple(sorted(found, key=lambda rung: (-rung.total, rung.label.casefold())))


def _key(label: str) -> str:
    words = label.casefold().replace("’", "'").split()
    if len(words) == 1 and len(words[0]) > 3 and words[0].endswith("s") and not words[0].endswith(("ss", "us", "is")):
        return words[0][:-1]
    return " ".join(words)


def _rung(namings: list[Naming]) -> Rung:
    labels = Counter(naming.label for naming in namings)
    counts: dict[str, Counter[Voice]] = {}
    for naming in namings:
        counts.setdefault(naming.article, Counter())[naming.voice] += 1
    label = min(labels, key=lambda each: (-labels[each], sum(map(str.isupper, each)), each))
    return Rung(label, namings[0].form, namings[0].guides, counts, tuple(namings))
