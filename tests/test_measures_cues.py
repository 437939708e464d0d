"""Attribution cues: one mark a cue, with its class, in the voice that utters it."""

from spelled import article, field, span

from analysis.measures.cues import measure
from analysis.model import Attribution, CueClass, Span, Voice


def attribution(cue, cue_class):
    return Attribution(None, None, cue, cue_class, (), False)


def marks(of, measure_name="cues"):
    return [
        (of.article.passage(mark.field, mark.start, mark.end), mark.label, row.voice)
        for row in measure([of])
        if row.measure == measure_name and row.part == "article"
        for mark in row.evidence
    ]


def test_a_cue_has_its_class_and_the_voice_of_its_words():
    plain = field("He claimed it . “|||quoted She said|||quoted so . ”|||quoted")
    of = article(field("He claimed it . “|||quoted She|||quoted said|||quoted so|||quoted . ”|||quoted", attributions=(
        attribution(span(plain, "claimed"), CueClass.DISTANCING), attribution(span(plain, "said"), CueClass.NEUTRAL),
    )))
    assert marks(of) == [("claimed", "distancing", Voice.OWN), ("said", "neutral", Voice.QUOTED)]
    assert marks(of, "cues.distancing") == [("claimed", "distancing", Voice.OWN)]


def test_a_cue_shared_by_two_attributions_counts_once_and_one_without_a_cue_not_at_all():
    said = attribution(Span(3, 7), CueClass.NEUTRAL)
    of = article(field("He said so .", attributions=(said, said, attribution(None, None))))
    assert marks(of) == [("said", "neutral", Voice.OWN)]


def test_a_hedged_cue_needs_no_attribution_and_is_not_counted_beside_one():
    of = field("He reportedly||ADV left and allegedly||ADV lied .")
    hedged = attribution(span(of, "reportedly"), CueClass.HEDGED)
    of = article(field("He reportedly||ADV left and allegedly||ADV lied .", attributions=(hedged,)))
    assert marks(of) == [("reportedly", "hedged", Voice.OWN), ("allegedly", "hedged", Voice.OWN)]


def test_a_cue_is_cut_where_another_voice_begins():
    of = article(field("made it|||reported clear .", attributions=(attribution(Span(0, 13), CueClass.ENDORSING),)))
    assert marks(of) == [("made", "endorsing", Voice.OWN)]


def test_the_rate_is_per_thousand_words_of_the_voice():
    of = article(field("He said so " + "word " * 197, attributions=(attribution(Span(3, 7), CueClass.NEUTRAL),)))
    rows = {(row.measure, row.voice): row.value for row in measure([of]) if row.part == "article"}
    assert rows["cues", Voice.OWN] == 5.0
    assert rows["cues.neutral", Voice.OWN] == 5.0
    assert rows["cues.hostile", Voice.OWN] == 0.0
    assert rows["cues", Voice.QUOTED] is None
