"""Quotations that no reporting clause took: given to the speaker beside them, or to an unknown one.

In this order: a name and a colon before it; a verb above it in the parse; a sentence with a colon that leads to it;
the quotation before it in the same paragraph or chain; somebody who spoke in the sentence or paragraph before.
"""

from __future__ import annotations

from bisect import bisect_right

from analysis.annotation.complements import verb_cue
from analysis.annotation.quotes import Quote
from analysis.annotation.sources import source_of
from analysis.annotation.work import WORD, Led, Work
from analysis.model import Attribution, Span, Token

_FAR = 600
"""Characters between what somebody said and a quotation that goes on with it, at most."""
_APART = ("nsubj", "nsubjpass", "relcl", "advcl")
"""A few words in marks in these branches of a verb are not what it reports."""
_LEADS = 60
"""Tokens looked back from a colon for the verb that leads to the quotation."""
_HIGH = 20
"""Words above a quotation that are looked at for the verb that reports it."""
_ENDS = (".", "!", "?", "…", "”", '"', ")", ":", "’", "'")


def take_named(work: Work) -> None:
    """Quotations after "Name:", before any verb can take them."""
    for number, quote in enumerate(work.quotes):
        named = _named_before(work, quote)
        if named is not None:
            work.named.add(number)
            work.add(number, *named)


def take_left_over(work: Work) -> None:
    """All quotations without an owner, in order; short ones without a speaker stay without (scare quotes)."""
    _take_backwards(work)
    spoken = _spoken(work)
    work.by_cue.update(
        {each.cue.start: number for number, each in enumerate(work.found) if each.cue is not None and each.claim}
    )
    for number, quote in enumerate(work.quotes):
        if number not in work.owner:
            _take(work, number, quote, spoken)


def _take_backwards(work: Work) -> None:
    """Quotations left open at the end of a paragraph go with the next one, where only the last names the speaker."""
    for number in range(len(work.quotes) - 2, -1, -1):
        if number in work.owner or number + 1 not in work.owner or not _is_chain(work, number):
            continue
        owner = work.found[work.owner[number + 1]]
        begun = number and work.paragraph_of(work.quotes[number - 1].start) == work.paragraph_of(
            work.quotes[number].start
        )
        if owner.source is not None and not (begun and number - 1 in work.owner):
            work.join(number, work.owner[number + 1])


def _is_chain(work: Work, number: int) -> bool:
    """True where quotation ``number`` is not closed and the next opens the paragraph after it."""
    quote, after = work.quotes[number], work.quotes[number + 1]
    between = work.text[quote.end : after.start]
    return "\n" in between and not quote.closed and not between.strip()


def _take(work: Work, number: int, quote: Quote, spoken: list[tuple[int, int]]) -> None:
    led = _governor(work, quote) or _led_by_colon(work, quote)
    if led is not None:
        known = work.by_cue.get(led[1].start)
        if known is not None:
            work.join(number, known, drawn_out=True)
        else:
            work.add(number, *led)
        return
    previous = _previous(work, number)
    if previous is None and work.is_verbatim(quote):
        previous = _speaker_before(work, quote, spoken)
    if previous is not None:
        work.join(number, previous)
    elif work.is_verbatim(quote):
        work.add(number, None)


def _governor(work: Work, quote: Quote) -> Led | None:
    """The nearest reporting verb above a quotation ("calls the plan “a gift to nobody”"), none across a clause."""
    tokens = work.tokens
    inside = range(work.token_at(quote.start), work.token_at(quote.end))
    top = next(
        (index for index in inside if not quote.start <= tokens[tokens[index].head].start < quote.end),
        None,
    )
    if top is None:
        return None
    for index in (top, *work.tree.ancestors(top)[:_HIGH]):
        led = _reporting(work, tokens[index].head)
        if led is not None and not led[0].overlaps(quote.span):
            return None if tokens[index].dep in _APART and not work.is_verbatim(quote) else led
        if tokens[index].dep == "relcl" and not work.is_verbatim(quote):
            return None
    return None


def _reporting(work: Work, index: int) -> Led | None:
    """What the word at ``index`` makes as a reporting verb; kept, as many quotations may hang on one word."""
    if index not in work.reporting:
        cue = verb_cue(work.tree, index) if work.tokens[index].pos in ("VERB", "AUX") else None
        source = source_of(work.tree, index) if cue is not None else []
        known = (work.tree.span(source), work.tree.span(cue[1]), cue[0].cue_class) if cue and source else None
        work.reporting[index] = known
    return work.reporting[index]


def _led_by_colon(work: Work, quote: Quote) -> Led | None:
    """Source and cue of "Brandt gave her answer on the radio: “...”", whatever the verb; a comma must be close."""
    tokens = work.tokens
    last = work.token_at(quote.start) - 1
    if last < 1 or tokens[last].text not in (":", ",") or not work.is_verbatim(quote):
        return None
    if tokens[last].text == "," and work.text[tokens[last].end : quote.start] not in ("", " "):
        return None
    for index in (tokens[last].head, *work.tree.ancestors(tokens[last].head)[:_HIGH]):
        if index < last and tokens[index].pos == "VERB" and last - index <= _LEADS:
            subject = source_of(work.tree, index)
            if subject and subject[-1] < last and tokens[subject[-1]].lemma not in ("it", "that", "this", "there"):
                return work.tree.span(subject), work.tree.span([index]), None
    return None


def _spoken(work: Work) -> list[tuple[int, int]]:
    """(end, number) of the claims with a source that stand in nobody else's content, by their end."""
    ordered = sorted((min(span.start for span in _spans(each)), number) for number, each in enumerate(work.found))
    outer = []
    reach = -1
    for start, number in ordered:
        each = work.found[number]
        inside = start < reach
        reach = max([reach, *(span.end for span in each.content)])
        if each.claim and each.source is not None and each.cue is not None and not inside:
            outer.append((max(span.end for span in _spans(each)), number))
    return sorted(outer)


def _spans(attribution: Attribution) -> list[Span]:
    return [span for span in (attribution.source, attribution.cue, *attribution.content) if span is not None]


def _speaker_before(work: Work, quote: Quote, spoken: list[tuple[int, int]]) -> int | None:
    """For a quotation that makes sentences of its own: who spoke last, just before or in the paragraph before."""
    at = bisect_right(spoken, quote.start, key=lambda each: each[0]) - 1
    if at < 0 or quote.start - spoken[at][0] > _FAR:
        return None
    here = work.paragraph_of(quote.start)
    paragraph = work.paragraphs[here]
    lead = work.text[paragraph.start : quote.start].rstrip()[-1:]
    if lead and lead not in _ENDS:
        return None
    there = work.paragraph_of(spoken[at][0] - 1)
    if there == here:
        return spoken[at][1]
    alone = not lead and paragraph.end - quote.end <= 1
    return spoken[at][1] if alone and there == here - 1 else None


def _previous(work: Work, number: int) -> int | None:
    """The attribution that a quotation without a cue goes on with: the same paragraph, or an unbroken chain."""
    if number == 0 or not work.is_verbatim(work.quotes[number], words=3) or number - 1 not in work.owner:
        return None
    quote, before = work.quotes[number], work.quotes[number - 1]
    between = work.text[before.end : quote.start]
    chain = _is_chain(work, number - 1)
    colon = "\n" in between and between.rstrip().endswith(":") and between.count("\n") <= 2
    if not chain and not colon and ("\n" in between or len(WORD.findall(between)) > 40):
        return None
    return work.owner[number - 1]


def _named_before(work: Work, quote: Quote) -> tuple[Span, Span] | None:
    """Name and colon of "Mara Teviot: “...”": a name, not part of a phrase, right before the quotation."""
    tokens = work.tokens
    last = work.token_at(quote.start) - 1
    if last < 1 or tokens[last].text != ":" or tokens[last - 1].pos != "PROPN":
        return None
    start = last - 1
    while start and tokens[start - 1].sentence == tokens[start].sentence and _is_name(tokens[start - 1]):
        start -= 1
    if any(tokens[index].dep in ("pobj", "npadvmod", "dobj", "dative") for index in range(start, last)):
        return None
    return Span(tokens[start].start, tokens[last - 1].end), Span(tokens[last].start, tokens[last].end)


def _is_name(token: Token) -> bool:
    """Part of a proper name, or a capitalised first name that the tagger does not know."""
    return token.pos == "PROPN" or (token.dep == "compound" and token.text[:1].isupper())
