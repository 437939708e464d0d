"""One story -> Comparison: measurements, word contrast, notices, and the findings in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis import __version__, background, embedding, lexicons, weights
from analysis.agency import deeds
from analysis.alternatives import alternatives
from analysis.annotation import annotator_version, corrected
from analysis.code_version import code_version
from analysis.collector import resting
from analysis.contrast import contrast
from analysis.copies import copies
from analysis.findings import findings_of
from analysis.headline import headline_checks
from analysis.loaded import loaded_in_company
from analysis.measures import measure_all
from analysis.measures.loaded_sentences import Scores
from analysis.model import AnnotatedArticle, Article, Comparison, Correction, Measurement, Span
from analysis.names import entities
from analysis.notices import notices_of
from analysis.quotations import shared_quotations
from analysis.speakers import speakers
from analysis.statements import statements
from analysis.tone import gaps, tones
from analysis.usual import placed
from analysis.usual import version as usual_version


@resting()
def compare(
    articles: Sequence[AnnotatedArticle],
    corrections: Iterable[Correction] = (),
    library: Sequence[Article] = (),
) -> Comparison:
    """Everything Parallax can say about ``articles``, which keep their order.

    ``corrections`` are a reader's; ``library`` are all articles at hand, on which the TF-IDF contrast counts
    documents besides the reference corpus.
    """
    embedding.prepare()
    event, applied = with_corrections(articles, corrections)
    copied = copies(event)
    told = statements(event, copied)
    scores = loaded_in_company(event, told)
    compared = Comparison(
        articles=event,
        notices=notices_of(event, applied),
        measurements=tuple(placed(row) for row in measured(event, applied, scores)),
        contrast=tuple(contrast(event, library=library)),
        findings=(),
        corrections=applied,
        versions=versions(event),
        statements=told,
        copies=copied,
        loaded=scores,
    )
    read = _told(compared)
    return replace(read, findings=findings_of(read))


def with_corrections(
    articles: Sequence[AnnotatedArticle], corrections: Iterable[Correction]
) -> tuple[tuple[AnnotatedArticle, ...], tuple[Correction, ...]]:
    """``articles`` with the voices that a reader gave, and those of ``corrections`` that fit their texts."""
    texts = {each.id: each.article for each in articles}
    applied = tuple(each for each in corrections if each.article in texts and _fits(each, texts[each.article]))
    return tuple(corrected(each, applied) for each in articles), applied


def measured(
    event: Sequence[AnnotatedArticle], applied: Sequence[Correction], loaded: Scores | None = None
) -> tuple[Measurement, ...]:
    """Every measure of ``event``, the marks left out that a reader dismissed; both as ``with_corrections`` gives.

    ``loaded`` are the scores of its sentences in company; without them each article is scored as it is alone.
    """
    return tuple(_dismissed(row, applied) for row in measure_all(event, loaded))


def _fits(correction: Correction, article: Article) -> bool:
    """Whether its stretch lies in the text it was made for."""
    length = len(article.text if correction.field == "text" else article.title or "")
    return 0 <= correction.start < correction.end <= length


def _told(compared: Comparison) -> Comparison:
    """``compared`` with who is named, who is heard and who did it, in addition to what is told."""
    event = compared.articles
    named = entities(event, compared.corrections)
    heard = speakers(event, named)
    done = deeds(event, named, compared.corrections)
    spoken = tones(event, named, compared.corrections)
    return replace(
        compared,
        entities=named,
        speakers=heard,
        shared_quotations=shared_quotations(event, heard),
        deeds=done,
        tones=spoken,
        tone_gaps=gaps(spoken, outlets={each.id: each.article.outlet for each in event}),
        headlines=tuple(check for article in event for check in headline_checks(article, done)),
        alternatives=alternatives(event, compared.measurements, compared.statements, named),
    )


def versions(articles: Sequence[AnnotatedArticle] = ()) -> dict[str, str]:
    """What the figures were made with: Parallax, annotators, word lists, learned weights, reference table."""
    return {
        "parallax": f"{__version__}, code {code_version()}",
        "annotator": "; ".join(sorted({each.annotator for each in articles})) or annotator_version(),
        "lexicons": ", ".join(f"{name} {lexicons.load(name).version}" for name in lexicons.names()),
        "weights": weights.versions(),
        "background": background.load().version,
        "how usual": usual_version(),
        "sentence meaning": embedding.version() if embedding.available() else "words alone",
    }


def _dismissed(row: Measurement, corrections: Iterable[Correction]) -> Measurement:
    """``row`` without the marks that a reader dismissed, its value reduced in proportion."""
    barred = [
        (each.field, Span(each.start, each.end))
        for each in corrections
        if each.kind == "dismiss"
        and each.article == row.article
        and (not each.measure or _family(each.measure) == _family(row.measure))
    ]
    kept = tuple(mark for mark in row.evidence if (mark.field, Span(mark.start, mark.end)) not in barred)
    if len(kept) == len(row.evidence):
        return row
    value = None if row.value is None else row.value * len(kept) / len(row.evidence)
    return replace(row, evidence=kept, value=value)


def _family(measure: str) -> str:
    """ "loaded_words.intensifier" belongs to "loaded_words"."""
    return measure.partition(".")[0]
