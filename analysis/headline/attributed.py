"""The headline states as a fact what the text gives as somebody's claim.

A sentence of the text tells what the headline tells where it holds most of the weight of the headline's content words,
and means much the same by the stored vectors. Where all such sentences tell it in reported or quoted speech, and none
in the outlet's own voice, the headline has dropped the source.

Left out are headlines that name a source themselves (a cue, a colon, quotation marks, "poll", "report"), those that are
questions or hedged ("may", "likely"), what the one of whom the headline speaks says of himself ("Bank cuts rates", "the
bank said it would cut"), and what is done by announcing it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from analysis import lexicons
from analysis.agency.wordsets import words
from analysis.headline.pair import COLON, Pair, contents, places_in, quotable, share, voices_of
from analysis.model import AnnotatedField, Attribution, Evidence, HeadlineCheck, HeadlineKind, Span, Voice

_TELLS, _MEANS = 0.55, 0.6
"""Share of the headline's weight, and cosine, from which a sentence tells what the headline tells."""
_OWN = 0.5
"""Share of the weight told in the outlet's own voice from which the text too tells it as a fact."""
_MOST_PARTS = 12
_FEWEST = 3
"""Content words of a headline that claims something."""
_SOURCE_WORDS = words(
    """
    poll survey study report sources source official officials analysis investigation lawsuit suit claim claims
    allegation allegations accusation accusations rumor rumors rumour rumours review probe transcript records record
    opinion editorial memo letter audit data
    """
)
_ANNOUNCING = words(
    """
    announce declare unveil pledge promise vow apologise apologize offer decide resolve agree vote rule order plan
    intend want hope
    """
)
"""Cues that do what they say, or only want it: "it will close, the firm announced" is no claim about the closing."""
_APART = frozenset({"conj", "relcl", "acl", "advcl"})
"""Places of a cue in its sentence where it governs only a part of it."""
_OPEN = words("may might could would should can must likely set expected poised bound due alleged")
_PARTS = re.compile(r"[;|]|(?<=\s)[–—-]{1,2}(?=\s)|(?<=[a-z][a-z][.!?])(?=\s)")
_MARKS = "\"'“”‘’«»„"


def attributed(pair: Pair) -> Iterator[HeadlineCheck]:
    """The parts of the headline that the text only attributes, at most one check a part."""
    for part in islice(_parts(pair.title), _MOST_PARTS):
        if not _states(pair, part):
            continue
        stems = _contents_of(pair.title, part)
        sentence = _claimed(pair, stems) if len(stems) >= _FEWEST else None
        if sentence is None:
            continue
        said = _attribution(pair, sentence, stems)
        if said is not None and _carries(pair, sentence, said) and not _of_himself(pair, stems, said):
            yield _check(pair, part, sentence, said.source)


def _parts(title: AnnotatedField) -> Iterator[Span]:
    """The stretches between semicolons, dashes and full stops, without the spaces at their edges."""
    cuts = [(0, 0), *(cut.span() for cut in _PARTS.finditer(title.text)), (len(title.text), len(title.text))]
    for (_, start), (end, _) in pairwise(cuts):
        part = title.text[start:end]
        if part.strip():
            yield Span(end - len(part.lstrip()), start + len(part.rstrip()))


def _contents_of(field: AnnotatedField, part: Span) -> frozenset[str]:
    return frozenset(contents(field.tokens, places_in(field.tokens, part)))


def _states(pair: Pair, part: Span) -> bool:
    """Whether a part of the headline says something in the outlet's own voice, without source, hedge or question."""
    title = pair.title
    if COLON.search(title.text) or "?" in title.text[part.start : part.end]:
        return False
    if any(span.overlaps(part) for span in pair.quoted):
        return False
    if any(each.claim and _touches(each, part) for each in title.attributions):
        return False
    tokens = [title.tokens[at] for at in places_in(title.tokens, part)]
    forms = {form for token in tokens for form in (token.text.lower(), token.lemma)}
    return forms.isdisjoint(_SOURCE_WORDS | _OPEN) and not _hedged(title, part)


def _touches(attribution: Attribution, part: Span) -> bool:
    spans = (attribution.cue, attribution.source, *attribution.content)
    return any(span is not None and span.overlaps(part) for span in spans)


def _hedged(title: AnnotatedField, part: Span) -> bool:
    return any(part.overlaps(Span(match.start, match.end)) for match in lexicons.load("hedges").matches(title))


def _claimed(pair: Pair, stems: frozenset[str]) -> int | None:
    """The first sentence that tells it as somebody's claim, unless one tells it in the outlet's own voice."""
    found = None
    for sentence in pair.told:
        told = voices_of(pair, sentence, stems)
        if share(told[Voice.OWN], stems) >= _OWN:
            return None
        claimed = (told[Voice.REPORTED] | told[Voice.QUOTED]) - told[Voice.OWN]
        source = told[Voice.OWN]
        tells = share(claimed, stems - source) >= _TELLS and share(claimed | source, stems) >= _TELLS
        if found is None and tells and len(claimed) >= _FEWEST - 1 and pair.likeness[sentence] >= _MEANS:
            found = sentence
    return found


def _check(pair: Pair, part: Span, sentence: int, source: Span | None) -> HeadlineCheck:
    who = "it is told at second hand, without a named source"
    if source is not None:
        name = quotable(pair.text.text[source.start : source.end])
        who = f"it is attributed to {name}" if name else "it is attributed"
    return HeadlineCheck(
        HeadlineKind.ATTRIBUTED,
        pair.article.id,
        Evidence(pair.article.id, "title", part.start, part.end, "stated as a fact"),
        (pair.evidence(sentence, "attributed"),),
        f"The headline states it in the outlet’s own voice; in the text {who}.",
    )


def _attribution(pair: Pair, sentence: int, stems: frozenset[str]) -> Attribution | None:
    """The attribution whose content holds most of what is claimed."""
    span, text = pair.text.sentences[sentence], pair.text
    starts = [text.tokens[at].start for word in stems for at in pair.told[sentence].get(word, ())]
    best, most = None, 0
    for each in text.attributions:
        if each.claim and any(content.overlaps(span) for content in each.content):
            inside = sum(any(content.start <= start < content.end for content in each.content) for start in starts)
            best, most = (each, inside) if inside > most else (best, most)
    return best


def _carries(pair: Pair, sentence: int, said: Attribution) -> bool:
    """Whether the whole sentence is what somebody says: its main verb is the cue or stands in what is said. Not so in
    "They met, and he said they would go on" and "a deal that he hopes will hold"."""
    tokens = pair.text.tokens
    span = pair.text.sentences[sentence]
    places = places_in(tokens, span)
    root = next((at for at in places if tokens[at].head == at or tokens[at].dep == "ROOT"), None)
    if root is None or said.cue is None:
        return said.cue is None and said.direct
    cue = next(iter(places_in(tokens, said.cue)), None)
    if cue is None or tokens[cue].lemma in _ANNOUNCING or tokens[cue].dep in _APART:
        return False
    if tokens[cue].pos == "ADP" and cue > places[0] and tokens[cue - 1].is_word:  # "a disgrace in the eyes of many"
        return False
    start = tokens[root].start
    return said.cue.start <= start < said.cue.end or any(each.start <= start < each.end for each in said.content)


def _of_himself(pair: Pair, stems: frozenset[str], said: Attribution) -> bool:
    """Whether the source is one of whom the headline speaks, by a word or as the same actor."""
    if said.source is None:
        return False
    if pair.text.text[said.source.start] in _MARKS:  # a broken quotation has misled the reader of sources
        return True
    if not stems.isdisjoint(_contents_of(pair.text, said.source)):
        return True
    named = {each.chain for each in pair.title.mentions}
    return any(each.chain in named and said.source.overlaps(Span(each.start, each.end)) for each in pair.text.mentions)
