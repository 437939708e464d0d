"""Who speaks, who is named, what is told and who did it, as plain dicts and lists for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from analysis.frames import framed_sentences
from analysis.model import AnnotatedArticle, Comparison, FramedSentence
from analysis.records import attribution_record, word_records


def story_dict(comparison: Comparison) -> dict[str, Any]:
    """``attributions``, ``speakers``, ``quotations``, ``names``, ``statements``, ``copies``, ``agency``,
    ``tone``, ``tone_gaps``, ``headlines``, ``alternatives``, ``frames`` (the sentences that use one)
    and ``loaded_sentences`` (every sentence, with its score and the words behind it).

    Each record has the fields of its type in ``analysis.model``; offsets are into the ``title`` or ``text`` (``field``)
    of the article whose id stands beside them.
    """
    return {
        "attributions": [each for article in comparison.articles for each in _attributions(article)],
        "speakers": [asdict(each) for each in comparison.speakers],
        "quotations": [asdict(each) for each in comparison.shared_quotations],
        "names": [asdict(each) for each in comparison.entities],
        "statements": [asdict(each) for each in comparison.statements],
        "copies": [[asdict(place) for place in passage.places] for passage in comparison.copies],
        "agency": [asdict(each) for each in comparison.deeds],
        "tone": [asdict(each) for each in comparison.tones],
        "tone_gaps": [asdict(each) for each in comparison.tone_gaps],
        "headlines": [asdict(each) for each in comparison.headlines],
        "alternatives": [asdict(each) for each in comparison.alternatives],
        "frames": [_framed(each) for article in comparison.articles for each in framed_sentences(article) if each.uses],
        "loaded_sentences": list(_loaded(comparison)),
    }


def _loaded(comparison: Comparison) -> Iterator[dict[str, Any]]:
    for (article, field), sentences in comparison.loaded.items():
        for each in sentences:
            yield {"article": article, "field": field, "start": each.start, "end": each.end,
                   "score": round(each.score, 4), "voice": each.voice, "voices": list(each.voices),
                   "words": word_records(each)}  # fmt: skip


def _framed(sentence: FramedSentence) -> dict[str, Any]:
    uses = [{"frame": use.frame, "score": use.score, "words": use.words} for use in sentence.uses]
    start, end = sentence.span
    return {"article": sentence.article, "field": sentence.field, "start": start, "end": end, "voice": sentence.voice,
            "uses": uses}


def _attributions(article: AnnotatedArticle) -> Iterator[dict[str, Any]]:
    for field in article.fields():
        for each in field.attributions:
            yield {"article": article.id, "field": field.name, **attribution_record(each)}
