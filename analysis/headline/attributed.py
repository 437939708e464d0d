"""The headline states as a fact what the text gives as somebody's claim.

A sentence of the text tells what the headline tells where it holds most of the weight of the headline's content words,
and means much the same by the stored vectors. Where all such sentences tell it in reported or quoted speech, and none
in the outlet's own voice, the headline has dropped the source.

Left out are headlines that name a source themselves (a cue, a colon, quotation marks, "poll", "report"), those that are
questions or hedged ("may", "likely"), what the one of whom the headline speaks says of himself ("Bank cuts rates", "the
bank said it would cut"), what is done by announcing it, and what the outlet itself found out. What a public authority
tells in plain words is shown, as it may be disputed elsewhere, but said to be usual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from analysis import lexicons
from analysis.agency.wordsets import words
from analysis.headline.pair import COLON, Pair, contents, places_in, quotable, share, voices_of
from analysis.headline.speakers import MARKS, clause_ends, spoken
from analysis.model import (
    AnnotatedField,
    Attribution,
    CueClass,
    Deed,
    Evidence,
    HeadlineCheck,
    HeadlineKind,
    Span,
    Token,
    Voice,
)

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
    intend want hope call urge demand ask request invite
    """
)
"""Cues that do what they say, or only want it: "it will close, the firm announced" is no claim about the closing."""
_TELLING_TOO = words("announce declare")
"""Of them those that also tell what has happened: "the toll rose to nine, the mayor announced"."""
_AUTHORITIES = words(
    """
    police coastguard guard official officials authority authorities ministry department agency service hospital court
    commission sheriff firefighter firefighters brigade office government patrol
    """
)
_PRONOUNS = words("he she it they we i you this that these those")
_OF_MANY = words("the of news online web digital daily times post and for in on at to an by today")
"""Words that many names of outlets share."""
_OUTLETS = words("newspaper paper website site channel station broadcaster network magazine programme program outlet")
"""What an outlet calls itself: "this newspaper"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_APART = frozenset({"conj", "relcl", "acl", "advcl"})
"""Places of a cue in its sentence where it governs only a part of it."""
_OPEN = words("may might could would should can must likely set expected poised bound due alleged")
_PARTS = re.compile(r"[;|]|(?<=\s)[–—-]{1,2}(?=\s)|(?<=[a-z][a-z][.!?])(?=\s)")


def attributed(pair: Pair, deeds: Sequence[Deed] = ()) -> Iterator[HeadlineCheck]:
    """The parts of the headline that the text only attributes, at most one check a part. ``deeds`` are those of the
    headline: where one has a doer and somebody or something it is done to, it is no routine news."""
    for part in islice(_parts(pair), _MOST_PARTS):
        if not _states(pair, part):
            continue
        stems = _contents_of(pair.title, part)
        sentence = _claimed(pair, stems) if len(stems) >= _FEWEST else None
        if sentence is None:
            continue
        said = _attribution(pair, sentence, stems)
        if said is not None and _carries(pair, sentence, said) and _is_another(pair, stems, said):
            yield _check(pair, part, sentence, said, _is_routine(pair, said, deeds))


def _parts(pair: Pair) -> Iterator[Span]:
    """The stretches between semicolons, dashes, full stops and colons between clauses, without the spaces at their
    edges."""
    title = pair.title
    inner = [*(cut.span() for cut in _PARTS.finditer(title.text)), *((one.start, one.end) for one in clause_ends(pair))]
    cuts = [(0, 0), *sorted(inner), (len(title.text), len(title.text))]
    for (_, start), (end, _) in pairwise(cuts):
        part = title.text[start:end]
        if part.strip():
            yield Span(end - len(part.lstrip()), start + len(part.rstrip()))


def _contents_of(field: AnnotatedField, part: Span) -> frozenset[str]:
    return frozenset(contents(field.tokens, places_in(field.tokens, part)))


def _states(pair: Pair, part: Span) -> bool:
    """Whether a part of the headline says something in the outlet's own voice, without source, hedge or question."""
    title = pair.title
    ends = {each.start for each in clause_ends(pair)}
    if any(match.start() not in ends for match in COLON.finditer(title.text)):
        return False
    if "?" in title.text[part.start : part.end]:
        return False
    if any(span.overlaps(part) for span in (*pair.quoted, *spoken(pair))):
        return False
    if any(each.claim and _touches(each, part) for each in title.attributions):
        return False
    tokens = [title.tokens[at] for at in places_in(title.tokens, part)]
    forms = {form for token in tokens for form in (token.text.lower(), token.lemma)}
    return forms.isdisjoint(_SOURCE_WORDS | _OPEN) and not _hedged(title, part) and not _said_behind(title, part)


def _said_behind(title: AnnotatedField, part: Span) -> bool:
    """Whether somebody's words follow a comma: "Dam is safe, owners try to assure villagers"."""
    comma = title.text.rfind(",", part.start, part.end)
    cues = lexicons.load("cues").matches(title) if comma >= 0 else []
    return any(comma < match.start < part.end for match in cues)


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


def _check(pair: Pair, part: Span, sentence: int, said: Attribution, routine: bool) -> HeadlineCheck:
    who = "it is told at second hand, without a named source"
    if said.source is not None:
        name = quotable(pair.text.text[said.source.start : said.source.end])
        who = f"it is attributed to {name}" if name else "it is attributed"
    often = ", as is usual where an authority reports what nobody disputes" if routine else ""
    return HeadlineCheck(
        HeadlineKind.ATTRIBUTED,
        pair.article.id,
        Evidence(pair.article.id, "title", part.start, part.end, "stated as a fact"),
        (pair.evidence(sentence, "attributed"),),
        f"The headline states it in the outlet’s own voice; in the text {who}{often}.",
    )


def _is_routine(pair: Pair, said: Attribution, deeds: Sequence[Deed]) -> bool:
    """Whether a public authority tells it in plain words, and it lays nothing to anybody's charge."""
    if said.source is None or said.cue_class not in (None, CueClass.NEUTRAL, CueClass.ENDORSING):
        return False
    tokens = (pair.text.tokens[at] for at in places_in(pair.text.tokens, said.source))
    named = any(token.lemma in _AUTHORITIES or token.text.lower() in _AUTHORITIES for token in tokens)
    return named and all(deed.doer is None or deed.done_to is None for deed in deeds)


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
    if cue is None or tokens[cue].dep in _APART or _only_announces(tokens, places, cue):
        return False
    if said.source is None and tokens[cue].tag in _FINITE:  # the parser has lost the source
        return False
    if tokens[cue].pos == "ADP" and cue > places[0] and tokens[cue - 1].is_word:  # "a disgrace in the eyes of many"
        return False
    start = tokens[root].start
    return said.cue.start <= start < said.cue.end or any(each.start <= start < each.end for each in said.content)


def _only_announces(tokens: Sequence[Token], places: Sequence[int], cue: int) -> bool:
    if tokens[cue].lemma not in _ANNOUNCING:
        return False
    past = any(tokens[at].head == cue and at != cue and tokens[at].tag == "VBD" for at in places)
    return not (past and tokens[cue].lemma in _TELLING_TOO)


def _is_another(pair: Pair, stems: frozenset[str], said: Attribution) -> bool:
    return not _of_himself(pair, stems, said) and not _is_the_outlet(pair, said)


def _is_the_outlet(pair: Pair, said: Attribution) -> bool:
    """Whether the source is the outlet, somebody the text does not name, or an author put before a colon."""
    if said.source is None:
        return False
    source = pair.text.text[said.source.start : said.source.end].casefold()
    by_colon = said.cue is None and pair.text.text[said.source.end :][:1] == ":"
    shared = _name_words(source) & _name_words(pair.article.article.outlet or "")
    itself = source.startswith("this ") and source.split()[-1] in _OUTLETS
    return by_colon or source in _PRONOUNS or itself or bool(shared)


def _name_words(name: str) -> frozenset[str]:
    """The words by which an outlet can be told, in small letters."""
    return frozenset(re.findall(r"[^\W_]{2,}", name.casefold())) - _OF_MANY


def _of_himself(pair: Pair, stems: frozenset[str], said: Attribution) -> bool:
    """Whether the source is one of whom the headline speaks, by a word or as the same actor."""
    if said.source is None:
        return False
    if pair.text.text[said.source.start] in MARKS:  # a broken quotation has misled the reader of sources
        return True
    if not stems.isdisjoint(_contents_of(pair.text, said.source)):
        return True
    named = {each.chain for each in pair.title.mentions}
    return any(each.chain in named and said.source.overlaps(Span(each.start, each.end)) for each in pair.text.mentions)
