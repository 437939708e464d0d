"""Figures on how usual figures and differences are, counted in a corpus of news (see ``__main__``)."""
