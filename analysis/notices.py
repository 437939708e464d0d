"""What limits a comparison: different events or days, translations, short texts. Notices are not findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from analysis.events import group, surely_apart
from analysis.model import AnnotatedArticle, Correction, Flag, Notice, Voice
from analysis.prose import listed, small

FEW_WORDS = 100
"""Own-voice words below which no rate is given (``measures.rates``)."""

_MOST_GROUPS = 6
"""Events up to which it is listed which articles report which."""
_FAR_APART = 3
"""Days between first and last article above which the articles may know different things."""


def notices_of(articles: Sequence[AnnotatedArticle], corrections: Sequence[Correction] = ()) -> tuple[Notice, ...]:
    """Every notice on a comparison of ``articles``, the gravest first."""
    found = [
        *_alone(articles),
        *_events(articles),
        *_days(articles),
        *_copies(articles),
        *_flagged(articles, Flag.TRANSLATION, "a translation: the choice of words may be the translator's"),
        *_flagged(articles, Flag.OPINION, "an opinion piece, expected to judge in its own voice"),
        *_flagged(articles, Flag.ANALYSIS, "an analysis, expected to weigh and interpret"),
        *_short(articles),
        *_unknown(articles),
        *_guessed(articles),
        *_corrected(corrections),
    ]
    return tuple(found)


def _alone(articles: Sequence[AnnotatedArticle]) -> Iterator[Notice]:
    outlets = {each.article.outlet or each.id for each in articles}
    if len(articles) == 1:
        yield Notice(
            "one article", "There is one article so far, so there is nothing to compare yet.", (articles[0].id,)
        )
    elif len(outlets) == 1 and articles:
        yield Notice(
            "one outlet",
            f"All articles are from one outlet, {_name(articles[0])}: "
            "what differs here is not a difference between outlets.",
            _ids(articles),
        )


def _events(articles: Sequence[AnnotatedArticle]) -> Iterator[Notice]:
    texts = [each.article for each in articles]
    if len(set(group(texts))) < 2:
        return
    groups: dict[str, list[AnnotatedArticle]] = {}
    for each, label in zip(articles, surely_apart(texts), strict=True):
        groups.setdefault(label, []).append(each)
    told, who = _told_apart(articles, sorted(groups.values(), key=len, reverse=True))
    may = "differences between them may come from what happened, not from how it is told."
    yield Notice("different events", f"{told}: {may}", _ids(who))


def _told_apart(
    articles: Sequence[AnnotatedArticle], groups: Sequence[Sequence[AnnotatedArticle]]
) -> tuple[str, Sequence[AnnotatedArticle]]:
    """Which articles seem to report which events, as long as that can be taken in, and those it is said of."""
    if len(groups) == 1:
        return "These articles may not all report the same event", articles  # alike, but which with which is not clear
    if len(articles) > 2 and len(groups) == 2 and len(groups[1]) == 1:
        return f"{_name(groups[1][0])} does not seem to report the same event as the others", groups[1]
    if len(groups) > _MOST_GROUPS:
        return f"These articles seem to report {small(len(groups))} events", articles
    if len(groups) == len(articles):
        return f"{listed([_name(each) for each in articles])} seem to report different events", articles
    parts = "; ".join(f"one in {listed([_name(each) for each in same])}" for same in groups)
    return f"These articles seem to report {small(len(groups))} events, {parts}", articles


def _days(articles: Sequence[AnnotatedArticle]) -> Iterator[Notice]:
    days = {each.id: day for each in articles if (day := _day(each)) is not None}
    if len(days) < 2:
        return
    first, last = min(days.values()), max(days.values())
    apart = (last - first).days
    if apart > _FAR_APART:
        yield Notice(
            "different days",
            f"The articles were published {apart} days apart ({first.isoformat()} to {last.isoformat()}): "
            "the later ones may know more.",
            tuple(days),
        )


def _copies(articles: Sequence[AnnotatedArticle]) -> Iterator[Notice]:
    texts: dict[str, list[AnnotatedArticle]] = {}
    for each in articles:
        texts.setdefault(" ".join(each.article.text.split()), []).append(each)
    for same in texts.values():
        if len(same) > 1:
            yield Notice(
                "same text", f"{listed([_name(each) for each in same])} carry the same text word for word.", _ids(same)
            )


def _flagged(articles: Sequence[AnnotatedArticle], flag: Flag, meaning: str) -> Iterator[Notice]:
    marked = [each for each in articles if flag in each.article.flags]
    if marked:
        verb = "is" if len(marked) == 1 else "are each"
        yield Notice(flag.value, f"{listed([_name(each) for each in marked])} {verb} {meaning}.", _ids(marked))


def _short(articles: Sequence[AnnotatedArticle]) -> Iterator[Notice]:
    short = [each for each in articles if each.word_count(Voice.OWN) < FEW_WORDS]
    if short:
        counts = listed([f"{_name(each)} ({each.word_count(Voice.OWN)})" for each in short])
        yield Notice(
            "too short",
            f"Not enough text for rates: {counts} — a rate needs {FEW_WORDS} words in the outlet's own voice.",
            _ids(short),
        )


def _unknown(articles: Sequence[AnnotatedArticle]) -> Iterator[Notice]:
    undated = [each for each in articles if _day(each) is None]
    if undated and len(articles) > 1:
        yield Notice(
            "no date",
            f"No publication date is known for {listed([_name(each) for each in undated])}; "
            "whether an outlet could know a fact yet cannot be judged.",
            _ids(undated),
        )
    unnamed = [each for each in articles if not each.article.outlet]
    if unnamed:
        subject = "The outlet of one article is" if len(unnamed) == 1 else f"The outlets of {len(unnamed)} articles are"
        yield Notice("no outlet", f"{subject} not known: {listed([_name(each) for each in unnamed])}.", _ids(unnamed))


def _guessed(articles: Sequence[AnnotatedArticle]) -> Iterator[Notice]:
    for flag, what in ((Flag.OUTLET_GUESSED, "outlet"), (Flag.DATE_GUESSED, "date")):
        marked = [each for each in articles if flag in each.article.flags]
        if marked:
            yield Notice(
                flag.value,
                f"The {what} was guessed from the text: {listed([_name(each) for each in marked])}. Please check.",
                _ids(marked),
            )


def _corrected(corrections: Sequence[Correction]) -> Iterator[Notice]:
    dismissed = sum(each.kind == "dismiss" for each in corrections)
    revoiced = sum(each.kind == "voice" for each in corrections)
    linked = sum(each.kind == "link" for each in corrections)
    parts = [
        *([f"{dismissed} {'mark was' if dismissed == 1 else 'marks were'} dismissed"] if dismissed else []),
        *([f"{revoiced} {'voice was' if revoiced == 1 else 'voices were'} corrected"] if revoiced else []),
        *([f"{linked} {'name was' if linked == 1 else 'names were'} linked anew"] if linked else []),
    ]
    if parts:
        yield Notice(
            "corrections",
            f"By hand, {listed(parts)}; the figures take this into account.",
            tuple(dict.fromkeys(each.article for each in corrections)),
        )


def _day(annotated: AnnotatedArticle) -> date | None:
    try:
        return date.fromisoformat((annotated.article.published or "")[:10])
    except ValueError:
        return None


def _name(annotated: AnnotatedArticle) -> str:
    return "{" + annotated.id + "}"


def _ids(articles: Sequence[AnnotatedArticle]) -> tuple[str, ...]:
    return tuple(each.id for each in articles)
