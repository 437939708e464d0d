"""The order in which articles are given decides nothing that is said of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled import article, field

from analysis.compare import compare
from analysis.fixed_order import in_fixed_order
from analysis.model import AnnotatedArticle, Comparison, QuotationCut, Statement
from benchmarks.golden.stories import event, slugs


def _as_set(told: Sequence[Statement]) -> set[Statement]:
    return {replace(each, cells=tuple(sorted(each.cells, key=lambda cell: (cell.article, cell.start, cell.field))),
                    nearest=tuple(sorted(each.nearest, key=lambda near: near.article)),
                    early=tuple(sorted(each.early))) for each in told}


def _remarks(compared: Comparison) -> set[tuple[str | None, frozenset[QuotationCut]]]:
    return {(each.speaker, frozenset(each.cuts)) for each in compared.shared_quotations}


def _shuffled(articles: Sequence[AnnotatedArticle], seed: int) -> list[AnnotatedArticle]:
    return random.Random(seed).sample(articles, len(articles))


@pytest.mark.parametrize("slug", slugs())
def test_shuffled_articles_tell_the_same(slug: str) -> None:
    articles = _shuffled(event(slug), 1)
    one, two = compare(event(slug)), compare(articles)
    assert _as_set(one.statements) == _as_set(two.statements)
    assert _remarks(one) == _remarks(two)
    order = {each.id: number for number, each in enumerate(articles)}
    for told in two.statements:
        assert [order[cell.article] for cell in told.cells] == sorted(order[cell.article] for cell in told.cells)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["rain fell .", "boats sank .", "fog came ."]), max_size=6), st.randoms())
def test_any_order_becomes_one(texts: list[str], chance: random.Random) -> None:
    articles = [article(field(text), identifier=f"a{number}") for number, text in enumerate(texts)]
    other = chance.sample(articles, len(articles))
    assert [each.id for each in in_fixed_order(articles)] == [each.id for each in in_fixed_order(other)]
