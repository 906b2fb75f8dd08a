"""Importing: from what people have already to a routine.

A foreign file (`source`) is read by the importer of its format (`formats`) into the one tree of
steps (`steps`). That is made fit to be written (`resolving`), folded (`folding`), written as a
commented routine in its normal form and proven to come to the same (`writer`).
"""
