"""The measures that count terms of a list: which words they find, which they leave alone, and in which voice."""

import pytest
from spelled import article, field

from analysis.measures import assertives, boosters, factives, hedges, implicatives, loaded_words
from analysis.model import Voice


def marks(measure, spelled, title=None):
    """(passage, label, voice) of what a measure marks in the text, or in the opening where there is a title."""
    of = article(field(spelled), field(title, "title") if title else None)
    part = "opening" if title else "article"
    return [
        (of.article.passage(mark.field, mark.start, mark.end), mark.label, row.voice)
        for row in measure([of])
        if "." not in row.measure and row.part == part
        for mark in row.evidence
    ]


@pytest.mark.parametrize("spelled, passage, label", [
    ("He baselessly||ADV predicted it .", "baselessly", "dismissive"),
    ("It was erroneously||ADV reported .", "erroneously", "dismissive"),
    ("The so - called||VERB guild met .", "so - called", "dismissive"),
    ("A rage - fueled|fuel|VERB speech .", "rage - fueled", "sensational"),
    ("He slammed|slam|VERB it .", "slammed", "sensational"),
    ("The strongman||NOUN spoke .", "strongman", "one-sided term"),
    ("Freedom fighters|fighter|NOUN met .", "Freedom fighters", "one-sided term"),
    ("A shameful||ADJ deed .", "shameful", "strong subjective"),
    ("An utterly||ADV new road .", "utterly", "intensifier"),
    ("The collateral damage||NOUN grew .", "collateral damage", "dysphemism or euphemism"),
])
def test_loaded_words_by_class(spelled, passage, label):
    assert marks(loaded_words.measure, spelled) == [(passage, label, Voice.OWN)]


@pytest.mark.parametrize("spelled", [
    "The war||NOUN killed|kill|VERB ten in the attack||NOUN and the invasion||NOUN .",
    "He won a grand slam||NOUN .",
    "The tax regime||NOUN changed .",
    "A coal - fueled|fuel|VERB plant .",
    "Toxic||ADJ waste||NOUN leaked .",
    "He was supposed|suppose|VERB to come .",
    "An explosive||ADJ device||NOUN was found .",
    "Dan||PROPN||PERSON Savage||PROPN||PERSON said so .",
])
def test_words_that_describe_are_left_alone(spelled):
    assert marks(loaded_words.measure, spelled) == []


def test_a_loaded_word_counts_in_the_voice_that_utters_it():
    assert marks(loaded_words.measure, "Shameful||ADJ shameful||ADJ|reported “|||quoted shameful||ADJ|quoted .") == [
        ("Shameful", "strong subjective", Voice.OWN),
        ("shameful", "strong subjective", Voice.REPORTED),
        ("shameful", "strong subjective", Voice.QUOTED),
    ]


def test_a_headline_is_marked_with_its_first_paragraph():
    assert marks(loaded_words.measure, "A plain text .", "Mayor||PROPN Slams|slam|VERB Plan||PROPN") == [
        ("Slams", "sensational", Voice.OWN),
    ]


def test_loaded_words_have_a_row_for_each_class():
    rows = loaded_words.measure([article(field("A shameful||ADJ deed ."))])
    assert {row.measure for row in rows} == {"loaded_words"} | {
        f"loaded_words.{label}" for label in (
            "strong_subjective", "intensifier", "one_sided_term", "dysphemism_or_euphemism", "dismissive",
            "sensational",
        )
    }


@pytest.mark.parametrize("measure, spelled, expected", [
    (hedges.measure, "It may||AUX rain in May||PROPN||own|DATE .", ["may"]),
    (hedges.measure, "He reportedly||ADV left ; it seems|seem|VERB so .", ["reportedly", "seems"]),
    (hedges.measure, "Rain is likely||ADJ ; snow is more likely||ADJ than hail .", ["likely"]),
    (hedges.measure, "He could||AUX not come as soon as possible||ADJ .", []),
    (boosters.measure, "It is clear||ADJ that he clearly||ADV did .", ["It is clear", "clearly"]),
    (boosters.measure, "Of course||NOUN he did .", ["Of course"]),
    (boosters.measure, "The sky was clear||ADJ .", []),
    (factives.measure, "She realised|realise|VERB it , and he regrets|regret|VERB it .", ["realised", "regrets"]),
    (factives.measure, "He is known|know|VERB as Bo .", []),
    (assertives.measure, "She claims|claim|VERB it and he thinks|think|VERB so .", ["claims", "thinks"]),
    (assertives.measure, "He figured|figure|VERB out the claim||NOUN .", []),
    (implicatives.measure, "He failed|fail|VERB to come .", ["failed to"]),
    (implicatives.measure, "He managed|manage|VERB to call .", ["managed to"]),
    (implicatives.measure, "The bridge failed|fail|VERB .", []),
])
def test_epistemic_words(measure, spelled, expected):
    assert [passage for passage, _, _ in marks(measure, spelled)] == expected
