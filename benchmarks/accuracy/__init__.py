"""The accuracy gate: how well Parallax does on public sets and on its own keys, held against floors that only rise.

``python -m benchmarks.accuracy`` (or ``make accuracy``) measures, prints one table, compares each figure with
``tests/accuracy_floors.json`` and ends with status 1 where one is below its floor. A full run keeps its figures in
``data/checks/accuracy.csv``, from which the Methods page takes them. The texts of the public sets are not part of the
project: they are read where they are, and nothing of them is kept.
"""
