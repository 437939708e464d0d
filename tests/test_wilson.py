"""The interval of a counted share."""


from benchmarks.wilson import wilson


def test_the_interval_of_a_share():
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(5, 5)[1] == 1.0
