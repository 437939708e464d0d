"""The garbage collector rests during a comparison, and goes on whatever happens."""

import gc

import pytest

from analysis.collector import resting


def test_it_rests_and_goes_on():
    with resting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error():
    with pytest.raises(ValueError, match="broken"), resting():
        raise ValueError("broken")
    assert gc.isenabled()


def test_one_that_was_off_stays_off():
    gc.disable()
    try:
        with resting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
