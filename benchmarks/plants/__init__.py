"""Changes planted into the sample stories, one kind a module: each finds its places and says whether a plant is shown.

The answer keys of the stories say where the places are, never what Parallax finds there, and a seeded draw says which
of them are used.
"""
