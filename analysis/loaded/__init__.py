"""How loaded each sentence of an article is, 0 to 1, and the words that make it so.

The score is a sum, so every word behind it can be shown with what it adds: words of our list, positive and negative
words, pronouns, cues, adverbs and the like (marks), and words learned from what opinion desks write beside agencies on
one topic, and from sentences labelled for their tone towards somebody (weights). In a comparison a word counts less
that the other outlets have too, and more where they tell the same without it (company).
"""

from analysis.loaded.score import LOADED, loaded_in_company, loaded_sentences

__all__ = ["LOADED", "loaded_in_company", "loaded_sentences"]
