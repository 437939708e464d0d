"""Labels of outlets and the sentences that carry them."""

from __future__ import annotations

from analysis.model import Article, fill, outlet_labels


def test_labels_are_filled_in_once_and_other_braces_stay() -> None:
    assert fill("{a} and {b} say {this}", {"a": "{b}", "b": "Harbour Post"}) == "{b} and Harbour Post say {this}"


def test_unknown_and_repeated_outlets_are_numbered() -> None:
    articles = (Article("1", "t", outlet="Calder Wire"), Article("2", "t"), Article("3", "t", outlet="Calder Wire"))
    assert outlet_labels(articles) == {"1": "Calder Wire (1)", "2": "Unnamed outlet 2", "3": "Calder Wire (2)"}


def test_hidden_outlets_get_one_letter_each() -> None:
    articles = (Article("1", "t", outlet="Calder Wire"), Article("2", "t", outlet="Harbour Post"),
                Article("3", "t", outlet="Calder Wire"))
    assert outlet_labels(articles, hidden=True) == {"1": "Outlet A (1)", "2": "Outlet B", "3": "Outlet A (2)"}
