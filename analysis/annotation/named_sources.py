"""The name behind a source phrase, from the mentions of the article.

A source stands for the chain of the name or description in it; a pronoun for the person last named as a source, or
for the one its chain names. A source without a name ("officials", "a spokeswoman") stays without a speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from analysis.annotation.vocabulary import gender_of, noun
from analysis.model import Attribution, Chain, EntityKind, Mention, MentionForm, Span

_PERSONAL_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})
_BODY_PRONOUNS = frozenset({"it", "they"})
_PARTICLES = frozenset({"of", "the", "for", "and", "de", "da", "del", "der", "den", "di", "du", "la", "le", "van",
                        "von", "bin", "ibn", "al", "el"})  # fmt: skip
_BETWEEN = frozenset({
    "of", "for", "the", "or", "in", "at", "to", "from", "with", "on", "about", "against", "by", "like", "behind",
    "under", "near", "around", "outside", "inside", "who", "that", "but", "as", "his", "her", "its", "their", "within",
    "across", "among", "between", "before", "after", "towards", "toward", "over", "including", "named", "called",
    "than", "into", "via", "representing", "supporting", "backing", "opposing", "advising", "also", "not", "only",
    "even", "both", "and",
})  # fmt: skip
"""Words before a name that is not the speaker's, or not that of one alone."""
_LEAD = 5
"""Words before the body that a sentence begins with, at most ("On Friday, Norland ...")."""
_TITLE = 60
"""Characters before a name in which the word before it is found."""
_LONGEST_MENTION = 400
"""Characters before a source in which a mention that reaches into it may start."""


def with_speakers(
    text: str, attributions: Sequence[Attribution], mentions: Sequence[Mention], chains: Sequence[Chain]
) -> tuple[Attribution, ...]:
    """``attributions`` of one field with ``speaker`` filled in where the source holds or stands for a name.

    ``mentions`` are those of the same field, in text order; ``chains`` are the article's.
    """
    reader = _Reader(text, mentions, chains)
    resolved: list[Attribution] = []
    reach = 0
    for attribution in attributions:
        chain = reader.speaker(attribution.source) if attribution.source is not None else None
        spans = [span for span in (attribution.source, attribution.cue, *attribution.content) if span]
        if min((span.start for span in spans), default=0) >= reach:
            reader.hear(attribution, chain)
        reach = max([reach, *(span.end for span in attribution.content)])
        resolved.append(replace(attribution, speaker=None if chain is None else chains[chain].name))
    return tuple(resolved)


class _Reader:
    """Reads the sources of one field in the order of the text, and keeps in mind who spoke last."""

    def __init__(self, text: str, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self._text, self._mentions, self._chains = text, mentions, chains
        self._starts = [mention.start for mention in mentions]
        self._named = frozenset(mention.chain for mention in mentions if mention.form is MentionForm.NAME)
        self._person: int | None = None
        self._body: tuple[int, int] | None = None

    def hear(self, attribution: Attribution, chain: int | None) -> None:
        """Keep in mind who spoke: the last person, and the body where none spoke since."""
        if chain is not None and self._is_person(chain):
            self._person = chain
        if attribution.claim and attribution.source is not None:
            is_body = chain is not None and not self._is_person(chain)
            self._body = (chain, attribution.source.end) if chain is not None and is_body else None

    def speaker(self, source: Span) -> int | None:
        """The chain of whoever speaks, where it has a name."""
        words = self._text[source.start : source.end].lower()
        if words.startswith("neither "):
            return None
        if words in _BODY_PRONOUNS:
            near = self._body is not None and self._is_near(source)
            chain = self._body[0] if self._body is not None and near else self._first_body(source, words)
        else:
            chain = self._of_pronoun(source, words) if words in _PERSONAL_PRONOUNS else self._of_phrase(source)
        if chain is not None and chain not in self._named and not _is_name(self._chains[chain].name):
            return self._named_beside(source)
        return chain

    def _is_near(self, source: Span) -> bool:
        """Did a body speak last, in the same paragraph?"""
        if self._body is None or not 0 <= source.start - self._body[1] <= _LONGEST_MENTION:
            return False
        return "\n" not in self._text[self._body[1] : source.start]

    def _first_body(self, source: Span, word: str) -> int | None:
        """The body or country that the sentence begins with: "Norland freed the pilots whom it had charged with" """
        start = max(0, source.start - _LONGEST_MENTION)
        start = max(self._text.rfind(end, start, source.start) + 1 for end in (". ", "\n", "; "))
        if word != "it" or start <= source.start - _LONGEST_MENTION:
            return None
        before = (each for each in self._inside(Span(start, source.start)) if each.form is MentionForm.NAME)
        first = next((each for each in before if each.start >= start), None)
        if first is None or self._chains[first.chain].kind not in (EntityKind.GROUP, EntityKind.COUNTRY):
            return None
        before_it = self._text[start : first.start].lower().split()
        return first.chain if _BETWEEN.isdisjoint(before_it[-1:]) and len(before_it) <= _LEAD else None

    def _of_pronoun(self, source: Span, word: str) -> int | None:
        told = (each.chain for each in self._inside(source) if each.form is MentionForm.PRONOUN)
        fits = self._person is not None and _may_be(word, self._chains[self._person].name)
        return next(told, self._person if fits else None)

    def _of_phrase(self, source: Span) -> int | None:
        """What begins the source is what the source is; a name further in may be its office or its home."""
        inside = self._inside(source)
        inside = [each for each in inside if each.form is not MentionForm.PRONOUN] or inside
        if inside and self._is_bearer(inside, source):
            return inside[-1].chain
        inside = [each for each in inside if not self._owns(each, source)] or inside
        inside = [each for each in inside if source.start <= each.start and each.end <= source.end] or inside
        return min(inside, key=lambda each: (each.start, -each.end)).chain if inside else None

    def _is_bearer(self, inside: Sequence[Mention], source: Span) -> bool:
        """Does the only person's name end the source, after a title ("the Pilots and Lights chief Mara Teviot")?"""
        people = [each for each in inside if self._is_person(each.chain) and each.form is MentionForm.NAME]
        last = inside[-1]
        if people != [last] or last.end != source.end or " " not in self._text[last.start : last.end]:
            return False
        before = self._text[max(source.start, last.start - _TITLE) : last.start].rsplit(",", 1)[-1].split()
        title = before[-1] if before else ""
        known = noun(title.lower())
        office = title.islower() and title.isalpha() and title not in _BETWEEN
        office = office or (known is not None and known.kind == "person")
        return office and (_BETWEEN - {"the", "and", "his", "her", "its", "their"}).isdisjoint(before)

    def _owns(self, mention: Mention, source: Span) -> bool:
        """Is it the paper in "the paper’s editor, Mara Teviot"?"""
        return mention.end + 2 < source.end and self._text[mention.end : mention.end + 2] in ("’s", "'s")

    def _named_beside(self, source: Span) -> int | None:
        """The person named after a description in the source: "the head of the new body, Mara Teviot"."""
        for each in self._inside(source):
            before = self._text[max(source.start, each.start - 2) : each.start].rstrip()
            after = self._text[each.end : min(each.end + 2, source.end)].lstrip()
            name = each.chain in self._named and each.form is MentionForm.NAME and self._is_person(each.chain)
            if name and before.endswith(",") and after[:1] in ("", ",", "("):
                return each.chain
        return None

    def _is_person(self, chain: int) -> bool:
        return self._chains[chain].kind is EntityKind.PERSON

    def _inside(self, source: Span) -> list[Mention]:
        """Mentions that share characters with ``source``."""
        first = bisect_left(self._starts, source.start - _LONGEST_MENTION)
        last = bisect_left(self._starts, source.end)
        return [mention for mention in self._mentions[first:last] if mention.end > source.start]


def _may_be(pronoun: str, name: str) -> bool:
    """Does the first name of ``name``, where it is known, agree with "he" or "she"?"""
    given = gender_of(name.split(" ", 1)[0])
    return given in ("", "f" if pronoun in ("she", "her") else "m")


def _is_name(text: str) -> bool:
    """Is what a chain is called a name ("Mara Teviot"), not a description ("One minister", "Officials")?"""
    words = text.split()
    capitals = [word for word in words if word[:1].isupper()]
    if any(word[:1].islower() and word not in _PARTICLES for word in words) or not capitals:
        return False
    return noun(words[-1].lower().removesuffix("s")) is None and noun(words[-1].lower()) is None
