"""Why a sentence counts as loaded: the words that weigh most, and how the other outlets stand to each."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.loaded import LOADED
from analysis.model import Comparison, FieldName, LoadedSentence, LoadedWord, Span
from analysis.ngrams import FUNCTION_WORDS
from analysis.passages import field_of

_MOST = 4
"""Words named for a sentence, those that count most."""


def reasons(comparison: Comparison, article: str, field: FieldName) -> dict[tuple[int, int], tuple[float, str]]:
    """Place of each loaded sentence of a field -> its score, and its words: "bungling (only here), shamefully".

    Words of grammar ("we", "this") and marks are not named, though they add to the score; "" where nothing else does.
    """
    found = next(each for each in comparison.articles if each.id == article)
    annotated = field_of(found, field)
    if annotated is None:
        return {}
    instead = _instead(comparison, article, field)
    scored = (each for each in comparison.loaded.get((article, field), ()) if each.score >= LOADED)
    return {(each.start, each.end): (each.score, _words(each, annotated.text, instead)) for each in scored}


def _words(sentence: LoadedSentence, text: str, instead: Mapping[Span, str]) -> str:
    named = [each for each in sentence.words if _tells(text[each.start : each.end])]
    most = sorted(named, key=lambda word: -word.share)[:_MOST]
    return ", ".join(_behind(word, text, instead) for word in sorted(most))


def _tells(words: str) -> bool:
    return any(word.isalnum() and word not in FUNCTION_WORDS for word in words.lower().replace("-", " ").split())


def _behind(word: LoadedWord, text: str, instead: Mapping[Span, str]) -> str:
    """A word behind a score, and how the other outlets stand to it."""
    other = next((words for span, words in instead.items() if span.overlaps(Span(word.start, word.end))), None)
    reason = _others(word) if other is None else f"others write: {other}"
    return text[word.start : word.end] + (f" ({reason})" if reason else "")


def _others(word: LoadedWord) -> str:
    return "one other outlet tells it without" if len(word.without) == 1 else word.others or ""


def _instead(comparison: Comparison, article: str, field: FieldName) -> dict[Span, str]:
    """Loaded words of a field -> what stands in the place of just that word in another outlet's article, if known."""
    fields = {(each.id, one.name): one.text for each in comparison.articles for one in each.fields()}
    found: dict[Span, str] = {}
    for each in comparison.alternatives:
        place, phrase = Span(each.word.start, each.word.end), Span(each.phrase.start, each.phrase.end)
        if (each.word.article, each.word.field) == (article, field) and place == phrase:
            for one in (other.words for other in each.others if other.words is not None and not other.same):
                found.setdefault(place, fields[one.article, one.field][one.start : one.end])
    return found
