"""Fit the weights of the score for loaded sentences (see ``__main__``)."""
