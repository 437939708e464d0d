"""What is counted becomes a finding only beyond chance, corrected over all that was tested."""

from __future__ import annotations

import pytest

from analysis.findings.figures import Candidate, Figure
from analysis.findings.tested import beyond_chance
from analysis.model import Finding
from analysis.usual import Spread, difference_p

NO_SPREAD = Spread(share=False, mean=0.01, between=0.001, within=0.001, topic=1e-9, event=1e-9)


TABLE = {("hedges", "own"): NO_SPREAD}


def candidate(*hits: int, words: int = 500, gauge: str = "hedges") -> Candidate:
    figures = tuple(Figure(f"a{place}", hit, words, ()) for place, hit in enumerate(hits))

    def told(high: Figure, low: Figure) -> Finding:
        return Finding(gauge, f"{{{high.article}}} {{{low.article}}}", "sizes", "own", "unit", (), (), 0.0)

    return Candidate(gauge, "own", figures, told)


def test_nine_against_none_is_beyond_chance_and_its_p_is_that_of_the_pair() -> None:
    (finding,) = beyond_chance([candidate(0, 9)], TABLE)
    assert finding.template == "{a1} {a0}"
    assert finding.chance_p == pytest.approx(difference_p(NO_SPREAD, (9, 500), (0, 500)))
    assert finding.gap_percentile == pytest.approx(100 * (1 - difference_p(NO_SPREAD, (9, 500), (0, 500), event=True)))
    assert "more than chance" in finding.size


def test_the_chances_of_all_tests_of_the_story_are_added() -> None:
    (finding,) = beyond_chance([candidate(0, 9, 4)], TABLE)
    assert finding.chance_p == pytest.approx(3 * difference_p(NO_SPREAD, (9, 500), (0, 500)))
    assert finding.template == "{a1} {a0}"


def test_a_test_of_hardly_any_words_makes_no_allowance() -> None:
    short = Candidate("hedges", "own", tuple(Figure(f"b{n}", 1, 1, ()) for n in range(8)), candidate(0).told)
    (alone,), (beside,) = beyond_chance([candidate(0, 9)], TABLE), beyond_chance([candidate(0, 9), short], TABLE)
    assert alone.chance_p is not None
    assert beside.chance_p == pytest.approx(alone.chance_p, rel=0.01)


@pytest.mark.parametrize("hits", [(2, 5), (0, 0), (10, 10)])
def test_what_chance_does_too_is_no_finding(hits: tuple[int, int]) -> None:
    assert beyond_chance([candidate(*hits)], TABLE) == []


def test_a_gauge_without_a_spread_is_not_tested() -> None:
    assert beyond_chance([candidate(0, 30, gauge="unheard")], TABLE) == []


def test_many_tests_hide_a_small_difference() -> None:
    assert beyond_chance([candidate(1, 9)], TABLE)
    assert not beyond_chance([candidate(1, 9), *(candidate(8, 9) for _ in range(20))], TABLE)
