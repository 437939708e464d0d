"""The bridge story of ``handmade``, with names, speakers, statements and deeds, all made by hand."""

from __future__ import annotations

from dataclasses import replace

from handmade import comparison, evidence

from analysis.model import (
    AnnotatedArticle,
    Cell,
    Comparison,
    CopiedPassage,
    Deed,
    DeedForm,
    Entity,
    EntityKind,
    MentionForm,
    Naming,
    Nearest,
    QuotationCut,
    SharedQuotation,
    Span,
    Speaker,
    SpeakerKind,
    Speech,
    Statement,
    Tone,
    TonedClause,
    Voice,
)

SHUT, FOUND, MESS = 1, 2, 3
"""Numbers of the statements."""


def told() -> Comparison:
    """Post (aaa111), wire (bbb222) and daily (ccc333): all tell of the closure, with a conflict; two are alike."""
    made = comparison()
    post, wire, daily = made.articles
    return replace(
        made,
        entities=(_mayor(wire), _brandt(post)),
        speakers=_speakers(post, wire),
        shared_quotations=(_remark(post, wire),),
        statements=_statements(post, wire, daily),
        copies=(CopiedPassage((evidence(wire, "The bridge in Veldmar was closed on Friday.", ""),
                               evidence(daily, "The bridge is shut.", ""))),),
        deeds=_deeds(post, wire),
        tones=_tones(post, wire),
    )


def _naming(of: AnnotatedArticle, words: str, form: MentionForm, label: str, guides: str = "") -> Naming:
    at = evidence(of, words, "")
    return Naming(of.id, "text", at.start, at.end, label, form, Voice.OWN, guides)


def _mayor(wire: AnnotatedArticle) -> Entity:
    return Entity("mayor", "the mayor", EntityKind.PERSON,
                  (_naming(wire, "The mayor", MentionForm.LABEL, "controversial mayor", "Wikipedia"),
                   _naming(wire, "the mayor said", MentionForm.LABEL, "controversial mayor", "Wikipedia")))


def _brandt(post: AnnotatedArticle) -> Entity:
    return Entity("ida-brandt", "Ida Brandt", EntityKind.PERSON,
                  (_naming(post, "Ida Brandt", MentionForm.NAME, "Ida Brandt"),
                   _naming(post, "Brandt", MentionForm.NAME, "Brandt")))


def _speakers(post: AnnotatedArticle, wire: AnnotatedArticle) -> tuple[Speaker, ...]:
    said = Speech(wire.id, 3, 0.75, 0.6, (evidence(wire, "claimed", "distancing"),),
                  (evidence(wire, "“Engineers found cracks,”", "quoted"),))
    mess = Speech(post.id, 5, 1.0, 0.7, (evidence(post, "said", "neutral"),),
                  (evidence(post, "“It is a disgraceful mess,”", "quoted"),))
    return (Speaker("mayor", "the mayor", SpeakerKind.POLITICIAN, "mayor", (said,)),
            Speaker("ida-brandt", "Ida Brandt", None, "ida-brandt", (mess,)))


def _remark(post: AnnotatedArticle, wire: AnnotatedArticle) -> SharedQuotation:
    whole, cut = evidence(post, "“It is a disgraceful mess,”", ""), evidence(wire, "“Engineers found cracks,”", "")
    return SharedQuotation("Ida Brandt", (
        QuotationCut(post.id, "text", (Span(whole.start, whole.end),), (), evidence(post, "said", "neutral")),
        QuotationCut(wire.id, "text", (Span(cut.start, cut.end),), (evidence(post, "disgraceful", ""),),
                     evidence(wire, "claimed", "distancing")),
    ))


def _cell(of: AnnotatedArticle, sentence: str, detail: str = "", *, copied: bool = False) -> Cell:
    at = evidence(of, sentence, "")
    return Cell(of.id, "text", at.start, at.end, Voice.OWN, 1, copied, detail)


def _statements(post: AnnotatedArticle, wire: AnnotatedArticle, daily: AnnotatedArticle) -> tuple[Statement, ...]:
    shut = Statement(SHUT, evidence(daily, "The bridge is shut.", ""), (
        _cell(post, "The reckless closure of the bridge stranded hundreds.", "hundreds"),
        _cell(wire, "The bridge in Veldmar was closed on Friday.", "Friday", copied=True),
        _cell(daily, "The bridge is shut.", copied=True),
    ), "figure")
    unsafe = evidence(post, "Talks may resume on Monday.", "")
    found = Statement(FOUND, evidence(wire, "“Engineers found cracks,” the mayor said.", ""),
                      (_cell(wire, "“Engineers found cracks,” the mayor said."),), "",
                      (Nearest(post.id, "text", unsafe.start, unsafe.end, 0.2),), (daily.id,))
    mess = Statement(MESS, evidence(post, "Quill Post readers wrote in.", ""),
                     (_cell(post, "Quill Post readers wrote in."),))
    return shut, found, mess


def _deeds(post: AnnotatedArticle, wire: AnnotatedArticle) -> tuple[Deed, ...]:
    stranded, closed = evidence(post, "stranded", ""), evidence(wire, "was closed", "")
    doer, hundreds = evidence(post, "The reckless closure of the bridge", ""), evidence(post, "hundreds", "")
    bridge = evidence(wire, "The bridge in Veldmar", "")
    return (
        Deed(post.id, "text", stranded.start, stranded.end, Span(0, stranded.end + 9), DeedForm.ACTIVE, "harm",
             Voice.OWN, Span(doer.start, doer.end), Span(hundreds.start, hundreds.end)),
        Deed(wire.id, "text", closed.start, closed.end, Span(0, closed.end), DeedForm.PASSIVE, "force", Voice.OWN,
             None, Span(bridge.start, bridge.end)),
    )


def _tones(post: AnnotatedArticle, wire: AnnotatedArticle) -> tuple[Tone, ...]:
    """Five clauses of the post about the mayor, with a mean, and one of the wire, with none."""
    bad, plain = _toned(post, "The reckless closure", "reckless", -1), _toned(wire, "The mayor claimed", "", 0)
    return (
        Tone("mayor", post.id, Voice.OWN, (bad,) * 5, -1.0, 0.0, -0.17),
        Tone("mayor", wire.id, Voice.OWN, (plain,)),
    )


def _toned(of: AnnotatedArticle, words: str, deciding: str, label: int) -> TonedClause:
    at = evidence(of, words, "")
    marks = (evidence(of, deciding, "negative"),) if deciding else ()
    meant = Span(at.start, at.start + 9)
    return TonedClause(of.id, "text", at.start, at.end, meant, Voice.OWN, label, label / 2, marks)
